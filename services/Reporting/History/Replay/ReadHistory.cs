using System.Text.Json.Serialization;
using Marten;
using Microsoft.AspNetCore.Mvc;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.History.Audit;
using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.History.Replay;

/// <summary>How a history is asked for.</summary>
/// <param name="Version">As of this version of the ledger.</param>
/// <param name="At">As recorded at this time (RFC 3339 with offset).</param>
/// <param name="OccurredBy">As it had happened by this time, whenever it was recorded.</param>
/// <param name="After">The cursor of the last entry that was read: the replay goes on behind it, on the ledger's version that it began with.</param>
public sealed record HistoryQuery(
    [FromQuery(Name = "version")] long? Version = null,
    [FromQuery(Name = "at")] DateTimeOffset? At = null,
    [FromQuery(Name = "occurredBy")] DateTimeOffset? OccurredBy = null,
    [FromQuery(Name = "after")] string? After = null
) : IAsked
{
    private readonly Cursor? _after = After is null ? null : Cursor.Read(After);

    /// <inheritdoc />
    public Refusal? Wrong() =>
        Refusal.All(
            new AsOf(Version, At, OccurredBy).Wrong(),
            After is not null && _after is null
                ? Refusal.OfInput("after is not a cursor.", "Give the cursor of the last entry that you read.")
                : null
        );

    /// <summary>The part of a ledger with so many entries that is asked for.</summary>
    public LedgerRange Over(long entries) => new(Math.Min(_after?.Version ?? Version ?? entries, entries), At, OccurredBy, _after);
}

/// <summary>The history of an engagement: every event of all three services once, in causal order, pseudonymised. For auditors alone, under
/// a grant: it says who was present and who dissented.</summary>
public sealed class ReadHistory(Reads reads, AuditDoor door)
{
    /// <summary>The history as asked; one entry a line where the caller accepts it, each sent as it is read.</summary>
    public async Task<IResult> Read(HttpContext http, Guid engagement, HistoryQuery query, CancellationToken cancel)
    {
        var actor = Actor.From(http.User)!;
        var lines = Ndjson.Asked(http.Request);
        AuditFact look = lines is not null
            ? new ExportProduced(engagement, ExportFormat.Ndjson)
            : new ReplayPerformed(engagement, Look.History);
        var (refused, names) = await door.Open(actor, engagement, look, query.Version, cancel);
        if (refused is not null)
        {
            return refused.ToResult();
        }

        var (range, moment, holes) = await Whole(actor, engagement, query, names, cancel);
        var history = Entries(actor.Tenant, engagement, range, names, cancel);
        holes.Say(moment, http.Response);
        http.Response.Headers.Append("Vary", "Accept");
        return lines is not null
            ? new Lines<HistoryEntry>(history, lines)
            : Results.Ok(new HistoryView(engagement, range.Version, holes.Count == 0, holes, history));
    }

    /// <summary>As <see cref="LedgerReader.Entries" /> orders them.</summary>
    public static IReadOnlyList<LedgerEntryRecorded> InCausalOrder(IEnumerable<LedgerEntryRecorded> entries)
    {
        var latest = new Dictionary<(string, Guid), string>();
        string Reading(LedgerEntryRecorded e) =>
            latest[(e.Source, e.Stream)] =
                latest.TryGetValue((e.Source, e.Stream), out var before) && string.CompareOrdinal(before, e.Clock) > 0 ? before : e.Clock;
        return
        [
            .. entries
                .OrderBy(e => e.Version)
                .Select(e => (Reading: Reading(e), Entry: e))
                .ToList()
                .OrderBy(e => e.Reading, StringComparer.Ordinal)
                .ThenBy(e => e.Entry.Source, StringComparer.Ordinal)
                .ThenBy(e => e.Entry.Sequence)
                .Select(e => e.Entry),
        ];
    }

    private async Task<(LedgerRange Range, string Moment, IReadOnlyList<LedgerHole> Holes)> Whole(
        Actor actor,
        Guid engagement,
        HistoryQuery query,
        Pseudonyms names,
        CancellationToken cancel
    )
    {
        await using var session = await reads.ForTenant(actor.Tenant, cancel);
        var entries = await session.Version(engagement, cancel);
        var range = query.Over(entries);
        return (range, range.Moment(entries), [.. (await session.Holes(engagement, range.Version, cancel)).Select(names.Of)]);
    }

