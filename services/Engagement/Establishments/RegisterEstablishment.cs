using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

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
    /// <summary>What it registers.</summary>
    internal EstablishmentDetails Details => new(NormalForm.Of(Name), Siret, Finess, Words.Of(Sector), Entity, Territory);

    /// <summary>Decides.</summary>
    public static Decision Decide(RegisterEstablishment command) =>
        (command.Details with { Name = command.Name }).Wrong() is { } wrong
            ? wrong
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
