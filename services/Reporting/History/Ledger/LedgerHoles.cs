using Marten;
using Npgsql;

namespace PracticeAnalysis.Reporting.History.Ledger;

/// <summary>Entries that a service published and that the ledger does not hold.</summary>
/// <param name="Service">The service that published them: engagement, session or reporting.</param>
/// <param name="StreamType">What their stream is of; null where nothing of it came.</param>
/// <param name="Stream">The stream that they stand in, under another id where that is a person's, or may be.</param>
/// <param name="From">The first version that is lacking.</param>
/// <param name="To">The last one.</param>
public sealed record LedgerHole(string Service, string? StreamType, Guid Stream, long From, long To)
{
    /// <summary>In a line.</summary>
    public override string ToString() => $"{Service}/{Stream} {From}-{To}";
}

/// <summary>Finds what the ledger of an engagement lacks: versions left out between others, and what its service says that it published.</summary>
public static class LedgerHoles
{
    private const string Schema = "reporting";

    /// <summary>How many things a header names at most.</summary>
    public const int MostSaid = 50;

    /// <summary>What is lacking in the ledger at a version of it.</summary>
    public static async Task<IReadOnlyList<LedgerHole>> Holes(
        this IQuerySession session,
        Guid ledger,
        long version,
        CancellationToken cancel
    )
    {
        var between = await session.Between(ledger, version, cancel);
        var gaps = await session.Query<LedgerGap>().ToListAsync(cancel);
        if (gaps.Count == 0)
        {
            return between;
        }

        var types = await session.Held(gaps, cancel);
        var holes = between.ToList();
        foreach (var gap in gaps)
        {
            var source = gap.Id.Split('/')[0];
            var (held, type) = types.GetValueOrDefault((source, gap.Stream));
            if (held is { } standsIn ? standsIn != ledger : !gap.MayStandIn(ledger))
            {
                continue;
            }

            foreach (var lacking in (await LedgerEntriesPublishedHandler.Absent(session, source, [gap], cancel))[gap.Stream])
            {
                if (!holes.Any(h => h.Service == source && h.Stream == gap.Stream && h.From <= lacking && lacking <= h.To))
                {
                    holes.Add(new(source, type, gap.Stream, lacking, lacking));
                }
            }
        }

        return Joined(holes);
    }

    /// <summary>Says with an answer that has no place for it, such as lines or an export, what part of the ledger it is, and what the ledger lacks of it.</summary>
    public static void Say(this IReadOnlyList<LedgerHole> holes, string moment, HttpResponse response)
    {
        response.Headers["X-Ledger-Moment"] = moment;
        response.Headers["X-Ledger-Complete"] = holes.Count == 0 ? "true" : "false";
        if (holes.Count > 0)
        {
            response.Headers["X-Ledger-Gaps"] = string.Join(", ", holes.Take(MostSaid).Select(h => h.ToString()));
        }
    }

    /// <summary>Holes beside each other in one.</summary>
    public static IReadOnlyList<LedgerHole> Joined(IEnumerable<LedgerHole> holes)
    {
        var joined = new List<LedgerHole>();
        foreach (var hole in holes.OrderBy(h => h.Service, StringComparer.Ordinal).ThenBy(h => h.Stream).ThenBy(h => h.From))
        {
            if (
                joined.LastOrDefault() is { } last
                && last.Service == hole.Service
                && last.Stream == hole.Stream
                && last.To + 1 == hole.From
            )
            {
                joined[^1] = last with { To = hole.To };
            }
            else
            {
                joined.Add(hole);
            }
        }

        return joined;
    }

    private static async Task<IReadOnlyList<LedgerHole>> Between(
        this IQuerySession session,
        Guid ledger,
        long version,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(
            $"""
            select source, type, stream, before + 1, version - 1 from (
              select source, type, stream, version, coalesce(lag(version) over (partition by source, stream order by version), 0) as before from (
                select distinct data -> 'entry' ->> 'source' as source, data -> 'entry' ->> 'streamType' as type,
                  (data -> 'entry' ->> 'stream')::uuid as stream, (data -> 'entry' ->> 'version')::bigint as version
                from {Schema}.mt_events where tenant_id = $1 and stream_id = $2 and type = 'entry_ledgered' and version <= $3) told) ordered
            where version > before + 1 order by source, stream, version
            """
        );
        foreach (var value in (object[])[session.TenantId, ledger, version])
        {
            command.Parameters.Add(new() { Value = value });
        }

        var holes = new List<LedgerHole>();
        await using var reader = await session.ExecuteReaderAsync(command, cancel);
        while (await reader.ReadAsync(cancel))
        {
            holes.Add(new(reader.GetString(0), reader.GetString(1), reader.GetGuid(2), reader.GetInt64(3), reader.GetInt64(4)));
        }

        return holes;
    }

    // Where something of a stream came, that says in whose ledger it stands and what it is of.
    private static async Task<Dictionary<(string, Guid), (Guid? Ledger, string? Type)>> Held(
        this IQuerySession session,
        IReadOnlyList<LedgerGap> gaps,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(
            $"""
            select distinct data -> 'entry' ->> 'source', (data -> 'entry' ->> 'stream')::uuid, stream_id, data -> 'entry' ->> 'streamType'
            from {Schema}.mt_events where tenant_id = $1 and type = 'entry_ledgered' and data -> 'entry' ->> 'stream' = any($2)
            """
        );
        command.Parameters.Add(new() { Value = session.TenantId });
        command.Parameters.Add(new() { Value = gaps.Select(g => g.Stream.ToString()).ToArray() });
        var types = new Dictionary<(string, Guid), (Guid?, string?)>();
        await using var reader = await session.ExecuteReaderAsync(command, cancel);
        while (await reader.ReadAsync(cancel))
        {
            types[(reader.GetString(0), reader.GetGuid(1))] = (reader.GetGuid(2), reader.GetString(3));
        }

        return types;
    }
}
