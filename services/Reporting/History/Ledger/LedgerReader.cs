using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using JasperFx.Events;
using Marten;
using Npgsql;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Ledger;

namespace PracticeAnalysis.Reporting.History.Ledger;

/// <summary>Where a replay is: the ledger's version that it reads, and the last entry that was read, so that it goes on as it began.</summary>
public sealed record Cursor(long Version, string Clock, string Source, long Sequence)
{
    /// <summary>As a caller takes it along: opaque.</summary>
    public override string ToString() =>
        Convert
            .ToBase64String(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '~',
                        Version.ToString(CultureInfo.InvariantCulture),
                        Clock,
                        Source,
                        Sequence.ToString(CultureInfo.InvariantCulture)
                    )
                )
            )
            .TrimEnd('=')
            .Replace('+', '-')
            .Replace('/', '_');

    /// <summary>The cursor that was given out, or null where this is none.</summary>
    public static Cursor? Read(string text)
    {
        var padded = text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (text.Length % 4)) % 4);
        var bytes = new byte[padded.Length];
        return
            Convert.TryFromBase64String(padded, bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split('~') is [var version, var clock, var source, var sequence]
            && !clock.Contains('\0', StringComparison.Ordinal)
            && !source.Contains('\0', StringComparison.Ordinal)
            && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var v)
            && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var s)
            ? new(v, clock, source, s)
            : null;
    }
}

/// <summary>Which part of a ledger is read: as of a ledger version or a time, after a cursor.</summary>
/// <param name="At">What its service had recorded by then.</param>
/// <param name="OccurredBy">What had happened by then.</param>
/// <param name="Stream">One stream alone.</param>
public sealed record LedgerRange(
    long Version,
    DateTimeOffset? At = null,
    DateTimeOffset? OccurredBy = null,
    Cursor? After = null,
    Guid? Stream = null
)
{
    /// <summary>Which part of a ledger with so many entries it is, in a line.</summary>
    public string Moment(long entries) =>
        string.Join(", ", ((string?[])[$"version={Version}/{entries}", When("at", At), When("occurredBy", OccurredBy)]).OfType<string>());

    private static string? When(string name, DateTimeOffset? moment) =>
        moment is { } at ? $"{name}={at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)}" : null;
}

/// <summary>An entry with its place: the position and time of its arrival in the ledger, which say when Reporting knew of it, and the reading by which
/// it is ordered.</summary>
public sealed record LedgerRow(long Position, DateTimeOffset ArrivedAt, string Reading, LedgerEntryRecorded Entry);

/// <summary>Reads the ledger of one engagement in causal order, row by row as the database sorts them: nothing is held.</summary>
public static class LedgerReader
{
    private const string Events = "reporting.mt_events";
    private const string Fact = "entry_ledgered";

    private static readonly string SetAside = FactTypes.Alias(typeof(FactSetAside));

    /// <summary>How many entries the ledger holds; 0 where there is none.</summary>
    public static Task<long> Version(this IQuerySession session, Guid engagement, CancellationToken cancel) =>
        session.Scalar<long>("coalesce(max(version), 0)", "version <= $3", engagement, long.MaxValue, cancel);

    /// <summary>When the entry of this version arrived; the first instant where there is none.</summary>
    public static async Task<DateTimeOffset> ArrivedBy(this IQuerySession session, Guid ledger, long version, CancellationToken cancel) =>
        await session.Scalar<DateTimeOffset?>("max(timestamp)", "version <= $3", ledger, version, cancel) ?? DateTimeOffset.MinValue;

    /// <summary>How many entries a ledger held then.</summary>
    public static async Task<long> VersionAt(this IQuerySession session, Guid ledger, DateTimeOffset at, CancellationToken cancel) =>
        await session.Scalar<long>("coalesce(max(version), 0)", "timestamp <= $3", ledger, at.ToUniversalTime(), cancel);

    private static async Task<T> Scalar<T>(
        this IQuerySession session,
        string what,
        string where,
        Guid ledger,
        object value,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(
            $"""
            select {what} from {Events}
            where tenant_id = $1 and stream_id = $2 and type = '{Fact}' and {where}
            """
        );
        foreach (var parameter in (object[])[session.TenantId, ledger, value])
        {
            command.Parameters.Add(new() { Value = parameter });
        }

        await using var reader = await session.ExecuteReaderAsync(command, cancel);
        await reader.ReadAsync(cancel);
        return await reader.GetFieldValueAsync<T>(0, cancel);
    }

