using System.Text.Json.Serialization;
using PracticeAnalysis.Access;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Access.V1;

namespace PracticeAnalysis.Engagement.ApiKeys;

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

/// <summary>When a key was last used, to within a minute or so; beside its stream, since it is no decision of anybody's.</summary>
public sealed record ApiKeyUse(Guid Id, DateTimeOffset LastUsedAt);

/// <summary>A key as the API shows it.</summary>
/// <param name="ExpiresAt">When its current secret ends.</param>
/// <param name="PreviousUntil">Until when the secret before is taken too, where it was rotated.</param>
/// <param name="Key">The key's whole text: once, in the answer that makes it, and never again.</param>
/// <param name="LastUsedAt">To within a minute or so; absent before its first use, and in answers to changes.</param>
public sealed record ApiKeyView(
    Guid Id,
    long Version,
    string? Label,
    string Role,
    Guid Person,
    Guid? Establishment,
    IReadOnlyList<string> Scopes,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? PreviousUntil,
    DateTimeOffset? RevokedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Key,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? LastUsedAt
) : ShowsTexts
{
    /// <summary>The texts it shows.</summary>
    public static IEnumerable<Sealed> Texts(ApiKey k) => k.Name is { } name ? [name] : [];

    /// <summary>The view of a key.</summary>
    public static ApiKeyView Of(ApiKey k, TextOpener opener, string? text = null, DateTimeOffset? lastUsedAt = null) =>
        new(
            k.Id,
            k.Version,
            opener.Open(k.Name, IssueApiKey.NameMember) ?? k.Label,
            k.Role,
            k.Person,
            k.Establishment,
            k.Scopes,
            k.Secret.Until,
            k.Previous?.Until,
            k.RevokedAt,
            text,
            lastUsedAt
        );
}
