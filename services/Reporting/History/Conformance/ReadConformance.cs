using System.Text.Json.Nodes;
using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Ledger;
using PracticeAnalysis.Reporting.History.Audit;
using PracticeAnalysis.Reporting.History.Ledger;
using PracticeAnalysis.Reporting.History.Replay;

namespace PracticeAnalysis.Reporting.History.Conformance;

/// <summary>What is judged: which engagement, as of when, and what the ledger lacks of it.</summary>
/// <param name="Version">The version of the engagement's ledger.</param>
/// <param name="JudgedTo">Until when silence is judged.</param>
/// <param name="Hours">What stands outside of the history of its members' hours; null where its frames ask for none.</param>
public sealed record Asked(
    Guid Engagement,
    long Version,
    AsOf AsOf,
    DateTimeOffset JudgedTo,
    IReadOnlyList<LedgerHole> Gaps,
    ToldElsewhere? Hours = null
);

/// <summary>What is told outside of an engagement's history of its members' hours.</summary>
/// <param name="Engagements">Other engagements of the establishment in which they are, entry by entry.</param>
/// <param name="Joins">The entries by which records of one person were joined, and parted again.</param>
/// <param name="IsAll">Whether the grant is over all that the practice does; else there may be others.</param>
public sealed record ToldElsewhere(
    IReadOnlyList<IReadOnlyList<LedgerEntryRecorded>> Engagements,
    IReadOnlyList<LedgerEntryRecorded> Joins,
    bool IsAll
);

/// <summary>Judges an engagement's history by the frames and protocols that it pins: a fold over the ledger's events, written apart from the
/// aggregates that enforced them.</summary>
public sealed class ReadConformance(Reads reads, AuditDoor door, Rulebook rules, TimeProvider time)
{
    /// <summary>The report, as of now or of a moment.</summary>
    public async Task<IResult> Read(Actor actor, Guid engagement, AsOf asOf, CancellationToken cancel)
    {
        var (refused, names) = await door.Open(actor, engagement, new ReplayPerformed(engagement, Look.Conformance), asOf.Version, cancel);
        if (refused is not null)
        {
            return refused.ToResult();
        }

        var (asked, history, known, beside) = await Gather(actor, engagement, asOf, names, cancel);
        if (beside is { } elsewhere)
        {
            asked = asked with { Hours = await Elsewhere(actor, engagement, elsewhere, names, cancel) };
        }

        return Results.Ok(Of(asked, known, ReadHistory.InCausalOrder(history).Select(names.Of)));
    }

    // What there is to judge, and, where hours are asked for, where else the members may have some.
    private async Task<(Asked Asked, List<LedgerEntryRecorded> History, Rulebook Rules, OthersBeside? Beside)> Gather(
        Actor actor,
        Guid engagement,
        AsOf asOf,
        Pseudonyms names,
        CancellationToken cancel
    )
    {
        await using var session = await reads.ForTenant(actor.Tenant, cancel);
        var entries = await session.Version(engagement, cancel);
        var range = new LedgerRange(Math.Min(asOf.Version ?? entries, entries), asOf.At, asOf.OccurredBy);
        var arrived = await session.ArrivedBy(engagement, range.Version, cancel);
        var gaps = await session.Holes(engagement, range.Version, cancel);
        var history = await Entries(session, engagement, range, cancel);

        // What the files of those who were assigned show is a history beside this one, as far as it was known with this version.
        foreach (var file in Assigned(history).Select(LedgerStreams.Beside))
        {
            var beside = range with { Version = asOf.Version is null ? long.MaxValue : await session.VersionAt(file, arrived, cancel) };
            gaps = [.. gaps, .. await session.Holes(file, beside.Version, cancel)];
            history.AddRange(await Entries(session, file, beside, cancel));
        }

        var known = rules.With(await OwnFrames(session, cancel));
        DateTimeOffset?[] moments = [time.GetUtcNow(), asOf.OccurredBy, asOf.At, asOf.Version < entries ? arrived : null];
        return (
            new(engagement, range.Version, asOf, moments.Min()!.Value, [.. gaps.Select(names.Of)]),
            history,
            known,
            JudgeFrames.PinnedBy(new(history)).Select(p => known.Frame(p.Pin)).OfType<JsonObject>().Any(JudgeFrames.AsksHours)
                ? await Others(session, engagement, history, asOf, arrived, cancel)
                : null
        );
    }

