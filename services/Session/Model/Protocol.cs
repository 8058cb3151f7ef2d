using PracticeAnalysis.Contracts;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Session.Protocols;

namespace PracticeAnalysis.Session.Model;

/// <summary>A protocol (déroulement): ordered phases; the order is immutable. Data, versioned, immutable once shipped.</summary>
/// <param name="Name">By which it is pinned and named in problems: 2 to 40 lower-case letters, digits and hyphens, a letter first.</param>
/// <param name="Version">1 to 1000; once published it never changes.</param>
/// <param name="Source">The document it comes from, S0 to S4; of a practice's own, the work that it cites.</param>
/// <param name="Strictness">How far a session may leave it, where its frame does not ask for more.</param>
/// <param name="Phases">One to twenty, in the order in which a group goes through them.</param>
public sealed record Protocol(string Name, int Version, string Source, Strictness Strictness, IReadOnlyList<Phase> Phases);

/// <summary>One phase: who may bring what, and what must be there before the next.</summary>
/// <param name="Code">By which sessions name it, another one for each phase: 2 to 40 lower-case letters, digits and hyphens, a letter first.</param>
/// <param name="Label">Its name in French, as the field says it.</param>
/// <param name="Brings">Which kinds of contribution it takes, each once, and from whom; empty where it takes none.</param>
/// <param name="Needs">What must be there before it is completed, as far as the protocol may not be left; each once.</param>
/// <param name="Asks">Kinds of contribution of which at least one each must stand before the next phase.</param>
/// <param name="Minutes">A soft time box: when it has passed the group is reminded, and nothing is cut.</param>
public sealed record Phase(
    string Code,
    string Label,
    IReadOnlyList<Bringing> Brings,
    IReadOnlyList<Need> Needs,
    IReadOnlyList<ContributionKind>? Asks = null,
    int? Minutes = null
);

/// <summary>A kind of contribution and who may bring it.</summary>
/// <param name="Kind">What may be brought in the phase.</param>
/// <param name="By">Who may bring it, each part once: narrator, member or facilitator.</param>
public sealed record Bringing(ContributionKind Kind, IReadOnlyList<Part> By);

/// <summary>The part a person has in a session.</summary>
public enum Part
{
    /// <summary>The member whose situation is worked on.</summary>
    Narrator,

    /// <summary>A member present who is not the narrator.</summary>
    Member,

    /// <summary>The facilitator.</summary>
    Facilitator,
}

/// <summary>What a phase may ask before it is completed.</summary>
public enum Need
{
    /// <summary>At least one situation was raised (S4).</summary>
    SituationRaised,

    /// <summary>A situation was chosen, and with it its narrator.</summary>
    SituationChosen,

    /// <summary>The narrator exposed the situation.</summary>
    Exposed,

    /// <summary>The narrator stated the position from which they start (S4).</summary>
    StartingPositionStated,

    /// <summary>At least one interpretation was made (S2).</summary>
    Interpreted,

    /// <summary>The narrator pronounced on every interpretation that stands (S2).</summary>
    EveryInterpretationPronounced,

    /// <summary>A response adapted to the situation was elaborated (S2).</summary>
    Responded,

    /// <summary>The narrator stated an objective that depends on them (S4).</summary>
    ObjectiveStated,

    /// <summary>Every member present, the narrator aside, brought a piste (S4).</summary>
    PisteFromEveryMember,

    /// <summary>The narrator gave feedback, against the starting position (S4).</summary>
    FeedbackGiven,

    /// <summary>Every member present gave an echo (S4).</summary>
    EchoFromEveryMember,

    /// <summary>The facilitator shared what they live too (S3, supervision).</summary>
    FacilitatorShares,

    /// <summary>At least one decision was agreed in common (S3, regulation).</summary>
    DecidedInCommon,
}
