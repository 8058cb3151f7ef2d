using System.Text.Json.Nodes;
using PracticeAnalysis.Reporting.History.Conformance;
using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>A correction is judged by who made it, when, and of what stood; everything else by what stands since, which is said by the events that show it.</summary>
public class when_judging_corrections
{
    private static readonly IReadOnlyList<Line> Kept = Chronicle.Kept();
    private static readonly Guid[] All = [Chronicle.Anne, Chronicle.Bob, Chronicle.Chloe];

    private static JsonArray Ids(params Guid[] ids) => [.. ids.Select(i => JsonValue.Create($"{i}"))];

    private static JsonArray Themes(string axis) => new(new JsonObject { ["axis"] = axis, ["level"] = "team" });

    private static Line Of(string type, JsonObject fact, Guid? session = null, string? actor = null) =>
        new("session", "session", session ?? Chronicle.First, type, fact, actor ?? $"facilitator:{Chronicle.Facilitator}", default);

    private static Line Minutes(int from, int to, Guid? session = null) =>
        Of(
            "minutes_corrected",
            new()
            {
                ["from"] = from,
                ["to"] = to,
                ["reason"] = "mistyped",
            },
            session
        );

    private static Line Present(Guid[] before, params Guid[] present) =>
        Of("attendance_corrected", new() { ["presentBefore"] = Ids(before), ["present"] = Ids(present) });

    // Told after these lines of the history, a minute each.
    private static List<Line> After(Func<Line, bool> last, params Line[] more)
    {
        var told = Kept.ToList();
        var at = told.FindLastIndex(l => last(l));
        told.InsertRange(at + 1, more.Select((line, n) => line with { At = told[at].At.AddMinutes(n + 2) }));
        return told;
    }

    private static List<Line> Corrected(params Line[] more) => After(l => l.Type == "session_closed" && l.Stream == Chronicle.First, more);

    private static Judgement Rule(IReadOnlyList<Line> told, string rule) => Chronicle.Report(told).Rules.Last(r => r.Rule == rule);

    private static Judgement Judged(IReadOnlyList<Line> told) => Rule(told, "session-correction");

    [Fact]
    [Keeps("session-correction")]
    public void one_of_what_stood_by_who_led_it_in_its_time_is_kept()
    {
        Judged(Kept).Verdict.ShouldBe(Verdict.NotApplicable);
        Judged(Corrected(Minutes(120, 60), Minutes(60, 90))).Verdict.ShouldBe(Verdict.Kept);
        Judged(Corrected(Minutes(120, 60))).By.Single().EventType.ShouldBe("minutes_corrected");
    }

    [Fact]
    [Breaks("session-correction")]
    public void one_by_somebody_else_of_another_value_or_before_it_was_held_is_broken()
    {
        void Broken(string what, IReadOnlyList<Line> told)
        {
            var judged = Judged(told);
            judged.Verdict.ShouldBe(Verdict.Broken, what);
            judged.Breaches.ShouldContain(b => b.What == what);
        }

        Broken("corrected by somebody who did not lead it", Corrected(Minutes(120, 60) with { Actor = $"facilitator:{Given.Id(11)}" }));
        Broken(
            "corrected by somebody who did not lead it",
            Corrected(Minutes(120, 60) with { Actor = $"practice:{Chronicle.Facilitator}" })
        );
        Broken("corrected from another value than stood", Corrected(Minutes(100, 60)));
        Broken("corrected from another value than stood", Corrected(Minutes(120, 60), Minutes(120, 90)));
        Broken("corrected from another value than stood", Corrected(Present([Chronicle.Anne], All)));
        Broken("corrected before it was held", After(l => l.Type == "session_opened" && l.Stream == Chronicle.First, Minutes(120, 60)));
        Broken("1 who took part became absent", Corrected(Present(All, Chronicle.Anne, Chronicle.Chloe)));
        Broken("corrected once the engagement was concluded", After(l => l.Type == "engagement_concluded", Minutes(120, 60)));
    }

