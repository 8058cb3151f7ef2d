using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Facilitators;

/// <summary>Declares to hold no hierarchical authority over members (S0, S2).</summary>
public sealed record DeclareIndependence : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Facilitator facilitator) => facilitator.IsIndependent ? Decision.Nothing : new IndependenceDeclared();

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/facilitators/{id:guid}/independence",
                (Guid id, DeclareIndependence command, Streams streams) =>
                    streams.Append<Facilitator>(id, command, (facilitator, _) => Decide(facilitator))
            )
            .WithSummary("Declare to hold no hierarchical authority over members")
            .Produces<FacilitatorView>()
            .For(Roles.Practice, Roles.Facilitator);
}
