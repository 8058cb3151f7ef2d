using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.OpenApi;

/// <summary>What holds for every schema: what its members mean, and the bounds that the reader of JSON keeps.</summary>
internal static class SchemaPass
{
    private const long MostExact = 9_007_199_254_740_991;
    private const int MostAnswered = 1_000_000;
    private static readonly NullabilityInfoContext Nullability = new();
    private static readonly string[] Keywords = ["properties", "patternProperties", "$defs", "schemas"];

    private const string Listed = "What was asked for, in order.";

    // What a member of this name and type means wherever nothing else is said of it.
    private static readonly Dictionary<(string Name, Type Type), string> Usual = new()
    {
        [("id", typeof(Guid))] = "Opaque id; it never changes.",
        [("version", typeof(long))] = "How many facts its state is made of, as the reader's role counts them: what If-Match names.",
        [("engagement", typeof(Guid))] = "Opaque id of the engagement.",
        [("establishment", typeof(Guid))] = "Opaque id of the establishment.",
        [("facilitator", typeof(Guid))] = "Opaque id of the facilitator.",
        [("group", typeof(Guid))] = "Opaque id of the group.",
        [("session", typeof(Guid))] = "Opaque id of the session.",
        [("person", typeof(Guid))] = "Opaque id of the person.",
        [("next", typeof(string))] = "The cursor of the portion that follows, for after; null at the end.",
        [("occurredAt", typeof(DateTimeOffset))] = "When it happened, as whoever recorded it says.",
        [("recordedAt", typeof(DateTimeOffset))] = "When it was stored.",
    };

