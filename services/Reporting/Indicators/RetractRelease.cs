using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>Retracts a release, visibly: it is listed as retracted, and its figures are no longer served.</summary>
/// <param name="Why">Why: wrong-data, wrong-scope or asked-by-establishment.</param>
public sealed record RetractRelease(RetractionReason Why) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(RetractRelease command, IndicatorRelease period, Guid release) =>
        period.Releases.SingleOrDefault(r => r.Id == release) is not { } found ? Refusal.NotFound
        : found.RetractedAt is not null ? Refusal.OfOrder("The release is retracted.", "Publish a correction.")
        : new ReleaseRetracted(release, command.Why);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/indicator-periods/{id:guid}/releases/{release:guid}/retract",
                (Guid id, Guid release, RetractRelease command, Streams streams) =>
                    streams.Change<IndicatorRelease>(id, command, (period, _) => Decide(command, period, release))
            )
            .WithSummary("Retract a release")
            .Produces<PeriodView>()
            .For(Roles.Practice);
}
