using System.Text.Json.Nodes;
using Npgsql;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EndToEnd;

/// <summary>Entries that a service published and that never reached the ledger are missed by it: health names them, and their service publishes them again.</summary>
[Long("lost_batch")]
[Collection(typeof(TheSystem))]
public class when_a_batch_of_entries_is_lost(SystemFixture system)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_ledger_misses_it_and_gets_it_again()
    {
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        await using var down = await system.Host.Kill("reporting");
        var practice = new Actor(system.Demonstration.Tenant, Roles.Practice, Given.Id(1));
        var (status, body) = await system.Ask(
            practice,
            "/v1/establishments",
            $$"""{"name":"Une maison perdue","siret":"{{Given.NewSiret()}}","sector":"social"}"""
        );
        status.ShouldBe(201);
        var stream = body!["id"]!.GetValue<Guid>();

        // Told, on its way, and taken away there by hand: this one, and none that another test's events left there.
        await SystemFixture.Until(
            () =>
                Holds(
                    owner,
                    $"""
                    with lost as (
                      delete from queues.wolverine_queue_ledger
                      where message_type = 'ledger.v1.ledger-entries-recorded' and position('{stream}'::bytea in body) > 0 returning 1)
                    select count(*) > 0 from lost
                    """
                ),
            "the entries wait for Reporting, and are lost"
        );
        await system.Host.Restart("reporting", Cancel, ready: false);

        var said = string.Empty;
        await SystemFixture.Until(
            async () => (said = await Said()).Contains($"engagement/{stream}, the first of version 1", StringComparison.Ordinal),
            () => $"health names what is missing; it says {said}"
        );
        await SystemFixture.Until(
            () =>
                Holds(
                    owner,
                    $"""
                    select exists (
                      select from reporting.mt_events e join reporting.tree_leaf l on l.sequence = e.seq_id
                      where e.type = 'entry_ledgered' and e.data -> 'entry' ->> 'source' = 'engagement' and e.data -> 'entry' ->> 'stream' = '{stream}')
                    """
                ),
            "the entry is in the ledger and in the tree"
        );
        await SystemFixture.Until(
            async () => (said = await Said()).Contains("\"Healthy\"", StringComparison.Ordinal),
            () => $"health is green again; it says {said}"
        );
    }

    // The check of Reporting; nothing while it is not up.
    private async Task<string> Said()
    {
        using var client = new HttpClient();
        try
        {
            using var answer = await client.GetAsync(new Uri(system.Host.Service("reporting").Address, "/health/ready"), Cancel);
            return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))?["checks"]?["ledger"]?.ToJsonString() ?? "nothing";
        }
        catch (HttpRequestException)
        {
            return "nothing";
        }
    }

    private static async Task<bool> Holds(NpgsqlDataSource owner, string sql)
    {
        await using var command = owner.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancel) is true;
    }
}
