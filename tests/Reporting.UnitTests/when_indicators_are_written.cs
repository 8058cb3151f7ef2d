using System.Xml.Linq;
using PracticeAnalysis.Reporting.Indicators;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Prevention;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>A release in the formats in which it is pulled: the same figures, and nothing that a spreadsheet would run.</summary>
public class when_indicators_are_written
{
    private const int Letter = 7;

    // Of each kind of figure some; what a quarter cannot tell is not offered in it.
    private static Frozen Release(string code = "38", string period = "2026", int catalogue = 2)
    {
        IReadOnlyList<Figure> cells =
        [
            .. IndicatorCatalogue
                .Of(catalogue)
                .Indicators.Select(
                    (i, n) =>
                        (n % 3) switch
                        {
                            0 => new Figure(i.Code, i.Name, i.Class, i.Unit, 5 * n, "released"),
                            1 => new Figure(
                                i.Code,
                                i.Name,
                                i.Class,
                                i.Unit,
                                null,
                                "pooled",
                                "groups",
                                "5 to 9",
                                new(18, 35),
                                140,
                                new(12, 25)
                            ),
                            _ => new Figure(
                                i.Code,
                                i.Name,
                                i.Class,
                                i.Unit,
                                null,
                                "not-offered",
                                catalogue == 1 ? null
                                    : period.Length > 4 && i.Class == "C" ? "year"
                                    : "groups"
                            ),
                        }
                ),
        ];
        return new IndicatorsView(
            Given.Id(1),
            new(ScopeKind.Territory, code),
            period,
            1,
            null,
            Given.Now,
            5,
            catalogue,
            1,
            $"/methodology/indicators?version={catalogue}",
            cells,
            catalogue == 1 ? null : Summary.Of(cells),
            catalogue == 1
                ? null
                :
                [
                    new(
                        Given.Id(70),
                        new(2026, 1, 1),
                        new(2026, 12, 31),
                        Given.Now,
                        [new("working-hours", "organisational"), new("emotional-demands", "individual")]
                    ),
                ]
        ).Freeze();
    }

    // As those before it are shown beside a quarter, and beside a year.
    internal static readonly Frozen[] FourQuarters =
    [
        .. new CalendarPeriod(2026, 3).Beside.Select(p => Release(period: $"{p}")),
        Release(period: "2026-Q3"),
    ];
    internal static readonly Frozen[] Years = [.. new CalendarPeriod(2026).Beside.Select(p => Release(period: $"{p}")), Release()];

