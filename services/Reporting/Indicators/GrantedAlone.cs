using Marten;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>A platform reads of an establishment what the establishment grants it, and only while it does.</summary>
public static class GrantedAlone
{
    /// <summary>To a platform without a live grant for this scope, what is at <c>/v1/establishments/{id}</c> is not there.</summary>
    public static RouteHandlerBuilder ToPlatformsByGrant(this RouteHandlerBuilder route, string scope) =>
        route.AddEndpointFilter(
            async (context, next) =>
            {
                var http = context.HttpContext;
                if (Actor.From(http.User) is not { Role: Roles.Platform } platform)
                {
                    return await next(context);
                }

                var cancel = http.RequestAborted;
                await using var session = await http
                    .RequestServices.GetRequiredService<IDocumentStore>()
                    .ForTenant(platform.Tenant, cancel);
                var establishment = Guid.Parse((string)http.Request.RouteValues["id"]!);
                var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
                return await ByEach(session, platform, [establishment], scope, now, cancel)
                    ? await next(context)
                    : Refusal.NotFound.ToResult();
            }
        );

    /// <summary>Whether each of these establishments grants the platform this scope now.</summary>
    internal static async Task<bool> ByEach(
        IQuerySession session,
        Actor platform,
        IReadOnlyList<Guid> establishments,
        string scope,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var grants = await session
            .Query<LearnedGrant>()
            .Where(g => !g.Revoked && g.Granted!.Platform == platform.Person)
            .ToListAsync(cancel);
        var granting = grants.Where(g => g.Allows(scope, now)).Select(g => g.Granted!.Establishment).ToHashSet();
        return granting.IsSupersetOf(establishments);
    }
}
