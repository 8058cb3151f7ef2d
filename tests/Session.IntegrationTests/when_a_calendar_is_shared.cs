using System.Text.Json.Nodes;
using Ical.Net;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.IntegrationTests;

/// <summary>A calendar is read by whoever has its address, of the groups that its person belongs to now, until the link ends.</summary>
public class when_a_calendar_is_shared(SessionFixture service)
{
    private const string Links = "/v1/calendar-links";

    private static async Task<string> Issue(Speaker speaker) =>
        (await speaker.Post(Links, """{"language":"en"}""", 201)).Body["address"]!.GetValue<string>();

    private async Task<(int Status, string Text, string? ETag)> Ask(string address, string? known = null)
    {
        using var http = service.Host.Server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (known is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        }

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (answer.IsSuccessStatusCode)
        {
            answer.Content.Headers.ContentType!.ToString().ShouldBe("text/calendar; charset=utf-8");
        }

        return ((int)answer.StatusCode, text, answer.Headers.ETag?.ToString());
    }

    private async Task<IReadOnlyList<(string? Uid, int Sequence, string? Status, DateTime Start)>> Read(string address)
    {
        var (status, text, _) = await Ask(address);
        status.ShouldBe(200, text);
        text.ShouldNotContain("canari");
        return [.. Calendar.Load(text)!.Events.Select(e => (e.Uid, e.Sequence, e.Status, e.DtStart!.AsUtc))];
    }

    private async Task<(Journey Journey, string Session)> Planned()
    {
        var journey = new Journey(service);
        await journey.Tell(journey.Sealing);
        await journey.Tell(journey.Activation);
        var at = DateTimeOffset.UtcNow.AddDays(10);
        var session = await journey.Facilitator.Post($"/v1/groups/{journey.Group}/sessions", $$"""{"plannedFor":"{{at:O}}"}""", 201);
        return (journey, session.Location);
    }

    private static async Task Change(Journey journey, string session, string verb, string body) =>
        await journey.Facilitator.Post($"{session}/{verb}", body, 200, (await journey.Facilitator.Get(session)).ETag);

    // What differs between two refusals is the id of their trace alone.
    private static string Refused((int Status, string Text, string? ETag) answer)
    {
        var problem = JsonNode.Parse(answer.Text)!.AsObject();
        problem.Remove("traceId");
        return $"{answer.Status} {answer.ETag} {problem}";
    }

    [Fact]
    public async Task what_is_moved_or_cancelled_is_known_again_and_a_revoked_link_was_never_there()
    {
        var (journey, session) = await Planned();
        var address = await Issue(journey.Member(0));
        var id = session.Split('/')[^1];
        (await Read(address))
            .Single()
            .ShouldSatisfyAllConditions(e => e.Uid.ShouldBe(id), e => e.Sequence.ShouldBe(0), e => e.Status.ShouldBe("CONFIRMED"));

        var moved = new DateTime(2027, 1, 5, 8, 0, 0, DateTimeKind.Utc);
        await Change(journey, session, "reschedule", $$"""{"plannedFor":"{{moved:O}}","reason":"{{Journey.Canary}}"}""");
        (await Read(address)).ShouldBe([(id, 1, "CONFIRMED", moved)]);
        await Change(journey, session, "cancel", Journey.Reason);
        (await Read(address)).ShouldBe([(id, 2, "CANCELLED", moved)]);

        var links = (await journey.Member(0).Get(Links)).Body["items"]!.AsArray();
        var link = links.ShouldHaveSingleItem()!;
        link["address"].ShouldBeNull();
        var path = $"{Links}/{link["id"]}";
        await journey.Member(0).Post($"{path}/revoke", "{}", 428);
        await journey.Member(1).Post($"{path}/revoke", "{}", 404, "\"1\"");
        (await journey.Member(0).Post($"{path}/revoke", "{}", 200, "\"1\"")).Body["revokedAt"].ShouldNotBeNull();
        Refused(await Ask(address)).ShouldBe(Refused(await Ask($"/v1/calendars/{new string('a', 64)}/sessions.ics")));
        (await Ask(address)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task what_is_known_is_not_sent_again()
    {
        var (journey, session) = await Planned();
        var address = await Issue(journey.Facilitator);
        var (_, _, etag) = await Ask(address);
        (await Ask(address, etag)).ShouldBe((304, string.Empty, etag));
        await Change(journey, session, "cancel", Journey.Reason);
        (await Ask(address, etag)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task the_groups_are_those_of_now_whoever_asked_for_the_link()
    {
        var (journey, _) = await Planned();
        var (member, facilitator) = (await Issue(journey.Member(0)), await Issue(journey.Facilitator));
        var successor = service.As(Roles.Facilitator, Guid.CreateVersion7());
        var (stranger, neighbour) = (await Issue(successor), await Issue(service.As(Roles.Member, journey.Persons[0], "voisin")));
        (await Read(member)).Count.ShouldBe(1);
        (await Read(facilitator)).Count.ShouldBe(1);
        (await Read(stranger)).ShouldBeEmpty();
        (await Read(neighbour)).ShouldBeEmpty("it is another practice's person");

        await journey.Tell(new MemberLeft(journey.Group, journey.Engagement, journey.Persons[0], journey.At(30)));
        (await Read(member)).ShouldBeEmpty();
        (await Read(facilitator)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task an_erased_persons_links_end()
    {
        var (journey, _) = await Planned();
        var address = await Issue(journey.Member(0));
        var id = (await journey.Member(0).Get(Links)).Body["items"]![0]!["id"]!.GetValue<Guid>();
        await journey.Tell(new PersonErasureRequested(journey.Persons[0], journey.At(31)));
        (await Ask(address)).Status.ShouldBe(404);
        (await journey.Member(0).Try(Links, "{}")).Status.ShouldBe(403);
        const string revoked = "select count(*) from session.mt_events where type = 'calendar_link_revoked' and headers ->> 'clock' <> ''";
        (await service.Count($"{revoked} and user_name = 'erasure' and stream_id = '{id}'")).ShouldBe(1);
        await journey.Tell(new PersonErasureRequested(journey.Persons[0], journey.At(31)));
        (await service.Count($"{revoked} and stream_id = '{id}'")).ShouldBe(1);
    }

    [Fact]
    public async Task the_address_is_told_once_and_kept_nowhere()
    {
        var journey = new Journey(service);
        var first = await journey.Member(0).Try(Links, "{}", key: "once");
        var again = await journey.Member(0).Try(Links, "{}", key: "once");
        (first.Status, again.Status, again.Id).ShouldBe((201, 201, first.Id));
        again.Body["address"].ShouldBeNull();
        (await journey.Member(0).Get(first.Location)).Body["address"].ShouldBeNull();
        var secret = first.Body["address"]!.GetValue<string>().Split('/')[3];
        (await service.Count($"select count(*) from session.mt_events where data::text like '%{secret}%'")).ShouldBe(0);
        (await service.Count($"select count(*) from session.mt_doc_calendaraddress where id = '{Canonical.Hash(secret)}'")).ShouldBe(1);
        (
            await service.Count(
                $"select count(*) from session.mt_doc_calendaraddress where data::text like '%{secret}%' or id = '{secret}'"
            )
        ).ShouldBe(0);
    }
}
