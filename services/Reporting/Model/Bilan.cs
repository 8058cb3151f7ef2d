using System.Text.Json.Serialization;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.Model;

/// <summary>A bilan: negotiated between participants and facilitator; nothing is handed over before it is agreed (S2).</summary>
public sealed record Bilan(
    Guid Engagement,
    Guid Establishment,
    bool Final,
    IReadOnlyList<Guid> Groups,
    Guid? Facilitator,
    IReadOnlyList<Guid> Parties,
    DateOnly From,
    DateOnly To,
    Figures Figures,
    IReadOnlyList<CurrentSection> Sections,
    BilanState State,
    IReadOnlyList<Amendment> Amendments,
    string? TextHash,
    DateTimeOffset? Deadline,
    IReadOnlyList<Guid> Approvals,
    IReadOnlyList<Guid> Dissents,
    IReadOnlyList<Objection> Objections,
    IReadOnlyList<Orientation> Orientations
) : Aggregate, IFold<Bilan>
{
    /// <summary>The member that the text of a section is sealed for, unless it came by an amendment.</summary>
    internal const string SectionsMember = "BilanDrafted.Sections";

    internal static readonly Rule Agreement = new("always", "approval", "S2");

    /// <inheritdoc />
    public static Type Facts => typeof(BilanFact);

    /// <summary>How the dispositif evolved, by dimension (S2).</summary>
    public IReadOnlyList<Assessment> Assessments { get; init; } = [];

    /// <summary>Why it measures no evolution.</summary>
    public Unmeasured? Unmeasured { get; init; }

    /// <summary>The bilan it is compared with.</summary>
    public Guid? Previous { get; init; }

    /// <summary>The tracks and decisions whose text it lets out.</summary>
    public IReadOnlyList<ListedText> Listed { get; init; } = [];

    /// <summary>Who must approve it.</summary>
    public Approval Approval { get; init; } = Approval.FacilitatorAndEveryMember;

    /// <summary>What the group says that it worked on; once the bilan is agreed, to everybody whom indicators are for.</summary>
    public IReadOnlyList<WorkedOn> Worked { get; init; } = [];

    /// <summary>The sessions that it opens once it is agreed; null where it was locked before bilans named them.</summary>
    public IReadOnlyList<Guid>? Sessions { get; init; }

    /// <summary>Who took part in the locked text's sessions, by group; null before a text was locked so.</summary>
    public IReadOnlyList<Participation>? TookPart { get; init; }

    /// <summary>Members who are no party to the locked text, and are to the next one: who joined since, who took no part in its period.</summary>
    public IReadOnlyList<Guid> Newcomers { get; init; } = [];

    /// <summary>Parties to the locked text who left their group: they read and decide it, and nothing else.</summary>
    public IReadOnlyList<Guid> Gone { get; init; } = [];

    /// <summary>When the parties were told of the deadline that stands.</summary>
    public IReadOnlyList<DateTimeOffset> Notices { get; init; } = [];

    /// <summary>The latest deadline that parties were ever told of, of whatever text.</summary>
    public DateTimeOffset? ToldUntil { get; init; }

    /// <summary>Parties who had answered neither of two notices, or were erased before they decided.</summary>
    public IReadOnlyList<Guid> NotReached { get; init; } = [];

    /// <summary>Those who took part in the locked text's sessions and were erased before it was locked: no party to it, and reached by it as little.</summary>
    public IReadOnlyList<Guid> ErasedBefore { get; init; } = [];

    /// <summary>Parties who were erased since it was drafted: no party to the next text, and to the locked one as somebody who cannot be reached.</summary>
    public IReadOnlyList<Guid> Erased { get; init; } = [];

    /// <summary>Those who asked or agreed to be named, and did not take it back (S3).</summary>
    public IReadOnlyList<Guid> NamedByConsent { get; init; } = [];

    /// <summary>Whether words of the locked text may name members, and the facilitator said that none is meant.</summary>
    public bool NoMemberMeant { get; init; }

    /// <summary>Those whose approval confirms that no member is meant.</summary>
    public IReadOnlyList<Guid> Confirmed { get; init; } = [];

    /// <summary>The establishment that the locked text is for, as its parties know; null before one was locked.</summary>
    public Guid? Addressee { get; init; }

    /// <summary>Whether it was agreed for another establishment, and is put to its parties anew since.</summary>
    public bool WasAgreed { get; init; }

    /// <summary>Whether it was handed to the establishment; of a failed negotiation, the failure alone.</summary>
    public bool Handed { get; init; }

    /// <summary>What the establishment answered to it.</summary>
    public IReadOnlyList<Observation> Observations { get; init; } = [];

    /// <summary>Those whom the text names without their agreement.</summary>
    [JsonIgnore]
    public IEnumerable<Guid> NamedWithoutConsent => Sections.SelectMany(s => s.Names ?? []).Except(NamedByConsent);

    /// <summary>Whether its text may be read outside the group.</summary>
    [JsonIgnore]
    public bool IsAgreed => State is BilanState.Agreed or BilanState.Published;

    /// <summary>Whether it is still negotiated.</summary>
    [JsonIgnore]
    public bool IsNegotiated => State is BilanState.Draft or BilanState.Locked;

    /// <summary>Whether its text was agreed for another establishment than the engagement's is now.</summary>
    [JsonIgnore]
    public bool IsForAnother => State == BilanState.Agreed && Addressee is { } addressee && addressee != Establishment;

    /// <summary>The parties who have neither approved nor stood aside.</summary>
    [JsonIgnore]
    public IEnumerable<Guid> Undecided => Parties.Except(Approvals).Except(Dissents);

    /// <summary>Those of them who can still be told.</summary>
    [JsonIgnore]
    public IEnumerable<Guid> Awaited => Undecided.Except(Erased);

    /// <summary>Whether it was put to its parties, and was neither agreed nor failed.</summary>
    [JsonIgnore]
    public bool IsPut => IsNegotiated && !WasAgreed && (State == BilanState.Locked || TookPart is not null);

    /// <summary>Whether the deadline has come by then, of which the parties were told twice.</summary>
    public bool HasLapsed(DateTimeOffset by) => State == BilanState.Locked && Deadline <= by && Notices.Count > 1;

    /// <summary>Whether an objection stands.</summary>
    [JsonIgnore]
    public bool IsBlocked => Objections.Any(o => o.Stands);

    /// <inheritdoc />
    public static Bilan Fold(Bilan? state, Fact fact) =>
        (state, fact) switch
        {
            (null, BilanDrafted e) => new(
                e.Engagement,
                e.Establishment,
                e.Final,
                e.Groups,
                e.Facilitator,
                e.Parties,
                e.From,
                e.To,
                e.Figures,
                [.. e.Sections.Select(s => new CurrentSection(s.Dimension, s.Text, SectionsMember, s.Names))],
                BilanState.Draft,
                [],
                null,
                null,
                [],
                [],
                [],
                []
            )
            {
                Assessments = e.Assessments ?? [],
                Previous = e.Previous,
                Listed = e.Listed ?? [],
                Approval = e.Approval,
                Worked = e.Worked ?? [],
                Unmeasured = e.Unmeasured,
            },
            ({ } b, PartiesChanged e) => b.TookPart is null ? b.Entrusted(e) : b.Changed(e),
            ({ } b, SettledBilanEntrusted e) => b with { Facilitator = e.Facilitator },
            ({ Handed: true } b, BilanTakenOver { Keeps: true }) => b,
            ({ } b, BilanTakenOver e) => b with { Establishment = e.Successor },
            ({ } b, PartyErased e) => e.Stays ? b.Erasing(e.Person) : b.Without(e.Person),
            ({ } b, NamingAgreed e) => b with { NamedByConsent = [.. b.NamedByConsent, e.Person] },
            ({ } b, NamingRevoked e) => b with { NamedByConsent = [.. b.NamedByConsent.Where(p => p != e.Person)] },
            ({ } b, AmendmentProposed e) => b with
            {
                Amendments =
                [
                    .. b.Amendments,
                    new(e.Amendment, e.By, e.Dimension, e.Text, AmendmentState.Proposed, e.Now, e.Names, e.Worked),
                ],
            },
            ({ } b, AmendmentAccepted e) => b.Reopened() with
            {
                Sections = b.Amended(b.Amendments.Single(a => a.Id == e.Amendment)),
                Assessments = b.Reassessed(b.Amendments.Single(a => a.Id == e.Amendment)),
                Unmeasured = b.Amendments.Single(a => a.Id == e.Amendment).Now is null ? b.Unmeasured : null,
                Worked = b.Amendments.Single(a => a.Id == e.Amendment).Worked ?? b.Worked,
                Amendments = b.Setting(e.Amendment, AmendmentState.Accepted),
            },
            ({ } b, AmendmentRefused e) => b with { Amendments = b.Setting(e.Amendment, AmendmentState.Refused) },
            ({ } b, ContentLocked e) => b.AskingWhoTookPart(e) with
            {
                State = BilanState.Locked,
                TextHash = e.TextHash,
                Deadline = e.Deadline,
                NoMemberMeant = e.NoMemberMeant,
                Addressee = e.Addressee ?? b.Establishment,
                WasAgreed = b.WasAgreed || b.State == BilanState.Agreed,
                NotReached = [],
                ErasedBefore = e.Erased ?? [],
                Figures = e.Figures ?? b.Figures,
                Sessions = e.Sessions,
                Confirmed = [],
                Notices = [],
                Objections = b.Answered(e),
            },
            ({ } b, PartiesNotified e) => b with
            {
                Deadline = e.Deadline,
                ToldUntil = e.Deadline > b.ToldUntil || b.ToldUntil is null ? e.Deadline : b.ToldUntil,
                Notices = e.Deadline == b.Deadline ? [.. b.Notices, e.OccurredAt] : [e.OccurredAt],
            },
            ({ } b, PartyApproved e) => b with
            {
                Approvals = [.. b.Approvals.Union([e.Party])],
                Dissents = [.. b.Dissents.Where(d => d != e.Party)],
                Confirmed = e.NoMemberMeant ? [.. b.Confirmed.Union([e.Party])] : b.Confirmed,
            },
            ({ } b, DissentRecorded e) => b with
            {
                Dissents = [.. b.Dissents, e.Party],
                Approvals = [.. b.Approvals.Where(a => a != e.Party)],
            },
            ({ } b, ObjectionRaised e) => b with
            {
                Objections = [.. b.Objections, new(e.Objection, e.Party, e.Reason, false, e.AsFacilitator)],
            },
            ({ } b, ObjectionWithdrawn e) => b with
            {
                Objections = [.. b.Objections.Select(o => o.Id == e.Objection ? o with { Withdrawn = true } : o)],
            },
            // What is recommended is part of what is agreed.
            ({ } b, OrientationRecommended e) => b.Reopened() with { Orientations = [.. b.Orientations, new(e.Code, e.Text)] },
            ({ } b, BilanAgreed e) => b with { State = BilanState.Agreed, NotReached = [.. (e.NotReached ?? []).Union(b.ErasedBefore)] },
            ({ } b, NegotiationFailed e) => b with
            {
                State = BilanState.Failed,
                NotReached = e.Deadline is null ? [] : [.. b.Undecided.Union(b.ErasedBefore)],
            },
            ({ } b, BilanPublished e) => b with
            {
                State = b.State == BilanState.Failed ? b.State : BilanState.Published,
                Handed = true,
                Listed = [.. b.Listed.Where(l => e.Fallen?.Contains(l.Id) is not true)],
            },
            ({ } b, BilanObserved e) => b with { Observations = [.. b.Observations, new(e.Observation, e.OccurredAt, e.Text, e.MayName)] },
            ({ } b, ObservationPassedOn e) => b with
            {
                Observations = [.. b.Observations.Select(o => o.Id == e.Observation ? o with { IsHeld = false } : o)],
            },
            _ => throw new UnknownFactException(fact),
        };

    /// <summary>The hash of the exact text: SHA-256 over each section's dimension and the SHA-256 of its stored ciphertext, then each
    /// orientation's code and that of its text, each assessment, each track or decision listed, each axis and level worked on, why nothing was measured. It needs no key, and outlives one.</summary>
    public string HashOfText() =>
        Canonical.Hash(
            string.Join(
                '\n',
                Sections
                    .Select(s => $"{s.Dimension} {Canonical.HashOf(s.Text)}")
                    .Concat(Orientations.Select(o => $"orientation {o.Code} {Canonical.HashOf(o.Text)}"))
                    .Concat(Assessments.Select(a => $"assessment {a.Dimension} {a.Now} {a.AtDiagnosis} {a.Before}"))
                    .Concat(Listed.Select(l => $"listed {l.Kind} {l.Id} {Canonical.HashOf(l.Text)}"))
                    .Concat(Worked.Select(w => $"worked {w.Axis} {w.Level}"))
                    .Concat(Unmeasured is { } why ? [$"unmeasured {why}"] : [])
            )
        );

    /// <summary>Whether this person negotiates it: the facilitator, and the members who are in its groups.</summary>
    public bool IsParty(Actor actor) =>
        (actor.Is(Roles.Facilitator) && actor.Person == Facilitator) || (actor.Is(Roles.Member) && There.Contains(actor.Person));

    /// <summary>Who left decides upon the locked text, and proposes nothing else.</summary>
    public Refusal? Bars(Actor actor, Command command) =>
        command is IAmends && Gone.Contains(actor.Person)
            ? Refusal.OfRule(Agreement, "A former member decides only on the locked text.", "Approve it, stand aside, or object.")
            : null;

    /// <summary>Whether this person reads its text before it is published.</summary>
    public bool IsReadBy(Actor actor) =>
        IsParty(actor) || (actor.Is(Roles.Member) && Gone.Contains(actor.Person) && !Erased.Contains(actor.Person));

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) =>
        IsReadBy(actor) || actor.Is(Roles.Practice) || (actor.Is(Roles.Establishment) && actor.Establishment == Establishment && Handed);

    // The practice follows the state of a negotiation: that a locked text is a draft again shows to it, and how often a draft changes does not.
    /// <inheritdoc />
    public static bool Shows(Bilan? before, Fact fact, string role) =>
        Readers.Name(fact, role)
        || (role == Roles.Practice && before is { State: BilanState.Locked } && fact is AmendmentAccepted or OrientationRecommended);

    /// <inheritdoc />
    public static Bilan Withdrawing(Bilan then, Bilan now)
    {
        var withdrawn = now.Objections.Where(o => o.Withdrawn).Select(o => o.Id).ToHashSet();
        var read = then.Objections.Any(o => !o.Withdrawn && withdrawn.Contains(o.Id))
            ? then with
            {
                Objections = [.. then.Objections.Select(o => o with { WithdrawnSince = !o.Withdrawn && withdrawn.Contains(o.Id) })],
            }
            : then;
        return read.Left([.. then.There.Except(now.There)]);
    }

    // Who left since reads a locked text alone, of before as of now.
    private Bilan Left(IReadOnlyList<Guid> since) =>
        since.Count == 0 ? this
        : State == BilanState.Draft ? this with { Parties = [.. Parties.Except(since)], Newcomers = [.. Newcomers.Except(since)] }
        : this with { Newcomers = [.. Newcomers.Except(since)], Gone = [.. Gone.Union(Parties.Intersect(since))] };

    /// <summary>The bilan with its text sealed anew.</summary>
    public Bilan Holding(LockedText text) =>
        this with
        {
            Sections = [.. text.Sections.Select(s => new CurrentSection(s.Dimension, s.Text, SectionsMember, s.Names))],
            Orientations = [.. text.Orientations.Select(o => new Orientation(o.Code, o.Text))],
            Listed = text.Listed,
        };

    private Bilan Reopened() =>
        this with
        {
            State = BilanState.Draft,
            TextHash = null,
            Deadline = null,
            NoMemberMeant = false,
            Confirmed = [],
            Approvals = [],
            Dissents = [],
            Parties = [.. There],
            Newcomers = [],
            Gone = [],
            Notices = [],
        };

    // The facilitator first, and the members who are in the groups.
    private IEnumerable<Guid> There => Parties.Except(Gone).Union(Newcomers).Except(Erased);

    // Those who took part in its period decide, wherever they are now.
    private Bilan AskingWhoTookPart(ContentLocked e)
    {
        var locked = e.Text is { } text ? Holding(text) : this;
        if (e.TookPart is not { } tookPart)
        {
            return locked;
        }

        var (there, asked) = (There.Where(p => p != Facilitator).ToList(), tookPart.SelectMany(g => g.Members).Distinct().ToList());
        return locked with
        {
            TookPart = tookPart,
            Parties = [.. Led(Facilitator), .. asked.Where(p => p != Facilitator)],
            Newcomers = [.. there.Except(asked)],
            Gone = [.. asked.Except(there)],
            Approvals = [],
            Dissents = [],
        };
    }

    // Who leaves keeps their word on what is locked; another facilitator takes the place of the first.
    private Bilan Changed(PartiesChanged e)
    {
        var others = Parties.Where(p => p != Facilitator);
        var bilan = this with
        {
            Facilitator = e.Facilitator,
            Approvals = [.. Approvals.Where(a => a == e.Facilitator || a != Facilitator)],
        };
        return State == BilanState.Locked
            ? bilan with
            {
                Parties = [.. Led(e.Facilitator), .. others],
                Newcomers = [.. Newcomers.Union(e.Joined.Except(others)).Except(e.Left)],
                Gone = [.. Gone.Union(others.Intersect(e.Left)).Except(e.Joined)],
            }
            : bilan with
            {
                Parties = [.. Led(e.Facilitator), .. others.Except(e.Left).Union(e.Joined)],
            };
    }

    // An erasure is nobody's agreement: what they had decided or objected to stands, and who had not decided stays as somebody who cannot be reached.
    private Bilan Erasing(Guid person) =>
        this with
        {
            Erased = [.. Erased.Union([person])],
            Objections = [.. Objections.Select(o => o.Party == person ? o with { AuthorErased = true } : o)],
            Parties = State == BilanState.Locked || person == Facilitator ? Parties : [.. Parties.Where(p => p != person)],
        };

    // Before that, nobody waited for the erased, and their objection was nobody's to withdraw any more.
    private Bilan Without(Guid person)
    {
        var bilan = this with { Objections = [.. Objections.Select(o => o.Party == person ? o with { Withdrawn = true } : o)] };
        return person == Facilitator || !Undecided.Contains(person)
            ? bilan
            : bilan with
            {
                Parties = [.. Parties.Where(p => p != person)],
                TookPart = TookPart is null ? null : [.. TookPart.Select(g => g with { Members = [.. g.Members.Where(m => m != person)] })],
                Newcomers = [.. Newcomers.Where(p => p != person)],
                Gone = [.. Gone.Where(p => p != person)],
            };
    }

    // Before texts were locked with those who took part: who negotiates is who was there then, those aside who left since.
    private Bilan Entrusted(PartiesChanged e)
    {
        var there = Parties.Where(p => p != Facilitator).Except(e.Left);
        return this with
        {
            Facilitator = e.Facilitator,
            Parties = [.. Led(e.Facilitator), .. State == BilanState.Locked ? there : there.Union(e.Joined)],
            Newcomers = State == BilanState.Locked ? [.. Newcomers.Union(e.Joined).Except(e.Left)] : [],
            Approvals = [.. Approvals.Except(e.Left)],
            Confirmed = [.. Confirmed.Except(e.Left)],
            Dissents = [.. Dissents.Except(e.Left)],
            Objections = [.. Objections.Select(o => e.Left.Contains(o.Party) ? o with { Withdrawn = true } : o)],
        };
    }

    // Of another text than the one objected to, or one that is not amended any more, everybody left decides anew; a text that comes back is objected to as before.
    private IReadOnlyList<Objection> Answered(ContentLocked e) =>
        e.Answered is { } answered ? [.. Objections.Select(o => o.AuthorErased ? o with { Fallen = answered.Contains(o.Id) } : o)]
        : State == BilanState.Draft || WasAgreed ? [.. Objections.Select(o => o.AuthorErased ? o with { Fallen = true } : o)]
        : Objections;

    // Whoever leads is a party; while nobody does, nobody is in their place.
    private static IEnumerable<Guid> Led(Guid? facilitator) => facilitator is { } leads ? [leads] : [];

    private IReadOnlyList<CurrentSection> Amended(Amendment amendment)
    {
        var text = new CurrentSection(amendment.Dimension, amendment.Text, "AmendmentProposed.Text", amendment.Names);
        return Sections.Any(s => s.Dimension == amendment.Dimension)
            ? [.. Sections.Select(s => s.Dimension == amendment.Dimension ? text : s)]
            : [.. Sections, text];
    }

    private IReadOnlyList<Assessment> Reassessed(Amendment amendment) =>
        amendment.Now is not { } now ? Assessments
        : Assessments.Any(a => a.Dimension == amendment.Dimension)
            ? [.. Assessments.Select(a => a.Dimension == amendment.Dimension ? a with { Now = now } : a)]
        : [.. Assessments, new(amendment.Dimension, now, null, null)];

    private IReadOnlyList<Amendment> Setting(Guid amendment, AmendmentState state) =>
        [.. Amendments.Select(a => a.Id == amendment ? a with { State = state } : a)];
}
