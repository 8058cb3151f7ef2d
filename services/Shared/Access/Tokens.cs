using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Access;

/// <summary>Bearer tokens and API keys, and what each of them may do: by default nothing.</summary>
public static class Tokens
{
    /// <summary>Issuer and audience of development's tokens.</summary>
    public const string DevelopmentIssuer = "practice-analysis-development";

    private const string TokenOrKey = "TokenOrKey";

    /// <summary>Checks tokens and API keys; denies by default: a route without a policy needs a token with tenant, role and person.</summary>
    public static void AddTokens(this WebApplicationBuilder builder)
    {
        var authentication = builder
            .Services.AddAuthentication(TokenOrKey)
            .AddPolicyScheme(
                TokenOrKey,
                null,
                options =>
                    options.ForwardDefaultSelector = context =>
                        ApiKeys.SentWith(context.Request) is null ? JwtBearerDefaults.AuthenticationScheme : ApiKeys.Scheme
            );
        authentication.AddProviderTokens(builder.Configuration, builder.Environment);
        authentication.AddApiKeys();
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