    private async IAsyncEnumerable<HistoryEntry> Entries(
        string tenant,
        Guid engagement,
        LedgerRange range,
        Pseudonyms names,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel
    )
    {
        await using var session = await reads.ForTenant(tenant, cancel);
        await session.MayWait(cancel);
        await foreach (var row in session.Entries(engagement, range, cancel))
        {
            yield return HistoryEntry.Of(row, range.Version, names);
        }
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/engagements/{id:guid}/history",
                (Guid id, [AsParameters] HistoryQuery query, HttpContext http, ReadHistory history, CancellationToken cancel) =>
                    history.Read(http, id, query, cancel)
            )
            .Reflects(AuditDoor.Holds)
            .MayBeBehind()
            .WithSummary("Read an engagement's history; as application/x-ndjson one entry a line")
            .Produces<HistoryView>(200, "application/json", [.. Ndjson.Types])
            .DisableRequestTimeout()
            .For(Roles.Auditor);
}

/// <summary>A history, as far as the ledger is.</summary>
/// <param name="Version">How many entries the ledger of this engagement holds; ask for it again with <c>?version=</c>.</param>
/// <param name="Complete">Whether the ledger holds all that the services published of it, as of the moment asked for. Lines and exports say it in the header
/// X-Ledger-Complete, and the moment in X-Ledger-Moment: version=5/307 is the first 5 entries of 307.</param>
/// <param name="Gaps">What it lacks. Lines name it in the header X-Ledger-Gaps.</param>
/// <param name="Entries">The events of all services, each once, in causal order.</param>
public sealed record HistoryView(
    Guid Engagement,
    long Version,
    bool Complete,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] IReadOnlyList<LedgerHole> Gaps,
    IAsyncEnumerable<HistoryEntry> Entries
);

/// <summary>An entry of a history: the event as the ledger shows it, persons under the names of the grant, and when it was known of.</summary>
/// <param name="Source">The service that recorded it: engagement, session or reporting.</param>
/// <param name="Sequence">Its number in that service's store, which other engagements' events count in too.</param>
/// <param name="Subject">The engagement that it belongs to, or the stream itself where it belongs to none.</param>
/// <param name="Stream">The stream that it stands in; a person's under a name of the grant.</param>
/// <param name="StreamType">What the stream is of, such as engagement, session or bilan.</param>
/// <param name="Version">Its place in that stream, counted from 1.</param>
/// <param name="EventType">What happened, such as <c>session_closed</c>, whose schema is <c>session.session_closed</c>.</param>
/// <param name="Clock">Its reading of the hybrid logical clock, which sorts as text.</param>
/// <param name="Actor">Who did it: a role and, after a colon, the person under a name of the grant. Else how it came about, such as <c>time</c>.</param>
/// <param name="Redacted">The event as JSON in a string: in place of each text the SHA-256 of its stored ciphertext, persons under names of the grant.</param>
/// <param name="Hash">SHA-256 of the canonical bytes that chain and tree bind, in which commitments stand for persons; in entries of before there were
/// any, their own opaque ids.</param>
/// <param name="Position">Its place in the engagement's ledger, by arrival; it never changes.</param>
/// <param name="ArrivedAt">When it arrived there, beside when it happened and when its service recorded it.</param>
/// <param name="Cursor">Where this entry is: <c>?after=</c> goes on behind it.</param>
public sealed record HistoryEntry(
    string Source,
    long Sequence,
    Guid Subject,
    Guid Stream,
    string StreamType,
    long Version,
    string EventType,
    string Clock,
    DateTimeOffset OccurredAt,
    DateTimeOffset RecordedAt,
    string Actor,
    string Redacted,
    string Hash,
    long Position,
    DateTimeOffset ArrivedAt,
    string Cursor
)
{
    /// <summary>The entry of a row of the ledger.</summary>
    public static HistoryEntry Of(LedgerRow row, long version, Pseudonyms names)
    {
        var e = names.Of(row.Entry);
        return new(
            e.Source,
            e.Sequence,
            e.Subject,
            e.Stream,
            e.StreamType,
            e.Version,
            e.EventType,
            e.Clock,
            e.OccurredAt,
            e.RecordedAt,
            e.Actor,
            e.Redacted,
            e.Hash,
            row.Position,
            row.ArrivedAt.ToUniversalTime(),
            new Cursor(version, row.Reading, e.Source, e.Sequence).ToString()
        );
    }
}
