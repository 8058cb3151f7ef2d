using System.Text.Json.Serialization;
using Marten;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Ledger;
using Wolverine;

namespace PracticeAnalysis.Reporting.History.Ledger;

/// <summary>One entry that was published.</summary>
/// <param name="Link">Its link in the chain, where the ledger is to hold the same.</param>
public sealed record PublishedEntry(long Version, string? Link);

/// <summary>Entries of one stream that were published to the ledger and that it was not seen to hold.</summary>
/// <param name="Id">Source and stream.</param>
/// <param name="Entries">What is looked for.</param>
/// <param name="Looks">How often it was looked for. After the first time it may still be on its way; after the second it is missing.</param>
/// <param name="LookedAt">When last.</param>
public sealed record LedgerGap(
    string Id,
    Guid Stream,
    IReadOnlyList<PublishedEntry> Entries,
    int Looks = 0,
    DateTimeOffset LookedAt = default
)
{
    /// <summary>The engagement that the stream belongs to, or the stream itself; null where its service does not say so.</summary>
    public Guid? Subject { get; init; }

    /// <summary>Whether it had time to arrive.</summary>
    [JsonIgnore]
    public bool IsMissing => Looks > 1;

    /// <summary>Whether what is looked for may stand in this ledger, as far as its service says.</summary>
    public bool MayStandIn(Guid ledger) =>
        Subject is null || Subject == ledger || (Subject == Stream && LedgerStreams.Beside(Stream) == ledger);

    /// <summary>Nothing is looked for yet.</summary>
    public static LedgerGap Of(string source, Guid stream) => new($"{source}/{stream}", stream, []);

    /// <summary>With what was published beside.</summary>
    public LedgerGap With(StreamVersions told) =>
        this with
        {
            Subject = told.Subject ?? Subject,
            Entries =
            [
                .. Entries
                    .Concat(told.Versions.Select(v => new PublishedEntry(v, v == told.Versions[^1] ? told.Link : null)))
                    .OrderBy(e => e.Version)
                    .ThenBy(e => e.Link is null)
                    .DistinctBy(e => e.Version),
            ],
        };
}

