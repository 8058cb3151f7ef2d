using System.ComponentModel;
using System.Text;
using Marten;
using Microsoft.AspNetCore.Mvc;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>Reads what was released of a scope: the same question has the same bytes for an answer, in each format, at every time; of a chart, as long as what was
/// released of the periods beside it stands.</summary>
public sealed class ReadIndicators(IDocumentStore store, TimeProvider time)
{
    private const string OfPeriod =
        "A calendar quarter, such as 2026-Q3, or year, such as 2026, in UTC and of 2000 to 2199. It must have ended, a year 31 days ago.";
    private static readonly AnswerForms OfCharts = new(("svg", "image/svg+xml"), ("html", "text/html"));

    /// <summary>Whose own the figures of a scope are, beside the roles and the grants that the routes ask for. A platform reads with a higher floor.</summary>
    public static bool MayPull(Actor actor, Scope scope) =>
        !actor.Is(Roles.Establishment) || (scope.Kind == ScopeKind.Establishment && scope.Code == actor.Establishment?.ToString());

    /// <summary>Where the indicators of a scope are read.</summary>
    public static string PathOf(Scope scope) =>
        scope.Kind == ScopeKind.Establishment ? $"/v1/establishments/{scope.Code}" : $"/v1/roll-ups/{Words.Of(scope.Kind)}/{scope.Code}";

    /// <summary>The figures of a closed period, as JSON or CSV, or one series of them as a chart.</summary>
    /// <param name="write">Writes what is asked for, which comes last; null where it has no such series.</param>
    /// <param name="beside">Which periods are shown beside it, where a release of them stands.</param>
    public async Task<IResult> Read(
        HttpContext http,
        Scope scope,
        string period,
        Func<IReadOnlyList<Frozen>, string?> write,
        Func<string, IResult> serve,
        Func<CalendarPeriod, IReadOnlyList<CalendarPeriod>>? beside = null
    )
    {
        var asked = CalendarPeriod.Parse(period)!;
        var actor = Actor.From(http.User)!;
        if (!MayPull(actor, scope))
        {
            return None(scope).ToResult();
        }

        if (asked.Running(time.GetUtcNow()) is { } running)
        {
            return running.ToResult();
        }

        await using var session = await store.ForTenant(actor.Tenant, http.RequestAborted);
        var released = await session.LoadAsync<IndicatorRelease>(IndicatorRelease.IdOf(actor.Tenant, asked), http.RequestAborted);
        if (released?.Last(scope) is not { } last || !await IsGranted(session, actor, last, http.RequestAborted))
        {
            return None(scope).ToResult();
        }

        if (last.RetractedAt is not null)
        {
            return Retracted.ToResult();
        }

        var before = await Standing(session, actor, scope, beside?.Invoke(asked) ?? [], http.RequestAborted);
        return write([.. before, last.For(actor)]) is { } text
            ? Served(http, text, $"{last.For(actor).Hash}.{Canonical.Hash(text)[..16]}", serve)
            : SeriesAsked.NotOffered.ToResult();
    }

    // The releases of these periods that stand, in their order.
    private async Task<IReadOnlyList<Frozen>> Standing(
        IQuerySession session,
        Actor actor,
        Scope scope,
        IReadOnlyList<CalendarPeriod> periods,
        CancellationToken cancel
    )
    {
        var shown = new List<Frozen>();
        foreach (var period in periods)
        {
            var released = await session.LoadAsync<IndicatorRelease>(IndicatorRelease.IdOf(actor.Tenant, period), cancel);
            if (released?.Last(scope) is { RetractedAt: null } last && await IsGranted(session, actor, last, cancel))
            {
                shown.Add(last.For(actor));
            }
        }

        return shown;
    }

    /// <summary>Every release of a scope, those retracted too.</summary>
    public async Task<IResult> List(HttpContext http, Scope scope, Portion portion)
    {
        var actor = Actor.From(http.User)!;
        if (!MayPull(actor, scope))
        {
            return None(scope).ToResult();
        }

        await using var session = await store.ForTenant(actor.Tenant, http.RequestAborted);
        var periods = await session.Query<IndicatorRelease>().ToListAsync(http.RequestAborted);
        var items = new List<ReleaseLine>();
        foreach (var period in periods.OrderBy(p => p.Period, StringComparer.Ordinal))
        {
            foreach (var release in period.Of(scope))
            {
                if (await IsGranted(session, actor, release, http.RequestAborted))
                {
                    items.Add(ReleaseLine.Of(period, release, actor));
                }
            }
        }

        return items.Count > 0 || await IsKnown(session, actor, scope, http.RequestAborted)
            ? Results.Ok(new ReleasesView(portion.Of(items, r => $"{r.Release}")))
            : None(scope).ToResult();
    }

    // Of an establishment that is there nothing was released yet; a platform learns of no more than releases.
    private static async Task<bool> IsKnown(IQuerySession session, Actor actor, Scope scope, CancellationToken cancel) =>
        !actor.Is(Roles.Platform)
        && scope.Kind == ScopeKind.Establishment
        && await session.LoadAsync<EstablishmentRecord>(Guid.Parse(scope.Code), cancel) is not null;

