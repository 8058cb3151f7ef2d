using Npgsql;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.IntegrationTests;

public class when_a_session_is_held(SessionFixture service)
{
    private const string Closing =
        """{"minutes":115,"explanation":"told-afterwards","themes":[{"axis":"conflicts-of-values","level":"organisational"}],"outcome":"action-track"}""";

    [Fact]
    public async Task by_expose_interpret_respond_every_interpretation_is_pronounced_upon()
    {
        var journey = await new Journey(service).Open();
        await journey.Narrator.Post($"{journey.Path}/situations", Journey.Text(), 200);
        await journey.Change("phases/interpret/start", status: 422);
        await journey.Change("phases/expose/start");
        await journey.Choose();
        await journey.Contribute(0, "expose");
        await journey.Change("phases/expose/complete");
        await journey.Change("phases/interpret/start");

        // Seven members at once: each interpretation is there once.
        await Task.WhenAll(Enumerable.Range(1, 7).Select(member => journey.Contribute(member, "interpretation")));
        var contributions = (await journey.Facilitator.Get(journey.Path)).Body["contributions"]!.AsArray();
        contributions.Count(c => c!["kind"]!.GetValue<string>() == "interpretation").ShouldBe(7);
        contributions.Select(c => c!["author"]!.GetValue<Guid>()).Distinct().Count().ShouldBe(8);

        await journey.Change("phases/interpret/complete");
        await journey.Change("phases/pronounce/start");
        var interpretations = contributions
            .Where(c => c!["kind"]!.GetValue<string>() == "interpretation")
            .Select(c => c!["id"]!.GetValue<Guid>())
            .ToList();
        foreach (var interpretation in interpretations[1..])
        {
            await journey.Narrator.Post($"{journey.Path}/contributions/{interpretation}/pronounce", """{"stance":"partly"}""", 200);
        }

        var lacking = await journey.Change("phases/pronounce/complete", status: 422);
        lacking.Body["rules"]![0]!["rule"]!.GetValue<string>().ShouldBe("every-interpretation-pronounced");
        await journey.Narrator.Post($"{journey.Path}/contributions/{interpretations[0]}/pronounce", """{"stance":"does-not-hold"}""", 200);
        await journey.Change("phases/pronounce/complete");
        await journey.Change("phases/respond/start");
        await journey.Contribute(1, "response");
        await journey.Change("phases/respond/complete");
        var untracked = await journey.Change("close", Closing, 422);
        untracked.Body["rules"]![0]!["rule"]!.GetValue<string>().ShouldBe("outcome");
        await journey.Member(1).Post($"/v1/groups/{journey.Group}/tracks", journey.Track(), 201);
        var closed = await journey.Change("close", Closing);
        closed.Body["state"]!.GetValue<string>().ShouldBe("closed");
        await journey.Change("close", Closing, 409);

        var early = await journey.Facilitator.Get($"{journey.Path}?version=2");
        early.Body["state"]!.GetValue<string>().ShouldBe("open");
        early.Body["contributions"]!.AsArray().ShouldBeEmpty();
        await IsSealed();
    }

