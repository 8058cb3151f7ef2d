using System.Text.Json.Nodes;
using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.History.Conformance;

/// <summary>Judges a history by what its dispositif agreed beside its frames: the protocol, the rhythm, and how many sessions.</summary>
internal static class JudgeDispositif
{
    /// <summary>Every rule of it that something was agreed on.</summary>
    public static IEnumerable<Judgement> Of(JudgedHistory history, EngagementLife life) =>
        from rule in new (string Name, IEnumerable<Check> Checks)[]
        {
            ("protocol", Protocols(history)),
            ("interval", Intervals(history, life)),
            ("frequency", Planned(history, life)),
        }
        let judged = Judgement.Of(rule.Name, "dispositif", "design", rule.Checks)
        where judged.Verdict != Verdict.NotApplicable
        select judged;

    private static IEnumerable<Check> Protocols(JudgedHistory history) =>
        from scheduled in history.Of("session_scheduled")
        let agreed = AsOf(history, scheduled.At)?["protocol"]
        where agreed is not null
        let ran = Pinned.Of(scheduled.Fact["protocol"]!)
        select new Check(scheduled.Stream, [scheduled], ran.IsSame(Pinned.Of(agreed)) ? null : $"run by {ran.Unread}");

    private static IEnumerable<Check> Intervals(JudgedHistory history, EngagementLife life) =>
        from @group in GroupLife.All(history)
        from silence in life.Silences(@group, JudgeFrames.Held(history, @group.Group))
        let days = Number(AsOf(history, silence.To), "intervalDays")
        where days is not null
        let gap = (int)silence.Length.TotalDays
        select new Check(@group.Group, silence.Events, gap > days ? $"{gap} days, where {days} were agreed" : null) { When = silence.To };

    // Counted once none is awaited any more. Of a term that was renewed nobody said how many more there would be.
    private static IEnumerable<Check> Planned(JudgedHistory history, EngagementLife life) =>
        from @group in GroupLife.All(history)
        where life.IsOver && @group.Sealed is not null && @group.Dissolved is null
        let planned = Number(AsOf(history, life.End), "sessionsPlanned")
        where planned is not null
        let held = JudgeFrames.Held(history, @group.Group)
        let isMore = held.Count > planned && !history.Of("engagement_renewed").Any(history.Binds)
        select new Check(
            @group.Group,
            [@group.Sealed!, .. held],
            held.Count < planned || isMore ? $"{held.Count} sessions, where {planned} were agreed" : null
        );

    private static JsonNode? AsOf(JudgedHistory history, DateTimeOffset at) =>
        history.Of(JudgeFrames.Dispositifs).LastOrDefault(t => t.HadHappened(at) && history.Binds(t))?.Fact["dispositif"];

    private static int? Number(JsonNode? dispositif, string member) => dispositif?[member]?.GetValue<int>();
}