    // A platform reads a roll-up where each establishment that it was computed from grants it indicators.
    private async Task<bool> IsGranted(IQuerySession session, Actor actor, Release release, CancellationToken cancel) =>
        !actor.Is(Roles.Platform)
        || await GrantedAlone.ByEach(session, actor, release.Establishments, Scopes.ReadIndicators, time.GetUtcNow(), cancel);

    // A platform waits for a grant of its own, which another service tells of; all others for what was released, which is there at once.
    private static async Task<bool> Reflects(
        IQuerySession session,
        Guid establishment,
        Actor actor,
        Written written,
        DateTimeOffset now,
        CancellationToken cancel
    ) =>
        actor.Is(Roles.Platform)
            ? await session.LoadAsync<LearnedGrant>(LearnedGrant.StreamOf(written.Resource), cancel)
                is { Granted.Platform: var platform } grant
                && platform == actor.Person
                && await session.Learned([grant.Id], actor, written, cancel)
            : await session.LoadAsync<IndicatorRelease>(written.Resource, cancel) is { } period
                && period.Version >= written.Version
                && (actor.Is(Roles.Practice) || (actor.Establishment == establishment && period.Last(Of(establishment)) is not null));

    private static Scope Of(Guid establishment) => new(ScopeKind.Establishment, establishment.ToString());

    private static Refusal None(Scope scope) => scope.Kind == ScopeKind.Establishment ? Refusal.NotFound : NoRollUp;

    private static Refusal NoRollUp { get; } =
        new(
            404,
            "not-found",
            "There is no such roll-up, or you may not see it, or nothing was released for this period.",
            "Roll-ups exist for an association, an entity, a territory and practice/all; /indicators/releases lists what was released."
        );

    private static Refusal Retracted { get; } =
        new(410, "retracted", "The release was retracted.", "The list of releases says why; its practice may publish it again.");

    private static IResult Served(HttpContext http, string text, string tag, Func<string, IResult> serve)
    {
        var etag = $"\"{tag}\"";
        http.Response.Headers.ETag = etag;
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.Append("Vary", "Authorization, Accept-Language");
        var known = http.Request.Headers.IfNoneMatch.SelectMany(h => h?.Split(',') ?? []).Select(h => h.Trim());
        return known.Any(h => h == etag || h == "*") ? Results.StatusCode(304) : serve(text);
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        Route(
            routes,
            "/v1/establishments/{id:guid}",
            "an establishment",
            http => new(ScopeKind.Establishment, http.GetRouteValue("id")!.ToString()!.ToLowerInvariant()),
            [Roles.Establishment, Roles.Practice, Roles.Platform]
        );
        Route(routes, "/v1/roll-ups/{kind}/{code}", "a roll-up", RollUp, [Roles.Practice, Roles.Platform]);
    }

    // association/123456789, entity/380000000, territory/38, practice/all; anything else is nobody's.
    private static Scope RollUp(HttpContext http) =>
        Enum.GetValues<ScopeKind>()
            .Where(k => k != ScopeKind.Establishment && Words.Of(k) == http.GetRouteValue("kind") as string)
            .Select(k => new Scope(k, (string)http.GetRouteValue("code")!))
            .FirstOrDefault(new Scope(ScopeKind.Practice, string.Empty));

    private static void Route(IEndpointRouteBuilder routes, string path, string whose, Func<HttpContext, Scope> scope, string[] readers)
    {
        Granted(
            routes
                .MapGet(
                    $"{path}/indicators",
                    ([AsParameters] PeriodAsked asked, string? format, HttpContext http, ReadIndicators indicators) =>
                        AnswerForms.OfTables.Of(http, format) switch
                        {
                            "json" => indicators.Read(http, scope(http), asked.Period, read => read[^1].Bytes, As("application/json")),
                            "csv" => indicators.Read(
                                http,
                                scope(http),
                                asked.Period,
                                read => IndicatorsCsv.Write(read[^1], TableForm.Of(http.Request)),
                                text =>
                                {
                                    TableForm
                                        .Of(http.Request)
                                        .Name(http.Response, $"indicators-{asked.Period}", $"indicateurs-{asked.Period}");
                                    return As(TableForm.Type)(text);
                                }
                            ),
                            _ => Task.FromResult(AnswerForms.OfTables.None.ToResult()),
                        }
                )
                .WithSummary($"Read the indicators of {whose} for a closed quarter or year")
                .Produces<IndicatorsView>(200, "application/json", "text/csv")
                .WithMetadata(IndicatorsCsv.Form, Language.Asked, AnswerForms.OfTables, new SendsETag())
                .ProducesProblem(409)
                .ProducesProblem(410),
            readers
        );
        Granted(
            routes
                .MapGet(
                    $"{path}/indicators/releases",
                    ([AsParameters] Portion portion, HttpContext http, ReadIndicators indicators) =>
                        indicators.List(http, scope(http), portion)
                )
                .WithSummary($"List what was released of {whose}")
                .Produces<ReleasesView>(),
            readers
        );
        Granted(
            routes
                .MapGet(
                    $"{path}/indicators/chart",
                    (
                        [AsParameters] PeriodAsked asked,
                        [AsParameters] SeriesAsked drawn,
                        [Description("The form of the answer: svg or html; as Accept has it, where none is named.")] string? format,
                        HttpContext http,
                        ReadIndicators indicators
                    ) =>
                    {
                        var language = Language.Of(http.Request, "fr");
                        Chart? Drawn(IReadOnlyList<Frozen> read) => Chart.Of(read, drawn.Series, language);
                        return OfCharts.Of(http, format) switch
                        {
                            "svg" => indicators.Read(
                                http,
                                scope(http),
                                asked.Period,
                                read => Drawn(read)?.Draw(),
                                As("image/svg+xml"),
                                p => p.Beside
                            ),
                            "html" => indicators.Read(
                                http,
                                scope(http),
                                asked.Period,
                                read => Drawn(read) is { } chart ? HtmlPage.Text(language, chart.Title, chart.Page()) : null,
                                page => HtmlPage.Whole(http, page),
                                p => p.Beside
                            ),
                            _ => Task.FromResult(OfCharts.None.ToResult()),
                        };
                    }
                )
                .WithMetadata(Language.Asked, OfCharts, new SendsETag())
                .WithSummary(
                    $"Read a series of the indicators of {whose} as a chart, beside the periods before, or as a page with its table"
                )
                .Produces<string>(200, "image/svg+xml", "text/html")
                .ProducesProblem(409)
                .ProducesProblem(410),
            readers
        );
    }

