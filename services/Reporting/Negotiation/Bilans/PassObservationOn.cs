using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>The facilitator passes an observation on to the group whose words may name a member: it means none, or those agree whom it means (S3).</summary>
public sealed record PassObservationOn : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Guid observation, Bilan bilan) =>
        bilan.Observations.SingleOrDefault(o => o.Id == observation) is not { } found ? Refusal.NotFound
        : found.IsHeld ? new ObservationPassedOn(observation)
        : Decision.Nothing;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .BringTo<PassObservationOn>(
                "observations/{part:guid}/pass-on",
                "Pass an observation on to the group",
                (_, observation, bilan, _) => Decide(observation, bilan)
            )
            .For(Roles.Facilitator);
}