    [Fact]
    [Breaks("session-correction")]
    public void one_that_is_dated_back_before_the_conclusion_is_judged_by_when_it_was_told()
    {
        var told = After(l => l.Type == "engagement_concluded", Minutes(120, 60));
        var closed = Kept.First(l => l.Type == "session_closed").At;
        var dated = told.Select(l => l.Type == "minutes_corrected" ? l with { At = closed.AddMinutes(1) } : l).ToList();

        // The chronicle records each line when it happened; here it is told when the others were, and says an earlier time.
        Judgement Recorded(TimeSpan after) =>
            Chronicle
                .Report(
                    dated,
                    recorded: (l, at) => l.Type == "minutes_corrected" ? told.Single(t => t.Type == "engagement_concluded").At + after : at
                )
                .Rules.Last(r => r.Rule == "session-correction");
        Recorded(TimeSpan.FromMinutes(2)).Verdict.ShouldBe(Verdict.Broken);
        Recorded(TimeSpan.FromSeconds(30)).Verdict.ShouldBe(Verdict.Breached, "the service could not know yet");
    }

    [Fact]
    [Keeps("session-correction")]
    [Breaks("session-correction")]
    public void themes_under_a_locked_text_are_broken_and_in_the_same_minute_shown()
    {
        var recoded = Of("themes_corrected", new() { ["from"] = Themes("autonomy"), ["to"] = Themes("bond") });
        IReadOnlyList<Line> Told(string after, int seconds, params Line[] between)
        {
            var told = After(l => l.Type == "session_closed" && l.Stream == Chronicle.First).ToList();
            told.Insert(
                told.FindIndex(l => l.Type == "session_closed"),
                Of("themes_coded", new() { ["themes"] = Themes("autonomy") }) with
                {
                    At = told.First(l => l.Type == "session_closed").At,
                }
            );
            told = [.. told.Select(l => l.Type == "content_locked" ? l.Saying("sessions", Ids(Chronicle.First, Chronicle.Second)) : l)];
            var at = told.FindIndex(l => l.Type == after);
            told.InsertRange(at + 1, [.. between.Append(recoded).Select(l => l with { At = told[at].At.AddSeconds(seconds) })]);
            return told;
        }

        Judged(Told("orientation_recommended", 10)).Verdict.ShouldBe(Verdict.Kept);
        Judged(Told("content_locked", 61)).Verdict.ShouldBe(Verdict.Broken);
        Judged(Told("content_locked", 30)).Verdict.ShouldBe(Verdict.Breached);
        Judged(Told("bilan_agreed", 90)).Verdict.ShouldBe(Verdict.Broken);
        Line Synthesis(string type) =>
            new("reporting", "synthesis", Given.Id(95), type, new() { ["sessions"] = Ids(Chronicle.First) }, "x", default);
        var closed = Kept.Last(l => l.Type == "session_closed").Type;
        Judged(Told(closed, 90, Synthesis("synthesis_locked"))).Verdict.ShouldBe(Verdict.Breached, "in the same minute");
        Judged(Told(closed, 90, Synthesis("synthesis_locked"), Synthesis("synthesis_revised"))).Verdict.ShouldBe(Verdict.Kept);
        var amended = new Line("reporting", "bilan", Chronicle.Bilan, "orientation_recommended", new() { ["code"] = "stop" }, "x", default);
        Judged(Told("content_locked", 90, amended)).Verdict.ShouldBe(Verdict.Kept);
    }

    [Fact]
    public void hours_and_length_are_of_what_stands_and_name_the_correction()
    {
        // The second session is in a period of four months that lies within the engagement; twelve minutes of it are too few.
        IReadOnlyList<Line> Short(params Line[] more) =>
            [
                .. After(l => l.Type == "session_closed", more)
                    .Select(l => l.Type == "session_closed" ? l.Saying("minutes", 12) : l)
                    .Select(l =>
                        l.Stream == Chronicle.Second ? l with { At = l.At.AddDays(150) }
                        : l.Of == "bilan" || l.Type is "final_bilan_agreement_noted" or "engagement_concluded"
                            ? l with
                            {
                                At = l.At.AddDays(240),
                            }
                        : l
                    ),
            ];
        Rule(Short(), "hours-each-four-months").Verdict.ShouldBe(Verdict.Breached);
        var hours = Rule(Short(Minutes(12, 120, Chronicle.Second)), "hours-each-four-months");
        hours.Verdict.ShouldBe(Verdict.Kept);
        hours.By.ShouldContain(e => e.EventType == "minutes_corrected");
        var judged = Rule(Corrected(Minutes(120, 600)), "plausible");
        judged.Verdict.ShouldBe(Verdict.Broken, "it was open for less");
        judged.Breaches.ShouldHaveSingleItem().Events.ShouldContain(e => e.EventType == "minutes_corrected");
        Rule(Corrected(Minutes(120, 60)), "plausible").By.ShouldContain(e => e.EventType == "minutes_corrected");
    }

