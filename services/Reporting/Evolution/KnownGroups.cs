using Marten;
using PracticeAnalysis.Reporting.History.Audit;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Evolution;

/// <summary>Who was ever in a group, as its record says.</summary>
public sealed class KnownGroups : IKnowsGroups
{
    /// <inheritdoc />
    public Task<bool> Hold(Guid person, IQuerySession session) =>
        session
            .Query<GroupRecord>()
            .AnyAsync(g =>
                g.Group!.Members.Any(m => m.Person == person)
                || g.Joined.Contains(person)
                || g.Activation!.Facilitator == person
                || g.Successor!.Facilitator == person
            );
}
