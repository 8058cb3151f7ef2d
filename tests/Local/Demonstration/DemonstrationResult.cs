using System.Text.Json;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Local;

/// <summary>A year that is released of an establishment.</summary>
/// <param name="Period">As the indicators take it.</param>
public sealed record ClosedYear(string Period, Guid Establishment);

/// <summary>What the demonstration made, for whoever wants to look at it.</summary>
/// <param name="Tenant">The practice (cabinet) it belongs to.</param>
/// <param name="Establishments">The establishments; the first one has two groups.</param>
/// <param name="Engagements">One for each frame: team, managers, narrator, circle-8, esms-analysis, esms-supervision, esms-regulation, cadre, eaje, in this order.</param>
/// <param name="Groups">The first group of each engagement, in the same order.</param>
/// <param name="Session">One session of the first group.</param>
/// <param name="FinalBilan">The final bilan of the first engagement.</param>
/// <param name="Quarter">The last closed quarter, as the indicators take it.</param>
/// <param name="Actors">One person for each role: the first engagement's facilitator, member and establishment among them.</param>
/// <param name="Year">The closed year, and the establishment that has its history in it; null in what was loaded before there was one.</param>
public sealed record DemonstrationResult(
    string Tenant,
    IReadOnlyList<Guid> Establishments,
    IReadOnlyList<Guid> Engagements,
    IReadOnlyList<Guid> Groups,
    Guid Session,
    Guid FinalBilan,
    string Quarter,
    IReadOnlyList<Actor> Actors,
    ClosedYear? Year = null
)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The file in the data directory that says what was loaded, and that it was.</summary>
    public static string FileIn(string directory) => Path.Combine(directory, "demonstration.json");

    /// <summary>What was loaded into this directory's data before, or null.</summary>
    public static async Task<DemonstrationResult?> Read(string directory, CancellationToken cancel)
    {
        var file = FileIn(directory);
        return File.Exists(file)
            ? JsonSerializer.Deserialize<DemonstrationResult>(await File.ReadAllTextAsync(file, cancel), Format)
            : null;
    }

    /// <summary>Marks the directory's data as loaded, wholly or not at all.</summary>
    public async Task Write(string directory, CancellationToken cancel)
    {
        var file = FileIn(directory);
        await File.WriteAllTextAsync($"{file}.new", JsonSerializer.Serialize(this, Format), cancel);
        File.Move($"{file}.new", file, overwrite: true);
    }
}