    [Fact]
    [Keeps("membership")]
    [Breaks("membership")]
    public void who_is_added_was_a_member_when_it_was_held_and_had_accepted_the_charter()
    {
        var held = Present(All, [.. All, Given.Id(77)]);
        Rule(Corrected(held), "membership").Verdict.ShouldBe(Verdict.Broken);
        Rule(Corrected(held), "charter-acceptance").Verdict.ShouldBe(Verdict.Broken);
        var anne = Present(All, Chronicle.Anne, Chronicle.Bob);
        Rule(Corrected(anne), "membership").Verdict.ShouldBe(Verdict.Kept);

        // A member since the day after, told as present at the session before.
        var late = Kept.First(l => l.Type == "session_closed").At.AddDays(1);
        var joined = Corrected(Present([Chronicle.Anne, Chronicle.Bob], All))
            .Select(l =>
                l.Type is "member_enrolled" or "charter_accepted" && l.Fact["person"]!.ToString().Trim('"') == $"{Chronicle.Chloe}"
                    ? l with
                    {
                        At = late,
                    }
                : l.Type == "attendance_recorded" && l.Stream == Chronicle.First ? l.Saying("present", Ids(Chronicle.Anne, Chronicle.Bob))
                : l.Type == "attendance_corrected" ? l with { At = late.AddDays(1) }
                : l
            );
        Rule([.. joined], "membership").Breaches.ShouldContain(b => b.Events.Any(e => e.EventType == "attendance_corrected"));
    }

    [Fact]
    [Keeps("agreed-in-common")]
    [Breaks("agreed-in-common")]
    public void a_decision_stands_by_the_record_as_it_stands_and_is_set_aside_or_broken()
    {
        var decision = $"{Given.Id(90)}";
        Line Said(string type, Guid? member = null, params Guid[] present) =>
            Of(
                type,
                new()
                {
                    ["decision"] = decision,
                    ["member"] = member is { } m ? $"{m}" : null,
                    ["of"] = 3,
                    ["present"] = Ids(present),
                    ["contestableUntil"] = "2027-01-01T00:00:00+00:00",
                },
                actor: member is { } by ? $"member:{by}" : null
            );
        IReadOnlyList<Line> Told(params Line[] after) =>
            [
                .. After(
                        l => l.Type == "attendance_recorded" && l.Stream == Chronicle.First,
                        [
                            Present(All, Chronicle.Anne, Chronicle.Bob),
                            Said("decision_agreed", Chronicle.Anne),
                            Said("decision_agreed", Chronicle.Bob),
                            Said("common_decision_adopted", null, Chronicle.Anne, Chronicle.Bob),
                            .. after,
                        ]
                    )
                    .Where(l => !l.Type.StartsWith("contribution", StringComparison.Ordinal)),
            ];
        var contested = Said("correction_contested", Chronicle.Chloe, All);
        var aside = Said("common_decision_set_aside");
        Verdict Judged(params Line[] after) => Rule(Told(after), "agreed-in-common").Verdict;
        Judged().ShouldBe(Verdict.Kept);
        Judged(contested).ShouldBe(Verdict.Broken, "it stands, and one who was there had not agreed");
        Judged(contested, aside).ShouldBe(Verdict.Kept);
        Judged(
                contested,
                aside,
                Said("decision_agreed", Chronicle.Chloe),
                Said("common_decision_adopted", null, Chronicle.Anne, Chronicle.Bob, Chronicle.Chloe)
            )
            .ShouldBe(Verdict.Kept);

        // What a session was closed on stood.
        IReadOnlyList<Line> Closed(params Line[] after) =>
            [.. Told(after).Select(l => l.Type == "session_closed" && l.Stream == Chronicle.First ? l.Saying("outcome", "decision") : l)];
        Rule(Closed(), "agreed-in-common").Verdict.ShouldBe(Verdict.Kept);
        Rule(Closed(contested, aside), "agreed-in-common").Verdict.ShouldBe(Verdict.Broken);
    }

