using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace PracticeAnalysis.Benchmark;

/// <summary>A collector that discards: traces and metrics leave the services as in production, and go nowhere.</summary>
internal sealed class TelemetrySink : IAsyncDisposable
{
    private readonly WebApplication _app;
    private long _bytes;

    private TelemetrySink(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public string Address => _app.Urls.Single();

    /// <summary>How much has come.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Starts it.</summary>
    public static async Task<TelemetrySink> Start(CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var sink = new TelemetrySink(builder.Build());
        sink._app.MapPost("/v1/{signal}", sink.Take);
        await sink._app.StartAsync(cancel);
        return sink;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Take(HttpContext context)
    {
        var buffer = new byte[16 * 1024];
        for (int read; (read = await context.Request.Body.ReadAsync(buffer)) > 0; )
        {
            Interlocked.Add(ref _bytes, read);
        }

        context.Response.ContentType = "application/x-protobuf";
    }
}
