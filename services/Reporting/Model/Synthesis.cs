using System.Text.Json.Serialization;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Negotiation.Bilans;

namespace PracticeAnalysis.Reporting.Model;

/// <summary>The facts of a synthesis.</summary>
public abstract record SynthesisFact : Fact;

/// <summary>A synthesis of a session or of a period was drafted: main axes, action tracks and decisions, and nothing else (S3).</summary>
/// <param name="Session">The session it is of, or null for the period.</param>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Practice)]
public sealed record SynthesisDrafted(
    Guid Engagement,
    Guid Establishment,
    Guid Group,
    Guid Facilitator,
    IReadOnlyList<Guid> Parties,
    Guid? Session,
    DateOnly From,
    DateOnly To,
    IReadOnlyList<MainAxis> Axes,
    IReadOnlyList<ListedText> Listed,
    Approval Approval = Approval.FacilitatorAndEveryMember
) : SynthesisFact, IBelongsToEngagement;

/// <summary>The draft was written anew; approvals given before are void.</summary>
[SeenBy(Roles.Facilitator, Roles.Member)]
public sealed record SynthesisRevised(IReadOnlyList<MainAxis> Axes, IReadOnlyList<ListedText> Listed) : SynthesisFact;

/// <summary>The group or its facilitator changed before the synthesis was validated.</summary>
/// <param name="Facilitator">Who leads the group; null while nobody does.</param>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Practice)]
public sealed record SynthesisEntrusted(IReadOnlyList<Guid> Joined, IReadOnlyList<Guid> Left, Guid? Facilitator) : SynthesisFact;

/// <summary>The synthesis is validated, and another facilitator answers for it: who was relieved reads it no more, nor hands it over.</summary>
/// <param name="Facilitator">Null while nobody leads the group.</param>
[SeenBy(Roles.Facilitator)]
public sealed record SettledSynthesisEntrusted(Guid? Facilitator) : SynthesisFact;

/// <summary>Another establishment took the place of the one that it is for, which reads it no more.</summary>
/// <param name="Keeps">Whether it stays with the one of before where it was published; not so where that was not asked yet.</param>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Practice)]
public sealed record SynthesisTakenOver(Guid Establishment, Guid Successor, bool Keeps = false) : SynthesisFact;

/// <summary>The text is fixed: this hash is approved, and nothing else.</summary>
/// <param name="Text">The text, sealed anew under the engagement's key: it is nobody's own any more, and outlives whoever wrote it.</param>
/// <param name="NoMemberMeant">Whether its words may name members, and the facilitator said that none is meant.</param>
/// <param name="Parties">Who decides upon it, wherever they are later: the facilitator, and the members who are there. Null where it was locked before that was
/// asked: who left was waited for no more.</param>
/// <param name="Sessions">The sessions whose themes it holds from now on. Null where it was locked before it held any.</param>
/// <param name="Addressee">The establishment that the text is for, and that it is handed to alone; null where it was locked before that was said.</param>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Practice)]
public sealed record SynthesisLocked(
    string TextHash,
    OutwardText? Text = null,
    bool NoMemberMeant = false,
    IReadOnlyList<Guid>? Parties = null,
    IReadOnlyList<Guid>? Sessions = null,
    Guid? Addressee = null
) : SynthesisFact;

/// <summary>All that leaves in a synthesis.</summary>
public sealed record OutwardText(IReadOnlyList<MainAxis> Axes, IReadOnlyList<ListedText> Listed);

/// <summary>A party approved the locked text.</summary>
/// <param name="NoMemberMeant">Whether they confirmed that it means no member.</param>
[SeenBy(Roles.Facilitator, Roles.Member)]
public sealed record SynthesisApproved(Guid Party, string TextHash, bool NoMemberMeant = false) : SynthesisFact;

/// <summary>Somebody whom the text names asked for it or agreed (S3).</summary>
[SeenBy(Roles.Facilitator, Roles.Member)]
public sealed record SynthesisNamingAgreed(Guid Person) : SynthesisFact;

/// <summary>Somebody whom the text names took that back (S3).</summary>
[SeenBy(Roles.Facilitator, Roles.Member)]
public sealed record SynthesisNamingRevoked(Guid Person) : SynthesisFact;

/// <summary>The group validated it: those approved whose word the frame asks for.</summary>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Practice)]
public sealed record SynthesisValidated(string TextHash) : SynthesisFact;

/// <summary>It was handed to the establishment.</summary>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Practice, Roles.Establishment)]
public sealed record SynthesisPublished : SynthesisFact;

