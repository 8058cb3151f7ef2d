using System.Globalization;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>A line that a release says of itself.</summary>
/// <param name="Code">What it is: released, pooled, withheld or needs.</param>
/// <param name="Value">How much; null of what is needed.</param>
/// <param name="Unit">figures or percent.</param>
/// <param name="Reason">What is needed, by its code.</param>
public sealed record SummaryLine(string Code, int? Value, string Unit, string? Reason, string Words);

/// <summary>What a release tells, in the words of its reader's language: the chart, the table beside it and the CSV say the same.</summary>
public sealed class InWords(IndicatorCatalogue catalogue, string language)
{
    private static readonly Dictionary<string, Bilingual> Names = new()
    {
        ["sessions"] = new("sessions", "séances"),
        ["presences"] = new("presences", "présences"),
        ["places"] = new("places", "places"),
        ["minutes"] = new("minutes", "minutes"),
        ["answers"] = new("answers", "réponses"),
        ["tracks"] = new("tracks", "pistes"),
        ["days"] = new("days", "jours"),
        ["decisions"] = new("decisions", "décisions"),
        ["individual"] = new("individual", "individuel"),
        ["collective"] = new("collective", "collectif"),
        ["organisational"] = new("organisational", "organisationnel"),
        ["levels"] = new("Levels", "Niveaux"),
        ["bilans"] = new("Bilans", "Bilans"),
        ["participation"] = new("Participation", "Participation"),
        ["gollac"] = new("Gollac's axes", "Axes de Gollac"),
        ["rps-du"] = new("RPS-DU factors", "Facteurs RPS-DU"),
        ["pulse"] = new("Anonymous pulse", "Sondage anonyme"),
    };

    private string Hundredth => In(" %", "%");

    /// <summary>One of two, in the language.</summary>
    public string In(string fr, string en) => language == "en" ? en : fr;

    /// <summary>What a series is called.</summary>
    public string Title(Series series) => In(series.Fr ?? Name(series.Code), series.En ?? Name(series.Code));

    /// <summary>What an indicator is called.</summary>
    public string Title(string code) => catalogue.Indicators.Single(i => i.Code == code).In(language).Title;

    /// <summary>A period, in one piece: T1 2026, 2026.</summary>
    public string Period(string period) =>
        period.Split('-') is [var year, var quarter] ? $"{In("T", "Q")}{quarter[1..]}\u00a0{year}" : period;

    /// <summary>A unit or a level.</summary>
    public string Name(string code) => Names.TryGetValue(code, out var name) ? name.In(language) : code;

    /// <summary>A figure: its band and unit, of what, and its share; or why there is none.</summary>
    public string Of(Figure cell)
    {
        if (!cell.IsTold)
        {
            return cell.Reason is { } reason && catalogue.Reasons is not null ? Needed(reason) : In("masqué", "masked");
        }

        var band = cell.Band ?? new(cell.Value!.Value, cell.Value.Value);
        var counted = cell.Whole ?? band.Most;
        var one = counted is 1 || (counted is 0 && language == "fr");
        var unit = cell.Unit == "percent" ? Hundredth : $" {(one ? Name(cell.Unit).TrimEnd('s') : Name(cell.Unit))}";
        var of = cell.Whole is { } whole ? In($" sur {whole}", $" of {whole}") : string.Empty;
        var share = cell.Percent is { } percent ? $" ({Range(percent)}{Hundredth})" : string.Empty;
        return $"{Range(band)}{of}{unit}{share}{(cell.Quality == "pooled" ? In(", du cabinet", ", of the practice") : string.Empty)}";
    }

    /// <summary>What would make a figure the scope's own.</summary>
    public string Needed(string reason) =>
        catalogue.Reasons?.SingleOrDefault(r => r.Code == reason) is { } text ? In(text.Fr, text.En) : reason;

    /// <summary>What a release shows, what it does not, and what would make more showable; nothing of version 1, which did not say.</summary>
    public IReadOnlyList<SummaryLine> Of(Summary? summary) =>
        summary is null
            ? []
            :
            [
                new(
                    "released",
                    summary.Released,
                    "figures",
                    null,
                    In($"Chiffres propres au périmètre : {summary.Released}.", $"Figures of the scope's own: {summary.Released}.")
                ),
                new(
                    "pooled",
                    summary.Pooled,
                    "figures",
                    null,
                    In(
                        $"Chiffres du cabinet, faute de groupes : {summary.Pooled}.",
                        $"Figures of the practice, for want of groups: {summary.Pooled}."
                    )
                ),
                new(
                    "withheld",
                    summary.WithheldPercent,
                    "percent",
                    null,
                    In(
                        $"Chiffres qui ne sont pas montrés : {summary.WithheldPercent} %.",
                        $"Figures that are not shown: {summary.WithheldPercent}%."
                    )
                ),
                .. summary.Needs.Select(n => new SummaryLine("needs", null, string.Empty, n, Needed(n))),
            ];

    /// <summary>What a group chose to say, theme by theme.</summary>
    public string Of(Said said, WorkedOn theme)
    {
        var of = catalogue.Indicators.FirstOrDefault(i => i.Elements is [var axis] && axis == theme.Axis && i.Code.StartsWith('D'));
        var (from, to) = (Day(said.From), Day(said.To));
        var by = said.AgreedAt is { } at ? Day(DateOnly.FromDateTime(at.UtcDateTime)) : null;
        return $"{of?.In(language).Title ?? theme.Axis} ({Name(theme.Level)}){In(" : travaillé", ": worked on")} "
            + In($"du {from} au {to}, selon ", $"from {from} to {to}, according to ")
            + (by is null ? In("un bilan agréé.", "an agreed bilan.") : In($"le bilan agréé le {by}.", $"the bilan agreed on {by}."));
    }

    /// <summary>A day.</summary>
    public string Day(DateOnly day) => day.ToString(In("dd'/'MM'/'yyyy", "d MMMM yyyy"), CultureInfo.InvariantCulture);

    /// <summary>Under which floor a release is, and which it is.</summary>
    public string Source(IndicatorsView view) =>
        In(
            $"Plancher : {view.Floor} personnes. Source : publication {view.Number} du {Day(Published(view))}, {view.Methodology}",
            $"Floor: {view.Floor} persons. Source: release {view.Number} of {Day(Published(view))}, {view.Methodology}"
        );

    private static DateOnly Published(IndicatorsView view) => DateOnly.FromDateTime(view.PublishedAt.UtcDateTime);

    private string Range(Band band) =>
        band.Least == band.Most ? $"{band.Least}" : In($"{band.Least} à {band.Most}", $"{band.Least} to {band.Most}");
}
