using System.Globalization;
using System.Text.Json.Nodes;
using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>One way to bend a request, and the status that must come of it.</summary>
/// <param name="Name">What is bent.</param>
/// <param name="Status">What must be answered.</param>
/// <param name="Of">The request bent in each place where it can be; none where the mutation does not apply to it.</param>
public sealed record Mutation(string Name, int Status, Func<Asked, IEnumerable<Bent>> Of);

/// <summary>A request with one thing bent.</summary>
/// <param name="Request">As it is sent.</param>
/// <param name="Place">What the first of the answer's <c>errors</c> names: a JSON pointer, or a parameter behind a question mark. Null where nothing is to
/// be named.</param>
/// <param name="Code">The code of that error, where there is but one that fits.</param>
public sealed record Bent(Asked Request, string? Place = null, string? Code = null)
{
    /// <summary>What the other errors name, in any order.</summary>
    public IReadOnlyList<string> Besides { get; init; } = [];

    /// <summary>Whether the ETag of a read of just now is sent along.</summary>
    public bool KnowsETag { get; init; }
}

/// <summary>Every mutation. What is bent in words is <see cref="Marker" />, which no answer may hold.</summary>
/// <param name="narrow">An API key of the practice that holds <c>indicators:read</c> alone.</param>
/// <param name="revoked">An API key of the practice that was revoked.</param>
public sealed class Mutations(TokenMint mint, string narrow, string revoked)
{
    /// <summary>A word that stands in no answer.</summary>
    public const string Marker = "kanari";

    private const string Elsewhere = "cabinet-etranger";
    private const int TooMany = 300 * 1024;
    private static readonly string[] Unheard = ["PUT", "PATCH", "DELETE", "OPTIONS"];

    // What anybody with a token reads is there in every practice.
    private static readonly string[] Tenantless = ["/v1/frames", "/v1/protocols/", "/v1/event-schemas", "/v1/proof/"];

    /// <summary>All of them.</summary>
    public IReadOnlyList<Mutation> All =>
        [.. OfBodies(), .. OfMedia(), .. OfTokens(), .. OfPaths(), .. OfQueries(), .. OfHeaders(), .. OfReads()];

    private static IEnumerable<Mutation> OfBodies() =>
        [
            At("a required member removed", p => p.IsRequired && p.At.Length > 0, Without, "missing"),
            At(
                "a member of a wrong type",
                p => p.At.Length > 0 && p.Type is not null && !p.IsClosedWord,
                (b, p) => Put(b, p, WrongType(p)),
                "type"
            ),
            At("null where none is allowed", p => p is { IsNullable: false, At.Length: > 0, IsItem: false }, (b, p) => Put(b, p, "null")),
            At("null in a list", p => p.IsItem, (b, p) => Put(b, p, "null")),
            At(
                "an unknown member",
                p => p.Value is JsonObject && p.Schema["properties"] is not null,
                (b, p) => WithMember(b, p, $"\"{Marker}\":1"),
                "unknown"
            ),
            At("a member twice", p => p is { At.Length: > 0, IsItem: false }, Twice, "twice"),
            new("JSON cut off", 400, a => Json(a).SelectMany(Cut)),
            new("no body", 400, a => Json(a).Select(j => new Bent(j with { Body = string.Empty }, string.Empty, "missing"))),
            new("null for a body", 400, a => Json(a).Select(j => new Bent(j with { Body = "null" }))),
            new("a list for a body", 400, a => Json(a).Select(j => new Bent(j with { Body = "[]" }, string.Empty, "type"))),
            At("a closed word misspelt", p => p.IsClosedWord, (b, p) => Put(b, p, $"\"{Marker}\""), "value"),
            At("a day that is none", p => p.Format == "date", (b, p) => Put(b, p, "\"2026-02-30\""), "type"),
            At("an instant that is none", p => p.Format == "date-time", (b, p) => Put(b, p, $"\"{Marker}\""), "type"),
            At("an instant without an offset", p => p.Format == "date-time", (b, p) => Put(b, p, "\"2026-01-05T09:00:00\""), "type"),
            At("an id that is none in the body", p => p.Format == "uuid", (b, p) => Put(b, p, $"\"{Marker}\""), "type"),
            At("a fraction", p => p.Type == "integer", (b, p) => Put(b, p, "1.5"), "type"),
            At("past the largest number", p => p.Type == "integer", (b, p) => Put(b, p, "99999999999999999999"), "type"),
            At("U+0000", p => p.IsText, (b, p) => Put(b, p, $"\"{Marker}\\u0000\""), "type"),
            At("a lone surrogate", p => p.IsText, (b, p) => Put(b, p, $"\"{Marker}\\ud800\""), "type"),
            At("a text too long", p => p.IsText, (b, p) => Put(b, p, $"\"{new string('a', 32 * 1024)}{Marker}\""), "value"),
        ];

