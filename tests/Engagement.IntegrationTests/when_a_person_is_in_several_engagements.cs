using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Kernel;
using Wolverine;

namespace PracticeAnalysis.Engagement.IntegrationTests;

/// <summary>A person of a practice is one, in however many engagements and under however many records; and nobody learns by it who is whose.</summary>
public class when_a_person_is_in_several_engagements(EngagementFixture service)
{
    private static readonly int LastYear = DateTimeOffset.UtcNow.Year - 1;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Speaker Practice => service.As(Roles.Practice);

    private static string Named(string name) => $$"""{"displayName":"{{name}}"}""";

    private async Task<(Journey One, Journey Other)> Two()
    {
        var one = await new Journey(service) { Design = Journey.Dispositif("eaje") }.ToActive();
        var other = await new Journey(service)
        {
            Design = Journey.Dispositif("eaje"),
            House = one.Establishment,
            Known = [one.Members[0]],
        }.ToActive();
        return (one, other);
    }

    [Fact]
    public async Task the_practice_finds_them_by_a_name_and_enrols_them_under_their_id()
    {
        var name = $"Zoe {Letters()}";
        var one = await new Journey(service).ToChartering();
        var enrolled = await one.Practice.Post(
            $"{one.GroupPath}/members",
            $$"""{"displayName":"{{name}}","institution":"{{one.Establishment}}"}""",
            200
        );
        var person = enrolled.Body["members"]![0]!["person"]!.GetValue<Guid>();
        var found = await Practice.Post("/v1/persons/search", Named($"{name.ToUpperInvariant().Split(" ")[1]} zoé"), 200);
        var item = found.Body["items"]!.AsArray().ShouldHaveSingleItem()!;
        item["person"]!.GetValue<Guid>().ShouldBe(person);
        item["groups"]![0]!.GetValue<Guid>().ShouldBe(one.Group);
        item["institutions"]![0]!.GetValue<Guid>().ShouldBe(one.Establishment);
        found.Body.ToJsonString().ShouldNotContain("zo", Case.Insensitive);

        var other = await new Journey(service) { House = one.Establishment }.ToChartering();
        var again = await other.EnrolById(person);
        again.Body["members"]![0]!["person"]!.GetValue<Guid>().ShouldBe(person);
        (await other.Practice.Get($"{other.GroupPath}/identities")).Body.ToJsonString().ShouldContain(name);
        await other.EnrolById(person, 409);
    }

    [Fact]
    public async Task nobody_but_the_practice_searches_persons()
    {
        foreach (var role in Roles.All.Except([Roles.Practice]))
        {
            await service.As(role, Given.Id(77)).Post("/v1/persons/search", Named(Journey.PersonName), 403);
        }

        await new Journey(service).ToSealed();
        var elsewhere = await service.As(Roles.Practice, tenant: "autre").Post("/v1/persons/search", Named(Journey.PersonName), 200);
        elsewhere.Body["items"]!.AsArray().ShouldBeEmpty();
        await Practice.Post("/v1/persons/search", Named(""), 400);
    }

    [Fact]
    public async Task another_practices_person_is_nobody_and_a_facilitator_probes_no_id()
    {
        var journey = await new Journey(service).ToChartering();
        var known = (await journey.Enrol(journey.Establishment)).Body["members"]![0]!["person"]!.GetValue<Guid>();
        await journey.EnrolById(Guid.CreateVersion7(), 404);
        var refused = await journey.EnrolById(known, 403, journey.Facilitator);
        var unknown = await journey.EnrolById(Guid.CreateVersion7(), 403, journey.Facilitator);
        refused.Body["detail"]!.ToString().ShouldBe(unknown.Body["detail"]!.ToString());
        var theirs = service.As(Roles.Practice, tenant: "autre");
        await theirs.Post($"/v1/persons/{known}/join", $$"""{"other":"{{known}}"}""", 404);
        await theirs.Post($"/v1/persons/{known}/part", "{}", 404);
    }

