using PracticeAnalysis.Access;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Disclosures;

/// <summary>Where a disclosure is.</summary>
public enum DisclosureState
{
    /// <summary>One person asks.</summary>
    Requested,

    /// <summary>What its basis demands is there: it opens, for a time.</summary>
    Approved,

    /// <summary>Somebody objected, or did not agree.</summary>
    Refused,

    /// <summary>It was taken back, or the grant that it was under was.</summary>
    Ended,
}

/// <summary>A reading.</summary>
/// <param name="Texts">The texts read, by the version in which each stands; null for all, before 0056.</param>
public sealed record Reading(DateTimeOffset At, IReadOnlyList<long>? Texts = null);

/// <summary>A disclosure: an auditor asks, under a live grant, to read texts of a session on a basis out of a closed list. What the basis demands comes
/// first, those whose words are asked for are told and object where it leaves a delay, it ends, and each reading is seen by those read.</summary>
/// <param name="Grant">The audit grant; null for disclosures of before 0056, under which nothing is read any more.</param>
public sealed record Disclosure(
    Guid Engagement,
    Guid Group,
    Guid Session,
    Guid Requester,
    Guid? Grant,
    DisclosureBasis Basis,
    bool Private,
    DisclosureState State
) : Aggregate, IFold<Disclosure>
{
    /// <inheritdoc />
    public static Type Facts => typeof(DisclosureFact);

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>The texts asked for.</summary>
    public IReadOnlyList<AskedText> Texts { get; init; } = [];

    /// <summary>The group's members.</summary>
    public IReadOnlyList<Guid> Members { get; init; } = [];

    /// <summary>Who facilitates the group.</summary>
    public Guid? Facilitator { get; init; }

    /// <summary>For how long it is read.</summary>
    public int Hours { get; init; }

    /// <summary>Until when nothing is read, so that one may object; null where the basis leaves no delay.</summary>
    public DateTimeOffset? ObjectUntil { get; init; }

    /// <summary>The order's reference.</summary>
    public Sealed? Reference { get; init; }

    /// <summary>Who agreed.</summary>
    public IReadOnlyList<Agreement> Agreements { get; init; } = [];

    /// <summary>When it opens.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The readings. Not under the name that snapshots of before 0056 keep their times by.</summary>
    public IReadOnlyList<Reading> Reads { get; init; } = [];

    /// <summary>Whether it is neither refused nor ended.</summary>
    public bool IsPending => State is DisclosureState.Requested or DisclosureState.Approved;

    /// <inheritdoc />
    public static Disclosure Fold(Disclosure? state, Fact fact) =>
        (state, fact) switch
        {
            (null, DisclosureRequested e) => new(
                e.Engagement,
                e.Group,
                e.Session,
                e.Requester,
                null,
                Words.Read<DisclosureBasis>(Words.Of(e.Purpose)),
                e.Private,
                DisclosureState.Requested
            )
            {
                RequestedAt = e.OccurredAt,
            },
            (null, DisclosureAsked e) => new(
                e.Engagement,
                e.Group,
                e.Session,
                e.Requester,
                e.Grant,
                e.Basis,
                e.Private,
                DisclosureState.Requested
            )
            {
                RequestedAt = e.OccurredAt,
                Texts = e.Texts,
                Members = e.Members,
                Facilitator = e.Facilitator,
                Hours = e.Hours,
                ObjectUntil = e.ObjectUntil,
                Reference = e.Reference,
            },
            ({ } d, DisclosureAgreed e) => d with { Agreements = [.. d.Agreements, new(e.Person, e.Party)] },
            ({ } d, DisclosureApproved e) => d with { State = DisclosureState.Approved, From = e.From ?? e.OccurredAt, Until = e.Until },
            ({ } d, DisclosureRefused or DisclosureObjected) => d with { State = DisclosureState.Refused },
            ({ } d, NarrativesRead e) => d with { Reads = [.. d.Reads, new(e.OccurredAt, e.Texts)] },
            ({ } d, DisclosureEnded or DisclosureLapsed) => d with { State = DisclosureState.Ended },
            ({ } d, DisclosureGroupChanged e) => d with { Members = e.Members, Facilitator = e.Facilitator },
            _ => throw new UnknownFactException(fact),
        };

    /// <summary>Whether this person may read by it at this moment, under the grant as it stands.</summary>
    /// <param name="grant">The grant that it is under, as this service knows it.</param>
    public bool Opens(Actor actor, KnownAuditGrant? grant, DateTimeOffset now) =>
        State == DisclosureState.Approved
        && From <= now
        && now < Until
        && actor.Is(Roles.Auditor)
        && actor.Person == Requester
        && grant is not null
        && grant.Id == Grant
        && grant.Auditor == Requester
        && grant.IsLive(now)
        && grant.Covers(Engagement);

    /// <summary>Whether this person said one of the texts asked for.</summary>
    public bool HasAuthor(Guid person) => Texts.Any(t => t.Author == person);

    /// <summary>Whether this person agreed.</summary>
    public bool IsAgreedBy(Guid person) => Agreements.Any(a => a.Person == person);

    /// <summary>Members and facilitator see it, and whoever said what is asked for, wherever they are now.</summary>
    public bool IsVisibleTo(Actor actor) =>
        actor.Role switch
        {
            Roles.Practice => true,
            Roles.Auditor => actor.Person == Requester,
            Roles.Facilitator => actor.Person == Facilitator || HasAuthor(actor.Person),
            Roles.Member => Members.Contains(actor.Person) || HasAuthor(actor.Person),
            _ => false,
        };
}

