using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Groups;

/// <summary>Agrees to a departure. Agreed by the one who departs, it takes effect at once; the others' agreement shortens nothing, where that one can be asked.</summary>
public sealed record AgreeToDeparture : Command
{
    /// <summary>Decides. Whoever is said to have died has the delay too: one who lives says so.</summary>
    public static Decision Decide(Guid departure, Group group, Engagement engagement, Act act)
    {
        if (DepartureRules.Over(group, departure, act, out var announced) is { } over)
        {
            return over;
        }

        var agreed = Decision.Of(new DepartureAgreed(announced.Id, act.By.Person));
        return announced.Answers.Any(a => a.Person == act.By.Person && a.Objection is null) ? Decision.Nothing
            : announced.Person != act.By.Person ? agreed
            : Input.CheckTime(act, engagement) is { } untimely ? untimely
            : agreed.Leaving(announced, group, engagement, act.OccurredAt, act.Now);
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/groups/{id:guid}/departures/{departure:guid}/agree",
                (Guid id, Guid departure, AgreeToDeparture command, Streams streams) =>
                    streams.Append<Group>(
                        id,
                        command,
                        async (session, group, act) => Decide(departure, group, await session.EngagementOf(group), act)
                    )
            )
            .WithSummary("Agree to a member's departure")
            .Produces<GroupView>()
            .For(Roles.Member);
}
