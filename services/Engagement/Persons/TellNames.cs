using System.Security.Cryptography;
using Marten;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Contracts.Reporting.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Privacy;
using Wolverine;
using Wolverine.Attributes;

namespace PracticeAnalysis.Engagement.Persons;

/// <summary>The service told itself to tell what a person is called now, to whom compares texts with it; it survives restarts.</summary>
[MessageIdentity("engagement.names-due")]
public sealed record NamesDue(Guid Person);

/// <summary>Tells what members are called, as digests of the words under a key of their group: the name itself stays here.</summary>
public sealed class TellNamesHandler(TextVault vault, IMasterKeys masterKeys)
{
    private const int KeySize = 32;

    /// <summary>A name was given or corrected.</summary>
    public async Task Handle(NamesDue due, IDocumentSession session, IMessageContext bus, CancellationToken cancel)
    {
        foreach (var group in await session.Query<Group>().Where(g => g.Members.Any(m => m.Person == due.Person)).ToListAsync(cancel))
        {
            await Tell(group, [due.Person], session, bus, cancel);
        }
    }

    /// <summary>Somebody lacks names of a group.</summary>
    public async Task Handle(NamesWanted wanted, IDocumentSession session, IMessageContext bus, CancellationToken cancel)
    {
        if (await session.LoadAsync<Group>(wanted.Group, cancel) is { } group)
        {
            await Tell(group, group.Members.Select(m => m.Person), session, bus, cancel);
        }
    }

    private async Task Tell(Group group, IEnumerable<Guid> persons, IDocumentSession session, IMessageContext bus, CancellationToken cancel)
    {
        if (await KeyOf(group, session, cancel) is not { } key)
        {
            return;
        }

        foreach (var person in persons)
        {
            // Whose name is gone has no words: that is told too, so that nobody waits for them.
            var record = await session.LoadAsync<IdentityRecord>(person, cancel);
            var name = record is null ? null : await record.Read(vault, session, cancel);
            await bus.PublishAsync(
                new MemberNamed(
                    group.Id,
                    group.Engagement,
                    person,
                    NameWords.KeyOf(group.Id),
                    key.Wrapped,
                    [.. NameWords.AsWritten(name ?? string.Empty).Select(word => NameWords.Digest(key.Plain, word))],
                    new Origin(group.Id, group.Version, group.LastOccurredAt)
                ),
                new DeliveryOptions { TenantId = session.TenantId }
            );
        }
    }

    // Made when a name is first told; null once it was destroyed, after which nothing is compared any more.
    private async Task<(string Wrapped, byte[] Plain)?> KeyOf(Group group, IDocumentSession session, CancellationToken cancel)
    {
        var id = NameWords.KeyOf(group.Id);
        await session.HoldKept<Group>(group.Id, cancel);
        if (await session.LoadAsync<DataKey>(id, cancel) is { } stored)
        {
            return stored.Destroyed is null ? (stored.Wrapped, await masterKeys.Unwrap(stored.Wrapped, id, cancel)) : null;
        }

        var key = RandomNumberGenerator.GetBytes(KeySize);
        var wrapped = await masterKeys.Wrap(key, id, cancel);
        session.Insert(new DataKey(id, group.Engagement, wrapped));
        return (wrapped, key);
    }
}
