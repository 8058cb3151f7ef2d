using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PracticeAnalysis.Http;

/// <summary>NDJSON: one value a line.</summary>
public static class Ndjson
{
    /// <summary>The media type.</summary>
    public const string Type = "application/x-ndjson";

    /// <summary>The names by which it goes: of media types, ours first.</summary>
    public static IReadOnlyList<string> Types { get; } = [Type, "application/ndjson", "application/jsonl"];

    /// <summary>By which of its names the caller asks for it rather than for JSON; null where for JSON.</summary>
    public static string? Asked(HttpRequest request) =>
        MediaTypes.Best(request, ["application/json", .. Types]) is { } best && Types.Contains(best) ? best : null;
}

/// <summary>An answer of one value a line, sent as they come.</summary>
/// <param name="type">The media type, by the name that was asked for.</param>
public sealed class Lines<T>(IAsyncEnumerable<T> values, string type = Ndjson.Type) : IResult
{
    private const int Portion = 64 * 1024;
    private static readonly byte[] End = "\n"u8.ToArray();

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var json = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var cancel = httpContext.RequestAborted;
        httpContext.Response.ContentType = type;
        var body = httpContext.Response.BodyWriter;
        await using var writer = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = json.Encoder, SkipValidation = true });
        var waiting = 0L;
        await foreach (var value in values.WithCancellation(cancel))
        {
            JsonSerializer.Serialize(writer, value, json);
            writer.Flush();
            waiting += writer.BytesCommitted + End.Length;
            writer.Reset();
            body.Write(End);
            if (waiting > Portion)
            {
                await body.FlushAsync(cancel);
                waiting = 0;
            }
        }

        await body.FlushAsync(cancel);
    }
}
