using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Engagement.Charters;

/// <summary>Accepts the charter, confidentiality among it: each member of each group, and the facilitator, for themselves.</summary>
public sealed record AcceptCharter : Command
{
    /// <summary>Decides; who is neither a member nor the facilitator does not see the engagement.</summary>
    public static Decision Decide(Engagement engagement, Act act) =>
        engagement.Charter is not { } charter ? Refusal.OfOrder("No charter is proposed.", "Accept the charter once it is proposed.")
        : charter.AcceptedBy.Contains(act.By.Person) ? Decision.Nothing
        : engagement.State != EngagementState.Chartering
            ? Refusal.OfOrder("The engagement is past its chartering.", "Accept the charter before the engagement is active.")
        : new CharterAccepted(act.By.Person);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/engagements/{id:guid}/charter/accept",
                (Guid id, AcceptCharter command, Streams streams) =>
                    streams.Append<Engagement>(id, command, (engagement, act) => Decide(engagement, act))
            )
            .WithSummary("Accept the charter")
            .Produces<EngagementView>()
            .For(Roles.Member, Roles.Facilitator);
}