    /// <summary>The report on a history: entries in causal order, those of its facilitators' files among them.</summary>
    public static ConformanceView Of(Asked asked, Rulebook rules, IEnumerable<LedgerEntryRecorded> entries)
    {
        var history = new JudgedHistory(entries) { Elsewhere = Elsewhere(asked.Hours, rules) };
        var life = new EngagementLife(history, asked.JudgedTo);
        var pinned = JudgeFrames.PinnedBy(history);
        var byFrames = pinned
            .Select(p => (Pinned: p, Frame: rules.Frame(p.Pin)))
            .Where(p => p.Frame is not null)
            .SelectMany(p => JudgeFrames.By(p.Frame!, p.Pinned, history, life))
            .ToList();
        var asks = byFrames.Select(j => j.Rule).ToHashSet();
        List<Judgement> judged =
        [
            .. byFrames,
            .. JudgeAlways.Of(history).Concat(JudgeBilans.Of(history)).Where(j => !asks.Contains(j.Rule)),
            .. JudgeDispositif.Of(history, life),
            .. JudgeTime.Of(history, life),
            .. JudgeSessions.By(rules, history),
        ];
        IReadOnlyList<string> frames = [.. pinned.Select(p => p.Pin).Where(p => rules.Frame(p) is null).Select(p => p.Unread)];
        IReadOnlyList<string> protocols = [.. JudgeSessions.Unknown(rules, history)];
        judged.AddRange(
            FieldRules
                .All.Where(r => r.Judged == Judge.History)
                .ExceptBy(judged.Select(j => j.Rule), r => r.Name)
                .Select(r =>
                    (
                        Rule: r,
                        Unknown: r.Where == "protocol" ? protocols
                        : r.Where == "frame" ? frames
                        : []
                    )
                )
                .Select(r =>
                    Judgement.Unseen(
                        r.Rule,
                        r.Unknown.Count > 0 ? Verdict.NotTold : Verdict.NotApplicable,
                        r.Unknown is [var unknown, ..] ? unknown : r.Rule.Where
                    )
                )
        );
        var counts = VerdictCounts.Of(judged);

        // Of a group that never met there is little to keep.
        var isWhole =
            asked.Gaps.Count == 0 && frames.Count + protocols.Count == 0 && counts.NotTold == 0 && history.Of("session_closed").Any();
        return new(
            asked.Engagement,
            asked.Version,
            asked.AsOf.At,
            asked.AsOf.OccurredBy,
            asked.JudgedTo,
            asked.Gaps.Count == 0,
            asked.Gaps,
            asked.Gaps.Count > 0 ? null
                : counts.Broken > 0 ? false
                : isWhole ? true
                : null,
            counts,
            [.. pinned.Select(p => $"{p.Pin}")],
            [.. frames, .. protocols],
            [.. pinned.Select(p => p.Pin).Where(p => rules.Frame(p)?["rules"] is JsonObject { Count: 0 }).Select(p => $"{p}")],
            [.. FieldRules.All.Where(r => r.Judged != Judge.History).Select(r => new ElsewhereRule(r.Name, r.Judged))],
            judged
        );
    }

    private static HoursElsewhere Elsewhere(ToldElsewhere? told, Rulebook rules) =>
        told is null
            ? HoursElsewhere.None
            : new(
                [.. told.Engagements.Select(e => new JudgedHistory(e)).Select(h => (h, (IReadOnlySet<string>)Asks(h, rules)))],
                [.. told.Joins.Select(LedgeredEvent.Of)],
                told.IsAll
            );

    private static HashSet<string> Asks(JudgedHistory history, Rulebook rules) =>
        [
            .. JudgeFrames
                .PinnedBy(history)
                .Select(p => rules.Frame(p.Pin))
                .OfType<JsonObject>()
                .SelectMany(f => f["rules"]!.AsObject().Where(r => r.Value is not null).Select(r => r.Key)),
        ];

    /// <summary>Where else members may have hours.</summary>
    /// <param name="IsBy">Whether an entry belongs to the moment that was asked for.</param>
    private sealed record OthersBeside(
        IReadOnlyList<Guid> Engagements,
        IReadOnlyList<LedgerEntryRecorded> Joins,
        Func<LedgerEntryRecorded, bool> IsBy
    );

