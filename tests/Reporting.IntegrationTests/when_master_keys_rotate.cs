using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Reporting.IntegrationTests;

public class when_master_keys_rotate(ReportingFixture service)
{
    private static readonly Guid Stream = Guid.NewGuid();

    // Each test begins with no data key of its tenant.
    private readonly string _tenant = $"rotation-{Guid.NewGuid()}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IDocumentStore Store => service.Host.Services.GetRequiredService<IDocumentStore>();

    private IDaemonStore Daemon => service.Host.Services.GetRequiredService<IDaemonStore>();

    [Fact]
    public async Task data_keys_are_wrapped_anew_and_the_texts_stay_as_they_are()
    {
        var old = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        var rotated = new TextVault(
            FileMasterKeys.Read($"{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\n{old}"),
            TimeProvider.System
        );
        var before = new TextVault(FileMasterKeys.Read(old), TimeProvider.System);
        var text = await Seal(before);

        (await rotated.Rewrap(Daemon, [_tenant], Cancel)).ShouldBe(1);
        (await rotated.Rewrap(Daemon, [_tenant], Cancel)).ShouldBe(0);
        (await Open(rotated, text)).ShouldBe(Journey.Canary);
        await Should.ThrowAsync<CryptographicException>(() => Open(before, text));
    }

    [Fact]
    public async Task vault_keeps_the_master_key_to_itself()
    {
        await using var transit = await FakeTransit.Start();
        using var http = new HttpClient { BaseAddress = transit.Address };
        var vault = new TextVault(
            new VaultMasterKeys(http, "practice-analysis", FakeTransit.Token, TimeProvider.System),
            TimeProvider.System
        );
        var text = await Seal(vault);
        (await Open(vault, text)).ShouldBe(Journey.Canary);

        transit.Rotate();
        (await vault.Rewrap(Daemon, [_tenant], Cancel)).ShouldBe(1);
        (await Open(vault, text)).ShouldBe(Journey.Canary);

        var stranger = new TextVault(new VaultMasterKeys(http, "practice-analysis", "another", TimeProvider.System), TimeProvider.System);
        (await Should.ThrowAsync<CryptographicException>(() => Open(stranger, text))).Message.ShouldContain("403");
    }

    private async Task<Sealed> Seal(TextVault vault)
    {
        await using var session = await Store.ForTenant(_tenant, Cancel);
        var seal = await vault.SealFor(session, Stream, Guid.NewGuid(), Cancel);
        var text = seal(new(Journey.Canary), "A.Text");
        await session.SaveChangesAsync(Cancel);
        return text;
    }

    private async Task<string?> Open(TextVault vault, Sealed text)
    {
        await using var session = await Store.ForTenant(_tenant, Cancel);
        return (await vault.OpenerFor(session, Stream, [text], Cancel)).Open(text, "A.Text");
    }

    /// <summary>Vault's transit engine as the wire shows it: tokens, versions, associated data.</summary>
    private sealed class FakeTransit : IAsyncDisposable
    {
        public const string Token = "a-token";
        private readonly WebApplication _app;
        private int _version = 1;

        private FakeTransit(WebApplication app) => _app = app;

        public Uri Address => new(_app.Urls.Single());

        public static async Task<FakeTransit> Start()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            var app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            var transit = new FakeTransit(app);
            app.MapPost("/v1/transit/{verb}/{key}", transit.Answer);
            await app.StartAsync(Cancel);
            return transit;
        }

        public void Rotate() => _version++;

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private async Task<IResult> Answer(string verb, HttpContext http)
        {
            if (http.Request.Headers["X-Vault-Token"] != Token)
            {
                return Results.Json(new { errors = new[] { "permission denied" } }, statusCode: 403);
            }

            var body = (await JsonNode.ParseAsync(http.Request.Body))!;
            var bound = body["associated_data"]!.GetValue<string>();
            if (verb == "encrypt")
            {
                return Results.Ok(new { data = new { ciphertext = $"vault:v{_version}:{body["plaintext"]!.GetValue<string>()}|{bound}" } });
            }

            var parts = body["ciphertext"]!.GetValue<string>().Split(':', 3)[2].Split('|');
            return parts[1] == bound
                ? Results.Ok(new { data = new { plaintext = parts[0] } })
                : Results.Json(new { errors = new[] { "cipher: message authentication failed" } }, statusCode: 400);
        }
    }
}
