using System.Text.Encodings.Web;
using System.Text.Json;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.Benchmark.Report;

/// <summary>A run's result, as it is written: JSON, Markdown, charts.</summary>
/// <param name="Plan">quick or full.</param>
/// <param name="Date">The day of the run.</param>
/// <param name="Statements">The statements of one command, by transaction.</param>
internal sealed record Result(
    string Plan,
    string Date,
    Machine Machine,
    IReadOnlyList<Figure> Figures,
    IReadOnlyList<IReadOnlyList<Statement>> Statements
)
{
    private static readonly string Directory = Path.Combine(Repository.Root, "deploy", "Benchmark", "results");

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What the last run under this plan left, or null.</summary>
    public static Result? Read(string plan) =>
        File.Exists(FileOf(plan, "json")) ? JsonSerializer.Deserialize<Result>(File.ReadAllText(FileOf(plan, "json")), Format) : null;

    /// <summary>Writes all of it; the page, for the screen.</summary>
    public async Task<string> Write(CancellationToken cancel)
    {
        System.IO.Directory.CreateDirectory(Directory);
        await File.WriteAllTextAsync(FileOf(Plan, "json"), JsonSerializer.Serialize(this, Format) + "\n", cancel);
        foreach (var (name, drawing) in Page.Charts(this))
        {
            await File.WriteAllTextAsync(FileOf($"{Plan}-{name}", "svg"), drawing, cancel);
        }

        var page = Page.Of(this);
        await File.WriteAllTextAsync(FileOf(Plan, "md"), page, cancel);
        return page;
    }

    private static string FileOf(string name, string extension) => Path.Combine(Directory, $"{name}.{extension}");
}
