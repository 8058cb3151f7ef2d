using System.Diagnostics;
using Marten;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.ServiceDefaults.Hosting;

/// <summary>A fact of another service that was taken over: its kind, stream and version.</summary>
public sealed record Received(string Id);

/// <summary>Takes over what other services tell: once, however late it comes again, and with the metadata that every fact has.</summary>
public sealed class Inbox(IDocumentSession session, HybridClock clock)
{
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
            var stream = await session.Events.FetchForExclusiveWriting<T>(id, cancel);
            if (stream.Aggregate is null && !mayStart)
            {
                throw new InvalidOperationException($"The message {kind} tells of a resource that is not here.");
            }

            stream.AppendOne(fact with { OccurredAt = origin.OccurredAt });
        }

        // After the read, so that a later fact of a stream never carries an earlier reading.
        session.SetHeader(EventHeaders.Clock, clock.Tick());
        session.LastModifiedBy = $"message:{kind}";
        session.CorrelationId = Activity.Current?.TraceId.ToString();
        session.CausationId = Activity.Current?.SpanId.ToString();
    }
}
