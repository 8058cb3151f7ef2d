using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using Npgsql;

namespace PracticeAnalysis.Reporting.Proof;

/// <summary>Has checkpoints stamped by an authority of RFC 3161 (<c>Proof:TimestampAuthority</c>, an address), so that their time is not our word alone.</summary>
public sealed class TimestampAuthority(IConfiguration configuration, NpgsqlDataSource database, IHttpClientFactory http)
{
    private const string Query = "application/timestamp-query";

    /// <summary>Stamps the note as the log signed it, without what witnesses added. Nothing, where no authority is configured.</summary>
    /// <exception cref="HttpRequestException">The authority did not answer, or answered with something else.</exception>
    public async Task Stamp(Checkpoint checkpoint, CancellationToken cancel)
    {
        if (configuration["Proof:TimestampAuthority"] is not { } address)
        {
            return;
        }

        var request = Rfc3161TimestampRequest.CreateFromData(
            Encoding.UTF8.GetBytes(SignedBy(checkpoint.Note)),
            HashAlgorithmName.SHA256,
            nonce: RandomNumberGenerator.GetBytes(8),
            requestSignerCertificates: true
        );
        using var client = http.CreateClient(nameof(TimestampAuthority));
        using var body = new ByteArrayContent(request.Encode());
        body.Headers.ContentType = new MediaTypeHeaderValue(Query);
        using var answer = await client.PostAsync(new Uri(address), body, cancel);
        answer.EnsureSuccessStatusCode();
        try
        {
            var token = request.ProcessResponse(await answer.Content.ReadAsByteArrayAsync(cancel), out _);
            await using var connection = await database.OpenConnectionAsync(cancel);
            await new CheckpointStore(connection).AddTimestamp(checkpoint, Convert.ToBase64String(token.AsSignedCms().Encode()), cancel);
        }
        catch (CryptographicException e)
        {
            throw new HttpRequestException("The authority's answer is no timestamp of what was asked.", e);
        }
    }

    // The text, and the first line of signatures: the log's own.
    private static string SignedBy(string note)
    {
        var text = note.IndexOf("\n\n", StringComparison.Ordinal) + 2;
        return note[..(note.IndexOf('\n', text) + 1)];
    }
}
