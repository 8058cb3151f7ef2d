using PracticeAnalysis.Kernel;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Session.Model;

/// <summary>What a narrative was asked to be read for, by disclosures of before 0056: none of them is one any more.</summary>
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

/// <summary>On which basis narratives are read: the list is closed, and each basis has its own demand.</summary>
public enum DisclosureBasis
{
    /// <summary>An order of a court or a prosecutor, with its reference: agreed by the practice and the facilitator.</summary>
    JudicialOrder,

    /// <summary>Somebody in danger (penal code, 226-14): the texts concerned alone, confirmed by two persons, one of the group at least.</summary>
    PersonInDanger,

    /// <summary>The data protection authority, or a person's own claim: the texts concerned alone, confirmed by two persons, one of the group at least.</summary>
    DataProtection,

    /// <summary>Of disclosures of before: no basis any more, and nothing is asked for or read on it.</summary>
    IncidentReview,

    /// <summary>The agreement of each author concerned.</summary>
    AuthorsAgreement,

    /// <summary>The agreement of the group, unanimous: every member and the facilitator.</summary>
    GroupAgreement,
}

/// <summary>In which part somebody agreed to a disclosure.</summary>
public enum DisclosureParty
{
    /// <summary>For the practice.</summary>
    Practice,

    /// <summary>The group's facilitator.</summary>
    Facilitator,

    /// <summary>A member of the group, or one who was.</summary>
    Member,
}

/// <summary>A text that is asked for.</summary>
/// <param name="Version">Of the session's history, in which it stands.</param>
/// <param name="Author">Who said it.</param>
public sealed record AskedText(long Version, Guid Author);

/// <summary>Somebody's agreement.</summary>
/// <param name="Party">In which part.</param>
public sealed record Agreement(Guid Person, DisclosureParty Party);

/// <summary>The facts of a disclosure.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Auditor)]
public abstract record DisclosureFact : Fact;

/// <summary>Before 0056: an auditor asked to read the narratives of a session, for a lawful purpose.</summary>
/// <param name="Requester">Who would read.</param>
/// <param name="Private">Whether what was said to the narrator alone was asked for too.</param>
public sealed record DisclosureRequested(Guid Engagement, Guid Group, Guid Session, Guid Requester, DisclosurePurpose Purpose, bool Private)
    : DisclosureFact,
        IBelongsToEngagement;

/// <summary>An auditor asks, under a live grant, to read texts of a session on a basis of the closed list. Members and facilitator are told by it.</summary>
/// <param name="Requester">Who will read.</param>
/// <param name="Grant">The audit grant that it is under: when that is taken back, the disclosure ends.</param>
/// <param name="Private">Whether private texts are asked for too.</param>
/// <param name="Texts">The texts asked for, each with its author.</param>
/// <param name="Members">The group as it stands.</param>
/// <param name="Facilitator">Who facilitates it; null while nobody does.</param>
/// <param name="Hours">For how long it is read once it opens.</param>
/// <param name="ObjectUntil">Nothing is read before: until then one objection refuses it. Null where the basis leaves no delay.</param>
/// <param name="Reference">Of the judicial order, sealed.</param>
public sealed record DisclosureAsked(
    Guid Engagement,
    Guid Group,
    Guid Session,
    Guid Requester,
    Guid Grant,
    DisclosureBasis Basis,
    bool Private,
    IReadOnlyList<AskedText> Texts,
    IReadOnlyList<Guid> Members,
    Guid? Facilitator,
    int Hours,
    DateTimeOffset? ObjectUntil = null,
    Sealed? Reference = null
) : DisclosureFact, IBelongsToEngagement;

/// <summary>Somebody whom the basis asks agreed, or confirmed it.</summary>
public sealed record DisclosureAgreed(Guid Person, DisclosureParty Party) : DisclosureFact;

/// <summary>All that the basis demands is there; before 0056, a second person, of another role, agreed.</summary>
/// <param name="Approver">Whose agreement was the last.</param>
/// <param name="Until">When it ends.</param>
/// <param name="From">When it opens; null for at once.</param>
public sealed record DisclosureApproved(Guid Approver, DateTimeOffset Until, DateTimeOffset? From = null) : DisclosureFact;

/// <summary>One of the group objected: it is refused.</summary>
public sealed record DisclosureObjected(Guid Person) : DisclosureFact;

/// <summary>Somebody whom the basis asks did not agree: it is refused.</summary>
public sealed record DisclosureRefused(Guid Approver) : DisclosureFact;

/// <summary>The narratives are read: stored before they are opened.</summary>
/// <param name="Texts">The texts that are read, by the version in which each stands; null for disclosures of before 0056, which read all.</param>
public sealed record NarrativesRead(Guid Requester, IReadOnlyList<long>? Texts = null) : DisclosureFact;

/// <summary>It was taken back; nothing is read under it any more.</summary>
public sealed record DisclosureEnded(Guid Approver) : DisclosureFact;

/// <summary>The grant that it was under was taken back: it ends with it.</summary>
public sealed record DisclosureLapsed : DisclosureFact;

/// <summary>The group or its facilitator changed: from now on these are asked.</summary>
public sealed record DisclosureGroupChanged(IReadOnlyList<Guid> Members, Guid? Facilitator) : DisclosureFact;
