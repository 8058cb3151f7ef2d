using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using JasperFx.Events;
using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Evolution;
using PracticeAnalysis.Reporting.History.Ledger;
using PracticeAnalysis.Reporting.Indicators;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Outbound.Webhooks;

namespace PracticeAnalysis.Reporting.Outbound.Events;

/// <summary>Something that those outside may be told of: that it happened and where it can be read, nothing of what it says.</summary>
/// <param name="Id">The same whenever it is told: receivers tell a repetition by it.</param>
/// <param name="Position">Its place in the feed; never shown, since its steps would count what others did.</param>
/// <param name="Type">Such as <c>bilan.published</c>.</param>
/// <param name="Resource">Where it can be read, by those who may.</param>
/// <param name="Establishments">Those it concerns, where establishments may be told of it.</param>
/// <param name="At">When it was recorded.</param>
public sealed record PublicEvent(
    Guid Id,
    long Position,
    string Type,
    string Resource,
    IReadOnlyList<Guid> Establishments,
    DateTimeOffset At
)
{
    /// <summary>The group it concerns, where its members and its facilitator may be told of it.</summary>
    public Guid? Group { get; init; }

    /// <summary>Those whom it concerns, where it is told to nobody else; never shown.</summary>
    public IReadOnlyList<Guid> Persons { get; init; } = [];

    /// <summary>The establishment for which those persons must ask, where they act for one; never shown.</summary>
    public Guid? House { get; init; }

    /// <summary>The id of the public event of one version of a stream.</summary>
    public static Guid IdOf(string source, Guid stream, long version) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{source}/{stream}/{version}")).AsSpan(0, 16));

    /// <summary>The ids that the public event of a write may have: it does not say which service it was made in, and names the version as this
    /// reader counts it.</summary>
    internal static async Task<Guid[]> IdsOf(IQuerySession session, Actor by, Written written, CancellationToken cancel)
    {
        var version =
            await Counted<Bilan>(session, by, written, cancel)
            ?? await Counted<Synthesis>(session, by, written, cancel)
            ?? await session.VersionLearned(await GroupsOf(session, written.Resource, cancel), by, written, cancel)
            ?? written.Version;
        return [.. ((string[])["engagement", "session", "reporting"]).Select(source => IdOf(source, written.Resource, version))];
    }

    // The fact by which the reader's count came to this: the one after all that they count less by.
    private static async Task<long?> Counted<T>(IQuerySession session, Actor by, Written written, CancellationToken cancel)
        where T : Aggregate, IFold<T> =>
        await session.LoadAsync<T>(written.Resource, cancel) is null
            ? null
            : (
                Readers
                    .Of<T>(
                        written.Resource,
                        (await session.Events.FetchStreamAsync(written.Resource, token: cancel)).Facts(),
                        by,
                        written.Version - 1
                    )
                    ?.Version
                ?? 0
            ) + 1;

    private static async Task<IReadOnlyList<Guid>> GroupsOf(IQuerySession session, Guid engagement, CancellationToken cancel) =>
        await session
            .Query<GroupRecord>()
            .Where(g => g.Activation != null && g.Activation.Engagement == engagement)
            .Select(g => g.Id)
            .ToListAsync(cancel);
}

/// <summary>Which facts become public events, under which name, and who may be told. What is not named here is told to nobody.</summary>
public static class EventCatalogue
{
    private const string Engagements = "/v1/engagements/";
    private const string Webhooks = "/v1/webhooks/";

    // Of an establishment; a roll-up's are under another path.
    private const string Releases = "/v1/establishments/{id}/indicators/releases";

    private static readonly string[] OfThePractice = [Roles.Practice];
    private static readonly string[] OfTheCommissioner = [Roles.Practice, Roles.Establishment];
    private static readonly string[] OfTheGroup = [Roles.Practice, Roles.Facilitator, Roles.Member];
    private static readonly string[] OfThoseAsked = [Roles.Facilitator, Roles.Member, Roles.Establishment];
    private static readonly string[] OfTheFacilitator = [Roles.Facilitator];
    private static readonly string[] OfEverybody = [Roles.Practice, Roles.Establishment, Roles.Platform];
    private static readonly string[] OfTheOwner = [Roles.Practice, Roles.Establishment, Roles.Platform];

    // What waits is read in one place, which asks who reads it; the event says nothing of what it is.
    private static readonly PublicKind Awaiting = new(
        "answer.awaited",
        "/v1/persons/me/waiting",
        OfThoseAsked,
        "Somebody's word is awaited."
    );

