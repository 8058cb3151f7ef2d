using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Protocols;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>The narrator says what they want; the objective must depend on the narrator (S4).</summary>
/// <param name="Text">What the narrator wants; kept sealed, and stated anew it takes the place of the one before.</param>
/// <param name="DependsOnNarrator">Whether reaching it is in the narrator's own hands.</param>
public sealed record StateObjective(Narrative Text, bool DependsOnNarrator) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(StateObjective command, Session session, Protocol protocol, Act act) =>
        (
            Guards.NotOpen(session)
            ?? Guards.NotNarrator(session, act, protocol)
            ?? Guards.NotInPhase(session, protocol, Need.ObjectiveStated)
        )
            is { } refusal
            ? refusal
        : !command.DependsOnNarrator
            ? Refusal.OfRule(
                new(protocol.Name, "objective-depends-on-narrator", protocol.Source),
                "The objective does not depend on the narrator.",
                "State what the narrator can do themselves."
            )
        : new ObjectiveStated(act.Seal(command.Text, "ObjectiveStated.Text"));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/sessions/{id:guid}/objective",
                (Guid id, StateObjective command, ProtocolLibrary protocols, Streams streams) =>
                    streams.Append<Session>(id, command, (session, act) => Decide(command, session, protocols.Pinned(session), act))
            )
            .WithSummary("State the narrator's objective")
            .Produces<SessionView>()
            .For(Roles.Member);
}
