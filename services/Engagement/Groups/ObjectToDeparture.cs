using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Groups;

/// <summary>Objects to a departure, with a reason that the group reads: it takes the agreement of those who are reached.</summary>
/// <param name="Reason">Why; kept sealed, and read by members and facilitator, but not by the practice.</param>
public sealed record ObjectToDeparture(Narrative Reason) : Command
{
    /// <summary>Decides. Nobody is put out: who objects to their own departure stays. The first objection gives the others the whole delay to answer.</summary>
    public static Decision Decide(ObjectToDeparture command, Guid departure, Group group, Act act)
    {
        if (DepartureRules.Over(group, departure, act, out var announced) is { } over)
        {
            return over;
        }

        if (announced.Answers.Any(a => a.Person == act.By.Person && a.Objection is not null))
        {
            return Decision.Nothing;
        }

        var until = announced.IsPut ? announced.Until : act.Now.AddDays(announced.Days);
        var objected = new DepartureObjected(announced.Id, act.By.Person, act.Seal(command.Reason, SealedAs.ObjectionReason), until);
        return act.By.Person == announced.Person
            ? Decision.Of(objected, new DepartureDeclined(announced.Id))
            : Decision.Of(objected).Scheduling(until, new DepartureDue(group.Id, announced.Id, until));
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/groups/{id:guid}/departures/{departure:guid}/object",
                (Guid id, Guid departure, ObjectToDeparture command, Streams streams) =>
                    streams.Append<Group>(id, command, (group, act) => Decide(command, departure, group, act))
            )
            .WithSummary("Object to a member's departure, with a reason")
            .Produces<GroupView>()
            .For(Roles.Member);
}
