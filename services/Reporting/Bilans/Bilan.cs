using System.Text.Json.Serialization;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Texts;

namespace PracticeAnalysis.Reporting.Bilans;

/// <summary>Where a bilan is.</summary>
public enum BilanState
{
    /// <summary>Drafted, amended.</summary>
    Draft,

    /// <summary>Its text is fixed and waits for approvals.</summary>
    Locked,

    /// <summary>Agreed.</summary>
    Agreed,

    /// <summary>Handed to the establishment.</summary>
    Published,

    /// <summary>Its negotiation failed.</summary>
    Failed,
}

/// <summary>How an amendment stands.</summary>
public enum AmendmentState
{
    /// <summary>Waiting for the facilitator.</summary>
    Proposed,

    /// <summary>Taken into the text.</summary>
    Accepted,

    /// <summary>Not taken.</summary>
    Refused,
}

/// <summary>Another text for a section.</summary>
public sealed record Amendment(Guid Id, Guid By, Dimension Dimension, Sealed Text, AmendmentState State);

/// <summary>An objection, with the reason that the group sees.</summary>
public sealed record Objection(Guid Id, Guid Party, Sealed Reason, bool Withdrawn);

/// <summary>A section, and the member of the fact that its text was sealed for.</summary>
public sealed record CurrentSection(Dimension Dimension, Sealed Text, string SealedFor);

/// <summary>A recommended orientation.</summary>
public sealed record Orientation(string Code, Sealed Text);

/// <summary>A bilan: negotiated between participants and facilitator; nothing is handed over before it is agreed (S2).</summary>
public sealed record Bilan(
    Guid Engagement,
    Guid Establishment,
    bool Final,
    IReadOnlyList<Guid> Groups,
    Guid Facilitator,
    IReadOnlyList<Guid> Parties,
    DateOnly From,
    DateOnly To,
    Figures Figures,
    IReadOnlyList<CurrentSection> Sections,
    BilanState State,
    IReadOnlyList<Amendment> Amendments,
    string? TextHash,
    DateTimeOffset? Deadline,
    IReadOnlyList<Guid> Approvals,
    IReadOnlyList<Guid> Dissents,
    IReadOnlyList<Objection> Objections,
    IReadOnlyList<Orientation> Orientations
) : Aggregate, IFold<Bilan>
{
    /// <inheritdoc />
    public static Type Facts => typeof(BilanFact);

    /// <summary>Whether it is still negotiated.</summary>
    [JsonIgnore]
    public bool IsNegotiated => State is BilanState.Draft or BilanState.Locked;

    /// <summary>Whether an objection stands.</summary>
    [JsonIgnore]
    public bool IsBlocked => Objections.Any(o => !o.Withdrawn);

    /// <inheritdoc />
    public static Bilan Fold(Bilan? state, Fact fact) =>
        (state, fact) switch
        {
            (null, BilanDrafted e) => new(
                e.Engagement,
                e.Establishment,
                e.Final,
                e.Groups,
                e.Facilitator,
                e.Parties,
                e.From,
                e.To,
                e.Figures,
                [.. e.Sections.Select(s => new CurrentSection(s.Dimension, s.Text, "BilanDrafted.Sections"))],
                BilanState.Draft,
                [],
                null,
                null,
                [],
                [],
                [],
                []
            ),
            ({ } b, AmendmentProposed e) => b with
            {
                Amendments = [.. b.Amendments, new(e.Amendment, e.By, e.Dimension, e.Text, AmendmentState.Proposed)],
            },
            ({ } b, AmendmentAccepted e) => b.Reopened() with
            {
                Sections = b.Amended(b.Amendments.Single(a => a.Id == e.Amendment)),
                Amendments = b.Setting(e.Amendment, AmendmentState.Accepted),
            },
            ({ } b, AmendmentRefused e) => b with { Amendments = b.Setting(e.Amendment, AmendmentState.Refused) },
            ({ } b, ContentLocked e) => b with { State = BilanState.Locked, TextHash = e.TextHash, Deadline = e.Deadline },
            ({ } b, PartyApproved e) => b with
            {
                Approvals = [.. b.Approvals, e.Party],
                Dissents = [.. b.Dissents.Where(d => d != e.Party)],
            },
            ({ } b, DissentRecorded e) => b with
            {
                Dissents = [.. b.Dissents, e.Party],
                Approvals = [.. b.Approvals.Where(a => a != e.Party)],
            },
            ({ } b, ObjectionRaised e) => b with { Objections = [.. b.Objections, new(e.Objection, e.Party, e.Reason, false)] },
            ({ } b, ObjectionWithdrawn e) => b with
            {
                Objections = [.. b.Objections.Select(o => o.Id == e.Objection ? o with { Withdrawn = true } : o)],
            },
            // What is recommended is part of what is agreed.
            ({ } b, OrientationRecommended e) => b.Reopened() with { Orientations = [.. b.Orientations, new(e.Code, e.Text)] },
            ({ } b, BilanAgreed) => b with { State = BilanState.Agreed },
            ({ } b, NegotiationFailed) => b with { State = BilanState.Failed },
            ({ } b, BilanPublished) => b with { State = BilanState.Published },
            _ => throw new UnknownFactException(fact),
        };

    /// <summary>The hash of the exact text: SHA-256 over each section's dimension and the SHA-256 of its stored ciphertext, then each
    /// orientation's code and that of its text. It needs no key, and outlives one.</summary>
    public string HashOfText() =>
        Canonical.Hash(
            string.Join(
                '\n',
                Sections
                    .Select(s => $"{s.Dimension} {HashOf(s.Text)}")
                    .Concat(Orientations.Select(o => $"orientation {o.Code} {HashOf(o.Text)}"))
            )
        );

    /// <summary>Whether this person negotiates it.</summary>
    public bool IsParty(Actor actor) =>
        (actor.Is(Roles.Facilitator) && actor.Person == Facilitator) || (actor.Is(Roles.Member) && Parties.Contains(actor.Person));

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) =>
        IsParty(actor)
        || actor.Is(Roles.Practice)
        || (actor.Is(Roles.Establishment) && actor.Establishment == Establishment && State is BilanState.Published);

    private static string HashOf(Sealed text) => Canonical.Hash(Convert.FromBase64String(text.Ciphertext));

    private Bilan Reopened() => this with { State = BilanState.Draft, TextHash = null, Deadline = null, Approvals = [], Dissents = [] };

    private IReadOnlyList<CurrentSection> Amended(Amendment amendment)
    {
        var text = new CurrentSection(amendment.Dimension, amendment.Text, "AmendmentProposed.Text");
        return Sections.Any(s => s.Dimension == amendment.Dimension)
            ? [.. Sections.Select(s => s.Dimension == amendment.Dimension ? text : s)]
            : [.. Sections, text];
    }

    private IReadOnlyList<Amendment> Setting(Guid amendment, AmendmentState state) =>
        [.. Amendments.Select(a => a.Id == amendment ? a with { State = state } : a)];
}
