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

    // No story asks for these yet: their examples are drawn from their schemas.
    private const int Drawn = 79;
    private static readonly string File = Path.Combine(Repository.Root, "services", "Shared", "OpenApi", "examples.json");

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed record Body(string Schema, JsonNode Json, bool IsAsked);

    [Fact]
    public async Task are_what_was_asked_and_answered()
    {
        var bodies = system.Recorded.Concat(await RecordedLife.Of(system)).SelectMany(Bodies).ToLookup(b => b.Schema);
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
        written.Select(w => w.Key).Except(bodies.Select(b => b.Key)).ShouldBeEmpty("nobody asks or answers it");
        (await Shows()).Except(written.Select(w => w.Key)).Count().ShouldBeLessThanOrEqualTo(Drawn, "tell a story that asks for it");
    }

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
                .OrderBy(b => b.Key, StringComparer.Ordinal)
                .Select(of =>
                    KeyValuePair.Create<string, JsonNode?>(
                        of.Key,
                        before[of.Key] is { } example && IsSo(example, of)
                            ? example.DeepClone()
                            : Kept(of.MaxBy(b => (Form(b.Json, b.IsAsked).Length, -b.Json.ToJsonString(Plain).Length))!, ids)
                    )
                )
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
        if (asked.Body is { } sent && Schema(says["requestBody"]?["content"]) is { } command)
        {
            yield return new($"{asked.Operation.Service}/{command}", JsonNode.Parse(sent)!, true);
        }

        if (asked.Answered is { } answered && Schema(says["responses"]![$"{answered.Status}"]?["content"]) is { } view)
        {
            yield return new($"{asked.Operation.Service}/{view}", JsonNode.Parse(answered.Body)!, false);
        }
    }

    private static string? Schema(JsonNode? content) => content?["application/json"]?["schema"]?["$ref"]?.ToString().Split('/')[^1];

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
        @"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}|\d{4}-(\d\d-\d\d(T[0-9:.]+(Z|[+-]\d\d:\d\d))?|Q\d)|\b\d{14}\b"
    )]
    private static partial Regex Varies();

    // Keys, signing secrets, and addresses that are keys.
    [GeneratedRegex(@"(?<kind>pa_(test|live)_|whsec_|/v1/calendars/)[A-Za-z0-9+/=_-]+")]
    private static partial Regex Secret();
}
