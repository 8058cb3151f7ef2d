using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.History.Conformance;

/// <summary>For how long a session was held, and between which times.</summary>
/// <param name="Minutes">As they were told, or corrected.</param>
/// <param name="IsExplained">Whether its times were explained: then they say nothing.</param>
internal sealed record SessionTime(DateTimeOffset From, DateTimeOffset To, int Minutes, bool IsExplained)
{
    /// <summary>Of a session that was closed.</summary>
    public static SessionTime Of(IReadOnlyList<LedgeredEvent> session)
    {
        var closed = session.Last(t => t.Is("session_closed"));
        var minutes = SessionLife.Minutes(session) ?? 0;
        return new(
            // Sessions of before may have lasted longer than they were open.
            session.Where(t => t.Is("session_opened")).Select(t => t.At).Append(closed.At.AddMinutes(-minutes)).Min(),
            closed.At,
            minutes,
            session.Any(t => t.Is("implausibility_explained"))
        );
    }

    /// <summary>How many minutes somebody can have been at all of them: nobody is at two at once.</summary>
    public static int Together(IEnumerable<SessionTime> times)
    {
        var taken = new HashSet<DateTimeOffset>();
        var total = 0;
        foreach (var time in times.OrderBy(t => t.To))
        {
            var left = time.Minutes;
            for (var at = Whole(time.From); at < time.To && left > 0 && !time.IsExplained; at = at.AddMinutes(1))
            {
                left -= taken.Add(at) ? 1 : 0;
            }

            total += time.IsExplained ? time.Minutes : time.Minutes - left;
        }

        return total;
    }

    private static DateTimeOffset Whole(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute));
}
