using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;
using Newtonsoft.Json;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.Client.UnitTests;

/// <summary>Five generators that nobody here wrote draw clients from the contract: they compile, and each recorded answer is read whole.</summary>
[Long("five_generators")]
public class when_generators_read_the_contract
{
    private static readonly string Contract = Path.Combine(Repository.Root, "contracts", "openapi", "gateway.json");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task openapi_typescript_and_hey_api_and_orval_type_each()
    {
        var (exit, printed, error) = await Checks.Run(["generators.mjs"]);
        exit.ShouldBe(0, error);
        printed.Trim().Split('\n').Length.ShouldBe(3);
    }

    [Fact]
    public void kiota_gives_back_each()
    {
        var models = typeof(PracticeAnalysisClient).Assembly;
        ShouldBeWhole(
            (schema, json) =>
            {
                var model = models.GetType($"PracticeAnalysis.Client.Models.{schema}", throwOnError: true)!;
                var make = model.GetMethod("CreateFromDiscriminatorValue")!.CreateDelegate<ParsableFactory<IParsable>>();
                var read = new JsonParseNode(JsonDocument.Parse(json).RootElement).GetObjectValue(make);
                using var writer = new JsonSerializationWriter();
                writer.WriteObjectValue(null, read);
                using var written = new StreamReader(writer.GetSerializedContent());
                return written.ReadToEnd();
            }
        );
    }

    [Fact]
    public async Task nswag_gives_back_each()
    {
        var models = Compiled(await Drawn());
        ShouldBeWhole(
            (schema, json) =>
            {
                var model = models.GetType($"Drawn.{schema}", throwOnError: true)!;
                return JsonConvert.SerializeObject(JsonConvert.DeserializeObject(json, model));
            },
            // It lets nothing be null that the contract gives no type (RicoSuter/NSwag#2610).
            "DifferenceView",
            // It writes a discriminator twice (RicoSuter/NJsonSchema#1085); what it reads is looked at below.
            "FeedView"
        );
        var feed = Answers().First(answer => answer.Schema == "FeedView").Value.ToJsonString();
        dynamic read = JsonConvert.DeserializeObject(feed, models.GetType("Drawn.FeedView")!)!;
        ((IEnumerable<object>)read.Items).ShouldAllBe(item => item.GetType().BaseType!.Name == "CloudEvent");
    }

    // What a class does not hold is lost when it is written again.
    private static void ShouldBeWhole(Func<string, string, string> again, params IReadOnlyList<string> leftOut)
    {
        var answers = Answers().Where(answer => !leftOut.Contains(answer.Schema)).ToList();
        answers.Count.ShouldBeGreaterThan(80);
        var lost = new List<string>();
        foreach (var (schema, value) in answers)
        {
            try
            {
                var (before, after) = (Plain(value), Plain(JsonNode.Parse(again(schema, value.ToJsonString()))));
                if (before != after)
                {
                    lost.Add($"{schema}: {before}\n  became {after}");
                }
            }
            catch (Exception refused)
            {
                lost.Add($"{schema}: {(refused.InnerException ?? refused).Message}");
            }
        }

        lost.ShouldBeEmpty();
    }

    // Each schema that an operation answers as JSON, with what was recorded.
    private static IEnumerable<(string Schema, JsonNode Value)> Answers()
    {
        var document = JsonNode.Parse(File.ReadAllText(Contract))!;
        return document["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .SelectMany(operation => operation.Value!["responses"]!.AsObject())
            .Where(response => response.Key.StartsWith('2'))
            .Select(response => response.Value!["content"]?["application/json"])
            .Where(json => json?["schema"]?["$ref"] is not null)
            .SelectMany(json =>
                (
                    json!["examples"]?.AsObject().Select(e => e.Value!) ?? [new JsonObject { ["value"] = json["example"]!.DeepClone() }]
                ).Select(example =>
                    (
                        Name(json["schema"]!["$ref"]!),
                        (example["$ref"] is { } at ? document["components"]!["examples"]![Name(at)]! : example)["value"]!
                    )
                )
            )
            .DistinctBy(answer => (answer.Item1, answer.Item2.ToJsonString()));
    }

    private static string Name(JsonNode reference) => reference.ToString().Split('/')[^1];

    // A member that is null may be left out, and a moment may be written in several ways.
    private static string Plain(JsonNode? node) =>
        node switch
        {
            JsonObject members =>
                $"{{{string.Join(',', members.Where(m => m.Value is not null).OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}:{Plain(m.Value)}"))}}}",
            JsonArray items => $"[{string.Join(',', items.Select(Plain))}]",
            JsonValue value
                when value.GetValueKind() == JsonValueKind.String
                    && value.ToString().Contains('T', StringComparison.Ordinal)
                    && DateTimeOffset.TryParse(value.ToString(), null, out var moment) => $"{moment.UtcDateTime:O}",
            JsonValue value when value.GetValueKind() == JsonValueKind.Number => $"{value.GetValue<JsonElement>().GetDouble():R}",
            null => "null",
            _ => node.ToString(),
        };

    private static async Task<string> Drawn()
    {
        var folder = Directory.CreateTempSubdirectory("practice-analysis-");
        try
        {
            // Of a union NSwag names a class and makes none (RicoSuter/NSwag#1721): events are read as their envelope, as our own client's build has it.
            var read = Path.Combine(folder.FullName, "contract.json");
            var contract = await File.ReadAllTextAsync(Contract, Cancel);
            await File.WriteAllTextAsync(
                read,
                contract.Replace("/schemas/PublicEvent\"", "/schemas/CloudEvent\"", StringComparison.Ordinal),
                Cancel
            );
            var file = Path.Combine(folder.FullName, "Drawn.cs");
            string[] options = ["/namespace:Drawn", "/generateNullableReferenceTypes:true", "/generateOptionalPropertiesAsNullable:true"];
            var start = new ProcessStartInfo("dotnet", ["nswag", "openapi2csclient", $"/input:{read}", $"/output:{file}", .. options])
            {
                WorkingDirectory = Repository.Root,
                RedirectStandardOutput = true,
            };
            using var nswag = Process.Start(start)!;
            var said = await nswag.StandardOutput.ReadToEndAsync(Cancel);
            await nswag.WaitForExitAsync(Cancel);
            nswag.ExitCode.ShouldBe(0, said);
            return await File.ReadAllTextAsync(file, Cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Assembly Compiled(string source)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "Drawn",
            [CSharpSyntaxTree.ParseText(source, encoding: Encoding.UTF8, cancellationToken: Cancel)],
            platform.Select(file => MetadataReference.CreateFromFile(file)),
            new(OutputKind.DynamicallyLinkedLibrary)
        );
        using var assembly = new MemoryStream();
        var emitted = compilation.Emit(assembly, cancellationToken: Cancel);
        emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        return Assembly.Load(assembly.ToArray());
    }
}
