using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

/// <summary>What is registered of an establishment, and may be corrected.</summary>
/// <param name="Name">Its public name.</param>
/// <param name="Siret">SIRET, 14 digits.</param>
/// <param name="Finess">FINESS number of the site (ET), in the sector.</param>
/// <param name="Sector">social, health, medico-social, or another word of the field.</param>
/// <param name="Entity">FINESS number of its legal entity (EJ); a site is not its entity.</param>
/// <param name="Territory">Code of its department.</param>
public sealed record EstablishmentDetails(string Name, string Siret, string? Finess, string Sector, string? Entity, string? Territory)
{
    private static readonly Rule SiretRule = new("always", "siret", "design");
    private static readonly Rule FinessRule = new("always", "finess", "design");

    /// <summary>Why it cannot be registered, or null.</summary>
    public Refusal? Wrong() =>
        Input.CheckName(Name, "name") is { } noName ? noName
        : !Identifiers.IsSiret(Siret)
            ? Refusal.OfRule(
                SiretRule,
                "siret is not a SIRET.",
                "Give 14 digits whose check holds (Luhn; La Poste: digit sum a multiple of five)."
            )
        : Finess is { } finess && !Identifiers.IsFiness(finess)
            ? Refusal.OfRule(
                FinessRule,
                "finess is not a FINESS number.",
                "Give nine characters whose check holds (2A and 2B count as 21 and 22)."
            )
        : Entity is { } entity && (!Identifiers.IsFiness(entity) || entity == Finess)
            ? Refusal.OfRule(
                FinessRule,
                "entity is not the FINESS number of a legal entity.",
                "Give the entity's own number (EJ), not the site's (ET)."
            )
        : Territory is { } territory ? Departments.Check(territory)
        : null;

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
