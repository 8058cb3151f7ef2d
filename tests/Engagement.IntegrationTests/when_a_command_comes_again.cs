using Microsoft.Extensions.DependencyInjection;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.Kernel;
using Wolverine;

namespace PracticeAnalysis.Engagement.IntegrationTests;

/// <summary>The same command under one Idempotency-Key happens once, and is answered as the first time: to whom its resource is visible still.</summary>
public class when_a_command_comes_again(EngagementFixture service)
{
    private const string Establishments = "/v1/establishments";

    private readonly Speaker _practice = service.As(Roles.Practice, tenant: $"cabinet-{Guid.NewGuid()}");

    private static string Body(string name = "IME Les Tilleuls", string siret = "73282932000074") =>
        $$"""{"name":"{{name}}","siret":"{{siret}}","sector":"medico-social"}""";

    private static string Key() => Guid.NewGuid().ToString();

    [Fact]
    public async Task it_happens_once_and_the_answer_is_the_same()
    {
        var key = Key();
        var first = await _practice.Try(Establishments, Body(), key: key);
        var again = await _practice.Try(Establishments, Body(), key: key);
        (again.Status, again.ETag, again.Location).ShouldBe((201, first.ETag, first.Location));
        again.Body.ToJsonString().ShouldBe(first.Body.ToJsonString());
        (await _practice.Try(Establishments, Body(siret: Given.NewSiret()))).Id.ShouldNotBe(first.Id);
    }

    [Fact]
    public async Task fifty_at_once_have_one_effect_and_one_answer()
    {
        var key = Key();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _practice.Try(Establishments, Body(), key: key)));
        answers.ShouldAllBe(a => a.Status == 201);
        answers.Select(a => a.Body.ToJsonString()).Distinct().ShouldHaveSingleItem();
        (await service.Count($"select count(*) from engagement.mt_events where tenant_id = '{_practice.Tenant}'")).ShouldBe(1);
    }

    [Fact]
    public async Task with_another_body_or_path_it_is_refused()
    {
        var key = Key();
        await _practice.Try(Establishments, Body(), key: key);
        var other = await _practice.Try(Establishments, Body("IME Les Ormes"), key: key);
        (other.Status, other.Kind()).ShouldBe((422, "/problems/idempotency-key-reused"));
        other.Body["errors"]!.AsArray().ShouldHaveSingleItem()!["parameter"]!.ToString().ShouldBe("Idempotency-Key");
        (
            await _practice.Try("/v1/facilitators", """{"displayName":"X","independenceDeclared":true,"evidence":[]}""", key: key)
        ).Status.ShouldBe(422);
    }

    [Fact]
    public async Task another_person_with_the_same_key_is_another_command()
    {
        var key = Key();
        var mine = await _practice.Try(Establishments, Body(), key: key);
        var theirs = await service
            .As(Roles.Practice, Given.Id(77), _practice.Tenant)
            .Try(Establishments, Body(siret: Given.NewSiret()), key: key);
        theirs.Status.ShouldBe(201);
        theirs.Id.ShouldNotBe(mine.Id);
    }

    [Fact]
    public async Task a_change_is_answered_as_it_was_though_the_resource_moved_on()
    {
        var journey = await new Journey(service).ToOpened();
        var facilitator = $$"""{"facilitator":"{{journey.FacilitatorId}}"}""";
        var path = $"{journey.EngagementPath}/facilitator";
        var (key, tag) = (Key(), (await journey.Practice.Get(journey.EngagementPath)).ETag);
        var first = await journey.Practice.Try(path, facilitator, tag, key);
        first.Status.ShouldBe(200);
        await journey.Change(journey.Facilitator, journey.EngagementPath, "diagnosis", "{}");
        var again = await journey.Practice.Try(path, facilitator, tag, key);
        (again.Status, again.ETag).ShouldBe((200, first.ETag));
        again.Body.ToJsonString().ShouldBe(first.Body.ToJsonString());
    }

    [Fact]
    public async Task a_facilitator_who_was_replaced_reads_nothing_by_what_they_led()
    {
        var journey = await new Journey(service).ToOpened();
        await journey.Change(journey.Practice, journey.EngagementPath, "facilitator", $$"""{"facilitator":"{{journey.FacilitatorId}}"}""");
        var (key, path, tag) = (Key(), $"{journey.EngagementPath}/diagnosis", (await journey.Facilitator.Get(journey.EngagementPath)).ETag);
        (await journey.Facilitator.Try(path, "{}", tag, key)).Status.ShouldBe(200);
        var another = await journey.Practice.Post(
            "/v1/facilitators",
            """{"displayName":"X","independenceDeclared":true,"evidence":[{"kind":"field-experience","title":"T","years":12}]}""",
            201
        );
        await journey.Change(journey.Practice, journey.EngagementPath, "facilitator", $$"""{"facilitator":"{{another.Id}}"}""");
        await journey.Facilitator.Get(journey.EngagementPath, 404);
        var again = await journey.Facilitator.Try(path, "{}", tag, key);
        (again.Status, again.ETag, again.Location).ShouldBe((404, string.Empty, string.Empty));
    }

    [Fact]
    public async Task whoever_was_erased_is_answered_nothing_again_for_lines_that_they_sent_neither()
    {
        var person = Guid.CreateVersion7();
        var practice = service.As(Roles.Practice, person, _practice.Tenant);
        const string Imports = "/v1/imports/establishments";
        var (key, import, lines) = (Key(), Key(), $$"""{"establishment":{{Body("IME Les Ormes")}}}""");
        (await practice.Try(Establishments, Body(), key: key)).Status.ShouldBe(201);
        await practice.Import(Imports, lines, key: import);
        await using var scope = service.Host.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<IMessageBus>()
            .InvokeForTenantAsync(
                practice.Tenant,
                new PersonErasureRequested(person, new Origin(person, 1, Given.Now)),
                TestContext.Current.CancellationToken
            );

        var again = await practice.Try(Establishments, Body(), key: key);
        (again.Status, again.Kind()).ShouldBe((410, "/problems/gone"));
        (await practice.Import(Imports, lines, 410, import)).Kind().ShouldBe("/problems/gone");
    }

    [Fact]
    public async Task whoever_was_erased_may_ask_again_how_their_erasure_stands()
    {
        var journey = await new Journey(service).ToRequest();
        var (key, path) = (Key(), $"/v1/persons/{journey.FacilitatorId}/erasure");
        (await journey.Facilitator.Try(path, "{}", key: key)).Status.ShouldBe(202);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while ((await journey.Facilitator.Get(path)).Body["erased"]!.AsArray().Count == 0)
        {
            await beat.WaitForNextTickAsync(patience.Token);
        }

        (await journey.Facilitator.Try(path, "{}", key: key)).Status.ShouldBe(202);
    }

    [Fact]
    public async Task one_that_was_refused_is_decided_anew()
    {
        var key = Key();
        (await _practice.Try(Establishments, Body().Replace("74", "75", StringComparison.Ordinal), key: key)).Status.ShouldBe(422);
        (await _practice.Try(Establishments, Body(), key: key)).Status.ShouldBe(201);
    }

    [Theory]
    [InlineData("é")]
    [InlineData("with space")]
    public async Task a_key_that_is_none_is_refused(string key) =>
        (await _practice.Try(Establishments, Body(), key: key)).Status.ShouldBe(400);
}
