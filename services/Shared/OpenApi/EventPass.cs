using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using PracticeAnalysis.Http;

namespace PracticeAnalysis.OpenApi;

using Routes = Dictionary<(string Path, string Method), ApiDescription>;

/// <summary>The events that those outside are told of, each with a schema of its own: the feed's items and the calls of webhooks refer to the same.</summary>
internal static class EventPass
{
    /// <summary>What every event is, whatever its type: clients of which the type is younger read this much of it.</summary>
    internal const string Envelope = "CloudEvent";

    /// <summary>Any event of the feed.</summary>
    internal const string Any = "PublicEvent";

    private const string Data = "EventData";
    private const string SampleId = "01a20d7e-0000-7000-8000-000000000002";

    internal static void Apply(JsonObject document, Routes routes)
    {
        foreach (var (route, described) in routes)
        {
            if (OperationPass.Of<TellsEvents>(described) is { } tells)
            {
                Tell(document, document["paths"]![route.Path]![route.Method]!, tells.Types);
            }
        }
    }

    private static void Tell(JsonObject document, JsonNode operation, IReadOnlyList<EventType> types)
    {
        var schemas = document["components"]!["schemas"]!.AsObject();
        var content = operation["responses"]!["200"]!["content"]!;
        var page = content["application/json"]!["schema"]!["$ref"]!.GetValue<string>().Split('/')[^1];
        schemas[page]!["properties"]!["items"]!["items"] = OperationPass.Ref("schemas", Any);
        if (content[EventStream.Type] is { } stream)
        {
            stream["x-data"] = OperationPass.Ref("schemas", Any);
        }

        schemas[Data] = EventData();
        schemas[Envelope] = CloudEvent(types);
        schemas[Any] = new JsonObject
        {
            ["description"] = "An event of the feed, by its type. More types may come: pass over one that you do not know.",
            ["oneOf"] = new JsonArray([.. types.Where(t => t.IsInFeed).Select(t => OperationPass.Ref("schemas", NameOf(t)))]),
            ["discriminator"] = ByType(types.Where(t => t.IsInFeed)),
        };
        foreach (var type in types)
        {
            schemas[NameOf(type)] = Of(type);
        }

        document["webhooks"] = new JsonObject(
            types
                .Where(t => t.Called.Count > 0)
                .Select(t => KeyValuePair.Create<string, JsonNode?>(t.Name, new JsonObject { ["post"] = Call(t) }))
        );
    }

    // bilan.published is a BilanPublishedEvent.
    private static string NameOf(EventType type) =>
        string.Concat(type.Name.Split('.', '-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + "Event";

    private static JsonObject ByType(IEnumerable<EventType> types) =>
        new()
        {
            ["propertyName"] = "type",
            ["mapping"] = new JsonObject(
                types.Select(t => KeyValuePair.Create<string, JsonNode?>(t.Type, $"#/components/schemas/{NameOf(t)}"))
            ),
        };

    private static JsonObject CloudEvent(IEnumerable<EventType> types) =>
        new()
        {
            ["type"] = "object",
            ["description"] = "A CloudEvents 1.0 envelope: that something happened and where it can be read, nothing of what was said.",
            ["required"] = new JsonArray("specversion", "id", "source", "type", "subject", "time", "datacontenttype", "data"),
            ["properties"] = new JsonObject
            {
                ["specversion"] = Constant("1.0", "The version of CloudEvents that the envelope follows."),
                ["id"] = Text("The same whenever it is told: a repetition is known by it, and it is a cursor of the feed.", "uuid"),
                ["source"] = Text("Who tells of it: the system, whichever of its parts.", "uri-reference"),
                ["type"] = Text("What happened, and the version of how it is told."),
                ["subject"] = Text("The path of the resource that it is about, read with a token of one's own.", "uri-reference"),
                ["time"] = Text("When it was recorded: order events by it.", "date-time"),
                ["datacontenttype"] = Constant("application/json", "The media type of data."),
                ["data"] = new JsonObject
                {
                    ["$ref"] = $"#/components/schemas/{Data}",
                    ["description"] = "Where it can be read, again: receivers of CloudEvents look for it here.",
                },
            },
            ["discriminator"] = ByType(types),
        };

    private static JsonObject EventData() =>
        new()
        {
            ["type"] = "object",
            ["description"] = "What an event says beside its envelope.",
            ["required"] = new JsonArray("resource"),
            ["properties"] = new JsonObject { ["resource"] = Text("The same path as subject.", "uri-reference") },
        };

    private static JsonObject Of(EventType type) =>
        new()
        {
            ["title"] = type.Name,
            ["description"] = type.Says,
            ["allOf"] = new JsonArray(
                OperationPass.Ref("schemas", Envelope),
                new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject
                    {
                        ["type"] = Constant(type.Type, "What happened, and the version of how it is told."),
                        ["subject"] = Text($"Where it is read: `{type.Resource}`.", "uri-reference"),
                    },
                }
            ),
        };

    private static JsonObject Call(EventType type) =>
        new()
        {
            ["operationId"] = "on" + NameOf(type)[..^"Event".Length],
            ["tags"] = new JsonArray("webhooks"),
            ["summary"] = type.Says,
            ["description"] =
                $"Sent to the address of each webhook that asked for it, signed by its secret. Roles: {string.Join(", ", type.Called)}.",
            ["security"] = new JsonArray(),
            ["x-roles"] = new JsonArray([.. type.Called.Select(r => JsonValue.Create(r))]),
            ["parameters"] = new JsonArray([.. CommonParts.OfCalls.Select(name => OperationPass.Ref("parameters", name))]),
            ["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = new JsonObject
                {
                    ["application/cloudevents+json"] = new JsonObject
                    {
                        ["schema"] = OperationPass.Ref("schemas", NameOf(type)),
                        ["example"] = Example(type),
                    },
                },
            },
            ["responses"] = new JsonObject
            {
                ["2XX"] = Answer("Taken. It comes within ten seconds; work afterwards."),
                ["410"] = Answer("Nobody listens any more: the webhook is disabled at once."),
                ["default"] = Answer("Failed, as a redirect and no answer are: it comes again, ten times in all, over three days."),
            },
        };

    private static JsonObject Example(EventType type)
    {
        var resource = type.Resource.Replace("{id}", SampleId, StringComparison.Ordinal);
        return new()
        {
            ["specversion"] = "1.0",
            ["id"] = "01a20d7e-0000-7000-8000-000000000001",
            ["source"] = "/practice-analysis",
            ["type"] = type.Type,
            ["subject"] = resource,
            ["time"] = "2026-03-02T09:00:00Z",
            ["datacontenttype"] = "application/json",
            ["data"] = new JsonObject { ["resource"] = resource },
        };
    }

    private static JsonObject Answer(string says) => new() { ["description"] = says };

    private static JsonObject Constant(string value, string says) =>
        new()
        {
            ["type"] = "string",
            ["const"] = value,
            ["description"] = says,
        };

    private static JsonObject Text(string says, string? format = null)
    {
        var schema = new JsonObject { ["type"] = "string", ["description"] = says };
        if (format is not null)
        {
            schema["format"] = format;
        }

        return schema;
    }
}
