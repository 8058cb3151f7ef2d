using System.Text.Json.Nodes;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.IntegrationTests;

public class when_an_author_is_erased(ReportingFixture service)
{
    private const string Amended = "Le lien tient par les relèves.";

    [Fact]
    public async Task what_was_locked_is_the_engagements_own_and_outlives_them_what_was_theirs_does_not()
    {
        var journey = await new Journey(service).ToDrafted();
        await Amend(journey);
        await journey.Lead("lock");
        await journey.Approve();
        var hash = await journey.Hash();
        await Erase(journey, journey.Members[0]);
        await Erase(journey, journey.FacilitatorId);

        var bilan = (await journey.Member(1).Get(journey.BilanPath)).Body;
        Section(bilan, "bond").ShouldBe(Amended);
        Section(bilan, "rps-prevention").ShouldBe(Journey.Canary);
        bilan["textHash"]!.GetValue<string>().ShouldBe(hash);
        bilan["amendments"]![0]!["text"].ShouldBeNull();
        bilan["erased"]!.AsArray().Select(p => p!.GetValue<string>()).ShouldBe(["/amendments/0/text"]);

        // They read and write no more, and what was agreed on stays agreed.
        await journey.Member(0).Post($"{journey.BilanPath}/amendments", """{"dimension":"bond","text":"Encore."}""", 404);
        bilan["approvals"]!.GetValue<int>().ShouldBe(7);
        (await journey.Facts<PersonErased>(PersonStreams.Erased(journey.Members[0]))).ShouldBe(1);

        // And the ledger shows it, of a subject of its own.
        var subject = PersonStreams.AskedLedger(journey.Members[0]);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await journey.Facts<EntryLedgered>(subject) == 0)
        {
            await beat.WaitForNextTickAsync(patience.Token);
        }

        await journey.Grant(subject);
        var history = (await journey.Auditor.Get($"/v1/engagements/{subject}/history")).Body;
        history["entries"]![0]!["eventType"]!.GetValue<string>().ShouldBe("person_erased");
    }

    [Fact]
    public async Task a_draft_that_lost_a_part_is_not_locked_until_that_part_is_written_anew()
    {
        var journey = await new Journey(service).ToDrafted();
        await Amend(journey);
        await Erase(journey, journey.Members[0]);
        var drafted = (await journey.Facilitator.Get(journey.BilanPath)).Body;
        Section(drafted, "bond").ShouldBeNull();
        Section(drafted, "rps-prevention").ShouldBe(Journey.Canary);
        await journey.Lead("lock", status: 409);

        await Amend(journey, member: 1);
        await journey.Lead("lock", """{"noMemberMeant":true}""");
    }

    [Fact]
    public async Task their_objection_stands_and_no_twin_takes_the_bilans_place_until_the_engagement_is_concluded()
    {
        var journey = await new Journey(service).ToLocked();
        await journey.Approve();
        var before = (await journey.Facilitator.Get(journey.BilanPath)).Body;
        await journey.Member(0).Post($"{journey.BilanPath}/objections", await journey.OnText($$""","reason":"{{Journey.Canary}}" """), 200);
        await Erase(journey, journey.Members[0]);

        (await journey.Lead("agree", status: 422)).Rule().ShouldBe("always/approval/S2");
        var objection = (await journey.Facilitator.Get(journey.BilanPath)).Body["objections"]![0]!;
        objection["withdrawn"]!.GetValue<bool>().ShouldBeFalse();
        objection["authorErased"]!.GetValue<bool>().ShouldBeTrue();
        objection["reason"].ShouldBeNull();
        await journey.Facilitator.Post($"/v1/groups/{journey.Group}/bilans", Journey.Draft(), 409);

        // Amended and locked anew, it is everybody's who is left.
        await Amend(journey, member: 1);
        await journey.Lead("lock", """{"noMemberMeant":true}""");
        var anew = (await journey.Facilitator.Get(journey.BilanPath)).Body;
        (anew["objections"]![0]!["stands"]!.GetValue<bool>(), anew["approvals"]!.GetValue<int>()).ShouldBe((false, 0));
        anew["parties"]!.AsArray().Select(p => p!.GetValue<Guid>()).ShouldNotContain(journey.Members[0]);

        // What they objected to comes back in other capitals and with other marks, and with a section more: they object to it as before.
        await Amend(
            journey,
            member: 1,
            $"« {Section(before, "bond")!.ToUpperInvariant().Replace(",", " ;", StringComparison.Ordinal)} » !"
        );
        await Amend(journey, member: 1, "Une section de plus.", "continuous-improvement");
        await journey.Lead("lock", """{"noMemberMeant":true}""");
        (await journey.Facilitator.Get(journey.BilanPath)).Body["objections"]![0]!["stands"]!.GetValue<bool>().ShouldBeTrue();

        await journey.Tell(new EngagementConcluded(journey.Engagement, [journey.Group], journey.Origin()));
        (await journey.Facilitator.Get(journey.BilanPath)).State().ShouldBe("failed");
        (await journey.Member(1).Get("/v1/persons/me/waiting/reporting")).Body["items"]!.AsArray().ShouldBeEmpty();
        await journey.Facilitator.Post($"/v1/groups/{journey.Group}/bilans", Journey.Draft(), 409);
    }

    private static string? Section(JsonNode bilan, string dimension) =>
        bilan["sections"]!.AsArray().Single(s => s!["dimension"]!.GetValue<string>() == dimension)!["text"]?.GetValue<string>();

    private static async Task Amend(Journey journey, int member = 0, string? text = Amended, string dimension = "bond")
    {
        var path = $"{journey.BilanPath}/amendments";
        await journey.Member(member).Post(path, $$"""{"dimension":"{{dimension}}","text":"{{text}}"}""", 200);
        var proposed = (await journey.Facilitator.Get(journey.BilanPath)).Body["amendments"]!.AsArray()[^1]!["id"]!.GetValue<Guid>();
        await journey.Facilitator.Post($"{path}/{proposed}/accept", "{}", 200);
    }

    // Told twice, as the saga does.
    private static async Task Erase(Journey journey, Guid person)
    {
        var message = new PersonErasureRequested(person, journey.Origin());
        await journey.Tell(message, message);
    }
}
