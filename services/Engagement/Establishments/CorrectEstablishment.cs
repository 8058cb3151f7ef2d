using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Establishments;

/// <summary>What an establishment need not have.</summary>
public enum Unregistered
{
    /// <summary>A FINESS number of its site.</summary>
    Finess,

    /// <summary>A legal entity with a number of its own.</summary>
    Entity,

    /// <summary>A department.</summary>
    Territory,

    /// <summary>A SIRET, where it has a FINESS number.</summary>
    Siret,
}

/// <summary>Puts right what is registered of an establishment: what was entered wrongly, or what is otherwise since. What is absent stays.</summary>
/// <param name="Reason">Why it is put right: <c>changed</c> where it was right before, and then with <c>since</c>; else never with it.</param>
/// <param name="Name">Public name, 1 to 200 characters.</param>
/// <param name="Siret">14 digits.</param>
/// <param name="Finess">Nine characters.</param>
/// <param name="Sector">The sector it works in.</param>
/// <param name="Entity">FINESS number of its legal entity (EJ).</param>
/// <param name="Territory">Code of its department, such as 38, 2A or 974.</param>
/// <param name="Without">What was registered and is not there.</param>
/// <param name="Since">From when on, where it was right before (<c>changed</c>), and then alone.</param>
public sealed record CorrectEstablishment(
    CorrectionReason Reason,
    string? Name = null,
    string? Siret = null,
    string? Finess = null,
    Sector? Sector = null,
    string? Entity = null,
    string? Territory = null,
    IReadOnlyList<Unregistered>? Without = null,
    DateOnly? Since = null
) : Command
{
    /// <summary>Decides, by the rules of the registration.</summary>
    /// <param name="another">Another establishment of the practice that has one of these numbers.</param>
    public static Decision Decide(CorrectEstablishment command, Establishment establishment, Guid? another, Act act)
    {
        var from = establishment.Details;
        var to = command.On(from);
        return Refusal.All(
                command.Contradicts()
                    ? Refusal.OfInput(
                        "A field is both given and listed in without, or without lists a field twice.",
                        "Give each field once."
                    )
                    : null,
                Input.CheckSince(command.Reason, command.Since, act),
                (to with { Name = command.Name ?? from.Name }).Wrong(from)
            )
                is { } wrong
                ? wrong
            : command.Asked() == 0 ? Refusal.OfOrder("No field is given.", "Give the fields to change.")
            : command.Asked() != from.DifferencesTo(to).Count()
                ? Refusal.OfOrder("A field that is given already has this value.", "Give only the fields to change.")
            : another is { } taken ? Numbers.Taken(taken)
            : Decision
                .Of(new EstablishmentCorrected(from, to, command.Reason, command.Since))
                .Telling(origin => new Contracts.Engagement.V1.EstablishmentCorrected(
                    establishment.Id,
                    to.Siret?[..9],
                    to.Entity,
                    to.Territory,
                    origin
                ));
    }

    /// <summary>Decides in the light of the practice's other establishments.</summary>
    /// <param name="clashes">The establishments of the practice that clash with one.</param>
    internal static async Task<Decision> Decide(
        CorrectEstablishment command,
        Func<EstablishmentDetails, Task<IReadOnlyList<Establishment>>> clashes,
        Establishment establishment,
        Act act
    )
    {
        // With whom it clashes already it may go on to.
        var (from, to) = (establishment.Details, command.On(establishment.Details));
        var clashing = (from.Siret, from.Finess) == (to.Siret, to.Finess) ? [] : await clashes(to);
        return Decide(command, establishment, clashing.FirstOrDefault(e => e.Id != establishment.Id && !e.Details.Clashes(from))?.Id, act);
    }

    private EstablishmentDetails On(EstablishmentDetails from) =>
        new(
            Name is { } name ? NormalForm.Of(name) : from.Name,
            Lacks(Unregistered.Siret) ? null : Identifiers.Normal(Siret) ?? from.Siret,
            Lacks(Unregistered.Finess) ? null : Identifiers.Normal(Finess) ?? from.Finess,
            Sector is { } sector ? Words.Of(sector) : from.Sector,
            Lacks(Unregistered.Entity) ? null : Identifiers.Normal(Entity) ?? from.Entity,
            Lacks(Unregistered.Territory) ? null : Departments.Normal(Territory) ?? from.Territory
        );

    private bool Lacks(Unregistered what) => Without?.Contains(what) is true;

    private bool Contradicts() =>
        (Without ?? []).Distinct().Count() != (Without ?? []).Count
        || (Siret is not null && Lacks(Unregistered.Siret))
        || (Finess is not null && Lacks(Unregistered.Finess))
        || (Entity is not null && Lacks(Unregistered.Entity))
        || (Territory is not null && Lacks(Unregistered.Territory));

    private int Asked() =>
        new object?[] { Name, Siret, Finess, Sector, Entity, Territory }.Count(field => field is not null) + (Without?.Count ?? 0);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/establishments/{id:guid}/corrections",
                (Guid id, CorrectEstablishment command, Streams streams) =>
                    streams.Change<Establishment>(
                        id,
                        command,
                        (session, establishment, act) => Decide(command, session.Clashing, establishment, act)
                    )
            )
            .WithSummary("Put right what is registered of an establishment")
            .Produces<EstablishmentView>()
            .For(Roles.Practice);
}
