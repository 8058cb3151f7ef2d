using System.Net;
using System.Net.Sockets;

namespace PracticeAnalysis.EndToEnd;

/// <summary>The network between one node and the database. Cut, it carries nothing and tells neither end: connections stay open, and new ones are
/// taken that nobody answers, until it is mended.</summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly int _to;
    private readonly Task _carries;
    private volatile TaskCompletionSource _whole = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Listens, and carries what comes to this port on loopback.</summary>
    public Wire(int to)
    {
        _to = to;
        _listener.Start();
        Mend();
        _carries = Listen();
    }

    /// <summary>Where it listens, on loopback.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Cuts it.</summary>
    public void Cut() => _whole = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Mends it: what was sent meanwhile arrives.</summary>
    public void Mend() => _whole.TrySetResult();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _carries;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task Listen()
    {
        var carried = new List<Task>();
        try
        {
            while (true)
            {
                carried.Add(Carry(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(carried);
        }
    }

    private async Task Carry(TcpClient node)
    {
        using (node)
        using (var database = new TcpClient())
        {
            try
            {
                await _whole.Task.WaitAsync(_end.Token);
                await database.ConnectAsync(IPAddress.Loopback, _to, _end.Token);
                node.NoDelay = database.NoDelay = true;
                await await Task.WhenAny(Pass(node, database), Pass(database, node));
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // Either end is gone, or the test is over: so is the connection.
            }
        }
    }

    private async Task Pass(TcpClient from, TcpClient to)
    {
        var (reads, writes) = (from.GetStream(), to.GetStream());
        var buffer = new byte[16 * 1024];
        for (int read; (read = await reads.ReadAsync(buffer, _end.Token)) > 0; )
        {
            await _whole.Task.WaitAsync(_end.Token);
            await writes.WriteAsync(buffer.AsMemory(0, read), _end.Token);
        }

        await _whole.Task.WaitAsync(_end.Token);
    }
}
