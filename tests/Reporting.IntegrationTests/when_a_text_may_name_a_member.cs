using PracticeAnalysis.Contracts.Persons.V1;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>A synthesis that names a member and what she said of her superior does not leave because <c>names</c> is empty.</summary>
public class when_a_text_may_name_a_member(ReportingFixture service)
{
    private const string Said = "Le groupe note que Camille dit de sa cheffe qu'elle l'épuise.";

    [Fact]
    public async Task it_is_refused_and_confirmed_by_each_or_worded_otherwise()
    {
        var (journey, path) = await Drafted();
        var refused = await Lock(journey, path, "{}", 422);
        refused.Rule().ShouldBe("always/named-by-consent/S3");
        refused.Body["detail"]!.GetValue<string>().ShouldBe("Words of the text that may name group members who did not agree to it: 1.");
        refused.Body.ToJsonString().Contains("amille", StringComparison.Ordinal).ShouldBeFalse();

        // Said to mean nobody: whoever approves confirms that, or it goes nowhere.
        var locked = await Lock(journey, path, """{"noMemberMeant":true}""");
        locked.Body["noMemberMeant"]!.GetValue<bool>().ShouldBeTrue();
        (await journey.Practice.Get(path)).Body["noMemberMeant"].ShouldBeNull();
        var hash = locked.Body["textHash"]!.GetValue<string>();
        foreach (var party in Enumerable.Range(0, 6).Select(journey.Member).Append(journey.Facilitator))
        {
            await party.Post($"{path}/approvals", $$"""{"textHash":"{{hash}}"}""", 200);
        }

        (await Lead(journey, path, "validate", "{}", 422)).Rule().ShouldBe("always/named-by-consent/S3");
        foreach (var party in Enumerable.Range(0, 6).Select(journey.Member).Append(journey.Facilitator))
        {
            await party.Post($"{path}/approvals", $$"""{"textHash":"{{hash}}","noMemberMeant":true}""", 200);
        }

        await Lead(journey, path, "validate", "{}");
        await Lead(journey, path, "publish", "{}");
    }

    [Fact]
    public async Task who_is_named_agrees_and_takes_it_back_before_it_is_published()
    {
        var (journey, path) = await Drafted();
        await Lead(journey, path, "revise", Body(Said, journey.Members[0]));
        (await Lock(journey, path, "{}", 422)).Body["detail"]!.GetValue<string>().ShouldContain("People named who did not agree to it: 1.");
        await journey.Member(0).Post($"{path}/namings", "{}", 200);
        var hash = (await Lock(journey, path, "{}")).Body["textHash"]!.GetValue<string>();
        foreach (var party in Enumerable.Range(0, 6).Select(journey.Member).Append(journey.Facilitator))
        {
            await party.Post($"{path}/approvals", $$"""{"textHash":"{{hash}}"}""", 200);
        }

        await Lead(journey, path, "validate", "{}");
        await journey.Member(0).Post($"{path}/namings/revoke", "{}", 200);
        (await Lead(journey, path, "publish", "{}", 422)).Rule().ShouldBe("always/named-by-consent/S3");
        await journey.Asker.Get(path, 404);
    }

    [Fact]
    public async Task a_bilan_is_compared_too()
    {
        var journey = await new Journey(service).ToHeld();
        await journey.Tell(await journey.Named(0, "Camille Chuchotée"));
        await journey.DraftAnother(Journey.Draft().Replace(Journey.Canary, Said, StringComparison.Ordinal));
        (await journey.Lead("lock", status: 422)).Rule().ShouldBe("always/named-by-consent/S3");
        await journey.Lead("lock", """{"noMemberMeant":true}""");
        await journey.Approve();
        (await journey.Lead("agree", status: 422)).Rule().ShouldBe("always/named-by-consent/S3");
    }

    [Fact]
    public async Task once_a_member_is_erased_no_text_leaves_without_the_word_that_none_is_meant()
    {
        var journey = await new Journey(service).ToHeld();
        await journey.Tell(await journey.Named(0, "Camille Chuchotée"));
        await journey.DraftAnother(Journey.Draft().Replace(Journey.Canary, Said, StringComparison.Ordinal));
        (await journey.Lead("lock", status: 422)).Rule().ShouldBe("always/named-by-consent/S3");
        await journey.Tell(new PersonErasureRequested(journey.Members[0], journey.Origin()));
        (await journey.Lead("lock", status: 422)).Rule().ShouldBe("always/named-by-consent/S3");
        var locked = await journey.Lead("lock", """{"noMemberMeant":true}""");
        locked.Body["noMemberMeant"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task no_name_is_kept_in_clear_and_what_is_kept_goes_with_the_person()
    {
        var (journey, path) = await Drafted();
        (await service.Count("select count(*) from reporting.mt_doc_namedigests d where d.data::text ilike '%chuchot%'")).ShouldBe(0);
        var theirs = $"select count(*) from reporting.mt_doc_namedigests where data ->> 'person' = '{journey.Members[0]}'";
        (await service.Count(theirs)).ShouldBe(1);
        await journey.Tell(new PersonErasureRequested(journey.Members[0], journey.Origin()));
        (await service.Count(theirs)).ShouldBe(0);

        // A word of before comes late: it is not kept either, and nobody waits for it.
        await journey.Tell(await journey.Named(0, "Camille Chuchotée"));
        (await service.Count(theirs)).ShouldBe(0);
        (await Lock(journey, path, "{}", 422)).Rule().ShouldBe("always/named-by-consent/S3");
        await Lock(journey, path, """{"noMemberMeant":true}""");
    }

    [Fact]
    public async Task while_a_name_is_not_told_nothing_is_locked_and_it_is_asked_for()
    {
        var journey = await new Journey(service).ToHeld();
        var path =
            $"/v1/syntheses/{(await journey.Facilitator.Post($"/v1/groups/{journey.Group}/syntheses", Body(Journey.Canary), 201)).Id}";
        await using (var owner = Npgsql.NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner")))
        {
            await using var command = owner.CreateCommand(
                $"delete from reporting.mt_doc_namedigests where data ->> 'person' = '{journey.Members[2]}'"
            );
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        (await Lock(journey, path, "{}", 503)).Kind().ShouldBe("/problems/not-yet");
        await journey.Tell(await journey.Named(2, "Zoé Tue"));
        await Lock(journey, path, "{}");
    }

    private static string Body(string text, Guid? named = null) =>
        $$"""
            {"axes":[{"axis":"{{Journey.Axis}}","level":"collective","text":"{{text}}"{{(
                named is null ? string.Empty : $",\"names\":[\"{named}\"]"
            )}}}],"listed":[]
            """
        + (
            named is null
                ? $$""","from":"{{Journey.ClosedQuarter:yyyy-MM-dd}}","to":"{{Journey.ClosedQuarter.AddDays(60):yyyy-MM-dd}}"}"""
                : "}"
        );

    private async Task<(Journey Journey, string Path)> Drafted()
    {
        var journey = await new Journey(service).ToHeld();
        await journey.Tell(await journey.Named(0, "Camille Chuchotée"));
        var drafted = await journey.Facilitator.Post($"/v1/groups/{journey.Group}/syntheses", Body(Said), 201);
        return (journey, $"/v1/syntheses/{drafted.Id}");
    }

    private static Task<Answer> Lock(Journey journey, string path, string body, int status = 200) =>
        Lead(journey, path, "lock", body, status);

    private static async Task<Answer> Lead(Journey journey, string path, string verb, string body, int status = 200) =>
        await journey.Facilitator.Post($"{path}/{verb}", body, status, (await journey.Facilitator.Get(path)).ETag);
}
