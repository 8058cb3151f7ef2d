using System.Text.Json.Serialization;
using PracticeAnalysis.Engagement.Corrections;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Establishments;

/// <summary>The facts of an establishment.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Platform)]
public abstract record EstablishmentFact : Fact;

/// <summary>An establishment (ESMS, association, school, firm) was registered.</summary>
/// <param name="Name">Its public name.</param>
/// <param name="Siret">SIRET, 14 digits.</param>
/// <param name="Finess">FINESS number of the site (ET), in the sector.</param>
/// <param name="Sector">social, health, medico-social, or another word of the field.</param>
/// <param name="Entity">FINESS number of its legal entity (EJ); a site is not its entity.</param>
/// <param name="Territory">Code of its department.</param>
public sealed record EstablishmentRegistered(
    string Name,
    string Siret,
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

/// <summary>What was announced does not take effect: the practice withdrew it, or the successor had been succeeded itself by then.</summary>
public sealed record SuccessionWithdrawn : EstablishmentFact;

/// <summary>Another establishment of the practice took its place: it asks for nothing new, and what runs goes on with its successor.</summary>
/// <param name="Since">From when on, as the practice says; nothing follows from it.</param>
/// <param name="Confirmed">Whether the establishment confirmed it, by a token of its own.</param>
public sealed record EstablishmentSucceeded(Guid Successor, DateOnly Since, SuccessionReason Reason, bool Confirmed = false)
    : EstablishmentFact;

/// <summary>The establishment took the place of another one of the practice.</summary>
/// <param name="Since">From when on, as the practice says.</param>
public sealed record EstablishmentTookOver(Guid Predecessor, DateOnly Since, SuccessionReason Reason) : EstablishmentFact;

/// <summary>A correction of what is registered.</summary>
public sealed record EstablishmentCorrection(
    EstablishmentDetails From,
    EstablishmentDetails To,
    CorrectionReason Reason,
    DateOnly? Since,
    DateTimeOffset At
);

/// <summary>Which establishment took the place of another one, since when and why.</summary>
/// <param name="Establishment">The other one: the successor; of a predecessor, the predecessor.</param>
/// <param name="At">When it took effect: what runs changed its hands then.</param>
public sealed record Succession(Guid Establishment, DateOnly Since, SuccessionReason Reason, DateTimeOffset At);

/// <summary>A succession that is announced.</summary>
/// <param name="Successor">Who is to take its place.</param>
/// <param name="From">When the establishment's silence agrees to it; null where its confirmation alone does.</param>
public sealed record AnnouncedSuccession(Guid Successor, DateOnly Since, SuccessionReason Reason, DateTimeOffset? From)
{
    /// <summary>Whether the establishment confirmed it.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>When the successor accepted it.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>What shows that, where the practice recorded it.</summary>
    public Sealed? ShownBy { get; init; }

    /// <summary>Until when the successor may object to what the practice recorded.</summary>
    public DateTimeOffset? ContestableUntil { get; init; }

    /// <summary>What is announced, and to whom it was told.</summary>
    [JsonIgnore]
    public string TextHash =>
        Canonical.Digest(
            new
            {
                Successor,
                Since,
                Reason,
                From,
            }
        );

    /// <summary>Whether both agreed by then: the establishment by its word or its silence, the successor by its word alone.</summary>
    public bool IsDue(DateTimeOffset now) => (IsConfirmed || From <= now) && AcceptedAt is not null && !(ContestableUntil > now);
}

/// <summary>An establishment (établissement): who asks and pays.</summary>
public sealed record Establishment(string Name, string Siret, string? Finess, string Sector) : Aggregate, IFold<Establishment>
{
    /// <inheritdoc />
    public static Type Facts => typeof(EstablishmentFact);

    /// <summary>FINESS number of its legal entity (EJ).</summary>
    public string? Entity { get; init; }

    /// <summary>Code of its department.</summary>
    public string? Territory { get; init; }

    /// <summary>What was put right, the first one first.</summary>
    public IReadOnlyList<EstablishmentCorrection> Corrections { get; init; } = [];

    /// <summary>Who took its place, where one did.</summary>
    public Succession? Succession { get; init; }

    /// <summary>Who is to take its place, where that is announced.</summary>
    public AnnouncedSuccession? Announced { get; init; }

    /// <summary>Whether it objected to a succession: from then on none takes effect but by its confirmation.</summary>
    public bool HasObjected { get; init; }

    /// <summary>Those who objected to taking its place: from then on each of them accepts that by a token of its own alone.</summary>
    public IReadOnlyList<Guid> Declining { get; init; } = [];

    /// <summary>Whose place it took.</summary>
    public IReadOnlyList<Succession> Predecessors { get; init; } = [];

    /// <summary>What is registered of it, as it stands.</summary>
    [JsonIgnore]
    public EstablishmentDetails Details => new(Name, Siret, Finess, Sector, Entity, Territory);

    /// <inheritdoc />
    public static Establishment Fold(Establishment? state, Fact fact) =>
        (state, fact) switch
        {
            (null, EstablishmentRegistered e) => new(e.Name, e.Siret, e.Finess, e.Sector) { Entity = e.Entity, Territory = e.Territory },
            ({ } s, EstablishmentCorrected { To: var to } e) => s with
            {
                Name = to.Name,
                Siret = to.Siret,
                Finess = to.Finess,
                Sector = to.Sector,
                Entity = to.Entity,
                Territory = to.Territory,
                Corrections = [.. s.Corrections, new(e.From, to, e.Reason, e.Since, e.OccurredAt)],
            },
            ({ } s, SuccessionAnnounced e) => s with { Announced = new(e.Successor, e.Since, e.Reason, e.From) },
            ({ } s, SuccessionConfirmed) => s with { Announced = s.Announced! with { IsConfirmed = true } },
            ({ } s, SuccessionAccepted e) => s with
            {
                Announced = s.Announced! with { AcceptedAt = e.OccurredAt, ShownBy = e.ShownBy, ContestableUntil = e.ContestableUntil },
            },
            ({ } s, SuccessionObjected { Successor: { } successor }) => s with
            {
                Announced = null,
                Declining = [.. s.Declining.Union([successor])],
            },
            ({ } s, SuccessionObjected) => s with { Announced = null, HasObjected = true },
            ({ } s, SuccessionWithdrawn) => s with { Announced = null },
            ({ } s, EstablishmentSucceeded e) => s with
            {
                Announced = null,
                Succession = new(e.Successor, e.Since, e.Reason, e.OccurredAt),
            },
            ({ } s, EstablishmentTookOver e) => s with
            {
                Predecessors = [.. s.Predecessors, new(e.Predecessor, e.Since, e.Reason, e.OccurredAt)],
            },
            _ => throw new UnknownFactException(fact),
        };

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) =>
        actor.Is(Roles.Practice)
        || actor.Is(Roles.Facilitator)
        || actor.Is(Roles.Platform)
        || (actor.Establishment is { } own && (own == Id || own == (Announced?.Successor ?? Succession?.Establishment)));
}

