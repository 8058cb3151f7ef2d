using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Access.V1;

namespace PracticeAnalysis.Engagement.Model;

/// <summary>The facts of an API key.</summary>
public abstract record ApiKeyFact : Fact;

/// <summary>A key was issued. Its text is in nobody's hands but the integrator's: what is kept is a hash.</summary>
/// <param name="Label">What it is for, in facts of before.</param>
/// <param name="Name">What it is for, in the issuer's words, under the key of the API key's own stream.</param>
/// <param name="Role">practice, platform or establishment.</param>
/// <param name="Person">Who acts by it: the platform, or the key itself.</param>
/// <param name="Establishment">For the establishment's role: which one.</param>
public sealed record ApiKeyIssued(
    [property: InClearBefore] string? Label,
    string Role,
    Guid Person,
    Guid? Establishment,
    IReadOnlyList<string> Scopes,
    string Hash,
    DateTimeOffset ExpiresAt,
    Sealed? Name = null
) : ApiKeyFact;

/// <summary>A key got a new secret; the one before is taken a while longer.</summary>
public sealed record ApiKeyRotated(string Hash, DateTimeOffset ExpiresAt, DateTimeOffset PreviousUntil) : ApiKeyFact;

/// <summary>A key was revoked, for good.</summary>
public sealed record ApiKeyRevoked : ApiKeyFact;

/// <summary>A key of a small integrator: hashed, scoped, expiring.</summary>
/// <param name="Label">What it is for, where it was issued when labels stood in clear.</param>
public sealed record ApiKey(
    [property: InClearBefore] string? Label,
    string Role,
    Guid Person,
    Guid? Establishment,
    IReadOnlyList<string> Scopes,
    KnownSecret Secret,
    KnownSecret? Previous = null,
    DateTimeOffset? RevokedAt = null
) : Aggregate, IFold<ApiKey>
{
    /// <summary>What it is for.</summary>
    public Sealed? Name { get; init; }

    /// <inheritdoc />
    public static Type Facts => typeof(ApiKeyFact);

    /// <summary>Whether a new secret may still be given: not revoked, not expired.</summary>
    public bool IsLive(DateTimeOffset now) => RevokedAt is null && Secret.Until > now;

    /// <inheritdoc />
    public static ApiKey Fold(ApiKey? state, Fact fact) =>
        fact switch
        {
            ApiKeyIssued e => new(e.Label, e.Role, e.Person, e.Establishment, e.Scopes, new(e.Hash, e.ExpiresAt)) { Name = e.Name },
            ApiKeyRotated e => state! with { Secret = new(e.Hash, e.ExpiresAt), Previous = state.Secret with { Until = e.PreviousUntil } },
            ApiKeyRevoked e => state! with { RevokedAt = e.OccurredAt },
            _ => throw new UnknownFactException(fact),
        };

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) =>
        Role == Roles.Establishment ? actor.Is(Roles.Establishment) && actor.Establishment == Establishment : actor.Is(Roles.Practice);

    /// <summary>What every service must know of it.</summary>
    public V1.ApiKeyChanged Told(Contracts.Origin origin) =>
        new(
            origin.Stream,
            Role,
            Person,
            Establishment,
            Scopes,
            RevokedAt is not null
                ? []
                : [.. new[] { Secret, Previous }.OfType<KnownSecret>().Select(s => new V1.ApiKeySecret(s.Hash, s.Until))],
            origin
        );
}
