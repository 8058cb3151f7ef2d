using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Access.V1;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Engagement.Sandboxes;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.UnitTests;

/// <summary>A generation follows another, one at a time, in the sandbox alone.</summary>
public class when_the_sandbox_begins_anew
{
    private static readonly Act Act = Given.Act(Roles.Practice) with { By = new(SandboxTenant.Name, Roles.Practice, Given.Id(900)) };

    private static Sandbox After(DateTimeOffset at, params IEnumerable<Fact> facts) =>
        Given.Facts<Sandbox>(facts.Select(f => f with { OccurredAt = at }));

    [Fact]
    public void the_first_generation_is_told_to_every_service()
    {
        var decision = ResetSandbox.Decide(null, true, Act);
        decision.ShouldBe(new GenerationBegun(1));
        decision.Documents.ShouldBe([new SandboxGeneration("sandbox.1", 1)]);
        var origin = new Origin(Given.Id(1), 1, Given.Now);
        decision.Messages.ShouldHaveSingleItem()(origin).ShouldBe(new SandboxReset(1, origin));
    }

    [Fact]
    public void the_next_one_follows_when_the_seed_stands() =>
        ResetSandbox.Decide(After(Given.Now, new GenerationBegun(1), new GenerationSeeded(1)), true, Act).ShouldBe(new GenerationBegun(2));

    [Fact]
    public void none_begins_while_one_is_loaded_unless_that_has_failed()
    {
        ResetSandbox.Decide(After(Given.Now.AddMinutes(-9), new GenerationBegun(1)), true, Act).ShouldBeRefused(409);
        ResetSandbox.Decide(After(Given.Now.AddMinutes(-10), new GenerationBegun(1)), true, Act).ShouldBe(new GenerationBegun(2));
    }

    [Fact]
    public void there_is_none_for_another_practice_nor_where_it_is_switched_off()
    {
        ResetSandbox.Decide(null, true, Given.Act(Roles.Practice)).ShouldBeRefused(404);
        ResetSandbox.Decide(null, false, Act).ShouldBeRefused(404);
    }

    [Fact]
    public void the_seed_stands_in_the_generation_that_it_was_told_to()
    {
        var second = After(Given.Now, new GenerationBegun(1), new GenerationBegun(2));
        SeedSandbox.Decide(new(1), second).ShouldBeRefused(409);
        SeedSandbox.Decide(new(2), second).ShouldBe(new GenerationSeeded(2));
        SeedSandbox.Decide(new(2), After(Given.Now, new GenerationBegun(2), new GenerationSeeded(2))).ShouldBe();
    }
}
