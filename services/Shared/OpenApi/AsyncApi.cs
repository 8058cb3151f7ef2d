using System.Text.Json.Nodes;
using PracticeAnalysis.Http;

namespace PracticeAnalysis.OpenApi;

/// <summary>What is told unasked, as AsyncAPI 3.0: the calls of webhooks, and the feed as a stream. It is drawn from the document of the one origin, and its
/// messages are of the same schemas.</summary>
public static class AsyncApi
{
    /// <summary>The document's text.</summary>
    /// <param name="contract">The OpenAPI document of the one origin.</param>
    public static string Of(string contract)
    {
        var document = JsonNode.Parse(contract)!.AsObject();
        var components = document["components"]!.AsObject();
        var schemas = components["schemas"]!.AsObject();
        var calls = document["webhooks"]!.AsObject().ToDictionary(w => w.Key, w => w.Value!["post"]!["requestBody"]!["content"]!);
        var (path, feed) = Feed(document);
        var told = schemas[EventPass.Any]!["oneOf"]!
            .AsArray()
            .Select(NameOf)
            .ToDictionary(name => schemas[name]!["title"]!.GetValue<string>());
        var used = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        Gather(document["webhooks"], schemas, used);
        Gather(schemas[EventPass.Any], schemas, used);
        var drawn = new JsonObject
        {
            ["asyncapi"] = "3.0.0",
            ["info"] = new JsonObject
            {
                ["title"] = "PracticeAnalysis",
                ["version"] = document["info"]!["version"]!.DeepClone(),
                ["description"] =
                    "What the system tells unasked: calls of webhooks, and the feed as a stream. What it is asked is in [the OpenAPI document](/openapi/gateway.json), "
                    + "how to use both in [the guide](/guides/webhooks).",
                ["contact"] = document["info"]!["contact"]!.DeepClone(),
            },
            ["defaultContentType"] = "application/json",
            ["servers"] = new JsonObject
            {
                ["gateway"] = Server("gateway.example", "The origin that this document came from."),
                ["receiver"] = Server("receiver.example", "Whoever subscribed a webhook."),
            },
            ["channels"] = new JsonObject
            {
                ["webhooks"] = new JsonObject
                {
                    // Each webhook has its own.
                    ["address"] = null,
                    ["servers"] = new JsonArray(Ref("servers/receiver")),
                    ["description"] =
                        "The address that a webhook was subscribed with. Calls come one at a time; those that fail come again.",
                    ["messages"] = Object(calls.Select(c => KeyValuePair.Create(c.Key, Called(c.Key, c.Value, schemas)))),
                },
                ["feed"] = new JsonObject
                {
                    ["address"] = path,
                    ["servers"] = new JsonArray(Ref("servers/gateway")),
                    ["description"] = Content(feed, EventStream.Type)["schema"]!["description"]!.DeepClone(),
                    ["messages"] = Object(
                        told.Select(t => KeyValuePair.Create(t.Key, Message(t.Key, t.Value, schemas)))
                            .Append(KeyValuePair.Create("end", End()))
                    ),
                },
            },
            ["operations"] = new JsonObject
            {
                ["callWebhook"] = Sends("webhooks", "Call those who subscribed.", new JsonObject { ["method"] = "POST" }),
                ["streamEvents"] = Sends(
                    "feed",
                    feed["summary"]!.GetValue<string>(),
                    new JsonObject { ["method"] = "GET", ["query"] = Query(feed) }
                ),
            },
            ["components"] = new JsonObject
            {
                ["schemas"] = Object(used.Select(s => KeyValuePair.Create(s.Key, Schema(s.Value)))),
                ["messageTraits"] = new JsonObject { ["signed"] = new JsonObject { ["headers"] = Headers(components["parameters"]!) } },
                ["securitySchemes"] = new JsonObject { ["bearer"] = components["securitySchemes"]!["bearer"]!.DeepClone() },
            },
        };
        drawn["operations"]!["streamEvents"]!["security"] = new JsonArray(Ref("components/securitySchemes/bearer"));
        return drawn.ToJsonString(ApiDocument.Layout) + "\n";
    }

    private static (string Path, JsonNode Operation) Feed(JsonObject document) =>
        document["paths"]!
            .AsObject()
            .Select(p => (p.Key, Operation: p.Value!["get"]))
            .Where(p =>
                p.Operation?["responses"]!["200"]?["content"]?[EventStream.Type]?["x-data"] is { } data && NameOf(data) == EventPass.Any
            )
            .Select(p => (p.Key, p.Operation!))
            .Single();

