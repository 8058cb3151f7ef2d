using System.Text.Json;
using System.Text.Json.Nodes;

namespace PracticeAnalysis.Http;

/// <summary>A text in the languages that people are answered in.</summary>
/// <param name="En">English.</param>
/// <param name="Fr">French.</param>
public sealed record Bilingual(string En, string Fr)
{
    /// <summary>In this language; English where it is neither.</summary>
    public string In(string language) => language == "fr" ? Fr : En;
}

/// <summary>A kind of problem: what it means, and what to do.</summary>
/// <param name="Slug">The last part of its <c>type</c>, stable.</param>
/// <param name="Statuses">The HTTP statuses that it comes with.</param>
/// <param name="Title">Its name.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Shown">The members of an example beside type, title and status.</param>
public sealed record ProblemKind(
    string Slug,
    IReadOnlyList<int> Statuses,
    Bilingual Title,
    Bilingual Meaning,
    Bilingual Remedy,
    [property: System.Text.Json.Serialization.JsonPropertyName("example")] JsonObject Shown
)
{
    /// <summary>Whether it names the source of a rule.</summary>
    internal bool NamesSource => Shown.ContainsKey("rules");

    /// <summary>An example, as it is answered.</summary>
    public JsonObject Example(int status, string language = "en")
    {
        var example = new JsonObject
        {
            ["type"] = $"/problems/{Slug}",
            ["title"] = Title.In(language),
            ["status"] = status,
        };
        foreach (var (member, value) in Shown)
        {
            example[member] = In(language, value);
        }

        return example;
    }

    private static JsonNode? In(string language, JsonNode? value) =>
        value switch
        {
            JsonValue text when text.TryGetValue(out string? said) => RefusalTexts.In(language, said),
            JsonArray items => new JsonArray([.. items.Select(i => In(language, i))]),
            JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, In(language, m.Value)))),
            _ => value?.DeepClone(),
        };
}

/// <summary>Every kind of problem that the services answer: what <c>type</c> resolves to, and what the contract allows.</summary>
public static class ProblemCatalogue
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } = Read();

    /// <summary>The kind of this slug.</summary>
    public static ProblemKind? Find(string slug) => All.SingleOrDefault(p => p.Slug == slug);

    private static IReadOnlyList<ProblemKind> Read()
    {
        using var file = typeof(ProblemCatalogue).Assembly.GetManifestResourceStream("problems.json")!;
        return JsonSerializer.Deserialize<IReadOnlyList<ProblemKind>>(file, JsonSerializerOptions.Web)!;
    }
}
