using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Http;

/// <summary>A request that is refused while it is read.</summary>
public sealed class RefusedRequestException(Refusal refusal) : BadHttpRequestException(refusal.Detail, refusal.Status)
{
    /// <summary>Why.</summary>
    public Refusal Refusal => refusal;
}

/// <summary>Where the input is refused, and what is wanted there; never what was sent, nor a name that is the caller's own.</summary>
public static partial class InputErrors
{
    /// <summary>The places that a refusal is about. A refusal of input begins with the member or parameter that it is about, as in
    /// <c>since lies in the future.</c>; what begins otherwise is about the whole body.</summary>
    public static IReadOnlyList<InputError> Of(Refusal refusal, HttpContext http)
    {
        if (refusal.Errors.Count > 0 || refusal.Status is not (400 or 422))
        {
            return refusal.Errors;
        }

        var body = BodyOf(http);
        return Of(
            refusal,
            body is not null,
            name =>
                body is { } command && Find(command, name, Options(http)) is { } pointer ? (pointer, null)
                : HandlerParameters.Of(EndpointOf(http)).ContainsKey(name) ? (null, name)
                : null
        );
    }

    /// <summary>The same of a line, which holds a command beside members of its own.</summary>
    /// <param name="command">The member that holds the command.</param>
    public static IReadOnlyList<InputError> Of(Refusal refusal, Type line, string command, JsonSerializerOptions options) =>
        refusal.Errors.Count > 0 || refusal.Status is not (400 or 422)
            ? refusal.Errors
            : Of(
                refusal,
                isBody: true,
                name => (Find(line, $"{command}.{name}", options) ?? Find(line, name, options)) is { } pointer ? (pointer, null) : null
            );

    private static List<InputError> Of(Refusal refusal, bool isBody, Func<string, (string? Pointer, string? Parameter)?> find)
    {
        InputError Value((string? Pointer, string? Parameter) at) =>
            new(at.Pointer, at.Parameter, "value", refusal.Satisfy, refusal.Detail);
        var named = Names(refusal.Detail).Select(find).Where(at => at is not null).Select(at => Value(at!.Value)).ToList();
        return named.Count > 0 || refusal.Status == 422 || !isBody ? named : [Value((string.Empty, null))];
    }

    /// <summary>Why a request could not be bound: a member of its body, or a parameter.</summary>
    public static Refusal Of(BadHttpRequestException bad, HttpContext http) =>
        bad is RefusedRequestException { Refusal: var refusal } ? refusal
        : bad.InnerException is JsonException error && BodyOf(http) is { } body ? Of(error, body, Options(http), bad.StatusCode)
        : Bound().Match(bad.Message) is { Success: true } bound
            ? HandlerParameters.Of(EndpointOf(http)).FirstOrDefault(p => IsNamed(p.Key, bound)) is { Key: { } name, Value: var type }
                    ? OfParameter(name, type, bad)
                : Empty
        : bad.StatusCode == 400 && HttpMethods.IsPost(http.Request.Method) ? Torn
        : Unknown(bad.StatusCode);