    private static readonly Dictionary<string, PublicKind> Kinds = new(
        WhoIsAsked.By.Values.SelectMany(facts => facts).Select(fact => KeyValuePair.Create(fact, Awaiting))
    )
    {
        ["request_submitted"] = new("request.submitted", "/v1/requests/", OfThePractice, "An establishment's request was submitted."),
        ["engagement_opened"] = new("engagement.opened", Engagements, OfThePractice, "An engagement was opened for a qualified request."),
        ["engagement_activated"] = new("engagement.activated", Engagements, OfThePractice, "An engagement began."),
        ["engagement_suspended"] = new("engagement.suspended", Engagements, OfThePractice, "An engagement was suspended."),
        ["engagement_resumed"] = new("engagement.resumed", Engagements, OfThePractice, "A suspended engagement goes on."),
        ["engagement_renewed"] = new("engagement.renewed", Engagements, OfThePractice, "An engagement was renewed for another term."),
        ["engagement_ended_early"] = new("engagement.ended-early", Engagements, OfThePractice, "An engagement was ended before its term."),
        ["engagement_concluded"] = new("engagement.concluded", Engagements, OfThePractice, "An engagement was concluded."),
        ["group_sealed"] = new("group.sealed", "/v1/groups/", OfThePractice, "A group was sealed: its membership stands for the term."),
        ["disclosure_asked"] = new("disclosure.requested", "/v1/disclosures/", OfTheGroup, "An auditor asks to read what was said."),
        ["bilan_observed"] = new("bilan.answered", "/v1/bilans/", OfTheFacilitator, "An establishment answered a bilan."),
        ["bilan_published"] = new(
            "bilan.published",
            "/v1/bilans/",
            OfTheCommissioner,
            "A bilan, or that its negotiation failed, was handed to the establishment."
        ),
        ["synthesis_published"] = new(
            "synthesis.published",
            "/v1/syntheses/",
            OfTheCommissioner,
            "A synthesis was handed to the establishment."
        ),
        ["release_published"] = new(
            "indicators.published",
            Releases,
            OfEverybody,
            "Indicators of a closed period were published; a roll-up's are under /v1/roll-ups."
        ),
        ["release_retracted"] = new(
            "indicators.retracted",
            Releases,
            OfEverybody,
            "Published indicators were retracted; a roll-up's are under /v1/roll-ups."
        ),
        ["webhook_disabled"] = new("webhook.disabled", Webhooks, OfTheOwner, "A webhook is called no more until its owner enables it."),
    };

    /// <summary>Sent on demand alone, to see that a webhook arrives.</summary>
    public const string Test = "webhook.test";

    /// <summary>Every type that somebody may be told of.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. Kinds.Values.Select(k => k.Type).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Every type as the contract says it, and the test beside them.</summary>
    public static IReadOnlyList<EventType> Told { get; } =
    [
        .. Kinds.Values.DistinctBy(k => k.Type).OrderBy(k => k.Type, StringComparer.Ordinal).Select(k => Of(k, isInFeed: true)),
        Of(new(Test, Webhooks, OfTheOwner, "A test that the webhook's owner asked for: nothing happened."), isInFeed: false),
    ];

    private static EventType Of(PublicKind kind, bool isInFeed) =>
        new(
            kind.Type,
            CloudEvents.TypeOf(kind.Type),
            kind.Says,
            kind.Resource.EndsWith('/') ? $"{kind.Resource}{{id}}" : kind.Resource,
            [.. OfTheOwner.Intersect(kind.Roles)],
            isInFeed
        );

