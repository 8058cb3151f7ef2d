using Npgsql;
using PracticeAnalysis.EventStore;

namespace PracticeAnalysis.EndToEnd;

/// <summary>What each login of the database may do, tried: every line below is refused by PostgreSQL, or allowed, not by us.</summary>
[Collection(typeof(TheSystem))]
public class when_a_service_uses_its_login(SystemFixture system)
{
    private static readonly string[] Names = [.. OfflineFold.Services.Select(s => s.Name)];

    public static TheoryData<string, string> Others =>
        [
            .. from login in Names
            from kind in (string[])["", "_daemon"]
            from schema in Names
            where login != schema
            select (login + kind, schema),
        ];

    public static TheoryData<string> Each => [.. Names];

    [Theory]
    [MemberData(nameof(Others))]
    public Task another_schema_cannot_be_read(string login, string schema) => IsDenied(login, $"select * from {schema}.mt_events");

    [Theory]
    [MemberData(nameof(Each))]
    public async Task neither_a_service_nor_its_daemon_changes_what_happened(string service)
    {
        foreach (var login in (string[])[service, $"{service}_daemon"])
        {
            await IsDenied(login, $"update {service}.mt_events set data = '{{}}'");
            await IsDenied(login, $"delete from {service}.mt_events");
            await IsDenied(login, $"truncate {service}.mt_events cascade");
            await IsDenied(login, $"delete from {service}.mt_streams");
            await IsDenied(login, $"truncate {service}.mt_streams cascade");
            await IsDenied(login, $"update {service}.mt_streams set tenant_id = 'autre'");
            await IsDenied(login, $"update {service}.mt_streams set is_archived = true");
            await IsDenied(login, $"delete from {service}.mt_doc_datakey");
            await IsDenied(login, $"update {service}.mt_doc_commitments set data = data");
            await IsDenied(login, $"delete from {service}.mt_doc_commitments");
            await IsDenied(login, $"drop table {service}.mt_events");
            await IsDenied(login, $"alter table {service}.mt_events disable row level security");
            await IsDenied(login, $"alter table {service}.mt_events disable trigger all");
            await IsDenied(login, $"create table {service}.mine (id int)");
        }

        await IsDenied(
            service,
            $"insert into {service}.mt_doc_commitments (tenant_id, id, data) values ('autre', gen_random_uuid(), '{{}}')"
        );
        await IsDenied($"{service}_daemon", $"insert into {service}.mt_streams (id, tenant_id) values (gen_random_uuid(), 'autre')");
        await IsDenied($"{service}_daemon", $"select body from {service}.wolverine_incoming_envelopes");
    }

    [Theory]
    [MemberData(nameof(Each))]
    public async Task the_eraser_destroys_keys_and_takes_away_letters_and_changes_no_event(string service)
    {
        await IsDenied("eraser", $"update {service}.mt_events set data = '{{}}'");
        await IsDenied("eraser", $"delete from {service}.mt_events");
        await IsDenied("eraser", $"delete from {service}.mt_streams");
        await IsDenied("eraser", $"truncate {service}.mt_events cascade");
        await IsDenied("eraser", $"update {service}.mt_streams set tenant_id = 'autre'");
        await IsDenied("eraser", $"delete from {service}.mt_doc_datakey");
        await IsDenied("eraser", $"delete from {service}.mt_event_progression");
        await IsDenied("eraser", $"drop table {service}.mt_doc_datakey");

        // In the tenant that its transaction names, and in none where it names none.
        var destroy = $"update {service}.mt_doc_datakey set data = data";
        (await Change("eraser", null, destroy)).ShouldBe(0);
        (await Change("eraser", "cabinet-que-personne-n-a", destroy)).ShouldBe(0);
        var keys = await Change("eraser", system.Demonstration.Tenant, destroy);
        keys.ShouldBeGreaterThan(0);

        // The service itself may not, until it says that it erases.
        await IsDenied(service, destroy);
        (await Change(service, system.Demonstration.Tenant, destroy, "eraser")).ShouldBe(keys);
        await Change("eraser", system.Demonstration.Tenant, $"delete from {service}.wolverine_dead_letters");
        await Change("eraser", system.Demonstration.Tenant, "delete from queues.wolverine_queue_ledger");
    }