    /// <summary>Why a body, or a line, could not be read as what it should be.</summary>
    /// <param name="isLine">Whether it is a line: it has none of its own.</param>
    public static Refusal Of(JsonException error, Type body, JsonSerializerOptions options, int status = 400, bool isLine = false)
    {
        var place = Walk(error.Path, body, options);
        var known = Members(place.Type, options);
        var quoted = Quoted().Matches(error.Message).Select(q => q.Groups[1].Value).ToList();
        if (error.InnerException is JsonException)
        {
            return error.Message.Contains("any JSON tokens", StringComparison.Ordinal) ? Empty
                : isLine
                    ? Refused(
                        status,
                        $"The line is no JSON: byte {error.BytePositionInLine ?? 0}.",
                        "Send one JSON object, complete.",
                        (place.Pointer, "syntax")
                    )
                : Refused(
                    status,
                    $"The body is no JSON: line {(error.LineNumber ?? 0) + 1}, byte {error.BytePositionInLine ?? 0}.",
                    "Send one JSON object, complete.",
                    (place.Pointer, "syntax")
                );
        }

        if (error is UnfitListException list)
        {
            return Refused(
                status,
                $"A list holds null, or more than {StrictJson.MostItems} items.",
                "Leave out what is not there; send less in one request.",
                ($"{place.Pointer}/{list.Member}", "value")
            );
        }

        if (place.Unknown is not null || error.Message.Contains("could not be mapped", StringComparison.Ordinal))
        {
            return Refused(
                status,
                "A member of the body is not known here.",
                Nearest.Of(place.Unknown ?? quoted.FirstOrDefault(q => !known.ContainsKey(q)) ?? string.Empty, known.Keys) is { } nearest
                    ? $"Did you mean {nearest}? The API reference lists those of each operation."
                    : "The API reference lists those of each operation.",
                (place.Pointer, "unknown")
            );
        }

        if (error.Message.Contains("missing required", StringComparison.Ordinal))
        {
            var missing = quoted.Where(known.ContainsKey).Select(name => $"{place.Pointer}/{name}").ToList();
            const string required = "Give each member that the API reference says is required.";
            return new(
                status,
                "malformed",
                missing is [var one] ? $"{Named(one)} is missing." : $"These are missing: {string.Join(", ", missing.Select(Named))}.",
                required
            )
            {
                Errors =
                [
                    .. missing.Select(pointer => new InputError(pointer, null, "missing", required, $"{Named(pointer)} is missing.")),
                ],
            };
        }

        if (error.Message.Contains("uplicate", StringComparison.Ordinal))
        {
            return Refused(status, "A member of the body is given twice.", "Give each once.", (place.Pointer, "twice"));
        }

        var wanted = (error.InnerException as NotADateException)?.Satisfy ?? Wanted(place.Type);
        return error is EmptyTextException ? Refused(status, $"{Named(place.Pointer)} is empty.", wanted, (place.Pointer, "value"))
            : IsOfNull(error) ? Refused(status, $"{Named(place.Pointer)} is null.", wanted, (place.Pointer, "null"))
            : place.Type.IsEnum ? Refused(status, $"{Named(place.Pointer)} is no word of its list.", wanted, (place.Pointer, "value"))
            : Refused(status, $"{Named(place.Pointer)} cannot be read.", wanted, (place.Pointer, "type"));
    }

    /// <summary>400 for a body of which nothing more is known.</summary>
    public static Refusal Unknown(int status = 400) =>
        new(
            status,
            "malformed",
            "The body or a parameter cannot be read: see the reference for its shape.",
            "Compare it with the API reference."
        );

    /// <summary>400 for a body that broke off, or came in chunks that are none.</summary>
    internal static Refusal Torn { get; } =
        Refused(400, "The body ends before its end, or is not framed as HTTP asks.", "Send it whole.", (string.Empty, "syntax"));

    private static Refusal Empty { get; } =
        Refused(400, "The body is empty.", "Send one JSON object, complete.", (string.Empty, "missing"));

    // Of a member that takes none: the reader of numbers and ids tells of it otherwise than that of texts.
    private static bool IsOfNull(JsonException error) =>
        error.Message.Contains("null values", StringComparison.Ordinal)
        || (error.InnerException as InvalidOperationException)?.Message.Contains("'Null'", StringComparison.Ordinal) is true;

    // One in a record is named as the record's member is.
    private static bool IsNamed(string name, Match bound) => name.Equals(bound.Groups["name"].Value, StringComparison.OrdinalIgnoreCase);

    private static Refusal OfParameter(string name, Type type, BadHttpRequestException bad)
    {
        var isMissing = bad.Message.StartsWith("Required", StringComparison.Ordinal);
        var (detail, wanted) = (
            isMissing ? $"{name} is missing."
            : Word.ListOf(type) is not null ? $"{name} is no word of its list."
            : $"{name} cannot be read.",
            Wanted(Word.ListOf(type) ?? type)
        );
        return new(bad.StatusCode, "malformed", detail, wanted)
        {
            Errors =
            [
                new(
                    null,
                    name,
                    isMissing ? "missing"
                        : Word.ListOf(type) is not null ? "value"
                        : "type",
                    wanted,
                    detail
                ),
            ],
        };
    }

    private static Refusal Refused(int status, string detail, string wanted, params IReadOnlyList<(string Pointer, string Code)> places) =>
        new(status, "malformed", detail, wanted)
        {
            Errors = [.. places.Select(p => new InputError(p.Pointer, null, p.Code, wanted, detail))],
        };

