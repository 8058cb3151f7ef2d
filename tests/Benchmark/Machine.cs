using System.Globalization;
using System.Runtime.InteropServices;
using Npgsql;

namespace PracticeAnalysis.Benchmark;

/// <summary>What the figures were measured on.</summary>
internal sealed record Machine(
    int Cores,
    string Processor,
    double MemoryGigabytes,
    string System,
    string FileSystem,
    string DotNet,
    string PostgreSql,
    IReadOnlyDictionary<string, string> Settings
)
{
    private static readonly string[] Asked =
    [
        "fsync",
        "synchronous_commit",
        "full_page_writes",
        "data_checksums",
        "shared_buffers",
        "max_wal_size",
        "commit_delay",
        "max_connections",
    ];

    /// <summary>Describes this machine and this database server.</summary>
    public static async Task<Machine> Describe(NpgsqlDataSource database, string directory, CancellationToken cancel)
    {
        var settings = new Dictionary<string, string>();
        foreach (var name in Asked)
        {
            settings[name] = await Show(database, name, cancel);
        }

        return new(
            Environment.ProcessorCount,
            Line("/proc/cpuinfo", "model name"),
            double.Parse(Line("/proc/meminfo", "MemTotal").Split(' ')[0], CultureInfo.InvariantCulture) / 1024 / 1024,
            RuntimeInformation.OSDescription,
            new DriveInfo(directory).DriveFormat,
            RuntimeInformation.FrameworkDescription,
            await Show(database, "server_version", cancel),
            settings
        );
    }

    private static async Task<string> Show(NpgsqlDataSource database, string setting, CancellationToken cancel)
    {
        await using var show = database.CreateCommand($"show {setting}");
        return (string)(await show.ExecuteScalarAsync(cancel))!;
    }

    private static string Line(string file, string key) =>
        File.ReadLines(file).FirstOrDefault(l => l.StartsWith(key, StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "0";
}