    private static IEnumerable<Mutation> OfMedia() =>
        [
            new("a body as text", 415, a => WithBody(a).Select(b => new Bent(b with { Media = "text/plain" }))),
            new("a body as a form", 415, a => WithBody(a).Select(b => new Bent(b with { Media = "application/x-www-form-urlencoded" }))),
            new(
                "a body in another charset",
                415,
                a => WithBody(a).Select(b => new Bent(b with { Media = $"{a.Operation.Media}; charset=utf-16" }))
            ),
            new(
                "a body in a charset of none",
                415,
                a => WithBody(a).Select(b => new Bent(b with { Media = $"{a.Operation.Media}; charset={Marker}" }))
            ),
            new(
                "a list under a charset in quotes",
                400,
                a =>
                    Json(a)
                        .Select(j => new Bent(j with { Body = "[]", Media = "application/json; charset=\"utf-8\"" }, string.Empty, "type"))
            ),
            new("a compressed body", 415, a => WithBody(a).Select(b => new Bent(b.With("Content-Encoding", "gzip")))),
            // Asked before it is sent: who still sends when a connection is closed may lose the refusal.
            new(
                "a body over the limit",
                413,
                a => Json(a).Select(b => new Bent((b with { Padding = TooMany }).With("Expect", "100-continue")))
            ),
        ];

    private IEnumerable<Mutation> OfTokens()
    {
        var another = new TokenMint(new string('k', mint.Key.Length));
        return
        [
            new("no token", 401, a => [new(a with { Authorization = null })]),
            new("a token cut", 401, a => [new(a with { Authorization = a.Authorization![..^8] })]),
            new("a token expired", 401, a => [new(a with { Authorization = $"Bearer {mint.Expired(a.Actor)}" })]),
            new("a token of another key", 401, a => [new(a with { Authorization = $"Bearer {another.For(a.Actor)}" })]),
            new("another scheme", 401, a => [new(a with { Authorization = $"Basic {Marker}" })]),
            new("an API key that was revoked", 401, a => [new(a with { Authorization = $"Bearer {revoked}" })]),
            new(
                "an API key without the scope",
                403,
                a => a.Operation.Scope == Scopes.ReadIndicators ? [] : [new(a with { Authorization = $"Bearer {narrow}" })]
            ),
            new(
                "a role that may not",
                403,
                a =>
                    Roles
                        .All.Except(a.Operation.Roles)
                        .Select(r => By(a, a.Actor with { Role = r, Establishment = a.Actor.Establishment ?? Guid.NewGuid() }))
            ),
            new(
                "a token without the scope",
                403,
                a =>
                    [
                        new(
                            a with
                            {
                                Authorization = $"Bearer {mint.For(a.Actor, [.. Scopes.Of(a.Actor.Role).Except([a.Operation.Scope])])}",
                            }
                        ),
                    ]
            ),
            new(
                "a token of another practice",
                404,
                a =>
                    Ids(a).Any() && !Tenantless.Any(t => a.Path.StartsWith(t, StringComparison.Ordinal))
                        ? [By(a, a.Actor with { Tenant = Elsewhere })]
                        : []
            ),
        ];
    }

    private static IEnumerable<Mutation> OfPaths() =>
        [
            new(
                "an id of nobody",
                404,
                a => Ids(a).Take(1).Select(i => new Bent(a with { Path = Replaced(a.Path, i, $"{Guid.CreateVersion7()}") }))
            ),
            new("an id that is none", 404, a => Ids(a).Select(i => new Bent(a with { Path = Replaced(a.Path, i, Marker) }))),
            new("a path of nothing", 404, a => [new(a with { Path = $"{a.Path}/{Marker}/{Marker}" })]),
            new("a method of none", 405, a => Unheard.Select(m => new Bent(a with { Method = m, Body = null, IfMatch = null }))),
            new("TRACE", 405, a => [new(a with { Method = "TRACE", Body = null, IfMatch = null })]),
        ];