    private static async Task<OthersBeside> Others(
        IQuerySession session,
        Guid engagement,
        IReadOnlyList<LedgerEntryRecorded> history,
        AsOf asOf,
        DateTimeOffset arrived,
        CancellationToken cancel
    )
    {
        bool IsBy(LedgerEntryRecorded e) =>
            !(e.RecordedAt > asOf.At) && !(e.OccurredAt > asOf.OccurredBy) && (asOf.Version is null || e.RecordedAt <= arrived);
        var joins = new List<LedgerEntryRecorded>();
        await foreach (var entry in session.OfType("person", cancel))
        {
            if (entry.EventType is "persons_joined" or "persons_parted" && IsBy(entry))
            {
                joins.Add(entry);
            }
        }

        var members = Named(history, "member_enrolled", "person").ToHashSet();
        var records = joins.Select(LedgeredEvent.Of).Where(t => members.Contains(t.Id("person")!.Value)).SelectMany(t => t.Ids("with"));
        return new(
            await session.Enrolling(
                engagement,
                Named(history, "engagement_opened", "establishment").FirstOrDefault(),
                [.. members.Union(records)],
                cancel
            ),
            [.. joins.OrderBy(j => j.Version)],
            IsBy
        );
    }

    // Each engagement that is looked at beside leaves its own fact. Which records are one person's is read here and shown to nobody.
    private async Task<ToldElsewhere> Elsewhere(
        Actor actor,
        Guid engagement,
        OthersBeside beside,
        Pseudonyms names,
        CancellationToken cancel
    )
    {
        var (opened, overAll) = await door.OpenBeside(
            actor,
            engagement,
            beside.Engagements,
            one => new ReplayPerformed(one, Look.Conformance),
            cancel
        );
        await using var session = await reads.ForTenant(actor.Tenant, cancel);
        var engagements = new List<IReadOnlyList<LedgerEntryRecorded>>();
        foreach (var one in opened)
        {
            var told = (await Entries(session, one, new(long.MaxValue), cancel)).Where(beside.IsBy);
            engagements.Add([.. ReadHistory.InCausalOrder(told).Select(names.Of)]);
        }

        return new(engagements, [.. beside.Joins.Select(names.Of)], overAll);
    }

    private static IEnumerable<Guid> Named(IEnumerable<LedgerEntryRecorded> history, string type, string member) =>
        history.Where(e => e.EventType == type).Select(e => JsonNode.Parse(e.Redacted)![member]!.GetValue<Guid>());

    private static List<Guid> Assigned(IEnumerable<LedgerEntryRecorded> history) =>
        history
            .Where(e => e.EventType == "facilitator_assigned")
            .Select(e => JsonNode.Parse(e.Redacted)!["facilitator"]!.GetValue<Guid>())
            .Distinct()
            .ToList();

    private static async Task<List<LedgerEntryRecorded>> Entries(
        IQuerySession session,
        Guid of,
        LedgerRange range,
        CancellationToken cancel
    )
    {
        var entries = new List<LedgerEntryRecorded>();
        await foreach (var row in session.Applied(of, range, cancel))
        {
            entries.Add(row.Entry);
        }

        return entries;
    }

    /// <summary>The frames of its own that a practice published, as it published them: what it drafted binds nobody.</summary>
    /// <param name="told">Every entry of its own frames.</param>
    public static IReadOnlyList<JsonObject> Published(IEnumerable<LedgerEntryRecorded> told) =>
        [
            .. told.GroupBy(e => e.Stream)
                .Where(frame => frame.Any(e => e.EventType == "policy_set_published"))
                .OrderBy(frame => frame.Key)
                .Select(frame =>
                    frame.OrderBy(e => e.Version).Select(e => JsonNode.Parse(e.Redacted)!["frame"]).OfType<JsonObject>().Last()
                ),
        ];

    internal static async Task<IReadOnlyList<JsonObject>> OwnFrames(IQuerySession session, CancellationToken cancel)
    {
        var told = new List<LedgerEntryRecorded>();
        await foreach (var entry in session.OfType("policy_set", cancel))
        {
            told.Add(entry);
        }

        return Published(told);
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/engagements/{id:guid}/conformance",
                (Guid id, [AsParameters] AsOf asOf, HttpContext http, ReadConformance conformance, CancellationToken cancel) =>
                    conformance.Read(Actor.From(http.User)!, id, asOf, cancel)
            )
            .Reflects(AuditDoor.Holds)
            .MayBeBehind()
            .WithSummary("Read whether an engagement kept to its frames and protocols")
            .Produces<ConformanceView>()
            .For(Roles.Auditor);
}
