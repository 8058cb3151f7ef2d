using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

/// <summary>A member of a group.</summary>
/// <param name="Institution">Opaque id of the institution that they belong to, in this group.</param>
/// <param name="Volunteers">Whether the member is said to volunteer.</param>
/// <param name="Confirmed">Whether the member said so, in person.</param>
public sealed record Member(Guid Person, Guid Institution, bool Volunteers, bool Confirmed = false);

/// <summary>Somebody who came when the group was there: what was said before is not theirs to read, but what still asks for their answer.</summary>
/// <param name="Before">The exceptions and departures that there were.</param>
/// <param name="IsBound">Whether they accepted the charter; before, they read no reason at all.</param>
public sealed record Newcomer(Guid Person, IReadOnlyList<Guid> Before, bool IsBound);

/// <summary>A group: stable membership for the term.</summary>
/// <param name="Label">Its label, where it was constituted when labels stood in clear.</param>
public sealed record Group(
    Guid Engagement,
    Guid Facilitator,
    [property: InClearBefore] string? Label,
    IReadOnlyList<Member> Members,
    bool IsSealed
) : Aggregate, IFold<Group>
{
    /// <summary>Its label.</summary>
    public Sealed? Name { get; init; }

    /// <summary>The exceptions to its stability.</summary>
    public IReadOnlyList<StabilityException> Exceptions { get; init; } = [];

    /// <summary>The departures of its members.</summary>
    public IReadOnlyList<Departure> Departures { get; init; } = [];

    /// <summary>Those who came to it when it was sealed, or took it over while it ran.</summary>
    public IReadOnlyList<Newcomer> Newcomers { get; init; } = [];

    /// <summary>Whether it is dissolved.</summary>
    public bool IsDissolved { get; init; }

    /// <summary>Who left it: what the other services know of them is that they did.</summary>
    public IReadOnlyList<Guid> Left { get; init; } = [];

    /// <inheritdoc />
    public static Type Facts => typeof(GroupFact);

    /// <inheritdoc />
    public static Group Fold(Group? state, Fact fact) =>
        (state, fact) switch
        {
            (null, GroupConstituted e) => new(e.Engagement, e.Facilitator, e.Label, [], false) { Name = e.Name },
            (not null, MemberEnrolled e) => (state.IsSealed ? state.Using(StabilityChange.Joins, e.Person) : state).With(
                e.Person,
                e.Awaited
            ) with
            {
                Members = [.. state.Members, new(e.Person, e.Institution, e.Volunteers)],
            },
            (not null, GroupSealed) => state with { IsSealed = true },
            (not null, VolunteeringConfirmed e) => state with
            {
                Members = [.. state.Members.Select(m => m.Person == e.Person ? m with { Volunteers = true, Confirmed = true } : m)],
            },
            (not null, VolunteeringRevoked e) => state.Without(e.Person),
            (not null, MemberLeft e) => (
                state.IsSealed && e.Departure is null ? state.Using(StabilityChange.Leaves, e.Person) : state
            ).Without(e.Person),
            (not null, DepartureRecorded e) => state with
            {
                Departures =
                [
                    .. state.Departures,
                    new(e.Departure, e.Person, e.Reason, e.Days, e.Until, e.ByAgreement, false, [], DepartureState.Announced),
                ],
            },
            (not null, DepartureObjected e) => state.Changing(
                e.Departure,
                d => d.Answered(new(e.Person, e.Reason, e.OccurredAt)) with { IsPut = true, Until = e.Until }
            ),
            (not null, DepartureAgreed e) => state.Changing(e.Departure, d => d.Answered(new(e.Person, At: e.OccurredAt))),
            (not null, DepartureDeclined e) => state.Changing(e.Departure, d => d with { State = DepartureState.Declined }),
            (not null, DepartureWithdrawn e) => state.Changing(e.Departure, d => d with { State = DepartureState.Withdrawn }),
            (not null, StabilityExceptionAsked e) => state with
            {
                Exceptions = [.. state.Exceptions, new(e.Exception, e.Reason, [], false, false, e.Change, e.Person)],
            },
            (not null, StabilityExceptionApproved e) => state.Changing(e.Exception, x => x with { Approvals = [.. x.Approvals, e.Person] }),
            (not null, StabilityExceptionAgreed e) => state.Changing(e.Exception, x => x with { Agreed = true }),
            (not null, GroupEntrusted e) => state.With(e.Facilitator, e.Awaited) with { Facilitator = e.Facilitator },
            (not null, CharterAcceptanceNoted e) => state with
            {
                Newcomers = [.. state.Newcomers.Select(n => n.Person == e.Person ? n with { IsBound = true } : n)],
            },
            (not null, GroupDissolved) => state with { IsDissolved = true },
            _ => throw new UnknownFactException(fact),
        };

    /// <summary>Whether this person is a member.</summary>
    public bool HasMember(Guid person) => Members.Any(m => m.Person == person);

    /// <summary>Whether this person has still to accept the charter before they take part.</summary>
    public bool Awaits(Guid person) => Newcomers.Any(n => n.Person == person && !n.IsBound);

    /// <summary>Whether this person reads why an exception or a departure was asked for or objected to.</summary>
    /// <param name="said">The exception or the departure.</param>
    /// <param name="asks">Whether it still asks for an answer.</param>
    public bool Reads(Guid person, Guid said, bool asks) =>
        Newcomers.FirstOrDefault(n => n.Person == person) is not { } newcomer
        || (newcomer.IsBound && (asks || !newcomer.Before.Contains(said)));

    /// <summary>Who takes the group over accepts the charter first, and does nothing else before.</summary>
    public Refusal? Bars(Actor actor, Command command) => actor.Is(Roles.Facilitator) && Awaits(actor.Person) ? Charter.First : null;

    /// <summary>An exception that was agreed for this, and by which nobody joined or left yet; else one that was asked for when who joins was not named, or
    /// when it served for either.</summary>
    /// <param name="person">Who leaves or joins.</param>
    public StabilityException? OpenException(StabilityChange change, Guid? person) =>
        Open(x => x.Change == change && x.Person == person)
        ?? Open(x => x is { Change: StabilityChange.Joins, Person: null } && x.Change == change)
        ?? Open(x => x.Change is null);

    /// <summary>Those whom the group was asked to let join, and who have not yet.</summary>
    public IEnumerable<Guid> Invited() =>
        Exceptions.Where(x => x is { Change: StabilityChange.Joins, Used: false }).Select(x => x.Person).OfType<Guid>().Distinct();

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) =>
        actor.Is(Roles.Practice)
        || (actor.Is(Roles.Facilitator) && actor.Person == Facilitator)
        || (actor.Is(Roles.Member) && HasMember(actor.Person));

    /// <summary>Whether the group lets a member depart. Those are reached who answered and are members: where a frame asks for agreement none of them
    /// objects and one agrees at least; else nobody objected, or more of them agree than object.</summary>
    public bool Accepts(Departure departure)
    {
        var reached = departure.Answers.Where(a => HasMember(a.Person)).ToList();
        var agreed = reached.Count(a => a.Objection is null);
        return departure.ByAgreement ? agreed > 0 && agreed == reached.Count : !departure.IsPut || 2 * agreed > reached.Count;
    }

    /// <summary>Whether this person objected to their own departure since then.</summary>
    public bool Objected(Guid person, DateTimeOffset since) =>
        Departures
            .Where(d => d.Person == person)
            .SelectMany(d => d.Answers)
            .Any(a => a.Person == person && a.Objection is not null && a.At > since);

    /// <summary>What other members objected since then to this person's last departure, and did not take back.</summary>
    public IEnumerable<DepartureAnswer> Standing(Guid person, DateTimeOffset since) =>
        (Departures.LastOrDefault(d => d.Person == person)?.Answers ?? []).Where(a =>
            a.Objection is not null && a.At > since && a.Person != person && HasMember(a.Person)
        );

    /// <summary>The exceptions that one member alone held up, agreed once they are gone.</summary>
    public IEnumerable<StabilityExceptionAgreed> AgreedWithout(Guid person) =>
        Exceptions
            .Where(x => !x.Agreed && x.Approvals.Count > 0 && Members.All(m => m.Person == person || x.Approvals.Contains(m.Person)))
            .Select(x => new StabilityExceptionAgreed(x.Id));

    // Who came back to what they left reads it as the others do.
    private Group With(Guid person, bool awaited) =>
        this with
        {
            Newcomers =
            [
                .. Newcomers.Where(n => n.Person != person),
                .. awaited ? new[] { new Newcomer(person, [.. Exceptions.Select(x => x.Id), .. Departures.Select(d => d.Id)], false) } : [],
            ],
        };

    // Whoever left in whatever way has departed.
    private Group Without(Guid person) =>
        this with
        {
            Members = [.. Members.Where(m => m.Person != person)],
            Left = [.. Left.Union([person])],
            Newcomers = [.. Newcomers.Where(n => n.Person != person)],
            Departures =
            [
                .. Departures.Select(d =>
                    d.Person == person && d.State == DepartureState.Announced ? d with { State = DepartureState.Effective } : d
                ),
            ],
        };

    private StabilityException? Open(Func<StabilityException, bool> serves) =>
        Exceptions.FirstOrDefault(x => x is { Agreed: true, Used: false } && serves(x));

    private Group Using(StabilityChange change, Guid? person) =>
        OpenException(change, person) is { } open ? Changing(open.Id, x => x with { Used = true }) : this;

    private Group Changing(Guid exception, Func<StabilityException, StabilityException> change) =>
        this with
        {
            Exceptions = [.. Exceptions.Select(x => x.Id == exception ? change(x) : x)],
        };

    private Group Changing(Guid departure, Func<Departure, Departure> change) =>
        this with
        {
            Departures = [.. Departures.Select(d => d.Id == departure ? change(d) : d)],
        };
}
