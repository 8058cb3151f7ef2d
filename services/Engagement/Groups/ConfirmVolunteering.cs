using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Groups;

/// <summary>A member confirms to volunteer: expressly, personally (S3).</summary>
public sealed record ConfirmVolunteering : Command
{
    /// <summary>Decides; whoever is no member does not see the group.</summary>
    public static Decision Decide(Group group, Act act) =>
        group.IsDissolved ? LeaveGroup.Dissolved
        : group.Members.Single(m => m.Person == act.By.Person).Confirmed ? Decision.Nothing
        : new VolunteeringConfirmed(act.By.Person);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/groups/{id:guid}/volunteering/confirm",
                (Guid id, ConfirmVolunteering command, Streams streams) =>
                    streams.Append<Group>(id, command, (group, act) => Decide(group, act))
            )
            .WithSummary("Confirm to volunteer")
            .Produces<GroupView>()
            .For(Roles.Member);
}
