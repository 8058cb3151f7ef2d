using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using CsvHelper;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Reporting.History.Exports;
using PracticeAnalysis.Reporting.History.Ledger;
using PracticeAnalysis.Reporting.History.Replay;
using PracticeAnalysis.Reporting.Indicators;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Prevention;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>No instant that is taken makes a history, a table or a judgement fail, and each is read again as it was told.</summary>
public class when_any_instant_is_told
{
    private static readonly Guid Engagement = Given.Id(1);
    private static readonly Guid Session = Given.Id(2);

    private static readonly Gen<HistoryEntry[]> Histories = Gen.Select(Instant.Any, Instant.Any, Instant.Any).Array[1, 4].Select(Entries);

    [Fact]
    public void a_table_says_each_as_the_door_takes_it() =>
        Histories.Sample(
            entries =>
            {
                using var csv = new CsvReader(new StringReader(Export(entries, CsvExport.Write)), CultureInfo.InvariantCulture);
                csv.Read();
                csv.ReadHeader();
                csv.HeaderRecord.ShouldBe(CsvExport.Columns.Columns);
                foreach (var entry in entries)
                {
                    csv.Read().ShouldBeTrue();
                    Instants.Read(csv.GetField("occurredAt")).ShouldBe(entry.OccurredAt);
                    Instants.Read(csv.GetField("recordedAt")).ShouldBe(entry.RecordedAt);
                    Instants.Read(csv.GetField("arrivedAt")).ShouldBe(entry.ArrivedAt);
                    csv.GetField("occurredAt").ShouldEndWith("+00:00");
                }
            },
            iter: 500
        );

    [Fact]
    public void a_miner_reads_each_to_the_millisecond() =>
        Histories.Sample(
            entries =>
            {
                var events = OpenXes.Read(Export(entries, XesExport.Write))[0].Events;
                events.Select(e => (DateTimeOffset)e["time:timestamp"]).ShouldBe(entries.Select(e => Floor(e.OccurredAt)));
                events.Select(e => (DateTimeOffset)e["arrivedAt"]).ShouldBe(entries.Select(e => Floor(e.ArrivedAt)));
            },
            iter: 500
        );

    [Fact]
    public void objects_and_provenance_say_each() =>
        Histories.Sample(
            entries =>
            {
                JsonNode.Parse(Export(entries, OcelExport.Write))!["events"]!
                    .AsArray()
                    .Select(e => Instants.Read(e!["time"]!.GetValue<string>()))
                    .ShouldBe(entries.Select(e => (DateTimeOffset?)e.OccurredAt));
                JsonNode.Parse(Export(entries, ProvExport.Write))!["activity"]!
                    .AsObject()
                    .Select(a => Instants.Read(a.Value!["prov:startTime"]!.GetValue<string>()))
                    .ShouldBe(entries.Select(e => (DateTimeOffset?)e.OccurredAt));
            },
            iter: 300
        );

    [Fact]
    public void a_history_is_judged_as_of_whatever_moment_wherever_it_lies() =>
        Gen.Select(Instant.Any, Instant.Any, Instant.Any, Gen.Int[0, Chronicle.Kept().Count - 1])
            .Sample(
                (begins, asked, strays, which) =>
                {
                    var kept = Chronicle.Kept();
                    var shift = begins - kept[0].At;
                    var renewed = kept.First(l => l.Type == "engagement_activated") with
                    {
                        Type = "engagement_renewed",
                        Fact = new() { ["until"] = strays },
                    };
                    Line[] told = [.. kept.Select((l, i) => l with { At = i == which ? strays : l.At + shift }), renewed];
                    Chronicle.Report(told, asked).Rules.ShouldNotBeEmpty();
                },
                iter: 200
            );

    // What was stored before such instants were refused.
    [Fact]
    public void what_was_told_of_no_year_that_is_taken_is_judged_all_the_same()
    {
        IReadOnlyList<Line> early =
        [
            .. Chronicle.Kept().Select(l => l.Stream == Chronicle.First ? l with { At = DateTimeOffset.MinValue } : l),
        ];
        Chronicle.Report(early, Given.Now).Rules.ShouldNotBeEmpty();
        foreach (var at in (DateTimeOffset[])[DateTimeOffset.MinValue, DateTimeOffset.MaxValue])
        {
            Export(Entries([(at, at, at)]), CsvExport.Write).ShouldNotBeEmpty();
            Export(Entries([(at, at, at)]), XesExport.Write).ShouldNotBeEmpty();
            Export(Entries([(at, at, at)]), OcelExport.Write).ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void a_prevention_plan_and_a_period_hold_each() =>
        Instant.Any.Sample(
            at =>
            {
                var day = DateOnly.FromDateTime(at.UtcDateTime);
                var plan = ReadPreventionPlan.Write([new(Engagement, ListedKind.ActionTrack, Session, "opened", day, day, null)]).Result;
                plan.Split("\r\n")[1].ShouldContain($",{day:yyyy-MM-dd},{day:yyyy-MM-dd},");
                CalendarPeriod.Of(at).Holds(at).ShouldBeTrue();
                CalendarPeriod.Parse($"{CalendarPeriod.Of(at)}").ShouldBe(CalendarPeriod.Of(at));
            },
            iter: 1_000
        );

    private static DateTimeOffset Floor(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMillisecond));

    private static HistoryEntry[] Entries((DateTimeOffset Occurred, DateTimeOffset Recorded, DateTimeOffset Arrived)[] times) =>
        [
            .. times.Select(
                (at, i) =>
                    new HistoryEntry(
                        "session",
                        i + 1,
                        Engagement,
                        Session,
                        "session",
                        i + 1,
                        "session_opened",
                        $"{i:D14}.000000",
                        at.Occurred,
                        at.Recorded,
                        $"facilitator:{Given.Id(10)}",
                        "{}",
                        "h",
                        i + 1,
                        at.Arrived,
                        "c"
                    )
            ),
        ];

    internal static string Export(HistoryEntry[] entries, ExportHistory.Form form)
    {
        using var to = new MemoryStream();
        form(
                to,
                new([Engagement], $"version={entries.Length}/{entries.Length}", [], (_, _, _) => entries.ToAsyncEnumerable()),
                TestContext.Current.CancellationToken
            )
            .GetAwaiter()
            .GetResult();
        return Encoding.UTF8.GetString(to.ToArray());
    }
}
