using System.Globalization;

namespace PracticeAnalysis.Local;

/// <summary>The demonstration's dates, counted backward from the current quarter, so that nothing lies in the future.</summary>
internal sealed class Calendar
{
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _now;

    /// <summary>Begins at the current quarter.</summary>
    public Calendar(TimeProvider time)
    {
        (_time, _now) = (time, time.GetUtcNow());
        Quarter = new(_now.Year, ((_now.Month - 1) / 3 * 3) + 1, 1, 0, 0, 0, TimeSpan.Zero);
    }

    /// <summary>The first instant of the quarter that months are counted from.</summary>
    private DateTimeOffset Quarter { get; init; }

    /// <summary>The last year that is over, and 31 days more: its indicators may be released.</summary>
    public int ClosedYear => _now.AddDays(-31).Year - 1;

    /// <summary>The same for what lay in that year: months are counted backward from its end.</summary>
    public Calendar OfClosedYear => new(_time) { Quarter = new(ClosedYear + 1, 1, 1, 0, 0, 0, TimeSpan.Zero) };

    /// <summary>When all of it is told.</summary>
    public DateTimeOffset Now => _now;

    /// <summary>What time it is: what happens by being asked is dated by it.</summary>
    public DateTimeOffset Clock => _time.GetUtcNow();

    /// <summary>A working day of a month, nine o'clock UTC. Month -1 is the last one of the quarter before the current.</summary>
    public DateTimeOffset At(int month, int day)
    {
        var date = Quarter.AddMonths(month).AddDays(day - 1);
        var working = date.DayOfWeek switch
        {
            DayOfWeek.Saturday => date.AddDays(2),
            DayOfWeek.Sunday => date.AddDays(1),
            _ => date,
        };
        return working.AddHours(9);
    }

    /// <summary>The first day of a month and the last day of another one, as the API takes dates.</summary>
    public (string From, string To) Months(int from, int to) =>
        (Date(Quarter.AddMonths(from)), Date(Quarter.AddMonths(to + 1).AddDays(-1)));

    /// <summary>A time to come, this many days from now.</summary>
    public DateTimeOffset In(int days) => _now.Date.AddDays(days).AddHours(9);

    /// <summary>The names of the quarters before the current one, as the API takes them, the last one at the end.</summary>
    public IReadOnlyList<string> ClosedQuarters(int count) =>
        [
            .. Enumerable
                .Range(1, count)
                .Select(n => Quarter.AddMonths(-3 * n))
                .Reverse()
                .Select(first => $"{first.Year}-Q{((first.Month - 1) / 3) + 1}"),
        ];

    /// <summary>Whether the indicators of a year may be released.</summary>
    public bool IsClosed(string year) => int.Parse(year, CultureInfo.InvariantCulture) <= ClosedYear;

    private static string Date(DateTimeOffset day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
