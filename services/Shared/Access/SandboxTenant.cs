using System.Security.Claims;
using Marten;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PracticeAnalysis.Contracts.Access.V1;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Access;

/// <summary>The practice that integrators build against, and begin anew when they like. Nothing of it is ever deleted: whoever's token names
/// it acts in its current generation, which is a practice of its own, and nobody acts in one that is past.</summary>
public sealed class SandboxTenant(IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>What tokens name.</summary>
    public const string Name = "sandbox";

    /// <summary>Whether there is one: <c>Sandbox:Enabled</c>, never in production.</summary>
    public bool IsOn { get; } = configuration.GetValue<bool>("Sandbox:Enabled") && !environment.IsProduction();

    /// <summary>The practice that a generation is.</summary>
    public static string Of(int generation) => $"{Name}.{generation}";

    /// <summary>What tokens name for this practice: the sandbox for each of its generations, and every other by its own name.</summary>
    public static string NameOf(string tenant) => Holds(tenant) ? Name : tenant;

    /// <summary>Whether a practice is the sandbox, or one of its generations.</summary>
    public static bool Holds(string tenant) => tenant == Name || tenant.StartsWith($"{Name}.", StringComparison.Ordinal);
}

/// <summary>A generation of the sandbox, as each service knows it: no practice's document, since it says which practice it is.</summary>
/// <param name="Id">The practice that it is.</param>
/// <param name="Number">From 1; the highest is the current one.</param>
public sealed record SandboxGeneration(string Id, int Number)
{
    /// <summary>A generation as it was told; told twice, it is the same.</summary>
    public static SandboxGeneration Of(SandboxReset told) => new(SandboxTenant.Of(told.Generation), told.Generation);
}

/// <summary>Takes a token of the sandbox for one of its current generation, and one of a generation that is past for none. What is said of the
/// sandbox itself (<c>/v1/sandbox</c>) is said in no generation.</summary>
internal sealed class CurrentGeneration(SandboxTenant sandbox, IDocumentStore store, IHttpContextAccessor http) : IClaimsTransformation
{
    private const string Claim = "tenant";

    public async Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        if (
            !sandbox.IsOn
            || Actor.From(principal) is not { } actor
            || !SandboxTenant.Holds(actor.Tenant)
            || http.HttpContext is not { } context
            || context.Request.Path.StartsWithSegments("/v1/sandbox")
        )
        {
            return principal;
        }

        await using var session = await store.ForNobody(context.RequestAborted);
        var newest = await session.Query<SandboxGeneration>().OrderByDescending(g => g.Number).FirstOrDefaultAsync(context.RequestAborted);
        var current = SandboxTenant.Of(newest?.Number ?? 0);
        if (actor.Tenant == current)
        {
            return principal;
        }

        if (actor.Tenant != SandboxTenant.Name)
        {
            return new ClaimsPrincipal(new ClaimsIdentity());
        }

        var identity = principal.Identities.Single(i => i.HasClaim(Claim, actor.Tenant)).Clone();
        identity.RemoveClaim(identity.FindFirst(Claim));
        identity.AddClaim(new(Claim, current));
        return new ClaimsPrincipal(identity);
    }
}

/// <summary>Adds the sandbox.</summary>
public static class SandboxParts
{
    /// <summary>Adds it, and what leads its tokens to its newest generation.</summary>
    public static void AddSandbox(this IServiceCollection services)
    {
        services.AddSingleton<SandboxTenant>();
        services.AddTransient<IClaimsTransformation, CurrentGeneration>();
    }
}