    private static IEnumerable<Mutation> OfQueries() =>
        [
            new("an unknown parameter", 400, a => [new(a.Asking($"{Marker}={Marker}"), "?", "unknown")]),
            new(
                "a parameter misspelt",
                400,
                a => Parameters(a).Select(p => new Bent(a.Asking($"{p.Name}{p.Name[^1]}={Marker}"), "?", "unknown"))
            ),
            Queried("a parameter of a wrong type", p => p.Type is "integer" or "boolean" || p.Format is "uuid" or "date-time", Marker),
            Queried("an instant without an offset in a query", p => p.Format == "date-time", "2026-01-05T09:00:00"),
            Queried("a plus lost in a query", p => p.Format == "date-time", "2026-01-05T09:00:00+01:00"),
            Queried("a version under nothing", p => p.Name.StartsWith("version", StringComparison.Ordinal) && p.Format == "int64", "-1"),
            Queried("past the largest number in a query", p => p.Type == "integer", "99999999999999999999"),
            Queried("a limit of none", p => p.Name == "limit", "0"),
            Queried("a limit too large", p => p.Name == "limit", "201"),
            Queried("a forged cursor", p => p.Name == "after", $"{Marker}!"),
            Queried("a malformed period", p => p.Name == "period", "2026-Q9"),
            Queried("a form of none", p => p.Name == "format", Marker),
            Queried("a write of none", p => p.Name == "reflects", Marker),
            new("several faults in one query", 400, Several),
            Queried("a parameter twice", p => p.Name == "limit", "1&limit=2"),
            new(
                "a required parameter left out",
                400,
                a =>
                    Parameters(a)
                        .Where(p => p.IsRequired)
                        .Select(p => new Bent(a with { Query = Leaving(a.Query, p.Name) }, $"?{p.Name}", "missing"))
            ),
        ];

    private static IEnumerable<Mutation> OfHeaders() =>
        [
            new(
                "nothing acceptable",
                406,
                a => Answers(a) ? [new(a.With("Accept", $"text/{Marker}")), new(a.With("Accept", "image/png, application/json;q=0"))] : []
            ),
            new("If-Match left out", 428, a => Versioned(a).Select(v => new Bent(v with { IfMatch = null }))),
            new(
                "a stale If-Match",
                412,
                a => Versioned(a).SelectMany(v => new[] { v.IfMatch, "\"0\"", "\"99999\"" }.Select(i => new Bent(v with { IfMatch = i })))
            ),
            new(
                "an If-Match of no version",
                412,
                a => Versioned(a).SelectMany(v => new[] { "\"\"", "W/\"1\"", "\"-1\"" }.Select(i => new Bent(v with { IfMatch = i })))
            ),
            new(
                "an If-Match that is no ETag",
                400,
                a => Versioned(a).SelectMany(v => new[] { Marker, "1" }.Select(i => new Bent(v with { IfMatch = i }, "?If-Match", "value")))
            ),
            new(
                "a malformed Idempotency-Key",
                400,
                a =>
                    a.Method != "POST"
                        ? []
                        : new[] { string.Empty, $"{Marker} b", new string('k', 256), "clé" }.Select(k => new Bent(
                            a.With("Idempotency-Key", k),
                            "?Idempotency-Key"
                        ))
            ),
        ];

    private static IEnumerable<Mutation> OfReads() =>
        [
            // Conformance says up to which moment it judged; what speaks of the erased is read anew each time.
            new(
                "the ETag just read",
                304,
                a =>
                    Tagged(a)
                        .Where(t =>
                            !t.Path.EndsWith("/conformance", StringComparison.Ordinal)
                            && !t.Path.EndsWith("/erasure", StringComparison.Ordinal)
                        )
                        .Select(t => new Bent(t) { KnowsETag = true })
            ),
            new("HEAD", 200, a => a.Method == "GET" ? [new(a with { Method = "HEAD" })] : []),
        ];

    private static Mutation At(string name, Func<Place, bool> where, Func<string, Place, string> bend, string? code = null) =>
        new(name, 400, a => Placed(a, where).Select(p => new Bent(a with { Body = bend(a.Body!, p) }, p.At, code)));

    private static Mutation Queried(string name, Func<Parameter, bool> which, string value) =>
        new(
            name,
            400,
            a =>
                Parameters(a)
                    .Where(which)
                    .Select(p => new Bent((a with { Query = Leaving(a.Query, p.Name) }).Asking($"{p.Name}={value}"), $"?{p.Name}"))
        );

    // Whatever cannot be read, of one request all at once, and a parameter that is not known.
    private static IEnumerable<Bent> Several(Asked asked)
    {
        var bent = Parameters(asked).Where(p => p.Type is "integer" or "boolean" || p.Format is "uuid" or "date-time").ToList();
        return bent.Count == 0
            ? []
            :
            [
                new(
                    bent.Aggregate(
                            asked,
                            (a, p) => (a with { Query = Leaving(a.Query, p.Name) }).Asking($"{p.Name}={(p.Name == "limit" ? "0" : Marker)}")
                        )
                        .Asking($"{Marker}=1"),
                    "?",
                    "unknown"
                )
                {
                    Besides = [.. bent.Select(p => $"?{p.Name}")],
                },
            ];
    }

