using System.Text.Json;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Protocols;
using PracticeAnalysis.Session.Pulses;
using PracticeAnalysis.Session.Sessions;
using PracticeAnalysis.Session.Tracks;

namespace PracticeAnalysis.Session.UnitTests;

/// <summary>The facts that lead a session to where a rule is tested.</summary>
internal static class Story
{
    public const string S2 = "expose-interpret-respond";
    public const string S4 = "narrator";

    /// <summary>The stand-in of a decision's text once it is the engagement's.</summary>
    public static readonly Sealed Owned = Given.Seal(new("text"), "DecisionProposed.Text") with { KeyId = "engagement" };

    public static readonly Guid Facilitator = Given.Id(10);
    public static readonly Guid EngagementId = Given.Id(20);
    public static readonly Guid GroupId = Given.Id(30);

    /// <summary>Anne raises the situation and tells it; Bob and Chloé work on it; David is a member who is absent.</summary>
    public static readonly Guid Anne = Given.Id(41);
    public static readonly Guid Bob = Given.Id(42);
    public static readonly Guid Chloe = Given.Id(43);
    public static readonly Guid David = Given.Id(44);
    public static readonly Guid SituationId = Given.Id(50);

    public static readonly ProtocolLibrary Protocols = ProtocolLibrary.Read();
    public static readonly Protocol Interpreting = Protocols.Find(S2, 1)!;
    public static readonly Protocol Narrating = Protocols.Find(S4, 1)!;
    public static readonly Protocol Regulating = Protocols.Find("regulation", 1)!;
    public static readonly Protocol Resonating = Protocols.Find("resonance", 1)!;
    public static readonly Protocol Circling = Protocols.Find("free-circle", 1)!;
    public static readonly Protocol Consulting = Protocols.Find("codevelopment", 1)!;

    public static readonly Origin From = new(Given.Id(1), 7, Given.Now);

    public static SealingNoted Group => new(EngagementId, [.. new[] { Anne, Bob, Chloe, David }.Select(p => new GroupMember(p))], From);

    public static ActivationNoted Engagement(int? interval = 62, string protocol = S2, int version = 1) =>
        new(EngagementId, Facilitator, new(protocol, version), [new("team", 1)], interval, 120, false, From);

    public static ConclusionNoted Concluded => new(EngagementId, From);

    public static Mandate Mandate(params IEnumerable<Fact> facts) => Folding.Of<Mandate>(GroupId, facts)!;

    public static Mandate Open(ActivationNoted? engagement = null) => Mandate(Group, engagement ?? Engagement());

    public static Sealed Text(string member = "m") => Given.Seal(new("text"), member);

    public static IReadOnlyList<Fact> Scheduled(Protocol protocol, bool noneAllowed = false, Strictness? asked = null) =>
        [
            new SessionScheduled(
                EngagementId,
                GroupId,
                Facilitator,
                [Anne, Bob, Chloe, David],
                ProtocolLibrary.Pin(protocol),
                Given.Now,
                120,
                noneAllowed,
                "team",
                asked ?? protocol.Strictness
            ),
        ];

    public static IReadOnlyList<Fact> Opened(Protocol protocol) => [.. Scheduled(protocol), new SessionOpened()];

    /// <summary>Open, with Anne, Bob and Chloé present and Anne's situation raised.</summary>
    public static IReadOnlyList<Fact> Attended(Protocol protocol, bool noneAllowed = false, Strictness? asked = null) =>
        [
            .. Scheduled(protocol, noneAllowed, asked),
            new SessionOpened(),
            new AttendanceRecorded([Anne, Bob, Chloe]),
            new SituationRaised(SituationId, Anne, Text()),
        ];

    /// <summary>Every phase before this one is completed and this one runs; what the phases need is not there, Anne as narrator aside.</summary>
    public static IReadOnlyList<Fact> In(Protocol protocol, string phase) =>
        [
            .. Attended(protocol),
            .. protocol
                .Phases.Select(p => p.Code)
                .TakeWhile(p => p != phase)
                .SelectMany(p => new Fact[] { new PhaseStarted(p), new PhaseCompleted(p) }),
            new PhaseStarted(phase),
            new SituationChosen(SituationId),
            new NarratorDesignated(Anne),
        ];

    /// <summary>Every phase is completed.</summary>
    public static IReadOnlyList<Fact> Complete(Protocol protocol, bool noneAllowed = false) =>
        [
            .. Attended(protocol, noneAllowed),
            new SituationChosen(SituationId),
            new NarratorDesignated(Anne),
            .. protocol.Phases.SelectMany(p => new Fact[] { new PhaseStarted(p.Code), new PhaseCompleted(p.Code) }),
        ];

    public static IReadOnlyList<Fact> Closed(Protocol protocol) => [.. Complete(protocol), new SessionClosed(100, Outcome.Change)];

    public static Fact Made(int id, Guid author, ContributionKind kind, bool isPrivate = false) =>
        new ContributionMade(Given.Id(id), author, "p", kind, Text(), isPrivate);

    public static Session Of(IReadOnlyList<Fact> facts, params IReadOnlyList<Fact> more) => Given.Facts<Session>([.. facts, .. more]);

    public static Act As(Guid person) => Given.Act(person == Facilitator ? Roles.Facilitator : Roles.Member, person);

    /// <summary>It was accepted with exactly these facts, lists within them compared by what they hold.</summary>
    public static void ShouldHappen(this Decision decision, params IReadOnlyList<Fact> facts)
    {
        decision.Refusal.ShouldBeNull();
        decision.Facts.Select(Json).ShouldBe(facts.Select(Json));
    }

    /// <summary>It tells exactly these messages.</summary>
    public static void ShouldTell(this Decision decision, params IReadOnlyList<object> messages) =>
        decision.Messages.Select(m => Json(m(From))).ShouldBe(messages.Select(Json));

    private static string Json(object value) => value.GetType().Name + JsonSerializer.Serialize(value, value.GetType(), FactJson.Options);

    /// <summary>Opens it at once, beside no other session.</summary>
    public static Decision OpenNow(OpenSession command, Session session, Mandate mandate) =>
        OpenSession.Decide(command, session, mandate, mandate, [], As(mandate.Facilitator ?? Facilitator));

    public static Decision ScheduleNow(
        ScheduleSession command,
        Mandate mandate,
        DateTimeOffset? last,
        ProtocolLibrary protocols,
        Act act
    ) => ScheduleSession.Decide(command, mandate, mandate, last, protocols, act);

    public static Decision AttendNow(RecordAttendance command, Session session) => RecordAttendance.Decide(command, session, Open(), []);

    public static Decision CloseNow(CloseSession command, Session session, Protocol protocol, bool tracked, Act act) =>
        CloseSession.Decide(command, session with { OpenedAt = act.OccurredAt.AddHours(-10) }, protocol, tracked, [], act);

    public static Decision CorrectNow(CorrectSession command, Session session) =>
        CorrectSession.Decide(
            command,
            session with
            {
                OpenedAt = Given.Now.AddHours(-10),
                EndedAt = session.EndedAt is null ? null : Given.Now,
            },
            false,
            Open(),
            [],
            As(Facilitator)
        );

    public static Decision AskNow(OpenPulse command, Session? session, Pulse? asked, Act act) =>
        OpenPulse.Decide(command, session, session, asked, act);

    public static Decision TrackNow(OpenTrack command, Guid group, Session session, Mandate? now, Act act) =>
        OpenTrack.Decide(command, group, session, session, now, act);

    public static Decision Agree(Guid decision, Session session, Act act) => AgreeDecision.Decide(decision, session, Owned, act);
}
