using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>What a class of readers does not see leaves no trace in what it reads: not a byte, not a header, not a version.</summary>
public class when_a_reader_does_not_see_a_change(ReportingFixture service)
{
    [Fact]
    public async Task the_practice_reads_a_draft_by_the_same_bytes_and_headers_however_it_is_negotiated()
    {
        var journey = await new Journey(service).ToDrafted(final: true);
        var (path, list) = (journey.BilanPath, $"/v1/engagements/{journey.Engagement}/bilans");
        var before = await Whole(journey.Practice, path, list, $"{path}?version=1");
        await Amend(journey, "accept", "{}");
        await Amend(journey, "refuse", """{"reason":"r"}""");
        await journey.Member(1).Post($"{path}/namings", "{}", 200);
        await journey.Member(1).Post($"{path}/namings/revoke", "{}", 200);
        await journey.Lead("orientation", """{"code":"continue","text":"Poursuivre."}""");
        (await Whole(journey.Practice, path, list, $"{path}?version=1")).ShouldBe(before);
        (await journey.Practice.Whole(path, "\"1\"")).ShouldStartWith("304");

        // Its state is the practice's to follow: locked, and a draft again.
        await journey.Lead("lock");
        (await Read(journey.Practice, path)).ShouldBe(("locked", "\"3\""));
        await Amend(journey, "accept", "{}");
        (await Read(journey.Practice, path)).ShouldBe(("draft", "\"4\""));
        (await journey.Practice.Get($"{path}?version=3")).State().ShouldBe("locked");
        (await journey.Facilitator.Get(path)).ETag.ShouldBe("\"12\"");
    }

    [Fact]
    public async Task the_establishment_cannot_tell_how_often_a_bilan_was_amended_before_it_was_handed()
    {
        var plain = await new Journey(service).ToAgreed();
        await plain.Lead("publish");
        var amended = await new Journey(service).ToDrafted();
        await Amend(amended, "accept", "{}");
        await Amend(amended, "refuse", """{"reason":"r"}""");
        await amended.Lead("lock");
        await amended.Approve();
        await amended.Lead("agree");
        await amended.Asker.Get($"{amended.BilanPath}?version=1", 404);
        await amended.Lead("publish");
        var (once, often) = (await plain.Asker.Get(plain.BilanPath), await amended.Asker.Get(amended.BilanPath));
        (once.ETag, often.ETag).ShouldBe(("\"1\"", "\"1\""));
        often.Body["version"]!.GetValue<long>().ShouldBe(1);
        (await amended.Asker.Get($"{amended.BilanPath}?version=1")).State().ShouldBe("published");
    }

    [Fact]
    public async Task the_practice_cannot_tell_how_often_a_synthesis_was_written_anew()
    {
        var journey = await new Journey(service).ToHeld();
        var synthesis = await journey.Facilitator.Post($"/v1/groups/{journey.Group}/syntheses", Synthesis("Une piste.", true), 201);
        var path = $"/v1/syntheses/{synthesis.Id}";
        var before = await Whole(journey.Practice, path);
        var revised = await journey.Facilitator.Post($"{path}/revise", Synthesis("Une autre."), 200, synthesis.ETag);
        await journey.Facilitator.Post($"{path}/revise", Synthesis("Une piste encore."), 200, revised.ETag);
        await journey.Member(0).Post($"{path}/namings", "{}", 200);
        (await Whole(journey.Practice, path)).ShouldBe(before);
        (await journey.Facilitator.Get(path)).ETag.ShouldBe("\"4\"");
    }

    [Theory]
    [InlineData(Roles.Facilitator)]
    [InlineData(Roles.Member)]
    [InlineData(Roles.Practice)]
    public async Task nobody_can_tell_that_enough_answered_a_pulse(string role)
    {
        var journey = await new Journey(service).ToHeld();
        var reader =
            role == Roles.Practice ? journey.Practice
            : role == Roles.Member ? journey.Member(0)
            : journey.Facilitator;
        await journey.CaughtUp();
        var before = await Whole(reader, journey.EvolutionPath);
        await journey.Tell(
            new PulseCounted(Guid.NewGuid(), journey.Group, journey.Engagement, "end-of-session", 1, 6, [new("bond", 5)], journey.Origin())
        );
        await journey.CaughtUp();
        (await Whole(reader, journey.EvolutionPath)).ShouldBe(before);
    }

    private static string Synthesis(string text, bool draft = false)
    {
        var period = draft
            ? $",\"from\":\"{Journey.ClosedQuarter:yyyy-MM-dd}\",\"to\":\"{Journey.ClosedQuarter.AddDays(60):yyyy-MM-dd}\""
            : string.Empty;
        return $$"""{"axes":[{"axis":"{{Journey.Axis}}","level":"collective","text":"{{text}}"}],"listed":[]{{period}}}""";
    }

    private static async Task Amend(Journey journey, string verb, string body)
    {
        var path = $"{journey.BilanPath}/amendments";
        var proposed = await journey.Member(0).Post(path, $$"""{"dimension":"bond","text":"Autrement, {{Guid.NewGuid()}}."}""", 200);
        await journey.Facilitator.Post($"{path}/{proposed.Body["amendments"]!.AsArray()[^1]!["id"]}/{verb}", body, 200);
    }

    private static async Task<(string State, string Tag)> Read(Speaker reader, string path)
    {
        var read = await reader.Get(path);
        return (read.State(), read.ETag);
    }

    private static async Task<string> Whole(Speaker reader, params string[] readings) =>
        string.Join("\n\n", await Task.WhenAll(readings.Select(r => reader.Whole(r))));
}
