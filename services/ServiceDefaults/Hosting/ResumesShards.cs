using JasperFx;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Wolverine.Runtime;
using Wolverine.Runtime.Agents;

namespace PracticeAnalysis.ServiceDefaults.Hosting;

/// <summary>The daemon may pause a projection or subscription at a failure. One that the database's fall paused goes on as
/// soon as the database answers; one that an event paused waits for an operator.</summary>
public sealed partial class ResumesShards(
    IServiceProvider services,
    DatabaseAnswers database,
    IHostApplicationLifetime life,
    ILogger<ResumesShards> log
) : IObserver<ShardState>
{
    /// <inheritdoc />
    public void OnNext(ShardState value)
    {
        if (value.Action == ShardAction.Paused && Transient.IsCause(value.Exception))
        {
            _ = Resume(value.ShardName, life.ApplicationStopping);
        }
    }

    /// <inheritdoc />
    public void OnCompleted() { }

    /// <inheritdoc />
    public void OnError(Exception error) { }

    private async Task Resume(string shard, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await database.Wait(cancel);
                var agents = services.GetRequiredService<IWolverineRuntime>().Agents;
                var uri = await services.GetRequiredService<IEventSubscriptionAgentFamily>().FindAgentUriAsync(shard, null, cancel);
                if (
                    uri is not null
                    && agents.TryFindActiveAgent<IEventSubscriptionAgent>(uri, out var agent)
                    && agent.Status != AgentStatus.Running
                )
                {
                    await agent.StopAsync(cancel);
                    await agent.StartAsync(cancel);
                    LogResumed(log, shard);
                }

                return;
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                // The service ends.
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // It fell again, or another node has the shard by now: seen at the next turn.
                LogNotYet(log, shard, e.GetType().Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The shard {Shard} was paused by the database's fall, and goes on.")]
    private static partial void LogResumed(ILogger log, string shard);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The shard {Shard} could not be resumed: {What}")]
    private static partial void LogNotYet(ILogger log, string shard, string what);
}
