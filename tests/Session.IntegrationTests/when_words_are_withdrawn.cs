using System.Text.Json.Nodes;
using Alba;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.IntegrationTests;

/// <summary>Words that were withdrawn are in no reading of the session as it was, but their author's.</summary>
public class when_words_are_withdrawn(SessionFixture service)
{
    private static string? Words(Answer read) => read.Body["contributions"]![0]!["text"]?.GetValue<string>();

    private async Task<(Journey Journey, Answer Made, DateTimeOffset At)> Withdrawn()
    {
        var journey = await new Journey(service).Open();
        await journey.Narrator.Post($"{journey.Path}/situations", Journey.Text(), 200);
        await journey.Change("phases/expose/start");
        await journey.Choose();
        var made = await journey.Contribute(0, "expose");
        var at = DateTimeOffset.UtcNow;
        await journey.Narrator.Post($"{journey.Path}/contributions/{made.Body["contributions"]![0]!["id"]}/withdraw", "{}", 200);
        return (journey, made, at);
    }

    [Fact]
    public async Task they_come_back_as_of_no_version_and_no_time()
    {
        var (journey, made, at) = await Withdrawn();
        string[] readings =
        [
            $"?version={made.Body["version"]}",
            $"?at={at:yyyy-MM-ddTHH:mm:ss.ffffffZ}",
            $"?occurredBy={at:yyyy-MM-ddTHH:mm:ss.ffffffZ}",
        ];
        foreach (var reading in readings)
        {
            foreach (var reader in new[] { journey.Facilitator, journey.Member(1) })
            {
                var read = await reader.Get(journey.Path + reading);
                Words(read).ShouldBeNull(reading);
                read.Body["contributions"]![0]!["withdrawn"]!.GetValue<bool>().ShouldBeFalse("as of then they stood");
                read.Body["situations"]![0]!["text"]!.GetValue<string>().ShouldBe(Journey.Canary);
            }

            Words(await journey.Narrator.Get(journey.Path + reading)).ShouldBe(Journey.Canary, reading);
        }
    }

    [Fact]
    public async Task whoever_kept_the_reading_of_before_is_not_told_that_it_stands()
    {
        var (journey, made, _) = await Withdrawn();
        var read = await service.Host.Scenario(s =>
        {
            s.Get.Url($"{journey.Path}?version={made.Body["version"]}");
            s.WithRequestHeader("Authorization", $"Bearer {journey.Member(1).Token}");
            s.WithRequestHeader("If-None-Match", made.ETag);
            s.StatusCodeShouldBe(200);
        });
        JsonNode.Parse(await read.ReadAsTextAsync())!["contributions"]![0]!["text"].ShouldBeNull();
    }
}
