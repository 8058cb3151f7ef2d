using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using PracticeAnalysis.Access;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.History.EventSchemas;

/// <summary>The JSON Schemas (2020-12) of every stored event, in each version that was ever written. The files beside this one are made from
/// the facts' own types by a test, which fails when one is missing; a file never changes.</summary>
public sealed partial class EventSchemaLibrary
{
    private readonly ImmutableSortedDictionary<string, ImmutableSortedDictionary<int, string>> _schemas;

    private EventSchemaLibrary(IEnumerable<(string Type, int Version, string Text)> schemas) =>
        _schemas = schemas
            .GroupBy(s => s.Type)
            .ToImmutableSortedDictionary(
                g => g.Key,
                g => g.ToImmutableSortedDictionary(s => s.Version, s => s.Text),
                StringComparer.Ordinal
            );

    /// <summary>Reads those that this program carries.</summary>
    public static EventSchemaLibrary Read()
    {
        var assembly = typeof(EventSchemaLibrary).Assembly;
        return new(
            from name in assembly.GetManifestResourceNames()
            let match = FileName().Match(name)
            where match.Success
            select (
                match.Groups["type"].Value,
                int.Parse(match.Groups["version"].Value, CultureInfo.InvariantCulture),
                Text(assembly, name)
            )
        );
    }

    /// <summary>The types, each with its newest version.</summary>
    public IEnumerable<EventSchemaView> All => _schemas.Select(s => new EventSchemaView(s.Key, s.Value.Keys.Max(), Path(s.Key)));

    /// <summary>The schema of a type, the newest where no version is asked; null where there is none.</summary>
    public string? Find(string type, int? version) =>
        _schemas.TryGetValue(type, out var versions) && versions.TryGetValue(version ?? versions.Keys.Max(), out var text) ? text : null;

    /// <summary>Where the schema of a type is served.</summary>
    public static string Path(string type) => $"/v1/event-schemas/{type}";

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^event-schemas/(?<type>[a-z]+\.[a-z0-9_]+)\.v(?<version>\d+)\.json$")]
    private static partial Regex FileName();
}

/// <summary>Reads the schemas; they are no secret.</summary>
public static class ReadEventSchemas
{
    private const string MediaType = "application/schema+json";
    private static readonly Refusal NoSchema = new(
        404,
        "not-found",
        "There is no schema for such an event, or not in this version.",
        "GET /v1/event-schemas lists them all."
    );

    private const string OfVersion = "A version of the schema, from 1; the newest, where absent.";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/v1/event-schemas",
                ([AsParameters] Portion portion, EventSchemaLibrary schemas) => new EventSchemasView(portion.Of(schemas.All, s => s.Type))
            )
            .WithSummary("List the schemas of stored events")
            .Produces<EventSchemasView>()
            .For([.. Roles.All]);
        routes
            .MapGet(
                "/v1/event-schemas/{type}",
                (string type, [Description(OfVersion)] int? version, EventSchemaLibrary schemas) =>
                    schemas.Find(type, version) is { } schema ? Results.Text(schema, MediaType) : NoSchema.ToResult()
            )
            .WithSummary("Read the JSON Schema of a stored event, the newest version where none is asked")
            .Produces<object>(200, MediaType)
            .For([.. Roles.All]);
    }
}

/// <summary>One type of event.</summary>
/// <param name="Type">Its service and its name, such as <c>session.contribution_made</c>.</param>
/// <param name="Version">The newest version of its schema; <c>?version=</c> asks for an older one.</param>
/// <param name="Path">Where its newest schema is read, from the root of the API.</param>
public sealed record EventSchemaView(string Type, int Version, string Path);

/// <summary>The types of events.</summary>
public sealed record EventSchemasView(IReadOnlyList<EventSchemaView> Items);
