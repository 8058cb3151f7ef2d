using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Npgsql;
using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.EndToEnd;

/// <summary>What an auditor pulled through a gateway, and what verifies it without the services.</summary>
/// <param name="host">Whose database is waited for.</param>
/// <param name="gateway">Which is asked.</param>
public sealed class AuditorsFolder(LocalHost host, Uri gateway, Actor auditor) : IDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromMinutes(2) };
    private static readonly string Program = At("contracts/Verifier/bin/Release/net10.0/practice-verify");
    private static readonly string Script = At("tests/checks/proof.mjs");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("practice-analysis-audit-").FullName;

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Waits until every event stands in the tree, has that signed, and pulls all of it.</summary>
    public async Task PullAll()
    {
        await using var owner = NpgsqlDataSource.Create(host.Cluster.ConnectionString("owner"));
        await SystemFixture.Until(async () => await Waiting(owner) == 0, "every event stands in the tree");
        await Pull();
    }

    /// <summary>Has the tree signed as it is, and pulls all of it.</summary>
    public async Task Pull()
    {
        using (var sign = Asked(HttpMethod.Post, "/v1/proof/checkpoints"))
        using (var signed = await Http.SendAsync(sign, Cancel))
        {
            signed.EnsureSuccessStatusCode();
        }

        // A grant reaches each service a moment after it was given.
        foreach (var service in OfflineFold.Services.Select(s => s.Name))
        {
            await SystemFixture.Until(
                async () => await Status($"/v1/proof/heads/{service}?settled=2001-01-01T00:00:00Z") != HttpStatusCode.Forbidden,
                $"{service} knows of the grant"
            );
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
            using var answer = await Http.SendAsync(ask, Cancel);
            answer.EnsureSuccessStatusCode();
            await using var to = File.Create(System.IO.Path.Combine(Path, file));
            await answer.Content.CopyToAsync(to, Cancel);
        }
    }

    /// <summary>What the verifier says of it.</summary>
    public Task<string> Verified() => Run(Program, "export", Path, "--quiet");

    /// <summary>What the other verifier says of it, which shares no code with the first.</summary>
    public Task<string> VerifiedBesides() => Run("node", Script, "export", Path);

    /// <summary>What the verifier says when it is asked so.</summary>
    internal static Task<string> Verify(IEnumerable<string> arguments) => Run(Program, arguments);

    private async Task<HttpStatusCode> Status(string path)
    {
        using var ask = Asked(HttpMethod.Get, path);
        using var answer = await Http.SendAsync(ask, HttpCompletionOption.ResponseHeadersRead, Cancel);
        return answer.StatusCode;
    }

    private HttpRequestMessage Asked(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(gateway, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", host.Mint.For(auditor));
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
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }

    /// <summary>The types of the facts of a service that the ledger shows, as an array of PostgreSQL's.</summary>
    public static string Ledgered(ServiceDefinition service) =>
        $"{{{string.Join(',', service.LedgeredFacts.SelectMany(FactTypes.Aliases))}}}";

    private static async Task<string> Run(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return said;
    }

    private static string At(string path, [CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "../..", path));
}
