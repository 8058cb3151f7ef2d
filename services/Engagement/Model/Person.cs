using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Ledger;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Engagement.Model;

/// <summary>The facts of what was asked and done about a person's data; no name and no text is in them.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Establishment, Roles.Platform, Roles.Auditor, Roles.Operator)]
public abstract record PersonFact : Fact;

/// <summary>The person's name was corrected: that it was, never what it is.</summary>
public sealed record IdentityRectified(Guid Person) : PersonFact, IBelongsToEngagement
{
    // Whichever is the first of the stream names what the ledger shows it under.
    Guid IBelongsToEngagement.Engagement => PersonStreams.AskedLedger(Person);
}

/// <summary>By which way the person was told, or asked.</summary>
public enum Means
{
    /// <summary>Face to face.</summary>
    InPerson,

    /// <summary>By letter.</summary>
    Letter,

    /// <summary>By e-mail.</summary>
    Email,

    /// <summary>By telephone.</summary>
    Telephone,
}

/// <summary>The person was told that the practice will have them erased.</summary>
/// <param name="From">When it may: seven days after this was recorded, however long ago it is said to have happened.</param>
public sealed record ErasureAnnounced(Guid Person, Means By, DateTimeOffset From) : PersonFact, IBelongsToEngagement
{
    Guid IBelongsToEngagement.Engagement => PersonStreams.AskedLedger(Person);
}

/// <summary>The person had asked the practice to be erased, as the practice says; it recorded how and when they did.</summary>
/// <param name="From">When they are erased, told of it meanwhile: seven days after this was recorded. Null where that was at once.</param>
public sealed record ErasureAsked(Guid Person, Means By, DateOnly On, DateTimeOffset? From = null) : PersonFact, IBelongsToEngagement
{
    Guid IBelongsToEngagement.Engagement => PersonStreams.AskedLedger(Person);
}

/// <summary>It was asked that the person be erased: by themself, or by the practice, which had told them or records their request.</summary>
public sealed record ErasureRequested(Guid Person) : PersonFact, IBelongsToEngagement
{
    Guid IBelongsToEngagement.Engagement => PersonStreams.AskedLedger(Person);
}

/// <summary>Another record of the same person is being erased: this one follows then, unless it is parted from that one before.</summary>
/// <param name="With">The record whose erasure was asked for.</param>
/// <param name="From">When: seven days after that was recorded.</param>
public sealed record ErasureFollows(Guid Person, Guid With, DateTimeOffset From) : PersonFact;

/// <summary>Records of one person were joined: their hours count as one's, and none is erased without the others. Neither opens anything of another.</summary>
/// <param name="With">The records that this one is joined with from now on, beside those that it was.</param>
/// <param name="Until">Until when the person is told of it; null where nobody was, as before.</param>
public sealed record PersonsJoined(Guid Person, IReadOnlyList<Guid> With, DateTimeOffset? Until = null) : PersonFact, IBelongsToEngagement
{
    Guid IBelongsToEngagement.Engagement => PersonStreams.AskedLedger(Person);
}

/// <summary>A record was parted from others: they are of two persons.</summary>
/// <param name="With">The records that this one is no longer joined with.</param>
/// <param name="ByOneself">Whether one of these persons said so themself: then nobody joins them again.</param>
public sealed record PersonsParted(Guid Person, IReadOnlyList<Guid> With, bool ByOneself = false) : PersonFact;

/// <summary>Some services had not told in time that they erased; they were asked again.</summary>
/// <param name="Waiting">Which ones.</param>
/// <param name="Times">How often they were asked by then.</param>
public sealed record ErasureDelayed(IReadOnlyList<string> Waiting, int Times) : PersonFact;

/// <summary>A service told that it erased.</summary>
/// <param name="Service">Which one.</param>
[Formerly("erasure_reported")]
public sealed record ErasureNoted(string Service, Origin Origin) : PersonFact;

/// <summary>A service that told that it erased, and when it did.</summary>
/// <param name="Service">engagement, session or reporting.</param>
/// <param name="At">When it did, dated as the request that it answers.</param>
public sealed record ErasedIn(string Service, DateTimeOffset At);

/// <summary>The erasure of another record of the person, which this one follows.</summary>
/// <param name="From">When it does.</param>
public sealed record Followed(Guid With, DateTimeOffset From);

/// <summary>What was asked about a person's data, and how far it is. Its stream is derived from the person's id, which other streams have.</summary>
/// <param name="Subject">Opaque id of the person.</param>
public sealed record PersonRecord(Guid Subject) : Aggregate, IFold<PersonRecord>
{
    /// <summary>The services that must erase.</summary>
    public static readonly IReadOnlyList<string> Services = ["engagement", "session", "reporting"];

