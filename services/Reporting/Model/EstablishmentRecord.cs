using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.Model;

/// <summary>The facts of an establishment's place.</summary>
public abstract record PlaceFact : Fact;

/// <summary>Engagement registered the establishment.</summary>
/// <param name="Association">SIREN of the association or firm that runs it; null where no SIRET of the establishment is known.</param>
/// <param name="Entity">FINESS number of its legal entity, in the sector.</param>
/// <param name="Territory">Code of its department.</param>
[Formerly("establishment_learned")]
public sealed record EstablishmentNoted(string? Association, string? Entity, string? Territory, Origin Origin) : PlaceFact;

/// <summary>Engagement corrected what is registered of it.</summary>
[Formerly("establishment_correction_learned")]
public sealed record EstablishmentCorrectionNoted(string? Association, string? Entity, string? Territory, Origin Origin) : PlaceFact;

/// <summary>What Reporting knows of an establishment: by what its figures are rolled up.</summary>
public sealed record EstablishmentRecord(string? Association, string? Entity, string? Territory) : Aggregate, IFold<EstablishmentRecord>
{
    /// <inheritdoc />
    public static Type Facts => typeof(PlaceFact);

    /// <summary>The version of the establishment that said so; messages come in any order.</summary>
    public long Told { get; init; }

    /// <inheritdoc />
    public static EstablishmentRecord Fold(EstablishmentRecord? state, Fact fact) =>
        fact switch
        {
            EstablishmentNoted e => state ?? new(e.Association, e.Entity, e.Territory) { Told = e.Origin.Version },
            EstablishmentCorrectionNoted e => state?.Told > e.Origin.Version
                ? state
                : new(e.Association, e.Entity, e.Territory) { Told = e.Origin.Version },
            _ => throw new UnknownFactException(fact),
        };

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) => actor.Is(Roles.Practice);
}
