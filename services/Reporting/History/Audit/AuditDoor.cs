using System.Security.Cryptography;
using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.History.Audit;

/// <summary>What an auditor passes before anything is shown: a live grant whose scope holds the engagement, and the fact that they looked.</summary>
public sealed class AuditDoor(IDocumentStore store, Streams streams, IMasterKeys masterKeys, TimeProvider time) : IAuditGrants
{
    private const int KeySize = 32;

    /// <summary>Lets an auditor look, or says that there is nothing: without a grant no history exists.</summary>
    /// <param name="look">The fact to be left, stored when this returns.</param>
    /// <param name="version">The version of the ledger that is asked for: where it has not come so far, there is nothing either.</param>
    /// <returns>Why not, or how persons are called in what follows.</returns>
    public async Task<(Refusal? Refused, Pseudonyms Names)> Open(
        Actor auditor,
        Guid engagement,
        AuditFact look,
        long? version,
        CancellationToken cancel
    )
    {
        var grant = await GrantOver(auditor, engagement, cancel, version ?? 1);
        if (
            grant is null
            || await streams.Witness<AuditGrant>(grant.Id, (g, act) => Decide(g, g.Covers(engagement), look, act)) is { } refused
        )
        {
            return (Refusal.NotFound, new([]));
        }

        return (null, await Names(auditor.Tenant, grant.Id, cancel));
    }

    /// <summary>Lets an auditor look beside an engagement at others that the same grant lets look at, each look a fact.</summary>
    /// <param name="others">Those that there are to look at.</param>
    /// <param name="look">The fact to be left of an engagement.</param>
    /// <returns>Those of them that the grant is over, and whether it is over all that the practice does.</returns>
    public async Task<(IReadOnlyList<Guid> Engagements, bool OverAll)> OpenBeside(
        Actor auditor,
        Guid engagement,
        IReadOnlyList<Guid> others,
        Func<Guid, AuditFact> look,
        CancellationToken cancel
    )
    {
        if (await GrantOver(auditor, engagement, cancel) is not { } grant)
        {
            return ([], false);
        }

        var opened = new List<Guid>();
        foreach (var beside in others.Where(grant.Covers))
        {
            if (await streams.Witness<AuditGrant>(grant.Id, (g, act) => Decide(g, g.Covers(beside), look(beside), act)) is null)
            {
                opened.Add(beside);
            }
        }

        return (opened, grant.CoversAll);
    }

    /// <summary>Lets an auditor look at every engagement of one grant, each look a fact.</summary>
    /// <param name="look">The fact to be left of an engagement.</param>
    public async Task<(Refusal? Refused, Pseudonyms Names, IReadOnlyList<Guid> Engagements)> OpenEach(
        Actor auditor,
        Guid grant,
        Func<Guid, AuditFact> look,
        CancellationToken cancel
    )
    {
        if (await Granted(auditor, grant, cancel) is not { } granted)
        {
            return (Refusal.NotFound, new([]), []);
        }

        foreach (var engagement in granted.Select(g => g.Engagement))
        {
            if (await streams.Witness<AuditGrant>(grant, (g, act) => Decide(g, g.Covers(engagement), look(engagement), act)) is { } refused)
            {
                return (refused, new([]), []);
            }
        }

        return (null, await Names(auditor.Tenant, grant, cancel), [.. granted.Select(g => g.Engagement)]);
    }

    /// <summary>The engagements that a live grant of this auditor's lets look at; null where there is no such grant.</summary>
    public async Task<IReadOnlyList<GrantedEngagement>?> Granted(Actor auditor, Guid grant, CancellationToken cancel)
    {
        await using var session = await store.ForTenant(auditor.Tenant, cancel);
        return
            await session.LoadAsync<AuditGrant>(grant, cancel) is { } found && found.IsVisibleTo(auditor) && found.IsLive(time.GetUtcNow())
            ? await session.Opened(found.Engagements, cancel)
            : null;
    }

