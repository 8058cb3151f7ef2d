using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Http;

/// <summary>The route reads this parameter of the query itself: its handler has none of that name.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Description">What it does, for the API reference.</param>
public sealed record ReadsParameter(string Name, string Description);

/// <summary>A query parameter that an operation does not know is refused, or one that is given twice: a filter would otherwise be as good as none.</summary>
public static partial class KnownParameters
{
    /// <summary>400 for one that is not known, with the nearest that is, or that is given twice and no list; what was given is not echoed.</summary>
    public static void UseKnownParameters(this WebApplication app)
    {
        var known = new Lazy<Dictionary<string, List<string>>>(() =>
            app
                .Services.GetRequiredService<IApiDescriptionGroupCollectionProvider>()
                .ApiDescriptionGroups.Items.SelectMany(group => group.Items)
                .GroupBy(operation => Key(operation.HttpMethod, operation.RelativePath!), StringComparer.Ordinal)
                .ToDictionary(
                    operation => operation.Key,
                    operation =>
                        operation
                            .SelectMany(o => o.ParameterDescriptions)
                            .Where(p => p.Source == BindingSource.Query)
                            .Select(p => p.Name)
                            .ToList(),
                    StringComparer.Ordinal
                )
        );
        app.Use(
            (context, next) =>
                context.Request.Query.Count > 0
                && context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } path } route
                && known.Value.TryGetValue(Key(context.Request.Method, path), out var bound)
                && Wrong(context, [.. bound, .. ReadBy(route)]) is { } refusal
                    ? refusal.ToResult().ExecuteAsync(context)
                    : next(context)
        );
    }

    // One writes {id:guid}, the other {id}.
    private static string Key(string? method, string path) => $"{method} {Constraint().Replace(path.TrimStart('/'), "{$1}")}";

    [GeneratedRegex(@"\{\**([a-zA-Z]+)[^}]*\}")]
    private static partial Regex Constraint();

    private static IEnumerable<string> ReadBy(RouteEndpoint route)
    {
        var read = route.Metadata.GetOrderedMetadata<ReadsParameter>().Select(p => p.Name);
        return route.Metadata.GetMetadata<ToldLater>() is null ? read : read.Append(Reflecting.Parameter);
    }

    private static Refusal? Wrong(HttpContext context, IReadOnlyList<string> known) =>
        Unknown(context.Request.Query, known) ?? Twice(context, known);

    // The name that was given is the caller's own: no parameter is named, as an unknown member of a body is not.
    private static Refusal? Unknown(IQueryCollection query, IReadOnlyList<string> known)
    {
        if (query.Keys.FirstOrDefault(given => !known.Contains(given, StringComparer.OrdinalIgnoreCase)) is not { } unknown)
        {
            return null;
        }

        var refusal = Refusal.OfInput(
            "A query parameter is not known here.",
            Nearest.Of(unknown, known) is { } nearest ? $"Did you mean {nearest}? Known here are {string.Join(", ", known)}."
                : known.Count == 0 ? "No parameter is known here."
                : $"Give one of {string.Join(", ", known)}."
        );
        return refusal with { Errors = [new(null, string.Empty, "unknown", refusal.Satisfy, refusal.Detail)] };
    }

    private static Refusal? Twice(HttpContext context, IReadOnlyList<string> known)
    {
        var bound = HandlerParameters.Of(context.GetEndpoint());
        if (
            known.FirstOrDefault(name => context.Request.Query[name].Count > 1 && !(bound.TryGetValue(name, out var type) && type.IsArray))
            is not { } twice
        )
        {
            return null;
        }

        var refusal = Refusal.OfInput($"{twice} is given twice.", "Give it once.");
        return refusal with { Errors = [new(null, twice, "twice", refusal.Satisfy, refusal.Detail)] };
    }
}
