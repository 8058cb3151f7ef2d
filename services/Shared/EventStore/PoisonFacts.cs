using Npgsql;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EventStore;

/// <summary>The facts that cannot be read, as they were come upon, told or not.</summary>
public static class PoisonFacts
{
    /// <summary>The type of fact of this alias, told or not; null where the service knows none.</summary>
    public static Type? FactOf(this StoreDefinition service, string alias) =>
        FactTypes
            .Of(typeof(Fact), service.Assembly)
            .Concat(service.LedgeredFacts)
            .FirstOrDefault(f => FactTypes.Aliases(f).Contains(alias));

    /// <summary>Each that is still so: neither mended nor set aside.</summary>
    public static async Task<IReadOnlyList<string>> Found(NpgsqlConnection connection, StoreDefinition service, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select e.seq_id, e.type, e.data::text from {service.Name}.mt_doc_poisonfact p
            join {service.Name}.mt_events e on e.seq_id = p.id::bigint where not e.is_archived order by e.seq_id
            """,
            connection
        );
        var found = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var (sequence, type) = (reader.GetInt64(0), reader.GetString(1));
            if (service.FactOf(type) is not { } fact || !FactSerializer.CanRead(fact, reader.GetString(2)))
            {
                found.Add($"the event {sequence} ({type}) cannot be read.");
            }
        }

        return found;
    }
}
