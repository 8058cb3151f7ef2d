using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>Closes a quarter that has ended: its figures may be released from now on, under these floors.</summary>
/// <param name="Period">The quarter, such as 2026-Q3.</param>
/// <param name="Floor">Fewest distinct persons behind a figure: 5, 10 or 11; 5, where absent.</param>
/// <param name="PlatformFloor">The same for platforms: 10 or 11, never lower than the floor; 10, where absent.</param>
public sealed record ClosePeriod(string Period, int? Floor = null, int? PlatformFloor = null) : Command
{
    private const int Least = 5;
    private const int LeastForPlatforms = 10;

    private static readonly int[] Floors = [Least, LeastForPlatforms, 11];
    private static readonly Rule FloorRule = new("always", "floor", "design");

    /// <summary>Decides.</summary>
    /// <param name="closed">What was released of the quarter, where it is closed already.</param>
    /// <param name="now">When it is closed.</param>
    public static Decision Decide(ClosePeriod command, IndicatorRelease? closed, string tenant, DateTimeOffset now)
    {
        if (Quarter.Parse(command.Period) is not { } quarter)
        {
            return Refusal.OfInput("period is no calendar quarter.", "Give it as 2026-Q1.");
        }

        if (quarter.Running(now) is { } running)
        {
            return running;
        }

        var floor = command.Floor ?? Least;
        var platforms = command.PlatformFloor ?? Math.Max(LeastForPlatforms, floor);
        return closed is not null ? Refusal.OfOrder("The period is closed.", "Publish releases in it.")
            : !Floors.Contains(floor) || !Floors.Contains(platforms) || platforms < Math.Max(LeastForPlatforms, floor)
                ? Refusal.OfRule(
                    FloorRule,
                    "A floor is none of 5, 10 and 11, or platforms would read under 10 or under the establishment's.",
                    "Give 5, 10 or 11, and for platforms 10 or 11, not lower."
                )
            : Decision.Of(new PeriodClosed(quarter.ToString(), floor, platforms)).At(IndicatorRelease.IdOf(tenant, quarter));
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/indicator-periods",
                (ClosePeriod command, Streams streams) =>
                    streams.Start<IndicatorRelease>(
                        command,
                        async (session, act) =>
                            Decide(
                                command,
                                Quarter.Parse(command.Period) is { } quarter
                                    ? await session.LoadAsync<IndicatorRelease>(IndicatorRelease.IdOf(act.By.Tenant, quarter))
                                    : null,
                                act.By.Tenant,
                                act.OccurredAt
                            )
                    )
            )
            .WithSummary("Close a quarter for the release of its indicators")
            .Produces<PeriodView>(201)
            .For(Roles.Practice);
        routes
            .MapGet(
                "/v1/indicator-periods",
                ([AsParameters] Portion portion, Streams streams) => streams.List<IndicatorRelease>(_ => true, portion)
            )
            .WithSummary("List the closed quarters and what was released of each")
            .Produces<PeriodsView>()
            .For(Roles.Practice);
        routes
            .MapGet(
                "/v1/indicator-periods/{id:guid}",
                (Guid id, [AsParameters] AsOf asOf, Streams streams) => streams.Show<IndicatorRelease>(id, asOf)
            )
            .WithSummary("Read a closed quarter and what was released of it")
            .Produces<PeriodView>()
            .For(Roles.Practice);
    }
}

/// <summary>A release as its practice sees it: what is withheld, and why.</summary>
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

/// <summary>A closed quarter as its practice sees it.</summary>
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

/// <summary>The closed quarters.</summary>
public sealed record PeriodsView(IReadOnlyList<PeriodView> Items);
