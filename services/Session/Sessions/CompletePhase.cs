using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;
using PracticeAnalysis.ServiceDefaults.Texts;
using PracticeAnalysis.Session.Protocols;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Completes the phase that runs, once it has what the protocol asks.</summary>
public sealed record CompletePhase : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(string phase, Session session, Protocol protocol)
    {
        if (Guards.NotOpen(session) is { } notOpen)
        {
            return notOpen;
        }

        if (session.CurrentPhase != phase)
        {
            return Refusal.OfOrder("This phase does not run.", "Complete the phase that was started.");
        }

        var unmet = protocol.Phases.Single(p => p.Code == phase).Needs.Where(n => !n.IsMet(session)).ToArray();
        return unmet.Length == 0
            ? new PhaseCompleted(phase)
            : new Refusal(
                422,
                "rule-broken",
                "The phase lacks what the protocol asks of it.",
                "Bring what the rules name, then complete the phase.",
                [.. unmet.Select(n => new Rule(protocol.Name, NameOf(n), protocol.Source))]
            );
    }

    private static string NameOf(Need need) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(need.ToString());

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/sessions/{id:guid}/phases/{phase}/complete",
                (Guid id, string phase, CompletePhase command, ProtocolLibrary protocols, Streams streams) =>
                    streams.Change<Session>(id, command, (session, _) => Decide(phase, session, protocols.Pinned(session.Protocol)))
            )
            .WithSummary("Complete a phase")
            .Produces<SessionView>()
            .For(Roles.Facilitator);
}
