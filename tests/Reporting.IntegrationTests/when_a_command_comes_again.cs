using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Contracts.Persons.V1;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>A command about a bilan under a known Idempotency-Key is answered again to whom the bilan is visible now, and with the words
/// that stand now.</summary>
public class when_a_command_comes_again(ReportingFixture service)
{
    private const string Reason = "Le canari n'est pas de cet avis.";

    private static string Key() => Guid.NewGuid().ToString();

    [Fact]
    public async Task a_member_who_left_reads_nothing_by_the_approval_that_they_gave()
    {
        var journey = await new Journey(service).ToLocked();
        var (key, path, body) = (Key(), $"{journey.BilanPath}/approvals", await journey.OnText());
        (await journey.Member(0).Try(path, body, key: key)).Status.ShouldBe(200);
        await journey.Tell(new MemberLeft(journey.Group, journey.Engagement, journey.Members[0], journey.Origin()));

        // They read the locked text on, and nothing once it is a draft again.
        await journey.Member(0).Get(journey.BilanPath);
        var amended = await journey.Member(1).Post($"{journey.BilanPath}/amendments", """{"dimension":"bond","text":"t"}""", 200);
        await journey.Facilitator.Post($"{journey.BilanPath}/amendments/{amended.Body["amendments"]![0]!["id"]}/accept", "{}", 200);
        await journey.Member(0).Get(journey.BilanPath, 404);
        var again = await journey.Member(0).Try(path, body, key: key);
        again.Status.ShouldBe(404);
        again.Body.ToJsonString().ShouldNotContain("canari");
    }

    [Fact]
    public async Task a_facilitator_who_was_replaced_reads_nothing_by_what_they_led()
    {
        var journey = await new Journey(service).ToDrafted();
        var (key, path, tag) = (Key(), $"{journey.BilanPath}/lock", (await journey.Facilitator.Get(journey.BilanPath)).ETag);
        (await journey.Facilitator.Try(path, "{}", tag, key)).Status.ShouldBe(200);
        await journey.Tell(new FacilitatorAssigned(journey.Engagement, [journey.Group], Guid.CreateVersion7(), journey.Origin()));
        await journey.Facilitator.Get(journey.BilanPath, 404);
        (await journey.Facilitator.Try(path, "{}", tag, key)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task a_person_who_was_erased_reads_nothing_any_more()
    {
        var journey = await new Journey(service).ToLocked();
        var (key, path, body) = (Key(), $"{journey.BilanPath}/approvals", await journey.OnText());
        (await journey.Member(0).Try(path, body, key: key)).Status.ShouldBe(200);
        await journey.Tell(new PersonErasureRequested(journey.Members[0], journey.Origin()));
        var again = await journey.Member(0).Try(path, body, key: key);
        (again.Status, again.Kind()).ShouldBe((410, "/problems/gone"));
    }

    [Fact]
    public async Task an_objection_that_was_taken_back_gives_its_reason_in_no_reading_but_its_authors()
    {
        var journey = await new Journey(service).ToLocked();
        var (key, path) = (Key(), journey.BilanPath);
        var objected = await journey.Member(5).Post($"{path}/objections", await journey.OnText($",\"reason\":\"{Reason}\""), 200);
        var body = await journey.OnText();
        var first = await journey.Member(0).Try($"{path}/approvals", body, key: key);
        ReasonIn(first).ShouldBe(Reason);
        await journey.Member(5).Post($"{path}/objections/{objected.Body["objections"]![0]!["id"]}/withdraw", "{}", 200);

        ReasonIn(await journey.Member(0).Try($"{path}/approvals", body, key: key)).ShouldBeNull("replayed");
        var then = $"{path}?version={objected.Body["version"]}";
        ReasonIn(await journey.Member(0).Get(then)).ShouldBeNull("as of then");
        ReasonIn(await journey.Facilitator.Get(path)).ShouldBeNull("now");
        ReasonIn(await journey.Member(5).Get(then)).ShouldBe(Reason);
        ReasonIn(await journey.Member(5).Get(path)).ShouldBe(Reason);
    }

    private static string? ReasonIn(Answer read) => read.Body["objections"]![0]!["reason"]?.GetValue<string>();
}
