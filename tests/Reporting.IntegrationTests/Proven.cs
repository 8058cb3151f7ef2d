using System.Text;
using Alba;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Ledger;
using PracticeAnalysis.Reporting.Proof;
using Wolverine;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>A service with a signing key, a write-once file and a witness, and a small ledger of two practices in it.</summary>
public class ProvenFixture() : ServiceFixture<Program>("reporting")
{
    /// <summary>The practice whose auditor verifies.</summary>
    public const string Tenant = "cabinet";

    /// <summary>Another practice, of whose entries the auditor sees the hashes.</summary>
    public const string Neighbour = "voisin";

    /// <summary>An auditor of whom no court knows.</summary>
    public static readonly Actor Nobody = new(Tenant, Roles.Auditor, Given.Id(900));

    private static readonly byte[] WitnessSeed = [.. Enumerable.Repeat((byte)9, 32)];

    /// <summary>Where the key and the write-once file are.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("practice-analysis-proof-").FullName;

    /// <summary>The write-once file.</summary>
    public string CheckpointFile => Path.Combine(Folder, "checkpoints.ndjson");

    /// <summary>The witness that the service knows.</summary>
    public NoteKey Witness { get; } = new("witness.example/w1", NoteKey.Witness, Notary.Public(WitnessSeed));

    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Settings
    {
        get
        {
            var keys = Path.Combine(Folder, "signer.key");
            File.WriteAllText(keys, Convert.ToBase64String(Notary.Seed));
            return new Dictionary<string, string>
            {
                ["Proof:KeyFile"] = keys,
                ["Proof:Origin"] = Notary.Origin,
                ["Proof:CheckpointFile"] = CheckpointFile,
                ["Proof:Witnesses:0"] = Witness.ToString(),
            };
        }
    }

    /// <summary>The witness's line for a checkpoint.</summary>
    public string Cosign(CheckpointText text) => Notary.Cosign(Witness, WitnessSeed, text);

    /// <summary>A neighbour's event, as its service tells it.</summary>
    public static LedgerEntryRecorded OfNeighbour()
    {
        var stream = Guid.CreateVersion7();
        return new(
            "session",
            1,
            stream,
            stream,
            "session",
            1,
            "session_scheduled",
            "00000000000001.000000",
            Given.Now,
            Given.Now,
            "practice:1",
            "{}",
            Canonical.Hash("{}")
        );
    }

    /// <summary>Tells the ledger of a neighbour's event.</summary>
    public async Task TellOfNeighbour()
    {
        await using var scope = Host.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<IMessageBus>()
            .InvokeAsync(OfNeighbour(), new DeliveryOptions { TenantId = Neighbour });
    }

    /// <summary>The practice grants its auditor, who is asked for as nobody else, all of its engagements.</summary>
    public Task<Answer> Grant(string tenant = Tenant) =>
        As(Roles.Practice, Given.Id(901), tenant)
            .Post(
                "/v1/audit-grants",
                $$"""{"auditor":"{{Given.Id(900)}}","purpose":"certification","until":"{{DateTimeOffset.UtcNow.AddDays(30):O}}"}""",
                201
            );

    /// <summary>Waits until every event stands in the ledger, and every entry of the ledger in the tree.</summary>
    public async Task Settle(int minutes = 1)
    {
        await using var owner = NpgsqlDataSource.Create(Cluster.ConnectionString("owner"));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(minutes));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var ledgered = string.Join(',', ReportingConfiguration.Service.LedgeredFacts.SelectMany(FactTypes.Aliases));
        while (
            !await Asked(
                owner,
                $$"""
                select (select count(*) from reporting.mt_events where type = any('{{{ledgered}}}'))
                  = (select count(*) from reporting.mt_events where type = 'entry_ledgered' and data -> 'entry' ->> 'source' = 'reporting')
                and (select count(*) from reporting.mt_events where type = 'entry_ledgered') = (select count(*) from reporting.tree_leaf)
                """
            )
        )
        {
            await beat.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>What a route answers as text, line by line.</summary>
    public async Task<IReadOnlyList<string>> Lines(string path, string tenant = Tenant)
    {
        var answer = await Host.Scenario(s =>
        {
            s.Get.Url(path);
            s.WithRequestHeader("Authorization", $"Bearer {As(Roles.Auditor, tenant: tenant).Token}");
        });
        return (await answer.ReadAsTextAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Writes what an auditor pulls into a folder, as practice-verify takes it.</summary>
    public async Task Pull(string folder)
    {
        Directory.CreateDirectory(folder);
        await using var scope = Host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await Answer(folder, "entries", r => services.GetRequiredService<ReadEntries>().Stream(Nobody, 0, long.MaxValue, r, default));
        await Answer(
            folder,
            "heads-reporting",
            r => services.GetRequiredService<ReadChainHeads>().Stream(Tenant, DateTimeOffset.MaxValue, r, default)
        );
        await Answer(folder, "checkpoints", r => services.GetRequiredService<ReadCheckpoints>().Stream(0, r, default));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "keys.json"),
            (await As(Roles.Auditor).Get("/v1/proof/keys")).Body.ToJsonString()
        );
    }

    private static async Task Answer(string folder, string name, Func<HttpResponse, Task> write)
    {
        await using var file = File.Create(Path.Combine(folder, $"{name}.ndjson"));
        await write(new DefaultHttpContext { Response = { Body = file } }.Response);
    }

    private static async Task<bool> Asked(NpgsqlDataSource owner, string sql)
    {
        await using var command = owner.CreateCommand(sql);
        return (bool)(await command.ExecuteScalarAsync())!;
    }
}
