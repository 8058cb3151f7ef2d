using PracticeAnalysis.Reporting.Indicators;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>A release in the formats in which it is pulled: the same figures, and nothing that a spreadsheet would run.</summary>
public class when_indicators_are_written
{
    private static Frozen Release(string code) =>
        new IndicatorsView(
            Given.Id(1),
            new(ScopeKind.Territory, code),
            "2026",
            1,
            null,
            Given.Now,
            5,
            2,
            1,
            "/methodology/indicators?version=2",
            [
                .. IndicatorCatalogue.Newest.Indicators.Select(
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
                            _ => new Figure(i.Code, i.Name, i.Class, i.Unit, null, "not-offered", "groups"),
                        }
                ),
            ]
        ).Freeze();

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+cmd|' /C calc'!A0")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    public void no_cell_is_taken_for_a_formula(string code)
    {
        var lines = IndicatorsCsv.Write(Release(code)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(1 + IndicatorCatalogue.Newest.Indicators.Count);
        lines.Skip(1).ShouldAllBe(l => l.Contains(",\"'", StringComparison.Ordinal) || l.Contains(",'", StringComparison.Ordinal));
    }

    [Fact]
    public void every_series_is_a_chart_and_the_same_to_the_byte()
    {
        var release = Release("38");
        foreach (var series in IndicatorCatalogue.Newest.Series)
        {
            var chart = Chart.Draw(release, series.Code, "fr").ShouldNotBeNull();
            Chart.Draw(Release("38"), series.Code, "fr").ShouldBe(chart);
            System.Xml.Linq.XDocument.Parse(chart).Root!.Name.LocalName.ShouldBe("svg");
            series.Of.ShouldAllBe(code => IndicatorCatalogue.Newest.Indicators.Any(i => i.Code == code));
        }

        Chart.Draw(release, "none", "fr").ShouldBeNull();
    }

    [Fact]
    public void a_chart_has_words_for_who_does_not_see_it_and_no_label_on_another()
    {
        var svg = System.Xml.Linq.XDocument.Parse(Chart.Draw(Release("38"), "gollac", "fr")!).Root!;
        string Of(string name) => svg.Elements().First(e => e.Name.LocalName == name).Value;
        Of("title").ShouldBe("Axes de Gollac, 2026");
        Of("desc").ShouldContain("18 à 35 sur 140 séances (12 à 25 %), du cabinet");
        Of("desc").ShouldContain("Il faut plus de groupes");
        Of("desc").ShouldContain("Plancher : 5 personnes. Source : publication 1");
        Chart.Draw(Release("38"), "gollac", "en")!.ShouldContain("18 to 35 of 140 sessions");
        var labels = svg.Elements()
            .Where(e => e.Name.LocalName == "text")
            .Select(e => (X: (int)e.Attribute("x")!, Y: (int)e.Attribute("y")!, Wide: 8 * e.Value.Length))
            .ToList();
        labels.ShouldAllBe(l =>
            l.X + l.Wide <= 900 && labels.Count(o => Math.Abs(o.Y - l.Y) < 12 && o.X < l.X + l.Wide && l.X < o.X + o.Wide) == 1
        );
    }

    [Fact]
    public void the_methodology_defines_every_indicator_in_both_languages()
    {
        foreach (var (language, version) in new[] { ("fr", 1), ("en", 1), ("fr", 2), ("en", 2) })
        {
            var page = ReadMethodology.Page(language, $"{version}");
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
