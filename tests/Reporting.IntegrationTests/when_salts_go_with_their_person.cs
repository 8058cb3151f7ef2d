using System.Text.Json;
using Npgsql;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Ledger;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Reporting.IntegrationTests;

public class when_salts_go_with_their_person(ProvenFixture service) : IClassFixture<ProvenFixture>
{
    [Fact]
    public async Task proofs_still_hold_and_what_is_told_again_is_the_same_byte_for_byte()
    {
        var journey = await new Journey(service).ToAgreed();
        var (person, other) = (journey.Members[0], journey.Members[1]);
        await service.Grant();
        await service.Settle();
        await service.As(Roles.Auditor).Post("/v1/proof/checkpoints", "", 200);
        var before = await service.Lines("/v1/proof/entries");
        (await Salts(person)).ShouldBeGreaterThan(0);
        var others = await Salts(other);
        others.ShouldBeGreaterThan(0);

        // Told twice, as the saga does.
        var message = new PersonErasureRequested(person, journey.Origin());
        await journey.Tell(message, message);
        await service.Settle();
        (await Salts(person)).ShouldBe(0);
        (await Salts(other)).ShouldBe(others);
        (await journey.Facts<PersonErased>(PersonStreams.Erased(person))).ShouldBe(1);

        (await service.Lines("/v1/proof/entries")).Take(before.Count).ShouldBe(before);
        await service.Settle();
        await service.As(Roles.Auditor).Post("/v1/proof/checkpoints", "", 200);
        await Holds();
        var (told, stored) = (await Told(), await Stored());
        stored.Keys.ShouldBe(told.Keys, ignoreOrder: true);
        foreach (var (at, entry) in told)
        {
            stored[at].ShouldBe(entry);
        }
    }

    private async Task Holds()
    {
        var folder = Directory.CreateTempSubdirectory("practice-analysis-salts-").FullName;
        try
        {
            await service.Pull(folder);
            var (exit, said) = await Programs.Run(Programs.Verifier, "export", folder, "--quiet");
            exit.ShouldBe(0, said);
            var (second, besides) = await Programs.Run("node", Programs.Script, "export", folder);
            second.ShouldBe(0, besides);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private Task<long> Salts(Guid person) =>
        service.Count(
            $$"""
            select count(*) from reporting.mt_doc_commitments c, jsonb_array_elements(c.data -> 'ids') i
            where i ->> 'salt' is not null and i ->> 'person' = any('{{{string.Join(',', PersonStreams.Of(person))}}}')
            """
        );

    // What the ledger holds, and what the service would tell of the same events now.
    private async Task<Dictionary<(Guid, long), string>> Told()
    {
        await using var owner = NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        await using var command = owner.CreateCommand("select data -> 'entry' from reporting.mt_events where type = 'entry_ledgered'");
        await using var reader = await command.ExecuteReaderAsync();
        var told = new Dictionary<(Guid, long), string>();
        while (await reader.ReadAsync())
        {
            var entry = JsonSerializer.Deserialize<LedgerEntryRecorded>(reader.GetString(0), FactJson.Options)!;
            told[(entry.Stream, entry.Version)] = JsonSerializer.Serialize(entry, FactJson.Options);
        }

        return told;
    }

    private async Task<Dictionary<(Guid, long), string>> Stored()
    {
        await using var connection = new NpgsqlConnection(service.Cluster.ConnectionString("owner"));
        await connection.OpenAsync();
        var stored = new Dictionary<(Guid, long), string>();
        var entries = new StoredEntries("reporting", ReportingConfiguration.Service.LedgeredFacts).Read(connection, ProvenFixture.Tenant);
        await foreach (var entry in entries)
        {
            stored[(entry.Stream, entry.Version)] = JsonSerializer.Serialize(entry, FactJson.Options);
        }

        return stored;
    }
}
