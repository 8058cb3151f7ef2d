using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>Closes a quarter or a year that has ended: its figures may be released from now on, under these floors, of what is told by now.</summary>
/// <param name="Period">The quarter, such as 2026-Q3, or the year, such as 2026, whose quarters are closed.</param>
/// <param name="Floor">Fewest distinct persons behind a figure: 5, 10 or 11; 5, where absent.</param>
/// <param name="PlatformFloor">The same for platforms: 10 or 11, never lower than the floor; 10, where absent.</param>
public sealed record ClosePeriod(string Period, int? Floor = null, int? PlatformFloor = null) : Command
{
    private const int Least = 5;
    private const int LeastForPlatforms = 10;

    private static readonly int[] Floors = [Least, LeastForPlatforms, 11];

    /// <summary>What to give as a period.</summary>
    internal const string Wanted = "Give a quarter, as 2026-Q3, or a year, as 2026.";

    private static readonly Rule FloorRule = new("always", "floor", "design");

    /// <summary>Decides.</summary>
    /// <param name="closed">What was released of the period, where it is closed already.</param>
    /// <param name="quarters">Those of its quarters that are closed.</param>
    /// <param name="groups">The groups' records as they are.</param>
    /// <param name="places">Where establishments belong.</param>
    /// <param name="now">When it is closed.</param>
    public static Decision Decide(
        ClosePeriod command,
        IndicatorRelease? closed,
        IReadOnlyList<IndicatorRelease> quarters,
        IReadOnlyList<GroupRecord> groups,
        IReadOnlyList<EstablishmentRecord> places,
        string tenant,
        DateTimeOffset now
    )
    {
        if (CalendarPeriod.Parse(command.Period) is not { } period)
        {
            return Malformed;
        }

        if (period.Running(now) is { } running)
        {
            return running;
        }

        var floor = command.Floor ?? Least;
        var platforms = command.PlatformFloor ?? Math.Max(LeastForPlatforms, floor);
        return closed is not null ? Refusal.OfOrder("The period is closed.", "Publish the releases of this period.")
            : !Floors.Contains(floor) || !Floors.Contains(platforms) || platforms < Math.Max(LeastForPlatforms, floor)
                ? Refusal
                    .OfRule(
                        FloorRule,
                        "A floor must be 5, 10 or 11; the platforms' floor must be at least 10, and no lower than the establishment's.",
                        "Give 5, 10 or 11; for platforms 10 or 11, and no less than for the establishment."
                    )
                    .At("floor", "platformFloor")
            : period.IsYear && quarters.Count(q => q.Groups is not null) < period.Quarters.Count
                ? Refusal.OfOrder(
                    "A quarter of the year is not closed, or was closed under another methodology.",
                    "Close its quarters first."
                )
            : Decision
                .Of(
                    new PeriodClosed(
                        period.ToString(),
                        floor,
                        platforms,
                        [.. groups.Where(g => g.Activation is not null).OrderBy(g => g.Id).Select(g => new GroupState(g.Id, g.Version))],
                        [.. places.Where(p => p.Version > 1).OrderBy(p => p.Id).Select(p => new PlaceState(p.Id, p.Version))]
                    )
                )
                .At(IndicatorRelease.IdOf(tenant, period));
    }

    /// <summary>What names no period.</summary>
    internal static Refusal Malformed { get; } = Refusal.OfInput("period is neither a calendar quarter nor a year.", Wanted);

    /// <summary>Reads what it depends on, and decides.</summary>
    internal static async Task<Decision> Decide(ClosePeriod command, IQuerySession session, DateTimeOffset now)
    {
        var period = CalendarPeriod.Parse(command.Period);
        Guid IdOf(CalendarPeriod of) => IndicatorRelease.IdOf(session.TenantId, of);
        return Decide(
            command,
            period is null ? null : await session.LoadAsync<IndicatorRelease>(IdOf(period)),
            period is null ? [] : await session.LoadManyAsync<IndicatorRelease>([.. period.Quarters.Select(IdOf)]),
            await session.Query<GroupRecord>().ToListAsync(),
            await session.Query<EstablishmentRecord>().ToListAsync(),
            session.TenantId,
            now
        );
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/indicator-periods",
                (ClosePeriod command, Streams streams) =>
                    streams.Start<IndicatorRelease>(command, (session, act) => Decide(command, session, act.OccurredAt))
            )
            .WithSummary("Close a quarter or a year for the release of its indicators")
            .Produces<PeriodView>(201)
            .For(Roles.Practice);
        routes
            .MapGet(
                "/v1/indicator-periods",
                ([AsParameters] Portion portion, Streams streams) => streams.List<IndicatorRelease>(_ => true, portion)
            )
            .WithSummary("List the closed periods and what was released of each")
            .Produces<PeriodsView>()
            .For(Roles.Practice);
        routes
            .MapGet(
                "/v1/indicator-periods/{id:guid}",
                (Guid id, [AsParameters] AsOf asOf, Streams streams) => streams.Show<IndicatorRelease>(id, asOf)
            )
            .WithSummary("Read a closed period and what was released of it")
            .Produces<PeriodView>()
            .For(Roles.Practice);
    }
}

/// <summary>A release as its practice sees it.</summary>
/// <param name="Release">Its id, by which it is retracted.</param>
/// <param name="Scope">What its figures are over.</param>
/// <param name="Number">Of this scope and period, counted from one.</param>
/// <param name="PublishedAt">When it was published: since then it is frozen.</param>
/// <param name="Hash">SHA-256, in lower hexadecimal, of the JSON that the establishment and the practice read.</param>
/// <param name="PlatformHash">SHA-256, in lower hexadecimal, of the JSON that platforms read.</param>
/// <param name="Corrects">The release that it takes the place of; null for the first of its scope and period.</param>
/// <param name="RetractedAt">When it was retracted: its figures are served no more. Null while it stands.</param>
/// <param name="Retraction">Why it was retracted; null while it stands.</param>
/// <param name="Withheld">What version 1 withheld, and why; later ones say so themselves.</param>
public sealed record PeriodRelease(
    Guid Release,
    Scope Scope,
    int Number,
    DateTimeOffset PublishedAt,
    string Hash,
    string PlatformHash,
    Guid? Corrects,
    DateTimeOffset? RetractedAt,
    RetractionReason? Retraction,
    IReadOnlyList<SuppressedCell> Withheld
);

/// <summary>A closed period as its practice sees it.</summary>
/// <param name="Period">The quarter, such as 2026-Q3, or the year, such as 2026.</param>
/// <param name="Floor">Fewest distinct persons behind a figure: 5, 10 or 11.</param>
/// <param name="PlatformFloor">The same for what platforms read, never lower.</param>
/// <param name="Releases">Every release of the period, those retracted too, the first one first.</param>
public sealed record PeriodView(Guid Id, long Version, string Period, int Floor, int PlatformFloor, IReadOnlyList<PeriodRelease> Releases)
{
    /// <summary>The view.</summary>
    public static PeriodView Of(IndicatorRelease p) =>
        new(
            p.Id,
            p.Version,
            p.Period,
            p.Floor,
            p.PlatformFloor,
            [
                .. p.Releases.Select(r => new PeriodRelease(
                    r.Id,
                    r.Scope,
                    r.Number,
                    r.PublishedAt,
                    r.ForCommissioner!.Hash,
                    r.ForPlatforms!.Hash,
                    r.Corrects,
                    r.RetractedAt,
                    r.Retraction,
                    r.Suppressed
                )),
            ]
        );
}

/// <summary>The closed periods.</summary>
public sealed record PeriodsView(IReadOnlyList<PeriodView> Items);
