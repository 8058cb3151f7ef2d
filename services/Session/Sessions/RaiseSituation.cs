using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Offers a lived work situation to the group; any member present may, before one is chosen.</summary>
/// <param name="Text">The situation as its author lived it; kept sealed, and read by the group and its facilitator.</param>
/// <param name="From">The situation of the group's backlog that its author tells again, where it is one.</param>
public sealed record RaiseSituation(Narrative Text, Guid? From = null) : Command
{
    /// <summary>Decides.</summary>
    /// <param name="backlog">The situations of the group that were raised and not chosen.</param>
    public static Decision Decide(RaiseSituation command, Session session, IReadOnlyList<BacklogItem> backlog, Act act) =>
        (Guards.NotOpen(session) ?? Guards.NotPresent(session, act)) is { } refusal ? refusal
        : session.ChosenSituation is not null ? Refusal.OfOrder("A situation has already been chosen.", "Raise it in another session.")
        : command.From is { } from && backlog.All(b => b.Situation != from || b.Author != act.By.Person) ? Refusal.NotFound
        : new SituationRaised(act.NewId, act.By.Person, act.Seal(command.Text, "SituationRaised.Text"), command.From);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/sessions/{id:guid}/situations",
                (Guid id, RaiseSituation command, Streams streams) =>
                    streams.Append<Session>(
                        id,
                        command,
                        async (query, session, act) =>
                            Decide(command, session, Backlog.Of(await query.OfGroup(session.Group), session.Id), act)
                    )
            )
            .WithSummary("Offer a situation")
            .Produces<SessionView>()
            .For(Roles.Member);
}
