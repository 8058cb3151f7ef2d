using Alba;
using Npgsql;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.IntegrationTests;

/// <summary>Whoever is not answered in time is told whether nothing happened, or whether it may have; with the same key it happens once.</summary>
[Trait("Part", "commit_outlasts_request")]
public sealed class when_a_commit_outlasts_its_request(EngagementFixture service) : IAsyncLifetime
{
    private const string Evidence = """{"kind":"training","title":"Formation à l'analyse des pratiques","years":3}""";
    private const string Unknown = "/problems/outcome-unknown";

    private readonly string _tenant = $"cabinet-{Guid.NewGuid()}";
    private readonly string _key = $"{Guid.NewGuid()}";
    private IAlbaHost _node = null!;
    private Speaker _practice = null!;
    private string _facilitator = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await Listen(seconds: 1);
        var registered = await service
            .As(Roles.Practice, tenant: _tenant)
            .Post("/v1/facilitators", """{"displayName":"X","independenceDeclared":true,"evidence":[]}""", 201);
        _facilitator = $"/v1/facilitators/{registered.Id}";
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    private async Task Listen(int seconds)
    {
        _node = await service.Beside(
            new Dictionary<string, string?>
            {
                ["Limits:Seconds"] = $"{seconds}",
                ["ConnectionStrings:Postgres"] = $"{service.Cluster.ConnectionString("engagement")};Application Name={_tenant}",
            }
        );
        _practice = new(_node, service.Mint.For(new Actor(_tenant, Roles.Practice, Given.Id(900))), _tenant);
    }

    [Fact]
    public async Task it_is_told_that_it_may_have_been_done_and_its_key_has_it_done_once()
    {
        var before = await Stored();

        // As a plain CREATE INDEX does: what is read goes on, what is appended waits.
        await using (await Hold("lock table engagement.mt_events in share mode"))
        {
            var answer = await _practice.Try($"{_facilitator}/evidence", Evidence, key: _key);
            (answer.Status, answer.Kind(), answer.RetryAfter).ShouldBe((503, Unknown, "2"));
            answer.Body["detail"]!.GetValue<string>().ShouldBe("It may have been done: the outcome was not known in time.");
            answer.Body["satisfy"]!.GetValue<string>().ShouldContain("the same Idempotency-Key");
        }

        await OnceUnderItsKey(before);
    }

    [Fact]
    public async Task a_connection_that_breaks_while_it_is_stored_says_the_same()
    {
        // Its time does not end first, however slow the machine is.
        await _node.DisposeAsync();
        await Listen(seconds: 60);
        var before = await Stored();
        await using (await Hold("lock table engagement.mt_events in share mode"))
        {
            // A login sees what its own sessions wait for, and may end them.
            await using var login = NpgsqlDataSource.Create(service.Cluster.ConnectionString("engagement"));
            await using var end = login.CreateCommand(
                $"select count(pg_terminate_backend(pid)) from pg_stat_activity where wait_event_type = 'Lock' and application_name = '{_tenant}'"
            );
            var asked = _practice.Try($"{_facilitator}/evidence", Evidence, key: _key);
            while ((long)(await end.ExecuteScalarAsync(Cancel))! == 0)
            {
                asked.IsCompleted.ShouldBeFalse("it waits for the table, until its connection ends");
            }

            var answer = await asked;
            (answer.Status, answer.Kind()).ShouldBe((503, Unknown));
        }

        await OnceUnderItsKey(before);
    }

    [Fact]
    public async Task what_did_not_come_so_far_did_not_happen()
    {
        var before = await Stored();
        await using (await Hold($"select 1 from engagement.mt_streams where tenant_id = '{_tenant}' for update"))
        {
            var answer = await _practice.Try($"{_facilitator}/evidence", Evidence, key: _key);
            (answer.Status, answer.Kind(), answer.RetryAfter).ShouldBe((503, "/problems/unavailable", "2"));
            answer.Body["detail"]!.GetValue<string>().ShouldBe("The answer took longer than a request may take.");
        }

        (await Stored()).ShouldBe(before);
    }

    [Fact]
    public async Task a_read_never_may_have_been_done()
    {
        await using (await Hold("lock table engagement.mt_doc_facilitator in access exclusive mode"))
        {
            var answer = await _practice.Get(_facilitator, 503);
            (answer.Kind(), answer.RetryAfter).ShouldBe(("/problems/unavailable", "2"));
        }
    }

    private async Task OnceUnderItsKey(long before)
    {
        var practice = service.As(Roles.Practice, tenant: _tenant);
        var first = await practice.Try($"{_facilitator}/evidence", Evidence, key: _key);
        var again = await practice.Try($"{_facilitator}/evidence", Evidence, key: _key);
        (first.Status, again.Status, again.ETag).ShouldBe((200, 200, first.ETag));
        (await Stored()).ShouldBe(before + 1);
    }

    private async Task<Held> Hold(string how)
    {
        var connection = new NpgsqlConnection(service.Cluster.ConnectionString("owner"));
        await connection.OpenAsync(Cancel);
        await connection.BeginTransactionAsync(Cancel);
        await using var hold = connection.CreateCommand();
        hold.CommandText = how;
        await hold.ExecuteNonQueryAsync(Cancel);
        return new(connection);
    }

    private Task<long> Stored() => service.Count($"select count(*) from engagement.mt_events where tenant_id = '{_tenant}'");

    // The transaction ends with its connection.
    private sealed class Held(NpgsqlConnection connection) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
