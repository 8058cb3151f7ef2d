using System.Globalization;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>A calendar quarter, in UTC: periods do not overlap.</summary>
public sealed record Quarter(int Year, int Number)
{
    /// <summary>Its first moment.</summary>
    public DateTimeOffset From => new(Year, (3 * Number) - 2, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The first moment after it.</summary>
    public DateTimeOffset Until => From.AddMonths(3);

    /// <summary>The quarter before.</summary>
    public Quarter Before => Number == 1 ? new(Year - 1, 4) : new(Year, Number - 1);

    /// <summary>The quarter that a moment lies in.</summary>
    public static Quarter Of(DateTimeOffset moment) => new(moment.UtcDateTime.Year, ((moment.UtcDateTime.Month - 1) / 3) + 1);

    /// <summary>Whether the moment lies in it.</summary>
    public bool Holds(DateTimeOffset moment) => moment >= From && moment < Until;

    /// <summary>Figures are for a closed period: not while it runs.</summary>
    public Refusal? Running(DateTimeOffset now) =>
        Until > now
            ? Refusal.OfOrder("The quarter is not closed.", "Ask again when it has ended.") with
            {
                Rules = [new("always", "closed-period", "design")],
            }
            : null;

    /// <summary>Reads <c>2026-Q1</c>; null when it is no quarter.</summary>
    public static Quarter? Parse(string text) =>
        text.Length == 7
        && text[4..6] == "-Q"
        && text[6] is >= '1' and <= '4'
        && int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= 2000 and < 2200
            ? new(year, text[6] - '0')
            : null;

    /// <inheritdoc />
    public override string ToString() => $"{Year}-Q{Number}";
}
