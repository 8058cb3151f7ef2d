using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Establishments;

/// <summary>What a successor pays from the effect on: it reads that before it accepts, and nothing else of the engagements (design).</summary>
public static class ReadSuccessionTerms
{
    /// <summary>The terms as they stand; null where no succession is announced, or the reader is not asked about it.</summary>
    /// <param name="asked">The engagements that the establishment asked for.</param>
    public static SuccessionTermsView? Of(Establishment establishment, IReadOnlyList<Engagement> asked, Actor reader) =>
        establishment.Announced is { } announced && (reader.Is(Roles.Practice) || IsAsked(establishment, announced, reader))
            ? new([
                .. asked
                    .Where(e => e.State < EngagementState.Concluded && e.Dispositif is not null)
                    .OrderBy(e => e.Id)
                    .Select(e => new SuccessionTerms(e.Id, Canonical.Digest(e.Dispositif!), e.Dispositif!.Quote(e.Groups.Count), e.Until)),
            ])
            : null;

    private static bool IsAsked(Establishment establishment, AnnouncedSuccession announced, Actor reader) =>
        reader.Is(Roles.Establishment) && (reader.Establishment == announced.Successor || reader.Establishment == establishment.Id);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/establishments/{id:guid}/succession/terms",
                (Guid id, Streams streams) =>
                    streams.Show<Establishment>(
                        id,
                        async (session, establishment, reader) =>
                            Of(establishment, await session.Query<Engagement>().Where(e => e.Establishment == id).ToListAsync(), reader)
                    )
            )
            .WithSummary("Read what a successor would pay for")
            .Produces<SuccessionTermsView>()
            .For(Roles.Practice, Roles.Establishment);
}

/// <summary>What is paid for one engagement.</summary>
/// <param name="Engagement">Its id; it is read once the succession takes effect.</param>
/// <param name="DispositifHash">The hash of the exact dispositif, as <c>waiting</c> shows it to who pays.</param>
/// <param name="Quote">What it costs, rate and hours.</param>
/// <param name="Until">When its term ends; null where it has not begun.</param>
public sealed record SuccessionTerms(Guid Engagement, string DispositifHash, Quote Quote, DateTimeOffset? Until);

/// <summary>What a successor would pay for, as it stands now.</summary>
/// <param name="Items">One for each engagement whose dispositif is there and that the establishment pays for; none where there is no such one.</param>
public sealed record SuccessionTermsView(IReadOnlyList<SuccessionTerms> Items);