    private static JsonObject Called(string name, JsonNode content, JsonObject schemas)
    {
        var (media, body) = content.AsObject().Single();
        var message = Message(name, NameOf(body!["schema"]), schemas);
        message["contentType"] = media;
        message["traits"] = new JsonArray(Ref("components/messageTraits/signed"));
        message["examples"] = new JsonArray(new JsonObject { ["payload"] = body["example"]!.DeepClone() });
        return message;
    }

    private static JsonObject Message(string name, string schema, JsonObject schemas) =>
        new()
        {
            ["name"] = name,
            ["summary"] = schemas[schema]!["description"]!.DeepClone(),
            ["payload"] = Ref($"components/schemas/{schema}"),
        };

    private static JsonObject End() =>
        new()
        {
            ["name"] = "end",
            ["summary"] = "The stream ends.",
            ["payload"] = new JsonObject
            {
                ["type"] = "object",
                ["required"] = new JsonArray("code"),
                ["properties"] = new JsonObject
                {
                    ["code"] = new JsonObject
                    {
                        ["type"] = "string",
                        ["description"] = "Why, in a word; the channel says what to do then.",
                    },
                },
            },
        };

    private static JsonObject Sends(string channel, string summary, JsonObject http)
    {
        http["bindingVersion"] = "0.3.0";
        return new()
        {
            ["action"] = "send",
            ["channel"] = Ref($"channels/{channel}"),
            ["summary"] = summary,
            ["bindings"] = new JsonObject { ["http"] = http },
        };
    }

    // What a stream is asked with: it has no pages.
    private static JsonObject Query(JsonNode operation) =>
        new()
        {
            ["type"] = "object",
            ["properties"] = Object(
                operation["parameters"]!
                    .AsArray()
                    .Where(p => p!["in"]?.GetValue<string>() == "query" && p["name"]!.GetValue<string>() != "limit")
                    .Select(p => KeyValuePair.Create(p!["name"]!.GetValue<string>(), Described(p)))
            ),
        };

    private static JsonObject Headers(JsonNode parameters)
    {
        var headers = CommonParts.OfCalls.Select(name => parameters[name]!).ToList();
        return new()
        {
            ["type"] = "object",
            ["required"] = new JsonArray([.. headers.Select(h => h["name"]!.DeepClone())]),
            ["properties"] = Object(headers.Select(h => KeyValuePair.Create(h["name"]!.GetValue<string>(), Described(h)))),
        };
    }

    private static JsonObject Described(JsonNode parameter)
    {
        var schema = parameter["schema"]!.DeepClone().AsObject();
        schema["description"] = parameter["description"]!.DeepClone();
        if (parameter["example"] is { } example)
        {
            schema["examples"] = new JsonArray(example.DeepClone());
        }

        return schema;
    }

    // The host is whoever runs it.
    private static JsonObject Server(string example, string says) =>
        new()
        {
            ["host"] = "{host}",
            ["protocol"] = "https",
            ["description"] = says,
            ["variables"] = new JsonObject { ["host"] = new JsonObject { ["default"] = example } },
        };

    private static void Gather(JsonNode? node, JsonObject schemas, SortedDictionary<string, JsonNode> used)
    {
        switch (node)
        {
            case JsonObject held:
                if (held["$ref"] is not null && NameOf(held) is var name && schemas[name] is { } schema && used.TryAdd(name, schema))
                {
                    Gather(schema, schemas, used);
                }

                foreach (var (_, child) in held)
                {
                    Gather(child, schemas, used);
                }

                break;
            case JsonArray list:
                foreach (var child in list)
                {
                    Gather(child, schemas, used);
                }

                break;
        }
    }

    // A discriminator is its property's name here; the values are constants of the schemas.
    private static JsonObject Schema(JsonNode schema)
    {
        var copy = schema.DeepClone().AsObject();
        if (copy["discriminator"]?["propertyName"] is { } property)
        {
            copy["discriminator"] = property.DeepClone();
        }

        return copy;
    }

    private static JsonNode Content(JsonNode operation, string media) => operation["responses"]!["200"]!["content"]![media]!;

    private static string NameOf(JsonNode? reference) => reference!["$ref"]!.GetValue<string>().Split('/')[^1];

    private static JsonObject Ref(string to) => new() { ["$ref"] = $"#/{to}" };

    private static JsonObject Object(IEnumerable<KeyValuePair<string, JsonObject>> members) =>
        new(members.Select(m => KeyValuePair.Create<string, JsonNode?>(m.Key, m.Value)));
}
