using System.Text.RegularExpressions;

namespace PracticeAnalysis.Architecture;

/// <summary>What maintainers read is written from what there is, and names nothing that is gone.</summary>
public partial class the_maintainers_pages
{
    private static readonly string Docs = Path.Combine(Repository.Root, "services", "docs");

    [Fact]
    public void draw_which_folder_names_which() =>
        Written(
            "arrows.md",
            [
                "# Which folder names which",
                "",
                "Drawn from `tests/Architecture/arrows.txt`. A project whose folders name none of each other is left out, and so is what composes a service.",
                .. File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Architecture", "arrows.txt"))
                    .Select(line => Arrow().Match(line))
                    .Where(arrow => arrow.Groups["from"].Value != Arrows.Root)
                    .GroupBy(arrow => arrow.Groups["project"].Value)
                    .SelectMany(project =>
                        (IEnumerable<string>)
                            [
                                "",
                                $"## {project.Key}",
                                "",
                                "```mermaid",
                                "flowchart LR",
                                .. project.SelectMany(arrow =>
                                    arrow.Groups["to"].Value.Split(", ").Select(to => $"  {arrow.Groups["from"].Value} --> {to}")
                                ),
                                "```",
                            ]
                    ),
            ]
        );

    [Fact]
    public void list_the_decisions() =>
        Written(
            Path.Combine("decisions", "README.md"),
            [
                "# Decisions",
                "",
                "Each says what was decided, why, and what it does not give. One that changes another says so in its second line.",
                "",
                .. Directory
                    .GetFiles(Path.Combine(Docs, "decisions"), "0*.md")
                    .Order(StringComparer.Ordinal)
                    .Select(file => $"- [{File.ReadLines(file).First()[2..]}]({Path.GetFileName(file)})"),
            ]
        );

    [Fact]
    public void name_files_that_are_there() =>
        Named()
            .Matches(File.ReadAllText(Path.Combine(Docs, "README.md")))
            .Select(m => m.Groups["path"].Value)
            .Where(path => !path.Contains('…') && !path.Contains("MyRule"))
            .Where(path => !Path.Exists(Path.Combine(Repository.Root, path)))
            .ShouldBeEmpty();

    private static void Written(string file, string[] lines)
    {
        var path = Path.Combine(Docs, file);
        if (Environment.GetEnvironmentVariable("WRITE_ARROWS") == "1")
        {
            File.WriteAllLines(path, lines);
        }

        File.ReadAllLines(path).ShouldBe(lines);
    }

    [GeneratedRegex(@"^(?<project>[^/]+)/(?<from>.+) -> (?<to>.+)$")]
    private static partial Regex Arrow();

    [GeneratedRegex(@"`(?<path>(services|contracts|tests|deploy)/[^`\s]+)`")]
    private static partial Regex Named();
}
