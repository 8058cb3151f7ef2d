using System.Text.Json.Nodes;
using CsCheck;
using PracticeAnalysis.Reporting.History.Conformance;
using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>What happened is judged by what had happened by then, whenever it was told, and silence until it ends.</summary>
public class when_judging_the_time
{
    private static readonly IReadOnlyList<Line> Kept = Chronicle.Kept();

    private static DateTimeOffset At(string type) => Kept.First(l => l.Type == type).At;

    [Fact]
    [Keeps("mandate")]
    [Breaks("mandate")]
    public void a_session_dated_before_the_activation_breaks_mandate_charter_and_membership()
    {
        Broken(Chronicle.Report(Kept)).ShouldBeEmpty();
        var report = Chronicle.Report([.. Kept.Select(l => l.Stream == Chronicle.First ? l with { At = l.At.AddDays(-60) } : l)]);
        Broken(report).ShouldBe(["charter-acceptance", "mandate", "membership"], ignoreOrder: true);
        report.Rules.Single(r => r.Rule == "mandate").Breaches.ShouldHaveSingleItem().What.ShouldBe("before the engagement was active");
        report.Conformant.ShouldBe(false);
    }

    [Fact]
    public void a_member_who_joined_and_accepted_later_was_not_there_before()
    {
        // Told that she was there at the first session, of which she became a member the day after.
        var late = At("session_closed").AddDays(1);
        var report = Chronicle.Report([
            .. Kept.Select(l =>
                Says(l, "person", Chronicle.Chloe) && l.Type is "member_enrolled" or "charter_accepted" ? l with { At = late } : l
            ),
        ]);
        Broken(report).ShouldContain("membership");
        Broken(report).ShouldContain("charter-acceptance");
        report.Rules.Single(r => r.Rule == "membership").Breaches.ShouldHaveSingleItem().Where.ShouldBe(Chronicle.First);
    }

    [Fact]
    public void nobody_leads_who_was_not_assigned_and_no_session_is_held_while_suspended_or_after_the_end()
    {
        Mandate(Kept.Select(l => l.Type == "session_scheduled" ? l.Saying("facilitator", $"{Given.Id(11)}") : l))
            .ShouldContain("led by somebody who was not assigned then");
        Mandate(After("engagement_activated", ("engagement_suspended", 1)))
            .ShouldBe(["while the engagement was suspended", "while the engagement was suspended"]);
        Mandate(After("engagement_activated", ("engagement_suspended", 1), ("engagement_resumed", 2))).ShouldBeEmpty();
        Mandate(After("engagement_activated", ("engagement_ended_early", 1)))[0].ShouldBe("after the engagement had ended");
    }

    [Fact]
    public void who_was_replaced_leads_until_the_successor_accepts_and_that_is_shown()
    {
        var successor = Given.Id(11);
        Line Assigned(DateTimeOffset at) => Of("facilitator_assigned", at).Saying("facilitator", $"{successor}");
        Line Accepted(DateTimeOffset at) => Of("charter_accepted", at).Saying("person", $"{successor}");
        var since = At("session_scheduled").AddMinutes(-5);
        IReadOnlyList<Line> before = [.. Kept.TakeWhile(l => l.Type != "session_scheduled")];
        IReadOnlyList<Line> rest = [.. Kept.Skip(before.Count)];
        Judgement Mandate(params IReadOnlyList<Line> told) => Chronicle.Report(told).Rules.Single(r => r.Rule == "mandate");
        Mandate([.. before, Assigned(since), .. rest]).Verdict.ShouldBe(Verdict.Breached);
        Mandate([.. before, Assigned(since), Accepted(since.AddMinutes(1)), .. rest]).Verdict.ShouldBe(Verdict.Broken);

        // What was told afterwards could not be known; it is shown.
        Mandate([.. before, .. rest, Assigned(since), Accepted(since.AddMinutes(1))]).Verdict.ShouldBe(Verdict.Breached);
    }

