using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Establishments;

/// <summary>Confirms a succession that is announced, as the establishment of before: it takes effect once the successor has accepted it, at once where it has.</summary>
public sealed record ConfirmSuccession : Command
{
    private static readonly Refusal ByNoKey = new(
        403,
        "forbidden",
        "An API key cannot confirm a succession.",
        "Confirm it with the token of someone at the establishment."
    );

    /// <summary>Decides.</summary>
    /// <param name="byKey">Whether an API key asks: a program does not give the house away.</param>
    /// <param name="concerned">Whom it concerns.</param>
    public static Decision Decide(bool byKey, Establishment establishment, Concerned concerned, Act act) =>
        byKey ? ByNoKey
        : Successions.Over(establishment, act, out var announced) is { } over ? over
        : act.By.Establishment != establishment.Id
            ? Refusal.OfRule(
                SucceedEstablishment.Rule,
                "The establishment being replaced must confirm it, not its successor.",
                "Accept it as the successor."
            )
        : Successions.Untimely(act, concerned) is { } untimely ? untimely
        : announced.IsConfirmed ? Decision.Nothing
        : concerned.Running.Any(e => e.Establishment == establishment.Id && e.Accepted.Any(a => a.IsContestable(act.Now)))
            ? Refusal.OfOrder(
                "The practice recorded in your name that you accepted something, which you may still contest.",
                "Contest it first, or confirm the succession after the contestableUntil date in accepted. Once the succession takes effect, you can no longer contest anything."
            )
        : Successions.Agreed(establishment, new SuccessionConfirmed(), concerned, act);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/establishments/{id:guid}/succession/confirm",
                (Guid id, ConfirmSuccession command, FrameLibrary frames, HttpContext http, Streams streams) =>
                    streams.Append<Establishment>(
                        id,
                        command,
                        async (session, establishment, act) =>
                            Decide(Access.ApiKeys.IsOne(http.User), establishment, await session.Concerned(establishment, frames), act)
                    )
            )
            .WithSummary("Confirm a succession that is announced: it takes effect once the successor has accepted it")
            .Produces<EstablishmentView>()
            .For(Roles.Establishment);
}
