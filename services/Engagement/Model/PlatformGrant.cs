using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

/// <summary>The facts of a grant to a platform.</summary>
[SeenBy(Roles.Practice, Roles.Establishment, Roles.Platform)]
public abstract record PlatformGrantFact : Fact;

/// <summary>An establishment let a platform have some of what is its own.</summary>
/// <param name="Platform">Opaque id of the platform, the person of its tokens.</param>
/// <param name="Scopes">What for.</param>
/// <param name="Until">When it ends, if it is not taken back before.</param>
public sealed record PlatformAccessGranted(Guid Establishment, Guid Platform, IReadOnlyList<string> Scopes, DateTimeOffset Until)
    : PlatformGrantFact;

/// <summary>The establishment took it back.</summary>
public sealed record PlatformAccessRevoked : PlatformGrantFact;

/// <summary>What an establishment granted one platform, for what and until when.</summary>
public sealed record PlatformGrant(
    Guid Establishment,
    Guid Platform,
    IReadOnlyList<string> Scopes,
    DateTimeOffset Until,
    DateTimeOffset? RevokedAt = null
) : Aggregate, IFold<PlatformGrant>
{
    /// <inheritdoc />
    public static Type Facts => typeof(PlatformGrantFact);

    /// <inheritdoc />
    public static PlatformGrant Fold(PlatformGrant? state, Fact fact) =>
        fact switch
        {
            PlatformAccessGranted e => new(e.Establishment, e.Platform, e.Scopes, e.Until),
            PlatformAccessRevoked e => state! with { RevokedAt = e.OccurredAt },
            _ => throw new UnknownFactException(fact),
        };

    /// <summary>Whether it may be used at this moment.</summary>
    public bool IsLive(DateTimeOffset now) => RevokedAt is null && now < Until;

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) =>
        actor.Is(Roles.Practice)
        || (actor.Is(Roles.Establishment) && actor.Establishment == Establishment)
        || (actor.Is(Roles.Platform) && actor.Person == Platform);
}