    [Fact]
    [Breaks("mandate")]
    public void who_was_relieved_leads_no_more_and_the_successor_leads_once_they_accepted()
    {
        var (first, successor) = (Chronicle.Facilitator, Given.Id(11));
        var since = At("session_scheduled").AddMinutes(-5);
        Line Assigned() => Of("facilitator_assigned", since).Saying("facilitator", $"{successor}").Saying("relieved", $"{first}");
        Line Accepted(DateTimeOffset at) => Of("charter_accepted", at).Saying("person", $"{successor}");
        IReadOnlyList<Line> before = [.. Kept.TakeWhile(l => l.Type != "session_scheduled")];
        IReadOnlyList<Line> rest = [.. Kept.Skip(before.Count)];
        IReadOnlyList<Line> led = [.. rest.Select(l => l.Type == "session_scheduled" ? l.Saying("facilitator", $"{successor}") : l)];
        Judgement Mandate(params IReadOnlyList<Line> told) => Chronicle.Report(told).Rules.Single(r => r.Rule == "mandate");
        Mandate([.. before, Assigned(), .. rest]).Verdict.ShouldBe(Verdict.Broken);
        Mandate([.. before, Assigned(), .. led]).Breaches.ShouldAllBe(b => b.What == "led by somebody who had not accepted the charter");
        Mandate([.. before, Assigned(), .. led]).Verdict.ShouldBe(Verdict.Broken);
        Mandate([.. before, Assigned(), Accepted(since.AddMinutes(1)), .. led]).Verdict.ShouldBe(Verdict.Kept);
    }

    [Fact]
    public void a_session_that_is_closed_once_its_mandate_or_term_has_ended_is_shown()
    {
        IReadOnlyList<Line> Between(string type, Func<Line, Line> change) =>
            [
                .. Kept.SelectMany(l =>
                    l.Stream == Chronicle.First && l.Type == "attendance_recorded" ? [l, change(Of(type, l.At.AddMinutes(1)))] : new[] { l }
                ),
            ];
        var suspended = Chronicle
            .Report([.. Between("engagement_suspended", l => l).Where(l => l.Stream != Chronicle.Second)])
            .Rules.Single(r => r.Rule == "mandate");
        suspended.Verdict.ShouldBe(Verdict.Breached);
        suspended.Breaches.ShouldHaveSingleItem().What.ShouldBe("closed while the engagement was suspended");
        var term = Chronicle.Report([
            .. Kept.Select(l => l.Stream == Chronicle.First && l.Type == "session_closed" ? l with { At = l.At.AddYears(2) } : l),
        ]);
        term.Rules.Single(r => r.Rule == "within-term")
            .Breaches.ShouldContain(b => b.Where == Chronicle.First && b.Events.Any(e => e.EventType == "session_closed"));
    }

    [Fact]
    public void what_extends_a_term_afterwards_makes_no_session_timely()
    {
        var late = Later(400).ToList();
        var amended = Of("engagement_renewed", At("engagement_activated").AddDays(30)).Saying("until", "2028-01-06T00:00:00Z");
        Verdicts(Chronicle.Report([.. late, amended]), "within-term").ShouldBe([Verdict.Breached]);
        late.Insert(late.FindIndex(l => l.Stream == Chronicle.Second), amended);
        Verdicts(Chronicle.Report(late), "within-term").ShouldBe([Verdict.Kept]);
    }

    private static IReadOnlyList<Line> Before(Guid session, IReadOnlyList<Line> history, params IReadOnlyList<Line> told)
    {
        var at = history.ToList().FindIndex(l => l.Stream == session);
        return [.. history.Take(at), .. told, .. history.Skip(at)];
    }

    private static Line Contested(DateTimeOffset at, string what, bool neverBound = true) =>
        Of("acceptance_contested", at).Saying("what", what).Saying("proposal", $"{Given.Id(70)}").Saying("neverBound", neverBound);