/// <summary>Looks whether the ledger holds what its services say that they have published. What it does not hold is looked for again, and asked for.</summary>
public static partial class LedgerEntriesPublishedHandler
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Looks for it.</summary>
    public static async Task Handle(
        LedgerEntriesPublished told,
        IDocumentSession session,
        IMessageContext bus,
        IConfiguration configuration,
        TimeProvider time,
        ILogger<LedgerGap> log,
        CancellationToken cancel
    )
    {
        var (now, patience) = (time.GetUtcNow(), configuration.GetValue("Ledger:Patience", First));
        var looked = told.Streams.Select(s => LedgerGap.Of(told.Source, s.Stream)).ToDictionary(g => g.Id);
        var known = await session.LoadManyAsync<LedgerGap>(cancel, [.. looked.Keys]);
        foreach (var gap in known)
        {
            looked[gap.Id] = gap;
        }

        var sought = told.Streams.Select(s => looked[LedgerGap.Of(told.Source, s.Stream).Id].With(s)).ToList();
        var absent = await Absent(session, told.Source, sought, cancel);
        var gaps = sought
            .Where(g => absent.Contains(g.Stream))
            .Select(g => g with { Entries = [.. g.Entries.Where(e => absent[g.Stream].Contains(e.Version))] })
            .ToLookup(g => now >= g.LookedAt + (Wait(g.Looks, patience) / 2));
        var due = gaps[true].Select(g => g with { Looks = g.Looks + 1, LookedAt = now }).ToList();
        session.Store([.. gaps[false], .. due]);
        foreach (var held in known.Where(g => !absent.Contains(g.Stream)))
        {
            session.Delete(held);
        }

        foreach (var gap in due.Where(g => g.IsMissing))
        {
            LogMissing(log, told.Source, gap.Entries.Count, gap.Stream, gap.Entries[0].Version);
        }

        await Ask(bus, told.Source, due, looks => now + Wait(looks, patience), new() { TenantId = session.TenantId });
    }

    // Looked for again by the same queue: what is asked for, or was on its way, comes before.
    private static async Task Ask(
        IMessageContext bus,
        string source,
        IReadOnlyList<LedgerGap> due,
        Func<int, DateTimeOffset> next,
        DeliveryOptions delivery
    )
    {
        var missing = due.Where(g => g.IsMissing).Select(g => new StreamVersions(g.Stream, [.. g.Entries.Select(e => e.Version)])).ToList();
        if (missing.Count > 0)
        {
            await bus.PublishAsync(new LedgerEntriesMissing(source, missing), delivery);
        }

        foreach (var again in due.GroupBy(g => g.Looks))
        {
            var streams = again.Select(g => new StreamVersions(g.Stream, []));
            await bus.ScheduleAsync(new LedgerEntriesPublished(source, [.. streams]), next(again.Key), delivery);
        }
    }

    private static TimeSpan Wait(int looks, TimeSpan patience) =>
        looks == 0 ? TimeSpan.Zero
        : looks > 10 ? Longest
        : TimeSpan.FromTicks(Math.Min(patience.Ticks << (looks - 1), Longest.Ticks));

    // By the inbox's marks, which are written with the entries: what came has one, of the same link.
    internal static async Task<ILookup<Guid, long>> Absent(
        IQuerySession session,
        string source,
        IReadOnlyList<LedgerGap> sought,
        CancellationToken cancel
    )
    {
        var entries = sought.SelectMany(g => g.Entries.Select(e => (g.Stream, e.Version, e.Link))).ToList();
        await using var command = new NpgsqlCommand(
            """
            select t.stream, t.version from unnest($1, $2, $3) t (stream, version, link)
            where not exists (
              select from reporting.mt_doc_received r where r.tenant_id = $4 and r.id = $5 || '/' || t.stream || '/' || t.version
                and (t.link is null or coalesce(r.data ->> 'link', t.link) = t.link))
            order by t.version
            """
        );
        command.Parameters.Add(new() { Value = entries.Select(e => e.Stream).ToArray() });
        command.Parameters.Add(new() { Value = entries.Select(e => e.Version).ToArray() });
        command.Parameters.Add(new() { Value = entries.Select(e => e.Link).ToArray() });
        command.Parameters.Add(new() { Value = session.TenantId });
        command.Parameters.Add(new() { Value = EngagementLedger.KindOf(source) });
        var absent = new List<(Guid Stream, long Version)>();
        await using var reader = await session.ExecuteReaderAsync(command, cancel);
        while (await reader.ReadAsync(cancel))
        {
            absent.Add((reader.GetGuid(0), reader.GetInt64(1)));
        }

        return absent.ToLookup(a => a.Stream, a => a.Version);
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The ledger does not hold {Count} entries of {Service} that were published, of stream {Stream} from version {Number} on; they are asked for again."
    )]
    private static partial void LogMissing(ILogger log, string service, int count, Guid stream, long number);
}

/// <summary>The ledger holds all that its services say that they have published.</summary>
public sealed class LedgerGapCheck([FromKeyedServices(Stores.Daemon)] NpgsqlDataSource database) : IHealthCheck
{
    private const int Named = 5;

    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = database.CreateCommand(
                """
                select id, jsonb_array_length(data -> 'entries'), (data -> 'entries' -> 0 ->> 'version')::bigint, count(*) over ()
                from reporting.mt_doc_ledgergap where (data ->> 'looks')::int > 1 order by id limit $1
                """
            );
            command.Parameters.Add(new() { Value = Named });
            var (streams, named) = (0L, new List<string>());
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                streams = reader.GetInt64(3);
                named.Add($"{reader.GetInt32(1)} of {reader.GetString(0)}, the first of version {reader.GetInt64(2)}");
            }

            return streams == 0
                ? HealthCheckResult.Healthy("It holds what was published.")
                : HealthCheckResult.Unhealthy($"The ledger lacks entries of {streams} streams: {string.Join("; ", named)}.");
        }
        catch (NpgsqlException e)
        {
            return HealthCheckResult.Unhealthy($"It is not known what the ledger lacks: {Stores.Why(e, database)}");
        }
    }
}
