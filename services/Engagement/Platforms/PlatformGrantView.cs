using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Platforms;

/// <summary>A grant as the API shows it.</summary>
/// <param name="Platform">Opaque id of the platform: the person of its tokens.</param>
/// <param name="Scopes">What for: some of indicators:read, webhooks:read and webhooks:write.</param>
/// <param name="Until">When it ends, unless it is taken back before.</param>
/// <param name="RevokedAt">When it was taken back, or null.</param>
public sealed record PlatformGrantView(
    Guid Id,
    long Version,
    Guid Establishment,
    Guid Platform,
    [property: ClosedList(typeof(GrantPlatform), nameof(GrantPlatform.Grantable))] IReadOnlyList<string> Scopes,
    DateTimeOffset Until,
    DateTimeOffset? RevokedAt
)
{
    /// <summary>The view of a grant.</summary>
    public static PlatformGrantView Of(PlatformGrant g) =>
        new(g.Id, g.Version, g.Establishment, g.Platform, g.Scopes, g.Until, g.RevokedAt);
}
