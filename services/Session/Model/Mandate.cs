using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Model;

/// <summary>Whether an engagement is suspended, as of a version of it.</summary>
public sealed record Pause(bool Suspended, long Version);

/// <summary>Who facilitates, as of a version of the engagement; null: nobody, until a successor accepts the charter.</summary>
public sealed record Leadership(Guid? Facilitator, long Version);

/// <summary>When the term ends, as of a version of the engagement.</summary>
public sealed record Term(DateTimeOffset Until, long Version);

/// <summary>What this service knows of a group (its stream has the group's id): who is in it, and what its sessions run by.
/// Messages come in any order; each part is there once its own message came, and the later version of two holds.</summary>
public sealed record Mandate(GroupSealed? Group, EngagementActivated? Engagement, bool Concluded) : Aggregate, IFold<Mandate>
{
    /// <inheritdoc />
    public static Type Facts => typeof(MandateFact);

    /// <summary>Who joined after the group was sealed.</summary>
    public IReadOnlyList<Guid> Joined { get; init; } = [];

    /// <summary>Who left it, or revoked their volunteering.</summary>
    public IReadOnlyList<Guid> Left { get; init; } = [];

    /// <summary>Whether the engagement is suspended, where that was told.</summary>
    public Pause? Pause { get; init; }

    /// <summary>Who facilitates since another one was appointed, or nobody.</summary>
    public Leadership? Successor { get; init; }

    /// <summary>Whether the engagement ends before its term.</summary>
    public bool EndsEarly { get; init; }

    /// <summary>When the term ends, as it was renewed or amended.</summary>
    public Term? Term { get; init; }

    /// <summary>What the engagement runs by since its terms changed; <see cref="Engagement" /> says it too.</summary>
    public TermsChanged? Changed { get; init; }

    /// <summary>Whether sessions may be scheduled and held.</summary>
    public bool IsOpen => Group is not null && Engagement is not null && !Concluded && !EndsEarly && Pause is not { Suspended: true };

    /// <summary>Opaque ids of the members as the group stands.</summary>
    public IReadOnlyList<Guid> Persons => [.. (Group?.Members.Select(m => m.Person) ?? []).Union(Joined).Except(Left)];

    /// <summary>Who facilitates; null while nobody does.</summary>
    public Guid? Facilitator => Successor is { } turn ? turn.Facilitator : Engagement?.Facilitator;

    /// <inheritdoc />
    public static Mandate Fold(Mandate? state, Fact fact)
    {
        var known = state ?? new(null, null, false);
        return fact switch
        {
            GroupSealingLearned e => known with { Group = e.Message },
            ActivationLearned { Message: var m } => known.Ending(m.Until, m.Origin) with { Engagement = m.Under(known.Changed?.Terms) },
            TermsLearned { Message: var m } => known.Changed is { } later && later.Origin.Version > m.Origin.Version
                ? known
                : known.Ending(m.Terms.Until, m.Origin) with
                {
                    Changed = m,
                    Engagement = known.Engagement?.Under(m.Terms),
                },
            ConclusionLearned => known with { Concluded = true },
            EnrolmentLearned e => known with { Joined = [.. known.Joined.Union([e.Message.Member.Person])] },
            DepartureLearned e => known with { Left = [.. known.Left.Union([e.Message.Person])] },
            RevocationLearned e => known with { Left = [.. known.Left.Union([e.Message.Person])] },
            SuspensionLearned e => known.At(new Pause(true, e.Message.Origin.Version)),
            ResumptionLearned e => known.At(new Pause(false, e.Message.Origin.Version)),
            RenewalLearned { Message: var m } => known.Ending(m.Until, m.Origin),
            EarlyEndLearned => known with { EndsEarly = true },
            AssignmentLearned { Message: var m } => known.Led(new(m.Facilitator, m.Origin.Version)),
            ReliefLearned { Message.Origin.Version: var version } => known.Led(new(null, version)),
            _ => throw new UnknownFactException(fact),
        };
    }

    /// <summary>Who of the members has left between this mandate and a later one of the group; null where nobody has.</summary>
    public IReadOnlyList<Guid>? LeftSince(Mandate later) => Persons.Except(later.Persons).ToList() is { Count: > 0 } left ? left : null;

    /// <summary>Whether this person is a member of the group.</summary>
    public bool HasMember(Guid person) => Persons.Contains(person);

    /// <summary>Whether this person facilitates the group.</summary>
    public bool IsFacilitatedBy(Guid person) => Facilitator == person;

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) =>
        (actor.Is(Roles.Facilitator) && IsFacilitatedBy(actor.Person)) || (actor.Is(Roles.Member) && HasMember(actor.Person));

    private Mandate Led(Leadership turn) => Successor is { } later && later.Version > turn.Version ? this : this with { Successor = turn };

    private Mandate At(Pause pause) => Pause is { } later && later.Version > pause.Version ? this : this with { Pause = pause };

    private Mandate Ending(DateTimeOffset? until, Contracts.Origin origin) =>
        until is not { } end || (Term is { } later && later.Version > origin.Version)
            ? this
            : this with
            {
                Term = new(end, origin.Version),
            };
}
