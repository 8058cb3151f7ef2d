using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Ledger;
using PracticeAnalysis.Messaging;
using Wolverine.Persistence.Durability;
using Wolverine.Postgresql.Transport;
using Wolverine.Runtime;

namespace PracticeAnalysis.ServiceDefaults;

/// <summary><c>/health/live</c>: the process answers. <c>/health/serving</c>: this node can serve, since its database answers. <c>/health/ready</c>: all is
/// well with the service: database, daemon lag, messages, dead letters; what all its nodes share takes none of them out.</summary>
public static class Health
{
    /// <summary>The tag of a check that readiness depends on.</summary>
    public const string Ready = "ready";

    /// <summary>The tag of a check that one node's serving depends on.</summary>
    public const string Serving = "serving";

    /// <summary>Adds the checks.</summary>
    public static void AddHealth(this WebApplicationBuilder builder)
    {
        var checks = builder
            .Services.AddSingleton<WaitingMessagesCheck>()
            .AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", tags: [Ready, Serving])
            .AddCheck<DaemonLagCheck>("daemon-lag", tags: [Ready])
            .AddCheck<DeadLetterCheck>("dead-letters", tags: [Ready])
            .AddCheck<WaitingMessagesCheck>("messages", tags: [Ready])
            .AddCheck<ClockCheck>("clock", tags: [Ready])
            .AddCheck<SnapshotCheck>("snapshots", tags: [Ready]);
        if (!builder.Configuration.GetValue<bool>("Migrate"))
        {
            checks.AddCheck<CompletenessCheck>("completeness", tags: [Ready]);
        }
    }

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

/// <summary>No message waits for long to be sent, taken or handled. What waits in a broker's queue is the broker's to tell.</summary>
public sealed class WaitingMessagesCheck(
    ServiceDefinition service,
    NpgsqlDataSource database,
    IWolverineRuntime runtime,
    IConfiguration configuration
) : IHealthCheck
{
    // Enough to see that something waits; they are always the same ones, until they are handled.
    private const int Looked = 200;

    // As long as a busy service may take to come to a message. Who waits for a table that somebody holds, or for a handler that is stuck, waits longer.
    private readonly TimeSpan _timeout = configuration.GetValue("Messages:Patience", TimeSpan.FromSeconds(30));

    // A message that goes from a queue to the inbox, or is tried again, counts there as new, and may stand in neither for a moment: it has waited since the
    // earliest time that was seen of it, and is forgotten once it was not seen for as long as patience lasts.
    private readonly ConcurrentDictionary<Guid, (DateTimeOffset Since, long Last)> _seen = [];

    // Where messages wait, and which of what stands there does: a timer waits for its time.
    private readonly string _places = string.Join(
        " union all ",
        runtime
            .Options.Transports.AllEndpoints()
            .OfType<PostgresqlQueue>()
            .Where(queue => queue.IsListener)
            .Select(queue => $"select 'queue {queue.Name}', id, timestamp from {ServiceHost.TransportSchema}.wolverine_queue_{queue.Name}")
            .Append(
                $"select 'inbox', id, timestamp from {service.Name}.wolverine_incoming_envelopes where status = 'Incoming' or (status = 'Scheduled' and attempts > 0)"
            )
            .Append($"select 'outbox', id, timestamp from {service.Name}.wolverine_outgoing_envelopes")
    );

    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var (all, waiting) = await Waiting(cancellationToken);
            foreach (var (handled, _) in _seen.Where(s => Stopwatch.GetElapsedTime(s.Value.Last) > _timeout).ToList())
            {
                _seen.TryRemove(handled, out _);
            }

            var late = waiting.Where(w => w.For > _timeout).GroupBy(w => w.Place).OrderByDescending(p => p.Max(w => w.For)).ToList();
            return late.Count == 0
                ? HealthCheckResult.Healthy($"{all} wait.")
                : HealthCheckResult.Unhealthy(
                    $"{service.Name} does not come to its messages: "
                        + string.Join(
                            ' ',
                            late.Select(p =>
                                $"{p.First().There} messages in {p.Key}, the oldest for {p.Max(w => w.For).TotalSeconds:F0} s."
                            )
                        )
                );
        }
        catch (Exception e) when (Transient.IsCause(e))
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }

    private async Task<(long All, List<(string Place, Guid Id, TimeSpan For, long There)> Waiting)> Waiting(CancellationToken cancel)
    {
        // Times are stored as the session's zone reads them, so they are compared in the same way.
        await using var command = database.CreateCommand(
            $"""
            select place, id, (now() at time zone 'utc')::timestamptz - timestamp, count(*) over (partition by place), count(*) over (), now()
            from ({_places}) waiting (place, id, timestamp) order by id limit {Looked}
            """
        );
        var (all, waiting) = (0L, new List<(string, Guid, TimeSpan, long)>());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var (id, told, now) = (reader.GetGuid(1), reader.GetTimeSpan(2), reader.GetFieldValue<DateTimeOffset>(5));
            var (since, last) = (now - told, Stopwatch.GetTimestamp());
            var waits = _seen.AddOrUpdate(id, (since, last), (_, known) => (known.Since < since ? known.Since : since, last));
            waiting.Add((reader.GetString(0), id, now - waits.Since, reader.GetInt64(3)));
            all = reader.GetInt64(4);
        }

        return (all, waiting);
    }
}
