using System.Globalization;

namespace PracticeAnalysis.Pages.Layout;

/// <summary>Days and times as people write them in French and English, at Paris's clock.</summary>
public static class Dates
{
    private static readonly string[] French =
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>12 mars 2026, 1er mars 2026; 12 March 2026. Empty for none.</summary>
    public static string Day(DateTimeOffset? at, string language)
    {
        if (at is null)
        {
            return string.Empty;
        }

        var day = TimeZoneInfo.ConvertTime(at.Value, Paris);
        return language == "fr"
            ? $"{(day.Day == 1 ? "1er" : day.Day)} {French[day.Month - 1]} {day.Year}"
            : day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
    }

    /// <summary>12 mars 2026 à 14 h 30; 12 March 2026, 14:30. Empty for none.</summary>
    public static string Moment(DateTimeOffset? at, string language)
    {
        if (at is null)
        {
            return string.Empty;
        }

        var time = TimeZoneInfo.ConvertTime(at.Value, Paris);
        return language == "fr" ? $"{Day(at, language)} à {time:HH} h {time:mm}" : $"{Day(at, language)}, {time:HH:mm}";
    }
}
