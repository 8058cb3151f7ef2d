using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.Engagement.ApiKeys;
using PracticeAnalysis.Engagement.Attestations;
using PracticeAnalysis.Engagement.Charters;
using PracticeAnalysis.Engagement.Diagnosis;
using PracticeAnalysis.Engagement.Dispositifs;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Establishments;
using PracticeAnalysis.Engagement.Facilitators;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Groups;
using PracticeAnalysis.Engagement.Imports;
using PracticeAnalysis.Engagement.Operations;
using PracticeAnalysis.Engagement.PastEngagements;
using PracticeAnalysis.Engagement.Persons;
using PracticeAnalysis.Engagement.Platforms;
using PracticeAnalysis.Engagement.Requests;
using PracticeAnalysis.Engagement.Sandboxes;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Messaging;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.ServiceDefaults;
using AccessV1 = PracticeAnalysis.Contracts.Access.V1;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement;

/// <summary>What the Engagement service stores, sends, receives and answers.</summary>
public static class EngagementConfiguration
{
    /// <summary>The service, as the common host takes it.</summary>
    public static ServiceDefinition Service { get; } =
        new(
            "engagement",
            typeof(EngagementConfiguration).Assembly,
            ConfigureEngagement,
            ConfigureEngagement,
            [
                typeof(EstablishmentFact),
                typeof(FacilitatorFact),
                typeof(RequestFact),
                typeof(EngagementFact),
                typeof(GroupFact),
                typeof(PolicySetFact),
                typeof(KnownProtocolFact),
                typeof(PersonFact),
                typeof(PlatformGrantFact),
                typeof(ApiKeyFact),
                typeof(OperationFact),
                typeof(PastEngagementFact),
                typeof(SandboxFact),
            ]
        );

    /// <summary>The aggregates, and the identity records, which are no events.</summary>
    public static void ConfigureEngagement(StoreOptions options)
    {
        options.AddAggregate<Establishment>();
        options.AddAggregate<Facilitator>();
        options.AddAggregate<Request>();
        options.AddAggregate<Engagement>();
        options.AddAggregate<Group>();
        options.AddAggregate<PolicySet>();
        options.AddAggregate<KnownProtocol>();
        options.AddAggregate<PersonRecord>();
        options.AddAggregate<PlatformGrant>();
        options.AddAggregate<ApiKey>();
        options.AddAggregate<Sandbox>();
        options.Schema.For<ApiKeyUse>();
        options.Schema.For<KnownAuditGrant>().UseOptimisticConcurrency(true);
        options.AddAggregate<Operation>();
        options.AddAggregate<PastEngagement>();
        // Columns of their own: under row-level security no index on an expression over JSON is used.
        options.Schema.For<Establishment>().Duplicate(e => e.Siret);
        options.Schema.For<WaitingLine>().Duplicate(l => l.Operation);
        options.Schema.For<LineResult>().Duplicate(r => r.Operation);
        options.Schema.For<ImportedReference>();
    }

    /// <summary>The messages.</summary>
    public static void ConfigureEngagement(MessageTransport messages)
    {
        messages.Publishes<V1.EstablishmentRegistered>("reporting");
        messages.Publishes<V1.EstablishmentCorrected>("reporting");
        messages.Publishes<V1.EstablishmentSucceeded>("reporting");
        messages.Publishes<V1.GroupSealed>("session", "reporting");
        messages.Publishes<V1.EngagementActivated>("session", "reporting");
        messages.Publishes<V1.EngagementConcluded>("session", "reporting");
        messages.Publishes<V1.MemberEnrolled>("session", "reporting");
        messages.Publishes<V1.MemberNamed>("reporting");
        messages.Publishes<V1.MemberLeft>("session", "reporting");
        messages.Publishes<V1.VolunteeringRevoked>("session", "reporting");
        messages.Publishes<V1.FacilitatorAssigned>("session", "reporting");
        messages.Publishes<V1.FacilitatorRelieved>("session", "reporting");
        messages.Publishes<V1.EngagementSuspended>("session", "reporting");
        messages.Publishes<V1.EngagementResumed>("session", "reporting");
        messages.Publishes<V1.EngagementRenewed>("session", "reporting");
        messages.Publishes<V1.TermsChanged>("session", "reporting");
        messages.Publishes<V1.EngagementEndedEarly>("session", "reporting");
        messages.Publishes<V1.BilanDue>("reporting");
        messages.Publishes<V1.MinimumTermReached>("reporting");
        messages.Publishes<PersonErasureRequested>("engagement", "session", "reporting");
        messages.Publishes<PersonErasureCompleted>("engagement");
        messages.Publishes<AccessV1.ApiKeyChanged>("session", "reporting");
        messages.Publishes<AccessV1.SandboxReset>("session", "reporting");
        messages.Publishes<AccessV1.PlatformAccessGranted>("reporting");
        messages.Publishes<AccessV1.PlatformAccessRevoked>("reporting");
        messages.Listens("engagement");
    }

