using System.Text.Json.Nodes;
using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.History.Conformance;

/// <summary>A frame as it was pinned, and when it was in force: from the dispositif or upgrade that pinned it to the one that did no more.</summary>
internal sealed record PinnedFrame(Pinned Pin, IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> InForce);

/// <summary>Judges a history by the frames that its dispositif pins: each fact by those of its time.</summary>
internal static class JudgeFrames
{
    internal static readonly string[] Dispositifs = ["dispositif_proposed", "dispositif_revised", "dispositif_amended"];

    /// <summary>The frames that were pinned, in the order in which they first were.</summary>
    public static IReadOnlyList<PinnedFrame> PinnedBy(JudgedHistory history)
    {
        var told = history.Of([.. Dispositifs, "frames_upgraded"]).Select(t => (t.At, Pins: Pins(t))).ToList();
        return
        [
            .. told.SelectMany(t => t.Pins)
                .Distinct()
                .Select(pin => new PinnedFrame(
                    pin,
                    [
                        .. told.Index()
                            .Where(t => t.Item.Pins.Contains(pin))
                            .Select(t => (t.Item.At, told.Count > t.Index + 1 ? told[t.Index + 1].At : DateTimeOffset.MaxValue)),
                    ]
                )),
        ];
    }

    /// <summary>Every rule that one frame asks for.</summary>
    public static IEnumerable<Judgement> By(JsonObject frame, PinnedFrame pinned, JudgedHistory history, EngagementLife life)
    {
        var name = frame["name"]!.GetValue<string>();
        var source = frame["source"]!.GetValue<string>();
        return Checks(frame, history, life)
            .Select(r =>
                Judgement.Of(
                    r.Rule,
                    name,
                    (frame["rules"]![Camel(r.Rule)] as JsonObject)?["source"]!.GetValue<string>() ?? source,
                    r.Checks.Where(c => pinned.InForce.Any(span => span.From <= c.When && c.When < span.To))
                )
            );
    }

    private static IEnumerable<(string Rule, IEnumerable<Check> Checks)> Checks(
        JsonObject frame,
        JudgedHistory history,
        EngagementLife life
    )
    {
        yield return ("kind", Designed(history, d => Equal("kind", d["kind"], frame["kind"])));
        yield return (
            "audience",
            Designed(
                history,
                d => frame["audiences"]!.AsArray().Any(a => JsonNode.DeepEquals(a, d["audience"])) ? null : $"for {d["audience"]}"
            )
        );
        foreach (var (rule, checks) in Asked)
        {
            if (frame["rules"]![Camel(rule)] is JsonObject asked)
            {
                yield return (rule, checks(asked, history, life));
            }
        }
    }

    private delegate IEnumerable<Check> Judging(JsonObject asked, JudgedHistory history, EngagementLife life);

    private static readonly IReadOnlyList<(string Rule, Judging Checks)> Asked =
    [
        ("size", (a, h, _) => Sizes(h, Bound(a, "minimum"), Bound(a, "maximum"))),
        ("composition", (a, h, _) => Compositions(h, Value(a))),
        ("participation", (a, h, _) => Value(a) == "volunteers" ? Volunteers(h) : []),
        ("independence", (_, h, _) => JudgeAlways.Independent(h)),
        ("externality", (a, h, _) => Value(a) == "required" ? External(h) : []),
        ("qualification", (a, h, _) => Qualified(h, [.. a["value"]!.AsArray().Select(v => v!.GetValue<string>())])),
        ("interval", (a, h, life) => Intervals(h, life, a["value"]!.GetValue<int>())),
        ("frequency", (a, h, life) => Frequencies(h, life, Bound(a, "minimum"), Bound(a, "maximum"))),
        ("minimum-term", (a, h, _) => Terms(h, a["value"]!.GetValue<int>())),
        ("rate", (a, h, _) => Rates(h, a)),
        ("stability", (a, h, _) => Stable(h, Value(a))),
        ("protocol", (a, h, _) => Protocols(h, a)),
        ("outcome", (a, h, _) => Outcomes(h, a["noneAllowed"]!.GetValue<bool>())),
        ("approval", (a, h, _) => JudgeBilans.Agreed(h, Value(a))),
        ("joint-validation", (a, h, _) => a["value"]!.GetValue<bool>() ? Validated(h) : []),
        ("management-commitment", (a, h, _) => a["value"]!.GetValue<bool>() ? Committed(h) : []),
        ("hours-a-year", (a, h, life) => Hours(h, life, "hours-a-year", a["value"]!.GetValue<int>(), 12)),
        ("hours-each-four-months", (a, h, life) => Hours(h, life, "hours-each-four-months", a["value"]!.GetValue<int>(), 4)),
        ("no-children-present", (a, h, _) => a["value"]!.GetValue<bool>() ? ChildFree(h) : []),
        ("departure", (a, h, _) => JudgeDepartures.Of(h, a["value"]!.GetValue<int>())),
    ];

