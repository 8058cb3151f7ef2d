using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;

namespace PracticeAnalysis.Reporting.IntegrationTests;

public class when_the_whole_domain_is_asked_for(ReportingFixture service)
{
    private static readonly DateTimeOffset Day = Journey.ClosedQuarter.AddDays(20);

    private static string Drafting(string more)
    {
        var draft = Journey.Draft().TrimEnd()[..^1] + "," + more + "}";
        return more.Contains("assessments", StringComparison.Ordinal)
            ? draft.Replace(",\"unmeasured\":\"too-early\"", "", StringComparison.Ordinal)
            : draft;
    }

    [Fact]
    public async Task a_bilan_measures_and_is_compared_with_the_one_before()
    {
        var journey = await new Journey(service).ToHeld();
        var bilans = $"/v1/groups/{journey.Group}/bilans";
        const string First = "\"assessments\":[{\"dimension\":\"cohesion\",\"now\":2,\"atDiagnosis\":1}]";
        await journey.Facilitator.Post(bilans, Drafting(First.Replace(":2", ":9", StringComparison.Ordinal)), 400);
        await journey.DraftAnother(Drafting(First));
        await journey.Lead("lock");
        await journey.Approve();
        await journey.Lead("agree");
        var first = journey.Bilan;

        await journey.DraftAnother(Drafting("\"assessments\":[{\"dimension\":\"cohesion\",\"now\":4}]"));
        var drafted = await journey.Facilitator.Get(journey.BilanPath);
        drafted.Body["previous"]!.GetValue<Guid>().ShouldBe(first);
        drafted.Body["assessments"]![0]!.ToJsonString().ShouldBe("""{"dimension":"cohesion","now":4,"atDiagnosis":1,"before":2}""");
    }

