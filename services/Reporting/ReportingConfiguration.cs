using PracticeAnalysis.Reporting.Evolution;
using PracticeAnalysis.Reporting.History;
using PracticeAnalysis.Reporting.Indicators;
using PracticeAnalysis.Reporting.Negotiation;
using PracticeAnalysis.Reporting.Outbound;
using PracticeAnalysis.Reporting.Proof;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Reporting;

/// <summary>The modules of the Reporting service. Who may name whom, and nobody else:
/// <list type="bullet">
/// <item><c>Model</c> (bilans, syntheses, groups, grants: aggregates, facts and values, without routes or queries) names nobody;</item>
/// <item><c>History</c> names nobody, not even the model: it reads what the services told, as the ledger holds it;</item>
/// <item><c>Proof</c> names History;</item>
/// <item><c>Negotiation</c> and <c>Indicators</c> name the model;</item>
/// <item><c>Evolution</c> names the model, History (whose door an auditor passes) and Indicators (the end of a period is waited for);</item>
/// <item><c>Outbound</c> names the model, History and Indicators: it tells outside what happened there.</item>
/// </list></summary>
public static class ReportingConfiguration
{
    /// <summary>The service, as the common host takes it. The ledger's own facts mirror other facts and are not ledgered again.</summary>
    public static ServiceDefinition Service { get; } =
        new(
            "reporting",
            typeof(ReportingConfiguration).Assembly,
            HistoryModule.Register(),
            ProofModule.Register(),
            EvolutionModule.Register(),
            IndicatorsModule.Register(),
            NegotiationModule.Register(),
            OutboundModule.Register()
        );
}
