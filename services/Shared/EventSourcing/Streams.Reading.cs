using Marten;
using Microsoft.AspNetCore.Http;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EventSourcing;

/// <summary>How an aggregate is shown: its response record, and the texts that must be opened for it.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
/// <param name="Texts">The sealed texts that the view opens.</param>
/// <param name="Show">The view, for one reader.</param>
public sealed record View<T>(Func<T, IEnumerable<Sealed>> Texts, Func<T, Actor, TextOpener, object> Show)
    where T : Aggregate, IFold<T>;

// Reading: what is shown of a stream, to whom.
public sealed partial class Streams
{
    /// <summary>Shows a resource with its ETag; as of a version or a time where <c>?version=</c>, <c>?at=</c> or <c>?occurredBy=</c> asks it.</summary>
    public async Task<IResult> Show<T>(Guid id, AsOf? asOf = null)
        where T : Aggregate, IFold<T>
    {
        await using var session = await reads.ForTenant(Actor.Tenant, Context.RequestAborted);

        // What it is now decides whether somebody who left reads what was there while they were, and how far; and what it was then as well.
        var now = await session.LoadAsync<T>(id, Context.RequestAborted);
        var then = now?.IsVisibleTo(Actor) is true ? await ReadAt(session, now, asOf ?? new()) : null;
        var read = then is null ? null : T.Withdrawing(then, now!);
        if (read?.IsVisibleTo(Actor) is not true)
        {
            return Refusal.NotFound.ToResult();
        }

        var answer = await Answer(session, read, 200);
        if (!ReferenceEquals(read, then))
        {
            // A version that lost words is another reading under the same number: whoever kept the one of before is not told that it stands.
            Context.Response.Headers.ETag = default;
        }

        return answer;
    }

    /// <summary>Shows what follows from a resource, such as a quote; null is not there.</summary>
    /// <param name="also">Who else than those who see the resource may read this of it.</param>
    public async Task<IResult> Show<T>(Guid id, Func<IQuerySession, T, Actor, Task<object?>> what, Func<T, Actor, bool>? also = null)
        where T : Aggregate, IFold<T>
    {
        await using var session = await reads.ForTenant(Actor.Tenant, Context.RequestAborted);
        return
            await session.LoadAsync<T>(id, Context.RequestAborted) is { } state
            && (state.IsVisibleTo(Actor) || also?.Invoke(state, Actor) is true)
            && await what(session, (await ReadBy(session, state)).As(Actor), Actor) is { } shown
            ? new Shown(shown)
            : Refusal.NotFound.ToResult();
    }

    /// <summary>Lists the resources that match and are visible, in the order of their ids: as a rule the oldest first.</summary>
    /// <param name="within">Whether what they are listed within is there for this reader, where they are; 404 where it is not and none is visible.</param>
    public Task<IResult> List<T>(
        System.Linq.Expressions.Expression<Func<T, bool>> which,
        Portion portion,
        Func<IQuerySession, Actor, Task<bool>>? within = null
    )
        where T : Aggregate, IFold<T> => List<T>(all => all.Where(which), portion, within: within);

    /// <summary>Lists the resources that match and are visible, in the order of their ids or against it.</summary>
    /// <param name="narrow">What the store narrows.</param>
    /// <param name="also">What it cannot: whether one that it found is asked for.</param>
    /// <param name="within">Whether what they are listed within is there for this reader, where they are; 404 where it is not and none is visible.</param>
    public async Task<IResult> List<T>(
        Func<IQueryable<T>, IQueryable<T>> narrow,
        Portion portion,
        ListOrder order = ListOrder.Oldest,
        Func<T, bool>? also = null,
        Func<IQuerySession, Actor, Task<bool>>? within = null
    )
        where T : Aggregate, IFold<T>
    {
        await using var session = await reads.ForTenant(Actor.Tenant, Context.RequestAborted);
        var found = new List<T>();
        var (size, last) = (portion.Size, portion.AfterId);
        for (var more = true; more && found.Count <= size; )
        {
            // What is not visible may fill a page of the store: it is read on until the portion is full.
            var read = await Behind(narrow(session.Query<T>()), last, order).Take(Portion.Most).ToListAsync(Context.RequestAborted);
            found.AddRange(read.Where(t => t.IsVisibleTo(Actor) && also?.Invoke(t) is not false));
            more = read.Count == Portion.Most;
            last = more ? read[^1].Id : last;
        }

        if (found.Count == 0 && within is not null && !await within(session, Actor))
        {
            return Refusal.NotFound.ToResult();
        }

        var view = View<T>();
        var items = new List<object>();
        foreach (var now in portion.Behind(found, t => t.Id))
        {
            var state = await ReadBy(session, now);
            var opener = await vault.OpenerFor(session, state.Id, view.Texts(state), Context.RequestAborted);
            items.Add(view.Show(state.As(Actor), Actor, opener));
        }

        return new Shown(new { items });
    }

    private static IQueryable<T> Behind<T>(IQueryable<T> all, Guid? last, ListOrder order)
        where T : Aggregate =>
        (order, last) switch
        {
            (ListOrder.Newest, { } id) => all.Where(t => t.Id < id).OrderByDescending(t => t.Id),
            (ListOrder.Newest, _) => all.OrderByDescending(t => t.Id),
            (_, { } id) => all.Where(t => t.Id > id).OrderBy(t => t.Id),
            _ => all.OrderBy(t => t.Id),
        };

    private async Task<T?> ReadAt<T>(IQuerySession session, T now, AsOf asOf)
        where T : Aggregate, IFold<T> =>
        now.ReadUntil(Actor) is var until && until is null && asOf.IsNow
            ? now
            : await asOf.Read<T>(session, now.Id, Actor, until, Context.RequestAborted);

    // The state as this reader reads it: to its end, or to where they left, without words that were withdrawn since.
    private async Task<T> ReadBy<T>(IQuerySession session, T now)
        where T : Aggregate, IFold<T> => T.Withdrawing((await ReadAt(session, now, new()))!, now);

    private View<T> View<T>()
        where T : Aggregate, IFold<T> => (View<T>)services.GetService(typeof(View<T>))!;

    private async Task<IResult> Answer<T>(IQuerySession session, T state, int status)
        where T : Aggregate, IFold<T>
    {
        var opener = await vault.OpenerFor(session, state.Id, View<T>().Texts(state), Context.RequestAborted);
        return Answer(state, opener, status);
    }

    private Shown Answer<T>(T state, TextOpener opener, int status)
        where T : Aggregate, IFold<T>
    {
        var seen = state.As(Actor);
        Context.Response.Headers.ETag = IfMatch.ETag(seen.Version);
        return new Shown(View<T>().Show(seen, Actor, opener), status);
    }
}
