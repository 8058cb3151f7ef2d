using JasperFx.Events.Projections;
using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts.Access.V1;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Messaging;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.Reporting.Audit;
using PracticeAnalysis.Reporting.Bilans;
using PracticeAnalysis.Reporting.Conformance;
using PracticeAnalysis.Reporting.EventSchemas;
using PracticeAnalysis.Reporting.Exports;
using PracticeAnalysis.Reporting.Groups;
using PracticeAnalysis.Reporting.Indicators;
using PracticeAnalysis.Reporting.Ledger;
using PracticeAnalysis.Reporting.Names;
using PracticeAnalysis.Reporting.Persons;
using PracticeAnalysis.Reporting.Platforms;
using PracticeAnalysis.Reporting.Prevention;
using PracticeAnalysis.Reporting.Proof;
using PracticeAnalysis.Reporting.Syntheses;
using PracticeAnalysis.Reporting.Webhooks;
using PracticeAnalysis.ServiceDefaults;
using V1 = PracticeAnalysis.Contracts.Reporting.V1;

namespace PracticeAnalysis.Reporting;

/// <summary>What the Reporting service stores, receives, sends and answers.</summary>
public static class ReportingConfiguration
{
    /// <summary>The service, as the common host takes it. The ledger's own facts mirror other facts and are not ledgered again.</summary>
    public static ServiceDefinition Service { get; } =
        new(
            "reporting",
            typeof(ReportingConfiguration).Assembly,
            ConfigureReporting,
            ConfigureReporting,
            [
                typeof(AuditFact),
                typeof(BilanFact),
                typeof(GroupFact),
                typeof(SynthesisFact),
                typeof(ReleaseFact),
                typeof(PlaceFact),
                typeof(WebhookFact),
            ]
        )
        {
            Subscriptions = [new WebhookDispatch()],
            AppendOnly = ProofParts.AppendOnly,
        };

    /// <summary>The aggregates and projections.</summary>
    public static void ConfigureReporting(StoreOptions options)
    {
        options.AddAggregate<AuditGrant>();
        options.AddAggregate<Bilan>();
        options.AddAggregate<Synthesis>();
        options.AddAggregate<GroupRecord>();
        options.AddAggregate<LearnedGrant>();
        options.AddAggregate<IndicatorRelease>();
        options.AddAggregate<EstablishmentRecord>();
        options.AddAggregate<GroupEvolution>(ProjectionLifecycle.Async);
        options.AddFacts(typeof(LedgerFact));
        options.Schema.For<LedgerGap>();
        options.AddProofTables();
        // Columns of their own: under row-level security no index on an expression over JSON is used.
        options.Schema.For<NameDigests>().Duplicate(n => n.Group).Duplicate(n => n.Person);
        options.AddAggregate<Webhook>();
        options.Schema.For<Webhook>().Index(w => w.Owner);
        options.Schema.For<PublicEvent>().Index(e => e.Position);
        options.Schema.For<Delivery>().Index(d => d.Webhook);
        options.Projections.Add(new PublicEventProjection(), ProjectionLifecycle.Async);
    }

    /// <summary>The messages.</summary>
    public static void ConfigureReporting(MessageTransport messages)
    {
        messages.Publishes<LedgerEntriesMissing>("engagement", "session", "reporting");
        messages.Publishes<V1.IntermediateBilanAgreed>("engagement");
        messages.Publishes<V1.FinalBilanAgreed>("engagement");
        messages.Publishes<V1.NegotiationFailed>("engagement");
        messages.Publishes<V1.BilanLocked>("session");
        messages.Publishes<V1.BilanUnlocked>("session");
        messages.Publishes<V1.SynthesisLocked>("session");
        messages.Publishes<V1.SynthesisUnlocked>("session");
        messages.Publishes<V1.NamesWanted>("engagement");
        messages.Publishes<AuditGrantChanged>("engagement", "session");
        messages.Publishes<PersonErasureCompleted>("engagement");
        messages.Listens("reporting");
        messages.ListensInTurn("ledger");
        // A receiver is called once at a time, in the order of the ledger; one that hangs holds up a few others at most.
        messages.HandlesInTurn<DeliverWebhook>(delivery => delivery.Webhook.ToString());
    }

    /// <summary>How the aggregates are shown.</summary>
    public static void AddReportingViews(this IServiceCollection services) =>
        services
            .AddSingleton<IKnowsEnds, EngagementEnds>()
            .AddSingleton<IKeepsOfPersons, KeptNameDigests>()
            .AddSingleton<IKnowsWaiting, WaitingTexts>()
            .AddScoped<KnownNames>()
            .AddSingleton(EventSchemaLibrary.Read())
            .AddSingleton(Rulebook.Read())
            .AddScoped<AuditDoor>()
            .AddScoped<IAuditGrants>(scope => scope.GetRequiredService<AuditDoor>())
            .AddScoped<ReadConformance>()
            .AddScoped<ExportHistory>()
            .AddScoped<ReadAuditTrail>()
            .AddScoped<ReadEvolution>()
            .AddScoped<ReadHistory>()
            .AddScoped<Feed>()
            .AddSingleton<Egress>()
            .AddSingleton(WebhookCaller.Create)
            .AddSingleton(new View<Webhook>(w => w.Texts, (w, _, opener) => WebhookView.Of(w, opener)))
            .AddScoped<ReadStates>()
            .AddScoped<ReadIndicators>()
            .AddScoped<ReadPreventionPlan>()
            .AddSingleton(new View<IndicatorRelease>(_ => [], (period, _, _) => PeriodView.Of(period)))
            .AddSingleton(new View<Synthesis>(SynthesisView.Texts, SynthesisView.Of))
            .AddSingleton(new View<AuditGrant>(_ => [], (g, _, _) => AuditGrantView.Of(g)))
            .AddSingleton(new View<Bilan>(BilanView.Texts, BilanView.Of))
            .AddSingleton(new View<GroupEvolution>(_ => [], (e, reader, _) => EvolutionView.Of(e, reader)));

    /// <summary>The routes.</summary>
    public static void MapReporting(this WebApplication app)
    {
        GrantAuditAccess.Map(app);
        RevokeAuditAccess.Map(app);
        ReadGrantedEngagements.Map(app);
        ReadAuditTrail.Map(app);
        ReadHistory.Map(app);
        app.MapProof();
        ReadStates.Map(app);
        ExportHistory.Map(app);
        ReadConformance.Map(app);
        ReadEventSchemas.Map(app);
        ReadEvolution.Map(app);
        ReadIndicators.Map(app);
        ClosePeriod.Map(app);
        PublishRelease.Map(app);
        RetractRelease.Map(app);
        ReadMethodology.Map(app);
        DraftBilan.Map(app);
        Negotiation.Map(app);
        LeadNegotiation.Map(app);
        ObserveBilan.Map(app);
        ReadDueBilans.Map(app);
        DraftSynthesis.Map(app);
        SynthesisRoutes.Map(app);
        ReadPreventionPlan.Map(app);
        SubscribeWebhook.Map(app);
        LeadWebhook.Map(app);
        ReadDeliveries.Map(app);
        Feed.Map(app);
    }
}
