using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StandardWebhooks;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>A call that a receiver took note of.</summary>
internal sealed record Call(string Id, DateTimeOffset Timestamp, string Signature, string? ContentType, string Body)
{
    public JsonNode Event => JsonNode.Parse(Body)!;

    /// <summary>Whether this secret signed it, by each of the signatures that it carries.</summary>
    public bool IsSignedBy(string secret) =>
        Signature.Split(' ').Contains(new StandardWebhook(secret).Sign(Id, Timestamp, Body), StringComparer.Ordinal);
}

/// <summary>Somebody's server on this machine, which answers calls as a test says.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Receiver(WebApplication app) => _app = app;

    public ConcurrentQueue<Call> Calls { get; } = [];

    /// <summary>What it answers: by the number of the call, from one.</summary>
    public Func<int, HttpContext, Task> Answer { get; set; } =
        (_, http) =>
        {
            http.Response.StatusCode = 204;
            return Task.CompletedTask;
        };

    public string Url { get; private set; } = string.Empty;

    public static async Task<Receiver> Start()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver._app.MapPost("/hook", receiver.Take);
        await receiver._app.StartAsync();
        var address = receiver._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        receiver.Url = $"{address}/hook";
        return receiver;
    }

    public void Answers(params int[] statuses) =>
        Answer = (call, http) =>
        {
            http.Response.StatusCode = statuses[Math.Min(call, statuses.Length) - 1];
            return Task.CompletedTask;
        };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Take(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var headers = http.Request.Headers;
        Calls.Enqueue(
            new(
                headers["webhook-id"]!,
                DateTimeOffset.FromUnixTimeSeconds(long.Parse(headers["webhook-timestamp"]!, null)),
                headers["webhook-signature"]!,
                http.Request.ContentType,
                await reader.ReadToEndAsync()
            )
        );
        await Answer(Calls.Count, http);
    }
}
