using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PracticeAnalysis.Gateway;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;
using PracticeAnalysis.OpenApi;

namespace PracticeAnalysis.EndToEnd;

/// <summary>The examples of the contract are what a running system was asked and answered. Where one is no longer so, <c>WRITE_EXAMPLES=1</c> records
/// it anew; ids stand for those of the run, and nothing that opens a door is kept.</summary>
[Collection(typeof(TheSystem))]
public partial class the_contracts_examples(SystemFixture system)
{
    // Of a list an example shows so many items.
    private const int Shown = 2;

    // What cannot be recorded, and why: these examples are drawn from their schemas.
    private static readonly Dictionary<string, string> Drawn = new()
    {
        ["reporting/FailNegotiation"] = "A negotiation fails after a deadline, which is fourteen days ahead of the clock when it is set.",
    };

    private static readonly string File = Path.Combine(Repository.Root, "services", "Shared", "OpenApi", "examples.json");

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed record Body(string Schema, JsonNode Json, bool IsAsked);

    [Fact]
    public async Task are_what_was_asked_and_answered()
    {
        var turns = await RecordedLife.Turns(system);
        var bodies = system.Recorded.Concat(await RecordedLife.Of(system)).Concat(turns).SelectMany(Bodies).ToLookup(b => b.Schema);
        var written = JsonNode.Parse(await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken))!.AsObject();
        if (Environment.GetEnvironmentVariable("WRITE_EXAMPLES") == "1")
        {
            written = Recorded(written, bodies);
            await System.IO.File.WriteAllTextAsync(
                File,
                written.ToJsonString(ApiDocument.Layout) + "\n",
                TestContext.Current.CancellationToken
            );
        }

