using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>The five requests that <c>deploy/run</c> prints, run as printed, answer as the README's tour says.</summary>
[Collection(typeof(TheSystem))]
public partial class when_the_tour_is_followed(SystemFixture system)
{
    [Fact]
    public async Task each_request_answers_as_the_readme_says()
    {
        Machine.Wants("curl", "curl");
        var printed = system.Tour();
        var exports = printed.Where(line => line.StartsWith("export ", StringComparison.Ordinal)).ToList();
        exports
            .Select(t => t["export ".Length..t.IndexOf('=', StringComparison.Ordinal)])
            .ShouldBe(
                [
                    .. Kernel.Roles.All.Except(["platform"]).Select(role => role.ToUpperInvariant()),
                    "HR_PLATFORM",
                    "SANDBOX",
                    "GATEWAY",
                    "ESTABLISHMENT_ID",
                    "PLATFORM_ID",
                    "ENGAGEMENT",
                    "GROUP",
                    "SESSION",
                    "BILAN",
                    "QUARTER",
                ],
                ignoreOrder: true
            );
        printed.ShouldContain($"Reference: {system.Host.Gateway.ToString().TrimEnd('/')}/reference");

        // A page for people is no answer that the README shows.
        var requests = printed
            .Where(line => line.StartsWith("curl ", StringComparison.Ordinal) && !line.Contains("format=html", StringComparison.Ordinal))
            .ToList();
        var readme = Blocks().Matches(await File.ReadAllTextAsync(Readme(), TestContext.Current.CancellationToken));
        requests.Count.ShouldBe(6);
        readme.Count.ShouldBe(6);
        foreach (var (request, block) in requests.Zip(readme))
        {
            var answer = await Run(string.Join('\n', [.. exports, request]));
            Told.Differs(JsonNode.Parse(block.Groups["json"].Value), JsonNode.Parse(answer), "$").ShouldBeEmpty(request);
        }
    }

    [Fact]
    public void an_answer_that_says_something_else_is_seen()
    {
        JsonNode told = JsonNode.Parse("""{"version":1,"cells":[{"name":"a","minutes":4}],"text":"Il était …"}""")!;
        Told.Differs(
                told,
                JsonNode.Parse("""{"version":2,"cells":[{"name":"b"},{"name":"a","minutes":4}],"text":"Il était une fois"}"""),
                "$"
            )
            .ShouldBeEmpty();
        Told.Differs(told, JsonNode.Parse("""{"version":2,"cells":[{"name":"a","minutes":5}],"text":"Il était une fois"}"""), "$")
            .ShouldNotBeEmpty();
        Told.Differs(told, JsonNode.Parse("""{"version":2,"cells":[{"name":"a","minutes":4}],"text":"Autre chose"}"""), "$")
            .ShouldNotBeEmpty();
        Told.Differs(told, JsonNode.Parse("""{"cells":[{"name":"a","minutes":4}],"text":"Il était une fois"}"""), "$").ShouldNotBeEmpty();
    }

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
