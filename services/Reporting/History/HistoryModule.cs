using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts.Access.V1;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Reporting.History.Audit;
using PracticeAnalysis.Reporting.History.Conformance;
using PracticeAnalysis.Reporting.History.EventSchemas;
using PracticeAnalysis.Reporting.History.Exports;
using PracticeAnalysis.Reporting.History.Ledger;
using PracticeAnalysis.Reporting.History.Replay;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Reporting.History;

/// <summary>The ledger of all three services, and what an auditor reads of it: events, states, differences, exports, and whether rules were kept.</summary>
public static class HistoryModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new()
        {
            Store = store =>
            {
                store.AddAggregate<AuditGrant>();
                store.AddFacts(typeof(LedgerFact));
                store.Schema.For<LedgerGap>();
            },
            Views = views =>
                views
                    .AddSingleton(EventSchemaLibrary.Read())
                    .AddSingleton(Rulebook.Read())
                    .AddScoped<AuditDoor>()
                    .AddScoped<IAuditGrants>(scope => scope.GetRequiredService<AuditDoor>())
                    .AddScoped<ReadConformance>()
                    .AddScoped<ExportHistory>()
                    .AddScoped<ReadHistory>()
                    .AddScoped<ReadStates>()
                    .AddSingleton(new View<AuditGrant>(_ => [], (g, _, _) => AuditGrantView.Of(g)))
                    .AddHealthChecks()
                    .AddCheck<LedgerGapCheck>("ledger", tags: [Health.Ready]),
            Messages = messages =>
            {
                messages.Publishes<LedgerEntriesMissing>("engagement", "session", "reporting");
                messages.Publishes<AuditGrantChanged>("engagement", "session");
                messages.ListensInTurn("ledger");
            },
            Ledgered = [typeof(AuditFact)],
        };
}
