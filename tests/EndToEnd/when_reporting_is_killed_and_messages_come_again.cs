using System.Text.Json;
using Marten;
using Npgsql;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.History.Ledger;
using PracticeAnalysis.Reporting.History.Replay;

namespace PracticeAnalysis.EndToEnd;

/// <summary>Every event of the three services stands in the history once, whatever is killed and however often it is told.</summary>
[Collection(typeof(TheSystem))]
public class when_reporting_is_killed_and_messages_come_again(SystemFixture system)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private Actor Practice => new(system.Demonstration.Tenant, Roles.Practice, Given.Id(1));

    [Fact]
    public async Task history_equals_an_offline_fold_of_the_three_stores()
    {
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        for (var i = 0; i < 5; i++)
        {
            await SubmitRequest();
        }

        await using var down = await system.Host.Kill("reporting");
        for (var i = 0; i < 10; i++)
        {
            await SubmitRequest();
        }

        await SystemFixture.Until(
            async () =>
                await Unpublished(owner, "engagement") == 0
                && await Count(
                    owner,
                    "select count(*) from queues.wolverine_queue_ledger where message_type = 'ledger.v1.ledger-entries-recorded'"
                ) > 0,
            "all of it waits for Reporting"
        );
        await Execute(owner, "create table queues.told_before as select * from queues.wolverine_queue_ledger");
        await system.Host.Restart("reporting", TestContext.Current.CancellationToken);
        await Settle(owner);

        // The inbox forgets what it handled, and everything that waited is delivered a second time.
        await Execute(owner, "delete from reporting.wolverine_incoming_envelopes where status = 'Handled'");
        await Execute(owner, "insert into queues.wolverine_queue_ledger select * from queues.told_before");

        // And every event of Engagement is published anew, under new message ids.
        await using var engagementDown = await system.Host.Kill("engagement");
        await Execute(owner, "delete from engagement.mt_event_progression where name = 'Ledger:All'");
        await system.Host.Restart("engagement", TestContext.Current.CancellationToken);
        await Settle(owner);

        var tenants = await Tenants(owner).ToListAsync(TestContext.Current.CancellationToken);
        tenants.ShouldContain(Local.Demonstration.Tenant);
        var auditors = new Dictionary<string, Actor>();

        // A sandbox's generations that are past are read by nobody; the ledger holds them as ever.
        foreach (var tenant in tenants.Where(t => !SandboxTenant.Holds(t)))
        {
            auditors[tenant] = await system.Auditor(tenant);
        }

        await Settle(owner);
        await using var reporting = OfflineFold.Open(system.Host.Cluster, Reporting.ReportingConfiguration.Service);
        foreach (var tenant in tenants)
        {
            var fold = await OfflineFold.Read(system.Host.Cluster, tenant);
            fold.Count.ShouldBeGreaterThan(0);
            await using var session = reporting.QuerySession(tenant);
            foreach (var engagement in fold)
            {
                var expected = engagement.ToList();
                var ledger = await session.Events.FetchStreamAsync(
                    EngagementLedger.StreamOf(engagement.First()),
                    token: TestContext.Current.CancellationToken
                );
                var ledgered = ReadHistory.InCausalOrder(ledger.Select(e => e.Data).OfType<EntryLedgered>().Select(e => e.Entry));

                // Every look is told in the grant's own history, so that this one grows by being read.
                ledgered.Take(expected.Count).Select(Text).ShouldBe(expected.Select(Text), $"the ledger of {engagement.Key}");
                if (EngagementLedger.StreamOf(engagement.First()) != engagement.Key || !auditors.TryGetValue(tenant, out var auditor))
                {
                    continue;
                }

                // What became of a person's data is found under no grant over the whole practice.
                var (status, body) = await system.Ask(auditor, $"/v1/engagements/{engagement.Key}/history");
                if (PersonIds.AreStreams(ledgered[0].StreamType))
                {
                    status.ShouldBe(404);
                    continue;
                }

                status.ShouldBe(200, $"{body}");
                var history = body!["entries"].Deserialize<List<LedgerEntryRecorded>>(Web)!;
                history.Take(expected.Count).Select(Told).ShouldBe(expected.Select(Told), $"the history of {engagement.Key}");
            }
        }

        (await Count(owner, "select count(*) from reporting.wolverine_dead_letters")).ShouldBe(0);
    }

    // What an auditor reads as the ledger holds it; who did it bears another name.
    private static (string, long, string, long, string, string, DateTimeOffset, string) Told(LedgerEntryRecorded e) =>
        (e.Source, e.Sequence, e.StreamType, e.Version, e.EventType, e.Clock, e.OccurredAt, e.Hash);

    private async Task SubmitRequest()
    {
        var body = $$"""
            {"establishment":"{{system.Demonstration.Establishments[
                0
            ]}}","context":"Un contexte.","sector":"medico-social","territory":"38",
             "headcount":12,"asked":"Une demande.","demand":"complex-situation"}
            """;
        (await system.Ask(Practice, "/v1/requests", body)).Status.ShouldBe(201);
    }

    // Everything that was stored has been published, and everything that was published has been handled.
    private static async Task Settle(NpgsqlDataSource owner)
    {
        var state = string.Empty;
        await SystemFixture.Until(
            async () => (state = string.Join(", ", await Unsettled(owner).ToListAsync())).Length == 0,
            () => $"all messages are handled; left are {state}"
        );
    }

    private static async IAsyncEnumerable<string> Unsettled(NpgsqlDataSource owner)
    {
        foreach (var service in OfflineFold.Services.Select(s => s.Name))
        {
            if (await Unpublished(owner, service) is > 0 and var unpublished)
            {
                yield return $"{unpublished} events of {service}";
            }

            foreach (
                var (what, sql) in ((string, string)[])
                    [
                        (
                            "outgoing",
                            $"select message_type || ' to ' || destination || ' of node ' || owner_id from {service}.wolverine_outgoing_envelopes"
                        ),
                        (
                            "incoming",
                            $"select message_type || ' of node ' || owner_id || ' after ' || attempts || ' attempts, nodes ' || (select string_agg(node_number::text, ' ') from {service}.wolverine_nodes) from {service}.wolverine_incoming_envelopes where status = 'Incoming'"
                        ),
                        ("queued", $"select message_type from queues.wolverine_queue_{service}"),
                        ("queued", "select message_type from queues.wolverine_queue_ledger"),
                    ]
            )
            {
                await foreach (var left in Texts(owner, sql))
                {
                    yield return $"{what} in {service}: {left}";
                }
            }
        }
    }

    // Of Reporting's own events the ledger's are not published again.
    private static Task<long> Unpublished(NpgsqlDataSource owner, string service) =>
        Count(
            owner,
            $"""
            select count(*) from {service}.mt_events where type <> 'entry_ledgered'
            and seq_id > (select coalesce(max(last_seq_id), 0) from {service}.mt_event_progression where name = 'Ledger:All')
            """
        );

    private static IAsyncEnumerable<string> Tenants(NpgsqlDataSource database) =>
        Texts(database, "select distinct tenant_id from engagement.mt_events order by 1");

    private static async IAsyncEnumerable<string> Texts(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            yield return reader.GetString(0);
        }
    }

    // Its lists are the same where they say the same.
    private static string Text(LedgerEntryRecorded entry) => JsonSerializer.Serialize(entry);

    private static async Task<long> Count(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task Execute(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