    private static Func<string, IResult> As(string type) => text => Results.Bytes(Encoding.UTF8.GetBytes(text), type);

    // To a platform that an establishment grants nothing, not even what it asks for wrongly is there. Of a roll-up the release tells who has to grant it.
    // Who waits for the grant asks before it is there.
    private static void Granted(RouteHandlerBuilder route, string[] readers) =>
        (
            readers.Contains(Roles.Establishment)
                ? route.Reflects(Reflects).ToPlatformsByGrant(Scopes.ReadIndicators)
                : route.Reflects(Reflects)
        ).For(readers);
}

/// <summary>Of which period figures are read.</summary>
/// <param name="Period">A calendar quarter, such as 2026-Q3, or year, such as 2026, in UTC and of 2000 to 2199. It must have ended, a year 31 days ago.</param>
public sealed record PeriodAsked([FromQuery(Name = "period"), Wanted(ClosePeriod.Wanted)] string Period) : IAsked
{
    /// <inheritdoc />
    public Refusal? Wrong() => CalendarPeriod.Parse(Period) is null ? ClosePeriod.Malformed : null;
}

/// <summary>Which figures are drawn together.</summary>
/// <param name="Series">participation, gollac, rps-du or pulse; of releases of version 1 also levels, tracks and bilans.</param>
public sealed record SeriesAsked([FromQuery(Name = "series"), Wanted("Give one of: participation, gollac, rps-du, pulse.")] string Series)
    : IAsked
{
    /// <summary>No release has it, or this one has not.</summary>
    internal static Refusal NotOffered { get; } =
        Refusal.OfInput("series is not one of those offered.", Input.OneOf(IndicatorCatalogue.Newest.Series.Select(s => s.Code)));

    /// <inheritdoc />
    public Refusal? Wrong() =>
        Series is null || IndicatorCatalogue.All.SelectMany(catalogue => catalogue.Series).Any(s => s.Code == Series) ? null : NotOffered;
}

/// <summary>A release, as it is listed.</summary>
/// <param name="Release">Its id, as <c>release</c> of its figures.</param>
/// <param name="Period">The quarter, such as 2026-Q3, or the year, such as 2026.</param>
/// <param name="Number">Of this scope and period, counted from one.</param>
/// <param name="PublishedAt">When it was published: since then it is frozen.</param>
/// <param name="Hash">SHA-256, in lower hexadecimal, of the JSON that this reader is served.</param>
/// <param name="Corrects">The release that it takes the place of; null for the first of its scope and period.</param>
/// <param name="RetractedAt">When it was retracted: its figures are served no more. Null while it stands.</param>
/// <param name="Retraction">Why it was retracted; null while it stands.</param>
public sealed record ReleaseLine(
    Guid Release,
    string Period,
    int Number,
    DateTimeOffset PublishedAt,
    string Hash,
    Guid? Corrects,
    DateTimeOffset? RetractedAt,
    RetractionReason? Retraction
)
{
    /// <summary>The line.</summary>
    public static ReleaseLine Of(IndicatorRelease period, Release r, Actor actor) =>
        new(r.Id, period.Period, r.Number, r.PublishedAt, r.For(actor).Hash, r.Corrects, r.RetractedAt, r.Retraction);
}

/// <summary>The releases of a scope.</summary>
/// <param name="Items">By period, then as they were published; those retracted too.</param>
public sealed record ReleasesView(IReadOnlyList<ReleaseLine> Items);
