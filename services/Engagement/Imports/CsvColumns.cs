using ADRaffy.ENSNormalize;
using PracticeAnalysis.Engagement.PastEngagements;
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

    /// <summary>Its French name.</summary>
    public string French => Names[0];

    /// <summary>The lowest and the highest number that it takes, where that depends on nothing else.</summary>
    public (int Least, int Most)? Bounds { get; init; }

    /// <summary>Whether no line is read without it.</summary>
    public bool IsAsked { get; init; }

    /// <summary>Where its cells stand, as a JSON pointer into the line.</summary>
    public string At => $"/{Path.Replace('.', '/')}";

    /// <summary>Whether a header names it, whatever its accents, capitals and blanks.</summary>
    public bool IsCalled(string header) => As(header) is not null;

    /// <summary>The name by which a header calls it: of those that differ by accents and capitals alone, the one that is written so, in the header's capitals.</summary>
    public string? As(string header) =>
        CsvColumns.Plain(header) is { Length: > 0 } plain
            ? Names
                .Prepend(Path)
                .Prepend(Name)
                .Where(n => CsvColumns.Plain(n) == plain)
                .OrderByDescending(n => n.Equals(header.Trim(), StringComparison.Ordinal))
                .ThenByDescending(n => n.Equals(header.Trim(), StringComparison.OrdinalIgnoreCase))
                .Select(n => n.Equals(header.Trim(), StringComparison.OrdinalIgnoreCase) ? header.Trim() : n)
                .FirstOrDefault()
            : null;

    /// <summary>Whether this name of it is French, or English; null where it is in both.</summary>
    public bool? IsFrench(string name)
    {
        var french = Names.Contains(name, StringComparer.OrdinalIgnoreCase);
        var english = new[] { Name, Path }.Contains(name, StringComparer.OrdinalIgnoreCase);
        return french == english ? null : french;
    }
}

/// <summary>The columns of each import.</summary>
public static class CsvColumns
{
    private static readonly IReadOnlyList<CsvColumn> Establishments =
    [
        Text("reference", "référence", "réf"),
        Text("establishment.name", "nom", "raison sociale", "dénomination") with
        {
            IsAsked = true,
        },
        Text("establishment.siret", "SIRET", "n° SIRET", "numéro SIRET"),
        Text("establishment.finess", "FINESS", "n° FINESS", "numéro FINESS", "FINESS ET"),
        Word<Sector>("establishment.sector", "secteur") with
        {
            IsAsked = true,
        },
        Text("establishment.entity", "entité juridique", "entité", "FINESS EJ"),
        Text("establishment.territory", "département", "territoire"),
        new("establishment.occurredAt", CellKind.Moment, [], "survenu le"),
        Word<CorrectionReason>("reason", "motif"),
        new("since", CellKind.Day, [], "depuis", "depuis le"),
    ];

    private static readonly IReadOnlyList<CsvColumn> Members =
    [
        Text("reference", "référence", "réf") with
        {
            IsAsked = true,
        },
        Text("group", "groupe") with
        {
            IsAsked = true,
        },
        Text("member.displayName", "nom", "nom affiché"),
        Text("member.institution", "établissement") with
        {
            IsAsked = true,
        },
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
        Word<Kind>("pastEngagement.kind", "nature") with
        {
            IsAsked = true,
        },
        Word<Audience>("pastEngagement.audience", "public") with
        {
            IsAsked = true,
        },
        new("pastEngagement.from", CellKind.Day, [], "du", "début", "date de début") { IsAsked = true },
        new("pastEngagement.to", CellKind.Day, [], "au", "fin", "date de fin") { IsAsked = true },
        new("pastEngagement.sessions", CellKind.Number, [], "séances", "nombre de séances")
        {
            Bounds = (0, TakeOverPastEngagement.MostSessions),
            IsAsked = true,
        },
        new("pastEngagement.minutes", CellKind.Number, [], "durée en minutes") { IsAsked = true },
        new("pastEngagement.minutes", CellKind.Hours, [], "heures", "durée en heures"),
        new("pastEngagement.participants", CellKind.Number, [], "nombre de participants")
        {
            Bounds = (1, TakeOverPastEngagement.MostParticipants),
            IsAsked = true,
        },
        Word<PastEnd>("pastEngagement.end", "issue") with
        {
            IsAsked = true,
        },
        new("pastEngagement.occurredAt", CellKind.Moment, [], "survenu le"),
    ];

