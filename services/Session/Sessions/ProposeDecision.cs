using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Protocols;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Proposes a decision to be agreed in common, in the phase that asks for one (S3, regulation).</summary>
/// <param name="Text">What is to be decided; kept sealed, and once adopted the group's own, which outlives whoever proposed it.</param>
public sealed record ProposeDecision(Narrative Text) : Command
{
    internal const string TextMember = "DecisionProposed.Text";

    /// <summary>Decides; a member who proposes agrees.</summary>
    public static Decision Decide(ProposeDecision command, Session session, Protocol protocol, Act act) =>
        (Guards.NotOpen(session) ?? Guards.NotPresent(session, act) ?? Guards.NotInPhase(session, protocol, Need.DecidedInCommon))
            is { } refusal
            ? refusal
        : new DecisionProposed(act.NewId, act.By.Person, act.Seal(command.Text, TextMember), session.Present) is var proposed
        && act.By.Is(Roles.Member)
            ? Decision.Of(proposed, new DecisionAgreed(act.NewId, act.By.Person))
        : proposed;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/sessions/{id:guid}/decisions",
                (Guid id, ProposeDecision command, ProtocolLibrary protocols, Streams streams) =>
                    streams.Append<Session>(id, command, (session, act) => Decide(command, session, protocols.Pinned(session), act))
            )
            .WithSummary("Propose a decision")
            .Produces<SessionView>()
            .For(Roles.Member, Roles.Facilitator);
    }
}
