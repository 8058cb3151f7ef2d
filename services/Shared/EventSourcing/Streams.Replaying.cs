using Marten;
using Microsoft.AspNetCore.Http;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.EventSourcing;

// Replaying: what was accepted before under the same key is answered as it was then.
public sealed partial class Streams
{
    // A key opens nothing by itself: who asks must see the resource now, and reads no word that was withdrawn or erased since. The deciding
    // session is closed before this one opens: who holds one connection never waits for a second.
    private async Task<IResult> Replay<T>(AcceptedRequest accepted, Precondition needs)
        where T : Aggregate, IFold<T>
    {
        var cancel = Context.RequestAborted;
        await using var session = await store.ForTenant(Actor.Tenant, cancel);

        // Whoever was erased may still ask how that stands, of what is requested of a known id.
        if (needs != Precondition.Known && await session.LoadAsync<ErasedPerson>(PersonStreams.Erased(Actor.Person), cancel) is not null)
        {
            return Refusal.Gone.ToResult();
        }

        if (await session.LoadAsync<T>(accepted.Resource, cancel) is not { } now || !now.IsVisibleTo(Actor))
        {
            return Refusal.NotFound.ToResult();
        }

        var version = Math.Min(accepted.Version, now.ReadUntil(Actor) ?? accepted.Version);
        var then = T.Withdrawing((await session.Events.AggregateStreamAsync<T>(accepted.Resource, version, token: cancel))!, now);
        if (!then.IsVisibleTo(Actor))
        {
            return Refusal.NotFound.ToResult();
        }

        Context.Response.Headers.Location = accepted.Location;
        Context.Response.Headers[Idempotency.Replayed] = "true";
        return await Answer(session, then, accepted.Status);
    }
}
