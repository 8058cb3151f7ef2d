using System.ComponentModel;
using System.Text.Json.Serialization;
using Marten;
using Microsoft.AspNetCore.Mvc;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.History.Audit;
using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.History.Replay;

/// <summary>The state of an engagement's resources at a moment, and what changed between two: for auditors, folded from the ledger,
/// persons under the names of their grant and texts as hashes.</summary>
public sealed class ReadStates(Reads reads, AuditDoor door)
{
    /// <summary>The request, the engagement with its dispositif and charter, groups, sessions, tracks, bilans and syntheses as of then.</summary>
    public async Task<IResult> Read(Actor actor, Guid engagement, Guid? of, AsOf asOf, CancellationToken cancel)
    {
        var (refused, names) = await door.Open(actor, engagement, new ReplayPerformed(engagement, Look.States, of), asOf.Version, cancel);
        if (refused is not null)
        {
            return refused.ToResult();
        }

        await using var session = await reads.ForTenant(actor.Tenant, cancel);
        var version = await Version(session, engagement, asOf, cancel);
        var states = await States(session, engagement, new(version, asOf.At, asOf.OccurredBy), names, cancel);
        IReadOnlyList<LedgerHole> holes = [.. (await session.Holes(engagement, version, cancel)).Select(names.Of)];
        return Results.Ok(
            new StatesView(
                engagement,
                version,
                holes.Count == 0,
                holes,
                [
                    .. states
                        .Values.Where(s => of is null || s.Id == of)
                        .OrderBy(s => s.Type, StringComparer.Ordinal)
                        .ThenBy(s => s.Id)
                        .ThenBy(s => s.Service, StringComparer.Ordinal),
                ]
            )
        );
    }

    /// <summary>What changed of them from one moment to another, of one axis.</summary>
    public async Task<IResult> Compare(Actor actor, Guid engagement, DifferenceQuery query, CancellationToken cancel)
    {
        var (refused, names) = await door.Open(
            actor,
            engagement,
            new ReplayPerformed(engagement, Look.Difference),
            query.VersionTo,
            cancel
        );
        if (refused is not null)
        {
            return refused.ToResult();
        }

        await using var session = await reads.ForTenant(actor.Tenant, cancel);
        var version = await session.Version(engagement, cancel);
        var before = await States(session, engagement, query.Before(version), names, cancel);
        var after = await States(session, engagement, query.After(version), names, cancel);
        IReadOnlyList<LedgerHole> holes = [.. (await session.Holes(engagement, query.After(version).Version, cancel)).Select(names.Of)];
        return Results.Ok(
            new DifferenceView(
                engagement,
                query.Axis,
                query.From ?? query.OccurredFrom,
                query.To ?? query.OccurredTo,
                query.VersionFrom,
                query.VersionTo,
                holes.Count == 0,
                holes,
                Differences.Between(before, after)
            )
        );
    }

    private static async Task<long> Version(IQuerySession session, Guid engagement, AsOf asOf, CancellationToken cancel)
    {
        var entries = await session.Version(engagement, cancel);
        return Math.Min(asOf.Version ?? entries, entries);
    }

    private static async Task<Dictionary<(string, Guid), ResourceState>> States(
        IQuerySession session,
        Guid engagement,
        LedgerRange range,
        Pseudonyms names,
        CancellationToken cancel
    )
    {
        var states = new Dictionary<(string, Guid), ResourceState>();
        await foreach (var row in session.Applied(engagement, range, cancel))
        {
            StateFold.Apply(states, names.Of(row.Entry));
        }

        return states;
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/v1/engagements/{id:guid}/states",
                (
                    Guid id,
                    [Description("Id of one resource: its state alone; those of all, where absent.")] Guid? of,
                    [AsParameters] AsOf asOf,
                    HttpContext http,
                    ReadStates states,
                    CancellationToken cancel
                ) => states.Read(Actor.From(http.User)!, id, of, asOf, cancel)
            )
            .Reflects(AuditDoor.Holds)
            .MayBeBehind()
            .WithSummary("Read the state of an engagement's resources at a moment")
            .Produces<StatesView>()
            .For(Roles.Auditor);
        routes
            .MapGet(
                "/v1/engagements/{id:guid}/difference",
                (Guid id, [AsParameters] DifferenceQuery query, HttpContext http, ReadStates states, CancellationToken cancel) =>
                    states.Compare(Actor.From(http.User)!, id, query, cancel)
            )
            .Reflects(AuditDoor.Holds)
            .MayBeBehind()
            .WithSummary("Read what changed between two moments")
            .Produces<DifferenceView>()
            .For(Roles.Auditor);
    }
}

