using Marten;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Reporting.Platforms;

/// <summary>A platform reads of an establishment what the establishment grants it, and only while it does.</summary>
public static class GrantedAlone
{
    /// <summary>To a platform without a live grant for this scope, what is at <c>/v1/establishments/{id}</c> is not there.</summary>
    public static RouteHandlerBuilder ToPlatformsByGrant(this RouteHandlerBuilder route, string scope) =>
        route.AddEndpointFilter(
            async (context, next) =>
            {
                var http = context.HttpContext;
                return
                    Actor.From(http.User) is { Role: not Roles.Platform }
                    || await IsGranted(
                        http.RequestServices.GetRequiredService<IDocumentStore>(),
                        Actor.From(http.User)!,
                        Guid.Parse((string)http.Request.RouteValues["id"]!),
                        scope,
                        http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
                        http.RequestAborted
                    )
                    ? await next(context)
                    : Refusal.NotFound.ToResult();
            }
        );

    private static async Task<bool> IsGranted(
        IDocumentStore store,
        Actor platform,
        Guid establishment,
        string scope,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        await using var session = await store.ForTenant(platform.Tenant, cancel);
        var grants = await session
            .Query<LearnedGrant>()
            .Where(g => !g.Revoked && g.Granted!.Establishment == establishment && g.Granted.Platform == platform.Person)
            .ToListAsync(cancel);
        return grants.Any(g => g.Allows(scope, now));
    }
}
