using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Npgsql;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>Requests that the API's documents allow, each bent somewhere: whatever comes, no answer of 500 and none that breaks their
/// schema, every refusal a problem, and what was refused changed nothing. The seed is printed; <c>BENT_SEED</c> plays it again.</summary>
[Collection(typeof(TheSystem))]
public class when_requests_are_bent(SystemFixture system)
{
    private const string Tenant = "cabinet-courbe";

    private readonly int _seed = int.TryParse(Environment.GetEnvironmentVariable("BENT_SEED"), CultureInfo.InvariantCulture, out var given)
        ? given
        : Random.Shared.Next();

    [Fact]
    public Task two_thousand_leave_the_system_as_it_was() => Bend(2_000);

    [Fact]
    [Long("bent_requests")]
    public Task twenty_thousand_leave_the_system_as_it_was() => Bend(20_000);

    private async Task Bend(int times)
    {
        Observed.Tell($"BENT_SEED={_seed}");
        var random = new Random(_seed);
        var (actors, ids) = await Stand();
        var operations = await Operations.Read(system);
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        using var http = new HttpClient(new BeginningsAlone(new SocketsHttpHandler())) { BaseAddress = system.Host.Gateway };
        var before = await Written(owner);
        var answers = new SortedDictionary<int, int>();
        for (var n = 0; n < times; n++)
        {
            var operation = operations[random.Next(operations.Count)];
            var actor = actors[operation.IsOpen ? Roles.Member : operation.Roles[random.Next(operation.Roles.Count)]];
            using var request = Bent(operation, actor, ids, random);
            var asked =
                $"{n}: {request.Method} {request.RequestUri} {(request.Content is null ? "" : Encoding.UTF8.GetString(await request.Content.ReadAsByteArrayAsync()))}";
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            var status = (int)answer.StatusCode;
            answers[status] = answers.GetValueOrDefault(status) + 1;
            status.ShouldBeLessThan(500, asked);
            (await ApiContract.Of("gateway").Wrong(answer, TestContext.Current.CancellationToken)).ShouldBeNull(asked);
            if (status >= 400)
            {
                if (request.Method != HttpMethod.Head)
                {
                    (answer.Content.Headers.ContentType?.MediaType).ShouldBe("application/problem+json", asked);
                }

                var after = await Written(owner);
                after.Except(before).ShouldBeEmpty($"{status} {asked}");
            }
            else
            {
                before = await Written(owner);
            }
        }

        Observed.Tell(string.Join(", ", answers.Select(a => $"{a.Value} answers of {a.Key}")));
        answers.Keys.ShouldContain(400);
        answers.Keys.ShouldContain(409);
    }

    // An engagement with an open session, so that what is bent comes as far as the rules.
    private async Task<(IReadOnlyDictionary<string, Actor> Actors, IReadOnlyDictionary<string, string> Ids)> Stand()
    {
        using var http = new HttpClient { BaseAddress = system.Host.Gateway };
        var api = new Caller(http, system.Host.Mint, new Progress("test", 1, _ => { }), TestContext.Current.CancellationToken);
        var practice = new Actor(Tenant, Roles.Practice, Guid.NewGuid());
        var stage = new Stage(api, new(TimeProvider.System), practice);
        var told = Stories.Read();
        await stage.Register(told.Establishments);
        var (cast, _) = await new Founding(stage, told.Engagements.Single(s => s.Key == "circle-8")).Lead();
        var now = DateTimeOffset.UtcNow;
        var session = await api.StartWhenKnown(cast.Facilitator, $"/v1/groups/{cast.Group}/sessions", now, new { plannedFor = now });
        await api.Change(cast.Facilitator, $"/v1/sessions/{session.Id}", "open", now, new { });
        return (
            new[]
            {
                practice,
                cast.Facilitator,
                cast.Members[0],
                cast.Establishment,
                new(Tenant, Roles.Platform, Guid.NewGuid()),
                stage.Auditor,
                new(Tenant, Roles.Operator, Guid.NewGuid()),
            }.ToDictionary(a => a.Role),
            new Dictionary<string, string>
            {
                ["engagements"] = $"{cast.Engagement}",
                ["groups"] = $"{cast.Group}",
                ["sessions"] = $"{session.Id}",
                ["establishments"] = $"{cast.Establishment.Establishment}",
                ["facilitators"] = $"{cast.Facilitator.Person}",
                ["phases"] = "settle",
                ["frames"] = "circle-8",
                ["protocols"] = "free-circle",
            }
        );
    }

