using System.Text.Json.Nodes;
using Npgsql;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EndToEnd;

/// <summary>A thousand lines and more are imported while the service that does them is killed: each has one effect and one result, and what the file
/// held stands nowhere.</summary>
[Collection(typeof(TheSystem))]
public class when_a_practice_moves_in(SystemFixture system)
{
    private const int Places = 1_000;
    private const int Persons = 100;
    private const string Whispered = "Chuchotée-Canarie";
    private const string Tenant = "cabinet-demenage";

    private static readonly Actor Practice = new(Tenant, Roles.Practice, Guid.NewGuid());

    // Each hundredth line is torn, and whispers.
    private static bool IsTorn(int line) => line % 100 == 0;

    private static string Place(int line) =>
        IsTorn(line)
            ? $$"""{"establishment":{"name":"{{Whispered}}","siret": """
            : $$$"""{"reference":"E-{{{line}}}","establishment":{"name":"IME {{{line}}}","siret":"{{{Given.Siret(
                line
            )}}}","sector":"medico-social"}}""";

    [Fact]
    public async Task each_line_takes_effect_once_though_the_service_is_killed()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        var places = await Start("establishments", Enumerable.Range(1, Places).Select(Place));
        var persons = await Start(
            "members",
            Enumerable
                .Range(1, Persons)
                .Select(n =>
                    $$$"""{"reference":"M-{{{n}}}","group":"{{{Guid.NewGuid()}}}","member":{"displayName":"{{{Whispered}}} {{{n}}}","institution":"{{{Guid.NewGuid()}}}"}}"""
                )
        );
        await SystemFixture.Until(async () => await Count(owner, "mt_doc_lineresult") > 0, "a first line is done");
        await using var down = await system.Host.Kill("engagement");
        (await Count(owner, "mt_doc_waitingline")).ShouldBeGreaterThan(0);

        // What waits is sealed.
        (await Search.Dump(system)).ShouldNotContain(Whispered);
        await system.Host.Restart("engagement", cancel);

        await Ends(places, Places, created: Places - (Places / 100), refused: Places / 100);
        await Ends(persons, Persons, created: 0, refused: Persons);
        (await Registered(owner)).ShouldBe((Places - (Places / 100), Places - (Places / 100)));
        (await Count(owner, "mt_doc_waitingline")).ShouldBe(0);
        (await Search.Dump(system)).ShouldNotContain(Whispered);
        (await Search.Logs(system)).ShouldNotContain(Whispered);

        // The same file again makes nothing again.
        var again = await Start("establishments", Enumerable.Range(1, 50).Select(Place));
        await Ends(again, 50, created: 0, refused: 0);
        await IsLedgered(owner);
    }

    [Fact]
    public async Task the_gateway_says_how_much_an_import_may_hold()
    {
        var (status, problem) = await Ask("/v1/imports/members", new string('x', (1024 * 1024) + 1));
        (status, problem!["detail"]!.ToString()).ShouldBe((413, "The body is larger than 1,024 KB."));
        (await Ask("/v1/imports/members", new string('x', 512 * 1024))).Status.ShouldBe(202);
    }

    private Task<(int Status, JsonNode? Body)> Ask(string path, string lines) => system.Ask(Practice, path, lines, media: Ndjson.Type);

    private async Task<string> Start(string what, IEnumerable<string> lines)
    {
        var (status, started) = await Ask($"/v1/imports/{what}", string.Join('\n', lines));
        status.ShouldBe(202);
        return $"/v1/operations/{started!["id"]}";
    }

    private async Task Ends(string operation, int lines, int created, int refused)
    {
        JsonNode? now = null;
        await Goes(
            async () =>
            {
                now = (await system.Ask(Practice, operation)).Body!;
                return ((long)now["version"]!, now["state"]!.ToString() == "ended");
            },
            () => $"{operation} goes on: {now}"
        );
        new[] { "lines", "done", "created", "refused" }.Select(n => (int)now![n]!).ShouldBe([lines, lines, created, refused]);
        var (_, results) = await system.Text(Practice, $"{operation}/results", Ndjson.Type);
        results
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(r => (int)JsonNode.Parse(r)!["line"]!)
            .ShouldBe(Enumerable.Range(1, lines));
        results.ShouldNotContain(Whispered);
    }

    // The ledger hears of all of it; no other test finds thousands of entries on their way.
    private static Task IsLedgered(NpgsqlDataSource owner) =>
        Goes(
            async () =>
            {
                await using var command = owner.CreateCommand(
                    $"""
                    select (select count(*) from reporting.mt_events where tenant_id = '{Tenant}' and type = 'entry_ledgered'),
                      (select count(*) from engagement.mt_events where tenant_id = '{Tenant}')
                    """
                );
                await using var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
                await row.ReadAsync(TestContext.Current.CancellationToken);
                return (row.GetInt64(0), row.GetInt64(0) >= row.GetInt64(1));
            },
            () => "the ledger goes on"
        );

    // However long all of it takes, a step takes no minute.
    private static async Task Goes(Func<Task<(long Step, bool Done)>> how, Func<string> what)
    {
        for (var (at, done) = (-1L, false); !done; )
        {
            var before = at;
            await SystemFixture.Until(
                async () =>
                {
                    (at, done) = await how();
                    return done || at > before;
                },
                what
            );
        }
    }

    private static async Task<long> Count(NpgsqlDataSource owner, string table)
    {
        await using var command = owner.CreateCommand($"select count(*) from engagement.{table} where tenant_id = '{Tenant}'");
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    // How many establishments, and how many numbers: each has one.
    private static async Task<(long, long)> Registered(NpgsqlDataSource owner)
    {
        await using var command = owner.CreateCommand(
            $"select count(*), count(distinct data ->> 'siret') from engagement.mt_events where tenant_id = '{Tenant}' and type = 'establishment_registered'"
        );
        await using var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        await row.ReadAsync(TestContext.Current.CancellationToken);
        return (row.GetInt64(0), row.GetInt64(1));
    }
}