    [Fact]
    public async Task a_track_or_decision_reaches_the_prevention_plan_with_its_text_once_an_agreed_text_lists_it()
    {
        var journey = await new Journey(service).ToHeld();
        var track = journey.Track(Day);
        var decision = new CommonDecisionAdopted(Guid.NewGuid(), Guid.NewGuid(), journey.Group, journey.Engagement, journey.Origin(Day));
        await journey.Tell(track, decision);
        var plan = $"/v1/establishments/{journey.Establishment}/action-tracks";
        await service.As(Roles.Establishment, establishment: Guid.NewGuid()).Get(plan, 404);
        await service.As(Roles.Platform).Get(plan, 403);
        await journey.Asker.Get($"{plan}?format=xml", 400);
        (await journey.Asker.Get(plan)).Body["items"]!.AsArray().ShouldBeEmpty("none is listed yet");

        var bilans = $"/v1/groups/{journey.Group}/bilans";
        string Listing(Guid id) =>
            Drafting(
                $$"""
                "listed":[{"kind":"action-track","id":"{{id}}","text":"=Une piste; \"agréée\""}]
                """
            );
        (await journey.Facilitator.Post(bilans, Listing(Guid.NewGuid()), 422)).Rule().ShouldBe("always/outward-list/S3");
        await journey.DraftAnother(Listing(track.Track));
        await journey.Lead("lock");
        await journey.Approve();
        (await journey.Asker.Get(plan)).Body["items"]!.AsArray().ShouldBeEmpty();
        await journey.Lead("agree");

        var item = (await journey.Asker.Get(plan)).Body["items"]!.AsArray().ShouldHaveSingleItem()!;
        item["id"]!.GetValue<Guid>().ShouldBe(track.Track);
        item["text"]!.GetValue<string>().ShouldBe("=Une piste; \"agréée\"");

        var csv = await service.Host.Scenario(s =>
        {
            s.Get.Url($"{plan}?format=csv");
            s.WithRequestHeader("Authorization", $"Bearer {journey.Asker.Token}");
        });
        csv.Context.Response.ContentType.ShouldBe("text/csv; charset=utf-8");
        var lines = (await csv.ReadAsTextAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("engagement,kind,id,state,opened,changed,text");
        lines.Length.ShouldBe(2);

        // A spreadsheet does not take the text for a formula.
        lines
            .Single(l => l.Contains(track.Track.ToString(), StringComparison.Ordinal))
            .ShouldEndWith(",opened," + $"{Day:yyyy-MM-dd},{Day:yyyy-MM-dd}," + "\"'=Une piste; \"\"agréée\"\"\"");
    }

    [Fact]
    public async Task nothing_reaches_the_establishment_that_its_charter_does_not_list()
    {
        var journey = await new Journey(service).ToHeld();
        Task Receiving(long version, params IReadOnlyList<string> outward) =>
            journey.Tell(
                new TermsChanged(
                    journey.Engagement,
                    [journey.Group],
                    new([new("team", 1)], null, 120, false, "strict", "facilitator-and-every-member", null, null, false, outward),
                    journey.Origin(Day) with
                    {
                        Stream = journey.Engagement,
                        Version = version,
                    }
                )
            );
        await Receiving(90, "indicators");
        await journey.Tell(journey.Track(Day));
        (await journey.Asker.Get($"/v1/establishments/{journey.Establishment}/action-tracks")).Body["items"]!.AsArray().ShouldBeEmpty();
        await journey.DraftAnother(Journey.Draft());
        await journey.Lead("lock");
        await journey.Approve();
        await journey.Lead("agree");
        (await journey.Lead("publish", status: 422)).Rule().ShouldBe("always/transparency/S2");
        await journey.Asker.Get(journey.BilanPath, 404);

        await Receiving(91, "bilans");
        await journey.Lead("publish");
        await journey.Asker.Get(journey.BilanPath);
    }

    [Fact]
    public async Task who_is_named_agrees_and_may_take_it_back()
    {
        var journey = await new Journey(service).ToHeld();
        var named = $$"""
            {"from":"{{Journey.ClosedQuarter:yyyy-MM-dd}}","to":"{{Journey.ClosedQuarter.AddDays(60):yyyy-MM-dd}}",
             "sections":[{"dimension":"bond","text":"{{Journey.Canary}}","names":["{{journey.Members[0]}}"]}],"unmeasured":"too-early"}
            """;
        await journey.DraftAnother(named);
        (await journey.Lead("lock", status: 422)).Rule().ShouldBe("always/named-by-consent/S3");
        await journey.Member(0).Post($"{journey.BilanPath}/namings", "{}", 200);
        await journey.Lead("lock");
        await journey.Approve();
        await journey.Lead("agree");
        await journey.Member(0).Post($"{journey.BilanPath}/namings/revoke", "{}", 200);
        (await journey.Lead("publish", status: 422)).Rule().ShouldBe("always/named-by-consent/S3");
        await journey.Asker.Get(journey.BilanPath, 404);
        await journey.Member(0).Post($"{journey.BilanPath}/namings", "{}", 200);
        await journey.Lead("publish");
        var handed = await journey.Asker.Get(journey.BilanPath);
        handed.Body["sections"]![0]!["text"]!.GetValue<string>().ShouldBe(Journey.Canary);
        handed.Body.ToJsonString().ShouldNotContain(journey.Members[0].ToString());
        await journey.Member(0).Post($"{journey.BilanPath}/namings", "{}", 409);
    }

    [Fact]
    public async Task a_synthesis_of_a_session_is_validated_and_handed_over()
    {
        var journey = await new Journey(service).ToHeld();
        var session = Guid.CreateVersion7();
        await journey.Tell(journey.Held(session, Day.AddDays(1)), journey.Coded(session, Day.AddDays(1)));
        string Body(string level, string text) =>
            $$"""{"session":"{{session}}","axes":[{"axis":"{{Journey.Axis}}","level":"{{level}}","text":"{{text}}"}],"listed":[]}""";
        var syntheses = $"/v1/groups/{journey.Group}/syntheses";
        (await journey.Facilitator.Post(syntheses, Body("individual", "t"), 422)).Rule().ShouldBe("always/outward-list/S3");
        var drafted = await journey.Facilitator.Post(syntheses, Body("collective", Journey.Canary), 201);
        var path = drafted.Location;
        async Task<Answer> Lead(string verb, int status = 200, string body = "{}") =>
            await journey.Facilitator.Post($"{path}/{verb}", body, status, (await journey.Facilitator.Get(path)).ETag);

        var locked = await Lead("lock");
        var approval = $$"""{"textHash":"{{locked.Body["textHash"]!.GetValue<string>()}}"}""";
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => journey.Member(i).Post($"{path}/approvals", approval, 200)));
        (await Lead("validate", 422)).Rule().ShouldBe("always/approval/S3");
        (await Lead("publish", 409)).Rule().ShouldBe("always/nothing-before-agreement/S3");
        await journey.Facilitator.Post($"{path}/approvals", approval, 200);
        await Lead("validate");
        await journey.Asker.Get(path, 404);
        await Lead("revise", 409, """{"axes":[],"listed":[]}""");
        await Lead("publish");
        var handed = await journey.Asker.Get(path);
        handed.Body["axes"]![0]!["text"]!.GetValue<string>().ShouldBe(Journey.Canary);
        (await journey.Asker.Lists(syntheses)).ShouldBe([drafted.Id]);
    }

    [Fact]
    public async Task members_and_facilitator_who_change_are_parties_at_once()
    {
        var journey = await new Journey(service).ToDrafted();
        var newcomer = Guid.CreateVersion7();
        var successor = Guid.CreateVersion7();
        await journey.Tell(
            new MemberEnrolled(journey.Group, journey.Engagement, new(newcomer, journey.Establishment), journey.Origin()),
            new MemberLeft(journey.Group, journey.Engagement, journey.Members[5], journey.Origin()),
            new VolunteeringRevoked(journey.Group, journey.Engagement, journey.Members[4], journey.Origin()),
            new FacilitatorAssigned(journey.Engagement, [journey.Group], successor, journey.Origin())
        );
        await journey.Facilitator.Get(journey.BilanPath, 404);
        await journey.Member(4).Get(journey.BilanPath, 404);
        await journey.Member(5).Get(journey.BilanPath, 404);
        await service.As(Roles.Member, newcomer).Get(journey.BilanPath);
        var read = await service.As(Roles.Facilitator, successor).Get(journey.BilanPath);
        read.Body["stillToDecide"]!.GetValue<int>().ShouldBe(6);
    }

    [Fact]
    public async Task what_falls_due_is_listed_and_past_its_deadline_a_negotiation_has_failed()
    {
        var journey = await new Journey(service).ToDrafted();
        var due = DateOnly.FromDateTime(Day.UtcDateTime);
        await journey.Tell(
            new BilanDue(journey.Engagement, journey.Group, [journey.Group], due, journey.Origin()),
            new MinimumTermReached(journey.Engagement, [journey.Group], journey.Origin()),
            new EngagementSuspended(journey.Engagement, [journey.Group], journey.Origin()),
            new EngagementResumed(journey.Engagement, [journey.Group], journey.Origin()),
            new EngagementRenewed(journey.Engagement, [journey.Group], DateTimeOffset.UtcNow.AddYears(1), journey.Origin()),
            new EngagementEndedEarly(journey.Engagement, [journey.Group], journey.Origin())
        );
        var listed = (await journey.Practice.Get($"/v1/groups/{journey.Group}/bilans-due")).Body["items"]!
            .AsArray()
            .ShouldHaveSingleItem()!;
        listed["agreed"]!.GetValue<bool>().ShouldBeFalse();
        Journey
            .What(await journey.Evolution())
            .TakeLast(6)
            .ShouldBe(["bilan-due", "minimum-term-reached", "suspended", "resumed", "renewed", "ends-early"]);

        (await journey.Lead("lock", $$"""{"deadline":"{{DateTimeOffset.UtcNow.AddDays(13):O}}"}""", 422))
            .Rule()
            .ShouldBe("always/told-twice/design");
        var deadline = await journey.LockUntil(DateTimeOffset.UtcNow.AddDays(15));

        // What the timer will say then, said now.
        await journey.Tell(new NegotiationDue(journey.Bilan, deadline));
        (await journey.Facilitator.Get(journey.BilanPath)).State().ShouldBe("locked");
        await journey.Remind(deadline);
        await journey.Tell(new NegotiationDue(journey.Bilan, deadline));
        (await journey.Facilitator.Get(journey.BilanPath)).State().ShouldBe("failed");
    }
}
