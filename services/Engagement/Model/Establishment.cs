using System.Text.Json.Serialization;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

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
/// <param name="Since">From when on, as the practice says; what runs, and figures, go by <c>at</c>.</param>
/// <param name="Reason">Whether the establishment moved, merged with others or was taken over.</param>
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
public sealed record Establishment(string Name, string? Siret, string? Finess, string Sector) : Aggregate, IFold<Establishment>
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
