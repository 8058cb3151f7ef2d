using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace PracticeAnalysis.Local;

/// <summary>How far apart the services stand.</summary>
/// <param name="Broker">The <c>amqp://</c> address of the broker between them, each in a database of its own; null where they share one.</param>
/// <param name="Nodes">How many processes of each service.</param>
/// <param name="Own">What one node is started with beside what all are, by its name; null where it is nothing.</param>
public sealed record Spread(string? Broker, int Nodes, Func<string, PrivateCluster, IReadOnlyDictionary<string, string>?>? Own = null);

/// <summary>The whole system on this machine: private cluster, migration, three services and the gateway.</summary>
public sealed class LocalHost : IAsyncDisposable
{
    private const string Pages = "pages";
    private readonly List<IAsyncDisposable> _parts = [];
    private readonly Dictionary<string, ServiceProcess> _services = [];
    private readonly string _directory;
    private readonly RunDirectory _run;

    private readonly IReadOnlyDictionary<string, string>? _settings;
    private readonly Spread? _spread;
    private TimeSpan _behind;

    private LocalHost(
        string directory,
        RunDirectory run,
        PrivateCluster cluster,
        TokenMint mint,
        IReadOnlyDictionary<string, string>? settings,
        Spread? spread
    )
    {
        _settings = settings;
        _spread = spread;
        _directory = directory;
        _run = run;
        Cluster = cluster;
        Mint = mint;
    }

    /// <summary>The database.</summary>
    public PrivateCluster Cluster { get; }

    /// <summary>Mints development tokens with the generated key.</summary>
    public TokenMint Mint { get; }

    /// <summary>The gateway's address.</summary>
    public Uri Gateway => _services["gateway"].Address;

    /// <summary>Where the services' logs are.</summary>
    public string Logs => Path.Combine(_directory, "logs");

    /// <summary>The write-once file of checkpoints.</summary>
    public string CheckpointFile => Path.Combine(_directory, "checkpoints.ndjson");

    /// <summary>The keys that sign checkpoints.</summary>
    public string SignerKeyFile => Path.Combine(_directory, "signer.key");

    /// <summary>The master keys.</summary>
    public string MasterKeyFile => Path.Combine(_directory, "master.key");

    /// <summary>The people whom a visitor of the pages may choose to be.</summary>
    public string PeopleFile => Path.Combine(_directory, "people.json");

    /// <summary>Where the services list erasures, outside of the database.</summary>
    public string Erasures => Path.Combine(_directory, "erasures");

