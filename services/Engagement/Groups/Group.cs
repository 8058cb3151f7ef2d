using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Groups;

/// <summary>The facts of a group.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member)]
public abstract record GroupFact : Fact;

/// <summary>A group (groupe) was constituted for an engagement.</summary>
/// <param name="Label">Its label in facts of before.</param>
/// <param name="Name">Its label, under the engagement's key.</param>
public sealed record GroupConstituted(
    Guid Engagement,
    Guid Facilitator,
    [property: InClearBefore] string? Label = null,
    Sealed? Name = null
) : GroupFact, IBelongsToEngagement;

/// <summary>A member was enrolled; the name stands in the identity record alone.</summary>
/// <param name="Institution">Opaque id of the institution the person belongs to.</param>
/// <param name="Volunteers">Whether the member volunteered, expressly.</param>
/// <param name="Awaited">Whether they came to a sealed group, and have still to accept its charter.</param>
public sealed record MemberEnrolled(Guid Person, Guid Institution, bool Volunteers, bool Awaited = false) : GroupFact;

/// <summary>The group was sealed: its membership stands for the term (S4).</summary>
public sealed record GroupSealed : GroupFact;

/// <summary>A member confirmed to volunteer, expressly and personally (S3).</summary>
public sealed record VolunteeringConfirmed(Guid Person) : GroupFact;

/// <summary>A member revoked their volunteering and is no member from that moment (S3).</summary>
public sealed record VolunteeringRevoked(Guid Person) : GroupFact;

/// <summary>A member left, with a reason (S4).</summary>
/// <param name="Reason">Why, of who said it themself; null where the person was erased.</param>
/// <param name="Departure">The departure by which they left, where one was recorded.</param>
public sealed record MemberLeft(Guid Person, Sealed? Reason = null, Guid? Departure = null) : GroupFact;

/// <summary>A member's departure was recorded: the group may object until then (S4).</summary>
/// <param name="Days">The delay, from when the group can read of it.</param>
/// <param name="ByAgreement">Whether it takes the agreement of all who are reached, as a frame asks; else it takes effect where nobody objects.</param>
/// <param name="Heard">Whether the one who departs has the whole delay to answer, whatever the others agree to; false in what was recorded while these could
/// shorten it.</param>
public sealed record DepartureRecorded(
    Guid Departure,
    Guid Person,
    DepartureReason Reason,
    int Days,
    DateTimeOffset Until,
    bool ByAgreement,
    bool Heard = false
) : GroupFact;

/// <summary>A member objected to a departure, with a reason that the group reads.</summary>
/// <param name="Until">Until when the others may answer.</param>
public sealed record DepartureObjected(Guid Departure, Guid Person, Sealed Reason, DateTimeOffset Until) : GroupFact;

/// <summary>A member agreed to a departure.</summary>
public sealed record DepartureAgreed(Guid Departure, Guid Person) : GroupFact;

/// <summary>The group did not agree to a departure, or the one who was to depart did not: they stay.</summary>
public sealed record DepartureDeclined(Guid Departure) : GroupFact;

/// <summary>A departure was withdrawn before it took effect.</summary>
public sealed record DepartureWithdrawn(Guid Departure) : GroupFact;

/// <summary>An exception to the group's stability was asked for: one person more, or one less (S4).</summary>
/// <param name="Change">Which of them; null where either was asked for in one, before they were told apart.</param>
/// <param name="Person">Who leaves by it, or is to join: their name stands in the identity record alone. Null where one was to join whom nobody named yet.</param>
public sealed record StabilityExceptionAsked(Guid Exception, Sealed Reason, StabilityChange? Change = null, Guid? Person = null)
    : GroupFact;

/// <summary>A member agreed to the exception.</summary>
public sealed record StabilityExceptionApproved(Guid Exception, Guid Person) : GroupFact;

/// <summary>Every member agreed to the exception: one person may join or leave by it.</summary>
public sealed record StabilityExceptionAgreed(Guid Exception) : GroupFact;

