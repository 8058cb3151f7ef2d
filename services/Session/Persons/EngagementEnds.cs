using Marten;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Session.Persons;

/// <summary>When engagements ended, as this service was told: the last thing that happened to a group whose engagement is concluded.</summary>
public sealed class EngagementEnds : IKnowsEnds
{
    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> Ended(IQuerySession session, CancellationToken cancel) =>
        (await session.Query<Mandate>().Where(m => m.Concluded).ToListAsync(cancel))
            .Where(m => m.Engagement is not null)
            .GroupBy(m => m.Engagement!.Engagement)
            .ToDictionary(e => e.Key, e => e.Max(m => m.LastOccurredAt));
}
