using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Http;

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
        Instants.Configure(options);
    }

    /// <summary>The charsets that CSV may be in beside UTF-8, as spreadsheets write it: all of them Windows-1252, which holds the others.</summary>
    public static IReadOnlyList<string> OfTables { get; } = ["windows-1252", "cp1252", "iso-8859-1", "latin1"];

    /// <summary>415 for a body in another encoding than UTF-8, known or not, or under a content coding: it is not read. CSV may be in Windows-1252.</summary>
    public static void UseStrictBodies(this WebApplication app) =>
        app.Use((context, next) => IsPlain(context.Request) ? next(context) : Problems.NoJson.ToResult().ExecuteAsync(context));

    private static bool IsPlain(HttpRequest request) =>
        !HttpMethods.IsPost(request.Method)
        || (
            request.Headers.ContentEncoding is [] or ["identity"]
            && !(
                MediaTypeHeaderValue.TryParse(request.ContentType, out var media)
                && media.Charset.HasValue
                && HeaderUtilities.RemoveQuotes(media.Charset).ToString().ToLowerInvariant() is var charset
                && charset != "utf-8"
                && !(media.MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase) && OfTables.Contains(charset))
            )
        );

    /// <summary>Why a body that was read is refused all the same, or null. Nullable annotations do not reach the elements of a list, so that the
    /// reader lets null through there, at any depth; nor does it count them.</summary>
    public static Refusal? Unfit(object command) =>
        HoldsNull(command)
            ? Refusal.OfInput(
                $"A list holds null, or more than {MostItems} items.",
                "Leave out what is not there; send less in one request."
            )
            : null;

    private static bool HoldsNull(object value) =>
        value
            .GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0)
            .Select(p => p.GetValue(value))
            .Any(held =>
                held switch
                {
                    string or null => false,
                    System.Collections.IEnumerable list => list.Cast<object?>()
                        .Select((item, at) => at >= MostItems || item is null || (IsOurs(item) && HoldsNull(item)))
                        .Any(wrong => wrong),
                    _ => IsOurs(held) && HoldsNull(held),
                }
            );

    private static bool IsOurs(object value) =>
        value.GetType() is { IsClass: true, Namespace: { } space } && space.StartsWith("PracticeAnalysis.", StringComparison.Ordinal);

    private sealed class TextConverter : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? JsonText.Read(ref reader) : throw new JsonException("A string is expected.");

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
