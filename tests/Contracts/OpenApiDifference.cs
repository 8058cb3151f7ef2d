using System.Globalization;
using System.Text.Json.Nodes;

namespace PracticeAnalysis.Contracts.Golden;

/// <summary>What a client of an older contract would miss in a newer one: each breaking change, as a changelog names it.</summary>
public sealed class OpenApiDifference
{
    private static readonly double[] OfTypes = [int.MinValue, int.MaxValue, -9_007_199_254_740_991, 9_007_199_254_740_991];

    private readonly JsonObject _old;
    private readonly JsonObject _new;
    private readonly List<string> _breaks = [];
    private readonly HashSet<string> _compared = [];

    private OpenApiDifference(JsonObject older, JsonObject newer) => (_old, _new) = (older, newer);

    /// <summary>The breaking changes from one document to another.</summary>
    public static IReadOnlyList<string> Breaking(JsonObject older, JsonObject newer)
    {
        var difference = new OpenApiDifference(older, newer);
        foreach (var (path, item) in older["paths"]!.AsObject())
        {
            foreach (var (method, operation) in item!.AsObject())
            {
                difference.Operation($"{method.ToUpperInvariant()} {path}", operation!, newer["paths"]?[path]?[method]);
            }
        }

        return [.. difference._breaks.Distinct()];
    }

    private void Operation(string name, JsonNode older, JsonNode? newer)
    {
        if (newer is null)
        {
            _breaks.Add($"{name}: removed");
            return;
        }

        foreach (var role in Words(older["x-roles"]).Except(Words(newer["x-roles"])))
        {
            _breaks.Add($"{name}: no longer for {role}");
        }

        Parameters(name, older, newer);
        Body(name, older, newer);
        foreach (var (status, response) in older["responses"]!.AsObject())
        {
            if (newer["responses"]![status] is not { } kept)
            {
                _breaks.Add($"{name}: status {status} removed");
                continue;
            }

            foreach (var (media, content) in Resolve(_old, response!)["content"]?.AsObject() ?? [])
            {
                if (Resolve(_new, kept)["content"]?[media] is not { } answered)
                {
                    _breaks.Add($"{name}: {status} no longer as {media}");
                    continue;
                }

                Compare($"{name}: {status}", content!["schema"], answered["schema"], asked: false);
            }
        }
    }

    private void Parameters(string name, JsonNode older, JsonNode newer)
    {
        var before = List(_old, older["parameters"]).ToDictionary(p => $"{p["in"]} {p["name"]}");
        var after = List(_new, newer["parameters"]).ToDictionary(p => $"{p["in"]} {p["name"]}");
        foreach (var (key, parameter) in before)
        {
            if (!after.TryGetValue(key, out var kept))
            {
                _breaks.Add($"{name}: parameter {key} removed");
                continue;
            }

            Compare($"{name}: parameter {key}", parameter["schema"], kept["schema"], asked: true);
        }

        foreach (
            var (key, parameter) in after.Where(p => IsTrue(p.Value["required"]) && !IsTrue(before.GetValueOrDefault(p.Key)?["required"]))
        )
        {
            _breaks.Add($"{name}: parameter {key} newly required");
        }
    }

    private void Body(string name, JsonNode older, JsonNode newer)
    {
        foreach (var (media, content) in older["requestBody"]?["content"]?.AsObject() ?? [])
        {
            if (newer["requestBody"]?["content"]?[media] is not { } kept)
            {
                _breaks.Add($"{name}: body no longer read as {media}");
                continue;
            }

            Compare($"{name}: body", content!["schema"], kept["schema"], asked: true);
        }

        if (IsTrue(newer["requestBody"]?["required"]) && !IsTrue(older["requestBody"]?["required"]))
        {
            _breaks.Add($"{name}: body newly required");
        }
    }

