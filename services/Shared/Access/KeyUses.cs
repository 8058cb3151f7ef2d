using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PracticeAnalysis.Contracts.Access.V1;
using Wolverine;

namespace PracticeAnalysis.Access;

/// <summary>When each key was last used here, in memory: no request waits for it.</summary>
public sealed class KeyUses
{
    private readonly ConcurrentDictionary<(Guid Key, string Tenant), DateTimeOffset> _last = new();

    /// <summary>Notes a use.</summary>
    public void Note(Guid key, string tenant, DateTimeOffset now) => _last[(key, tenant)] = now;

    /// <summary>What was noted since this was last asked.</summary>
    public IReadOnlyList<(Guid Key, string Tenant, DateTimeOffset At)> Take() =>
        [.. _last.Keys.Select(k => _last.TryRemove(k, out var at) ? (k.Key, k.Tenant, At: at) : default).Where(u => u.Tenant is not null)];
}

/// <summary>Tells Engagement now and then which keys were used: one message for a key and a minute (<c>ApiKeys:TellUsesEverySeconds</c>),
/// however many requests there were. What a process had not told when it ended is lost; it is a hint, not a record.</summary>
public sealed class TellKeyUses(KeyUses uses, IServiceScopeFactory scopes, TimeProvider time, IConfiguration configuration)
    : BackgroundService
{
    private readonly TimeSpan _period = TimeSpan.FromSeconds(configuration.GetValue("ApiKeys:TellUsesEverySeconds", 60));

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(_period, time);
        try
        {
            while (await beat.WaitForNextTickAsync(stoppingToken))
            {
                await Tell();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end.
        }
    }

    private async Task Tell()
    {
        var used = uses.Take();
        if (used.Count == 0)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var bus = scope.ServiceProvider.GetRequiredService<IMessageBus>();
        foreach (var (key, tenant, at) in used)
        {
            try
            {
                await bus.PublishAsync(new ApiKeyUsed(key, at), new DeliveryOptions { TenantId = tenant });
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The database is away, most likely: said again with the next use. A hint is not worth a service.
                return;
            }
        }
    }
}
