using System.Security.Claims;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>The door that every service has, around some routes of our own: what comes in wrong is told which part of it is.</summary>
public class when_a_request_is_read
{
    private static readonly Guid Person = Guid.NewGuid();

    private const string Wanted = "Give a quarter, as 2026-Q3, or a year, as 2026.";

    private enum Colour
    {
        Red,
        Green,
    }

    private sealed record Body(string Name, Colour Colour, int Count, Narrative Text);

    private sealed record Lists(IReadOnlyList<string> Words, IReadOnlyList<Colour>? Colours = null, Body? Body = null, Colour? One = null);

    private static readonly Lazy<(IServiceProvider Services, RequestDelegate Door)> Service = new(Build);

    private sealed record Answer(HttpContext Http, string Text)
    {
        public int Status => Http.Response.StatusCode;

        public JsonNode Problem => JsonNode.Parse(Text)!;

        public JsonNode Error => Problem["errors"]!.AsArray().ShouldHaveSingleItem()!;
    }

    [Theory]
    [InlineData("?dryRun=true", "", false)]
    [InlineData("?dryRun=true", "?dryRun=false", false)]
    [InlineData("?dates=a&dates=b", "?dates=b&dates=a", false)]
    [InlineData("?dryRun=true&dates=a", "?dates=a&DryRun=true", true)]
    [InlineData("", "", true)]
    public async Task a_key_remembers_the_query(string first, string then, bool isSame) =>
        ((await Fingerprint(first)) == await Fingerprint(then)).ShouldBe(isSame);

    [Fact]
    public async Task a_key_of_before_is_remembered_where_there_was_no_query() =>
        (await Fingerprint("")).ShouldBe(Canonical.Hash("k\n/body\n{}"));

