using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Establishments;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>Opens the engagement of a qualified request, under the id that the request reserved for it.</summary>
/// <param name="Request">The request; it is converted with it.</param>
public sealed record OpenEngagement(Guid Request) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Request? request, Establishment? establishment, Act act) =>
        request is null || !request.IsVisibleTo(act.By) ? Refusal.NotFound.At("request")
        : SucceedEstablishment.Settled(establishment) is { } settled ? settled
        : request.State == RequestState.Converted
            ? Refusal.OfOrder(
                $"The request has already become engagement {request.Engagement}.",
                "Read it with GET /v1/engagements/{id}; for another engagement, submit another request."
            )
        : request is not { State: RequestState.Qualified, Kind: { } kind }
            ? Refusal.OfOrder("The request is not qualified, or no longer is.", "Open an engagement from a qualified request.")
        : Input.CheckTime(act, request) is { } untimely ? untimely
        : Decision
            .Of(new EngagementOpened(request.Id, request.Establishment, kind))
            .At(request.Engagement)
            .With(request, new RequestConverted());

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/engagements",
                (OpenEngagement command, Streams streams) =>
                    streams.Start<Engagement>(
                        command,
                        async (session, act) =>
                            await session.LoadAsync<Request>(command.Request) is { } request
                                ? Decide(request, await SucceedEstablishment.Standing(session, request.Establishment), act)
                                : Refusal.NotFound.At("request")
                    )
            )
            .WithSummary("Open the engagement of a qualified request")
            .Produces<EngagementView>(201)
            .For(Roles.Practice);
}
