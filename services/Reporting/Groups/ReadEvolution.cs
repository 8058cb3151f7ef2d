using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Reporting.Groups;

/// <summary>Reads how a group moved; as of a version or a recorded time where asked.</summary>
public static class ReadEvolution
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/groups/{id:guid}/evolution",
                (Guid id, long? version, DateTimeOffset? at, Streams streams) => streams.Show<GroupEvolution>(id, version, at)
            )
            .WithSummary("Read a group's evolution")
            .Produces<EvolutionView>()
            .For(Roles.Facilitator, Roles.Member, Roles.Practice, Roles.Auditor);
}
