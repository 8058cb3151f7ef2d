using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace PracticeAnalysis.Benchmark;

/// <summary>A relay before the database that counts round trips: each time the client speaks after the server did is one more. The log
/// says what was run, and not in how many of them.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Talk> _talks = [];
    private readonly int _port;
    private readonly Task _accepting;

    /// <summary>Relays to the server at this port.</summary>
    public Wire(int port)
    {
        _port = port;
        _listener.Start();
        _accepting = Accept();
    }

    /// <summary>The port that clients are to use, without TLS.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>For each server process, the round trip of each statement that it was sent, in order.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<int>> RoundTrips =>
        _talks.Where(t => t.Process != 0).ToDictionary(t => t.Process, t => t.Seen());

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private async Task Accept()
    {
        var relays = new List<Task>();
        try
        {
            while (true)
            {
                relays.Add(Relay(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(relays);
        }
    }

    private async Task Relay(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _port, _stop.Token);
                client.NoDelay = server.NoDelay = true;
                var talk = new Talk();
                _talks.Add(talk);
                await Task.WhenAny(
                    Pump(client.GetStream(), server.GetStream(), talk.FromClient),
                    Pump(server.GetStream(), client.GetStream(), talk.FromServer)
                );
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException)
            {
                // It ends.
            }
        }
    }

    private async Task Pump(NetworkStream from, NetworkStream to, Action<ReadOnlyMemory<byte>> see)
    {
        var buffer = new byte[128 * 1024];
        try
        {
            for (int read; (read = await from.ReadAsync(buffer, _stop.Token)) > 0; )
            {
                see(buffer.AsMemory(0, read));
                await to.WriteAsync(buffer.AsMemory(0, read), _stop.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // One side has gone.
        }
    }

    // One connection, as PostgreSQL's protocol frames it: a type, a length, a body.
    private sealed class Talk
    {
        private readonly Lock _gate = new();
        private readonly List<int> _seen = [];
        private readonly Frames _client = new(untyped: true);
        private readonly Frames _server = new(untyped: false);
        private int _trip;
        private bool _answered = true;

        public int Process { get; private set; }

        public IReadOnlyList<int> Seen()
        {
            lock (_gate)
            {
                return [.. _seen];
            }
        }

        public void FromClient(ReadOnlyMemory<byte> bytes)
        {
            lock (_gate)
            {
                if (_answered)
                {
                    _trip++;
                    _answered = false;
                }

                foreach (var (type, _) in _client.Read(bytes))
                {
                    // Execute, or a simple query.
                    if (type is 'E' or 'Q')
                    {
                        _seen.Add(_trip);
                    }
                }
            }
        }

        public void FromServer(ReadOnlyMemory<byte> bytes)
        {
            lock (_gate)
            {
                _answered = true;
                if (Process == 0)
                {
                    foreach (var (type, body) in _server.Read(bytes))
                    {
                        Process = type == 'K' ? BinaryPrimitives.ReadInt32BigEndian(body) : Process;
                    }
                }
            }
        }
    }

    // The messages that are whole; of a body no more than its first bytes.
    private sealed class Frames(bool untyped)
    {
        private readonly List<byte> _head = [];
        private bool _untyped = untyped;
        private int _left;

        public List<(char Type, byte[] Body)> Read(ReadOnlyMemory<byte> bytes)
        {
            var found = new List<(char, byte[])>();
            foreach (var b in bytes.Span)
            {
                _head.Add(b);
                var size = _untyped ? 4 : 5;
                if (_head.Count == size)
                {
                    _left = BinaryPrimitives.ReadInt32BigEndian([.. _head.TakeLast(4)]) - 4;
                }
                else if (_head.Count > size)
                {
                    _left--;
                }

                if (_head.Count >= size && _left == 0)
                {
                    found.Add((_untyped ? '\0' : (char)_head[0], [.. _head.Skip(size).Take(8)]));
                    _head.Clear();
                    _untyped = false;
                }
            }

            return found;
        }
    }
}