    private static IReadOnlyList<Pinned> Pins(LedgeredEvent told) =>
        [.. ((told.Fact["to"] ?? told.Fact["dispositif"]!["frames"]) as JsonArray ?? []).Select(p => Pinned.Of(p!))];

    private static IEnumerable<Check> Designed(JudgedHistory history, Func<JsonObject, string?> fault) =>
        history.Of(Dispositifs).Select(t => new Check(t.Stream, [t], fault(t.Fact["dispositif"]!.AsObject())));

    // At the sealing and at each that joins it is refused; fallen under its fewest since, a group goes on, and that is shown.
    private static IEnumerable<Check> Sizes(JudgedHistory history, int? least, int? most) =>
        from life in GroupLife.All(history)
        where life.Sealed is not null
        from check in life
            .Moments.Where(m => m.Told.Is("group_sealed") || m.AfterSealing)
            .Where(m => m.Told.Entry.EventType is "group_sealed" or "member_enrolled" or "member_left" or "volunteering_revoked")
            .Select(m => (m.Told, Many: m.Members.Count, Fewest: m.Told.Is("member_enrolled") ? null : least))
            .Concat(
                Opened(history, life.Group)
                    .Where(o => o.At >= life.Sealed!.At)
                    .Select(o => (Told: o, Many: life.At(o.At).Count, Fewest: least))
            )
        select new Check(
            life.Group,
            [check.Told],
            check.Many < check.Fewest || check.Many > most ? $"{check.Many} members" : null,
            check.Many < check.Fewest && !check.Told.Is("group_sealed")
        );

    private static IEnumerable<Check> Compositions(JudgedHistory history, string asked) =>
        from life in GroupLife.All(history)
        from at in life.Moments
        where at.Told.Is("group_sealed") || (at.AfterSealing && at.Told.Is("member_enrolled"))
        let institutions = at.Members.Values.Select(m => m.Institution).Distinct().Count()
        let fault = asked switch
        {
            "one-institution" => institutions > 1,
            "distinct-institutions" => institutions < at.Members.Count,
            _ => false,
        }
        select new Check(life.Group, [at.Told], fault ? $"{institutions} institutions of {at.Members.Count} members" : null);

    private static IEnumerable<Check> Volunteers(JudgedHistory history) =>
        from life in GroupLife.All(history)
        from at in life.Moments
        where at.Told.Is("group_sealed")
        let silent = at.Members.Values.Count(m => !m.Confirmed)
        select new Check(life.Group, [at.Told], silent > 0 ? $"{silent} members had not confirmed to volunteer" : null);

    private static IEnumerable<Check> External(JudgedHistory history) =>
        (
            from facing in JudgeAlways.Files(history)
            let asks = Establishments(history.Before(facing.At)).Concat(Institutions(history, facing.At)).ToHashSet()
            let file = new FileAt(facing.File)
            let since = FileAt.Since(history, facing)
            select new Check(
                facing.At.Stream,
                [.. facing.Events, .. file.Corrections, .. since.Corrections.Except(file.Corrections), facing.At],
                asks.Contains(file.Employer) ? "employed by the establishment"
                    : asks.Contains(since.Employer) ? "employed by the establishment, as was said since"
                    : null,
                !asks.Contains(file.Employer) || IsAmended(facing.At)
            )
            {
                IsTold = facing.File.Any(t => t.Is("facilitator_registered")),
            }
        ).Concat(TakenOver(history));

    // A merger happens, whomever the successor employs: it is shown, where what was handed over before stayed. Before that nobody looked.
    private static IEnumerable<Check> TakenOver(JudgedHistory history) =>
        from replaced in history.Of("establishment_replaced")
        where replaced.Flag("keeps")
        let assigned = history.Before(replaced).LastOrDefault(t => t.Is("facilitator_assigned"))
        where assigned is not null
        let file = JudgeAlways.FileOf(history, assigned, replaced)
        let since = FileAt.Since(history, (replaced, [], file))
        select new Check(
            replaced.Stream,
            [assigned, .. since.Corrections, replaced],
            since.Employer is { } employer && employer == replaced.Id("to")
                ? "employed by the establishment that took the place of another one"
                : null,
            true
        )
        {
            IsTold = file.Any(t => t.Is("facilitator_registered")),
        };

