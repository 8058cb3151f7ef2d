using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;
using PracticeAnalysis.ServiceDefaults.Texts;
using PracticeAnalysis.Session.Protocols;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Starts the next phase of the protocol; the order is immutable.</summary>
public sealed record StartPhase : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(string phase, Session session, Protocol protocol) =>
        Guards.NotOpen(session) is { } notOpen ? notOpen
        : protocol.Phases.All(p => p.Code != phase) ? Refusal.NotFound
        : session.Present.Count == 0 ? Refusal.OfOrder("The attendance is not recorded.", "Record who is present first.")
        : session.CurrentPhase is not null ? Refusal.OfOrder("A phase runs.", "Complete it first.")
        : protocol.Phases.ElementAtOrDefault(session.CompletedPhases.Count)?.Code != phase
            ? Refusal.OfRule(
                new(protocol.Name, "phase-order", protocol.Source),
                "This is not the next phase of the protocol.",
                "Follow the protocol's order; GET /v1/protocols/{name} shows it."
            )
        : new PhaseStarted(phase);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/sessions/{id:guid}/phases/{phase}/start",
                (Guid id, string phase, StartPhase command, ProtocolLibrary protocols, Streams streams) =>
                    streams.Change<Session>(id, command, (session, _) => Decide(phase, session, protocols.Pinned(session.Protocol)))
            )
            .WithSummary("Start a phase")
            .Produces<SessionView>()
            .For(Roles.Facilitator);
}
