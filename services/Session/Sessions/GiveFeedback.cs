using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Protocols;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>The narrator gives feedback to the group, against the position from which they started (S4).</summary>
/// <param name="Text">The narrator's word to the group; kept sealed, and given anew it takes the place of the one before.</param>
public sealed record GiveFeedback(Narrative Text) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(GiveFeedback command, Session session, Protocol protocol, Act act) =>
        (Guards.NotOpen(session) ?? Guards.NotNarrator(session, act, protocol) ?? Guards.NotInPhase(session, protocol, Need.FeedbackGiven))
            is { } refusal
            ? refusal
        : session.StartingPosition is null
            ? Refusal.OfRule(
                new(protocol.Name, "starting-position", protocol.Source),
                "There is no starting position to give feedback against.",
                "State the starting position in its phase."
            )
        : new FeedbackGiven(act.Seal(command.Text, "FeedbackGiven.Text"));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/sessions/{id:guid}/feedback",
                (Guid id, GiveFeedback command, ProtocolLibrary protocols, Streams streams) =>
                    streams.Append<Session>(id, command, (session, act) => Decide(command, session, protocols.Pinned(session), act))
            )
            .WithSummary("Give the narrator's feedback")
            .Produces<SessionView>()
            .For(Roles.Member);
}
