using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PracticeAnalysis.Architecture;

/// <summary>Whoever reads a tag such as S2 is one step from the page that says which document it names.</summary>
public partial class where_a_source_is_named
{
    /// <summary>What people read: the contract's documents by what they say of themselves, guides, and pages that show a rule's source.</summary>
    public static TheoryData<string> Places =>
        [
            .. Read("contracts/openapi", "*.json")
                .Concat(Read("contracts/guides", "*.md"))
                .Concat(Read("contracts", "README.md"))
                .Concat(Read("services/Pages", "*.razor"))
                .Concat(Read("services/Reporting/Indicators", "*.html"))
                .Concat(["README.md"])
                .Where(p => Tag().IsMatch(File.ReadAllText(Path.Combine(Repository.Root, p))))
                .Where(p => !Path.GetFileName(p).StartsWith("sources.", StringComparison.Ordinal)),
        ];

    [Theory]
    [MemberData(nameof(Places))]
    public void a_link_leads_to_what_it_means(string place)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, place));
        var said = place.EndsWith(".json", StringComparison.Ordinal) ? $"{JsonNode.Parse(text)!["info"]!["description"]}" : text;
        said.ShouldContain("guides/sources", customMessage: $"{place} names a source, and not what it means");
    }

    private static IEnumerable<string> Read(string folder, string pattern) =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories)
            .Select(p => Path.GetRelativePath(Repository.Root, p))
            .Where(p => !p.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"));

    // A tag itself, or a page's cell of one.
    [GeneratedRegex(@"\bS[0-4]\b|@\w+\.Source\b")]
    private static partial Regex Tag();
}
