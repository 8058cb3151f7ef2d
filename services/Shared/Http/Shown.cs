using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Http;

/// <summary>A view that shows texts: those that were erased are null in it, and listed.</summary>
public abstract record ShowsTexts
{
    /// <summary>Where a text stood that was erased, as JSON pointers (RFC 6901) into this body; absent where none was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Erased { get; init; }
}

/// <summary>An answer as JSON. A text that was erased shows as null, and <c>erased</c> lists where: null alone says that there never was one.</summary>
public sealed class Shown(object body, int status = StatusCodes.Status200OK) : IResult
{
    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var json = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        await httpContext.Response.Body.WriteAsync(Bytes(body, json), httpContext.RequestAborted);
    }

    /// <summary>The bytes of the answer.</summary>
    public static byte[] Bytes(object body, JsonSerializerOptions json)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), json);

        // The mark is written with its U+0000 escaped, which stands in no other text.
        if (bytes.AsSpan().IndexOf("\\u0000"u8) < 0)
        {
            return bytes;
        }

        var root = JsonNode.Parse(bytes)!.AsObject();
        var erased = new JsonArray();
        Mark(root, string.Empty, erased);
        root["erased"] = erased;
        return JsonSerializer.SerializeToUtf8Bytes(root, json);
    }

    private static void Mark(JsonNode? node, string at, JsonArray erased)
    {
        switch (node)
        {
            case JsonObject o:
                foreach (var (name, value) in o.ToList())
                {
                    if (IsMark(value))
                    {
                        o[name] = null;
                        erased.Add($"{at}/{name}");
                    }
                    else
                    {
                        Mark(value, $"{at}/{name}", erased);
                    }
                }

                break;
            case JsonArray a:
                for (var i = 0; i < a.Count; i++)
                {
                    if (IsMark(a[i]))
                    {
                        a[i] = null;
                        erased.Add($"{at}/{i}");
                    }
                    else
                    {
                        Mark(a[i], $"{at}/{i}", erased);
                    }
                }

                break;
        }
    }

    private static bool IsMark(JsonNode? node) => node is JsonValue v && v.TryGetValue(out string? text) && text == TextOpener.Erased;
}
