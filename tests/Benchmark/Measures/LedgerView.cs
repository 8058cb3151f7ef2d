using Npgsql;
using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Benchmark.Measures;

/// <summary>Reporting's asynchronous view of the ledger, the tree that proves it, as far as one facilitator's stream goes.</summary>
internal sealed class LedgerView : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlCommand _entries;

    private LedgerView(NpgsqlConnection connection, string id)
    {
        _connection = connection;
        _entries = connection.CreateCommand();
        _entries.CommandText = """
            select count(*) from reporting.mt_events e join reporting.tree_leaf l on l.sequence = e.seq_id
            where e.tenant_id = $1 and e.stream_id = $2
            """;
        _entries.Parameters.Add(new() { Value = Contestant.Tenant });
        _entries.Parameters.Add(new() { Value = LedgerOf(Guid.Parse(id)) });
    }

    /// <summary>Looks at it over a connection of its own.</summary>
    public static async Task<LedgerView> Of(Bench bench, string id, CancellationToken cancel)
    {
        var view = new LedgerView(await bench.Owner.OpenConnectionAsync(cancel), id);
        await view._entries.PrepareAsync(cancel);
        return view;
    }

    /// <summary>Waits until so many entries of the stream are in it.</summary>
    public async Task Until(long entries, CancellationToken cancel)
    {
        while (await _entries.ExecuteScalarAsync(cancel) is not long there || there < entries)
        {
            await Task.Delay(2, cancel);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _entries.DisposeAsync();
        await _connection.DisposeAsync();
    }

    // As Reporting places what belongs to no engagement.
    private static Guid LedgerOf(Guid facilitator) =>
        EngagementLedger.StreamOf(new("engagement", 0, facilitator, facilitator, "facilitator", 0, "", "", default, default, "", "", ""));
}
