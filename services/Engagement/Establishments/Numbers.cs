using Marten;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Establishments;

/// <summary>The public numbers by which a practice's establishments are told apart.</summary>
public static class Numbers
{
    /// <summary>409: one of the practice's has this number.</summary>
    public static Refusal Taken(Guid there) =>
        Refusal.OfOrder(
            $"Establishment {there} of this practice already has this number.",
            "Use that one, or correct it; register its successor without this number until the succession takes effect."
        );

    /// <summary>Holds the practice's numbers until the transaction ends: of two that give one at once, the second finds the first.</summary>
    internal static Task HoldNumbers(this IQuerySession session) => session.HoldKept<Establishment>(Guid.Empty, CancellationToken.None);

    /// <summary>The establishments of the practice that clash with this, the first one first, where it is held; whose place another took gives its numbers up.</summary>
    internal static async Task<IReadOnlyList<Establishment>> Clashing(this IQuerySession session, EstablishmentDetails details)
    {
        await session.HoldNumbers();
        return [.. (await session.Numbered(details, CancellationToken.None)).Where(e => e.Succession is null)];
    }

    /// <summary>The establishments of the practice that clash with this; those whose place another took last.</summary>
    internal static async Task<IReadOnlyList<Establishment>> Numbered(
        this IQuerySession session,
        EstablishmentDetails details,
        CancellationToken cancel
    )
    {
        var (all, siret, finess) = (session.Query<Establishment>(), details.Siret, details.Finess);
        var found = new List<Establishment>();
        if (siret is not null)
        {
            found.AddRange(await all.Where(e => e.Siret == siret).ToListAsync(cancel));
        }

        if (finess is not null)
        {
            found.AddRange(await all.Where(e => e.Finess == finess).ToListAsync(cancel));
        }

        return
        [
            .. found.DistinctBy(e => e.Id).Where(e => e.Details.Clashes(details)).OrderBy(e => e.Succession is not null).ThenBy(e => e.Id),
        ];
    }
}