    private Bent By(Asked asked, Actor actor) => new(asked with { Actor = actor, Authorization = $"Bearer {mint.For(actor)}" });

    private static IEnumerable<Place> Placed(Asked asked, Func<Place, bool> where) => Json(asked).SelectMany(Place.Of).Where(where);

    private static IEnumerable<Asked> WithBody(Asked asked) => asked.Body is null ? [] : [asked];

    private static IEnumerable<Asked> Json(Asked asked) => asked.Body is null || asked.Operation.TakesLines ? [] : [asked];

    private static IEnumerable<Asked> Versioned(Asked asked) => asked is { IfMatch: not null, Operation.NeedsIfMatch: true } ? [asked] : [];

    private static IEnumerable<Asked> Tagged(Asked asked) =>
        asked.Operation.Says["responses"]?["200"]?["headers"]?["ETag"] is not null && asked.Method == "GET" ? [asked] : [];

    private static bool Answers(Asked asked) =>
        asked.Operation.Says["responses"]!.AsObject().Any(r => r.Key[0] == '2' && r.Value!["content"] is not null);

    // The text, so that what is put in need not be JSON.
    private static string Put(string body, Place place, string json) => Edit(body, place, _ => json);

    private static string Edit(string body, Place place, Func<string, string> json)
    {
        const string here = "~here~";
        if (place.At.Length == 0)
        {
            return json(body);
        }

        var whole = JsonNode.Parse(body)!;
        var found = Find(whole, place.At);
        var stood = found.ToJsonString();
        found.ReplaceWith(here);
        return whole.ToJsonString().Replace($"\"{here}\"", json(stood), StringComparison.Ordinal);
    }

    private static string Without(string body, Place place)
    {
        var whole = JsonNode.Parse(body)!;
        Find(whole, place.Holder).AsObject().Remove(place.Name);
        return whole.ToJsonString();
    }

    private static string Twice(string body, Place place) => Edit(body, place, value => $"{value},\"{place.Name}\":{value}");

    private static string WithMember(string body, Place place, string member) =>
        Edit(body, place, value => value == "{}" ? $"{{{member}}}" : $"{value[..^1]},{member}}}");

    private static JsonNode Find(JsonNode whole, string pointer) =>
        pointer
            .Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(whole, (at, part) => at is JsonArray list ? list[int.Parse(part, CultureInfo.InvariantCulture)]! : at[part]!);

    private static string WrongType(Place place) =>
        place.Type switch
        {
            "string" => "1",
            "object" or "array" => $"\"{Marker}\"",
            _ => $"{{\"{Marker}\":1}}",
        };

    private static IEnumerable<Bent> Cut(Asked asked) =>
        new[] { 1, asked.Body!.Length / 2, asked.Body.Length - 1 }
            .Distinct()
            .Where(length => length > 0)
            .Select(length => new Bent(asked with { Body = asked.Body[..length] }, null, "syntax"));

    // Where the ids of its path stand, by its segments.
    private static IEnumerable<int> Ids(Asked asked) =>
        asked
            .Operation.Path.Split('/')
            .Index()
            .Where(s => s.Item.StartsWith('{') && Said(asked, "path").Single(p => $"{{{p.Name}}}" == s.Item).Format == "uuid")
            .Select(s => s.Index);

    private static string Replaced(string path, int segment, string value) =>
        string.Join('/', path.Split('/').Index().Select(s => s.Index == segment ? value : s.Item));

    private sealed record Parameter(string Name, string? Type, string? Format, bool IsRequired);

    private static IEnumerable<Parameter> Parameters(Asked asked) => Said(asked, "query");

    private static IEnumerable<Parameter> Said(Asked asked, string where) =>
        (asked.Operation.Says["parameters"] as JsonArray ?? [])
            .Select(p =>
                p!["$ref"]?.ToString().EndsWith("/Reflects", StringComparison.Ordinal) == true
                    ? new JsonObject { ["in"] = "query", ["name"] = "reflects" }
                    : p
            )
            .Where(p => p["in"]?.ToString() == where)
            .Select(p => new Parameter(
                p["name"]!.ToString(),
                p["schema"]?["type"]?.ToString(),
                p["schema"]?["format"]?.ToString(),
                p["required"]?.GetValue<bool>() == true
            ));

    private static string Leaving(string query, string parameter)
    {
        var left = query.TrimStart('?').Split('&').Where(p => p.Length > 0 && p.Split('=')[0] != parameter).ToList();
        return left.Count == 0 ? string.Empty : $"?{string.Join('&', left)}";
    }
}
