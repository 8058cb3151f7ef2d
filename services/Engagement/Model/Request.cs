using System.Text.Json.Serialization;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

/// <summary>What a request (demande) is about; the kind of dispositif proposed follows from it (S3).</summary>
public enum Demand
{
    /// <summary>A complex situation of support: analysis.</summary>
    ComplexSituation,

    /// <summary>The relation: supervision.</summary>
    Relation,

    /// <summary>The working of the team: regulation.</summary>
    TeamWorking,

    /// <summary>The practice of managers (S2): analysis.</summary>
    ManagersPractice,
}

/// <summary>The sector a request comes from.</summary>
public enum Sector
{
    /// <summary>The social sector (secteur social).</summary>
    Social,

    /// <summary>The health sector (secteur sanitaire).</summary>
    Health,

    /// <summary>The medico-social sector (secteur médico-social).</summary>
    MedicoSocial,

    /// <summary>Education, such as a school.</summary>
    Education,

    /// <summary>Another one, such as a firm.</summary>
    Other,
}

/// <summary>Where a request is.</summary>
public enum RequestState
{
    /// <summary>It was submitted, and waits for a kind to be decided.</summary>
    Submitted,

    /// <summary>A kind was decided; an engagement may be opened.</summary>
    Qualified,

    /// <summary>The practice declined it.</summary>
    Declined,

    /// <summary>It was withdrawn before an engagement came of it.</summary>
    Withdrawn,

    /// <summary>An engagement came of it.</summary>
    Converted,
}

/// <summary>The facts of a request.</summary>
public abstract record RequestFact : Fact;

/// <summary>A request was submitted. It reserves the id of the engagement that may come of it.</summary>
/// <param name="Asked">What was asked.</param>
/// <param name="Following">The engagement whose final bilan recommended it, if any.</param>
[SeenBy(Roles.Practice, Roles.Establishment, Roles.Facilitator)]
public sealed record RequestSubmitted(Guid Establishment, Demand Demand, Sealed Asked, Guid Engagement, Guid? Following = null)
    : RequestFact,
        IBelongsToEngagement;

/// <summary>The context of the request was recorded (S2: the nature of the dispositif comes from it).</summary>
/// <param name="Territory">Code of the department; in facts of before, a place in words.</param>
/// <param name="Headcount">How many professionals it concerns.</param>
[SeenBy(Roles.Practice, Roles.Establishment, Roles.Facilitator)]
public sealed record RequestContextRecorded(Sealed Context, Sector Sector, string Territory, int Headcount) : RequestFact;

/// <summary>The kind was decided by a person; what the demand proposed is kept beside, and the reason.</summary>
[SeenBy(Roles.Practice, Roles.Establishment, Roles.Facilitator)]
public sealed record RequestQualified(Kind Proposed, Kind Decided, Sealed Reason) : RequestFact;

/// <summary>The practice declined the request.</summary>
[SeenBy(Roles.Practice, Roles.Establishment, Roles.Facilitator)]
public sealed record RequestDeclined(Sealed Reason) : RequestFact;

/// <summary>The request was withdrawn.</summary>
[SeenBy(Roles.Practice, Roles.Establishment, Roles.Facilitator)]
public sealed record RequestWithdrawn(Sealed Reason) : RequestFact;

/// <summary>An engagement came of the request.</summary>
[SeenBy(Roles.Practice, Roles.Establishment, Roles.Facilitator)]
public sealed record RequestConverted : RequestFact;

/// <summary>The facilitator assigned to the engagement may read the request.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator)]
public sealed record RequestEntrusted(Guid Facilitator) : RequestFact;

/// <summary>The request is another establishment's: it was entered for the wrong one, or another one took the place of who asked.</summary>
/// <param name="From">Whose it was, which reads it no more.</param>
/// <param name="To">Whose it is.</param>
[SeenBy(Roles.Practice, Roles.Establishment, Roles.Facilitator)]
public sealed record RequestMoved(Guid From, Guid To) : RequestFact;

/// <summary>A request (demande): what was asked, by whom, in which context.</summary>
public sealed record Request(
    RequestState State,
    Guid Establishment,
    Demand Demand,
    Sealed Asked,
    Guid Engagement,
    Sealed? Context = null,
    Sector? Sector = null,
    string? Territory = null,
    int? Headcount = null,
    Kind? Kind = null,
    Sealed? Reason = null,
    Guid? Facilitator = null
) : Aggregate, IFold<Request>
{
    /// <summary>The engagement whose final bilan recommended it, if any (S2).</summary>
    public Guid? Following { get; init; }

    /// <summary>When it was submitted, as that was dated.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Whether it is still to be decided on, or opened.</summary>
    [JsonIgnore]
    public bool IsOpen => State is RequestState.Submitted or RequestState.Qualified;

    /// <inheritdoc />
    public static Type Facts => typeof(RequestFact);

    /// <summary>The kind that the demand proposes (S3).</summary>
    public static Kind Propose(Demand demand) =>
        demand switch
        {
            Demand.Relation => Model.Kind.Supervision,
            Demand.TeamWorking => Model.Kind.Regulation,
            _ => Model.Kind.PracticeAnalysis,
        };

    /// <inheritdoc />
    public static Request Fold(Request? state, Fact fact) =>
        (state, fact) switch
        {
            (null, RequestSubmitted e) => new(RequestState.Submitted, e.Establishment, e.Demand, e.Asked, e.Engagement)
            {
                Following = e.Following,
                AskedAt = e.OccurredAt,
            },
            (not null, RequestContextRecorded e) => state with
            {
                Context = e.Context,
                Sector = e.Sector,
                Territory = e.Territory,
                Headcount = e.Headcount,
            },
            (not null, RequestQualified e) => state with { State = RequestState.Qualified, Kind = e.Decided, Reason = e.Reason },
            (not null, RequestDeclined e) => state with { State = RequestState.Declined, Reason = e.Reason },
            (not null, RequestWithdrawn e) => state with { State = RequestState.Withdrawn, Reason = e.Reason },
            (not null, RequestConverted) => state with { State = RequestState.Converted },
            (not null, RequestMoved e) => state with { Establishment = e.To },
            (not null, RequestEntrusted e) => state with { Facilitator = e.Facilitator },
            _ => throw new UnknownFactException(fact),
        };

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) =>
        actor.Is(Roles.Practice)
        || (actor.Is(Roles.Establishment) && actor.Establishment == Establishment)
        || (actor.Is(Roles.Facilitator) && actor.Person == Facilitator);
}
