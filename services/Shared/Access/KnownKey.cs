using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Marten;
using PracticeAnalysis.Contracts.Access.V1;

namespace PracticeAnalysis.Access;

/// <summary>A secret of a key: its hash, and until when it is taken.</summary>
public sealed record KnownSecret(string Hash, DateTimeOffset Until);

/// <summary>An API key as each service knows it. It is no practice's document but says whose the key is: it is read before that is known.</summary>
/// <param name="Id">The key's id, which its text begins with.</param>
/// <param name="Version">Of the key's stream in Engagement: what was told late changes nothing.</param>
/// <param name="Person">Who acts by it: the platform, or the key itself.</param>
/// <param name="Secrets">The current one, and for an overlap the one before. None once it is revoked.</param>
public sealed record KnownKey(
    Guid Id,
    long Version,
    string Tenant,
    string Role,
    Guid Person,
    Guid? Establishment,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<KnownSecret> Secrets
)
{
    /// <summary>The claims that a token would have, where the text is this key's and its time has not passed.</summary>
    public ClaimsIdentity? Identify(string text, DateTimeOffset now)
    {
        var hash = Encoding.ASCII.GetBytes(ApiKeyText.Hash(text));
        if (!Secrets.Any(s => s.Until > now && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(s.Hash), hash)))
        {
            return null;
        }

        var claims = new List<Claim>
        {
            new("tenant", Tenant),
            new("role", Role),
            new("person", Person.ToString()),
            new("scope", string.Join(' ', Scopes)),
        };
        if (Establishment is { } establishment)
        {
            claims.Add(new("establishment", establishment.ToString()));
        }

        return new(claims, ApiKeys.Scheme);
    }

    /// <summary>Takes over what Engagement tells of a key, in whatever order it is told: the later version stands. Two at once: the store lets
    /// one through, and the other is handled again.</summary>
    public static async Task Learn(ApiKeyChanged told, IDocumentSession session, CancellationToken cancel)
    {
        var known = await session.LoadAsync<KnownKey>(told.Key, cancel);
        var latest = Of(told, session.TenantId);
        if (known is null)
        {
            session.Insert(latest);
        }
        else if (known.Version < latest.Version)
        {
            session.Store(latest);
        }
    }

    /// <summary>Reads what is known of a key before it is replaced: the store refuses to replace what was not seen.</summary>
    public static Task Hold(IQuerySession session, Guid key) => session.LoadAsync<KnownKey>(key);

    /// <summary>A key as it was told.</summary>
    public static KnownKey Of(ApiKeyChanged told, string tenant) =>
        new(
            told.Key,
            told.Origin.Version,
            tenant,
            told.Role,
            told.Person,
            told.Establishment,
            told.Scopes,
            [.. told.Secrets.Select(s => new KnownSecret(s.Hash, s.Until))]
        );
}