    // What French spreadsheets say for the words of the API, the usual one first.
    private static readonly Dictionary<string, string[]> French = new()
    {
        ["social"] = ["social"],
        ["health"] = ["santé", "sanitaire"],
        ["medico-social"] = ["médico-social"],
        ["education"] = ["éducation", "enseignement"],
        ["other"] = ["autre"],
        ["practice-analysis"] = ["analyse des pratiques", "analyse des pratiques professionnelles", "APP"],
        ["supervision"] = ["supervision"],
        ["regulation"] = ["régulation", "régulation d'équipe"],
        ["any-team"] = ["toute équipe"],
        ["professionals"] = ["professionnels"],
        ["managers"] = ["cadres"],
        ["team-in-difficulty"] = ["équipe en difficulté"],
        ["peers"] = ["pairs"],
        ["concluded"] = ["menée à terme", "terminée", "conclue", "achevée", "mené à terme", "terminé", "conclu", "achevé"],
        ["ended-early"] = ["arrêtée avant terme", "interrompue", "arrêtée", "arrêté avant terme", "interrompu", "arrêté"],
        ["abandoned"] = ["abandonnée", "sans suite", "abandonné"],
        ["mistyped"] = ["erreur de saisie", "faute de frappe"],
        ["wrong-source"] = ["source erronée"],
        ["omitted"] = ["omission", "oubli"],
        ["changed"] = ["changement", "modification"],
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
        Plain(cell) is { Length: > 0 } plain
            ? column.Words.FirstOrDefault(w => French[w].Prepend(w).Any(said => Plain(said) == plain))
            : null;

    /// <summary>The name that a header may have meant, in its language; null where none is near.</summary>
    public static string? Nearest(string header, IReadOnlyList<CsvColumn> columns, bool? french)
    {
        var names = columns
            .SelectMany(c => french is false ? c.Names.Prepend(c.Name) : c.Names.Append(c.Name))
            .DistinctBy(Plain)
            .ToDictionary(Plain, StringComparer.Ordinal);
        return Kernel.Nearest.Of(Plain(header), names.Keys) is { } near ? names[near] : null;
    }

    /// <summary>Why a header lacks what every line has, or null: told once, and not of each line.</summary>
    /// <param name="called">What it calls its columns.</param>
    public static Refusal? Lacking(OperationKind kind, IReadOnlyList<string> called)
    {
        var all = Of(kind);
        var there = called.Select(name => all.First(c => c.IsCalled(name))).ToList();
        var (french, english) = (
            called.Zip(there).Count(c => c.Second.IsFrench(c.First) is true),
            called.Zip(there).Count(c => c.Second.IsFrench(c.First) is false)
        );
        bool? language = french == english ? null : french > english;
        var lacking = all.Where(c => c.IsAsked && there.All(t => t.Path != c.Path)).DistinctBy(c => c.Path).ToList();
        if (lacking.Count == 0)
        {
            return null;
        }

        var refusal = Refusal.OfInput(
            $"Missing from the header: {Listed(lacking, language)}.",
            $"Add them. The columns are: {Listed(all, language)}."
        );
        return refusal with
        {
            Errors =
            [
                .. lacking.Select(c => new InputError(c.At, null, "missing", refusal.Satisfy, refusal.Detail, Listed([c], language))),
            ],
        };
    }

    /// <summary>The words of a column as a list says them.</summary>
    /// <param name="french">Whether in French; null: in both languages.</param>
    public static IEnumerable<string> Shown(CsvColumn column, bool? french) => column.Words.Select(w => In(w, French[w][0], french));

    /// <summary>The names of columns as a list says them.</summary>
    /// <param name="french">Whether in French; null: in both languages.</param>
    public static string Listed(IEnumerable<CsvColumn> columns, bool? french) =>
        string.Join(", ", columns.Select(c => In(c.Name, c.French, french)));

    private static string In(string english, string french, bool? isFrench) =>
        isFrench switch
        {
            true => french,
            false => english,
            null => english.Equals(french, StringComparison.OrdinalIgnoreCase) ? english : $"{english} ({french})",
        };

    /// <summary>Letters without accents, and digits, in lower case: by what two spellings are one.</summary>
    public static string Plain(string text) => string.Concat(ENSNormalize.NF.NFD(text).Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private static CsvColumn Text(string path, params IReadOnlyList<string> names) => new(path, CellKind.Text, [], names);

    private static CsvColumn Word<T>(string path, params IReadOnlyList<string> names)
        where T : struct, Enum => new(path, CellKind.Word, [.. Enum.GetValues<T>().Select(w => Kernel.Words.Of(w))], names);
}
