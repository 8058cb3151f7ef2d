using System.Text.Json.Serialization;
using PracticeAnalysis.Access;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.ApiKeys;

/// <summary>When a key was last used, to within a minute or so; beside its stream, since it is no decision of anybody's.</summary>
public sealed record ApiKeyUse(Guid Id, DateTimeOffset LastUsedAt);

/// <summary>A key as the API shows it.</summary>
/// <param name="Label">What it is for, in the issuer's words: 1 to 80 characters, kept sealed.</param>
/// <param name="Role">As whom it acts: practice, platform or establishment.</param>
/// <param name="Person">Opaque id of who acts by it: the platform that was named, else the key's own id.</param>
/// <param name="Establishment">The one for which it acts; null but for the role establishment.</param>
/// <param name="Scopes">What it may do, out of the scopes of its role.</param>
/// <param name="ExpiresAt">When its current secret ends.</param>
/// <param name="PreviousUntil">Until when the secret before is taken too, where it was rotated.</param>
/// <param name="RevokedAt">When it was revoked, for good; null while it was not.</param>
/// <param name="Key">The key's whole text: once, in the answer that makes it, and never again.</param>
/// <param name="LastUsedAt">To within a minute or so; absent before its first use, and in answers to changes.</param>
public sealed record ApiKeyView(
    Guid Id,
    long Version,
    string? Label,
    [property: ClosedList(typeof(IssueApiKey), nameof(IssueApiKey.Holders))] string Role,
    Guid Person,
    Guid? Establishment,
    [property: ClosedList(typeof(Access.Scopes), nameof(Access.Scopes.All))] IReadOnlyList<string> Scopes,
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
            opener.Open(k.Name, SealedAs.ApiKeyName) ?? k.Label,
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