    // What is asked may be read more widely, what is answered may be told more narrowly; never the other way round.
    private void Compare(string where, JsonNode? older, JsonNode? newer, bool asked)
    {
        if (
            older is null
            || newer is null
            || !_compared.Add($"{where}|{older.GetPath()}|{newer.GetPath()}")
            || where.Count(c => c == '/') > 40
        )
        {
            return;
        }

        var (before, mayBeNull) = Plain(_old, older);
        var (after, mayBeNullNow) = Plain(_new, newer);
        if (asked ? mayBeNull && !mayBeNullNow : mayBeNullNow && !mayBeNull)
        {
            _breaks.Add(asked ? $"{where} may no longer be null" : $"{where} may now be null");
        }

        var lost = asked ? Types(before).Except(Types(after)) : Types(after).Except(Types(before));
        if (Types(before).Count > 0 && Types(after).Count > 0 && lost.Any())
        {
            _breaks.Add($"{where} changed its type from {string.Join(" or ", Types(before))} to {string.Join(" or ", Types(after))}");
            return;
        }

        Members(where, before, after, asked);
        Compare($"{where}/items", before["items"], after["items"], asked);
        Compare($"{where}/*", before["additionalProperties"] as JsonObject, after["additionalProperties"] as JsonObject, asked);
        if (asked)
        {
            Narrowed(where, before, after);
        }
    }

    private void Members(string where, JsonNode older, JsonNode newer, bool asked)
    {
        var before = older["properties"] as JsonObject ?? [];
        var after = newer["properties"] as JsonObject ?? [];
        foreach (var (member, schema) in before)
        {
            if (after[member] is not { } kept)
            {
                _breaks.Add($"{where}/{member} removed");
                continue;
            }

            Compare($"{where}/{member}", schema, kept, asked);
        }

        var required = Words(older["required"]);
        var requiredNow = Words(newer["required"]);
        foreach (var member in asked ? requiredNow.Except(required) : required.Except(requiredNow).Where(after.ContainsKey))
        {
            _breaks.Add(asked ? $"{where}/{member} newly required" : $"{where}/{member} may now be absent");
        }
    }

    private void Narrowed(string where, JsonNode before, JsonNode after)
    {
        if (after["enum"] is JsonArray && before["enum"] is not JsonArray)
        {
            _breaks.Add($"{where} takes certain words alone");
        }

        foreach (var word in Words(before["enum"]).Except(Words(after["enum"] ?? before["enum"])))
        {
            _breaks.Add($"{where} no longer takes {word}");
        }

        foreach (
            var (bound, upper) in new[]
            {
                ("maxLength", true),
                ("maxItems", true),
                ("maximum", true),
                ("minLength", false),
                ("minItems", false),
                ("minimum", false),
            }
        )
        {
            // The range of int32, or of what JSON counts exactly, bounded nothing: what is said in its place was refused all along.
            if (Number(before[bound]) is { } said && OfTypes.Contains(said))
            {
                continue;
            }

            if (Number(after[bound]) is { } now && (Number(before[bound]) is not { } then || (upper ? now < then : now > then)))
            {
                _breaks.Add($"{where} is held to a narrower {bound}");
            }
        }

        if (after["pattern"] is { } pattern && before["pattern"]?.ToJsonString() != pattern.ToJsonString())
        {
            _breaks.Add($"{where} is held to another pattern");
        }
    }

    private static (JsonNode Schema, bool MayBeNull) Plain(JsonObject document, JsonNode node)
    {
        var schema = Resolve(document, node);
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices)
        {
            var some = choices.Where(c => c!["type"]?.ToString() != "null").ToList();
            return some.Count == 1 ? (Resolve(document, some[0]!), choices.Count > 1) : (schema, choices.Count > some.Count);
        }

        return (schema, schema["type"] is JsonArray types && types.Any(t => t!.ToString() == "null"));
    }

    private static JsonNode Resolve(JsonObject document, JsonNode node) =>
        node["$ref"]?.GetValue<string>() is { } reference
            ? Resolve(document, reference.Split('/').Skip(1).Aggregate((JsonNode)document, (at, part) => at[part]!))
            : node;

    private static IEnumerable<JsonNode> List(JsonObject document, JsonNode? list) =>
        (list as JsonArray ?? []).Select(item => Resolve(document, item!));

    private static IReadOnlyList<string> Types(JsonNode schema) =>
        schema["type"] switch
        {
            JsonArray several => [.. several.Select(t => t!.ToString()).Where(t => t != "null")],
            { } one => [one.ToString()],
            null => [],
        };

    private static IReadOnlyList<string> Words(JsonNode? list) => [.. (list as JsonArray ?? []).Select(w => w?.ToString() ?? "null")];

    private static bool IsTrue(JsonNode? node) => node?.GetValue<bool>() == true;

    private static double? Number(JsonNode? node) => node is null ? null : double.Parse(node.ToString(), CultureInfo.InvariantCulture);
}
