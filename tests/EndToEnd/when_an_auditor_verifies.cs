using Npgsql;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EndToEnd;

/// <summary>An auditor pulls what all three services say, through the gateway, and verifies it without them, by two programs that share no code.</summary>
[Collection(typeof(TheSystem))]
public sealed class when_an_auditor_verifies(SystemFixture system) : IDisposable
{
    private readonly AuditorsFolder _folder = new(system.Host, system.Host.Gateway, system.One(Roles.Auditor));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task the_history_of_three_services_holds_and_a_byte_changed_in_one_does_not()
    {
        // What the file outside the database said before is what the log lists; later it may say more than was pulled.
        File.Copy(system.Host.CheckpointFile, Path.Combine(_folder.Path, "kept.ndjson"));
        await FindsThatItHolds();
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        (await _folder.VerifiedBesides()).ShouldContain(" 0 broken.");

        foreach (var service in OfflineFold.Services.Select(s => s.Name))
        {
            File.ReadAllLines(Path.Combine(_folder.Path, $"heads-{service}.ndjson")).ShouldNotBeEmpty();
            await Actor(owner, service, "'tampered:' || user_name");
            try
            {
                await _folder.Pull();
                (await _folder.Verified()).ShouldContain("BROKEN head");
            }
            finally
            {
                await Actor(owner, service, "substr(user_name, 10)");
            }
        }
    }

    /// <summary>Everything that the log says, pulled and verified.</summary>
    internal async Task FindsThatItHolds()
    {
        await _folder.PullAll();
        (await _folder.Verified()).ShouldContain("It holds.");
    }

    private async Task Actor(NpgsqlDataSource owner, string service, string value)
    {
        var ledgered = AuditorsFolder.Ledgered(OfflineFold.Services.Single(s => s.Name == service));
        await using var command = owner.CreateCommand(
            $"""
            update {service}.mt_events set user_name = {value} where seq_id =
              (select min(seq_id) from {service}.mt_events where tenant_id = '{system.Demonstration.Tenant}' and type = any('{ledgered}'))
            """
        );
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
