using System.Globalization;
using System.Net;
using System.Reflection;
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

/// <summary>Parameters of a query that a handler takes together. They are checked before it runs, with all else that the query is refused for.</summary>
public interface IAsked
{
    /// <summary>Why they are none that could be answered, or null. One that cannot be read is null here: that is told already.</summary>
    Refusal? Wrong();
}

/// <summary>Queries at the door: a parameter that an operation does not know, that is given twice, cannot be read or is out of its bounds is refused. All
/// that is wrong is named at once; a filter would otherwise be as good as none.</summary>
public static partial class StrictQueries
{
    // As of a body: who sends more faults than this learns of the others once these are mended.
    private const int Most = 100;

    private static readonly MethodInfo Parser = typeof(StrictQueries).GetMethod(
        nameof(Parse),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    /// <summary>400 for all that is wrong with a query, and beside it with the headers of a command and the form of its body; what was given is not
    /// echoed.</summary>
    public static void UseStrictQueries(this WebApplication app)
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
            async (context, next) =>
            {
                if (OfQuery(context, known) is not { } refusal)
                {
                    await next(context);
                    return;
                }

                await Refusal.All(refusal, await InputErrors.OfForm(context))!.ToResult().ExecuteAsync(context);
            }
        );
    }

    private static Refusal? OfQuery(HttpContext context, Lazy<Dictionary<string, List<string>>> known) =>
        context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } path } route
        && known.Value.TryGetValue(Key(context.Request.Method, path), out var bound)
            ? Refusal.All(Wrong(context, [.. bound, .. ReadBy(route)]), OfHeaders(context.Request))
            : null;

    private static Refusal? OfHeaders(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) ? Refusal.All(IfMatch.Malformed(request), Idempotency.Malformed(request)) : null;

    /// <summary>The route takes these parameters of the query, which it reads itself, and no others.</summary>
    public static RouteHandlerBuilder AsksOnly(this RouteHandlerBuilder route, params IReadOnlyList<ReadsParameter> parameters)
    {
        var known = parameters.Select(p => p.Name).ToList();
        return route
            .WithMetadata([.. parameters])
            .AddEndpointFilter(async (call, next) => Wrong(call.HttpContext, known) is { } refusal ? refusal.ToResult() : await next(call));
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

    /// <summary>400 for a query whose names are none of these, or with parameters that are at fault: all of both.</summary>
    public static Refusal? Wrong(HttpContext context, IReadOnlyList<string> known)
    {
        var (parameters, unkept) = (HandlerParameters.Of(context.GetEndpoint()), Unkept(context.Request));
        var faults = known
            .Select(name =>
                (Name: name, Refusal: unkept.Contains(name) ? Unfit(name) : Fault(name, context, parameters.GetValueOrDefault(name)))
            )
            .Where(f => f.Refusal is not null)
            .ToList();
        var together = HandlerParameters
            .AskedBy(context.GetEndpoint())
            // Without one that it requires it is none.
            .Where(asked =>
                !faults.Exists(f => parameters.GetValueOrDefault(f.Name)?.IsRequired is true && HandlerParameters.IsMember(asked, f.Name))
            )
            .Select(asked => Asked(asked, context, [.. faults.Select(f => f.Name)]).Wrong())
            .OfType<Refusal>()
            .SelectMany(wrong => wrong.Others.Prepend(wrong with { Others = [] }))
            .Where(wrong => !InputErrors.Named(wrong).Any(name => faults.Exists(f => f.Name == name)));
        return Refusal.All(Unknown(context.Request.Query, known).Concat(faults.Select(f => f.Refusal)).Concat(together).Take(Most));
    }

    private static Refusal? Fault(string name, HttpContext context, HandlerParameter? bound) =>
        context.Request.Query[name] switch
        {
            [] => bound?.IsRequired is not true
                ? null
                : InputErrors.OfParameter(
                    name,
                    bound.Type,
                    isMissing: true,
                    instead: bound.Wanted ?? context.GetEndpoint()!.Metadata.GetMetadata<AnswerForms>()?.Wanted(name)
                ),
            [_, _, ..] when bound?.Type.IsArray is not true => Twice(name),
            var said when bound is not null && said.Select(s => Read(s, bound.Type)).ToList() is var read => read.Contains(null)
                ? Instants.WhyNone(name, bound.Type, said)
                    ?? InputErrors.OfParameter(name, bound.Type, said: said[read.IndexOf(null)], bounds: bound.Bounds)
            : read[0] is < 0L
                ? Refusal.OfInput(
                    $"{name} is below 0.",
                    IsVersion(name) ? "Give a version as the API returned it." : "Give 0 or a larger number."
                )
            : bound.Bounds is { } bounds ? Input.CheckNumber((int)read[0]!, name, bounds.Least, bounds.Most)
            : context.GetEndpoint()!.Metadata.GetMetadata<AnswerForms>() is { } forms && !forms.Takes(name, said[0]!) ? forms.None
            : null,
            [{ } said] when name == Reflecting.Parameter => Written.Read(said) is null ? Reflecting.None : null,
            [{ } said] => Words(context, name) is { Count: > 0 } words && !words.Contains(said)
                ? Refusal.OfParameter(name, $"{name} is not one of the allowed values.", Input.OneOf(words))
                : null,
            _ => null,
        };

    private static IReadOnlyList<string>? Words(HttpContext context, string name) =>
        context.GetEndpoint()?.Metadata.GetOrderedMetadata<ReadsParameter>().FirstOrDefault(p => p.Name == name)?.Words;

    private static bool IsVersion(string name) => name.StartsWith("version", StringComparison.Ordinal);

    // As the framework will read it; null where it will not.
    private static object? Read(string? said, Type type)
    {
        var one = type.IsArray ? type.GetElementType()! : type;
        return said is null || one == typeof(string) ? said
            : one == typeof(DateTimeOffset) ? Instants.Read(said)
            : IsParsable(one) ? Parser.MakeGenericMethod(one).Invoke(null, [said])
            : said;
    }

    private static bool IsParsable(Type type) =>
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IParsable<>));

    private static object? Parse<T>(string said)
        where T : IParsable<T> => T.TryParse(said, CultureInfo.InvariantCulture, out var value) ? value : null;

    // The record as its handler will have it, without what cannot be read.
    private static IAsked Asked(Type asked, HttpContext context, IReadOnlyCollection<string> faulty)
    {
        object? Given(ParameterInfo parameter)
        {
            var (name, type) = (
                HandlerParameters.NameOf(parameter),
                Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType
            );
            if (type == typeof(HttpContext))
            {
                return context;
            }

            if (faulty.Contains(name) || context.Request.Query[name] is not [_, ..] said)
            {
                return null;
            }

            if (!type.IsArray)
            {
                return Read(said[0], type);
            }

            var several = Array.CreateInstance(type.GetElementType()!, said.Count);
            foreach (var (at, one) in said.Index())
            {
                several.SetValue(Read(one, type), at);
            }

            return several;
        }

        var made = asked.GetConstructors()[0];
        return (IAsked)made.Invoke([.. made.GetParameters().Select(Given)]);
    }

    // Whose values no store keeps, since they hold U+0000; or which are no UTF-8 and would be looked for as they were escaped.
    private static HashSet<string> Unkept(HttpRequest request)
    {
        var unkept = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var given in new QueryStringEnumerable(request.QueryString.Value))
        {
            var escaped = Encoding.UTF8.GetBytes(given.EncodedValue.ToString());
            var bytes = WebUtility.UrlDecodeToBytes(escaped, 0, escaped.Length);
            if (!Utf8.IsValid(bytes) || bytes.Contains((byte)0))
            {
                unkept.Add(given.DecodeName().ToString());
            }
        }

        return unkept;
    }

    private static Refusal Unfit(string name) =>
        Refusal.OfParameter(name, $"{name} contains U+0000, or is not UTF-8.", "Give UTF-8 text, percent-encoded, without %00.");

    // The name that was given is the caller's own: no parameter is named, as an unknown member of a body is not.
    private static IEnumerable<Refusal> Unknown(IQueryCollection query, IReadOnlyList<string> known) =>
        query
            .Keys.Where(given => !known.Contains(given, StringComparer.OrdinalIgnoreCase))
            .Select(unknown =>
                Refusal.OfInput(
                    "A query parameter is unknown.",
                    Nearest.Of(unknown, known) is { } nearest ? $"Did you mean {nearest}? This operation takes: {string.Join(", ", known)}."
                        : known.Count == 0 ? "This operation takes no parameters."
                        : $"This operation takes: {string.Join(", ", known)}."
                )
            )
            .Select(refusal => refusal with { Errors = [new(null, string.Empty, "unknown", refusal.Satisfy, refusal.Detail)] });

    private static Refusal Twice(string name)
    {
        var refusal = Refusal.OfInput($"{name} is given twice.", "Give it once.");
        return refusal with { Errors = [new(null, name, "twice", refusal.Satisfy, refusal.Detail)] };
    }
}
