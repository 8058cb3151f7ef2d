using System.Text;
using System.Text.Json.Nodes;
using PracticeAnalysis.Engagement.Imports;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.UnitTests;

/// <summary>CSV as spreadsheets write it becomes the lines that JSON would have.</summary>
public class when_a_spreadsheet_is_imported
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static (Refusal? Refused, IReadOnlyList<BodyLine> Lines) Read(
        string csv,
        OperationKind kind = OperationKind.ImportEstablishments,
        Encoding? encoding = null,
        string? charset = null,
        params IReadOnlyList<string> dates
    ) => CsvBody.Read((encoding ?? Encoding.UTF8).GetBytes(csv), charset, kind, dates);

    [Theory]
    [InlineData("référence;nom;siret;secteur\r\nE-1;Foyer des Mélèzes;732 829 320 00074;Médico-social\r\n")]
    [InlineData("reference,name,siret,sector\nE-1,Foyer des Mélèzes,732 829 320 00074,medico-social")]
    [InlineData("Réf\tRaison sociale\tN° SIRET\tSecteur\nE-1\tFoyer des Mélèzes\t732 829 320 00074\tmedico social\n")]
    [InlineData("\ufeff\"nom\";\"Référence\";\"SECTEUR\";\"n° siret\"\r\n\"Foyer des Mélèzes\";E-1;Médico-social;732 829 320 00074\r\n")]
    public void separators_and_headers_are_known_in_both_languages(string csv)
    {
        var line = Read(csv).Lines.ShouldHaveSingleItem();
        (line.Number, line.Unread).ShouldBe((2, null));
        JsonNode
            .DeepEquals(
                JsonNode.Parse(line.Text),
                JsonNode.Parse(
                    """{"reference":"E-1","establishment":{"name":"Foyer des Mélèzes","siret":"732 829 320 00074","sector":"medico-social"}}"""
                )
            )
            .ShouldBeTrue(line.Text);
    }

    [Fact]
    public void what_is_no_utf_8_is_read_as_windows_1252_and_not_where_it_says_to_be_utf_8()
    {
        const string csv = "nom;secteur;finess\nL’Œuvre – été 5 €;social;380000018";
        string Name((Refusal? Refused, IReadOnlyList<BodyLine> Lines) read) =>
            JsonNode.Parse(read.Lines.Single().Text)!["establishment"]!["name"]!.ToString();
        Name(Read(csv)).ShouldBe("L’Œuvre – été 5 €");
        Name(Read(csv, encoding: Windows1252)).ShouldBe("L’Œuvre – été 5 €");
        Name(Read(csv, encoding: Windows1252, charset: "windows-1252")).ShouldBe("L’Œuvre – été 5 €");
        Read(csv, encoding: Windows1252, charset: "utf-8").Refused!.Detail.ShouldBe("The body is declared as UTF-8, but is not UTF-8.");
        Read("name;sector\nA\0;health").Refused!.Detail.ShouldBe("The body contains U+0000.");
        Read(csv, encoding: Encoding.Unicode).Refused!.Status.ShouldBe(400);
    }

    [Fact]
    public void all_that_is_wrong_with_a_header_is_told_at_once_and_so_is_every_ragged_line()
    {
        static IEnumerable<string> Said((Refusal? Refused, IReadOnlyList<BodyLine> Lines) read) =>
            read.Refused!.Others.Prepend(read.Refused).Select(r => r.Errors is [var error, ..] ? $"{error.Parameter}{error.At}" : null!);
        Said(Read("reference;nme;siret;siret;occurredAt\nA;B", dates: ["occurredAt=yyyy", "since=dd/MM/yyyy"]))
            .ShouldBe(["dates", "", "/establishment/siret", "dates"]);
        Said(Read("reference;name\nA;B;C\nD;E\nF;G;H")).Count().ShouldBe(2);
    }

    [Fact]
    public void lines_are_numbered_as_they_stand_where_cells_break_lines_and_lines_are_blank()
    {
        var lines = Read("sep=;\r\nnom;finess\r\n\"A\r\nB\";1\r\n;\r\n\r\n\"C \"\"D\"\"; E\";2\r\n").Lines;
        lines.Select(l => l.Number).ShouldBe([3, 7]);
        lines[0].Text.ShouldContain("A\\r\\nB");
        lines[1].Text.ShouldContain("D\\u0022; E");
    }

    [Theory]
    [InlineData("du (jj/mm/aaaa);au (dd.MM.yyyy);heures;séances;issue", "01/09/2021;01.07.2022;20,5;1 0;Terminé")]
    [InlineData("from (yyyy-MM-dd);to;minutes;sessions;end", "2021-09-01;2022-07-01;1230,0;10;concluded")]
    [InlineData("du;au;heures;sessions;end", "1/9/2021;1/7/2022;20.5;10;conclu", "du=d/M/yyyy", "to=d/M/yyyy")]
    public void dates_and_numbers_are_read_in_the_form_of_their_column(string header, string cells, params string[] dates)
    {
        var line = Read($"{header}\n{cells}", OperationKind.ImportPastEngagements, dates: dates).Lines.Single();
        line.Unread.ShouldBeNull();
        line.Text.ShouldBe("""{"pastEngagement":{"from":"2021-09-01","to":"2022-07-01","minutes":1230,"sessions":10,"end":"concluded"}}""");
    }

    [Theory]
    [InlineData("survenu le (jj/mm/aaaa hh:mm, Europe/Paris)", "02/03/2026 09:00", "2026-03-02T09:00:00+01:00")]
    [InlineData("occurredAt (dd/MM/yyyy HH:mm, Europe/Paris)", "02/07/2026 09:00", "2026-07-02T09:00:00+02:00")]
    [InlineData("occurredAt (yyyy-MM-dd HH:mm:ss, UTC)", "2026-03-02 09:00:00", "2026-03-02T09:00:00+00:00")]
    [InlineData("occurredAt (yyyy-MM-dd HH:mm, -04:00)", "2026-03-02 09:00", "2026-03-02T09:00:00-04:00")]
    [InlineData("occurredAt", "2026-03-02T09:00:00+01:00", "2026-03-02T09:00:00+01:00")]
    [InlineData("occurredAt", "2026-03-02T09:00:00", null)]
    [InlineData("occurredAt (dd/MM/yyyy HH:mm, Europe/Paris)", "29/03/2026 02:30", null)]
    [InlineData("occurredAt (dd/MM/yyyy HH:mm, Europe/Paris)", "25/10/2026 02:30", null)]
    [InlineData("occurredAt (dd/MM/yyyy HH:mm, Europe/Paris)", "31/02/2026 09:00", null)]
    public void a_moment_has_the_zone_of_its_column_and_one_that_the_zone_has_not_once_is_not_read(string header, string cell, string? read)
    {
        var line = Read($"nom;\"{header}\"\nA;{cell}").Lines.Single();
        line.Unread?.Errors.Single().Column.ShouldBe(header.StartsWith('s') ? "survenu le" : "occurredAt");
        (line.Unread is null).ShouldBe(read is not null);
        JsonNode.Parse(line.Text)!["establishment"]!["occurredAt"]!.ToString().ShouldBe(read ?? cell);
    }

    [Theory]
    [InlineData("sessions", "10,5")]
    [InlineData("sessions", "1.200,0")]
    [InlineData("hours", "0,001")]
    [InlineData("sessions", "dix")]
    [InlineData("end", "peut-être")]
    [InlineData("from", "01/09/2021")]
    public void a_cell_that_cannot_be_read_is_its_lines_refusal_and_names_its_column(string column, string cell) =>
        Read($"reference;{column}\nP-1;{cell}", OperationKind.ImportPastEngagements)
            .Lines.Single()
            .Unread!.Errors.Single()
            .Column.ShouldBe(column);

    [Fact]
    public void yes_and_no_are_read_in_both_languages()
    {
        var lines = Read("nom;volontaire\nA;Oui\nB;non\nC;TRUE\nD;0\nE;\nF;peut-être", OperationKind.ImportMembers).Lines;
        lines
            .Select(l => JsonNode.Parse(l.Text)!["member"]!["volunteers"]?.ToJsonString())
            .ShouldBe(["true", "false", "true", "false", null, "\"peut-\\u00EAtre\""]);
        lines.Select(l => l.Unread?.Errors.Single().Column).ShouldBe([null, null, null, null, null, "volontaire"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nom;siret\n")]
    [InlineData("nom;inconnu\nA;1")]
    [InlineData("nom;;siret\nA;;1")]
    [InlineData("nom;name\nA;B")]
    [InlineData("nom;siret\nA;1;2")]
    [InlineData("nom;siret\nA;\"1")]
    [InlineData("nom;siret\nA \"B\";1")]
    [InlineData("nom;depuis (jj/mm)\nA;1")]
    [InlineData("nom;depuis (jj/mm/aa)\nA;1")]
    [InlineData("nom;depuis (jj/mm/aaaa hh:mm, Europe/Paris)\nA;1")]
    [InlineData("nom;survenu le (jj/mm/aaaa hh:mm)\nA;1")]
    [InlineData("nom;\"survenu le (jj/mm/aaaa hh:mm, Europe/Nulle-Part)\"\nA;1")]
    [InlineData("nom;siret\nA;1", "depuis=jj/mm/aaaa")]
    [InlineData("nom;depuis\nA;1", "jj/mm/aaaa")]
    public void a_body_of_another_shape_is_refused_whole(string csv, params string[] dates)
    {
        var (refused, lines) = Read(csv, dates: dates);
        refused.ShouldNotBeNull().Status.ShouldBe(400);
        lines.ShouldBeEmpty();
    }

    [Fact]
    public void columns_that_a_spreadsheet_left_behind_are_none() => Read("nom;finess;;\nA;380000018;;\n").Lines.ShouldHaveSingleItem();

    private static Refusal Cell(string header, string cell, OperationKind kind = OperationKind.ImportPastEngagements) =>
        Read($"{header}\n{cell}", kind).Lines.Single().Unread.ShouldNotBeNull();

    [Theory]
    [InlineData("issue", "Terminée", "concluded")]
    [InlineData("issue", "menée à terme", "concluded")]
    [InlineData("issue", "arrêtée avant terme", "ended-early")]
    [InlineData("issue", "Abandonnée", "abandoned")]
    [InlineData("nature", "Analyse des pratiques professionnelles", "practice-analysis")]
    [InlineData("nature", "APP", "practice-analysis")]
    [InlineData("nature", "Régulation d’équipe", "regulation")]
    public void words_are_those_that_a_french_practice_writes(string column, string cell, string word) =>
        Read($"{column}\n{cell}", OperationKind.ImportPastEngagements).Lines.Single().Text.ShouldContain($"\"{word}\"");

    [Fact]
    public void a_reason_that_was_left_out_is_an_omission() =>
        Read("nom;motif\nA;Omission").Lines.Single().Text.ShouldContain("\"omitted\"");

    [Theory]
    [InlineData("22,5", 1350)]
    [InlineData("22h30", 1350)]
    [InlineData("22 H 30", 1350)]
    [InlineData("22:30", 1350)]
    [InlineData("22:30:00", 1350)]
    [InlineData("22h", 1320)]
    [InlineData("0:05", 5)]
    public void hours_are_read_as_they_are_written(string cell, int minutes) =>
        Read($"durée en heures\n{cell}", OperationKind.ImportPastEngagements)
            .Lines.Single()
            .Text.ShouldBe($$$"""{"pastEngagement":{"minutes":{{{minutes}}}}}""");

    [Theory]
    [InlineData("issue;du", "bof;2021-09-01", "Give one of: menée à terme, arrêtée avant terme, abandonnée.")]
    [InlineData("end;from", "so;2021-09-01", "Give one of: concluded, ended-early, abandoned.")]
    [InlineData(
        "end;du",
        "so;2021-09-01",
        "Give one of: concluded (menée à terme), ended-early (arrêtée avant terme), abandoned (abandonnée)."
    )]
    [InlineData("nombre de séances", "dix", "Give a whole number from 0 to 1,000.")]
    [InlineData("durée en heures", "beaucoup", "Give hours as 22.5, 22h30 or 22:30.")]
    [InlineData("durée en heures", "22,33", "Give hours and minutes, such as 22h20 or 22:20.")]
    [InlineData("durée en heures", "22:65", "Give hours as 22.5, 22h30 or 22:30.")]
    [InlineData("du (jj/mm/aaaa)", "2021-09-01", "Write it as 02/03/2026.")]
    [InlineData("du", "01/09/2021", "Write it as 2026-03-02, or give the format in the header: du (dd/MM/yyyy).")]
    [InlineData("au (jj/mm/aaaa)", "01/09/2121", "Give a past date.")]
    [InlineData("survenu le", "2126-03-02T09:00:00+01:00", "Give a past date.")]
    [InlineData("survenu le", "1999-03-02T09:00:00+01:00", "Give a date from 1900 onwards, or a date and time from 2000 onwards.")]
    [InlineData("du", "1899-09-01", "Give a date from 1900 onwards, or a date and time from 2000 onwards.")]
    public void a_cell_that_cannot_be_read_is_told_what_its_column_takes(string header, string cells, string satisfy) =>
        Cell(header, cells).Satisfy.ShouldBe(satisfy);

    [Fact]
    public void its_refusal_names_the_column_as_the_file_does_and_the_member_that_it_becomes()
    {
        var refused = Cell("réf;Durée en heures", "P-1;22,33");
        refused.Detail.ShouldBe("The duration in column \"Durée en heures\" is not a whole number of minutes.");
        var error = refused.Errors.Single();
        (error.At, error.Column).ShouldBe(("/pastEngagement/minutes", "Durée en heures"));
    }

    [Theory]
    [InlineData("29/03/2026 02:30", "The time in column \"survenu le\" does not exist: the clocks went forward over it.")]
    [InlineData("25/10/2026 02:30", "The time in column \"survenu le\" occurred twice: the clocks went back over it.")]
    [InlineData("31/02/2026 09:00", "The cell in column \"survenu le\" is not in the stated format.")]
    [InlineData("02/03/2126 09:00", "The date in column \"survenu le\" is in the future.")]
    public void a_time_that_is_none_says_which_one_it_is(string cell, string detail) =>
        Cell("\"survenu le (jj/mm/aaaa hh:mm, Europe/Paris)\"", cell).Detail.ShouldBe(detail);

    [Theory]
    [InlineData("nom;inconnu", "référence, nom, SIRET, FINESS, secteur, entité juridique, département, survenu le, motif, depuis")]
    [InlineData("référence;inconnu", "référence, nom, SIRET, FINESS, secteur, entité juridique, département, survenu le, motif, depuis")]
    [InlineData("name;unknown", "reference, name, siret, finess, sector, entity, territory, occurredAt, reason, since")]
    [InlineData(
        "siret;unknown",
        "reference (référence), name (nom), siret, finess, sector (secteur), entity (entité juridique), "
            + "territory (département), occurredAt (survenu le), reason (motif), since (depuis)"
    )]
    public void the_columns_are_named_in_the_language_of_the_header(string header, string columns) =>
        Read($"{header}\nA;1").Refused!.Satisfy.ShouldBe($"The columns are: {columns}.");

    [Theory]
    [InlineData("nom;finess\nA;1\n\"B;2\nC;3", 3)]
    [InlineData("nom;finess\n\"A\nA\";1\n\"B;2\n\"C\";3", 4)]
    [InlineData("nom;finess\n\"A \"\"a\"\"\";\"1", 2)]
    public void a_quotation_mark_that_is_not_closed_is_the_one_on_its_line(string csv, int line) =>
        Read(csv).Refused!.Detail.ShouldBe($"The quotation mark opened on line {line} is not closed.");
}
