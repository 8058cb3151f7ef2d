using System.Text.Json.Nodes;
using PracticeAnalysis.Reporting.Conformance;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_judging_a_history
{
    private delegate IEnumerable<Line> Doctor(IReadOnlyList<Line> history);

    // What a forger, or a fault, could have left: each breaks the rule that it stands under.
    private static readonly Dictionary<string, Doctor> Doctored = new()
    {
        ["kind"] = Design("kind", "regulation"),
        ["audience"] = Design("audience", "managers"),
        ["size"] = h => h.Where(l => !Says(l, "person", Chronicle.Chloe)),
        ["composition"] = h =>
            h.Select(l => Says(l, "person", Chronicle.Bob) && l.Type == "member_enrolled" ? l.Saying("institution", Given.Id(21)) : l),
        ["participation"] = h => h.Where(l => !(l.Type == "volunteering_confirmed" && Says(l, "person", Chronicle.Bob))),
        ["externality"] = Saying("facilitator_registered", "employer", Chronicle.Establishment.ToString()),
        ["qualification"] = Without("qualification_evidenced"),
        ["interval"] = h => h.Select(l => l.Stream == Chronicle.Second ? l with { At = l.At.AddDays(9) } : l),
        ["frequency"] = h =>
            h.Where(l => l.Stream != Chronicle.Second)
                .Concat(
                    Enumerable
                        .Range(0, 3)
                        .SelectMany(n => h.Where(l => l.Stream == Chronicle.Second).Select(l => l with { Stream = Given.Id(53 + n) }))
                )
                .OrderBy(l => l.At),
        ["minimum-term"] = Design("termMonths", 3),
        ["rate"] = Design("rateCents", 16000),
        ["stability"] = After(
            "engagement_activated",
            new Line(
                "engagement",
                "group",
                Chronicle.Group,
                "member_enrolled",
                new() { ["person"] = Given.Id(44), ["institution"] = Chronicle.Establishment },
                "practice:x",
                default
            )
        ),
        ["protocol"] = Saying("session_scheduled", "protocol", new JsonObject { ["name"] = "narrator", ["version"] = 1 }),
        ["outcome"] = Saying("session_closed", "outcome", "none"),
        ["joint-validation"] = Without("diagnosis_validated"),
        ["management-commitment"] = Without("management_commitment_signed"),
        ["independence"] = Without("independence_declared"),
        ["diagnosis-first"] = Without("diagnosis_restituted"),
        ["transparency"] = Saying("charter_proposed", "outward", new JsonArray()),
        ["charter-acceptance"] = h => h.Where(l => !(l.Type == "charter_accepted" && Says(l, "person", Chronicle.Anne))),
        ["membership"] = Saying("attendance_recorded", "present", new JsonArray(Chronicle.Anne.ToString(), Given.Id(77).ToString())),
        ["presence"] = Saying("attendance_recorded", "present", new JsonArray(Chronicle.Anne.ToString())),
        ["own-words"] = h => h.Select(l => l.Type == "contribution_withdrawn" ? l with { Actor = $"member:{Chronicle.Bob}" } : l),
        ["agreed-in-common"] = After(
            "attendance_recorded",
            new Line(
                "session",
                "session",
                Chronicle.First,
                "common_decision_adopted",
                new() { ["decision"] = Given.Id(90) },
                "member:x",
                default
            )
        ),
        ["co-built"] = Saying("track_opened", "with", new JsonArray()),
        ["frame-incident"] = After(
            "attendance_recorded",
            new Line(
                "session",
                "session",
                Chronicle.First,
                "frame_incident_recorded",
                new() { ["kind"] = "judgement" },
                "member:x",
                default
            )
        ),
        ["two-persons"] = After(
            "session_closed",
            new Line(
                "session",
                "disclosure",
                Given.Id(95),
                "disclosure_requested",
                new() { ["session"] = Chronicle.First, ["requester"] = Given.Id(96) },
                "auditor:x",
                default
            ),
            new Line("session", "disclosure", Given.Id(95), "narratives_read", new() { ["requester"] = Given.Id(96) }, "auditor:x", default)
        ),
        ["occurred-at"] = h => h.Select(l => l.Type == "session_closed" ? l with { At = l.At.AddDays(-3) } : l),
        ["approval"] = h => h.Where(l => !(l.Type == "party_approved" && Says(l, "party", Chronicle.Bob))),
        ["approval-on-exact-text"] = Saying("party_approved", "textHash", "h0"),
        ["own-objection"] = h => h.Select(l => l.Type == "objection_withdrawn" ? l with { Actor = $"member:{Chronicle.Anne}" } : l),
        ["facilitator-approves"] = Saying("dissent_recorded", "party", Chronicle.Facilitator.ToString()),
        ["orientation-in-final-bilan"] = Saying("bilan_drafted", "final", false),
        ["named-by-consent"] = Without("naming_agreed"),
        ["nothing-before-agreement"] = Without("bilan_agreed"),
        ["final-bilan"] = Without("final_bilan_agreement_learned"),
        ["phase-order"] = h =>
            h.Where(l => !(l.Type is "phase_started" or "phase_completed" && l.Fact["phase"]!.ToString() == "pronounce")),
        ["who-brings-what"] = h =>
            h.Select(l => l.Type == "contribution_made" && l.Fact["kind"]!.ToString() == "response" ? l.Saying("kind", "piste") : l),
        ["narrator-alone"] = h => h.Select(l => l.Type == "interpretation_pronounced" ? l with { Actor = $"member:{Chronicle.Bob}" } : l),
        ["every-interpretation-pronounced"] = Without("interpretation_pronounced"),
        ["situation-chosen"] = Without("situation_chosen"),
        ["exposed"] = h => h.Where(l => l.Fact["kind"]?.ToString() != "expose"),
        ["interpreted"] = h => h.Where(l => l.Fact["kind"]?.ToString() != "interpretation"),
        ["responded"] = h => h.Where(l => l.Fact["kind"]?.ToString() != "response"),
        ["deviation-reason"] = h =>
            h.Where(l => l.Type != "interpretation_pronounced").Select(l => l.Type == "session_scheduled" ? Guided(l) : l),
    };

    private static readonly string[] Recorded = ["interval", "frequency", "minimum-term", "presence", "frame-incident"];

    public static TheoryData<string> Rules => [.. Doctored.Keys];

    [Fact]
    public void one_that_keeps_to_its_rules_is_conformant()
    {
        var report = Chronicle.Report(Chronicle.Kept());
        report.Rules.Where(r => r.Verdict is Verdict.Broken or Verdict.Breached).ShouldBeEmpty();
        report.Conformant.ShouldBeTrue();
        report.Frames.ShouldBe(["tout.v1"]);
        report.Unknown.ShouldBeEmpty();
        report
            .Rules.Where(r => Doctored.ContainsKey(r.Rule))
            .Select(r => r.Rule)
            .Except(Kept(report))
            .ShouldBe(["agreed-in-common", "deviation-reason", "frame-incident", "stability", "two-persons"], ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void a_doctored_one_shows_the_rule_that_it_breaks_and_where(string rule)
    {
        var report = Chronicle.Report([.. Doctored[rule](Chronicle.Kept())]);
        var judged = report.Rules.First(r => r.Rule == rule && r.Breaches.Count > 0);
        judged.Verdict.ShouldBe(Recorded.Contains(rule) ? Verdict.Breached : Verdict.Broken);
        judged.Says.ShouldNotBeEmpty();
        judged.Source.ShouldNotBeEmpty();
        judged.Breaches.ShouldAllBe(b => b.Events.Count > 0 && b.What.Length > 0 && b.Where != Guid.Empty);
        report.Conformant.ShouldBe(report.Rules.All(r => r.Verdict != Verdict.Broken));
    }

    [Fact]
    public void a_frame_that_nobody_can_read_is_named_and_nothing_is_said_of_it()
    {
        var report = Chronicle.Report([
            .. Design("frames", new JsonArray(new JsonObject { ["name"] = "inconnu", ["version"] = 3 }))(Chronicle.Kept()),
        ]);
        report.Unknown.ShouldBe(["inconnu.v3"]);
        Verdicts(report, "size").ShouldBe([Verdict.NotTold]);
    }

    [Fact]
    public void a_guided_protocol_left_with_a_reason_is_kept()
    {
        var history = Chronicle
            .Kept()
            .Where(l => l.Type != "interpretation_pronounced")
            .Select(l => l.Type == "session_scheduled" ? Guided(l) : l)
            .SelectMany(l =>
                l.Type == "phase_completed" && l.Fact["phase"]!.ToString() == "pronounce"
                    ? [l with { Type = "protocol_deviation_justified" }, l]
                    : new[] { l }
            );
        var report = Chronicle.Report([.. history]);
        Verdicts(report, "every-interpretation-pronounced").ShouldBe([Verdict.Kept]);
        Verdicts(report, "deviation-reason").ShouldBe([Verdict.Kept]);
    }

    private static IEnumerable<string> Kept(ConformanceView report) =>
        report.Rules.Where(r => r.Verdict == Verdict.Kept).Select(r => r.Rule);

    private static IEnumerable<Verdict> Verdicts(ConformanceView report, string rule) =>
        report.Rules.Where(r => r.Rule == rule).Select(r => r.Verdict);

    // A practice's own protocol, the shipped one with a reason to leave it.
    private static Line Guided(Line scheduled)
    {
        var own = Rulebook.Read().Protocol("expose-interpret-respond.v1")!.DeepClone().AsObject();
        own["strictness"] = "guided";
        return scheduled.Saying("own", own).Saying("strictness", "guided");
    }

    private static Doctor Saying(string type, string member, JsonNode value) =>
        h => h.Select(l => l.Type == type ? l.Saying(member, value.DeepClone()) : l);

    private static Doctor Without(string type) => h => h.Where(l => l.Type != type);

    private static Doctor After(string type, params Line[] more) =>
        h =>
        {
            var at = h.ToList().FindIndex(l => l.Type == type);
            return [.. h.Take(at + 1), .. more.Select(l => l with { At = h[at].At }), .. h.Skip(at + 1)];
        };

    private static Doctor Design(string member, JsonNode value) =>
        h =>
            h.Select(l =>
            {
                if (l.Type != "dispositif_proposed")
                {
                    return l;
                }

                var dispositif = l.Fact["dispositif"]!.DeepClone();
                dispositif[member] = value.DeepClone();
                return l.Saying("dispositif", dispositif);
            });

    private static bool Says(Line line, string member, Guid id) => line.Fact[member]?.ToString().Trim('"') == id.ToString();
}
