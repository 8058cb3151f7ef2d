using Marten;
using PracticeAnalysis.Reporting.Bilans;
using PracticeAnalysis.Reporting.Groups;
using PracticeAnalysis.Reporting.Prevention;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>Publishes the figures of a scope for a closed quarter; or, where they were published, their correction.</summary>
/// <param name="Kind">What they are over.</param>
/// <param name="Code">The establishment's id, an association's SIREN, an entity's FINESS number, a department's code; <c>all</c> for the practice.</param>
public sealed record PublishRelease(ScopeKind Kind, string Code) : Command
{
    /// <summary>Decides, in the light of all that was ever released of the quarter.</summary>
    /// <param name="establishments">What the scope holds; none where it is not of this practice.</param>
    /// <param name="groups">Its groups. Those whose charter does not list indicators count in no figure (S2).</param>
    /// <param name="release">The id of the new release.</param>
    /// <param name="at">When it is published.</param>
    public static Decision Decide(
        IndicatorRelease period,
        Scope scope,
        IReadOnlyList<Guid> establishments,
        IReadOnlyList<GroupRecord> groups,
        IReadOnlyDictionary<Guid, Bilan> bilans,
        IReadOnlyList<Earlier> earlier,
        Release? before,
        Guid release,
        DateTimeOffset at
    )
    {
        if (groups.Count == 0)
        {
            return Refusal.NotFound;
        }

        var given = groups.Where(g => g.Gives(Transparency.Indicators)).ToList();
        if (given.Count == 0)
        {
            return Transparency.Withheld(groups, Transparency.Indicators)!;
        }

        var quarter = Quarter.Parse(period.Period)!;
        return MakeRelease.Of(
            new(
                release,
                scope,
                quarter,
                [.. establishments.Where(e => given.Any(g => g.Concerns(e)))],
                period.Floor,
                period.PlatformFloor,
                given,
                Contributions.Of(given, bilans, quarter),
                earlier,
                before,
                at
            ),
            period.Last(scope)?.Id
        );
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/indicator-periods/{id:guid}/releases",
                (Guid id, PublishRelease command, Streams streams) =>
                    streams.Append<IndicatorRelease>(
                        id,
                        command,
                        async (session, period, act) =>
                            ScopeOf(command) is { } scope
                                ? await Decide(session, scope, period, act.NewId, act.OccurredAt)
                                : Refusal.OfInput("code names no establishment.", "Give its id.")
                    )
            )
            .WithSummary("Publish the indicators of a scope for a closed quarter, or their correction")
            .Produces<PeriodView>()
            .For(Roles.Practice);

    /// <summary>Reads what a release of the scope follows from, and decides.</summary>
    internal static async Task<Decision> Decide(IQuerySession session, Scope scope, IndicatorRelease period, Guid id, DateTimeOffset at)
    {
        var quarter = Quarter.Parse(period.Period)!;
        var all = (await session.Query<GroupRecord>().OrderBy(g => g.Id).ToListAsync()).Where(g => g.Activation is not null).ToList();
        var establishments = await Establishments(session, scope, all);
        var groups = all.Where(g => establishments.Any(g.Concerns)).ToList();
        var bilans = (await session.Query<Bilan>().ToListAsync()).Where(b => b.IsAgreed).ToDictionary(b => b.Id);
        var earlier = new List<Earlier>();
        foreach (var release in period.Releases)
        {
            earlier.Add(
                new(
                    release.Scope,
                    Contributions.Of(await AsOf(session, release), bilans, quarter),
                    IndicatorsView.Read(release.ForCommissioner!),
                    IndicatorsView.Read(release.ForPlatforms!)
                )
            );
        }

        var before = await session.LoadAsync<IndicatorRelease>(IndicatorRelease.IdOf(session.TenantId, quarter.Before));
        return Decide(
            period,
            scope,
            establishments,
            groups,
            bilans,
            earlier,
            before?.Last(scope) is { RetractedAt: null } last ? last : null,
            id,
            at
        );
    }

    /// <summary>The establishments of a group; none before its engagement is active.</summary>
    internal static IReadOnlyList<Guid> EstablishmentsOf(GroupRecord group) =>
        group.Activation is { } active ? active.Establishments ?? [active.Establishment] : [];

    private static Scope? ScopeOf(PublishRelease command) =>
        command.Kind switch
        {
            ScopeKind.Establishment => Guid.TryParse(command.Code, out var id) ? new(command.Kind, id.ToString()) : null,
            ScopeKind.Practice => new(command.Kind, "all"),
            _ => new(command.Kind, command.Code),
        };

    private static async Task<IReadOnlyList<Guid>> Establishments(IQuerySession session, Scope scope, IReadOnlyList<GroupRecord> groups)
    {
        if (scope.Kind == ScopeKind.Establishment)
        {
            return [Guid.Parse(scope.Code)];
        }

        if (scope.Kind == ScopeKind.Practice)
        {
            return [.. groups.SelectMany(EstablishmentsOf).Distinct().Order()];
        }

        var places = await session.Query<EstablishmentRecord>().ToListAsync();
        return [.. places.Where(p => p.IsIn(scope)).Select(p => p.Id).Order()];
    }

    // The records as they were when the release was computed: what was told since is not in it.
    private static async Task<IReadOnlyList<GroupRecord>> AsOf(IQuerySession session, Release release)
    {
        var records = new List<GroupRecord>();
        foreach (var state in release.Groups)
        {
            records.Add((await session.Events.AggregateStreamAsync<GroupRecord>(state.Group, state.Version))!);
        }

        return records;
    }
}
