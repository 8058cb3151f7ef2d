using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Model;

/// <summary>What this service knows of a group (its stream has the group's id): who is in it, and what its sessions run by.
/// Messages come in any order; each part is there once its own message came, and the later version of two holds.</summary>
public sealed record Mandate(SealingNoted? Group, ActivationNoted? Engagement, bool Concluded) : Aggregate, IFold<Mandate>
{
    /// <inheritdoc />
    public static Type Facts => typeof(MandateFact);

    /// <summary>Who joined after the group was sealed.</summary>
    public IReadOnlyList<Guid> Joined { get; init; } = [];

    /// <summary>Who left it, or revoked their volunteering.</summary>
    public IReadOnlyList<Guid> Left { get; init; } = [];

    /// <summary>Whether the engagement is suspended, where that was told.</summary>
    public Latest<bool>? Pause { get; init; }

    /// <summary>Who facilitates since another one was appointed, or nobody until a successor accepts the charter.</summary>
    public Latest<Guid?>? Successor { get; init; }

    /// <summary>Whether the engagement ends before its term.</summary>
    public bool EndsEarly { get; init; }

    /// <summary>When the term ends, as it was renewed or amended.</summary>
    public Latest<DateTimeOffset>? Term { get; init; }

    /// <summary>What the engagement runs by since its terms changed; <see cref="Engagement" /> says it too.</summary>
    public Latest<Terms>? Changed { get; init; }

    /// <summary>Whether sessions may be scheduled and held.</summary>
    public bool IsOpen => Group is not null && Engagement is not null && !Concluded && !EndsEarly && Pause is not { Value: true };

    /// <summary>Opaque ids of the members as the group stands.</summary>
    public IReadOnlyList<Guid> Persons => [.. (Group?.Members.Select(m => m.Person) ?? []).Union(Joined).Except(Left)];

    /// <summary>Who facilitates; null while nobody does.</summary>
    public Guid? Facilitator => Successor is { } turn ? turn.Value : Engagement?.Facilitator;

    /// <inheritdoc />
    public static Mandate Fold(Mandate? state, Fact fact)
    {
        var known = state ?? new(null, null, false);
        return fact switch
        {
            SealingNoted e => known with { Group = e.Said() },
            ActivationNoted e => known with { Engagement = e.Said().Under(known.Changed?.Value), Term = known.Ending(e.Until, e.Origin) },
            TermsNoted e when known.Changed.IsAfter(e.Origin.Version) => known,
            TermsNoted e => known with
            {
                Changed = new(e.Terms, e.Origin.Version),
                Engagement = known.Engagement?.Under(e.Terms),
                Term = known.Ending(e.Terms.Until, e.Origin),
            },
            ConclusionNoted => known with { Concluded = true },
            EnrolmentNoted e => known with { Joined = [.. known.Joined.Union([e.Member.Person])] },
            DepartureNoted e => known with { Left = [.. known.Left.Union([e.Person])] },
            RevocationNoted e => known with { Left = [.. known.Left.Union([e.Person])] },
            SuspensionNoted e => known with { Pause = known.Pause.With(true, e.Origin.Version) },
            ResumptionNoted e => known with { Pause = known.Pause.With(false, e.Origin.Version) },
            RenewalNoted e => known with { Term = known.Ending(e.Until, e.Origin) },
            EarlyEndNoted => known with { EndsEarly = true },
            AssignmentNoted e => known with { Successor = known.Successor.With(e.Facilitator, e.Origin.Version) },
            ReliefNoted e => known with { Successor = known.Successor.With(null, e.Origin.Version) },
            _ => throw new UnknownFactException(fact),
        };
    }

    /// <summary>Who of the members has left between this mandate and a later one of the group; null where nobody has.</summary>
    public IReadOnlyList<Guid>? LeftSince(Mandate later) => Persons.Except(later.Persons).ToList() is { Count: > 0 } left ? left : null;

    /// <summary>The same for a session that ran from another one on: who left meanwhile is in it still.</summary>
    /// <param name="opened">The mandate when the session was opened.</param>
    public Mandate Since(Mandate? opened) => opened is null ? this : this with { Left = opened.Left };

    /// <summary>Whether this person is a member of the group.</summary>
    public bool HasMember(Guid person) => Persons.Contains(person);

    /// <summary>Whether this person facilitates the group.</summary>
    public bool IsFacilitatedBy(Guid person) => Facilitator == person;

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) =>
        (actor.Is(Roles.Facilitator) && IsFacilitatedBy(actor.Person)) || (actor.Is(Roles.Member) && HasMember(actor.Person));

    private Latest<DateTimeOffset>? Ending(DateTimeOffset? until, Origin origin) =>
        until is { } end ? Term.With(end, origin.Version) : Term;
}
