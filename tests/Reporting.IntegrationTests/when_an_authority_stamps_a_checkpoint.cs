using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PracticeAnalysis.Local;
using PracticeAnalysis.Reporting.Proof;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>RFC 3161, with <c>openssl ts</c> as the authority behind an address of this machine.</summary>
public sealed class when_an_authority_stamps_a_checkpoint(ProvenFixture service) : IClassFixture<ProvenFixture>, IDisposable
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private readonly string _folder = Directory.CreateTempSubdirectory("practice-analysis-authority-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task the_verifier_and_openssl_find_that_the_note_was_there_at_its_time()
    {
        Assert.SkipUnless(
            PostgresPrograms.Locate("openssl") is not null,
            "openssl is missing; install it with: apt-get install -y openssl"
        );
        await Authority("tsa");
        await Authority("other");
        await new Journey(service).ToHeld();
        await service.Settle();
        var auditor = service.As(Kernel.Roles.Auditor);
        var size = (await auditor.Post("/v1/proof/checkpoints", "", 200)).Body["size"]!.GetValue<long>();

        await using (var scope = service.Host.Services.CreateAsyncScope())
        {
            await using var connection = await scope.ServiceProvider.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(Cancel);
            var checkpoint = (await new CheckpointStore(connection).Of(size, Cancel))!;

            // Who answers with something else than a timestamp stamps nothing.
            using (var nonsense = Answering(_ => Task.FromResult("nonsense"u8.ToArray())))
            {
                await Should.ThrowAsync<HttpRequestException>(() => Stamps(nonsense).Stamp(checkpoint, Cancel));
            }

            (await auditor.Get($"/v1/proof/checkpoints/{size}")).Body["timestamp"].ShouldBeNull();
            using var authority = Answering(Reply);
            await Stamps(authority).Stamp(checkpoint, Cancel);
        }

        // What a witness adds later is not what the authority saw, and does not disturb it.
        var stamped = (await auditor.Get($"/v1/proof/checkpoints/{size}")).Body;
        var text = new CheckpointText(Notary.Origin, size, Convert.FromBase64String(stamped["root"]!.GetValue<string>()));
        var note = stamped["note"]!.GetValue<string>();
        await auditor.Post(
            $"/v1/proof/checkpoints/{size}/cosignatures",
            new JsonObject { ["line"] = service.Cosign(text) }.ToJsonString(),
            200
        );
        await File.WriteAllTextAsync(At("note"), note, Cancel);
        await File.WriteAllBytesAsync(At("token"), Convert.FromBase64String(stamped["timestamp"]!.GetValue<string>()), Cancel);
        (
            await Programs.Run("openssl", "ts", "-verify", "-token_in", "-in", At("token"), "-data", At("note"), "-CAfile", At("tsa.crt"))
        ).Exit.ShouldBe(0);

        await service.Pull(At("export"));
        (await Verify("tsa.crt")).Exit.ShouldBe(0);
        var (exit, said) = await Verify("other.crt");
        exit.ShouldBe(1);
        said.ShouldContain("BROKEN timestamp");
        var lines = await File.ReadAllTextAsync(At("export/checkpoints.ndjson"), Cancel);
        var token = stamped["timestamp"]!.GetValue<string>();
        foreach (var wrong in (string[])["", "AAAA", token[..^40] + new string('A', 40)])
        {
            await File.WriteAllTextAsync(
                At("export/checkpoints.ndjson"),
                lines.Replace(JsonValue.Create(token).ToJsonString(), JsonValue.Create(wrong).ToJsonString(), StringComparison.Ordinal),
                Cancel
            );
            (await Verify("tsa.crt")).Said.ShouldContain("BROKEN timestamp");
        }
    }

    private Task<(int Exit, string Said)> Verify(string authority) =>
        Programs.Run(Programs.Verifier, "export", At("export"), "--quiet", "--authority", At(authority));

    private TimestampAuthority Stamps(HttpListener authority) =>
        new(
            new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?> { ["Proof:TimestampAuthority"] = authority.Prefixes.Single() })
                .Build(),
            service.Host.Services.GetRequiredService<NpgsqlDataSource>(),
            service.Host.Services.GetRequiredService<IHttpClientFactory>()
        );

    private static HttpListener Answering(Func<byte[], Task<byte[]>> reply)
    {
        var listener = new HttpListener();
        listener.Prefixes.Add($"http://127.0.0.1:{PrivateCluster.FreePort()}/");
        listener.Start();
        _ = Task.Run(async () =>
        {
            var context = await listener.GetContextAsync();
            using var query = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(query);
            var answer = await reply(query.ToArray());
            context.Response.ContentType = "application/timestamp-reply";
            await context.Response.OutputStream.WriteAsync(answer);
            context.Response.Close();
        });
        return listener;
    }

    private async Task<byte[]> Reply(byte[] query)
    {
        await File.WriteAllBytesAsync(At("query"), query, Cancel);
        await File.WriteAllTextAsync(
            At("tsa.cnf"),
            $"""
            [tsa]
            default_tsa = ours
            [ours]
            serial = {At("serial")}
            crypto_device = builtin
            signer_digest = sha256
            default_policy = 1.3.6.1.4.1.99999.1
            digests = sha256
            accuracy = secs:1
            ess_cert_id_alg = sha256
            """,
            Cancel
        );
        var (exit, said) = await Programs.Run(
            "openssl",
            "ts",
            "-reply",
            "-config",
            At("tsa.cnf"),
            "-section",
            "ours",
            "-queryfile",
            At("query"),
            "-signer",
            At("tsa.crt"),
            "-inkey",
            At("tsa.key"),
            "-out",
            At("reply")
        );
        exit.ShouldBe(0, said);
        return await File.ReadAllBytesAsync(At("reply"), Cancel);
    }

    private async Task Authority(string name)
    {
        var (exit, said) = await Programs.Run(
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            $"/CN={name}",
            "-addext",
            "extendedKeyUsage=critical,timeStamping",
            "-keyout",
            At($"{name}.key"),
            "-out",
            At($"{name}.crt")
        );
        exit.ShouldBe(0, said);
    }

    private string At(string name) => Path.Combine(_folder, name);
}