    // Those that the engagement is for, each as what was entered wrongly was put right, and as others took their places.
    private static HashSet<Guid?> Establishments(IEnumerable<LedgeredEvent> before)
    {
        var those = new HashSet<Guid?>();
        foreach (var told in before)
        {
            if (told.Is("engagement_opened") || told.Is("establishment_joined"))
            {
                those.Add(told.Id("establishment"));
            }
            else if (told.Is("establishment_replaced") && those.Remove(told.Id("from")) && told.Id("to") is { } now)
            {
                those.Add(now);
            }
        }

        return those;
    }

    // An amendment asks nothing of the file anew: the mandate goes on.
    private static bool IsAmended(LedgeredEvent told) => told.Is("dispositif_amended");

    // Where the members belong against whom a facilitator was checked.
    private static IEnumerable<Guid?> Institutions(JudgedHistory history, LedgeredEvent assigned) =>
        history
            .Before(assigned)
            .Where(t => t.Is("member_enrolled") && assigned.Ids("members").Contains(t.Id("person")!.Value))
            .Select(t => t.Id("institution"));

    private static IEnumerable<Check> Qualified(JudgedHistory history, IReadOnlyList<string> kinds) =>
        from facing in JudgeAlways.Files(history)
        from kind in kinds
        let file = new FileAt(facing.File, history.IsSinceAnswersLapse(facing.At))
        let since = FileAt.Since(history, facing)
        select new Check(
            facing.At.Stream,
            [.. facing.Events, .. file.Showing(kind), .. since.Corrections, facing.At],
            facing.File.Count == 0 || (file.Shows(kind) && since.Shows(kind)) ? null
                : file.Shows(kind) ? $"no evidence of {kind}, as was said since"
                : $"no evidence of {kind}",
            file.Shows(kind) || IsAmended(facing.At)
        )
        {
            IsTold = facing.File.Count > 0,
        };

    private static IEnumerable<Check> Intervals(JudgedHistory history, EngagementLife life, int days) =>
        from @group in GroupLife.All(history)
        from silence in life.Silences(@group, Held(history, @group.Group))
        let gap = (int)silence.Length.TotalDays
        select new Check(@group.Group, silence.Events, gap > days ? $"{gap} days" : null) { When = silence.To };

    // Whole months from the activation to the end; of the first and the last nobody can say that they are complete, so that they can only hold too many.
    private static IEnumerable<Check> Frequencies(JudgedHistory history, EngagementLife life, int? least, int? most) =>
        from @group in GroupLife.All(history)
        where life.Activated is not null && @group.Sealed is not null
        let sessions = Held(history, @group.Group).GroupBy(s => Month(s.At)).ToDictionary(g => g.Key, g => g.ToList())
        let end = @group.Dissolved is { } dissolved && dissolved.At < life.End ? dissolved.At : life.End
        from month in Months(life.Activated!.At, end).Concat(sessions.Keys.Select(m => (First: m, IsWhole: false))).DistinctBy(m => m.First)
        let held = sessions.GetValueOrDefault(month.First) ?? []
        let few = month.IsWhole && held.Count < least && !life.WasPaused(month.First, month.First.AddMonths(1))
        where month.IsWhole || held.Count > 0
        select new Check(
            @group.Group,
            held.Count > 0 ? held : [life.Activated!],
            few || held.Count > most ? $"{held.Count} sessions in {month.First:yyyy-MM}" : null
        )
        {
            When = held.Count > 0 ? held[^1].At : month.First,
        };

    private static IEnumerable<(DateTimeOffset First, bool IsWhole)> Months(DateTimeOffset from, DateTimeOffset end)
    {
        for (var month = Month(from).AddMonths(1); month.AddMonths(1) <= end; month = month.AddMonths(1))
        {
            yield return (month, true);
        }
    }

    private static IEnumerable<Check> Terms(JudgedHistory history, int months) =>
        Designed(history, d => d["termMonths"]!.GetValue<int>() is var term && term < months ? $"{term} months" : null)
            .Concat(history.Of("engagement_ended_early").Select(t => new Check(t.Stream, [t], "ended early, with a reason")));

