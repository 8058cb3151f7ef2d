using Marten;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>What is negotiated of a period is negotiated once: another bilan beside would pass by an objection that stands (S2).</summary>
public static class Twin
{
    /// <summary>Why a bilan of the same groups and of a period that overlaps is not put to its parties, or null.</summary>
    /// <param name="twin">The one that is.</param>
    public static Refusal? Of(Bilan? twin) =>
        twin is null
            ? null
            : Refusal.OfOrder(
                $"The bilan {twin.Id} of these groups has been put to its parties, and its period overlaps with this one.",
                "Have that one agreed, or let its negotiation fail after its deadline."
            );

    /// <summary>Whether this one is another's twin: it was put to its parties and is neither agreed nor failed, of a group of theirs, and of a period that
    /// overlaps. Two final bilans are of one engagement, whatever
    /// they name.</summary>
    public static bool IsOne(Bilan bilan, bool final, IReadOnlyList<Guid> groups, DateOnly from, DateOnly to) =>
        bilan.IsPut && bilan.Groups.Intersect(groups).Any() && ((final && bilan.Final) || (bilan.From <= to && from <= bilan.To));

    /// <summary>The twin of a bilan that was drafted, where there is one.</summary>
    internal static async Task<Bilan?> Find(Bilan bilan, IQuerySession session, CancellationToken cancel) =>
        (await session.Query<Bilan>().Where(b => b.Engagement == bilan.Engagement && b.Id != bilan.Id).ToListAsync(cancel)).FirstOrDefault(
            b => IsOne(b, bilan.Final, bilan.Groups, bilan.From, bilan.To)
        );
}