    [Fact]
    [Breaks("within-term")]
    public void what_was_contested_made_no_session_timely_whenever_it_was_contested()
    {
        var from = At("engagement_activated");
        var (ends, late) = (from.AddMonths(12), Later(400).ToList());
        Line Renewed(int months, int day, Guid proposal, DateTimeOffset until) =>
            Of("engagement_renewed", ends.AddDays(day)).Saying("until", $"{until:O}").Saying("proposal", $"{proposal}");
        var recorded = Renewed(60, -2, Given.Id(70), ends.AddMonths(60));
        Verdict Judged(params IReadOnlyList<Line> told) => Verdicts(Chronicle.Report(told), "within-term").Single();
        var end = late[^1].At;
        Judged(Before(Chronicle.Second, late, recorded)).ShouldBe(Verdict.Kept);
        Judged([.. Before(Chronicle.Second, late, recorded), Contested(end, "renewal")]).ShouldBe(Verdict.Breached);
        Judged(Before(Chronicle.Second, late, recorded, Contested(ends.AddDays(1), "renewal"))).ShouldBe(Verdict.Breached);

        // As it was before: the term of before held again from the contest on.
        Judged([.. Before(Chronicle.Second, late, recorded), Contested(end, "renewal", false)]).ShouldBe(Verdict.Kept);

        // What they renewed themselves meanwhile counts its months from the end that stands, or from its acceptance.
        Verdict Since(int months, int day, int session)
        {
            Line own = Renewed(months, day, Given.Id(71), ends.AddMonths(60 + months));
            var proposed = Of("renewal_proposed", ends.AddDays(-1)).Saying("proposal", $"{Given.Id(71)}").Saying("months", months);
            IReadOnlyList<Line> history = [.. Later(session)];
            return Judged([.. Before(Chronicle.Second, history, recorded, proposed, own), Contested(history[^1].At, "renewal")]);
        }

        Since(3, -1, 400).ShouldBe(Verdict.Kept);
        Since(1, -1, 400).ShouldBe(Verdict.Breached);
        Since(1, 20, 370).ShouldBe(Verdict.Kept);
    }

    [Fact]
    public void a_term_that_was_amended_and_contested_ends_as_it_did()
    {
        var late = Later(400).ToList();
        var dispositif = Kept.First(l => l.Type == "dispositif_proposed").Saying("proposal", $"{Given.Id(70)}");
        Line Amended(int months, DateTimeOffset at) =>
            dispositif.Saying(
                "dispositif",
                dispositif.Fact["dispositif"]!.DeepClone().AsObject() is var d && (d["termMonths"] = months) is not null ? d : null
            ) with
            {
                Type = "dispositif_amended",
                At = at,
            };
        var from = At("engagement_activated");
        var recorded = Amended(24, from.AddDays(30));
        Verdicts(Chronicle.Report(Before(Chronicle.Second, late, recorded)), "within-term").ShouldBe([Verdict.Kept]);
        var restored = Amended(12, from.AddDays(40)).Saying("restores", true).Saying("proposal", null);
        Verdicts(
                Chronicle.Report(Before(Chronicle.Second, late, recorded, Contested(from.AddDays(40), "amendment"), restored)),
                "within-term"
            )
            .ShouldBe([Verdict.Breached]);
    }

    [Fact]
    public void a_session_of_a_day_is_no_longer_than_a_day()
    {
        IReadOnlyList<Line> Lasting(TimeSpan length) =>
            [
                .. Kept.Select(l =>
                    l.Stream == Chronicle.Second && l.Type == "session_closed" ? l with { At = Opened(Chronicle.Second) + length } : l
                ),
            ];
        Verdicts(Chronicle.Report(Lasting(TimeSpan.FromDays(1))), "plausible").ShouldBe([Verdict.Kept]);
        Verdicts(Chronicle.Report(Lasting(TimeSpan.FromDays(1).Add(TimeSpan.FromMinutes(1)))), "plausible").ShouldBe([Verdict.Broken]);

        static DateTimeOffset Opened(Guid session) => Kept.First(l => l.Stream == session && l.Type == "session_opened").At;
    }

    [Fact]
    [Keeps("within-term")]
    [Breaks("within-term")]
    public void a_session_after_the_term_is_shown_and_one_after_its_renewal_is_within_it()
    {
        IReadOnlyList<Line> late = [.. Later(400)];
        Verdicts(Chronicle.Report(Kept), "within-term").ShouldBe([Verdict.Kept]);
        Verdicts(Chronicle.Report(late), "within-term").ShouldBe([Verdict.Breached]);
        var renewed = late.ToList();
        renewed.Insert(
            renewed.FindIndex(l => l.Type == "engagement_activated") + 1,
            Of("engagement_renewed", At("engagement_activated")).Saying("until", "2027-01-06T00:00:00Z")
        );
        Verdicts(Chronicle.Report(renewed), "within-term").ShouldBe([Verdict.Kept]);
    }

