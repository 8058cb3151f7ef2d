using Marten;
using Microsoft.AspNetCore.Mvc;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EventSourcing;

/// <summary>The moment as of which a resource is read; its present state, where none is named.</summary>
/// <param name="Version">As of this version: after so many of its facts, as the reader's role counts those that it sees.</param>
/// <param name="At">As recorded at this time (RFC 3339 with offset).</param>
/// <param name="OccurredBy">As it had happened by this time, whenever it was recorded.</param>
public sealed record AsOf(
    [FromQuery(Name = "version")] long? Version = null,
    [FromQuery(Name = "at")] DateTimeOffset? At = null,
    [FromQuery(Name = "occurredBy")] DateTimeOffset? OccurredBy = null
) : IAsked
{
    /// <summary>Why no state of a resource is meant, or null: a version and an instant may name two.</summary>
    public Refusal? Wrong() =>
        Version is not null && (At is not null || OccurredBy is not null)
            ? Refusal.OfInput(
                $"version and {(At is null ? "occurredBy" : "at")} are given together, and may name two different states.",
                "Give either version, or at and occurredBy."
            )
            : null;

    /// <summary>Whether no moment is named.</summary>
    internal bool IsNow => Version is null && At is null && OccurredBy is null;

    /// <summary>The state of a stream as of then, as this reader counts it; null where there was none.</summary>
    /// <param name="until">The version of the stream up to which they read it; null for all of it.</param>
    public async Task<T?> Read<T>(IQuerySession session, Guid id, Actor reader, long? until, CancellationToken cancel)
        where T : Aggregate, IFold<T>
    {
        var events = await session.Events.FetchStreamAsync(id, until ?? 0, At?.ToUniversalTime(), token: cancel);
        var facts = events.Facts().Where(f => OccurredBy is null || f.OccurredAt <= OccurredBy);
        var state = Readers.Of<T>(id, facts, reader, Version);
        return state is null || Version is null || state.VersionFor(reader) == Version ? state : null;
    }
}