    /// <summary>Whether a ledger tells of a person's own stream: of a facilitator's file, of what was asked and done about a person's data.</summary>
    public static async Task<bool> IsOfPerson(this IQuerySession session, Guid engagement, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select 1 from {Events}
            where tenant_id = $1 and stream_id = $2 and version = 1 and type = '{Fact}' and data -> 'entry' ->> 'streamType' = any($3)
            """
        );
        foreach (var value in (object[])[session.TenantId, engagement, PersonIds.StreamTypes.ToArray()])
        {
            command.Parameters.Add(new() { Value = value });
        }

        await using var reader = await session.ExecuteReaderAsync(command, cancel);
        return await reader.ReadAsync(cancel);
    }

    /// <summary>Whether the ledger holds what a stream had come to with this write.</summary>
    public static async Task<bool> Holds(this IQuerySession session, Guid engagement, Written written, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select 1 from {Events}
            where tenant_id = $1 and stream_id = $2 and type = '{Fact}'
              and data -> 'entry' ->> 'stream' = $3 and (data -> 'entry' ->> 'version')::bigint >= $4 limit 1
            """
        );
        foreach (var value in (object[])[session.TenantId, engagement, written.Resource.ToString(), written.Version])
        {
            command.Parameters.Add(new() { Value = value });
        }