/// <summary>The state of an engagement's resources.</summary>
/// <param name="Version">The version of the ledger that it is folded from.</param>
/// <param name="Complete">Whether the ledger holds all that the services published of it.</param>
/// <param name="Gaps">What it lacks.</param>
/// <param name="Items">By type, then id; one resource alone where <c>of</c> names it.</param>
public sealed record StatesView(
    Guid Engagement,
    long Version,
    bool Complete,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] IReadOnlyList<LedgerHole> Gaps,
    IReadOnlyList<ResourceState> Items
);

/// <summary>What two moments are moments of.</summary>
public enum TimeAxis
{
    /// <summary>When its service recorded it: <c>from</c> and <c>to</c>.</summary>
    Recorded,

    /// <summary>When it happened: <c>occurredFrom</c> and <c>occurredTo</c>.</summary>
    Occurred,

    /// <summary>When it arrived in the ledger: <c>versionFrom</c> and <c>versionTo</c>.</summary>
    Version,
}

/// <summary>Two moments of one axis.</summary>
/// <param name="From">The earlier moment: what was recorded by then. It goes with to, and with no other pair.</param>
/// <param name="To">The later moment: what was recorded by then.</param>
/// <param name="OccurredFrom">The earlier moment: what had happened by then, whenever it was recorded. It goes with occurredTo alone.</param>
/// <param name="OccurredTo">The later moment: what had happened by then, whenever it was recorded.</param>
/// <param name="VersionFrom">The earlier version: what the ledger held by then. It goes with versionTo alone.</param>
/// <param name="VersionTo">The later version: what the ledger held by then.</param>
public sealed record DifferenceQuery(
    [FromQuery(Name = "from")] DateTimeOffset? From = null,
    [FromQuery(Name = "to")] DateTimeOffset? To = null,
    [FromQuery(Name = "occurredFrom")] DateTimeOffset? OccurredFrom = null,
    [FromQuery(Name = "occurredTo")] DateTimeOffset? OccurredTo = null,
    [FromQuery(Name = "versionFrom")] long? VersionFrom = null,
    [FromQuery(Name = "versionTo")] long? VersionTo = null
) : IAsked
{
    private const string Pairs = "Give from and to (recorded), occurredFrom and occurredTo, or versionFrom and versionTo.";

    // Any of them mends it: where one cannot be read, whether they are a pair is not known.
    private static readonly Refusal NoPair = Refusal.OfInput("from and to are not two points on the same time axis.", Pairs) with
    {
        Errors =
        [
            .. ((string[])["from", "to", "occurredFrom", "occurredTo", "versionFrom", "versionTo"]).Select(name => new InputError(
                null,
                name,
                "value",
                Pairs,
                "from and to are not two points on the same time axis."
            )),
        ],
    };

    /// <summary>The axis that is asked for.</summary>
    internal TimeAxis Axis =>
        VersionFrom is not null ? TimeAxis.Version
        : OccurredFrom is not null ? TimeAxis.Occurred
        : TimeAxis.Recorded;

    /// <summary>Why these are no two moments of one axis, or null.</summary>
    public Refusal? Wrong() =>
        (From is null, To is null, OccurredFrom is null, OccurredTo is null, VersionFrom is null, VersionTo is null)
            is not (

                (false, false, true, true, true, true)
                or
                (true, true, false, false, true, true)
                or
                (true, true, true, true, false, false)
            )
            ? NoPair
            : Input.CheckOrder(From, To)
                ?? Input.CheckOrder(OccurredFrom, OccurredTo, "occurredFrom", "occurredTo")
                ?? Input.CheckOrder(VersionFrom, VersionTo, "versionFrom", "versionTo");

    /// <summary>The earlier state's part of a ledger with so many entries.</summary>
    internal LedgerRange Before(long entries) => new(Math.Min(VersionFrom ?? entries, entries), From, OccurredFrom);

    /// <summary>The later state's part.</summary>
    internal LedgerRange After(long entries) => new(Math.Min(VersionTo ?? entries, entries), To, OccurredTo);
}

/// <summary>What changed from one moment to another.</summary>
/// <param name="Axis">What the moments are of: recorded, occurred, or version.</param>
/// <param name="From">The earlier instant, where it is one.</param>
/// <param name="To">The later one.</param>
/// <param name="VersionFrom">The earlier version of the ledger, where the axis is version.</param>
/// <param name="VersionTo">The later one.</param>
/// <param name="Complete">Whether the ledger holds all that the services published of it.</param>
/// <param name="Gaps">What it lacks.</param>
/// <param name="Items">Every member that changed, resource by resource.</param>
public sealed record DifferenceView(
    Guid Engagement,
    TimeAxis Axis,
    DateTimeOffset? From,
    DateTimeOffset? To,
    long? VersionFrom,
    long? VersionTo,
    bool Complete,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] IReadOnlyList<LedgerHole> Gaps,
    IReadOnlyList<MemberChange> Items
);
