using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PracticeAnalysis.Http;

namespace PracticeAnalysis.Engagement.Imports;

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

    /// <summary>A cell as JSON has it; null where it is not so written, or says a time that its zone skips or has twice.</summary>
    /// <param name="form">How the column is written; null: as JSON has it.</param>
    public static string? Read(string cell, CellKind kind, DateForm? form)
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
                ? day.ToString("O", CultureInfo.InvariantCulture)
                : null;
        }

        if (form is not { Zone: { } zone })
        {
            return Instants.Read(cell) is null ? null : cell;
        }

        return
            DateTime.TryParseExact(cell, form.Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && !zone.IsInvalidTime(local)
            && !zone.IsAmbiguousTime(local)
            ? new DateTimeOffset(local, zone.GetUtcOffset(local)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
            : null;
    }

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