    /// <inheritdoc />
    public static Type Facts => typeof(PersonFact);

    /// <summary>When the name was corrected last.</summary>
    public DateTimeOffset? RectifiedAt { get; init; }

    /// <summary>When the person was told that the practice will have them erased.</summary>
    public DateTimeOffset? AnnouncedAt { get; init; }

    /// <summary>From when on the practice may, once the person was told.</summary>
    public DateTimeOffset? ErasableFrom { get; init; }

    /// <summary>The request that the person made outside of this system, as the practice says.</summary>
    public PersonsRequest? Claimed { get; init; }

    /// <summary>When the erasure was asked for.</summary>
    public DateTimeOffset? RequestedAt { get; init; }

    /// <summary>The services that erased.</summary>
    public IReadOnlyList<ErasedIn> Erased { get; init; } = [];

    /// <summary>How often a service had to be asked again.</summary>
    public int Delays { get; init; }

    /// <summary>The other records of the same person.</summary>
    public IReadOnlyList<Guid> Joined { get; init; } = [];

    /// <summary>Until when the person is told that it was joined; null where it is not any more, or nobody was told.</summary>
    public DateTimeOffset? JoinedUntil { get; init; }

    /// <summary>The records that are another person's, as one of these persons said themself.</summary>
    public IReadOnlyList<Guid> Others { get; init; } = [];

    /// <summary>The erasure of one of them, which this one follows.</summary>
    public Followed? Follows { get; init; }

    /// <summary>The services that have not told yet that they erased.</summary>
    public IReadOnlyList<string> Waiting() => RequestedAt is null ? [] : [.. Services.Except(Erased.Select(e => e.Service))];

    /// <inheritdoc />
    public static PersonRecord Fold(PersonRecord? state, Fact fact) =>
        (state, fact) switch
        {
            (_, IdentityRectified e) => (state ?? new(e.Person)) with { RectifiedAt = e.OccurredAt },
            (_, ErasureAnnounced e) => (state ?? new(e.Person)) with { AnnouncedAt = e.OccurredAt, ErasableFrom = e.From },
            (_, ErasureAsked { From: null } e) => state ?? new(e.Person),
            (_, ErasureAsked e) => (state ?? new(e.Person)) with
            {
                Claimed = new(e.By, e.On),
                AnnouncedAt = state?.AnnouncedAt ?? e.OccurredAt,
                ErasableFrom = e.From,
            },
            (_, ErasureRequested e) => (state ?? new(e.Person)) with { RequestedAt = e.OccurredAt },
            ({ } p, ErasureFollows e) => p with { Follows = new(e.With, e.From) },
            (_, PersonsJoined e) => (state ?? new(e.Person)) with
            {
                Joined = [.. (state?.Joined ?? []).Union(e.With)],
                JoinedUntil = e.Until ?? state?.JoinedUntil,
            },
            ({ } p, PersonsParted e) => p with
            {
                Joined = [.. p.Joined.Except(e.With)],
                JoinedUntil = p.Joined.Except(e.With).Any() ? p.JoinedUntil : null,
                Others = e.ByOneself ? [.. p.Others.Union(e.With)] : p.Others,
                Follows = p.Follows is { } followed && e.With.Contains(followed.With) ? null : p.Follows,
            },
            ({ } p, ErasureDelayed) => p with { Delays = p.Delays + 1 },
            ({ } p, ErasureNoted e) => p with { Erased = [.. p.Erased.Where(x => x.Service != e.Service), new(e.Service, e.OccurredAt)] },
            _ => throw new UnknownFactException(fact),
        };

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) => actor.Is(Roles.Practice) || actor.Person == Subject;
}

/// <summary>The request to be erased that a person made outside of this system.</summary>
/// <param name="By">How they made it.</param>
/// <param name="On">The day on which they did, three months ago at most.</param>
public sealed record PersonsRequest(Means By, DateOnly On)
{
    // Within which a request is answered at the latest (GDPR, article 12, 3): an older one is none that is being answered.
    private const int Months = 3;

    /// <summary>Why it is none, or null: it has been made.</summary>
    internal Refusal? Wrong(Act act) =>
        DateOnly.FromDateTime(act.Now.UtcDateTime) is var today && On > today
            ? Refusal.OfInput("asked.on is in the future.", "Give the date on which the person asked.")
        : On < today.AddMonths(-Months)
            ? Refusal.OfInput(
                "asked.on is more than three months ago.",
                "Have the person ask again, or notify them of the erasure and wait seven days."
            )
        : null;
}
