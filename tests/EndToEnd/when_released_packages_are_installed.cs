using System.Diagnostics;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>What <c>deploy/release</c> makes is installed where nothing else is, as its page says, and its quickstart meets the running system.</summary>
[Long("released_packages")]
[Collection(typeof(TheSystem))]
public sealed class when_released_packages_are_installed(SystemFixture system, when_released_packages_are_installed.Made made)
    : IClassFixture<when_released_packages_are_installed.Made>,
        IDisposable
{
    private readonly string _empty = Directory.CreateTempSubdirectory("practice-analysis-e2e-").FullName;

    public void Dispose() => Directory.Delete(_empty, recursive: true);

    [Fact]
    public async Task the_npm_package_without_a_network_runs_its_quickstart_and_types_it()
    {
        const string package = "contracts/typescript";
        Machine.Wants("node", "nodejs npm");
        var (install, run) = Commands(package, "\nnode ");
        await In($"cp {made.Folder}/*.tgz . && npm_config_offline=true {install}");
        await File.WriteAllTextAsync(
            Path.Combine(_empty, "quickstart.mjs"),
            Quickstarts.Shown(package, "js")[0],
            TestContext.Current.CancellationToken
        );
        Quickstarts.ShouldTellAll(await In(run));
        await Receives("receive.mjs", Quickstarts.Shown(package, "js")[1], Quickstarts.Shown(package, "sh")[1].Trim());

        var modules = Path.Combine(Repository.Root, "tests/checks/node_modules");
        var tsc =
            $"{modules}/.bin/tsc --noEmit --allowJs --checkJs --strict --module nodenext --types node --typeRoots {modules}/@types quickstart.mjs";
        (await In(tsc)).ShouldBeEmpty();
        (await In($"sed -i 's/cell.name/cell.title/' quickstart.mjs && {tsc}")).ShouldContain("'title' does not exist");
    }

    [Fact]
    public async Task the_nuget_package_in_an_empty_project_runs_its_quickstart()
    {
        const string package = "contracts/PracticeAnalysis.Client";
        var (add, run) = Commands(package, "\ndotnet run");
        await In(add);
        await File.WriteAllTextAsync(
            Path.Combine(_empty, "Program.cs"),
            Quickstarts.Shown(package, "csharp")[0],
            TestContext.Current.CancellationToken
        );
        Quickstarts.ShouldTellAll(await In(run));
        await Receives("Program.cs", Quickstarts.Shown(package, "csharp")[1], "dotnet run");
    }

    // The receiver takes a call that was signed, and no other.
    private async Task Receives(string file, string program, string run)
    {
        await File.WriteAllTextAsync(Path.Combine(_empty, file), program, TestContext.Current.CancellationToken);
        var said = await In(
            $$"""
            ask() { curl -sf -H "Authorization: Bearer $ESTABLISHMENT" -H 'Content-Type: application/json' "$@"; }
            member() { sed "s/.*\"$1\": *\"\([^\"]*\)\".*/\1/"; }
            webhook=$GATEWAY/v1/webhooks/$(ask -d '{"url":"http://127.0.0.1:8765/","types":["bilan.published"]}' "$GATEWAY/v1/webhooks" | member id)
            export WEBHOOK_SECRET=$(ask "$webhook/secret" | member secret)
            set -m
            {{run}} >said 2>&1 &
            trap 'kill -- -$!' EXIT
            waits() { for _ in $(seq 60); do if "$@"; then return; fi; sleep 1; done; cat said; exit 1; }
            waits curl -s -o /dev/null http://127.0.0.1:8765/
            test "$(curl -s -o /dev/null -w '%{http_code}' -d '{}' http://127.0.0.1:8765/)" = 400
            ask -o /dev/null -X POST -d '{}' "$webhook/test"
            waits grep webhook.test said
            """
        );
        said.ShouldMatch("practice-analysis.webhook.test.v1 /v1/webhooks/");
    }

    [Fact]
    public async Task the_checksums_hold() =>
        (await In($"cd {made.Folder} && sha256sum --check SHA256SUMS"))
            .Split('\n')
            .Count(l => l.EndsWith(": OK", StringComparison.Ordinal))
            .ShouldBe(2);

    // The page's commands; what its program is put into the folder for stands after the others.
    private static (string First, string Then) Commands(string package, string then)
    {
        var commands = Quickstarts.Shown(package, "sh")[0];
        var at = commands.IndexOf(then, StringComparison.Ordinal);
        return (commands[..at], commands[at..].Trim());
    }

    private Task<string> In(string commands)
    {
        var start = new ProcessStartInfo("bash", ["-ec", commands]) { WorkingDirectory = _empty };
        start.Environment["RELEASE"] = made.Folder;
        // Packages of an own folder: what was made of the same version before is not taken for this one.
        start.Environment["NUGET_PACKAGES"] = Path.Combine(_empty, "packages");
        start.Environment["NUGET_FALLBACK_PACKAGES"] = made.Others;
        return OperatorsScript.Run(Quickstarts.With(start, system));
    }

    /// <summary>The two packages, made once.</summary>
    public sealed class Made : IAsyncLifetime
    {
        /// <summary>Where they are.</summary>
        public string Folder { get; } = Directory.CreateTempSubdirectory("practice-analysis-e2e-").FullName;

        /// <summary>The packages of others that this machine has, without what somebody here installed of ours.</summary>
        public string Others { get; } = Directory.CreateTempSubdirectory("practice-analysis-e2e-").FullName;

        /// <inheritdoc />
        public async ValueTask InitializeAsync()
        {
            Machine.Wants("node", "nodejs npm");
            var here =
                Environment.GetEnvironmentVariable("NUGET_PACKAGES")
                ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
            foreach (var package in Directory.GetDirectories(here).Where(p => Path.GetFileName(p) != "practiceanalysis.client"))
            {
                Directory.CreateSymbolicLink(Path.Combine(Others, Path.GetFileName(package)), package);
            }

            var said = await OperatorsScript.Run(new(Path.Combine(Repository.Root, "deploy/release"), ["--packages", "--out", Folder]));
            File.Exists(Path.Combine(Folder, "SHA256SUMS")).ShouldBeTrue(said);
        }

        /// <inheritdoc />
        public ValueTask DisposeAsync()
        {
            Directory.Delete(Folder, recursive: true);
            Directory.Delete(Others, recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
