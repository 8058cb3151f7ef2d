using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Kernel;
using Wolverine;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>The service with a short patience, and a walk over all that it published every second.</summary>
public sealed class ReconcilingFixture() : ServiceFixture<Program>("reporting")
{
    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string> { ["Ledger:Patience"] = "00:00:00.5", ["Ledger:Walk"] = "00:00:01" };
}

/// <summary>The ledger is compared with what its services say that they have published to it: what it lacks makes health red and is asked for.</summary>
[Trait("Part", "lost_batch")]
public class when_the_ledger_lacks_what_was_published(ReconcilingFixture service) : IClassFixture<ReconcilingFixture>
{
    private const string Tenant = "cabinet";
    private const string Missing = "message_type = 'ledger.v1.ledger-entries-missing'";
    private const string Held = "It holds what was published.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task what_another_service_published_is_named_and_asked_for_until_it_came()
    {
        var stream = Guid.CreateVersion7();
        await Handle(Entries(stream, 1, 4));
        await Handle(new LedgerEntriesPublished("session", [new(stream, [1, 2, 3, 4], Link(4))]));
        await Says($"The ledger lacks entries of 1 streams: 2 of session/{stream}, the first of version 2.");
        (await service.Count($"select count(*) from queues.wolverine_queue_session where {Missing}")).ShouldBeGreaterThan(0);

        // A tree that is signed meanwhile says how much is still to come, under its signature.
        await Handle(Entries(Guid.CreateVersion7(), 1));
        var signed = string.Empty;
        await Until(
            async () =>
            {
                signed = (await service.As(Roles.Operator).Post("/v1/proof/checkpoints", "{}", 200)).Body.ToJsonString();
                return signed.Contains("\\nmissing 2\\n", StringComparison.Ordinal)
                    && signed.Contains("\"missing\":2", StringComparison.Ordinal);
            },
            () => $"2 are missing in {signed}"
        );

        // What came after the lost batch is there, and hides nothing.
        await Handle(Entries(stream, 5));
        await Handle(new LedgerEntriesPublished("session", [new(stream, [5], Link(5))]));
        await Handle(Entries(stream, 2, 3));
        await Says(Held);
    }

    [Fact]
    public async Task a_head_of_another_link_is_missing_whatever_stands_in_its_place()
    {
        var stream = Guid.CreateVersion7();
        await Handle(Entries(stream, 1, 2));
        await Handle(new LedgerEntriesPublished("session", [new(stream, [1, 2], Link(3))]));
        await Says($"The ledger lacks entries of 1 streams: 1 of session/{stream}, the first of version 2.");

        // Until an operator has seen it.
        await Ask("delete from reporting.mt_doc_ledgergap");
        await Says(Held);
    }

    [Fact]
    public async Task what_a_restored_backup_does_not_hold_is_published_again()
    {
        var grant = (
            await service
                .As(Roles.Practice, Given.Id(901))
                .Post(
                    "/v1/audit-grants",
                    $$"""{"auditor":"{{Given.Id(902)}}","purpose":"data-protection","until":"{{DateTimeOffset.UtcNow.AddDays(1):O}}"}""",
                    201
                )
        ).Id;
        var held = $"select count(*) from reporting.mt_events where type = 'entry_ledgered' and data -> 'entry' ->> 'stream' = '{grant}'";
        await Until(async () => await service.Count(held) > 0, () => "the grant is in the ledger");

        // The ledger's entries and the marks that they came are those of yesterday.
        await Ask(
            $"""
            delete from reporting.mt_events where type = 'entry_ledgered' and data -> 'entry' ->> 'stream' = '{grant}';
            delete from reporting.mt_doc_received where id like 'ledger/reporting/{grant}/%';
            """
        );
        await Until(async () => await service.Count(held) > 0, () => "the grant is in the ledger again");
        await Says(Held);
    }

    private static string Link(long version) => Canonical.Hash($"{version}");

    private static LedgerEntriesRecorded Entries(Guid stream, params long[] versions) =>
        new([
            .. versions.Select(v => new LedgerEntryRecorded(
                "session",
                v,
                stream,
                stream,
                "session",
                v,
                "session_scheduled",
                $"{v:D14}.000000",
                Given.Now,
                Given.Now,
                "practice:1",
                "{}",
                Canonical.Hash("{}"),
                Link(v)
            )),
        ]);

    private async Task Handle(object message)
    {
        await using var scope = service.Host.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<IMessageBus>()
            .InvokeAsync(message, new DeliveryOptions { TenantId = Tenant }, Cancel);
    }

    private async Task Says(string what)
    {
        var said = string.Empty;
        await Until(
            async () =>
            {
                var answer = await service.Host.Scenario(s =>
                {
                    s.Get.Url("/health/ready");
                    s.IgnoreStatusCode();
                });
                said = JsonNode.Parse(await answer.ReadAsTextAsync())!["checks"]!["ledger"]!["description"]!.GetValue<string>();
                return said == what;
            },
            () => $"{what} It says {said}"
        );
    }

    private static async Task Until(Func<Task<bool>> condition, Func<string> what)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await condition())
        {
            patience.IsCancellationRequested.ShouldBeFalse($"It did not happen: {what()}");
            await beat.WaitForNextTickAsync(Cancel);
        }
    }

    private async Task Ask(string sql)
    {
        await using var owner = NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
