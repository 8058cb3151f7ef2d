using Microsoft.Extensions.Diagnostics.HealthChecks;
using PracticeAnalysis.EventStore;

namespace PracticeAnalysis.Reporting.Proof;

/// <summary>Signs a checkpoint every minute, and has it stamped where an authority is configured.</summary>
public sealed partial class CheckpointSchedule(
    Checkpointer checkpointer,
    TimestampAuthority authority,
    TimeProvider time,
    IConfiguration configuration,
    ILogger<CheckpointSchedule> log
) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (configuration.GetValue<bool>("Migrate"))
        {
            return;
        }

        using var beat = new PeriodicTimer(configuration.GetValue("Proof:Every", TimeSpan.FromMinutes(1)), time);
        try
        {
            while (await beat.WaitForNextTickAsync(stoppingToken))
            {
                await Sign(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The service ends.
        }
    }

    private async Task Sign(CancellationToken cancel)
    {
        try
        {
            var (checkpoint, _) = await checkpointer.Sign(cancel);
            if (checkpoint is { Timestamp: null })
            {
                await authority.Stamp(checkpoint, cancel);
            }
        }
        catch (Exception e) when (Transient.IsCause(e) || e is HttpRequestException)
        {
            // The database or the authority is away; the next minute comes.
            LogAway(log, e.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No checkpoint this minute: {What}")]
    private static partial void LogAway(ILogger log, string what);
}

/// <summary>The ledger still holds all that was signed.</summary>
public sealed class ProofCheck(Checkpointer checkpointer) : IHealthCheck
{
    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            checkpointer.Refused is { } refusal ? HealthCheckResult.Unhealthy(refusal.Detail) : HealthCheckResult.Healthy("Signed.")
        );
}
