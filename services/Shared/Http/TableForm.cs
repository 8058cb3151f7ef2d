using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace PracticeAnalysis.Http;

/// <summary>How a table is written that a spreadsheet of the reader's language opens as it is. In French with a byte order mark, semicolons and decimal commas, and
/// with the names of columns and words in French; else in UTF-8 with commas, and the names and words of the API.</summary>
/// <param name="IsFrench">Whether French is asked for.</param>
public sealed record TableForm(bool IsFrench)
{
    private static readonly CultureInfo French = new(string.Empty, false) { NumberFormat = { NumberDecimalSeparator = "," } };

    private static readonly Dictionary<string, string> InFrench = new()
    {
        ["engagement"] = "intervention",
        ["kind"] = "nature",
        ["id"] = "identifiant",
        ["state"] = "état",
        ["opened"] = "ouvert le",
        ["changed"] = "modifié le",
        ["text"] = "texte",
        ["period"] = "période",
        ["scope"] = "périmètre",
        ["scopeCode"] = "code du périmètre",
        ["release"] = "publication",
        ["number"] = "numéro",
        ["name"] = "nom",
        ["class"] = "classe",
        ["unit"] = "unité",
        ["value"] = "valeur",
        ["quality"] = "qualité",
        ["reason"] = "raison",
        ["groups"] = "groupes",
        ["before"] = "période précédente",
        ["reference"] = "référence",
        ["least"] = "minimum",
        ["most"] = "maximum",
        ["whole"] = "sur",
        ["leastPercent"] = "minimum en %",
        ["mostPercent"] = "maximum en %",
        ["leastPrevious"] = "minimum précédent",
        ["mostPrevious"] = "maximum précédent",
        ["leastPracticePercent"] = "minimum du cabinet en %",
        ["mostPracticePercent"] = "maximum du cabinet en %",
        ["leastPreviousPercent"] = "minimum précédent en %",
        ["mostPreviousPercent"] = "maximum précédent en %",
        ["title"] = "intitulé",
        ["words"] = "en toutes lettres",
        ["sequence"] = "séquence",
        ["stream"] = "flux",
        ["streamType"] = "type de flux",
        ["eventType"] = "type d'événement",
        ["occurredAt"] = "survenu le",
        ["recordedAt"] = "enregistré le",
        ["arrivedAt"] = "arrivé le",
        ["clock"] = "horloge",
        ["actor"] = "acteur",
        ["redacted"] = "masqué",
        ["hash"] = "empreinte",
    };

    private static readonly Dictionary<string, string> WordsInFrench = new()
    {
        ["action-track"] = "piste d'action",
        ["decision"] = "décision",
        ["opened"] = "ouverte",
        ["progressed"] = "en cours",
        ["completed"] = "achevée",
        ["abandoned"] = "abandonnée",
        ["adopted"] = "adoptée",
        ["establishment"] = "établissement",
        ["entity"] = "entité juridique",
        ["territory"] = "territoire",
        ["practice"] = "cabinet",
        ["released"] = "publié",
        ["pooled"] = "mis en commun",
        ["withheld"] = "non communiqué",
        ["not-offered"] = "non proposé",
        ["masked"] = "masqué",
    };

    /// <summary>The media type.</summary>
    public const string Type = "text/csv; charset=utf-8";

    /// <summary>The form for a request: in the language that it is answered in.</summary>
    public static TableForm Of(HttpRequest request) => new(Language.Of(request) == "fr");

    /// <summary>What stands between two cells.</summary>
    public string Separator => IsFrench ? ";" : ",";

    /// <summary>How numbers are written.</summary>
    public CultureInfo Culture => IsFrench ? French : CultureInfo.InvariantCulture;

    /// <summary>How its text becomes bytes, with the mark before them or without.</summary>
    public Encoding Encoding => new UTF8Encoding(IsFrench);

    /// <summary>What a text begins with that is not encoded by <see cref="Encoding"/>.</summary>
    public string Mark => IsFrench ? "\ufeff" : string.Empty;

    /// <summary>What a column is called.</summary>
    public string Header(string column) => IsFrench ? InFrench.GetValueOrDefault(column, column) : column;

    /// <summary>A word of the API as a cell says it.</summary>
    public string? Word(string? word) => IsFrench && word is not null ? WordsInFrench.GetValueOrDefault(word, word) : word;

    /// <summary>Says under which name the table is kept, and that it is another one in another language.</summary>
    /// <param name="english">The name in ASCII letters, digits and hyphens, without its end.</param>
    /// <param name="french">The same in French.</param>
    public void Name(HttpResponse response, string english, string french)
    {
        response.Headers.ContentDisposition = $"attachment; filename=\"{(IsFrench ? french : english)}.csv\"";
        response.Headers.Append("Vary", "Authorization, Accept-Language");
    }
}
