using Marten;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Privacy;

/// <summary>The facts of what became of a person's data in a service.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Establishment, Roles.Platform, Roles.Auditor, Roles.Operator)]
public abstract record ErasedPersonFact : Fact;

/// <summary>A person's keys in this service are destroyed, and with them every text sealed under them; what it kept of them beside is gone.
/// More than once only where something had come back, as with a restored backup.</summary>
/// <param name="Person">Opaque id.</param>
/// <param name="Keys">How many keys were destroyed.</param>
/// <param name="Records">How many records beside events were removed: the name, letters.</param>
public sealed record PersonErased(Guid Person, int Keys, int Records) : ErasedPersonFact, IBelongsToEngagement
{
    // The ledger shows it with what was asked about the person: of one subject in all services.
    Guid IBelongsToEngagement.Engagement => PersonStreams.AskedLedger(Person);
}

/// <summary>A person who was erased in this service.</summary>
public sealed record ErasedPerson(Guid Person, int Keys, int Records) : Aggregate, IFold<ErasedPerson>
{
    /// <inheritdoc />
    public static Type Facts => typeof(ErasedPersonFact);

    /// <inheritdoc />
    public static ErasedPerson Fold(ErasedPerson? state, Fact fact) =>
        fact is PersonErased e
            ? new(e.Person, (state?.Keys ?? 0) + e.Keys, (state?.Records ?? 0) + e.Records)
            : throw new UnknownFactException(fact);

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) => actor.Is(Roles.Practice) || actor.Person == Person;
}

/// <summary>Looks up who was erased.</summary>
public static class ErasedPersons
{
    /// <summary>Who of these was erased in this service.</summary>
    public static async Task<IReadOnlyList<Guid>> Erased(
        this IQuerySession session,
        IEnumerable<Guid> persons,
        CancellationToken cancel = default
    ) =>
        [
            .. (await session.LoadManyAsync<ErasedPerson>(cancel, [.. persons.Distinct().Select(PersonStreams.Erased)])).Select(e =>
                e.Person
            ),
        ];
}
