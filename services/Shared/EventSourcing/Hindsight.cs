using Marten;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EventSourcing;

/// <summary>What a stream had come to when something happened: a command is judged by what had happened then, whenever that was recorded.</summary>
public static class Hindsight
{
    /// <summary>The state that the facts which had happened by then add up to; null where none had. What nothing has changed since is as it was read.</summary>
    /// <typeparam name="T">The aggregate of the stream.</typeparam>
    public static async Task<T?> AsOf<T>(this IQuerySession session, T now, DateTimeOffset then, CancellationToken cancel = default)
        where T : Aggregate, IFold<T> =>
        then >= now.LastOccurredAt
            ? now
            : Folding.Of<T>(
                now.Id,
                (await session.Events.FetchStreamAsync(now.Id, token: cancel)).Facts().Where(f => f.OccurredAt <= then)
            );
}
