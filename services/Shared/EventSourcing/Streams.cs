using JasperFx;
using JasperFx.Events;
using Marten;
using Microsoft.AspNetCore.Http;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Runtime;

namespace PracticeAnalysis.EventSourcing;

/// <summary>The one way in which a command changes a stream: read, check, decide, append, tell, answer; all in one transaction.</summary>
public sealed partial class Streams(
    IDocumentStore store,
    Reads reads,
    IWolverineRuntime runtime,
    Recording recording,
    TextVault vault,
    TimeProvider time,
    IdSource ids,
    IHttpContextAccessor http,
    IServiceProvider services
)
{
    private const int Attempts = 8;

    private HttpContext Context => http.HttpContext!;

    private Actor? _actor;

    private Actor Actor => _actor ??= Actor.From(Context.User) ?? throw new UnauthorizedAccessException();

    /// <summary>Creates a resource whose decision needs nothing but the command. 201 with Location and ETag.</summary>
    public Task<IResult> Start<T>(Command command, Func<Act, Decision> decide)
        where T : Aggregate, IFold<T> =>
        Write<T>(Next("stream"), command, Precondition.Nothing, (_, _, act) => Task.FromResult(decide(act)));

    /// <summary>Creates a resource inside another that must exist and be visible; its version does not change.</summary>
    public Task<IResult> StartWithin<T, TWithin>(Guid within, Command command, Func<TWithin, Act, Decision> decide)
        where T : Aggregate, IFold<T>
        where TWithin : Aggregate, IFold<TWithin> =>
        Write<T>(
            Next("stream"),
            command,
            Precondition.Nothing,
            async (session, _, act) =>
                await session.Load<TWithin>(within, recording.Clock, Context.RequestAborted) is { } found && found.IsVisibleTo(act.By)
                    ? found.Bars(act.By, command) ?? decide(found, act)
                    : Refusal.NotFound
        );

    /// <summary>Changes a resource's state under <c>If-Match</c>: 428 without, 412 when stale.</summary>
    public Task<IResult> Change<T>(Guid id, Command command, Func<T, Act, Decision> decide)
        where T : Aggregate, IFold<T> =>
        Write<T>(id, command, Precondition.IfMatch, (_, state, act) => Task.FromResult(decide(state!, act)));

    /// <summary>Changes a resource under <c>If-Match</c> in the light of another one of the same service.</summary>
    public Task<IResult> Change<T, TBeside>(Guid id, Command command, Func<T, Guid> beside, Func<T, TBeside, Act, Decision> decide)
        where T : Aggregate, IFold<T>
        where TBeside : Aggregate, IFold<TBeside> =>
        Write<T>(id, command, Precondition.IfMatch, (session, state, act) => Beside(session, state!, act, beside, decide));

    /// <summary>Appends what many bring at once (a contribution, an approval): <c>If-Match</c> is not asked for, yet holds where it is given; decided again on a conflict.</summary>
    public Task<IResult> Append<T>(Guid id, Command command, Func<T, Act, Decision> decide)
        where T : Aggregate, IFold<T> => Write<T>(id, command, Precondition.State, (_, state, act) => Task.FromResult(decide(state!, act)));

    /// <summary>Appends without <c>If-Match</c> in the light of other facts of the same service, read in the same session.</summary>
    public Task<IResult> Append<T>(Guid id, Command command, Func<IQuerySession, T, Act, Task<Decision>> decide)
        where T : Aggregate, IFold<T> => Write<T>(id, command, Precondition.State, (session, state, act) => decide(session, state!, act));

    /// <summary>Creates or changes with a decision that reads other facts of the same service first.</summary>
    public Task<IResult> Start<T>(Command command, Func<IQuerySession, Act, Task<Decision>> decide)
        where T : Aggregate, IFold<T> => Write<T>(Next("stream"), command, Precondition.Nothing, (session, _, act) => decide(session, act));

    /// <summary>Changes under <c>If-Match</c> with a decision that reads other facts of the same service first.</summary>
    public Task<IResult> Change<T>(Guid id, Command command, Func<IQuerySession, T, Act, Task<Decision>> decide)
        where T : Aggregate, IFold<T> => Write<T>(id, command, Precondition.IfMatch, (session, state, act) => decide(session, state!, act));

    /// <summary>Begins a resource whose id is known before, or goes on with it; the decision sees what is there, or null. 202.</summary>
    public Task<IResult> Request<T>(Guid id, Command command, Func<IQuerySession, T?, Act, Task<Decision>> decide)
        where T : Aggregate, IFold<T> => Write<T>(id, command, Precondition.Known, (session, state, act) => decide(session, state, act));

    // The same seed makes the same ids in each generation of a sandbox, so that tokens and bookmarks of one hold in the next.
    private Guid Next(string what) =>
        SandboxTenant.Holds(Actor.Tenant) && Context.Features.Get<IdempotentRequest>() is { Seed: true } request
            ? new(Convert.FromHexString(Canonical.Hash($"{what}\n{request.Id}"))[..16])
            : ids.Next();

    /// <summary>Begins what goes on after the answer: 202, and the Location of what tells how far it is.</summary>
    /// <param name="toldAt">The collection where that is read, such as <c>/v1/operations</c>.</param>
    public Task<IResult> Begin<T>(string toldAt, Command command, Func<Act, Task<Decision>> decide)
        where T : Aggregate, IFold<T> => Write<T>(Next("stream"), command, Precondition.Nothing, (_, _, act) => decide(act), toldAt);

    private async Task<IResult> Write<T>(
        Guid id,
        Command command,
        Precondition needs,
        Func<IDocumentSession, T?, Act, Task<Decision>> decide,
        string? toldAt = null
    )
        where T : Aggregate, IFold<T>
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Attempt(id, command, needs, decide, toldAt);
            }
            catch (PersonErasedException)
            {
                return Refusal.Erased.ToResult();
            }
            catch (Exception e) when (Race.WasLost(e) && attempt < Attempts)
            {
                // Somebody else appended first: decide again on the new state; If-Match is checked again too.
            }
            catch (Exception e) when (Race.WasLost(e))
            {
                return needs == Precondition.IfMatch
                    ? IfMatch.Stale.ToResult()
                    : Problems.Unavailable("Too many simultaneous writes to this resource.").ToResult();
            }
        }
    }

    private async Task<IResult> Attempt<T>(
        Guid id,
        Command command,
        Precondition needs,
        Func<IDocumentSession, T?, Act, Task<Decision>> decide,
        string? toldAt
    )
        where T : Aggregate, IFold<T>
    {
        var (refused, accepted, answer) = await Decide(id, command, needs, decide, toldAt);
        if (refused is not null)
        {
            return refused.ToResult();
        }

        if (answer is not { State: var state, Opener: var opener })
        {
            return await Replay<T>(accepted!, needs);
        }

        Context.Response.Headers.Location = accepted!.Location;
        return Answer(state, opener, accepted.Status);
    }

    private async Task<(Refusal? Refused, AcceptedRequest? Accepted, (T State, TextOpener Opener)? Answer)> Decide<T>(
        Guid id,
        Command command,
        Precondition needs,
        Func<IDocumentSession, T?, Act, Task<Decision>> decide,
        string? toldAt
    )
        where T : Aggregate, IFold<T>
    {
        var cancel = Context.RequestAborted;
        var (opened, first) = await store.Begin(Actor.Tenant, cancel);
        await using var session = opened;
        var request = Context.Features.Get<IdempotentRequest>();
        var accepting = request is null ? null : first.Hold(request);
        var found = Recording.Find<T>(first, id, Actor, needs);
        await first.Execute(cancel);
        if (accepting is not null && await accepting is { } before)
        {
            return before.Fingerprint == request!.Fingerprint ? (null, before, null) : (Idempotency.Reused, null, null);
        }

        var outbox = new MartenOutbox(runtime, session) { TenantId = Actor.Tenant };
        var recorded = await recording.Record(
            session,
            found,
            command,
            state =>
                needs == Precondition.IfMatch || (needs == Precondition.State && IfMatch.IsGiven(Context.Request))
                    ? IfMatch.Check(Context.Request, state.VersionFor(Actor))
                    : null,
            (state, act) => decide(session, state, act),
            Next("new"),
            cancel
        );
        if (recorded.Refusal is { } refusal)
        {
            return (refusal, null, null);
        }

        await recording.Tell(session, outbox, $"{Actor}", Context.TraceIdentifier, recorded);
        var accepted = new AcceptedRequest(
            request?.Id ?? string.Empty,
            request?.Fingerprint ?? string.Empty,
            recorded.Resource,
            recorded.Version,
            needs switch
            {
                Precondition.Nothing when toldAt is null => 201,
                Precondition.Nothing or Precondition.Known => 202,
                _ => 200,
            },
            needs == Precondition.Nothing ? $"{toldAt ?? Collection()}/{recorded.Resource}" : null,
            time.GetUtcNow()
        );
        if (request is not null)
        {
            session.Insert(accepted);
        }

        // Read before the end of the transaction, and shown after it: what will be stored is the same fold.
        var state = await ReadBy(session, (T?)recorded.State ?? (await session.LoadAsync<T>(recorded.Resource, cancel))!);
        var opener = await recorded.Texts!.OpenerFor(View<T>().Texts(state), cancel);
        await session.Commit(Context);
        return (null, accepted, (state, opener));
    }

    // A resource created inside another lives at its own collection: /v1/engagements/{id}/groups makes /v1/groups/{new}.
    private string Collection()
    {
        var parts = Context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return $"/{parts[0]}/{parts[^1]}";
    }

    private async Task<Decision> Beside<T, TBeside>(
        IDocumentSession session,
        T state,
        Act act,
        Func<T, Guid> beside,
        Func<T, TBeside, Act, Decision> decide
    )
        where TBeside : Aggregate, IFold<TBeside> =>
        await session.Load<TBeside>(beside(state), recording.Clock, Context.RequestAborted) is { } found
            ? decide(state, found, act)
            : Refusal.NotFound;
}
