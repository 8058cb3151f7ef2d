using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Requests;

/// <summary>Declines a request: the practice will not take it, and says why.</summary>
/// <param name="Reason">Why the practice will not take it; kept sealed, and shown to whoever sees the request.</param>
public sealed record DeclineRequest(Narrative Reason) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(DeclineRequest command, Request request, Act act) =>
        request.State is not (RequestState.Submitted or RequestState.Qualified)
            ? Refusal.OfOrder("The request is closed.", "Decline a request that is submitted or qualified.")
            : new RequestDeclined(act.Seal(command.Reason, SealedAs.RequestReason));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/requests/{id:guid}/decline",
                (Guid id, DeclineRequest command, Streams streams) =>
                    streams.Change<Request>(id, command, (request, act) => Decide(command, request, act))
            )
            .WithSummary("Decline a request")
            .Produces<RequestView>()
            .For(Roles.Practice);
}