/// <summary>Another facilitator leads the group from now on.</summary>
/// <param name="Awaited">Whether they have still to accept the charter of a group that runs: until then nobody leads it.</param>
public sealed record GroupEntrusted(Guid Facilitator, bool Awaited = false) : GroupFact;

/// <summary>Somebody who came later accepted the charter.</summary>
public sealed record CharterAcceptanceNoted(Guid Person) : GroupFact;

/// <summary>The group was dissolved, with a reason.</summary>
public sealed record GroupDissolved(Sealed Reason) : GroupFact;

/// <summary>A member of a group.</summary>
/// <param name="Volunteers">Whether the member is said to volunteer.</param>
/// <param name="Confirmed">Whether the member said so, in person.</param>
public sealed record Member(Guid Person, Guid Institution, bool Volunteers, bool Confirmed = false);

/// <summary>Somebody who came when the group was there: what was said before is not theirs to read, but what still asks for their answer.</summary>
/// <param name="Before">The exceptions and departures that there were.</param>
/// <param name="IsBound">Whether they accepted the charter; before, they read no reason at all.</param>
public sealed record Newcomer(Guid Person, IReadOnlyList<Guid> Before, bool IsBound);

/// <summary>What an exception to a group's stability is for.</summary>
public enum StabilityChange
{
    /// <summary>One person, who is named, joins.</summary>
    Joins,

    /// <summary>One person, who is named, leaves.</summary>
    Leaves,
}

/// <summary>An exception to the group's stability.</summary>
/// <param name="Agreed">Whether every member agreed.</param>
/// <param name="Used">Whether somebody joined or left by it.</param>
/// <param name="Change">What it is for; null where it was asked for when it served for either.</param>
/// <param name="Person">Who leaves by it, or is to join; null where it was asked for when who joins was not named.</param>
public sealed record StabilityException(
    Guid Id,
    Sealed Reason,
    IReadOnlyList<Guid> Approvals,
    bool Agreed,
    bool Used,
    StabilityChange? Change = null,
    Guid? Person = null
);

/// <summary>Why a member departs: the list is closed.</summary>
public enum DepartureReason
{
    /// <summary>They left the institution.</summary>
    LeftInstitution,

    /// <summary>They are absent for long.</summary>
    LongAbsence,

    /// <summary>They wish to.</summary>
    Wish,

    /// <summary>They died.</summary>
    Death,

    /// <summary>Another reason.</summary>
    Other,
}

/// <summary>Where a departure is.</summary>
public enum DepartureState
{
    /// <summary>The group may object.</summary>
    Announced,

    /// <summary>The member left.</summary>
    Effective,

    /// <summary>The member stays.</summary>
    Declined,

    /// <summary>It was withdrawn.</summary>
    Withdrawn,
}

/// <summary>What a member answers to a departure.</summary>
/// <param name="Objection">Why they object; null where they agree.</param>
/// <param name="At">When they answered.</param>
public sealed record DepartureAnswer(Guid Person, Sealed? Objection = null, DateTimeOffset At = default);

/// <summary>A member's departure.</summary>
/// <param name="Days">The delay.</param>
/// <param name="Until">Until when the group may answer.</param>
/// <param name="ByAgreement">Whether it takes the agreement of all who are reached.</param>
/// <param name="IsPut">Whether an objection put it to the group.</param>
public sealed record Departure(
    Guid Id,
    Guid Person,
    DepartureReason Reason,
    int Days,
    DateTimeOffset Until,
    bool ByAgreement,
    bool IsPut,
    IReadOnlyList<DepartureAnswer> Answers,
    DepartureState State
)
{
    /// <summary>With an answer, in place of an earlier one of the same person.</summary>
    public Departure Answered(DepartureAnswer answer) => this with { Answers = [.. Answers.Where(a => a.Person != answer.Person), answer] };
}

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
    public Refusal? Bars(Actor actor, Command command) =>
        actor.Is(Roles.Facilitator) && Awaits(actor.Person) ? Charters.AcceptCharter.First : null;

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

