using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Proof;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>The service itself does not sign a ledger that lost something, and says so; and one key follows another.</summary>
public class when_the_ledger_lost_what_was_signed(when_the_ledger_lost_what_was_signed.Unwatched service)
    : IClassFixture<when_the_ledger_lost_what_was_signed.Unwatched>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private readonly Speaker _auditor = service.As(Roles.Auditor);

    [Fact]
    public async Task nothing_is_signed_until_it_is_back()
    {
        await new Journey(service).ToHeld();
        await service.Settle();
        await Sign(200);
        await using var owner = NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        async Task Execute(string sql)
        {
            await using var command = owner.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }

        // An older backup is put back.
        await Execute("create table public.leaf as select * from reporting.tree_leaf order by position desc limit 1");
        await Execute("delete from reporting.tree_leaf where position = (select position from public.leaf)");
        await Refused();
        await Execute("insert into reporting.tree_leaf select * from public.leaf");
        await Signed();

        // A leaf is another one.
        await Execute("create table public.second as select * from reporting.tree_leaf where position = 1");
        await Execute("update reporting.tree_leaf set hash = sha256(hash) where position = 1");
        await Refused();
        await Execute("update reporting.tree_leaf set hash = (select hash from public.second) where position = 1");
        await Signed();

        // The write-once file loses its last line, then all of it.
        var lines = await File.ReadAllTextAsync(service.CheckpointFile, Cancel);
        await File.WriteAllTextAsync(service.CheckpointFile, lines[..(lines.TrimEnd('\n').LastIndexOf('\n') + 1)], Cancel);
        await Refused();
        File.Delete(service.CheckpointFile);
        await Refused();
        await File.WriteAllTextAsync(service.CheckpointFile, lines, Cancel);
        await Signed();
    }

    [Fact]
    public async Task the_newest_key_signs_and_the_older_one_is_known_for_what_it_signed()
    {
        await new Journey(service).ToHeld();
        await service.Settle();
        await Sign(200);
        var (database, configuration) = (
            service.Host.Services.GetRequiredService<NpgsqlDataSource>(),
            service.Host.Services.GetRequiredService<IConfiguration>()
        );
        var keys = Notary.Keys([.. Enumerable.Repeat((byte)8, 32)], Notary.Seed);
        var signer = new Checkpointer(
            database,
            service.Host.Services.GetRequiredKeyedService<NpgsqlDataSource>(Stores.Daemon),
            keys,
            new WriteOnceFile(service.CheckpointFile),
            TimeProvider.System,
            NullLogger<Checkpointer>.Instance
        );
        var size = (await signer.Sign(Cancel)).Checkpoint!.Size;
        (await signer.Sign(Cancel)).Checkpoint!.Key.ShouldBe(keys.All[0].ToString());
        var listed = ((Ok<ProofKeys>)await new ReadCheckpoints(database, keys, signer, configuration).Keys(Cancel)).Value!.Keys;
        listed[0].ShouldBe(new SigningKey(keys.All[0].ToString(), size, null));
        listed[1].Key.ShouldBe(keys.All[1].ToString());
        listed[1].LastSize.ShouldBe(size);

        // Signed by both, it verifies; the keys say from where on the older one does not count.
        var folder = Directory.CreateTempSubdirectory("practice-analysis-rotated-").FullName;
        await service.Pull(folder);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "keys.json"),
            System.Text.Json.JsonSerializer.Serialize(new ProofKeys(Notary.Origin, listed, []), FactJson.Options),
            Cancel
        );
        var (exit, said) = await Programs.Run(Programs.Verifier, "export", folder, "--quiet");
        exit.ShouldBe(0, said);
        Directory.Delete(folder, recursive: true);
    }

    private async Task<Answer> Sign(int status) => await _auditor.Post("/v1/proof/checkpoints", "", status);

    private async Task Refused()
    {
        (await Sign(409)).Kind().ShouldBe("/problems/ledger-broken");
        (await _auditor.Get("/health/ready", 503)).Body["checks"]!["proof"]!["status"]!.GetValue<string>().ShouldBe("Unhealthy");
    }

    private async Task Signed()
    {
        await Sign(200);
        (await _auditor.Get("/health/ready")).Body["checks"]!["proof"]!["status"]!.GetValue<string>().ShouldBe("Healthy");
    }

    /// <summary>What a test takes away is put back by the test, and by nobody before it.</summary>
    public sealed class Unwatched : ProvenFixture
    {
        /// <inheritdoc />
        protected override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string>(base.Settings) { ["Ledger:Look"] = "01:00:00" };
    }
}
