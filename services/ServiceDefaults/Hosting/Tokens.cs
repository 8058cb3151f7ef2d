using System.Text;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;
using PracticeAnalysis.ServiceDefaults.Access;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.ServiceDefaults.Hosting;

/// <summary>Bearer tokens: from any OIDC provider (<c>Auth:Authority</c>), or, in development, signed with a generated key.</summary>
public static class Tokens
{
    /// <summary>Issuer and audience of development's tokens.</summary>
    public const string DevelopmentIssuer = "practice-analysis-development";

    // A provider's public key checks these; none of them can be made with it.
    private static readonly string[] Signatures =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.EcdsaSha256,
    ];

    /// <summary>Checks tokens; denies by default: a route without a policy needs a token with tenant, role and person.</summary>
    public static void AddTokens(this WebApplicationBuilder builder)
    {
        var auth = builder.Configuration.GetSection("Auth");
        builder
            .Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme)
            .AddJwtBearer(options =>
            {
                options.MapInboundClaims = false;
                options.Authority = auth["Authority"];
                options.Audience = auth["Audience"] ?? DevelopmentIssuer;
                options.TokenValidationParameters.ValidIssuer = auth["Issuer"] ?? auth["Authority"] ?? DevelopmentIssuer;
                options.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(30);
                options.TokenValidationParameters.ValidAlgorithms = Signatures;
                if (auth["DevelopmentKey"] is { } key && !builder.Environment.IsProduction())
                {
                    options.TokenValidationParameters.IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(key));
                    options.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.HmacSha256];
                }
            });
        var authorization = builder.Services.AddAuthorizationBuilder();
        var identified = new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .RequireAssertion(c => Actor.From(c.User) is not null)
            .Build();
        authorization.SetDefaultPolicy(identified).SetFallbackPolicy(identified);
    }

    /// <summary>Only these roles may use the route, with a token whose scopes hold the route's own.</summary>
    public static TBuilder For<TBuilder>(this TBuilder route, params string[] roles)
        where TBuilder : IEndpointConventionBuilder
    {
        route.Add(endpoint => endpoint.Metadata.Add(ScopeOf(endpoint, roles)));
        return route
            .RequireAuthorization(policy =>
                policy.RequireAssertion(c =>
                    Actor.From(c.User) is { } actor
                    && roles.Contains(actor.Role)
                    && (c.Resource as HttpContext)?.GetEndpoint()?.Metadata.GetMetadata<ForScope>() is { } needed
                    && Scopes.Allow(c.User, actor.Role, needed.Scope)
                )
            )
            .WithMetadata(new ForRoles(roles));
    }

    private static ForScope ScopeOf(EndpointBuilder endpoint, string[] roles)
    {
        var path = ((RouteEndpointBuilder)endpoint).RoutePattern.RawText!;
        var scope = Scopes.OfOperation(endpoint.Metadata.OfType<HttpMethodMetadata>().Single().HttpMethods.Single(), path);
        return roles.FirstOrDefault(r => !Scopes.Of(r).Contains(scope)) is { } without
            ? throw new InvalidOperationException($"{path} is for {without}, a role without the scope {scope}: see Scopes.")
            : new(scope);
    }
}

/// <summary>The roles that a route is for, as the reference shows them.</summary>
public sealed record ForRoles(IReadOnlyList<string> Roles);

/// <summary>The scope that a route asks for, as the reference shows it.</summary>
public sealed record ForScope(string Scope);
