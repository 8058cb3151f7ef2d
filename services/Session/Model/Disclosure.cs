using PracticeAnalysis.Access;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Session.Model;

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
