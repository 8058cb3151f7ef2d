using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;

namespace PracticeAnalysis.Session.IntegrationTests;

/// <summary>A command under a known Idempotency-Key is answered again to whom the session is visible now, and with the words that stand now.</summary>
public class when_a_command_comes_again(SessionFixture service)
{
    private static string Key() => Guid.NewGuid().ToString();

    private static string Interpretation => Journey.Text(more: ",\"kind\":\"interpretation\"");

    // The narrator has told; interpretations are brought.
    private async Task<Journey> ToInterpreting()
    {
        var journey = await new Journey(service).Open();
        await journey.Narrator.Post($"{journey.Path}/situations", Journey.Text(), 200);
        await journey.Change("phases/expose/start");
        await journey.Choose();
        await journey.Contribute(0, "expose");
        await journey.Change("phases/expose/complete");
        await journey.Change("phases/interpret/start");
        return journey;
    }

    [Fact]
    public async Task a_member_who_left_reads_nothing_by_the_contribution_that_they_made()
    {
        var journey = await ToInterpreting();
        var (key, path) = (Key(), $"{journey.Path}/contributions");
        (await journey.Member(1).Try(path, Interpretation, key: key)).Status.ShouldBe(200);
        (await journey.Member(1).Try(path, Interpretation, key: key)).Status.ShouldBe(200);
        await journey.Tell(new MemberLeft(journey.Group, journey.Engagement, journey.Persons[1], journey.At(42)));
        await journey.Member(1).Get(journey.Path, 404);
        var again = await journey.Member(1).Try(path, Interpretation, key: key);
        (again.Status, again.Location).ShouldBe((404, string.Empty));
        again.Body.ToJsonString().ShouldNotContain("canari");
        (await journey.Facilitator.Get(journey.Path)).Body["contributions"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task a_version_that_is_named_holds_where_none_is_asked_for()
    {
        var journey = await ToInterpreting();
        var path = $"{journey.Path}/contributions";
        var known = (await journey.Member(1).Get(journey.Path)).ETag;
        (await journey.Member(1).Try(path, Interpretation, known)).Status.ShouldBe(200);
        (await journey.Member(1).Try(path, Interpretation, known)).Status.ShouldBe(412);
        (await journey.Member(1).Try(path, Interpretation, "torn")).Status.ShouldBe(400);
        (await journey.Member(1).Try(path, Interpretation)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task a_facilitator_who_was_replaced_reads_nothing_by_what_they_led()
    {
        var journey = await ToInterpreting();
        var (key, path) = (Key(), $"{journey.Path}/incidents");
        const string Incident = """{"kind":"judgement"}""";
        (await journey.Facilitator.Try(path, Incident, key: key)).Status.ShouldBe(200);
        await journey.Tell(new FacilitatorAssigned(journey.Engagement, [journey.Group], Guid.CreateVersion7(), journey.At(43)));
        await journey.Facilitator.Get(journey.Path, 404);
        (await journey.Facilitator.Try(path, Incident, key: key)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task a_person_who_was_erased_reads_nothing_any_more()
    {
        var journey = await ToInterpreting();
        var (key, path) = (Key(), $"{journey.Path}/contributions");
        (await journey.Member(1).Try(path, Interpretation, key: key)).Status.ShouldBe(200);
        await journey.Tell(new PersonErasureRequested(journey.Persons[1], journey.At(44)));
        var again = await journey.Member(1).Try(path, Interpretation, key: key);
        (again.Status, again.Body["type"]!.GetValue<string>()).ShouldBe((410, "/problems/gone"));
    }

    [Fact]
    public async Task what_another_withdrew_since_is_silent_and_what_another_lost_is_said_to_be_erased()
    {
        var journey = await ToInterpreting();
        var (key, path) = (Key(), $"{journey.Path}/contributions");
        var others = (await journey.Contribute(2, "interpretation")).Body["contributions"]![1]!["id"]!.GetValue<Guid>();
        await journey.Contribute(3, "interpretation");
        var first = await journey.Member(1).Try(path, Interpretation, key: key);
        first.Body["contributions"]!.AsArray().ShouldAllBe(c => c!["text"]!.GetValue<string>() == Journey.Canary);
        await journey.Member(2).Post($"{path}/{others}/withdraw", "{}", 200);
        await journey.Tell(new PersonErasureRequested(journey.Persons[3], journey.At(45)));

        var again = await journey.Member(1).Try(path, Interpretation, key: key);
        (again.Status, again.ETag).ShouldBe((200, first.ETag));
        var contributions = again.Body["contributions"]!.AsArray();
        contributions.Select(c => c!["text"]?.GetValue<string>()).ShouldBe([Journey.Canary, null, null, Journey.Canary]);
        again.Body["erased"]!.AsArray().Select(p => p!.GetValue<string>()).ShouldBe(["/contributions/2/text"]);
    }
}
