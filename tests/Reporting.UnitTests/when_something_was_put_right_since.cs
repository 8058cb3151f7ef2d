using System.Text.Json.Nodes;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.History.Conformance;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>Conformance judges by what was put right: what nobody could know then is shown, and what was known then is not allowed.</summary>
public class when_something_was_put_right_since
{
    private static Line File(string type, string reason, params (string Member, JsonNode? Value)[] said) =>
        new(
            "engagement",
            "facilitator",
            Chronicle.Facilitator,
            type,
            new(said.Append(("reason", reason)).Select(s => KeyValuePair.Create(s.Item1, s.Item2))),
            "practice:x",
            default
        );

    private static Line Withdrawn(string reason = "mistyped", params (string, JsonNode?)[] more) =>
        File(
            "evidence_corrected",
            reason,
            [("number", 1), ("from", new JsonObject { ["kind"] = "field-experience" }), ("to", null), .. more]
        );

    // After this event; of several the last one.
    private static Verdict Judged(string rule, string after, params Line[] more)
    {
        var kept = Chronicle.Kept().ToList();
        var at = kept.FindLastIndex(l => l.Type == after);
        IReadOnlyList<Line> lines = [.. kept.Take(at + 1), .. more.Select(l => l with { At = kept[at].At }), .. kept.Skip(at + 1)];
        var verdicts = Chronicle.Report(lines).Rules.Where(r => r.Rule == rule).Select(r => r.Verdict).Distinct().ToList();
        return verdicts.Single();
    }

    [Fact]
    public void evidence_that_was_entered_wrongly_is_shown()
    {
        Judged("qualification", "session_closed").ShouldBe(Verdict.Kept);
        Judged("qualification", "session_closed", Withdrawn()).ShouldBe(Verdict.Breached);
        Judged("qualification", "qualification_evidenced", Withdrawn()).ShouldBe(Verdict.Broken);
    }

    [Fact]
    public void what_was_right_then_and_is_otherwise_since_changes_nothing()
    {
        Judged("qualification", "session_closed", Withdrawn("changed", ("since", "2025-12-01"))).ShouldBe(Verdict.Kept);
        Judged("qualification", "session_closed", Withdrawn("changed", ("since", "2024-12-01"))).ShouldBe(Verdict.Breached);
    }

    [Fact]
    public void evidence_of_another_kind_than_was_entered_is_none() =>
        Judged(
                "qualification",
                "session_closed",
                File(
                    "evidence_corrected",
                    "mistyped",
                    ("number", 1),
                    ("from", new JsonObject { ["kind"] = "field-experience" }),
                    ("to", new JsonObject { ["kind"] = "training" })
                )
            )
            .ShouldBe(Verdict.Breached);

    [Fact]
    public void a_declaration_that_was_entered_wrongly_is_shown()
    {
        Judged("independence", "session_closed", File("independence_withdrawn", "mistyped")).ShouldBe(Verdict.Breached);
        Judged("independence", "independence_declared", File("independence_withdrawn", "mistyped")).ShouldBe(Verdict.Broken);
        Judged(
                "independence",
                "independence_declared",
                File("independence_withdrawn", "mistyped"),
                File("independence_declared", "mistyped")
            )
            .ShouldBe(Verdict.Kept);
    }

    [Fact]
    public void an_employer_that_was_left_out_is_shown()
    {
        Line Employer(string? to) => File("employer_corrected", "omitted", ("from", null), ("to", to));
        Judged("externality", "session_closed", Employer($"{Chronicle.Establishment}")).ShouldBe(Verdict.Breached);
        Judged("externality", "independence_declared", Employer($"{Chronicle.Establishment}")).ShouldBe(Verdict.Broken);
        Judged("externality", "session_closed", Employer($"{Given.Id(29)}")).ShouldBe(Verdict.Kept);
    }

    [Fact]
    public void an_authority_that_was_not_said_is_shown_and_none_begins_to_meet_under_it()
    {
        var over = new Line(
            "engagement",
            "engagement",
            Chronicle.Engagement,
            "authority_corrected",
            new() { ["members"] = new JsonArray($"{Chronicle.Anne}"), ["reason"] = "omitted" },
            "practice:x",
            default
        );
        Judged("independence", "session_closed", over).ShouldBe(Verdict.Breached);
        Judged("independence", "charter_accepted", over).ShouldBe(Verdict.Broken);
        Judged("independence", "session_closed", over.Saying("members", new JsonArray())).ShouldBe(Verdict.Kept);
    }