    private HttpRequestMessage Bent(Operation operation, Actor actor, IReadOnlyDictionary<string, string> ids, Random random)
    {
        var parts = operation.Path.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].StartsWith('{'))
            {
                parts[i] = random.Next(10) switch
                {
                    0 => Guid.Empty.ToString(),
                    1 => "x",
                    2 => Uri.EscapeDataString("é'\"%\t;--"),
                    _ => ids.GetValueOrDefault(parts[i - 1], Guid.NewGuid().ToString()),
                };
            }
        }

        var query = operation.Method != "GET" ? string.Empty : Query[random.Next(Query.Length)];
        var method = random.Next(50) == 0 ? Methods[random.Next(Methods.Length)] : operation.Method;
        var request = new HttpRequestMessage(new(method), string.Join('/', parts) + query);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", system.Host.Mint.For(actor));
        if (operation.Method == "POST")
        {
            request.Headers.TryAddWithoutValidation("If-Match", Versions[random.Next(Versions.Length)]);
            request.Content = new StringContent(Text(operation.Body, random), Encoding.UTF8, "application/json");
        }

        if (random.Next(4) == 0)
        {
            var (name, value) = Headers[random.Next(Headers.Length)];
            if (!request.Headers.TryAddWithoutValidation(name, value) && request.Content is { } content)
            {
                content.Headers.Remove(name);
                content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    private static readonly string[] Methods = ["HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "COURBE"];

    private static readonly (string Name, string Value)[] Headers =
    [
        ("Accept", "text/plain"),
        ("Accept", ";;q=x"),
        ("Accept", "application/x-ndjson"),
        ("Accept-Language", "fr;q=9,,;"),
        ("Accept-Encoding", "br;q=2, rien"),
        ("If-None-Match", "*"),
        ("If-None-Match", "nonsense"),
        ("If-Modified-Since", "yesterday"),
        ("Range", "bytes=9-1"),
        ("Expect", "nothing"),
        ("Idempotency-Key", ""),
        ("Idempotency-Key", "a b"),
        ("Idempotency-Key", "again"),
        ("X-Request-Id", "\t"),
        ("traceparent", "00-x"),
        ("Content-Type", "application/json; charset=utf-16"),
        ("Content-Type", "application/json; charset=nothing"),
        ("Content-Type", "text/plain"),
        ("Content-Encoding", "gzip"),
    ];

    private static readonly string[] Query =
    [
        "",
        "?period=2026-Q1",
        "?period=2026-Q9&series=gollac",
        "?version=-1",
        "?version=99999999999999999999",
        "?at=yesterday",
        "?at=0001-01-01T00:00:00Z",
        "?occurredBy=2026-03-02T09:00:00Z",
        "?after=x",
        "?after=MQ",
        "?of=00000000-0000-0000-0000-000000000000",
        "?from=0001-01-01T00:00:00Z&to=9999-12-31T23:59:59Z",
        "?from=2026-03-02T09:00:00Z&to=2026-03-01T09:00:00Z",
        "?year=2026",
        "?year=-5",
        "?format=csv",
        "?format=ocel",
        "?format=%00",
    ];

    private static readonly string[] Versions =
    [
        "\"1\"",
        "\"2\"",
        "*",
        "\"\"",
        "W/\"1\"",
        "\"999999999999999999999\"",
        "nonsense",
        "\"-1\"",
    ];

    private static readonly Func<JsonNode?>[] Values =
    [
        () => null,
        () => JsonValue.Create(""),
        () => JsonValue.Create(" "),
        () => JsonValue.Create("\u202e\u0007texte"),
        () => JsonValue.Create(new string('a', 40_000)),
        () => JsonValue.Create(-1),
        () => JsonValue.Create(int.MaxValue),
        () => JsonValue.Create(1.5),
        () => JsonValue.Create(true),
        () => new JsonArray(),
        () => new JsonArray(null, null),
        () => new JsonObject(),
        () => JsonValue.Create("9999-12-31T23:59:59Z"),
        () => JsonValue.Create("0001-01-01T00:00:00Z"),
        () => JsonValue.Create(Guid.Empty),
        () => JsonValue.Create("practice-analysis"),
    ];

    private static string Text(JsonNode? sample, Random random)
    {
        var body = sample?.DeepClone() as JsonObject ?? [];
        for (var bends = random.Next(0, 3); bends > 0; bends--)
        {
            Bend(body, random);
        }

        var text = body.ToJsonString();
        return random.Next(20) switch
        {
            0 => text[..(text.Length / 2)],
            1 => text.Replace("}", ",\"unknown\":1}", StringComparison.Ordinal),
            2 => text.Replace("\"x\"", "\"\\u0000\"", StringComparison.Ordinal),
            3 => text.Replace("\"x\"", "\"\\ud800\"", StringComparison.Ordinal),
            4 => text.Insert(1, "\"reason\":\"a\",\"reason\":\"b\","),
            5 => new string('[', 64) + new string(']', 64),
            6 => "null",
            _ => text,
        };
    }

    private static void Bend(JsonObject body, Random random)
    {
        var inner = body.Where(m => m.Value is JsonObject).ToList();
        if (inner.Count > 0 && random.Next(2) == 0)
        {
            Bend(inner[random.Next(inner.Count)].Value!.AsObject(), random);
            return;
        }

        var names = body.Select(m => m.Key).Append("occurredAt").ToList();
        var name = names[random.Next(names.Count)];
        if (random.Next(4) == 0)
        {
            body.Remove(name);
        }
        else
        {
            body[name] = Values[random.Next(Values.Length)]();
        }
    }

    // What persons wrote, each fact by its kind and writer. What follows from it by message comes when it comes, and that an auditor looked is
    // kept before it is known whether there was anything to see.
    private static async Task<IReadOnlyList<string>> Written(NpgsqlDataSource owner)
    {
        var facts = OfflineFold.Services.Select(s =>
            $"select '{s.Name} ' || seq_id || ' ' || type || ' by ' || user_name from {s.Name}.mt_events where tenant_id = '{Tenant}' and user_name not like 'message:%' and user_name not in ('time', 'erasure') and type <> 'replay_performed'"
        );
        await using var command = owner.CreateCommand(string.Join(" union all ", facts) + " order by 1");
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var written = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            written.Add(rows.GetString(0));
        }

        return written;
    }
}
