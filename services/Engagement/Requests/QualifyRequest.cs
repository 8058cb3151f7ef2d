using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Requests;

/// <summary>Qualifies a request: a person decides the kind that the demand proposes, or another, and says why (S3).</summary>
/// <param name="Kind">The kind that a person decides on: the one that the demand proposes, or another (S3).</param>
/// <param name="Reason">Why it is this kind; kept sealed, and shown to whoever sees the request.</param>
public sealed record QualifyRequest(Kind Kind, Narrative Reason) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(QualifyRequest command, Request request, Act act) =>
        request.State != RequestState.Submitted
            ? Refusal.OfOrder("The request is not waiting to be qualified.", "Qualify a submitted request that has not been decided yet.")
            : new RequestQualified(Request.Propose(request.Demand), command.Kind, act.Seal(command.Reason, SealedAs.RequestReason));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/requests/{id:guid}/qualify",
                (Guid id, QualifyRequest command, Streams streams) =>
                    streams.Change<Request>(id, command, (request, act) => Decide(command, request, act))
            )
            .WithSummary("Qualify a request")
            .Produces<RequestView>()
            .For(Roles.Practice);
}