    [Fact]
    public async Task by_the_narrators_process_everyone_is_heard()
    {
        var journey = await new Journey(service, "narrator").Open();
        await journey.Change("phases/emerge/start");
        await journey.Narrator.Post($"{journey.Path}/situations", Journey.Text(), 200);
        await journey.Change("phases/emerge/complete");
        await journey.Change("phases/choose/start");
        await journey.Choose();
        await journey.Change("phases/choose/complete");
        await journey.Change("phases/expose/start");
        await journey.Contribute(0, "expose");
        await journey.Narrator.Post($"{journey.Path}/starting-position", Journey.Text(), 200);
        await journey.Change("phases/expose/complete");
        await journey.Change("phases/question/start");
        await journey.Change("phases/question/complete");
        await journey.Change("phases/objective/start");
        await journey.Narrator.Post($"{journey.Path}/objective", Journey.Text(more: ",\"dependsOnNarrator\":false"), 422);
        await journey.Narrator.Post($"{journey.Path}/objective", Journey.Text(more: ",\"dependsOnNarrator\":true"), 200);
        await journey.Change("phases/objective/complete");
        await journey.Change("phases/pistes/start");
        await journey.Change("phases/pistes/complete", status: 422);
        await Task.WhenAll(Enumerable.Range(1, 7).Select(member => journey.Contribute(member, "piste")));
        await journey.Change("phases/pistes/complete");
        await journey.Change("phases/feedback/start");
        await journey.Narrator.Post($"{journey.Path}/feedback", Journey.Text(), 200);
        await journey.Change("phases/feedback/complete");
        await journey.Change("phases/echo/start");
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(m => journey.Member(m).Post($"{journey.Path}/echoes", Journey.Text(more: ",\"private\":true"), 200))
        );
        await journey.Change("phases/echo/complete");
        var closed = await journey.Change("close", Closing.Replace("action-track", "change", StringComparison.Ordinal));

