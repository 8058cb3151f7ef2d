using System.Security.Cryptography;
using System.Text;
using Marten.Services.BatchQuerying;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Http;

/// <summary>A command that was accepted under an <c>Idempotency-Key</c>: where its answer can be drawn from again. No answer is kept,
/// only the version of the resource that it showed; so nothing that was said is kept twice.</summary>
/// <param name="Id">Hash of the person and the key.</param>
/// <param name="Fingerprint">Hash of key, path, query and body.</param>
/// <param name="Resource">The resource that the answer showed.</param>
/// <param name="Version">In which version.</param>
/// <param name="RecordedAt">When it was accepted; a job forgets it after its time.</param>
public sealed record AcceptedRequest(
    string Id,
    string Fingerprint,
    Guid Resource,
    long Version,
    int Status,
    string? Location,
    DateTimeOffset RecordedAt
);

/// <summary>The <c>Idempotency-Key</c> of the request being answered, as hashes: the key itself is kept nowhere.</summary>
/// <param name="Id">Of the person and the key: another person's same key is another one.</param>
/// <param name="Fingerprint">Of key, path, query and body.</param>
/// <param name="Seed">Whether the key is one of a fixed seed.</param>
public sealed record IdempotentRequest(string Id, string Fingerprint, bool Seed)
{
    /// <summary>How a key of a fixed seed begins: in a sandbox, the id of what is made follows from it.</summary>
    public const string Seeds = "seed:";
}

/// <summary>The same command sent twice under one <c>Idempotency-Key</c> happens once and is answered alike.</summary>
public static class Idempotency
{
    /// <summary>The request's header.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>The answer's header, <c>true</c> where nothing happened again.</summary>
    public const string Replayed = "Idempotent-Replayed";

    private const int MaxKey = 255;

    private static readonly Refusal Unreadable = Refusal.OfParameter(
        Header,
        $"{Header} is empty, longer than {MaxKey} characters, or contains characters other than visible ASCII.",
        "Send one random key per command, such as a UUID."
    );

    private static readonly Refusal Twice = Refusal.OfParameter(Header, $"{Header} is given twice.", "Give it once.");

    /// <summary>422: the key was used for something else.</summary>
    public static Refusal Reused { get; } =
        Refusal.OfParameter(Header, $"This {Header} was already used for another request.", "Send a new key with a new request.") with
        {
            Status = 422,
            Type = "idempotency-key-reused",
        };

    /// <summary>Takes note of the key and of what was sent with it, before the command is read.</summary>
    public static void UseIdempotencyKeys(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                if (
                    HttpMethods.IsPost(context.Request.Method)
                    && context.Request.Headers.TryGetValue(Header, out var keys)
                    && Actor.From(context.User) is { } actor
                )
                {
                    if (Malformed(context.Request) is { } malformed)
                    {
                        await malformed.ToResult().ExecuteAsync(context);
                        return;
                    }

                    context.Features.Set(await Read(context, actor, keys[0]!));
                }

                await next(context);
            }
        );

    /// <summary>400 for a key that is none.</summary>
    internal static Refusal? Malformed(HttpRequest request) =>
        request.Headers.TryGetValue(Header, out var keys)
        && (keys is not [{ Length: > 0 and <= MaxKey } key] || key.Any(c => c is <= ' ' or > '~'))
            ? keys.Count > 1
                ? Twice
                : Unreadable
            : null;

    /// <summary>Holds the key until the transaction ends, so that the same command at the same time waits; then says what was accepted under it.</summary>
    public static Task<AcceptedRequest?> Hold(this IBatchedQuery first, IdempotentRequest request)
    {
        _ = first.Query<string>("select 'held' from pg_advisory_xact_lock(hashtextextended(?, 0))", request.Id);
        return first.Load<AcceptedRequest>(request.Id);
    }

    private static async Task<IdempotentRequest> Read(HttpContext context, Actor actor, string key)
    {
        // In memory as a whole: what is said never lies in a temporary file. Larger bodies are refused while they are read.
        context.Request.EnableBuffering(bufferThreshold: RequestLimits.MostBytes);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{key}\n{context.Request.Path}{Normal(context.Request.Query)}\n"));
        var buffer = new byte[16 * 1024];
        for (int read; (read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0; )
        {
            hash.AppendData(buffer, 0, read);
        }

        context.Request.Body.Position = 0;
        return new(
            Canonical.Hash($"{actor}\n{key}"),
            Convert.ToHexStringLower(hash.GetHashAndReset()),
            key.StartsWith(IdempotentRequest.Seeds, StringComparison.Ordinal)
        );
    }

    // In whatever order its parameters came; nothing where there are none, as keys of before remember it.
    private static string Normal(IQueryCollection query) =>
        query.Count == 0
            ? string.Empty
            : new QueryBuilder(
                query
                    .OrderBy(p => p.Key, StringComparer.OrdinalIgnoreCase)
                    .SelectMany(p => p.Value.Select(value => KeyValuePair.Create(p.Key.ToLowerInvariant(), value ?? string.Empty)))
            ).ToString();
}
