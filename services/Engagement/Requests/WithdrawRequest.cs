using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Requests;

/// <summary>Withdraws a request: the one who asked no longer does, and says why.</summary>
/// <param name="Reason">Why it is asked no longer; kept sealed, and shown to whoever sees the request.</param>
public sealed record WithdrawRequest(Narrative Reason) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(WithdrawRequest command, Request request, Act act) =>
        request.State is not (RequestState.Submitted or RequestState.Qualified)
            ? Refusal.OfOrder("The request is closed.", "Withdraw a request that is submitted or qualified.")
            : new RequestWithdrawn(act.Seal(command.Reason, SealedAs.RequestReason));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/requests/{id:guid}/withdraw",
                (Guid id, WithdrawRequest command, Streams streams) =>
                    streams.Change<Request>(id, command, (request, act) => Decide(command, request, act))
            )
            .WithSummary("Withdraw a request")
            .Produces<RequestView>()
            .For(Roles.Practice, Roles.Establishment);
}
