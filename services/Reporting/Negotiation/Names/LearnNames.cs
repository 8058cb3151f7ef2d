using Marten;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Reporting.Negotiation.Names;

/// <summary>What a member of a group is called, as digests of the words, sealed under the person's own key: it goes with them, and with the
/// group's key nobody can make anything of it. No event: it would stay.</summary>
/// <param name="Id">Group and person.</param>
/// <param name="Words">The digests, a blank between two.</param>
public sealed record NameDigests(string Id, Guid Group, Guid Person, Sealed Words)
{
    /// <summary>What the digests are sealed for.</summary>
    internal const string WordsMember = "NameDigests.Words";

    /// <summary>The id of what a group's member is called.</summary>
    public static string IdOf(Guid group, Guid person) => $"{group:N}{person:N}";
}

/// <summary>What a person is called in their groups.</summary>
public sealed class KeptNameDigests : IKeepsOfPersons
{
    /// <inheritdoc />
    public async Task<int> Erase(IDocumentSession session, Guid person, CancellationToken cancel)
    {
        var theirs = await session.Query<NameDigests>().Where(n => n.Person == person).ToListAsync(cancel);
        foreach (var known in theirs)
        {
            session.Delete<NameDigests>(known.Id);
        }

        return theirs.Count;
    }
}

/// <summary>Takes over what members are called. What was told before stays beside it: a text may still say the name of before.</summary>
public static class LearnNamesHandler
{
    /// <summary>A member's name, or what it is now.</summary>
    public static async Task Handle(MemberNamed message, IDocumentSession session, TextVault vault, CancellationToken cancel)
    {
        await session.HoldKept<NameDigests>(message.Group, cancel);
        if (await session.LoadAsync<DataKey>(message.Key, cancel) is null)
        {
            session.Insert(new DataKey(message.Key, message.Engagement, message.Wrapped));
        }

        var id = NameDigests.IdOf(message.Group, message.Person);
        var before = await session.LoadAsync<NameDigests>(id, cancel);
        IReadOnlyList<string> known = before is null ? [] : await KnownNames.Words(before, session, vault, cancel);
        try
        {
            var seal = await vault.SealFor(session, message.Group, message.Person, cancel);
            var words = known.Union(message.Words).Order(StringComparer.Ordinal);
            session.Store(new NameDigests(id, message.Group, message.Person, seal(new(string.Join(' ', words)), NameDigests.WordsMember)));
        }
        catch (PersonErasedException)
        {
            // They were erased before this came: nothing of them is kept.
        }
    }
}
