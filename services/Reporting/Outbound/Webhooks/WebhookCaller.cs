using System.Security.Cryptography;
using System.Text;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Outbound.Events;

namespace PracticeAnalysis.Reporting.Outbound.Webhooks;

/// <summary>What came of one call.</summary>
public sealed record Sent(int? Status, string? Failure, string? Answer, int Milliseconds)
{
    /// <summary>Whether the receiver took it.</summary>
    public bool Taken => Status is >= 200 and < 300;
}

/// <summary>Calls a receiver: signed by Standard Webhooks, bounded in time and in what is read of the answer.</summary>
public sealed class WebhookCaller(HttpClient http, TimeProvider time, TimeSpan patience)
{
    private const int Excerpt = 512;

    /// <summary>The caller, over connections that reach public addresses alone, follow no redirect and know no proxy.</summary>
    public static WebhookCaller Create(IServiceProvider services) =>
        new(
            new HttpClient(
                new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    UseProxy = false,
                    UseCookies = false,
                    ConnectTimeout = TimeSpan.FromSeconds(5),
                    PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                    ConnectCallback = services.GetRequiredService<Egress>().Connect,
                }
            ),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<Egress>().Timeout
        );

    /// <summary>Calls once.</summary>
    /// <param name="secrets">Those that sign, the newest first.</param>
    public async Task<Sent> Call(Uri url, PublicEvent e, IReadOnlyList<string> secrets, CancellationToken cancel)
    {
        var body = CloudEvents.Text(e);
        var (now, began) = (time.GetUtcNow(), time.GetTimestamp());
        var id = e.Id.ToString();
        using var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new StringContent(body, Encoding.UTF8, CloudEvents.MediaType),
        };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", $"{now.ToUnixTimeSeconds()}");
        request.Headers.Add("webhook-signature", string.Join(' ', secrets.Select(s => Signature(s, id, now, body))));
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        bounded.CancelAfter(patience);
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, bounded.Token);
            return new((int)answer.StatusCode, null, await Start(answer, bounded.Token), Elapsed(began));
        }
        catch (HttpRequestException failed)
        {
            var why = failed.InnerException is ClosedAddressException ? "address-not-public" : Words.Of(failed.HttpRequestError);
            return new(null, why, null, Elapsed(began));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(null, "timeout", null, Elapsed(began));
        }
    }

    // As Standard Webhooks has it: HMAC-SHA256 over id, seconds and body, under the secret's bytes.
    private static string Signature(string secret, string id, DateTimeOffset at, string body) =>
        "v1,"
        + Convert.ToBase64String(
            HMACSHA256.HashData(
                Convert.FromBase64String(secret["whsec_".Length..]),
                Encoding.UTF8.GetBytes($"{id}.{at.ToUnixTimeSeconds()}.{body}")
            )
        );

    private static async Task<string?> Start(HttpResponseMessage answer, CancellationToken cancel)
    {
        var buffer = new byte[Excerpt];
        await using var stream = await answer.Content.ReadAsStreamAsync(cancel);
        var read = await stream.ReadAtLeastAsync(buffer, Excerpt, throwOnEndOfStream: false, cancel);
        return read == 0 ? null : Encoding.UTF8.GetString(buffer, 0, read).Replace("\0", string.Empty, StringComparison.Ordinal);
    }

    private int Elapsed(long began) => (int)time.GetElapsedTime(began).TotalMilliseconds;
}
