using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using PracticeAnalysis.Access;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.OpenApi;

using Routes = Dictionary<(string Path, string Method), ApiDescription>;

/// <summary>What holds for every operation: its id, tag, security, parameters, headers, and every problem that it can answer.</summary>
internal static class OperationPass
{
    // What a parameter means wherever it stands.
    private static readonly Dictionary<string, string> Parameters = new()
    {
        ["version"] = "As of this version: after so many of its facts, as the reader's role counts those that it sees.",
        ["from"] = "The earlier moment: what was recorded by then. It goes with to, and with no other pair.",
        ["to"] = "The later moment: what was recorded by then.",
        ["quarter"] = "A closed calendar quarter, such as 2026-Q1.",
        ["year"] = "A calendar year.",
        ["dryRun"] = "Whether everything is decided and nothing done.",
        ["dates"] =
            "How the dates of a column of CSV are written, where its header does not say so in parentheses: from=dd/MM/yyyy, or occurredAt=dd/MM/yyyy HH:mm, Europe/Paris.",
        ["secret"] = "What the address of the link holds: whoever has it reads.",
        ["name"] = "Its name, as the list of them has it.",
        ["type"] = "Its service and its name, such as session.contribution_made.",
        ["size"] = "How many entries the checkpoint covers.",
        ["kind"] = "What is summed up: association, entity, territory or practice.",
        ["code"] = "The SIREN of an association, the FINESS number of an entity, the code of a department; all, for the practice.",
        ["phase"] = "The phase's code, as its protocol names it.",
        ["format"] = "The form of the answer: json or csv; as Accept has it, where none is named.",
        ["correct"] = "Whether what is there is corrected where a line says otherwise; else it stays, and the result names the fields.",
        ["settled"] = "What was recorded by this time must be in the ledger (RFC 3339 with offset); a minute ago, where none is given.",
        ["establishment"] = "The id of the establishment whose alone are listed; those of all, where none is given.",
    };

    // What holds of every event stream.
    private const string Streamed =
        "Server-sent events, in an answer that stays open. A comment comes where nothing else does for 15 seconds. The last event is end, and its data says why "
        + "as code: renew after 15 minutes, and stopping where the node ends, to ask again at once with Last-Event-ID; unavailable, to ask again a moment later; "
        + "unauthenticated, forbidden or not-found where the reader may not follow any more, as asking again says.";

    internal static void Apply(JsonObject document, Routes routes, XmlDocs docs)
    {
        var tags = new SortedSet<string>(StringComparer.Ordinal);
        var ids = OperationNames.Of(routes);
        foreach (var (path, item) in document["paths"]!.AsObject())
        {
            foreach (var (method, node) in item!.AsObject())
            {
                var operation = node!.AsObject();
                var route = routes[(path, method)];
                var tag = path.Split('/')[2];
                tags.Add(tag);
                Describe(operation, route, ids[(path, method)], tag, docs);
                Parameterise(operation, route, path, document["components"]?["schemas"]?.AsObject() ?? [], docs);
                Respond(operation, route, path);
            }
        }

        document["tags"] = new JsonArray([.. tags.Select(t => new JsonObject { ["name"] = t, ["description"] = Tags.Say[t] })]);
    }

    // The noun before it, in the singular, where the parameter bears no name of its own.
    private static string OfPath(string path, string name)
    {
        var noun = path.Split('/').TakeWhile(part => part != $"{{{name}}}").Last();
        return $"Opaque id of the {(name is "id" or "part" ? OperationNames.Singular(noun).Replace('-', ' ') : name)}.";
    }

    private static void Describe(JsonObject operation, ApiDescription route, string id, string tag, XmlDocs docs)
    {
        var roles = Of<ForRoles>(route)?.Roles ?? [];
        var scope = Of<ForScope>(route);
        var about = Body(route) is { } body && typeof(Command).IsAssignableFrom(body) ? docs.Of(body) : null;
        var rest = operation.Where(m => m.Key is not ("tags" or "summary" or "description" or "operationId" or "security")).ToList();
        var summary = operation["summary"]?.GetValue<string>() ?? id;
        operation.Clear();
        operation["operationId"] = id;
        operation["tags"] = new JsonArray(tag);
        operation["summary"] = summary;
        operation["description"] = string.Join(
            "\n\n",
            new[]
            {
                about,
                roles.Count == 0 ? "For everybody, without a token." : $"Roles: {string.Join(", ", roles)}.",
                scope is null ? null : $"Scope: {scope.Scope}.",
            }.Where(d => d is not null)
        );
        if (Of<Deprecated>(route) is { } deprecated)
        {
            operation["deprecated"] = true;
            operation["x-sunset"] = deprecated.Sunset;
        }

        operation["security"] =
            roles.Count == 0
                ? new JsonArray()
                : new JsonArray(new JsonObject { ["bearer"] = scope is null ? new JsonArray() : new JsonArray(scope.Scope) });
        operation["x-roles"] = new JsonArray([.. roles.Select(r => JsonValue.Create(r))]);
        foreach (var (name, value) in rest)
        {
            operation[name] = value;
        }
    }