    [Fact]
    public async Task who_writes_bilans_adds_nothing_to_the_ledger_and_who_takes_entries_writes_nothing_else()
    {
        static string Again(string which) =>
            $"""
                insert into reporting.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type)
                select nextval('reporting.mt_events_sequence'), gen_random_uuid(), stream_id, version + 1000000, data, type, now(), tenant_id, mt_dotnet_type
                from reporting.mt_events where type {which} 'entry_ledgered' limit 1
                """;
        var (entry, other) = (Again("="), Again("<>"));
        foreach (var (sql, role) in new[] { (entry, "ledger"), (other, null) })
        {
            (await Change("reporting", system.Demonstration.Tenant, sql, role)).ShouldBe(1);
        }

        foreach (var (sql, role) in new[] { (entry, null), (entry, "eraser"), (other, "ledger") })
        {
            var denied = await Should.ThrowAsync<PostgresException>(() => Change("reporting", system.Demonstration.Tenant, sql, role));
            denied.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }

        await IsDenied("session", "set role ledger");
    }

    [Theory]
    [MemberData(nameof(Each))]
    public async Task the_reader_counts_and_reads_no_content(string service)
    {
        (await Count("reader", $"select count(id) from {service}.mt_events")).ShouldBeGreaterThan(100);
        (await Count("reader", $"select count(name) from {service}.mt_event_progression")).ShouldBeGreaterThan(0);
        await Count("reader", $"select count(message_type) from {service}.wolverine_dead_letters");
        await Count("reader", "select count(id) from queues.wolverine_queue_ledger");
        foreach (
            var content in (string[])
                [
                    $"select data from {service}.mt_events",
                    $"select headers from {service}.mt_events",
                    $"select user_name from {service}.mt_events",
                    $"select id from {service}.mt_doc_datakey",
                    $"select body from {service}.wolverine_dead_letters",
                    $"select exception_message from {service}.wolverine_dead_letters",
                    "select body from queues.wolverine_queue_ledger",
                    $"delete from {service}.mt_events",
                    $"update {service}.mt_streams set version = 0",
                    $"delete from {service}.wolverine_dead_letters",
                    "delete from queues.wolverine_queue_ledger",
                ]
        )
        {
            await IsDenied("reader", content);
        }

        await IsDenied("reader", "select data from engagement.mt_doc_identityrecord");
        await IsDenied("engagement", "delete from engagement.mt_doc_identityrecord");
    }

    [Theory]
    [MemberData(nameof(Each))]
    public async Task no_login_is_more_than_it_seems(string service)
    {
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        await using var command = owner.CreateCommand(
            "select count(*) from pg_roles where rolname = any ($1) and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)"
        );
        string[] logins = [service, $"{service}_daemon", "migrator", "eraser", "reader"];
        command.Parameters.AddWithValue(logins);
        ((long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!).ShouldBe(logins.Length);
    }

    [Fact]
    public async Task the_password_of_one_login_opens_no_other()
    {
        var cluster = system.Host.Cluster;
        string[] logins = ["owner", "migrator", .. Names.SelectMany(n => new[] { n, $"{n}_daemon" }), "eraser", "reader"];
        logins.Select(cluster.PasswordOf).ShouldBeUnique();
        var stolen = new NpgsqlConnectionStringBuilder(cluster.ConnectionString("session")) { Username = "reporting_daemon" };
        await using var database = NpgsqlDataSource.Create(stolen);
        var refused = await Should.ThrowAsync<PostgresException>(async () =>
            await database.OpenConnectionAsync(TestContext.Current.CancellationToken)
        );
        refused.SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
    }

    private async Task IsDenied(string login, string sql)
    {
        var denied = await Should.ThrowAsync<PostgresException>(() => Change(login, system.Demonstration.Tenant, sql), $"{login}: {sql}");
        denied.SqlState.ShouldBeOneOf([PostgresErrorCodes.InsufficientPrivilege], $"{login}: {sql}");
    }

    // What is tried is rolled back.
    private async Task<int> Change(string login, string? tenant, string sql, string? role = null)
    {
        await using var database = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString(login));
        await using var connection = await database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        if (tenant is not null)
        {
            await using var name = new NpgsqlCommand($"select set_config('{TenantSessions.Setting}', $1, true)", connection);
            name.Parameters.Add(new() { Value = tenant });
            await name.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        if (role is not null)
        {
            await using var become = new NpgsqlCommand($"set local role {role}", connection);
            await become.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task<long> Count(string login, string sql)
    {
        await using var database = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString(login));
        await using var command = database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
