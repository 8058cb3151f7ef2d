using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Groups;

/// <summary>Withdraws a departure: the member is back, or it was recorded wrongly.</summary>
public sealed record WithdrawDeparture : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Guid departure, Group group, Act act) =>
        DepartureRules.Over(group, departure, act, out var announced) is { } over ? over : new DepartureWithdrawn(announced.Id);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/groups/{id:guid}/departures/{departure:guid}/withdraw",
                (Guid id, Guid departure, WithdrawDeparture command, Streams streams) =>
                    streams.Append<Group>(id, command, (group, act) => Decide(departure, group, act))
            )
            .WithSummary("Withdraw a departure that has not taken effect")
            .Produces<GroupView>()
            .For(Roles.Practice, Roles.Facilitator);
}
