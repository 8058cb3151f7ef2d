using System.Text.Json.Nodes;
using PracticeAnalysis.Http;

namespace PracticeAnalysis.OpenApi;

/// <summary>What every operation shares: the problems, with their shape and an example each, headers, parameters, and the token.</summary>
internal static class CommonParts
{
    internal const string ProblemSchema = "Problem";

    private static readonly string[] OnEveryAnswer = ["X-Request-Id", "traceparent", "RateLimit", "RateLimit-Policy"];

    /// <summary>The headers of each call of a webhook, among the parameters.</summary>
    internal static readonly string[] OfCalls = ["WebhookId", "WebhookTimestamp", "WebhookSignature"];

    private static readonly Dictionary<int, (string Name, string Says)> Statuses = new()
    {
        [304] = ("NotModified", "It is as it was: If-None-Match names its ETag."),
        [400] = ("Malformed", "The request cannot be read: a parameter or the body is not as this document says."),
        [401] = ("Unauthenticated", "There is no valid token."),
        [403] = ("Forbidden", "The token does not allow this."),
        [404] = ("NotFound", "It is not there, or not yours."),
        [406] = ("NotAcceptable", "Nothing that is answered here is accepted."),
        [409] = ("WrongOrder", "It comes in the wrong order, or in conflict with the state."),
        [410] = ("Gone", "It was there, and is no more: it was taken back, or the person who asks was erased."),
        [412] = ("PreconditionFailed", "The resource has changed since the ETag in If-Match."),
        [413] = ("TooLarge", "The body is too large."),
        [415] = ("UnsupportedMediaType", "The body is not of a media type that is read here."),
        [422] = ("RuleBroken", "A rule is broken: the problem names it, its source and what would satisfy it."),
        [428] = ("PreconditionRequired", "A change of state names the version that it changes, in If-Match."),
        [429] = ("TooManyRequests", "This client sends requests too often."),
        [500] = ("Unexpected", "An unexpected error occurred; nothing was changed."),
        [503] = (
            "Unavailable",
            "The service cannot answer now, and it may be tried again; nothing was changed, unless the type is outcome-unknown."
        ),
    };

    /// <summary>The name of a status' response among the components.</summary>
    internal static string Name(int status) =>
        Statuses.TryGetValue(status, out var known)
            ? known.Name
            : throw new InvalidOperationException($"No problem is documented for {status}.");

    /// <summary>Names the headers of every answer.</summary>
    internal static void AddHeaders(JsonObject headers)
    {
        foreach (var name in OnEveryAnswer)
        {
            headers[name] = OperationPass.Ref("headers", name);
        }
    }

    internal static void Add(JsonObject document)
    {
        var components = document["components"] as JsonObject ?? [];
        document["components"] = components;
        var schemas = components["schemas"] as JsonObject ?? [];
        schemas[ProblemSchema] = Problem();
        components["schemas"] = schemas;
        components["responses"] = Used(document, "responses", Responses());
        components["parameters"] = Used(document, "parameters", Parameters());
        components["headers"] = Used(document, "headers", Headers());
        components["securitySchemes"] = new JsonObject
        {
            ["bearer"] = new JsonObject
            {
                ["type"] = "http",
                ["scheme"] = "bearer",
                ["bearerFormat"] = "JWT",
                ["description"] =
                    "A signed token of an OpenID Connect provider, checked as RFC8725 asks, or an API key. Tenant, role, person and scopes come from it "
                    + "alone; each operation names the scope that it asks for.",
            },
        };
    }

