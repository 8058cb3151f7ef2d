using System.Text.Json.Nodes;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>What waits in any service is told in the feed and to webhooks: that something does, to those who are asked.</summary>
public class when_an_answer_is_awaited(ReportingFixture service)
{
    private const string Feed = "/v1/events?type=answer.awaited";
    private static readonly string[] Said = ["specversion", "id", "source", "type", "subject", "time", "datacontenttype", "data"];

    private static async Task<int> Told(Speaker reader) => (await reader.Get(Feed)).Body["items"]!.AsArray().Count;

    private static async Task Founded(Journey journey)
    {
        var version = 0;
        object Entry(string type, JsonObject fact) =>
            Journey.Entry(
                journey.Engagement,
                ++version,
                $"0000000000000{version}.000000",
                "engagement",
                fact.ToJsonString(),
                type,
                recorded: DateTimeOffset.UtcNow
            );
        await journey.Tell(
            Entry("engagement_opened", new() { ["establishment"] = journey.Establishment }),
            Entry("facilitator_assigned", new() { ["facilitator"] = journey.FacilitatorId }),
            Entry("dispositif_proposed", []),
            Entry("member_admitted", new() { ["group"] = journey.Group, ["person"] = journey.Members[0] }),
            Entry("charter_proposed", []),
            Entry("renewal_proposed", [])
        );
    }

    [Fact]
    public async Task a_charter_is_told_to_who_is_there_and_what_is_paid_to_who_pays()
    {
        var journey = new Journey(service);
        await Founded(journey);
        await when_webhooks_are_called.Until(async () => await Told(journey.Asker) == 2);
        (await Told(journey.Member(0))).ShouldBe(1);
        (await Told(journey.Facilitator)).ShouldBe(1);
        (await Told(journey.Member(1))).ShouldBe(0);
        (await Told(service.As(Roles.Establishment, Given.Id(901), journey.Tenant, Guid.CreateVersion7()))).ShouldBe(0);
        // Which establishment a token names says nothing of a member, nor of a facilitator.
        (await Told(service.As(Roles.Member, Given.Id(77), journey.Tenant, journey.Establishment))).ShouldBe(0);
        (await Told(service.As(Roles.Facilitator, Given.Id(77), journey.Tenant, journey.Establishment))).ShouldBe(0);
        await journey.Practice.Get(Feed, 400);
        foreach (var item in (await journey.Asker.Get(Feed)).Body["items"]!.AsArray())
        {
            item!.AsObject().Select(m => m.Key).ShouldBe(Said, ignoreOrder: true);
            item["data"]!.AsObject().Select(m => m.Key).ShouldBe(["resource"]);
            (item["subject"]!.GetValue<string>(), item["data"]!["resource"]!.GetValue<string>()).ShouldBe(
                ("/v1/persons/me/waiting", "/v1/persons/me/waiting")
            );
        }
    }

    [Fact]
    public async Task the_establishments_webhook_is_told_and_no_more_than_that_something_waits()
    {
        var journey = new Journey(service);
        await using var receiver = await Receiver.Start();
        await journey.Asker.Post("/v1/webhooks", $$"""{"url":"{{receiver.Url}}","types":["answer.awaited"]}""", 201);
        await Founded(journey);
        await when_webhooks_are_called.Until(() => Task.FromResult(receiver.Calls.Count > 1));
        receiver.Calls.Count.ShouldBe(2);
        foreach (var call in receiver.Calls)
        {
            call.Event.AsObject().Select(m => m.Key).ShouldBe(Said, ignoreOrder: true);
            call.Event["data"]!["resource"]!.GetValue<string>().ShouldBe("/v1/persons/me/waiting");
            call.Body.ShouldNotContain(journey.Engagement.ToString());
        }
    }
}
