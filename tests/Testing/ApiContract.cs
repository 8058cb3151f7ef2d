using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;
using PracticeAnalysis.Http;

namespace PracticeAnalysis.Testing;

/// <summary>The committed OpenAPI document, held against answers: a status, media type, header or member that it does not name fails.</summary>
public sealed class ApiContract
{
    private const string Root = "https://contract.test/";
    private static readonly ConcurrentDictionary<string, ApiContract> Read = [];

    private readonly List<(Regex Path, int Parameters, JsonObject Operations)> _paths;
    private readonly Dictionary<string, JsonSchema> _schemas = [];
    private readonly Lock _turn = new();
    private readonly BuildOptions _build = new() { Dialect = Dialect.Draft202012, SchemaRegistry = new() };
    private readonly JsonObject _document;
    private readonly string _name;

    private ApiContract(string name)
    {
        _name = name;
        var file = Path.Combine(Repository(), "contracts", "openapi", $"{name}.json");
        _document = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        _paths =
        [
            .. _document["paths"]!
                .AsObject()
                .Select(p =>
                    (
                        new Regex("^" + Regex.Replace(p.Key, @"\{\w+\}", "[^/]+") + "$", RegexOptions.CultureInvariant),
                        p.Key.Count(c => c == '{'),
                        p.Value!.AsObject()
                    )
                )
                .OrderBy(p => p.Item2),
        ];
        var schemas = _document["components"]!["schemas"]!.DeepClone().AsObject();
        Close(schemas);
        JsonSchema.FromText(Local(new JsonObject { ["$id"] = Root + "schemas", ["$defs"] = schemas }), _build);
    }

    /// <summary>The contract of a service, or of the gateway.</summary>
    public static ApiContract Of(string name) => Read.GetOrAdd(name, n => new(n));

    /// <summary>What of an answer the contract does not allow; null where it allows it.</summary>
    public async Task<string?> Wrong(HttpResponseMessage answer, CancellationToken cancel) =>
        Wrong(
            answer.RequestMessage!.Method.Method,
            answer.RequestMessage.RequestUri!.AbsolutePath,
            (int)answer.StatusCode,
            answer.Content.Headers.ContentType?.MediaType,
            h => answer.Headers.NonValidated.Contains(h) || answer.Content.Headers.NonValidated.Contains(h),
            await answer.Content.ReadAsStringAsync(cancel)
        );

    /// <summary>What of an answer the contract does not allow; null where it allows it.</summary>
    /// <param name="path">The path asked, without its query; what is outside <c>/v1</c> is no operation.</param>
    /// <param name="header">Whether the answer has this header.</param>
    public string? Wrong(string method, string path, int status, string? mediaType, Func<string, bool> header, string body)
    {
        if (!path.StartsWith("/v1/", StringComparison.Ordinal))
        {
            return null;
        }

        // What answers GET answers HEAD in the same way, without the body.
        var headOnly = method == "HEAD";
        var verb = headOnly ? "get" : method.ToLowerInvariant();
        var (_, _, operations) = _paths.FirstOrDefault(p => p.Path.IsMatch(path) && p.Operations.ContainsKey(verb));
        if (operations is null)
        {
            return status is 404 or 405 or 429 ? null : $"{method} {path} answered {status}, and is not documented: see deploy/openapi.";
        }

        var operation = operations[verb]!;
        var asked = $"{operation["operationId"]} ({method} {path})";
        if (status == 500)
        {
            return $"{asked} answered 500.";
        }

        if (operation["responses"]?[$"{status}"] is not { } response)
        {
            return $"{asked} answered {status}, which is not documented.";
        }

        response = Resolved(response);
        var missing = Required(status).Where(h => response["headers"]?[h] is not null && !header(h)).ToList();
        if (missing.Count > 0)
        {
            return $"{asked} answered {status} without {string.Join(", ", missing)}.";
        }

        // Of a read: what a change answers is asked for again by its own version.
        if (method == "GET" && status is >= 200 and < 300 && header("ETag") && response["headers"]?["ETag"] is null)
        {
            return $"{asked} answered {status} with an ETag, which is not documented.";
        }

        if (headOnly)
        {
            return body.Length == 0 ? null : $"{asked} answered {status} with a body.";
        }

        if (response["content"] is not JsonObject content)
        {
            return body.Length == 0 ? null : $"{asked} answered {status} with a body, which is not documented.";
        }

        if (mediaType is null || content[mediaType] is not { } media)
        {
            return $"{asked} answered {status} as {mediaType}, which is not documented.";
        }

        if (mediaType is not ("application/json" or "application/problem+json"))
        {
            return null;
        }

        var wrong = Wrong($"{asked} answered {status}", media["schema"]!, body);
        if (wrong is null)
        {
            AnswersSeen.Keep(_name, operation["operationId"]!.GetValue<string>(), status, mediaType, body);
        }

        return wrong;
    }

