using System.Net;
using Polly;
using Polly.Timeout;

namespace PracticeAnalysis.Client;

/// <summary>Gives each POST a key of its own, unless the caller gave one: its attempts have one effect, and are answered alike.</summary>
internal sealed class Once : DelegatingHandler
{
    private const string Header = "Idempotency-Key";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Post && !request.Headers.Contains(Header))
        {
            request.Headers.Add(Header, $"{Guid.NewGuid()}");
        }

        return base.SendAsync(request, cancellationToken);
    }
}

/// <summary>Asks again when nothing was done (429, 503) or nobody knows (no answer): after the time that <c>Retry-After</c> says, else
/// after two seconds, four, eight, sixteen, a little more or less. After five attempts what came last stands.</summary>
internal sealed class Patient(TimeProvider time) : DelegatingHandler
{
    private readonly ResiliencePipeline<HttpResponseMessage> _attempts = new ResiliencePipelineBuilder<HttpResponseMessage>
    {
        TimeProvider = time,
    }
        .AddRetry(
            new()
            {
                MaxRetryAttempts = 4,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                    .Handle<HttpRequestException>()
                    .Handle<TimeoutRejectedException>()
                    .HandleResult(answer => answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable),
                DelayGenerator = attempt =>
                    new(attempt.Outcome.Result?.Headers.RetryAfter is { } after ? after.Delta ?? (after.Date - time.GetUtcNow()) : null),
            }
        )
        .AddTimeout(TimeSpan.FromSeconds(100))
        .Build();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        await _attempts
            .ExecuteAsync(async attempt => await base.SendAsync(request, attempt).ConfigureAwait(false), cancellationToken)
            .ConfigureAwait(false);
}
