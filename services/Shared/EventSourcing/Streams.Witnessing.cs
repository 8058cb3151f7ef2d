using Marten;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using Wolverine.Marten;

namespace PracticeAnalysis.EventSourcing;

// Witnessing: a read that leaves a fact, stored before anything of what is read is shown.
public sealed partial class Streams
{
    private static readonly Seal NoTexts = (_, _) => throw new InvalidOperationException("What is witnessed holds no text.");

    /// <summary>Records on a stream that something is about to be read, by what its state allows; nothing is shown where this refuses.</summary>
    /// <typeparam name="T">The aggregate that says who may read, such as a grant.</typeparam>
    public async Task<Refusal?> Witness<T>(Guid id, Func<T, Act, Decision> decide)
        where T : Aggregate, IFold<T>
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WitnessOnce(id, decide);
            }
            catch (Exception e) when (Race.WasLost(e))
            {
                if (attempt == Attempts)
                {
                    return Problems.Unavailable("Too many simultaneous reads of this data.");
                }
            }
        }
    }

    private async Task<Refusal?> WitnessOnce<T>(Guid id, Func<T, Act, Decision> decide)
        where T : Aggregate, IFold<T>
    {
        // The store takes no stream of this id; nobody has one.
        if (id == Guid.Empty)
        {
            return Refusal.NotFound;
        }

        var cancel = Context.RequestAborted;
        await using var session = await store.ForTenant(Actor.Tenant, cancel);
        var stream = await session.Hold<T>(id, recording.Clock, cancel);
        if (stream.Aggregate is not { } state)
        {
            return Refusal.NotFound;
        }

        var at = Occurrence.Now(time.GetUtcNow(), state.LastOccurredAt);
        var decision = decide(state, new(id, Actor, at, at, ids.Next(), NoTexts));
        if (decision.Refusal is { } refusal)
        {
            return refusal;
        }

        var outbox = new MartenOutbox(runtime, session) { TenantId = Actor.Tenant };
        var recorded = await recording.Apply(session, id, stream, state, decision, new(at, at, IsUntimed: true), cancel);
        await recording.Tell(session, outbox, $"{Actor}", Context.TraceIdentifier, recorded);
        await session.Commit(Context);
        return null;
    }
}
