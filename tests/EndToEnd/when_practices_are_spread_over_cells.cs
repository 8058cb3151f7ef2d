using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Npgsql;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>Two practices in one cell; one of them moves to a cell of its own, behind the same gateway: another cluster, other services. Its history is the
/// one that it had, and from then on neither cell needs the other or sees what is written there.</summary>
[Long("cells")]
public sealed class when_practices_are_spread_over_cells : IAsyncLifetime
{
    private readonly string _southern = Directory.CreateTempSubdirectory("practice-analysis-south-").FullName;
    private readonly string _northern = Directory.CreateTempSubdirectory("practice-analysis-north-").FullName;
    private readonly int _port = PrivateCluster.FreePort();
    private readonly HttpClient _http = new();
    private LocalHost? _south;
    private LocalHost? _north;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _http.BaseAddress = new Uri($"http://127.0.0.1:{_port}");
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        foreach (var host in new[] { _south, _north })
        {
            await (host?.DisposeAsync() ?? ValueTask.CompletedTask);
        }

        Directory.Delete(_southern, recursive: true);
        Directory.Delete(_northern, recursive: true);
    }

    [Fact]
    public async Task one_moves_with_its_whole_history_and_neither_cell_needs_or_sees_the_other()
    {
        Machine.Wants("pg_dump", "postgresql");
        _south = await LocalHost.Start(_southern, _port, _ => { }, Cancel);
        Living[] practices = await Task.WhenAll(Tell("cabinet-sud"), Tell("cabinet-nord"));
        var (south, north) = (practices[0], practices[1]);
        await Holds(_south, north);
        var before = await SeenOf(north);

        var watch = Stopwatch.StartNew();
        await Move();
        Observed.Tell($"{watch.Elapsed.TotalSeconds:F1} s from the first stop until both cells answered again");
        (await SeenOf(north)).ShouldBe(before);
        await EachHasItsOwnKeysAlone();
        (await Status(_south.Service("engagement").Address, "/v1/establishments", north.Key)).ShouldBe(401);
        (await Status(_north!.Service("engagement").Address, "/v1/establishments", south.Key)).ShouldBe(401);

        var (inSouth, inNorth) = (await Events(_south, north), await Events(_north, south));
        await Submit(south);
        await Submit(north);
        await Holds(_north, north, kept: true);
        await Holds(_south, south, kept: true);
        (await Events(_south, north)).ShouldBe(inSouth);
        (await Events(_north, south)).ShouldBe(inNorth);
        (await Status(_http.BaseAddress!, $"/v1/groups/{north.Group}/evolution", Token(south.Practice))).ShouldBe(404);

        var after = await SeenOf(north);
        foreach (var service in Databases.Services)
        {
            await _north.Service(service).Kill();
        }

        await SystemFixture.Until(async () => await Seen(north, "evolution") == 503, "the gateway misses the northern cell");
        (await SeenOf(south)).ShouldNotBeEmpty();
        await Submit(south);
        (await Status(_http.BaseAddress!, "/methodology/indicators")).ShouldBe(200);

        foreach (var service in Databases.Services)
        {
            await _north.Restart(service, Cancel);
        }

        await _south.Stop("gateway");
        await _south.Restart("gateway", Cancel);
        await SystemFixture.Until(async () => await Seen(north, "evolution") == 200, "the northern cell is back");
        (await SeenOf(north)).ShouldBe(after);
        (await Events(_south, north)).ShouldBe(inSouth, "an assignment does not change by itself");
    }

    // As decision 0048 has an operator do it.
    private async Task Move()
    {
        foreach (var part in (string[])["gateway", .. Databases.Services])
        {
            await _south!.Stop(part);
        }

        var dump = Path.Combine(_southern, "move.dump");
        (await OperatorsScript.Run("backup", _south!.Cluster, null, dump)).ShouldContain("Backed up");
        foreach (var file in (string[])["development.key", "master.key", "signer.key", "checkpoints.ndjson"])
        {
            File.Copy(Path.Combine(_southern, file), Path.Combine(_northern, file));
        }

        // Of two that sign each has a key of its own, and says until where the older one signed.
        var signers = Path.Combine(_northern, "signer.key");
        var added = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
        await File.WriteAllTextAsync(signers, $"{added}\n{await File.ReadAllTextAsync(signers, Cancel)}\n", Cancel);
        var erasures = Directory.CreateDirectory(Path.Combine(_northern, "erasures")).FullName;
        await using (var cluster = await PrivateCluster.Start(_northern, Cancel))
        {
            await Databases.Prepare(cluster, Cancel);
            (await OperatorsScript.Run("restore", cluster, erasures, dump, "--replace")).ShouldContain("Restored.");
            await Part(cluster, "staying");
        }

        await Part(_south.Cluster, "leaving");
        await _south.DisposeAsync();
        _north = await LocalHost.Start(_northern, PrivateCluster.FreePort(), _ => { }, Cancel);
        var cells = Databases.Services.ToDictionary(s => $"Cells__north__{s}", s => _north.Service(s).Address.ToString());
        cells["Cells__north__Tenants__0"] = "cabinet-nord";
        _south = await LocalHost.Start(_southern, _port, _ => { }, Cancel, cells);
    }

    private static async Task Part(PrivateCluster cluster, string who)
    {
        var migrator = new NpgsqlConnectionStringBuilder(cluster.ConnectionString("migrator"))
        {
            Options = $"-c practice.{who}=cabinet-nord",
        };
        await using var database = NpgsqlDataSource.Create(migrator);
        await using var part = database.CreateCommand(
            await File.ReadAllTextAsync(Path.Combine(Repository.Root, "deploy/database/part.sql"), Cancel)
        );
        await part.ExecuteNonQueryAsync(Cancel);
    }

    private async Task EachHasItsOwnKeysAlone()
    {
        foreach (var (host, theirs) in ((LocalHost, string)[])[(_south!, "cabinet-sud"), (_north!, "cabinet-nord")])
        {
            foreach (var service in Databases.Services)
            {
                (await Column(host, $"select distinct tenant_id from {service}.mt_doc_datakey")).ShouldBe([theirs]);
            }

            (await Column(host, "select distinct data ->> 'tenant' from session.mt_doc_calendaraddress")).ShouldBe([theirs]);
        }
    }

    // An engagement from its request to its final bilan, with its sessions; a key, and a calendar's address.
    private async Task<Living> Tell(string tenant)
    {
        var progress = new Progress("test", 1, _ => { });
        var api = new Caller(_http, _south!.Mint, progress, Cancel);
        var stage = new Stage(api, new(TimeProvider.System), new(tenant, Roles.Practice, Stage.IdOf(tenant, "practice")));
        var stories = Stories.Read();
        await stage.Register(stories.Establishments);
        var told = await Local.Demonstration.Tell(stage, stories.Engagements.Single(s => s.Key == "circle-8"), progress);
        var now = DateTimeOffset.UtcNow;
        var issued = new
        {
            label = "Entrepôt",
            role = "practice",
            scopes = (string[])["registry:read"],
            expiresAt = now.AddDays(1),
        };
        var key = await api.Start(stage.Practice, "/v1/api-keys", now, issued);
        var link = await api.Start(told.Cast.Facilitator, "/v1/calendar-links", now, new { language = "fr" });
        await api.GetWhen(
            stage.Practice,
            $"/v1/groups/{told.Cast.Group}/evolution",
            e => e["lines"]!.AsArray().Count(line => line!["what"]!.GetValue<string>() == "session-held") == told.Sessions.Count
        );
        return new(
            api,
            stage.Practice,
            stage.Auditor,
            stage.Establishments[0],
            told.Cast.Engagement,
            told.Cast.Group,
            key.Body["key"]!.GetValue<string>(),
            link.Body["address"]!.GetValue<string>()
        );
    }

    private static async Task Submit(Living practice) =>
        await practice.Api.Start(
            practice.Practice,
            "/v1/requests",
            DateTimeOffset.UtcNow,
            JsonNode.Parse(
                $$"""
                {"establishment":"{{practice.Establishment}}","context":"Un contexte.","sector":"medico-social","territory":"38",
                 "headcount":12,"asked":"Une demande.","demand":"complex-situation"}
                """
            )!
        );

    // What a practice's auditor proves of it, by what the gateway gives them.
    private async Task Holds(LocalHost host, Living practice, bool kept = false)
    {
        using var folder = new AuditorsFolder(host, _http.BaseAddress!, practice.Auditor);
        await folder.PullAll();
        if (kept)
        {
            // Checkpoints from before the move are in it.
            File.Copy(host.CheckpointFile, Path.Combine(folder.Path, "kept.ndjson"));
        }

        (await folder.Verified()).ShouldContain("It holds.");
        (await folder.VerifiedBesides()).ShouldContain(" 0 broken.");
    }

    // What is read of a practice: its group's evolution, its engagement's history, its calendar, and what its key reads.
    private async Task<IReadOnlyList<string>> SeenOf(Living practice)
    {
        var history = JsonNode.Parse(await Text($"/v1/engagements/{practice.Engagement}/history", Token(practice.Auditor)))!;
        return
        [
            await Text($"/v1/groups/{practice.Group}/evolution", Token(practice.Practice)),
            .. history["entries"]!.AsArray().Select(e => e!["hash"]!.GetValue<string>()),
            await Text(practice.Calendar),
            await Text("/v1/establishments", practice.Key),
        ];
    }

    private Task<int> Seen(Living practice, string view) =>
        Status(_http.BaseAddress!, $"/v1/groups/{practice.Group}/{view}", Token(practice.Practice));

    private string Token(Actor actor) => _south!.Mint.For(actor);

    private async Task<string> Text(string path, string? bearer = null)
    {
        using var answer = await Ask(_http.BaseAddress!, path, bearer);
        ((int)answer.StatusCode).ShouldBe(200, path);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    private async Task<int> Status(Uri at, string path, string? bearer = null)
    {
        using var answer = await Ask(at, path, bearer);
        return (int)answer.StatusCode;
    }

    private async Task<HttpResponseMessage> Ask(Uri at, string path, string? bearer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(at, path));
        request.Headers.Authorization = bearer is null ? null : new AuthenticationHeaderValue("Bearer", bearer);
        return await _http.SendAsync(request, Cancel);
    }

    private static async Task<int> Events(LocalHost host, Living practice) =>
        int.Parse(
            (
                await Column(
                    host,
                    $"select ({string.Join(" + ", Databases.Services.Select(s => $"(select count(*) from {s}.mt_events where tenant_id = '{practice.Practice.Tenant}')"))})::text"
                )
            ).Single(),
            CultureInfo.InvariantCulture
        );

    private static async Task<IReadOnlyList<string>> Column(LocalHost host, string sql)
    {
        await using var owner = NpgsqlDataSource.Create(host.Cluster.ConnectionString("owner"));
        await using var command = owner.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var found = new List<string>();
        while (await reader.ReadAsync(Cancel))
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    private sealed record Living(
        Caller Api,
        Actor Practice,
        Actor Auditor,
        Guid Establishment,
        Guid Engagement,
        Guid Group,
        string Key,
        string Calendar
    );
}
