using System.Text.Json.Nodes;
using Npgsql;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>However it came that the daemon passed a number whose event was stored afterwards: it is seen by the rows themselves, makes health red until it
/// is taken, and stands at the end of the tree.</summary>
[Trait("Part", "passed_over")]
public class when_an_event_is_passed_over(ProvenFixture service) : IClassFixture<ProvenFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task it_is_told_and_takes_its_leaf_after_all()
    {
        await using var owner = NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        var auditor = service.As(Roles.Auditor);
        await service.Grant();
        await service.Settle();
        var before = (await auditor.Post("/v1/proof/checkpoints", "", 200)).Body["size"]!.GetValue<long>();

        // Two numbers that nobody holds, and a grant after them: the daemon goes on.
        var entry = (long)(await Ask(owner, "select nextval('reporting.mt_events_sequence')"))!;
        var grant = (long)(await Ask(owner, "select nextval('reporting.mt_events_sequence')"))!;
        await service.Grant();
        await service.Settle();

        // An entry of the ledger, and a grant that is not told yet, come under them.
        await Store(
            owner,
            entry,
            "entry_ledgered",
            "jsonb_build_object('entry', e.data -> 'entry' || jsonb_build_object('stream', gen_random_uuid(), 'source', 'session'))"
        );
        await Store(owner, grant, "audit_access_granted", "e.data");
        await Until(owner, $"select exists (select from reporting.tree_leaf where sequence = {entry})");
        await Until(
            owner,
            $"select exists (select from reporting.mt_events where type = 'entry_ledgered' and data -> 'entry' ->> 'sequence' = '{grant}' and seq_id <> {entry})"
        );
        await service.Settle();
        (await Ask(owner, $"select position >= {before} from reporting.tree_leaf where sequence = {entry}")).ShouldBe(true);

        // What was signed before is still in it, and nothing waits any more.
        (await auditor.Post("/v1/proof/checkpoints", "", 200)).Body["size"]!.GetValue<long>().ShouldBeGreaterThan(before + 1);
        await Healthy();
    }

    private Task Healthy()
    {
        string? said = null;
        return Wait.Until(
            async () =>
            {
                var answer = await service.Host.Scenario(s =>
                {
                    s.Get.Url("/health/ready");
                    s.IgnoreStatusCode();
                });
                said = JsonNode.Parse(await answer.ReadAsTextAsync())!["checks"]!["completeness"]!.ToJsonString();
                return said == """{"status":"Healthy","description":"2 events taken up again since the start."}""";
            },
            () => said
        );
    }

    // As a transaction does that took its number long ago: under the number, in a stream of its own.
    private static Task<object?> Store(NpgsqlDataSource owner, long number, string type, string data) =>
        Ask(
            owner,
            $"""
            with stream as (
              insert into reporting.mt_streams (id, version, tenant_id) values (gen_random_uuid(), 1, '{ProvenFixture.Tenant}') returning id
            )
            insert into reporting.mt_events
            select (jsonb_populate_record(
              e, jsonb_build_object('seq_id', {number}, 'id', gen_random_uuid(), 'stream_id', stream.id, 'version', 1, 'data', {data}))).*
            from stream, reporting.mt_events e
            where e.seq_id = (select max(seq_id) from reporting.mt_events where type = '{type}' and tenant_id = '{ProvenFixture.Tenant}')
            """
        );

    private static Task Until(NpgsqlDataSource owner, string sql) => Wait.Until(async () => await Ask(owner, sql) is true, what: sql);

    private static async Task<object?> Ask(NpgsqlDataSource owner, string sql)
    {
        await using var command = owner.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancel);
    }
}
