using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EndToEnd;

/// <summary>Names, e-mail addresses and sentences are sent in every place of a request, into requests that are refused and messages that fail.
/// None of them stands in a log, a span, a metric, a dead letter or an answer.</summary>
[Collection(typeof(TheSystem))]
public partial class when_words_come_where_they_should_not(SystemFixture system)
{
    private const string Mark = "Kanari";

    // One word for each place, so that what is found says where it was sent.
    private static readonly string[] Places =
    [
        "path",
        "query",
        "method",
        "member",
        "unknown",
        "text",
        "number",
        "enum",
        "torn",
        "large",
        "siret",
        "agent",
        "referer",
        "cookie",
        "state",
        "baggage",
        "version",
        "language",
        "media",
        "host",
        "forwarded",
        "token",
        "email",
        "request-id",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task they_are_in_nothing_that_is_written_or_answered()
    {
        var trace = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var answers = new StringBuilder();
        var statuses = new List<int>();
        using var http = new HttpClient { BaseAddress = system.Host.Gateway };
        foreach (var request in Requests())
        {
            using (request)
            {
                Dress(request, trace);
                using var answer = await http.SendAsync(request, Cancel);
                statuses.Add((int)answer.StatusCode);
                answers.AppendLine(answer.Headers.ToString()).AppendLine(await answer.Content.ReadAsStringAsync(Cancel));
            }
        }

        statuses.ShouldAllBe(s => s < 500);
        statuses.ShouldContain(200);
        statuses.Distinct().Count().ShouldBeGreaterThan(5, string.Join(", ", statuses));

        // What was sent is exported by now: the spans of these requests from both ends, and metrics of every process since.
        foreach (var service in (string[])["gateway", "engagement"])
        {
            await SystemFixture.Until(() => Task.FromResult(system.Collector.HasSpan(service, trace)), $"{service} sends its span");
        }

        var exported = system.Collector.Metrics;
        await SystemFixture.Until(() => Task.FromResult(system.Collector.Metrics >= exported + 12), "metrics are sent");

        Found(answers.ToString()).ShouldBeEmpty("in answers");
        Found(await Search.Logs(system)).ShouldBeEmpty("in logs");
        Found(await Search.Dump(system)).ShouldBeEmpty("in the database");
        Places.Where(p => system.Collector.HasText(Word(p))).ShouldBeEmpty("in telemetry");
    }

    [Fact]
    public async Task a_dead_letter_does_not_say_what_its_message_failed_of()
    {
        await using var login = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("session"));
        await using var connection = await login.OpenConnectionAsync(Cancel);
        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        await using var command = new NpgsqlCommand(
            $"""
            insert into session.wolverine_dead_letters (id, body, message_type, received_at, exception_type, exception_message)
            values (gen_random_uuid(), '', 'a message', 'here', 'AnException', '{Word("text")} is no state')
            returning exception_type || ': ' || exception_message
            """,
            connection
        );
        (await command.ExecuteScalarAsync(Cancel)).ShouldBe("AnException: ");
    }

    [Fact]
    public async Task a_word_that_is_planted_is_found()
    {
        await using var collector = await Collector.Start();
        using var http = new HttpClient();
        using var span = await http.PostAsync(new Uri($"{collector.Address}/v1/traces"), new StringContent(Word("text")), Cancel);
        collector.HasText(Word("text")).ShouldBeTrue();
        Found($"... {Word("path")} ... {Word("email")}").ShouldBe(["path", "email"]);

        // The logs are there to be read, and say of a refused start what program text says.
        (await Search.Logs(system)).ShouldContain("\"says\":\"Application started.");
    }

    private static string Word(string place) => $"{Mark}{place}";

    private static IReadOnlyList<string> Found(string text) =>
        [.. Marked().Matches(text).Select(m => m.Groups["place"].Value).Where(Places.Contains).Distinct()];

