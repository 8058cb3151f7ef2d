using PracticeAnalysis.Reporting.Indicators;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>A release in the formats in which it is pulled: the same figures, and nothing that a spreadsheet would run.</summary>
public class when_indicators_are_written
{
    private static Frozen Release(string code) =>
        new IndicatorsView(
            Given.Id(1),
            new(ScopeKind.Territory, code),
            "2026-Q1",
            1,
            null,
            Given.Now,
            5,
            5,
            1,
            1,
            "/methodology/indicators?version=1",
            [
                .. IndicatorCatalogue.Newest.Indicators.Select(
                    (i, n) =>
                        n % 2 == 0
                            ? new Figure(i.Code, i.Name, i.Class, i.Unit, 5 * n, "released", null, "2 to 4", null, null, null)
                            : new Figure(i.Code, i.Name, i.Class, i.Unit, null, "masked", "withheld", null, null, null, null)
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
    public void the_methodology_defines_every_indicator_in_both_languages()
    {
        foreach (var language in (string[])["fr", "en"])
        {
            var page = ReadMethodology.Page(language);
            page.ShouldNotContain("{{");
            foreach (var indicator in IndicatorCatalogue.Newest.Indicators)
            {
                page.ShouldContain($"id=\"{indicator.Code}\"");
                var said = indicator.In(language);
                page.ShouldContain(System.Net.WebUtility.HtmlEncode(said.Definition));
                page.ShouldContain(System.Net.WebUtility.HtmlEncode(said.Formula));
            }
        }
    }
}
