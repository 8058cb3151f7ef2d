using System.Text.Json.Nodes;
using Marten;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Reporting.Audit;
using PracticeAnalysis.Reporting.Ledger;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Reporting.Conformance;

/// <summary>Judges an engagement's history by the frames and protocols that it pins: a fold over the ledger's events, written apart from the
/// aggregates that enforced them.</summary>
public sealed class ReadConformance(Reads reads, AuditDoor door, Rulebook rules)
{
    /// <summary>The report, as of now or of a moment.</summary>
    public async Task<IResult> Read(Actor actor, Guid engagement, AsOf asOf, CancellationToken cancel)
    {
        var (refused, names) = await door.Open(actor, engagement, new ReplayPerformed(engagement, Look.Conformance), cancel);
        if (refused is not null)
        {
            return refused.ToResult();
        }

        await using var session = await reads.ForTenant(actor.Tenant, cancel);
        var entries = await session.Version(engagement, cancel);
        var version = Math.Min(asOf.Version ?? entries, entries);
        var history = await Entries(session, engagement, new(version, asOf.At, asOf.OccurredBy), cancel);

        // What the files of those who were assigned show, and what the practice published of its own, are histories beside this one.
        foreach (var facilitator in Assigned(history))
        {
            history.AddRange(await Entries(session, facilitator, new(await session.Version(facilitator, cancel)), cancel));
        }

        var own = await OwnFrames(session, cancel);
        return Results.Ok(Of(engagement, version, rules.With(own), history.Select(names.Of)));
    }

    /// <summary>The report on a history: entries in causal order, those of its facilitators' files behind them.</summary>
    public static ConformanceView Of(Guid engagement, long version, Rulebook rules, IEnumerable<LedgerEntryRecorded> entries)
    {
        var history = new History(entries);
        var pinned = JudgeFrames.Pinned(history);
        List<Judgement> judged =
        [
            .. pinned.Select(rules.Frame).OfType<JsonObject>().SelectMany(f => JudgeFrames.By(f, history)),
            .. JudgeAlways.Of(history),
            .. JudgeBilans.Of(history),
            .. JudgeSessions.By(rules, history),
        ];
        var told = judged.Select(j => j.Rule).ToHashSet();
        return new(
            engagement,
            version,
            judged.All(j => j.Verdict != Verdict.Broken),
            pinned,
            [.. pinned.Where(p => rules.Frame(p) is null), .. JudgeSessions.Unknown(rules, history)],
            [.. judged, .. FieldRules.All.Where(r => !told.Contains(r.Name) && IsAsked(r, pinned)).Select(Judgement.Untold)]
        );
    }

    // A rule of one frame alone is not asked of an engagement that does not follow it.
    private static bool IsAsked(FieldRule rule, IReadOnlyList<string> pinned) =>
        rule.Where is "always" or "frame" or "protocol" || pinned.Any(p => p.StartsWith($"{rule.Where}.v", StringComparison.Ordinal));

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

    private static async Task<IReadOnlyList<JsonObject>> OwnFrames(IQuerySession session, CancellationToken cancel)
    {
        var frames = new Dictionary<Guid, JsonObject>();
        await foreach (var entry in session.OfType("policy_set", cancel))
        {
            if (JsonNode.Parse(entry.Redacted)!["frame"] is JsonObject frame)
            {
                frames[entry.Stream] = frame;
            }
        }

        return [.. frames.Values];
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