    [Theory]
    [InlineData("/many?word=a&word=b", "word")]
    [InlineData("/many?limit=1&limit=2", "limit")]
    public async Task a_parameter_that_comes_twice_is_named(string path, string name)
    {
        var refused = await Ask("GET", path);
        refused.Status.ShouldBe(400);
        ($"{refused.Error["parameter"]}", $"{refused.Error["code"]}").ShouldBe((name, "twice"));
        (await Ask("GET", "/many?dates=a&dates=b")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task an_unknown_parameter_has_a_place_and_those_that_are_known()
    {
        var refused = await Ask("GET", "/many?limt=1");
        (refused.Error["parameter"]?.ToString(), $"{refused.Error["code"]}").ShouldBe((string.Empty, "unknown"));
        $"{refused.Problem["satisfy"]}".ShouldBe("Did you mean limit? This operation takes: word, limit, dates.");
        refused.Text.ShouldNotContain("limt");
    }

    [Theory]
    [InlineData("/many?limit=x&dates=%00&word=a&word=b&limt=1&bogus=2", ":unknown :unknown dates:value limit:type word:twice")]
    [InlineData("/asked?at=x&version=-1&limit=0&after=zz", "after:value at:value limit:value version:value")]
    [InlineData("/asked?version=1&at=2026-03-02T09:00:00Z&limit=x", "at:value limit:type version:value")]
    [InlineData("/asked?occurredBy=9999-01-01T00:00:00Z&limit=201", "limit:value occurredBy:value")]
    [InlineData("/needs?kind=x", "index:missing kind:value level:missing")]
    [InlineData("/needs", "index:missing level:missing")]
    [InlineData("/needs?level=x&index=99999999999999999999", "index:type level:type")]
    [InlineData("/forms?format=pdf&more=1", ":unknown format:value")]
    public async Task all_that_is_wrong_with_a_query_is_named(string path, string named) => Places(await Ask("GET", path)).ShouldBe(named);

    [Fact]
    public async Task headers_that_are_none_are_named_beside_it() =>
        Places(
                await Ask(
                    "POST",
                    "/body?bogus=1",
                    "{}",
                    ("If-Match", "3"),
                    ("Idempotency-Key", "a b"),
                    ("Content-Type", "application/json")
                )
            )
            .ShouldBe(":missing :missing :missing :missing :unknown Idempotency-Key:value If-Match:value");

    [Fact]
    public async Task a_year_that_is_taken_by_nobody_is_said_to_be() =>
        $"{(await Ask("GET", "/asked?at=9999-01-01T00:00:00Z")).Error["message"]}".ShouldBe("at is outside the years 2000 to 2100.");

    [Theory]
    [InlineData("limit=2147483648", "limit is not between 1 and 200.")]
    [InlineData("limit=-99999999999999999999", "limit is not between 1 and 200.")]
    [InlineData("limit=1e3", "limit cannot be read.")]
    [InlineData("version=9223372036854775808", "version is not between -9,223,372,036,854,775,808 and 9,223,372,036,854,775,807.")]
    public async Task a_whole_number_that_no_parameter_holds_is_told_its_bounds(string query, string said) =>
        $"{(await Ask("GET", $"/asked?{query}")).Error["message"]}".ShouldBe(said);

    [Theory]
    [InlineData("?=1")]
    [InlineData("?%00=1")]
    public async Task to_a_parameter_without_a_name_none_is_the_nearest(string query) =>
        $"{(await Ask("GET", $"/many{query}")).Error["allowed"]}".ShouldBe("This operation takes: word, limit, dates.");

    [Fact]
    public async Task a_key_that_is_given_twice_is_told_so()
    {
        var refused = await Ask(
            "POST",
            "/body",
            "{}",
            ("Idempotency-Key", "a"),
            ("Idempotency-Key", "b"),
            ("Content-Type", "application/json")
        );
        $"{refused.Problem["errors"]![0]!["message"]}".ShouldBe("Idempotency-Key is given twice.");
    }

    private static string Places(Answer refused)
    {
        refused.Status.ShouldBe(400);
        return string.Join(
            ' ',
            refused.Problem["errors"]!.AsArray().Select(e => $"{e!["parameter"]}:{e["code"]}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task a_refusal_of_a_list_in_the_query_names_it() =>
        $"{(await Ask("POST", "/dates")).Error["parameter"]}".ShouldBe("dates");

    [Theory]
    [InlineData(null, "application/json", "json")]
    [InlineData(null, "text/csv", "csv")]
    [InlineData(null, "text/csv;q=0.5, application/json", "json")]
    [InlineData(null, "text/html, */*;q=0.1", "json")]
    [InlineData(null, "text/plain", null)]
    [InlineData("csv", "text/csv", "csv")]
    [InlineData("csv", null, "csv")]
    [InlineData("csv", "application/json", null)]
    [InlineData("csv", "text/csv;q=0, */*", null)]
    [InlineData("json", "text/*", null)]
    public async Task accept_chooses_among_the_forms(string? format, string? accept, string? answered)
    {
        var answer = await Ask("GET", $"/forms{(format is null ? "" : $"?format={format}")}", headers: ("Accept", accept));
        answer.Status.ShouldBe(answered is null ? 406 : 200);
        if (answered is not null)
        {
            answer.Text.ShouldBe(answered);
            answer.Http.Response.Headers.Vary.ToString().ShouldContain("Accept");
        }
    }

    [Theory]
    [InlineData("application/x-ndjson", "application/x-ndjson")]
    [InlineData("application/ndjson", "application/ndjson")]
    [InlineData("application/jsonl;q=0.9", "application/jsonl")]
    [InlineData("application/json, application/x-ndjson;q=0.5", null)]
    [InlineData("*/*", null)]
    public void lines_are_asked_for_by_each_of_their_names(string accept, string? asked)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Accept = accept;
        Ndjson.Asked(http.Request).ShouldBe(asked);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/;;")]
    [InlineData("application/json, text/plain")]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    public async Task a_body_of_no_type_is_told_which_are_read(string? type)
    {
        var refused = await Ask("POST", "/body", "{}", ("Content-Type", type));
        refused.Status.ShouldBe(415);
        $"{refused.Problem["type"]}".ShouldBe("/problems/unsupported-media-type");
        $"{refused.Problem["satisfy"]}".ShouldBe("Send the body as Content-Type: application/json in UTF-8, without Content-Encoding.");
        (await Ask("POST", "/table", "a", ("Content-Type", type))).Status.ShouldBe(415);
        var table = await Ask("POST", "/table", "a", ("Content-Type", "application/json"));
        $"{table.Problem["satisfy"]}".ShouldStartWith(
            "Send the body as Content-Type: application/x-ndjson, text/csv in UTF-8 (text/csv also in windows-1252"
        );
    }

    [Theory]
    [InlineData("\"3\"", null)]
    [InlineData("*", null)]
    [InlineData("\"2\", \"3\"", null)]
    [InlineData("\"2\"", 412)]
    [InlineData("W/\"3\"", 412)]
    [InlineData("3", 400)]
    [InlineData("x", 400)]
    [InlineData("\"3", 400)]
    [InlineData(null, 428)]
    public void an_etag_without_its_quotation_marks_is_told_so(string? given, int? status)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.IfMatch = given;
        IfMatch.Check(http.Request, 3)?.Status.ShouldBe(status!.Value);
        (IfMatch.Check(http.Request, 3) is null).ShouldBe(status is null);
    }

    [Theory]
    [InlineData("""{"name":"A","colour":"blue","count":1,"text":"a"}""", "/colour", "value", "colour is not one of the allowed values.")]
    [InlineData("""{"name":"A","colour":"red","count":null,"text":"a"}""", "/count", "null", "count is null.")]
    [InlineData("""{"name":"A","colour":"red","count":"1","text":"a"}""", "/count", "type", "count cannot be read.")]
    [InlineData("""{"name":"A","colour":"red","count":1.5,"text":"a"}""", "/count", "type", "count cannot be read.")]
    [InlineData(
        """{"name":"A","colour":"red","count":2147483648,"text":"a"}""",
        "/count",
        "type",
        "count is not between -2,147,483,648 and 2,147,483,647."
    )]
    [InlineData("""{"name":"A","colour":"red","count":1,"text":" "}""", "/text", "value", "text is empty.")]
    [InlineData("""{"name":"A","colour":"red","count":1,"text":"\u200b\u202e\u3164"}""", "/text", "value", "text is empty.")]
    public async Task a_member_is_told_what_is_wrong_with_it(string body, string place, string code, string message)
    {
        var error = (await Ask("POST", "/body", body, ("Content-Type", "application/json"))).Error;
        ($"{error["pointer"]}", $"{error["code"]}", $"{error["message"]}").ShouldBe((place, code, message));
    }

    [Theory]
    [InlineData("/body", """{"name":5,"colour":"zz","count":1,"text":"a","bogus":1}""", "/name:type /colour:value :unknown")]
    [InlineData("/body", """{"name":null,"text":" ","text":"b"}""", "/name:null /text:value /text:twice /colour:missing /count:missing")]
    [InlineData("/body", """{"name":"A","colour":{},"count":1,"text":"a"}""", "/colour:type")]
    [InlineData("/body", "null", ":null")]
    [InlineData("/body", "[]", ":type")]
    [InlineData("/body", "", ":missing")]
    [InlineData("/body", "{} x", ":syntax")]
    [InlineData("/body", "\ufeff{}", "/name:missing /colour:missing /count:missing /text:missing")]
    [InlineData("/body", """{"name":"\u00ff","colour":1""", ":syntax")]
    [InlineData("/lists", """{"words":["a",null],"colours":["red","zz"]}""", "/words/1:null /colours/1:value")]
    [InlineData("/lists", """{"words":[],"one":"zz"}""", "/one:value")]
    [InlineData(
        "/lists",
        """{"words":[1,"a"],"body":{"name":1}}""",
        "/words/0:type /body/name:type /body/colour:missing /body/count:missing /body/text:missing"
    )]
    public async Task all_that_cannot_be_read_is_named(string path, string body, string places)
    {
        foreach (var key in new[] { null, "k" })
        {
            var refused = await Ask("POST", path, body, ("Content-Type", "application/json"), ("Idempotency-Key", key));
            refused.Status.ShouldBe(400);
            string.Join(' ', refused.Problem["errors"]!.AsArray().Select(e => $"{e!["pointer"]}:{e["code"]}"))
                .Replace("/name:syntax", ":syntax", StringComparison.Ordinal)
                .Replace("/colour:syntax", ":syntax", StringComparison.Ordinal)
                .ShouldBe(places);
        }
    }

    [Fact]
    public async Task a_text_that_is_too_long_is_said_to_be()
    {
        var body = $$"""{"name":"{{new string('a', 32 * 1024 + 1)}}","colour":"red","count":1,"text":"a"}""";
        var error = (await Ask("POST", "/body", body, ("Content-Type", "application/json"))).Error;
        ($"{error["code"]}", $"{error["message"]}").ShouldBe(("value", "name is longer than 32,768 characters."));
    }

    [Fact]
    public async Task a_body_that_is_no_utf_8_or_too_deep_is_no_json()
    {
        var invalid = """{"name":"?","colour":"red","count":1,"text":"a"}""";
        (await Ask("POST", "/body", invalid, ("Content-Type", "application/json"), (Raw, "yes"))).Error["code"]!
            .ToString()
            .ShouldBe("syntax");
        var deep = $$"""{"name":{{new string('[', 40)}}{{new string(']', 40)}},"colour":"red","count":1,"text":"a"}""";
        (await Ask("POST", "/body", deep, ("Content-Type", "application/json"))).Error["code"]!.ToString().ShouldBe("syntax");
    }

    [Theory]
    [InlineData("/many?word=%00", "word")]
    [InlineData("/many?word=a%00b", "word")]
    [InlineData("/many?dates=%ff%fe", "dates")]
    [InlineData("/many?word=%c3%28", "word")]
    public async Task a_text_that_cannot_be_kept_is_refused_where_it_stands(string path, string name)
    {
        var refused = await Ask("GET", path);
        refused.Status.ShouldBe(400);
        ($"{refused.Error["parameter"]}", $"{refused.Error["code"]}").ShouldBe((name, "value"));
        (await Ask("GET", "/many?word=%C3%A9%F0%9F%98%80+a%2Bb%25")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task a_parameter_that_a_route_reads_itself_may_be_of_a_closed_list()
    {
        (await Ask("GET", "/said?lang=fr")).Status.ShouldBe(200);
        var error = (await Ask("GET", "/said?lang=xx")).Error;
        ($"{error["parameter"]}", $"{error["code"]}", $"{error["allowed"]}").ShouldBe(("lang", "value", "Give one of: fr, en."));
    }

    [Theory]
    [InlineData("fr", "en", "La requête est illisible")]
    [InlineData("en", "fr", "The request cannot be read")]
    public async Task a_language_that_is_asked_for_by_name_is_that_of_refusals_too(string asked, string accepted, string title)
    {
        var refused = await Ask("GET", $"/said?lang={asked}&x=1", headers: ("Accept-Language", accepted));
        $"{refused.Problem["title"]}".ShouldBe(title);
        refused.Http.Response.Headers.ContentLanguage.ToString().ShouldBe(asked);
    }

    [Theory]
    [InlineData("/period", Wanted)]
    [InlineData("/exported", "Give one of: json, csv.")]
    public async Task what_is_missing_says_what_to_give(string path, string wanted)
    {
        var error = (await Ask("GET", path)).Error;
        ($"{error["code"]}", $"{error["allowed"]}").ShouldBe(("missing", wanted));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/csv")]
    public async Task a_refusal_has_its_trace_whatever_is_accepted(string accepted) =>
        (await Ask("GET", "/forms?format=png", headers: ("Accept", accepted))).Problem["traceId"].ShouldNotBeNull();

    [Fact]
    public async Task a_tunnel_is_refused_as_any_method_that_is_not_known()
    {
        var refused = await Ask("CONNECT", "/proxied");
        refused.Text.ShouldBe("TRACE");
        var all = await Ask("OPTIONS", "*");
        (all.Status, all.Http.Response.Headers.Allow.ToString()).ShouldBe((204, "GET, HEAD, POST"));
    }

    [Fact]
    public async Task each_missing_member_has_a_message_of_its_own()
    {
        var refused = await Ask("POST", "/body", """{"name":"A","text":"a"}""", ("Content-Type", "application/json"));
        $"{refused.Problem["detail"]}".ShouldBe("Missing fields: colour, count.");
        refused.Problem["errors"]!.AsArray().Select(e => $"{e!["message"]}").ShouldBe(["colour is missing.", "count is missing."]);
    }

    [Theory]
    [InlineData(32 * 1024, 200)]
    [InlineData((32 * 1024) + 1, 400)]
    public async Task a_text_is_measured_in_characters(int characters, int status)
    {
        var text = string.Concat(Enumerable.Repeat("😀", characters));
        var body = $$"""{"name":"A","colour":"red","count":1,"text":"{{text}}"}""";
        (await Ask("POST", "/body", body, ("Content-Type", "application/json"))).Status.ShouldBe(status);
        (Input.CheckName(string.Concat(Enumerable.Repeat("😀", 200)), "name") is null).ShouldBeTrue();
    }

    [Theory]
    [InlineData("TRACE", "/many", "GET, HEAD")]
    [InlineData("OPTIONS", "/many", "GET, HEAD")]
    [InlineData("PUT", "/body", "POST")]
    public async Task allow_says_what_the_path_has(string method, string path, string allowed)
    {
        var refused = await Ask(method, path);
        (refused.Status, refused.Http.Response.Headers.Allow.ToString()).ShouldBe((405, allowed));
    }

    [Fact]
    public async Task a_body_that_comes_too_slowly_or_breaks_off_is_a_problem_that_the_catalogue_knows()
    {
        (await Ask("POST", "/fails?status=408")).Problem["type"]!.ToString().ShouldBe("/problems/too-slow");
        var torn = await Ask("POST", "/fails?status=400");
        ($"{torn.Problem["type"]}", $"{torn.Error["pointer"]}", $"{torn.Error["code"]}").ShouldBe(("/problems/malformed", "", "syntax"));
        ProblemCatalogue.Find("too-slow")!.Statuses.ShouldBe([408]);
    }

    [Theory]
    [InlineData("cabinet-demo", true)]
    [InlineData("sandbox.12", true)]
    [InlineData("A_1", true)]
    [InlineData("*DEFAULT*", false)]
    [InlineData("*", false)]
    [InlineData("a b", false)]
    [InlineData("cabinet ", false)]
    [InlineData("cabinet\n", false)]
    [InlineData("cabinet\u202e", false)]
    [InlineData("\u00ff", false)]
    [InlineData("../h2", false)]
    [InlineData("..", false)]
    [InlineData("", false)]
    public void a_practice_is_called_by_plain_words(string tenant, bool isOne) => (Lacks(tenant) is null).ShouldBe(isOne);

    [Fact]
    public void a_practices_name_has_its_bounds()
    {
        Lacks(new string('x', 100)).ShouldBeNull();
        Lacks(new string('x', 101)).ShouldBe("tenant");
    }

    [Fact]
    public void a_version_and_an_instant_are_not_asked_for_together()
    {
        var now = DateTimeOffset.UnixEpoch;
        new AsOf(Version: 1, At: now).Wrong()!.Detail.ShouldStartWith("version and at ");
        new AsOf(Version: 1, OccurredBy: now).Wrong()!.Detail.ShouldStartWith("version and occurredBy ");
        new AsOf(At: now, OccurredBy: now).Wrong().ShouldBeNull();
        new AsOf(Version: 1).Wrong().ShouldBeNull();
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("\"utf-8\"")]
    [InlineData("\"UTF-8\"")]
    public async Task a_charset_may_stand_in_quotation_marks(string charset) =>
        (
            await Ask(
                "POST",
                "/body",
                """{"name":"A","colour":"red","count":1,"text":"a"}""",
                ("Content-Type", $"application/json; charset={charset}")
            )
        ).Status.ShouldBe(200);

    [Fact]
    public async Task a_closed_word_of_the_query_is_told_as_one_of_a_body()
    {
        var error = (await Ask("GET", "/coloured?colour=blue")).Error;
        ($"{error["parameter"]}", $"{error["code"]}", $"{error["message"]}").ShouldBe(
            ("colour", "value", "colour is not one of the allowed values.")
        );
    }

    [Fact]
    public async Task where_no_parameter_is_known_that_is_said() =>
        $"{(await Ask("POST", "/table?word=a", "a", ("Content-Type", "text/csv"))).Problem["satisfy"]}".ShouldBe(
            "This operation takes no parameters."
        );

    [Fact]
    public async Task where_there_is_no_body_that_is_said_and_not_of_what_type_it_is_not() =>
        $"{(await Ask("POST", "/body")).Problem["detail"]}".ShouldBe("The body is empty.");

    [Theory]
    [InlineData("/fails", 408, "too-slow")]
    [InlineData("/fails", 415, "unsupported-media-type")]
    [InlineData("/says", 408, "too-slow")]
    [InlineData("/says", 415, "unsupported-media-type")]
    public async Task what_the_server_refuses_itself_is_a_problem_as_any_other(string path, int status, string type)
    {
        var refused = await Ask("POST", $"{path}?status={status}");
        (refused.Status, $"{refused.Problem["type"]}").ShouldBe((status, $"/problems/{type}"));
    }

    [Fact]
    public async Task a_body_that_the_server_cannot_frame_has_a_place() =>
        $"{(await Ask("POST", "/says?status=400")).Error["code"]}".ShouldBe("syntax");

    // The question mark of the body becomes a byte that no UTF-8 holds.
    private const string Raw = "X-Raw";

    private static string? Lacks(string tenant) =>
        Actor.Lacks(
            new(new ClaimsIdentity([new("tenant", tenant), new("role", Roles.Practice), new("person", $"{Guid.NewGuid()}")], "test"))
        );

    private static async Task<string> Fingerprint(string query) =>
        (await Ask("POST", $"/body{query}", "{}", ("Idempotency-Key", "k"), ("Content-Type", "application/json")))
            .Http.Features.Get<IdempotentRequest>()!
            .Fingerprint;

    private static async Task<Answer> Ask(string method, string path, string? body = null, params (string Name, string? Value)[] headers)
    {
        await using var scope = Service.Value.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var parts = path.Split('?');
        (http.Request.Method, http.Request.Scheme, http.Request.Host) = (method, "http", new("test"));
        http.Features.Get<IHttpRequestFeature>()!.RawTarget = path;
        http.Request.Path = parts[0] == "*" ? default : new(parts[0]);
        http.Request.QueryString = parts.Length > 1 ? new($"?{parts[1]}") : default;
        var bytes = Encoding.UTF8.GetBytes(body ?? string.Empty);
        if (headers.Any(h => h.Name == Raw))
        {
            bytes[bytes.IndexOf((byte)'?')] = 0xff;
        }

        http.Request.Body = new MemoryStream(bytes);
        http.Request.ContentLength = http.Request.Body.Length;
        http.Features.Set<IHttpRequestBodyDetectionFeature>(new MayHaveBody(body is not null));
        foreach (var (name, value) in headers.Where(h => h.Value is not null))
        {
            http.Request.Headers.Append(name, value);
        }

        http.User = new(new ClaimsIdentity([new("tenant", "cabinet"), new("role", Roles.Practice), new("person", $"{Person}")], "test"));
        using var answered = new MemoryStream();
        http.Response.Body = answered;
        await Service.Value.Door(http);
        return new(http, Encoding.UTF8.GetString(answered.ToArray()));
    }

    private static (IServiceProvider, RequestDelegate) Build()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.ConfigureHttpJsonOptions(json => StrictJson.Configure(json.SerializerOptions));
        builder.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        builder.Services.AddProblemDetails();
        builder.Services.AddEndpointsApiExplorer();
        builder.Services.AddMediaTypes();
        var app = builder.Build();
        app.UseProblems();
        app.UseMethods();
        app.UseStrictBodies();
        app.UseMediaTypes();
        app.UseStrictQueries();
        app.UseIdempotencyKeys();
        app.MapGet("/many", (string? word, int? limit, [FromQuery] string[]? dates) => $"{word}{limit}{dates?.Length}");
        app.MapGet(
                "/forms",
                (string? format, HttpContext http) =>
                    AnswerForms.OfTables.Of(http, format) is { } form ? Results.Text(form) : AnswerForms.OfTables.None.ToResult()
            )
            .Produces<string>(200, "application/json", "text/csv")
            .WithMetadata(AnswerForms.OfTables);
        app.MapGet("/asked", ([AsParameters] AsOf asOf, [AsParameters] Portion portion) => $"{asOf}{portion.Size}");
        app.MapGet("/needs", (int level, long index, Word<Colour>? kind) => $"{level}{index}{kind}");
        app.MapPost("/body", (Body body, bool? dryRun, [FromQuery] string[]? dates) => $"{body}{dryRun}{dates?.Length}")
            .Accepts<Body>("application/json");
        app.MapPost("/lists", (Lists lists) => $"{lists}").Accepts<Lists>("application/json");
        app.MapGet("/said", () => "").WithMetadata(Language.Asked);
        app.MapGet("/period", ([Wanted(Wanted)] string period) => period);
        app.MapGet("/exported", (string format) => format).WithMetadata(AnswerForms.OfTables);
        app.Map("/proxied", (HttpContext http) => http.Request.Method);
        app.MapPost("/table", () => "").Accepts<Body>("application/x-ndjson", "text/csv");
        app.MapPost("/dates", ([FromQuery] string[]? dates) => Refusal.OfInput($"dates are none of {dates?.Length}.", "x").ToResult());
        app.MapPost("/fails", (int status) => new Failing(status));
        app.MapPost("/says", (int status) => Results.StatusCode(status));
        app.MapGet("/coloured", (Colour? colour) => $"{colour}");
        app.UseEndpoints(_ => { });
        return (app.Services, ((IApplicationBuilder)app).Build());
    }

    private sealed record MayHaveBody(bool CanHaveBody) : IHttpRequestBodyDetectionFeature;

    private sealed class Failing(int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => throw new BadHttpRequestException("The server's own.", status);
    }
}
