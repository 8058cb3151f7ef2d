using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>The five requests that <c>deploy/run</c> prints, run as printed, answer as the README's tour says.</summary>
public partial class when_the_tour_is_followed(SystemFixture system)
{
    // What is another one at each run, and the figures of a release, whose kind alone is held: a value is one, a masked one is none.
    private static readonly string[] OfTheRun =
    [
        "group",
        "engagement",
        "stream",
        "sequence",
        "version",
        "clock",
        "hash",
        "redacted",
        "occurredAt",
        "quarter",
        "period",
        "number",
        "value",
        "ratio",
        "before",
    ];

    [Fact]
    public async Task each_request_answers_as_the_readme_says()
    {
        var printed = new List<string>();
        Tour.Print(system.Host.Gateway, system.Host.Mint, system.Demonstration, printed.Add);
        var tokens = printed.Where(line => line.StartsWith("export ", StringComparison.Ordinal)).ToList();
        tokens
            .Select(t => t["export ".Length..t.IndexOf('=', StringComparison.Ordinal)].ToLowerInvariant())
            .ShouldBe(ServiceDefaults.Facts.Roles.All, ignoreOrder: true);
        printed.ShouldContain($"Reference: {system.Host.Gateway.ToString().TrimEnd('/')}/reference");

        var requests = printed.Where(line => line.StartsWith("curl ", StringComparison.Ordinal)).ToList();
        var readme = Blocks().Matches(await File.ReadAllTextAsync(Readme(), TestContext.Current.CancellationToken));
        requests.Count.ShouldBe(5);
        readme.Count.ShouldBe(5);
        foreach (var (request, block) in requests.Zip(readme))
        {
            var answer = await Run(string.Join('\n', [.. tokens, request]));
            Differs(JsonNode.Parse(block.Groups["json"].Value), JsonNode.Parse(answer), "$").ShouldBeEmpty(request);
        }
    }

    [Fact]
    public void an_answer_that_says_something_else_is_seen()
    {
        JsonNode told = JsonNode.Parse("""{"version":1,"cells":[{"name":"a","minutes":4}],"text":"Il était …"}""")!;
        Differs(told, JsonNode.Parse("""{"version":2,"cells":[{"name":"b"},{"name":"a","minutes":4}],"text":"Il était une fois"}"""), "$")
            .ShouldBeEmpty();
        Differs(told, JsonNode.Parse("""{"version":2,"cells":[{"name":"a","minutes":5}],"text":"Il était une fois"}"""), "$")
            .ShouldNotBeEmpty();
        Differs(told, JsonNode.Parse("""{"version":2,"cells":[{"name":"a","minutes":4}],"text":"Autre chose"}"""), "$").ShouldNotBeEmpty();
        Differs(told, JsonNode.Parse("""{"cells":[{"name":"a","minutes":4}],"text":"Il était une fois"}"""), "$").ShouldNotBeEmpty();
    }

    // The README shortens: what it shows is there, as it shows it.
    private static IEnumerable<string> Differs(JsonNode? told, JsonNode? answered, string at) =>
        (told, answered) switch
        {
            (JsonObject t, JsonObject a) => t.SelectMany(member =>
                !a.ContainsKey(member.Key) ? [$"{at}.{member.Key} is not there"]
                : OfTheRun.Contains(member.Key) && member.Value is JsonValue
                    ? member.Value.GetValueKind() == a[member.Key]?.GetValueKind() ? []
                        : [$"{at}.{member.Key}"]
                : Differs(member.Value, a[member.Key], $"{at}.{member.Key}")
            ),
            (JsonArray t, JsonArray a) => t.SelectMany(
                (item, i) => a.Any(other => !Differs(item, other, at).Any()) ? [] : new[] { $"{at}[{i}] is not there" }
            ),
            (JsonValue t, JsonValue a) when t.ToString().Contains('…', StringComparison.Ordinal) => Regex.IsMatch(
                a.ToString(),
                $"^{string.Join(".*", t.ToString().Split('…').Select(Regex.Escape))}$"
            )
                ? []
                : [at],
            _ => JsonNode.DeepEquals(told, answered) ? [] : [at],
        };

    private static async Task<string> Run(string script)
    {
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true })!;
        var answer = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        shell.ExitCode.ShouldBe(0);
        return answer;
    }

    private static string Readme() => Path.Combine(Repository.Root, "README.md");

    [GeneratedRegex("```json\\n(?<json>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