    private IEnumerable<HttpRequestMessage> Requests()
    {
        var establishment = system.Demonstration.Establishments[0];
        yield return new(HttpMethod.Get, "/v1/frames");
        yield return new(HttpMethod.Get, $"/v1/frames/{Word("path")}");
        yield return new(HttpMethod.Get, $"/v1/sessions/{Word("path")}");
        yield return new(HttpMethod.Get, $"/{Word("path")}/nowhere");
        yield return new(HttpMethod.Get, $"/problems/{Word("path")}");
        yield return new(HttpMethod.Get, $"/v1/establishments/{establishment}/indicators?quarter={Word("query")}");
        yield return new(HttpMethod.Get, $"/v1/establishments/{establishment}/action-tracks?format={Word("query")}");
        yield return new(HttpMethod.Get, $"/v1/engagements/{system.Demonstration.Engagements[0]}?at={Word("query")}");
        yield return new(HttpMethod.Get, $"/v1/frames?{Word("query")}={Word("query")}");
        yield return new(new(Word("method").ToUpperInvariant()), "/v1/frames");
        yield return Post("/v1/establishments", $$"""{"name":"{{Word("member")}}\u0007","siret":"73282932000074","sector":"social"}""");
        yield return Post("/v1/establishments", $$"""{"name":"A","siret":"{{Word("siret")}}","sector":"social"}""");
        yield return Post("/v1/establishments", $$"""{"name":"A","siret":"73282932000074","sector":"{{Word("enum")}}"}""");
        yield return Post("/v1/establishments", $$"""{"name":"A","siret":"1","sector":"social","{{Word("unknown")}}":1}""");
        yield return Post("/v1/establishments", $$"""{"name":"{{Word("torn")}}","siret":""");
        yield return Post("/v1/establishments", $"\"{Word("text")}, {Word("email")}@exemple.test\"");
        yield return Post("/v1/establishments", $"\"{string.Concat(Enumerable.Repeat(Word("large"), 40_000))}\"");
        yield return Post(
            "/v1/facilitators",
            $$"""{"displayName":"A","independenceDeclared":true,"evidence":[{"kind":"diploma","title":"{{Word("text")}}","years":"{{Word("number")}}"}]}"""
        );
        yield return Post(
            $"/v1/groups/{Guid.NewGuid()}/members",
            $$"""{"displayName":"{{Word("member")}} <{{Word("email")}}@exemple.test>","institution":"{{Guid.NewGuid()}}"}"""
        );
        yield return Post($"/v1/engagements/{system.Demonstration.Engagements[0]}/abandon", $$"""{"reason":"{{Word("text")}}"}""");

        var media = Post("/v1/establishments", "{}");
        media.Content!.Headers.TryAddWithoutValidation("Content-Type", $"text/plain; name={Word("media")}");
        yield return media;

        var stranger = new HttpRequestMessage(HttpMethod.Get, "/v1/frames");
        stranger.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"{Word("token")}.{Word("token")}.{Word("token")}");
        yield return stranger;
    }

    private static HttpRequestMessage Post(string path, string body) =>
        new(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private void Dress(HttpRequestMessage request, string trace)
    {
        request.Headers.Authorization ??= new(
            "Bearer",
            system.Host.Mint.For(system.Demonstration.Actors.Single(a => a.Role == Roles.Practice))
        );
        request.Headers.Host = $"{Word("host")}.test";
        foreach (
            var (name, value) in new[]
            {
                ("traceparent", $"00-{trace}-00f067aa0ba902b7-01"),
                ("tracestate", $"{Word("state").ToLowerInvariant()}={Word("state")}"),
                ("baggage", $"name={Word("baggage")}"),
                ("User-Agent", Word("agent")),
                ("Referer", $"http://{Word("referer")}/{Word("referer")}"),
                ("Cookie", $"name={Word("cookie")}"),
                ("If-Match", $"\"{Word("version")}\""),
                ("Accept-Language", Word("language")),
                ("X-Forwarded-For", Word("forwarded")),
                // One that is no id is not echoed; the caller's own id is, by contract.
                ("X-Request-Id", $"{Word("request-id")} /"),
                ("Idempotency-Key", Word("request-id")),
            }
        )
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }

    [GeneratedRegex($"{Mark}(?<place>[a-z-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Marked();
}
