using System.Diagnostics;
using System.Text.Json.Nodes;
using PracticeAnalysis.OpenApi;

namespace PracticeAnalysis.Contracts.Golden;

/// <summary>What is committed under <c>contracts/openapi</c> is what the services say of themselves, and breaks no client of the last release.</summary>
public class when_the_contract_is_published
{
    private static readonly string Root = FindRoot();
    private static readonly string Folder = Path.Combine(Root, "contracts", "openapi");

    [Theory]
    [InlineData("Engagement")]
    [InlineData("Session")]
    [InlineData("Reporting")]
    public async Task the_committed_document_is_the_one_that_the_service_writes(string service)
    {
        var written = await Write(service);
        var committed = await File.ReadAllTextAsync(DocumentFile(service.ToLowerInvariant()), TestContext.Current.CancellationToken);
        (written == committed).ShouldBeTrue(
            $"contracts/openapi/{service.ToLowerInvariant()}.json is stale: run deploy/build, then deploy/openapi."
        );
    }

    [Fact]
    public async Task the_document_of_the_one_origin_is_the_three_merged()
    {
        var parts = new[] { "engagement", "session", "reporting" }.ToDictionary(s => s, s => File.ReadAllText(DocumentFile(s)));
        var committed = await File.ReadAllTextAsync(DocumentFile("gateway"), TestContext.Current.CancellationToken);
        (OpenApiMerge.Of(parts) == committed).ShouldBeTrue("contracts/openapi/gateway.json is stale: run deploy/openapi.");
        var ids = Operations(JsonNode.Parse(committed)!.AsObject()).Select(o => o.Value!["operationId"]!.GetValue<string>()).ToList();
        ids.ShouldBeUnique();

        // And two of the gateway's own, which gather what each exports of a person, and what waits for one.
        ids.Count.ShouldBe(parts.Values.Sum(p => Operations(JsonNode.Parse(p)!.AsObject()).Count()) + 2);
        ids.ShouldContain("getPersonMeExport");
    }

    [Fact]
    public async Task what_is_told_unasked_is_drawn_from_that_one_document()
    {
        var committed = await File.ReadAllTextAsync(DocumentFile("asyncapi"), TestContext.Current.CancellationToken);
        var contract = await File.ReadAllTextAsync(DocumentFile("gateway"), TestContext.Current.CancellationToken);
        (AsyncApi.Of(contract) == committed).ShouldBeTrue("contracts/openapi/asyncapi.json is stale: run deploy/openapi.");
    }

    [Fact]
    public void an_event_is_typed_wherever_it_is_told()
    {
        var document = Document("gateway");
        var schemas = document["components"]!["schemas"]!;
        var inFeed = schemas["PublicEvent"]!["discriminator"]!["mapping"]!.AsObject().Select(m => m.Value!.ToString()).ToList();
        inFeed.ShouldBe(schemas["PublicEvent"]!["oneOf"]!.AsArray().Select(e => e!["$ref"]!.ToString()));
        var called = document["webhooks"]!
            .AsObject()
            .Select(w => w.Value!["post"]!["requestBody"]!["content"]!["application/cloudevents+json"]!["schema"]!["$ref"]!.ToString())
            .ToList();
        inFeed.Except(called).ShouldBe(["#/components/schemas/BilanAnsweredEvent"], "the others are told to whoever may subscribe");
        called.Except(inFeed).ShouldBe(["#/components/schemas/WebhookTestEvent"]);
        foreach (var (type, schema) in schemas["CloudEvent"]!["discriminator"]!["mapping"]!.AsObject())
        {
            var own = schemas[schema!.ToString().Split('/')[^1]]!;
            own["allOf"]![1]!["properties"]!["type"]!["const"]!.ToString().ShouldBe(type);
            type.ShouldBe($"practice-analysis.{own["title"]}.v1");
        }
    }

