using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.ApiKeys;

/// <summary>Revokes a key, for good. No <c>If-Match</c>: what must be possible at once is never refused for a stale version.</summary>
public sealed record RevokeApiKey : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ApiKey key, Act act) =>
        key.RevokedAt is not null ? Decision.Nothing : key.Changed(new ApiKeyRevoked(), act);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/api-keys/{id:guid}/revoke",
                (Guid id, RevokeApiKey command, Streams streams) =>
                    streams.Append<ApiKey>(
                        id,
                        command,
                        async (session, key, act) =>
                        {
                            await KnownKey.Hold(session, id);
                            return Decide(key, act);
                        }
                    )
            )
            .WithSummary("Revoke an API key, at once and for good")
            .Produces<ApiKeyView>()
            .For(Roles.Practice, Roles.Establishment);
}
