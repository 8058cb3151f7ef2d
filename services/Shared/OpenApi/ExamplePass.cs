using System.Text.Json;
using System.Text.Json.Nodes;
using PracticeAnalysis.Http;

namespace PracticeAnalysis.OpenApi;

/// <summary>An example of every body, asked and answered: what was recorded of a running system (<c>examples.json</c>), and where nothing was, one that is
/// drawn from its schema.</summary>
public static class ExamplePass
{
    private const int Deepest = 12;

    private static readonly JsonObject Recorded = Read();

    // What stands in a member of this name, where its type allows it; else what its type says.
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["name"] = "Foyer des Tilleuls",
        ["displayName"] = "Camille Martin",
        ["siret"] = "73282932000074",
        ["finess"] = "750712184",
        ["sector"] = "medico-social",
        ["reference"] = "E-17",
        ["quarter"] = "2026-Q1",
        ["frame"] = "team",
        ["rule"] = "size",
        ["source"] = "S1",
        ["phase"] = "settle",
        ["text"] = "Relire ensemble la transmission du soir.",
        ["reason"] = "L'équipe l'a demandé.",
        ["contestReason"] = "Nous n'avons pas signé ce devis.",
        ["asked"] = "Une analyse des pratiques pour l'équipe de nuit.",
        ["title"] = "Master de psychologie clinique",
        ["textHash"] = "69db1c7a4f8e2b3d5a6c9e0f1b2d3c4e5f60718293a4b5c6d7e8f90a1b2c3d4e",
        ["hash"] = "0f1c2d3e4f5061728394a5b6c7d8e9f00112233445566778899aabbccddeeff0",
        ["digest"] = "5d41402abc4b2a76b9719d911017c592ae1f3d0c9b8a7f6e5d4c3b2a19081726",
        ["service"] = "session",
        ["streamType"] = "session",
        ["need"] = "bilan",
        ["clock"] = "01795518787067.000000",
        ["eventType"] = "request_submitted",
        ["actor"] = "practice:01a20d7e-0000-7000-8000-000000000900",
        ["redacted"] = "{}",
        ["erased"] = "/reason",
        ["requestedBy"] = "auditor",
        ["by"] = "practice",
        ["axis"] = "emotional-demands",
        ["level"] = "individual",
        ["label"] = "Équipe de nuit",
        ["territory"] = "38",
        ["entity"] = "750000218",
        ["period"] = "2026-Q1",
        ["currency"] = "EUR",
        ["shownBy"] = "Devis signé le 3 mars",
        ["rateReason"] = "Deux intervenants, un soir par mois.",
        ["context"] = "Une unité de nuit, trois départs cette année.",
        ["summary"] = "L'équipe souhaite un lieu pour penser ses pratiques.",
        ["asks"] = "Du temps pour se parler.",
        ["stakes"] = "La continuité des accompagnements.",
        ["process"] = "Trois séances, puis un point ensemble.",
        ["startingPosition"] = "Je me sens seule devant la décision.",
        ["objective"] = "Dire à l'équipe ce dont j'ai besoin.",
        ["feedback"] = "J'essaierai dès la prochaine transmission.",
        ["currentPhase"] = "settle",
        ["says"] = "Members in a group: between the frame's fewest and most.",
        ["resource"] = "/v1/persons/me/waiting",
        ["field"] = "name",
        ["fields"] = "name",
        ["from"] = "Les Tilleul",
        ["to"] = "Les Tilleuls",
        ["kind"] = "session",
        ["fact"] = "contribution_made",
        ["what"] = "situation",
        ["root"] = "OC8mXtpbTtz4yVTv3Ku4nU0r8dqXoVnnp0nFQ2fTxuA=",
        ["key"] = "practice.example/ledger+6b1f3c8a",
        ["note"] = "practice.example/ledger\n1024\nOC8mXtpbTtz4yVTv3Ku4nU0r8dqXoVnnp0nFQ2fTxuA=\n\n— practice.example/ledger ax88ig…\n",
        ["timestamp"] = "MIIC…",
        ["line"] = "— witness.example ax88ig…",
        ["detail"] = "sector is missing.",
        ["message"] = "sector is missing.",
        ["satisfy"] = "Give every field that the API reference marks as required.",
        ["allowed"] = "Give every field that the API reference marks as required.",
        ["pointer"] = "/sector",
        ["parameter"] = "limit",
        ["column"] = "nom",
        ["traceId"] = "00-4db92b2341f41d3be9b4235047270bfc-d049819c4cb77703-01",
    };

    private static JsonObject Read()
    {
        using var file = typeof(ExamplePass).Assembly.GetManifestResourceStream("examples.json")!;
        return JsonNode.Parse(file)!.AsObject();
    }

    internal static void Apply(JsonObject document, string service)
    {
        var schemas = document["components"]!["schemas"]!.AsObject();
        var examples = new JsonObject();
        foreach (var (path, methods) in document["paths"]!.AsObject())
        {
            foreach (var (method, node) in methods!.AsObject())
            {
                var operation = $"{service}/{method.ToUpperInvariant()} {path}";
                Show(operation, node!["requestBody"]?["content"], schemas, examples);
                foreach (var (_, response) in node["responses"]!.AsObject())
                {
                    Show(operation, response!["content"], schemas, examples);
                }
            }
        }

        document["components"]!["examples"] = examples;
    }

    /// <summary>By which name the text is recorded that an operation reads or answers in a form that is no JSON.</summary>
    /// <param name="operation">Such as <c>reporting/GET /v1/proof/checkpoint</c>.</param>
    public static string OfText(string operation, string media) => $"{operation} {(Ndjson.Types.Contains(media) ? Ndjson.Type : media)}";

    private static void Show(string operation, JsonNode? content, JsonObject schemas, JsonObject examples)
    {
        var service = operation.Split('/')[0];
        foreach (var (form, node) in content?.AsObject() ?? [])
        {
            var media = node!.AsObject();
            if (media["schema"] is not JsonObject schema || media["example"] is not null || media["examples"] is not null)
            {
                continue;
            }

            if (schema["$ref"]?.GetValue<string>().Split('/')[^1] is { } name)
            {
                if (!examples.ContainsKey(name))
                {
                    examples[name] = new JsonObject
                    {
                        ["value"] = Recorded[$"{service}/{name}"]?.DeepClone() ?? Sample(schema, schemas, name, 0),
                    };
                }

                media["examples"] = new JsonObject { ["example"] = OperationPass.Ref("examples", name) };
            }
            else
            {
                media["example"] = Recorded[OfText(operation, form)]?.DeepClone() ?? Sample(schema, schemas, "text", 0);
            }
        }
    }

    private static JsonNode? Sample(JsonNode node, JsonObject schemas, string name, int depth)
    {
        var schema = node.AsObject();
        if (schema["example"] is { } given)
        {
            return given.DeepClone();
        }

        if (schema["$ref"]?.GetValue<string>().Split('/')[^1] is { } reference)
        {
            return Sample(schemas[reference]!, schemas, name, depth + 1);
        }

        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices)
        {
            return depth > Deepest && choices.Any(IsNull) ? null : Sample(choices.First(c => !IsNull(c))!, schemas, name, depth + 1);
        }

        if (schema["enum"] is JsonArray words)
        {
            return words.First(w => w is not null)!.DeepClone();
        }

        return Type(schema) switch
        {
            "object" when schema["properties"] is JsonObject members => new JsonObject(
                members
                    .Where(m => depth < Deepest || Requires(schema, m.Key))
                    .Select(m => KeyValuePair.Create(m.Key, Sample(m.Value!, schemas, m.Key, depth + 1)))
            ),
            "object" => schema["additionalProperties"] is JsonObject value
                ? new JsonObject { ["key"] = Sample(value, schemas, "key", depth + 1) }
                : new JsonObject(),
            "array" when depth > Deepest => new JsonArray(),
            "array" => new JsonArray(Sample(schema["items"]!, schemas, Singular(name), depth + 1)),
            "integer" or "number" => Number(schema),
            "boolean" => true,
            "string" => Text(schema, name),
            _ => new JsonObject(),
        };
    }

    private static JsonValue Number(JsonObject schema)
    {
        var least = schema["minimum"] is { } l ? double.Parse(l.ToString(), null) : 0;
        var most = schema["maximum"] is { } m ? double.Parse(m.ToString(), null) : 1;
        return JsonValue.Create((long)Math.Clamp(1, least, most));
    }

    private static JsonValue Text(JsonObject schema, string name) =>
        JsonValue.Create(
            schema["format"]?.GetValue<string>() switch
            {
                "uuid" => Id(name),
                "date-time" => "2026-03-02T09:00:00+01:00",
                "date" => "2026-03-02",
                "uri" => "https://example.org/",
                _ => Words.GetValueOrDefault(name, "texte"),
            }
        );

    // The same id wherever the same thing is named.
    private static string Id(string name) =>
        $"01a20d7e-0000-7000-8000-{name.Aggregate(17UL, (sum, c) => unchecked((sum * 31) + c)) & 0xffff_ffff_ffff:x12}";

    private static bool IsNull(JsonNode? schema) => schema?["type"] is JsonValue type && type.ToString() == "null";

    private static bool Requires(JsonObject schema, string member) =>
        schema["required"] is JsonArray required && required.Any(r => r!.GetValue<string>() == member);

    private static string? Type(JsonObject schema) =>
        schema["type"] switch
        {
            JsonArray several => several.Select(t => t!.GetValue<string>()).FirstOrDefault(t => t != "null"),
            JsonValue one when one.GetValueKind() == JsonValueKind.String => one.GetValue<string>(),
            _ => null,
        };

    private static string Singular(string name) => name.EndsWith('s') ? name[..^1] : name;
}