    [Fact]
    [Keeps("plausible")]
    [Breaks("plausible")]
    public void two_sessions_at_once_are_broken_and_with_a_reason_shown()
    {
        IReadOnlyList<Line> twice =
        [
            .. Kept,
            .. Kept.Where(l => l.Stream == Chronicle.Second).Select(l => l with { Stream = Given.Id(53), At = l.At.AddMinutes(5) }),
        ];
        Verdicts(Chronicle.Report(Kept), "plausible").ShouldBe([Verdict.Kept]);
        Verdicts(Chronicle.Report(twice), "plausible").ShouldBe([Verdict.Broken]);
        Verdicts(Chronicle.Report([.. twice.SelectMany(l => Explained(l, "at-once"))]), "plausible").ShouldBe([Verdict.Breached]);

        // Another group's, led by the same facilitator.
        Verdicts(
                Chronicle.Report([
                    .. twice.Select(l =>
                        l.Stream == Given.Id(53) && l.Type == "session_scheduled" ? l.Saying("group", $"{Given.Id(31)}") : l
                    ),
                ]),
                "plausible"
            )
            .ShouldBe([Verdict.Broken]);
    }

    [Fact]
    [Keeps("plausible")]
    [Breaks("plausible")]
    public void more_minutes_than_between_opening_and_closing_are_broken_and_with_a_reason_shown()
    {
        IReadOnlyList<Line> long_ = [.. Kept.Select(l => l.Type == "session_closed" ? l.Saying("minutes", 1200) : l)];
        Verdicts(Chronicle.Report(Kept), "plausible").ShouldBe([Verdict.Kept]);
        Verdicts(Chronicle.Report(long_), "plausible").ShouldBe([Verdict.Broken]);
        Verdicts(Chronicle.Report([.. long_.SelectMany(l => Explained(l, "minutes"))]), "plausible").ShouldBe([Verdict.Breached]);
    }

    [Fact]
    [Breaks("plausible")]
    public void a_session_that_was_left_open_is_hard_to_believe_whatever_minutes_it_claims()
    {
        IReadOnlyList<Line> open = [.. Kept.Select(l => l.Type == "session_closed" ? l with { At = l.At.AddDays(2) } : l)];
        Verdicts(Chronicle.Report(open), "plausible").ShouldBe([Verdict.Broken]);
        Verdicts(Chronicle.Report([.. open.SelectMany(l => Explained(l, "minutes"))]), "plausible").ShouldContain(Verdict.Breached);
    }

    [Fact]
    public void of_a_group_that_never_met_nothing_is_said()
    {
        var report = Chronicle.Report([.. Kept.TakeWhile(l => l.Type != "session_scheduled")]);
        report.Counts.Kept.ShouldBeGreaterThan(0);
        report.Conformant.ShouldBeNull();
    }

    [Fact]
    public void silence_is_judged_to_the_end_of_the_engagement_of_its_term_or_of_the_moment_asked()
    {
        // Sessions in January and February, the conclusion in January of the year after.
        IReadOnlyList<Line> silent = [.. Kept.Select((l, i) => i < IndexOf("bilan_drafted") ? l : l with { At = l.At.AddDays(340) })];
        var report = Chronicle.Report(silent);
        Verdicts(report, "interval").ShouldBe([Verdict.Breached]);
        Verdicts(report, "frequency").ShouldBe([Verdict.Breached]);
        report.Conformant.ShouldBe(true);

        // Nobody concludes it: silence ends with its term, whenever one asks.
        IReadOnlyList<Line> open = [.. Kept.Take(IndexOf("bilan_drafted"))];
        string? Gap(DateTimeOffset to) =>
            Chronicle.Report(open, to).Rules.Single(r => r.Rule == "interval").Breaches.SingleOrDefault()?.What;
        var last = Kept.Last(l => l.Type == "session_opened").At;
        Gap(last.AddDays(31)).ShouldBeNull();
        Gap(last.AddDays(40)).ShouldBe("40 days");
        var term = (int)(At("engagement_activated").AddMonths(12) - last).TotalDays;
        Gap(last.AddDays(4000)).ShouldBe($"{term} days");
    }

    [Fact]
    public void a_suspension_is_no_silence()
    {
        var last = Kept.Last(l => l.Type == "session_opened").At;
        IReadOnlyList<Line> open = [.. Kept.Take(IndexOf("bilan_drafted"))];
        IReadOnlyList<Line> paused = [.. open, Of("engagement_suspended", last.AddDays(10)), Of("engagement_resumed", last.AddDays(80))];
        Verdicts(Chronicle.Report(paused, last.AddDays(100)), "interval").ShouldBe([Verdict.Kept]);
        Verdicts(Chronicle.Report(open, last.AddDays(100)), "interval").ShouldBe([Verdict.Breached]);
    }

