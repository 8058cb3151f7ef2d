using System.Text.Json.Nodes;

namespace PracticeAnalysis.OpenApi;

/// <summary>The documents of the services as one, for the one origin. A schema, example or response of one name and another content in
/// two services takes its service's name before its own.</summary>
public static class OpenApiMerge
{
    // The gateway's own operations.
    private static readonly (string Path, string Id, string Summary)[] Own =
    [
        ("/v1/persons/me/export", "getPersonMeExport", "Export what all services hold of oneself"),
        ("/v1/persons/me/waiting", "getPersonMeWaiting", "List what waits for one's own word"),
    ];

    private static readonly string[] Renamed = ["schemas", "examples"];

    /// <summary>The merged document's text.</summary>
    /// <param name="documents">Each service's document, by its name.</param>
    public static string Of(IReadOnlyDictionary<string, string> documents)
    {
        var parsed = documents.ToDictionary(d => d.Key, d => JsonNode.Parse(d.Value)!.AsObject());
        var clashing = Renamed.ToDictionary(part => part, part => Clashing(parsed.Values, part));
        var paths = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        var tags = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        var webhooks = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        var components = new SortedDictionary<string, SortedDictionary<string, JsonNode>>(StringComparer.Ordinal);
        foreach (var (service, document) in parsed)
        {
            var own = JsonNode.Parse(Rename(document.ToJsonString(), service, clashing))!.AsObject();
            foreach (var (path, item) in own["paths"]!.AsObject())
            {
                if (!paths.TryGetValue(path, out var operations))
                {
                    paths[path] = operations = [];
                }

                foreach (var (method, operation) in item!.AsObject())
                {
                    operations.Add(method, operation!.DeepClone());
                }
            }

            foreach (var (name, call) in own["webhooks"] as JsonObject ?? [])
            {
                webhooks[name] = call!.DeepClone();
            }

            foreach (var tag in own["tags"]!.AsArray())
            {
                tags[tag!["name"]!.GetValue<string>()] = tag.DeepClone();
            }

            foreach (var (part, held) in own["components"]!.AsObject())
            {
                components.TryAdd(part, new(StringComparer.Ordinal));
                foreach (var (name, value) in held!.AsObject())
                {
                    var known = Renamed.Contains(part) && clashing[part].Contains(name) ? Of(service, name) : name;
                    components[part][known] = value!.DeepClone();
                }
            }
        }

        foreach (var own in Own)
        {
            if (Gathered(own, paths, components) is { } gathered)
            {
                paths[own.Path] = gathered;
            }
        }

        var merged = parsed.Values.First().DeepClone().AsObject();
        merged["info"]!["title"] = "PracticeAnalysis";
        merged["paths"] = Object(paths);
        merged["components"] = Object(components.Select(c => KeyValuePair.Create(c.Key, Object(c.Value))));
        merged["tags"] = new JsonArray([.. tags.Values]);
        merged["webhooks"] = Object(webhooks);
        return merged.ToJsonString(ApiDocument.Layout) + "\n";
    }

    // What each service answers, in one document, which is of no version.
    private static JsonObject? Gathered(
        (string Path, string Id, string Summary) own,
        SortedDictionary<string, JsonObject> paths,
        SortedDictionary<string, SortedDictionary<string, JsonNode>> components
    )
    {
        var parts = paths
            .Where(p => p.Key.StartsWith($"{own.Path}/", StringComparison.Ordinal))
            .Select(p => (Service: p.Key[(own.Path.Length + 1)..], Operation: p.Value["get"]!))
            .ToList();
        if (parts.Count == 0)
        {
            return null;
        }

        var whole = parts[0].Operation.DeepClone();
        whole["operationId"] = own.Id;
        whole["summary"] = own.Summary;
        whole["responses"]!.AsObject().Remove("304");
        whole["responses"]!["200"]!["headers"]!.AsObject().Remove("ETag");
        whole["parameters"]!.AsArray().RemoveAll(p => p!["$ref"]!.GetValue<string>().EndsWith("/IfNoneMatch", StringComparison.Ordinal));
        whole["responses"]!["200"]!["content"]!["application/json"] = new JsonObject
        {
            ["schema"] = new JsonObject
            {
                ["type"] = "object",
                ["required"] = new JsonArray([.. parts.Select(p => JsonValue.Create(p.Service))]),
                ["properties"] = Object(parts.Select(p => KeyValuePair.Create(p.Service, Answered(p.Operation)["schema"]!.DeepClone()))),
            },
            ["examples"] = new JsonObject
            {
                ["example"] = new JsonObject
                {
                    ["value"] = Object(parts.Select(p => KeyValuePair.Create(p.Service, Example(p.Operation)))),
                },
            },
        };
        return new JsonObject { ["get"] = whole };

        static JsonNode Answered(JsonNode operation) => operation["responses"]!["200"]!["content"]!["application/json"]!;

        JsonNode Example(JsonNode operation) =>
            components["examples"][Answered(operation)["examples"]!["example"]!["$ref"]!.GetValue<string>().Split('/')[^1]][
                "value"
            ]!.DeepClone();
    }

    private static HashSet<string> Clashing(IEnumerable<JsonObject> documents, string part) =>
        documents
            .SelectMany(d => d["components"]![part]!.AsObject())
            .GroupBy(p => p.Key, StringComparer.Ordinal)
            .Where(g => g.Select(p => p.Value!.ToJsonString()).Distinct().Skip(1).Any())
            .Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);

    private static string Rename(string text, string service, IReadOnlyDictionary<string, HashSet<string>> clashing) =>
        clashing
            .SelectMany(c => c.Value.Select(name => (Part: c.Key, Name: name)))
            .Aggregate(
                text,
                (renamed, c) =>
                    renamed.Replace(
                        $"\"#/components/{c.Part}/{c.Name}\"",
                        $"\"#/components/{c.Part}/{Of(service, c.Name)}\"",
                        StringComparison.Ordinal
                    )
            );

    private static string Of(string service, string name) => char.ToUpperInvariant(service[0]) + service[1..] + name;

    private static JsonObject Object<T>(IEnumerable<KeyValuePair<string, T>> members)
        where T : JsonNode => new(members.Select(m => KeyValuePair.Create<string, JsonNode?>(m.Key, m.Value)));
}