/// <summary>A reading as it is shown.</summary>
/// <param name="Texts">How many texts were read.</param>
/// <param name="Yours">How many of them are the reader's own.</param>
public sealed record ReadingView(DateTimeOffset At, int Texts, int Yours);

/// <summary>A disclosure as those see it who ask, who are asked, and whose words are read. Persons are not named: the roles are.</summary>
/// <param name="RequestedBy">The role of who asks.</param>
/// <param name="Texts">The texts asked for, by the version of the session's history in which each stands.</param>
/// <param name="Yours">How many of them are the reader's own.</param>
/// <param name="Reference">Of the judicial order; for who asks, the practice and the facilitator.</param>
/// <param name="ObjectUntil">Nothing is read before; null where the basis leaves no delay to object.</param>
/// <param name="Agreements">How many agreed or confirmed it.</param>
/// <param name="AgreedByYou">Whether the reader did.</param>
/// <param name="From">When it opens, once what the basis demands is there.</param>
/// <param name="Until">When it ends.</param>
/// <param name="Readings">When narratives were read.</param>
public sealed record DisclosureView(
    Guid Id,
    long Version,
    Guid Session,
    DisclosureBasis Basis,
    bool Private,
    DisclosureState State,
    string RequestedBy,
    DateTimeOffset RequestedAt,
    IReadOnlyList<long> Texts,
    int Yours,
    string? Reference,
    int Hours,
    DateTimeOffset? ObjectUntil,
    int Agreements,
    bool AgreedByYou,
    DateTimeOffset? From,
    DateTimeOffset? Until,
    IReadOnlyList<ReadingView> Readings
) : ShowsTexts
{
    /// <summary>The texts it shows.</summary>
    public static IEnumerable<Sealed> SealedIn(Disclosure d) => d.Reference is { } reference ? [reference] : [];

    /// <summary>The view for one reader.</summary>
    public static DisclosureView Of(Disclosure d, Actor reader, TextOpener opener)
    {
        var own = d.Texts.Where(t => t.Author == reader.Person).Select(t => t.Version).ToHashSet();
        return new(
            d.Id,
            d.Version,
            d.Session,
            d.Basis,
            d.Private,
            d.State,
            Roles.Auditor,
            d.RequestedAt,
            [.. d.Texts.Select(t => t.Version)],
            own.Count,
            reader.Is(Roles.Member) ? null : opener.Open(d.Reference, RequestDisclosure.ReferenceMember),
            d.Hours,
            d.ObjectUntil,
            d.Agreements.Count,
            d.IsAgreedBy(reader.Person),
            d.From,
            d.Until,
            [.. d.Reads.Select(r => new ReadingView(r.At, r.Texts?.Count ?? 0, r.Texts?.Count(own.Contains) ?? 0))]
        );
    }
}

/// <summary>Some disclosures.</summary>
public sealed record DisclosuresView(IReadOnlyList<DisclosureView> Items);