    /// <summary>Lets an auditor take the ledger away, whose lines bear the ids that it holds: under a live grant over the whole practice alone.</summary>
    /// <returns>Why not, or null: that it was taken is stored.</returns>
    public async Task<Refusal?> OpenLedger(Actor auditor, CancellationToken cancel) =>
        await GrantOverAll(auditor, cancel) is { } grant
        && await streams.Witness<AuditGrant>(grant.Id, (g, act) => Decide(g, g.CoversAll, new LedgerPulled(), act)) is null
            ? null
            : GrantedOverAll.Missing;

    /// <summary>Decides: the grant as it is when the look is recorded, whatever it was a moment before.</summary>
    public static Decision Decide(AuditGrant grant, bool covers, AuditFact look, Act act) =>
        grant.IsVisibleTo(act.By) && grant.IsLive(act.Now) && covers ? look : Refusal.NotFound;

    /// <summary>How persons are called under a grant. Its key is made when it is first asked for, and wrapped as authors' keys are.</summary>
    public async Task<Pseudonyms> Names(string tenant, Guid grant, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return new(await Key(tenant, grant, cancel));
            }
            catch (Exception e) when (Race.WasLost(e))
            {
                // Somebody else asked first: theirs is the key.
            }
        }
    }

    private async Task<byte[]> Key(string tenant, Guid grant, CancellationToken cancel)
    {
        var id = grant.ToString("N");
        await using var session = await store.ForTenant(tenant, cancel);
        if (await session.LoadAsync<DataKey>(id, cancel) is { } stored)
        {
            return await masterKeys.Unwrap(stored.Wrapped, id, cancel);
        }

        var key = RandomNumberGenerator.GetBytes(KeySize);
        session.Insert(new DataKey(id, grant, await masterKeys.Wrap(key, id, cancel)));
        await session.Commit();
        return key;
    }

    /// <inheritdoc />
    public async Task<bool> OverAll(Actor auditor, CancellationToken cancel) => await GrantOverAll(auditor, cancel) is not null;

    private async Task<AuditGrant?> GrantOverAll(Actor auditor, CancellationToken cancel)
    {
        await using var session = await store.ForTenant(auditor.Tenant, cancel);
        return await Latest(session, auditor, g => g.IsLive(time.GetUtcNow()) && g.CoversAll, cancel);
    }

    private async Task<AuditGrant?> GrantOver(Actor auditor, Guid engagement, CancellationToken cancel, long version = 1)
    {
        await using var session = await store.ForTenant(auditor.Tenant, cancel);
        return await GrantOver(session, auditor, engagement, time.GetUtcNow(), cancel, version);
    }

    /// <summary>The live grant by which an auditor may look at an engagement's history; null where there is none, or no history up to this
    /// version.</summary>
    internal static async Task<AuditGrant?> GrantOver(
        IQuerySession session,
        Actor auditor,
        Guid engagement,
        DateTimeOffset now,
        CancellationToken cancel,
        long version = 1
    )
    {
        // A grant over the whole practice is none over what never was, nor over persons' own streams: who found one by an id that they know from
        // elsewhere would find whose the pseudonym is. These are granted by their own id.
        var isOfPerson = await session.IsOfPerson(engagement, cancel);
        return
            await Latest(session, auditor, g => g.IsLive(now) && g.Covers(engagement) && !(isOfPerson && g.CoversAll), cancel) is { } live
            && await session.Version(engagement, cancel) >= Math.Max(version, 1)
            ? live
            : null;
    }

    /// <summary>Whether the ledger of an engagement reflects a write: for whom a grant lets look.</summary>
    internal static async Task<bool> Holds(
        IQuerySession session,
        Guid engagement,
        Actor auditor,
        Written written,
        DateTimeOffset now,
        CancellationToken cancel
    ) => await GrantOver(session, auditor, engagement, now, cancel) is not null && await session.Holds(engagement, written, cancel);

    private static async Task<AuditGrant?> Latest(
        IQuerySession session,
        Actor auditor,
        Func<AuditGrant, bool> holds,
        CancellationToken cancel
    )
    {
        var person = auditor.Person;
        var grants = await session.Query<AuditGrant>().Where(g => g.Auditor == person).OrderBy(g => g.Id).ToListAsync(cancel);
        return grants.LastOrDefault(holds);
    }
}
