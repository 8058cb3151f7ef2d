using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Architecture;

/// <summary>Each rule can be found by its name in one place, with its source and the tests that prove it; none is missing.</summary>
public class the_rules_of_the_field
{
    private static readonly IReadOnlyList<Proof> Proofs = Traceability.Proofs(Repository.Root);

    [Fact]
    public void each_has_a_test_of_acceptance_and_one_of_refusal_and_none_is_missing() =>
        Traceability.Missing(FieldRules.All, Proofs, Traceability.RulesNamed(Repository.Root)).ShouldBeEmpty();

    [Fact]
    public void the_page_says_what_the_code_says()
    {
        var file = Path.Combine(Repository.Root, Traceability.Page);
        var page = Traceability.Write(Proofs);
        if (Environment.GetEnvironmentVariable("WRITE_TRACEABILITY") == "1")
        {
            File.WriteAllText(file, page);
        }

        File.ReadAllText(file).ShouldBe(page);
    }

    [Fact]
    public void the_rules_that_services_refuse_by_are_read_from_their_sources()
    {
        var named = Traceability.RulesNamed(Repository.Root);
        named.ShouldContain("co-built");
        named.ShouldContain("phase-order");
        named.ShouldContain("no-children-present");
        named.Count.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void a_rule_without_proof_and_one_that_is_in_no_catalogue_are_seen()
    {
        FieldRule[] rules = [.. FieldRules.All, new("new-one", "S1", "always", "Says.")];
        Traceability
            .Missing(rules, [.. Proofs, new("misspelt", true, "f", "t")], ["invented"])
            .ShouldBe(
                [
                    "new-one: no test of acceptance",
                    "new-one: no test of refusal",
                    "new-one: nobody enforces it",
                    "new-one: nobody judges it",
                    "misspelt: not in the catalogue",
                    "invented: not in the catalogue",
                ],
                ignoreOrder: true
            );
        Traceability.Missing([.. FieldRules.All.Where(r => r.Name != "size")], Proofs, []).ShouldNotBeEmpty();
        Traceability
            .Missing([.. FieldRules.All.Select(r => r.Name == "rate" ? r with { Enforced = Enforcers.Session } : r)], Proofs, [])
            .ShouldBe(["rate: no test that Session enforces it"]);
    }

    [Fact]
    public void services_say_the_same_words()
    {
        // No service knows another: what the diagnosis measures and the charter lists comes to Reporting as words.
        Enum.GetNames<Engagement.Model.Dimension>().ShouldBe(Enum.GetNames<Reporting.Model.Dimension>());
        new[]
        {
            Reporting.Model.Transparency.Bilans,
            Reporting.Model.Transparency.Syntheses,
            Reporting.Model.Transparency.ActionTracks,
            Reporting.Model.Transparency.Decisions,
        }.ShouldBeSubsetOf(Enum.GetValues<Engagement.Model.OutwardItem>().Select(item => Words.Of(item)));
    }

    [Fact]
    public void names_are_given_once() => FieldRules.All.Select(r => r.Name).ShouldBeUnique();
}