    [Fact]
    public void a_breaking_change_is_named_in_the_changelog()
    {
        var changelog = File.ReadAllText(Path.Combine(Root, "CHANGELOG.md"));
        OpenApiDifference
            .Breaking(Released(), Document("gateway"))
            .Where(b => !changelog.Contains(b, StringComparison.Ordinal))
            .ShouldBeEmpty("these break clients of the last release: mend them, or name each in CHANGELOG.md");
    }

    [Fact]
    public void every_operation_is_documented_whole()
    {
        foreach (var (name, operation) in Operations(Document("gateway")))
        {
            foreach (var member in new[] { "operationId", "summary", "description", "tags", "security", "x-roles", "responses" })
            {
                operation![member].ShouldNotBeNull($"{name}: {member}");
            }

            var responses = operation!["responses"]!.AsObject();
            var answered = responses.Single(r => r.Key is "200" or "201" or "202").Value!["content"];
            answered.ShouldNotBeNull($"{name}: say what it answers, by Produces");
            foreach (var body in new[] { operation["requestBody"]?["content"], answered })
            {
                (body?.AsObject() ?? []).ShouldAllBe(
                    c => c.Value!["example"] != null || c.Value["examples"] != null,
                    $"{name}: an example"
                );
            }

            string[] ofTokens = operation["security"]!.AsArray().Count == 0 ? [] : ["401", "403"];
            new[] { "400", "429", "500", "503" }.Concat(ofTokens).Except(responses.Select(r => r.Key)).ShouldBeEmpty(name);
        }
    }

    [Fact]
    public void every_table_names_its_columns_and_how_a_time_in_one_is_written()
    {
        var tables = Operations(Document("gateway"))
            .Select(o => (Name: o.Key, Table: o.Value!["responses"]!["200"]?["content"]?["text/csv"]))
            .Where(o => o.Table is not null)
            .ToList();
        tables.Count.ShouldBe(5);
        foreach (var (name, table) in tables)
        {
            var said = table!["schema"]!["description"]?.GetValue<string>();
            said.ShouldNotBeNull(name);
            var columns = said.Split("Columns: ")[1];
            foreach (var time in (string[])["occurredAt", "recordedAt", "arrivedAt", "opened", "changed", "period"])
            {
                if (columns.Contains($"{time},", StringComparison.Ordinal) || columns.Contains($"{time} ", StringComparison.Ordinal))
                {
                    columns.ShouldMatch($@"\b{time} \([^)]*UTC\)", name);
                }
            }
        }
    }

    [Fact]
    public void every_list_is_read_portion_by_portion()
    {
        // Not lists of resources, but what stands at one moment, waits, or is disclosed at once: answered whole.
        string[] whole =
        [
            "GET /v1/disclosures/{id}/narratives",
            "GET /v1/engagements/{id}/difference",
            "GET /v1/engagements/{id}/states",
            "GET /v1/establishments/{id}/succession/terms",
            "GET /v1/persons/me/waiting/engagement",
            "GET /v1/persons/me/waiting/reporting",
            "GET /v1/persons/me/waiting/session",
            "GET /v1/sandbox/generations",
        ];
        var document = Document("gateway");
        var lists = Operations(document)
            .Where(o => o.Key.StartsWith("GET ", StringComparison.Ordinal))
            .Where(o =>
                o.Value!["responses"]!["200"]?["content"]?["application/json"]?["schema"] is { } schema && HasItems(document, schema)
            )
            .ToList();
        lists.Count.ShouldBeGreaterThan(25);
        lists
            .Where(o =>
                !o.Value!["parameters"]!.AsArray().Select(p => p!["name"]?.GetValue<string>()).Intersect(["after", "limit"]).Skip(1).Any()
                || o.Value["responses"]!["200"]!["headers"]!["Link"] is null
            )
            .Select(o => o.Key)
            .ShouldBe(whole, ignoreOrder: true);
    }

