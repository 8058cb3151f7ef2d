using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Protocols;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Completes the phase that runs, once it has what the protocol asks, or as far as the protocol may be left.</summary>
/// <param name="Reason">Why a guided protocol is left, where it is.</param>
public sealed record CompletePhase(Narrative? Reason = null) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(CompletePhase command, string phase, Session session, Protocol protocol, Act act)
    {
        if (Guards.NotOpen(session) is { } notOpen)
        {
            return notOpen;
        }

        if (session.CurrentPhase != phase)
        {
            return Refusal.OfOrder("This phase is not in progress.", "Complete the phase in progress.");
        }

        var unmet = protocol.Phases.Single(p => p.Code == phase).Unmet(protocol, session);
        return (
            unmet.Count == 0
                ? Decision.Nothing
                : ProtocolDeviation.Leave(
                    session,
                    protocol,
                    phase,
                    command.Reason,
                    new Refusal(
                        422,
                        "rule-broken",
                        "The phase lacks what the protocol requires.",
                        "Bring what the rules ask for, then complete the phase.",
                        unmet
                    ),
                    act
                )
        ).And(new PhaseCompleted(phase));
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/sessions/{id:guid}/phases/{phase}/complete",
                (Guid id, string phase, CompletePhase command, ProtocolLibrary protocols, Streams streams) =>
                    streams.Change<Session>(id, command, (session, act) => Decide(command, phase, session, protocols.Pinned(session), act))
            )
            .WithSummary("Complete a phase")
            .Produces<SessionView>()
            .For(Roles.Facilitator);
}
