using Marten;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using Wolverine;

namespace PracticeAnalysis.EventSourcing;

/// <summary>A fact of another service that was taken over: its kind, stream and version.</summary>
/// <param name="Link">Its link in the hash chain of its stream, where it has one that was told.</param>
public sealed record Received(string Id, string? Link = null);

/// <summary>Takes over what other services tell: once, however late it comes again, and with the metadata that every fact has;
/// and decides what the service told itself to look at.</summary>
public sealed class Inbox(IDocumentSession session, Recording recording, HybridClock clock, IMessageContext bus, TimeProvider time)
{
    /// <summary>Decides on a stream at a time that was set before: its facts and messages, in one transaction. No stream, nothing to decide.</summary>
    /// <typeparam name="T">The aggregate of the stream.</typeparam>
    public Task Decide<T>(Guid id, DateTimeOffset due, Func<T, DateTimeOffset, Decision> decide, CancellationToken cancel)
        where T : Aggregate, IFold<T> =>
        Begin<T>(id, due, (state, now) => Task.FromResult(state is null ? Decision.Nothing : decide(state, now)), cancel);

    /// <summary>The same for a stream that may begin with it: the decision sees what is there, or null.</summary>
    /// <typeparam name="T">The aggregate of the stream.</typeparam>
    public async Task Begin<T>(Guid id, DateTimeOffset due, Func<T?, DateTimeOffset, Task<Decision>> decide, CancellationToken cancel)
        where T : Aggregate, IFold<T>
    {
        var stream = await session.Hold<T>(id, clock, cancel);
        var state = stream.Aggregate;
        var decision = await decide(state, Occurrence.Now(time.GetUtcNow(), state?.LastOccurredAt));
        var occurredAt = Occurrence.Now(due, state?.LastOccurredAt);
        var recorded = await recording.Apply(session, id, stream, state, decision, new(occurredAt, occurredAt, IsUntimed: true), cancel);
        await recording.Tell(session, bus, "time", null, recorded);
    }

    /// <summary>Looks at once, behind what is learned here.</summary>
    public ValueTask Look(object message) => bus.PublishAsync(message, new DeliveryOptions { TenantId = session.TenantId });

    /// <summary>Looks again when it is due. What was due before it was told is imported: its history has a day to be told whole.</summary>
    public ValueTask Await(DateTimeOffset due, object message)
    {
        var now = time.GetUtcNow();
        return bus.ScheduleAsync(
            message,
            time.OnThisMachine(due < now ? now.AddDays(1) : due),
            new DeliveryOptions { TenantId = session.TenantId }
        );
    }

    /// <summary>Appends a local fact to each of these streams, unless what the message tells was taken over before.</summary>
    /// <typeparam name="T">The aggregate of the streams.</typeparam>
    /// <param name="kind">The kind of message: one decision may tell of several things from one origin.</param>
    /// <param name="mayStart">Whether a stream may begin with this fact; else a message about an unknown one fails, and is seen.</param>
    public async Task Learn<T>(
        string kind,
        IReadOnlyList<Guid> streams,
        Origin origin,
        Fact fact,
        CancellationToken cancel,
        bool mayStart = true
    )
        where T : Aggregate, IFold<T>
    {
        var mark = new Received($"{kind}/{origin.Stream}/{origin.Version}");
        if (await session.LoadAsync<Received>(mark.Id, cancel) is not null)
        {
            return;
        }

        session.Insert(mark);
        foreach (var id in streams)
        {
            var stream = await session.Hold<T>(id, clock, cancel);
            if (stream.Aggregate is null && !mayStart)
            {
                throw new InvalidOperationException($"The message {kind} tells of a resource that is not here.");
            }

            stream.AppendOne(fact with { OccurredAt = origin.OccurredAt });
        }

        if (bus.Envelope?.Headers.GetValueOrDefault(EventHeaders.Seen) is { } seen)
        {
            session.SetHeader(EventHeaders.Seen, seen);
        }

        session.Stamp(clock, $"message:{kind}");
    }

    /// <summary>Appends local facts, each to its stream, in one transaction, but for those whose origin was taken over before. Nothing is
    /// decided, so no stream is read: the store gives each fact the next version, and begins the streams that are not there.</summary>
    /// <param name="kind">The kind of message.</param>
    /// <param name="told">Streams, what is told of them, from where and by which link, in the order of their arrival.</param>
    public async Task LearnAll(
        string kind,
        IReadOnlyList<(Guid Stream, Origin Origin, Fact Fact, string? Link)> told,
        CancellationToken cancel
    )
    {
        string Mark(Origin origin) => $"{kind}/{origin.Stream}/{origin.Version}";
        var before = await session.LoadManyAsync<Received>(cancel, [.. told.Select(t => Mark(t.Origin)).Distinct()]);
        var known = before.Select(r => r.Id).ToHashSet();
        var news = told.DistinctBy(t => t.Origin).Where(t => !known.Contains(Mark(t.Origin))).ToList();
        session.Insert(news.Select(t => new Received(Mark(t.Origin), t.Link)).ToArray());
        foreach (var facts in news.GroupBy(t => t.Stream).OrderBy(g => g.Key))
        {
            session.Events.Append(facts.Key, facts.Select(t => t.Fact with { OccurredAt = t.Origin.OccurredAt }).ToArray<object>());
        }

        session.Stamp(clock, $"message:{kind}");
    }
}
