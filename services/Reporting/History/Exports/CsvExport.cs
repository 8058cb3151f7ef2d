using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using PracticeAnalysis.Http;
using PracticeAnalysis.OpenApi;

namespace PracticeAnalysis.Reporting.History.Exports;

/// <summary>A table: one event a row. A cell that a spreadsheet would run is escaped.</summary>
public static class CsvExport
{
    private static CsvConfiguration Csv(TableForm form) =>
        new(form.Culture) { Delimiter = form.Separator, InjectionOptions = InjectionOptions.Escape };

    /// <summary>What the contract says of it.</summary>
    public static CsvColumns Columns { get; } =
        new(
            [
                "position",
                "source",
                "sequence",
                "stream",
                "streamType",
                "version",
                "eventType",
                "occurredAt",
                "recordedAt",
                "arrivedAt",
                "clock",
                "actor",
                "redacted",
                "hash",
            ],
            new Dictionary<string, string>
            {
                ["occurredAt"] = CsvColumns.Instant,
                ["recordedAt"] = CsvColumns.Instant,
                ["arrivedAt"] = CsvColumns.Instant,
            }
        );

    /// <summary>Writes it in the names of the API.</summary>
    public static Task Write(Stream to, Exported histories, CancellationToken cancel) => Write(to, histories, new(IsFrench: false), cancel);

    /// <summary>Writes it.</summary>
    public static async Task Write(Stream to, Exported histories, TableForm form, CancellationToken cancel)
    {
        await using var text = new StreamWriter(to, form.Encoding, leaveOpen: true);
        await using var csv = new CsvWriter(text, Csv(form), leaveOpen: true);
        foreach (var column in Columns.Columns)
        {
            csv.WriteField(form.Header(column));
        }

        await csv.NextRecordAsync();
        await foreach (var e in histories.All(cancel))
        {
            csv.WriteField(e.Position);
            csv.WriteField(e.Source);
            csv.WriteField(e.Sequence);
            csv.WriteField(e.Stream);
            csv.WriteField(e.StreamType);
            csv.WriteField(e.Version);
            csv.WriteField(e.EventType);
            csv.WriteField(Time(e.OccurredAt));
            csv.WriteField(Time(e.RecordedAt));
            csv.WriteField(Time(e.ArrivedAt));
            csv.WriteField(e.Clock);
            csv.WriteField(e.Actor);
            csv.WriteField(e.Redacted);
            csv.WriteField(e.Hash);
            await csv.NextRecordAsync();
        }

        await csv.FlushAsync();
    }

    private static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
}
