using System.Security.Cryptography;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Reporting.IntegrationTests;

public class when_texts_are_kept(ReportingFixture service)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IDocumentStore Store => service.Host.Services.GetRequiredService<IDocumentStore>();

    private TextVault Vault => service.Host.Services.GetRequiredService<TextVault>();

    [Fact]
    public async Task what_is_told_stays_unreadable_in_the_events()
    {
        var journey = await new Journey(service).ToDrafted(final: true);
        var path = journey.BilanPath;
        await journey.Member(0).Post($"{path}/amendments", $$"""{"dimension":"bond","text":"{{Journey.Canary}} encore"}""", 200);
        var refused = (await journey.Facilitator.Get(path)).Body["amendments"]![0]!["id"]!.GetValue<Guid>();
        await journey.Facilitator.Post($"{path}/amendments/{refused}/refuse", $$"""{"reason":"{{Journey.Canary}}"}""", 200);
        await journey.Lead("orientation", $$"""{"code":"stop","text":"{{Journey.Canary}}"}""");
        await journey.Lead("lock");
        await journey.Member(0).Post($"{path}/objections", await journey.OnText($$""","reason":"{{Journey.Canary}}" """), 200);
        (await journey.Facilitator.Get(path)).Body["objections"]![0]!["reason"]!.GetValue<string>().ShouldBe(Journey.Canary);
        await journey.CaughtUp();

        await using var owner = NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        foreach (var table in new[] { "mt_events", "mt_doc_bilan", "mt_doc_group_evolution" })
        {
            (await Holding(owner, table, Journey.Canary)).ShouldBe(0);
            (await Holding(owner, table, "canari")).ShouldBe(0);
        }

        // The same search finds what stands in clear.
        (await Holding(owner, "mt_events", Journey.Axis)).ShouldBeGreaterThan(0);
        (await Holding(owner, "mt_events", journey.Members[0].ToString())).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task the_service_itself_may_not_change_an_event()
    {
        await new Journey(service).ToHeld();
        await using var login = NpgsqlDataSource.Create(service.Cluster.ConnectionString("reporting"));
        foreach (var sql in new[] { "update reporting.mt_events set data = data", "delete from reporting.mt_events" })
        {
            await using var command = login.CreateCommand(sql);
            (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancel))).SqlState.ShouldBe("42501");
        }
    }

    [Fact]
    public async Task a_text_opens_for_its_own_tenant_stream_and_member_alone()
    {
        Guid stream = Guid.NewGuid();
        var sealedText = await Sealed(stream, Guid.NewGuid());
        (await Opener("cabinet", stream, sealedText)).Open(sealedText, "A.Text").ShouldBe(Journey.Canary);

        var own = await Opener("cabinet", stream, sealedText);
        Should.Throw<AuthenticationTagMismatchException>(() => own.Open(sealedText, "B.Text"));
        var other = await Opener("cabinet", Guid.NewGuid(), sealedText);
        Should.Throw<AuthenticationTagMismatchException>(() => other.Open(sealedText, "A.Text"));

        // Under another tenant there is no key; with the key carried over it does not open either.
        (await Opener("autre", stream, sealedText))
            .Open(sealedText, "A.Text")
            .ShouldBe(TextOpener.Erased);
        await using (var copy = await Store.ForTenant("autre", Cancel))
        {
            await using var source = await Store.ForTenant("cabinet", Cancel);
            copy.Insert((await source.LoadAsync<DataKey>(sealedText.KeyId, Cancel))!);
            await copy.SaveChangesAsync(Cancel);
        }

        var foreign = await Opener("autre", stream, sealedText);
        Should.Throw<AuthenticationTagMismatchException>(() => foreign.Open(sealedText, "A.Text"));
    }

    [Fact]
    public async Task one_changed_bit_is_noticed()
    {
        Guid stream = Guid.NewGuid();
        var text = await Sealed(stream, Guid.NewGuid());
        var opener = await Opener("cabinet", stream, text);
        foreach (var position in new[] { 0, 20, -1 })
        {
            var bytes = Convert.FromBase64String(text.Ciphertext);
            bytes[position < 0 ? ^1 : position] ^= 1;
            var tampered = text with { Ciphertext = Convert.ToBase64String(bytes) };
            Should.Throw<AuthenticationTagMismatchException>(() => opener.Open(tampered, "A.Text"));
        }
    }

    [Fact]
    public async Task an_author_has_one_key_and_the_same_text_is_never_sealed_the_same()
    {
        var author = Guid.NewGuid();
        var stream = Guid.NewGuid();
        var first = await Sealed(stream, author);
        var second = await Sealed(stream, author);
        second.KeyId.ShouldBe(first.KeyId);
        second.Ciphertext.ShouldNotBe(first.Ciphertext);
        second.Nonce.ShouldNotBe(first.Nonce);
        (await Sealed(stream, Guid.NewGuid())).KeyId.ShouldNotBe(first.KeyId);
    }

    [Fact]
    public async Task without_its_key_a_text_is_gone()
    {
        var stream = Guid.NewGuid();
        var text = await Sealed(stream, Guid.NewGuid());
        await Destroy(text.KeyId);

        (await Opener("cabinet", stream, text)).Open(text, "A.Text").ShouldBe(TextOpener.Erased);
    }

    private async Task<Sealed> Sealed(Guid stream, Guid author)
    {
        await using var session = await Store.ForTenant("cabinet", Cancel);
        var seal = await Vault.SealFor(session, stream, author, Cancel);
        var text = seal(new(Journey.Canary), "A.Text");
        await session.SaveChangesAsync(Cancel);
        return text;
    }

    private async Task<TextOpener> Opener(string tenant, Guid stream, Sealed text)
    {
        await using var session = await Store.ForTenant(tenant, Cancel);
        return await Vault.OpenerFor(session, stream, [text], Cancel);
    }

    // A key is the eraser's to destroy.
    private async Task Destroy(string key)
    {
        await using var eraser = NpgsqlDataSource.Create(service.Cluster.ConnectionString("eraser"));
        await using var connection = await eraser.OpenConnectionAsync(Cancel);
        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        await using var command = new NpgsqlCommand($"select set_config('{TenantSessions.Setting}', 'cabinet', true)", connection);
        await command.ExecuteNonQueryAsync(Cancel);
        command.CommandText =
            """update reporting.mt_doc_datakey set data = data || '{"wrapped": "", "destroyed": "erasure"}' where id = $1""";
        command.Parameters.Add(new() { Value = key });
        (await command.ExecuteNonQueryAsync(Cancel)).ShouldBe(1);
        await transaction.CommitAsync(Cancel);
    }

    private static async Task<long> Holding(NpgsqlDataSource owner, string table, string text)
    {
        await using var command = owner.CreateCommand($"select count(*) from reporting.{table} where data::text ilike '%' || $1 || '%'");
        command.Parameters.AddWithValue(text);
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }
}