    [Fact]
    [Keeps("session-correction")]
    [Breaks("session-correction")]
    public void a_members_own_word_on_their_presence_is_theirs_in_its_time_and_is_corrected_no_more()
    {
        Line Claimed(Guid member, Guid? by = null) =>
            Of("presence_claimed", new() { ["member"] = $"{member}", ["present"] = Ids(All) }, actor: $"member:{by ?? member}");
        List<Line> Left(params Line[] more) =>
            [
                .. Corrected(more)
                    .Where(l => l.Fact["author"]?.ToString() != $"{Chronicle.Chloe}" || l.Stream != Chronicle.First)
                    .Select(l =>
                        l.Type == "attendance_recorded" && l.Stream == Chronicle.First
                            ? l.Saying("present", Ids(Chronicle.Anne, Chronicle.Bob))
                        : l.Type == "session_closed" && l.Stream == Chronicle.First ? l.Saying("contestableUntil", $"{l.At.AddDays(14):O}")
                        : l
                    ),
            ];
        Judged(Left(Claimed(Chronicle.Chloe))).Verdict.ShouldBe(Verdict.Kept);
        Rule(Left(Claimed(Chronicle.Chloe)), "membership").Verdict.ShouldBe(Verdict.Kept);
        Judged(Left(Claimed(Chronicle.Chloe, Chronicle.Bob))).Verdict.ShouldBe(Verdict.Broken, "another's word");
        var judged = Judged(Left(Claimed(Chronicle.Chloe), Present(All, Chronicle.Anne, Chronicle.Bob)));
        judged.Verdict.ShouldBe(Verdict.Broken);
        var late = Left(Claimed(Chronicle.Chloe));
        var at = late.FindIndex(l => l.Type == "presence_claimed");
        late[at] = late[at] with { At = late[at].At.AddDays(15) };
        Judged([
            .. late.Take(at),
            .. late.Skip(at + 1).Where(l => l.At < late[at].At),
            late[at],
            .. late.Skip(at + 1).Where(l => l.At >= late[at].At),
        ])
            .Verdict.ShouldBe(Verdict.Broken, "past the time for it");
    }

    // Chloé is recorded as absent from the first session, and brought nothing to it.
    private static List<Line> Absent(params Line[] more) =>
        [
            .. Corrected(more)
                .Where(l => l.Fact["author"]?.ToString().Trim('"') != $"{Chronicle.Chloe}" || l.Stream != Chronicle.First)
                .Select(l =>
                    l.Type == "attendance_recorded" && l.Stream == Chronicle.First
                        ? l.Saying("present", Ids(Chronicle.Anne, Chronicle.Bob))
                        : l
                ),
        ];

    private static Line Claimed { get; } =
        Of("presence_claimed", new() { ["member"] = $"{Chronicle.Chloe}" }, actor: $"member:{Chronicle.Chloe}");

    private static Line Confirmed(string by, params Guid[] present) =>
        Of("presence_confirmed", new() { ["member"] = $"{Chronicle.Chloe}", ["present"] = Ids(present) }, actor: by);

    [Fact]
    [Keeps("session-correction")]
    [Breaks("session-correction")]
    public void a_word_is_confirmed_by_who_led_it_or_was_there_and_never_by_whose_it_is()
    {
        var (leader, bob) = ($"facilitator:{Chronicle.Facilitator}", $"member:{Chronicle.Bob}");
        Judged(Absent(Claimed)).Verdict.ShouldBe(Verdict.Kept);
        foreach (var by in new[] { leader, bob })
        {
            var kept = Judged(Absent(Claimed, Confirmed(by, All)));
            kept.Verdict.ShouldBe(Verdict.Kept);
            kept.By.ShouldContain(e => e.EventType == "presence_confirmed");
            Rule(Absent(Claimed, Confirmed(by, All)), "membership").Verdict.ShouldBe(Verdict.Kept);
        }

        void Broken(string what, params Line[] more)
        {
            var judged = Judged(Absent(more));
            judged.Verdict.ShouldBe(Verdict.Broken, what);
            judged.Breaches.ShouldHaveSingleItem().What.ShouldBe(what);
        }

        Broken("confirmed by oneself", Claimed, Confirmed($"member:{Chronicle.Chloe}", All));
        Broken("confirmed by somebody who did not lead it, nor was there", Claimed, Confirmed($"member:{Given.Id(77)}", All));
        Broken("confirmed by somebody who did not lead it, nor was there", Claimed, Confirmed($"facilitator:{Given.Id(11)}", All));
        Broken("confirmed by somebody who did not lead it, nor was there", Claimed, Confirmed($"practice:{Chronicle.Facilitator}", All));
        Broken("confirmed what nobody had said", Confirmed(bob, All));
        Broken("another presence than was said", Claimed, Confirmed(bob, [.. All, Given.Id(77)]));
        Broken("1 were corrected against their own word", Claimed, Confirmed(bob, All), Present(All, Chronicle.Anne, Chronicle.Bob));
        Broken(
            "1 were corrected against their own word",
            Claimed,
            Present([Chronicle.Anne, Chronicle.Bob], All),
            Present(All, Chronicle.Anne, Chronicle.Bob)
        );
    }

