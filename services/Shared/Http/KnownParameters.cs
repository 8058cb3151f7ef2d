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

/// <summary>A query parameter that an operation does not know is refused: misspelt, a filter would otherwise be as good as none.</summary>
public static partial class KnownParameters
{
    /// <summary>400 for one that is not known, with the nearest that is; what was given is not echoed.</summary>
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
                && Unknown(context, [.. bound, .. ReadBy(route)]) is { } refusal
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

    private static Refusal? Unknown(HttpContext context, IReadOnlyList<string> known)
    {
        if (context.Request.Query.Keys.FirstOrDefault(given => !known.Contains(given, StringComparer.OrdinalIgnoreCase)) is not { } unknown)
        {
            return null;
        }

        var refusal = Refusal.OfInput(
            "A query parameter is not known here.",
            Nearest.Of(unknown, known) is { } nearest
                ? $"Did you mean {nearest}? The API reference lists those of each operation."
                : "The API reference lists those of each operation."
        );
        return refusal with
        {
            Errors =
            [
                new(null, null, "unknown", known.Count == 0 ? "Give none." : $"Give one of {string.Join(", ", known)}.", refusal.Detail),
            ],
        };
    }
}
