using Alba;
using Npgsql;
using PracticeAnalysis.Contracts.Access.V1;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>Whose a generation is, and which one is the current one, as a service learns it.</summary>
public sealed class when_a_sandbox_is_told(ReportingFixture service) : IAsyncLifetime
{
    private const string Asked = "/v1/audit-grants";
    private const string Own = "sandbox.of.cabinet-un";
    private IAlbaHost _on = null!;

    public async ValueTask InitializeAsync() =>
        _on = await service.Beside(new Dictionary<string, string?> { ["Sandbox:Enabled"] = "true" });

    public ValueTask DisposeAsync() => _on.DisposeAsync();

    private Task<Answer> Ask(string tenant, int status) =>
        new Speaker(_on, service.Mint.For(new Actor(tenant, Roles.Practice, Given.Id(900))), tenant).Get(Asked, status);

    private Task Tell(string owner, int generation) =>
        new Journey(service, tenant: owner).Tell(new SandboxReset(generation, new(Guid.NewGuid(), generation, Given.Now)));

    [Fact]
    public async Task who_has_a_generation_keeps_it_in_whatever_order_that_is_told()
    {
        Said(await Ask(Own, 403)).ShouldBe("The practice has not asked for a sandbox of its own yet.");
        await Tell("sandbox.spares", 11);
        await Ask("sandbox.11", 200);
        await Ask(Own, 403);
        await Tell(Own, 11);
        await Ask(Own, 200);
        await Tell("sandbox.spares", 11);
        await Ask(Own, 200);
        await Tell(Own, 12);
        await Ask("sandbox.12", 200);
        Said(await Ask("sandbox.11", 403)).ShouldBe("The sandbox's generation that this token or key is of is past.");
        await Ask("sandbox.of.cabinet-deux", 403);
        await Ask("sandbox.spares", 403);
    }

    [Fact]
    public async Task what_was_stored_when_there_was_one_is_that_ones()
    {
        await Ask("sandbox.0", 200);
        await Tell("sandbox", 3);
        await using var owner = NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        await using var before = owner.CreateCommand(
            "update reporting.mt_doc_sandboxgeneration set data = data - 'owner' - 'loading' where id = 'sandbox.3'"
        );
        (await before.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        await Ask("sandbox.3", 200);
        await Ask("sandbox", 200);
        await Ask("sandbox.0", 403);
    }

    [Fact]
    public async Task where_there_is_none_no_token_names_one()
    {
        foreach (var tenant in (string[])["sandbox", Own, "sandbox.11"])
        {
            Said(await service.As(Roles.Practice, tenant: tenant).Get(Asked, 403)).ShouldBe("There is no sandbox here.");
        }
    }

    private static string Said(Answer problem) => problem.Body["detail"]!.GetValue<string>();
}
