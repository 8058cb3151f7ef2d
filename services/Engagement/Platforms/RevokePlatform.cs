using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Access.V1;

namespace PracticeAnalysis.Engagement.Platforms;

/// <summary>The establishment takes a grant back. No <c>If-Match</c>: what must be possible at once is never refused for a stale version.</summary>
public sealed record RevokePlatform : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(PlatformGrant grant) =>
        grant.RevokedAt is not null
            ? Decision.Nothing
            : Decision.Of(new PlatformAccessRevoked()).Telling(origin => new V1.PlatformAccessRevoked(grant.Id, origin));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/platform-grants/{id:guid}/revoke",
                (Guid id, RevokePlatform command, Streams streams) =>
                    streams.Append<PlatformGrant>(id, command, (grant, _) => Decide(grant))
            )
            .WithSummary("Take a grant back, at once")
            .Produces<PlatformGrantView>()
            .For(Roles.Establishment);
}