    private static bool HasItems(JsonObject document, JsonNode schema) =>
        (schema["$ref"]?.GetValue<string>() is { } name ? document["components"]!["schemas"]![name.Split('/')[^1]]! : schema)[
            "properties"
        ]?["items"]
            is not null;

    public static TheoryData<string, string> Planted =>
        new()
        {
            { """paths["/v1/things"]""", "POST /v1/things: removed" },
            { """responses["404"]""", "POST /v1/things: status 404 removed" },
            { """answer.name""", "POST /v1/things: 201/name removed" },
            { """answer.required""", "POST /v1/things: 201/name may now be absent" },
            { """body.required""", "POST /v1/things: body/colour newly required" },
            { """body.enum""", "POST /v1/things: body/colour no longer takes red" },
            { """body.type""", "POST /v1/things: body/size changed its type from integer to string" },
            { """body.maximum""", "POST /v1/things: body/size is held to a narrower maximum" },
            { """answer.null""", "POST /v1/things: 201/name may now be null" },
            { """parameter""", "POST /v1/things: parameter query from newly required" },
            { """roles""", "POST /v1/things: no longer for practice" },
        };

    /// <summary>The difference sees what it is for: each kind of breaking change, planted alone.</summary>
    [Theory]
    [MemberData(nameof(Planted))]
    public void a_planted_change_is_seen(string what, string said)
    {
        var newer = JsonNode.Parse(Example)!.AsObject();
        var operation = newer["paths"]!["/v1/things"]!["post"]!.AsObject();
        var body = operation["requestBody"]!["content"]!["application/json"]!["schema"]!;
        var answer = newer["components"]!["schemas"]!["Thing"]!;
        Action plant = what switch
        {
            """responses["404"]""" => () => operation["responses"]!.AsObject().Remove("404"),
            "answer.name" => () => answer["properties"]!.AsObject().Remove("name"),
            "answer.required" => () => answer["required"] = new JsonArray(),
            "answer.null" => () => answer["properties"]!["name"]!["type"] = new JsonArray("string", "null"),
            "body.required" => () => body["required"] = new JsonArray("colour"),
            "body.enum" => () => body["properties"]!["colour"]!["enum"] = new JsonArray("blue"),
            "body.type" => () => body["properties"]!["size"]!["type"] = "string",
            "body.maximum" => () => body["properties"]!["size"]!["maximum"] = 5,
            "parameter" => () => operation["parameters"]![0]!["required"] = true,
            "roles" => () => operation["x-roles"] = new JsonArray("member"),
            _ => () => newer["paths"]!.AsObject().Remove("/v1/things"),
        };
        OpenApiDifference.Breaking(JsonNode.Parse(Example)!.AsObject(), newer).ShouldBeEmpty();
        plant();
        OpenApiDifference.Breaking(JsonNode.Parse(Example)!.AsObject(), newer).ShouldBe([said]);
    }