    [Fact]
    [Breaks("session-correction")]
    public void a_word_is_confirmed_within_fourteen_days_of_it_and_before_the_conclusion()
    {
        Judgement At(Func<DateTimeOffset, DateTimeOffset> when)
        {
            var told = Absent(Claimed, Confirmed($"member:{Chronicle.Bob}", All));
            var claimed = told.Single(l => l.Type == "presence_claimed").At;
            var confirmed = told.Single(l => l.Type == "presence_confirmed") with { At = when(claimed) };
            told.RemoveAll(l => l.Type == "presence_confirmed");
            told.Insert(told.FindLastIndex(l => l.At <= confirmed.At) + 1, confirmed);
            return Judged(told);
        }

        At(claimed => claimed.AddDays(14)).Verdict.ShouldBe(Verdict.Kept);
        At(claimed => claimed.AddDays(15)).Breaches.ShouldHaveSingleItem().What.ShouldBe("confirmed past the time for it");
        var concluded = Kept.Single(l => l.Type == "engagement_concluded").At;
        At(_ => concluded.AddMinutes(2)).Verdict.ShouldBe(Verdict.Broken);
        Chronicle
            .Report([
                .. Absent(Claimed)
                    .Select(l => l.Type == "presence_claimed" ? l with { At = concluded.AddMinutes(2) } : l)
                    .OrderBy(l => l.At),
            ])
            .Rules.Last(r => r.Rule == "session-correction")
            .Verdict.ShouldBe(Verdict.Broken, "said once the engagement was concluded");
    }

    [Fact]
    [Keeps("agreed-in-common")]
    [Breaks("agreed-in-common")]
    public void a_word_that_nobody_confirmed_is_asked_of_no_decision_and_a_confirmed_one_is()
    {
        var decision = $"{Given.Id(90)}";
        Line Said(string type, Guid? member = null) =>
            Of(
                type,
                new()
                {
                    ["decision"] = decision,
                    ["member"] = member is { } m ? $"{m}" : null,
                    ["of"] = 3,
                    ["present"] = Ids(Chronicle.Anne, Chronicle.Bob),
                },
                actor: member is { } by ? $"member:{by}" : null
            );
        Verdict Judged(params Line[] after)
        {
            var told = Absent(after);
            var attended = told.FindIndex(l => l.Type == "attendance_recorded" && l.Stream == Chronicle.First);
            Line[] adopted =
            [
                Said("decision_agreed", Chronicle.Anne),
                Said("decision_agreed", Chronicle.Bob),
                Said("common_decision_adopted"),
            ];
            told.InsertRange(attended + 1, adopted.Select(l => l with { At = told[attended].At }));
            return Rule(told, "agreed-in-common").Verdict;
        }

        var confirmed = Confirmed($"facilitator:{Chronicle.Facilitator}", All);
        Judged(Claimed).ShouldBe(Verdict.Kept, "a word beside the record");
        Judged(Claimed, confirmed).ShouldBe(Verdict.Broken);
        Judged(Claimed, confirmed, Said("common_decision_set_aside")).ShouldBe(Verdict.Kept);
    }