    private string? Wrong(string what, JsonNode schema, string body)
    {
        using var instance = JsonDocument.Parse(body);
        var result = Evaluate(schema, instance.RootElement);
        return result.IsValid
            ? null
            : $"{what}, against its schema: "
                + string.Join(
                    "; ",
                    (result.Details ?? [])
                        .Where(d => d.Errors is { Count: > 0 })
                        .Select(d => $"{d.InstanceLocation} {string.Join(", ", d.Errors!.Values)}")
                        .Take(8)
                );
    }

    // One at a time: building a schema writes in the registry that evaluating another one reads.
    private EvaluationResults Evaluate(JsonNode schema, JsonElement instance)
    {
        lock (_turn)
        {
            var text = schema.ToJsonString();
            if (!_schemas.TryGetValue(text, out var built))
            {
                var own = schema.DeepClone();
                Close(own);
                built = JsonSchema.FromText(Local(own), _build, new Uri($"{Root}{_schemas.Count}/{Guid.NewGuid()}"));
                _schemas.Add(text, built);
            }

            return built.Evaluate(instance, new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        }
    }

    // The gateway alone tells of rates; a service answers without it in its own tests.
    private static IEnumerable<string> Required(int status) =>
        status switch
        {
            200 => ["X-Request-Id", "traceparent", "ETag"],
            201 => ["X-Request-Id", "traceparent", "ETag", "Location"],
            202 => ["X-Request-Id", "traceparent", "ETag"],
            429 or 503 => ["X-Request-Id", "Retry-After"],
            _ => ["X-Request-Id", "traceparent"],
        };

    private JsonNode Resolved(JsonNode node) =>
        node["$ref"]?.GetValue<string>() is { } reference
            ? reference.Split('/').Skip(1).Aggregate((JsonNode)_document, (at, part) => at[part]!)
            : node;

    private static string Local(JsonNode schema) =>
        schema.ToJsonString().Replace("\"#/components/schemas/", $"\"{Root}schemas#/$defs/", StringComparison.Ordinal);

    // Whoever reads answers may meet new members one day; we may not meet any that nobody documented.
    private static void Close(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject schema:
                foreach (var (name, child) in schema.ToList())
                {
                    if (name != "allOf")
                    {
                        Close(child);
                    }
                }

                // Of what is composed of several no part names all members, nor does what others derive from.
                if (schema["allOf"] is not null)
                {
                    schema["unevaluatedProperties"] = false;
                }
                else if (schema["properties"] is JsonObject && schema["type"] is not null && schema["discriminator"] is null)
                {
                    schema["additionalProperties"] ??= false;
                }

                break;
            case JsonArray list:
                foreach (var child in list)
                {
                    Close(child);
                }

                break;
        }
    }

    private static string Repository()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "PracticeAnalysis.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("PracticeAnalysis.sln is in no directory above the tests.");
    }
}

/// <summary>Holds every answer that comes through it against the contract.</summary>
public sealed class ContractHandler(string name) : DelegatingHandler(new BeginningsAlone(new SocketsHttpHandler()))
{
    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        await answer.Content.LoadIntoBufferAsync(cancellationToken);
        var wrong = await ApiContract.Of(name).Wrong(answer, cancellationToken);
        return wrong is null ? answer : throw new ContractException(wrong);
    }
}

/// <summary>Of an answer that stays open takes the beginning alone, so that whoever asks for everything comes to an end.</summary>
public sealed class BeginningsAlone(HttpMessageHandler to) : DelegatingHandler(to)
{
    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.Content.Headers.ContentType is { MediaType: EventStream.Type } type)
        {
            answer.Content.Dispose();
            answer.Content = new ByteArrayContent([]) { Headers = { ContentType = type } };
        }

        return answer;
    }
}

/// <summary>An answer is not as the contract says. The message names places and kinds, and never what was answered.</summary>
public sealed class ContractException(string message) : Exception(message);
