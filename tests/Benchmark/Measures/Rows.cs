using System.Diagnostics;
using Npgsql;

namespace PracticeAnalysis.Benchmark.Measures;

/// <summary>Lines as they come over a connection, counted and not looked at: the reader is not what is measured.</summary>
internal static class Rows
{
    /// <summary>Reads to the end: lines and seconds.</summary>
    public static async Task<(long Lines, double Seconds)> Read(Func<Task<Stream>> open, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        await using var stream = await open();
        var buffer = new byte[64 * 1024];
        var lines = 0L;
        for (int read; (read = await stream.ReadAsync(buffer, cancel)) > 0; )
        {
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
        }

        return (lines, watch.Elapsed.TotalSeconds);
    }

    /// <summary>What PostgreSQL alone makes of it: the rows of a query, by <c>COPY</c>, as text.</summary>
    public static async Task<(long Lines, double Seconds)> Copy(NpgsqlDataSource database, string query, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        var watch = Stopwatch.StartNew();
        using var text = await connection.BeginTextExportAsync($"copy ({query}) to stdout", cancel);
        var buffer = new char[64 * 1024];
        var lines = 0L;
        for (int read; (read = await text.ReadAsync(buffer, cancel)) > 0; )
        {
            lines += buffer.AsSpan(0, read).Count('\n');
        }

        return (lines, watch.Elapsed.TotalSeconds);
    }
}
