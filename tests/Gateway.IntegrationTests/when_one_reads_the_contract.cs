using System.IO.Compression;
using System.Text;
using Alba;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.Gateway.IntegrationTests;

/// <summary>The contract of the one origin comes compressed, is asked for again by its ETag, and is all that its reference loads.</summary>
public sealed class when_one_reads_the_contract : IAsyncLifetime
{
    private const string Contract = "/openapi/gateway.json";

    private static readonly byte[] Written = File.ReadAllBytes(Path.Combine(Repository.Root, "contracts", "openapi", "gateway.json"));

    private IAlbaHost _host = null!;

    public async ValueTask InitializeAsync() =>
        _host = await AlbaHost.For<Allowance>(builder =>
        {
            builder.UseSetting("environment", "Development");
            builder.UseSetting(
                "Auth:DevelopmentKey",
                "a key for tests alone, of more than sixty-four bytes, so that it could sign by any algorithm"
            );
            foreach (var service in ServiceRoutes.Services)
            {
                builder.UseSetting($"Services:{service}", "http://127.0.0.1:1");
            }
        });

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    private async Task<(HttpResponse Head, byte[] Body)> Read(string path, string? encoding = null, string? known = null)
    {
        var body = new MemoryStream();
        var result = await _host.Scenario(s =>
        {
            s.Get.Url(path);
            if (encoding is not null)
            {
                s.WithRequestHeader("Accept-Encoding", encoding);
            }

            if (known is not null)
            {
                s.WithRequestHeader("If-None-Match", known);
            }

            s.IgnoreStatusCode();
        });
        await result.Context.Response.Body.CopyToAsync(body, TestContext.Current.CancellationToken);
        return (result.Context.Response, body.ToArray());
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("identity", "")]
    [InlineData("deflate", "")]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("GZIP, deflate, br, zstd", "br")]
    [InlineData("*", "br")]
    [InlineData("br;q=0.5, gzip", "gzip")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("gzip;q=0, br;q=0", "")]
    [InlineData("gzip;q=0.1, identity;q=0.9", "")]
    public async Task it_comes_in_the_form_that_is_most_welcome(string? accepted, string encoding)
    {
        var (head, body) = await Read(Contract, accepted);
        (head.StatusCode, head.ContentType, head.Headers.ContentEncoding.ToString()).ShouldBe((200, "application/json", encoding));
        (head.Headers.Vary.ToString(), head.Headers.CacheControl.ToString()).ShouldBe(("Accept-Encoding", "public, no-cache"));
        head.ContentLength.ShouldBe(body.Length);
        using Stream through = encoding switch
        {
            "br" => new BrotliStream(new MemoryStream(body), CompressionMode.Decompress),
            "gzip" => new GZipStream(new MemoryStream(body), CompressionMode.Decompress),
            _ => new MemoryStream(body),
        };
        using var plain = new MemoryStream();
        await through.CopyToAsync(plain, TestContext.Current.CancellationToken);
        plain.ToArray().AsSpan().SequenceEqual(Written).ShouldBeTrue();
        if (encoding.Length > 0)
        {
            body.Length.ShouldBeLessThan(Written.Length / 8);
        }
    }

    [Fact]
    public async Task each_form_is_known_by_an_etag_of_its_own()
    {
        var tags = new List<string>();
        foreach (var encoding in (string[])["identity", "gzip", "br"])
        {
            var tag = (await Read(Contract, encoding)).Head.Headers.ETag.ToString();
            tag.ShouldStartWith("\"", customMessage: "strong");
            tags.Add(tag);
            var (again, body) = await Read(Contract, encoding, $"\"other\", {tag}");
            (again.StatusCode, again.Headers.ETag.ToString(), body.Length).ShouldBe((304, tag, 0));
            (again.Headers.Vary.ToString(), again.Headers.CacheControl.ToString()).ShouldBe(("Accept-Encoding", "public, no-cache"));
        }

        tags.ShouldBeUnique();
        (await Read(Contract, "br", tags[0])).Head.StatusCode.ShouldBe(200, "it is other bytes");
        (await Read(Contract, "br", "\"other\"")).Head.StatusCode.ShouldBe(200);
        (await Read(Contract, "br", "*")).Head.StatusCode.ShouldBe(304);
    }

    [Fact]
    public async Task what_is_told_unasked_is_beside_it()
    {
        var written = await File.ReadAllBytesAsync(
            Path.Combine(Repository.Root, "contracts", "openapi", "asyncapi.json"),
            TestContext.Current.CancellationToken
        );
        var (head, body) = await Read("/openapi/asyncapi.json");
        (head.StatusCode, head.ContentType).ShouldBe((200, "application/json"));
        body.AsSpan().SequenceEqual(written).ShouldBeTrue();
        (await Read("/openapi/asyncapi.json", "br", "*")).Head.StatusCode.ShouldBe(304);
    }

    [Fact]
    public async Task what_is_not_the_same_for_everybody_is_kept_by_nobody()
    {
        foreach (var path in (string[])["/v1/nothing", "/guides", "/health/live"])
        {
            (await Read(path)).Head.Headers.CacheControl.ToString().ShouldBe("no-store", path);
        }
    }

    [Theory]
    [InlineData("/reference/", "gateway")]
    [InlineData("/reference/session", "session")]
    public async Task the_reference_loads_the_one_document_that_it_shows(string path, string document)
    {
        var page = Encoding.UTF8.GetString((await Read(path)).Body);
        ((string[])["gateway", .. ServiceRoutes.Services])
            .Where(name => page.Contains($"openapi/{name}.json", StringComparison.Ordinal))
            .ShouldBe([document]);
    }
}
