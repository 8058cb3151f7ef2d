using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary><c>deploy/run --no-demo</c> gives whoever wants an empty system a way in, and starts again what dies.</summary>
public class when_an_empty_system_is_run(when_an_empty_system_is_run.Empty empty) : IClassFixture<when_an_empty_system_is_run.Empty>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_request_that_it_prints_begins_a_practice_and_tokens_let_others_in()
    {
        Machine.Wants("curl", "curl");
        var request = await empty.Run.Said(line => line.StartsWith("curl ", StringComparison.Ordinal));
        var exports = empty.Run.Lines.Where(line => line.StartsWith("export ", StringComparison.Ordinal)).ToList();
        exports.Select(e => e["export ".Length..e.IndexOf('=')]).ShouldBe(["PRACTICE", "OPERATOR"]);
        var answer = await OperatorsScript.Run(new("bash", ["-c", $"{string.Join('\n', exports)}\n{request} -w '\\n%{{http_code}}'"]));
        answer.Split('\n')[^1].ShouldBe("201", answer);

        var establishment = JsonNode.Parse(answer.Split('\n')[0])!["id"]!.GetValue<string>();
        var token = await OperatorsScript.Run(Token("establishment", "--establishment", establishment, "--data", empty.Directory));
        (await Status($"/v1/establishments/{establishment}", token)).ShouldBe(HttpStatusCode.OK);
        var stranger = await OperatorsScript.Run(Token("practice", "--tenant", "another", "--data", empty.Directory));
        (await Status($"/v1/establishments/{establishment}", stranger)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("director")]
    [InlineData("establishment")]
    [InlineData("practice", "--person", "somebody")]
    [InlineData("practice", "--tenant")]
    public async Task a_token_of_nobody_is_refused_with_the_help(params string[] arguments) =>
        (await OperatorsScript.Run(Token(arguments))).ShouldContain("deploy/token ROLE --person ID");

    [Fact]
    public async Task without_a_run_it_says_how_to_start_one() =>
        (await OperatorsScript.Run(Token("practice", "--data", "/nowhere"))).ShouldContain("deploy/run");

    [Fact]
    public async Task a_service_that_is_killed_is_named_and_ready_again()
    {
        await empty.Run.Said(line => line.StartsWith("curl ", StringComparison.Ordinal));
        var killed = int.Parse(await File.ReadAllTextAsync(Path.Combine(empty.Directory, "session.pid"), Cancel), null);
        using (var process = Process.GetProcessById(killed))
        {
            process.Kill();
        }

        await empty.Run.Said(line => line.StartsWith("session ended. The last lines of its log", StringComparison.Ordinal));
        await empty.Run.Said(line => line == "session is ready again.");
        await SystemFixture.Until(async () => await Status("/health/ready") == HttpStatusCode.OK, "all is ready");
    }

    [Fact]
    public async Task what_dies_again_and_again_ends_the_run()
    {
        var log = Path.Combine(empty.Directory, "dying.log");
        await File.WriteAllTextAsync(log, "first\nlast\n", Cancel);
        var said = new List<string>();
        var starts = 0;
        var dying = new Watched(
            "dying",
            log,
            () => false,
            _ =>
            {
                starts++;
                throw new InvalidOperationException("It ended before it was ready.");
            }
        );
        var stopped = await Should.ThrowAsync<CannotRunException>(() => new Watch([dying], TimeProvider.System, said.Add).Run(Cancel));
        stopped.Message.ShouldBe("dying ended three times within a minute; it is not started again.");
        starts.ShouldBe(2);
        said[0].ShouldBe($"dying ended. The last lines of its log ({log}):\n  first\n  last");
    }

    private static ProcessStartInfo Token(params IEnumerable<string> arguments) =>
        new(Path.Combine(Repository.Root, "deploy", "token"), arguments);

    private async Task<HttpStatusCode> Status(string path, string? token = null)
    {
        using var http = new HttpClient { BaseAddress = empty.Gateway };
        http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.GetAsync(path, Cancel);
        return answer.StatusCode;
    }

    /// <summary>An empty system, as it is started by hand.</summary>
    public sealed class Empty : IAsyncLifetime
    {
        private readonly int _port = PrivateCluster.FreePort();

        /// <summary>Where its data is.</summary>
        public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("practice-analysis-e2e-").FullName;

        /// <summary>The run.</summary>
        public DeployedRun Run { get; private set; } = null!;

        /// <summary>Where it answers.</summary>
        public Uri Gateway => new($"http://127.0.0.1:{_port}");

        /// <inheritdoc />
        public ValueTask InitializeAsync()
        {
            Run = DeployedRun.Start("--no-demo", "--data", Directory, "--port", $"{_port}");
            return ValueTask.CompletedTask;
        }

        /// <inheritdoc />
        public async ValueTask DisposeAsync()
        {
            await Run.DisposeAsync();
            System.IO.Directory.Delete(Directory, recursive: true);
        }
    }
}
