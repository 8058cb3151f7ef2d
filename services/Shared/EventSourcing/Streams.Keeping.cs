using Marten;
using Microsoft.AspNetCore.Http;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.EventSourcing;

/// <summary>What is to be kept beside a stream, or why not.</summary>
/// <typeparam name="T">The document.</typeparam>
public sealed record Deposit<T>(T? Kept, Refusal? Refusal)
    where T : class
{
    /// <summary>A refusal keeps nothing.</summary>
    public static implicit operator Deposit<T>(Refusal refusal) => new(null, refusal);

    /// <summary>A document is kept.</summary>
    public static implicit operator Deposit<T>(T kept) => new(kept, null);
}

/// <summary>The documents beside a stream.</summary>
public static class KeptBeside
{
    /// <summary>Holds the document beside a stream, or with no id all of a practice's, until the transaction ends: those who change it come one after the
    /// other.</summary>
    /// <typeparam name="T">The document.</typeparam>
    public static Task HoldKept<T>(this IQuerySession session, Guid id, CancellationToken cancel) =>
        session.AdvancedSql.QueryAsync<int>(
            "select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))",
            cancel,
            $"{typeof(T).Name}/{session.TenantId}/{id}"
        );
}

public sealed partial class Streams
{
    /// <summary>Changes a document beside a stream, in the light of it: for what must be no fact, since a fact says who and when. The
    /// request's <c>Idempotency-Key</c> is not kept either; nor is when it happened, which is judged all the same.</summary>
    /// <typeparam name="T">The aggregate of the stream.</typeparam>
    /// <typeparam name="TKept">The document, under the stream's id.</typeparam>
    public async Task<IResult> Keep<T, TKept>(Guid id, Command command, Func<T, TKept?, Actor, DateTimeOffset, Deposit<TKept>> decide)
        where T : Aggregate, IFold<T>
        where TKept : class
    {
        var cancel = Context.RequestAborted;
        await using (var session = await store.ForTenant(Actor.Tenant, cancel))
        {
            await session.HoldKept<TKept>(id, cancel);
            if (await session.LoadAsync<T>(id, cancel) is not { } state || !state.IsVisibleTo(Actor))
            {
                return Refusal.NotFound.ToResult();
            }

            if (state.Bars(Actor, command) is { } barred)
            {
                return barred.ToResult();
            }

            if (await session.LoadAsync<ErasedPerson>(PersonStreams.Erased(Actor.Person), cancel) is not null)
            {
                return Refusal.Erased.ToResult();
            }

            var now = time.GetUtcNow();
            if (Occurrence.Wrong(command.OccurredAt?.ToUniversalTime() ?? now, now, null) is { } untimely)
            {
                return untimely.ToResult();
            }

            var (kept, refusal) = decide(state, await session.LoadAsync<TKept>(id, cancel), Actor, now);
            if (refusal is not null)
            {
                return refusal.ToResult();
            }

            session.Store(kept!);
            await session.Commit(Context);
        }

        await using var after = await store.ForTenant(Actor.Tenant, cancel);
        return await Answer(after, (await after.LoadAsync<T>(id, cancel))!, 200);
    }
}
