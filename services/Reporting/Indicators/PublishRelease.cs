using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>Publishes the figures of a scope for a closed period; or anew, where what was published is retracted.</summary>
/// <param name="Kind">What they are over.</param>
/// <param name="Code">The establishment's id, an association's SIREN, an entity's FINESS number, a department's code; <c>all</c> for the practice.</param>
public sealed record PublishRelease(ScopeKind Kind, string Code) : Command
{
    private static readonly Rule Difference = new("always", "release-difference", "design");

    /// <summary>Decides.</summary>
    /// <param name="establishments">What the scope holds; none where it is not of this practice.</param>
    /// <param name="records">The groups' records as they were frozen. Those whose charter does not list indicators count in no figure (S2).</param>
    /// <param name="before">The scope's last release of the period before: it is repeated where it stands.</param>
    /// <param name="release">The id of the new release.</param>
    /// <param name="at">When it is published.</param>
    /// <param name="quarters">What the scope held in each quarter of a year, where that differs.</param>
    public static Decision Decide(
        IndicatorRelease period,
        Scope scope,
        IReadOnlyList<Guid> establishments,
        FrozenRecords records,
        Release? before,
        Guid release,
        DateTimeOffset at,
        IReadOnlyDictionary<CalendarPeriod, IReadOnlyList<Guid>>? quarters = null
    )
    {
        if (period.Groups is null)
        {
            return Refusal.OfOrder("The period was closed under another methodology.", "What was released remains; publish later periods.");
        }

        var input = new ReleaseInput(
            release,
            scope,
            establishments,
            period,
            records,
            before is { RetractedAt: null } stands ? stands : null,
            at,
            quarters
        );
        var groups = input.Groups;
        return groups.Count == 0 ? Refusal.NotFound.At("code")
            : groups.All(g => !g.Gives(Transparency.Indicators)) ? Transparency.Refused(groups, Transparency.Indicators)!
            : period.Last(scope) is { RetractedAt: null }
                ? Refusal.OfRule(
                    Difference,
                    "It would be identical to the last release: figures reflect what was recorded when the period was closed.",
                    "What was released remains; retract it first, if it should be published again."
                )
            : MakeRelease.Of(input);
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
                                ? await Decide(session, scope, period, await Frozen(session, period), act.NewId, act.OccurredAt)
                                : Refusal.OfInput("code does not name an establishment.", "Give its id.")
                    )
            )
            .WithSummary("Publish the indicators of a scope for a closed period")
            .Produces<PeriodView>()
            .For(Roles.Practice);

    /// <summary>Reads what a release of the scope follows from, and decides.</summary>
    internal static async Task<Decision> Decide(
        IQuerySession session,
        Scope scope,
        IndicatorRelease closed,
        FrozenRecords records,
        Guid id,
        DateTimeOffset at
    )
    {
        var before = await session.LoadAsync<IndicatorRelease>(IndicatorRelease.IdOf(session.TenantId, records.Period.Before));
        var quarters = new Dictionary<CalendarPeriod, IReadOnlyList<Guid>>();
        foreach (var quarter in records.Period.IsYear ? records.Period.Quarters : [])
        {
            var frozen = await session.LoadAsync<IndicatorRelease>(IndicatorRelease.IdOf(session.TenantId, quarter));
            quarters[quarter] = await Establishments(
                session,
                scope,
                frozen,
                new(quarter, new Dictionary<CalendarPeriod, IReadOnlyList<GroupRecord>> { [quarter] = records.Quarters[quarter] })
            );
        }

        var held = await Establishments(session, scope, closed, records);
        return Decide(closed, scope, held, records, before?.Last(scope), id, at, quarters);
    }

    /// <summary>The records as they were when the period was closed, and those of its quarters.</summary>
    internal static async Task<FrozenRecords> Frozen(IQuerySession session, IndicatorRelease closed)
    {
        var period = CalendarPeriod.Parse(closed.Period)!;
        var quarters = new Dictionary<CalendarPeriod, IReadOnlyList<GroupRecord>>();
        foreach (var quarter in period.Quarters)
        {
            var frozen = period.IsYear
                ? await session.LoadAsync<IndicatorRelease>(IndicatorRelease.IdOf(session.TenantId, quarter))
                : closed;
            quarters[quarter] = await AsOf(session, frozen?.Groups ?? []);
        }

        return new(period, quarters, period.IsYear ? await AsOf(session, closed.Groups ?? []) : null);
    }

    private static Scope? ScopeOf(PublishRelease command) =>
        command.Kind switch
        {
            ScopeKind.Establishment => Guid.TryParse(command.Code, out var id) ? new(command.Kind, id.ToString()) : null,
            ScopeKind.Practice => new(command.Kind, "all"),
            _ => new(command.Kind, command.Code),
        };

    /// <summary>Where establishments belonged when a period was closed: what is corrected later changes nothing that was.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, EstablishmentRecord>> Places(IQuerySession session, IndicatorRelease? closed)
    {
        var versions = (closed?.Places ?? []).ToDictionary(p => p.Establishment, p => p.Version);
        var places = new Dictionary<Guid, EstablishmentRecord>();
        foreach (var place in await session.Query<EstablishmentRecord>().ToListAsync())
        {
            var version = versions.GetValueOrDefault(place.Id, 1);
            places[place.Id] =
                version == place.Version ? place : (await session.Events.AggregateStreamAsync<EstablishmentRecord>(place.Id, version))!;
        }

        return places;
    }

    private static async Task<IReadOnlyList<Guid>> Establishments(
        IQuerySession session,
        Scope scope,
        IndicatorRelease? closed,
        FrozenRecords records
    ) =>
        scope.Kind switch
        {
            ScopeKind.Establishment => [Guid.Parse(scope.Code)],
            ScopeKind.Practice => [.. records.Groups.SelectMany(records.Establishments).Distinct().Order()],
            _ => [.. (await Places(session, closed)).Where(p => p.Value.IsIn(scope)).Select(p => p.Key).Order()],
        };

    private static async Task<IReadOnlyList<GroupRecord>> AsOf(IQuerySession session, IReadOnlyList<GroupState> states)
    {
        var records = new List<GroupRecord>();
        foreach (var state in states)
        {
            records.Add((await session.Events.AggregateStreamAsync<GroupRecord>(state.Group, state.Version))!);
        }

        return records;
    }
}