    /// <summary>What is added breaks nobody: a member answered, an optional one asked, a wider bound, another operation.</summary>
    [Fact]
    public void an_addition_is_no_breaking_change()
    {
        var newer = JsonNode.Parse(Example)!.AsObject();
        var body = newer["paths"]!["/v1/things"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!;
        body["properties"]!["weight"] = new JsonObject { ["type"] = "integer" };
        body["properties"]!["size"]!["maximum"] = 50;
        newer["components"]!["schemas"]!["Thing"]!["properties"]!["more"] = new JsonObject { ["type"] = "string" };
        newer["paths"]!["/v1/others"] = new JsonObject();
        OpenApiDifference.Breaking(JsonNode.Parse(Example)!.AsObject(), newer).ShouldBeEmpty();
    }

    /// <summary>Where the range of its type stood in place of a number's bounds, these may be told.</summary>
    [Fact]
    public void a_bound_that_was_none_may_be_told()
    {
        var (older, newer) = (JsonNode.Parse(Example)!.AsObject(), JsonNode.Parse(Example)!.AsObject());
        static JsonNode Size(JsonObject document) =>
            document["paths"]!["/v1/things"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!["properties"]!["size"]!;
        (Size(older)["minimum"], Size(older)["maximum"]) = (int.MinValue, int.MaxValue);
        (Size(newer)["minimum"], Size(newer)["maximum"]) = (1, 9);
        OpenApiDifference.Breaking(older, newer).ShouldBeEmpty();
        Size(older)["minimum"] = 0;
        OpenApiDifference.Breaking(older, newer).ShouldBe(["POST /v1/things: body/size is held to a narrower minimum"]);
    }

    /// <summary>A number's least is said: none that is answered, and no parameter, is under 0. What is asked for without bounds of its own is named here, and
    /// the list only shrinks.</summary>
    [Fact]
    public void a_number_is_bounded_by_more_than_its_type()
    {
        string[] unbounded =
        [
            "ClosePeriod/floor",
            "ClosePeriod/platformFloor",
            "CorrectedEvidence/number",
            "EngagementPin/version",
            "Frame/version",
            "ItemAnswer/value",
            "Limits/maximum",
            "Limits/minimum",
            "NumberRule/value",
            "Phase/minutes",
            "Protocol/version",
            "ProtocolRule/version",
            "RequestDisclosure/texts",
            "SeedSandbox/generation",
        ];
        var document = Document("gateway");
        document["components"]!["schemas"]!
            .AsObject()
            .SelectMany(s =>
                (s.Value!["properties"] as JsonObject ?? [])
                    .Where(p => IsUnder0(p.Value) || IsUnder0(p.Value!["items"]))
                    .Select(p => $"{s.Key}/{p.Key}")
            )
            .ShouldBe(unbounded, ignoreOrder: true);
        Operations(document)
            .Where(o => o.Value!["parameters"]!.AsArray().Any(p => IsUnder0(p!["schema"])))
            .Select(o => o.Key)
            .ShouldBeEmpty();
    }

    private static bool IsUnder0(JsonNode? schema) => schema?["minimum"]?.GetValue<long>() < 0;

    private const string Example = """
        {"paths": {"/v1/things": {"post": {
          "x-roles": ["practice", "member"],
          "parameters": [{"name": "from", "in": "query", "schema": {"type": "string"}}],
          "requestBody": {"required": true, "content": {"application/json": {"schema": {"type": "object", "properties": {
            "colour": {"type": "string", "enum": ["red", "blue"]}, "size": {"type": "integer", "maximum": 9}}}}}},
          "responses": {
            "201": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
            "404": {"description": "none"}}}}},
         "components": {"schemas": {"Thing": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}}}}
        """;

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Operations(JsonObject document) =>
        document["paths"]!
            .AsObject()
            .SelectMany(p => p.Value!.AsObject().Select(o => KeyValuePair.Create($"{o.Key.ToUpperInvariant()} {p.Key}", o.Value)));

    private static JsonObject Released()
    {
        var last = Directory.GetDirectories(Path.Combine(Root, "contracts", "released")).MaxBy(d => Version.Parse(Path.GetFileName(d)))!;
        return JsonNode.Parse(File.ReadAllText(Path.Combine(last, "gateway.json")))!.AsObject();
    }

    private static JsonObject Document(string name) => JsonNode.Parse(File.ReadAllText(DocumentFile(name)))!.AsObject();

    private static string DocumentFile(string name) => Path.Combine(Folder, $"{name}.json");

    private static async Task<string> Write(string service)
    {
        var assembly = Path.Combine(Root, "services", service, "bin", "Release", "net10.0", $"PracticeAnalysis.{service}.dll");
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [assembly, "openapi"]) { RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() }
        )!;
        var text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0);
        return text;
    }

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "PracticeAnalysis.sln")))
        {
            directory = directory.Parent!;
        }

        return directory.FullName;
    }
}
