using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Alba;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PracticeAnalysis.Contracts.Ledger.V1;
using Wolverine;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>A service that does not come to its messages says so, however sound its daemon is: what was told to it stands nowhere yet.</summary>
public class when_messages_wait(ProvenFixture service) : IClassFixture<ProvenFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task health_is_red_until_they_are_handled()
    {
        await using var impatient = await service.Beside(new Dictionary<string, string?> { ["Messages:Patience"] = "00:00:01" });
        await using var owner = new NpgsqlConnection(service.Cluster.ConnectionString("owner"));
        await owner.OpenAsync(Cancel);
        await using (var index = await owner.BeginTransactionAsync(Cancel))
        {
            await using var hold = new NpgsqlCommand("lock table reporting.mt_events in share mode", owner, index);
            await hold.ExecuteNonQueryAsync(Cancel);
            await Publish();
            var said = await Said(impatient, "Unhealthy");
            said.ShouldMatch("^reporting does not come to its messages: 1 messages in (inbox|queue ledger), the oldest for [0-9]+ s\\.$");

            // Taken from one place to another, or tried again, a message is stored as new; it has waited all the same.
            await Said(impatient, "Unhealthy", says: "the oldest for ([2-9]|[0-9]{2,}) s");
            await using var beside = NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
            foreach (var place in (string[])["reporting.wolverine_incoming_envelopes", "queues.wolverine_queue_ledger"])
            {
                await using var renew = beside.CreateCommand($"update {place} set timestamp = now() at time zone 'utc'");
                await renew.ExecuteNonQueryAsync(Cancel);
            }

            var waited = await Said(impatient, "Unhealthy");
            int.Parse(waited.Split("the oldest for ")[1].Split(' ')[0], CultureInfo.InvariantCulture).ShouldBeGreaterThan(1, waited);
            (await Said(impatient, "Healthy", "daemon-lag")).ShouldContain("behind");
        }

        (await Said(impatient, "Healthy")).ShouldBe("0 wait.");
    }

    // As another service tells it, by the queue.
    private async Task Publish()
    {
        await using var scope = service.Host.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<IMessageBus>()
            .PublishAsync(
                new LedgerEntriesRecorded([ProvenFixture.OfNeighbour()]),
                new DeliveryOptions { TenantId = ProvenFixture.Neighbour }
            );
    }

    private static async Task<(string Status, string Said)> Ask(IAlbaHost host, string check)
    {
        var answer = await host.Scenario(s =>
        {
            s.Get.Url("/health/ready");
            s.IgnoreStatusCode();
        });
        var told = JsonNode.Parse(await answer.ReadAsTextAsync())!["checks"]![check]!;
        return (told["status"]!.GetValue<string>(), told["description"]!.GetValue<string>());
    }

    private static async Task<string> Said(IAlbaHost host, string status, string check = "messages", string says = "")
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            var (now, said) = await Ask(host, check);
            if (now == status && Regex.IsMatch(said, says, RegexOptions.CultureInvariant))
            {
                return said;
            }

            await beat.WaitForNextTickAsync(patience.Token);
        }
    }
}