    [Fact]
    public async Task four_hours_and_four_hours_in_one_establishment_are_eight()
    {
        var (one, other) = await Two();
        var person = one.Members[0];
        await Held(one, (1, 120, [person]), (5, 120, [person]));
        await Held(other, (2, 120, [person]), (10, 120, [person]));
        var path = $"/v1/establishments/{one.Establishment}/attestations/{person}?year={LastYear}";
        foreach (var reader in new[] { Practice, one.Asker, one.Member(0) })
        {
            var over = (await reader.Get(path)).Body;
            (over["minutes"]!.GetValue<int>(), over["lacking"]!.AsArray().Count).ShouldBe((480, 0));
            over["engagements"]!.AsArray().Select(e => e!["minutes"]!.GetValue<int>()).ShouldBe([240, 240]);
            var each = (await reader.Get($"{one.EngagementPath}/attestations/{person}?year={LastYear}")).Body;
            (each["minutes"]!.GetValue<int>(), each["lacking"]!.AsArray().Count).ShouldBe((240, 0));
        }

        // Each reading of either is known to the person in both.
        foreach (var engagement in new[] { one, other })
        {
            var own = await one.Member(0).Get($"{engagement.EngagementPath}/attestations/{person}?year={LastYear}");
            own.Body["readings"]!
                .AsArray()
                .Select(r => r!["by"]!.ToString())
                .ShouldBe(["practice", "practice", "establishment", "establishment"]);
        }

        await one.Member(1).Get(path, 404);
        await service.As(Roles.Establishment, Given.Id(905), establishment: Guid.CreateVersion7()).Get(path, 404);
        await Practice.Get(path.Replace($"{one.Establishment}", $"{Guid.CreateVersion7()}", StringComparison.Ordinal), 404);
        await Practice.Get(path.Replace($"{LastYear}", "1999", StringComparison.Ordinal), 400);
    }

    [Fact]
    public async Task presence_in_another_establishment_comes_by_no_attestation()
    {
        var one = await new Journey(service) { Design = Journey.Dispositif("eaje") }.ToActive();
        var other = await new Journey(service) { Design = Journey.Dispositif("eaje"), Known = [one.Members[0]] }.ToActive();
        var person = one.Members[0];
        await Held(one, (1, 120, [person]));
        await Held(other, (2, 240, [person]), (6, 120, [person]), (10, 120, [person]));
        var over = (await one.Asker.Get($"/v1/establishments/{one.Establishment}/attestations/{person}?year={LastYear}")).Body;
        (over["minutes"]!.GetValue<int>(), over["lacking"]!.AsArray().Count).ShouldBe((120, 2));
        over.ToJsonString().ShouldNotContain($"{other.Engagement}");
        (await one.Asker.Get($"{one.EngagementPath}/attestations/{person}?year={LastYear}")).Body["lacking"]!.AsArray().Count.ShouldBe(2);
        await one.Asker.Get($"/v1/establishments/{other.Establishment}/attestations/{person}?year={LastYear}", 404);
    }

    [Fact]
    public async Task joined_records_count_as_one_and_open_nothing_to_each_other()
    {
        var one = await new Journey(service) { Design = Journey.Dispositif("eaje") }.ToActive();
        var other = await new Journey(service) { Design = Journey.Dispositif("eaje"), House = one.Establishment }.ToActive();
        var (first, second) = (one.Members[0], other.Members[0]);
        await Held(one, (1, 120, [first]), (5, 120, [first]));
        await Held(other, (2, 120, [second]), (10, 120, [second]));
        var answer = await Join(first, second, 202);
        answer.Body["joined"]![0]!.GetValue<Guid>().ShouldBe(second);
        await Join(second, first, 202);
        var over = (await one.Asker.Get($"/v1/establishments/{one.Establishment}/attestations/{first}?year={LastYear}")).Body;
        (over["minutes"]!.GetValue<int>(), over["records"]!.GetValue<int>(), over["lacking"]!.AsArray().Count).ShouldBe((480, 2, 0));

        // Whoever was joined, by mistake or by intent, reads with their token what they read before.
        var own = (await one.Member(0).Get($"/v1/establishments/{one.Establishment}/attestations/{first}?year={LastYear}")).Body;
        own["minutes"]!.GetValue<int>().ShouldBe(240);
        await one.Member(0).Get(other.GroupPath, 404);
        await one.Member(0).Get(other.EngagementPath, 404);
        await one.Member(0).Get($"/v1/persons/{second}/erasure", 404);
        await one.Member(0).Post($"/v1/persons/{second}/part", "{}", 404);
        var seen = (await one.Member(0).Get($"/v1/persons/{first}/erasure")).Body;
        (seen["records"]!.GetValue<int>(), seen["joined"]).ShouldBe((2, null));
        var exported = (await one.Member(0).Get("/v1/persons/me/export/engagement")).Body.ToJsonString();
        exported.ShouldContain("persons_joined");
        exported.ShouldNotContain($"{second}");

        await one.Member(0).Post($"/v1/persons/{first}/part", "{}", 202);
        over = (await one.Asker.Get($"/v1/establishments/{one.Establishment}/attestations/{first}?year={LastYear}")).Body;
        over["minutes"]!.GetValue<int>().ShouldBe(240);
    }

