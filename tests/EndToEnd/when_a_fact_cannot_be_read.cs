using System.Text.Json.Nodes;
using Npgsql;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.EndToEnd;

/// <summary>A fact of a known type that nothing can be made of: health names it, what does not need what it says goes on, and an operator has a way out
/// that history and proof show. Nothing is started anew.</summary>
[Long("poison_fact")]
public class when_a_fact_cannot_be_read(OwnSystem system) : IClassFixture<OwnSystem>
{
    private static readonly HttpClient Http = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_ledger_tells_it_by_its_hash_and_it_is_set_aside_by_a_fact()
    {
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        var engagement = system.Demonstration.Engagements[^1];
        var practice = system.One(Roles.Practice);
        var poison = await Put(
            owner,
            "engagement",
            engagement,
            "engagement_suspended",
            """{"occurredAt": 7, "reason": {"not": "a word"}}"""
        );

        // It is told, and so is what comes after it, of whatever practice.
        await Told(owner, "engagement", poison);
        await Red("engagement", $"engagement: the event {poison} (engagement_suspended) cannot be read.");
        var other = new Actor("cabinet-voisin-du-poison", Roles.Practice, Guid.NewGuid());
        var establishment = """{"name":"IME Les Tilleuls","siret":"73282932000074","sector":"medico-social"}""";
        (await system.Ask(other, "/v1/establishments", establishment)).Status.ShouldBe(201);
        await Told(owner, "engagement", await Scalar(owner, "select max(seq_id) from engagement.mt_events"));

        // Who asks what it says is told so; who asks anything else is answered.
        var version = (await system.Ask(practice, $"/v1/engagements/{engagement}")).Body!["version"];
        var (status, problem) = await system.Ask(
            practice,
            $"/v1/engagements/{engagement}/suspend",
            """{"reason":"team-conflict"}""",
            $"\"{version}\""
        );
        status.ShouldBe(503);
        problem!["detail"]!
            .GetValue<string>()
            .ShouldBe("An event in the resource's history cannot be read; the operator must repair it or set it aside.");
        (await system.Ask(practice, $"/v1/engagements/{engagement}?version={version}")).Status.ShouldBe(503);
        (await system.Ask(practice, $"/v1/engagements/{engagement}")).Status.ShouldBe(200);

        var set = await SetAside("engagement", poison, "unreadable");
        set.ShouldBe($"engagement: the event {poison} (engagement_suspended) is set aside.");
        (await SetAside("engagement", poison, "unreadable")).ShouldBe(
            $"engagement: the event {poison} (engagement_suspended) was set aside before."
        );
        await Green("engagement");
        (await system.Ask(practice, $"/v1/engagements/{engagement}?version={version}")).Status.ShouldBe(200);

        // History shows both: the row as it stands, and that it was set aside, why and by whom.
        var auditor = await system.Auditor(system.Demonstration.Tenant);
        JsonNode? history = null;
        JsonNode? aside = null;
        await SystemFixture.Until(
            async () =>
            {
                history = (await system.Ask(auditor, $"/v1/engagements/{engagement}/history")).Body;
                aside = Entries(history, "fact_set_aside")
                    .Select(e => JsonNode.Parse(e["redacted"]!.GetValue<string>())!)
                    .SingleOrDefault(a => a["sequence"]!.GetValue<long>() == poison);
                return aside is not null;
            },
            "history shows what was set aside"
        );
        aside!["reason"]!.GetValue<string>().ShouldBe("unreadable");
        var told = Entries(history, "engagement_suspended").Single(e => e["sequence"]!.GetValue<long>() == poison);
        aside["hash"]!.GetValue<string>().ShouldBe(told["hash"]!.GetValue<string>());

        // What belongs to no engagement is set aside in its own history, beside the stream that Reporting keeps of the same id.
        var registered = await Id(
            owner,
            $"select id from reporting.mt_doc_establishment_record where tenant_id = '{system.Demonstration.Tenant}' order by id limit 1"
        );
        var second = await Put(owner, "engagement", registered, "establishment_registered", """{"occurredAt": 7}""");
        await Told(owner, "engagement", second);
        await SetAside("engagement", second, "unreadable");
        await SystemFixture.Until(
            async () =>
                await Scalar(
                    owner,
                    $"select count(*) from reporting.mt_events where type = 'entry_ledgered' and data -> 'entry' ->> 'eventType' = 'fact_set_aside' and stream_id = (select stream_id from reporting.mt_events where type = 'entry_ledgered' and data -> 'entry' ->> 'stream' = '{registered}' limit 1)"
                ) == 1,
            "it is in the history that tells of the establishment"
        );
        using var folder = new AuditorsFolder(system.Host, system.Host.Gateway, auditor);
        await folder.PullAll();
        (await folder.Verified()).ShouldContain("It holds.");
    }

