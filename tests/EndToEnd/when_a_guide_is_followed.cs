using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PracticeAnalysis.Gateway;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;
using PracticeAnalysis.Reporting.Outbound.Events;

namespace PracticeAnalysis.EndToEnd;

/// <summary>Each guide's commands, run one after the other in one shell as they stand, answer as the guide shows.</summary>
[Collection(typeof(TheSystem))]
public sealed partial class when_a_guide_is_followed(SystemFixture system) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("practice-analysis-guide-").FullName;

    public static TheoryData<string> Names => [.. Guides.Names];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task each_command_answers_as_it_says(string name)
    {
        Machine.Wants("curl", "curl");
        var steps = Steps(await Guide(name, "en"));
        steps.Count.ShouldBeGreaterThan(3);
        await using var sandbox = steps.Exists(s => s.Command.Contains("/v1/sandbox/reset", StringComparison.Ordinal))
            ? system.LoadSandbox()
            : null;
        (await Run(steps)).ShouldBe(0, $"a command of the guide failed; the last one that began is {Directory.GetFiles(_folder).Length}");
        for (var i = 0; i < steps.Count; i++)
        {
            var answer = await File.ReadAllTextAsync(Answer(i), TestContext.Current.CancellationToken);
            var (command, kind, told) = steps[i];
            switch (kind)
            {
                case "json":
                    Told.Differs(JsonNode.Parse(told), JsonNode.Parse(answer), "$").ShouldBeEmpty(command);
                    break;
                case "text":
                    answer.ShouldContain(told.Trim(), customMessage: command);
                    break;
                default:
                    answer.ShouldNotContain("/problems/", customMessage: command);
                    break;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task it_is_the_same_in_both_languages_and_its_links_lead_somewhere(string name)
    {
        var (english, french) = (await Guide(name, "en"), await Guide(name, "fr"));
        Steps(french).ShouldBe(Steps(english));
        french.Split('\n').Count(l => l.StartsWith('#')).ShouldBe(english.Split('\n').Count(l => l.StartsWith('#')));
        french.Split('\n').Count(l => l.StartsWith('|')).ShouldBe(english.Split('\n').Count(l => l.StartsWith('|')));
        french.ShouldNotBe(english);
        foreach (var link in Links().Matches(english + french).Select(m => m.Groups["to"].Value).Distinct())
        {
            (await Asked(link, "text/html")).Status.ShouldBe(HttpStatusCode.OK, link);
        }
    }

    [Theory]
    [InlineData("/guides", "en", "Guide for integrators")]
    [InlineData("/guides", "fr", "Guide de l'intégrateur")]
    [InlineData("/guides", "en", "what S0 to S4 mean")]
    [InlineData("/guides", "fr", "Lire un état passé")]
    [InlineData("/guides/as-of", "fr", "Trois façons de nommer un moment")]
    [InlineData("/guides/auditor", "fr-FR", "Guide de l'auditeur")]
    [InlineData("/guides/auditor?lang=en", "fr-FR", "How to look at a history")]
    [InlineData("/changelog", "fr", "What changes for those who integrate")]
    [InlineData("/problems", "fr", "Problèmes")]
    [InlineData("/methodology/indicators", "fr", "prévention des risques psychosociaux : méthode")]
    public async Task a_page_is_for_people_and_a_browser_may_apply_its_style_alone(string path, string language, string says)
    {
        var (status, type, policy, text) = await Asked(path, "text/html", language);
        status.ShouldBe(HttpStatusCode.OK);
        type.ShouldBe("text/html");
        WebUtility.HtmlDecode(text).ShouldContain(says);
        text.ShouldNotContain("<script");
        policy.ShouldBe(HtmlPage.Policy(text));
        policy.ShouldStartWith("default-src 'none'; style-src 'sha256-");
    }

    [Fact]
    public async Task whoever_does_not_ask_for_a_page_reads_the_markdown() =>
        (await Asked("/guides/integrator", "*/*")).ShouldBe(
            (HttpStatusCode.OK, "text/markdown", "default-src 'none'; frame-ancestors 'none'", await Guide("integrator", "en"))
        );

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task the_page_of_webhooks_names_every_event_and_whom_it_is_told(string language)
    {
        var told = Rows()
            .Matches(await Guide("webhooks", language))
            .SelectMany(row =>
                Words().Matches(row.Groups["events"].Value).Select(e => (Event: e.Groups[1].Value, Roles: row.Groups["roles"].Value))
            )
            .ToList();
        foreach (var role in new[] { Roles.Practice, Roles.Establishment, Roles.Platform })
        {
            told.Where(t => t.Roles.Contains(role, StringComparison.Ordinal))
                .Select(t => t.Event)
                .ShouldBe(EventCatalogue.TypesFor(role), ignoreOrder: true, role);
        }
    }

    private string Answer(int step) => Path.Combine(_folder, $"{step:00}");

    // A step's answer is kept; `export NAME=… # "member" of the answer` takes a member of the one before, as a reader would copy it.
    private async Task<int> Run(List<(string Command, string Kind, string Told)> steps)
    {
        var script = new StringBuilder("set -e -o pipefail\n");
        for (var i = 0; i < steps.Count; i++)
        {
            script
                .Append("{\n")
                .Append(Copied().Replace(steps[i].Command, From(Answer(i - 1))))
                .Append("} >")
                .Append(Answer(i))
                .Append('\n');
        }

        var start = new ProcessStartInfo("bash", ["-c", script.ToString()]) { WorkingDirectory = Repository.Root };
        foreach (var (name, value) in system.Exports())
        {
            start.Environment[name] = value;
        }

        using var shell = Process.Start(start)!;
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        return shell.ExitCode;
    }

    private static string From(string answer) =>
        $"export ${{name}}=$(node -p 'JSON.parse(require(\"fs\").readFileSync(\"{answer}\", \"utf8\"))[\"${{member}}\"]')";

    private async Task<(HttpStatusCode Status, string? Type, string Policy, string Text)> Asked(
        string path,
        string accept,
        string language = "en"
    )
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(system.Host.Gateway, path));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (
            answer.StatusCode,
            answer.Content.Headers.ContentType?.MediaType,
            answer.Headers.GetValues("Content-Security-Policy").Single(),
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }

    private static Task<string> Guide(string name, string language) =>
        File.ReadAllTextAsync(
            Path.Combine(Repository.Root, $"contracts/guides/{name}.{language}.md"),
            TestContext.Current.CancellationToken
        );

    private static List<(string Command, string Kind, string Told)> Steps(string guide) =>
        [.. Blocks().Matches(guide).Select(m => (m.Groups["command"].Value, m.Groups["kind"].Value, m.Groups["told"].Value))];

    [GeneratedRegex("```sh\\n(?<command>.*?)```(?:\\n+```(?<kind>json|text)\\n(?<told>.*?)```)?", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex("^export (?<name>\\w+)=… # \"(?<member>\\w+)\".*$", RegexOptions.Multiline)]
    private static partial Regex Copied();

    [GeneratedRegex("\\]\\((?<to>/[^)]*)\\)")]
    private static partial Regex Links();

    [GeneratedRegex("^\\| (?<events>`[^|]*) \\| (?<roles>[^|]*) \\|$", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Words();
}
