using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.History.Conformance;

/// <summary>Judges departures from a group: whether it was told, had its delay, and what those who were reached answered.</summary>
internal static class JudgeDepartures
{
    /// <summary>The delay where no frame says otherwise.</summary>
    public const int UsualDays = 14;

    // For how long what somebody objected is remembered, where the one who departs is heard.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    /// <summary>Each departure that took effect, by a delay of so many days.</summary>
    public static IEnumerable<Check> Of(JudgedHistory history, int days) =>
        from life in GroupLife.All(history)
        from left in life.Moments
        where left.Told.Is("member_left") && left.Told.Id("departure") is not null
        let told = Concerning(life, left)
        select new Check(life.Group, [.. told, left.Told], Fault(life, told, left, days)) { When = told.Append(left.Told).First().At };

    /// <summary>Whether a member left by a departure to which all who were reached agreed, one at least.</summary>
    public static bool IsAgreed(GroupLife life, GroupMoment left) =>
        left.Told.Id("departure") is not null
        && Answers(Concerning(life, left), left) is { Count: > 0 } reached
        && reached.All(t => t.Is("departure_agreed"));

    private static List<LedgeredEvent> Concerning(GroupLife life, GroupMoment left) =>
        [.. life.Moments.TakeWhile(m => m != left).Select(m => m.Told).Where(t => t.Id("departure") == left.Told.Id("departure"))];

    // The last word of each who is a member still, and of the one who leaves.
    private static List<LedgeredEvent> Answers(IEnumerable<LedgeredEvent> told, GroupMoment left) =>
        [
            .. told.Where(t => t.Is("departure_agreed") || t.Is("departure_objected"))
                .GroupBy(t => t.Id("person")!.Value)
                .Where(g => left.Members.ContainsKey(g.Key) || g.Key == left.Told.Id("person"))
                .Select(g => g.Last()),
        ];

    private static string? Fault(GroupLife life, IReadOnlyList<LedgeredEvent> told, GroupMoment left, int days)
    {
        if (told.FirstOrDefault(t => t.Is("departure_recorded")) is not { } recorded)
        {
            return "left by a departure that the group was not told of";
        }

        var reached = Answers(told, left);
        var agreed = reached.Where(t => t.Is("departure_agreed")).Select(t => t.Id("person")!.Value).ToList();
        var person = left.Told.Id("person")!.Value;
        var (isHeard, hasDied) = (recorded.Flag("heard"), recorded.Word("reason") == "death");
        var earlier = isHeard ? ObjectedBefore(life, recorded).ToList() : [];
        var isContradicted = earlier.Any(e => e.By == person);
        if (isContradicted && !hasDied)
        {
            return "recorded within ninety days of their own objection";
        }

        if (agreed.Contains(person) || (!isHeard && left.Members.Keys.All(agreed.Contains)))
        {
            return null;
        }

        if (earlier.Any(e => e.Stands && e.By != person && told.All(t => t.Is("departure_recorded") || t.Id("person") != e.By)))
        {
            return "recorded anew without what others had objected";
        }

        var until = told.Max(t => t.Moment("until")) ?? recorded.At;
        return until < recorded.At.AddDays(days) ? $"a delay under {days} days"
            : left.Told.At + LedgeredEvent.ClocksDiffer < until ? "left before the group's delay had passed"
            : told.Any(t => t.Is("departure_objected")) && 2 * agreed.Count <= reached.Count ? "left though the group had not agreed"
            : null;
    }

    // Who objected to departures of this member before; it stands against the last one, where they did not take it back and are members still.
    private static IEnumerable<(Guid By, bool Stands)> ObjectedBefore(GroupLife life, LedgeredEvent recorded)
    {
        var before = life.Moments.TakeWhile(m => m.Told != recorded).ToList();
        var departures = before
            .Select(m => m.Told)
            .Where(t => t.Is("departure_recorded") && t.Id("person") == recorded.Id("person"))
            .Select(t => t.Id("departure"))
            .ToList();
        return from answers in before
                .Select(m => m.Told)
                .Where(t => t.Is("departure_objected") || t.Is("departure_agreed"))
                .Where(t => departures.Contains(t.Id("departure")))
                .GroupBy(t => (Departure: t.Id("departure"), By: t.Id("person")!.Value))
            let last = answers.Last()
            where last.Is("departure_objected") && last.At + Remembered > recorded.Entry.RecordedAt + LedgeredEvent.ClocksDiffer
            select (answers.Key.By, answers.Key.Departure == departures[^1] && before[^1].Members.ContainsKey(answers.Key.By));
    }
}
