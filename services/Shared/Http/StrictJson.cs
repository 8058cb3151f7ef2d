using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Http;

/// <summary>A list of a body holds null, or more than any may.</summary>
/// <param name="member">The member that it is.</param>
/// <param name="at">Which item is null; null where there are too many.</param>
public sealed class UnfitListException(string member, int? at) : JsonException
{
    /// <summary>The member that it is.</summary>
    public string Member => member;

    /// <summary>Which item is null; null where there are too many.</summary>
    public int? Null => at;
}

/// <summary>JSON at the door: unknown and duplicate members, NUL and lone surrogates are refused, numbers are numbers.</summary>
public static class StrictJson
{
    /// <summary>The most that a list of a body may hold.</summary>
    public const int MostItems = 1_000;

    /// <summary>Makes these options strict.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.MaxDepth = 32;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.Converters.Add(new TextConverter());
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(HoldLists);
        Instants.Configure(options);
    }

    internal const string Table = "text/csv";

    /// <summary>The charsets that CSV may be in beside UTF-8, as spreadsheets write it: all of them Windows-1252, which holds the others.</summary>
    public static IReadOnlyList<string> OfTables { get; } = ["windows-1252", "cp1252", "iso-8859-1", "latin1"];

    /// <summary>415 for a body in another encoding than UTF-8, known or not, or under a content coding: it is not read. CSV may be in Windows-1252.</summary>
    public static void UseStrictBodies(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (!IsPlain(context.Request))
                {
                    return MediaTypes.Unsupported(context).ToResult().ExecuteAsync(context);
                }

                Unquote(context.Request);
                if (IsJson(context))
                {
                    // In memory as a whole: a body at fault is read once more, to name all that is wrong with it.
                    context.Request.EnableBuffering(bufferThreshold: RequestLimits.MostBytes);
                }

                return next(context);
            }
        );

    /// <summary>The body of a command, once more; empty where it is there no more.</summary>
    internal static async Task<ReadOnlyMemory<byte>> ReadAgain(HttpRequest request)
    {
        if (!request.Body.CanSeek)
        {
            return default;
        }

        using var read = new MemoryStream();
        try
        {
            request.Body.Position = 0;
            await request.Body.CopyToAsync(read, request.HttpContext.RequestAborted);
            return read.ToArray();
        }
        catch (Exception torn) when (torn is IOException or OperationCanceledException)
        {
            return default;
        }
    }

    private static bool IsJson(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        && context.Request.HasJsonContentType()
        && context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is not null;

    // The framework takes quotes for a part of the charset's name, and knows none of that name.
    private static void Unquote(HttpRequest request)
    {
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var media) && media.Charset.HasValue)
        {
            media.Charset = HeaderUtilities.RemoveQuotes(media.Charset);
            request.ContentType = media.ToString();
        }
    }

    private static bool IsPlain(HttpRequest request) =>
        !HttpMethods.IsPost(request.Method)
        || (
            request.Headers.ContentEncoding is [] or ["identity"]
            && !(
                MediaTypeHeaderValue.TryParse(request.ContentType, out var media)
                && media.Charset.HasValue
                && HeaderUtilities.RemoveQuotes(media.Charset).ToString().ToLowerInvariant() is var charset
                && charset != "utf-8"
                && !(media.MediaType.Equals(Table, StringComparison.OrdinalIgnoreCase) && OfTables.Contains(charset))
            )
        );

    // Nullable annotations do not reach the elements of a list, so that the reader lets null through there, at any depth; nor does it count them.
    private static void HoldLists(JsonTypeInfo info)
    {
        if (
            info.Kind != JsonTypeInfoKind.Object
            || info.Type.Namespace?.StartsWith("PracticeAnalysis.", StringComparison.Ordinal) is not true
        )
        {
            return;
        }

        var lists = info
            .Properties.Where(p => p.PropertyType != typeof(string) && p.PropertyType.IsAssignableTo(typeof(IEnumerable)))
            .ToList();
        if (lists.Count > 0)
        {
            info.OnDeserialized = read =>
            {
                foreach (var list in lists)
                {
                    foreach (var (at, item) in ((list.Get?.Invoke(read) as IEnumerable)?.Cast<object?>() ?? []).Index())
                    {
                        if (item is null || at >= MostItems)
                        {
                            throw new UnfitListException(list.Name, item is null ? at : null);
                        }
                    }
                }
            };
        }
    }

    private sealed class TextConverter : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? JsonText.Read(ref reader) : throw new JsonException("A string is expected.");

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