    // Where something was thrown the pipeline has forgotten its endpoint by now.
    internal static Endpoint? EndpointOf(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? http.GetEndpoint();

    private static Type? BodyOf(HttpContext http) => EndpointOf(http)?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;

    private static JsonSerializerOptions Options(HttpContext http) =>
        http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;

    // In words as refusals name it: members.3.name.
    private static string Named(string pointer) => pointer.Length == 0 ? "The body" : pointer[1..].Replace('/', '.');

    // The pointer of a member that a refusal names, as asked.on or engagements.0; null where the body has none of that name.
    private static string? Find(Type body, string name, JsonSerializerOptions options)
    {
        var type = body;
        foreach (var part in name.Split('.'))
        {
            if (char.IsAsciiDigit(part[0]) && options.GetTypeInfo(type).ElementType is { } item)
            {
                type = item;
            }
            else if (Members(type, options).TryGetValue(part, out var next))
            {
                type = next;
            }
            else
            {
                return null;
            }
        }

        return "/" + name.Replace('.', '/');
    }

    private static IEnumerable<string> Names(string detail)
    {
        var beginning = Beginning().Match(detail);
        return beginning.Success ? beginning.Groups["name"].Captures.Select(c => c.Value) : [];
    }

    // As far as the contract knows the path: what comes behind is the caller's own.
    private static (string Pointer, Type Type, string? Unknown) Walk(string? path, Type body, JsonSerializerOptions options)
    {
        var (pointer, type) = (string.Empty, body);
        foreach (Match step in Step().Matches(path ?? string.Empty))
        {
            var name = step.Groups["name"];
            if (!name.Success)
            {
                (pointer, type) = ($"{pointer}/{step.Groups["index"].Value}", options.GetTypeInfo(type).ElementType ?? typeof(object));
            }
            else if (Members(type, options).TryGetValue(name.Value, out var next))
            {
                (pointer, type) = ($"{pointer}/{name.Value}", next);
            }
            else
            {
                return (pointer, type, options.GetTypeInfo(type).Kind == JsonTypeInfoKind.Object ? name.Value : null);
            }
        }

        return (pointer, type, null);
    }

    private static Dictionary<string, Type> Members(Type type, JsonSerializerOptions options) =>
        options.GetTypeInfo(type) is { Kind: JsonTypeInfoKind.Object } info
            ? info.Properties.ToDictionary(p => p.Name, p => Bare(p.PropertyType), StringComparer.Ordinal)
            : [];

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static string Wanted(Type type) =>
        Bare(type) switch
        {
            { IsEnum: true } closed =>
                $"Give one of {string.Join(", ", Enum.GetNames(closed).Select(JsonNamingPolicy.KebabCaseLower.ConvertName))}.",
            var plain when plain == typeof(Guid) => "Give an id, a UUID.",
            var plain when plain == typeof(DateTimeOffset) => Instants.Satisfy,
            var plain when plain == typeof(DateOnly) => Instants.SatisfyDay,
            var plain when plain == typeof(bool) => "Give true or false.",
            var plain when plain == typeof(int) || plain == typeof(long) => "Give a whole number.",
            var plain when plain == typeof(decimal) || plain == typeof(double) => "Give a number.",
            var plain when plain == typeof(string) || plain == typeof(Narrative) =>
                "Give a text, of 32,768 characters at most, without U+0000.",
            var plain when plain != typeof(object) && plain.IsAssignableTo(typeof(System.Collections.IEnumerable)) => "Give a list.",
            _ => "Give a JSON object, as the API reference shows it.",
        };

    [GeneratedRegex(@"\.(?<name>[^.\[]+)|\[(?<index>\d+)\]|\['(?<name>[^']*)'\]")]
    private static partial Regex Step();

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"parameter ""(?:[^""]* )?(?<name>\w+)""")]
    private static partial Regex Bound();

    [GeneratedRegex(
        @"\A(?<name>[a-z][A-Za-z]*(?:\.(?:[a-z][A-Za-z]*|\d+))*)(?:(?:, | and )(?<name>[a-z][A-Za-z]*(?:\.(?:[a-z][A-Za-z]*|\d+))*))* "
    )]
    private static partial Regex Beginning();
}
