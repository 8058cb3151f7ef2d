using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Opens a scheduled session for the group as it is now.</summary>
/// <param name="ChildrenPresent">Whether children are present; it is said where the frame allows none.</param>
/// <param name="Explanation">Why the group or its facilitator is in two sessions at once, where they are.</param>
public sealed record OpenSession(bool? ChildrenPresent = null, Explanation? Explanation = null) : Command
{
    private static Rule NoChildren(Session session) =>
        session.ChildFreeRule is { } asked
            ? new(asked.Frame, "no-children-present", asked.Source)
            : new("eaje", "no-children-present", "eaje");

    /// <summary>Decides.</summary>
    /// <param name="now">The group's mandate as it stands.</param>
    /// <param name="then">The mandate at the time of the command.</param>
    /// <param name="others">Other sessions of the group or the facilitator that were opened.</param>
    public static Decision Decide(
        OpenSession command,
        Session session,
        Mandate now,
        Mandate? then,
        IReadOnlyList<Session> others,
        Act act
    ) =>
        session.State != SessionState.Scheduled
            ? Refusal.OfOrder("The session is not waiting to be opened.", "Open a scheduled session only once.")
        : Mandated.Refused(now, then, act) is { } refused ? refused
        : session.ChildFree && command.ChildrenPresent is not false
            ? Refusal
                .OfRule(
                    NoChildren(session),
                    "No child may be present, and their absence is not stated.",
                    "Hold it away from the children, and give childrenPresent as false."
                )
                .At("childrenPresent")
        : Opened(session, now, then!, act).And(Plausibility.AtOnce(session, act.OccurredAt, act.OccurredAt, others, command.Explanation));

    private static Decision Opened(Session session, Mandate now, Mandate then, Act act)
    {
        var left = then.LeftSince(now);
        var same =
            then.Persons.ToHashSet().SetEquals(session.Members)
            && then.Facilitator == session.Facilitator
            && session.Left.ToHashSet().SetEquals(left ?? []);
        return Decision.Of([
            .. same ? [] : (Fact[])[new GroupChanged(then.Persons, then.Facilitator, left)],
            new SessionOpened(),
            .. Mandated.Overdue(then, act),
        ]);
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/sessions/{id:guid}/open",
                (Guid id, OpenSession command, Streams streams) =>
                    streams.Change<Session>(
                        id,
                        command,
                        async (query, session, act) =>
                            await query.LoadAsync<Mandate>(session.Group) is { } now
                                ? Decide(
                                    command,
                                    session,
                                    now,
                                    await query.AsOf(now, act.OccurredAt),
                                    await query.Beside(session, act.OccurredAt),
                                    act
                                )
                                : Refusal.NotFound
                    )
            )
            .WithSummary("Open a session")
            .Produces<SessionView>()
            .For(Roles.Facilitator);
}
