using System.Security.Cryptography;
using Marten;
using Marten.Services.BatchQuerying;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Privacy;

/// <summary>A data key of one owner in this service, wrapped by the master key.</summary>
/// <param name="Id">The key's id, the one that sealed texts name.</param>
/// <param name="Owner">The author (a person), or the engagement for agreed texts.</param>
/// <param name="Wrapped">The key, wrapped by a master key; says which one. Empty once the key was destroyed.</param>
/// <param name="Quarter">The calendar quarter in which texts are sealed under it: what is old can go without what is new.</param>
/// <param name="Destroyed">Why it was destroyed; null while it is there.</param>
public sealed record DataKey(string Id, Guid Owner, string Wrapped, string? Quarter = null, Destruction? Destroyed = null);

/// <summary>Why a key was destroyed.</summary>
public enum Destruction
{
    /// <summary>Its owner was erased: they never get another one.</summary>
    Erasure,

    /// <summary>The texts under it had been kept as long as the policy says.</summary>
    Retention,
}

/// <summary>The owner was erased, and writes nothing any more.</summary>
public sealed class PersonErasedException() : InvalidOperationException("This person has been erased.");

/// <summary>Keeps texts unreadable without their owner's key: AES-256-GCM, one key for an owner and a quarter, random nonce,
/// associated data binding tenant, stream, member and key.</summary>
public sealed class TextVault(IMasterKeys masterKeys, TimeProvider time)
{
    private const int KeySize = 32;
    private const int IdSize = 16;

    /// <summary>The vault for one stream in one transaction.</summary>
    public StreamVault Within(IDocumentSession session, Guid stream) => new(this, session, stream);

    /// <summary>The seal of one owner for one stream. The key is made here, and stored with the same transaction at the first text.</summary>
    /// <exception cref="PersonErasedException">The owner was erased.</exception>
    public Task<Seal> SealFor(IDocumentSession session, Guid stream, Guid owner, CancellationToken cancel) =>
        Within(session, stream).SealFor(owner, cancel);

    /// <summary>What reads the texts of one stream; a text whose key was destroyed reads as <see cref="TextOpener.Erased" />.</summary>
    public async Task<TextOpener> OpenerFor(IQuerySession session, Guid stream, IEnumerable<Sealed> texts, CancellationToken cancel)
    {
        var keys = new Dictionary<string, byte[]>();
        await Read(session, texts, keys, cancel);
        return new(session.TenantId, stream, keys);
    }

    /// <summary>Reads the keys of these owners with a batch, in the order of their ids. Written out: a query that is parsed anew for each command
    /// takes longer than its answer.</summary>
    public static Task<IReadOnlyList<DataKey>> KeysOf(IBatchedQuery read, string tenant, params Guid[] owners) =>
        read.Query<DataKey>("where d.tenant_id = ? and d.owner = any(?) order by d.id", tenant, owners);

    /// <summary>Reads the keys of these texts to those that are at hand.</summary>
    internal async Task Read(IQuerySession session, IEnumerable<Sealed> texts, Dictionary<string, byte[]> keys, CancellationToken cancel)
    {
        var ids = texts.Select(t => t.KeyId).Distinct().Where(id => !keys.ContainsKey(id)).ToArray();
        foreach (var stored in ids.Length == 0 ? [] : await session.LoadManyAsync<DataKey>(cancel, ids))
        {
            if (stored.Destroyed is null)
            {
                keys[stored.Id] = await Unwrap(stored, cancel);
            }
        }
    }

    /// <summary>The key in which an owner seals now, of those that are theirs; with the record to store, where it is a new one.</summary>
    /// <exception cref="PersonErasedException">The owner was erased.</exception>
    internal async Task<(string Id, byte[] Key, DataKey? New)> KeyOf(Guid owner, IReadOnlyList<DataKey> theirs, CancellationToken cancel)
    {
        if (theirs.Any(k => k.Destroyed == Destruction.Erasure))
        {
            throw new PersonErasedException();
        }

        var quarter = QuarterOf(time.GetUtcNow());
        if (theirs.FirstOrDefault(k => k.Quarter == quarter && k.Destroyed is null) is { } stored)
        {
            return (stored.Id, await Unwrap(stored, cancel), null);
        }

        var key = RandomNumberGenerator.GetBytes(KeySize);
        var made = await New(owner, quarter, key, cancel);
        return (made.Id, key, made);
    }

    /// <summary>Destroys every key of an owner who is erased; its id stays, so that they never get another one.</summary>
    /// <returns>How many keys there were.</returns>
    public static async Task<int> Erase(IDocumentSession session, Guid owner, CancellationToken cancel)
    {
        var theirs = await session.Query<DataKey>().Where(k => k.Owner == owner).ToListAsync(cancel);
        foreach (var key in theirs)
        {
            session.Update(key with { Wrapped = string.Empty, Destroyed = Destruction.Erasure });
        }

        if (theirs.Count == 0)
        {
            session.Insert(new DataKey(NewId(), owner, string.Empty, Destroyed: Destruction.Erasure));
        }

        return theirs.Count(k => k.Destroyed is null);
    }

    /// <summary>Wraps every data key anew that is not under the newest master key; the texts stay as they are.</summary>
    /// <returns>How many were wrapped anew.</returns>
    public async Task<int> Rewrap(IDocumentStore store, IEnumerable<string> tenants, CancellationToken cancel)
    {
        var count = 0;
        foreach (var tenant in tenants)
        {
            await using var session = await store.ForTenant(tenant, cancel);
            await session.MayWait(cancel);
            foreach (var stored in await session.Query<DataKey>().Where(k => k.Wrapped != string.Empty).ToListAsync(cancel))
            {
                var wrapped = await masterKeys.Wrap(await Unwrap(stored, cancel), stored.Id, cancel);
                if (!masterKeys.IsCurrent(stored.Wrapped))
                {
                    session.Update(stored with { Wrapped = wrapped });
                    count++;
                }
            }

            await session.Commit();
        }

        return count;
    }

    /// <summary>Every tenant that has keys here.</summary>
    public static async Task<IReadOnlyList<string>> Tenants(IHost host, CancellationToken cancel)
    {
        var service = host.Services.GetRequiredService<StoreDefinition>().Name;
        var tenants = new List<string>();
        await using var command = host
            .Services.GetRequiredKeyedService<NpgsqlDataSource>(Stores.Daemon)
            .CreateCommand($"select distinct tenant_id from {service}.mt_doc_datakey order by 1");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            tenants.Add(reader.GetString(0));
        }

        return tenants;
    }

    /// <summary>The calendar quarter of a moment, such as <c>2026-Q3</c>.</summary>
    internal static string QuarterOf(DateTimeOffset at) => $"{at.UtcDateTime.Year:D4}-Q{((at.UtcDateTime.Month - 1) / 3) + 1}";

    private static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdSize));

    private async Task<DataKey> New(Guid owner, string quarter, byte[] key, CancellationToken cancel)
    {
        var id = NewId();
        return new(id, owner, await masterKeys.Wrap(key, id, cancel), quarter);
    }

    private Task<byte[]> Unwrap(DataKey stored, CancellationToken cancel) => masterKeys.Unwrap(stored.Wrapped, stored.Id, cancel);
}