    private static IEnumerable<Check> Rates(JudgedHistory history, JsonObject asked)
    {
        foreach (var told in history.Of(Dispositifs))
        {
            var dispositif = told.Fact["dispositif"]!;
            var rate = dispositif["rateCents"]!.GetValue<int>();
            var outside = rate < Bound(asked, "minimum") || rate > Bound(asked, "maximum");
            var allowed = asked["override"]?.GetValue<bool>() == true && dispositif["rateReason"] is not null;
            yield return new(told.Stream, [told], outside ? $"{rate} cents an hour" : null, allowed);
        }
    }

    private static IEnumerable<Check> Stable(JudgedHistory history, string asked) =>
        from life in GroupLife.All(history)
        from at in life.Moments
        where at.AfterSealing && (at.Told.Is("member_enrolled") || at.Told.Is("member_left"))
        let ofThemself = at.Told.Is("member_left") && at.Told.By == at.Told.Id("person")
        let excused = asked == "open" || ofThemself || (asked == "by-agreement" && (at.Excused || JudgeDepartures.IsAgreed(life, at)))
        select new Check(life.Group, [at.Told], excused ? null : "membership changed without the group's agreement");

    private static IEnumerable<Check> Protocols(JudgedHistory history, JsonObject asked) =>
        asked["strictness"]!.GetValue<string>() == "free"
            ? []
            : history
                .Of("session_scheduled")
                .Select(t => (Told: t, Ran: Pinned.Of(t.Fact["protocol"]!)))
                .Select(t => new Check(t.Told.Stream, [t.Told], t.Ran.IsSame(Pinned.Of(asked)) ? null : $"run by {t.Ran}"));

    // What was scheduled keeps to the frames that it was scheduled by.
    private static IEnumerable<Check> Outcomes(JudgedHistory history, bool noneAllowed) =>
        from session in history.Streams("session_scheduled")
        from closed in session.Where(t => t.Is("session_closed"))
        select new Check(closed.Stream, [closed], closed.Word("outcome") == "none" && !noneAllowed ? "ended with nothing" : null)
        {
            When = session[0].At,
        };

    private static IEnumerable<Check> ChildFree(JudgedHistory history) =>
        from session in history.Streams("session_scheduled")
        from opened in session.Where(t => t.Is("session_opened"))
        select new Check(
            opened.Stream,
            [session[0], opened],
            session[0].Flag("childFree") ? null : "opened though nobody had to say that no child was there"
        )
        {
            When = session[0].At,
        };

    // Validations say in which capacity since both are asked for.
    private static readonly string[] Lead = ["direction", "manager"];
    private static readonly string[] Team = ["professional", "team", "representative"];

    private static IEnumerable<Check> Validated(JudgedHistory history) =>
        from activated in history.Of("engagement_activated").Where(t => t.Entry.Source == "engagement")
        let engagement = history.Stream("engagement", activated.Stream).TakeWhile(t => t != activated).ToList()
        let proposed = engagement.FindLastIndex(t => t.Is("support_process_proposed"))
        let protagonists = engagement.Where(t => t.Is("protagonist_heard")).ToList()
        let heard = protagonists.Select(t => t.Id("protagonist")).Distinct().ToList()
        let capacities = protagonists.Select(t => t.Word("capacity")).ToHashSet()
        let validated = engagement.Skip(proposed + 1).Where(t => t.Is("diagnosis_validated")).ToList()
        let silent = heard.Except(validated.Select(t => t.Id("protagonist"))).Count()
        select new Check(
            activated.Stream,
            [.. validated, activated],
            proposed < 0 ? "no process was proposed"
                : silent > 0 ? $"{silent} protagonists had not validated it"
                : validated.Any(t => t.Word("capacity") is not null) && !(Lead.Any(capacities.Contains) && Team.Any(capacities.Contains))
                    ? "those who lead, or the team, were not heard"
                : null
        );

    private static IEnumerable<Check> Committed(JudgedHistory history) =>
        from activated in history.Of("engagement_activated")
        select new Check(
            activated.Stream,
            [.. history.Of("management_commitment_signed").Where(t => !t.Flag("beside")).Take(1), activated],
            history.Before(activated).Any(t => t.Is("management_commitment_signed") && !t.Flag("beside"))
                ? null
                : "active before the commitment was signed"
        );

    /// <summary>Whether a frame asks for hours, which a professional may have in several engagements.</summary>
    internal static bool AsksHours(JsonObject frame) =>
        frame["rules"]!["hoursAYear"] is not null || frame["rules"]!["hoursEachFourMonths"] is not null;