    /// <summary>How the aggregates are shown, and the frames, read before the first request is answered.</summary>
    public static void AddEngagementViews(this IServiceCollection services) =>
        services
            .AddSingleton(FrameLibrary.Read(typeof(EngagementConfiguration).Assembly))
            .AddSingleton(ClauseCatalogue.Read())
            .AddScoped<FindEstablishments>()
            .AddScoped<IAuditGrants, ToldAuditGrants>()
            .AddScoped<ReadFrames>()
            .AddScoped<ReadIdentities>()
            .AddSingleton<IKnowsEnds, EngagementEnds>()
            .AddSingleton<IKnowsWaiting, WaitingAgreements>()
            .AddSingleton<IKeepsOfPersons, KeptNames>()
            .AddSingleton<IKeepsOfPersons, KeptReferences>()
            .AddScoped<ReadOperations>()
            .AddSingleton(new View<Operation>(_ => [], (o, _, _) => OperationView.Of(o)))
            .AddSingleton(new View<PastEngagement>(_ => [], (p, _, _) => PastEngagementView.Of(p)))
            .AddSingleton(new View<PersonRecord>(_ => [], (p, reader, _) => ErasureView.Of(p, reader)))
            .AddSingleton(new View<PolicySet>(_ => [], (p, _, _) => PolicySetView.Of(p)))
            .AddSingleton(new View<Sandbox>(_ => [], (s, _, _) => SandboxView.Of(s)))
            .AddScoped<ReadApiKeys>()
            .AddScoped<NewKeys>()
            .AddScoped(scope => new View<ApiKey>(
                ApiKeyView.Texts,
                (k, _, opener) => ApiKeyView.Of(k, opener, scope.GetRequiredService<NewKeys>().Text)
            ))
            .AddSingleton(new View<PlatformGrant>(_ => [], (g, _, _) => PlatformGrantView.Of(g)))
            .AddSingleton(new View<Establishment>(EstablishmentView.Texts, (e, _, opener) => EstablishmentView.Of(e, opener)))
            .AddSingleton(new View<Facilitator>(f => f.Evidence.Select(e => e.Title), (f, _, opener) => FacilitatorView.Of(f, opener)))
            .AddSingleton(new View<Request>(RequestView.Texts, (r, _, opener) => RequestView.Of(r, opener)))
            .AddSingleton(new View<Engagement>(EngagementView.Texts, EngagementView.Of))
            .AddSingleton(new View<Group>(GroupView.Texts, GroupView.Of));

    /// <summary>The routes.</summary>
    public static void MapEngagement(this WebApplication app)
    {
        RegisterEstablishment.Map(app);
        FindEstablishments.Map(app);
        CorrectEstablishment.Map(app);
        SucceedEstablishment.Map(app);
        WithdrawSuccession.Map(app);
        ObjectToSuccession.Map(app);
        AcceptSuccession.Map(app);
        ConfirmSuccession.Map(app);
        RegisterFacilitator.Map(app);
        CorrectFacilitator.Map(app);
        TakeOverPastEngagement.Map(app);
        CorrectPastEngagement.Map(app);
        StartImport.Map(app);
        ReadOperations.Map(app);
        StopOperation.Map(app);
        ResumeOperation.Map(app);
        ReadIdentities.Map(app);
        RequestErasure.Map(app);
        AnnounceErasure.Map(app);
        RectifyName.Map(app);
        FindPersons.Map(app);
        JoinPersons.Map(app);
        PartPersons.Map(app);
        ReadFrames.Map(app);
        DraftFrame.Map(app);
        ReviseFrame.Map(app);
        WithdrawFrame.Map(app);
        PublishFrame.Map(app);
        DeprecateFrame.Map(app);
        OwnFrames.Map(app);

        SubmitRequest.Map(app);
        QualifyRequest.Map(app);
        DeclineRequest.Map(app);
        WithdrawRequest.Map(app);

        OpenEngagement.Map(app);
        ReadEngagements.Map(app);
        AssignFacilitator.Map(app);
        StartDiagnosis.Map(app);
        RecordFinding.Map(app);
        HearProtagonist.Map(app);
        RestituteDiagnosis.Map(app);
        ProposeDispositif.Map(app);
        AgreeDispositif.Map(app);
        ConstituteGroup.Map(app);
        EnrolMember.Map(app);
        SealGroup.Map(app);
        ProposeCharter.Map(app);
        AcceptCharter.Map(app);
        RatifyCharter.Map(app);
        ActivateEngagement.Map(app);
        SuspendEngagement.Map(app);
        ResumeEngagement.Map(app);
        ConcludeEngagement.Map(app);
        AbandonEngagement.Map(app);
        JoinEstablishment.Map(app);
        CorrectEngagement.Map(app);
        RedirectKind.Map(app);
        ProposeProcess.Map(app);
        ValidateProcess.Map(app);
        AmendDispositif.Map(app);
        AcceptProposal.Map(app);
        ContestAcceptance.Map(app);
        Statement.Map(app);
        UpgradeFrames.Map(app);
        SignCommitment.Map(app);
        RenewEngagement.Map(app);
        EndEarly.Map(app);
        ClauseCatalogue.Map(app);
        ConfirmVolunteering.Map(app);
        RevokeVolunteering.Map(app);
        LeaveGroup.Map(app);
        RecordDeparture.Map(app);
        AgreeToDeparture.Map(app);
        ObjectToDeparture.Map(app);
        WithdrawDeparture.Map(app);
        AskStabilityException.Map(app);
        AgreeStabilityException.Map(app);
        DissolveGroup.Map(app);
        EvidenceQualification.Map(app);
        DeclareIndependence.Map(app);
        EstablishSecrecy.Map(app);
        ReadAttestation.Map(app);
        GrantPlatform.Map(app);
        ResetSandbox.Map(app);
        SeedSandbox.Map(app);
        IssueApiKey.Map(app);
        RotateApiKey.Map(app);
        RevokeApiKey.Map(app);
        ReadApiKeys.Map(app);
        RevokePlatform.Map(app);
    }
}
