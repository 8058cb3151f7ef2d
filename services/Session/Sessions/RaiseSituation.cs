using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;
using PracticeAnalysis.ServiceDefaults.Texts;
using PracticeAnalysis.Session.Protocols;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Offers a lived work situation to the group; any member present may, before one is chosen.</summary>
public sealed record RaiseSituation(Narrative Text) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(RaiseSituation command, Session session, Act act) =>
        (Guards.NotOpen(session) ?? Guards.NotPresent(session, act)) is { } refusal ? refusal
        : session.ChosenSituation is not null ? Refusal.OfOrder("A situation is chosen already.", "Raise it in another session.")
        : new SituationRaised(act.NewId, act.By.Person, act.Seal(command.Text, "SituationRaised.Text"));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/sessions/{id:guid}/situations",
                (Guid id, RaiseSituation command, Streams streams) =>
                    streams.Append<Session>(id, command, (session, act) => Decide(command, session, act))
            )
            .WithSummary("Offer a situation")
            .Produces<SessionView>()
            .For(Roles.Member);
}
