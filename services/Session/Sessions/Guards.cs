using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Protocols;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>What several slices ask of a session before anything else.</summary>
public static class Guards
{
    private static readonly Rule Involvement = new("always", "presence", "S3");

    /// <summary>The session is in progress.</summary>
    public static Refusal? NotOpen(Session session) =>
        session.State == SessionState.Open
            ? null
            : Refusal.OfOrder("The session is not open.", "Open it first; a closed session stays as it is.");

    /// <summary>The session was opened.</summary>
    public static Refusal? NotHeld(Session session) =>
        session.State is SessionState.Open or SessionState.Suspended or SessionState.Closed
            ? null
            : Refusal.OfOrder("The session was not held.", "State it for a session that was opened.");

    /// <summary>The member who acts is present.</summary>
    public static Refusal? NotPresent(Session session, Act act) =>
        act.By.Is(Roles.Member) && !session.HasPresent(act.By.Person)
            ? Refusal.OfRule(Involvement, "You are not recorded as present.", "Have the facilitator record the attendance first.")
            : null;

    /// <summary>Members alone are present (S4).</summary>
    public static Refusal NoMember { get; } =
        Refusal
            .OfRule(
                new("always", "membership", "S4"),
                "Someone recorded as present is not a member of the group at that time.",
                "Record only members of the group."
            )
            .At("present");

    /// <summary>Nobody who took part becomes absent: they did so by tokens of their own.</summary>
    /// <param name="endorsed">Members of whom it is recorded that they endorsed a track orally at the session.</param>
    public static Refusal? TookPart(Session session, IEnumerable<Guid> absent, params IEnumerable<Guid> endorsed) =>
        absent.Intersect(session.TookPart.Concat(endorsed)).Any()
            ? Refusal
                .OfRule(
                    Involvement,
                    "Someone who took part would be recorded as absent.",
                    "Keep as present anyone who told, brought, agreed to or endorsed something in the session, or suspended it."
                )
                .At("present")
            : null;

    /// <summary>What is recorded of the presence of who was erased stays: they can contest nothing.</summary>
    public static Refusal? Erased(IEnumerable<Guid> changed, IEnumerable<Guid> erased) =>
        changed.Intersect(erased).Any()
            ? Refusal
                .OfRule(
                    Involvement,
                    "The presence of an erased person would change.",
                    "Leave it as recorded: this person can no longer contest it."
                )
                .At("present")
            : null;

    /// <summary>The author of a situation is present, so that they can tell it.</summary>
    public static Refusal? Away(Session session, Guid author) =>
        session.HasPresent(author)
            ? null
            : Refusal.OfRule(Involvement, "Its author is not recorded as present.", "Choose a situation brought by someone present.");

    /// <summary>The narrator acts, and nobody in their place.</summary>
    public static Refusal? NotNarrator(Session session, Act act, Protocol protocol) =>
        session.Narrator == act.By.Person
            ? null
            : Refusal.OfRule(
                new(protocol.Name, "narrator-alone", protocol.Source),
                "Only the narrator may do this.",
                "Leave it to the narrator, once a situation is chosen."
            );

    /// <summary>Something private is said to the narrator: there is one.</summary>
    public static Refusal? SaidToNobody(Session session, bool isPrivate) =>
        isPrivate && session.Narrator is null
            ? Refusal.OfRule(
                new("always", "private", "design"),
                "No narrator is designated to receive this text.",
                "Say it to the group, or wait until a narrator is designated."
            )
            : null;

    /// <summary>The phase that asks for it runs.</summary>
    public static Refusal? NotInPhase(Session session, Protocol protocol, Need need) =>
        session.CurrentPhase is { } current && protocol.Phases.Single(p => p.Code == current).Needs.Contains(need)
            ? null
            : Refusal.OfOrder("The phase that this belongs to is not in progress.", "Start the phase first; the protocol sets the order.");

    /// <summary>A phase in which a situation is chosen runs.</summary>
    public static Refusal? NotInChoice(Session session, Protocol protocol) =>
        session.CurrentPhase is { } current && protocol.ChoosesIn(protocol.Phases.Single(p => p.Code == current))
            ? null
            : NotInPhase(session, protocol, Need.SituationChosen);

    /// <summary>The contribution is one of this session.</summary>
    public static Refusal? Unknown(Session session, Guid contribution) =>
        session.Contributions.Any(c => c.Id == contribution) ? null : Refusal.NotFound;
}
