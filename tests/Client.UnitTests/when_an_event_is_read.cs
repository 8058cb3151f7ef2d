using System.Net;
using System.Text;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;
using PracticeAnalysis.Client.Models;

namespace PracticeAnalysis.Client.UnitTests;

/// <summary>An event is of the class of its type, in the feed and in a call of a webhook; one of a type that the client does not know is an envelope.</summary>
public class when_an_event_is_read
{
    private const string Id = "01a20d7e-0000-7000-8000-000000000055";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // As a running system wrote it.
    private static string Written(string type, string resource) =>
        $$$"""
            {"specversion":"1.0","id":"{{{Id}}}","source":"/practice-analysis","type":"practice-analysis.{{{type}}}.v1","subject":"{{{resource}}}",
             "time":"2026-12-02T01:27:10.367194Z","datacontenttype":"application/json","data":{"resource":"{{{resource}}}"}}
            """;

    [Fact]
    public async Task an_item_of_the_feed_is_of_its_own_class()
    {
        var page =
            $$"""{"items":[{{Written("webhook.disabled", "/v1/webhooks/1")}},{{Written("bilan.published", "/v1/bilans/2")}}],"next":"{{Id}}"}""";
        using var answers = new Answers(() =>
            new(HttpStatusCode.OK) { Content = new StringContent(page, Encoding.UTF8, "application/json") }
        );
        var client = PracticeAnalysisClient.Create(new("https://gateway.example/"), _ => Task.FromResult("token"), transport: answers);
        var items = (await client.V1.Events.GetAsync(cancellationToken: Cancel))!.Items!;
        items[0].ShouldBeOfType<WebhookDisabledEvent>().Subject.ShouldBe("/v1/webhooks/1");
        var published = items[1].ShouldBeOfType<BilanPublishedEvent>();
        (published.Id, published.Time!.Value.Year, published.Data!.Resource).ShouldBe((Guid.Parse(Id), 2026, "/v1/bilans/2"));
    }

    [Theory]
    [InlineData("webhook.test", typeof(WebhookTestEvent))]
    [InlineData("engagement.ended-early", typeof(EngagementEndedEarlyEvent))]
    [InlineData("kitchen.opened", typeof(CloudEvent))]
    public async Task a_call_is_of_its_own_class_or_an_envelope(string type, Type read)
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(Written(type, "/v1/things/1")));
        var node = await new JsonParseNodeFactory().GetRootParseNodeAsync("application/json", body, Cancel);
        var called = node.GetObjectValue(CloudEvent.CreateFromDiscriminatorValue)!;
        called.GetType().ShouldBe(read);
        called.Data!.Resource.ShouldBe("/v1/things/1");
    }
}
