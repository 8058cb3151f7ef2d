using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Alba;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Hosting;
using Npgsql;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.IntegrationTests;

/// <summary>Devices in a room follow a session without asking again: who is in its group, what they may read, and nothing that was said.</summary>
public class when_a_session_is_followed(SessionFixture service)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly string[] Members = ["id", "version", "state", "currentPhase", "completedPhases", "timeBox", "counts"];

    private Task<Follower> Follow(Speaker reader, Journey journey, string? last = null, IAlbaHost? node = null) =>
        Follower.Open((node ?? service.Host).GetTestClient(), $"{journey.Path}/live", reader.Token, last);

    private async Task<IAlbaHost> Node(params (string Setting, string Value)[] settings) =>
        await service.Beside(settings.ToDictionary(s => s.Setting, s => (string?)s.Value));

    private Task<Journey> Opened() => new Journey(service, "free-circle", "free").Open();

    [Fact]
    public async Task a_phase_is_followed_and_nothing_that_is_said()
    {
        var journey = await Opened();
        await using var device = await Follow(journey.Member(2), journey);
        var begun = await device.Next("session");
        begun.AsObject().Select(m => m.Key).ShouldBe(Members, ignoreOrder: true);
        (begun["state"]!.GetValue<string>(), begun["currentPhase"], begun["counts"]!["present"]!.GetValue<int>()).ShouldBe(
            ("open", null, 8)
        );

        await journey.Change("phases/settle/start");
        var settling = await device.Next("session");
        settling["currentPhase"]!.GetValue<string>().ShouldBe("settle");
        device.Last.ShouldBe($"{(await journey.Member(2).Get(journey.Path)).Body["version"]}");

        await journey.Change("phases/settle/complete");
        await journey.Change("phases/tell/start");
        await journey.Contribute(4, "expose");
        SseItem<string>? told;
        do
        {
            told = await device.Next();
            told!.Value.Data.ShouldNotContain(Journey.Canary);
        } while (JsonNode.Parse(told.Value.Data)!["counts"]!["contributions"]!.GetValue<int>() == 0);

        // As the reader's own reading of it shows.
        var (room, read) = (JsonNode.Parse(told.Value.Data)!, (await journey.Member(2).Get(journey.Path)).Body);
        foreach (var member in Members.Except(["counts"]))
        {
            JsonNode.DeepEquals(room[member], read[member]).ShouldBeTrue(member);
        }
    }

    [Fact]
    public async Task what_another_node_writes_is_seen_too()
    {
        var journey = await Opened();
        await using var node = await Node();
        await using var device = await Follow(journey.Facilitator, journey, node: node);
        await device.Next("session");
        await journey.Change("phases/settle/start");
        (await device.Next("session"))["currentPhase"]!.GetValue<string>().ShouldBe("settle");
    }

    [Fact]
    public async Task who_comes_again_is_told_where_it_is_if_that_is_new_to_them()
    {
        var journey = await Opened();
        string version;
        await using (var device = await Follow(journey.Member(2), journey))
        {
            await device.Next("session");
            version = device.Last!;
        }

        await using var knows = await Follow(journey.Member(2), journey, version);
        await journey.Change("phases/settle/start");
        (await knows.Next("session"))["currentPhase"]!.GetValue<string>().ShouldBe("settle", "the state that was known is not told again");

        await using var behind = await Follow(journey.Member(2), journey, version);
        (await behind.Next("session"))["currentPhase"]!.GetValue<string>().ShouldBe("settle");

        await using var torn = await Follow(journey.Member(2), journey, "twelve");
        torn.Status.ShouldBe(400);
        (await torn.Problem())["errors"]![0]!["parameter"]!.GetValue<string>().ShouldBe("Last-Event-ID");
    }

    [Fact]
    public async Task nobody_else_finds_it()
    {
        var journey = await Opened();
        async Task Is(int status, Speaker reader)
        {
            await using var device = await Follow(reader, journey);
            device.Status.ShouldBe(status);
        }

        await Is(403, service.As(Roles.Practice));
        await Is(403, service.As(Roles.Establishment, establishment: Given.Id(60)));
        await Is(403, service.As(Roles.Auditor));
        await Is(404, service.As(Roles.Member));
        await Is(404, service.As(Roles.Facilitator));
        await Is(404, service.As(Roles.Member, journey.Persons[2], "autre"));
        await Is(401, new(service.Host, service.Mint.Expired(new("cabinet", Roles.Member, journey.Persons[2]))));
        await Is(200, journey.Member(2));
        (await journey.Member(2).Accepting($"{journey.Path}/live", "application/json", 406)).Status.ShouldBe(406);

        // Who has left reads what there was, and follows nothing.
        await journey.Change("phases/settle/start");
        await journey.Change(
            "close",
            """{"minutes":90,"explanation":"told-afterwards","themes":[{"axis":"emotional-demands","level":"collective"}],"outcome":"change"}"""
        );
        await Leave(journey, 2);
        await journey.Member(2).Get(journey.Path);
        await Is(404, journey.Member(2));
    }

    [Fact]
    public async Task it_ends_for_who_leaves_and_goes_on_for_the_others()
    {
        var journey = await Opened();
        await using var leaves = await Follow(journey.Member(2), journey);
        await using var stays = await Follow(journey.Member(3), journey);
        await leaves.Next("session");
        await stays.Next("session");
        await Leave(journey, 2);
        (await leaves.End()).ShouldBe("not-found");
        await stays.Next("session");
        await journey.Change("phases/settle/start");
        (await stays.Next("session"))["currentPhase"]!.GetValue<string>().ShouldBe("settle");
    }

    [Fact]
    public async Task it_ends_for_who_is_erased_though_nothing_moves()
    {
        var journey = await Opened();
        await using var node = await Node(("Live:BeatSeconds", "0.5"));
        await using var device = await Follow(journey.Member(2), journey, node: node);
        await device.Next("session");
        await journey.Tell(new PersonErasureRequested(journey.Persons[2], journey.At(44)));
        (await device.End()).ShouldBe("forbidden");
        await using var again = await Follow(journey.Member(2), journey, device.Last);
        again.Status.ShouldBe(403);
    }

    [Fact]
    public async Task it_ends_with_its_token_though_nothing_moves()
    {
        var journey = await Opened();
        await using var node = await Node(("Live:BeatSeconds", "0.5"));
        var member = new Actor("cabinet", Roles.Member, journey.Persons[2]);
        // Clocks may differ by half a minute: ten seconds are left to open it, on a machine that is slow.
        var soon = new Speaker(node, service.Mint.Until(DateTime.UtcNow.AddSeconds(-20), member));
        await using var device = await Follow(soon, journey, node: node);
        await device.Next("session");
        (await device.End()).ShouldBe("unauthenticated");
        await using var again = await Follow(soon, journey, device.Last, node);
        again.Status.ShouldBe(401);
    }

    [Fact]
    public async Task each_person_each_practice_and_the_node_have_so_many()
    {
        var journey = await Opened();
        await using var node = await Node(("Live:PerPerson", "2"), ("Live:PerTenant", "3"), ("Live:PerNode", "4"));
        var open = new List<Follower>();
        async Task<Follower> Another(int member)
        {
            var device = await Follow(journey.Member(member), journey, node: node);
            open.Add(device);
            return device;
        }

        try
        {
            (await Another(1)).Status.ShouldBe(200);
            (await Another(1)).Status.ShouldBe(200);
            var third = await Another(1);
            (third.Status, $"{third.Headers.RetryAfter}").ShouldBe((429, "2"));
            (await third.Problem())["type"]!.GetValue<string>().ShouldBe("/problems/too-many-requests");
            (await Another(2)).Status.ShouldBe(200);
            (await Another(3)).Status.ShouldBe(429, "the practice has three");

            // Of another practice, which finds nothing here but takes a place of the node's while it asks: the fourth, and then no more.
            // Whoever was refused gives theirs back a moment after the answer.
            await Eventually(async () =>
            {
                await using var stranger = await Follow(service.As(Roles.Member, tenant: "autre"), journey, node: node);
                return stranger.Status == 404;
            });

            // Who closes one has its place again.
            await open[0].DisposeAsync();
            await Eventually(async () => (await Another(1)).Status == 200);
        }
        finally
        {
            foreach (var device in open)
            {
                await device.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task past_what_the_node_has_it_is_busy_and_other_requests_are_answered()
    {
        var journey = await Opened();
        await using var node = await Node(("Live:PerNode", "2"), ("Limits:InWork", "1"));
        await using var one = await Follow(journey.Member(1), journey, node: node);
        await using var two = await Follow(journey.Member(2), journey, node: node);
        await using var three = await Follow(journey.Member(3), journey, node: node);
        (one.Status, two.Status, three.Status, $"{three.Headers.RetryAfter}").ShouldBe((200, 200, 503, "2"));
        (await three.Problem())["type"]!.GetValue<string>().ShouldBe("/problems/unavailable");

        // They are in no work: the one place is free.
        await new Speaker(node, journey.Member(3).Token).Get(journey.Path);
    }

    [Fact]
    public async Task who_waits_holds_no_connection()
    {
        var journey = await Opened();
        var few = new NpgsqlConnectionStringBuilder(service.Cluster.ConnectionString("session")) { MaxPoolSize = 2, Timeout = 3 };
        await using var node = await Node(("ConnectionStrings:Postgres", few.ConnectionString), ("Live:PerPerson", "30"));
        var devices = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Follow(journey.Member(2), journey, node: node)));
        try
        {
            devices.ShouldAllBe(d => d.Status == 200);
            foreach (var device in devices)
            {
                await device.Next("session");
            }

            await new Speaker(node, journey.Member(3).Token).Get(journey.Path);
            await journey.Change("phases/settle/start");
            foreach (var device in devices)
            {
                (await device.Next("session"))["currentPhase"]!.GetValue<string>().ShouldBe("settle");
            }

            (
                await service.Count(
                    $"select count(*) from pg_stat_activity where usename = 'session' and state like 'idle in transaction%' and state_change < now() - interval '1 second'"
                )
            ).ShouldBe(0);
        }
        finally
        {
            foreach (var device in devices)
            {
                await device.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task it_ends_with_its_node_at_once()
    {
        var journey = await Opened();
        await using var node = await Node();
        await using var device = await Follow(journey.Member(2), journey, node: node);
        await device.Next("session");
        var stopped = ((IHost)node).StopAsync(Cancel);
        (await device.End()).ShouldBe("stopping");
        await stopped.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
    }

    [Fact]
    public async Task it_ends_after_its_time_to_be_asked_for_again()
    {
        var journey = await Opened();
        await using var node = await Node(("Live:Minutes", "0.02"));
        await using var device = await Follow(journey.Member(2), journey, node: node);
        await device.Next("session");
        (await device.End()).ShouldBe("renew");
        await using var again = await Follow(journey.Member(2), journey, device.Last, node);
        again.Status.ShouldBe(200);
    }

    [Fact]
    public async Task a_sign_of_life_comes_where_nothing_else_does_and_a_head_is_answered_at_once()
    {
        var journey = await Opened();
        await using var node = await Node(("Live:BeatSeconds", "0.2"));
        using var http = node.GetTestClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", journey.Member(2).Token);
        var live = new Uri($"{journey.Path}/live", UriKind.Relative);
        await using (var raw = await http.GetStreamAsync(live, Cancel))
        using (var lines = new StreamReader(raw))
        {
            for (var signs = 0; signs < 3; )
            {
                signs += await lines.ReadLineAsync(Cancel) == ": keep-alive" ? 1 : 0;
            }
        }

        // Nothing between gathers it, and nobody waits for a HEAD.
        using var head = new HttpRequestMessage(HttpMethod.Head, live);
        using var answer = await http.SendAsync(head, Cancel);
        ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType).ShouldBe((200, "text/event-stream"));
    }

    private static Task Leave(Journey journey, int member) =>
        journey.Tell(new MemberLeft(journey.Group, journey.Engagement, journey.Persons[member], journey.At(41)));

    private static async Task Eventually(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await condition())
        {
            await beat.WaitForNextTickAsync(patience.Token);
        }
    }
}