/// <summary>A main axis that was worked on: its codes, and a text that names nobody who did not agree.</summary>
/// <param name="Axis">One of Gollac's six, as it was coded.</param>
/// <param name="Level">individual, collective or organisational.</param>
/// <param name="Names">Those whom the text names.</param>
public sealed record MainAxis(string Axis, string Level, Sealed Text, IReadOnlyList<Guid>? Names = null);

/// <summary>Where a synthesis is.</summary>
public enum SynthesisState
{
    /// <summary>It is written, and nobody decides upon it yet.</summary>
    Draft,

    /// <summary>Its text is fixed and waits for approvals.</summary>
    Locked,

    /// <summary>The group validated it; it is not handed over yet.</summary>
    Validated,

    /// <summary>Handed to the establishment.</summary>
    Published,
}

/// <summary>A synthesis: the anonymised account of a session or period, validated by the group (S3).</summary>
public sealed record Synthesis(
    Guid Engagement,
    Guid Establishment,
    Guid Group,
    Guid? Facilitator,
    IReadOnlyList<Guid> Parties,
    Guid? Session,
    DateOnly From,
    DateOnly To,
    IReadOnlyList<MainAxis> Axes,
    IReadOnlyList<ListedText> Listed,
    Approval Approval,
    SynthesisState State,
    string? TextHash,
    IReadOnlyList<Guid> Approvals,
    IReadOnlyList<Guid> NamedByConsent
) : Aggregate, IFold<Synthesis>
{
    /// <inheritdoc />
    public static Type Facts => typeof(SynthesisFact);

    /// <summary>Whether words of the locked text may name members, and the facilitator said that none is meant.</summary>
    public bool NoMemberMeant { get; init; }

    /// <summary>Those whose approval confirms that no member is meant.</summary>
    public IReadOnlyList<Guid> Confirmed { get; init; } = [];

    /// <summary>Who decides upon the locked text; null where none is, or it was locked before they were named.</summary>
    public IReadOnlyList<Guid>? Asked { get; init; }

    /// <summary>The sessions whose themes the locked text holds.</summary>
    public IReadOnlyList<Guid> Holds { get; init; } = [];

    /// <summary>The establishment that the locked text is for, as its parties know; null while none is locked.</summary>
    public Guid? Addressee { get; init; }

    /// <summary>Whether its text was locked for another establishment than the engagement's is now.</summary>
    [JsonIgnore]
    public bool IsForAnother =>
        State is SynthesisState.Locked or SynthesisState.Validated && Addressee is { } addressee && addressee != Establishment;

    /// <summary>Who decides upon it: of a locked text who was there at its lock, else who is there.</summary>
    [JsonIgnore]
    public IReadOnlyList<Guid> Deciding => Asked ?? Parties;

    /// <summary>Whether it is still worked on.</summary>
    [JsonIgnore]
    public bool IsOpen => State is SynthesisState.Draft or SynthesisState.Locked;

    /// <summary>Those whom the text names without their agreement.</summary>
    [JsonIgnore]
    public IEnumerable<Guid> NamedWithoutConsent => Axes.SelectMany(a => a.Names ?? []).Except(NamedByConsent);

    /// <inheritdoc />
    public static Synthesis Fold(Synthesis? state, Fact fact) =>
        (state, fact) switch
        {
            (null, SynthesisDrafted e) => new(
                e.Engagement,
                e.Establishment,
                e.Group,
                e.Facilitator,
                e.Parties,
                e.Session,
                e.From,
                e.To,
                e.Axes,
                e.Listed,
                e.Approval,
                SynthesisState.Draft,
                null,
                [],
                []
            ),
            ({ } s, SynthesisRevised e) => s with
            {
                Axes = e.Axes,
                Listed = e.Listed,
                State = SynthesisState.Draft,
                TextHash = null,
                Approvals = [],
                NoMemberMeant = false,
                Confirmed = [],
                Asked = null,
                Addressee = null,
                Holds = [],
            },
            ({ } s, SynthesisEntrusted e) => (s.Asked is { } asked ? s.Keeping(asked, e) : s.Leaving(e)) with
            {
                Facilitator = e.Facilitator,
                Parties =
                [
                    .. e.Facilitator is { } leads ? new[] { leads } : [],
                    .. s.Parties.Where(p => p != s.Facilitator).Union(e.Joined).Except(e.Left),
                ],
            },
            ({ } s, SettledSynthesisEntrusted e) => s with { Facilitator = e.Facilitator },
            ({ State: SynthesisState.Published } s, SynthesisTakenOver { Keeps: true }) => s,
            ({ } s, SynthesisTakenOver e) => s with { Establishment = e.Successor },
            ({ } s, SynthesisLocked e) => (e.Text is { } text ? s.Holding(text) : s) with
            {
                State = SynthesisState.Locked,
                TextHash = e.TextHash,
                NoMemberMeant = e.NoMemberMeant,
                Asked = e.Parties,
                Addressee = e.Addressee ?? s.Establishment,
                Approvals = [],
                Confirmed = [],
                Holds = e.Sessions ?? [],
            },
            ({ } s, SynthesisApproved e) => s with
            {
                Approvals = [.. s.Approvals.Union([e.Party])],
                Confirmed = e.NoMemberMeant ? [.. s.Confirmed.Union([e.Party])] : s.Confirmed,
            },
            ({ } s, SynthesisNamingAgreed e) => s with { NamedByConsent = [.. s.NamedByConsent, e.Person] },
            ({ } s, SynthesisNamingRevoked e) => s with { NamedByConsent = [.. s.NamedByConsent.Where(p => p != e.Person)] },
            ({ } s, SynthesisValidated) => s with { State = SynthesisState.Validated },
            ({ } s, SynthesisPublished) => s with { State = SynthesisState.Published },
            _ => throw new UnknownFactException(fact),
        };

    // Who left keeps their word on what is locked; another facilitator takes the place of the first.
    private Synthesis Keeping(IReadOnlyList<Guid> asked, SynthesisEntrusted e) =>
        this with
        {
            Asked = [.. e.Facilitator is { } leads ? new[] { leads } : [], .. asked.Where(p => p != Facilitator)],
            Approvals = [.. Approvals.Where(a => a == e.Facilitator || a != Facilitator)],
            Confirmed = [.. Confirmed.Where(a => a == e.Facilitator || a != Facilitator)],
        };

    private Synthesis Leaving(SynthesisEntrusted e) =>
        this with
        {
            Approvals = [.. Approvals.Except(e.Left).Where(a => a == e.Facilitator || a != Facilitator)],
            Confirmed = [.. Confirmed.Except(e.Left).Where(a => a == e.Facilitator || a != Facilitator)],
        };

    // Who left since reads a locked text alone, of before as of now.
    /// <inheritdoc />
    public static Synthesis Withdrawing(Synthesis then, Synthesis now) =>
        then.State == SynthesisState.Draft && then.Parties.Except(now.Parties).ToList() is { Count: > 0 } left
            ? then with
            {
                Parties = [.. then.Parties.Except(left)],
            }
            : then;

    // The practice follows the state: that a locked text is a draft again shows to it, and how often a draft is written anew does not.
    /// <inheritdoc />
    public static bool Shows(Synthesis? before, Fact fact, string role) =>
        Readers.Name(fact, role) || (role == Roles.Practice && before is { State: SynthesisState.Locked } && fact is SynthesisRevised);

    /// <summary>The synthesis with its text sealed anew.</summary>
    public Synthesis Holding(OutwardText text) => this with { Axes = text.Axes, Listed = text.Listed };

    /// <summary>The hash of the exact text, over its codes and the SHA-256 of each stored ciphertext; it needs no key.</summary>
    public string HashOfText() =>
        Canonical.Hash(
            string.Join(
                '\n',
                Axes.Select(a => $"axis {a.Axis} {a.Level} {Canonical.HashOf(a.Text)}")
                    .Concat(Listed.Select(l => $"listed {l.Kind} {l.Id} {Canonical.HashOf(l.Text)}"))
            )
        );

    /// <summary>Whether this person validates it.</summary>
    public bool IsParty(Actor actor) =>
        (actor.Is(Roles.Facilitator) && actor.Person == Facilitator) || (actor.Is(Roles.Member) && Parties.Contains(actor.Person));

    /// <summary>Whether this person reads its text before it is published: who left decides upon the locked text, and reads it.</summary>
    public bool IsReadBy(Actor actor) =>
        IsParty(actor) || (actor.Is(Roles.Member) && State == SynthesisState.Locked && Asked?.Contains(actor.Person) is true);

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) =>
        IsReadBy(actor)
        || actor.Is(Roles.Practice)
        || (actor.Is(Roles.Establishment) && actor.Establishment == Establishment && State == SynthesisState.Published);
}
