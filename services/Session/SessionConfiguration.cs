using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Messaging;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.ServiceDefaults;
using PracticeAnalysis.Session.Calendars;
using PracticeAnalysis.Session.Disclosures;
using PracticeAnalysis.Session.Persons;
using PracticeAnalysis.Session.Protocols;
using PracticeAnalysis.Session.Pulses;
using PracticeAnalysis.Session.Sessions;
using PracticeAnalysis.Session.Tracks;
using V1 = PracticeAnalysis.Contracts.Session.V1;

namespace PracticeAnalysis.Session;

/// <summary>What the Session service stores, sends, receives and answers.</summary>
public static class SessionConfiguration
{
    /// <summary>The service, as the common host takes it.</summary>
    public static ServiceDefinition Service { get; } =
        new(
            "session",
            typeof(SessionConfiguration).Assembly,
            ConfigureSession,
            ConfigureSession,
            [
                typeof(CalendarLinkFact),
                typeof(DisclosureFact),
                typeof(MandateFact),
                typeof(SessionFact),
                typeof(TrackFact),
                typeof(ProtocolFact),
                typeof(PulseFact),
            ]
        );

    /// <summary>The aggregates.</summary>
    public static void ConfigureSession(StoreOptions options)
    {
        options.AddAggregate<Disclosure>();
        options.AddAggregate<Mandate>();
        options.AddAggregate<Session>();
        options.AddAggregate<ActionTrack>();
        options.AddAggregate<ProtocolTemplate>();
        options.AddAggregate<Pulse>();
        options.Schema.For<BallotBox>();
        options.Schema.For<KnownAuditGrant>().UseOptimisticConcurrency(true);
        options.AddAggregate<CalendarLink>();
        options.Schema.For<CalendarAddress>().SingleTenanted();
    }

    /// <summary>The messages.</summary>
    public static void ConfigureSession(MessageTransport messages)
    {
        messages.Publishes<V1.SessionHeld>("engagement", "reporting");
        messages.Publishes<V1.SessionCorrected>("engagement", "reporting");
        messages.Publishes<V1.ThemesCorrected>("reporting");
        messages.Publishes<V1.SessionScheduled>("engagement", "reporting");
        messages.Publishes<V1.SessionCancelled>("engagement", "reporting");
        messages.Publishes<V1.SessionIntervalBreached>("engagement");
        messages.Publishes<V1.ThemesCoded>("reporting");
        messages.Publishes<V1.TrackStateChanged>("reporting");
        messages.Publishes<V1.TrackEndorsed>("reporting");
        messages.Publishes<V1.EndorsementContested>("reporting");
        messages.Publishes<V1.CommonDecisionAdopted>("reporting");
        messages.Publishes<V1.CommonDecisionSetAside>("reporting");
        messages.Publishes<V1.PulseCounted>("reporting");
        messages.Publishes<V1.FrameIncidentRaised>("engagement");
        messages.Publishes<V1.ProtocolPublished>("engagement");
        messages.Publishes<V1.ProtocolDeprecated>("engagement");
        messages.Publishes<PersonErasureCompleted>("engagement");
        messages.Listens("session");
    }

    /// <summary>How the aggregates are shown, and the protocols, read before the first request is answered.</summary>
    public static void AddSessionViews(this IServiceCollection services) =>
        services
            .AddSingleton(ProtocolLibrary.Read())
            .AddScoped<ReadProtocols>()
            .AddSingleton<IKnowsEnds, EngagementEnds>()
            .AddSingleton<IKnowsWaiting, WaitingTracks>()
            .AddSingleton<IKnowsWaiting, WaitingCorrections>()
            .AddSingleton<IKeepsOfPersons, KeptBallots>()
            .AddSingleton<IKeepsOfPersons, KeptLinks>()
            .AddScoped<ReadNarratives>()
            .AddScoped<IAuditGrants, ToldAuditGrants>()
            .AddScoped<ReadCalendar>()
            .AddScoped<NewAddress>()
            .AddScoped(scope => new View<CalendarLink>(
                _ => [],
                (link, _, _) => CalendarLinkView.Of(link, scope.GetRequiredService<NewAddress>().Text)
            ))
            .AddSingleton(new View<Disclosure>(DisclosureView.SealedIn, DisclosureView.Of))
            .AddSingleton(new View<Pulse>(_ => [], (pulse, _, _) => PulseView.Of(pulse)))
            .AddSingleton(new View<ProtocolTemplate>(_ => [], (template, _, _) => ProtocolTemplateView.Of(template)))
            .AddSingleton(new View<Session>(SessionView.Texts, SessionView.Of))
            .AddSingleton(new View<ActionTrack>(TrackView.Texts, (track, _, opener) => TrackView.Of(track, opener)));

    /// <summary>The routes.</summary>
    public static void MapSession(this WebApplication app)
    {
        ReadProtocols.Map(app);
        OwnProtocols.Map(app);
        ScheduleSession.Map(app);
        RescheduleSession.Map(app);
        CancelSession.Map(app);
        OpenSession.Map(app);
        RecordAttendance.Map(app);
        RaiseSituation.Map(app);
        ChooseSituation.Map(app);
        StartPhase.Map(app);
        CompletePhase.Map(app);
        StateStartingPosition.Map(app);
        Contribute.Map(app);
        WithdrawContribution.Map(app);
        PronounceInterpretation.Map(app);
        StateObjective.Map(app);
        GiveFeedback.Map(app);
        GiveEcho.Map(app);
        ProposeDecision.Map(app);
        AgreeDecision.Map(app);
        SuspendSession.Map(app);
        ResumeSession.Map(app);
        RecordFrameIncident.Map(app);
        InvokeConfidentialityException.Map(app);
        CloseSession.Map(app);
        CorrectSession.Map(app);
        ContestCorrection.Map(app);
        ConfirmPresence.Map(app);
        OpenPulse.Map(app);
        AnswerPulse.Map(app);
        Backlog.Map(app);
        IssueCalendarLink.Map(app);
        RevokeCalendarLink.Map(app);
        ReadCalendar.Map(app);
        OpenTrack.Map(app);
        EndorseOrally.Map(app);
        ContestEndorsement.Map(app);
        EndorseTrack.Map(app);
        ProgressTrack.Map(app);
        CompleteTrack.Map(app);
        AbandonTrack.Map(app);
        ReadTracksToFollow.Map(app);
        RequestDisclosure.Map(app);
        AgreeToDisclosure.Map(app);
        ObjectToDisclosure.Map(app);
        RefuseDisclosure.Map(app);
        EndDisclosure.Map(app);
        ReadNarratives.Map(app);
    }
}
