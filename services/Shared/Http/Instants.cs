using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Http;

/// <summary>The one reader of instants and days, in bodies and in queries: what another culture or an absent offset would change is refused.</summary>
public static partial class Instants
{
    /// <summary>What to do instead.</summary>
    public const string Satisfy = "Write it as in RFC 3339, with an offset, such as 2026-03-02T09:00:00+01:00, from 2000 to 2100.";

    /// <summary>What to do instead, where a day is asked for.</summary>
    public const string SatisfyDay = "Write it as 2026-03-02, from 1900 to 2100.";

    /// <summary>The first year of instants.</summary>
    public const int FirstYear = 2000;

    /// <summary>The first year of days.</summary>
    public const int FirstYearOfDays = 1900;

    /// <summary>The last year of both.</summary>
    public const int LastYear = 2100;

    /// <summary>The instant that a text says, or null: RFC 3339 with an offset, of the years 2000 to 2100.</summary>
    public static DateTimeOffset? Read(string? said) =>
        said is not null
        && Form().IsMatch(said)
        && DateTimeOffset.TryParse(said, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
        && Holds(instant)
            ? instant
            : null;

    /// <summary>The year of what is written as an instant, whether or not it is one that is taken; null of anything else.</summary>
    public static int? YearOf(string said) =>
        Form().IsMatch(said) && DateTimeOffset.TryParse(said, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant.UtcDateTime.Year
            : null;

    /// <summary>Whether an instant lies in the years that are taken.</summary>
    public static bool Holds(DateTimeOffset instant) => instant.UtcDateTime.Year is >= FirstYear and <= LastYear;

    /// <summary>Reads instants and days of bodies in the same way.</summary>
    internal static void Configure(JsonSerializerOptions options)
    {
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new DayConverter());
    }

    /// <summary>Why what a query gives for an instant is none; null where it is no instant that is asked for.</summary>
    internal static Refusal? WhyNone(string name, Type type, IEnumerable<string?> said) =>
        type != typeof(DateTimeOffset) ? null
        : said.Any(s => s is not null && Read(LostPlus().Replace(s, "+")) is not null)
            ? Refusal.OfInput($"{name} contains a space before its offset.", "Write + as %2B in a URL.")
        : said.Any(s => s is not null && YearOf(s) is not null)
            ? Refusal.OfInput($"{name} is outside the years {FirstYear} to {LastYear}.", Satisfy)
        : Refusal.OfInput($"{name} is not a date and time.", Satisfy);

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@" (?=\d{2}:\d{2}\z)", RegexOptions.CultureInvariant)]
    private static partial Regex LostPlus();

    private sealed class InstantConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Instants.Read(reader.GetString()) is { } instant
                ? instant
                : throw new JsonException(null, new NotADateException("It is not a date and time.", Satisfy));

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value);
    }

    private sealed class DayConverter : JsonConverter<DateOnly>
    {
        public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String
            && DateOnly.TryParseExact(reader.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= FirstYearOfDays and <= LastYear
                ? day
                : throw new JsonException(null, new NotADateException("It is no day.", SatisfyDay));

        public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}

/// <summary>What stands in a body is no instant, or no day.</summary>
/// <param name="detail">What is wrong, without what was sent.</param>
/// <param name="satisfy">What to do instead.</param>
public sealed class NotADateException(string detail, string satisfy) : FormatException(detail)
{
    /// <summary>What to do instead.</summary>
    public string Satisfy => satisfy;
}
