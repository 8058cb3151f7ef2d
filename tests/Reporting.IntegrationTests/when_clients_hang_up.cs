using System.Net.Http.Headers;
using System.Text;
using Marten;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>A client that goes away while its command is being stored takes no number of the store's sequence with it: what has begun to be stored is
/// stored, and nobody waits for a number that nobody has. Nor does a connection go with it.</summary>
[Trait("Part", "hang_up")]
public class when_clients_hang_up(ProvenFixture service) : IClassFixture<ProvenFixture>
{
    private const int Clients = 12;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task no_number_is_burnt()
    {
        await using var owner = NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        var before = await Burnt(owner);

        // Whoever hangs up meanwhile does so after the number was taken and before the end of the transaction.
        await Run(
            owner,
            """
            create function reporting.dawdle() returns trigger language plpgsql as 'begin perform pg_sleep(0.4); return new; end';
            create trigger dawdle before insert on reporting.mt_events for each row when (new.type = 'audit_access_granted')
              execute function reporting.dawdle();
            """
        );
        using var client = service.Host.GetTestServer().CreateClient();
        var token = service.As(Roles.Practice, Given.Id(901)).Token;
        await Task.WhenAll(
            Enumerable
                .Range(0, Clients)
                .Select(async _ =>
                {
                    using var gone = new CancellationTokenSource();
                    using var command = new HttpRequestMessage(HttpMethod.Post, "/v1/audit-grants")
                    {
                        Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
                        Content = new StringContent(
                            $$"""{"auditor":"{{Given.Id(900)}}","purpose":"certification","until":"{{DateTimeOffset.UtcNow.AddDays(30):O}}"}""",
                            Encoding.UTF8,
                            "application/json"
                        ),
                    };
                    var answer = client.SendAsync(command, gone.Token);
                    await Until(owner, "select exists (select from pg_stat_activity where wait_event = 'PgSleep')");
                    await gone.CancelAsync();
                    await answer.ContinueWith(_ => { }, TaskScheduler.Default);
                })
        );
        await Until(owner, "select not exists (select from pg_stat_activity where usename = 'reporting' and xact_start is not null)");
        await Run(owner, "drop trigger dawdle on reporting.mt_events; drop function reporting.dawdle()");
        (await Burnt(owner)).ShouldBe(before);
        await service.Settle();
    }

    [Fact]
    public async Task no_connection_goes_with_them()
    {
        var store = service.Host.Services.GetRequiredService<IDocumentStore>();
        var random = new Random(19);
        for (var i = 0; i < 4000; i++)
        {
            using var gone = new CancellationTokenSource();
            var opening = Task.Run(() => store.ForTenant("cabinet", gone.Token), Cancel);
            Thread.SpinWait(random.Next(0, 4000));
            await gone.CancelAsync();
            await opening
                .ContinueWith(
                    async o =>
                    {
                        if (o.IsCompletedSuccessfully)
                        {
                            await o.Result.DisposeAsync();
                        }
                    },
                    TaskScheduler.Default
                )
                .Unwrap();
        }

        await using var session = await store.ForTenant("cabinet", Cancel);
        session.Connection.ShouldNotBeNull();
    }

    private static Task<long> Burnt(NpgsqlDataSource owner) =>
        Ask<long>(
            owner,
            "select is_called::int * last_value - (select count(*) from reporting.mt_events) from reporting.mt_events_sequence"
        );

    private static async Task Until(NpgsqlDataSource owner, string sql)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await Ask<bool>(owner, sql))
        {
            await beat.WaitForNextTickAsync(patience.Token);
        }
    }

    private static async Task<T> Ask<T>(NpgsqlDataSource owner, string sql)
    {
        await using var command = owner.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancel))!;
    }

    private static async Task Run(NpgsqlDataSource owner, string sql)
    {
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
