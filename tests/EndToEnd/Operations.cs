using System.Text.Json.Nodes;
using PracticeAnalysis.Gateway;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EndToEnd;

/// <summary>One operation of the API, as its OpenAPI document says.</summary>
/// <param name="Service">Which service answers it.</param>
/// <param name="Path">With its parameters in braces.</param>
/// <param name="Roles">Who may use it, as the document says.</param>
/// <param name="Scope">What a token must hold for it, as the document says.</param>
/// <param name="Body">A body that its schema accepts; null where it takes none.</param>
public sealed record Operation(string Service, string Method, string Path, IReadOnlyList<string> Roles, string Scope, JsonNode? Body)
{
    /// <summary>The media type of its body.</summary>
    public string Media { get; init; } = "application/json";

    /// <summary>The parameters of its query.</summary>
    public IReadOnlyList<string> Takes { get; init; } = [];

    /// <summary>All that the document says of it.</summary>
    public JsonObject Says { get; init; } = [];

    /// <summary>The schemas that it refers to, by their names.</summary>
    public JsonObject Schemas { get; init; } = [];

    /// <summary>Whether it asks for <c>If-Match</c>.</summary>
    public bool NeedsIfMatch =>
        (Says["parameters"] as JsonArray ?? []).Any(p => p!["$ref"]?.ToString().EndsWith("/IfMatch", StringComparison.Ordinal) == true);

    /// <summary>Whether its body is one value a line.</summary>
    public bool TakesLines => Media == Ndjson.Type;

    /// <summary>Whether it asks for no token: what it shows is said by its path.</summary>
    public bool IsOpen => Roles.Count == 0;

    /// <summary>As the table of access names it.</summary>
    public override string ToString() => $"{Method} {Path}";
}

/// <summary>Every operation of the three services.</summary>
public static class Operations
{
    /// <summary>Reads the documents through the gateway.</summary>
    public static async Task<IReadOnlyList<Operation>> Read(SystemFixture system)
    {
        var operations = new List<Operation>();
        foreach (var service in ServiceRoutes.Services)
        {
            var (_, document) = await system.Ask(new("t", Roles.Practice, Guid.NewGuid()), $"/openapi/{service}.json");
            var schemas = document!["components"]?["schemas"]?.AsObject() ?? [];
            operations.AddRange(
                document["paths"]!
                    .AsObject()
                    .SelectMany(path =>
                        path.Value!.AsObject().Select(o => Of(service, o.Key.ToUpperInvariant(), path.Key, o.Value!.AsObject(), schemas))
                    )
            );
        }

        return [.. operations.OrderBy(o => o.Path, StringComparer.Ordinal).ThenBy(o => o.Method, StringComparer.Ordinal)];
    }

    private static Operation Of(string service, string method, string path, JsonObject operation, JsonObject schemas)
    {
        var roles = operation["x-roles"]!.AsArray().Select(r => r!.GetValue<string>()).ToArray();
        var bodies = operation["requestBody"]?["content"]?.AsObject();
        var media =
            bodies is null ? "application/json"
            : bodies.ContainsKey(Ndjson.Type) ? Ndjson.Type
            : bodies.Single().Key;
        var schema = bodies?[media]?["schema"];
        var scope = (operation["security"] as JsonArray)?.FirstOrDefault()?["bearer"]?[0]?.GetValue<string>() ?? string.Empty;
        return new(service, method, path, roles, scope, schema is null ? null : Sample(schema, schemas))
        {
            Media = media,
            Says = operation,
            Schemas = schemas,
            Takes =
            [
                .. (operation["parameters"] as JsonArray ?? [])
                    .Where(p => p!["in"]?.ToString() == "query")
                    .Select(p => p!["name"]!.ToString()),
            ],
        };
    }

    /// <summary>The least that a schema accepts.</summary>
    private static JsonNode? Sample(JsonNode schema, JsonObject schemas)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            return Sample(schemas[reference.Split('/')[^1]]!, schemas);
        }

        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices)
        {
            return Sample(choices.First(c => c!["type"]?.ToString() != "null")!, schemas);
        }

        if (schema["enum"] is JsonArray words)
        {
            return words.First(w => w is not null)!.DeepClone();
        }

        var type = schema["type"] is JsonArray types ? types.First(t => t!.ToString() != "null")!.ToString() : schema["type"]?.ToString();
        return (type, schema["format"]?.ToString()) switch
        {
            ("object", _) => new JsonObject(
                (schema["required"] as JsonArray ?? []).Select(r =>
                    KeyValuePair.Create(r!.ToString(), Sample(schema["properties"]![r.ToString()]!, schemas))
                )
            ),
            // What the document says nothing of takes any word.
            ("array", _) => new JsonArray(schema["items"] is { } item ? Sample(item, schemas) : JsonValue.Create("x")),
            ("integer" or "number", _) => JsonValue.Create(1),
            ("boolean", _) => JsonValue.Create(false),
            (_, "uuid") => JsonValue.Create(Guid.Empty),
            (_, "date-time") => JsonValue.Create("2026-01-05T09:00:00Z"),
            (_, "date") => JsonValue.Create("2026-01-05"),
            _ => JsonValue.Create("x"),
        };
    }
}
