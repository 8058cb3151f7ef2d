using System.Text.Json;
using PracticeAnalysis.Reporting.Disclosure;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>What an indicator is, in one language.</summary>
public sealed record IndicatorText(string Title, string Definition, string Formula);

/// <summary>One indicator: its stable code, its class, what it is counted in, and the elements that it sums.</summary>
/// <param name="Class">A: known to the establishment; B: over persons; C: drawn from content.</param>
/// <param name="Elements">None where it is no sum over persons.</param>
/// <param name="Whole">The indicator that it is a part of.</param>
/// <param name="Of">The indicator that its ratio divides by.</param>
/// <param name="Per">What the ratio is per: a hundred, or one.</param>
public sealed record Indicator(
    string Code,
    string Name,
    string Class,
    string Unit,
    IReadOnlyList<string> Elements,
    IndicatorText Fr,
    IndicatorText En,
    string? Whole = null,
    string? Of = null,
    int? Per = null
);

/// <summary>Indicators that a chart shows together.</summary>
public sealed record Series(string Code, IReadOnlyList<string> Of);

/// <summary>How a coded theme reads under Gollac's six axes and under the seven factors of RPS-DU.</summary>
public sealed record CodeMapping(string Code, string Gollac, string RpsDu);

/// <summary>The versioned mapping of codes to schemes.</summary>
public sealed record SchemeMapping(int Version, IReadOnlyList<CodeMapping> Codes);

/// <summary>The indicators, as versioned data: what was released under a version reads the same for ever.</summary>
public sealed record IndicatorCatalogue(int Version, IReadOnlyList<Series> Series, IReadOnlyList<Indicator> Indicators)
{
    /// <summary>Figures are rounded to multiples of this.</summary>
    public const int Base = 5;

    /// <summary>The newest version that the program carries.</summary>
    public static IndicatorCatalogue Newest { get; } = Read<IndicatorCatalogue>("indicators/indicators.v1.json");

    /// <summary>The newest mapping that the program carries.</summary>
    public static SchemeMapping Mapping { get; } = Read<SchemeMapping>("indicators/mapping.v1.json");

    /// <summary>The levels that a theme stands at (S0).</summary>
    public static IReadOnlyList<string> Levels { get; } = ["individual", "collective", "organisational"];

    /// <summary>The cube whose figures the indicators are. Two indicators over the same elements, such as an axis that both schemes
    /// know, are one figure. What is never shown is protected too: a theme at a level, who was away, who left, who stands badly, who did not speak well.</summary>
    public Cube Cube()
    {
        var figures = Indicators.Where(i => i.Elements.Count > 0).ToList();
        var shown = figures
            .Where(i => FigureOf(i) == i.Code)
            .Select(i => new CellDefinition(i.Code, i.Elements, i.Class == "C", Whole: i.Whole));
        var themes = Mapping.Codes.SelectMany(c => Levels.Select(l => $"theme/{c.Code}/{l}")).ToList();
        string[] asked = [.. figures.Where(i => i.Name.EndsWith("/answered", StringComparison.Ordinal)).Select(i => i.Name[..^9])];
        string[] dimensions = [.. figures.Where(i => i.Name.EndsWith("/measured", StringComparison.Ordinal)).Select(i => i.Name[..^9])];
        IEnumerable<CellDefinition> unshown =
        [
            .. themes.Select(t => new CellDefinition(t, [t], Content: true, Shown: false)),
            new("absent", ["absent"], Content: false, Shown: false),
            new("leaving", ["leaving"], Content: false, Shown: false),
            .. asked.Select(p => new CellDefinition($"{p}/less", [$"{p}/less"], Content: true, Shown: false)),
            .. dimensions.SelectMany(d =>
                new[]
                {
                    new CellDefinition($"{d}/less", [$"{d}/less-risen", $"{d}/less-still"], Content: true, Shown: false),
                    new CellDefinition($"{d}/still", [$"{d}/well-still", $"{d}/less-still"], Content: true, Shown: false),
                }
            ),
        ];
        return new(
            [.. shown, .. unshown],
            themes
                .Select(t => KeyValuePair.Create(t, "opened"))
                .Append(new("opened", "present"))
                .Concat(asked.SelectMany(p => new[] { $"{p}/well", $"{p}/less" }.Select(part => KeyValuePair.Create(part, "opened"))))
                .Append(new("seat", "present"))
                .ToDictionary(),
            Base
        );
    }

    /// <summary>The code of the figure that an indicator shows: the first indicator over the same elements.</summary>
    public string FigureOf(Indicator indicator) =>
        Indicators.First(i => i.Class == indicator.Class && i.Elements.ToHashSet().SetEquals(indicator.Elements)).Code;

    private static T Read<T>(string name)
    {
        using var data = typeof(IndicatorCatalogue).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<T>(data, FactJson.Options)!;
    }
}
