using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Engagement.Dispositifs;

/// <summary>Agrees the proposed dispositif; groups are constituted from then on.</summary>
public sealed record AgreeDispositif : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Engagement engagement) =>
        engagement.State != EngagementState.Designing
            ? Refusal.OfOrder("The engagement is not in its design.", "Agree a dispositif after the diagnosis' restitution, once.")
        : engagement.Dispositif is null ? Refusal.OfOrder("No dispositif is proposed.", "Propose one first.")
        : new DispositifAgreed();

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/engagements/{id:guid}/dispositif/agree",
                (Guid id, AgreeDispositif command, Streams streams) =>
                    streams.Change<Engagement>(id, command, (engagement, _) => Decide(engagement))
            )
            .WithSummary("Agree the dispositif")
            .Produces<EngagementView>()
            .For(Roles.Practice, Roles.Establishment);
}
