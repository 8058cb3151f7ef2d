using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using PracticeAnalysis.EventStore;

namespace PracticeAnalysis.ServiceDefaults;

/// <summary>What a stream follows: a resource of a practice, or the practice's feed, which has the empty id.</summary>
public readonly record struct Followed(string Tenant, Guid Resource = default);

/// <summary>Knows by one cheap query which of many things have moved, whichever node wrote.</summary>
public interface ISeesMoves
{
    /// <summary>Those that moved since this was asked last; one that is asked for the first time may be among them.</summary>
    Task<IReadOnlySet<Followed>> Moved(NpgsqlDataSource database, IReadOnlyCollection<Followed> followed, CancellationToken cancel);
}

/// <summary>One loop of the node asks the database four times a second, while anybody follows anything, and wakes whoever follows what moved. Streams hold
/// no connection meanwhile (<c>services/docs/decisions</c>: a live room).</summary>
public sealed class Moves(ISeesMoves sees, [FromKeyedServices(Stores.Daemon)] NpgsqlDataSource database, TimeProvider time)
    : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<Bell, Followed> _bells = [];

    /// <summary>Wakes who waits at the bell from now on, until it is disposed of. Read after this: nothing is missed between.</summary>
    public Bell Follow(Followed what)
    {
        var bell = new Bell(ended => _bells.TryRemove(ended, out _));
        _bells[bell] = what;
        return bell;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Beat, time);
        try
        {
            while (await beat.WaitForNextTickAsync(stoppingToken))
            {
                if (!_bells.IsEmpty)
                {
                    await Look(stoppingToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The service ends.
        }
    }

    private async Task Look(CancellationToken cancel)
    {
        try
        {
            var moved = await sees.Moved(database, [.. _bells.Values.Distinct()], cancel);
            foreach (var (bell, _) in _bells.Where(b => moved.Contains(b.Value)))
            {
                bell.Ring();
            }
        }
        catch (Exception e) when (Transient.IsCause(e))
        {
            // What moved meanwhile is seen by the next look.
        }
    }
}

/// <summary>Rings for one stream when what it follows moved; rung often before it is heard, it is heard once.</summary>
public sealed class Bell(Action<Bell> end) : IDisposable
{
    private readonly Channel<bool> _rung = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Rings it.</summary>
    public void Ring() => _rung.Writer.TryWrite(true);

    /// <summary>Waits until it rings.</summary>
    public async Task Heard(CancellationToken cancel) => await _rung.Reader.ReadAsync(cancel);

    /// <inheritdoc />
    public void Dispose() => end(this);
}
