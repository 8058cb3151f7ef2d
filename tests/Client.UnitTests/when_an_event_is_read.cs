using System.Net;
using System.Security.Cryptography;
using System.Text;
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

    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_772_442_000);

    // As a receiver's own code would, by the words of Standard Webhooks.
    private static string Signed(string secret, string body, string id = Id) =>
        "v1,"
        + Convert.ToBase64String(
            HMACSHA256.HashData(
                Convert.FromBase64String(secret["whsec_".Length..]),
                Encoding.UTF8.GetBytes($"{id}.{Now.ToUnixTimeSeconds()}.{body}")
            )
        );

    private static CloudEvent? Called(string body, string signatures, int secondsLater = 0, string id = Id)
    {
        var headers = new Dictionary<string, string>
        {
            ["webhook-id"] = id,
            ["webhook-timestamp"] = $"{Now.ToUnixTimeSeconds()}",
            ["webhook-signature"] = signatures,
        };
        var time = new FixedTime(Now.AddSeconds(secondsLater));
        return WebhookCall.Read(Secret, name => headers.GetValueOrDefault(name), Encoding.UTF8.GetBytes(body), time);
    }

    [Theory]
    [InlineData("webhook.test", typeof(WebhookTestEvent))]
    [InlineData("engagement.ended-early", typeof(EngagementEndedEarlyEvent))]
    [InlineData("kitchen.opened", typeof(CloudEvent))]
    public void a_call_is_of_its_own_class_or_an_envelope(string type, Type read)
    {
        var body = Written(type, "/v1/things/1");
        var called = Called(body, Signed(Secret, body))!;
        called.GetType().ShouldBe(read);
        called.Data!.Resource.ShouldBe("/v1/things/1");
    }

    [Fact]
    public void a_call_is_trusted_while_one_signature_matches_and_it_is_no_more_than_five_minutes_old()
    {
        var body = Written("bilan.published", "/v1/bilans/2");
        var (signature, other) = (Signed(Secret, body), Signed("whsec_AAAA", body));
        Called(body, $"{other} {signature}", secondsLater: 300).ShouldNotBeNull();
        Called(body, other).ShouldBeNull();
        Called(body, "v1,AAAA").ShouldBeNull();
        Called(body.Replace("bilans", "groups", StringComparison.Ordinal), signature).ShouldBeNull();
        Called(body, signature, id: "another").ShouldBeNull();
        Called(body, signature, secondsLater: 301).ShouldBeNull();
        Called(body, signature, secondsLater: -301).ShouldBeNull();
        WebhookCall.Read(Secret, _ => null, Encoding.UTF8.GetBytes(body)).ShouldBeNull();
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
