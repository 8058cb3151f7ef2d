using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Npgsql;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Ledger;

/// <summary>Makes the commitments of an event that has none yet, where it is told.</summary>
/// <param name="id">The event's id.</param>
/// <param name="entry">What is told of it, without.</param>
/// <returns>Null where the event was told without.</returns>
public delegate Commitments? Committing(Guid id, LedgerEntryRecorded entry, ChainHead before);

/// <summary>The events of one service's store as the ledger must show them, read from the rows as they are. What a row says is hashed as it
/// stands there, never as today's types would write it: an event stored by an older version keeps its hash.</summary>
public sealed class StoredEntries(string source, IEnumerable<Type> ledgered)
{
    private static readonly string SetAside = FactTypes.Alias(typeof(FactSetAside));

    private readonly Dictionary<string, Type> _types = ledgered
        .SelectMany(fact => FactTypes.Aliases(fact).Select(alias => (alias, fact)))
        .ToDictionary();

    /// <summary>The entries of a tenant's streams, stream by stream in the order of versions, each with its link.</summary>
    /// <param name="from">Where to go on in each stream; null reads every stream from its start.</param>
    /// <param name="through">The last sequence to read.</param>
    /// <param name="committing">Makes commitments where there are none; without it entries are read as they were told.</param>
    public async IAsyncEnumerable<LedgerEntryRecorded> Read(
        NpgsqlConnection connection,
        string tenant,
        IReadOnlyCollection<ChainHead>? from = null,
        long through = long.MaxValue,
        Committing? committing = null,
        [EnumeratorCancellation] CancellationToken cancel = default
    )
    {
        // What is marked as archived was hidden by somebody, and is missed here; unless a recorded fact says that it was set aside. Each stream is looked up by itself: joined with all
        // streams at once, a table of which the database has no statistics yet was read whole for every batch.
        // So are commitments.
        const string rows =
            "seq_id, stream_id, version, type, data::text, headers ->> '" + EventHeaders.Clock + "', user_name, timestamp, id";
        var found = $"""
            select {rows}, (select c.data::text from {source}.mt_doc_commitments c where c.tenant_id = @tenant and c.id = e.id)
            from {source}.mt_events e where tenant_id = @tenant and seq_id <= @through and type = any(@types) and (not is_archived or seq_id = any(array(
                select (data ->> 'sequence')::bigint from {source}.mt_events where tenant_id = @tenant and type = '{SetAside}' and not is_archived)))
            """;
        await using var command = new NpgsqlCommand(
            from is null
                ? $"{found} order by stream_id, version"
                : $"""
                select e.* from unnest(@streams, @versions) as h (stream, version)
                cross join lateral ({found} and stream_id = h.stream and version > h.version order by version) e
                order by e.stream_id, e.version
                """,
            connection
        );

        // However long the sorting takes: whoever reads may leave at any time.
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue("tenant", tenant);
        command.Parameters.AddWithValue("through", through);
        command.Parameters.AddWithValue("types", _types.Keys.ToArray());
        if (from is not null)
        {
            command.Parameters.AddWithValue("streams", from.Select(h => h.Id).ToArray());
            command.Parameters.AddWithValue("versions", from.Select(h => h.Version).ToArray());
        }

        var heads = from?.ToDictionary(h => h.Id);
        ChainHead? head = null;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var stream = reader.GetGuid(1);
            if (head?.Id != stream)
            {
                head = heads?[stream] ?? ChainHead.Before(stream);
            }

            var entry = Entry(reader, head, committing);
            entry = entry with { Link = StreamChain.Link(head.Link, tenant, entry) };
            head = head.After(entry);
            yield return entry;
        }
    }

    private LedgerEntryRecorded Entry(NpgsqlDataReader row, ChainHead before, Committing? committing)
    {
        var type = row.GetString(3);
        var data = JsonElement.Parse(row.GetString(4));
        var redacted = Canonical.Redacted(data);
        var entry = new LedgerEntryRecorded(
            source,
            row.GetInt64(0),
            before.Version == 0 ? EngagementOf(data, _types[type]) ?? before.Subject : before.Subject,
            row.GetGuid(1),
            FactTypes.StreamType(_types[type]),
            row.GetInt64(2),
            type,
            row.IsDBNull(5) ? string.Empty : row.GetString(5),
            DateTimeOffset.TryParse(Said(data, "occurredAt"), CultureInfo.InvariantCulture, out var occurredAt) ? occurredAt : default,
            row.GetFieldValue<DateTimeOffset>(7).ToUniversalTime(),
            row.IsDBNull(6) ? string.Empty : row.GetString(6),
            redacted,
            Canonical.Hash(redacted)
        );
        var made = row.IsDBNull(9)
            ? committing?.Invoke(row.GetGuid(8), entry, before)
            : JsonSerializer.Deserialize<Commitments>(row.GetString(9), FactJson.Options);
        return made is null ? entry : CommittedEntry.Of(entry, made, before);
    }

    // A row that somebody wrote into may say anything: it is shown with its hash, and it is the hash that gives it away.
    private static Guid? EngagementOf(JsonElement data, Type type)
    {
        try
        {
            return type.IsAssignableTo(typeof(IBelongsToEngagement))
                ? (data.Deserialize(type, FactJson.Options) as IBelongsToEngagement)?.Engagement
                : null;
        }
        catch (Exception e) when (FactSerializer.IsOfContent(type, e) || e is NullReferenceException)
        {
            return null;
        }
    }

    private static string? Said(JsonElement data, string member) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty(member, out var said) && said.ValueKind == JsonValueKind.String
            ? said.GetString()
            : null;
}
