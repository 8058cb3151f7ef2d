using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Privacy;

/// <summary>Removes what was kept as long as the policy says, tenant by tenant, each in one transaction with the facts that record it.
/// A job: run it again at any time; it says what it does, in counts and ids.</summary>
public static class Retention
{
    /// <summary>Runs it.</summary>
    /// <param name="dry">Only say what would go.</param>
    public static async Task Run(IHost host, bool dry, TextWriter says, CancellationToken cancel)
    {
        var policy = RetentionPolicy.From(host.Services.GetRequiredService<IConfiguration>());
        var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await Run(host, policy, now, dry, says, cancel);
    }

    /// <summary>Runs it under this policy, as of this moment.</summary>
    public static async Task Run(
        IHost host,
        RetentionPolicy policy,
        DateTimeOffset now,
        bool dry,
        TextWriter says,
        CancellationToken cancel
    )
    {
        var services = host.Services;
        var service = services.GetRequiredService<StoreDefinition>().Name;
        var store = services.GetRequiredService<IDocumentStore>();
        var tenants = await TextVault.Tenants(host, cancel);
        foreach (var (tenant, number) in tenants.Select((t, i) => (t, i + 1)))
        {
            await using var session = await store.ForTenant(tenant, cancel);
            var kept = await Kept(session, service, now, cancel);
            var past = policy.Past(kept, await services.GetRequiredService<IKnowsEnds>().Ended(session, cancel), now);
            foreach (var kind in Enum.GetValues<KeptClass>())
            {
                var (all, gone) = (kept.Count(k => k.Class == kind), past.Where(k => k.Class == kind).Select(k => k.Id).ToList());
                await says.WriteLineAsync(
                    $"{service}, tenant {number} of {tenants.Count} ({tenant}), {Words.Of(kind)}: {gone.Count} of {all} {(dry ? "would go" : "go")}{string.Concat(gone.Select(id => $"\n  {id}"))}"
                );
            }

            if (!dry && past.Count > 0)
            {
                await Remove(session, past, services.GetRequiredService<HybridClock>(), now, cancel);
            }
        }

        // Letters belong to no tenant, and what was accepted is known by hashes; both hold codes and opaque ids: their count is said, and no
        // fact recorded.
        await says.WriteLineAsync(
            $"{service}, letters that could not be handled: "
                + await Count(
                    services.GetRequiredService<NpgsqlDataSource>(),
                    $"{service}.wolverine_dead_letters where sent_at < $1",
                    now.AddDays(-policy.LettersDays),
                    dry,
                    cancel
                )
        );
        await says.WriteLineAsync(
            $"{service}, keys of requests: "
                + await Count(
                    services.GetRequiredKeyedService<NpgsqlDataSource>(Stores.Daemon),
                    $"{service}.mt_doc_acceptedrequest where (data ->> 'recordedAt')::timestamptz < $1",
                    now.AddDays(-policy.RequestsDays),
                    dry,
                    cancel
                )
        );
    }

    // A key that seals a name goes with the name; the keys of the quarter that runs are still written with.
    private static async Task<IReadOnlyList<Kept>> Kept(
        IDocumentSession session,
        string service,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        // In this order: a stream that begins meanwhile is known and not used, rather than used and not known.
        var used = Pairs(
            await session.QueryAsync<string>(
                $"""
                select distinct used[1] || ' ' || e.stream_id::text
                from {service}.mt_events e, regexp_matches(e.data::text, '"keyId": "([0-9a-f]+)"', 'g') used
                where e.tenant_id = ?
                """,
                cancel,
                session.TenantId
            )
        );
        var engagements = Pairs(
                await session.QueryAsync<string>(
                    $"select stream_id::text || ' ' || coalesce(data ->> 'engagement', stream_id::text) from {service}.mt_events where tenant_id = ? and version = 1",
                    cancel,
                    session.TenantId
                )
            )
            .ToDictionary(p => p.Left, p => Guid.Parse(p.Right));
        var uses = used.ToLookup(u => u.Left, u => engagements[u.Right]);
        var names = await session.Query<IdentityRecord>().ToListAsync(cancel);
        var naming = names.Select(n => n.Name?.KeyId).ToHashSet();
        var quarter = TextVault.QuarterOf(now);
        var keys = (await session.Query<DataKey>().Where(k => k.Wrapped != string.Empty).ToListAsync(cancel))
            .Where(k => k.Quarter != quarter && !naming.Contains(k.Id))
            .Select(k =>
                NameWords.IsKey(k.Id)
                    ? new Kept(KeptClass.Narratives, k.Id, [k.Owner])
                    : new Kept(uses[k.Id].Contains(k.Owner) ? KeptClass.Agreed : KeptClass.Narratives, k.Id, [.. uses[k.Id].Distinct()])
            );
        var persons = Pairs(
                await session.QueryAsync<string>(
                    $"""
                    select (data ->> 'person') || ' ' || stream_id::text from {service}.mt_events where tenant_id = ? and type = 'member_enrolled'
                    union
                    select (data ->> 'facilitator') || ' ' || stream_id::text from {service}.mt_events where tenant_id = ? and type = 'facilitator_assigned'
                    """,
                    cancel,
                    session.TenantId,
                    session.TenantId
                )
            )
            .ToLookup(p => Guid.Parse(p.Left), p => engagements[p.Right]);
        return [.. keys, .. names.Select(n => new Kept(KeptClass.Names, n.Id.ToString(), [.. persons[n.Id].Distinct()]))];
    }

    private static async Task Remove(
        IDocumentSession session,
        IReadOnlyList<Kept> past,
        HybridClock clock,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        await session.BecomeEraser(cancel);
        var stream = await session.Hold<RetentionRecord>(PersonStreams.Retention, clock, cancel);
        var keys = past.Where(k => k.Class != KeptClass.Names).Select(k => k.Id).ToArray();
        foreach (var key in await session.LoadManyAsync<DataKey>(cancel, keys))
        {
            session.Update(key with { Wrapped = string.Empty, Destroyed = Destruction.Retention });
        }

        foreach (var name in past.Where(k => k.Class == KeptClass.Names))
        {
            session.Delete<IdentityRecord>(Guid.Parse(name.Id));
        }

        session.SetHeader(EventHeaders.Clock, clock.Tick());
        session.LastModifiedBy = "retention";
        stream.AppendMany(
            past.GroupBy(k => k.Class)
                .Select(c => new RetentionApplied(c.Key, [.. c.Select(k => k.Id)])
                {
                    OccurredAt = Occurrence.Now(now, stream.Aggregate?.LastOccurredAt),
                })
                .ToArray<object>()
        );
        await session.Commit();
    }

    private static async Task<string> Count(
        NpgsqlDataSource database,
        string past,
        DateTimeOffset before,
        bool dry,
        CancellationToken cancel
    )
    {
        await using var command = database.CreateCommand(
            dry ? $"select count(*) from {past}" : $"with gone as (delete from {past} returning 1) select count(*) from gone"
        );
        command.Parameters.AddWithValue(before);
        return $"{await command.ExecuteScalarAsync(cancel)} {(dry ? "would go" : "go")}";
    }

    private static IEnumerable<(string Left, string Right)> Pairs(IEnumerable<string> lines) =>
        lines.Where(l => l is not null).Select(l => l.Split(' ')).Select(p => (p[0], p[1]));
}
