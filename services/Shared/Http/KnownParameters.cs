using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Http;

/// <summary>A query parameter that an operation does not know is refused: misspelt, a filter would otherwise be as good as none.</summary>
public static class KnownParameters
{
    /// <summary>400 for one that is not known, with the nearest that is; what was given is not echoed.</summary>
    public static void UseKnownParameters(this WebApplication app)
    {
        var known = new Lazy<ILookup<string, string>>(() =>
            app
                .Services.GetRequiredService<IApiDescriptionGroupCollectionProvider>()
                .ApiDescriptionGroups.Items.SelectMany(group => group.Items)
                .SelectMany(operation =>
                    operation
                        .ParameterDescriptions.Where(p => p.Source == BindingSource.Query)
                        .Select(p => (Operation: $"{operation.HttpMethod} /{operation.RelativePath}", p.Name))
                )
                .ToLookup(p => p.Operation, p => p.Name)
        );
        app.Use(
            (context, next) =>
                context.Request.Query.Count > 0
                && context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } path }
                && path.StartsWith("/v1/", StringComparison.Ordinal)
                && Unknown(context, known.Value[$"{context.Request.Method} {path}"].ToList()) is { } refusal
                    ? refusal.ToResult().ExecuteAsync(context)
                    : next(context)
        );
    }

    private static Refusal? Unknown(HttpContext context, IReadOnlyList<string> known) =>
        context.Request.Query.Keys.FirstOrDefault(given => !known.Contains(given, StringComparer.OrdinalIgnoreCase)) is { } unknown
            ? Refusal.OfInput(
                "A query parameter is not known here.",
                Nearest.Of(unknown, known) is { } nearest
                    ? $"Did you mean {nearest}? The API reference lists those of each operation."
                    : "The API reference lists those of each operation."
            )
            : null;
}