/// <summary>An exception to stability as the API shows it: how many agreed, and whether the reader did.</summary>
/// <param name="Change">What it is for; null where it serves for either.</param>
/// <param name="Person">Who leaves by it, or is to join; their name is read as the members' names are.</param>
public sealed record StabilityExceptionView(
    Guid Id,
    string? Reason,
    int Approvals,
    bool ApprovedByYou,
    bool Agreed,
    bool Used,
    StabilityChange? Change,
    Guid? Person
);

/// <summary>A departure as the API shows it: how many agreed, and why others object, which the practice does not read.</summary>
/// <param name="Until">Until when the group may answer.</param>
/// <param name="ByAgreement">Whether it takes the agreement of all who are reached, as a frame asks.</param>
/// <param name="Objections">One for each who objects.</param>
/// <param name="AgreedByYou">Whether the reader agreed; null where they did not answer.</param>
public sealed record DepartureView(
    Guid Id,
    Guid Person,
    DepartureReason Reason,
    DateTimeOffset Until,
    bool ByAgreement,
    DepartureState State,
    int Agreements,
    IReadOnlyList<DepartureObjectionView> Objections,
    bool? AgreedByYou
);

/// <summary>An objection as the API shows it.</summary>
/// <param name="Reason">Why; null where the reader is not told.</param>
public sealed record DepartureObjectionView(string? Reason);

/// <summary>A group as the API shows it. Who came later reads the reasons of what was said since, and of what still asks for them.</summary>
/// <param name="FacilitatorAwaited">Whether <c>facilitator</c> has still to accept the charter: until then nobody leads the group.</param>
public sealed record GroupView(
    Guid Id,
    long Version,
    Guid Engagement,
    Guid Facilitator,
    string? Label,
    IReadOnlyList<Member> Members,
    bool Sealed,
    bool Dissolved,
    IReadOnlyList<StabilityExceptionView> Exceptions,
    IReadOnlyList<DepartureView> Departures,
    bool FacilitatorAwaited
) : ShowsTexts
{
    /// <summary>The texts it shows.</summary>
    public static IEnumerable<Sealed> Texts(Group g) =>
        g
            .Exceptions.Select(x => x.Reason)
            .Concat(g.Departures.SelectMany(d => d.Answers).Select(a => a.Objection).OfType<Sealed>())
            .Concat(g.Name is { } name ? [name] : []);

    /// <summary>How it is shown.</summary>
    public static GroupView Of(Group g, Actor reader, TextOpener opener) =>
        new(
            g.Id,
            g.Version,
            g.Engagement,
            g.Facilitator,
            opener.Open(g.Name, ConstituteGroup.NameMember) ?? g.Label,
            g.Members,
            g.IsSealed,
            g.IsDissolved,
            [
                .. g.Exceptions.Select(x => new StabilityExceptionView(
                    x.Id,
                    g.Reads(reader.Person, x.Id, !x.Agreed) ? opener.Open(x.Reason, AskStabilityException.ReasonMember) : null,
                    x.Approvals.Count,
                    x.Approvals.Contains(reader.Person),
                    x.Agreed,
                    x.Used,
                    x.Change,
                    x.Person
                )),
            ],
            [
                .. g.Departures.Select(d => new DepartureView(
                    d.Id,
                    d.Person,
                    d.Reason,
                    d.Until,
                    d.ByAgreement,
                    d.State,
                    d.Answers.Count(a => a.Objection is null),
                    [
                        .. d
                            .Answers.Where(a => a.Objection is not null)
                            .Select(a => new DepartureObjectionView(
                                reader.Is(Roles.Practice) || !g.Reads(reader.Person, d.Id, d.State == DepartureState.Announced)
                                    ? null
                                    : opener.Open(a.Objection, ObjectToDeparture.ReasonMember)
                            )),
                    ],
                    d.Answers.Where(a => a.Person == reader.Person).Select(a => (bool?)(a.Objection is null)).FirstOrDefault()
                )),
            ],
            g.Awaits(g.Facilitator)
        );
}
