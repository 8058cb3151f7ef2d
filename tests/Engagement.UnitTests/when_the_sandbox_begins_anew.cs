using System.Text.Json;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Access.V1;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Engagement.Sandboxes;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.UnitTests;

/// <summary>A generation follows another, one at a time in each sandbox; the next one is the spare, where there is one.</summary>
public class when_the_sandbox_begins_anew
{
    private const string Own = "sandbox.of.cabinet";

    private static readonly SandboxGeneration Spare = SandboxGeneration.Begun(4, SandboxTenant.Spares);

    private static readonly Act Act = Of(SandboxTenant.Name);

    private static Act Of(string tenant) => Given.Act(Roles.Practice) with { By = new(tenant, Roles.Practice, Given.Id(900)) };

    private static Sandbox After(DateTimeOffset at, params IEnumerable<Fact> facts) =>
        Given.Facts<Sandbox>(facts.Select(f => f with { OccurredAt = at }));

    private static readonly Sandbox Standing = After(Given.Now, new GenerationBegun(1), new GenerationSeeded(1));

    [Fact]
    public void the_first_generation_is_told_to_every_service()
    {
        var decision = ResetSandbox.Decide(null, true, [], Act);
        decision.ShouldBe(new GenerationBegun(1));
        decision.Documents.ShouldBe([new SandboxGeneration("sandbox.1", 1, "sandbox", Loading: true)]);
        var origin = new Origin(Given.Id(1), 1, Given.Now);
        decision.Messages.ShouldHaveSingleItem()(origin).ShouldBe(new SandboxReset(1, origin));
    }

    [Fact]
    public void the_next_one_follows_all_there_are_when_the_seed_stands() =>
        ResetSandbox.Decide(Standing, true, [new("sandbox.1", 1), SandboxGeneration.Begun(2, Own)], Act).ShouldBe(new GenerationBegun(3));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void the_next_one_is_the_spare_whether_its_seed_stands_or_is_being_told(bool loading)
    {
        var decision = ResetSandbox.Decide(null, true, [new("sandbox.1", 1), Spare with { Loading = loading }], Of(Own));
        decision.ShouldBe(new GenerationBegun(4));
        decision.Documents.ShouldBe([new SandboxGeneration("sandbox.4", 4, Own, Loading: true)]);
    }

    [Fact]
    public void none_begins_while_one_is_loaded_unless_that_has_failed()
    {
        ResetSandbox.Decide(After(Given.Now.AddMinutes(-9), new GenerationBegun(1)), true, [Spare], Act).ShouldBeRefused(409);
        ResetSandbox.Decide(After(Given.Now.AddMinutes(-10), new GenerationBegun(1)), true, [Spare], Act).ShouldBe(new GenerationBegun(4));
    }

    [Fact]
    public void another_spare_begins_when_none_stands()
    {
        var loader = Of(SandboxTenant.Spares);
        ResetSandbox.Decide(null, true, [], loader).ShouldBe(new GenerationBegun(1));
        ResetSandbox.Decide(Standing, true, [Spare], loader).ShouldBe(new GenerationBegun(5));
        ResetSandbox.Decide(Standing, true, [Spare with { Owner = Own }], loader).ShouldBe(new GenerationBegun(5));
        ResetSandbox.Decide(Standing, true, [Spare with { Loading = false }], loader).ShouldBe();
    }

    [Fact]
    public void there_is_none_in_a_generation_nor_where_it_is_switched_off()
    {
        ResetSandbox.Decide(null, true, [], Given.Act(Roles.Practice)).ShouldBeRefused(404);
        ResetSandbox.Decide(null, true, [], Of("sandbox.3")).ShouldBeRefused(404);
        ResetSandbox.Decide(null, false, [], Act).ShouldBeRefused(404);
    }

    [Fact]
    public void the_seed_stands_in_the_generation_that_it_was_told_to_for_whoever_has_it()
    {
        var (first, second) = (new SandboxGeneration("sandbox.1", 1), SandboxGeneration.Begun(2, SandboxTenant.Name));
        var sandbox = After(Given.Now, new GenerationBegun(1), new GenerationBegun(2));
        SeedSandbox.Decide(new(1), sandbox, first, Act).ShouldBeRefused(409);
        SeedSandbox.Decide(new(2), sandbox, second with { Owner = Own }, Act).ShouldBeRefused(409);
        SeedSandbox.Decide(new(3), sandbox, null, Act).ShouldBeRefused(409);
        var decision = SeedSandbox.Decide(new(2), sandbox, second, Act);
        decision.ShouldBe(new GenerationSeeded(2));
        decision.Documents.ShouldBe([second with { Loading = false }]);
        SeedSandbox.Decide(new(2), After(Given.Now, new GenerationBegun(2), new GenerationSeeded(2)), second, Act).ShouldBe();
    }

    [Fact]
    public void the_loader_reads_what_waits_and_which_one_it_follows() =>
        ReadGenerations
            .Waiting([
                new("sandbox.1", 1),
                SandboxGeneration.Begun(2, Own),
                SandboxGeneration.Begun(3, SandboxTenant.Name),
                Spare with
                {
                    Loading = false,
                },
                SandboxGeneration.Begun(5, Own) with
                {
                    Loading = false,
                },
            ])
            .Items.ShouldBe([new(3, "sandbox", 1, SandboxState.Loading), new(4, "sandbox.spares", null, SandboxState.Ready)]);

    [Theory]
    [InlineData("cabinet", Own)]
    [InlineData("7", "sandbox.of.7")]
    [InlineData("sandbox", null)]
    [InlineData("sandbox.7", null)]
    [InlineData(Own, null)]
    public void no_practice_is_called_as_anothers_sandbox_is(string practice, string? sandbox)
    {
        SandboxTenant.OfPractice(practice).ShouldBe(sandbox);
        SandboxTenant.IsNamed($"sandbox.of.{practice}").ShouldBe(sandbox is not null);
        SandboxTenant.IsNamed(practice).ShouldBe(practice is "sandbox" or Own);
    }

    [Fact]
    public void a_name_too_long_for_a_token_has_none()
    {
        SandboxTenant.OfPractice(new('a', 89))!.Length.ShouldBe(100);
        SandboxTenant.OfPractice(new('a', 90)).ShouldBeNull();
    }

    [Fact]
    public void what_was_stored_when_there_was_one_is_that_ones() =>
        JsonSerializer.Deserialize<SandboxGeneration>("""{"id":"sandbox.3","number":3}""", FactJson.Options).ShouldBe(new("sandbox.3", 3));
}