    internal static void Apply(JsonObject document, SchemaNames names, XmlDocs docs)
    {
        var schemas = document["components"]?["schemas"]?.AsObject() ?? [];
        // Parameters say their closed lists themselves.
        foreach (var (name, _) in names.Types.Where(t => Word.ListOf(t.Value) is not null))
        {
            schemas.Remove(name);
        }

        var asked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, operation) in document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()))
        {
            Reach(operation!["requestBody"], schemas, asked);
        }

        foreach (var (name, node) in schemas)
        {
            if (names.Types.GetValueOrDefault(name) is { } type)
            {
                Describe(node!.AsObject(), type, docs);
            }

            Bound(node, asked.Contains(name));
        }

        Bound(document["paths"], isAsked: false);
    }

    // What a body is made of.
    private static void Reach(JsonNode? node, JsonObject schemas, HashSet<string> reached)
    {
        switch (node)
        {
            case JsonObject held:
                if (held["$ref"]?.GetValue<string>().Split('/')[^1] is { } name && schemas.ContainsKey(name) && reached.Add(name))
                {
                    Reach(schemas[name], schemas, reached);
                }

                foreach (var (_, child) in held)
                {
                    Reach(child, schemas, reached);
                }

                break;
            case JsonArray list:
                foreach (var child in list)
                {
                    Reach(child, schemas, reached);
                }

                break;
        }
    }

    private static void Describe(JsonObject schema, Type type, XmlDocs docs)
    {
        if (docs.Of(type) is { } about)
        {
            schema["description"] ??= about;
        }

        if (type == typeof(Narrative))
        {
            schema["type"] = "string";
            schema["minLength"] = 1;
        }

        // Whether it may be absent is said where it stands, not by the words themselves.
        if (schema["enum"] is JsonArray words)
        {
            schema["type"] = "string";
            schema["enum"] = new JsonArray([.. words.Where(w => w is not null).Select(w => w!.DeepClone())]);
            schema["description"] = string.Join("\n", (IEnumerable<string>)[$"{schema["description"]}", .. Each(type, docs)]).Trim();
        }

        if (schema["properties"] is not JsonObject members)
        {
            return;
        }

        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .GroupBy(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))
            .ToDictionary(g => g.Key, g => g.First());
        foreach (var (member, node) in members.ToList())
        {
            if (node is not JsonObject shape || properties.GetValueOrDefault(member) is not { } property)
            {
                continue;
            }

            // What is left out where it is null need not be there.
            if (property.GetCustomAttribute<JsonIgnoreAttribute>() is { Condition: JsonIgnoreCondition.WhenWritingNull })
            {
                NotRequired(schema, member);
            }

            var nullable = Nullability.Create(property).ReadState == NullabilityState.Nullable;
            if (property.PropertyType == typeof(JsonNode))
            {
                // Any JSON.
                shape.Clear();
                nullable = false;
            }

            Type(shape, property.PropertyType, nullable);
            if (nullable && shape["$ref"] is { } reference)
            {
                shape.Remove("$ref");
                shape["oneOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, new JsonObject { ["$ref"] = reference.DeepClone() });
            }

            var plain = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if ((docs.Of(property) ?? Usual.GetValueOrDefault((member, plain)) ?? (member == "items" ? Listed : null)) is { } said)
            {
                shape["description"] = said;
            }

            if (property.GetCustomAttribute<DeprecatedMemberAttribute>() is { Instead: var instead })
            {
                shape["deprecated"] = true;
                shape["description"] = $"{shape["description"]} Read {instead} instead.";
            }

            if (property.GetCustomAttribute<BetweenAttribute>() is { } bounds)
            {
                Between(shape, bounds);
            }

            if (property.GetCustomAttribute<ClosedListAttribute>() is { Words: var closed })
            {
                ((shape["items"] as JsonObject) ?? shape)["enum"] = new JsonArray([.. closed.Select(w => (JsonNode)w)]);
            }
        }
    }

    /// <summary>Between which numbers it lies.</summary>
    internal static void Between(JsonObject shape, BetweenAttribute bounds) =>
        (shape["minimum"], shape["maximum"]) = (bounds.Least, bounds.Most);

    // What each word of a closed list means.
    private static IEnumerable<string> Each(Type type, XmlDocs docs) =>
        from word in Enum.GetValues(Nullable.GetUnderlyingType(type) ?? type).Cast<Enum>()
        let about = docs.Of(word)
        where about is not null
        select $"- `{Words.Of(word)}`: {about}";

    private static void NotRequired(JsonObject schema, string member)
    {
        if (schema["required"] is JsonArray required)
        {
            schema["required"] = new JsonArray([.. required.Where(r => r!.GetValue<string>() != member).Select(r => r!.DeepClone())]);
        }
    }

    // A string is read by a reader of our own, of which the framework knows no type.
    internal static void Type(JsonObject shape, Type type, bool nullable)
    {
        if (type == typeof(string) || (type == typeof(Narrative?) && shape.Count == 0))
        {
            shape["type"] = nullable ? new JsonArray("string", "null") : "string";
            if (type != typeof(string))
            {
                shape["minLength"] = 1;
            }
        }
        else if (FormatOf(Nullable.GetUnderlyingType(type) ?? type) is { } format && shape["$ref"] is null)
        {
            shape["type"] = nullable ? new JsonArray("null", "string") : "string";
            shape["format"] = format;
        }
        else if (ValueOf(type, typeof(IReadOnlyDictionary<,>)) is { } value && shape["additionalProperties"] is JsonObject values)
        {
            Type(values, value, nullable: false);
        }
        else if (ValueOf(type, typeof(IEnumerable<>)) is { } item && shape["$ref"] is null && shape["oneOf"] is null)
        {
            var items = shape["items"] as JsonObject ?? [];
            Type(items, item, nullable: false);
            shape.Remove("items");
            shape["items"] = items;
        }
    }

    // Instants and days are read by a reader of our own, of which the generator knows no form.
    private static string? FormatOf(Type type) =>
        type == typeof(DateTimeOffset) ? "date-time"
        : type == typeof(DateOnly) ? "date"
        : null;

    private static Type? ValueOf(Type type, Type generic) =>
        type.GetInterfaces()
            .Append(type)
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == generic)
            ?.GetGenericArguments()[^1];

    // Every schema of the document, wherever it stands: a member's name is no keyword.
    private static void Bound(JsonNode? node, bool isAsked, bool isMap = false)
    {
        switch (node)
        {
            case JsonObject schema:
                if (!isMap)
                {
                    Limit(schema, isAsked);
                }

                foreach (var (name, child) in schema.ToList())
                {
                    Bound(child, isAsked, !isMap && Keywords.Contains(name));
                }

                break;
            case JsonArray list:
                foreach (var child in list)
                {
                    Bound(child, isAsked);
                }

                break;
        }
    }

    private static void Limit(JsonObject schema, bool isAsked)
    {
        // What our own reader of instants reads has a format alone.
        if (schema["format"]?.GetValue<string>() is "date-time" or "date" && schema["type"] is null)
        {
            schema["type"] = "string";
        }

        if (schema["enum"] is not null || schema["const"] is not null)
        {
            return;
        }

        if (Is(schema, "string"))
        {
            schema["maxLength"] ??= schema["format"]?.GetValue<string>() switch
            {
                "uuid" => 36,
                "date" => 10,
                "date-time" => 40,
                _ => Narrative.MaxLength,
            };
        }

        if (Is(schema, "integer"))
        {
            schema["format"] ??= "int32";
            var most = schema["format"]!.GetValue<string>() == "int64" ? MostExact : int.MaxValue;
            // What is answered counts, measures or numbers something: none of it is negative. What is asked for is as its command bounds it.
            schema["minimum"] ??=
                !isAsked ? 0
                : most == MostExact ? -MostExact
                : int.MinValue;
            schema["maximum"] ??= most;
        }

        if (Is(schema, "array"))
        {
            schema["maxItems"] ??= isAsked ? StrictJson.MostItems : MostAnswered;
        }
    }

    private static bool Is(JsonObject schema, string type) =>
        schema["type"] switch
        {
            JsonArray several => several.Any(t => t!.GetValue<string>() == type),
            JsonValue one => one.GetValueKind() == JsonValueKind.String && one.GetValue<string>() == type,
            _ => false,
        };
}
