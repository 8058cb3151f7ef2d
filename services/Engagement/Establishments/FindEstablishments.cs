using Marten;
using Microsoft.AspNetCore.Mvc;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Engagement.Establishments;

/// <summary>Which establishments are listed: those that each given parameter fits.</summary>
/// <param name="Finess">FINESS number of the site (ET), nine characters; blanks and lower case are no fault. A platform gives this or siret.</param>
/// <param name="Siret">SIRET, 14 digits; blanks are no fault.</param>
/// <param name="Entity">FINESS number of the legal entity (EJ); blanks and lower case are no fault.</param>
/// <param name="Sector">The sector they work in.</param>
/// <param name="Territory">Code of the department, such as 38, 2A or 974.</param>
/// <param name="Q">What words of the public name begin with, in any order; accents, capitals and articles do not count.</param>
/// <param name="Sort">Whether the oldest entered come first, as where it is not said, or the newest.</param>
public sealed record EstablishmentsAsked(
    [FromQuery(Name = "finess")] string? Finess,
    [FromQuery(Name = "siret")] string? Siret,
    [FromQuery(Name = "entity")] string? Entity,
    [FromQuery(Name = "sector")] Word<Sector>? Sector,
    [FromQuery(Name = "territory")] string? Territory,
    [FromQuery(Name = "q")] string? Q,
    [FromQuery(Name = "sort")] Word<ListOrder>? Sort
) : IAsked
{
    private readonly IReadOnlyList<string> _begun = Q is null ? [] : NameWords.OfName(Q);

    /// <summary>Why nothing can be found by it, or null.</summary>
    public Refusal? Wrong() =>
        Refusal.All(
            Asked(EstablishmentDetails.CheckSiret, Siret),
            Asked(EstablishmentDetails.CheckFiness, Finess),
            Asked(EstablishmentDetails.CheckEntity, Entity),
            Territory is null ? null : Departments.Check(Departments.Normal(Territory)),
            Q is null
                ? null
                : Input.CheckName(Q, "q")
                    ?? (
                        _begun.Count == 0
                            ? Refusal.OfInput(
                                "q does not contain a word to search for.",
                                "Give the beginning of a word of the name: at least two letters, not an article."
                            )
                            : null
                    )
        );

    // No rule of the field is broken by a question: it is none that could find anything.
    private static Refusal? Asked(Func<string, Refusal?> check, string? number) =>
        number is not null && check(Identifiers.Normal(number)) is { } wrong ? Refusal.OfInput(wrong.Detail, wrong.Satisfy) : null;

    /// <summary>What the store narrows.</summary>
    internal IQueryable<Establishment> Narrow(IQueryable<Establishment> establishments)
    {
        var (finess, siret, entity) = (Identifiers.Normal(Finess), Identifiers.Normal(Siret), Identifiers.Normal(Entity));
        if (finess is not null)
        {
            establishments = establishments.Where(e => e.Finess == finess);
        }

        if (siret is not null)
        {
            establishments = establishments.Where(e => e.Siret == siret);
        }

        if (entity is not null)
        {
            establishments = establishments.Where(e => e.Entity == entity);
        }

        if (Sector is { Value: var asked })
        {
            var sector = Words.Of(asked);
            establishments = establishments.Where(e => e.Sector == sector);
        }

        var territory = Departments.Normal(Territory);
        return territory is null ? establishments : establishments.Where(e => e.Territory == territory);
    }

    /// <summary>Whether the name is asked for: the store folds no accents.</summary>
    internal bool Fits(Establishment establishment) =>
        _begun.Count == 0
        || NameWords.OfName(establishment.Name) is var words
            && _begun.All(begun => words.Any(word => word.StartsWith(begun, StringComparison.Ordinal)));
}

/// <summary>Lists the establishments that one may see, or finds one by a public number. A platform, which is none of the practice's
/// house, finds those alone that grant it something: the number of another tells it nothing, not even whose client that is.</summary>
public sealed class FindEstablishments(IDocumentStore store, Streams streams, TimeProvider time)
{
    /// <summary>Those that match. A platform that names none by its number is told to.</summary>
    public async Task<IResult> Find(Actor actor, EstablishmentsAsked asked, Portion portion, CancellationToken cancel)
    {
        if (actor.Is(Roles.Platform) && (asked.Finess, asked.Siret) is (null, null))
        {
            return Refusal.OfInput("finess and siret are both missing.", "Name the establishment by one of them.").ToResult();
        }

        var granting = actor.Is(Roles.Platform) ? await Granting(actor, cancel) : null;
        return await streams.List<Establishment>(
            all => granting is null ? asked.Narrow(all) : asked.Narrow(all).Where(e => e.Id.IsOneOf(granting)),
            portion,
            asked.Sort?.Value ?? default,
            asked.Fits
        );
    }

    private async Task<Guid[]> Granting(Actor platform, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var session = await store.ForTenant(platform.Tenant, cancel);
        var grants = await session.Query<PlatformGrant>().Where(g => g.Platform == platform.Person).ToListAsync(cancel);
        return [.. grants.Where(g => g.IsLive(now)).Select(g => g.Establishment).Distinct()];
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/establishments",
                (
                    [AsParameters] EstablishmentsAsked asked,
                    [AsParameters] Portion portion,
                    HttpContext http,
                    FindEstablishments establishments,
                    CancellationToken cancel
                ) => establishments.Find(Actor.From(http.User)!, asked, portion, cancel)
            )
            .WithSummary("List establishments, or find one by its FINESS or SIRET number")
            .Produces<EstablishmentsView>()
            .For(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Platform);
}
