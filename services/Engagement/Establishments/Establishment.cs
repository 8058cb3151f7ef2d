using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Engagement.Establishments;

/// <summary>The facts of an establishment.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Platform)]
public abstract record EstablishmentFact : Fact;

/// <summary>An establishment (ESMS, association, school, firm) was registered.</summary>
/// <param name="Name">Its public name.</param>
/// <param name="Siret">SIRET, 14 digits.</param>
/// <param name="Finess">FINESS number of the site (ET), in the sector.</param>
/// <param name="Sector">social, health, medico-social, or another word of the field.</param>
/// <param name="Entity">FINESS number of its legal entity (EJ); a site is not its entity.</param>
/// <param name="Territory">Code of its department.</param>
public sealed record EstablishmentRegistered(
    string Name,
    string Siret,
    string? Finess,
    string Sector,
    string? Entity = null,
    string? Territory = null
) : EstablishmentFact;

/// <summary>An establishment (établissement): who asks and pays.</summary>
public sealed record Establishment(string Name, string Siret, string? Finess, string Sector) : Aggregate, IFold<Establishment>
{
    /// <inheritdoc />
    public static Type Facts => typeof(EstablishmentFact);

    /// <summary>FINESS number of its legal entity (EJ).</summary>
    public string? Entity { get; init; }

    /// <summary>Code of its department.</summary>
    public string? Territory { get; init; }

    /// <inheritdoc />
    public static Establishment Fold(Establishment? state, Fact fact) =>
        fact switch
        {
            EstablishmentRegistered e => new(e.Name, e.Siret, e.Finess, e.Sector) { Entity = e.Entity, Territory = e.Territory },
            _ => throw new UnknownFactException(fact),
        };

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) =>
        actor.Is(Roles.Practice) || actor.Is(Roles.Facilitator) || actor.Is(Roles.Platform) || actor.Establishment == Id;
}

/// <summary>An establishment as the API shows it.</summary>
public sealed record EstablishmentView(
    Guid Id,
    long Version,
    string Name,
    string Siret,
    string? Finess,
    string Sector,
    string? Entity,
    string? Territory
)
{
    /// <summary>The view of an establishment.</summary>
    public static EstablishmentView Of(Establishment e) => new(e.Id, e.Version, e.Name, e.Siret, e.Finess, e.Sector, e.Entity, e.Territory);
}

/// <summary>The establishments that a reader sees.</summary>
public sealed record EstablishmentsView(IReadOnlyList<EstablishmentView> Items);
