using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PracticeAnalysis.Http;

namespace PracticeAnalysis.Engagement.Imports;

/// <summary>Why a cell says no time that is taken.</summary>
public enum DateFault
{
    /// <summary>It says one.</summary>
    None,

    /// <summary>It is not written in the form of its column.</summary>
    Form,

    /// <summary>The clocks of its zone were put forward over it.</summary>
    Skipped,

    /// <summary>The clocks of its zone were put back over it.</summary>
    Twice,

    /// <summary>It lies before what is taken.</summary>
    Early,

    /// <summary>It lies in the future, after what is taken.</summary>
    Future,
}

/// <summary>How the dates of a column are written: <c>dd/MM/yyyy</c>, <c>jj/mm/aaaa hh:mm, Europe/Paris</c>. Years have four digits, hours are of 24, and a time has
/// its zone.</summary>
/// <param name="Format">As the runtime reads it.</param>
/// <param name="Zone">The zone of the times; null of days.</param>
public sealed partial record DateForm(string Format, TimeZoneInfo? Zone)
{
    /// <summary>The form that a text describes; null where it describes none, of a day or of a moment.</summary>
    public static DateForm? Of(string text, CellKind kind)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var (written, zone) = comma < 0 ? (text, null) : (text[..comma], text[(comma + 1)..].Trim());
        var parts = Parts().Matches(written.Trim());
        var (format, seen) = (new StringBuilder(), string.Empty);
        foreach (Match part in parts)
        {
            // What stands after hours are minutes; the same letters before are the month.
            var letter = char.ToLowerInvariant(part.Value[0]) switch
            {
                'd' or 'j' => 'd',
                'y' or 'a' => 'y',
                'h' when !seen.Contains('H') => 'H',
                'm' => seen.Contains('H') ? 'm' : 'M',
                's' => 's',
                _ => '\0',
            };
            if (letter == '\0')
            {
                format.Append(string.Concat(part.Value.Select(c => $@"\{c}")));
                continue;
            }

            if (seen.Contains(letter) || part.Length > (letter == 'y' ? 4 : 2) || (letter == 'y' && part.Length < 4))
            {
                return null;
            }

            seen += letter;
            format.Append(letter, part.Length);
        }

        var isDay = kind == CellKind.Day;
        return !"dMy".All(seen.Contains) ? null
            : isDay
                ? seen.Length == 3 && zone is null ? new(format.ToString(), null)
                    : null
            : "Hm".All(seen.Contains) && ZoneOf(zone) is { } known ? new(format.ToString(), known)
            : null;
    }

    /// <summary>A cell as JSON has it; or why it says no time that is taken.</summary>
    /// <param name="form">How the column is written; null: as JSON has it.</param>
    public static (string? Read, DateFault Fault) Read(string cell, CellKind kind, DateForm? form)
    {
        if (kind == CellKind.Day)
        {
            return DateOnly.TryParseExact(
                cell,
                form?.Format ?? "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
                ? Within(day.ToString("O", CultureInfo.InvariantCulture), day.Year, Instants.FirstYearOfDays)
                : (null, DateFault.Form);
        }

        if (form is not { Zone: { } zone })
        {
            return Instants.Read(cell) is not null ? (cell, DateFault.None)
                : Instants.YearOf(cell) is { } year ? Within(cell, year, Instants.FirstYear)
                : (null, DateFault.Form);
        }

        return !DateTime.TryParseExact(cell, form.Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
                ? (null, DateFault.Form)
            : zone.IsInvalidTime(local) ? (null, DateFault.Skipped)
            : zone.IsAmbiguousTime(local) ? (null, DateFault.Twice)
            : Within(
                $"{local.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)}{OffsetAt(zone, local)}",
                local.Year,
                Instants.FirstYear
            );
    }

    /// <summary>How a morning is written in this form.</summary>
    public string Example => new DateTime(2026, 3, 2, 9, 0, 0).ToString(Format, CultureInfo.InvariantCulture);

    private static (string? Read, DateFault Fault) Within(string read, int year, int first) =>
        year < first ? (null, DateFault.Early)
        : year > Instants.LastYear ? (null, DateFault.Future)
        : (read, DateFault.None);

    private static string OffsetAt(TimeZoneInfo zone, DateTime local) =>
        zone.GetUtcOffset(local) is var offset && offset < TimeSpan.Zero
            ? $"-{offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture)}"
            : $"+{offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture)}";

    private static TimeZoneInfo? ZoneOf(string? zone) =>
        zone is { Length: > 0 and <= 64 } && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known
        : zone is not null && Offset().IsMatch(zone)
            ? TimeZoneInfo.CreateCustomTimeZone(
                zone,
                (zone[0] == '-' ? -1 : 1) * TimeSpan.ParseExact(zone[1..], @"hh\:mm", CultureInfo.InvariantCulture),
                zone,
                zone
            )
        : null;

    [GeneratedRegex(@"([a-zA-Z])\1*|[^a-zA-Z]")]
    private static partial Regex Parts();

    [GeneratedRegex(@"\A[+-](0\d|1[0-3]):[0-5]\d\z")]
    private static partial Regex Offset();
}