    // Calendar periods that lie wholly within the engagement's active time; of others nobody can say that they are complete. Who was a member all
    // through one and never came has no hour. Hours in the establishment's other engagements count, where their frames ask for them; where a grant
    // does not show these, nobody can say that an hour is lacking.
    private static IEnumerable<Check> Hours(JudgedHistory history, EngagementLife life, string rule, int hours, int months)
    {
        if (life.Activated is not { } activated)
        {
            yield break;
        }

        var elsewhere = history.Elsewhere;
        foreach (var period in Periods(activated.At, life.End, months))
        {
            var sessions = Closed(history, period.From, period.To);
            var beside = elsewhere
                .Engagements.Where(e => e.Asks.Contains(Camel(rule)))
                .SelectMany(e => Times(e.History, elsewhere, period.From, period.To))
                .ToLookup(m => m.Person, m => m.Time);
            var own = Times(history, elsewhere, period.From, period.To).ToLookup(m => m.Person, m => m.Time);
            var few = GroupLife
                .All(history)
                .SelectMany(g => g.At(period.From).Keys.Intersect(g.At(period.To).Keys))
                .Select(elsewhere.One)
                .Union(own.Select(o => o.Key))
                .Count(person => SessionTime.Together(own[person].Concat(beside[person])) < 60 * hours);
            yield return new(
                activated.Stream,
                [
                    activated,
                    .. elsewhere.JoinsOf(history.Of("member_enrolled").Select(t => t.Id("person")!.Value)),
                    .. sessions,
                    .. sessions.SelectMany(c => SessionLife.CorrectionsOf(history.Stream("session", c.Stream))),
                ],
                few > 0 ? $"{few} professionals under {hours} hours from {period.From:yyyy-MM}" : null
            )
            {
                When = period.From,
                IsTold = few == 0 || elsewhere.IsAll,
            };
        }
    }

    private static IReadOnlyList<LedgeredEvent> Closed(JudgedHistory history, DateTimeOffset from, DateTimeOffset to) =>
        [.. history.Of("session_closed").Where(t => t.At >= from && t.At < to)];

    // A session counts once, under however many records.
    private static IEnumerable<(Guid Person, SessionTime Time)> Times(
        JudgedHistory history,
        HoursElsewhere elsewhere,
        DateTimeOffset from,
        DateTimeOffset to
    ) =>
        Closed(history, from, to)
            .Select(c => history.Stream("session", c.Stream))
            .SelectMany(s => SessionLife.Present(s).Select(elsewhere.One).Distinct().Select(p => (p, SessionTime.Of(s))));

    private static IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Periods(DateTimeOffset from, DateTimeOffset to, int months)
    {
        for (
            var start = new DateTimeOffset(from.Year, 1, 1, 0, 0, 0, TimeSpan.Zero);
            start.AddMonths(months) <= to;
            start = start.AddMonths(months)
        )
        {
            if (start >= from)
            {
                yield return (start, start.AddMonths(months));
            }
        }
    }

    private static IReadOnlyList<LedgeredEvent> Opened(JudgedHistory history, Guid @group) =>
        [
            .. history
                .Streams("session_scheduled")
                .Where(s => s[0].Id("group") == @group)
                .SelectMany(s => s.Where(t => t.Is("session_opened"))),
        ];

    /// <summary>The openings of a group's sessions that were held, in the order of their dates.</summary>
    internal static IReadOnlyList<LedgeredEvent> Held(JudgedHistory history, Guid @group) =>
        [
            .. history
                .Streams("session_scheduled")
                .Where(s => s[0].Id("group") == @group && s.Any(t => t.Is("session_closed")))
                .SelectMany(s => s.Where(t => t.Is("session_opened")).Take(1))
                .OrderBy(o => o.At),
        ];

    private static DateTimeOffset Month(DateTimeOffset at) => new(at.UtcDateTime.Year, at.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);

    private static string? Equal(string what, JsonNode? is_, JsonNode? asked) =>
        JsonNode.DeepEquals(is_, asked) ? null : $"{what} is {is_}";

    private static string Value(JsonObject asked) => asked["value"]!.GetValue<string>();

    private static int? Bound(JsonObject asked, string bound) => asked[bound]?.GetValue<int>();

    private static string Camel(string rule) =>
        string.Concat(rule.Split('-').Select((part, i) => i == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));
}
