using ADRaffy.ENSNormalize;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Imports;

/// <summary>How the cells of a column are read.</summary>
public enum CellKind
{
    /// <summary>As they stand.</summary>
    Text,

    /// <summary>As one of the column's words.</summary>
    Word,

    /// <summary>As a whole number, whatever its decimals and thousands are marked by.</summary>
    Number,

    /// <summary>As hours, which are kept as minutes.</summary>
    Hours,

    /// <summary>As yes or no.</summary>
    YesNo,

    /// <summary>As a day.</summary>
    Day,

    /// <summary>As a moment.</summary>
    Moment,
}

/// <summary>A column of an import as CSV.</summary>
/// <param name="Path">Where its cells stand in the line that the JSON of an import has.</param>
/// <param name="Words">The words of the API that it takes, where it takes words alone.</param>
/// <param name="Names">What it is called in French, and by what else, beside the last part of the path.</param>
public sealed record CsvColumn(string Path, CellKind Kind, IReadOnlyList<string> Words, params IReadOnlyList<string> Names)
{
    /// <summary>Its English name.</summary>
    public string Name => Kind == CellKind.Hours ? "hours" : Path.Split('.')[^1];

    /// <summary>Whether a header names it, whatever its accents, capitals and blanks.</summary>
    public bool IsCalled(string header) =>
        CsvColumns.Plain(header) is { Length: > 0 } plain && Names.Prepend(Path).Prepend(Name).Any(n => CsvColumns.Plain(n) == plain);
}

/// <summary>The columns of each import.</summary>
public static class CsvColumns
{
    private static readonly IReadOnlyList<CsvColumn> Establishments =
    [
        Text("reference", "référence", "réf"),
        Text("establishment.name", "nom", "raison sociale", "dénomination"),
        Text("establishment.siret", "SIRET", "n° SIRET", "numéro SIRET"),
        Text("establishment.finess", "FINESS", "n° FINESS", "numéro FINESS", "FINESS ET"),
        Word<Sector>("establishment.sector", "secteur"),
        Text("establishment.entity", "entité", "entité juridique", "FINESS EJ"),
        Text("establishment.territory", "département", "territoire"),
        new("establishment.occurredAt", CellKind.Moment, [], "survenu le"),
        Word<CorrectionReason>("reason", "motif"),
        new("since", CellKind.Day, [], "depuis", "depuis le"),
    ];

    private static readonly IReadOnlyList<CsvColumn> Members =
    [
        Text("reference", "référence", "réf"),
        Text("group", "groupe"),
        Text("member.displayName", "nom", "nom affiché"),
        Text("member.institution", "établissement"),
        Text("member.person", "personne"),
        new("member.volunteers", CellKind.YesNo, [], "volontaire"),
        new("member.underFacilitatorsAuthority", CellKind.YesNo, [], "sous l'autorité de l'intervenant"),
        new("member.occurredAt", CellKind.Moment, [], "survenu le"),
    ];

    private static readonly IReadOnlyList<CsvColumn> PastEngagements =
    [
        Text("reference", "référence", "réf"),
        Text("pastEngagement.establishment", "établissement"),
        Text("pastEngagement.siret", "SIRET", "n° SIRET", "numéro SIRET"),
        Text("pastEngagement.finess", "FINESS", "n° FINESS", "numéro FINESS", "FINESS ET"),
        Word<Kind>("pastEngagement.kind", "nature"),
        Word<Audience>("pastEngagement.audience", "public"),
        new("pastEngagement.from", CellKind.Day, [], "du", "début", "date de début"),
        new("pastEngagement.to", CellKind.Day, [], "au", "fin", "date de fin"),
        new("pastEngagement.sessions", CellKind.Number, [], "séances", "nombre de séances"),
        new("pastEngagement.minutes", CellKind.Number, [], "durée en minutes"),
        new("pastEngagement.minutes", CellKind.Hours, [], "heures", "durée en heures"),
        new("pastEngagement.participants", CellKind.Number, [], "nombre de participants"),
        Word<PastEnd>("pastEngagement.end", "issue"),
        new("pastEngagement.occurredAt", CellKind.Moment, [], "survenu le"),
    ];

    // What a French spreadsheet says for the words of the API; those that differ by accents and capitals alone need no line.
    private static readonly Dictionary<string, string> French = new()
    {
        ["sante"] = "health",
        ["sanitaire"] = "health",
        ["autre"] = "other",
        ["analysedespratiques"] = "practice-analysis",
        ["professionnels"] = "professionals",
        ["cadres"] = "managers",
        ["equipeendifficulte"] = "team-in-difficulty",
        ["pairs"] = "peers",
        ["touteequipe"] = "any-team",
        ["conclu"] = "concluded",
        ["termine"] = "concluded",
        ["interrompu"] = "ended-early",
        ["abandonne"] = "abandoned",
        ["erreurdesaisie"] = "mistyped",
        ["sourceerronee"] = "wrong-source",
        ["oubli"] = "omitted",
        ["changement"] = "changed",
    };

    /// <summary>The columns of an import.</summary>
    public static IReadOnlyList<CsvColumn> Of(OperationKind kind) =>
        kind switch
        {
            OperationKind.ImportEstablishments => Establishments,
            OperationKind.ImportMembers => Members,
            _ => PastEngagements,
        };

    /// <summary>The word of the API that a cell says; null where it says none of the column's.</summary>
    public static string? WordOf(CsvColumn column, string cell) =>
        Plain(cell) is var plain && column.Words.FirstOrDefault(w => Plain(w) == plain) is { } word ? word
        : French.TryGetValue(plain, out var french) && column.Words.Contains(french) ? french
        : null;

    /// <summary>Letters without accents, and digits, in lower case: by what two spellings are one.</summary>
    public static string Plain(string text) => string.Concat(ENSNormalize.NF.NFD(text).Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private static CsvColumn Text(string path, params IReadOnlyList<string> names) => new(path, CellKind.Text, [], names);

    private static CsvColumn Word<T>(string path, params IReadOnlyList<string> names)
        where T : struct, Enum => new(path, CellKind.Word, [.. Enum.GetValues<T>().Select(w => Kernel.Words.Of(w))], names);
}
