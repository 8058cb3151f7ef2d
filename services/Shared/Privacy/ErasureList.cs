using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace PracticeAnalysis.Privacy;

/// <summary>One erasure, as the list keeps it: opaque ids and a time.</summary>
public sealed record ListedErasure(string Tenant, Guid Person, DateTimeOffset At);

/// <summary>The erasures, in a directory outside of the database and of its backups (<c>Erasures:Directory</c>): a file for each service,
/// a line for each erasure, written through to the disk before the erasure is committed. After a restore they are replayed from here.</summary>
public sealed class ErasureList(string? directory, string service)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>From the configuration; production does not start without one, since what a backup brings back could not be erased again.</summary>
    /// <exception cref="InvalidOperationException">Production without a directory.</exception>
    public static ErasureList From(IConfiguration configuration, IHostEnvironment environment, string service) =>
        configuration["Erasures:Directory"] is { Length: > 0 } directory ? new(directory, service)
        : environment.IsProduction()
            ? throw new InvalidOperationException(
                "Production keeps a list of erasures outside of its database: set Erasures:Directory to a directory that is not in the backup."
            )
        : new(null, service);

    /// <summary>Adds an erasure. Twice is as good as once.</summary>
    public async Task Add(ListedErasure erasure, CancellationToken cancel)
    {
        if (directory is null)
        {
            return;
        }

        Directory.CreateDirectory(directory);
        await using var file = new FileStream(
            Path.Combine(directory, $"{service}.ndjson"),
            FileMode.Append,
            FileAccess.Write,
            FileShare.ReadWrite,
            bufferSize: 0
        );

        // One write at the end of a file is not mixed with another's; a line of its own, even after one that a crash cut short.
        await file.WriteAsync((byte[])[(byte)'\n', .. JsonSerializer.SerializeToUtf8Bytes(erasure, Json), (byte)'\n'], cancel);
        file.Flush(flushToDisk: true);
    }

    /// <summary>What every service listed, each person once. A line that a crash cut short was no erasure yet.</summary>
    public IReadOnlyList<ListedErasure> Read() =>
        directory is null || !Directory.Exists(directory)
            ? []
            :
            [
                .. Directory
                    .GetFiles(directory, "*.ndjson")
                    .Order(StringComparer.Ordinal)
                    .SelectMany(File.ReadLines)
                    .Where(line => line.Length > 0)
                    .Select(Line)
                    .OfType<ListedErasure>()
                    .DistinctBy(e => (e.Tenant, e.Person)),
            ];

    private static ListedErasure? Line(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<ListedErasure>(line, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
