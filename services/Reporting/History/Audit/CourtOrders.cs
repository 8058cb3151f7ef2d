using System.Globalization;
using System.Text.Json;
using Marten;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.History.Audit;

/// <summary>Which sessions an auditor reads by a court's order: of these, entries of before there were commitments are shown with the ids that they
/// bear. What was asked and agreed is Session's, and read as the ledger holds it.</summary>
public static class CourtOrders
{
    private const string Order = "judicial-order";

    private static readonly string[] Ends = ["disclosure_objected", "disclosure_refused", "disclosure_ended", "disclosure_lapsed"];

    /// <summary>The sessions under a disclosure of this auditor's that a court ordered, that was agreed, and that runs.</summary>
    public static async Task<IReadOnlySet<Guid>> Over(IQuerySession session, Actor auditor, DateTimeOffset now, CancellationToken cancel)
    {
        var told = new List<LedgeredEvent>();
        await foreach (var entry in session.OfType("disclosure", cancel))
        {
            told.Add(LedgeredEvent.Of(entry));
        }

        return told.GroupBy(t => t.Stream)
            .Select(d => d.OrderBy(t => t.Entry.Version).ToList())
            .Where(d => d[0].Id("requester") == auditor.Person && IsOrdered(d[0]) && IsOpen(d, now))
            .Select(d => d[0].Id("session") ?? Guid.Empty)
            .ToHashSet();
    }

    /// <summary>Whether an entry of the ledger is of one of these sessions.</summary>
    public static bool Covers(IReadOnlySet<Guid> sessions, JsonElement data) =>
        sessions.Count > 0
        && data.TryGetProperty("entry", out var entry)
        && entry.TryGetProperty("stream", out var stream)
        && stream.TryGetGuid(out var id)
        && sessions.Contains(id);

    private static bool IsOrdered(LedgeredEvent asked) => (asked.Word("basis") ?? asked.Word("purpose")) == Order;

    private static bool IsOpen(IReadOnlyList<LedgeredEvent> disclosure, DateTimeOffset now) =>
        !disclosure.Any(t => Ends.Any(t.Is))
        && disclosure.Any(t =>
            t.Is("disclosure_approved")
            && DateTimeOffset.TryParse(t.Word("until"), CultureInfo.InvariantCulture, out var until)
            && now < until
        );
}
