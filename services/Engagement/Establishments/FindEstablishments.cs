using System.Linq.Expressions;
using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Establishments;

/// <summary>Lists the establishments that one may see, or finds one by a public number. A platform, which is none of the practice's
/// house, finds those alone that grant it something: the number of another tells it nothing, not even whose client that is.</summary>
public sealed class FindEstablishments(IDocumentStore store, Streams streams, TimeProvider time)
{
    /// <summary>Those that match. A platform that names none by its number is told to.</summary>
    public async Task<IResult> Find(Actor actor, string? finess, string? siret, Portion portion, CancellationToken cancel)
    {
        (finess, siret) = (Identifiers.Normal(finess), Identifiers.Normal(siret));
        if (!actor.Is(Roles.Platform))
        {
            return await streams.List(Matching(finess, siret), portion);
        }

        if ((finess, siret) is (null, null))
        {
            return Refusal.OfInput("Neither finess nor siret is given.", "Name the establishment by one of them.").ToResult();
        }

        var granting = await Granting(actor, Matching(finess, siret).Compile(), cancel);
        return await streams.List<Establishment>(e => e.Id.IsOneOf(granting), portion);
    }

    private static Expression<Func<Establishment, bool>> Matching(string? finess, string? siret) =>
        (finess, siret) switch
        {
            ({ } f, { } s) => e => e.Finess == f && e.Siret == s,
            ({ } f, null) => e => e.Finess == f,
            (null, { } s) => e => e.Siret == s,
            _ => e => true,
        };

    private async Task<Guid[]> Granting(Actor platform, Func<Establishment, bool> which, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var session = await store.ForTenant(platform.Tenant, cancel);
        var grants = await session.Query<PlatformGrant>().Where(g => g.Platform == platform.Person).ToListAsync(cancel);
        var ids = grants.Where(g => g.IsLive(now)).Select(g => g.Establishment).Distinct();
        return [.. (await session.LoadManyAsync<Establishment>(cancel, ids)).Where(which).Select(e => e.Id)];
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/establishments",
                (
                    string? finess,
                    string? siret,
                    [AsParameters] Portion portion,
                    HttpContext http,
                    FindEstablishments establishments,
                    CancellationToken cancel
                ) => establishments.Find(Actor.From(http.User)!, finess, siret, portion, cancel)
            )
            .WithSummary("List establishments, or find one by its FINESS or SIRET number")
            .Produces<EstablishmentsView>()
            .For(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Platform);
}
