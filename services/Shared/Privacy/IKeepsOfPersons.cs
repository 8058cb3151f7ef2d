using Marten;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.EventStore;

namespace PracticeAnalysis.Privacy;

/// <summary>Something that a service keeps of persons beside events (a name, letters, answers kept for a retry). Whatever keeps such a thing
/// is registered under this, and goes with the person.</summary>
public interface IKeepsOfPersons
{
    /// <summary>Removes what is kept of a person, in the transaction of the session.</summary>
    /// <returns>How many records there were.</returns>
    Task<int> Erase(IDocumentSession session, Guid person, CancellationToken cancel);
}

/// <summary>The person's name.</summary>
public sealed class KeptNames : IKeepsOfPersons
{
    /// <inheritdoc />
    public async Task<int> Erase(IDocumentSession session, Guid person, CancellationToken cancel)
    {
        if (await session.LoadAsync<IdentityRecord>(person, cancel) is null)
        {
            return 0;
        }

        session.Delete<IdentityRecord>(person);
        return 1;
    }
}

/// <summary>Letters that nobody could read. Messages of ours hold opaque ids and codes alone, and wait for an operator; one that is none of
/// ours may hold anything, and goes with the person whom it mentions.</summary>
public sealed class KeptLetters(StoreDefinition service) : IKeepsOfPersons
{
    // A message's alias begins with the folder of its contract, or with the service that tells it to itself.
    private static readonly string Ours =
        $@"^({string.Join('|', typeof(Origin).Assembly.GetExportedTypes().Select(t => t.Namespace!.Split('.')).Where(n => n.Length > 2).Select(n => n[2].ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal))})\.";

    /// <inheritdoc />
    public async Task<int> Erase(IDocumentSession session, Guid person, CancellationToken cancel)
    {
        var gone = 0;
        foreach (var table in (string[])["wolverine_dead_letters", "wolverine_incoming_envelopes"])
        {
            var counted = await session.QueryAsync<int>(
                $"""
                with gone as (
                  delete from {service.Name}.{table}
                  where message_type !~ ? and position(convert_to(?, 'UTF8') in body) > 0
                  returning 1
                )
                select count(*)::int from gone
                """,
                cancel,
                Ours,
                person.ToString()
            );
            gone += counted[0];
        }

        return gone;
    }
}