    /// <summary>Brings everything up in this directory, saying what it does.</summary>
    /// <param name="spread">How far apart the services stand; together in one database, a node each, where none is given.</param>
    /// <param name="pages">Whether the pages for people are served too.</param>
    public static async Task<LocalHost> Start(
        string directory,
        int port,
        Action<string> say,
        CancellationToken cancel,
        IReadOnlyDictionary<string, string>? settings = null,
        Spread? spread = null,
        bool pages = false
    )
    {
        var run = RunDirectory.Take(directory);
        run.EndLeftovers([.. Databases.Services, Pages, "gateway"]);
        say("PostgreSQL");
        PrivateCluster cluster;
        try
        {
            cluster = await PrivateCluster.Start(directory, cancel, say);
        }
        catch
        {
            run.Dispose();
            throw;
        }

        var mint = new TokenMint(await Secret(run.Key, CancellationToken.None));
        await Secret(Path.Combine(directory, "master.key"), CancellationToken.None);
        await Secret(Path.Combine(directory, "signer.key"), CancellationToken.None);
        var host = new LocalHost(directory, run, cluster, mint, settings, spread);
        host._parts.Add(cluster);
        try
        {
            await (spread?.Broker is null ? Databases.Prepare(cluster, cancel) : Databases.PrepareApart(cluster, cancel));
            say("migration");
            foreach (var service in Databases.Services)
            {
                await ServiceProcess.Migrate(service, Assembly(service), host.Log("migration"), host.Settings(service, "migrator"), cancel);
            }

            say("services");
            foreach (var node in Databases.Services.SelectMany(host.Nodes))
            {
                host.StartService(node, settings);
            }

            if (pages)
            {
                host.StartPages(PrivateCluster.FreePort(), port);
            }

            host.StartGateway(port, settings);
            await Task.WhenAll(host._services.Values.Select(s => s.WaitUntilReady(cancel)));
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Watches the database, the services and the gateway until it is cancelled, and starts again what ended.</summary>
    /// <param name="say">Is told what ended, with the last lines of its log.</param>
    /// <exception cref="CannotRunException">Something ended again and again.</exception>
    public Task Watch(Action<string> say, CancellationToken cancel)
    {
        _run.NoteLatest();
        Watched database = new("postgres", Cluster.Log, () => Cluster.Runs, _ => Cluster.StartAgain());
        var services = _services.Keys.Select(name => new Watched(name, Log(name), () => _services[name].Runs, c => Restart(name, c)));
        return new Watch([database, .. services], TimeProvider.System, say).Run(cancel);
    }

    /// <summary>One node's process: <c>session</c> is the first of its service, <c>session-2</c> the second.</summary>
    public ServiceProcess Service(string name) => _services[name];

    /// <summary>What each node that runs no more left behind.</summary>
    public IReadOnlyList<string> Ended => [.. _services.Values.Select(s => s.Ended).OfType<string>()];

    /// <summary>Ends a service, or the gateway, with notice.</summary>
    public async Task Stop(string name)
    {
        _parts.Remove(_services[name]);
        await _services[name].DisposeAsync();
    }

    /// <summary>Kills a service as a fault would.</summary>
    /// <returns>What starts it again, if nobody did meanwhile: a test that fails half-way leaves the others a whole system.</returns>
    public async Task<IAsyncDisposable> Kill(string name)
    {
        await _services[name].Kill();
        return new Killed(this, name);
    }

    private sealed record Killed(LocalHost Host, string Name) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (!Host._services[Name].Runs)
            {
                await Host.Restart(Name, CancellationToken.None);
            }
        }
    }

    /// <summary>Starts a service, or the gateway, again where it was, after it ended.</summary>
    public async Task Restart(string name, CancellationToken cancel, bool ready = true)
    {
        var port = _services[name].Address.Port;
        if (name == "gateway")
        {
            StartGateway(port, _settings);
        }
        else if (name == Pages)
        {
            StartPages(port, Gateway.Port);
        }
        else
        {
            StartService(name, _settings, port);
        }

        if (ready)
        {
            await _services[name].WaitUntilReady(cancel);
        }
    }

    /// <summary>Sets the services' clocks back by this much. From further back, time passes: a second notice comes nearer by it. What closes a period does not,
    /// since its history is still being told.</summary>
    public async Task SetClocksBack(TimeSpan behind, CancellationToken cancel)
    {
        var passes = _behind - behind;
        _behind = behind;
        var seconds = ((long)behind.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        await File.WriteAllTextAsync($"{ClockFile}.next", seconds, cancel);
        File.Move($"{ClockFile}.next", ClockFile, overwrite: true);
        if (passes > TimeSpan.Zero)
        {
            await using var owner = NpgsqlDataSource.Create(Cluster.ConnectionString("owner", DatabaseOf("reporting")));
            await using var pass = owner.CreateCommand(
                "update reporting.wolverine_incoming_envelopes set execution_time = execution_time - $1 "
                    + "where status = 'Scheduled' and message_type = 'reporting.notice-due'"
            );
            pass.Parameters.Add(new() { Value = passes });
            await pass.ExecuteNonQueryAsync(cancel);
        }
    }

    /// <summary>Ends the gateway, the services and the cluster, in this order.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var part in Enumerable.Reverse(_parts))
        {
            await part.DisposeAsync();
        }

        _run.Dispose();
    }

