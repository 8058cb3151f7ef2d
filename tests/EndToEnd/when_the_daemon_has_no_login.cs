using System.Net;
using Npgsql;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>A service whose daemon cannot come in says so: where nobody said how, it does not start; where its login is refused, health is red.</summary>
[Trait("Part", "daemon_without_login")]
[Collection(typeof(TheSystem))]
public class when_the_daemon_has_no_login(SystemFixture system)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Unset =>
        [.. from service in Databases.Services from name in (string[])["Postgres", "Daemon"] select (service, name)];

    [Theory]
    [MemberData(nameof(Unset))]
    public async Task no_service_starts_without_its_connection_strings(string service, string name)
    {
        var (exit, said) = await Run(service, [], name);
        said.ShouldBe($"{service}: ConnectionStrings:{name} is not set; there is no other database to fall back to.");
        exit.ShouldBe(2);
    }

    [Theory]
    [InlineData("openapi")]
    [InlineData("describe")]
    [InlineData("help")]
    public async Task what_asks_no_database_runs_without_them(string command)
    {
        var (exit, said) = await Run("engagement", [command], "Postgres", "Daemon");
        exit.ShouldBe(0, said);
    }

    [Fact]
    public async Task a_login_that_is_refused_turns_health_red_until_it_is_let_in_and_nothing_is_started_anew()
    {
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        var password = system.Host.Cluster.PasswordOf("engagement_daemon");
        await Execute(owner, "alter role engagement_daemon password 'another'");
        try
        {
            await using var down = await system.Host.Kill("engagement");
            await system.Host.Restart("engagement", Cancel, ready: false);
            await Health(
                (status, said) =>
                    status == HttpStatusCode.ServiceUnavailable
                    && said.Contains(
                        "engagement: the login engagement_daemon of ConnectionStrings:Daemon is refused",
                        StringComparison.Ordinal
                    )
            );
        }
        finally
        {
            await Execute(owner, $"alter role engagement_daemon password '{password}'");
        }

        await Health((status, _) => status == HttpStatusCode.OK);
        var before = await Execute(owner, "select max(seq_id) from engagement.mt_events");
        await SystemFixture.Until(
            async () => await Execute(owner, "select last_seq_id from engagement.mt_event_progression where name = 'Ledger:All'") >= before,
            "the ledger goes on"
        );
    }

    [Fact]
    [Trait("Category", "Long")] // It waits as long as a shard may stand still.
    public async Task a_shard_that_stands_while_there_is_something_to_tell_turns_health_red()
    {
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        await using (var holding = await owner.OpenConnectionAsync(Cancel))
        await using (await holding.BeginTransactionAsync(Cancel))
        {
            await using var hold = new NpgsqlCommand(
                "select 1 from engagement.mt_event_progression where name = 'Ledger:All' for update",
                holding
            );
            await hold.ExecuteNonQueryAsync(Cancel);
            var establishment = """{"name":"IME Les Tilleuls","siret":"73282932000074","sector":"medico-social"}""";
            var practice = new Kernel.Actor("cabinet-immobile", Kernel.Roles.Practice, Guid.NewGuid());
            (await system.Ask(practice, "/v1/establishments", establishment)).Status.ShouldBe(201);
            await Health(
                (status, said) =>
                    status == HttpStatusCode.ServiceUnavailable && said.Contains("engagement: Ledger:All st", StringComparison.Ordinal)
            );
        }

        await Health((status, _) => status == HttpStatusCode.OK);
    }

    private async Task Health(Func<HttpStatusCode, string, bool> holds)
    {
        using var http = new HttpClient();
        var last = string.Empty;
        await SystemFixture.Until(
            async () =>
            {
                try
                {
                    using var answer = await http.GetAsync(new Uri(system.Host.Service("engagement").Address, "/health/ready"), Cancel);
                    last = await answer.Content.ReadAsStringAsync(Cancel);
                    return holds(answer.StatusCode, last);
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            () => $"health says what it should; it said {last}"
        );
    }

    private async Task<(int Exit, string Said)> Run(string service, IReadOnlyList<string> arguments, params IReadOnlyList<string> without)
    {
        var settings = without.Select(name => ($"ConnectionStrings__{name}", (string?)null)).ToList();
        var (exit, said, errors) = await OperatorsScript.Run(system.Host, service, arguments, settings);
        return (exit, errors + said);
    }

    private static async Task<long> Execute(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(Cancel) ?? 0L, System.Globalization.CultureInfo.InvariantCulture);
    }
}
