using System.Text.Json.Nodes;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.History.Conformance;
using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_judging_a_history
{
    private delegate IEnumerable<Line> Doctor(IEnumerable<Line> history);

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
        ["interval"] = Later(9, 9),
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
        ["departure"] = Departed(),
        ["payer-agrees"] = After("dispositif_proposed", Agreed("practice:x")),
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
        ["disclosure-basis"] = After(
            "session_closed",
            new Line(
                "session",
                "disclosure",
                Given.Id(95),
                "disclosure_asked",
                new()
                {
                    ["session"] = Chronicle.First,
                    ["requester"] = Given.Id(96),
                    ["basis"] = "judicial-order",
                },
                "auditor:x",
                default
            ),
            new Line(
                "session",
                "disclosure",
                Given.Id(95),
                "disclosure_agreed",
                new() { ["person"] = Given.Id(97), ["party"] = "practice" },
                "practice:x",
                default
            ),
            new Line("session", "disclosure", Given.Id(95), "narratives_read", new() { ["requester"] = Given.Id(96) }, "auditor:x", default)
        ),
        ["occurred-at"] = h => h.Select(l => l.Type == "session_closed" ? l with { At = l.At.AddDays(-3) } : l),
        ["approval"] = h => h.Where(l => !(l.Type == "party_approved" && Says(l, "party", Chronicle.Bob))),
        ["approval-on-exact-text"] = Saying("party_approved", "textHash", "h0"),
        ["own-objection"] = h => h.Select(l => l.Type == "objection_withdrawn" ? l with { Actor = $"member:{Chronicle.Anne}" } : l),
        ["facilitator-approves"] = Saying("dissent_recorded", "party", Chronicle.Facilitator.ToString()),
        ["told-twice"] = Lapsing(14, 13, new(), 7),
        ["orientation-in-final-bilan"] = Saying("bilan_drafted", "final", false),
        ["named-by-consent"] = Without("naming_agreed"),
        ["nothing-before-agreement"] = Without("bilan_agreed"),
        ["final-bilan"] = Without("final_bilan_agreement_noted"),
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
        ["kind-decided"] = Saying("engagement_opened", "kind", "regulation"),
        ["professional-secrecy"] = h =>
            h.Select(l => l.Type == "professional_secrecy_established" ? l with { Actor = $"facilitator:{Chronicle.Facilitator}" } : l),
        ["bilan-period"] = Covering("2025-01-05", "2025-01-31"),
        ["evolution"] = Saying(
            "bilan_drafted",
            "assessments",
            new JsonArray(
                new JsonObject
                {
                    ["dimension"] = "bond",
                    ["now"] = 4,
                    ["atDiagnosis"] = 1,
                }
            )
        ),
        ["no-children-present"] = Saying("session_scheduled", "childFree", false),
        ["hours-a-year"] = h => Later(400, 800)(Design("termMonths", 36)(h)),
        ["hours-each-four-months"] = h => Later(150, 240)(Saying("session_closed", "minutes", 60)(h)),
        ["confidentiality-exception"] = After(
            "attendance_recorded",
            new Line(
                "session",
                "session",
                Chronicle.First,
                "confidentiality_exception_invoked",
                new() { ["basis"] = "danger" },
                "member:x",
                default
            )
        ),
        ["mandate"] = h => h.Select(l => l.Stream == Chronicle.First ? l with { At = l.At.AddDays(-60) } : l),
        ["within-term"] = Later(400, 400),
        ["plausible"] = Saying("session_closed", "minutes", 1200),
        ["session-correction"] = After("session_closed", Corrected(100, 60)),
        ["pulse-floor"] = Pulse(5, 4),
        ["pulse-once"] = Pulse(5, 6),
        ["situation-raised"] = h => Asking("situation-raised")(Without("situation_raised")(h)),
        ["starting-position-stated"] = Asking("starting-position-stated"),
        ["objective-stated"] = Asking("objective-stated"),
        ["piste-from-every-member"] = Asking("piste-from-every-member"),
        ["feedback-given"] = Asking("feedback-given"),
        ["starting-position"] = Bringing(l => [Said(l, "feedback_given", Chronicle.Anne)]),
        ["echo-from-every-member"] = Asking("echo-from-every-member"),
        ["facilitator-shares"] = Asking("facilitator-shares"),
        ["decided-in-common"] = Asking("decided-in-common"),
        ["brought"] = Own(respond => respond["asks"] = new JsonArray("proposal")),
    };

    // What keeps a rule of which the chronicle has nothing to say.
    private static readonly Dictionary<string, Doctor> AlsoKept = new()
    {
        ["agreed-in-common"] = Bringing(l =>
            [
                .. new[] { Chronicle.Anne, Chronicle.Bob, Chronicle.Chloe }.Select(m =>
                    Said(l, "decision_agreed", m).Saying("decision", $"{Given.Id(90)}").Saying("member", $"{m}")
                ),
                Said(l, "common_decision_adopted", Chronicle.Anne).Saying("decision", $"{Given.Id(90)}"),
            ]
        ),
        ["told-twice"] = Lapsing(14, 14, new(), 7),
        ["session-correction"] = After("session_closed", Corrected(120, 60)),
        ["bilan-period"] = Covering("2025-01-06", "2025-01-31"),
        ["deviation-reason"] = h =>
            h.Where(l => l.Type != "interpretation_pronounced")
                .Select(l => l.Type == "session_scheduled" ? Guided(l) : l)
                .SelectMany(l =>
                    l.Type == "phase_completed" && l.Fact["phase"]!.ToString() == "pronounce"
                        ? [l with { Type = "protocol_deviation_justified" }, l]
                        : new[] { l }
                ),
        ["stability"] = After(
            "engagement_activated",
            Group("stability_exception_agreed", new()),
            Group("member_enrolled", new() { ["person"] = Given.Id(44), ["institution"] = Chronicle.Establishment })
        ),
        ["departure"] = Departed(Answered("agreed", Chronicle.Anne), Answered("agreed", Chronicle.Bob)),
        ["payer-agrees"] = After("dispositif_proposed", Agreed("establishment:x")),
        ["two-persons"] = Disclosed(
            ("disclosure_requested", new() { ["session"] = Chronicle.First, ["requester"] = Given.Id(96) }),
            ("disclosure_approved", new() { ["approver"] = Given.Id(97), ["until"] = "2026-01-01T00:00:00Z" }),
            ("narratives_read", new() { ["requester"] = Given.Id(96) })
        ),
        ["disclosure-basis"] = Disclosed(
            (
                "disclosure_asked",
                new()
                {
                    ["session"] = Chronicle.First,
                    ["requester"] = Given.Id(96),
                    ["basis"] = "judicial-order",
                }
            ),
            ("disclosure_agreed", new() { ["person"] = Given.Id(97), ["party"] = "practice" }),
            ("disclosure_agreed", new() { ["person"] = Given.Id(98), ["party"] = "facilitator" }),
            ("narratives_read", new() { ["requester"] = Given.Id(96) })
        ),
        ["hours-a-year"] = h => Later(400, 800)(Design("termMonths", 36)(Saying("session_closed", "minutes", 360)(h))),
        ["hours-each-four-months"] = Later(150, 240),
        ["pulse-floor"] = Pulse(5, 5),
        ["pulse-once"] = Pulse(5, 5),
        ["situation-raised"] = Asking("situation-raised"),
        ["starting-position-stated"] = h =>
            Bringing(l => [Said(l, "starting_position_stated", Chronicle.Anne)])(Asking("starting-position-stated")(h)),
        ["objective-stated"] = h => Bringing(l => [Said(l, "objective_stated", Chronicle.Anne)])(Asking("objective-stated")(h)),
        ["piste-from-every-member"] = h =>
            Bringing(l => [Made(l, "piste", Chronicle.Bob), Made(l, "piste", Chronicle.Chloe)])(Asking("piste-from-every-member")(h)),
        ["feedback-given"] = h => Bringing(l => [Said(l, "feedback_given", Chronicle.Anne)])(Asking("feedback-given")(h)),
        ["starting-position"] = Bringing(l =>
            [Said(l, "starting_position_stated", Chronicle.Anne), Said(l, "feedback_given", Chronicle.Anne)]
        ),
        ["echo-from-every-member"] = h =>
            Bringing(l =>
                [.. new[] { Chronicle.Anne, Chronicle.Bob, Chronicle.Chloe }.Select(m => Said(l, "echo_given", m).Saying("author", $"{m}"))]
            )(Asking("echo-from-every-member")(h)),
        ["facilitator-shares"] = h => Bringing(l => [Made(l, "resonance", Chronicle.Facilitator)])(Asking("facilitator-shares")(h)),
        ["decided-in-common"] = h => Bringing(l => [Said(l, "common_decision_adopted", Chronicle.Anne)])(Asking("decided-in-common")(h)),
        ["brought"] = h =>
            Bringing(l => [Made(l, "proposal", Chronicle.Bob)])(Own(respond => respond["asks"] = new JsonArray("proposal"))(h)),
    };

    // These are facts that something went wrong: what keeps them is that there are none.
    private static readonly string[] NeverKept = ["frame-incident", "confidentiality-exception"];

    private static readonly string[] Recorded =
    [
        "interval",
        "frequency",
        "minimum-term",
        "presence",
        "frame-incident",
        "confidentiality-exception",
        "within-term",
        "hours-a-year",
        "hours-each-four-months",
    ];

    public static TheoryData<string> Rules => [.. Doctored.Keys];

    public static TheoryData<string> KeptBesides => [.. AlsoKept.Keys];

    [Fact]
    public void each_rule_that_the_catalogue_has_judged_from_a_history_is_seen_kept_and_broken_here()
    {
        var judged = FieldRules.All.Where(r => r.Judged == Judge.History).Select(r => r.Name).ToList();
        judged.ShouldBe(Doctored.Keys, ignoreOrder: true);
        judged.Except(Kept(Chronicle.Report(Chronicle.Kept()))).Except(NeverKept).ShouldBe(AlsoKept.Keys, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(KeptBesides))]
    public void what_keeps_a_rule_is_seen_to(string rule) =>
        Verdicts(Chronicle.Report([.. AlsoKept[rule](Chronicle.Kept())]), rule).ShouldBe([Verdict.Kept]);

    [Fact]
    public void one_that_keeps_to_its_rules_is_conformant()
    {
        var report = Chronicle.Report(Chronicle.Kept());
        report.Rules.Where(r => r.Verdict is Verdict.Broken or Verdict.Breached).ShouldBeEmpty();
        report.Conformant.ShouldBe(true);
        report.Complete.ShouldBeTrue();
        report.Frames.ShouldBe(["tout.v1"]);
        report.Unknown.ShouldBeEmpty();
        report.Counts.NotTold.ShouldBe(0);
        report.Counts.Kept.ShouldBeGreaterThan(30);
        (report.Counts.Kept + report.Counts.NotApplicable).ShouldBe(report.Rules.Count);
        report
            .Rules.Select(r => r.Rule)
            .Concat(report.Elsewhere.Select(e => e.Rule))
            .Distinct()
            .ShouldBe(FieldRules.All.Select(r => r.Name), ignoreOrder: true);
    }

    // Two hours in the year here; elsewhere six, of the same persons or of records that may be theirs.
    private static IReadOnlyList<Line> Short => [.. Doctored["hours-a-year"](Chronicle.Kept())];

    private static ToldElsewhere Elsewhere(string rules = "tout", bool isAll = true, params Line[] joins)
    {
        var beside = AlsoKept["hours-a-year"]
            (Chronicle.Kept())
            .Select(l =>
                joins.Length > 0 && l.Type == "attendance_recorded"
                    ? l.Saying("present", new JsonArray([.. Other.Values.Select(p => JsonValue.Create($"{p}"))]))
                    : l
            );
        return new([Chronicle.Entries([.. Framed(rules)(beside)])], Chronicle.Entries(joins), isAll);
    }

    private static Doctor Framed(string name) =>
        h =>
            h.Select(l =>
            {
                if (l.Type != "dispositif_proposed")
                {
                    return l;
                }

                var dispositif = l.Fact["dispositif"]!.DeepClone();
                dispositif["frames"] = new JsonArray(new JsonObject { ["name"] = name, ["version"] = 1 });
                return l.Saying("dispositif", dispositif);
            });

    private static readonly Dictionary<Guid, Guid> Other = new()
    {
        [Chronicle.Anne] = Given.Id(141),
        [Chronicle.Bob] = Given.Id(142),
        [Chronicle.Chloe] = Given.Id(143),
    };

    private static Line[] Joins(string type) =>
        [
            .. Other
                .SelectMany(p => new[] { (p.Key, p.Value), (p.Value, p.Key) })
                .Select(p => new Line(
                    "engagement",
                    "person",
                    p.Item1,
                    type,
                    new() { ["person"] = p.Item1, ["with"] = new JsonArray($"{p.Item2}") },
                    "practice:x",
                    default
                )),
        ];

    private static Judgement Hours(ToldElsewhere? told) =>
        Chronicle
            .Report(
                Short,
                hours: told,
                frames:
                [
                    Chronicle.FrameWith(f =>
                    {
                        f["name"] = "sans";
                        f["rules"]!.AsObject().Remove("hoursAYear");
                    }),
                ]
            )
            .Rules.Single(r => r.Rule == "hours-a-year");

    [Fact]
    public void hours_in_another_engagement_of_the_establishment_are_hours_of_the_same_professional()
    {
        Hours(null).Verdict.ShouldBe(Verdict.Breached);
        Hours(Elsewhere()).Verdict.ShouldBe(Verdict.Kept);
        Hours(Elsewhere("sans")).Verdict.ShouldBe(Verdict.Breached, "its frames ask for none");
    }

    [Fact]
    public void what_a_grant_does_not_show_leaves_it_untold_who_lacks_hours()
    {
        var untold = Hours(new([], [], IsAll: false));
        untold.Verdict.ShouldBe(Verdict.NotTold);
        untold.Breaches.ShouldNotBeEmpty("what is short here is shown");
        Hours(Elsewhere(isAll: false)).Verdict.ShouldBe(Verdict.Kept, "who has enough has it");
        Chronicle.Report(Short, hours: new([], [], IsAll: false)).Conformant.ShouldBeNull();
    }

    [Fact]
    public void joined_records_are_one_professional_until_they_are_parted()
    {
        var joined = Hours(Elsewhere(joins: Joins("persons_joined")));
        joined.Verdict.ShouldBe(Verdict.Kept);
        joined.By.Count(e => e.EventType == "persons_joined").ShouldBe(3, "which join makes them so is named");
        Hours(Elsewhere()).By.ShouldAllBe(e => e.EventType != "persons_joined");
        Hours(Elsewhere(joins: Joins("persons_parted"))).Verdict.ShouldBe(Verdict.Breached);
        Hours(Elsewhere(joins: [.. Joins("persons_joined"), .. Joins("persons_parted")])).Verdict.ShouldBe(Verdict.Breached);
    }

    [Theory]
    [InlineData("enrolled")]
    [InlineData("assigned")]
    public void nobody_facilitates_an_engagement_of_which_they_are_a_member(string how)
    {
        var history = Chronicle.Kept();
        var doctored =
            how == "enrolled"
                ? history.Select(l =>
                    l.Type == "member_enrolled" && Says(l, "person", Chronicle.Bob) ? l.Saying("person", $"{Chronicle.Facilitator}") : l
                )
                : history.Select(l =>
                    l.Type == "facilitator_assigned" ? l.Saying("members", new JsonArray($"{Chronicle.Facilitator}")) : l
                );
        Verdicts(Chronicle.Report([.. doctored]), "independence").ShouldBe([Verdict.Broken]);
    }

    // What is judged of an agreement at a deadline, and of a failure.
    public static TheoryData<string, string, Verdict> Lapses =>
        new()
        {
            { "approval", "told-twice-and-said", Verdict.Kept },
            { "approval", "told-once", Verdict.Broken },
            { "approval", "too-near", Verdict.Broken },
            { "approval", "before-it", Verdict.Broken },
            { "approval", "not-said", Verdict.Broken },
            { "approval", "nobody-of-the-group", Verdict.Broken },
            { "told-twice", "failed-told-once", Verdict.Broken },
            { "told-twice", "failed-before-it", Verdict.Broken },
            { "told-twice", "failed-before-that-was-asked", Verdict.NotApplicable },
        };

    [Theory]
    [MemberData(nameof(Lapses))]
    public void silence_counts_past_a_deadline_told_twice_and_is_said(string rule, string how, Verdict verdict)
    {
        static Doctor Agreeing(params Guid[] notReached) =>
            h => h.Where(l => !(l.Type is "party_approved" && notReached.Any(p => Says(l, "party", p))));
        static JsonObject Saying(params Guid[] notReached) =>
            new() { ["textHash"] = "h1", ["notReached"] = new JsonArray([.. notReached.Select(p => JsonValue.Create($"{p}"))]) };
        Doctor doctor = how switch
        {
            "told-twice-and-said" => Lapsing(14, 14, Saying(Chronicle.Bob), 7),
            "told-once" => Lapsing(14, 14, Saying(Chronicle.Bob)),
            "too-near" => Lapsing(13, 14, Saying(Chronicle.Bob), 7),
            "before-it" => Lapsing(14, 13, Saying(Chronicle.Bob), 7),
            "not-said" => Lapsing(14, 14, Saying(), 7),
            "nobody-of-the-group" => h => Lapsing(14, 14, Saying(Chronicle.Anne, Chronicle.Bob), 7)(Agreeing(Chronicle.Anne)(h)),
            "failed-told-once" => Lapsing(14, 14, new()),
            "failed-before-it" => Lapsing(14, 13, new(), 7),
            _ => h => Lapsing(14, 0, new())(h).Select(l => l.Type == "negotiation_failed" ? l.Saying("deadline", null) : l),
        };
        Verdicts(Chronicle.Report([.. doctor(rule == "approval" ? Agreeing(Chronicle.Bob)(Chronicle.Kept()) : Chronicle.Kept())]), rule)
            .ShouldBe([verdict]);
    }

    [Theory]
    [InlineData("completed", Verdict.Broken)]
    [InlineData("completed-endorsed", Verdict.Kept)]
    [InlineData("completed-endorsed-by-who-opened-it", Verdict.Broken)]
    [InlineData("completed-contested", Verdict.Broken)]
    [InlineData("completed-before-that-was-asked", Verdict.Kept)]
    public void a_track_is_completed_once_somebody_else_endorsed_it(string how, Verdict verdict)
    {
        static Line Next(string type, Guid? member = null) =>
            new("session", "track", Given.Id(1008), type, member is { } m ? new() { ["member"] = m } : [], "member:x", default);
        IReadOnlyList<Line> between = how switch
        {
            "completed-endorsed" => [Next("track_endorsed_orally", Chronicle.Chloe)],
            "completed-endorsed-by-who-opened-it" => [Next("track_endorsed", Chronicle.Bob)],
            "completed-contested" => [Next("track_endorsed_orally", Chronicle.Chloe), Next("endorsement_contested", Chronicle.Chloe)],
            _ => [],
        };
        var history = After("track_opened", [.. between, Next("track_completed")])(Chronicle.Kept());
        var told = how.EndsWith("asked", StringComparison.Ordinal) ? history : Saying("track_opened", "by", $"{Chronicle.Bob}")(history);
        Verdicts(Chronicle.Report([.. told]), "co-built").ShouldBe([verdict]);
    }

    [Theory]
    [InlineData(null, Verdict.Kept)]
    [InlineData(3, Verdict.Kept)]
    [InlineData(7, Verdict.Broken)]
    public void a_decision_in_common_takes_half_of_the_group(int? of, Verdict verdict)
    {
        var history = AlsoKept["agreed-in-common"]
            (Chronicle.Kept())
            .Select(l => l.Type == "common_decision_adopted" && of is { } n ? l.Saying("of", n) : l);
        var group = of == 7 ? new JsonArray([.. Enumerable.Range(41, 7).Select(n => JsonValue.Create($"{Given.Id(n)}"))]) : null;
        Verdicts(
                Chronicle.Report([
                    .. history.Select(l => l.Type == "session_scheduled" && group is not null ? l.Saying("members", group.DeepClone()) : l),
                ]),
                "agreed-in-common"
            )
            .ShouldBe([verdict]);
    }

    [Theory]
    [InlineData("final_bilan_agreement_learned", Verdict.Kept)]
    [InlineData("negotiation_failure_noted", Verdict.Kept)]
    [InlineData("negotiation_failure_learned", Verdict.Kept)]
    [InlineData("intermediate_bilan_agreement_noted", Verdict.Broken)]
    public void an_engagement_concludes_by_its_final_bilan_or_its_failure_under_names_of_today_and_of_before(
        string told,
        Verdict verdict
    ) =>
        Verdicts(
                Chronicle.Report([.. Chronicle.Kept().Select(l => l.Type == "final_bilan_agreement_noted" ? l with { Type = told } : l)]),
                "final-bilan"
            )
            .ShouldBe([verdict]);

    // What was locked when a member of each group was asked for: nobody is made to agree by being erased, and an objection falls with its text alone.
    [Theory]
    [InlineData("as-it-was", Verdict.Kept, Verdict.Kept)]
    [InlineData("erased-objecting", Verdict.Broken, Verdict.Kept)]
    [InlineData("erased-objecting-before-that-was-asked", Verdict.Kept, Verdict.Kept)]
    [InlineData("erased-silent", Verdict.Broken, Verdict.NotApplicable)]
    [InlineData("nobody-of-the-group", Verdict.Broken, Verdict.Kept)]
    [InlineData("not-all-of-the-engagement", Verdict.Broken, Verdict.Kept)]
    [InlineData("not-all-of-the-engagement-as-it-was-told-before", Verdict.Broken, Verdict.Kept)]
    [InlineData("withdrawn-by-the-successor", Verdict.Kept, Verdict.Kept)]
    [InlineData("withdrawn-by-another-facilitator", Verdict.Kept, Verdict.Broken)]
    public void an_agreement_is_not_forced(string how, Verdict approval, Verdict objection)
    {
        var history = Saying("content_locked", "eachGroup", true)(Chronicle.Kept()).ToList();
        Line Erased(bool stays) =>
            history.Single(l => l.Type == "parties_notified") with
            {
                Type = "party_erased",
                Fact = new() { ["person"] = Chronicle.Chloe, ["stays"] = stays },
            };
        Line Replaced(Guid by) =>
            history.Single(l => l.Type == "parties_notified") with
            {
                Type = "parties_changed",
                Fact = new()
                {
                    ["joined"] = new JsonArray(),
                    ["left"] = new JsonArray(),
                    ["facilitator"] = by,
                },
            };
        IEnumerable<Line> Without(params string[] types) => history.Where(l => !types.Contains(l.Type));
        IEnumerable<Line> Before(string type, IEnumerable<Line> lines, params IReadOnlyList<Line> more) =>
            lines.SelectMany(l => l.Type == type ? [.. more, l] : new[] { l });
        IEnumerable<Line> Withdrawing(Guid by) =>
            Before("objection_raised", history, [])
                .Select(l =>
                    l.Type == "objection_raised" ? l.Saying("party", $"{Chronicle.Facilitator}").Saying("asFacilitator", true)
                    : l.Type == "objection_withdrawn" ? l with { Actor = $"facilitator:{by}" }
                    : l
                )
                .SelectMany(l =>
                    l.Type == "objection_withdrawn"
                        ?
                        [
                            Replaced(Given.Id(11)),
                            l,
                            history.First(x => x.Type == "party_approved") with
                            {
                                Fact = new() { ["party"] = Given.Id(11), ["textHash"] = "h1" },
                            },
                        ]
                        : new[] { l }
                );
        var present = new JsonObject { ["present"] = new JsonArray($"{Given.Id(48)}") };
        var told = how switch
        {
            "erased-objecting" => Before("bilan_agreed", Without("objection_withdrawn"), Erased(true)),
            "erased-objecting-before-that-was-asked" => Before("bilan_agreed", Without("objection_withdrawn"), Erased(false)),
            "erased-silent" => Before("bilan_agreed", Without("objection_raised", "objection_withdrawn", "dissent_recorded"), Erased(true)),
            "nobody-of-the-group" => history
                .Where(l => l.Type != "party_approved" || Says(l, "party", Chronicle.Facilitator))
                .SelectMany(l =>
                    l.Type == "dissent_recorded"
                        ? new[] { Chronicle.Anne, Chronicle.Bob, Chronicle.Chloe }.Select(p => l.Saying("party", $"{p}"))
                        : [l]
                ),
            "not-all-of-the-engagement" or "not-all-of-the-engagement-as-it-was-told-before" => Before(
                "content_locked",
                Saying("bilan_drafted", "groups", new JsonArray($"{Chronicle.Group}"))(history),
                new Line(
                    "reporting",
                    "group_record",
                    Chronicle.Group,
                    how == "not-all-of-the-engagement" ? "session_noted" : "session_learned",
                    how == "not-all-of-the-engagement" ? present : new() { ["message"] = present },
                    "message:held",
                    default
                )
            ),
            "withdrawn-by-the-successor" => Withdrawing(Given.Id(11)),
            "withdrawn-by-another-facilitator" => Withdrawing(Given.Id(12)),
            _ => history,
        };
        var report = Chronicle.Report([.. told]);
        Verdicts(report, "approval").ShouldAllBe(v => v == approval);
        Verdicts(report, "own-objection").ShouldBe([objection]);
    }

    [Fact]
    public void another_establishment_signs_in_nobodys_place() =>
        Verdicts(Chronicle.Report([.. Saying("management_commitment_signed", "beside", true)(Chronicle.Kept())]), "management-commitment")
            .ShouldBe([Verdict.Broken]);

    [Theory]
    [InlineData("decision_agreed", Verdict.Broken)]
    [InlineData(null, Verdict.Kept)]
    public void who_left_before_they_agreed_did_not_agree(string? without, Verdict verdict)
    {
        var gone = AlsoKept["agreed-in-common"]
            (Chronicle.Kept())
            .SelectMany(l =>
                l.Type == "common_decision_adopted"
                    ? [l with { Type = "group_changed", Fact = Members(Chronicle.Anne, Chronicle.Bob) }, l]
                    : new[] { l }
            )
            .SelectMany(l =>
                l.Type == "decision_agreed" && Says(l, "member", Chronicle.Anne)
                    ?
                    [
                        l with
                        {
                            Type = "decision_proposed",
                            Fact = new()
                            {
                                ["decision"] = l.Fact["decision"]!.DeepClone(),
                                ["present"] = new JsonArray($"{Chronicle.Anne}", $"{Chronicle.Bob}", $"{Chronicle.Chloe}"),
                            },
                        },
                        l,
                    ]
                    : new[] { l }
            )
            .Where(l => l.Type != without || !Says(l, "member", Chronicle.Chloe));
        Verdicts(Chronicle.Report([.. gone]), "agreed-in-common").ShouldBe([verdict]);
    }

    [Theory]
    [InlineData(true, Verdict.Kept)]
    [InlineData(false, Verdict.Broken)]
    public void nothing_is_asked_of_who_stays_recorded_as_present_since_they_were_erased(bool erased, Verdict verdict)
    {
        var history = Bringing(l => [Made(l, "piste", Chronicle.Bob)])(Asking("piste-from-every-member")(Chronicle.Kept()))
            .SelectMany(l =>
                erased && l.Type == "attendance_recorded"
                    ?
                    [
                        l,
                        l with
                        {
                            Type = "group_changed",
                            Fact = Members(Chronicle.Anne, Chronicle.Bob),
                        },
                        l with
                        {
                            Fact = l.Fact.DeepClone().AsObject(),
                        },
                    ]
                    : new[] { l }
            );
        Verdicts(Chronicle.Report([.. history]), "piste-from-every-member").ShouldBe([verdict]);
    }

    private static JsonObject Members(params Guid[] members) =>
        new() { ["members"] = new JsonArray([.. members.Select(m => JsonValue.Create($"{m}"))]), ["facilitator"] = Chronicle.Facilitator };

    [Theory]
    [InlineData("direction", "team", Verdict.Kept)]
    [InlineData("direction", "manager", Verdict.Broken)]
    [InlineData(null, null, Verdict.Kept)]
    public void a_process_is_validated_by_those_who_lead_and_by_the_team(string? one, string? other, Verdict verdict)
    {
        var history = Chronicle.Kept();
        if (one is not null)
        {
            Line Of(Line line, string capacity, int id) => line.Saying("capacity", capacity).Saying("protagonist", $"{Given.Id(id)}");
            history =
            [
                .. history.SelectMany(l =>
                    l.Type is "protagonist_heard" or "diagnosis_validated" ? [Of(l, one, 80), Of(l, other!, 81)] : new[] { l }
                ),
            ];
        }

        Verdicts(Chronicle.Report(history), "joint-validation").ShouldBe([verdict]);
    }

    [Fact]
    public void what_was_agreed_before_is_judged_by_what_was_asked_then()
    {
        PartiesLeft(Without("tookPart")).ShouldBe([Verdict.Kept]);
        PartiesLeft(l => l).ShouldBe([Verdict.Broken]);
        static Func<Line, Line> Without(string member) => l => l.Type == "content_locked" ? l.Saying(member, null) : l;

        // Bob left without a word while the text was locked.
        static IEnumerable<Verdict> PartiesLeft(Func<Line, Line> change) =>
            Verdicts(
                Chronicle.Report([
                    .. After(
                        "content_locked",
                        new Line(
                            "reporting",
                            "bilan",
                            Chronicle.Bilan,
                            "parties_changed",
                            new()
                            {
                                ["joined"] = new JsonArray(),
                                ["left"] = new JsonArray($"{Chronicle.Bob}"),
                                ["facilitator"] = Chronicle.Facilitator,
                            },
                            "message:left",
                            default
                        )
                    )(Chronicle.Kept())
                        .Where(l => !(l.Type == "party_approved" && Says(l, "party", Chronicle.Bob)))
                        .Select(change),
                ]),
                "approval"
            );
    }

    [Theory]
    [InlineData("2025-01-06", "2025-01-31", true, Verdict.Kept)]
    [InlineData("2025-01-05", "2025-01-31", true, Verdict.Broken)]
    [InlineData("2025-01-06", "2025-12-31", true, Verdict.Broken)]
    [InlineData("2025-01-05", "2025-12-31", false, Verdict.NotApplicable)]
    public void a_period_lies_within_the_engagement_since_that_is_asked(string from, string to, bool since, Verdict verdict)
    {
        var history = Covering(from, to)(Chronicle.Kept());
        Verdicts(Chronicle.Report([.. since ? history : Without("dispositif_agreed")(history)]), "bilan-period").ShouldBe([verdict]);
    }

    [Theory]
    [InlineData(false, null, true, Verdict.Broken)]
    [InlineData(false, "too-early", true, Verdict.Kept)]
    [InlineData(true, null, true, Verdict.Kept)]
    [InlineData(true, "too-early", true, Verdict.Broken)]
    [InlineData(false, null, false, Verdict.NotApplicable)]
    public void an_intermediate_bilan_measures_or_says_why_not_since_that_is_asked(bool measures, string? why, bool since, Verdict verdict)
    {
        var history = Saying("bilan_drafted", "final", false)(since ? SinceAnswersLapse(Chronicle.Kept()) : Chronicle.Kept());
        history = measures ? history : Saying("bilan_drafted", "assessments", new JsonArray())(history);
        Verdicts(Chronicle.Report([.. why is null ? history : Saying("bilan_drafted", "unmeasured", why)(history)]), "evolution")
            .ShouldBe([verdict]);
    }

    [Theory]
    [InlineData(0, true, Verdict.Broken)]
    [InlineData(0, false, Verdict.Kept)]
    [InlineData(3, true, Verdict.Kept)]
    public void experience_of_no_year_shows_nothing_since_that_is_asked(int years, bool since, Verdict verdict)
    {
        var history = After("engagement_activated", Assigned([]))(Saying("qualification_evidenced", "years", years)(Chronicle.Kept()));
        Verdicts(Chronicle.Report([.. since ? SinceAnswersLapse(history) : history]), "qualification").ShouldBe([verdict]);
    }

    [Fact]
    public void who_takes_over_a_group_says_over_whom_of_those_who_are_there()
    {
        static IEnumerable<Verdict> Of(Line assigned) =>
            Verdicts(Chronicle.Report([.. After("engagement_activated", assigned)(Chronicle.Kept())]), "independence");
        Of(Assigned(new() { ["members"] = Ids(Chronicle.Anne, Chronicle.Bob, Chronicle.Chloe) })).ShouldBe([Verdict.Kept]);
        Of(Assigned(new() { ["members"] = Ids(Chronicle.Anne, Chronicle.Bob) })).ShouldBe([Verdict.Broken]);
        Of(Assigned([])).ShouldBe([Verdict.Kept], "told before that was asked");
        static JsonArray Ids(params Guid[] ids) => [.. ids.Select(i => JsonValue.Create($"{i}"))];
    }

    private static Line Assigned(JsonObject more)
    {
        more["facilitator"] = Chronicle.Facilitator;
        return new("engagement", "engagement", Chronicle.Engagement, "facilitator_assigned", more, "practice:x", default);
    }

    [Fact]
    public void of_nothing_nothing_is_said()
    {
        var report = Chronicle.Report([], Given.Now);
        report.Conformant.ShouldBeNull();
        report.Counts.Kept.ShouldBe(0);
        report.Counts.NotApplicable.ShouldBe(report.Rules.Count);
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
        report.Conformant.ShouldBe(
            report.Rules.All(r => r.Verdict != Verdict.Broken)
                ? report.Counts.NotTold == 0
                    ? true
                    : null
                : false
        );
    }

    [Fact]
    public void a_frame_that_nobody_can_read_is_named_and_nothing_is_said_of_it()
    {
        var report = Chronicle.Report([
            .. Design("frames", new JsonArray(new JsonObject { ["name"] = "inconnu", ["version"] = 3 }))(Chronicle.Kept()),
        ]);
        report.Unknown.ShouldBe(["inconnu.v3"]);
        Verdicts(report, "size").ShouldBe([Verdict.NotTold]);
        report.Rules.Single(r => r.Rule == "size").Frame.ShouldBe("inconnu.v3");
        report.Conformant.ShouldBeNull();
    }

    [Fact]
    public void what_was_pinned_judges_and_nothing_else_of_its_name()
    {
        // Two frames of one name and version, of which one asks for less.
        var loose = Chronicle.FrameWith(f => f["rules"]!["interval"]!["value"] = 300);
        var strict = Chronicle.FrameWith(f => f["rules"]!["interval"]!["value"] = 20);
        ConformanceView Pinning(JsonObject? frame, params IReadOnlyList<JsonObject> published)
        {
            var pin = new JsonObject { ["name"] = "tout", ["version"] = 1 };
            pin["digest"] = frame is null ? null : Canonical.Hash(Canonical.Text(frame));
            return Chronicle.Report([.. Design("frames", new JsonArray(pin))(Chronicle.Kept())], frames: published);
        }

        Verdicts(Pinning(loose, strict, loose), "interval").ShouldBe([Verdict.Kept]);
        Verdicts(Pinning(strict, loose, strict), "interval").ShouldBe([Verdict.Breached]);
        var (unread, digest) = (Pinning(strict, loose), Canonical.Hash(Canonical.Text(strict)));
        unread.Unknown.ShouldBe([$"tout.v1 sha256:{digest}"]);
        unread.Conformant.ShouldBeNull();
        Verdicts(unread, "interval").ShouldBe([Verdict.NotTold]);

        // Pinned before digests were, it is what was published first.
        Verdicts(Pinning(null), "interval").ShouldBe([Verdict.Kept]);
    }

    [Fact]
    public void a_protocol_is_read_by_its_digest_and_one_that_a_session_carries_is_what_it_pins()
    {
        var shipped = Rulebook.Read().Protocol(new("expose-interpret-respond", 1, null))!;
        JsonObject Pin(JsonObject content) =>
            new()
            {
                ["name"] = "expose-interpret-respond",
                ["version"] = 1,
                ["digest"] = Canonical.Hash(Canonical.Text(content)),
            };
        var other = shipped.DeepClone().AsObject();
        other["phases"]!.AsArray().RemoveAt(3);
        Chronicle.Report([.. Saying("session_scheduled", "protocol", Pin(shipped))(Chronicle.Kept())]).Conformant.ShouldBe(true);
        foreach (
            var history in (IEnumerable<Line>[])
                [
                    Saying("session_scheduled", "protocol", Pin(other))(Chronicle.Kept()),
                    Saying("session_scheduled", "own", other)(Saying("session_scheduled", "protocol", Pin(shipped))(Chronicle.Kept())),
                ]
        )
        {
            var report = Chronicle.Report([.. history]);
            report.Unknown.ShouldHaveSingleItem().ShouldStartWith("expose-interpret-respond.v1 sha256:");
            report.Conformant.ShouldBeNull();
        }

        // What the dispositif agreed is what its sessions run by.
        Verdicts(
                Chronicle.Report([
                    .. Design("protocol", Pin(other))(Saying("session_scheduled", "protocol", Pin(shipped))(Chronicle.Kept())),
                ]),
                "protocol"
            )
            .ShouldBe([Verdict.Kept, Verdict.Broken]);
        Verdicts(Chronicle.Report([.. Design("protocol", Pin(shipped))(Chronicle.Kept())]), "protocol")
            .ShouldBe([Verdict.Kept, Verdict.Kept]);
    }

    [Fact]
    public void what_the_dispositif_agreed_is_judged_in_its_name()
    {
        // Twenty-eight days lie between the two sessions.
        ConformanceView Agreed(string member, int value) => Chronicle.Report([.. Design(member, value)(Chronicle.Kept())]);
        foreach (
            var (rule, member, kept, passed, what) in new[]
            {
                ("interval", "intervalDays", 28, 27, "28 days, where 27 were agreed"),
                ("frequency", "sessionsPlanned", 2, 3, "2 sessions, where 3 were agreed"),
                ("frequency", "sessionsPlanned", 2, 1, "2 sessions, where 1 were agreed"),
            }
        )
        {
            Judgement Judged(int value) => Agreed(member, value).Rules.Single(r => r.Rule == rule && r.Frame == "dispositif");
            Judged(kept).Verdict.ShouldBe(Verdict.Kept, member);
            Judged(passed).Verdict.ShouldBe(Verdict.Breached, member);
            Judged(passed).Breaches.ShouldHaveSingleItem().What.ShouldBe(what);
        }

        // How many there were is known at the end.
        var running = Design("sessionsPlanned", 12)(Chronicle.Kept()).TakeWhile(l => l.Type != "bilan_drafted");
        Chronicle.Report([.. running]).Rules.ShouldNotContain(r => r.Rule == "frequency" && r.Frame == "dispositif");
    }

    [Fact]
    public void a_frame_that_asks_for_nothing_is_named()
    {
        var empty = Chronicle.FrameWith(f =>
        {
            f["name"] = "vide";
            f["rules"] = new JsonObject();
        });
        var pinned = new JsonArray(new JsonObject { ["name"] = "vide", ["version"] = 1 });
        Chronicle.Report([.. Design("frames", pinned)(Chronicle.Kept())], frames: [empty]).Unasking.ShouldBe(["vide.v1"]);
        Chronicle.Report(Chronicle.Kept()).Unasking.ShouldBeEmpty();
    }

    [Fact]
    public void a_facilitator_whose_file_is_not_told_is_not_judged()
    {
        var report = Chronicle.Report([.. Chronicle.Kept().Where(l => l.Of != "facilitator")]);
        foreach (var rule in (string[])["independence", "externality", "qualification"])
        {
            Verdicts(report, rule).ShouldBe([Verdict.NotTold], rule);
        }

        report.Conformant.ShouldBeNull();
        report.Counts.NotTold.ShouldBe(3);
    }

    [Fact]
    public void what_a_frame_asks_for_is_judged_in_its_name()
    {
        // A practice's own frame asks for what ours asks for too.
        var own = Chronicle.FrameWith(f =>
        {
            f["name"] = "crèche-de-nuit";
            f["rules"]!["independence"] = new JsonObject { ["value"] = true, ["source"] = "practice" };
            f["rules"]!["approval"] = new JsonObject { ["value"] = "facilitator-and-every-member", ["source"] = "practice" };
            f["rules"]!["noChildrenPresent"]!["source"] = "practice";
        });
        var pinned = new JsonArray(new JsonObject { ["name"] = "crèche-de-nuit", ["version"] = 1 });
        IReadOnlyList<Line> history = [.. Saying("session_scheduled", "childFree", false)(Design("frames", pinned)(Chronicle.Kept()))];
        var report = Chronicle.Report(history, frames: [own]);
        foreach (var rule in (string[])["independence", "approval", "no-children-present"])
        {
            var judged = report.Rules.Where(r => r.Rule == rule).ShouldHaveSingleItem();
            (judged.Frame, judged.Source).ShouldBe(("crèche-de-nuit", "practice"));
            judged.Verdict.ShouldBe(rule == "no-children-present" ? Verdict.Broken : Verdict.Kept);
        }
    }

    [Fact]
    public void each_fact_is_judged_by_the_frames_of_its_time()
    {
        // The second version asks for a month at most between two sessions, and is pinned once the gap of before has passed.
        var strict = Chronicle.FrameWith(f =>
        {
            f["version"] = 2;
            f["rules"]!["interval"]!["value"] = 20;
        });
        IReadOnlyList<Line> Upgraded(string after) =>
            [
                .. Chronicle
                    .Kept()
                    .SelectMany(l =>
                        l.Type == after && l.Stream != Chronicle.First
                            ?
                            [
                                l,
                                new Line(
                                    "engagement",
                                    "engagement",
                                    Chronicle.Engagement,
                                    "frames_upgraded",
                                    new() { ["to"] = new JsonArray(new JsonObject { ["name"] = "tout", ["version"] = 2 }) },
                                    "practice:x",
                                    l.At
                                ),
                            ]
                            : new[] { l }
                    ),
            ];
        Verdicts(Chronicle.Report(Upgraded("session_closed"), frames: [strict]), "interval").ShouldBe([Verdict.Kept, Verdict.Kept]);
        Verdicts(Chronicle.Report(Upgraded("engagement_activated"), frames: [strict]), "interval")
            .ShouldBe([Verdict.NotApplicable, Verdict.Breached]);
    }

    [Fact]
    public void a_departure_is_judged_by_its_delay_and_by_what_those_who_were_reached_answered()
    {
        Departing(20, []).ShouldBe([Verdict.Kept]);
        Departing(10, []).ShouldBe([Verdict.Broken]);
        Departing(20, [Answered("objected", Chronicle.Anne)]).ShouldBe([Verdict.Broken]);
        Departing(20, [Answered("objected", Chronicle.Anne), Answered("agreed", Chronicle.Anne)]).ShouldBe([Verdict.Kept]);
        Departing(20, [], asked: 30).ShouldBe([Verdict.Broken]);
        Departing(20, [], rule: "stability").ShouldBe([Verdict.Broken]);
        Departing(20, [Answered("agreed", Chronicle.Anne)], rule: "stability").ShouldBe([Verdict.Kept]);
        Departing(20, [Answered("agreed", Chronicle.Anne), Answered("objected", Chronicle.Bob)], rule: "stability")
            .ShouldBe([Verdict.Broken]);
    }

    [Fact]
    public void where_who_departs_is_heard_the_others_shorten_nothing()
    {
        Line[] all = [Answered("agreed", Chronicle.Anne), Answered("agreed", Chronicle.Bob)];
        Line Heard(Line line) => line.Type == "departure_recorded" ? line.Saying("heard", true) : line;
        Line Died(Line line) => line.Type == "departure_recorded" ? Heard(line).Saying("reason", "death") : line;
        Departing(1, all).ShouldBe([Verdict.Kept], "as could be done before");
        Departing(1, all, told: Heard).ShouldBe([Verdict.Broken]);
        Departing(20, all, told: Heard).ShouldBe([Verdict.Kept]);
        Departing(1, [Answered("agreed", Chronicle.Chloe)], told: Heard).ShouldBe([Verdict.Kept]);
        Departing(1, all, told: Died).ShouldBe([Verdict.Broken]);
        Departing(20, all, told: Died).ShouldBe([Verdict.Kept]);
    }

    [Fact]
    public void where_who_departs_is_heard_what_was_objected_before_is_not_forgotten()
    {
        Line Heard(Line line) => line.Type == "departure_recorded" ? line.Saying("heard", true) : line;
        IEnumerable<Verdict> After(Guid objector, int daysBefore, Func<Line, Line> told, params Line[] answers) =>
            Departing(20, answers, told: told, earlier: (objector, daysBefore));
        After(Chronicle.Chloe, 3, Heard).ShouldBe([Verdict.Broken]);
        After(Chronicle.Chloe, 91, Heard).ShouldBe([Verdict.Kept]);
        After(Chronicle.Chloe, 3, line => line).ShouldBe([Verdict.Kept], "as could be done before");
        After(Chronicle.Anne, 3, Heard).ShouldBe([Verdict.Broken]);
        After(Chronicle.Anne, 3, Heard, Answered("agreed", Chronicle.Anne)).ShouldBe([Verdict.Kept]);
        After(Chronicle.Anne, 91, Heard).ShouldBe([Verdict.Kept]);
    }

    // After the last session Chloe departs by a delay of fourteen days, so many days later.
    // Somebody may have objected to another one of theirs so many days before.
    private static IEnumerable<Verdict> Departing(
        int days,
        Line[] answers,
        int? asked = null,
        string rule = "departure",
        Func<Line, Line>? told = null,
        (Guid Objector, int DaysBefore)? earlier = null
    )
    {
        var own = Chronicle.FrameWith(f =>
        {
            f["name"] = "lente";
            f["rules"]!["departure"] = new JsonObject { ["value"] = asked, ["source"] = "practice" };
        });
        var pinned = new JsonArray(new JsonObject { ["name"] = "lente", ["version"] = 1 });
        var kept = Chronicle.Kept();
        var closed = kept.Last(l => l.Type == "session_closed").At;
        var since = earlier?.DaysBefore ?? 0;
        Line[] before = earlier is not { } one
            ? []
            :
            [
                Group("departure_recorded", new() { ["departure"] = Given.Id(71), ["person"] = Chronicle.Chloe }),
                Group("departure_objected", new() { ["departure"] = Given.Id(71), ["person"] = one.Objector }),
                Group("departure_withdrawn", new() { ["departure"] = Given.Id(71) }),
            ];
        Line[] departing =
        [
            .. before.Select(l => l with { At = closed }),
            Group(
                "departure_recorded",
                new()
                {
                    ["departure"] = Given.Id(70),
                    ["person"] = Chronicle.Chloe,
                    ["until"] = $"{closed.AddDays(since + 14):O}",
                }
            ) with
            {
                At = closed.AddDays(since),
            },
            .. answers.Select(a => a with { At = closed.AddDays(since) }),
            Group("member_left", new() { ["departure"] = Given.Id(70), ["person"] = Chronicle.Chloe }) with
            {
                At = closed.AddDays(since + days),
            },
        ];
        IEnumerable<Line> history = [.. kept.TakeWhile(l => l.Type != "bilan_drafted"), .. departing.Select(l => told?.Invoke(l) ?? l)];
        return Verdicts(Chronicle.Report([.. asked is null ? history : Design("frames", pinned)(history)], frames: [own]), rule);
    }

    private static Line Answered(string what, Guid person) =>
        Group($"departure_{what}", new() { ["departure"] = Given.Id(70), ["person"] = person });

    private static Doctor Departed(params Line[] answers) =>
        After(
            "engagement_activated",
            [
                Group("departure_recorded", new() { ["departure"] = Given.Id(70), ["person"] = Chronicle.Chloe }),
                .. answers,
                Group("member_left", new() { ["departure"] = Given.Id(70), ["person"] = Chronicle.Chloe }),
            ]
        );

    [Fact]
    public void a_departure_uses_up_no_exception()
    {
        var exception = Group("stability_exception_agreed", new());
        var enrolled = Group("member_enrolled", new() { ["person"] = Given.Id(44), ["institution"] = Chronicle.Establishment });
        Line[] answers = [Answered("agreed", Chronicle.Anne), Answered("agreed", Chronicle.Bob)];
        var history = After("engagement_activated", exception)(Departed(answers)(Chronicle.Kept()));
        history = After("member_left", enrolled)(history);
        Verdicts(Chronicle.Report([.. history]), "stability").ShouldBe([Verdict.Kept]);
    }

    [Fact]
    public void what_the_practice_agreed_alone_before_is_judged_by_what_it_could_then()
    {
        Line[] told =
        [
            Agreed("practice:x") with
            {
                Fact = [],
            },
            Agreed("practice:x").Saying("acceptance", new JsonObject { ["shownBy"] = new JsonObject { ["sha256"] = "00" } }),
        ];
        Verdicts(Chronicle.Report([.. After("dispositif_proposed", told[0])(Chronicle.Kept())]), "payer-agrees")
            .ShouldBe([Verdict.NotApplicable]);
        Verdicts(Chronicle.Report([.. After("dispositif_proposed", told[1])(Chronicle.Kept())]), "payer-agrees").ShouldBe([Verdict.Kept]);
    }

    [Fact]
    public void what_is_recorded_in_who_pays_name_is_not_before_it_was_proposed_nor_against_their_word()
    {
        var byWord = Agreed("practice:x").Saying("acceptance", new JsonObject { ["shownBy"] = new JsonObject { ["sha256"] = "00" } });
        Line told(string type, JsonObject fact) => byWord with { Type = type, Fact = fact, Actor = "practice:x" };
        var recorded = told("acceptance_recorded", new() { ["what"] = "dispositif", ["contestableUntil"] = "2025-01-06T09:00:00Z" });
        var contested = told("acceptance_contested", new() { ["what"] = "dispositif" }) with { Actor = "establishment:x" };
        IEnumerable<Verdict> Judged(Func<Line, DateTimeOffset, DateTimeOffset>? at, params Line[] lines) =>
            Verdicts(Chronicle.Report([.. After("dispositif_proposed", lines)(Chronicle.Kept())], recorded: at), "payer-agrees");

        Judged(null, byWord, recorded).ShouldBe([Verdict.Kept]);
        Judged(null, byWord, recorded, contested, byWord).ShouldBe([Verdict.Broken]);
        Judged(null, byWord, recorded, contested, Agreed("establishment:x")).ShouldBe([Verdict.Breached], "put right, and told");

        // Another one pays since, which contested nothing.
        var moved = told("establishment_replaced", new() { ["from"] = Chronicle.Establishment, ["to"] = Given.Id(29) });
        Judged(null, byWord, recorded, contested, moved, byWord).ShouldBe([Verdict.Breached]);

        // The proposal was recorded a month after it is dated.
        static DateTimeOffset Late(Line line, DateTimeOffset at) => line.Type == "dispositif_proposed" ? at.AddDays(30) : at;
        Judged(Late, byWord, recorded).ShouldBe([Verdict.Broken]);
        Judged(Late, byWord).ShouldBe([Verdict.Kept], "who pays was told of none of it before");

        // Nobody meets while they may contest it.
        var open = recorded.Saying("contestableUntil", "2035-01-06T09:00:00Z");
        Judged(null, byWord, open).ShouldBe([Verdict.Broken]);
        Judged(null, byWord, open, Agreed("establishment:x")).ShouldBe([Verdict.Kept]);
    }

    [Fact]
    public void an_exception_that_names_who_joins_excuses_nobody_else()
    {
        IEnumerable<Verdict> Joining(Guid? named) =>
            Verdicts(
                Chronicle.Report([
                    .. After(
                        "engagement_activated",
                        Group(
                            "stability_exception_asked",
                            new()
                            {
                                ["exception"] = Given.Id(75),
                                ["change"] = "joins",
                                ["person"] = named,
                            }
                        ),
                        Group("stability_exception_agreed", new() { ["exception"] = Given.Id(75) }),
                        Group("member_enrolled", new() { ["person"] = Given.Id(44), ["institution"] = Chronicle.Establishment })
                    )(Chronicle.Kept()),
                ]),
                "stability"
            );
        Joining(Given.Id(44)).ShouldBe([Verdict.Kept]);
        Joining(null).ShouldBe([Verdict.Kept], "nobody was named before");
        Joining(Given.Id(45)).ShouldBe([Verdict.Broken]);
    }

    private static Line Corrected(int from, int to) =>
        new(
            "session",
            "session",
            Chronicle.First,
            "minutes_corrected",
            new() { ["from"] = from, ["to"] = to },
            $"facilitator:{Chronicle.Facilitator}",
            default
        );

    private static Line Agreed(string actor) =>
        new(
            "engagement",
            "engagement",
            Chronicle.Engagement,
            "dispositif_agreed",
            new() { ["acceptance"] = new JsonObject() },
            actor,
            default
        );

    [Fact]
    public void a_history_with_a_hole_is_neither()
    {
        var hole = new LedgerHole("session", "session", Chronicle.First, 3, 4);
        foreach (
            var history in (IReadOnlyList<Line>[])[Chronicle.Kept(), [.. Saying("session_closed", "outcome", "none")(Chronicle.Kept())]]
        )
        {
            var report = Chronicle.Report(history, holes: [hole]);
            report.Complete.ShouldBeFalse();
            report.Gaps.ShouldBe([hole]);
            report.Conformant.ShouldBeNull();
        }
    }

    [Fact]
    public void a_practices_frame_is_read_as_it_was_published_and_no_draft_is()
    {
        var (drafted, withdrawn, published) = (Given.Id(1), Given.Id(2), Given.Id(3));
        LedgerEntryRecorded Entry(Guid stream, long version, string type, string said = "{}") =>
            new(
                "engagement",
                version,
                stream,
                stream,
                "policy_set",
                version,
                type,
                string.Empty,
                Given.Now,
                Given.Now,
                "practice:x",
                said,
                string.Empty
            );
        string Frame(string title) => $$$"""{"frame":{"name":"own","version":1,"title":"{{{title}}}"}}""";
        var frames = ReadConformance.Published([
            Entry(drafted, 1, "policy_set_drafted", Frame("drafted")),
            Entry(withdrawn, 1, "policy_set_drafted", Frame("withdrawn")),
            Entry(withdrawn, 2, "policy_set_withdrawn"),
            Entry(published, 3, "policy_set_published"),
            Entry(published, 1, "policy_set_drafted", Frame("first")),
            Entry(published, 2, "policy_set_revised", Frame("last")),
            Entry(published, 4, "policy_set_deprecated", """{"reason":{"sha256":"00"}}"""),
        ]);
        frames.Select(f => f["title"]!.GetValue<string>()).ShouldBe(["last"]);
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
        var own = Rulebook.Read().Protocol(new("expose-interpret-respond", 1, null))!.DeepClone().AsObject();
        own["strictness"] = "guided";
        return scheduled.Saying("own", own).Saying("strictness", "guided");
    }

    // The second session, and what comes from the bilan on, so many days later.
    private static Doctor Later(int second, int rest) =>
        h =>
        {
            var bilan = h.ToList().FindIndex(l => l.Type == "bilan_drafted");
            var start = h.ToList().FindIndex(l => l.Stream == Chronicle.Second);
            return h.Select((l, i) => i < start ? l : l with { At = l.At.AddDays(i < bilan ? second : rest) });
        };

    // A deadline so many days after the lock, and the end so many after it; the parties told at once and on these days. It ends in this agreement, or,
    // where that says nothing, in a failure.
    private static Doctor Lapsing(int deadline, int end, JsonObject agreed, params int[] told) =>
        h =>
        {
            var history = h.ToList();
            var locked = history.Single(l => l.Type == "content_locked").At;
            Line Notice(int day) =>
                history.Single(l => l.Type == "parties_notified") with
                {
                    At = locked.AddDays(day),
                    Fact = new()
                    {
                        ["textHash"] = "h1",
                        ["deadline"] = $"{locked.AddDays(deadline):O}",
                        ["parties"] = new JsonArray(),
                    },
                };
            var ended = history.FindIndex(l => l.Type == "bilan_agreed");
            return
            [
                .. history.Take(ended).Select(l => l.Type == "parties_notified" ? Notice(0) : l),
                .. told.Select(Notice),
                history[ended] with
                {
                    At = locked.AddDays(end),
                    Type = agreed.Count > 0 ? "bilan_agreed" : "negotiation_failed",
                    Fact = agreed.Count > 0 ? agreed : new() { ["deadline"] = $"{locked.AddDays(deadline):O}" },
                },
                .. history.Skip(ended + 1).Select(l => l with { At = l.At.AddDays(end + 1) }),
            ];
        };

    // Run by a practice's own protocol, whose last phase asks for something more.
    private static Doctor Own(Action<JsonNode> respond)
    {
        var own = Rulebook.Read().Protocol(new("expose-interpret-respond", 1, null))!.DeepClone().AsObject();
        respond(own["phases"]!.AsArray()[^1]!);
        return Saying("session_scheduled", "own", own);
    }

    private static Doctor Asking(string need) => Own(respond => respond["needs"]!.AsArray().Add(need));

    // Before the last phase of each session ends.
    private static Doctor Bringing(Func<Line, IReadOnlyList<Line>> more) =>
        h => h.SelectMany(l => l.Type == "phase_completed" && l.Fact["phase"]!.ToString() == "respond" ? [.. more(l), l] : new[] { l });

    private static Line Said(Line at, string type, Guid by) => at with { Type = type, Fact = [], Actor = $"member:{by}" };

    private static Line Made(Line at, string kind, Guid author) =>
        Said(at, "contribution_made", author) with
        {
            Fact = new()
            {
                ["contribution"] = Given.Id(author.GetHashCode() & 0xFFFF),
                ["author"] = author,
                ["phase"] = "respond",
                ["kind"] = kind,
            },
        };

    private static Line Group(string type, JsonObject fact) =>
        new("engagement", "group", Chronicle.Group, type, fact, "practice:x", default);

    private static readonly Doctor SinceAnswersLapse = After("dispositif_proposed", Agreed("establishment:x"));

    private static Doctor Covering(string from, string to) =>
        h => SinceAnswersLapse(Saying("bilan_drafted", "to", to)(Saying("bilan_drafted", "from", from)(h)));

    private static Doctor Disclosed(params (string Type, JsonObject Fact)[] facts) =>
        After(
            "session_closed",
            [.. facts.Select(f => new Line("session", "disclosure", Given.Id(95), f.Type, f.Fact, "auditor:x", default))]
        );

    private static Doctor Pulse(int asked, int answered) =>
        After(
            "session_closed",
            new Line(
                "session",
                "pulse",
                Given.Id(94),
                "pulse_opened",
                new() { ["present"] = new JsonArray([.. Enumerable.Range(41, asked).Select(n => JsonValue.Create($"{Given.Id(n)}"))]) },
                "facilitator:x",
                default
            ),
            new Line("session", "pulse", Given.Id(94), "pulse_counted", new() { ["answered"] = answered }, "session", default)
        );

    private static Doctor Saying(string type, string member, JsonNode value) =>
        h => h.Select(l => l.Type == type ? l.Saying(member, value.DeepClone()) : l);

    private static Doctor Without(string type) => h => h.Where(l => l.Type != type);

    private static Doctor After(string type, params Line[] more) =>
        history =>
        {
            var h = history.ToList();
            var at = h.FindIndex(l => l.Type == type);
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
