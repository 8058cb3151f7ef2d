using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PracticeAnalysis.Contracts.Access.V1;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Access;

/// <summary>An auditor's grant as a service knows it that Reporting told of it.</summary>
/// <param name="Id">The grant's id.</param>
/// <param name="Version">Of the grant's stream in Reporting: what was told late changes nothing.</param>
/// <param name="Auditor">Opaque id of the person, the one in the token.</param>
/// <param name="Engagements">Whose histories; null for those of the whole practice.</param>
/// <param name="Until">When it ends.</param>
/// <param name="Revoked">Whether it was taken back.</param>
/// <param name="Since">When it was granted; null where that was told before it was kept.</param>
public sealed record KnownAuditGrant(
    Guid Id,
    long Version,
    Guid Auditor,
    IReadOnlyList<Guid>? Engagements,
    DateTimeOffset Until,
    bool Revoked,
    DateTimeOffset? Since = null
)
{
    /// <summary>Whether it may be used at this moment.</summary>
    public bool IsLive(DateTimeOffset now) => !Revoked && now < Until;

    /// <summary>Whether an engagement is in its scope.</summary>
    public bool Covers(Guid engagement) => Engagements?.Contains(engagement) ?? true;

    /// <summary>Takes over what Reporting tells of a grant, in whatever order it is told: the later version stands. Two at once: the store lets
    /// one through, and the other is handled again.</summary>
    public static async Task Learn(AuditGrantChanged told, IDocumentSession session, CancellationToken cancel)
    {
        var known = await session.LoadAsync<KnownAuditGrant>(told.Grant, cancel);
        var latest = Of(told);
        if (known is null)
        {
            session.Insert(latest);
        }
        else if (known.Version < latest.Version)
        {
            session.Store(latest);
        }
    }

    /// <summary>A grant as it was told.</summary>
    public static KnownAuditGrant Of(AuditGrantChanged told) =>
        new(
            told.Grant,
            told.Origin.Version,
            told.Auditor,
            told.Engagements,
            told.Until,
            told.Revoked,
            told.Revoked ? null : told.Origin.OccurredAt
        );
}

/// <summary>Which auditors may look, as this service knows.</summary>
public interface IAuditGrants
{
    /// <summary>Whether the auditor has a live grant over all that the practice does.</summary>
    Task<bool> OverAll(Actor auditor, CancellationToken cancel);
}

/// <summary>The grants that Reporting told of.</summary>
public sealed class ToldAuditGrants(IDocumentStore store, TimeProvider time) : IAuditGrants
{
    /// <inheritdoc />
    public async Task<bool> OverAll(Actor auditor, CancellationToken cancel)
    {
        var person = auditor.Person;
        await using var session = await store.ForTenant(auditor.Tenant, cancel);
        var grants = await session.Query<KnownAuditGrant>().Where(g => g.Auditor == person && !g.Revoked).ToListAsync(cancel);
        return grants.Any(g => g.IsLive(time.GetUtcNow()) && g.Engagements is null);
    }
}

/// <summary>What is shown to auditors whom the practice granted all of its engagements, and to no other.</summary>
public static class GrantedOverAll
{
    /// <summary>Why an auditor is shown nothing of what binds the whole practice.</summary>
    public static Refusal Missing { get; } =
        new(
            403,
            "forbidden",
            "This auditor has no grant over the whole practice, and cannot take its ledger.",
            "Have the practice grant its auditor all of its engagements with POST /v1/audit-grants."
        );

    /// <summary>To an auditor without a live grant over the whole practice, the route answers 403 and lists nothing.</summary>
    public static RouteHandlerBuilder UnderGrantOverAll(this RouteHandlerBuilder route) =>
        route.AddEndpointFilter(
            async (context, next) =>
            {
                var http = context.HttpContext;
                return await http.RequestServices.GetRequiredService<IAuditGrants>().OverAll(Actor.From(http.User)!, http.RequestAborted)
                    ? await next(context)
                    : Missing.ToResult();
            }
        );
}
