using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>Those who lead the establishment sign their own commitment: to let themselves be changed by what is said of the work (S3). The one that asked
/// for the engagement signs; one that it spans may sign beside, which commits nobody else.</summary>
public sealed record SignCommitment : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Engagement engagement, Act act) =>
        engagement.State >= EngagementState.Active ? Refusal.OfOrder("The engagement is active, or has ended.", "Sign before it is active.")
        : engagement.Dispositif is null ? Refusal.OfOrder("No dispositif is proposed.", "Sign once there is something to commit to.")
        : act.By.Establishment != engagement.Establishment
            ? engagement.CommittedBeside.Contains(act.By.Person) ? Decision.Nothing
                : new ManagementCommitmentSigned(act.By.Person, Beside: true)
        : engagement.IsCommitted ? Decision.Nothing
        : new ManagementCommitmentSigned(act.By.Person);

    /// <summary>Why the engagement cannot be active without the commitment, or null.</summary>
    internal static Refusal? Missing(Policies policies, Engagement engagement) =>
        policies.Of(FrameRule.ManagementCommitment) is { Value: true } commitment && !engagement.IsCommitted
            ? Refusal.OfRule(
                commitment.Rule,
                "The establishment's management has not signed its commitment.",
                "Have it signed by the establishment that asked for the engagement."
            )
            : null;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/engagements/{id:guid}/commitment",
                (Guid id, SignCommitment command, Streams streams) =>
                    streams.Append<Engagement>(id, command, (engagement, act) => Decide(engagement, act))
            )
            .WithSummary("Sign the commitment of those who lead")
            .Produces<EngagementView>()
            .For(Roles.Establishment);
}
