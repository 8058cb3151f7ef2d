using System.Text.Json.Nodes;

namespace PracticeAnalysis.Reporting.Conformance;

/// <summary>Judges a history by the frames that its dispositif pins.</summary>
internal static class JudgeFrames
{
    private static readonly string[] Dispositifs = ["dispositif_proposed", "dispositif_revised", "dispositif_amended"];

    /// <summary>The frames pinned last: by the dispositif, or by an upgrade since.</summary>
    public static IReadOnlyList<string> Pinned(History history) =>
        history.Of([.. Dispositifs, "frames_upgraded"]).LastOrDefault() is { } last
            ? [.. (last.Fact["to"] ?? last.Fact["dispositif"]!["frames"])!.AsArray().Select(p => Rulebook.Key(p!))]
            : [];

    /// <summary>Every rule of one frame.</summary>
    public static IEnumerable<Judgement> By(JsonObject frame, History history)
    {
        var name = frame["name"]!.GetValue<string>();
        var source = frame["source"]!.GetValue<string>();
        var rules = frame["rules"]!.AsObject();
        Judgement Judge(string rule, Func<JsonObject, IEnumerable<Check>> checks) =>
            rules[Camel(rule)] is JsonObject asked
                ? Judgement.Of(rule, name, asked["source"]!.GetValue<string>(), checks(asked))
                : Judgement.Of(rule, name, source, []);

        yield return Judgement.Of("kind", name, source, Designed(history, d => Equal("kind", d["kind"], frame["kind"])));
        yield return Judgement.Of(
            "audience",
            name,
            source,
            Designed(
                history,
                d => frame["audiences"]!.AsArray().Any(a => JsonNode.DeepEquals(a, d["audience"])) ? null : $"for {d["audience"]}"
            )
        );
        yield return Judge("size", a => Sizes(history, Bound(a, "minimum"), Bound(a, "maximum")));
        yield return Judge("composition", a => Compositions(history, Value(a)));
        yield return Judge("participation", a => Value(a) == "volunteers" ? Volunteers(history) : []);
        yield return Judge("externality", a => Value(a) == "required" ? External(history) : []);
        yield return Judge("qualification", a => Qualified(history, [.. a["value"]!.AsArray().Select(v => v!.GetValue<string>())]));
        yield return Judge("interval", a => Intervals(history, a["value"]!.GetValue<int>()));
        yield return Judge("frequency", a => Frequencies(history, Bound(a, "minimum"), Bound(a, "maximum")));
        yield return Judge("minimum-term", a => Terms(history, a["value"]!.GetValue<int>()));
        yield return Judge("rate", a => Rates(history, a));
        yield return Judge("stability", a => Stable(history, Value(a)));
        yield return Judge("protocol", a => Protocols(history, a));
        yield return Judge("outcome", a => Outcomes(history, a["noneAllowed"]!.GetValue<bool>()));
        yield return Judge("joint-validation", a => a["value"]!.GetValue<bool>() ? Validated(history) : []);
        yield return Judge("management-commitment", a => a["value"]!.GetValue<bool>() ? Committed(history) : []);
        yield return Judge("hours-a-year", a => Hours(history, a["value"]!.GetValue<int>(), 12));
        yield return Judge("hours-each-four-months", a => Hours(history, a["value"]!.GetValue<int>(), 4));
    }

    private static IEnumerable<Check> Designed(History history, Func<JsonObject, string?> fault) =>
        history.Of(Dispositifs).Select(t => new Check(t.Stream, [t], fault(t.Fact["dispositif"]!.AsObject())));

    private static IEnumerable<Check> Sizes(History history, int? least, int? most) =>
        from life in GroupLife.All(history)
        from at in life.Moments
        let many = at.Members.Count
        where at.Told.Is("group_sealed") || (at.AfterSealing && at.Told.Is("member_enrolled"))
        select new Check(
            life.Group,
            [at.Told],
            many < (at.Told.Is("group_sealed") ? least : null) || many > most ? $"{many} members" : null
        );

