using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Establishments;

/// <summary>Accepts a succession that is announced, as the successor, who pays from its effect on: by a token of its own, or as the practice records it.</summary>
/// <param name="ShownBy">What shows it, where the practice records it: 3 to 200 plain characters by which it can be looked up, such as a letter's title and date.</param>
public sealed record AcceptSuccession(Narrative? ShownBy = null) : Command
{
    private const int DaysToContest = 14;
    private static readonly Rule PayerAgrees = new("always", "payer-agrees", "design");

    private static readonly Refusal ByNoKey = new(
        403,
        "forbidden",
        "An API key cannot accept a succession.",
        "Accept it with the token of someone at the successor."
    );

    /// <summary>Decides. What the practice records takes effect once the successor may object to it no more.</summary>
    /// <param name="byKey">Whether an API key asks: a program does not have the house pay.</param>
    /// <param name="concerned">Whom it concerns.</param>
    public static Decision Decide(AcceptSuccession command, bool byKey, Establishment establishment, Concerned concerned, Act act)
    {
        if (byKey && !act.By.Is(Roles.Practice))
        {
            return ByNoKey;
        }

        if (
            (
                Successions.Over(establishment, act, out var announced)
                ?? Silent(command, establishment, act)
                ?? Successions.Untimely(act, concerned)
            ) is
            { } refusal
        )
        {
            return refusal;
        }

        if (!act.By.Is(Roles.Practice))
        {
            return announced is { AcceptedAt: not null, ContestableUntil: null }
                ? Decision.Nothing
                : Successions.Agreed(establishment, new SuccessionAccepted(announced.Successor), concerned, act);
        }

        var until = act.Now.AddDays(DaysToContest);
        return announced.AcceptedAt is not null
            ? Decision.Nothing
            : Decision
                .Of(
                    new SuccessionAccepted(
                        announced.Successor,
                        act.Seal(new(NormalForm.Of(command.ShownBy!.Value.Text)), SealedAs.SuccessionShownBy),
                        until
                    )
                )
                .Scheduling(until, new SuccessionDue(establishment.Id, until));
    }

    // Why who is to pay has not agreed, or null.
    private static Refusal? Silent(AcceptSuccession command, Establishment establishment, Act act) =>
        act.By.Establishment == establishment.Announced!.Successor ? null
        : !act.By.Is(Roles.Practice)
            ? Refusal.OfRule(
                PayerAgrees,
                "The successor must accept it, since it will pay from then on.",
                "Confirm it as the establishment being replaced."
            )
        : establishment.Declining.Contains(establishment.Announced.Successor)
            ? Refusal.OfRule(
                PayerAgrees,
                "The successor objected to taking over: your word alone is no longer enough.",
                "Have the successor accept it with its own token."
            )
        : command.ShownBy is not { } shown
            ? Refusal.OfRule(
                PayerAgrees,
                "The successor has not accepted it.",
                "Have the successor accept it, or state in shownBy what proves that it did."
            )
        : Input.CheckReference(shown.Text, "shownBy");

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/establishments/{id:guid}/succession/accept",
                (Guid id, AcceptSuccession command, FrameLibrary frames, HttpContext http, Streams streams) =>
                    streams.Append<Establishment>(
                        id,
                        command,
                        async (session, establishment, act) =>
                            Decide(
                                command,
                                Access.ApiKeys.IsOne(http.User),
                                establishment,
                                await session.Concerned(establishment, frames),
                                await act.Under(id)
                            )
                    )
            )
            .WithSummary("Accept, as the successor, a succession that is announced")
            .Produces<EstablishmentView>()
            .For(Roles.Practice, Roles.Establishment);
}