    [Theory]
    [InlineData("""{"occurredAt": 7}""", "unreadable")]
    [InlineData("""{"occurredAt": "2026-01-05T09:00:00+00:00"}""", "cannot-be-applied")]
    public async Task the_view_that_needs_it_stops_alone_and_goes_on_when_it_was_set_aside(string said, string reason)
    {
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        var poison = await Put(owner, "reporting", await Evolving(owner), "themes_learned", said);
        await Red("reporting", $"by the event {poison} (themes_learned).");
        await Red("reporting", "reporting: GroupEvolution:All stopped at ");

        // The others go on.
        await Told(owner, "reporting", poison);
        await Told(owner, "reporting", poison, "Tree:All");
        (await Scalar(owner, "select last_seq_id from reporting.mt_event_progression where name = 'GroupEvolution:All'")).ShouldBeLessThan(
            poison
        );

        (await SetAside("reporting", poison, reason)).ShouldBe($"reporting: the event {poison} (themes_learned) is set aside.");
        await Told(owner, "reporting", poison, "GroupEvolution:All");
        await Green("reporting");
    }

    [Fact]
    public async Task a_fact_that_is_mended_is_taken_up_again_by_itself()
    {
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        var poison = await Put(owner, "engagement", system.Demonstration.Engagements[^2], "engagement_resumed", """{"occurredAt": 7}""");
        await Red("engagement", $"engagement: the event {poison} (engagement_resumed) cannot be read.");
        await Scalar(
            owner,
            $$"""update engagement.mt_events set data = '{"occurredAt": "2026-01-05T09:00:00+00:00"}' where seq_id = {{poison}} returning 1"""
        );
        await Green("engagement");

        // The ledger keeps what stood there: that the row was mended is no secret.
        await Scalar(owner, $$"""update engagement.mt_events set data = '{"occurredAt": 7}' where seq_id = {{poison}} returning 1""");
        await SetAside("engagement", poison, "unreadable");
        await Green("engagement");
    }

    [Fact]
    public async Task what_can_be_read_and_stops_nothing_is_not_set_aside()
    {
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        var sound = await Scalar(owner, "select min(seq_id) from engagement.mt_events where type = 'engagement_opened'");
        (await SetAside("engagement", sound, "unreadable")).ShouldBe(
            $"engagement: the event {sound} (engagement_opened) can be read, and nothing stands before it: it is not set aside."
        );
    }

    private static IEnumerable<JsonNode> Entries(JsonNode? history, string type) =>
        history?["entries"]?.AsArray().Where(e => e!["eventType"]!.GetValue<string>() == type).Select(e => e!) ?? [];

    // As somebody does who writes past the service.
    private static Task<long> Put(NpgsqlDataSource owner, string service, Guid stream, string type, string data) =>
        Scalar(
            owner,
            $"""
            with next as (update {service}.mt_streams set version = version + 1 where id = '{stream}' returning version)
            insert into {service}.mt_events
            select (jsonb_populate_record(null::{service}.mt_events, to_jsonb(e) || jsonb_build_object(
              'seq_id', nextval('{service}.mt_events_sequence'), 'id', gen_random_uuid(), 'version', next.version, 'type', '{type}',
              'mt_dotnet_type', null, 'is_archived', false, 'data', '{data}'::jsonb, 'timestamp', now()))).*
            from (select * from {service}.mt_events where stream_id = '{stream}' order by version desc limit 1) e, next
            returning seq_id
            """
        );

    private static Task Told(NpgsqlDataSource owner, string service, long sequence, string shard = "Ledger:All") =>
        SystemFixture.Until(
            async () => await Scalar(owner, $"select last_seq_id from {service}.mt_event_progression where name = '{shard}'") >= sequence,
            $"{shard} of {service} is past {sequence}"
        );

    private Task Red(string service, string says) =>
        Health(service, (red, said) => red && said.Contains(says, StringComparison.Ordinal), $"health is red and says: {says}");

    private Task Green(string service) => Health(service, (red, _) => !red, "health is green again");

    private async Task Health(string service, Func<bool, string, bool> holds, string what)
    {
        var said = string.Empty;
        await SystemFixture.Until(
            async () =>
            {
                using var answer = await Http.GetAsync(new Uri(system.Host.Service(service).Address, "/health/ready"), Cancel);
                said = await answer.Content.ReadAsStringAsync(Cancel);
                return holds(!answer.IsSuccessStatusCode, said);
            },
            () => $"{what}; it said {said}"
        );
    }

    // Its log goes before what it says.
    private async Task<string> SetAside(string service, long sequence, string reason)
    {
        var (_, said, errors) = await OperatorsScript.Run(
            system.Host,
            service,
            ["set-aside", $"{sequence}", "--reason", reason, "--by", Guid.NewGuid().ToString()],
            ("ConnectionStrings__Postgres", system.Host.Cluster.ConnectionString("migrator"))
        );
        return (said + errors).Split('\n')[^1];
    }

    // A group of the demonstration that has an evolution.
    private Task<Guid> Evolving(NpgsqlDataSource owner) =>
        Id(owner, $"select id from reporting.mt_doc_group_evolution where tenant_id = '{system.Demonstration.Tenant}' order by id limit 1");

    private static async Task<Guid> Id(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (Guid)(await command.ExecuteScalarAsync(Cancel))!;
    }

    private static async Task<long> Scalar(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(Cancel), System.Globalization.CultureInfo.InvariantCulture);
    }
}
