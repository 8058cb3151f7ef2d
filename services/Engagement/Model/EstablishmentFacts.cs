using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

/// <summary>The facts of an establishment.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Platform)]
public abstract record EstablishmentFact : Fact;

/// <summary>An establishment (ESMS, association, school, firm) was registered.</summary>
/// <param name="Name">Its public name.</param>
/// <param name="Siret">SIRET, 14 digits; null where the site has a FINESS number alone.</param>
/// <param name="Finess">FINESS number of the site (ET), in the sector.</param>
/// <param name="Sector">social, health, medico-social, or another word of the field.</param>
/// <param name="Entity">FINESS number of its legal entity (EJ); a site is not its entity.</param>
/// <param name="Territory">Code of its department.</param>
public sealed record EstablishmentRegistered(
    string Name,
    string? Siret,
    string? Finess,
    string Sector,
    string? Entity = null,
    string? Territory = null
) : EstablishmentFact;

/// <summary>What is registered of the establishment was put right; or it was right, and is otherwise since.</summary>
/// <param name="From">What stood.</param>
/// <param name="To">What stands since.</param>
/// <param name="Since">From when on, where it was right before.</param>
public sealed record EstablishmentCorrected(
    EstablishmentDetails From,
    EstablishmentDetails To,
    CorrectionReason Reason,
    DateOnly? Since = null
) : EstablishmentFact;

/// <summary>Why another establishment takes the place of one: the list is closed.</summary>
public enum SuccessionReason
{
    /// <summary>It moved, and has another register entry since.</summary>
    Moved,

    /// <summary>It merged with others; each of them is succeeded.</summary>
    Merged,

    /// <summary>Another house took it over.</summary>
    TakenOver,
}

/// <summary>The practice announced that another establishment takes its place; nothing follows before it takes effect.</summary>
/// <param name="From">When it does, unless the establishment objects before; null where it had objected to one: it confirms, or nothing happens.</param>
/// <param name="Asks">Whether the successor is told of it; false where it was announced before that was so.</param>
public sealed record SuccessionAnnounced(Guid Successor, DateOnly Since, SuccessionReason Reason, DateTimeOffset? From, bool Asks = false)
    : EstablishmentFact;

/// <summary>The establishment confirmed what was announced, by a token of its own; it waits for the successor.</summary>
public sealed record SuccessionConfirmed : EstablishmentFact;

/// <summary>The successor accepted that it pays from the effect on: by a token of its own, or as the practice recorded it.</summary>
/// <param name="ShownBy">What shows it, where the practice recorded it.</param>
/// <param name="ContestableUntil">Until when the successor may object to what the practice recorded: nothing takes effect before.</param>
public sealed record SuccessionAccepted(Guid Successor, Sealed? ShownBy = null, DateTimeOffset? ContestableUntil = null)
    : EstablishmentFact;

/// <summary>What was announced does not take effect: the establishment objected, or the successor did, by a token of its own.</summary>
/// <param name="Successor">The successor, where it was the one.</param>
public sealed record SuccessionObjected(Guid? Successor = null) : EstablishmentFact;

/// <summary>What was announced does not take effect: the practice withdrew it, the successor was succeeded itself, or what it accepted to pay changed by a
/// contest.</summary>
public sealed record SuccessionWithdrawn : EstablishmentFact;

/// <summary>Another establishment of the practice took its place: it asks for nothing new, and what runs goes on with its successor.</summary>
/// <param name="Since">From when on, as the practice says; nothing follows from it.</param>
/// <param name="Confirmed">Whether the establishment confirmed it, by a token of its own.</param>
public sealed record EstablishmentSucceeded(Guid Successor, DateOnly Since, SuccessionReason Reason, bool Confirmed = false)
    : EstablishmentFact;

/// <summary>The establishment took the place of another one of the practice.</summary>
/// <param name="Since">From when on, as the practice says.</param>
public sealed record EstablishmentTookOver(Guid Predecessor, DateOnly Since, SuccessionReason Reason) : EstablishmentFact;
