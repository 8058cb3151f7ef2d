using System.Globalization;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>A calendar quarter or a calendar year, in UTC. Quarters do not overlap, and a year holds four of them.</summary>
/// <param name="Quarter">1 to 4; none for the year.</param>
public sealed record CalendarPeriod(int Year, int? Quarter = null)
{
    /// <summary>How long a year waits after its end: bilans that open its content are agreed by then.</summary>
    private static readonly TimeSpan Negotiating = TimeSpan.FromDays(31);

    /// <summary>Whether it is a year. Content is released by the year alone.</summary>
    public bool IsYear => Quarter is null;

    /// <summary>Its first moment.</summary>
    public DateTimeOffset From => new(Year, (3 * (Quarter ?? 1)) - 2, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The first moment after it.</summary>
    public DateTimeOffset Until => From.AddMonths(IsYear ? 12 : 3);

    /// <summary>From when on it may be closed.</summary>
    public DateTimeOffset Closes => IsYear ? Until + Negotiating : Until;

    /// <summary>The period of the same length before.</summary>
    public CalendarPeriod Before => Quarter is null or 1 ? new(Year - 1, Quarter is null ? null : 4) : new(Year, Quarter - 1);

    /// <summary>Its quarters, in order; of a quarter, itself.</summary>
    public IReadOnlyList<CalendarPeriod> Quarters => IsYear ? [.. Enumerable.Range(1, 4).Select(n => new CalendarPeriod(Year, n))] : [this];

    /// <summary>What a chart sets beside it, in order: of a quarter, the three before; of a year, the three before and its own quarters.</summary>
    public IReadOnlyList<CalendarPeriod> Beside => [Before.Before.Before, Before.Before, Before, .. IsYear ? Quarters : []];

    /// <summary>The quarter that a moment lies in.</summary>
    public static CalendarPeriod Of(DateTimeOffset moment) => new(moment.UtcDateTime.Year, ((moment.UtcDateTime.Month - 1) / 3) + 1);

    /// <summary>Whether the moment lies in it.</summary>
    public bool Holds(DateTimeOffset moment) => moment >= From && moment < Until;

    /// <summary>Figures are for a closed period: not while it runs.</summary>
    public Refusal? Running(DateTimeOffset now) =>
        Closes > now
            ? Refusal.OfOrder("The period is not closed.", "Ask again once it has ended; for a year, 31 days after its end.") with
            {
                Rules = [new("always", "closed-period", "design")],
            }
            : null;

    /// <summary>Reads <c>2026-Q1</c> or <c>2026</c>; null when it is neither.</summary>
    public static CalendarPeriod? Parse(string text) =>
        text.Length >= 4
        && int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= 2000 and < 2200
            ? text[4..] switch
            {
                "" => new(year),
                ['-', 'Q', >= '1' and <= '4'] => new(year, text[6] - '0'),
                _ => null,
            }
            : null;

    /// <inheritdoc />
    public override string ToString() => IsYear ? $"{Year}" : $"{Year}-Q{Quarter}";
}
