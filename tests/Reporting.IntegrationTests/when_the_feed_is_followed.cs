using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Alba;
using Microsoft.AspNetCore.TestHost;
using Npgsql;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts.Access.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Outbound.Events;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>The feed told as it happens: the same items to the same readers as page by page, each once, behind the last that was taken.</summary>
public class when_the_feed_is_followed(ReportingFixture service)
{
    private const string Feed = "/v1/events?type=group.sealed";

    private readonly Journey _journey = new(service, tenant: Journey.Apart);
    private int _sealed;

    private Task<Follower> Follow(string token, string path = Feed, string? last = null, IAlbaHost? node = null) =>
        Follower.Open((node ?? service.Host).GetTestClient(), path, token, last);

    private Task Happen(int times = 1) =>
        _journey.Tell([
            .. Enumerable
                .Range(0, times)
                .Select(_ =>
                    (object)
                        Journey.Entry(
                            Guid.CreateVersion7(),
                            1,
                            source: "engagement",
                            type: "group_sealed",
                            recorded: Given.Now.AddSeconds(++_sealed)
                        )
                ),
        ]);

    private async Task<IReadOnlyList<JsonNode>> Pages() =>
        [.. (await _journey.Practice.Get(Feed)).Body["items"]!.AsArray().Select(i => i!)];

    [Fact]
    public async Task each_item_of_the_pages_comes_once_in_order_as_it_happens()
    {
        await Happen(2);
        await _journey.CaughtUp();
        await using var follower = await Follow(_journey.Practice.Token);
        var told = new List<JsonNode> { await follower.Next("group.sealed"), await follower.Next("group.sealed") };
        await Happen();
        told.Add(await follower.Next("group.sealed"));
        var last = follower.Last;
        await Happen(3);

        // As if its node had been lost.
        await follower.DisposeAsync();
        await using var again = await Follow(_journey.Practice.Token, last: last);
        for (var more = 0; more < 3; more++)
        {
            told.Add(await again.Next("group.sealed"));
        }

        var pages = await Pages();
        told.Count.ShouldBe(pages.Count);
        told.Zip(pages).ShouldAllBe(pair => JsonNode.DeepEquals(pair.First, pair.Second));
        again.Last.ShouldBe((await _journey.Practice.Get(Feed)).Body["next"]!.GetValue<string>());
    }

    /// <summary>What is asked four times a second reads what is new by the position's index, however much there is.</summary>
    [Fact]
    public async Task the_look_for_what_is_new_goes_by_the_index()
    {
        await using var owner = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(service.Cluster.ConnectionString("owner"))
            {
                Options = "-c enable_seqscan=off",
            }.ConnectionString
        );
        await using var explain = owner.CreateCommand(
            $"explain (format json) {FeedMoves.Behind.Replace("$1", "0", StringComparison.Ordinal)}"
        );
        ((string)(await explain.ExecuteScalarAsync(TestContext.Current.CancellationToken))!).ShouldContain(
            "mt_doc_publicevent_idx_position"
        );
    }

    [Fact]
    public async Task more_than_a_page_comes_without_a_wait()
    {
        await Happen(205);
        await _journey.CaughtUp();
        await using var follower = await Follow(_journey.Practice.Token);
        for (var told = 0; told < 205; told++)
        {
            await follower.Next("group.sealed");
        }
    }

    [Fact]
    public async Task what_is_told_to_others_is_not_told_and_leaves_no_trace()
    {
        await using var stranger = await Follow(service.As(Roles.Practice, tenant: Journey.Apart).Token);
        await using var asker = await Follow(_journey.Asker.Token, "/v1/events");
        await using var practice = await Follow(_journey.Practice.Token);
        await Happen();
        await practice.Next("group.sealed");
        var nothing = Task.WhenAny(stranger.Next(), asker.Next());
        await Happen();
        await practice.Next("group.sealed");
        nothing.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task a_cursor_that_is_none_and_a_parameter_of_pages_are_refused()
    {
        await Happen();
        await _journey.CaughtUp();
        foreach (
            var (path, last, parameter) in new[]
            {
                (Feed, "12", "Last-Event-ID"),
                (Feed, $"{Guid.NewGuid()}", "Last-Event-ID"),
                ($"{Feed}&after={Guid.NewGuid()}", null, "after"),
                ($"{Feed}&limit=5", null, "limit"),
                ($"{Feed}&reflects={Guid.NewGuid()}@1", null, "reflects"),
            }
        )
        {
            await using var refused = await Follow(_journey.Practice.Token, path, last);
            refused.Status.ShouldBe(400, path);
            (await refused.Problem())["errors"]![0]!["parameter"]!.GetValue<string>().ShouldBe(parameter);
        }

        // Whoever comes again to the address that they began with is told what comes behind the last that they took.
        var first = (await Pages())[0]["id"]!.GetValue<string>();
        await Happen();
        await _journey.CaughtUp();
        var second = (await Pages())[1]["id"]!.GetValue<string>();
        await using var again = await Follow(_journey.Practice.Token, $"{Feed}&after={first}", second);
        await Happen();
        (await again.Next("group.sealed"))["id"]!.GetValue<string>().ShouldNotBe(second);
    }

    [Fact]
    public async Task it_ends_with_its_key_though_nothing_happens()
    {
        var id = Guid.CreateVersion7();
        var text = ApiKeyText.Of(false, id, RandomNumberGenerator.GetBytes(ApiKeyText.SecretSize));
        ApiKeyChanged Changed(long version, params IReadOnlyList<ApiKeySecret> secrets) =>
            new(id, Roles.Practice, id, null, ["webhooks:read"], secrets, new(id, version, DateTimeOffset.UtcNow));
        await _journey.Tell(Changed(1, new ApiKeySecret(ApiKeyText.Hash(text), DateTimeOffset.UtcNow.AddDays(1))));
        await using var node = await service.Beside(new Dictionary<string, string?> { ["Live:BeatSeconds"] = "0.5" });
        await using var follower = await Follow(text, node: node);
        await Happen();
        await follower.Next("group.sealed");
        await _journey.Tell(Changed(2));
        (await follower.End()).ShouldBe("unauthenticated");
        await using var again = await Follow(text, last: follower.Last, node: node);
        again.Status.ShouldBe(401);
    }

    [Fact]
    public async Task who_does_not_take_what_is_said_is_cut_off_and_holds_no_place()
    {
        // More than what lies between two who do not read.
        await Happen(600);
        await _journey.CaughtUp();
        await using var node = await service.Beside(
            new Dictionary<string, string?> { ["Live:WriteSeconds"] = "1", ["Live:PerPerson"] = "1" }
        );
        await using var sleeps = await Follow(_journey.Practice.Token, node: node);
        sleeps.Status.ShouldBe(200);
        await when_webhooks_are_called.Until(async () =>
        {
            await using var other = await Follow(_journey.Practice.Token, last: null, node: node);
            return other.Status == 200;
        });
        await Should.ThrowAsync<Exception>(async () =>
        {
            for (var told = 0; told < 600; told++)
            {
                await sleeps.Next("group.sealed");
            }
        });
    }
}
