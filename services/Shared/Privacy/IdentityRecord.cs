using Marten;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Privacy;

/// <summary>A person's name, the one place where it stands: a document, never an event, sealed under the person's own key, so that a dump,
/// a backup or what a deleted row leaves behind on the disk does not show it.</summary>
/// <param name="Id">The opaque id of the person, the one in tokens, events and messages.</param>
/// <param name="Name">The name.</param>
public sealed record IdentityRecord(Guid Id, Sealed? Name)
{
    private const string NameMember = "IdentityRecord.Name";

    /// <summary>The record of a person, their name sealed.</summary>
    public static async Task<IdentityRecord> Of(
        TextVault vault,
        IDocumentSession session,
        Guid person,
        string name,
        CancellationToken cancel
    ) => new(person, (await vault.SealFor(session, person, person, cancel))(new(name), NameMember));

    /// <summary>The name in clear; null once it was erased.</summary>
    public async Task<string?> Read(TextVault vault, IQuerySession session, CancellationToken cancel) =>
        Name is { } name
        && (await vault.OpenerFor(session, Id, [name], cancel)).Open(name, NameMember) is { } clear
        && clear != TextOpener.Erased
            ? clear
            : null;

    /// <summary>The names in clear of these records, by person; without those that were erased. The keys are read at once.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> ReadAll(
        IReadOnlyList<IdentityRecord> records,
        TextVault vault,
        IQuerySession session,
        CancellationToken cancel
    )
    {
        var keys = new Dictionary<string, byte[]>();
        await vault.Read(session, records.Select(r => r.Name).OfType<Sealed>(), keys, cancel);
        return records
            .Select(r => (r.Id, Name: new TextOpener(session.TenantId, r.Id, keys).Open(r.Name, NameMember)))
            .Where(n => n.Name is not null && n.Name != TextOpener.Erased)
            .ToDictionary(n => n.Id, n => n.Name!);
    }
}
