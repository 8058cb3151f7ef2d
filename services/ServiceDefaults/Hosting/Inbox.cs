using System.Diagnostics;
using Marten;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Http;
using Wolverine;

namespace PracticeAnalysis.ServiceDefaults.Hosting;

/// <summary>A fact of another service that was taken over: its kind, stream and version.</summary>
/// <param name="Link">Its link in the hash chain of its stream, where it has one that was told.</param>
public sealed record Received(string Id, string? Link = null);

/// <summary>Takes over what other services tell: once, however late it comes again, and with the metadata that every fact has;
/// and decides what the service told itself to look at.</summary>
public sealed class Inbox(IDocumentSession session, HybridClock clock, IMessageContext bus, TimeProvider time)
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
        var touched = decision.Elsewhere.Select(e => e.Stream).ToList();
        if (touched.Count > 0)
        {
            await session.Note(clock, [.. touched.Select(t => t.Id)], cancel);
        }

        var occurredAt = touched.Select(t => t.LastOccurredAt).Append(Occurrence.Now(due, state?.LastOccurredAt)).Max();
        if (decision.Facts.Count > 0)
        {
            stream.AppendMany(decision.Facts.Select(f => f with { OccurredAt = occurredAt }).ToArray<object>());
        }

        foreach (var (other, fact) in decision.Elsewhere)
        {
            session.Events.Append(other.Id, other.Version + 1, fact with { OccurredAt = occurredAt });
        }

        var reading = Stamp("time");
        var after = decision.Facts.Aggregate(state, (before, fact) => Folding.Apply(before, id, fact));
        var seen = after is null ? new Dictionary<string, long>() : Readers.Counts(after);
        var delivery = Recording.Delivery(session.TenantId, reading, seen);
        var origin = new Origin(id, (state?.Version ?? 0) + decision.Facts.Count, occurredAt);
        foreach (var message in decision.Messages)
        {
            await bus.PublishAsync(message(origin), delivery);
        }

        foreach (var (at, message) in decision.Scheduled)
        {
            await bus.ScheduleAsync(message, at, delivery);
        }
    }

    /// <summary>Looks at once, behind what is learned here.</summary>
    public ValueTask Look(object message) => bus.PublishAsync(message, new DeliveryOptions { TenantId = session.TenantId });

    /// <summary>Looks again when it is due. What was due before it was told is imported: its history has a day to be told whole.</summary>
    public ValueTask Await(DateTimeOffset due, object message)
    {
        var now = time.GetUtcNow();
        return bus.ScheduleAsync(message, due < now ? now.AddDays(1) : due, new DeliveryOptions { TenantId = session.TenantId });
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

        Stamp($"message:{kind}");
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

        Stamp($"message:{kind}");
    }

    // After the read, so that a later fact of a stream never carries an earlier reading.
    private string Stamp(string by)
    {
        var reading = clock.Tick();
        session.SetHeader(EventHeaders.Clock, reading);
        session.LastModifiedBy = by;
        session.CorrelationId = Activity.Current?.TraceId.ToString();
        session.CausationId = Activity.Current?.SpanId.ToString();
        return reading;
    }
}
