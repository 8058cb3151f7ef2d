using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EndToEnd;

/// <summary>What is handed out is what its form's publisher says, by their own schemas and validators that nobody here wrote; and the
/// demonstration's nine engagements kept to their frames.</summary>
[Collection(typeof(TheSystem))]
public class when_auditors_tools_read_a_history(SystemFixture system)
{
    private static readonly string Top = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../.."));

    // What the stories pass on purpose, and the services recorded.
    private static readonly string[] MayBeBreached =
    [
        "interval",
        "frequency",
        "minimum-term",
        "frame-incident",
        "confidentiality-exception",
        "hours-a-year",
        "hours-each-four-months",
    ];

    private Actor Auditor => system.Demonstration.Actors.Single(a => a.Role == Roles.Auditor);

    [Theory]
    [InlineData("ocel", "ocel20-schema-json.json")]
    [InlineData("xes", "xes-ieee-1849-2016.xsd")]
    [InlineData("prov", "prov-json.schema.json")]
    public async Task every_engagements_export_is_what_the_published_schema_says(string format, string schema)
    {
        foreach (var engagement in system.Demonstration.Engagements)
        {
            await IsValid(schema, await Export(engagement, format));
        }
    }

    [Theory]
    [InlineData("ocel", "ocel20-schema-json.json", "\"time\":\"", "\"time\":\"x")]
    [InlineData("xes", "xes-ieee-1849-2016.xsd", "<event>", "<happening/><event>")]
    [InlineData("prov", "prov-json.schema.json", "\"wasGeneratedBy\"", "\"wasMadeUp\"")]
    public async Task the_validators_see_what_is_not(string format, string schema, string written, string forged)
    {
        var export = await Export(system.Demonstration.Engagements[0], format);
        export.ShouldContain(written);
        (await Run(schema, export.Replace(written, forged, StringComparison.Ordinal))).ShouldNotBe(0);
    }

    [Fact]
    public async Task every_form_tells_every_event_once_and_no_persons_own_id()
    {
        var engagement = system.Demonstration.Engagements[0];
        var history = JsonNode.Parse(await Read($"/v1/engagements/{engagement}/history"))!["entries"]!.AsArray();
        var lines = await Read($"/v1/engagements/{engagement}/history", "application/x-ndjson");
        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(history.Count);
        var ocel = JsonNode.Parse(await Export(engagement, "ocel"))!;
        ocel["events"]!.AsArray().Count.ShouldBe(history.Count);
        var objects = ocel["objects"]!.AsArray().Select(o => o!["id"]!.ToString()).ToHashSet();
        ocel["events"]!
            .AsArray()
            .SelectMany(e => e!["relationships"]!.AsArray())
            .Select(r => r!["objectId"]!.ToString())
            .ShouldAllBe(id => objects.Contains(id));
        Count((await Export(engagement, "xes")).Split("</trace>")[0], "<event>").ShouldBe(history.Count);
        JsonNode.Parse(await Export(engagement, "prov"))!["activity"]!.AsObject().Count.ShouldBe(history.Count);
        Count(await Export(engagement, "csv"), "\n").ShouldBe(history.Count + 1);
        var member = system.Demonstration.Actors.Single(a => a.Role == Roles.Member).Person.ToString();
        foreach (var form in (string[])["ocel", "xes", "prov", "csv"])
        {
            (await Export(engagement, form)).ShouldNotContain(member);
        }
    }

    [Fact]
    public async Task the_demonstration_kept_to_its_frames()
    {
        foreach (var engagement in system.Demonstration.Engagements)
        {
            var report = JsonNode.Parse(await Read($"/v1/engagements/{engagement}/conformance"))!;
            var passed = report["rules"]!.AsArray().Where(r => r!["breaches"]!.AsArray().Count > 0).ToList();
            passed.ShouldAllBe(
                r => MayBeBreached.Contains(r!["rule"]!.ToString()),
                string.Join(Environment.NewLine, passed.Select(r => r!.ToJsonString()))
            );
            report["conformant"]!.GetValue<bool>().ShouldBeTrue();
            report["unknown"]!.AsArray().ShouldBeEmpty();
            report["rules"]!.AsArray().Count(r => r!["verdict"]!.ToString() == "kept").ShouldBeGreaterThan(15);
        }
    }

    [Fact]
    public async Task every_entry_is_what_the_schema_of_its_event_says()
    {
        var directory = Directory.CreateTempSubdirectory("practice-analysis-schemas-");
        try
        {
            var history = JsonNode.Parse(await Read($"/v1/engagements/{system.Demonstration.Engagements[0]}/history"))![
                "entries"
            ]!.AsArray();
            var pairs = new List<string>();
            foreach (var entries in history.GroupBy(e => $"{e!["source"]}.{e["eventType"]}"))
            {
                await Put($"{entries.Key}.schema.json", await Read($"/v1/event-schemas/{entries.Key}"));
                await Put($"{entries.Key}.json", entries.First()!["redacted"]!.ToString());
            }

            pairs.Count.ShouldBeGreaterThan(20);
            (await Validate(pairs)).ShouldBe(0);

            async Task Put(string name, string text)
            {
                pairs.Add(Path.Combine(directory.FullName, name));
                await File.WriteAllTextAsync(pairs[^1], text, TestContext.Current.CancellationToken);
            }
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private Task<string> Export(Guid engagement, string format) => Read($"/v1/engagements/{engagement}/export?format={format}");

    private async Task<string> Read(string path, string accept = "*/*")
    {
        var (status, text) = await system.Text(Auditor, path, accept);
        status.ShouldBe(200, path);
        return text;
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static async Task IsValid(string schema, string export) => (await Run(schema, export)).ShouldBe(0, schema);

    private static async Task<int> Run(string schema, string export)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, export, TestContext.Current.CancellationToken);
            return await Validate([Path.Combine(Top, "tests/Contracts/Published", schema), file]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    // Pairs of a schema and a file.
    private static async Task<int> Validate(IEnumerable<string> files)
    {
        using var validator = Process.Start(
            new ProcessStartInfo(Path.Combine(Top, "tests/checks/validate"), files) { RedirectStandardError = true }
        )!;
        var said = await validator.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await validator.WaitForExitAsync(TestContext.Current.CancellationToken);
        validator.ExitCode.ShouldBeLessThan(3, said);
        TestContext.Current.TestOutputHelper?.WriteLine(said);
        return validator.ExitCode;
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
