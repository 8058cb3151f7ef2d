using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace PracticeAnalysis.EndToEnd;

/// <summary>A collector that keeps what it is sent over OTLP (HTTP, protobuf). What tests look for stands in it as plain bytes.</summary>
public sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = new();
    private readonly WebApplication _app;

    private Collector(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public string Address => _app.Urls.Single();

    /// <summary>Starts it on a free port.</summary>
    public static async Task<Collector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new Collector(builder.Build());
        collector._app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            collector._received.Enqueue((context.Request.Path, body.ToArray()));
        });
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>Whether this service sent a span of this trace that holds this text.</summary>
    public bool HasSpan(string service, string traceId, string text = "") =>
        _received.Any(r =>
            r.Path == "/v1/traces"
            && Holds(r.Body, Encoding.UTF8.GetBytes(service))
            && Holds(r.Body, Convert.FromHexString(traceId))
            && Holds(r.Body, Encoding.UTF8.GetBytes(text))
        );

    /// <summary>Whether this service sent a metric whose name starts so.</summary>
    public bool HasMetric(string service, string name) =>
        _received.Any(r =>
            r.Path == "/v1/metrics" && Holds(r.Body, Encoding.UTF8.GetBytes(service)) && Holds(r.Body, Encoding.UTF8.GetBytes(name))
        );

    /// <summary>How many exports of metrics came.</summary>
    public int Metrics => _received.Count(r => r.Path == "/v1/metrics");

    /// <summary>Whether anything it was sent holds this text.</summary>
    public bool HasText(string text) => _received.Any(r => Holds(r.Body, Encoding.UTF8.GetBytes(text)));

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static bool Holds(byte[] body, byte[] part) => body.AsSpan().IndexOf(part) >= 0;
}