    private static void Parameterise(JsonObject operation, ApiDescription route, string path, JsonObject schemas, XmlDocs docs)
    {
        var handler = Of<MethodInfo>(route);
        var records = handler is null ? [] : HandlerParameters.RecordsOf(handler);
        var parameters = operation["parameters"] as JsonArray ?? [];
        foreach (var name in OperationNames.Parameters(path).Except(parameters.Select(p => p!["name"]!.GetValue<string>())).ToList())
        {
            // Read by the route itself, and not by a parameter of its handler.
            var schema = new JsonObject { ["type"] = "string" };
            if (name == "id")
            {
                schema["format"] = "uuid";
            }

            parameters.Add(
                new JsonObject
                {
                    ["name"] = name,
                    ["in"] = "path",
                    ["required"] = true,
                    ["schema"] = schema,
                }
            );
        }

        foreach (var parameter in parameters.Select(p => p!.AsObject()))
        {
            var name = parameter["name"]!.GetValue<string>();
            var schema = parameter["schema"]!.AsObject();
            if (HandlerParameters.Of(handler).GetValueOrDefault(name)?.Bounds is { } bounds)
            {
                SchemaPass.Between(schema, bounds);
            }
            else if (records.TryGetValue(name, out var asked) && Word.ListOf(asked.PropertyType) is { } list)
            {
                parameter["schema"] = OfWords(list, asked.PropertyType.IsArray, schemas);
            }
            else if (schema.Count == 0)
            {
                SchemaPass.Type(schema, typeof(string), nullable: false);
            }

            if (parameter["schema"] is JsonObject several && several["type"] is JsonValue type && type.ToString() == "array")
            {
                several["items"] ??= new JsonObject { ["type"] = "string" };
            }

            parameter["description"] ??=
                (records.GetValueOrDefault(name) is { } member ? docs.Of(member) : null)
                ?? Parameters.GetValueOrDefault(name, parameter["in"]!.GetValue<string>() == "path" ? OfPath(path, name) : $"{name}.");
        }

        foreach (var read in route.ActionDescriptor.EndpointMetadata.OfType<ReadsParameter>())
        {
            var schema = new JsonObject();
            SchemaPass.Type(schema, typeof(string), nullable: false);
            parameters.Add(
                new JsonObject
                {
                    ["name"] = read.Name,
                    ["in"] = "query",
                    ["description"] = read.Description,
                    ["schema"] = schema,
                }
            );
        }

        if (Of<NeedsIfMatch>(route) is not null)
        {
            parameters.Add(Ref("parameters", "IfMatch"));
        }
        else if (AppendsTo(route))
        {
            parameters.Add(Ref("parameters", "IfMatchGiven"));
        }

        if (Of<ToldLater>(route) is not null)
        {
            parameters.Add(Ref("parameters", "Reflects"));
            parameters.Add(Ref("parameters", "Prefer"));
        }

        if (Of<StreamsEvents>(route) is not null)
        {
            parameters.Add(Ref("parameters", "LastEventId"));
        }

        if (!StreamsAlone(route))
        {
            parameters.Add(Ref("parameters", route.HttpMethod == "GET" ? "IfNoneMatch" : "IdempotencyKey"));
        }

        parameters.Add(Ref("parameters", "AcceptLanguage"));
        parameters.Add(Ref("parameters", "RequestId"));
        var body = operation["requestBody"];
        operation.Remove("parameters");
        operation.Remove("requestBody");
        operation["parameters"] = parameters;
        if (body is not null)
        {
            if (body["content"]?["text/csv"] is JsonObject table)
            {
                table["schema"] = new JsonObject { ["type"] = "string", ["description"] = Of<CsvColumns>(route)?.AsRead };
            }

            operation["requestBody"] = body;
        }
    }

    // A list that bodies show too is said once.
    private static JsonObject OfWords(Type list, bool several, JsonObject schemas)
    {
        var one = schemas.ContainsKey(list.Name)
            ? Ref("schemas", list.Name)
            : new JsonObject
            {
                ["type"] = "string",
                ["enum"] = new JsonArray([.. Enum.GetValues(list).Cast<Enum>().Select(w => Words.Of(w))]),
            };
        return several ? new JsonObject { ["type"] = "array", ["items"] = one } : one;
    }

    private static void Respond(JsonObject operation, ApiDescription route, string path)
    {
        var given = operation["responses"]!.AsObject();
        var responses = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var (status, response) in given.Where(r => r.Key[0] is '2' or '3'))
        {
            var answer = response!.DeepClone().AsObject();
            var content = answer["content"];
            answer.Clear();
            answer["description"] = status == "201" ? "Created: its state, and where it is." : "What was asked for, as it is now.";
            answer["headers"] = Headers(route, status, HasVersion(route, status));
            if (content is not null)
            {
                answer["content"] = Bodies(content.DeepClone().AsObject(), Of<CsvColumns>(route), Of<StreamsEvents>(route));
            }

            responses[status] = answer;
        }

        foreach (var status in Problems(route, path).Concat(given.Select(r => int.Parse(r.Key, null)).Where(s => s >= 400)))
        {
            responses[$"{status}"] = Ref("responses", CommonParts.Name(status));
        }