    [Fact]
    public async Task both_records_are_in_no_group_and_in_no_engagement()
    {
        var one = await new Journey(service).ToChartering();
        var (first, second) = (await NewMember(one), await NewMember(one));
        await Join(first, second, 409);
        var other = await new Journey(service).ToChartering();
        var third = await NewMember(other);
        await Join(first, third, 202);
        await one.EnrolById(third, 409);
        await service.As(Roles.Facilitator, one.FacilitatorId).Post($"/v1/persons/{first}/join", $$"""{"other":"{{second}}"}""", 403);
        await service.As(Roles.Member, first).Post($"/v1/persons/{first}/join", $$"""{"other":"{{second}}"}""", 403);
        await Join(one.FacilitatorId, first, 422);
    }

    [Fact]
    public async Task who_were_two_members_at_a_session_are_not_one_though_one_was_away_and_has_left_since()
    {
        var one = await new Journey(service).ToActive();
        var (first, second) = (one.Members[0], one.Members[1]);
        await using (var scope = service.Host.Services.CreateAsyncScope())
        {
            var session = Guid.CreateVersion7();
            await scope
                .ServiceProvider.GetRequiredService<IMessageBus>()
                .InvokeForTenantAsync(
                    "cabinet",
                    new SessionHeld(session, one.Group, one.Engagement, 120, 2, [first], new(session, 1, DateTimeOffset.UtcNow)),
                    TestContext.Current.CancellationToken
                );
        }

        var leaver = service.As(Roles.Member, second);
        await leaver.Post($"{one.GroupPath}/leave", $$"""{"person":"{{second}}","reason":"Départ"}""", 200);
        await Join(first, second, 409);
    }

    [Fact]
    public async Task who_were_members_at_once_are_two_before_a_session_of_that_time_is_told()
    {
        var one = await new Journey(service).ToActive();
        var (first, second) = (one.Members[0], one.Members[1]);
        var leaver = service.As(Roles.Member, second);
        await leaver.Post($"{one.GroupPath}/leave", $$"""{"person":"{{second}}","reason":"Départ"}""", 200);
        await Join(first, second, 409);
    }

    [Fact]
    public async Task who_were_members_at_once_are_two_though_one_left_before_accepting_the_charter()
    {
        var one = await new Journey(service).ToChartering();
        var (first, second) = (await NewMember(one), await NewMember(one));
        var leaver = service.As(Roles.Member, second);
        await leaver.Post($"{one.GroupPath}/leave", $$"""{"person":"{{second}}","reason":"Départ"}""", 200);
        (await Join(first, second, 409)).Body["satisfy"]!.ToString().ShouldContain("never joined");
    }

    [Fact]
    public async Task who_led_a_group_is_no_member_of_it_after_somebody_else_leads_it()
    {
        var one = await new Journey(service).ToActive();
        var led = one.FacilitatorId;
        var next = await Practice.Post(
            "/v1/facilitators",
            """{"displayName":"Ada","independenceDeclared":true,"evidence":[{"kind":"field-experience","title":"x","years":12}]}""",
            201
        );
        await one.Change(Practice, one.EngagementPath, "facilitator", $$"""{"facilitator":"{{next.Id}}","authorityOver":[]}""");
        await Join(led, one.Members[0], 422);
        var other = await new Journey(service).ToChartering();
        await Join(led, await NewMember(other), 202);
    }

