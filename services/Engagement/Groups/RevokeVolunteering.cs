using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.Groups;

/// <summary>A member revokes their volunteering, at any time and without a reason; it takes effect at once (S3).</summary>
public sealed record RevokeVolunteering : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Group group, Engagement engagement, Act act) =>
        group.IsDissolved ? LeaveGroup.Dissolved
        : !group.Members.Single(m => m.Person == act.By.Person).Volunteers
            ? Refusal.OfOrder("You did not volunteer.", "Leave the group, with a reason.")
        : (Input.CheckTime(act, engagement) ?? LeaveGroup.Late(engagement, act)) is { } untimely ? untimely
        : Decision
            .Of(new VolunteeringRevoked(act.By.Person))
            .With(engagement, new MemberDeparted(group.Id, act.By.Person))
            .WatchingSize(engagement, group.Id, act)
            .Telling(origin => new V1.VolunteeringRevoked(group.Id, group.Engagement, act.By.Person, origin));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/groups/{id:guid}/volunteering/revoke",
                (Guid id, RevokeVolunteering command, Streams streams) =>
                    streams.Append<Group>(id, command, async (session, group, act) => Decide(group, await session.EngagementOf(group), act))
            )
            .WithSummary("Revoke one's volunteering, at once")
            .Produces<GroupView>()
            .For(Roles.Member);
}
