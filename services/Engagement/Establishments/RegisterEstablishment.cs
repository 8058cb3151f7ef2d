using PracticeAnalysis.Engagement.Requests;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Engagement.Establishments;

/// <summary>Registers an establishment: its name, SIRET and, in the sector, its FINESS number.</summary>
/// <param name="Name">Public name, 1 to 200 characters.</param>
/// <param name="Siret">14 digits.</param>
/// <param name="Finess">Nine characters; absent outside the sector.</param>
/// <param name="Sector">The sector it works in.</param>
/// <param name="Entity">FINESS number of its legal entity (EJ), where it has one.</param>
/// <param name="Territory">Code of its department, such as 38, 2A or 974.</param>
public sealed record RegisterEstablishment(
    string Name,
    string Siret,
    Sector Sector,
    string? Finess = null,
    string? Entity = null,
    string? Territory = null
) : Command
{
    private static readonly Rule SiretRule = new("always", "siret", "design");
    private static readonly Rule FinessRule = new("always", "finess", "design");

    /// <summary>Decides.</summary>
    public static Decision Decide(RegisterEstablishment command) =>
        Input.CheckName(command.Name, "name") is { } noName ? noName
        : !Identifiers.IsSiret(command.Siret)
            ? Refusal.OfRule(
                SiretRule,
                "siret is not a SIRET.",
                "Give 14 digits whose check holds (Luhn; La Poste: digit sum a multiple of five)."
            )
        : command.Finess is { } finess && !Identifiers.IsFiness(finess)
            ? Refusal.OfRule(
                FinessRule,
                "finess is not a FINESS number.",
                "Give nine characters whose check holds (2A and 2B count as 21 and 22)."
            )
        : command.Entity is { } entity && (!Identifiers.IsFiness(entity) || entity == command.Finess)
            ? Refusal.OfRule(
                FinessRule,
                "entity is not the FINESS number of a legal entity.",
                "Give the entity's own number (EJ), not the site's (ET)."
            )
        : command.Territory is { } territory && Departments.Check(territory) is { } nowhere ? nowhere
        : Decision
            .Of(
                new EstablishmentRegistered(
                    NormalForm.Of(command.Name),
                    command.Siret,
                    command.Finess,
                    Words.Of(command.Sector),
                    command.Entity,
                    command.Territory
                )
            )
            .Telling(origin => new Contracts.Engagement.V1.EstablishmentRegistered(
                origin.Stream,
                command.Siret[..9],
                command.Entity,
                command.Territory,
                origin
            ));

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/establishments",
                (RegisterEstablishment command, Streams streams) => streams.Start<Establishment>(command, _ => Decide(command))
            )
            .WithSummary("Register an establishment")
            .Produces<EstablishmentView>(201)
            .For(Roles.Practice);
        routes
            .MapGet(
                "/v1/establishments/{id:guid}",
                (Guid id, [AsParameters] AsOf asOf, Streams streams) => streams.Show<Establishment>(id, asOf)
            )
            .WithSummary("Read an establishment")
            .Produces<EstablishmentView>()
            .For(Roles.Practice, Roles.Facilitator, Roles.Establishment);
    }
}
