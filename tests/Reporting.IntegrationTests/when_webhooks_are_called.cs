using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Npgsql;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>Those who asked are called when something happens: signed, without a word of what was said, again until it arrives, and the log tells the story.</summary>
public class when_webhooks_are_called(ReportingFixture service)
{
    private static string Subscription(string url, string types = "\"bilan.published\"") => $$"""{"url":"{{url}}","types":[{{types}}]}""";

    private static async Task<Journey> Published(ServiceFixture<Program> service, Func<Journey, Task> before)
    {
        var journey = await new Journey(service).ToAgreed();
        await before(journey);
        await journey.Lead("publish");
        return journey;
    }

    internal static async Task Until(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await condition())
        {
            await beat.WaitForNextTickAsync(patience.Token);
        }
    }

    private static async Task<IReadOnlyList<JsonNode>> Log(Speaker owner, Answer webhook) =>
        [.. (await owner.Get($"/v1/webhooks/{webhook.Id}/deliveries")).Body["items"]!.AsArray().Select(i => i!)];

    private static async Task<IReadOnlyList<string>> Outcomes(Speaker owner, Answer webhook) =>
        [.. (await Log(owner, webhook)).Select(d => d["outcome"]!.GetValue<string>()).Reverse()];

    private static Task Logged(Speaker owner, Answer webhook, int calls) =>
        Until(async () => (await Outcomes(owner, webhook)).Count >= calls);

    private static async Task<string> Secret(Speaker owner, Answer webhook) =>
        (await owner.Get($"/v1/webhooks/{webhook.Id}/secret")).Body["secret"]!.GetValue<string>();

    // The waits between attempts pass: what is scheduled is due now.
    private async Task WaitIsOver()
    {
        await using var owner = NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        await Until(async () =>
        {
            await using var pass = owner.CreateCommand(
                "update reporting.wolverine_incoming_envelopes set execution_time = now() where status = 'Scheduled' and message_type = 'reporting.deliver-webhook'"
            );
            return await pass.ExecuteNonQueryAsync() > 0;
        });
    }

    [Fact]
    public async Task what_happened_is_told_signed_and_without_a_word_of_what_was_said()
    {
        await using var receiver = await Receiver.Start();
        Answer webhook = null!;
        var journey = await Published(service, async j => webhook = await j.Asker.Post("/v1/webhooks", Subscription(receiver.Url), 201));
        await Logged(journey.Asker, webhook, 1);

        var call = receiver.Calls.ShouldHaveSingleItem();
        call.IsSignedBy(await Secret(journey.Asker, webhook)).ShouldBeTrue();
        call.ContentType.ShouldStartWith("application/cloudevents+json");
        call.Event["specversion"]!.GetValue<string>().ShouldBe("1.0");
        call.Event["type"]!.GetValue<string>().ShouldBe("practice-analysis.bilan.published.v1");
        call.Event["id"]!.GetValue<string>().ShouldBe(call.Id);
        call.Event["data"]!["resource"]!.GetValue<string>().ShouldBe(journey.BilanPath);
        call.Body.ShouldNotContain("canari");
        var told = (await Log(journey.Asker, webhook)).ShouldHaveSingleItem();
        (told["outcome"]!.GetValue<string>(), told["status"]!.GetValue<int>()).ShouldBe(("delivered", 204));
        told["request"]!.GetValue<string>().ShouldBe(call.Body);

        var (version, deliveries) = ((await journey.Asker.Get(journey.BilanPath)).Body["version"], $"/v1/webhooks/{webhook.Id}/deliveries");
        await journey.Asker.Get($"{deliveries}?reflects={journey.Bilan}@{version}", prefer: "wait=0");
        await journey.Asker.Get($"{deliveries}?reflects={journey.Bilan}@999", 503, "wait=0");
        // By how many facts it came to be is not the establishment's to count.
        var counted = (await journey.Facilitator.Get(journey.BilanPath)).Body["version"];
        await journey.Asker.Get($"{deliveries}?reflects={journey.Bilan}@{counted}", 503, "wait=0");
        await journey.Practice.Get($"{deliveries}?reflects={journey.Bilan}@{version}", 503, "wait=0");
    }

    [Fact]
    public async Task a_practice_that_left_for_another_cell_has_no_key_here_and_its_receiver_is_called_from_there_alone()
    {
        await using var receiver = await Receiver.Start();
        var left = service.As(Roles.Practice, tenant: "cabinet-parti");
        receiver.Answers(500);
        var webhook = await left.Post("/v1/webhooks", Subscription(receiver.Url), 201);
        await left.Post($"/v1/webhooks/{webhook.Id}/test", "{}", 200);
        await Logged(left, webhook, 1);
        const string others = "select count(*) from reporting.mt_doc_datakey where tenant_id = 'cabinet-qui-reste'";
        await service.As(Roles.Practice, tenant: "cabinet-qui-reste").Post("/v1/webhooks", Subscription(receiver.Url), 201);
        var before = await service.Count(others);
        before.ShouldBeGreaterThan(0);
        var part = await File.ReadAllTextAsync(
            Path.Combine(Local.Repository.Root, "deploy/database/part.sql"),
            TestContext.Current.CancellationToken
        );
        await Should.ThrowAsync<PostgresException>(() => AsMigrator(part, string.Empty));
        await AsMigrator(part, "-c practice.leaving=cabinet-parti,cabinet-autre");
        (await service.Count("select count(*) from reporting.mt_doc_datakey where tenant_id = 'cabinet-parti'")).ShouldBe(0);
        (await service.Count(others)).ShouldBe(before);

        await WaitIsOver();
        await Logged(left, webhook, 2);
        var told = (await Log(left, webhook))[0];
        (told["outcome"]!.GetValue<string>(), told["failure"]!.GetValue<string>()).ShouldBe(("given-up", "erased"));
        receiver.Calls.ShouldHaveSingleItem();
    }

    private async Task AsMigrator(string sql, string options)
    {
        var migrator = new NpgsqlConnectionStringBuilder(service.Cluster.ConnectionString("migrator")) { Options = options };
        await using var database = NpgsqlDataSource.Create(migrator);
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task a_receiver_that_fails_and_hangs_and_redirects_is_called_again_until_it_takes_it()
    {
        await using var receiver = await Receiver.Start();
        receiver.Answer = async (call, http) =>
        {
            switch (call)
            {
                case 1:
                    http.Response.StatusCode = 500;
                    break;
                case 2:
                    http.Response.Redirect("/elsewhere");
                    break;
                case 3:
                    await new TaskCompletionSource().Task.WaitAsync(http.RequestAborted);
                    break;
                default:
                    http.Response.StatusCode = 200;
                    break;
            }
        };
        Answer webhook = null!;
        var journey = await Published(service, async j => webhook = await j.Asker.Post("/v1/webhooks", Subscription(receiver.Url), 201));
        for (var failed = 1; failed <= 3; failed++)
        {
            await Logged(journey.Asker, webhook, failed);
            await WaitIsOver();
        }

        await Logged(journey.Asker, webhook, 4);
        (await Outcomes(journey.Asker, webhook)).ShouldBe(["failed", "failed", "failed", "delivered"]);
        receiver.Calls.Select(c => c.Id).Distinct().ShouldHaveSingleItem();
        var log = (await Log(journey.Asker, webhook)).Reverse().ToList();
        log[1]["status"]!.GetValue<int>().ShouldBe(302);
        log[2]["failure"]!.GetValue<string>().ShouldBe("timeout");
    }

    [Fact]
    public async Task after_three_days_it_is_disabled_and_what_was_missed_is_sent_again_on_demand()
    {
        await using var receiver = await Receiver.Start();
        receiver.Answers(503);
        Answer webhook = null!;
        var journey = await Published(service, async j => webhook = await j.Asker.Post("/v1/webhooks", Subscription(receiver.Url), 201));
        var waits = Outbound.Webhooks.DeliverWebhookHandler.Waits;
        waits.Sum(w => w.TotalDays).ShouldBeInRange(3, 3.5);
        for (var failed = 1; failed <= waits.Count; failed++)
        {
            await Logged(journey.Asker, webhook, failed);
            await WaitIsOver();
        }

        var path = $"/v1/webhooks/{webhook.Id}";
        await Logged(journey.Asker, webhook, waits.Count + 1);
        await Until(async () => (await journey.Asker.Get(path)).Body["state"]!.GetValue<string>() == "disabled");
        var disabled = await journey.Asker.Get(path);
        disabled.Body["reason"]!.GetValue<string>().ShouldBe("undeliverable");
        (await Outcomes(journey.Asker, webhook))[^1].ShouldBe("given-up");

        receiver.Answers(200);
        (await journey.Asker.Try($"{path}/test", "{}")).Status.ShouldBe(409);
        await journey.Asker.Post($"{path}/enable", "{}", 200, disabled.ETag);
        var (from, to) = (DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1));
        await journey.Asker.Post($"{path}/resend", $$"""{"from":"{{from:O}}","to":"{{to:O}}"}""", 200);
        await Logged(journey.Asker, webhook, waits.Count + 2);
        (await Outcomes(journey.Asker, webhook))[^1].ShouldBe("delivered");
        receiver.Calls.Select(c => c.Id).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task one_event_that_cannot_be_delivered_disables_nothing_where_others_are()
    {
        await using var receiver = await Receiver.Start();
        receiver.Answer = (call, http) =>
        {
            http.Response.StatusCode = call == 2 ? 200 : 503;
            return Task.CompletedTask;
        };
        var owner = new Journey(service).Asker;
        var webhook = await owner.Post("/v1/webhooks", Subscription(receiver.Url), 201);
        var path = $"/v1/webhooks/{webhook.Id}";
        await owner.Post($"{path}/test", "{}", 200);
        await Logged(owner, webhook, 1);
        await owner.Post($"{path}/test", "{}", 200);
        await Logged(owner, webhook, 2);
        var waits = Outbound.Webhooks.DeliverWebhookHandler.Waits.Count;
        for (var failed = 1; failed <= waits; failed++)
        {
            await WaitIsOver();
            await Logged(owner, webhook, failed + 2);
        }

        (await Outcomes(owner, webhook))[^1].ShouldBe("given-up");
        (await owner.Get(path)).Body["state"]!.GetValue<string>().ShouldBe("enabled");
    }

    [Fact]
    public async Task its_owner_learns_by_the_feed_that_it_was_disabled_and_nobody_else_of_the_house_does()
    {
        await using var receiver = await Receiver.Start();
        receiver.Answers(410);
        var journey = new Journey(service);
        var (owner, colleague) = (
            journey.Asker,
            service.As(Roles.Establishment, Guid.CreateVersion7(), establishment: journey.Establishment)
        );
        var webhook = await owner.Post("/v1/webhooks", Subscription(receiver.Url), 201);
        await owner.Post($"/v1/webhooks/{webhook.Id}/test", "{}", 200);
        const string Feed = "/v1/events?type=webhook.disabled";
        await Until(async () => (await owner.Get(Feed)).Body["items"]!.AsArray().Count > 0);
        (await owner.Get(Feed)).Body["items"]![0]!["data"]!["resource"]!.ToString().ShouldBe($"/v1/webhooks/{webhook.Id}");
        (await colleague.Get(Feed)).Body["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task a_receiver_that_is_gone_is_called_no_more()
    {
        await using var receiver = await Receiver.Start();
        receiver.Answers(410);
        var owner = new Journey(service).Asker;
        var webhook = await owner.Post("/v1/webhooks", Subscription(receiver.Url), 201);
        await owner.Post($"/v1/webhooks/{webhook.Id}/test", "{}", 200);
        await Until(async () => (await owner.Get($"/v1/webhooks/{webhook.Id}")).Body["reason"]?.GetValue<string>() == "gone");
    }

    [Fact]
    public async Task a_secret_is_in_no_export_of_its_owner()
    {
        var owner = service.As(Roles.Practice, Guid.CreateVersion7());
        var webhook = await owner.Post("/v1/webhooks", Subscription("https://hr.example/hook"), 201);
        await owner.Post($"/v1/webhooks/{webhook.Id}/rotate-secret", "{}", 200, webhook.ETag);
        var secret = await Secret(owner, webhook);
        var export = (await owner.Get("/v1/persons/me/export/reporting")).Body.ToJsonString();
        export.ShouldContain("webhook_subscribed");
        export.ShouldNotContain("whsec_");
        export.ShouldNotContain(secret[6..]);
    }

    [Fact]
    public async Task a_new_secret_signs_beside_the_old_one_for_a_while()
    {
        await using var receiver = await Receiver.Start();
        var owner = new Journey(service).Asker;
        var webhook = await owner.Post("/v1/webhooks", Subscription(receiver.Url), 201);
        var path = $"/v1/webhooks/{webhook.Id}";
        var old = await Secret(owner, webhook);
        var rotated = await owner.Post($"{path}/rotate-secret", "{}", 200, webhook.ETag);
        var @new = await Secret(owner, webhook);
        ($"{webhook.Body}{rotated.Body}{(await owner.Get(path)).Body}{(await owner.Get("/v1/webhooks")).Body}").ShouldNotContain("whsec_");
        @new.ShouldNotBe(old);
        await owner.Post($"{path}/test", "{}", 200);
        await Logged(owner, webhook, 1);
        receiver.Calls.Single().IsSignedBy(old).ShouldBeTrue();
        receiver.Calls.Single().IsSignedBy(@new).ShouldBeTrue();

        await owner.Post($"{path}/rotate-secret", """{"overlapHours":0}""", 200, (await owner.Get(path)).ETag);
        await owner.Post($"{path}/test", "{}", 200);
        await Logged(owner, webhook, 2);
        receiver.Calls.Last().IsSignedBy(@new).ShouldBeFalse();
    }

    [Fact]
    public async Task another_establishment_hears_nothing_of_it_and_the_feed_tells_the_same_as_the_webhook()
    {
        await using var receiver = await Receiver.Start();
        var stranger = new Journey(service).Asker;
        Answer webhook = null!;
        var theirs = await stranger.Post("/v1/webhooks", Subscription(receiver.Url), 201);
        var journey = await Published(service, async j => webhook = await j.Asker.Post("/v1/webhooks", Subscription(receiver.Url), 201));
        await Logged(journey.Asker, webhook, 1);
        await journey.CaughtUp();

        var page = await journey.Asker.Get("/v1/events?type=bilan.published");
        page.Body["items"]!.AsArray().ShouldHaveSingleItem()!.ToJsonString().ShouldBe(receiver.Calls.Single().Event.ToJsonString());
        var next = page.Body["next"]!.GetValue<string>();
        var after = await journey.Asker.Get($"/v1/events?after={next}");
        after.Body["items"]!.AsArray().ShouldBeEmpty();
        after.Body["next"]!.GetValue<string>().ShouldBe(next);

        (await stranger.Get("/v1/events")).Body["items"]!.AsArray().ShouldBeEmpty();
        await stranger.Get($"/v1/events?after={next}", 400);
        (await Log(stranger, theirs)).ShouldBeEmpty();
        await stranger.Get($"/v1/webhooks/{webhook.Id}", 404);
        await stranger.Get($"/v1/webhooks/{webhook.Id}/deliveries", 404);
    }

    [Fact]
    public async Task a_release_and_its_retraction_are_told_and_not_what_they_say()
    {
        await using var receiver = await Receiver.Start();
        const string Types = "\"indicators.published\",\"indicators.retracted\"";
        var journey = await new Journey(service, tenant: Journey.Apart).ToHeld();
        var own = await journey.Asker.Post("/v1/webhooks", Subscription(receiver.Url, Types), 201);
        var stranger = new Journey(service, tenant: journey.Tenant).Asker;
        var theirs = await stranger.Post("/v1/webhooks", Subscription(receiver.Url, Types), 201);
        var id = Guid.CreateVersion7();
        await journey.Tell(journey.Granted(id, DateTimeOffset.UtcNow.AddDays(1), "webhooks:read"));
        var platform = service.As(Roles.Platform, id, journey.Tenant);
        var granted = await platform.Post("/v1/webhooks", Subscription(receiver.Url, Types), 201);

        await journey.Publish(journey.Establishment);
        await Logged(journey.Asker, own, 1);
        await Logged(platform, granted, 1);
        var releases = $"/v1/establishments/{journey.Establishment}/indicators/releases";
        var release = (await journey.Asker.Get(releases)).Body["items"]![0]!["release"]!.GetValue<Guid>();
        var period = await journey.Period();
        await journey.Practice.Post(
            $"{period}/releases/{release}/retract",
            """{"why":"wrong-data"}""",
            200,
            (await journey.Practice.Get(period)).ETag
        );
        await Logged(journey.Asker, own, 2);
        await Logged(platform, granted, 2);

        receiver.Calls.Count.ShouldBe(4);
        receiver
            .Calls.Select(c => c.Event["type"]!.GetValue<string>())
            .Distinct()
            .Order()
            .ShouldBe(["practice-analysis.indicators.published.v1", "practice-analysis.indicators.retracted.v1"]);
        receiver.Calls.ShouldAllBe(c => c.Event["data"]!.ToJsonString() == $$"""{"resource":"{{releases}}"}""");
        receiver.Calls.ShouldAllBe(c => !c.Body.Contains(release.ToString(), StringComparison.Ordinal));
        (await Log(stranger, theirs)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http://example.org/hook")]
    [InlineData("https://user:pass@example.org/hook")]
    [InlineData("https://example.org/#hook")]
    [InlineData("ftp://example.org")]
    [InlineData("https://10.0.0.1/hook")]
    [InlineData("https://167772161/hook")]
    [InlineData("https://[::ffff:192.168.0.1]/hook")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("/hook")]
    public async Task an_address_that_cannot_be_called_is_refused(string url) =>
        (await new Journey(service).Asker.Try("/v1/webhooks", Subscription(url))).Status.ShouldBe(400);

    [Fact]
    public async Task a_type_that_the_role_is_never_told_of_is_refused() =>
        (
            await new Journey(service).Asker.Try("/v1/webhooks", Subscription("https://example.org/hook", "\"engagement.activated\""))
        ).Status.ShouldBe(400);

    [Fact]
    public async Task a_removed_one_is_gone()
    {
        var owner = new Journey(service).Asker;
        var webhook = await owner.Post("/v1/webhooks", Subscription("https://example.org/hook"), 201);
        await owner.Post($"/v1/webhooks/{webhook.Id}/remove", "{}", 200, webhook.ETag);
        await owner.Get($"/v1/webhooks/{webhook.Id}", 404);
    }
}
