using System.Security.Cryptography;
using System.Text;
using Marten;

namespace PracticeAnalysis.ServiceDefaults.Texts;

/// <summary>A data key of one author in this service, wrapped by the master key.</summary>
/// <param name="Id">The key's id, the one that sealed texts name.</param>
/// <param name="Owner">The author (a person), or the engagement for agreed texts.</param>
/// <param name="Wrapped">The key, wrapped by a master key; says which one.</param>
public sealed record DataKey(string Id, Guid Owner, string Wrapped);

/// <summary>Keeps texts unreadable without their author's key: AES-256-GCM, one key an author, random nonce,
/// associated data binding tenant, stream, member and key.</summary>
public sealed class TextVault(IMasterKeys masterKeys)
{
    private const int KeySize = 32;
    private const int IdSize = 16;

    /// <summary>The seal of one author for one stream. The key is made here, and stored with the same transaction at the first text.</summary>
    public async Task<Seal> SealFor(IDocumentSession session, Guid stream, Guid author, CancellationToken cancel)
    {
        var stored = await session.Query<DataKey>().Where(k => k.Owner == author).OrderBy(k => k.Id).FirstOrDefaultAsync(cancel);
        var key = stored is null ? RandomNumberGenerator.GetBytes(KeySize) : await Unwrap(stored, cancel);
        var toStore = stored is null ? await New(author, key, cancel) : null;
        var id = (stored ?? toStore)!.Id;
        return (text, member) =>
        {
            if (toStore is { } first)
            {
                session.Insert(first);
                toStore = null;
            }

            var bytes = Aes256.Encrypt(key, Encoding.UTF8.GetBytes(text.Text), Binding(session.TenantId, stream, member, id));
            return new(id, "A256GCM", Convert.ToBase64String(bytes[..Aes256.NonceSize]), Convert.ToBase64String(bytes[Aes256.NonceSize..]));
        };
    }

    /// <summary>What reads the texts of one stream; a text whose key was destroyed reads as null.</summary>
    public async Task<TextOpener> OpenerFor(IQuerySession session, Guid stream, IEnumerable<Sealed> texts, CancellationToken cancel)
    {
        var ids = texts.Select(t => t.KeyId).Distinct().ToArray();
        var keys = new Dictionary<string, byte[]>();
        foreach (var stored in ids.Length == 0 ? [] : await session.LoadManyAsync<DataKey>(cancel, ids))
        {
            keys[stored.Id] = await Unwrap(stored, cancel);
        }

        return new(session.TenantId, stream, keys);
    }

    /// <summary>Wraps every data key anew that is not under the newest master key; the texts stay as they are.</summary>
    /// <returns>How many were wrapped anew.</returns>
    public async Task<int> Rewrap(IDocumentStore store, IEnumerable<string> tenants, CancellationToken cancel)
    {
        var count = 0;
        foreach (var tenant in tenants)
        {
            await using var session = store.LightweightSession(tenant);
            foreach (var stored in await session.Query<DataKey>().ToListAsync(cancel))
            {
                var wrapped = await masterKeys.Wrap(await Unwrap(stored, cancel), stored.Id, cancel);
                if (!masterKeys.IsCurrent(stored.Wrapped))
                {
                    session.Update(stored with { Wrapped = wrapped });
                    count++;
                }
            }

            await session.SaveChangesAsync(cancel);
        }

        return count;
    }

    internal static byte[] Binding(string tenant, Guid stream, string member, string keyId) =>
        Encoding.UTF8.GetBytes(string.Join('\n', tenant, stream, member, keyId));

    private async Task<DataKey> New(Guid author, byte[] key, CancellationToken cancel)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdSize));
        return new(id, author, await masterKeys.Wrap(key, id, cancel));
    }

    private Task<byte[]> Unwrap(DataKey stored, CancellationToken cancel) => masterKeys.Unwrap(stored.Wrapped, stored.Id, cancel);
}

/// <summary>Reads the sealed texts of one stream.</summary>
public sealed class TextOpener(string tenant, Guid stream, IReadOnlyDictionary<string, byte[]> keys)
{
    /// <summary>The clear text, for those who may read it; null once its key is destroyed.</summary>
    /// <param name="text">The sealed text.</param>
    /// <param name="member">The member of the fact it stands in, the one it was sealed for.</param>
    public string? Open(Sealed? text, string member) =>
        text is not null && keys.TryGetValue(text.KeyId, out var key)
            ? Encoding.UTF8.GetString(
                Aes256.Decrypt(
                    key,
                    [.. Convert.FromBase64String(text.Nonce), .. Convert.FromBase64String(text.Ciphertext)],
                    TextVault.Binding(tenant, stream, member, text.KeyId)
                )
            )
            : null;
}
