using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Local;

/// <summary>Mints development tokens with a key that this run generated.</summary>
public sealed class TokenMint(string key)
{
    /// <summary>The key, for the services' settings.</summary>
    public string Key => key;

    /// <summary>A token for a day, with every scope of its role or with these alone.</summary>
    public string For(Actor actor, params IReadOnlyList<string> scopes) => Until(DateTime.UtcNow.AddDays(1), actor, scopes);

    /// <summary>A token that ended, further ago than any clock differs.</summary>
    public string Expired(Actor actor) => Until(DateTime.UtcNow.AddMinutes(-30), actor, []);

    /// <summary>A token that ends then, with every scope of its role.</summary>
    public string Until(DateTime end, Actor actor) => Until(end, actor, []);

    private string Until(DateTime end, Actor actor, IReadOnlyList<string> scopes) =>
        new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Tokens.DevelopmentIssuer,
                Audience = Tokens.DevelopmentIssuer,
                // For whoever's clock is behind.
                NotBefore = DateTime.UtcNow.AddHours(-1),
                Expires = end,
                Claims = new Dictionary<string, object?>
                {
                    ["tenant"] = actor.Tenant,
                    ["role"] = actor.Role,
                    ["person"] = actor.Person.ToString(),
                    ["establishment"] = actor.Establishment?.ToString(),
                    ["scope"] = string.Join(' ', scopes.Count > 0 ? scopes : Scopes.Of(actor.Role)),
                }
                    .Where(c => c.Value is not null)
                    .ToDictionary(c => c.Key, c => c.Value!),
                SigningCredentials = new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(key)), SecurityAlgorithms.HmacSha256),
            }
        );
}
