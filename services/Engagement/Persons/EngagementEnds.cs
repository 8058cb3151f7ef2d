using Marten;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Engagement.Persons;

/// <summary>When engagements ended, concluded or abandoned; a request that came to none ends when it is declined or withdrawn.</summary>
public sealed class EngagementEnds : IKnowsEnds
{
    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> Ended(IQuerySession session, CancellationToken cancel)
    {
        var engagements = await session
            .Query<Engagement>()
            .Where(e => e.State == EngagementState.Concluded || e.State == EngagementState.Abandoned)
            .ToListAsync(cancel);
        var requests = await session
            .Query<Request>()
            .Where(r => r.State == RequestState.Declined || r.State == RequestState.Withdrawn)
            .ToListAsync(cancel);
        return engagements
            .Select(e => (e.Id, e.LastOccurredAt))
            .Concat(requests.Select(r => (Id: r.Engagement, r.LastOccurredAt)))
            .ToDictionary(e => e.Id, e => e.LastOccurredAt);
    }
}
