using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Protocols;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>The narrator says from where they start; the feedback is measured against it (S4).</summary>
/// <param name="Text">From where the narrator starts; kept sealed, and stated anew it takes the place of the one before.</param>
public sealed record StateStartingPosition(Narrative Text) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(StateStartingPosition command, Session session, Protocol protocol, Act act) =>
        (
            Guards.NotOpen(session)
            ?? Guards.NotNarrator(session, act, protocol)
            ?? Guards.NotInPhase(session, protocol, Need.StartingPositionStated)
        )
            is { } refusal
            ? refusal
            : new StartingPositionStated(act.Seal(command.Text, "StartingPositionStated.Text"));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/sessions/{id:guid}/starting-position",
                (Guid id, StateStartingPosition command, ProtocolLibrary protocols, Streams streams) =>
                    streams.Append<Session>(id, command, (session, act) => Decide(command, session, protocols.Pinned(session), act))
            )
            .WithSummary("State the narrator's starting position")
            .Produces<SessionView>()
            .For(Roles.Member);
}
