using Npgsql;

namespace PracticeAnalysis.Privacy;

/// <summary>Writes anew the tables from which erasure and retention take (keys, names, letters, salts): what a page's free space kept of a wrapped key is
/// gone from them. A job of the migrator, who owns them; each is held for the moment that it takes. What a transaction that began before an erasure
/// still sees stays until the next run, and so does what the write-ahead log and backups hold.</summary>
public static class Sweep
{
    /// <summary>The tables, in each service's schema.</summary>
    public static readonly IReadOnlyList<string> Tables =
    [
        "mt_doc_datakey",
        "mt_doc_identityrecord",
        "mt_doc_acceptedrequest",
        "mt_doc_commitments",
        "wolverine_dead_letters",
        "wolverine_incoming_envelopes",
    ];

    /// <summary>Sweeps a service's schema.</summary>
    /// <exception cref="PostgresException">Somebody held a table for longer than five seconds, or the login does not own it.</exception>
    public static async Task Run(NpgsqlDataSource migrator, string service, CancellationToken cancel)
    {
        await using var connection = await migrator.OpenConnectionAsync(cancel);
        foreach (var sql in Tables.Select(t => $"vacuum (full, analyze) {service}.{t}").Prepend("set lock_timeout = '5s'"))
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(cancel);
        }
    }
}
