using System.Net;
using System.Text.Json.Nodes;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EndToEnd;

/// <summary>One establishment of the demonstration has its history in a year that is closed: it reads the year, what its group chose to say, and the trend.</summary>
[Collection(typeof(TheSystem))]
public class when_a_year_is_over(SystemFixture system)
{
    private Actor Practice => system.Demonstration.Actors.Single(a => a.Role == Roles.Practice);

    [Fact]
    public async Task an_establishment_reads_its_year_beside_its_quarters()
    {
        var (year, establishment) = system.Demonstration.Year!;
        var path = $"/v1/establishments/{establishment}/indicators";
        var read = await Read($"{path}?period={year}");
        Cell(read, "A1")["value"]!.GetValue<int>().ShouldBe(5);
        Cell(read, "C1")["value"]!.GetValue<int>().ShouldBe(5, "an agreed bilan opens all of them");
        Cell(read, "B2")["quality"]!.GetValue<string>().ShouldBe("released");
        read["said"]!.AsArray().Single()!["worked"]!.AsArray().Count.ShouldBe(2);
        var last = Cell(await Read($"{path}?period={year}-Q4"), "B2");
        last["previous"]!.ToJsonString().ShouldBe(Cell(await Read($"{path}?period={year}-Q3"), "B2")["band"]!.ToJsonString());

        var (status, page) = await system.Text(
            Practice,
            $"{path}/chart?period={year}&series=participation&format=html&lang=fr",
            "text/html"
        );
        status.ShouldBe(200);
        foreach (var quarter in new[] { $"T3\u00a0{year}", $"T4\u00a0{year}" })
        {
            WebUtility.HtmlDecode(page).ShouldContain(quarter);
        }

        WebUtility.HtmlDecode(page).ShouldContain("Exigences émotionnelles (individuel)");
    }

    private async Task<JsonNode> Read(string path)
    {
        var (status, body) = await system.Ask(Practice, path);
        status.ShouldBe(200, path);
        return body!;
    }

    private static JsonNode Cell(JsonNode read, string code) =>
        read["cells"]!.AsArray().Single(c => c!["code"]!.GetValue<string>() == code)!;
}