    private static IEnumerable<Check> Compositions(History history, string asked) =>
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

    private static IEnumerable<Check> Volunteers(History history) =>
        from life in GroupLife.All(history)
        from at in life.Moments
        where at.Told.Is("group_sealed")
        let silent = at.Members.Values.Count(m => !m.Confirmed)
        select new Check(life.Group, [at.Told], silent > 0 ? $"{silent} members had not confirmed to volunteer" : null);

    // A facilitator's file is a history of its own; what it takes of it is read beside.
    private static IEnumerable<Check> External(History history) =>
        from assigned in history.Of("facilitator_assigned")
        let file = history.Stream("engagement", assigned.Id("facilitator")!.Value)
        where file.Count > 0
        let asks = history.Of("engagement_opened").First().Id("establishment")
        select new Check(assigned.Stream, [assigned, file[0]], file[0].Id("employer") == asks ? "employed by the establishment" : null);

    private static IEnumerable<Check> Qualified(History history, IReadOnlyList<string> kinds) =>
        from assigned in history.Of("facilitator_assigned")
        let file = history.Stream("engagement", assigned.Id("facilitator")!.Value)
        where file.Count > 0
        from kind in kinds
        let shown = file.Where(t => t.Is("qualification_evidenced") && t.Word("kind") == kind).ToList()
        select new Check(assigned.Stream, [assigned, .. shown], shown.Count == 0 ? $"no evidence of {kind}" : null);

    private static IEnumerable<Check> Intervals(History history, int days) =>
        from sessions in Held(history)
        from pair in sessions.Zip(sessions.Skip(1))
        let gap = (int)(pair.Second.At - pair.First.At).TotalDays
        select new Check(pair.Second.Stream, [pair.First, pair.Second], gap > days ? $"{gap} days" : null);

    // Whole months between the first and the last session, theirs aside: of those nobody can say that they are complete.
    private static IEnumerable<Check> Frequencies(History history, int? least, int? most) =>
        from sessions in Held(history)
        let months = sessions.GroupBy(s => Month(s.At)).ToDictionary(g => g.Key, g => g.ToList())
        let first = months.Keys.Min()
        let last = months.Keys.Max()
        from month in Enumerable.Range(first, last - first + 1)
        let held = months.GetValueOrDefault(month) ?? []
        where held.Count > 0 || (month != first && month != last)
        let few = month != first && month != last && held.Count < least
        select new Check(
            sessions[0].Id("group") ?? sessions[0].Stream,
            held.Count > 0 ? held : [sessions[^1]],
            few || held.Count > most ? $"{held.Count} sessions in {(month - 1) / 12}-{((month - 1) % 12) + 1:D2}" : null
        );

    private static IEnumerable<Check> Terms(History history, int months) =>
        Designed(history, d => d["termMonths"]!.GetValue<int>() is var term && term < months ? $"{term} months" : null)
            .Concat(history.Of("engagement_ended_early").Select(t => new Check(t.Stream, [t], "ended early, with a reason")));

    private static IEnumerable<Check> Rates(History history, JsonObject asked)
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

    private static IEnumerable<Check> Stable(History history, string asked) =>
        from life in GroupLife.All(history)
        from at in life.Moments
        where at.AfterSealing && (at.Told.Is("member_enrolled") || at.Told.Is("member_left"))
        let ofThemself = at.Told.Is("member_left") && at.Told.By == at.Told.Id("person")
        let excused = asked == "open" || ofThemself || (asked == "by-agreement" && at.Excused)
        select new Check(life.Group, [at.Told], excused ? null : "membership changed without the group's agreement");

    private static IEnumerable<Check> Protocols(History history, JsonObject asked) =>
        asked["strictness"]!.GetValue<string>() == "free"
            ? []
            : history
                .Of("session_scheduled")
                .Select(t => new Check(
                    t.Stream,
                    [t],
                    Rulebook.Key(t.Fact["protocol"]!) == Rulebook.Key(asked) ? null : $"run by {Rulebook.Key(t.Fact["protocol"]!)}"
                ));