        if (route.HttpMethod == "GET" && !StreamsAlone(route))
        {
            responses["304"] = Ref("responses", "NotModified");
        }

        operation["responses"] = new JsonObject(responses.Select(r => KeyValuePair.Create<string, JsonNode?>(r.Key, r.Value)));
    }

    // What is no JSON is text to a schema.
    private static JsonObject Bodies(JsonObject content, CsvColumns? csv, StreamsEvents? streams)
    {
        foreach (var (media, body) in content.Where(c => c.Key != "application/json"))
        {
            var drawn = body!["schema"];
            body["schema"] = new JsonObject { ["type"] = "string", ["maxLength"] = int.MaxValue };
            if (media == "text/csv" && csv is not null)
            {
                body["schema"]!["description"] = $"{csv}";
            }

            if (media == EventStream.Type && streams is not null)
            {
                body["schema"]!["description"] = $"{streams.Says} {Streamed}";
                body["example"] = streams.Example;
                if (content.Count == 1)
                {
                    // What the data of its events is; OpenAPI 3.2 has a word for it, itemSchema.
                    body["x-data"] = drawn?.DeepClone();
                }
            }
        }

        return content;
    }

    // What the one write path, the one reading path and the door can answer.
    private static IEnumerable<int> Problems(ApiDescription route, string path)
    {
        var writes = route.HttpMethod != "GET";
        int[] always = [400, 406, 429, 500, 503];
        return
        [
            .. always,
            .. Of<ForRoles>(route) is null ? Array.Empty<int>() : [401, 403],
            .. path.Contains('{', StringComparison.Ordinal) || writes ? [404] : Array.Empty<int>(),
            .. writes ? [409, 413, 415, 422] : Array.Empty<int>(),
            // Where a command comes again under its Idempotency-Key.
            .. route.HttpMethod == "POST" ? [410] : Array.Empty<int>(),
            .. Of<NeedsIfMatch>(route) is not null ? [412, 428]
            : AppendsTo(route) ? [412]
            : Array.Empty<int>(),
        ];
    }

    // What begins something has no version yet.
    private static bool AppendsTo(ApiDescription route) =>
        route.HttpMethod == "POST"
        && route.RelativePath!.Contains('{', StringComparison.Ordinal)
        && route.SupportedResponseTypes.Any(t => t.StatusCode == 200);

    private static JsonObject Headers(ApiDescription route, string status, bool version)
    {
        var headers = new JsonObject();
        // What may be streamed in another form has no ETag to promise, but where its route brings one.
        var whole =
            Of<SendsETag>(route) is not null
            || route
                .SupportedResponseTypes.Where(t => t.StatusCode == 200)
                .SelectMany(t => t.ApiResponseFormats)
                .Where(f => f.MediaType != EventStream.Type)
                .All(f => ConditionalReads.IsWhole(f.MediaType));
        if (whole && !StreamsAlone(route) && (version || route.HttpMethod == "GET"))
        {
            headers["ETag"] = Ref("headers", "ETag");
        }

        if (status == "201" || (status == "202" && Of<LongRunning>(route) is not null))
        {
            headers["Location"] = Ref("headers", "Location");
        }

        if (status == "200" && Of<LongRunning>(route) is not null)
        {
            headers["Retry-After"] = Ref("headers", "Retry-After");
        }

        if (route.HttpMethod == "POST")
        {
            headers[Idempotency.Replayed] = Ref("headers", Idempotency.Replayed);
        }

        if (Of<Deprecated>(route) is not null)
        {
            headers["Deprecation"] = Ref("headers", "Deprecation");
            headers["Sunset"] = Ref("headers", "Sunset");
            headers["Link"] = Ref("headers", "Link");
        }

        if (route.SupportedResponseTypes.SelectMany(t => t.ApiResponseFormats).Any(f => f.MediaType == "text/csv"))
        {
            headers["Content-Disposition"] = Ref("headers", "Content-Disposition");
        }

        if (route.ParameterDescriptions.Any(p => p.Name == "limit"))
        {
            headers["Link"] = Ref("headers", "Link");
        }

        CommonParts.AddHeaders(headers);
        return headers;
    }

    private static bool HasVersion(ApiDescription route, string status) =>
        route.SupportedResponseTypes.FirstOrDefault(r => $"{r.StatusCode}" == status)?.Type?.GetProperty("Version")?.PropertyType
        == typeof(long);

    private static bool StreamsAlone(ApiDescription route) =>
        route.SupportedResponseTypes.SelectMany(t => t.ApiResponseFormats).All(f => f.MediaType == EventStream.Type)
        && Of<StreamsEvents>(route) is not null;

    internal static JsonObject Ref(string part, string name) => new() { ["$ref"] = $"#/components/{part}/{name}" };

    internal static T? Of<T>(ApiDescription route)
        where T : class => route.ActionDescriptor.EndpointMetadata.OfType<T>().LastOrDefault();

    internal static Type? Body(ApiDescription route) => route.ParameterDescriptions.FirstOrDefault(p => p.Source.Id == "Body")?.Type;
}
