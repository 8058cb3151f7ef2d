using System.Globalization;
using System.Text.Json.Nodes;
using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.History.Conformance;

/// <summary>Judges each reading of what was said by the basis that it was asked on. Those asked for before decision 0056 had none.</summary>
internal static class JudgeDisclosures
{
    /// <summary>The disclosures.</summary>
    public static IEnumerable<IReadOnlyList<LedgeredEvent>> Of(JudgedHistory history) =>
        history.Streams("disclosure_requested").Concat(history.Streams("disclosure_asked"));

    /// <summary>Whether what the basis demands was there before each reading, and no objection.</summary>
    public static IEnumerable<Check> OnTheirBasis(JudgedHistory history) =>
        from stream in history.Streams("disclosure_asked")
        from read in stream.Where(t => t.Is("narratives_read"))
        let before = stream.TakeWhile(t => t != read).ToList()
        let agreed = before.Where(t => t.Is("disclosure_agreed")).ToList()
        select new Check(read.Stream, [before[0], .. agreed, read], Fault(before, agreed, read));

    private static string? Fault(List<LedgeredEvent> before, List<LedgeredEvent> agreed, LedgeredEvent read)
    {
        var asked = before[0];
        var persons = agreed.Select(t => t.Id("person")!.Value).ToHashSet();
        var met = asked.Word("basis") switch
        {
            "authors-agreement" => Authors(asked, _ => true).All(persons.Contains),
            "group-agreement" => Group(before).All(persons.Contains) && Authors(asked, Versions(read).Contains).All(persons.Contains),
            "person-in-danger" or "data-protection" => persons.Count > 1 && agreed.Any(t => t.Word("party") != "practice"),
            "judicial-order" => agreed.Select(t => t.Word("party")).Distinct().Count() > 1,
            _ => false,
        };
        return !met ? "read without what its basis demands"
            : before.Any(t => t.Is("disclosure_objected") || t.Is("disclosure_ended") || t.Is("disclosure_lapsed"))
                ? "read after it had ended"
            : asked.Word("objectUntil") is { } delay && read.At < DateTimeOffset.Parse(delay, CultureInfo.InvariantCulture)
                ? "read before one could object"
            : null;
    }

    private static IEnumerable<Guid> Group(List<LedgeredEvent> before)
    {
        var stands = before.Last(t => t.Is("disclosure_asked") || t.Is("disclosure_group_changed"));
        return stands.Ids("members").Concat(stands.Id("facilitator") is { } facilitator ? [facilitator] : []);
    }

    private static IEnumerable<Guid> Authors(LedgeredEvent asked, Func<long, bool> which) =>
        from text in asked.Fact["texts"] as JsonArray ?? []
        where which(text["version"]!.GetValue<long>())
        select text["author"]!.GetValue<Guid>();

    private static HashSet<long> Versions(LedgeredEvent read) =>
        [.. (read.Fact["texts"] as JsonArray ?? []).Select(v => v!.GetValue<long>())];
}
