using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace PracticeAnalysis.Gateway;

/// <summary>The contract of the one origin, what is asked and what is told unasked, as it was built in: compressed once, kept by readers, and asked for again by
/// its ETag. Each encoding is other bytes, and has an ETag of its own.</summary>
public static class Contract
{
    /// <summary>The name of what is asked, as OpenAPI: of the document, and of the file.</summary>
    public const string Name = "gateway";

    /// <summary>The name of what is told unasked, as AsyncAPI.</summary>
    public const string Unasked = "asyncapi";

    private const string Plain = "identity";

    // The best first: of two that are as welcome the earlier one is sent.
    private static readonly string[] Encodings = ["br", "gzip", Plain];

    private static readonly Lazy<IReadOnlyDictionary<(string Name, string Encoding), Form>> Forms = new(() =>
        new[] { Name, Unasked }.SelectMany(name => Encodings.Select(e => (name, e))).ToDictionary(f => f, f => Compress(f.name, f.e))
    );

    private sealed record Form(byte[] Bytes, EntityTagHeaderValue Tag);

    /// <summary>Answers with the document of this name, or with 304 where the reader has it.</summary>
    public static IResult Read(HttpContext http, string name)
    {
        var headers = http.Response.Headers;
        var encoding = Wanted(http.Request.GetTypedHeaders().AcceptEncoding);
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.CacheControl = "public, no-cache";
        if (encoding != Plain)
        {
            headers.ContentEncoding = encoding;
        }

        var form = Forms.Value[(name, encoding)];
        return Results.Bytes(form.Bytes, "application/json", entityTag: form.Tag);
    }

    private static string Wanted(IList<StringWithQualityHeaderValue> accepted)
    {
        double? Said(string encoding) =>
            accepted
                .Where(a => a.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase))
                .Select(a => (double?)(a.Quality ?? 1))
                .FirstOrDefault();

        // What is not named is as welcome as * says; the plain one is so where nothing else is, unless that is refused.
        var welcome = Encodings.Select(e => (Encoding: e, Quality: Said(e) ?? (e == Plain ? 0.001 : Said("*") ?? 0)));
        return welcome.MaxBy(e => e.Quality) is { Quality: > 0 } best ? best.Encoding : Plain;
    }

    private static Form Compress(string name, string encoding)
    {
        using var file = typeof(Contract).Assembly.GetManifestResourceStream($"{name}.json")!;
        var to = new MemoryStream();
        using (
            Stream through = encoding switch
            {
                "br" => new BrotliStream(to, CompressionLevel.Optimal),
                "gzip" => new GZipStream(to, CompressionLevel.SmallestSize),
                _ => to,
            }
        )
        {
            file.CopyTo(through);
        }

        var bytes = to.ToArray();
        return new(bytes, new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..16])}\""));
    }
}
