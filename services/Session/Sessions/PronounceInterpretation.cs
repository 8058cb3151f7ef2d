using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Protocols;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>The narrator pronounces on an interpretation; every one is pronounced upon (S2).</summary>
/// <param name="Stance">Whether the interpretation holds, for the narrator (S2); said anew it takes the place of the one before.</param>
/// <param name="Text">What the narrator adds to it, where they do; kept sealed, and read by the group and its facilitator.</param>
public sealed record PronounceInterpretation(Stance Stance, Narrative? Text = null) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(PronounceInterpretation command, Guid contribution, Session session, Protocol protocol, Act act) =>
        (
            Guards.NotOpen(session)
            ?? Guards.Unknown(session, contribution)
            ?? Guards.NotNarrator(session, act, protocol)
            ?? Guards.NotInPhase(session, protocol, Need.EveryInterpretationPronounced)
        )
            is { } refusal
            ? refusal
        : session.Standing(ContributionKind.Interpretation).All(i => i.Id != contribution)
            ? Refusal.OfOrder(
                "This interpretation does not exist, or was withdrawn.",
                "Respond to interpretations that have not been withdrawn."
            )
        : new InterpretationPronounced(
            contribution,
            command.Stance,
            command.Text is { } text ? act.Seal(text, "InterpretationPronounced.Text") : null
        );

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/sessions/{id:guid}/contributions/{contribution:guid}/pronounce",
                (Guid id, Guid contribution, PronounceInterpretation command, ProtocolLibrary protocols, Streams streams) =>
                    streams.Append<Session>(
                        id,
                        command,
                        (session, act) => Decide(command, contribution, session, protocols.Pinned(session), act)
                    )
            )
            .WithSummary("Pronounce on an interpretation")
            .Produces<SessionView>()
            .For(Roles.Member);
}
