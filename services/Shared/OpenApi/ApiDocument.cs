using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace PracticeAnalysis.OpenApi;

/// <summary>The OpenAPI document of a service: what the framework draws from routes and types, and on every operation and schema what holds
/// for all of them. A new route is documented by being there.</summary>
public sealed partial class ApiDocument(IServiceProvider services, string service, SchemaNames names)
{
    /// <summary>How documents are written: for people to read, and for a difference to show line by line.</summary>
    public static JsonSerializerOptions Layout { get; } =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string? _written;

    /// <summary>The document's text; drawn once.</summary>
    public async Task<string> Write(CancellationToken cancel) => _written ??= (await Draw(cancel)).ToJsonString(Layout) + "\n";

    private async Task<JsonObject> Draw(CancellationToken cancel)
    {
        using var scope = services.CreateScope();
        var drawn = await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>(service).GetOpenApiDocumentAsync(cancel);
        var document = JsonNode.Parse(await drawn.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancel))!.AsObject();
        var routes = services
            .GetRequiredService<IApiDescriptionGroupCollectionProvider>()
            .ApiDescriptionGroups.Items.SelectMany(g => g.Items)
            .ToDictionary(d => (Path: Plain(d.RelativePath!), Method: d.HttpMethod!.ToLowerInvariant()));
        var docs = new XmlDocs();
        OperationPass.Apply(document, routes, docs);
        EventPass.Apply(document, routes);
        SchemaPass.Apply(document, names, docs);
        CommonParts.Add(document);
        ExamplePass.Apply(document, service);
        return InOrder(document);
    }

    // As the document names it: without constraints.
    private static string Plain(string path) => "/" + Constraint().Replace(path, "}");

    [GeneratedRegex(@":[^}]+\}")]
    private static partial Regex Constraint();

    // Paths and components by name, whatever the order in which routes were mapped.
    private static JsonObject InOrder(JsonObject document)
    {
        document["paths"] = Sorted(document["paths"]!.AsObject());
        var components = Sorted(document["components"]!.AsObject());
        foreach (var (name, part) in components.ToList())
        {
            components[name] = Sorted(part!.AsObject());
        }

        document["components"] = components;
        return document;
    }

    private static JsonObject Sorted(JsonObject part) =>
        new(part.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));
}

/// <summary>Which type each component schema is drawn from.</summary>
public sealed class SchemaNames
{
    /// <summary>Types by the name of their schema.</summary>
    public Dictionary<string, Type> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>The name of a type's schema, as the framework gives it; two types of one name would be one schema, so it is refused.</summary>
    public string? Of(JsonTypeInfo type)
    {
        // A problem inside an answer is one as any other.
        var name =
            type.Type == typeof(ProblemDetails)
                ? CommonParts.ProblemSchema
                : Generic(type.Type) ?? OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        var plain = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        return name is null || Types.TryAdd(name, plain) || Types[name] == plain
            ? name
            : throw new InvalidOperationException($"{plain} and {Types[name]} would have one schema: {name}.");
    }

    // A page of sessions is a SessionPage, what a frame rules of a number is a NumberRule.
    private static string? Generic(Type type)
    {
        if (!type.IsGenericType || type.Namespace?.StartsWith("PracticeAnalysis.", StringComparison.Ordinal) is not true)
        {
            return null;
        }

        var of = type.GenericTypeArguments[0];
        var noun =
            of == typeof(int) ? "Number"
            : of == typeof(bool) ? "Flag"
            : of == typeof(Guid) ? "Id"
            : of.IsGenericType ? of.GenericTypeArguments[0].Name + "List"
            : of.Name;
        var what = type.Name.Split('`')[0];
        return (noun.EndsWith("View", StringComparison.Ordinal) ? noun[..^4] : noun) + (what == "Ruled" ? "Rule" : what);
    }
}
