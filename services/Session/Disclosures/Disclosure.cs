using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Session.Disclosures;

/// <summary>What the law may ask to read a narrative for.</summary>
public enum DisclosurePurpose
{
    /// <summary>An order of a court or a prosecutor.</summary>
    JudicialOrder,

    /// <summary>Somebody in danger: penal code, 226-14.</summary>
    PersonInDanger,

    /// <summary>The data protection authority, or a person's own claim.</summary>
    DataProtection,

    /// <summary>Something that went wrong, and that nothing else explains.</summary>
    IncidentReview,
}

/// <summary>Where a disclosure is.</summary>
public enum DisclosureState
{
    /// <summary>One person asks.</summary>
    Requested,

    /// <summary>Another one agreed, for a time.</summary>
    Approved,

    /// <summary>Another one did not agree.</summary>
    Refused,

    /// <summary>It was taken back.</summary>
    Ended,
}

/// <summary>The facts of a disclosure.</summary>
public abstract record DisclosureFact : Fact;

/// <summary>An auditor asks to read the narratives of a session, for a lawful purpose.</summary>
/// <param name="Requester">Who will read.</param>
/// <param name="Private">Whether what was said to the narrator alone is asked for too.</param>
public sealed record DisclosureRequested(Guid Engagement, Guid Group, Guid Session, Guid Requester, DisclosurePurpose Purpose, bool Private)
    : DisclosureFact,
        IBelongsToEngagement;

/// <summary>A second person, of another role, agreed.</summary>
/// <param name="Until">When it ends.</param>
public sealed record DisclosureApproved(Guid Approver, DateTimeOffset Until) : DisclosureFact;

/// <summary>A second person did not agree.</summary>
public sealed record DisclosureRefused(Guid Approver) : DisclosureFact;

/// <summary>The narratives are read: stored before they are opened.</summary>
public sealed record NarrativesRead(Guid Requester) : DisclosureFact;

/// <summary>It was taken back; nothing is read under it any more.</summary>
public sealed record DisclosureEnded(Guid Approver) : DisclosureFact;

/// <summary>A disclosure (break-glass): one person asks to read what was said in a session, another of another role approves, for a time, and
/// the group's members see both and each reading.</summary>
public sealed record Disclosure(
    Guid Engagement,
    Guid Group,
    Guid Session,
    Guid Requester,
    DisclosurePurpose Purpose,
    bool Private,
    DisclosureState State,
    Guid? Approver,
    DateTimeOffset? Until,
    IReadOnlyList<DateTimeOffset> Readings
) : Aggregate, IFold<Disclosure>
{
    /// <inheritdoc />
    public static Type Facts => typeof(DisclosureFact);

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset RequestedAt { get; init; }

    /// <inheritdoc />
    public static Disclosure Fold(Disclosure? state, Fact fact) =>
        (state, fact) switch
        {
            (null, DisclosureRequested e) => new(
                e.Engagement,
                e.Group,
                e.Session,
                e.Requester,
                e.Purpose,
                e.Private,
                DisclosureState.Requested,
                null,
                null,
                []
            )
            {
                RequestedAt = e.OccurredAt,
            },
            ({ } d, DisclosureApproved e) => d with { State = DisclosureState.Approved, Approver = e.Approver, Until = e.Until },
            ({ } d, DisclosureRefused e) => d with { State = DisclosureState.Refused, Approver = e.Approver },
            ({ } d, NarrativesRead e) => d with { Readings = [.. d.Readings, e.OccurredAt] },
            ({ } d, DisclosureEnded) => d with { State = DisclosureState.Ended },
            _ => throw new UnknownFactException(fact),
        };

    /// <summary>Whether this person may read by it at this moment.</summary>
    public bool Opens(Actor actor, DateTimeOffset now) =>
        State == DisclosureState.Approved && now < Until && actor.Is(Roles.Auditor) && actor.Person == Requester;

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) => actor.Is(Roles.Practice) || (actor.Is(Roles.Auditor) && actor.Person == Requester);
}

/// <summary>A disclosure as those see it who ask, who approve, and whose words are read. Persons are not named: the roles are.</summary>
/// <param name="RequestedBy">The role of who asks.</param>
/// <param name="ApprovedBy">The role of who agreed, once somebody did.</param>
/// <param name="Readings">When the narratives were read.</param>
public sealed record DisclosureView(
    Guid Id,
    long Version,
    Guid Session,
    DisclosurePurpose Purpose,
    bool Private,
    DisclosureState State,
    string RequestedBy,
    DateTimeOffset RequestedAt,
    string? ApprovedBy,
    DateTimeOffset? Until,
    IReadOnlyList<DateTimeOffset> Readings
)
{
    /// <summary>The view.</summary>
    public static DisclosureView Of(Disclosure d) =>
        new(
            d.Id,
            d.Version,
            d.Session,
            d.Purpose,
            d.Private,
            d.State,
            Roles.Auditor,
            d.RequestedAt,
            d.State is DisclosureState.Approved or DisclosureState.Ended ? Roles.Practice : null,
            d.Until,
            d.Readings
        );
}

/// <summary>Some disclosures.</summary>
public sealed record DisclosuresView(IReadOnlyList<DisclosureView> Items);
