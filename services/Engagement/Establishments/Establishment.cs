using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Engagement.Establishments;

/// <summary>The facts of an establishment.</summary>
public abstract record EstablishmentFact : Fact;

/// <summary>An establishment (ESMS, association, school, firm) was registered.</summary>
/// <param name="Name">Its public name.</param>
/// <param name="Siret">SIRET, 14 digits.</param>
/// <param name="Finess">FINESS number of the site (ET), in the sector.</param>
/// <param name="Sector">social, health, medico-social, or another word of the field.</param>
public sealed record EstablishmentRegistered(string Name, string Siret, string? Finess, string Sector) : EstablishmentFact;

/// <summary>An establishment (établissement): who asks and pays.</summary>
public sealed record Establishment(string Name, string Siret, string? Finess, string Sector) : Aggregate, IFold<Establishment>
{
    /// <inheritdoc />
    public static Type Facts => typeof(EstablishmentFact);

    /// <inheritdoc />
    public static Establishment Fold(Establishment? state, Fact fact) =>
        fact switch
        {
            EstablishmentRegistered e => new(e.Name, e.Siret, e.Finess, e.Sector),
            _ => throw new UnknownFactException(fact),
        };

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) => actor.Is(Roles.Practice) || actor.Is(Roles.Facilitator) || actor.Establishment == Id;
}

/// <summary>An establishment as the API shows it.</summary>
public sealed record EstablishmentView(Guid Id, long Version, string Name, string Siret, string? Finess, string Sector)
{
    /// <summary>The view of an establishment.</summary>
    public static EstablishmentView Of(Establishment e) => new(e.Id, e.Version, e.Name, e.Siret, e.Finess, e.Sector);
}