    [Fact]
    [Keeps("agreed-in-common")]
    public void a_decision_that_who_was_there_had_not_agreed_to_is_shown()
    {
        var decision = $"{Given.Id(90)}";
        Line Agreed(Guid member) =>
            Of("decision_agreed", new() { ["decision"] = decision, ["member"] = $"{member}" }, actor: $"member:{member}");
        var told = After(
                l => l.Type == "attendance_recorded" && l.Stream == Chronicle.First,
                Agreed(Chronicle.Anne),
                Agreed(Chronicle.Bob),
                Of("common_decision_adopted", new() { ["decision"] = decision, ["of"] = 3 })
            )
            .Select(l =>
                l.Type == "attendance_recorded" && l.Stream == Chronicle.First ? l.Saying("present", Ids(Chronicle.Anne, Chronicle.Bob)) : l
            )
            .ToList();
        Rule(told, "agreed-in-common").Verdict.ShouldBe(Verdict.Kept);
        var closed = told.FindIndex(l => l.Type == "session_closed");
        told.Insert(closed + 1, Present([Chronicle.Anne, Chronicle.Bob], All) with { At = told[closed].At.AddMinutes(1) });
        var judged = Rule(told, "agreed-in-common");
        judged.Verdict.ShouldBe(Verdict.Breached);
        judged.Breaches.Single().Events.ShouldContain(e => e.EventType == "attendance_corrected");
    }

    private static Line Changed(params Guid[] members) =>
        Of("group_changed", new() { ["members"] = Ids(members), ["facilitator"] = $"{Chronicle.Facilitator}" });

    [Fact]
    [Keeps("membership")]
    public void whoever_left_while_it_ran_was_a_member_of_it()
    {
        // Chloé is absent, leaves while it runs, and says afterwards that she was there.
        var told = Absent(Claimed, Confirmed($"member:{Chronicle.Bob}", All));
        var at = told.FindIndex(l => l.Type == "situation_raised");
        told.Insert(at, Changed(Chronicle.Anne, Chronicle.Bob) with { At = told[at].At });
        Rule(told, "membership").Verdict.ShouldBe(Verdict.Kept);

        // Who had left when it was opened was none.
        told.RemoveAll(l => l.Type == "group_changed");
        at = told.FindIndex(l => l.Type == "session_opened");
        told.Insert(at, Changed(Chronicle.Anne, Chronicle.Bob) with { At = told[at].At });
        Rule(told, "membership").Verdict.ShouldBe(Verdict.Broken);
    }

    // The attendance of the first session is recorded anew, once these had happened since it was recorded.
    private static List<Line> Anew(Guid[] present, params Line[] since) =>
        Anew(new JsonObject { ["present"] = Ids(present), ["kept"] = new JsonArray() }, since);

    private static List<Line> Anew(JsonObject attendance, params Line[] since) =>
        After(l => l.Type == "situation_raised" && l.Stream == Chronicle.First, [.. since, Of("attendance_recorded", attendance)]);

    [Fact]
    [Keeps("membership")]
    [Breaks("membership")]
    public void who_was_recorded_as_present_and_was_erased_since_stays_so()
    {
        var gone = Changed(Chronicle.Anne, Chronicle.Bob);
        Rule(Anew(All, gone), "membership").Verdict.ShouldBe(Verdict.Kept);
        var named = Anew(All, gone);
        var first = named.FindIndex(l => l.Type == "attendance_recorded");
        named[first] = named[first].Saying("present", Ids(Chronicle.Anne, Chronicle.Bob));
        Rule(named, "membership").Breaches.ShouldContain(b => b.What == "1 present were no members then");
    }

    [Fact]
    [Keeps("presence")]
    [Breaks("presence")]
    public void an_attendance_recorded_anew_takes_out_nobody_who_took_part()
    {
        var suspended = Of("session_suspended", new() { ["by"] = $"{Chronicle.Chloe}" }, actor: $"member:{Chronicle.Chloe}");
        string[] Faults(params IReadOnlyList<Line> told) =>
            [.. Rule(told, "presence").Breaches.Select(b => b.What).Where(w => w.Contains("became absent", StringComparison.Ordinal))];
        Faults(Anew([Chronicle.Anne, Chronicle.Bob])).ShouldBeEmpty("Chloé had said nothing yet");
        Faults(Anew([Chronicle.Bob, Chronicle.Chloe])).ShouldHaveSingleItem();
        Faults(Anew(new JsonObject { ["present"] = Ids(Chronicle.Bob, Chronicle.Chloe) }))
            .ShouldBeEmpty("it was taken before it was refused");
        Faults(Anew([Chronicle.Anne, Chronicle.Bob], suspended)).ShouldBe(["1 who took part became absent"]);
        Rule(Anew(All), "presence").Verdict.ShouldBe(Verdict.Kept);
        Judged(Absent(suspended, Present([Chronicle.Anne, Chronicle.Bob], All), Present(All, Chronicle.Anne, Chronicle.Bob)))
            .Breaches.ShouldContain(b => b.What == "1 who took part became absent");
    }
}