    [Fact]
    public void a_group_that_fell_under_its_fewest_members_is_shown_at_each_session_since()
    {
        var sealed_ = IndexOf("group_sealed");
        IReadOnlyList<Line> shrunk =
        [
            .. Kept.Take(sealed_ + 1),
            Kept[sealed_] with
            {
                Type = "member_left",
                Fact = new() { ["person"] = Chronicle.Chloe },
                Actor = $"member:{Chronicle.Chloe}",
            },
            .. Kept.Skip(sealed_ + 1),
        ];
        var size = Chronicle.Report(shrunk).Rules.Single(r => r.Rule == "size");
        size.Verdict.ShouldBe(Verdict.Breached);
        size.Breaches.Select(b => b.Events[^1].EventType).ShouldBe(["member_left", "session_opened", "session_opened"]);
        size.Breaches.ShouldAllBe(b => b.What == "2 members");
    }

    // By days counted apart from the judge: a session at any day, with a suspension at any other.
    [Fact]
    public void whatever_the_dates_are_a_session_is_judged_by_its_own()
    {
        var start = At("engagement_activated");
        Gen.Select(Gen.Int[-100, 500], Gen.Int[0, 400], Gen.Int[1, 100])
            .Sample(
                (day, from, length) =>
                {
                    IReadOnlyList<Line> told =
                    [
                        .. Kept.Take(IndexOf("bilan_drafted"))
                            .Select(l => l.Stream == Chronicle.First ? l with { At = l.At.AddDays(day) } : l),
                        Of("engagement_suspended", start.AddDays(from)),
                        Of("engagement_resumed", start.AddDays(from + length)),
                    ];
                    var rules = Chronicle.Report(told, start.AddDays(600)).Rules;
                    bool Passed(string rule) => rules.Single(r => r.Rule == rule).Breaches.Any(b => b.Where == Chronicle.First);
                    Passed("mandate").ShouldBe(day < 0 || (day >= from && day < from + length), $"{day} {from} {length}");
                    Passed("charter-acceptance").ShouldBe(day < 0);
                    Passed("membership").ShouldBe(day < 0);
                    Passed("within-term").ShouldBe(start.AddDays(day) >= start.AddMonths(12));
                },
                iter: 200
            );
    }

    [Fact]
    public void holes_beside_each_other_are_one()
    {
        var (one, two) = (Given.Id(1), Given.Id(2));
        History
            .Ledger.LedgerHoles.Joined([
                new("session", "session", one, 4, 4),
                new("session", "session", one, 3, 3),
                new("session", "session", two, 5, 5),
            ])
            .ShouldBe([new("session", "session", one, 3, 4), new("session", "session", two, 5, 5)]);
    }

    private static IReadOnlyList<string> Mandate(IEnumerable<Line> history) =>
        [.. Chronicle.Report([.. history]).Rules.Single(r => r.Rule == "mandate").Breaches.Select(b => b.What)];

    private static IEnumerable<Line> After(string type, params (string Type, int Minutes)[] more) =>
        Kept.SelectMany(l => l.Type == type ? [l, .. more.Select(m => Of(m.Type, l.At.AddMinutes(m.Minutes)))] : new[] { l });

    private static IEnumerable<Line> Later(int days) =>
        Kept.Select((l, i) => i < Kept.ToList().FindIndex(x => x.Stream == Chronicle.Second) ? l : l with { At = l.At.AddDays(days) });

    private static Line Of(string type, DateTimeOffset at) =>
        new("engagement", "engagement", Chronicle.Engagement, type, [], "practice:x", at);

    private static IEnumerable<Line> Explained(Line line, string what) =>
        line.Type == "session_closed"
            ?
            [
                line with
                {
                    Type = "implausibility_explained",
                    Fact = new() { ["what"] = what, ["why"] = "met-together" },
                },
                line,
            ]
            : [line];

    private static int IndexOf(string type) => Kept.ToList().FindIndex(l => l.Type == type);

    private static IEnumerable<string> Broken(ConformanceView report) =>
        report.Rules.Where(r => r.Verdict == Verdict.Broken).Select(r => r.Rule);

    private static IEnumerable<Verdict> Verdicts(ConformanceView report, string rule) =>
        report.Rules.Where(r => r.Rule == rule).Select(r => r.Verdict);

    private static bool Says(Line line, string member, Guid id) => line.Fact[member]?.ToString().Trim('"') == id.ToString();
}