    private static JsonObject Used(JsonObject document, string part, JsonObject all)
    {
        var text =
            document["paths"]!.ToJsonString()
            + document["webhooks"]?.ToJsonString()
            + (part == "headers" ? document["components"]!["responses"]!.ToJsonString() : string.Empty);
        return new(
            all.Where(p => text.Contains($"#/components/{part}/{p.Key}\"", StringComparison.Ordinal))
                .Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))
        );
    }

    private static JsonObject Responses() =>
        new(
            Statuses.Select(s =>
            {
                var headers = new JsonObject();
                AddHeaders(headers);
                if (s.Key >= 400)
                {
                    headers["Content-Language"] = OperationPass.Ref("headers", "Content-Language");
                }

                if (s.Key is 429 or 503)
                {
                    headers["Retry-After"] = OperationPass.Ref("headers", "Retry-After");
                }

                if (s.Key == 304)
                {
                    headers["ETag"] = OperationPass.Ref("headers", "ETag");
                }

                var response = new JsonObject { ["description"] = s.Value.Says, ["headers"] = headers };
                if (s.Key >= 400)
                {
                    response["content"] = new JsonObject
                    {
                        ["application/problem+json"] = new JsonObject
                        {
                            ["schema"] = OperationPass.Ref("schemas", ProblemSchema),
                            ["examples"] = new JsonObject(
                                ProblemCatalogue
                                    .All.Where(p => p.Statuses.Contains(s.Key))
                                    .Select(p =>
                                        KeyValuePair.Create<string, JsonNode?>(p.Slug, new JsonObject { ["value"] = p.Example(s.Key) })
                                    )
                            ),
                        },
                    };
                }

                return KeyValuePair.Create<string, JsonNode?>(s.Value.Name, response);
            })
        );

    private static JsonObject Problem()
    {
        var types = new JsonArray([.. ProblemCatalogue.All.Select(p => JsonValue.Create($"/problems/{p.Slug}"))]);
        return new()
        {
            ["type"] = "object",
            ["description"] = "A refusal (RFC 9457). It never quotes what was sent.",
            ["required"] = new JsonArray("type", "title", "status", "detail", "satisfy"),
            ["properties"] = new JsonObject
            {
                ["type"] = Text("The kind of problem: a page that says what it means and what to do.", 200, types),
                ["title"] = Text("The kind of problem, in words, in the language asked for.", 200),
                ["status"] = Number("The HTTP status.", 400, 599),
                ["detail"] = Message(Text("What is wrong.", 2000)),
                ["satisfy"] = Text("What would satisfy it.", 2000),
                ["traceId"] = Text("The trace, for the operator.", 100),
                ["errors"] = new JsonObject
                {
                    ["type"] = "array",
                    ["description"] = "The places of the input that are refused, with 400 and 422.",
                    ["maxItems"] = 100,
                    ["items"] = new JsonObject
                    {
                        ["type"] = "object",
                        ["required"] = new JsonArray("code", "allowed", "message"),
                        ["properties"] = new JsonObject
                        {
                            ["pointer"] = Text("Where in the body, as a JSON pointer (RFC 6901); empty for the whole body.", 2000),
                            ["parameter"] = Text("The parameter, where it is none of the body; empty for one that is not known.", 200),
                            ["code"] = Text(
                                "Why. More may come.",
                                200,
                                new JsonArray("syntax", "unknown", "missing", "null", "twice", "type", "value")
                            ),
                            ["column"] = Text("Of an import as CSV: the column, as the header calls it.", 200),
                            ["allowed"] = Text("What is wanted there: a type, a closed list, bounds, a format.", 2000),
                            ["message"] = Text("What is wrong there.", 2000),
                        },
                    },
                },
                ["rules"] = new JsonObject
                {
                    ["type"] = "array",
                    ["description"] = "The rules of the field that are broken; two where a composition cannot be satisfied.",
                    ["maxItems"] = 100,
                    ["items"] = new JsonObject
                    {
                        ["type"] = "object",
                        ["required"] = new JsonArray("frame", "rule", "source"),
                        ["properties"] = new JsonObject
                        {
                            ["frame"] = Text("The frame that asks for it; always, where it holds whatever the frame.", 200),
                            ["rule"] = Text("The rule's name, stable.", 200),
                            ["source"] = Text("The document that it comes from.", 200),
                        },
                    },
                },
            },
        };
    }

    private static JsonObject Parameters() =>
        new()
        {
            ["IfMatch"] = Header(
                "If-Match",
                "The ETag of the last read: the version that is changed.",
                required: true,
                "\"12\"",
                @"^""\d+""$"
            ),
            ["IfMatchGiven"] = Header(
                "If-Match",
                "Where it is given, it holds: the ETag of the last read of what is added to.",
                required: false,
                "\"12\""
            ),
            ["IfNoneMatch"] = Header(
                "If-None-Match",
                "ETags that are known: 304 where one of them still holds.",
                required: false,
                "\"12\""
            ),
            ["LastEventId"] = Header(
                EventStream.LastEventId,
                "Of an event stream: the id of the last event that came; what comes behind it is told.",
                required: false,
                "12"
            ),
            [OfCalls[0]] = Header(
                "webhook-id",
                "The event's id, the same in each of its calls: a repetition is known by it.",
                required: true,
                "01a20d7e-0000-7000-8000-000000000001"
            ),
            [OfCalls[1]] = Header(
                "webhook-timestamp",
                "When it was sent, in seconds since 1970: refuse what is more than five minutes old.",
                required: true,
                "1772442000",
                @"^\d+$"
            ),
            [OfCalls[2]] = Header(
                "webhook-signature",
                "Standard Webhooks: v1 and the HMAC-SHA256 of id, timestamp and body, one for each secret that signs. One that matches is enough.",
                required: true,
                "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=",
                "^v1,"
            ),
            ["IdempotencyKey"] = Header(
                "Idempotency-Key",
                "A key of this command's own: sent again with it, the command happens once and is answered alike.",
                required: false,
                "5f0a2c52-3d0a-4b3f-9c0e-0d6f3c1b7a11",
                "^[!-~]{1,255}$"
            ),
            ["Reflects"] = new JsonObject
            {
                ["name"] = Reflecting.Parameter,
                ["in"] = "query",
                ["description"] =
                    "A write that the answer has to reflect: the id of what was written, and the version in that answer's ETag. It is waited for, "
                    + "five seconds at most or as Prefer says; past that the answer is 503, not-yet.",
                ["required"] = false,
                ["schema"] = new JsonObject
                {
                    ["type"] = "string",
                    ["maxLength"] = 60,
                    ["pattern"] = @"^[0-9a-fA-F-]{32,36}@\d+$",
                },
                ["example"] = "01a20d7e-0000-7000-8000-000000000001@12",
            },
            ["Prefer"] = Header(
                "Prefer",
                "wait=N: how many seconds to wait for what reflects names (RFC 7240); 20 at most.",
                required: false,
                "wait=10"
            ),
            ["AcceptLanguage"] = Header("Accept-Language", "The language of titles and details: fr or en.", required: false, "fr"),
            ["RequestId"] = Header(
                "X-Request-Id",
                "An id of the caller's for this request; echoed.",
                required: false,
                "order-4711",
                "^[A-Za-z0-9._-]{1,64}$"
            ),
        };

    private static JsonObject Header(string name, string about, bool required, string example, string? pattern = null)
    {
        var schema = new JsonObject { ["type"] = "string", ["maxLength"] = 1000 };
        if (pattern is not null)
        {
            schema["pattern"] = pattern;
        }

        return new()
        {
            ["name"] = name,
            ["in"] = "header",
            ["description"] = about,
            ["required"] = required,
            ["schema"] = schema,
            ["example"] = example,
        };
    }

    private static JsonObject Headers() =>
        new()
        {
            ["ETag"] = Sent("The version, for If-Match and If-None-Match: a count of what the reader's role sees.", "\"12\""),
            [Idempotency.Replayed] = Sent("Nothing happened again: this is the answer of before.", "true"),
            ["Location"] = Sent("The path of what was created.", "/v1/establishments/01a20d7e-0000-7000-8000-000000000001"),
            ["Retry-After"] = Sent("Seconds to wait before asking again.", "2"),
            ["Content-Language"] = Sent("The language of title, detail and satisfy.", "fr"),
            ["Content-Disposition"] = Sent("With a table: the name of its file.", "attachment; filename=\"indicateurs-2026-Q1.csv\""),
            ["X-Request-Id"] = Sent("The id of this request: the caller's own, or a new one.", "order-4711"),
            ["traceparent"] = Sent(
                "The trace that this request belongs to (W3C).",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
            ),
            ["RateLimit"] = Sent("How many more requests this client may make now.", "\"client\";r=399;t=1"),
            ["RateLimit-Policy"] = Sent("How often one client may ask: a quota for a window of seconds.", "\"client\";q=200;w=1"),
            ["Deprecation"] = Sent("Since when this is discouraged (RFC 9745).", "@1798761600"),
            ["Sunset"] = Sent("Until when it answers (RFC 8594).", "Sun, 31 Dec 2028 00:00:00 GMT"),
            ["Link"] = Sent(
                "Where more of a list follows (next), and where a page says what to use instead (deprecation).",
                "</v1/engagements?limit=50&after=01a20d7e000070008000000000000001>; rel=\"next\""
            ),
        };

    private static JsonObject Sent(string about, string example) =>
        new()
        {
            ["description"] = about,
            ["schema"] = new JsonObject { ["type"] = "string", ["maxLength"] = 1000 },
            ["example"] = example,
        };

    private static JsonObject Text(string about, int most, JsonArray? words = null)
    {
        var schema = new JsonObject { ["type"] = "string", ["description"] = about };
        if (words is null)
        {
            schema["maxLength"] = most;
        }
        else
        {
            schema["enum"] = words;
        }

        return schema;
    }

    // Generators of clients make it the message of the exception that they throw.
    private static JsonObject Message(JsonObject schema)
    {
        schema["x-ms-primary-error-message"] = true;
        return schema;
    }

    private static JsonObject Number(string about, int least, int most) =>
        new()
        {
            ["type"] = "integer",
            ["format"] = "int32",
            ["minimum"] = least,
            ["maximum"] = most,
            ["description"] = about,
        };
}
