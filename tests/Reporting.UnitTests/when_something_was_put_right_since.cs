using System.Text.Json.Nodes;
using PracticeAnalysis.Reporting.Conformance;
using PracticeAnalysis.ServiceDefaults.Facts;

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
}
