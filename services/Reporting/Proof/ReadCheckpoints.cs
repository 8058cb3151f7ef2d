using System.ComponentModel;
using System.Text;
using System.Text.Json;
using Npgsql;
using PracticeAnalysis.Access;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.Proof;

/// <summary>A key that signs or signed checkpoints: which sizes it signed. A checkpoint by an old key after its last size is none.</summary>
/// <param name="Key">As C2SP writes a verifier key.</param>
/// <param name="FirstSize">The first size it signed; null when it signed none yet.</param>
/// <param name="LastSize">The last size it signed, where another key followed; null for the one that signs.</param>
public sealed record SigningKey(string Key, long? FirstSize, long? LastSize);

/// <summary>The keys that verify what the log says.</summary>
/// <param name="Origin">The log's name: it is the first line of each checkpoint, and the name in its keys.</param>
/// <param name="Keys">The one that signs now, then those that signed before it.</param>
/// <param name="Witnesses">Keys of the witnesses whose cosignatures are taken, as C2SP writes them; empty where none is configured.</param>
public sealed record ProofKeys(string Origin, IReadOnlyList<SigningKey> Keys, IReadOnlyList<string> Witnesses);

/// <summary>What a witness brings: its line for the checkpoint.</summary>
/// <param name="Line">An em dash, the witness's name, and its key's id with time and signature in base64.</param>
public sealed record Cosignature(string Line);

/// <summary>Checkpoints: auditors pull them and keep them, and have one signed when they want it.</summary>
public sealed class ReadCheckpoints(NpgsqlDataSource database, SignerKeys keys, Checkpointer checkpointer, IConfiguration configuration)
{
    private const string Note = "text/plain";
    private const string Lines = "application/x-ndjson";
    private static readonly string[] Readers = [Roles.Auditor, Roles.Practice, Roles.Operator];

    private IReadOnlyList<string> Witnesses => configuration.GetSection("Proof:Witnesses").Get<string[]>() ?? [];

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/v1/proof/keys", (ReadCheckpoints read, CancellationToken cancel) => read.Keys(cancel))
            .WithSummary("Read the keys that verify checkpoints")
            .Produces<ProofKeys>()
            .For(Readers);
        routes
            .MapGet("/v1/proof/checkpoint", (ReadCheckpoints read, CancellationToken cancel) => read.Latest(cancel))
            .WithName("getLatestCheckpoint")
            .WithSummary("Read the latest checkpoint as a signed note")
            .Produces<string>(200, Note)
            .ProducesProblem(404)
            .For(Readers);
        routes
            .MapGet(
                "/v1/proof/checkpoints",
                (
                    [Description("The least size of a checkpoint; every one, where absent.")] long? from,
                    HttpResponse response,
                    ReadCheckpoints read,
                    CancellationToken cancel
                ) => read.Stream(from ?? 0, response, cancel)
            )
            .WithSummary("Read the checkpoints from a size on")
            .Produces<Checkpoint>(200, Lines)
            .For(Readers);
        routes
            .MapPost("/v1/proof/checkpoints", (ReadCheckpoints read, CancellationToken cancel) => read.Sign(cancel))
            .WithName("signCheckpoint")
            .WithSummary("Have a checkpoint signed now")
            .Produces<Checkpoint>()
            .For(Roles.Auditor, Roles.Operator);
        routes
            .MapGet("/v1/proof/checkpoints/{size}", (long size, ReadCheckpoints read, CancellationToken cancel) => read.One(size, cancel))
            .WithName("getCheckpoint")
            .WithSummary("Read the checkpoint of a size")
            .Produces<Checkpoint>()
            .For(Readers);
        routes
            .MapPost(
                "/v1/proof/checkpoints/{size}/cosignatures",
                (long size, Cosignature cosignature, ReadCheckpoints read, CancellationToken cancel) =>
                    read.Cosign(size, cosignature, cancel)
            )
            .WithName("cosignCheckpoint")
            .WithSummary("Add a witness's cosignature to a checkpoint")
            .Produces<Checkpoint>()
            .For(Roles.Auditor, Roles.Operator);
    }

    /// <summary>The keys, the one that signs first.</summary>
    public async Task<IResult> Keys(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        var spans = await new CheckpointStore(connection).Spans(cancel);
        var known = keys.All.Select(k => k.ToString()).ToList();
        return Results.Ok(
            new ProofKeys(
                keys.Origin,
                [
                    .. known.Select(
                        (k, i) =>
                            spans.TryGetValue(k, out var span)
                                ? new SigningKey(k, span.First, i == 0 ? null : span.Last)
                                : new(k, null, null)
                    ),
                ],
                Witnesses
            )
        );
    }

    /// <summary>The latest note, as a verifier of C2SP reads it.</summary>
    public async Task<IResult> Latest(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return await new CheckpointStore(connection).Last(cancel) is { } last
            ? Results.Text(last.Note, Note, Encoding.UTF8)
            : Refusal.NotFound.ToResult();
    }

    /// <summary>The checkpoints, one a line, as the write-once file holds them.</summary>
    public async Task Stream(long from, HttpResponse response, CancellationToken cancel)
    {
        response.ContentType = Lines;
        await using var connection = await database.OpenConnectionAsync(cancel);
        await foreach (var checkpoint in new CheckpointStore(connection).From(from, cancel))
        {
            await JsonSerializer.SerializeAsync(response.Body, checkpoint, FactJson.Options, cancel);
            await response.WriteAsync("\n", cancel);
        }
    }

    /// <summary>A checkpoint of the tree as it is now.</summary>
    public async Task<IResult> Sign(CancellationToken cancel)
    {
        var (checkpoint, refusal) = await checkpointer.Sign(cancel);
        return refusal?.ToResult() ?? Results.Ok(checkpoint);
    }

    /// <summary>One checkpoint, with its cosignatures and its timestamp.</summary>
    public async Task<IResult> One(long size, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return await new CheckpointStore(connection).Of(size, cancel) is { } found ? Results.Ok(found) : Refusal.NotFound.ToResult();
    }

    /// <summary>Adds a witness's word, when it is true and the witness is one that is configured.</summary>
    public async Task<IResult> Cosign(long size, Cosignature cosignature, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        var store = new CheckpointStore(connection);
        if (await store.Of(size, cancel) is not { } checkpoint)
        {
            return Refusal.NotFound.ToResult();
        }

        var text = new CheckpointText(keys.Origin, size, Convert.FromBase64String(checkpoint.Root), checkpoint.Missing);
        var line = cosignature.Line.TrimEnd('\n') + "\n";
        if (Witnesses.Select(NoteKey.Parse).FirstOrDefault(w => w.Kind == NoteKey.Witness && text.IsCosignedBy(w, line)) is not { } witness)
        {
            return Refusal
                .OfInput(
                    "The line is not a cosignature of this checkpoint by a known witness.",
                    "Send the line of a witness that GET /v1/proof/keys lists."
                )
                .ToResult();
        }

        await store.AddCosignature(checkpoint, witness.Name, line, cancel);
        return Results.Ok(await store.Of(size, cancel));
    }
}
