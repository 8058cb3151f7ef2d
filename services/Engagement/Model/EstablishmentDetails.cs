using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

/// <summary>What is registered of an establishment, and may be corrected.</summary>
/// <param name="Name">Its public name.</param>
/// <param name="Siret">SIRET, 14 digits; null where the site has a FINESS number alone.</param>
/// <param name="Finess">FINESS number of the site (ET), in the sector.</param>
/// <param name="Sector">social, health, medico-social, or another word of the field.</param>
/// <param name="Entity">FINESS number of its legal entity (EJ); a site is not its entity.</param>
/// <param name="Territory">Code of its department.</param>
public sealed record EstablishmentDetails(string Name, string? Siret, string? Finess, string Sector, string? Entity, string? Territory)
{
    private static readonly Rule SiretRule = new("always", "siret", "design");
    private static readonly Rule FinessRule = new("always", "finess", "design");

    /// <summary>What is entered, as it is kept: names and numbers in their one form.</summary>
    public static EstablishmentDetails Of(string name, string? siret, string? finess, Sector sector, string? entity, string? territory) =>
        new(
            NormalForm.Of(name),
            Identifiers.Normal(siret),
            Identifiers.Normal(finess),
            Words.Of(sector),
            Identifiers.Normal(entity),
            Departments.Normal(territory)
        );

    /// <summary>Why it cannot be registered, or null.</summary>
    /// <param name="standing">What stands already, where it is corrected: that was judged by the rules of its day.</param>
    public Refusal? Wrong(EstablishmentDetails? standing = null) =>
        Refusal.All(
            Name != standing?.Name ? Input.CheckName(Name, "name") : null,
            (Siret, Finess) is (null, null) ? Refusal.OfInput("finess and siret are both missing.", "Give at least one of them.") : null,
            Siret is { } siret && siret != standing?.Siret ? CheckSiret(siret) : null,
            Finess is { } finess && finess != standing?.Finess ? CheckFiness(finess) : null,
            Entity is { } entity && (Entity, Finess) != (standing?.Entity, standing?.Finess)
                ? CheckEntity(entity) ?? (entity == Finess ? NoEntity : null)
                : null,
            Territory is { } territory && territory != standing?.Territory ? Departments.Check(territory) : null
        );

    /// <summary>Why this is no SIRET, or null.</summary>
    public static Refusal? CheckSiret(string siret) =>
        Identifiers.IsSiret(siret)
            ? null
            : Refusal.OfRule(
                SiretRule,
                "siret is not a SIRET.",
                "Give 14 digits; the first nine, and all 14, must pass the Luhn check (La Poste: digit sum a multiple of five)."
            );

    /// <summary>Why this is no FINESS number, or null.</summary>
    public static Refusal? CheckFiness(string finess) =>
        Identifiers.IsFiness(finess)
            ? null
            : Refusal.OfRule(
                FinessRule,
                "finess is not a FINESS number.",
                "Give nine characters that begin with a department and have a valid check digit (2A and 2B count as 21 and 22)."
            );

    /// <summary>Why this is no number of a legal entity, or null.</summary>
    public static Refusal? CheckEntity(string entity) => Identifiers.IsFiness(entity) ? null : NoEntity;

    private static Refusal NoEntity { get; } =
        Refusal.OfRule(
            FinessRule,
            "entity is not the FINESS number of a legal entity.",
            "Give the entity's own number (EJ), not the site's (ET)."
        );

    /// <summary>Whether both cannot be registered: they have one FINESS number, or one SIRET and no two FINESS numbers that tell its sites apart.</summary>
    public bool Clashes(EstablishmentDetails other) =>
        (Finess is not null && Finess == other.Finess)
        || (Siret is not null && Siret == other.Siret && (Finess is null || other.Finess is null));

    /// <summary>Whether both are one: they clash, and no number of the one is another of the other.</summary>
    public bool IsSame(EstablishmentDetails other) => Clashes(other) && (Siret is null || other.Siret is null || Siret == other.Siret);

    /// <summary>The fields in which another one differs, as the resource names them, with what stands in each.</summary>
    public IEnumerable<(string Field, string? From, string? To)> DifferencesTo(EstablishmentDetails other) =>
        new[]
        {
            ("name", Name, other.Name),
            ("siret", Siret, other.Siret),
            ("finess", Finess, other.Finess),
            ("sector", Sector, other.Sector),
            ("entity", Entity, other.Entity),
            ("territory", Territory, other.Territory),
        }.Where(field => field.Item2 != field.Item3);
}
