using Marten;
using Marten.Linq;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.IntegrationTests;

/// <summary>The second wall, in the database: under the service's login a row is there for the tenant that the transaction names, whatever
/// the question, and for nobody where none is named.</summary>
public class when_a_wall_stands_between_tenants(EngagementFixture service)
{
    private const string Name = $"select set_config('{TenantSessions.Setting}', $1, true)";

    private readonly string _ours = $"ours-{Guid.NewGuid()}";
    private readonly string _theirs = $"theirs-{Guid.NewGuid()}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IDocumentStore Store => service.Host.Services.GetRequiredService<IDocumentStore>();

    [Theory]
    [InlineData("mt_events")]
    [InlineData("mt_streams")]
    [InlineData("mt_doc_establishment")]
    public async Task raw_sql_sees_the_rows_of_the_named_tenant_and_no_other(string table)
    {
        await Register();
        await using var login = NpgsqlDataSource.Create(service.Cluster.ConnectionString("engagement"));
        await using var connection = await login.OpenConnectionAsync(Cancel);
        (await Tenants(connection, table)).ShouldBeEmpty();
        await using (await connection.BeginTransactionAsync(Cancel))
        {
            await Execute(connection, Name, _ours);
            (await Tenants(connection, table)).ShouldBe([_ours]);
        }

        (await Tenants(connection, table)).ShouldBeEmpty();
    }

