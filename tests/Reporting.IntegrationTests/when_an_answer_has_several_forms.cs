using Microsoft.AspNetCore.Http;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.History.Audit;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>Each route that has several forms answers in the one that is asked for, by the parameter or by <c>Accept</c>; one that contradicts the other is 406.</summary>
public class when_an_answer_has_several_forms(ReportingFixture service)
{
    private async Task<(int Status, IHeaderDictionary Headers)> Ask(Speaker speaker, string path, string accept)
    {
        var answered = await service.Host.Scenario(s =>
        {
            s.Get.Url(path);
            s.WithRequestHeader("Authorization", $"Bearer {speaker.Token}");
            s.WithRequestHeader("Accept", accept);
            s.IgnoreStatusCode();
        });
        return (answered.Context.Response.StatusCode, answered.Context.Response.Headers);
    }

    private async Task Answers(Speaker speaker, string path, string accept, string media)
    {
        var (status, headers) = await Ask(speaker, path, accept);
        (status, $"{headers.ContentType}".Split(';')[0]).ShouldBe((200, media));
        $"{headers.Vary}".Split(',').Select(v => v.Trim()).ShouldContain("Accept");
    }

    private async Task Contradicts(Speaker speaker, string path, string accept) => (await Ask(speaker, path, accept)).Status.ShouldBe(406);

    [Fact]
    public async Task a_history_is_lines_under_the_name_that_was_asked_for_and_its_exports_are_of_one_form_each()
    {
        var journey = new Journey(service);
        await journey.Tell(Journey.Entry(journey.Engagement, 1));
        var grant = (await journey.Grant()).Location;
        var history = $"/v1/engagements/{journey.Engagement}/history";
        await Answers(journey.Auditor, history, "application/jsonl", "application/jsonl");
        await Answers(journey.Auditor, history, "application/json, application/jsonl;q=0.5", "application/json");
        foreach (var export in new[] { $"/v1/engagements/{journey.Engagement}/export", $"{grant}/export" })
        {
            await Contradicts(journey.Auditor, $"{export}?format=csv", "application/json");
        }
    }

    [Fact]
    public async Task indicators_and_their_charts_are_chosen_by_accept_too()
    {
        var journey = await new Journey(service, tenant: Journey.Apart).ToHeld();
        await journey.ToReleased();
        var figures = $"/v1/establishments/{journey.Establishment}/indicators";
        var period = $"period={Journey.Quarter(Journey.ClosedQuarter)}";
        await Answers(journey.Asker, $"{figures}?{period}", "text/csv", "text/csv");
        await Answers(journey.Asker, $"{figures}?{period}", "application/json", "application/json");
        await Contradicts(journey.Asker, $"{figures}?{period}&format=csv", "application/json");
        var chart = $"{figures}/chart?{period}&series=participation";
        await Answers(journey.Asker, chart, "text/html", "text/html");
        await Answers(journey.Asker, chart, "*/*", "image/svg+xml");
        await Contradicts(journey.Asker, $"{chart}&format=svg", "text/html");
    }

    [Fact]
    public async Task a_prevention_plan_is_chosen_by_accept_too()
    {
        var house = Guid.CreateVersion7();
        var own = service.As(Roles.Establishment, Given.Id(908), Journey.Apart, house);
        await new Journey(service, tenant: own.Tenant).Tell(
            new EstablishmentRegistered(house, "552100554", null, "38", new(house, 1, DateTimeOffset.UtcNow))
        );
        var plan = $"/v1/establishments/{house}/action-tracks";
        await Answers(own, plan, "text/csv", "text/csv");
        await Contradicts(own, $"{plan}?format=csv", "application/json");
    }

    [Fact]
    public async Task a_methodology_of_another_version_is_none()
    {
        async Task Shows(string query, int status) =>
            (
                await service.Host.Scenario(s =>
                {
                    s.Get.Url($"/methodology/indicators{query}");
                    s.IgnoreStatusCode();
                })
            ).Context.Response.StatusCode.ShouldBe(status);
        await Shows("?version=1", 200);
        await Shows("?version=99", 404);
    }

    [Fact]
    public async Task a_feed_of_nothing_is_told_which_types_there_are() =>
        (await service.As(Roles.Practice).Get("/v1/events?type=nothing", 400)).Body["satisfy"]!.ToString().ShouldStartWith("Give one of: ");

    [Fact]
    public async Task two_moments_that_are_none_are_refused_at_their_place_and_so_is_a_version_beside_an_instant()
    {
        var journey = await new Journey(service).ToHeld();
        await journey.Tell(Journey.Entry(journey.Engagement, 1));
        var grant = (await journey.Grant()).Id;
        async Task Names(Speaker reader, string path, params string[] parameters)
        {
            var refused = (await reader.Get(path, 400)).Body["errors"]!.AsArray();
            refused.Select(e => $"{e!["parameter"]}").ShouldBe(parameters);
        }

        await Names(
            journey.Auditor,
            $"/v1/engagements/{journey.Engagement}/difference?versionFrom=1",
            "from",
            "to",
            "occurredFrom",
            "occurredTo",
            "versionFrom",
            "versionTo"
        );
        foreach (var reader in new[] { journey.Auditor, journey.Facilitator })
        {
            await Names(reader, $"{journey.EvolutionPath}?version=1&at=2026-03-02T09:00:00Z", "version", "at");
        }

        (await journey.Facts<ReplayPerformed>(grant)).ShouldBe(0, "nothing was looked at");
    }
}
