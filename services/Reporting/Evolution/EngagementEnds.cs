using Marten;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Evolution;

/// <summary>When engagements ended, as this service was told: the last thing that happened to a group whose engagement is concluded.</summary>
public sealed class EngagementEnds : IKnowsEnds
{
    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> Ended(IQuerySession session, CancellationToken cancel) =>
        (await session.Query<GroupRecord>().Where(g => g.Concluded).ToListAsync(cancel))
            .Where(g => g.Activation is not null)
            .GroupBy(g => g.Activation!.Engagement)
            .ToDictionary(e => e.Key, e => e.Max(g => g.LastOccurredAt));
}