        bodies.Select(b => b.Key).Where(schema => written[schema] is not { } example || !IsSo(example, bodies[schema])).ShouldBeEmpty();
        written
            .Select(w => w.Key)
            .Except(bodies.Select(b => b.Key))
            .Where(key => !key.Contains(' '))
            .ShouldBeEmpty("nobody asks or answers it");
        (await Shows()).Except(written.Select(w => w.Key)).ShouldBe(Drawn.Keys, ignoreOrder: true, "take a turn that asks for it");
    }

    [Fact]
    public async Task in_other_forms_than_json_are_what_was_answered()
    {
        var written = JsonNode.Parse(await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken))!.AsObject();
        var ids = new Dictionary<string, string>();
        foreach (var (operation, (role, path)) in await Texts())
        {
            var (status, text) = await system.Text(role, path, operation.Split(' ')[^1]);
            status.ShouldBe(200, $"{operation}: {text}");
            var begins = Kept(text, ids);
            if (Environment.GetEnvironmentVariable("WRITE_EXAMPLES") == "1")
            {
                written[operation] = begins;
            }

            Beginning(begins).ShouldBe(Beginning(written[operation]!.ToString()), operation);
        }

        if (Environment.GetEnvironmentVariable("WRITE_EXAMPLES") == "1")
        {
            await System.IO.File.WriteAllTextAsync(
                File,
                new JsonObject(
                    written.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => KeyValuePair.Create(w.Key, w.Value?.DeepClone()))
                ).ToJsonString(ApiDocument.Layout) + "\n",
                TestContext.Current.CancellationToken
            );
        }

        (await TextsShown()).Where(shown => written[shown] is null).ShouldBeEmpty("record it");
    }

    [Fact]
    public async Task of_spreadsheets_are_taken_as_they_are()
    {
        var written = JsonNode.Parse(await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken))!.AsObject();
        var sheets = written.Where(w => w.Key.StartsWith("engagement/POST", StringComparison.Ordinal)).ToList();
        sheets.Count.ShouldBe(3);
        foreach (var (operation, text) in sheets)
        {
            var (status, answer) = await system.Ask(
                system.One(Roles.Practice),
                $"{operation.Split(' ')[1]}?dryRun=true",
                text!.ToString(),
                media: "text/csv"
            );
            status.ShouldBe(202, $"{operation}: {answer}");
        }
    }

    // What is asked for in each form, and by whom.
    private async Task<IReadOnlyDictionary<string, (Actor Of, string Path)>> Texts()
    {
        var said = system.Exports();
        var (practice, member) = (system.One(Roles.Practice), system.One(Roles.Member));
        var auditor = await system.Auditor(practice.Tenant);
        var grant = (await system.Ask(auditor, "/v1/audit-grants")).Body!["items"]![0]!["id"];
        var calendar = (await system.Ask(member, "/v1/calendar-links", "{}")).Body!["address"]!.ToString();
        var import = (
            await system.Ask(practice, "/v1/imports/establishments?dryRun=true", "name;sector;siret\nA;social;1", media: "text/csv")
        ).Body!["id"];
        await SystemFixture.Until(
            async () => (await system.Ask(practice, $"/v1/operations/{import}")).Body!["state"]!.ToString() == "ended",
            "the import has ended"
        );
        var (engagement, establishment) = ($"/v1/engagements/{said["ENGAGEMENT"]}", $"/v1/establishments/{said["ESTABLISHMENT_ID"]}");
        var quarter = $"period={said["QUARTER"]}";
        return new Dictionary<string, (Actor, string)>
        {
            ["reporting/GET /v1/audit-grants/{id}/export application/xml"] = (auditor, $"/v1/audit-grants/{grant}/export?format=xes"),
            ["reporting/GET /v1/audit-grants/{id}/export text/csv"] = (auditor, $"/v1/audit-grants/{grant}/export?format=csv"),
            ["reporting/GET /v1/engagements/{id}/export application/xml"] = (auditor, $"{engagement}/export?format=xes"),
            ["reporting/GET /v1/engagements/{id}/export text/csv"] = (auditor, $"{engagement}/export?format=csv"),
            ["reporting/GET /v1/engagements/{id}/history application/x-ndjson"] = (auditor, $"{engagement}/history"),
            ["reporting/GET /v1/establishments/{id}/action-tracks text/csv"] = (practice, $"{establishment}/action-tracks"),
            ["reporting/GET /v1/establishments/{id}/indicators text/csv"] = (practice, $"{establishment}/indicators?{quarter}"),
            ["reporting/GET /v1/establishments/{id}/indicators/chart image/svg+xml"] = (
                practice,
                $"{establishment}/indicators/chart?{quarter}&series=participation"
            ),
            ["reporting/GET /v1/establishments/{id}/indicators/chart text/html"] = (
                practice,
                $"{establishment}/indicators/chart?{quarter}&series=participation"
            ),
            ["reporting/GET /v1/roll-ups/{kind}/{code}/indicators text/csv"] = (
                practice,
                $"/v1/roll-ups/practice/all/indicators?{quarter}"
            ),
            ["reporting/GET /v1/roll-ups/{kind}/{code}/indicators/chart image/svg+xml"] = (
                practice,
                $"/v1/roll-ups/practice/all/indicators/chart?{quarter}&series=participation"
            ),
            ["reporting/GET /v1/roll-ups/{kind}/{code}/indicators/chart text/html"] = (
                practice,
                $"/v1/roll-ups/practice/all/indicators/chart?{quarter}&series=participation"
            ),
            ["reporting/GET /v1/event-schemas/{type} application/schema+json"] = (
                auditor,
                "/v1/event-schemas/engagement.acceptance_recorded"
            ),
            ["reporting/GET /v1/proof/checkpoint text/plain"] = (auditor, "/v1/proof/checkpoint"),
            ["reporting/GET /v1/proof/checkpoints application/x-ndjson"] = (auditor, "/v1/proof/checkpoints"),
            ["reporting/GET /v1/proof/entries application/x-ndjson"] = (auditor, "/v1/proof/entries"),
            ["engagement/GET /v1/proof/heads/engagement application/x-ndjson"] = (auditor, "/v1/proof/heads/engagement"),
            ["reporting/GET /v1/proof/heads/reporting application/x-ndjson"] = (auditor, "/v1/proof/heads/reporting"),
            ["session/GET /v1/proof/heads/session application/x-ndjson"] = (auditor, "/v1/proof/heads/session"),
            ["session/GET /v1/calendars/{secret}/sessions.ics text/calendar"] = (member, calendar),
            ["engagement/GET /v1/operations/{id}/results application/x-ndjson"] = (practice, $"/v1/operations/{import}/results"),
        };
    }

    // Every form but JSON and streams of events of which the contract has an example.
    private async Task<IReadOnlyList<string>> TextsShown()
    {
        var shown = new List<string>();
        foreach (var service in ServiceRoutes.Services)
        {
            var (_, document) = await system.Ask(new("t", Roles.Practice, Guid.NewGuid()), $"/openapi/{service}.json");
            shown.AddRange(
                from path in document!["paths"]!.AsObject()
                from operation in path.Value!.AsObject()
                from content in operation.Value!["responses"]!
                    .AsObject()
                    .Where(r => r.Key == "200")
                    .Select(r => r.Value!["content"])
                    .Append(operation.Value["requestBody"]?["content"])
                from form in content?.AsObject() ?? []
                where form.Value!["schema"]?["type"]?.ToString() == "string" && form.Key != "text/event-stream"
                select ExamplePass.OfText($"{service}/{operation.Key.ToUpperInvariant()} {path.Key}", form.Key)
            );
        }

        return [.. shown.Distinct()];
    }

    // So much as shows the form: of what comes line by line two lines, of the rest as much as two lines may be.
    private static string Kept(string text, Dictionary<string, string> ids)
    {
        var lines = text.Split('\n');
        var first =
            text.StartsWith("BEGIN:VCALENDAR", StringComparison.Ordinal) || lines.Length < 3 || lines[0].Length < 30
                ? text
                : string.Join('\n', lines.Take(2)) + "\n";
        first = first.Length > 2_000 ? first[..2_000] + "…" : first;
        return Id().Replace(Secret().Replace(first, m => m.Groups["kind"].Value + "…"), m => Stable(m.Value, ids));
    }

    // Its numbers, ids and words are a run's own.
    private static string Beginning(string text) => Numbers().Replace(Varies().Replace(text[..Math.Min(100, text.Length)], "*"), "*")[..12];

    // Every body that the contract has an example of.
    private async Task<IReadOnlyList<string>> Shows()
    {
        var shown = new List<string>();
        foreach (var service in ServiceRoutes.Services)
        {
            var (_, document) = await system.Ask(new("t", Roles.Practice, Guid.NewGuid()), $"/openapi/{service}.json");
            shown.AddRange(document!["components"]!["examples"]!.AsObject().Select(e => $"{service}/{e.Key}"));
        }

        return shown;
    }

    // Those that are so stay; of the others the one that says most.
    private static JsonObject Recorded(JsonObject before, ILookup<string, Body> bodies)
    {
        var ids = new Dictionary<string, string>();
        return new(
            bodies
                .Select(of =>
                    KeyValuePair.Create<string, JsonNode?>(
                        of.Key,
                        before[of.Key] is { } example && IsSo(example, of)
                            ? example.DeepClone()
                            : Kept(of.MaxBy(b => (Form(b.Json, b.IsAsked).Length, -b.Json.ToJsonString(Plain).Length))!, ids)
                    )
                )
                .Concat(before.Where(w => w.Key.Contains(' ')).Select(w => KeyValuePair.Create(w.Key, w.Value?.DeepClone())))
                .OrderBy(w => w.Key, StringComparer.Ordinal)
        );
    }

    // What was asked is asked word by word but for ids, moments and digests; what was answered has the members that it had.
    private static bool IsSo(JsonNode example, IEnumerable<Body> bodies) =>
        bodies.Any(b => Form(b.Json, b.IsAsked) == Form(example, b.IsAsked));

    private static string Form(JsonNode body, bool isAsked) =>
        isAsked
            ? Varies().Replace(body.ToJsonString(Plain), "*")
            : string.Join('\n', Members(string.Empty, body).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<string> Members(string at, JsonNode? node) =>
        node switch
        {
            // A replayed state has the members that its events happened to say.
            JsonObject members when at != "/items/*/state" => members.SelectMany(m => Members($"{at}/{m.Key}", m.Value)),
            JsonArray items => items.Take(Shown).SelectMany(i => Members($"{at}/*", i)).Append($"{at} list"),
            _ => [at],
        };

    private static IEnumerable<Body> Bodies(Asked asked)
    {
        var says = asked.Operation.Says;
        if (asked.Body is { } sent && Schema(says["requestBody"]?["content"], asked.Operation.Media) is { } command)
        {
            foreach (var line in asked.Operation.TakesLines ? sent.Split('\n') : [sent])
            {
                yield return new($"{asked.Operation.Service}/{command}", JsonNode.Parse(line)!, true);
            }
        }

        if (asked.Answered is { } answered && Schema(says["responses"]![$"{answered.Status}"]?["content"]) is { } view)
        {
            yield return new($"{asked.Operation.Service}/{view}", JsonNode.Parse(answered.Body)!, false);
        }
    }

    private static string? Schema(JsonNode? content, string media = "application/json") =>
        content?[media]?["schema"]?["$ref"]?.ToString().Split('/')[^1];

    private static JsonNode Kept(Body body, Dictionary<string, string> ids)
    {
        var text = (body.IsAsked ? body.Json : Cut(body.Json)!).ToJsonString(Plain);
        text = Secret().Replace(text, m => m.Groups["kind"].Value + "…");
        return JsonNode.Parse(Id().Replace(text, m => Stable(m.Value, ids)))!;
    }

    private static string Stable(string id, Dictionary<string, string> ids) =>
        ids.TryGetValue(id, out var known)
            ? known
            : ids[id] = string.Create(CultureInfo.InvariantCulture, $"01a20d7e-0000-7000-8000-{ids.Count + 1:d12}");

    private static JsonNode? Cut(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, Cut(m.Value)))),
            JsonArray items => new JsonArray([.. items.Take(Shown).Select(Cut)]),
            _ => node?.DeepClone(),
        };

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex(
        @"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}|\d{4}-(\d\d-\d\d(T[0-9:.]+(Z|[+-]\d\d:\d\d))?|Q\d)|\b\d{14}\b|(?<=""generation"":)\d+|(?<=— \S+ )[A-Za-z0-9+/=]+"
    )]
    private static partial Regex Varies();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();

    // Keys, signing secrets, and addresses that are keys.
    [GeneratedRegex(@"(?<kind>pa_(test|live)_|whsec_|/v1/calendars/)[A-Za-z0-9+/=_-]+")]
    private static partial Regex Secret();
}
