using System.Globalization;
using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.History.Conformance;

/// <summary>A facilitator's file as some of its events tell it.</summary>
/// <param name="file">The events, in their order.</param>
/// <param name="ofSomeTime">Whether evidence of no year shows nothing, as has been asked since answers lapse.</param>
internal sealed class FileAt(IReadOnlyList<LedgeredEvent> file, bool ofSomeTime = false)
{
    private const string Evidenced = "qualification_evidenced";
    private const string Declaring = "independence_declared";

    private static readonly string[] Puts = ["evidence_corrected", "employer_corrected", "independence_withdrawn"];

    /// <summary>What was put right in it.</summary>
    public IReadOnlyList<LedgeredEvent> Corrections { get; } = [.. file.Where(t => Puts.Contains(t.Entry.EventType))];

    /// <summary>The establishment that the facilitator works for beside.</summary>
    public Guid? Employer =>
        file.LastOrDefault(t => t.Is("facilitator_registered") || t.Is("employer_corrected")) is { } told
            ? told.Id(told.Is("employer_corrected") ? "to" : "employer")
            : null;

    /// <summary>The declaration of independence that stands; null where none does.</summary>
    public LedgeredEvent? Declared =>
        file.LastOrDefault(t => t.Is(Declaring) || t.Is("independence_withdrawn")) is { } told && told.Is(Declaring) ? told : null;

    /// <summary>Whether it shows a qualification.</summary>
    public bool Shows(string kind) => Showing(kind).Any();

    /// <summary>What shows a qualification: evidence in the order of its numbers, each as it was put right last.</summary>
    public IEnumerable<LedgeredEvent> Showing(string kind) =>
        from shown in file.Where(t => t.Is(Evidenced)).Select((told, i) => (Told: told, Number: i + 1))
        let put = Corrections.LastOrDefault(t => t.Is("evidence_corrected") && t.Number("number") == shown.Number)
        let stands = put is null ? shown.Told.Fact : put.Fact["to"]
        where stands?["kind"]?.GetValue<string>() == kind && !(ofSomeTime && stands["years"]?.GetValue<int>() == 0)
        select put ?? shown.Told;

    /// <summary>The file as it stood, and as it was put right since: what was right then and is otherwise since changes nothing of it.</summary>
    public static FileAt Since(
        JudgedHistory history,
        (LedgeredEvent At, IReadOnlyList<LedgeredEvent> Events, IReadOnlyList<LedgeredEvent> File) facing
    )
    {
        if (facing.File is not [var first, ..])
        {
            return new([]);
        }

        var day = facing.At.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var later = history
            .Stream(first.Entry.Source, first.Stream)
            .Except(facing.File)
            .Where(t => Puts.Contains(t.Entry.EventType))
            .Where(t => t.Word("since") is not { } since || string.CompareOrdinal(since, day) <= 0);
        return new([.. facing.File, .. later], history.IsSinceAnswersLapse(facing.At));
    }
}
