using Microsoft.AspNetCore.Mvc;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>The engagements that a reader sees.</summary>
public sealed record EngagementsView(IReadOnlyList<EngagementView> Items);

/// <summary>Which engagements are listed: those that each given parameter fits.</summary>
/// <param name="State">Where they are; of several, any.</param>
/// <param name="Establishment">The id of an establishment that they are for, the one that pays or another. An establishment finds by its own alone.</param>
/// <param name="Facilitator">The id of who is assigned to them.</param>
/// <param name="Kind">Their nature, as it was decided or redirected.</param>
/// <param name="Frame">The name of a frame that their dispositif follows, in any version.</param>
/// <param name="ActivatedFrom">Active since this moment or later, as that was dated.</param>
/// <param name="ActivatedBefore">Active since before this moment, as that was dated.</param>
/// <param name="Sort">Whether the oldest entered come first, as where it is not said, or the newest.</param>
public sealed record ListEngagements(
    [FromQuery(Name = "state")] Word<EngagementState>[]? State,
    [FromQuery(Name = "establishment")] Guid? Establishment,
    [FromQuery(Name = "facilitator")] Guid? Facilitator,
    [FromQuery(Name = "kind")] Word<Kind>? Kind,
    [FromQuery(Name = "frame")] string? Frame,
    [FromQuery(Name = "activatedFrom")] DateTimeOffset? ActivatedFrom,
    [FromQuery(Name = "activatedBefore")] DateTimeOffset? ActivatedBefore,
    [FromQuery(Name = "sort")] Word<ListOrder>? Sort
) : IAsked
{
    /// <inheritdoc />
    public Refusal? Wrong() => Input.CheckOrder(ActivatedFrom, ActivatedBefore, "activatedFrom", "activatedBefore", isOpen: true);

    private IQueryable<Engagement> Narrow(IQueryable<Engagement> all, Actor actor)
    {
        var engagements = all.Where(ReadEngagements.Of(actor));
        if (State is [_, ..])
        {
            engagements = engagements.WhereAny(e => e.State, State.Select(s => s.Value));
        }

        if (Establishment is { } establishment)
        {
            // Which others an engagement is for is told to none of them: what finds it by another's id would tell.
            engagements =
                actor.Is(Roles.Establishment) && establishment != actor.Establishment
                    ? engagements.Where(e => e.Id == Guid.Empty)
                    : engagements.Where(e => e.Establishment == establishment || e.Spans.Any(s => s == establishment));
        }

        if (Facilitator is { } facilitator)
        {
            engagements = engagements.Where(e => e.Facilitator == facilitator);
        }

        if (Kind is { Value: var kind })
        {
            engagements = engagements.Where(e => e.Kind == kind);
        }

        if (Frame is not null)
        {
            engagements = engagements.Where(e => e.Dispositif!.Frames.Any(f => f.Name == Frame));
        }

        if (ActivatedFrom?.ToUniversalTime() is { } from)
        {
            engagements = engagements.Where(e => e.ActivatedAt >= from);
        }

        return ActivatedBefore?.ToUniversalTime() is { } before ? engagements.Where(e => e.ActivatedAt < before) : engagements;
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/engagements",
                ([AsParameters] ListEngagements asked, [AsParameters] Portion portion, HttpContext http, Streams streams) =>
                    streams.List<Engagement>(all => asked.Narrow(all, Actor.From(http.User)!), portion, asked.Sort?.Value ?? default)
            )
            .WithSummary("List the engagements you may see")
            .Produces<EngagementsView>()
            .For(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member);
}