    [Fact]
    public async Task erased_under_one_record_the_other_follows_unless_it_says_that_it_is_anothers()
    {
        var one = await new Journey(service).ToChartering();
        var other = await new Journey(service).ToChartering();
        var (first, second, third) = (await NewMember(one), await NewMember(other), await NewMember(other));
        var far = await new Journey(service).ToChartering();
        var fourth = await NewMember(far);
        await Join(first, second, 202);
        await service.As(Roles.Member, first).Post($"/v1/persons/{first}/erasure", "{}", 202);
        (await one.Practice.Get(one.GroupPath)).Body["members"]!.AsArray().ShouldBeEmpty();
        var follows = service.As(Roles.Member, second);
        var seen = (await follows.Get($"/v1/persons/{second}/erasure")).Body;
        seen["state"]!.ToString().ShouldBe("announced");
        seen["followsAt"]!.GetValue<DateTimeOffset>().ShouldBeGreaterThan(DateTimeOffset.UtcNow.AddDays(6));
        var waiting = (await follows.Get("/v1/persons/me/waiting/engagement")).Body["items"]!.AsArray();
        waiting.ShouldContain(w => w!["kind"]!.ToString() == "erasure");
        await Practice.Post($"/v1/persons/{second}/erasure", "{}", 422);
        await one.EnrolById(first, 410);
        await follows.Post($"/v1/persons/{second}/part", "{}", 202);
        (await follows.Get($"/v1/persons/{second}/erasure")).Body["state"]!.ToString().ShouldBe("none");

        // Both are told, and both leave their groups together.
        await Join(third, fourth, 202);
        await Practice.Post($"/v1/persons/{third}/erasure/notice", """{"by":"letter"}""", 202);
        (await Practice.Get($"/v1/persons/{fourth}/erasure")).Body["state"]!.ToString().ShouldBe("announced");
    }

    [Fact]
    public async Task one_person_under_one_id_leaves_every_group_with_their_erasure()
    {
        var one = await new Journey(service).ToChartering();
        var other = await new Journey(service).ToChartering();
        var person = await NewMember(one);
        await other.EnrolById(person);
        await service.As(Roles.Member, person).Post($"/v1/persons/{person}/erasure", "{}", 202);
        foreach (var journey in new[] { one, other })
        {
            (await journey.Practice.Get(journey.GroupPath)).Body["members"]!.AsArray().ShouldBeEmpty();
        }
    }

    private static async Task<Guid> NewMember(Journey journey) =>
        (await journey.Enrol(journey.Establishment)).Body["members"]!.AsArray()[^1]!["person"]!.GetValue<Guid>();

    private Task<Answer> Join(Guid one, Guid other, int status) =>
        Practice.Post($"/v1/persons/{one}/join", $$"""{"other":"{{other}}"}""", status);

    private static string Letters() => new([.. Guid.NewGuid().ToString("N").Select(c => (char)('a' + (c % 26)))]);

    // Sessions of last year, told then.
    private async Task Held(Journey journey, params (int Month, int Minutes, Guid[] Present)[] sessions)
    {
        await using var scope = service.Host.Services.CreateAsyncScope();
        foreach (var (month, minutes, present) in sessions)
        {
            var at = new DateTimeOffset(LastYear, month, 10, 9, 0, 0, TimeSpan.Zero);
            var session = Guid.CreateVersion7();
            await scope
                .ServiceProvider.GetRequiredService<IMessageBus>()
                .InvokeForTenantAsync(
                    "cabinet",
                    new SessionHeld(session, journey.Group, journey.Engagement, minutes, 8, present, new(session, 1, at))
                );
        }

        await using var owner = NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        await using var command = owner.CreateCommand(
            $"update engagement.mt_events set timestamp = timestamp - interval '366 days' where stream_id = '{journey.Engagement}'"
        );
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
