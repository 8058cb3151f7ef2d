using System.Diagnostics;
using JasperFx.Events;
using Marten;
using Marten.Services.BatchQuerying;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EventStore;

/// <summary>The causal clock of streams, as their last facts carry it: another node may have written them, by a clock that is ahead of this one's.</summary>
public static class StreamClocks
{
    /// <summary>Has a batch read the readings of these streams' last facts, behind what holds the streams.</summary>
    public static Task<IReadOnlyList<string>> LastReadings(this IBatchedQuery read, params Guid[] streams) =>
        read.Query<string>(
            $"""
            select coalesce(e.headers ->> '{EventHeaders.Clock}', '') from unnest(?) s cross join lateral (
              select headers from {read.Parent.DocumentStore.Options.DatabaseSchemaName}.mt_events
              where tenant_id = ? and stream_id = s order by version desc limit 1) e
            """,
            streams,
            read.Parent.TenantId
        );

    /// <summary>Takes note of the last readings of these streams.</summary>
    public static async Task Note(this IDocumentSession session, HybridClock clock, Guid[] streams, CancellationToken cancel)
    {
        var read = session.CreateBatchQuery();
        var last = read.LastReadings(streams);
        await read.Execute(cancel);
        clock.Receive(await last);
    }

    /// <summary>Loads what the facts of a stream add up to, and takes note of its last reading, in one round trip.</summary>
    /// <typeparam name="T">The aggregate of the stream.</typeparam>
    public static async Task<T?> Load<T>(this IDocumentSession session, Guid id, HybridClock clock, CancellationToken cancel)
        where T : Aggregate, IFold<T>
    {
        var read = session.CreateBatchQuery();
        var state = read.Load<T>(id);
        var last = read.LastReadings(id);
        await read.Execute(cancel);
        clock.Receive(await last);
        return await state;
    }

    /// <summary>Holds a stream until the transaction ends, reads what its facts add up to and takes note of its last reading, in one round trip.</summary>
    /// <typeparam name="T">The aggregate of the stream.</typeparam>
    public static async Task<IEventStream<T>> Hold<T>(this IDocumentSession session, Guid id, HybridClock clock, CancellationToken cancel)
        where T : Aggregate, IFold<T>
    {
        var read = session.CreateBatchQuery();
        var stream = read.Events.FetchForExclusiveWriting<T>(id);
        var last = read.LastReadings(id);
        await read.Execute(cancel);
        clock.Receive(await last);
        return await stream;
    }

    /// <summary>Has the facts of the session carry the next reading, who did it, and what it follows from; the messages that tell of them carry the reading
    /// too, so that what follows from them elsewhere sorts after. To be called after all that is read.</summary>
    /// <param name="by">Who did it.</param>
    /// <param name="otherwise">What it is correlated by where no trace runs.</param>
    public static string Stamp(this IDocumentSession session, HybridClock clock, string by, string? otherwise = null)
    {
        var reading = clock.Tick();
        session.SetHeader(EventHeaders.Clock, reading);
        session.LastModifiedBy = by;
        session.CorrelationId = Activity.Current?.TraceId.ToString() ?? otherwise;
        session.CausationId = Activity.Current?.SpanId.ToString() ?? otherwise;
        return reading;
    }
}
