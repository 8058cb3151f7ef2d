using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Groups;

/// <summary>A member agrees to an exception; agreed by every member, one person may join or leave by it (S4).</summary>
public sealed record AgreeStabilityException : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Guid exception, Group group, Engagement engagement, Act act) =>
        StabilityExceptions.Over(group, engagement) is { } over ? over
        : group.Exceptions.FirstOrDefault(x => x.Id == exception) is not { } asked ? Refusal.NotFound
        : asked.Agreed || asked.Approvals.Contains(act.By.Person) ? Decision.Nothing
        : Decision.Of([
            new StabilityExceptionApproved(exception, act.By.Person),
            .. group.Members.All(m => m.Person == act.By.Person || asked.Approvals.Contains(m.Person))
                ? [new StabilityExceptionAgreed(exception)]
                : Array.Empty<Fact>(),
        ]);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/groups/{id:guid}/exceptions/{exception:guid}/agree",
                (Guid id, Guid exception, AgreeStabilityException command, Streams streams) =>
                    streams.Append<Group>(
                        id,
                        command,
                        async (session, group, act) => Decide(exception, group, await session.EngagementOf(group), act)
                    )
            )
            .WithSummary("Agree to an exception to the group's stability")
            .Produces<GroupView>()
            .For(Roles.Member);
}
