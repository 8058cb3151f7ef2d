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
    public static Decision Decide(Guid amendment, Bilan bilan) =>
        (Negotiable.Ended(bilan) ?? Negotiable.Agreed(bilan) ?? Negotiable.Waiting(bilan, amendment)) is { } refusal
            ? refusal
            : new AmendmentAccepted(amendment);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/bilans/{id:guid}/amendments/{part:guid}/accept",
                (Guid id, Guid part, AcceptAmendment command, Streams streams) =>
                    streams.Append<Bilan>(
                        id,
                        command,
                        async (session, bilan, _) =>
                            Decide(part, bilan).Releasing(bilan, await session.LoadManyAsync<GroupRecord>([.. bilan.Groups]))
                    )
            )
            .WithSummary("Take an amendment into the text")
            .Produces<BilanView>()
            .For(Roles.Facilitator);
}
