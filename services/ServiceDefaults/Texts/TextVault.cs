using System.Security.Cryptography;
using System.Text;
using Marten;

namespace PracticeAnalysis.ServiceDefaults.Texts;

/// <summary>A data key of one author in this service, wrapped by the master key.</summary>
/// <param name="Id">The key's id, the one that sealed texts name.</param>
/// <param name="Owner">The author (a person), or the engagement for agreed texts.</param>
/// <param name="Wrapped">Base64 of nonce, encrypted key and tag.</param>
public sealed record DataKey(string Id, Guid Owner, string Wrapped);

/// <summary>Keeps texts unreadable without their author's key: AES-256-GCM, one key an author, random nonce,
/// associated data binding tenant, stream, member and key.</summary>
public sealed class TextVault(byte[] masterKey)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>The seal of one author for one stream. The key is made, and stored with the same transaction, at the first text.</summary>
    public async Task<Seal> SealFor(IDocumentSession session, Guid stream, Guid author, CancellationToken cancel)
    {
        var stored = await session.Query<DataKey>().Where(k => k.Owner == author).OrderBy(k => k.Id).FirstOrDefaultAsync(cancel);
        var id = stored?.Id;
        var key = stored is null ? null : Unwrap(stored);
        return (text, member) =>
        {
            if (key is null)
            {
                key = RandomNumberGenerator.GetBytes(32);
                id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
                session.Insert(new DataKey(id, author, Wrap(id, key)));
            }

            var bytes = Encrypt(key, Encoding.UTF8.GetBytes(text.Text), Binding(session.TenantId, stream, member, id!));
            return new(id!, "A256GCM", Convert.ToBase64String(bytes[..NonceSize]), Convert.ToBase64String(bytes[NonceSize..]));
        };
    }

    /// <summary>What reads the texts of one stream; a text whose key was destroyed reads as null.</summary>
    public async Task<TextOpener> OpenerFor(IQuerySession session, Guid stream, IEnumerable<Sealed> texts, CancellationToken cancel)
    {
        var ids = texts.Select(t => t.KeyId).Distinct().ToArray();
        var keys = ids.Length == 0 ? [] : await session.LoadManyAsync<DataKey>(cancel, ids);
        return new(session.TenantId, stream, keys.ToDictionary(k => k.Id, Unwrap));
    }

    internal static byte[] Binding(string tenant, Guid stream, string member, string keyId) =>
        Encoding.UTF8.GetBytes(string.Join('\n', tenant, stream, member, keyId));

    internal static byte[] Decrypt(byte[] key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> sealedBytes, byte[] binding)
    {
        using var aes = new AesGcm(key, TagSize);
        var plain = new byte[sealedBytes.Length - TagSize];
        aes.Decrypt(nonce, sealedBytes[..^TagSize], sealedBytes[^TagSize..], plain, binding);
        return plain;
    }

    private static byte[] Encrypt(byte[] key, byte[] plain, byte[] binding)
    {
        using var aes = new AesGcm(key, TagSize);
        var bytes = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(bytes.AsSpan(0, NonceSize));
        aes.Encrypt(bytes.AsSpan(0, NonceSize), plain, bytes.AsSpan(NonceSize, plain.Length), bytes.AsSpan(^TagSize..), binding);
        return bytes;
    }

    private string Wrap(string id, byte[] key) => Convert.ToBase64String(Encrypt(masterKey, key, Encoding.UTF8.GetBytes(id)));

    private byte[] Unwrap(DataKey key)
    {
        var bytes = Convert.FromBase64String(key.Wrapped);
        return Decrypt(masterKey, bytes.AsSpan(0, NonceSize), bytes.AsSpan(NonceSize), Encoding.UTF8.GetBytes(key.Id));
    }
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
                TextVault.Decrypt(
                    key,
                    Convert.FromBase64String(text.Nonce),
                    Convert.FromBase64String(text.Ciphertext),
                    TextVault.Binding(tenant, stream, member, text.KeyId)
                )
            )
            : null;
}