        await using var reader = await session.ExecuteReaderAsync(command, cancel);
        return await reader.ReadAsync(cancel);
    }

    /// <summary>What a ledger held of an entry's own stream before the entry came, in the stream's order.</summary>
    /// <param name="ledgered">The entry's place in the ledger.</param>
    public static async Task<IReadOnlyList<LedgerEntryRecorded>> ToldBefore(
        this IQuerySession session,
        IEvent ledgered,
        LedgerEntryRecorded entry,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(
            $"""
            select data -> 'entry' from {Events}
            where tenant_id = $1 and stream_id = $2 and type = '{Fact}' and version < $3
              and data -> 'entry' ->> 'source' = $4 and data -> 'entry' ->> 'stream' = $5
            order by (data -> 'entry' ->> 'version')::bigint
            """
        );
        foreach (var value in (object[])[ledgered.TenantId, ledgered.StreamId, ledgered.Version, entry.Source, entry.Stream.ToString()])
        {
            command.Parameters.Add(new() { Value = value });
        }

        var told = new List<LedgerEntryRecorded>();
        await using var reader = await session.ExecuteReaderAsync(command, cancel);
        while (await reader.ReadAsync(cancel))
        {
            told.Add(JsonSerializer.Deserialize<LedgerEntryRecorded>(reader.GetString(0), FactJson.Options)!);
        }

        return told;
    }

    /// <summary>The other engagements of an establishment in which one of these persons was enrolled.</summary>
    public static async Task<IReadOnlyList<Guid>> Enrolling(
        this IQuerySession session,
        Guid engagement,
        Guid establishment,
        IReadOnlyList<Guid> persons,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(
            $"""
            select distinct m.stream_id from {Events} m
            where m.tenant_id = $1 and m.type = '{Fact}' and m.data -> 'entry' ->> 'eventType' = 'member_enrolled'
              and m.stream_id <> $2 and (m.data -> 'entry' ->> 'redacted')::jsonb ->> 'person' = any($3)
              and exists (select 1 from {Events} o
                where o.tenant_id = m.tenant_id and o.stream_id = m.stream_id and o.type = '{Fact}'
                  and o.data -> 'entry' ->> 'eventType' in ('engagement_opened', 'establishment_joined')
                  and (o.data -> 'entry' ->> 'redacted')::jsonb ->> 'establishment' = $4)
            order by 1
            """
        );
        foreach (
            var value in (object[])[session.TenantId, engagement, persons.Select(p => p.ToString()).ToArray(), establishment.ToString()]
        )
        {
            command.Parameters.Add(new() { Value = value });
        }

        var found = new List<Guid>();
        await using var reader = await session.ExecuteReaderAsync(command, cancel);
        while (await reader.ReadAsync(cancel))
        {
            found.Add(reader.GetGuid(0));
        }

        return found;
    }

    /// <summary>The entries, by the hybrid clock; ties by service, then sequence. A stream goes by its versions, whatever their clocks: each counts as
    /// no earlier than those before it, since nodes once wrote by clocks that were behind each other's.</summary>
    public static async IAsyncEnumerable<LedgerRow> Entries(
        this IQuerySession session,
        Guid engagement,
        LedgerRange range,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        const string clock = "(data -> 'entry' ->> 'clock') collate \"C\"";
        const string source = "(entry ->> 'source') collate \"C\"";
        const string sequence = "(entry ->> 'sequence')::bigint";
        await using var command = new NpgsqlCommand(
            $"""
            select version, timestamp, reading, entry from (
              select version, timestamp, data -> 'entry' as entry, max({clock}) over (
                partition by data -> 'entry' ->> 'source', data -> 'entry' ->> 'stream' order by (data -> 'entry' ->> 'version')::bigint) as reading
              from {Events}
              where tenant_id = $1 and stream_id = $2 and type = '{Fact}' and version <= $3) ordered
            where ($4::timestamptz is null or (entry ->> 'recordedAt')::timestamptz <= $4)
              and ($5::timestamptz is null or (entry ->> 'occurredAt')::timestamptz <= $5)
              and ($6::text is null or (reading, {source}, {sequence}) > ($6 collate "C", $7 collate "C", $8::bigint))
              and ($9::text is null or entry ->> 'stream' = $9)
            order by reading, {source}, {sequence}
            """
        );

        // However long the sorting takes: whoever reads may leave at any time.
        command.CommandTimeout = 0;
        foreach (
            var value in (object?[])
                [
                    session.TenantId,
                    engagement,
                    range.Version,
                    range.At?.ToUniversalTime(),
                    range.OccurredBy?.ToUniversalTime(),
                    range.After?.Clock,
                    range.After?.Source,
                    range.After?.Sequence,
                    range.Stream?.ToString(),
                ]
        )
        {
            command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        }

        await using var reader = await session.ExecuteReaderAsync(command, cancel);
        while (await reader.ReadAsync(cancel))
        {
            yield return new(
                reader.GetInt64(0),
                await reader.GetFieldValueAsync<DateTimeOffset>(1, cancel),
                reader.GetString(2),
                JsonSerializer.Deserialize<LedgerEntryRecorded>(reader.GetString(3), FactJson.Options)!
            );
        }
    }

    /// <summary>The entries that a state or a judgement is made of: without what an operator has set aside, whenever that was.</summary>
    public static async IAsyncEnumerable<LedgerRow> Applied(
        this IQuerySession session,
        Guid engagement,
        LedgerRange range,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        var aside = await session.QueryAsync<string>(
            $"""
            select (data -> 'entry' ->> 'source') || ' ' || ((data -> 'entry' ->> 'redacted')::jsonb ->> 'sequence')
            from {Events}
            where tenant_id = ? and stream_id = ? and type = '{Fact}' and data -> 'entry' ->> 'eventType' = '{SetAside}'
            """,
            cancel,
            session.TenantId,
            engagement
        );
        await foreach (var row in session.Entries(engagement, range, cancel))
        {
            if (!aside.Contains(string.Create(CultureInfo.InvariantCulture, $"{row.Entry.Source} {row.Entry.Sequence}")))
            {
                yield return row;
            }
        }
    }

    /// <summary>The entries of every stream of one type, as they arrived: for what a practice keeps beside its engagements.</summary>
    public static async IAsyncEnumerable<LedgerEntryRecorded> OfType(
        this IQuerySession session,
        string streamType,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(
            $"""
            select data -> 'entry' from {Events}
            where tenant_id = $1 and type = '{Fact}' and data -> 'entry' ->> 'streamType' = $2 order by seq_id
            """
        );
        command.Parameters.Add(new() { Value = session.TenantId });
        command.Parameters.Add(new() { Value = streamType });
        await using var reader = await session.ExecuteReaderAsync(command, cancel);
        while (await reader.ReadAsync(cancel))
        {
            yield return JsonSerializer.Deserialize<LedgerEntryRecorded>(reader.GetString(0), FactJson.Options)!;
        }
    }
}
