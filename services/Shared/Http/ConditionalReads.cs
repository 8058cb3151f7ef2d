using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace PracticeAnalysis.Http;

/// <summary>Reads know <c>If-None-Match</c>: every JSON answer to a GET, and every calendar, has an ETag, of its stream's version or of its bytes, and one that
/// the reader knows is answered by 304. What is streamed in another form passes as it comes.</summary>
public static class ConditionalReads
{
    // What is answered whole, never streamed.
    private static readonly string[] Whole = ["application/json", "text/calendar"];

    /// <summary>Puts it around every read of the API.</summary>
    public static void UseConditionalReads(this WebApplication app) =>
        app.UseWhen(
            context =>
                HttpMethods.IsGet(context.Request.Method)
                && context.Request.Path.StartsWithSegments("/v1", StringComparison.Ordinal)
                && AnswersWhole(context.GetEndpoint()),
            reads => reads.Use(Answer)
        );

    /// <summary>Whether what is answered as this media type is whole, and so has an ETag.</summary>
    public static bool IsWhole(string mediaType) => Whole.Any(w => mediaType.StartsWith(w, StringComparison.Ordinal));

    /// <summary>Whether every answer of the endpoint is whole, whatever the caller accepts; an event stream aside, which is told apart by who asks for it.</summary>
    public static bool AnswersWhole(Endpoint? endpoint) =>
        endpoint
            ?.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>()
            .Where(m => m.StatusCode == StatusCodes.Status200OK)
            .SelectMany(m => m.ContentTypes)
            .Where(type => type != EventStream.Type)
            .All(IsWhole) == true;

    private static async Task Answer(HttpContext context, RequestDelegate next)
    {
        var response = context.Response;
        var wire = response.Body;
        await using var held = new HeldBody(response, wire);
        response.Body = held;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = wire;
        }

        if (held.Held is not { } body)
        {
            return;
        }

        if (response.StatusCode == StatusCodes.Status200OK && !response.Headers.IsReadOnly)
        {
            var etag = response.Headers.ETag.ToString() is { Length: > 0 } version ? version : OfBytes(body);
            response.Headers.ETag = etag;
            if (Knows(context.Request, etag) && !HasErased(body))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentLength = null;
                response.Headers.ContentType = default;
                return;
            }
        }

        await wire.WriteAsync(body, context.RequestAborted);
    }

    private static string OfBytes(ReadOnlyMemory<byte> body) => $"W/\"{Convert.ToHexStringLower(SHA256.HashData(body.Span)[..16])}\"";

    // An erasure takes a text from an answer without a new version: whoever has the answer of before must not be told that it stands.
    private static bool HasErased(ReadOnlyMemory<byte> body) => body.Span.IndexOf("\"erased\":["u8) >= 0;

    // If-None-Match compares weakly (RFC 9110).
    private static bool Knows(HttpRequest request, string etag) =>
        request.GetTypedHeaders().IfNoneMatch is { Count: > 0 } known
        && EntityTagHeaderValue.TryParse(etag, out var current)
        && known.Any(k => k == EntityTagHeaderValue.Any || k.Compare(current, useStrongComparison: false));

    // Holds back until it is whole what is answered so; lets everything else through.
    private sealed class HeldBody(HttpResponse response, Stream wire) : Stream
    {
        private readonly MemoryStream _held = new();
        private bool? _holds;

        /// <summary>What was held back; null where what was written went through.</summary>
        public ReadOnlyMemory<byte>? Held => _holds == true ? _held.GetBuffer().AsMemory(0, (int)_held.Length) : null;

        // Decided at the first byte, and kept to: what starts the answer later does not part it.
        private bool Holds => _holds ??= !response.HasStarted && (response.ContentType is null || IsWhole(response.ContentType));

        private Stream To => Holds ? _held : wire;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => To.Write(buffer, offset, count);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            To.WriteAsync(buffer, offset, count, cancellationToken);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            To.WriteAsync(buffer, cancellationToken);

        public override void Flush() => To.Flush();

        public override Task FlushAsync(CancellationToken cancellationToken) => To.FlushAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _held.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