    [Fact]
    public async Task a_query_that_forgets_the_tenant_sees_ones_own_alone()
    {
        var theirs = await Register();
        await using var session = await Store.ForTenant(_ours, Cancel);
        (await session.Query<Establishment>().Where(e => e.AnyTenant()).ToListAsync(Cancel)).Count.ShouldBe(1);
        (await session.Query<Establishment>().Where(e => e.TenantIsOneOf(_theirs)).ToListAsync(Cancel)).ShouldBeEmpty();
        (await session.Events.QueryAllRawEvents().Where(e => e.AnyTenant()).ToListAsync(Cancel)).ShouldAllBe(e => e.TenantId == _ours);
        (await session.ForTenant(_theirs).LoadAsync<Establishment>(theirs, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task a_session_that_names_no_tenant_to_the_database_sees_nothing()
    {
        var theirs = await Register();
        await using var session = Store.QuerySession(_theirs);
        (await session.LoadAsync<Establishment>(theirs, Cancel)).ShouldBeNull();
        await using var named = await Store.ForTenant(_theirs, Cancel);
        (await named.LoadAsync<Establishment>(theirs, Cancel)).ShouldNotBeNull();
    }

    [Fact]
    public async Task another_tenants_row_cannot_be_written_either()
    {
        await Register();
        await using var login = NpgsqlDataSource.Create(service.Cluster.ConnectionString("engagement"));
        await using var connection = await login.OpenConnectionAsync(Cancel);
        await using (await connection.BeginTransactionAsync(Cancel))
        {
            await Execute(connection, Name, _ours);
            (await Execute(connection, "update engagement.mt_doc_establishment set data = data where tenant_id = $1", _theirs)).ShouldBe(0);
            var refused = await Should.ThrowAsync<PostgresException>(() =>
                Execute(connection, "insert into engagement.mt_streams (id, tenant_id) values (gen_random_uuid(), $1)", _theirs)
            );
            refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }
    }

    [Fact]
    public async Task a_connection_from_the_pool_brings_nothing_of_who_had_it_before()
    {
        await Register();
        var one = new NpgsqlConnectionStringBuilder(service.Cluster.ConnectionString("engagement")) { MaxPoolSize = 1 };
        one.NoResetOnClose.ShouldBeTrue();
        await using var store = DocumentStore.For(options =>
        {
            options.Connection(one.ConnectionString);
            EngagementConfiguration.Service.Configure(options);
            options.AutoCreateSchemaObjects = JasperFx.AutoCreate.None;
        });
        var backends = new HashSet<int>();
        foreach (var tenant in new[] { _ours, _theirs, _ours })
        {
            // One that reads to its end, one that fails on its way: both give the connection back as it is.
            await using (var session = await store.ForTenant(tenant, Cancel))
            {
                backends.Add(session.Connection!.ProcessID);
                (await session.Query<Establishment>().Where(e => e.AnyTenant()).CountAsync(Cancel)).ShouldBe(1);
            }

            await using (var session = await store.ForTenant(tenant, Cancel))
            {
                await Should.ThrowAsync<Exception>(() => Execute(session.Connection!, "select 1 / 0 where $1 is not null", tenant));
            }

            await using (var bare = store.QuerySession(tenant))
            {
                (await bare.Query<Establishment>().Where(e => e.AnyTenant()).CountAsync(Cancel)).ShouldBe(0);
            }
        }

        backends.Count.ShouldBe(1);
    }

    [Fact]
    public async Task the_services_own_pool_names_no_tenant_after_it_was_asked()
    {
        await Register();
        await Register();
        var pool = service.Host.Services.GetRequiredService<NpgsqlDataSource>();
        var connections = new List<NpgsqlConnection>();
        for (var i = 0; i < 10; i++)
        {
            connections.Add(await pool.OpenConnectionAsync(Cancel));
        }

        foreach (var connection in connections)
        {
            (await Tenants(connection, "mt_doc_establishment")).ShouldBeEmpty();
            await connection.DisposeAsync();
        }
    }

    [Fact]
    public async Task every_tenanted_table_has_the_wall()
    {
        await using var owner = NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        await using var command = owner.CreateCommand(
            """
            select c.relname, c.relrowsecurity and c.relforcerowsecurity and 2 = (select count(*) from pg_policy p where p.polrelid = c.oid and not starts_with(p.polname, 'tombstone'))
            from pg_class c where c.relnamespace = 'engagement'::regnamespace and c.relkind in ('r', 'p')
              and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and starts_with(c.relname, 'mt_'))
            """
        );
        var walls = new Dictionary<string, bool>();
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        while (await reader.ReadAsync(Cancel))
        {
            walls[reader.GetString(0)] = reader.GetBoolean(1);
        }

        string[] known = ["mt_events", "mt_streams", "mt_doc_identityrecord", "mt_doc_datakey", "mt_doc_establishment"];
        known.ShouldBeSubsetOf(walls.Keys);
        walls.ShouldAllBe(w => w.Value);
    }

    [Theory]
    [InlineData("tombstone", "{}", 7_000_001, true)]
    [InlineData("establishment_registered", "{}", 7_000_002, false)]
    [InlineData("tombstone", """{"name":"IME Les Tilleuls"}""", 7_000_003, false)]
    [InlineData("tombstone", "{}", 1, false)]
    public async Task what_names_no_tenant_leaves_a_tombstone_and_nothing_else(string type, string data, long version, bool allowed)
    {
        await using var login = NpgsqlDataSource.Create(service.Cluster.ConnectionString("engagement"));
        await using var connection = await login.OpenConnectionAsync(Cancel);
        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        var stream = Guid.CreateVersion7();
        await Execute(
            connection,
            $"insert into engagement.mt_streams (id, tenant_id, version, is_archived) values ('{stream}', $1, 0, false) on conflict (id, tenant_id) do nothing",
            _ours
        );
        var number = version == 1 ? 7_000_004 : version;
        Task<int> Bury() =>
            Execute(
                connection,
                $"insert into engagement.mt_events (seq_id, id, stream_id, version, data, type, tenant_id, mt_dotnet_type) values ({number}, '{Guid.CreateVersion7()}', '{stream}', {version}, '{data}', '{type}', $1, 'Tombstone')",
                _ours
            );
        if (allowed)
        {
            (await Bury()).ShouldBe(1);
            (await Tenants(connection, "mt_events")).ShouldBeEmpty();
        }
        else
        {
            (await Should.ThrowAsync<PostgresException>(Bury)).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }
    }

    [Fact]
    public async Task an_append_that_fails_leaves_its_tombstone_in_its_own_tenant()
    {
        await using var owner = NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        await using (var session = await Store.ForTenant(_ours, Cancel))
        {
            session.Events.Append(
                Guid.CreateVersion7(),
                new EstablishmentRegistered("IME Les Tilleuls", "73282932000074", null, "medico-social") { OccurredAt = Given.Now }
            );
            session.Insert(new Received("once"), new Received("once"));
            await Should.ThrowAsync<Exception>(() => session.Commit());
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        await using var left = owner.CreateCommand(
            $"select count(*) from engagement.mt_events where type = 'tombstone' and tenant_id = '{_ours}'"
        );
        while (await left.ExecuteScalarAsync(patience.Token) is not 1L)
        {
            await beat.WaitForNextTickAsync(patience.Token);
        }

        await using var outside = owner.CreateCommand(
            $"select count(*) from engagement.mt_events where type = 'tombstone' and tenant_id = '{JasperFx.StorageConstants.DefaultTenantId}'"
        );
        (await outside.ExecuteScalarAsync(Cancel)).ShouldBe(0L);
    }

    private async Task<Guid> Register()
    {
        var body = $$"""{"name":"IME Les Tilleuls","siret":"{{Given.NewSiret()}}","sector":"medico-social"}""";
        await service.As(Roles.Practice, tenant: _ours).Post("/v1/establishments", body, 201);
        return (await service.As(Roles.Practice, tenant: _theirs).Post("/v1/establishments", body, 201)).Id;
    }

    private static async Task<int> Execute(NpgsqlConnection connection, string sql, string value)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { Value = value });
        return await command.ExecuteNonQueryAsync(Cancel);
    }

    private static async Task<IReadOnlyList<string>> Tenants(NpgsqlConnection connection, string table)
    {
        await using var command = new NpgsqlCommand($"select distinct tenant_id from engagement.{table}", connection);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var tenants = new List<string>();
        while (await reader.ReadAsync(Cancel))
        {
            tenants.Add(reader.GetString(0));
        }

        return tenants;
    }
}
