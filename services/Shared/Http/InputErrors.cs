using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using System.Text.Unicode;
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
    /// <c>since is in the future.</c>; what begins otherwise is about the whole body.</summary>
    public static IReadOnlyList<InputError> Of(Refusal refusal, HttpContext http)
    {
        var body = BodyOf(http);
        return Each(
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
        Each(
            refusal,
            isBody: true,
            name => (Find(line, $"{command}.{name}", options) ?? Find(line, name, options)) is { } pointer ? (pointer, null) : null
        );

    private static IReadOnlyList<InputError> Each(Refusal refusal, bool isBody, Func<string, (string? Pointer, string? Parameter)?> find) =>
        [
            .. refusal
                .Others.Prepend(refusal)
                .SelectMany(r =>
                    r.Errors.Count > 0 || (r.Status is not (400 or 422) && r.Members.Count == 0) ? r.Errors : Of(r, isBody, find)
                ),
        ];

    private static List<InputError> Of(Refusal refusal, bool isBody, Func<string, (string? Pointer, string? Parameter)?> find)
    {
        InputError Value((string? Pointer, string? Parameter) at) =>
            new(at.Pointer, at.Parameter, "value", refusal.Satisfy, refusal.Detail);
        var about = refusal.Members.Count > 0 ? refusal.Members : Names(refusal.Detail);
        var named = about.Select(find).Where(at => at is not null).Select(at => Value(at!.Value)).ToList();
        return named.Count > 0 || refusal.Status != 400 || !isBody ? named : [Value((string.Empty, null))];
    }

    /// <summary>Why a request could not be bound: all members of its body that are at fault, or a parameter.</summary>
    public static async Task<Refusal> Of(BadHttpRequestException bad, HttpContext http) =>
        bad is RefusedRequestException { Refusal: var refusal } ? refusal
        : bad.InnerException is JsonException error && BodyOf(http) is { } body
            ? OfBody(error, await StrictJson.ReadAgain(http.Request), body, Options(http), bad.StatusCode)
        : Bound().Match(bad.Message) is { Success: true } bound
            ? HandlerParameters.Of(EndpointOf(http)).FirstOrDefault(p => IsNamed(p.Key, bound)) is { Key: { } name, Value.Type: var type }
                    ? OfParameter(
                        name,
                        type,
                        bad.Message.StartsWith("Required", StringComparison.Ordinal),
                        bad.StatusCode,
                        http.Request.RouteValues[name] as string
                    )
                : (await StrictJson.ReadAgain(http.Request)).Span.ContainsAnyExcept(" \t\r\n"u8)
                    ? Refused(400, [Null(string.Empty, typeof(object))])
                : Empty
        : bad.StatusCode == 400 && HttpMethods.IsPost(http.Request.Method) ? Torn
        : Unknown(bad.StatusCode);

    /// <summary>All that cannot be read of a command's body, where that is JSON; null where it has its form.</summary>
    internal static async Task<Refusal?> OfForm(HttpContext http) =>
        BodyOf(http) is { } body && BodyFaults.Of(await StrictJson.ReadAgain(http.Request), body, Options(http)) is { Count: > 0 } faults
            ? Refused(400, faults)
            : null;

    /// <summary>Why a body, or a line, could not be read as what it should be: all that is at fault in it, where it is JSON.</summary>
    /// <param name="error">What its reader said, which stopped at the first fault.</param>
    /// <param name="text">The body; empty where it is there no more.</param>
    /// <param name="isLine">Whether it is a line: it has none of its own.</param>
    public static Refusal OfBody(
        JsonException error,
        ReadOnlyMemory<byte> text,
        Type body,
        JsonSerializerOptions options,
        int status = 400,
        bool isLine = false
    ) =>
        OfUnmarked(
            error,
            text.Span.StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text,
            body,
            options,
            status,
            isLine
        );

    // The reader passes over a byte order mark.
    private static Refusal OfUnmarked(
        JsonException error,
        ReadOnlyMemory<byte> text,
        Type body,
        JsonSerializerOptions options,
        int status,
        bool isLine
    ) =>
        !Utf8.IsValid(text.Span) ? Refused(status, "The body is not UTF-8.", "Send it in UTF-8.", (string.Empty, "syntax"))
        : TooDeep(text, options)
            ? Refused(
                status,
                $"The body is nested more than {options.MaxDepth} levels deep.",
                "Send it with fewer levels of nesting.",
                (string.Empty, "syntax")
            )
        : BodyFaults.Of(text, body, options) is { Count: > 0 } faults ? Refused(status, faults)
        : error.InnerException is JsonException ? Syntax(error, Walk(error.Path, body, options).Pointer, status, isLine)
        // What comes behind a whole object is seen once that is read.
        : BodyFaults.NoJson(text, options) is { } torn ? Syntax(torn, string.Empty, status, isLine)
        : Of(error, body, options, string.Empty, status);

    /// <summary>Null, where a line should stand.</summary>
    public static Refusal NoLine { get; } = Refused(400, [Null(string.Empty, typeof(object))]);

    // A reader that wants a text where lists lie in each other says that it is none, before it comes to the depth.
    private static bool TooDeep(ReadOnlyMemory<byte> text, JsonSerializerOptions options)
    {
        var reader = new Utf8JsonReader(text.Span, new() { MaxDepth = 1_000 });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth >= options.MaxDepth)
                {
                    return true;
                }
            }
        }
        catch (JsonException)
        {
            // It is no JSON, which is told with its place.
        }

        return false;
    }

    private static Refusal Syntax(JsonException error, string at, int status, bool isLine) =>
        error.Message.Contains("any JSON tokens", StringComparison.Ordinal) ? Empty
        : isLine
            ? Refused(
                status,
                $"The line is not valid JSON: byte {error.BytePositionInLine ?? 0:N0}.",
                "Send one complete JSON object.",
                (at, "syntax")
            )
        : Refused(
            status,
            $"The body is not valid JSON: line {(error.LineNumber ?? 0) + 1:N0}, byte {error.BytePositionInLine ?? 0:N0}.",
            "Send one complete JSON object.",
            (at, "syntax")
        );

    /// <summary>Why a value could not be read.</summary>
    /// <param name="at">Where it stands in the body.</param>
    internal static Refusal Of(JsonException error, Type type, JsonSerializerOptions options, string at, int status = 400)
    {
        var place = Walk(error.Path, type, options);
        var pointer = at + place.Pointer;
        if (error is UnfitListException list)
        {
            return Refused(
                status,
                [list.Null is { } item ? Null($"{pointer}/{list.Member}/{item}", typeof(object)) : TooMany($"{pointer}/{list.Member}")]
            );
        }

        var wanted = (error.InnerException as NotADateException)?.Satisfy ?? Wanted(place.Type);
        return error is EmptyTextException
                ? Refused(status, $"{Named(pointer)} is empty.", "Give a text that is not blank.", (pointer, "value"))
            : error is LongTextException
                ? Refused(status, $"{Named(pointer)} is longer than {JsonText.MostCharacters:N0} characters.", wanted, (pointer, "value"))
            : IsOfNull(error) ? Refused(status, [Null(pointer, place.Type)])
            : (Nullable.GetUnderlyingType(place.Type) ?? place.Type).IsEnum
                ? Refused(status, $"{Named(pointer)} is not one of the allowed values.", wanted, (pointer, "value"))
            : Refused(status, [Unreadable(pointer, place.Type, wanted)]);
    }

    /// <summary>Another type stands there than the one that is wanted.</summary>
    internal static InputError Unreadable(string at, Type type, string? wanted = null) =>
        new(at, null, "type", wanted ?? Wanted(type), $"{Named(at)} cannot be read.");

    /// <summary>A whole number stands there that is too large, or too small; null where anything else does.</summary>
    internal static InputError? Beyond(string at, JsonElement value, JsonPropertyInfo property) =>
        value.ValueKind == JsonValueKind.Number
        && Beyond(Named(at), value.GetRawText(), property.PropertyType, BetweenAttribute.Of(property)) is { } said
            ? new(at, null, "type", Input.WithinBounds, said)
            : null;

    // What its type cannot hold is out of its bounds, and has been read as a number all the same.
    private static string? Beyond(string name, string? said, Type type, BetweenAttribute? bounds)
    {
        (long Least, long Most)? held =
            Bare(type) == typeof(int) ? (int.MinValue, int.MaxValue)
            : Bare(type) == typeof(long) ? (long.MinValue, long.MaxValue)
            : null;
        return
            held is var (least, most)
            && said is not null
            && WholeNumber().IsMatch(said)
            && (!long.TryParse(said, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
            ? Input.OutOfBounds(name, bounds?.Least ?? least, bounds?.Most ?? most)
            : null;
    }

    /// <summary>A member of an object is not known.</summary>
    /// <param name="at">Where the object stands: the member's name is the caller's own.</param>
    internal static InputError Unknown(string at, string name, IEnumerable<string> known) =>
        new(
            at,
            null,
            "unknown",
            Nearest.Of(name, known) is { } nearest
                ? $"Did you mean {nearest}? The API reference lists the fields of each operation."
                : "The API reference lists the fields of each operation.",
            "A field of the body is unknown."
        );

    /// <summary>A member is given twice.</summary>
    internal static InputError Twice(string at) => new(at, null, "twice", "Give it once.", "A field of the body is given twice.");

    /// <summary>A member is null that takes none.</summary>
    internal static InputError Null(string at, Type type) => new(at, null, "null", Wanted(type), $"{Named(at)} is null.");

    /// <summary>A member is not there.</summary>
    internal static InputError Missing(string at) => new(at, null, "missing", Required, $"{Named(at)} is missing.");

    /// <summary>A list holds more than any may.</summary>
    internal static InputError TooMany(string at) =>
        new(at, null, "value", "Send less in one request.", $"{Named(at)} has more than {StrictJson.MostItems:N0} items.");

    private const string Required = "Give every field that the API reference marks as required.";

    // The first fault is the detail; of what is missing alone, all of it is.
    private static Refusal Refused(int status, IReadOnlyList<InputError> faults) =>
        new(
            status,
            "malformed",
            faults.Count > 1 && faults.All(f => f.Code == "missing")
                ? $"Missing fields: {string.Join(", ", faults.Select(f => Named(f.At!)))}."
                : faults[0].Message,
            faults[0].Allowed
        )
        {
            Errors = faults,
        };

    /// <summary>400 for a body of which nothing more is known.</summary>
    public static Refusal Unknown(int status = 400) =>
        new(
            status,
            "malformed",
            "The body or a parameter cannot be read: see the API reference for its expected form.",
            "Compare it with the API reference."
        );

    /// <summary>400 for a body that broke off, or came in chunks that are none.</summary>
    internal static Refusal Torn { get; } =
        Refused(400, "The body is incomplete, or is not framed as HTTP requires.", "Send the whole body.", (string.Empty, "syntax"));

    private static Refusal Empty { get; } = Refused(400, "The body is empty.", "Send one complete JSON object.", (string.Empty, "missing"));

    // Of a member that takes none: the reader of numbers and ids tells of it otherwise than that of texts.
    private static bool IsOfNull(JsonException error) =>
        error.Message.Contains("null values", StringComparison.Ordinal)
        || (error.InnerException as InvalidOperationException)?.Message.Contains("'Null'", StringComparison.Ordinal) is true;

    // One in a record is named as the record's member is.
    private static bool IsNamed(string name, Match bound) => name.Equals(bound.Groups["name"].Value, StringComparison.OrdinalIgnoreCase);

    /// <summary>Why a parameter could not be bound.</summary>
    /// <param name="said">What is given for it.</param>
    /// <param name="bounds">Between which numbers it lies, where it says so.</param>
    internal static Refusal OfParameter(
        string name,
        Type type,
        bool isMissing = false,
        int status = 400,
        string? said = null,
        BetweenAttribute? bounds = null,
        string? instead = null
    )
    {
        var closed = Word.ListOf(type) ?? (type.IsEnum ? type : null);
        var beyond = Beyond(name, said, type, bounds);
        var (detail, wanted) = (
            isMissing ? $"{name} is missing."
            : closed is not null ? $"{name} is not one of the allowed values."
            : beyond ?? $"{name} cannot be read.",
            instead ?? (beyond is null ? Wanted(closed ?? type) : Input.WithinBounds)
        );
        return new(status, "malformed", detail, wanted)
        {
            Errors =
            [
                new(
                    null,
                    name,
                    isMissing ? "missing"
                        : closed is not null ? "value"
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

    /// <summary>What a refusal is about, by name.</summary>
    internal static IEnumerable<string> Named(Refusal refusal) =>
        refusal.Errors.Count > 0 ? refusal.Errors.Select(e => e.Parameter).OfType<string>() : Names(refusal.Detail);

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
            { IsEnum: true } closed => Input.OneOf(Enum.GetNames(closed).Select(JsonNamingPolicy.KebabCaseLower.ConvertName)),
            var plain when plain == typeof(Guid) => "Give an id (a UUID).",
            var plain when plain == typeof(DateTimeOffset) => Instants.Satisfy,
            var plain when plain == typeof(DateOnly) => Instants.SatisfyDay,
            var plain when plain == typeof(bool) => "Give true or false.",
            var plain when plain == typeof(int) || plain == typeof(long) => "Give a whole number.",
            var plain when plain == typeof(decimal) || plain == typeof(double) => "Give a number.",
            var plain when plain == typeof(string) || plain == typeof(Narrative) =>
                "Give a text of at most 32,768 characters, without U+0000.",
            var plain when plain != typeof(object) && plain.IsAssignableTo(typeof(System.Collections.IEnumerable)) => "Give a list.",
            _ => "Give a JSON object, as shown in the API reference.",
        };

    [GeneratedRegex(@"\.(?<name>[^.\[]+)|\[(?<index>\d+)\]|\['(?<name>[^']*)'\]")]
    private static partial Regex Step();

    [GeneratedRegex(@"\A-?[0-9]+\z")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"parameter ""(?:[^""]* )?(?<name>\w+)""")]
    private static partial Regex Bound();

    [GeneratedRegex(
        @"\A(?<name>[a-z][A-Za-z]*(?:\.(?:[a-z][A-Za-z]*|\d+))*)(?:(?:, | and )(?<name>[a-z][A-Za-z]*(?:\.(?:[a-z][A-Za-z]*|\d+))*))* "
    )]
    private static partial Regex Beginning();
}
