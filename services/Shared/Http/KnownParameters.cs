using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Http;

/// <summary>The route reads this parameter of the query itself: its handler has none of that name.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Description">What it does, for the API reference.</param>
/// <param name="Words">The words that it takes; none where it takes any text.</param>
public sealed record ReadsParameter(string Name, string Description, params IReadOnlyList<string> Words);

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
        app.Use((context, next) => OfQuery(context, known) is { } refusal ? refusal.ToResult().ExecuteAsync(context) : next(context));
    }

    private static Refusal? OfQuery(HttpContext context, Lazy<Dictionary<string, List<string>>> known) =>
        context.Request.Query.Count > 0
        && context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } path } route
        && known.Value.TryGetValue(Key(context.Request.Method, path), out var bound)
            ? Wrong(context, [.. bound, .. ReadBy(route)])
            : null;

    // One writes {id:guid}, the other {id}.
    private static string Key(string? method, string path) => $"{method} {Constraint().Replace(path.TrimStart('/'), "{$1}")}";

    [GeneratedRegex(@"\{\**([a-zA-Z]+)[^}]*\}")]
    private static partial Regex Constraint();

    private static IEnumerable<string> ReadBy(RouteEndpoint route)
    {
        var read = route.Metadata.GetOrderedMetadata<ReadsParameter>().Select(p => p.Name);
        return route.Metadata.GetMetadata<ToldLater>() is null ? read : read.Append(Reflecting.Parameter);
    }

    /// <summary>400 for a query whose names are none of these, or of which one is given twice, or holds what no text may.</summary>
    public static Refusal? Wrong(HttpContext context, IReadOnlyList<string> known) =>
        Unknown(context.Request.Query, known) ?? Twice(context, known) ?? Unkept(context.Request, known) ?? NoWord(context);

    // No store keeps U+0000; what is no UTF-8 would be looked for as it was escaped.
    private static Refusal? Unkept(HttpRequest request, IReadOnlyList<string> known)
    {
        foreach (var given in new QueryStringEnumerable(request.QueryString.Value))
        {
            var escaped = Encoding.UTF8.GetBytes(given.EncodedValue.ToString());
            var bytes = WebUtility.UrlDecodeToBytes(escaped, 0, escaped.Length);
            if (!Utf8.IsValid(bytes) || bytes.Contains((byte)0))
            {
                return Unfit(known.First(k => k.Equals(given.DecodeName().ToString(), StringComparison.OrdinalIgnoreCase)));
            }
        }

        return null;
    }

    private static Refusal? NoWord(HttpContext context) =>
        (context.GetEndpoint()?.Metadata.GetOrderedMetadata<ReadsParameter>() ?? []).FirstOrDefault(p =>
            p.Words.Count > 0 && context.Request.Query[p.Name] is [{ } given] && !p.Words.Contains(given)
        )
            is { } closed
            ? Refusal.OfParameter(closed.Name, $"{closed.Name} is no word of its list.", $"Give one of {string.Join(", ", closed.Words)}.")
            : null;

    private static Refusal Unfit(string name) =>
        Refusal.OfParameter(name, $"{name} holds U+0000, or is no UTF-8.", "Give a text in UTF-8, each byte escaped, without %00.");

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