        // A private echo is for its author and the narrator.
        closed.Body["echoes"]!
            .AsArray()
            .ShouldAllBe(e => e!["text"] == null);
        (await journey.Narrator.Get(journey.Path)).Body["echoes"]!
            .AsArray()
            .ShouldAllBe(e => e!["text"]!.GetValue<string>() == Journey.Canary);
        (await journey.Member(3).Get(journey.Path)).Body["echoes"]!.AsArray().Count(e => e!["text"] != null).ShouldBe(1);
    }

    [Fact]
    public async Task what_is_withdrawn_shows_no_text()
    {
        var journey = await new Journey(service).Open();
        await journey.Narrator.Post($"{journey.Path}/situations", Journey.Text(), 200);
        await journey.Change("phases/expose/start");
        await journey.Choose();
        var made = (await journey.Contribute(0, "expose")).Body["contributions"]![0]!["id"]!.GetValue<Guid>();
        await journey.Member(1).Post($"{journey.Path}/contributions/{made}/withdraw", "{}", 422);
        var withdrawn = await journey.Narrator.Post($"{journey.Path}/contributions/{made}/withdraw", "{}", 200);
        withdrawn.Body["contributions"]![0]!["text"].ShouldBeNull();
    }

    [Fact]
    public async Task others_find_nothing_and_a_change_names_the_version_it_changes()
    {
        var journey = await new Journey(service).Open();
        await service.As(Roles.Practice).Get(journey.Path, 403);
        await service.As(Roles.Establishment, establishment: Given.Id(60)).Get(journey.Path, 403);
        await service.As(Roles.Auditor).Get(journey.Path, 403);
        await service.As(Roles.Member).Get(journey.Path, 404);
        await service.As(Roles.Facilitator).Get(journey.Path, 404);
        await service.As(Roles.Member, journey.Persons[0], tenant: "autre").Get(journey.Path, 404);
        await journey.Facilitator.Post($"{journey.Path}/phases/expose/start", "{}", 428);
        await journey.Facilitator.Post($"{journey.Path}/phases/expose/start", "{}", 412, "\"1\"");
        await journey.Facilitator.Post($"{journey.Path}/open", "{}", 409, (await journey.Facilitator.Get(journey.Path)).ETag);
        await journey.Narrator.Post($"{journey.Path}/situations", """{"text":" "}""", 400);
        await journey.Facilitator.Post(
            $"{journey.Path}/close",
            """{"minutes":90,"themes":[null],"outcome":"change"}""",
            400,
            (await journey.Facilitator.Get(journey.Path)).ETag
        );
        await journey.Narrator.Post($"{journey.Path}/situations", Journey.Text(more: ",\"occurredAt\":\"2099-01-01T00:00:00Z\""), 422);
    }

    /// <summary>A session is dated back to before the engagement was active, and to when somebody was not in the group.</summary>
    [Fact]
    public async Task a_session_is_judged_by_what_had_happened_at_its_time()
    {
        var journey = new Journey(service);
        await journey.Tell(journey.Sealing);
        await journey.Tell(journey.Activation);
        static string At(int day, string more = "") => $$"""{"occurredAt":"{{Given.Now.AddDays(day):O}}"{{more}}}""";
        string Scheduling(int day) => At(day, $",\"plannedFor\":\"{Given.Now.AddDays(day):O}\"");
        var path = $"/v1/groups/{journey.Group}/sessions";
        var early = await journey.Facilitator.Post(path, Scheduling(-10), 422);
        early.Body["rules"]![0]!["rule"]!.ToString().ShouldBe("charter-acceptance");

        await journey.Tell(
            new MemberLeft(journey.Group, journey.Engagement, journey.Persons[7], journey.At(30) with { OccurredAt = Given.Now.AddDays(5) })
        );
        var before = await journey.Facilitator.Post(path, Scheduling(2), 201);
        var opened = await journey.Facilitator.Post($"{before.Location}/open", At(2), 200, before.ETag);
        var all = $",\"present\":[{string.Join(',', journey.Persons.Select(p => $"\"{p}\""))}]";
        await journey.Facilitator.Post($"{before.Location}/attendance", At(6, all), 422, opened.ETag);
        await journey.Facilitator.Post($"{before.Location}/attendance", At(2, all), 200, opened.ETag);
        await journey.Member(7).Get(before.Location, 404);
        await journey.Member(6).Get(before.Location);
        var at = await journey.Facilitator.Post(path, Scheduling(2), 201);
        var twice = await journey.Facilitator.Post($"{at.Location}/open", At(3), 422, at.ETag);
        twice.Body["rules"]![0]!["rule"]!.ToString().ShouldBe("plausible");
        await journey.Facilitator.Post($"{at.Location}/open", At(3, ",\"explanation\":\"told-afterwards\""), 200, at.ETag);
    }

    [Theory]
    [InlineData("sessions")]
    [InlineData("parts")]
    [InlineData("situations")]
    [InlineData("tracks")]
    public async Task what_engagement_tells_of_the_group_is_waited_for(string view)
    {
        var journey = new Journey(service);
        await journey.Tell(journey.Activation);
        var path = $"/v1/groups/{journey.Group}/{view}?reflects={journey.Sealing.Origin.Stream}@{journey.Sealing.Origin.Version}";
        var asked = journey.Member(0).Get(path, prefer: "wait=20");
        await journey.Tell(journey.Sealing);
        await asked;
        await service.As(Roles.Member).Get(path, 503, "wait=0");
    }

    [Fact]
    public async Task engagement_is_believed_once_and_in_either_order()
    {
        var journey = new Journey(service);
        await journey.Tell(journey.Activation);
        await journey.Facilitator.Post($"/v1/groups/{journey.Group}/sessions", """{"plannedFor":"2026-03-02T09:00:00Z"}""", 409);
        await journey.Tell(journey.Sealing);
        await journey.Tell(journey.Sealing);
        await journey.Tell(journey.Activation);
        await journey.Facilitator.Post($"/v1/groups/{journey.Group}/sessions", """{"plannedFor":"2026-03-02T09:00:00Z"}""", 201);
        (await Count($"select count(*) from session.mt_events where stream_id = '{journey.Group}'")).ShouldBe(2);
    }

    // No text stands in the events; what may stand there is found, so the search does find.
    private async Task IsSealed()
    {
        (await Count("select count(*) from session.mt_events where data::text like '%canari%'")).ShouldBe(0);
        (await Count("select count(*) from session.mt_events where data::text like '%conflicts-of-values%'")).ShouldBeGreaterThan(0);
    }

    private async Task<long> Count(string sql)
    {
        await using var owner = NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        await using var command = owner.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
