using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.Testing;

/// <summary>Good tokens that say of themselves all that one might wish to be believed.</summary>
public static class Boasting
{
    /// <summary>A token for this actor which says that they belong to this group and engagement, under every name that may come to mind.</summary>
    public static string Claiming(this TokenMint mint, Actor actor, Guid group, Guid engagement) =>
        new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Tokens.DevelopmentIssuer,
                Audience = Tokens.DevelopmentIssuer,
                Expires = DateTime.UtcNow.AddHours(1),
                Claims = new Dictionary<string, object>
                {
                    ["tenant"] = actor.Tenant,
                    ["role"] = actor.Role,
                    ["person"] = $"{actor.Person}",
                    ["group"] = $"{group}",
                    ["groups"] = new[] { $"{group}" },
                    ["engagement"] = $"{engagement}",
                    ["engagements"] = new[] { $"{engagement}" },
                    ["member_of"] = new[] { $"{group}", $"{engagement}" },
                    ["facilitator"] = $"{actor.Person}",
                },
                SigningCredentials = new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(mint.Key)), SecurityAlgorithms.HmacSha256),
            }
        );
}
