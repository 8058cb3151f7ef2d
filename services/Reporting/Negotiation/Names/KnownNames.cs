using Marten;
using PracticeAnalysis.Contracts.Reporting.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.Reporting.Model;
using Wolverine;

namespace PracticeAnalysis.Reporting.Negotiation.Names;

/// <summary>What a person is called, as digests.</summary>
public sealed record CalledBy(Guid Person, IReadOnlyCollection<string> Digests);

/// <summary>What was found in texts that may name members.</summary>
/// <param name="Words">How many of their words may name somebody who did not agree to it.</param>
/// <param name="Bearers">Whom those may name.</param>
/// <param name="Disguised">Whether they hold letters that no name is compared with.</param>
/// <param name="NameIsGone">Whether a member's name is kept no more: whatever was found, they may say it.</param>
public sealed record NamesFound(int Words, IReadOnlyList<Guid> Bearers, bool Disguised = false, bool NameIsGone = false)
{
    /// <summary>Whether they may name somebody who did not agree to it.</summary>
    public bool MayName => Words > 0 || NameIsGone;

    /// <summary>Nothing.</summary>
    public static NamesFound None { get; } = new(0, []);
}

/// <summary>What a group's members are called, and the key of the digests.</summary>
/// <param name="IsWhole">Whether the name of nobody is gone who was in the group at some time: no name goes but by an erasure, or with the group's key.</param>
public sealed record GroupNames(byte[] Key, IReadOnlyList<CalledBy> Members, bool IsWhole = true)
{
    /// <summary>What of these texts may name a member who did not agree to it. A word that several bear is let pass where one of them agreed.</summary>
    public static NamesFound In(IReadOnlyList<string> texts, IReadOnlyList<GroupNames> groups, IReadOnlyCollection<Guid> agreed)
    {
        var found = texts
            .SelectMany(NameWords.CapitalisedIn)
            .Select(word => groups.SelectMany(g => g.Bearing(word)).ToList())
            .Where(bearers => bearers.Count > 0 && !bearers.Any(agreed.Contains))
            .ToList();
        return new(
            found.Count,
            [.. found.SelectMany(bearers => bearers).Distinct().Order()],
            texts.Any(NameWords.IsDisguised),
            groups.Any(g => !g.IsWhole)
        );
    }

    private IEnumerable<Guid> Bearing(IReadOnlyList<string> readings)
    {
        var digests = readings.Select(word => NameWords.Digest(Key, word)).ToList();
        return Members.Where(m => digests.Any(m.Digests.Contains)).Select(m => m.Person);
    }
}

/// <summary>The names that a text is compared with before it leaves its group; where some were not told yet, it has them told.</summary>
public sealed class KnownNames(TextVault vault, IMasterKeys masterKeys, IMessageBus bus)
{
    private readonly List<Guid> _wanted = [];
    private string? _tenant;

    /// <summary>What of these texts may name members of these groups who did not agree; null where it cannot be said yet.</summary>
    public async Task<NamesFound?> Find(
        IReadOnlyList<string> texts,
        IReadOnlyCollection<Guid> agreed,
        IReadOnlyList<GroupRecord> groups,
        IQuerySession session,
        CancellationToken cancel
    )
    {
        // Decided again after a lost race, it is looked anew.
        _wanted.Clear();
        var names = new List<GroupNames>();
        foreach (var group in groups)
        {
            if (await Of(group, session, cancel) is { } known)
            {
                names.Add(known);
            }
        }

        return _wanted.Count > 0 ? null : GroupNames.In(texts, names, agreed);
    }

    /// <summary>Has what was missing told, once nothing is held any more for whom it was missing.</summary>
    public async Task Ask()
    {
        foreach (var group in _wanted.Distinct())
        {
            await bus.PublishAsync(new NamesWanted(group), new DeliveryOptions { TenantId = _tenant });
        }
    }

    /// <summary>The digests of what a member is called; none once they were erased.</summary>
    internal static async Task<IReadOnlyList<string>> Words(
        NameDigests of,
        IQuerySession session,
        TextVault vault,
        CancellationToken cancel
    ) =>
        (await vault.OpenerFor(session, of.Group, [of.Words], cancel)).Open(of.Words, NameDigests.WordsMember) is { } words
        && words != TextOpener.Erased
            ? words.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            : [];

    // Null where somebody's name was not told yet.
    private async Task<GroupNames?> Of(GroupRecord group, IQuerySession session, CancellationToken cancel)
    {
        var id = NameWords.KeyOf(group.Id);
        var key = await session.LoadAsync<DataKey>(id, cancel);
        if (key?.Destroyed is not null)
        {
            return new([], [], IsWhole: false);
        }

        var told = await session.Query<NameDigests>().Where(n => n.Group == group.Id).ToListAsync(cancel);
        var erased = (await session.LoadManyAsync<ErasedPerson>(cancel, [.. group.Everybody.Select(PersonStreams.Erased)])).Select(e =>
            e.Person
        );
        var untold = group.Persons.Except(told.Select(n => n.Person)).Except(erased);
        if (untold.Any() || (key is null && told.Count > 0))
        {
            _tenant = session.TenantId;
            _wanted.Add(group.Id);
            return null;
        }

        var members = new List<CalledBy>();
        foreach (var one in told)
        {
            members.Add(new(one.Person, (await Words(one, session, vault, cancel)).ToHashSet()));
        }

        return new(key is null ? [] : await masterKeys.Unwrap(key.Wrapped, id, cancel), members, !erased.Any());
    }
}
