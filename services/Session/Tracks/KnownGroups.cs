using Marten;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Tracks;

/// <summary>The groups that Engagement told of.</summary>
internal static class KnownGroups
{
    /// <summary>Whether there is such a group for the reader, who is in it or leads it.</summary>
    public static async Task<bool> Has(this IQuerySession session, Guid group, Actor reader) =>
        await session.LoadAsync<Mandate>(group) is { } mandate && mandate.IsVisibleTo(reader);
}
