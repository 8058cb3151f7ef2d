using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace PracticeAnalysis.Local;

/// <summary>A PostgreSQL cluster of the project's own: own data directory, unprivileged user, loopback, a free port, stopped by pid.</summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    private const int LowestPort = 20_000;
    private const int HighestPort = 32_000;

    private static readonly ConcurrentDictionary<int, bool> Given = new();

    private const string BaseBackup = "pg_basebackup";

    private readonly string _binaries;
    private readonly string _data;
    private readonly string _secret;
    private int _process;

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

    /// <summary>Starts the cluster in this directory, making it at the first time.</summary>
    /// <param name="say">Is told, in a line, where PostgreSQL has to be fetched first.</param>
    public static async Task<PrivateCluster> Start(string directory, CancellationToken cancel, Action<string>? say = null)
    {
        var found = await PostgresPrograms.Find(say ?? (_ => { }), cancel);
        var data = Path.Combine(directory, "postgres");
        var passwordFile = Path.Combine(directory, "postgres.password");
        if (!File.Exists(Path.Combine(data, "PG_VERSION")))
        {
            Directory.CreateDirectory(data);
            await WriteSecret(passwordFile, RandomNumberGenerator.GetHexString(32), cancel);
            if (Account is not null)
            {
                await Execute(cancel, "chown", Account, directory, data, passwordFile);
            }
        }

        var binaries = await Reachable(found, directory, data, cancel);
        if (!File.Exists(Path.Combine(data, "PG_VERSION")))
        {
            string[] how =
            [
                "-U",
                "owner",
                "-A",
                "scram-sha-256",
                $"--pwfile={passwordFile}",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--data-checksums",
            ];
            await AsAccount(cancel, [Path.Combine(binaries, "initdb"), "-D", data, .. how]);
        }

        var cluster = new PrivateCluster(binaries, data, FreePort(), (await File.ReadAllTextAsync(passwordFile, cancel)).Trim());
        await cluster.EndLeftover();
        await cluster.Launch();
        return cluster;
    }

    /// <summary>Whether the machine has what copies a cluster: Debian's <c>postgresql</c> has it.</summary>
    public static bool MakesStandbys => PostgresPrograms.Locate(BaseBackup) is not null;

    /// <summary>Starts a hot standby of this cluster in this directory: it replays what is written here, and answers who reads, by the same
    /// logins.</summary>
    public async Task<PrivateCluster> StartStandby(string directory, CancellationToken cancel)
    {
        var standby = new PrivateCluster(_binaries, Path.Combine(directory, "postgres"), FreePort(), _secret);
        if (Account is not null)
        {
            await Execute(cancel, "chown", Account, directory);
        }

        var copy =
            PostgresPrograms.Locate(BaseBackup)
            ?? throw new MissingException($"{BaseBackup} is missing; install it with: apt-get install -y postgresql");
        var from = $"host=127.0.0.1 port={Port} user=owner password={_secret}";
        await AsAccount(cancel, copy, "-D", standby._data, "-R", "-c", "fast", "-d", from);
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

    /// <summary>What tells PostgreSQL's client programs, and the scripts of <c>deploy</c>, where it is, as its owner.</summary>
    public IReadOnlyDictionary<string, string> ForPrograms =>
        new Dictionary<string, string>
        {
            ["PGHOST"] = "127.0.0.1",
            ["PGPORT"] = Port.ToString(CultureInfo.InvariantCulture),
            ["PGUSER"] = "owner",
            ["PGPASSWORD"] = _secret,
        };

    /// <summary>The process that all others of the cluster are started by.</summary>
    public int ProcessId => int.Parse(File.ReadLines(Path.Combine(_data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    /// <summary>Whether its server runs.</summary>
    public bool Runs => Directory.Exists($"/proc/{_process}");

    /// <summary>Starts it again on its port, after it ended; it recovers what was committed.</summary>
    public Task StartAgain() => Launch();

    /// <summary>Stops it at once, by the pid in its data directory; every connection is lost, and nothing is written first.</summary>
    public async ValueTask DisposeAsync() =>
        await AsAccount(CancellationToken.None, Path.Combine(_binaries, "pg_ctl"), "-D", _data, "-m", "immediate", "-w", "stop");

    // Not given up half way: what was started is there to be stopped.
    private async Task Launch()
    {
        await AsAccount(
            CancellationToken.None,
            Path.Combine(_binaries, "pg_ctl"),
            "-D",
            _data,
            "-w",
            "-l",
            Log,
            "-o",
            $"-c listen_addresses=127.0.0.1 -c port={Port} -c unix_socket_directories='{_data}' -c max_connections=300",
            "start"
        );
        _process = ProcessId;
    }

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

    /// <summary>A free port on loopback, another one each time. It is below those that the system gives to connections: nobody takes it while who listens there
    /// is started again.</summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(LowestPort, HighestPort);
            if (IsFree(port) && Given.TryAdd(port, true))
            {
                return port;
            }
        }
    }

    /// <summary>Whether nobody listens on this port of loopback.</summary>
    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task WriteSecret(string path, string secret, CancellationToken cancel)
    {
        await File.WriteAllTextAsync(path, secret, cancel);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    // A clone or a directory may lie where root alone can go: programs are then copied to where the cluster is, and the cluster is not made.
    private static async Task<string> Reachable(string binaries, string directory, string data, CancellationToken cancel)
    {
        if (Account is null || await Can("-w", data) && await Can("-x", Path.Combine(binaries, "initdb")))
        {
            return binaries;
        }

        if (!await Can("-w", data))
        {
            throw new CannotRunException(
                $"The account {Account}, which runs PostgreSQL here, cannot enter {directory}; give another directory with --data."
            );
        }

        var copied = Path.Combine(directory, "programs");
        await Execute(cancel, "cp", "-a", Path.GetDirectoryName(binaries)!, copied);
        return Path.Combine(copied, Path.GetFileName(binaries));

        async Task<bool> Can(string what, string path)
        {
            using var asked = Process.Start("runuser", ["-u", Account!, "--", "test", what, path]);
            await asked.WaitForExitAsync(cancel);
            return asked.ExitCode == 0;
        }
    }

    private static Task AsAccount(CancellationToken cancel, params IReadOnlyList<string> command) =>
        Execute(cancel, Account is null ? command : ["runuser", "-u", Account, "--", .. command]);

    private static async Task Execute(CancellationToken cancel, params IReadOnlyList<string> command)
    {
        // The server keeps what it inherits: no pipe of ours may stay open in it.
        var errors = Path.GetTempFileName();
        using var process = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>\"$0\"", errors, .. command]) { WorkingDirectory = "/" }
        )!;
        await process.WaitForExitAsync(cancel);
        var message = process.ExitCode == 0 ? string.Empty : await File.ReadAllTextAsync(errors, cancel);
        File.Delete(errors);
        if (process.ExitCode != 0)
        {
            var program = command.First(word => word is not ("runuser" or "-u" or "--") && word != Account);
            throw new InvalidOperationException($"{Path.GetFileName(program)} ended with {process.ExitCode}: {message}");
        }
    }
}
