using Marten;

namespace PracticeAnalysis.Engagement.Groups;

/// <summary>What a group is engaged for.</summary>
internal static class Engaged
{
    /// <summary>The engagement that the group is of.</summary>
    public static async Task<Engagement> EngagementOf(this IQuerySession session, Group group) =>
        (await session.LoadAsync<Engagement>(group.Engagement))!;
}
