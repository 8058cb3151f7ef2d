using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.Groups;

/// <summary>A member leaves a group, with a reason (S4): of themself at any time. By the practice's or facilitator's word only where they agreed to an exception by
/// which they leave, or have taken no part yet in a group that is not sealed; else that word is a departure, to which they are heard.</summary>
/// <param name="Person">Who leaves; oneself, where a member says it.</param>
/// <param name="Reason">Why they leave (S4); kept sealed, and in no view of the group.</param>
public sealed record LeaveGroup(Guid Person, Narrative Reason) : Command
{
    internal static readonly Refusal Dissolved = Refusal.OfOrder("The group is dissolved.", "It no longer binds anyone.");

    /// <summary>Decides. Nobody is held: leaving of oneself is recorded, never refused.</summary>
    public static Decision Decide(LeaveGroup command, Group group, Engagement engagement, FrameLibrary frames, Act act) =>
        (act.By.Is(Roles.Member) && command.Person != act.By.Person) || !group.HasMember(command.Person) ? Refusal.NotFound.At("person")
        : group.IsDissolved ? Dissolved
        : !act.By.Is(Roles.Member) && Unheard(command.Person, group, engagement, frames, act) is { } unheard ? unheard
        : (Input.CheckTime(act, engagement) ?? Late(engagement, act)) is { } untimely ? untimely
        : Decision
            .Of([new MemberLeft(command.Person, act.Seal(command.Reason, SealedAs.LeavingReason)), .. group.AgreedWithout(command.Person)])
            .With(engagement, new MemberDeparted(group.Id, command.Person))
            .WatchingSize(engagement, group.Id, act)
            .Telling(origin => new V1.MemberLeft(group.Id, group.Engagement, command.Person, origin));

    /// <summary>Why nobody has left at such a time: while the engagement runs they were in the group until they say so, and acted in it elsewhere.</summary>
    internal static Refusal? Late(Engagement engagement, Act act) => engagement.ActivatedAt is null ? null : Input.CheckClock(act);

    // Whoever confirmed to volunteer, or accepted the charter, is part of the group before it is sealed.
    private static Refusal? Unheard(Guid person, Group group, Engagement engagement, FrameLibrary frames, Act act) =>
        StabilityExceptions.Over(group, engagement) is { } over ? over
        : DepartureRules.Refused(person, group, DepartureRules.RuleOf(frames.Pinned(engagement.Dispositif!.Frames)), act) is { } refused
            ? refused
        : group.IsSealed ? StabilityExceptions.Unagreed(group, frames.Pinned(engagement.Dispositif!.Frames), StabilityChange.Leaves, person)
        : group.Members.Single(m => m.Person == person).Confirmed || engagement.Bound.Contains(person)
            ? Refusal.OfRule(
                StabilityExceptions.Anyway,
                "The member already takes part, and cannot be removed on someone's word.",
                "Record a departure, to which the member may object; or let the member leave on their own."
            )
        : null;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/groups/{id:guid}/leave",
                (Guid id, LeaveGroup command, FrameLibrary frames, Streams streams) =>
                    streams.Append<Group>(
                        id,
                        command,
                        async (session, group, act) =>
                            Decide(command, group, await session.EngagementOf(group), await frames.With(session), act)
                    )
            )
            .WithSummary("Record that a member leaves")
            .Produces<GroupView>()
            .For(Roles.Practice, Roles.Facilitator, Roles.Member);
}
