using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

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
