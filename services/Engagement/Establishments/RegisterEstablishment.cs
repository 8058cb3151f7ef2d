using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Establishments;

/// <summary>Registers an establishment: its name, SIRET and, in the sector, its FINESS number. Blanks, lower case and what is pasted along are no fault.</summary>
/// <param name="Name">Public name, 1 to 200 characters.</param>
/// <param name="Sector">The sector it works in.</param>
/// <param name="Siret">14 digits; absent where it has a FINESS number alone.</param>
/// <param name="Finess">Nine characters; absent outside the sector.</param>
/// <param name="Entity">FINESS number of its legal entity (EJ), where it has one.</param>
/// <param name="Territory">Code of its department, such as 38, 2A or 974.</param>
public sealed record RegisterEstablishment(
    string Name,
    Sector Sector,
    string? Siret = null,
    string? Finess = null,
    string? Entity = null,
    string? Territory = null
) : Command
{
    /// <summary>What it registers.</summary>
    internal EstablishmentDetails Details => EstablishmentDetails.Of(Name, Siret, Finess, Sector, Entity, Territory);

    /// <summary>Decides.</summary>
    /// <param name="there">The establishment of the practice that has one of its numbers.</param>
    public static Decision Decide(RegisterEstablishment command, Guid? there = null)
    {
        var (name, siret, finess, sector, entity, territory) = command.Details;
        return (command.Details with { Name = command.Name }).Wrong() is { } wrong ? wrong
            : there is { } taken ? Numbers.Taken(taken)
            : Decision
                .Of(new EstablishmentRegistered(name, siret, finess, sector, entity, territory))
                .Telling(origin => new Contracts.Engagement.V1.EstablishmentRegistered(
                    origin.Stream,
                    siret?[..9],
                    entity,
                    territory,
                    origin
                ));
    }

    /// <summary>Decides in the light of the practice's other establishments.</summary>
    internal static async Task<Decision> Decide(RegisterEstablishment command, IQuerySession session) =>
        Decide(command, await session.Clashing(command.Details) is [var there, ..] ? there.Id : null);

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/establishments",
                (RegisterEstablishment command, Streams streams) =>
                    streams.Start<Establishment>(command, (session, _) => Decide(command, session))
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
