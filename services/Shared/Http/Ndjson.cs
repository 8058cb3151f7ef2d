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

    /// <summary>Whether the caller accepts it.</summary>
    public static bool IsAccepted(HttpRequest request) => request.GetTypedHeaders().Accept.Any(a => a.MediaType == Type);
}

/// <summary>An answer of one value a line, sent as they come.</summary>
public sealed class Lines<T>(IAsyncEnumerable<T> values) : IResult
{
    private const int Portion = 64 * 1024;
    private static readonly byte[] End = "\n"u8.ToArray();

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var json = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var cancel = httpContext.RequestAborted;
        httpContext.Response.ContentType = Ndjson.Type;
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