/// <summary>A succession that is announced, as the API shows it.</summary>
/// <param name="Successor">Who is to take its place.</param>
/// <param name="From">When the establishment's silence agrees to it; null where its confirmation alone does. The successor's silence never does.</param>
/// <param name="Confirmed">Whether the establishment confirmed it.</param>
/// <param name="AcceptedAt">When the successor accepted that it pays from the effect on; null while it has not.</param>
/// <param name="ShownBy">What shows that, where the practice recorded it.</param>
/// <param name="ContestableUntil">Until when the successor may object to what the practice recorded: nothing takes effect before.</param>
public sealed record AnnouncedSuccessionView(
    Guid Successor,
    DateOnly Since,
    SuccessionReason Reason,
    DateTimeOffset? From,
    bool Confirmed,
    DateTimeOffset? AcceptedAt,
    string? ShownBy,
    DateTimeOffset? ContestableUntil
);

/// <summary>An establishment as the API shows it.</summary>
/// <param name="Corrections">What was put right, field by field, the first one first.</param>
/// <param name="Correctable">What may be put right, and by whom; no time ends it.</param>
/// <param name="Succession">Who took its place, where one did: it asks for nothing new since.</param>
/// <param name="Predecessors">Whose place it took.</param>
/// <param name="Announced">Who is to take its place, and when; the establishment confirms that, the successor accepts it, and either may object.</param>
public sealed record EstablishmentView(
    Guid Id,
    long Version,
    string Name,
    string Siret,
    string? Finess,
    string Sector,
    string? Entity,
    string? Territory,
    IReadOnlyList<CorrectionView> Corrections,
    IReadOnlyList<Correctable> Correctable,
    Succession? Succession,
    IReadOnlyList<Succession> Predecessors,
    AnnouncedSuccessionView? Announced
) : ShowsTexts
{
    private static readonly IReadOnlyList<Correctable> Fields =
    [
        .. new[] { "name", "siret", "finess", "sector", "entity", "territory" }.Select(field => new Correctable(field, [Roles.Practice])),
    ];

    /// <summary>The texts it shows.</summary>
    public static IEnumerable<Sealed> Texts(Establishment e) => e.Announced?.ShownBy is { } shown ? [shown] : [];

    /// <summary>The view of an establishment.</summary>
    public static EstablishmentView Of(Establishment e, TextOpener opener) =>
        new(
            e.Id,
            e.Version,
            e.Name,
            e.Siret,
            e.Finess,
            e.Sector,
            e.Entity,
            e.Territory,
            [
                .. e.Corrections.SelectMany(c =>
                    c.From.DifferencesTo(c.To).Select(d => new CorrectionView(d.Field, d.From, d.To, c.Reason, c.At, c.Since))
                ),
            ],
            Fields,
            e.Succession,
            e.Predecessors,
            e.Announced is { } a
                ? new(
                    a.Successor,
                    a.Since,
                    a.Reason,
                    a.From,
                    a.IsConfirmed,
                    a.AcceptedAt,
                    opener.Open(a.ShownBy, AcceptSuccession.ShownMember),
                    a.ContestableUntil
                )
                : null
        );
}

/// <summary>The establishments that a reader sees.</summary>
public sealed record EstablishmentsView(IReadOnlyList<EstablishmentView> Items);