    /// <summary>What this role may be told of.</summary>
    public static IReadOnlyList<string> TypesFor(string role) =>
        [.. Kinds.Values.Where(k => k.Roles.Contains(role)).Select(k => k.Type).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The public event that a ledger entry is; null where nobody outside is told of it.</summary>
    public static async Task<PublicEvent?> Of(IEvent entry, IQuerySession session, CancellationToken cancel)
    {
        if (entry.Fact() is not EntryLedgered { Entry: var told } || !Kinds.TryGetValue(told.EventType, out var kind))
        {
            return null;
        }

        try
        {
            var owned = kind.Roles == OfTheOwner ? await session.LoadAsync<Webhook>(told.Stream, cancel) : null;
            var asked =
                kind == Awaiting ? await WhoIsAsked.Of(entry, told, session, cancel)
                : owned is not null ? new([owned.Owner], [])
                : kind.Roles == OfTheFacilitator ? new([JsonNode.Parse(told.Redacted)!["facilitator"]!.GetValue<Guid>()], [])
                : Asked.Nobody;
            return kind == Awaiting && asked.IsNobody ? null
                : await Place(kind, told, session, cancel) is { } place
                    ? new(
                        PublicEvent.IdOf(told.Source, told.Stream, told.Version),
                        entry.Sequence,
                        kind.Type,
                        place.Resource,
                        [.. place.Establishments, .. asked.Establishments],
                        told.RecordedAt
                    )
                    {
                        Group = kind.Roles == OfTheGroup ? JsonNode.Parse(told.Redacted)!["group"]!.GetValue<Guid>() : null,
                        Persons = asked.Persons,
                        House = owned?.Establishment,
                    }
                : null;
        }
        catch (Exception cause) when (cause is JsonException or FormatException or NullReferenceException)
        {
            // What the entry says, not what is read beside it.
            throw new PoisonFactException(entry, cause);
        }
    }

    // Where it is read, and whom it concerns. A roll-up concerns no single establishment: the practice alone is told of it.
    private static async Task<(string Resource, IReadOnlyList<Guid> Establishments)?> Place(
        PublicKind kind,
        LedgerEntryRecorded told,
        IQuerySession session,
        CancellationToken cancel
    )
    {
        var own = $"{kind.Resource}{told.Stream}";
        return told.EventType switch
        {
            "release_published" or "release_retracted" => await ScopeOf(told, session, cancel) is { } scope
                ? (
                    $"{ReadIndicators.PathOf(scope)}/indicators/releases",
                    scope.Kind == ScopeKind.Establishment ? [Guid.Parse(scope.Code)] : []
                )
                : null,
            _ when kind == Awaiting => (kind.Resource, []),
            "bilan_published" when await session.LoadAsync<Bilan>(told.Stream, cancel) is { } bilan => (own, [bilan.Establishment]),
            "synthesis_published" when await session.LoadAsync<Synthesis>(told.Stream, cancel) is { } text => (own, [text.Establishment]),
            _ => (own, []),
        };
    }

    private static async Task<Scope?> ScopeOf(LedgerEntryRecorded told, IQuerySession session, CancellationToken cancel)
    {
        var release = JsonNode.Parse(told.Redacted)!["release"]!.GetValue<Guid>();
        var period = await session.LoadAsync<IndicatorRelease>(told.Stream, cancel);
        return period?.Releases.SingleOrDefault(r => r.Id == release)?.Scope;
    }

    private sealed record PublicKind(string Type, string Resource, IReadOnlyList<string> Roles, string Says);
}

/// <summary>Whom an event may be told.</summary>
/// <param name="Role">The reader's role.</param>
/// <param name="Establishments">For establishments and platforms: whose events they may know of.</param>
public sealed record Hearing(string Role, IReadOnlyList<Guid> Establishments)
{
    /// <summary>For facilitators and members: the groups whose events they may know of.</summary>
    public IReadOnlyList<Guid> Groups { get; init; } = [];

    /// <summary>The reader.</summary>
    public Guid Person { get; init; }

    /// <summary>The establishment for which they ask, where they do.</summary>
    public Guid? House { get; init; }

    /// <summary>What a reader may hear of at a time: a platform of the establishments that grant it webhooks then, a facilitator or a member of the
    /// groups that are theirs then.</summary>
    public static async Task<Hearing> Of(
        IQuerySession session,
        string role,
        Guid person,
        Guid? establishment,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var grants =
            role == Roles.Platform
                ? await session.Query<LearnedGrant>().Where(g => !g.Revoked && g.Granted!.Platform == person).ToListAsync(cancel)
                : [];
        var granted = grants.Where(g => g.Allows(Scopes.ReadWebhooks, now)).Select(g => g.Granted!.Establishment);
        return new(role, [.. role == Roles.Establishment && establishment is { } own ? granted.Prepend(own) : granted])
        {
            Person = person,
            House = establishment,
            Groups = role is Roles.Facilitator or Roles.Member ? await GroupsOf(session, new(session.TenantId, role, person), cancel) : [],
        };
    }

    private static async Task<IReadOnlyList<Guid>> GroupsOf(IQuerySession session, Actor actor, CancellationToken cancel) =>
        [.. (await session.Query<GroupRecord>().ToListAsync(cancel)).Where(g => g.IsParty(actor)).Select(g => g.Id)];

    /// <summary>Whether the event may be told.</summary>
    public bool Allows(PublicEvent e) =>
        EventCatalogue.TypesFor(Role).Contains(e.Type)
        && (
            Role == Roles.Practice
            || e.Establishments.Any(Establishments.Contains)
            || (e.Group is { } group && Groups.Contains(group))
            || (e.Persons.Contains(Person) && (e.House is null || e.House == House))
        );
}
