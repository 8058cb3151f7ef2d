using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Groups;

/// <summary>Agrees to a departure. Agreed by the one who departs, it takes effect at once; the others' agreement shortens nothing, where that one can be asked.</summary>
public sealed record AgreeToDeparture : Command
{
    /// <summary>Decides. Of somebody who died the agreement of every other member is enough: unless they objected to a departure lately.</summary>
    public static Decision Decide(Guid departure, Group group, Engagement engagement, Act act)
    {
        if (DepartureRules.Over(group, departure, act, out var announced) is { } over)
        {
            return over;
        }

        bool Agrees(Guid person) => person == act.By.Person || announced.Answers.Any(a => a.Person == person && a.Objection is null);
        var isUnheard =
            announced.Reason == DepartureReason.Death
            && !group.Objected(announced.Person, DepartureRules.Remembered(act))
            && group.Members.All(m => m.Person == announced.Person || Agrees(m.Person));
        var agreed = Decision.Of(new DepartureAgreed(announced.Id, act.By.Person));
        return announced.Answers.Any(a => a.Person == act.By.Person && a.Objection is null) ? Decision.Nothing
            : !Agrees(announced.Person) && !isUnheard ? agreed
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
