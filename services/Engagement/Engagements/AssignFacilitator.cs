using Marten;
using PracticeAnalysis.Engagement.Facilitators;
using PracticeAnalysis.Engagement.Requests;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>Assigns a facilitator, who declared to hold no hierarchical authority over members (S0, S2) and may read the request from now on.</summary>
/// <param name="Facilitator">The facilitator's id.</param>
public sealed record AssignFacilitator(Guid Facilitator) : Command
{
    /// <summary>No hierarchical link between a facilitator and a member, whatever the frame.</summary>
    internal static readonly Rule Independence = new("always", "independence", "S0");

    /// <summary>Decides.</summary>
    public static Decision Decide(Engagement engagement, Facilitator? facilitator, Request request, Act act) =>
        engagement.State > EngagementState.Designing || engagement.Dispositif is not null
            ? Refusal.OfOrder(
                "A dispositif is designed with the facilitator there is.",
                "Assign a facilitator before a dispositif is proposed."
            )
        : facilitator is null ? Refusal.OfInput("facilitator names none of this practice's.", "Register the facilitator first.")
        : !facilitator.IsIndependent
            ? Refusal.OfRule(Independence, "The facilitator's file holds no declaration of independence.", "Assign one who declared it.")
        : facilitator.Id == engagement.Facilitator ? Decision.Nothing
        : Input.CheckTime(act, request) is { } untimely ? untimely
        : Decision.Of(new FacilitatorAssigned(facilitator.Id)).With(request, new RequestEntrusted(facilitator.Id));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/engagements/{id:guid}/facilitator",
                (Guid id, AssignFacilitator command, Streams streams) =>
                    streams.Change<Engagement>(
                        id,
                        command,
                        async (session, engagement, act) =>
                            Decide(
                                engagement,
                                await session.LoadAsync<Facilitator>(command.Facilitator),
                                (await session.LoadAsync<Request>(engagement.Request))!,
                                act
                            )
                    )
            )
            .WithSummary("Assign the facilitator")
            .Produces<EngagementView>()
            .For(Roles.Practice);
}
