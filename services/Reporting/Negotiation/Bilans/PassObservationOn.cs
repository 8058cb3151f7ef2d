using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>The facilitator passes an observation on to the group whose words may name a member: it means none. What means one stays with them (S3).</summary>
/// <param name="NoMemberMeant">That it means no member: the facilitator says so, and the history keeps it.</param>
public sealed record PassObservationOn(bool NoMemberMeant = false) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(PassObservationOn command, Guid observation, Bilan bilan) =>
        bilan.Observations.SingleOrDefault(o => o.Id == observation) is not { } found ? Refusal.NotFound
        : !found.IsHeld ? Decision.Nothing
        : !command.NoMemberMeant ? Naming.Held
        : new ObservationPassedOn(observation, command.NoMemberMeant);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .BringTo<PassObservationOn>(
                "observations/{part:guid}/pass-on",
                "Pass an observation on to the group",
                (command, observation, bilan, _) => Decide(command, observation, bilan)
            )
            .For(Roles.Facilitator);
}
