using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.History.EventSchemas;

namespace PracticeAnalysis.Golden;

/// <summary>A JSON Schema (2020-12) of every stored fact, made from its type, committed and served. A change of a type asks for a new version
/// of its file; a file never changes. <c>WRITE_SCHEMAS=1</c> writes what is missing. <c>tests/checks</c> validates the golden facts with ajv.</summary>
public class every_stored_event_has_a_schema
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // Read strictly: what a constructor must have is required.
    private static readonly JsonSerializerOptions Strict = new(FactJson.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly string Schemas = Path.Combine(Path.GetDirectoryName(Here())!, "../../services/Reporting/History/EventSchemas");

    public static TheoryData<string, Type> Facts => [.. what_was_once_written.Facts.Select(row => (Name(row.Data.Item1), row.Data.Item2))];

    // What stands in the ledger under an alias of before goes on having its schema.
    private static IEnumerable<string> Names =>
        Facts.Select(row => row.Data.Item1).Concat(what_was_once_written.Formerly.Select(row => Name(row.Data.Item1)));

    [Theory]
    [MemberData(nameof(Facts))]
    public void made_from_its_type(string name, Type type)
    {
        var files = Enumerable.Range(1, 99).Select(v => (Version: v, File: FileOf(name, v))).TakeWhile(f => File.Exists(f.File)).ToList();
        var newest = files.Count == 0 ? string.Empty : File.ReadAllText(files[^1].File);
        if (Environment.GetEnvironmentVariable("WRITE_SCHEMAS") == "1" && newest != Schema(name, type, files.Count))
        {
            newest = Schema(name, type, files.Count + 1);
            File.WriteAllText(FileOf(name, files.Count + 1), newest);
            return;
        }

        files.ShouldNotBeEmpty("WRITE_SCHEMAS=1 writes the schema of a new fact, to be committed");
        newest.ShouldBe(Schema(name, type, files.Count));
    }

    [Fact]
    public void none_has_lost_its_type() =>
        Directory
            .GetFiles(Schemas, "*.json")
            .Select(f => string.Join('.', Path.GetFileName(f).Split('.')[..2]))
            .Except(Names)
            .ShouldBeEmpty();

    [Fact]
    public void what_is_served_is_what_is_committed()
    {
        var library = EventSchemaLibrary.Read();
        library.All.Select(s => s.Type).ShouldBe(Names, ignoreOrder: true);
        foreach (var schema in library.All)
        {
            library.Find(schema.Type, null).ShouldBe(File.ReadAllText(FileOf(schema.Type, schema.Version)));
            library.Find(schema.Type, schema.Version + 1).ShouldBeNull();
        }

        library.Find("session.nothing", null).ShouldBeNull();
    }

    // A sealed text stands in the store; in the ledger the hash of its ciphertext does.
    private static string Schema(string name, Type type, int version)
    {
        var schema = Strict
            .GetJsonSchemaAsNode(
                type,
                new()
                {
                    TreatNullObliviousAsNonNullable = true,
                    TransformSchemaNode = (context, node) =>
                        context.TypeInfo.Type == typeof(Sealed) && node is JsonObject text
                            ? new JsonObject { ["anyOf"] = new JsonArray(text.DeepClone(), Hash()) }
                            : Defaulting(context.PropertyInfo, node),
                }
            )
            .AsObject();
        Loosen(schema);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "$id", $"{EventSchemaLibrary.Path(name)}?version={version}");
        schema.Insert(2, "title", name);
        return schema.ToJsonString(Written) + "\n";
    }

    // A member that no constructor takes is null where it is absent, as an optional parameter is.
    private static JsonNode Defaulting(JsonPropertyInfo? member, JsonNode node)
    {
        if (member is { AssociatedParameter: null, Set: not null, IsSetNullable: true } && node is JsonObject schema)
        {
            schema["default"] = null;
        }

        return node;
    }

    // What is null is not written: a member that may be null may be absent.
    private static void Loosen(JsonNode? node)
    {
        foreach (var inner in node is JsonObject o ? o.Select(p => p.Value) : node as JsonArray ?? [])
        {
            Loosen(inner);
        }

        if (
            node is not JsonObject { } schema
            || schema["properties"] is not JsonObject members
            || schema["required"] is not JsonArray required
        )
        {
            return;
        }

        foreach (var loose in required.Where(r => MayBeNull(members[r!.GetValue<string>()])).ToList())
        {
            required.Remove(loose);
        }

        if (required.Count == 0)
        {
            schema.Remove("required");
        }
    }

    private static bool MayBeNull(JsonNode? schema) =>
        schema?["type"] is JsonArray types && types.Any(t => t!.GetValue<string>() == "null")
        || schema?["enum"] is JsonArray words && words.Any(w => w is null)
        || schema?["anyOf"] is JsonArray choices && choices.Any(MayBeNull);

    private static JsonObject Hash() =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["sha256"] = new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9a-f]{64}$" },
            },
            ["required"] = new JsonArray("sha256"),
        };

    private static string FileOf(string name, int version) => Path.Combine(Schemas, $"{name}.v{version}.json");

    private static string Name(string golden) => golden["facts/".Length..];

    private static string Here([CallerFilePath] string path = "") => path;
}
