using PracticeAnalysis.Architecture.Planted;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Architecture;

/// <summary>Each rule holds, and was seen red on a planted violation.</summary>
public class the_architecture
{
    private static readonly System.Reflection.Assembly Here = typeof(FactThatKnowsTheDatabase).Assembly;

    [Fact]
    public void facts_and_aggregates_know_no_infrastructure() => Rules.FactsKnowInfrastructure(Rules.Services).ShouldBeEmpty();

    [Fact]
    public void a_fact_that_knows_the_database_is_seen() => Rules.FactsKnowInfrastructure(Here).ShouldNotBeEmpty();

    [Fact]
    public void aggregates_and_facts_are_immutable() => Rules.AggregatesChange(Rules.Services).ShouldBeEmpty();

    [Fact]
    public void an_aggregate_that_changes_is_seen() => Rules.AggregatesChange(Here).ShouldNotBeEmpty();

    [Fact]
    public void stored_facts_are_never_messages() => Rules.FactsAreMessages(Rules.Services).ShouldBeEmpty();

    [Fact]
    public void a_handler_of_a_stored_fact_is_seen() => Rules.FactsAreMessages(Here).ShouldNotBeEmpty();

    [Fact]
    public void no_service_knows_another() => Rules.ServicesKnowEachOther(Rules.Services).ShouldBeEmpty();

    [Fact]
    public void an_assembly_that_knows_the_services_is_seen() => Rules.ServicesKnowEachOther(Here).ShouldNotBeEmpty();

    [Fact]
    public void contracts_stand_on_the_base_library_alone() => Rules.ContractsKnowMore(Rules.Contracts).ShouldBeEmpty();

    [Fact]
    public void an_assembly_with_packages_is_seen() => Rules.ContractsKnowMore(Here).ShouldNotBeEmpty();

    [Fact]
    public void the_kernel_knows_no_library() => Rules.KernelKnowsMore(typeof(Fact).Assembly).ShouldBeEmpty();

    [Fact]
    public void a_kernel_with_libraries_is_seen() => Rules.KernelKnowsMore(Here).ShouldNotBeEmpty();

    [Fact]
    public void every_shared_project_is_looked_at() =>
        Rules
            .Shared.Select(a => a.GetName().Name!["PracticeAnalysis.".Length..])
            .ShouldBe(
                Directory.GetDirectories(Path.Combine(Repository.Root, "services/Shared")).Select(Path.GetFileName),
                ignoreOrder: true
            );

    [Fact]
    public void prose_comes_in_as_a_narrative() => Rules.CommandsHoldPlainProse(Rules.Services).ShouldBeEmpty();

    [Fact]
    public void a_command_with_plain_prose_is_seen() => Rules.CommandsHoldPlainProse(Here).ShouldNotBeEmpty();

    [Fact]
    public void prose_is_sealed_in_facts_and_absent_from_messages() =>
        Rules.FactsHoldPlainProse([.. Rules.Services, Rules.Contracts]).ShouldBeEmpty();

    [Fact]
    public void what_has_begun_to_be_stored_is_stored() => Rules.CommitsGivenUp(Repository.Services).ShouldBeEmpty();

    [Fact]
    public void a_commit_that_may_be_given_up_is_seen() =>
        Rules.CommitsGivenUp(["await session.SaveChangesAsync(cancel);"]).ShouldNotBeEmpty();

    [Fact]
    public void words_have_one_order()
    {
        Rules.WordsInTwoOrders([.. Rules.Services, Rules.Contracts]).ShouldBeEmpty();
        Enum.GetNames<PracticeAnalysis.Contracts.Strictness>().ShouldBe(["Free", "Guided", "Strict"], "the stricter comes later");
        Enum.GetNames<PracticeAnalysis.Contracts.Approval>()
            .ShouldBe(["FacilitatorAndMajority", "FacilitatorAndEveryMember"], "the stricter comes later");
    }

    [Fact]
    public void words_in_another_order_are_seen() => Rules.WordsInTwoOrders(Rules.Contracts, Here).ShouldNotBeEmpty();

    [Fact]
    public void the_solution_holds_every_project() => Rules.ProjectsAside(Repository.Root, Repository.Solution).ShouldBeEmpty();

    [Fact]
    public void a_project_aside_is_seen() => Rules.ProjectsAside(Repository.Root, "").ShouldNotBeEmpty();
}
