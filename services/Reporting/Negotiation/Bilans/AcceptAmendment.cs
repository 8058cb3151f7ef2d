using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>The facilitator takes an amendment into the text; every approval given before is void (S2).</summary>
public sealed record AcceptAmendment : Command
{
    /// <summary>Decides.</summary>
    /// <param name="isSame">Whether its text is the one that stands.</param>
    public static Decision Decide(Guid amendment, Bilan bilan, bool isSame = false) =>
        (Negotiable.Ended(bilan) ?? Negotiable.Agreed(bilan) ?? Negotiable.Waiting(bilan, amendment)) is { } refusal ? refusal
        : isSame && bilan.Objections.Any(o => o is { Stands: true, AuthorErased: true })
            ? Refusal.OfRule(
                Bilan.Agreement,
                "An objection stands whose author was erased, and the amendment leaves the text as it is.",
                "Amend the text: an objection whose author was erased falls by another one alone."
            )
        : new AmendmentAccepted(amendment);

    private static async Task<bool> IsSame(Guid amendment, Bilan bilan, Act act) =>
        bilan.Amendments.FirstOrDefault(a => a.Id == amendment) is { } proposed
        && ProposeAmendment.AreSame(
            (await act.Opening([proposed.Text])).Open(proposed.Text, "AmendmentProposed.Text"),
            await ProposeAmendment.Standing(bilan, proposed.Dimension, act)
        );

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/bilans/{id:guid}/amendments/{part:guid}/accept",
                (Guid id, Guid part, AcceptAmendment command, Streams streams) =>
                    streams.Append<Bilan>(
                        id,
                        command,
                        async (session, bilan, act) =>
                            Decide(part, bilan, await IsSame(part, bilan, act))
                                .Releasing(bilan, await session.LoadManyAsync<GroupRecord>([.. bilan.Groups]))
                    )
            )
            .WithSummary("Take an amendment into the text")
            .Produces<BilanView>()
            .For(Roles.Facilitator);
}
