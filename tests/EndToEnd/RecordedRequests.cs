using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.IdentityModel.JsonWebTokens;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>A request of which each part can be put otherwise, and that can be sent anywhere.</summary>
/// <param name="Operation">What it asks.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="Path">With its ids.</param>
/// <param name="Query">With its question mark; empty where there is none.</param>
/// <param name="Body">Null where it has none.</param>
public sealed record Asked(Operation Operation, Actor Actor, string Path, string Query, string? Body)
{
    /// <summary>As the operation says, where it is not put otherwise.</summary>
    public string Method { get; init; } = Operation.Method;

    /// <summary>What proves who asks; null where nothing does.</summary>
    public string? Authorization { get; init; }

    /// <summary>The version that is changed.</summary>
    public string? IfMatch { get; init; }

    /// <summary>The body's media type.</summary>
    public string Media { get; init; } = $"{Operation.Media}; charset=utf-8";

    /// <summary>How many spaces follow the body.</summary>
    public int Padding { get; init; }

    /// <summary>What was answered, and as what; null where that was no JSON.</summary>
    public (int Status, string Body)? Answered { get; init; }

    /// <summary>What else is said, names and values.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The same with one more header.</summary>
    public Asked With(string name, string value) => this with { Headers = [.. Headers, (name, value)] };

    /// <summary>The same with one more parameter.</summary>
    public Asked Asking(string parameter) => this with { Query = $"{Query}{(Query.Length == 0 ? '?' : '&')}{parameter}" };

    /// <summary>As it is sent to the gateway, or to a service.</summary>
    public HttpRequestMessage To(Uri address)
    {
        var request = new HttpRequestMessage(new(Method), new Uri(address, Path + Query));
        if (Body is not null)
        {
            request.Content = new StringContent(Body.PadRight(Body.Length + Padding));
            request.Content.Headers.Remove("Content-Type");
            request.Content.Headers.TryAddWithoutValidation("Content-Type", Media);
        }

        List<(string Name, string? Value)> headers = [.. Headers, ("Authorization", Authorization), ("If-Match", IfMatch)];
        foreach (var (name, value) in headers.Where(h => h.Value is not null))
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content!.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue(name);
            }
        }

        return request;
    }

    /// <summary>What it asks, and who.</summary>
    public override string ToString() => $"{Method} {Path}{Query} by {Actor.Role}";
}

/// <summary>Keeps every request that was answered as it should be, each as the operation that it is of. Under a key of its own none is kept: sent
/// again, it would be answered as before.</summary>
public sealed partial class Recorder(IReadOnlyList<Operation> operations) : DelegatingHandler(new ContractHandler("gateway"))
{
    private readonly List<(Regex Path, Operation Operation)> _operations =
    [
        .. operations
            .OrderBy(o => o.Path.Count(c => c == '{'))
            .Select(o => (new Regex($"^{Parameter().Replace(o.Path, "[^/]+")}$", RegexOptions.CultureInvariant), o)),
    ];

    private readonly ConcurrentQueue<Asked> _kept = [];
    private readonly ConcurrentDictionary<string, bool> _paths = [];

    /// <summary>What it knows.</summary>
    public IReadOnlyList<Operation> Operations => operations;

    /// <summary>What was kept so far.</summary>
    public IReadOnlyList<Asked> Kept => [.. _kept];

