using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PracticeAnalysis.Engagement.Persons;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using Wolverine;

namespace PracticeAnalysis.Engagement.IntegrationTests;

public class when_a_person_is_erased(EngagementFixture service)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_name_stands_nowhere_in_clear_is_corrected_and_goes()
    {
        var journey = await new Journey(service).ToRequest();
        var person = journey.FacilitatorId;
        var identity = $"/v1/facilitators/{person}/identity";
        (await journey.Practice.Get(identity)).Body["items"]![0]!["displayName"]!.GetValue<string>().ShouldBe(Journey.PersonName);
        (await Holding("data::text", "mt_doc_identityrecord", "Canari-Dupont")).ShouldBe(0);
        (await Holding("id::text", "mt_doc_identityrecord", person.ToString())).ShouldBe(1);

        const string Corrected = "Camille Canari-Durand";
        await journey.Facilitator.Post($"/v1/persons/{person}/name", $$"""{"displayName":"{{Corrected}}"}""", 202);
        (await journey.Practice.Get(identity)).Body["items"]![0]!["displayName"]!.GetValue<string>().ShouldBe(Corrected);

        await Erase(journey.Facilitator, person);
        (await journey.Practice.Get(identity)).Body["items"]!.AsArray().ShouldBeEmpty();
        (await Holding("id::text", "mt_doc_identityrecord", person.ToString())).ShouldBe(0);
        await journey.Practice.Post($"/v1/persons/{person}/name", $$"""{"displayName":"{{Corrected}}"}""", 409);

        // What the file said of them is gone too, and the answer says where it was.
        var file = (await journey.Practice.Get($"/v1/facilitators/{person}")).Body;
        file["evidence"]![0]!["title"].ShouldBeNull();
        file["erased"]!.AsArray().Select(p => p!.GetValue<string>()).ShouldBe(["/evidence/0/title"]);
    }

    [Fact]
    public async Task of_whom_nothing_was_asked_it_says_so_to_themself_and_to_the_practice()
    {
        var journey = await new Journey(service).ToRequest();
        var path = $"/v1/persons/{journey.FacilitatorId}/erasure";
        foreach (var reader in new[] { journey.Facilitator, journey.Practice })
        {
            var none = (await reader.Get(path)).Body;
            (none["state"]!.ToString(), none["records"]!.GetValue<int>()).ShouldBe(("none", 1));
        }

        await service.As(Roles.Member, Given.Id(77)).Get(path, 404);
        await service.As(Roles.Practice, tenant: "autre").Get(path, 404);
        await journey.Practice.Get($"/v1/persons/{Guid.NewGuid()}/erasure", 404);
    }

    [Fact]
    public async Task who_was_in_a_group_that_was_dissolved_before_it_met_is_erased_too()
    {
        var journey = await new Journey(service).ToChartering();
        var person = (await journey.Enrol(journey.Establishment)).Body["members"]![0]!["person"]!.GetValue<Guid>();
        await journey.Change(journey.Practice, journey.GroupPath, "dissolve", """{"reason":"r"}""");
        await Erase(service.As(Roles.Member, person), person);
        (await journey.Practice.Get($"/v1/persons/{person}/erasure")).Body["state"]!.GetValue<string>().ShouldBe("requested");
    }

    [Fact]
    public async Task who_was_erased_writes_no_more_and_may_ask_how_it_stands()
    {
        var journey = await new Journey(service).ToRequest();
        var person = journey.FacilitatorId;
        await Erase(journey.Facilitator, person);
        await Erase(journey.Facilitator, person);
        (await journey.Facilitator.Post($"/v1/facilitators/{person}/independence", "{}", 403)).Body["detail"]!
            .GetValue<string>()
            .ShouldBe("This person has been erased.");
        var state = await journey.Facilitator.Get($"/v1/persons/{person}/erasure");
        state.Body["erased"]!.AsArray().Select(e => e!["service"]!.GetValue<string>()).ShouldBe(["engagement"]);
        state.Body["waiting"]!.AsArray().Select(e => e!.GetValue<string>()).ShouldBe(["session", "reporting"]);
        await service.As(Roles.Member, Given.Id(77)).Get($"/v1/persons/{person}/erasure", 404);
        await service.As(Roles.Practice, tenant: "autre").Get($"/v1/persons/{person}/erasure", 404);
    }

    [Fact]
    public async Task the_practice_waits_seven_days_after_it_told_them_or_records_that_they_asked()
    {
        var journey = await new Journey(service).ToRequest();
        var path = $"/v1/persons/{journey.FacilitatorId}/erasure";
        (await journey.Practice.Post(path, "{}", 422)).Rule().ShouldBe("always/erasure-notice/design");

        // Told long ago, they say: it is recorded now, and from now on it is waited.
        var told = await journey.Practice.Post($"{path}/notice", """{"by":"letter","occurredAt":"2026-01-05T09:00:00Z"}""", 202);
        told.Body["state"]!.GetValue<string>().ShouldBe("announced");
        (await journey.Practice.Post(path, "{}", 422)).Rule().ShouldBe("always/erasure-notice/design");
        var seen = (await journey.Facilitator.Get(path)).Body;
        seen["erasableFrom"]!.GetValue<DateTimeOffset>().ShouldBeGreaterThan(seen["announcedAt"]!.GetValue<DateTimeOffset>().AddDays(7));

        // That they asked is what the practice says: they read it, and wait as long.
        await journey.Practice.Post(path, $$$"""{"asked":{"by":"in-person","on":"{{{DateTime.UtcNow:yyyy-MM-dd}}}"}}""", 202);
        var claimed = (await journey.Facilitator.Get(path)).Body;
        (claimed["state"]!.GetValue<string>(), claimed["claimed"]!["by"]!.GetValue<string>()).ShouldBe(("announced", "in-person"));
        var waiting = (await journey.Facilitator.Get("/v1/persons/me/waiting/engagement")).Body["items"]!.AsArray();
        waiting.Count(i => i!["kind"]!.GetValue<string>() == "erasure").ShouldBe(1);
    }

    [Fact]
    public async Task whom_the_practice_says_to_have_asked_is_erased_seven_days_later_and_leaves_their_group()
    {
        var journey = await new Journey(service).ToActive();
        var path = $"/v1/persons/{journey.Members[0]}/erasure";
        var asked = await journey.Practice.Post(path, $$$"""{"asked":{"by":"telephone","on":"{{{DateTime.UtcNow:yyyy-MM-dd}}}"}}""", 202);
        var from = asked.Body["erasableFrom"]!.GetValue<DateTimeOffset>();
        (await journey.Practice.Get(journey.GroupPath)).Body["members"]!.AsArray().Count.ShouldBe(journey.Members.Count);
        await using (var scope = service.Host.Services.CreateAsyncScope())
        {
            await scope
                .ServiceProvider.GetRequiredService<IMessageBus>()
                .InvokeForTenantAsync("cabinet", new ErasureTold(journey.Members[0], from), Cancel);
        }

        (await journey.Practice.Get(path)).Body["state"]!.GetValue<string>().ShouldNotBe("announced");
        (await journey.Practice.Get(journey.GroupPath)).Body["members"]!.AsArray().Count.ShouldBe(journey.Members.Count - 1);
    }

    [Fact]
    public async Task an_api_key_has_nobody_erased()
    {
        var journey = await new Journey(service).ToRequest();
        var path = $"/v1/persons/{journey.FacilitatorId}/erasure";
        var expires = DateTimeOffset.UtcNow.AddDays(1).ToString("O");
        var issued = await journey.Practice.Post(
            "/v1/api-keys",
            $$"""{"label":"RH","role":"practice","scopes":["persons:read","persons:write"],"expiresAt":"{{expires}}"}""",
            201
        );
        var key = new Speaker(service.Host, issued.Body["key"]!.GetValue<string>());
        await key.Post(path, "{}", 403);
        await key.Post(path, $$$"""{"asked":{"by":"in-person","on":"{{{DateTime.UtcNow:yyyy-MM-dd}}}"}}""", 403);
        await key.Post($"{path}/notice", """{"by":"letter"}""", 403);
        (await journey.Practice.Get(path)).Body["state"]!.ToString().ShouldBe("none");
    }

    [Fact]
    public async Task letters_that_are_none_of_ours_and_mention_the_person_go_and_the_others_wait_for_an_operator()
    {
        var journey = await new Journey(service).ToRequest();
        var person = journey.FacilitatorId;
        await Plant("unknown.v1.letter", $$"""{"said":"{{Journey.Canary}}","by":"{{person}}"}""");
        await Plant("engagement.v1.member-left", $$"""{"person":"{{person}}"}""");
        await Erase(journey.Facilitator, person);
        (await Holding("encode(body, 'escape')", "wolverine_dead_letters", person.ToString())).ShouldBe(1);
        (await Holding("message_type", "wolverine_dead_letters", "unknown.v1.letter")).ShouldBe(0);
        await Owner("delete from engagement.wolverine_dead_letters");
    }

    [Fact]
    public async Task after_a_sweep_no_file_of_the_tables_holds_their_wrapped_key()
    {
        var journey = await new Journey(service).ToRequest();
        var wrapped = await Text($"select data ->> 'wrapped' from engagement.mt_doc_datakey where owner = '{journey.FacilitatorId}'");
        (await InFiles(wrapped)).ShouldBeTrue();
        await Erase(journey.Facilitator, journey.FacilitatorId);

        // What runs beside this may still see what was, for as long as its transaction lasts.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var migrator = NpgsqlDataSource.Create(service.Cluster.ConnectionString("migrator"));
        do
        {
            await Sweep.Run(migrator, "engagement", patience.Token);
        } while (await InFiles(wrapped));
    }

    // Whether the files of the tables hold it, after all that was written came there.
    private async Task<bool> InFiles(string text)
    {
        await Owner("checkpoint");
        var tables = Path.Combine(Path.GetDirectoryName(service.Cluster.Log)!, "base");
        return Directory
            .EnumerateFiles(tables, "*", SearchOption.AllDirectories)
            .Any(file => Read(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);
    }

    // A file that goes meanwhile holds nothing.
    private static byte[] Read(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }

    private async Task<string> Text(string sql)
    {
        await using var owner = NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        await using var command = owner.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync(Cancel))!;
    }

    private static async Task Erase(Speaker speaker, Guid person)
    {
        await speaker.Post($"/v1/persons/{person}/erasure", "{}", 202);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        JsonNode? erased;
        do
        {
            erased = (await speaker.Get($"/v1/persons/{person}/erasure")).Body["erased"];
        } while (erased!.AsArray().Count == 0 && await beat.WaitForNextTickAsync(patience.Token));
    }

    private Task Plant(string type, string body) =>
        Owner(
            $"""
            insert into engagement.wolverine_dead_letters (id, body, message_type, received_at, replayable)
            values (gen_random_uuid(), convert_to('{body}', 'UTF8'), '{type}', 'engagement', false)
            """
        );

    private async Task Owner(string sql)
    {
        await using var owner = NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private async Task<long> Holding(string column, string table, string text)
    {
        await using var owner = NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        await using var command = owner.CreateCommand($"select count(*) from engagement.{table} where {column} like '%' || $1 || '%'");
        command.Parameters.AddWithValue(text);
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }
}