    private IEnumerable<string> Nodes(string service) =>
        [service, .. Enumerable.Range(2, (_spread?.Nodes ?? 1) - 1).Select(n => $"{service}-{n}")];

    private void StartService(string name, IReadOnlyDictionary<string, string>? extra, int? port = null) =>
        Add(
            name,
            port ?? PrivateCluster.FreePort(),
            With(Settings(ServiceOf(name), ServiceOf(name)), extra),
            _spread?.Own?.Invoke(name, Cluster)
        );

    private void StartPages(int port, int gateway) =>
        Add(
            Pages,
            port,
            new()
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Pages__Gateway"] = $"http://127.0.0.1:{gateway}/",
                ["Pages__KeyRing"] = Path.Combine(_directory, "pages"),
                ["Pages__People"] = PeopleFile,
            },
            null
        );

    private void StartGateway(int port, IReadOnlyDictionary<string, string>? extra) =>
        Add(
            "gateway",
            port,
            new(Databases.Services.ToDictionary(s => $"Services__{s}", s => string.Join(' ', Nodes(s).Select(n => _services[n].Address))))
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Auth__DevelopmentKey"] = Mint.Key,
                ["Pages__Nodes"] = _services.TryGetValue(Pages, out var pages) ? $"{pages.Address}" : string.Empty,
            },
            extra
        );

    private void Add(string name, int port, Dictionary<string, string> settings, IReadOnlyDictionary<string, string>? extra)
    {
        var process = ServiceProcess.Start(name, Assembly(ServiceOf(name)), port, Log(name), With(settings, extra));
        _run.Note(name, process.Id);
        _services[name] = process;
        _parts.Add(process);
    }

    /// <summary>What a service is started with, for another node of it.</summary>
    public IReadOnlyDictionary<string, string> SettingsOf(string name) => With(Settings(ServiceOf(name), ServiceOf(name)), _settings);

    private static Dictionary<string, string> With(Dictionary<string, string> settings, IReadOnlyDictionary<string, string>? extra)
    {
        foreach (var (key, value) in extra ?? new Dictionary<string, string>())
        {
            settings[key] = value;
        }

        return settings;
    }

    private Dictionary<string, string> Settings(string service, string login) =>
        new()
        {
            ["ConnectionStrings__Postgres"] = Cluster.ConnectionString(login, DatabaseOf(service)),
            ["ConnectionStrings__Daemon"] = Cluster.ConnectionString($"{login}_daemon", DatabaseOf(service)),
            ["ConnectionStrings__RabbitMq"] = _spread?.Broker ?? string.Empty,
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Auth__DevelopmentKey"] = Mint.Key,
            ["MasterKeyFile"] = MasterKeyFile,
            ["Erasures__Directory"] = Erasures,
            ["Proof__KeyFile"] = SignerKeyFile,
            ["Proof__CheckpointFile"] = CheckpointFile,
            ["Sandbox__Enabled"] = "true",
            ["Clock__BehindFile"] = ClockFile,
            // A receiver on this machine may be called, over http too.
            ["Webhooks__AllowLoopback"] = "true",
        };

    private string ClockFile => Path.Combine(_directory, "clock-behind");

    private string DatabaseOf(string service) => _spread?.Broker is null ? "practice" : service;

    private static string ServiceOf(string node) => node.Split('-')[0];

    private string Log(string name) => Path.Combine(Logs, $"{name}.log");

    /// <summary>The built program of a service.</summary>
    public static string Assembly(string service)
    {
        var name = char.ToUpperInvariant(service[0]) + service[1..];
        return Path.Combine(Repository.Root, "services", name, "bin", "Release", "net10.0", $"PracticeAnalysis.{name}.dll");
    }

    private static async Task<string> Secret(string path, CancellationToken cancel)
    {
        if (!File.Exists(path))
        {
            await File.WriteAllTextAsync(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), cancel);
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return await File.ReadAllTextAsync(path, cancel);
    }
}