    /// <summary>Each path that was asked or made.</summary>
    public IReadOnlyList<string> Paths => [.. _paths.Keys.Order(StringComparer.Ordinal)];

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var answer = await base.SendAsync(request, cancellationToken);
        var path = request.RequestUri!.AbsolutePath;
        if (
            answer.IsSuccessStatusCode
            && _operations.FirstOrDefault(o => o.Operation.Method == request.Method.Method && o.Path.IsMatch(path)).Operation is { } of
        )
        {
            _paths.TryAdd(path, true);
            _paths.TryAdd(answer.Headers.Location?.ToString() ?? path, true);
            var token = request.Headers.Authorization!.ToString();
            var isJson = answer.Content.Headers.ContentType?.MediaType == "application/json";
            _kept.Enqueue(
                new(of, By(token), path, request.RequestUri.Query, body)
                {
                    Authorization = token,
                    IfMatch = request.Headers.IfMatch.FirstOrDefault()?.ToString(),
                    Answered = isJson ? ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken)) : null,
                }
            );
        }

        return answer;
    }

    private static Actor By(string token)
    {
        var claims = new JsonWebToken(token.Split(' ')[1]);
        string? Of(string claim) => claims.TryGetPayloadValue<string>(claim, out var value) ? value : null;
        return new(
            Of("tenant")!,
            Of("role")!,
            Guid.Parse(Of("person")!),
            Of("establishment") is { } establishment ? Guid.Parse(establishment) : null
        );
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Parameter();
}

/// <summary>A place of a body that its schema knows.</summary>
/// <param name="At">Its JSON pointer; empty for the whole.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Schema">What may.</param>
/// <param name="IsRequired">Whether what holds it must have it.</param>
/// <param name="IsNullable">Whether null may stand there.</param>
public sealed record Place(string At, JsonNode Value, JsonObject Schema, bool IsRequired, bool IsNullable)
{
    /// <summary>Its type.</summary>
    public string? Type =>
        Schema["type"] is JsonArray types ? types.First(t => t!.ToString() != "null")!.ToString() : Schema["type"]?.ToString();

    /// <summary>Its format.</summary>
    public string? Format => Schema["format"]?.ToString();

    /// <summary>Whether it is one of a closed list.</summary>
    public bool IsClosedWord => Schema["enum"] is not null;

    /// <summary>Whether any text may stand there.</summary>
    public bool IsText => Type == "string" && Format is null && !IsClosedWord;

    /// <summary>The pointer of what holds it.</summary>
    public string Holder => At[..At.LastIndexOf('/')];

    /// <summary>Its name, or its index.</summary>
    public string Name => At[(At.LastIndexOf('/') + 1)..];

    /// <summary>Whether it is an item of a list.</summary>
    public bool IsItem => At.Length > 0 && Name.All(char.IsAsciiDigit);

    /// <summary>Each place of the body of a request, the whole of it first.</summary>
    public static IReadOnlyList<Place> Of(Asked request) =>
        request.Body is { } body && request.Operation.Says["requestBody"]?["content"]?[request.Operation.Media]?["schema"] is { } schema
            ? [.. Walk(string.Empty, JsonNode.Parse(body)!, schema, request.Operation.Schemas, true)]
            : [];

    private static IEnumerable<Place> Walk(string pointer, JsonNode value, JsonNode schema, JsonObject schemas, bool isRequired)
    {
        var (resolved, isNullable) = Resolved(schema, schemas);
        yield return new(pointer, value, resolved, isRequired, isNullable);
        var required = (resolved["required"] as JsonArray ?? []).Select(r => r!.ToString()).ToList();
        var inner = value switch
        {
            JsonObject o => o.Where(m => m.Value is not null && resolved["properties"]?[m.Key] is not null)
                .SelectMany(m => Walk($"{pointer}/{m.Key}", m.Value!, resolved["properties"]![m.Key]!, schemas, required.Contains(m.Key))),
            JsonArray a when resolved["items"] is { } items => a.Index()
                .SelectMany(i => Walk($"{pointer}/{i.Index}", i.Item!, items, schemas, false)),
            _ => [],
        };
        foreach (var place in inner)
        {
            yield return place;
        }
    }

    private static (JsonObject Schema, bool IsNullable) Resolved(JsonNode schema, JsonObject schemas)
    {
        if (schema["$ref"] is { } reference)
        {
            return Resolved(schemas[reference.ToString().Split('/')[^1]]!, schemas);
        }

        if (schema["oneOf"] is JsonArray choices)
        {
            return (Resolved(choices.First(c => c!["type"]?.ToString() != "null")!, schemas).Schema, choices.Count > 1);
        }

        return (schema.AsObject(), schema["type"] is JsonArray types && types.Any(t => t!.ToString() == "null"));
    }
}
