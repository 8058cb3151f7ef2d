using System.Diagnostics;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Npgsql;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;

namespace PracticeAnalysis.EndToEnd;

/// <summary>An auditor pulls what all three services say, through the gateway, and verifies it without them, by two programs that share no code.</summary>
public sealed class when_an_auditor_verifies(SystemFixture system) : IDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromMinutes(2) };
    private readonly string _folder = Directory.CreateTempSubdirectory("practice-analysis-audit-").FullName;

    private Actor Auditor => system.Demonstration.Actors.Single(a => a.Role == Roles.Auditor);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task the_history_of_three_services_holds_and_a_byte_changed_in_one_does_not()
    {
        await FindsThatItHolds();
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        (await Run("node", Script, "export", _folder)).ShouldContain(" 0 broken.");

        // What the file outside the database says is what the log lists.
        File.Copy(system.Host.CheckpointFile, Path.Combine(_folder, "kept.ndjson"));
        (await Run(Program, "export", _folder, "--quiet")).ShouldContain("It holds.");

        foreach (var service in OfflineFold.Services.Select(s => s.Name))
        {
            File.ReadAllLines(Path.Combine(_folder, $"heads-{service}.ndjson")).ShouldNotBeEmpty();
            await Actor(owner, service, "'tampered:' || user_name");
            try
            {
                await Pull();
                (await Run(Program, "export", _folder, "--quiet")).ShouldContain("BROKEN head");
            }
            finally
            {
                await Actor(owner, service, "substr(user_name, 10)");
            }
        }
    }

    /// <summary>Everything that the log says, pulled and verified.</summary>
    internal async Task FindsThatItHolds()
    {
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        await SystemFixture.Until(async () => await Waiting(owner) == 0, "every event stands in the tree");
        await Pull();
        (await Run(Program, "export", _folder, "--quiet")).ShouldContain("It holds.");
    }

    private async Task Pull()
    {
        using (var sign = Asked(HttpMethod.Post, "/v1/proof/checkpoints"))
        using (var signed = await Http.SendAsync(sign, TestContext.Current.CancellationToken))
        {
            signed.EnsureSuccessStatusCode();
        }

        var settled = DateTimeOffset.UtcNow.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        foreach (
            var (file, path) in ((string, string)[])
                [
                    ("keys.json", "keys"),
                    ("checkpoints.ndjson", "checkpoints"),
                    ("entries.ndjson", "entries"),
                    .. OfflineFold.Services.Select(s =>
                        ($"heads-{s.Name}.ndjson", $"heads/{s.Name}?settled={Uri.EscapeDataString(settled)}")
                    ),
                ]
        )
        {
            using var ask = Asked(HttpMethod.Get, $"/v1/proof/{path}");
            using var answer = await Http.SendAsync(ask, TestContext.Current.CancellationToken);
            answer.EnsureSuccessStatusCode();
            await using var to = File.Create(Path.Combine(_folder, file));
            await answer.Content.CopyToAsync(to, TestContext.Current.CancellationToken);
        }
    }

    private HttpRequestMessage Asked(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(system.Host.Gateway, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", system.Host.Mint.For(Auditor));
        return request;
    }

    // Events that are not told to the ledger yet, and entries that are not in the tree.
    private static async Task<long> Waiting(NpgsqlDataSource owner)
    {
        var stored = string.Join(
            " + ",
            OfflineFold.Services.Select(s => $"(select count(*) from {s.Name}.mt_events where type = any('{Ledgered(s)}'))")
        );
        await using var command = owner.CreateCommand($"select {stored} - (select count(*) from reporting.tree_leaf)");
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static string Ledgered(ServiceDefinition service) => $"{{{string.Join(',', service.LedgeredFacts.Select(FactTypes.Alias))}}}";

    private async Task Actor(NpgsqlDataSource owner, string service, string value)
    {
        await using var command = owner.CreateCommand(
            $"""
            update {service}.mt_events set user_name = {value} where seq_id =
              (select min(seq_id) from {service}.mt_events where tenant_id = '{system.Demonstration.Tenant}' and type = any('{Ledgered(
                OfflineFold.Services.Single(s => s.Name == service)
            )}'))
            """
        );
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> Run(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return said;
    }

    private static readonly string Program = At("deploy/Verifier/bin/Release/net10.0/practice-verify");
    private static readonly string Script = At("deploy/checks/proof.mjs");

    private static string At(string path, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../..", path));
}