    [Fact]
    public void who_works_for_the_right_establishment_is_not_outside_of_it()
    {
        Line Replaced(Guid from, Guid? to) =>
            new(
                "engagement",
                "engagement",
                Chronicle.Engagement,
                "establishment_replaced",
                new() { ["from"] = $"{from}", ["to"] = to?.ToString() },
                "practice:x",
                default
            );
        var right = Given.Id(28);
        Judged(
                "externality",
                "engagement_opened",
                File("employer_corrected", "omitted", ("from", null), ("to", $"{right}")),
                Replaced(Chronicle.Establishment, right)
            )
            .ShouldBe(Verdict.Broken);
        Judged("externality", "engagement_opened", Replaced(Chronicle.Establishment, right)).ShouldBe(Verdict.Kept);
    }

    [Fact]
    public void the_mandate_goes_on_and_what_is_amended_under_it_is_shown()
    {
        var amended = Chronicle.Kept().Last(l => l.Type == "dispositif_proposed") with { Type = "dispositif_amended" };
        Judged("qualification", "session_closed", Withdrawn("changed", ("since", "2025-12-01")), amended).ShouldBe(Verdict.Breached);
        Judged("independence", "session_closed", File("independence_withdrawn", "changed", ("since", "2025-12-01")), amended)
            .ShouldBe(Verdict.Breached);
    }

    private static Line Said(string type, JsonObject fact) =>
        new("engagement", "engagement", Chronicle.Engagement, type, fact, "practice:x", default);

    private static Judgement Rule(string rule, string after, params Line[] more)
    {
        var kept = Chronicle.Kept().ToList();
        var at = kept.FindLastIndex(l => l.Type == after);
        return Chronicle
            .Report([.. kept.Take(at + 1), .. more.Select(l => l with { At = kept[at].At }), .. kept.Skip(at + 1)])
            .Rules.Single(r => r.Rule == rule);
    }

    [Fact]
    public void a_word_that_was_put_right_again_counts_as_it_was_put_right_and_that_is_said()
    {
        static Line Over(params string[] members) =>
            Said(
                "authority_corrected",
                new() { ["members"] = new JsonArray([.. members.Select(m => JsonValue.Create(m))]), ["reason"] = "mistyped" }
            );
        Line Employer(string? to) => File("employer_corrected", "mistyped", ("from", null), ("to", to));
        var anne = $"{Chronicle.Anne}";
        Rule("independence", "session_closed", Over(anne)).Verdict.ShouldBe(Verdict.Breached);
        Rule("independence", "session_closed", Over(anne), Over())
            .ShouldSatisfyAllConditions(r => r.Verdict.ShouldBe(Verdict.Kept), r => r.Corrected.ShouldBeTrue());
        Rule("independence", "session_closed", Over(), Over(anne)).Verdict.ShouldBe(Verdict.Breached);

        // The file is judged alike.
        Rule("externality", "session_closed", Employer($"{Chronicle.Establishment}"), Employer(null))
            .ShouldSatisfyAllConditions(r => r.Verdict.ShouldBe(Verdict.Kept), r => r.Corrected.ShouldBeTrue());
        Rule("externality", "session_closed").Corrected.ShouldBeFalse();
    }

    [Fact]
    [Breaks("externality")]
    public void who_works_for_the_house_that_took_another_ones_place_is_shown_from_then_on()
    {
        static Line Replaced(Guid to, bool keeps = true) =>
            Said(
                "establishment_replaced",
                new()
                {
                    ["from"] = $"{Chronicle.Establishment}",
                    ["to"] = $"{to}",
                    ["keeps"] = keeps,
                }
            );
        var employer = File("facilitator_registered", "x", ("employer", $"{Given.Id(28)}"));
        Judgement With(Line replaced)
        {
            var kept = Chronicle.Kept().Select(l => l.Type == "facilitator_registered" ? employer with { At = l.At } : l).ToList();
            var at = kept.FindIndex(l => l.Type == "session_closed");
            return Chronicle
                .Report([.. kept.Take(at + 1), replaced with { At = kept[at].At }, .. kept.Skip(at + 1)])
                .Rules.Single(r => r.Rule == "externality");
        }

        With(Replaced(Given.Id(29))).Verdict.ShouldBe(Verdict.Kept);
        var breached = With(Replaced(Given.Id(28)));
        breached.Verdict.ShouldBe(Verdict.Breached);
        breached.Breaches.Single().Events[^1].EventType.ShouldBe("establishment_replaced");

        // Before what was handed over stayed, nobody looked.
        With(Replaced(Given.Id(28), keeps: false)).Verdict.ShouldBe(Verdict.Kept);
    }

