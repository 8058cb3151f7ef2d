using System.Diagnostics;
using System.Net.Sockets;

namespace PracticeAnalysis.Local;

/// <summary>A RabbitMQ of the project's own: own directory, own node name, loopback, free ports; nothing of the machine's own one is touched.</summary>
public sealed class PrivateBroker : IAsyncDisposable
{
    // Not the one on PATH, which writes where the machine's own broker does.
    private const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    private readonly string _directory;
    private readonly int _port = PrivateCluster.FreePort();
    private readonly int _between = PrivateCluster.FreePort();
    private readonly int _names = PrivateCluster.FreePort();
    private Process? _process;

    private PrivateBroker(string directory) => _directory = directory;

    /// <summary>Whether the machine has it: Debian's <c>rabbitmq-server</c>.</summary>
    public static bool IsThere => File.Exists(Program);

    /// <summary>Where it listens.</summary>
    public string Address => $"amqp://guest:guest@127.0.0.1:{_port}";

    /// <summary>Starts one in this directory.</summary>
    public static async Task<PrivateBroker> Start(string directory, CancellationToken cancel)
    {
        if (!IsThere)
        {
            throw new MissingException("RabbitMQ is missing; install it with: apt-get install -y rabbitmq-server");
        }

        Directory.CreateDirectory(directory);
        if (Account is { } account)
        {
            using var owned = Process.Start("chown", [account, directory]);
            await owned.WaitForExitAsync(cancel);
        }

        var broker = new PrivateBroker(directory);
        await broker.Start(cancel);
        return broker;
    }

    /// <summary>Starts it again where it was, with the messages that it kept.</summary>
    public async Task Start(CancellationToken cancel)
    {
        string[] command = Account is { } account ? ["runuser", "-u", account, "--", "/bin/sh", "-c", Launch] : ["/bin/sh", "-c", Launch];
        var start = new ProcessStartInfo("setsid", command) { WorkingDirectory = _directory };
        foreach (var (name, value) in Settings())
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        while (!await Listens(patience.Token))
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"RabbitMQ ended before it listened; its log is {_directory}/log.");
            }

            await Task.Delay(100, patience.Token);
        }
    }

    /// <summary>Ends it as a fault would.</summary>
    public async Task Kill()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await Kill();
        }

        // The daemon of node names is a process of its own.
        using var names = Process.Start(
            new ProcessStartInfo("epmd", ["-port", $"{_names}", "-kill"]) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        await names.WaitForExitAsync();
        _process?.Dispose();
    }

    private static string? Account => Environment.UserName == "root" ? "rabbitmq" : null;

    private string Launch => $"exec {Program} >{_directory}/log 2>&1";

    private Dictionary<string, string> Settings() =>
        new()
        {
            ["HOME"] = _directory,
            ["RABBITMQ_NODENAME"] = $"practice{_port}@localhost",
            ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_NODE_PORT"] = $"{_port}",
            ["RABBITMQ_DIST_PORT"] = $"{_between}",
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
            ["RABBITMQ_MNESIA_BASE"] = Path.Combine(_directory, "data"),
            ["RABBITMQ_LOG_BASE"] = Path.Combine(_directory, "logs"),
            ["RABBITMQ_PID_FILE"] = Path.Combine(_directory, "pid"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(_directory, "plugins"),
            ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(_directory, "none"),
            ["RABBITMQ_CONFIG_FILE"] = Path.Combine(_directory, "none"),
            ["ERL_EPMD_PORT"] = $"{_names}",
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            // It may be ended though it thinks that a killed node lives.
            ["ERL_EPMD_RELAXED_COMMAND_CHECK"] = "1",
        };

    private async Task<bool> Listens(CancellationToken cancel)
    {
        using var asked = new TcpClient();
        try
        {
            await asked.ConnectAsync("127.0.0.1", _port, cancel);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
