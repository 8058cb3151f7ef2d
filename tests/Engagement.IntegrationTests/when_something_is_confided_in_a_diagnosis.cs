using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.IntegrationTests;

/// <summary>A direction polls for what its team says of it: what protagonists confide and what is found is read by the facilitator alone.</summary>
public class when_something_is_confided_in_a_diagnosis(EngagementFixture service)
{
    private const string Confided = "Ma cheffe me fait peur.";
    private const string Restituted = "La communication est à reprendre.";

    [Fact]
    public async Task neither_management_nor_practice_nor_member_reads_it_now_as_of_then_or_in_a_list()
    {
        var journey = await new Journey(service).ToOpened();
        var path = journey.EngagementPath;
        await journey.Change(journey.Practice, path, "facilitator", $$"""{"facilitator":"{{journey.FacilitatorId}}"}""");
        await journey.Change(journey.Facilitator, path, "diagnosis", "{}");
        await journey.Facilitator.Post($"{path}/findings", $$"""{"text":"{{Confided}}","level":"individual"}""", 200);
        await journey.Facilitator.Post(
            $"{path}/protagonists",
            $$"""{"capacity":"representative","asks":"{{Confided}}","stakes":"{{Confided}}"}""",
            200
        );
        await NobodyElseReads(journey);
        (await journey.Asker.Get(path)).Body["protagonists"]!.AsArray().ShouldBeEmpty();

        await journey.Change(journey.Facilitator, path, "restitute", $$"""{"summary":"{{Restituted}}"}""");
        await NobodyElseReads(journey);
        (await journey.Asker.Get(path)).Body["summary"]!.GetValue<string>().ShouldBe(Restituted);
        (await journey.Asker.Get(path)).Body["protagonists"]!.AsArray().Count.ShouldBe(1);

        // Whose it is reads it all the same.
        var theirs = (await journey.Facilitator.Get(path)).Body;
        theirs["findings"]![0]!["text"]!.GetValue<string>().ShouldBe(Confided);
        theirs["protagonists"]![0]!["stakes"]!.GetValue<string>().ShouldBe(Confided);
    }

    [Fact]
    public async Task nobody_but_the_facilitator_writes_it_down()
    {
        var journey = await new Journey(service).ToOpened();
        await journey.Practice.Post($"{journey.EngagementPath}/findings", $$"""{"text":"{{Confided}}","level":"individual"}""", 403);
        await journey.Practice.Post($"{journey.EngagementPath}/protagonists", """{"capacity":"team"}""", 403);
    }

    private static async Task NobodyElseReads(Journey journey)
    {
        var path = journey.EngagementPath;
        foreach (var reader in new[] { journey.Practice, journey.Asker })
        {
            var answers = new List<Answer> { await reader.Get(path), await reader.Get("/v1/engagements") };
            var version = answers[0].Body["version"]!.GetValue<long>();
            for (var v = 1; v <= version; v++)
            {
                answers.Add(await reader.Get($"{path}?version={v}"));
            }

            answers.ShouldAllBe(a => !a.Body.ToJsonString().Contains("peur", StringComparison.Ordinal));
            answers[0].Body["findings"]!.AsArray().ShouldBeEmpty();
        }

        (await journey.Practice.Get("/v1/persons/me/export/engagement"))
            .Body.ToJsonString()
            .Contains("peur", StringComparison.Ordinal)
            .ShouldBeFalse();
    }
}