    [Fact]
    [Breaks("nothing-before-agreement")]
    public void what_was_agreed_for_the_house_of_before_is_handed_to_no_other()
    {
        static Verdict Judged(string? addressee, string after)
        {
            var kept = Chronicle
                .Kept()
                .Select(l => l.Type == "content_locked" && addressee is not null ? l.Saying("addressee", addressee) : l)
                .ToList();
            var at = kept.FindLastIndex(l => l.Type == after);
            var taken = kept[kept.FindLastIndex(l => l.Type == "bilan_published")] with
            {
                Type = "bilan_taken_over",
                At = kept[at].At,
                Fact = new()
                {
                    ["establishment"] = $"{Chronicle.Establishment}",
                    ["successor"] = $"{Given.Id(29)}",
                    ["keeps"] = true,
                },
            };
            return Chronicle
                .Report([.. kept.Take(at + 1), taken, .. kept.Skip(at + 1)])
                .Rules.Single(r => r.Rule == "nothing-before-agreement")
                .Verdict;
        }

        Judged($"{Chronicle.Establishment}", "bilan_agreed").ShouldBe(Verdict.Broken);
        Judged($"{Chronicle.Establishment}", "bilan_published").ShouldBe(Verdict.Kept);
        Judged($"{Given.Id(29)}", "bilan_agreed").ShouldBe(Verdict.Kept, "locked for it");
        Judged(null, "bilan_agreed").ShouldBe(Verdict.Kept, "nobody asked before");
    }

    [Fact]
    [Breaks("payer-agrees")]
    public void a_successor_that_was_asked_accepted_before_it_pays()
    {
        static Line Replaced(string? acceptedAt, string? contestableUntil = null) =>
            Said(
                "establishment_replaced",
                new()
                {
                    ["from"] = $"{Chronicle.Establishment}",
                    ["to"] = $"{Given.Id(29)}",
                    ["keeps"] = true,
                    ["acceptedAt"] = acceptedAt,
                    ["contestableUntil"] = contestableUntil,
                }
            );
        Rule("payer-agrees", "session_closed", Replaced("2020-01-01T00:00:00Z")).Verdict.ShouldBe(Verdict.Kept);
        Rule("payer-agrees", "session_closed", Replaced("2099-01-01T00:00:00Z")).Verdict.ShouldBe(Verdict.Broken);
        Rule("payer-agrees", "session_closed", Replaced("2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z")).Verdict.ShouldBe(Verdict.Broken);
        Rule("payer-agrees", "session_closed", Replaced(null))
            .Verdict.ShouldBe(Verdict.NotApplicable, "before, the successor was not asked");
    }

    [Fact]
    [Breaks("payer-agrees")]
    public void what_was_proposed_to_the_house_of_before_its_successor_does_not_accept()
    {
        var proposal = Given.Id(90);
        static Line Replaced(bool lapses) =>
            Said(
                "establishment_replaced",
                new()
                {
                    ["from"] = $"{Chronicle.Establishment}",
                    ["to"] = $"{Given.Id(29)}",
                    ["keeps"] = true,
                    ["lapses"] = lapses,
                }
            );
        var proposed = Said("renewal_proposed", new() { ["proposal"] = $"{proposal}", ["months"] = 6 });
        var accepted = Said(
            "engagement_renewed",
            new()
            {
                ["proposal"] = $"{proposal}",
                ["acceptance"] = new JsonObject(),
                ["until"] = "2027-01-01T00:00:00Z",
            }
        ) with
        {
            Actor = "establishment:x",
        };
        Rule("payer-agrees", "session_closed", proposed, Replaced(lapses: true), accepted).Verdict.ShouldBe(Verdict.Broken);
        Rule("payer-agrees", "session_closed", proposed, Replaced(lapses: false), accepted).Verdict.ShouldBe(Verdict.Kept);
        Rule("payer-agrees", "session_closed", Replaced(lapses: true), proposed, accepted).Verdict.ShouldBe(Verdict.Kept);
    }
}
