using System.Text.Json.Nodes;
using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.IntegrationTests;

public class when_a_person_asks_for_their_data(SessionFixture service)
{
    private const string Export = "/v1/persons/me/export/session";
    private const string Others = "Une parole d'une autre.";

    [Fact]
    public async Task their_own_words_are_in_it_nobody_elses_and_after_the_erasure_none()
    {
        var journey = await new Journey(service).Open();
        await journey.Narrator.Post($"{journey.Path}/situations", Journey.Text(), 200);
        await journey.Member(1).Post($"{journey.Path}/situations", Journey.Text(Others), 200);

        var mine = (await journey.Narrator.Get(Export)).Body;
        var raised = Facts(mine, "situation_raised").Single();
        raised["holds"]!["text"]!.GetValue<string>().ShouldBe(Journey.Canary);
        raised["holds"]!["author"]!.GetValue<Guid>().ShouldBe(journey.Persons[0]);
        raised["byYou"]!.GetValue<bool>().ShouldBeTrue();
        var present = Facts(mine, "attendance_recorded").Single();
        present["holds"]!["present"]!.AsArray().Select(p => p!.GetValue<Guid>()).ShouldBe([journey.Persons[0]]);
        present["byYou"]!.GetValue<bool>().ShouldBeFalse();
        var whole = mine.ToJsonString();
        whole.ShouldNotContain("parole d");
        journey.Persons[1..].ShouldAllBe(p => !whole.Contains(p.ToString(), StringComparison.Ordinal));
        (await journey.Member(1).Get(Export)).Body.ToJsonString().ShouldContain("parole d");
        await service.As(Roles.Auditor).Get(Export, 403);

        await journey.Tell(new PersonErasureRequested(journey.Persons[0], journey.At(30)));
        var session = (await journey.Member(1).Get(journey.Path)).Body;
        session["situations"]![0]!["text"].ShouldBeNull();
        session["situations"]![1]!["text"]!.GetValue<string>().ShouldBe(Others);
        session["erased"]!.AsArray().Select(p => p!.GetValue<string>()).ShouldBe(["/situations/0/text"]);
        var after = (await journey.Narrator.Get(Export)).Body;
        after.ToJsonString().ShouldNotContain("chambre douze");
        Facts(after, "situation_raised").Single()["holds"]!["text"].ShouldBeNull();
        Facts(after, "person_erased").Single()["holds"]!["keys"]!.GetValue<int>().ShouldBe(1);
        await journey.Narrator.Post($"{journey.Path}/situations", Journey.Text(), 403);
    }

    private static IEnumerable<JsonNode> Facts(JsonNode export, string fact) =>
        export["facts"]!.AsArray().Where(f => f!["fact"]!.GetValue<string>() == fact).Select(f => f!);
}