    private static IEnumerable<Check> Outcomes(History history, bool noneAllowed) =>
        history
            .Of("session_closed")
            .Select(t => new Check(t.Stream, [t], t.Word("outcome") == "none" && !noneAllowed ? "ended with nothing" : null));

    private static IEnumerable<Check> Validated(History history) =>
        from activated in history.Of("engagement_activated").Where(t => t.Entry.Source == "engagement")
        let engagement = history.Stream("engagement", activated.Stream).TakeWhile(t => t != activated).ToList()
        let proposed = engagement.FindLastIndex(t => t.Is("support_process_proposed"))
        let heard = engagement.Where(t => t.Is("protagonist_heard")).Select(t => t.Id("protagonist")).Distinct().ToList()
        let validated = engagement.Skip(proposed + 1).Where(t => t.Is("diagnosis_validated")).ToList()
        let silent = heard.Except(validated.Select(t => t.Id("protagonist"))).Count()
        select new Check(
            activated.Stream,
            [activated, .. validated],
            proposed < 0 ? "no process was proposed"
                : silent > 0 ? $"{silent} protagonists had not validated it"
                : null
        );

    private static IEnumerable<Check> Committed(History history) =>
        from activated in history.Of("engagement_activated")
        select new Check(
            activated.Stream,
            [activated, .. history.Of("management_commitment_signed").Take(1)],
            history.Before(activated, "management_commitment_signed") ? null : "active before the commitment was signed"
        );

    // Calendar periods that lie wholly within the engagement's active time; of others nobody can say that they are complete.
    private static IEnumerable<Check> Hours(History history, int hours, int months)
    {
        if (
            history.Of("engagement_activated").FirstOrDefault() is not { } activated
            || history.Of("session_closed").LastOrDefault() is not { } last
        )
        {
            yield break;
        }

        foreach (var period in Periods(activated.At, last.At, months))
        {
            var sessions = history.Of("session_closed").Where(t => t.At >= period.From && t.At < period.To).ToList();
            var minutes = sessions
                .SelectMany(c => Present(history, c).Select(p => (Person: p, Minutes: c.Number("minutes") ?? 0)))
                .GroupBy(p => p.Person)
                .Select(g => g.Sum(x => x.Minutes))
                .ToList();
            var few = minutes.Count(m => m < 60 * hours);
            yield return new(
                activated.Stream,
                [activated, .. sessions],
                few > 0 ? $"{few} professionals under {hours} hours from {period.From:yyyy-MM}" : null
            );
        }
    }

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

    private static IReadOnlyList<Guid> Present(History history, Told closed) =>
        history.Stream("session", closed.Stream).LastOrDefault(t => t.Is("attendance_recorded"))?.Ids("present") ?? [];

    /// <summary>The openings of the sessions that were held, group by group, in the order of their dates.</summary>
    private static IEnumerable<List<Told>> Held(History history) =>
        from session in history.Streams("session_scheduled")
        where session.Any(t => t.Is("session_closed"))
        let opened = session.First(t => t.Is("session_opened"))
        group opened by session[0].Id("group") into sessions
        select sessions.OrderBy(o => o.At).ToList();

    private static int Month(DateTimeOffset at) => (12 * at.UtcDateTime.Year) + at.UtcDateTime.Month;

    private static string? Equal(string what, JsonNode? is_, JsonNode? asked) =>
        JsonNode.DeepEquals(is_, asked) ? null : $"{what} is {is_}";

    private static string Value(JsonObject asked) => asked["value"]!.GetValue<string>();

    private static int? Bound(JsonObject asked, string bound) => asked[bound]?.GetValue<int>();

    private static string Camel(string rule) =>
        string.Concat(rule.Split('-').Select((part, i) => i == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));
}
