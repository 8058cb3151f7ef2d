using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Messaging;

/// <summary>How far this node's clock is from the database's, which all nodes share.</summary>
public sealed class NodeClock(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>Positive where it is ahead, and never more than is certain: the database looked at its clock at some moment of the round trip.</summary>
    public async Task<TimeSpan> Off(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand("select clock_timestamp()", connection);
        var (before, began) = (time.GetUtcNow(), time.GetTimestamp());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        var after = before + time.GetElapsedTime(began);
        var there = reader.GetFieldValue<DateTimeOffset>(0);
        return there < before ? before - there
            : there > after ? after - there
            : TimeSpan.Zero;
    }
}

/// <summary>This node's clock is within a second of the database's: what happened when is said by it, and what is due.</summary>
public sealed class ClockCheck(NodeClock clock) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var off = await clock.Off(cancellationToken);
            var said = string.Create(
                CultureInfo.InvariantCulture,
                $"This node's clock is {off.Duration().TotalMilliseconds:F0} ms {(off < TimeSpan.Zero ? "behind" : "ahead of")} the database's."
            );
            return off.Duration() > Occurrence.Tolerance ? HealthCheckResult.Unhealthy(said) : HealthCheckResult.Healthy(said);
        }
        catch (NpgsqlException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}
