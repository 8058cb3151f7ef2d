using System.Linq.Expressions;
using System.Security.Claims;
using Marten;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PracticeAnalysis.Contracts.Access.V1;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Access;

/// <summary>The practices that integrators build against, and begin anew when they like: one that all share, and one for each practice that asks.
/// Nothing of them is ever deleted: whoever's token names one acts in its current generation, which is a practice of its own, and nobody acts in one
/// that is past.</summary>
public sealed class SandboxTenant(IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>What tokens of the shared one name.</summary>
    public const string Name = "sandbox";

    /// <summary>Whose the generations are that nobody has yet: their loader's.</summary>
    public const string Spares = $"{Name}.spares";

    // No generation is called so, whatever a practice is called: they are numbers.
    private const string OfOne = $"{Name}.of.";
    private const int LongestName = 100;

    /// <summary>Whether there are any: <c>Sandbox:Enabled</c>, never in production.</summary>
    public bool IsOn { get; } = configuration.GetValue<bool>("Sandbox:Enabled") && !environment.IsProduction();

    /// <summary>The practice that a generation is.</summary>
    public static string Of(int generation) => $"{Name}.{generation}";

    /// <summary>What tokens of a practice's own sandbox name; null where there can be none: a sandbox has none, nor who has too long a name.</summary>
    public static string? OfPractice(string tenant) =>
        tenant.Length == 0 || OfOne.Length + tenant.Length > LongestName || Holds(tenant) ? null : OfOne + tenant;

    /// <summary>Whether tokens of a sandbox name it so, the shared one or a practice's own.</summary>
    public static bool IsNamed(string tenant) =>
        tenant == Name || (tenant.StartsWith(OfOne, StringComparison.Ordinal) && OfPractice(tenant[OfOne.Length..]) is not null);

    /// <summary>What tokens name for this practice where its name decides more than whose data it is: <c>sandbox</c> for every sandbox and each of its
    /// generations, and every other by its own name.</summary>
    public static string NameOf(string tenant) => Holds(tenant) ? Name : tenant;

    /// <summary>Whether a practice is a sandbox, or a generation: no real one is called so.</summary>
    public static bool Holds(string tenant) => tenant == Name || tenant.StartsWith($"{Name}.", StringComparison.Ordinal);
}

/// <summary>A generation, as each service knows it: no practice's document, since it says which practice it is, and whose.</summary>
/// <param name="Id">The practice that it is.</param>
/// <param name="Number">From 1; the highest of an owner's is the current one.</param>
/// <param name="Owner">What tokens that lead here name; <see cref="SandboxTenant.Spares" /> until somebody has it. Before there were several, all were the shared one's.</param>
/// <param name="Loading">Whether its seed is still to be told, or a service to learn whose it is; Engagement alone asks.</param>
public sealed record SandboxGeneration(string Id, int Number, string Owner = SandboxTenant.Name, bool Loading = false)
{
    /// <summary>Whose owner this is. What was stored before there were several names none.</summary>
    public static Expression<Func<SandboxGeneration, bool>> Of(string owner) =>
        owner == SandboxTenant.Name ? g => g.Owner == owner || g.Owner == null : g => g.Owner == owner;

    /// <summary>A generation that is its owner's from now on.</summary>
    public static SandboxGeneration Begun(int number, string owner) => new(SandboxTenant.Of(number), number, owner, Loading: true);

    /// <summary>Takes over whose a generation is, in whatever order it is told: who has one keeps it.</summary>
    public static async Task Learn(SandboxReset told, IDocumentSession session, CancellationToken cancel)
    {
        var latest = Begun(told.Generation, session.TenantId);
        switch (await session.LoadAsync<SandboxGeneration>(latest.Id, cancel))
        {
            case null:
                session.Insert(latest);
                break;
            case { Owner: SandboxTenant.Spares }:
                session.Store(latest);
                break;
        }
    }
}

/// <summary>Takes a token of a sandbox for one of its current generation, and one of a generation that is past for none. What is said of a
/// sandbox itself (<c>/v1/sandbox</c>) is said in no generation, and a practice says it of its own.</summary>
internal sealed class CurrentGeneration(SandboxTenant sandbox, IDocumentStore store, IHttpContextAccessor http) : IClaimsTransformation
{
    private const string Claim = "tenant";

    // What the shared one is before its first reset.
    private static readonly string Empty = SandboxTenant.Of(0);

    private static readonly Refusal Off = Refused("There is no sandbox here.", "Use a token of a practice.");

    private static readonly Refusal Past = Refused(
        "The sandbox's generation that this token or key is of is past.",
        "Use a token that names the sandbox, not a generation; issue a new key in it."
    );

    private static readonly Refusal Unasked = Refused(
        "The practice has not asked for a sandbox of its own yet.",
        "Send POST /v1/sandbox/reset with a token of the practice, then wait until GET /v1/sandbox says ready."
    );

    public async Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        if (Actor.From(principal)?.Tenant is not { } tenant || http.HttpContext is not { } context)
        {
            return principal;
        }

        if (sandbox.IsOn && context.Request.Path.StartsWithSegments("/v1/sandbox"))
        {
            return SandboxTenant.OfPractice(tenant) is { } own ? In(own, principal, tenant) : principal;
        }

        if (!SandboxTenant.Holds(tenant))
        {
            return principal;
        }

        if (!sandbox.IsOn)
        {
            return Nobody(context, Off);
        }

        var named = SandboxTenant.IsNamed(tenant);
        return await Current(tenant, named, context.RequestAborted) is not { } current ? Nobody(context, named ? Unasked : Past)
            : current == tenant ? principal
            : named ? In(current, principal, tenant)
            : Nobody(context, Past);
    }

    // The current generation of whoever is named, or whose generation is.
    private async Task<string?> Current(string tenant, bool named, CancellationToken cancel)
    {
        await using var session = await store.ForNobody(cancel);
        var owner =
            named ? tenant
            : tenant == Empty ? SandboxTenant.Name
            : (await session.LoadAsync<SandboxGeneration>(tenant, cancel))?.Owner;
        var newest = owner is null
            ? null
            : await session
                .Query<SandboxGeneration>()
                .Where(SandboxGeneration.Of(owner))
                .OrderByDescending(g => g.Number)
                .FirstOrDefaultAsync(cancel);
        return newest?.Id ?? (owner == SandboxTenant.Name ? Empty : null);
    }

    private static Refusal Refused(string detail, string fix) => new(403, "forbidden", detail, fix);

    private static ClaimsPrincipal Nobody(HttpContext context, Refusal why)
    {
        context.Features.Set(new RefusedToken(why));
        return new(new ClaimsIdentity());
    }

    private static ClaimsPrincipal In(string practice, ClaimsPrincipal principal, string named)
    {
        var identity = principal.Identities.Single(i => i.HasClaim(Claim, named)).Clone();
        identity.RemoveClaim(identity.FindFirst(Claim));
        identity.AddClaim(new(Claim, practice));
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