    private static XElement Svg(string chart) => XDocument.Parse(chart).Root!;

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+cmd|' /C calc'!A0")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    public void no_cell_is_taken_for_a_formula(string code)
    {
        var lines = IndicatorsCsv.Write(Release(code), new(IsFrench: false)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Skip(1).ShouldAllBe(l => l.Contains(",\"'", StringComparison.Ordinal) || l.Contains(",'", StringComparison.Ordinal));
    }

    [Fact]
    public void a_table_for_spreadsheets_says_each_figure_in_the_readers_words_and_what_the_release_says_of_itself()
    {
        var lines = IndicatorsCsv.Write(Release(), new(IsFrench: false)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Select(Fields).Distinct().Count().ShouldBe(1);
        lines.Length.ShouldBe(1 + IndicatorCatalogue.Newest.Indicators.Count + 4 + 2, "figures, the summary, two themes");
        lines.ShouldContain(l =>
            l.Contains(",A2,minutes-held,", StringComparison.Ordinal)
            && l.EndsWith(",Minutes held,\"18 to 35 of 140 minutes (12 to 25%), of the practice\"", StringComparison.Ordinal)
        );
        lines.ShouldContain(l =>
            l.Contains(",summary,released,,figures,8,", StringComparison.Ordinal)
            && l.EndsWith("Figures of the scope's own: 8.", StringComparison.Ordinal)
        );
        lines.ShouldContain(l =>
            l.Contains(",summary,needs,", StringComparison.Ordinal) && l.Contains(",groups,", StringComparison.Ordinal)
        );
        lines[^2].ShouldContain(",said,working-hours/organisational,");
        lines[^2]
            .ShouldEndWith(
                $",{Given.Id(70)},,\"Difficult working hours (organisational): worked on from 1 January 2026 to 31 December 2026, according to the bilan agreed on 2 March 2026.\""
            );

        // Quoted fields hold commas, and no quotation mark.
        static int Fields(string line) => line.Split('"').Index().Where(p => p.Index % 2 == 0).Sum(p => p.Item.Count(c => c == ','));
    }

    [Fact]
    public async Task a_table_that_french_is_asked_for_opens_in_a_french_spreadsheet()
    {
        var table = IndicatorsCsv.Write(Release(), new(IsFrench: true));
        table.ShouldContain("18 à 35 sur 140 minutes (12 à 25 %), du cabinet");
        table.ShouldStartWith(
            "\ufeffpériode;périmètre;code du périmètre;publication;numéro;code;nom;classe;unité;valeur;qualité;raison;groupes;minimum;"
        );
        table.ShouldContain(";territoire;");
        table.ShouldContain(";mis en commun;");
        table.ShouldContain(";séances;");
        PlanLine line = new(
            Given.Id(1),
            ListedKind.ActionTrack,
            Given.Id(2),
            "opened",
            new(2026, 3, 2),
            new(2026, 3, 2),
            "=Une piste; agréée"
        );
        var plan = (await ReadPreventionPlan.Write([line], new(IsFrench: true))).Split("\r\n");
        plan[0].ShouldBe("\ufeffintervention;nature;identifiant;état;ouvert le;modifié le;texte");
        plan[1].ShouldBe($"{Given.Id(1)};piste d'action;{Given.Id(2)};ouverte;2026-03-02;2026-03-02;\"'=Une piste; agréée\"");
    }

    [Fact]
    public void every_series_is_a_chart_and_the_same_to_the_byte()
    {
        foreach (var series in IndicatorCatalogue.Newest.Series)
        {
            var chart = Chart.Of([Release()], series.Code, "fr").ShouldNotBeNull().Draw();
            Chart.Of([Release()], series.Code, "fr")!.Draw().ShouldBe(chart);
            Svg(chart).Name.LocalName.ShouldBe("svg");
            series.Of.ShouldAllBe(code => IndicatorCatalogue.Newest.Indicators.Any(i => i.Code == code));
        }

        Chart.Of([Release()], "none", "fr").ShouldBeNull();
    }

    [Fact]
    public void quarters_and_years_stand_side_by_side_in_one_chart()
    {
        Chart
            .Of(FourQuarters, "participation", "fr")!
            .Rows.Select(r => r.Period)
            .Distinct()
            .ShouldBe(["T4\u00a02025", "T1\u00a02026", "T2\u00a02026", "T3\u00a02026"]);
        Chart.Of(FourQuarters, "participation", "en")!.Title.ShouldBe("Participation, Q3\u00a02026");
        var year = Chart.Of(Years, "rps-du", "fr")!;
        year.Rows.GroupBy(r => r.Cell.Code)
            .Select(i => i.Select(r => r.Period))
            .ShouldAllBe(periods =>
                periods.SequenceEqual(
                    new[] { "2023", "2024", "2025", "T1\u00a02026", "T2\u00a02026", "T3\u00a02026", "T4\u00a02026", "2026" }
                ) || periods.SequenceEqual(new[] { "2023", "2024", "2025", "2026" })
            );
        year.Rows.ShouldContain(r => r.Period == "T1\u00a02026");
        year.Rows.ShouldNotContain(r => r.Cell.Reason == "year");
    }

    [Fact]
    public void figures_of_another_catalogue_are_other_figures() =>
        Chart
            .Of([Release(period: "2025", catalogue: 1), Release()], "pulse", "fr")!
            .Rows.ShouldAllBe(r => r.Period == "2026", "of another catalogue");

    [Fact]
    public void shares_go_to_a_hundred_and_what_has_no_share_goes_by_its_unit()
    {
        // Places are on no scale of presences, nor presences on one of places.
        foreach (var row in Chart.Of(FourQuarters, "participation", "fr")!.Rows)
        {
            row.Bar.ShouldBe(row.Cell.Percent ?? (row.Cell.Value is { } value ? new Band(0, value) : null));
            row.Scale.ShouldBe(row.Cell.Percent is null ? row.Cell.Value ?? row.Scale : 100, row.Indicator);
        }

        Figure Of(string code, string unit, int value) => new(code, code, "A", unit, value, "released");
        IndicatorsView view = IndicatorsView.Read(Release());
        view = view with
        {
            Cells =
            [
                .. view.Cells.Select(c =>
                    c.Code switch
                    {
                        "B1" => Of("B1", "places", 30),
                        "B5" => Of("B5", "places", 60),
                        "B2" => Of("B2", "presences", 400),
                        _ => c,
                    }
                ),
            ],
        };
        Chart
            .Of([view.Freeze()], "participation", "fr")!
            .Rows.Select(r => (r.Cell.Code, r.Scale))
            .ShouldBe([("B1", 60), ("B2", 400), ("B5", 60)]);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void a_chart_has_words_for_who_does_not_see_it_and_no_label_on_another(string language)
    {
        foreach (var released in new[] { FourQuarters, Years, [Release(catalogue: 1)] })
        {
            foreach (var series in IndicatorCatalogue.Of(IndicatorsView.Read(released[^1]).Catalogue).Series)
            {
                var svg = Svg(Chart.Of(released, series.Code, language)!.Draw());
                var (width, height) = ((int)svg.Attribute("width")!, (int)svg.Attribute("height")!);
                List<(string Text, int Left, int Top, int Right, int Bottom)> boxes =
                [
                    .. svg.Elements()
                        .Where(e => e.Name.LocalName == "text")
                        .Select(e =>
                            (
                                e.Value,
                                (int)e.Attribute("x")!,
                                (int)e.Attribute("y")! - 11,
                                (int)e.Attribute("x")! + (Letter * e.Value.Length),
                                (int)e.Attribute("y")! + 3
                            )
                        ),
                    .. svg.Elements()
                        .Where(e => e.Name.LocalName == "rect" && (string?)e.Attribute("fill") == "#e3e3e3")
                        .Select(e =>
                            (
                                "a bar",
                                (int)e.Attribute("x")!,
                                (int)e.Attribute("y")!,
                                (int)e.Attribute("x")! + (int)e.Attribute("width")!,
                                (int)e.Attribute("y")! + 11
                            )
                        ),
                ];
                boxes.ShouldAllBe(b => b.Right <= width && b.Bottom <= height, series.Code);
                boxes
                    .SelectMany(one =>
                        boxes.Where(other =>
                            one != other
                            && one.Left < other.Right
                            && other.Left < one.Right
                            && one.Top < other.Bottom
                            && other.Top < one.Bottom
                        )
                    )
                    .ShouldBeEmpty(series.Code);
                boxes.Select(b => b.Text).Distinct().Count(t => t == "a bar").ShouldBeLessThanOrEqualTo(1);
                svg.Elements()
                    .Single(e => e.Name.LocalName == "desc")
                    .Value.ShouldContain(language == "fr" ? "Plancher : 5 personnes" : "Floor: 5 persons");
            }
        }
    }

    [Fact]
    public void a_chart_says_unit_denominator_floor_and_source_and_why_there_is_no_figure()
    {
        var svg = Svg(Chart.Of(FourQuarters, "participation", "fr")!.Draw());
        string Of(string name) => svg.Elements().First(e => e.Name.LocalName == name).Value;
        Of("title").ShouldBe("Participation, T3\u00a02026");
        Of("desc").ShouldContain("18 à 35 sur 140 places (12 à 25 %), du cabinet");
        Of("desc").ShouldContain("Plancher : 5 personnes. Source : publication 1 du 02/03/2026, /methodology/indicators?version=2");
        var labels = string.Join(' ', svg.Elements().Where(e => e.Name.LocalName == "text").Select(e => e.Value));
        labels.ShouldContain("pas de chiffre, note 1");
        labels.ShouldContain("(1) Il faut plus de groupes");
        Svg(Chart.Of([Release(period: "2026-Q3")], "gollac", "en")!.Draw()).Value.ShouldContain("Content is read by the year.");
    }

    [Fact]
    public void the_page_of_a_chart_has_a_table_of_the_same_and_what_the_release_says_of_itself()
    {
        var chart = Chart.Of(FourQuarters, "participation", "fr")!;
        var page = XDocument.Parse($"<main>{chart.Page()}</main>").Root!;
        page.Descendants("tbody").Single().Elements().Count().ShouldBe(chart.Rows.Count);
        page.Descendants("tbody").Single().Elements().Select(r => r.Elements().Last().Value).ShouldBe(chart.Rows.Select(r => r.Text));
        page.Descendants("li").Select(l => l.Value).ShouldContain("Chiffres qui ne sont pas montrés : 33 %.");
        page.Descendants("li").Select(l => l.Value).ShouldContain("Il faut plus de groupes, ou davantage de séances ouvertes.");
        page.Descendants("li")
            .Last()
            .Value.ShouldBe(
                "Exigences émotionnelles (individuel) : travaillé du 01/01/2026 au 31/12/2026, selon le bilan agréé le 02/03/2026."
            );
        Chart.Of(FourQuarters, "participation", "en")!.Page().ShouldContain("according to the bilan agreed on 2 March 2026.");
    }

    [Theory]
    [InlineData("99")]
    [InlineData("02")]
    [InlineData("x")]
    [InlineData("")]
    public void there_is_no_methodology_of_another_version(string version) => ReadMethodology.Page("en", version).ShouldBeNull();

    [Fact]
    public void the_methodology_defines_every_indicator_in_both_languages()
    {
        foreach (var (language, version) in new[] { ("fr", 1), ("en", 1), ("fr", 2), ("en", 2) })
        {
            var page = ReadMethodology.Page(language, $"{version}").ShouldNotBeNull();
            page.ShouldNotContain("{{");
            foreach (var indicator in IndicatorCatalogue.Of(version).Indicators)
            {
                page.ShouldContain($"id=\"{indicator.Code}\"");
                var said = indicator.In(language);
                page.ShouldContain(System.Net.WebUtility.HtmlEncode(said.Definition));
                page.ShouldContain(System.Net.WebUtility.HtmlEncode(said.Formula));
            }
        }
    }
}
