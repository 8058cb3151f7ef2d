using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Protocols;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Starts a phase: the next one of the protocol, or another as far as the protocol may be left.</summary>
/// <param name="Minutes">A soft time box, 1 to 600; the protocol's where absent.</param>
/// <param name="Reason">Why a guided protocol is left, where it is.</param>
public sealed record StartPhase([property: Between(1, 600)] int? Minutes = null, Narrative? Reason = null) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(StartPhase command, string phase, Session session, Protocol protocol, Act act) =>
        Guards.NotOpen(session) is { } notOpen ? notOpen
        : protocol.Phases.SingleOrDefault(p => p.Code == phase) is not { } started ? Refusal.NotFound
        : Input.CheckNumbers(command) is { } noNumber ? noNumber
        : session.Present.Count == 0 ? Refusal.OfOrder("The attendance is not recorded.", "Record who is present first.")
        : session.CurrentPhase is not null ? Refusal.OfOrder("A phase is in progress.", "Complete it first.")
        : Boxed(
            (
                session.NextPhase(protocol) == started
                    ? Decision.Nothing
                    : ProtocolDeviation.Leave(
                        session,
                        protocol,
                        phase,
                        command.Reason,
                        Refusal.OfRule(
                            new(protocol.Name, "phase-order", protocol.Source),
                            "This is not the next phase of the protocol.",
                            "Follow the protocol's order; GET /v1/protocols/{name} shows it."
                        ),
                        act
                    )
            ).And(new PhaseStarted(phase, command.Minutes ?? started.Minutes)),
            phase,
            command.Minutes ?? started.Minutes,
            act
        );

    private static Decision Boxed(Decision started, string phase, int? minutes, Act act) =>
        started.Refusal is null && minutes is { } box
            ? TimeBoxes.Reminding(started, phase, act.Stream, act.OccurredAt.AddMinutes(box), act)
            : started;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/sessions/{id:guid}/phases/{phase}/start",
                (Guid id, string phase, StartPhase command, ProtocolLibrary protocols, Streams streams) =>
                    streams.Change<Session>(id, command, (session, act) => Decide(command, phase, session, protocols.Pinned(session), act))
            )
            .WithSummary("Start a phase")
            .Produces<SessionView>()
            .For(Roles.Facilitator);
}
