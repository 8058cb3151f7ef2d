using System.Net.Http.Headers;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace PracticeAnalysis.Client;

/// <remarks>A refusal is thrown as <see cref="Models.Problem"/>: its type, the rules it names, what would satisfy it, its trace.
/// One client serves all threads for as long as the application runs.</remarks>
public partial class PracticeAnalysisClient
{
    /// <summary>A client of a gateway.</summary>
    /// <param name="gateway">Its origin.</param>
    /// <param name="token">Gives the bearer token or API key, asked for before each attempt: keep it until it expires.</param>
    /// <param name="time">The clock by which it waits between attempts.</param>
    /// <param name="transport">What sends, where it is not the network itself.</param>
    public static PracticeAnalysisClient Create(
        Uri gateway,
        Func<CancellationToken, Task<string>> token,
        TimeProvider? time = null,
        HttpMessageHandler? transport = null
    )
    {
        ArgumentNullException.ThrowIfNull(gateway);
        transport ??= new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) };
        var authorized = new Authorized(token) { InnerHandler = transport };
        var patient = new Patient(time ?? TimeProvider.System) { InnerHandler = authorized };
        var http = new HttpClient(new Following { InnerHandler = new Once { InnerHandler = patient } })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        return new(
            new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http)
            {
                BaseUrl = gateway.ToString().TrimEnd('/'),
            }
        );
    }

    // In each attempt, so that a token which expired during a long wait is not sent.
    private sealed class Authorized(Func<CancellationToken, Task<string>> token) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await token(cancellationToken).ConfigureAwait(false));
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
    }
}
