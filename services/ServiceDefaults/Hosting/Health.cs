using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Wolverine.Persistence.Durability;

namespace PracticeAnalysis.ServiceDefaults.Hosting;

/// <summary><c>/health/live</c>: the process answers. <c>/health/serving</c>: this node can serve, since its database answers. <c>/health/ready</c>: all is
/// well with the service: database, daemon lag, dead letters; what all its nodes share takes none of them out.</summary>
public static class Health
{
    /// <summary>The tag of a check that readiness depends on.</summary>
    public const string Ready = "ready";

    /// <summary>The tag of a check that one node's serving depends on.</summary>
    public const string Serving = "serving";

    /// <summary>Adds the checks.</summary>
    public static void AddHealth(this WebApplicationBuilder builder) =>
        builder
            .Services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", tags: [Ready, Serving])
            .AddCheck<DaemonLagCheck>("daemon-lag", tags: [Ready])
            .AddCheck<DeadLetterCheck>("dead-letters", tags: [Ready]);

    /// <summary>Maps the three addresses; they need no token, say nothing but states and counts, and answer however much is in work.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous().DisableRateLimiting();
        foreach (var tag in (string[])[Serving, Ready])
        {
            app.MapHealthChecks($"/health/{tag}", new() { Predicate = c => c.Tags.Contains(tag), ResponseWriter = Write })
                .AllowAnonymous()
                .DisableRateLimiting();
        }
    }

    private static Task Write(HttpContext context, HealthReport report) =>
        context.Response.WriteAsJsonAsync(
            new
            {
                status = report.Status.ToString(),
                checks = report.Entries.ToDictionary(e => e.Key, e => new { status = e.Value.Status.ToString(), e.Value.Description }),
            }
        );
}

/// <summary>The database answers.</summary>
public sealed class DatabaseCheck(NpgsqlDataSource database) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = database.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (Transient.IsCause(e))
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}

/// <summary>No message failed for good.</summary>
public sealed class DeadLetterCheck(IMessageStore messages) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var counts = await messages.Admin.FetchCountsAsync();
            return counts.DeadLetter == 0
                ? HealthCheckResult.Healthy("None.")
                : HealthCheckResult.Unhealthy($"{counts.DeadLetter} dead letters wait for an operator.");
        }
        catch (Exception e) when (Transient.IsCause(e))
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}
