using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EndToEnd;

/// <summary>Tables over HTTP, as they come through the gateway: in French for a French spreadsheet, else as CSV is everywhere; the same figures in both.</summary>
[Collection(typeof(TheSystem))]
public class when_a_table_is_asked_for(SystemFixture system)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Establishment => $"/v1/establishments/{system.One(Roles.Establishment).Establishment}";

    [Fact]
    public async Task indicators_open_in_the_spreadsheet_of_the_readers_language()
    {
        var quarter = system.Demonstration.Quarter;
        var path = $"{Establishment}/indicators?period={quarter}&format=csv";
        var english = await Read(path, "en");
        var french = await Read(path, "fr-FR, en;q=0.5");
        english.Text.ShouldStartWith("period,scope,scopeCode,release,number,code,name,class,unit,value,quality,reason,groups,");
        french.Text.ShouldStartWith(
            "\ufeffpériode;périmètre;code du périmètre;publication;numéro;code;nom;classe;unité;valeur;qualité;raison;groupes;"
        );
        english.File.ShouldBe($"indicators-{quarter}.csv");
        french.File.ShouldBe($"indicateurs-{quarter}.csv");
        french.Text.ShouldContain(";établissement;");
        english.Text.ShouldContain(",establishment,");
        Figures(french).ShouldBe(Figures(english));
        Figures(english).ShouldContain(f => f.Length > 0);
    }

    [Fact]
    public async Task a_prevention_plan_opens_in_it_too()
    {
        var english = await Read($"{Establishment}/action-tracks?format=csv", "en");
        var french = await Read($"{Establishment}/action-tracks?format=csv", "fr");
        english.Rows[0].ShouldBe(["engagement", "kind", "id", "state", "opened", "changed", "text"]);
        french.Text.ShouldStartWith("\ufeff");
        french.Rows[0].ShouldBe(["intervention", "nature", "identifiant", "état", "ouvert le", "modifié le", "texte"]);
        english.File.ShouldBe("prevention-plan.csv");
        french.File.ShouldBe("plan-de-prevention.csv");
        english.Rows.Count.ShouldBeGreaterThan(1);
        french.Rows.Skip(1).Select(r => (r[0], r[2], r[4], r[6])).ShouldBe(english.Rows.Skip(1).Select(r => (r[0], r[2], r[4], r[6])));
        french.Rows.Skip(1).ShouldAllBe(r => r[1] == "piste d'action" || r[1] == "décision");
    }

    /// <summary>No table holds a fraction today: whole numbers, bands and percentages alone. One that will is written as its reader's spreadsheet reads it.</summary>
    [Theory]
    [InlineData(true, "12,5")]
    [InlineData(false, "12.5")]
    public void a_fraction_has_a_comma_in_french_and_a_point_in_english(bool isFrench, string written) =>
        12.5m.ToString(new TableForm(isFrench).Culture).ShouldBe(written);

    // By the columns' places: what they are called differs.
    private static IReadOnlyList<string> Figures(Table table)
    {
        int[] columns = [5, 9, 12, 13, 14, 15, 16, 17];
        return [.. table.Rows.Skip(1).Select(r => string.Join('|', columns.Select(c => r[c])))];
    }

    private sealed record Table(string Text, string? File, IReadOnlyList<IReadOnlyList<string>> Rows);

    private async Task<Table> Read(string path, string language)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(system.Host.Gateway, path));
        request.Headers.Authorization = new("Bearer", system.Host.Mint.For(system.One(Roles.Establishment)));
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await http.SendAsync(request, Cancel);
        ((int)answer.StatusCode).ShouldBe(200);
        $"{answer.Content.Headers.ContentType}".ShouldBe("text/csv; charset=utf-8");
        answer.Headers.Vary.ShouldContain("Accept-Language");
        var disposition = answer.Content.Headers.ContentDisposition.ShouldNotBeNull();
        disposition.DispositionType.ShouldBe("attachment");
        var text = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(Cancel));
        return new(text, disposition.FileName?.Trim('"'), Rows(text, language.StartsWith("fr", StringComparison.Ordinal) ? ";" : ","));
    }

    private static List<IReadOnlyList<string>> Rows(string text, string separator)
    {
        using var csv = new CsvParser(
            new StringReader(text.TrimStart('\ufeff')),
            new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = separator }
        );
        var rows = new List<IReadOnlyList<string>>();
        while (csv.Read())
        {
            rows.Add(csv.Record!);
        }

        return rows;
    }
}
