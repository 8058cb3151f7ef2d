using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>The establishment answers a published bilan: the group reads it beside the bilan, which stays as it was agreed.</summary>
public class when_a_bilan_is_observed(ReportingFixture service)
{
    private const string Said = "Nous ouvrirons un second groupe à la rentrée.";
    private const string Naming = "Nous avons vu avec Camille que rien ne change.";

    private static string Body(string text) => $$"""{"text":"{{text}}"}""";

    private async Task<Journey> Published()
    {
        var journey = await new Journey(service).ToAgreed();
        await journey.Tell(await journey.Named(0, "Camille Chuchotée"));
        await journey.Lead("publish");
        return journey;
    }

    private static System.Text.Json.Nodes.JsonNode Seen(Answer bilan) => bilan.Body["observations"]!.AsArray().ShouldHaveSingleItem()!;

    [Fact]
    public async Task the_group_reads_it_and_the_bilan_and_its_hash_stay()
    {
        var journey = await Published();
        var before = await journey.Asker.Get(journey.BilanPath);
        var after = await journey.Asker.Post($"{journey.BilanPath}/observations", Body(Said), 200);
        foreach (var member in (string[])["state", "textHash", "sections", "approvals", "dissents", "orientations"])
        {
            after.Body[member]?.ToJsonString().ShouldBe(before.Body[member]?.ToJsonString(), member);
        }

        foreach (var reader in (Speaker[])[journey.Asker, journey.Member(0), journey.Facilitator, journey.Practice])
        {
            Seen(await reader.Get(journey.BilanPath))["text"]!.GetValue<string>().ShouldBe(Said);
        }

        // Sealed under the engagement's key, which outlives whoever wrote it and goes with the engagement.
        (await service.Count("select count(*) from reporting.mt_events where data::text ilike '%second groupe à la rentrée%'")).ShouldBe(0);
        (
            await service.Count(
                $"""
                select count(*) from reporting.mt_events e join reporting.mt_doc_datakey k on k.id = e.data -> 'text' ->> 'keyId'
                where e.type = 'bilan_observed' and e.stream_id = '{journey.Bilan}' and k.data ->> 'owner' = '{journey.Engagement}'
                """
            )
        ).ShouldBe(1);
    }

    [Fact]
    public async Task nobody_else_answers_and_nothing_is_answered_before_it_is_published()
    {
        var journey = await new Journey(service).ToAgreed();
        var path = $"{journey.BilanPath}/observations";
        await journey.Asker.Post(path, Body(Said), 404);
        await journey.Lead("publish");
        await service.As(Roles.Establishment, Given.Id(902), journey.Tenant, Guid.CreateVersion7()).Post(path, Body(Said), 404);
        await service.As(Roles.Establishment, Given.Id(901), "cabinet-autre", journey.Establishment).Post(path, Body(Said), 404);
        foreach (
            var other in (Speaker[])
                [journey.Member(0), journey.Facilitator, journey.Practice, service.As(Roles.Platform, tenant: journey.Tenant)]
        )
        {
            await other.Post(path, Body(Said), 403);
        }

        (await journey.Facts<BilanObserved>(journey.Bilan)).ShouldBe(0);
        await journey.Asker.Post(path, Body(Said), 200);
        await journey.Member(0).Post($"{path}/{Guid.NewGuid()}/pass-on", "{}", 403);
        await journey.Asker.Post($"{path}/{Guid.NewGuid()}/pass-on", "{}", 403);
    }

    [Fact]
    public async Task one_that_names_a_member_is_answered_as_any_other_and_held_until_the_facilitator_passes_it_on()
    {
        var journey = await Published();
        var path = $"{journey.BilanPath}/observations";
        var named = await journey.Asker.Post(path, Body(Naming), 200);
        Seen(named)["text"]!.GetValue<string>().ShouldBe(Naming);
        Seen(named)["held"].ShouldBeNull();
        var held = Seen(await journey.Facilitator.Get(journey.BilanPath));
        (held["text"]!.GetValue<string>(), held["held"]!.GetValue<bool>()).ShouldBe((Naming, true));
        foreach (var reader in (Speaker[])[journey.Member(0), journey.Member(1), journey.Practice])
        {
            var read = await reader.Get(journey.BilanPath);
            Seen(read)["text"].ShouldBeNull();
            read.Body.ToJsonString().ShouldNotContain("amille");
        }

        var before = await journey.Asker.Get(journey.BilanPath);
        await journey.Facilitator.Post($"{path}/{held["id"]!.GetValue<Guid>()}/pass-on", """{"noMemberMeant":true}""", 200);
        Seen(await journey.Member(1).Get(journey.BilanPath))["text"]!.GetValue<string>().ShouldBe(Naming);
        var after = await journey.Asker.Get(journey.BilanPath);
        (after.ETag, after.Body.ToJsonString()).ShouldBe((before.ETag, before.Body.ToJsonString()));

        // Another name is let through at once, and the establishment reads the same of both.
        var other = await journey.Asker.Post(path, Body(Naming.Replace("Camille", "Solveig", StringComparison.Ordinal)), 200);
        other.Body["observations"]!
            .AsArray()
            .Select(o => string.Join(' ', o!.AsObject().Select(m => m.Key)))
            .Distinct()
            .Count()
            .ShouldBe(1);
    }

    [Fact]
    public async Task one_is_held_once_a_member_is_erased_whose_name_it_may_say()
    {
        var journey = await Published();
        await journey.Tell(new Contracts.Persons.V1.PersonErasureRequested(journey.Members[0], journey.Origin()));
        await journey.Asker.Post($"{journey.BilanPath}/observations", Body(Naming), 200);
        Seen(await journey.Facilitator.Get(journey.BilanPath))["held"]!.GetValue<bool>().ShouldBeTrue();
        Seen(await journey.Member(1).Get(journey.BilanPath))["text"].ShouldBeNull();
    }

    [Fact]
    public async Task the_facilitator_is_told_in_the_feed_and_nobody_else()
    {
        var journey = await Published();
        const string Feed = "/v1/events?type=bilan.answered";
        await journey.Asker.Post($"{journey.BilanPath}/observations", Body(Said), 200);
        await when_webhooks_are_called.Until(async () => (await journey.Facilitator.Get(Feed)).Body["items"]!.AsArray().Count > 0);
        var told = (await journey.Facilitator.Get(Feed)).Body["items"]!.AsArray().ShouldHaveSingleItem()!;
        told["subject"]!.GetValue<string>().ShouldBe(journey.BilanPath);
        told.ToJsonString().ShouldNotContain("rentrée");
        await journey.Member(0).Get(Feed, 400);
        await journey.Asker.Get(Feed, 400);
        (await service.As(Roles.Facilitator, Given.Id(77), journey.Tenant).Get(Feed)).Body["items"]!.AsArray().ShouldBeEmpty();
    }
}
