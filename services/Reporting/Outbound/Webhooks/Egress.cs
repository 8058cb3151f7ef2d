using System.Net;
using System.Net.Sockets;

namespace PracticeAnalysis.Reporting.Outbound.Webhooks;

/// <summary>Where a webhook may reach: public addresses alone, judged on the address that is really connected to, so that a name which
/// changes its mind between the check and the call gains nothing. Redirects are not followed.</summary>
public sealed class Egress(IConfiguration configuration, IHostEnvironment environment)
{
    private static readonly IReadOnlyList<IPNetwork> Closed = [.. Read()];
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    /// <summary>Whether this machine's own addresses may be called: <c>Webhooks:AllowLoopback</c>, never in production.</summary>
    public bool Loopback { get; } = configuration.GetValue<bool>("Webhooks:AllowLoopback") && !environment.IsProduction();

    /// <summary>How a name's addresses are found.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>How long a receiver may take: <c>Webhooks:PatienceSeconds</c>, ten where it is not set.</summary>
    public TimeSpan Timeout { get; } = TimeSpan.FromSeconds(configuration.GetValue("Webhooks:PatienceSeconds", 10));

    /// <summary>Whether this address may be called.</summary>
    public bool Allows(IPAddress address) => Allows(address, Loopback);

    /// <summary>Whether this address may be called.</summary>
    /// <param name="loopback">Whether this machine's own may.</param>
    public static bool Allows(IPAddress address, bool loopback)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (loopback && IPAddress.IsLoopback(plain)) || (IsUnicast(plain) && !Closed.Any(n => n.Contains(plain)));
    }

    // Of IPv6 the rest is not given to anybody (RFC 4291).
    private static bool IsUnicast(IPAddress plain) => plain.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(plain);

    // Comments aside, a line each: the block, then its name.
    private static IEnumerable<IPNetwork> Read()
    {
        using var file = new StreamReader(typeof(Egress).Assembly.GetManifestResourceStream("special-purpose-addresses.txt")!);
        while (file.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return IPNetwork.Parse(line.Split(' ')[0]);
            }
        }
    }

    /// <summary>Connects to the first address of the name that may be called; to none where one may not.</summary>
    /// <exception cref="ClosedAddressException">An address of the name is closed.</exception>
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var addresses = await Resolve(context.DnsEndPoint.Host, cancel);
        if (addresses.Length == 0 || !addresses.All(Allows))
        {
            throw new ClosedAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A name led to an address that is not called: a private one, or none.</summary>
public sealed class ClosedAddressException() : IOException("The address is not public.");
