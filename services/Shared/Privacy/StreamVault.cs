using System.Text;
using Marten;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Privacy;

/// <summary>The vault for one stream in one transaction: no key is read twice, none made twice.</summary>
public sealed class StreamVault(TextVault vault, IDocumentSession session, Guid stream)
{
    private readonly Dictionary<Guid, Seal> _seals = [];
    private readonly Dictionary<Guid, IReadOnlyList<DataKey>> _read = [];
    private readonly Dictionary<string, byte[]> _keys = [];

    /// <summary>Takes note of the keys of owners that were read already (<see cref="TextVault.KeysOf" />).</summary>
    public StreamVault Knowing(IEnumerable<Guid> owners, IReadOnlyList<DataKey> keys)
    {
        foreach (var owner in owners)
        {
            _read[owner] = [.. keys.Where(k => k.Owner == owner)];
        }

        return this;
    }

    /// <summary>The seal of one owner. A key is made here where they have none, and stored with the transaction at the first text.</summary>
    /// <exception cref="PersonErasedException">The owner was erased.</exception>
    public async Task<Seal> SealFor(Guid owner, CancellationToken cancel)
    {
        if (_seals.TryGetValue(owner, out var seal))
        {
            return seal;
        }

        if (!_read.TryGetValue(owner, out var theirs))
        {
            var read = session.CreateBatchQuery();
            var keys = TextVault.KeysOf(read, session.TenantId, owner);
            await read.Execute(cancel);
            theirs = await keys;
        }

        var (id, key, made) = await vault.KeyOf(owner, theirs, cancel);
        _keys[id] = key;
        return _seals[owner] = (text, member) =>
        {
            if (made is { } first)
            {
                session.Insert(first);
                made = null;
            }

            var bytes = Aes256.Encrypt(key, Encoding.UTF8.GetBytes(text.Text), TextOpener.Binding(session.TenantId, stream, member, id));
            return new(id, "A256GCM", Convert.ToBase64String(bytes[..Aes256.NonceSize]), Convert.ToBase64String(bytes[Aes256.NonceSize..]));
        };
    }

    /// <summary>What reads these texts of the stream, those of this transaction too; a text whose key was destroyed reads as
    /// <see cref="TextOpener.Erased" />.</summary>
    public async Task<TextOpener> OpenerFor(IEnumerable<Sealed> texts, CancellationToken cancel)
    {
        await vault.Read(session, texts, _keys, cancel);
        return new(session.TenantId, stream, _keys);
    }
}
