using Npgsql;

namespace PracticeAnalysis.EndToEnd;

/// <summary>Each service's login reads its own schema alone, and adds events without being able to change them.</summary>
public class when_a_service_uses_its_login(SystemFixture system)
{
    public static TheoryData<string, string> Others =>
        [
            .. from login in OfflineFold.Services
            from schema in OfflineFold.Services
            where login.Name != schema.Name
            select (login.Name, schema.Name),
        ];

    [Theory]
    [MemberData(nameof(Others))]
    public Task another_schema_cannot_be_read(string login, string schema) => IsDenied(login, $"select * from {schema}.mt_events");

    [Theory]
    [InlineData("engagement")]
    [InlineData("session")]
    [InlineData("reporting")]
    public async Task its_own_events_cannot_be_changed(string login)
    {
        await IsDenied(login, $"update {login}.mt_events set data = '{{}}'");
        await IsDenied(login, $"delete from {login}.mt_events");
        await IsDenied(login, $"truncate {login}.mt_events cascade");
    }

    private async Task IsDenied(string login, string sql)
    {
        await using var database = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString(login));
        await using var command = database.CreateCommand(sql);
        var denied = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        denied.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }
}
