using Microsoft.AspNetCore.Mvc;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Requests;

/// <summary>Which requests are listed: those that each given parameter fits.</summary>
/// <param name="State">Where they are; of several, any.</param>
/// <param name="Establishment">The id of the establishment that asked.</param>
/// <param name="Demand">What they are about.</param>
/// <param name="Kind">The kind that was decided; a request that is not qualified has none.</param>
/// <param name="AskedFrom">Submitted at this moment or later, as that was dated.</param>
/// <param name="AskedBefore">Submitted before this moment, as that was dated.</param>
/// <param name="Sort">Whether the oldest entered come first, as where it is not said, or the newest.</param>
public sealed record ListRequests(
    [FromQuery(Name = "state")] Word<RequestState>[]? State,
    [FromQuery(Name = "establishment")] Guid? Establishment,
    [FromQuery(Name = "demand")] Word<Demand>? Demand,
    [FromQuery(Name = "kind")] Word<Kind>? Kind,
    [FromQuery(Name = "askedFrom")] DateTimeOffset? AskedFrom,
    [FromQuery(Name = "askedBefore")] DateTimeOffset? AskedBefore,
    [FromQuery(Name = "sort")] Word<ListOrder>? Sort
) : IAsked
{
    /// <inheritdoc />
    public Refusal? Wrong() => Input.CheckOrder(AskedFrom, AskedBefore, "askedFrom", "askedBefore", isOpen: true);

    // The store narrows what it reads; whether it is visible is for the aggregate to say.
    private IQueryable<Request> Narrow(IQueryable<Request> requests, Actor actor)
    {
        var (person, own) = (actor.Person, actor.Establishment);
        requests = actor.Role switch
        {
            Roles.Facilitator => requests.Where(r => r.Facilitator == person),
            Roles.Establishment => requests.Where(r => r.Establishment == own),
            _ => requests,
        };
        if (State is [_, ..])
        {
            requests = requests.WhereAny(r => r.State, State.Select(s => s.Value));
        }

        if (Establishment is { } establishment)
        {
            requests = requests.Where(r => r.Establishment == establishment);
        }

        if (Demand is { Value: var demand })
        {
            requests = requests.Where(r => r.Demand == demand);
        }

        if (AskedFrom?.ToUniversalTime() is { } from)
        {
            requests = requests.Where(r => r.AskedAt >= from);
        }

        return AskedBefore?.ToUniversalTime() is { } before ? requests.Where(r => r.AskedAt < before) : requests;
    }

    // Before a kind is decided there is none.
    private bool Fits(Request request) => Kind is not { Value: var kind } || request.Kind == kind;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/requests",
                ([AsParameters] ListRequests asked, [AsParameters] Portion portion, HttpContext http, Streams streams) =>
                    streams.List<Request>(
                        all => asked.Narrow(all, Actor.From(http.User)!),
                        portion,
                        asked.Sort?.Value ?? default,
                        asked.Fits
                    )
            )
            .WithSummary("List the requests you may see")
            .Produces<Page<RequestView>>()
            .For(Roles.Practice, Roles.Establishment, Roles.Facilitator);
}
