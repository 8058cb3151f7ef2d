using System.Text.Json;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>What an indicator is, in one language.</summary>
public sealed record IndicatorText(string Title, string Definition, string Formula);

/// <summary>One indicator: its stable code, its class, what it is counted in, and the elements that it sums.</summary>
/// <param name="Class">A: known to the establishment; B: over persons; C: drawn from content.</param>
/// <param name="Elements">What a session counts for, of those drawn from content; none for the others.</param>
/// <param name="Whole">The indicator that it is a part of, in version 1.</param>
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
)
{
    /// <summary>Its text in a language.</summary>
    public IndicatorText In(string language) => language == "en" ? En : Fr;
}

/// <summary>Indicators that a chart shows together.</summary>
public sealed record Series(string Code, IReadOnlyList<string> Of, string? Fr = null, string? En = null);

/// <summary>Why a figure is not an establishment's own: what would make it so.</summary>
public sealed record ReasonText(string Code, string Fr, string En);

/// <summary>How a coded theme reads under Gollac's six axes and under the seven factors of RPS-DU.</summary>
public sealed record CodeMapping(string Code, string Gollac, string RpsDu);

/// <summary>The versioned mapping of codes to schemes.</summary>
public sealed record SchemeMapping(int Version, IReadOnlyList<CodeMapping> Codes);

/// <summary>The indicators, as versioned data: what was released under a version reads the same for ever.</summary>
/// <param name="Reasons">None in version 1, where every figure was masked for the same reason.</param>
public sealed record IndicatorCatalogue(
    int Version,
    IReadOnlyList<Series> Series,
    IReadOnlyList<Indicator> Indicators,
    IReadOnlyList<ReasonText>? Reasons = null
)
{
    /// <summary>All versions that the program carries, the newest last.</summary>
    public static IReadOnlyList<IndicatorCatalogue> All { get; } =
    [Read<IndicatorCatalogue>("indicators/indicators.v1.json"), Read<IndicatorCatalogue>("indicators/indicators.v2.json")];

    /// <summary>The newest version that the program carries.</summary>
    public static IndicatorCatalogue Newest => All[^1];

    /// <summary>The newest mapping that the program carries.</summary>
    public static SchemeMapping Mapping { get; } = Read<SchemeMapping>("indicators/mapping.v1.json");

    /// <summary>A version that something was released under; the newest one, where none is of that number.</summary>
    public static IndicatorCatalogue Of(int? version) => All.FirstOrDefault(v => v.Version == version) ?? Newest;

    private static T Read<T>(string name)
    {
        using var data = typeof(IndicatorCatalogue).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<T>(data, FactJson.Options)!;
    }
}
