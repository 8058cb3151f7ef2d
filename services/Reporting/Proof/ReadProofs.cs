using System.ComponentModel;
using Npgsql;
using PracticeAnalysis.Access;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.Proof;

/// <summary>Proves that an entry is in the tree (RFC 9162, 2.1.3).</summary>
/// <param name="Position">The entry's place in the tree, from 0.</param>
/// <param name="Size">How many entries the tree holds that it is proved in.</param>
/// <param name="Leaf">The entry's hash, in base64 like all of them.</param>
/// <param name="Root">The root of that tree, in base64, to be compared with a checkpoint of this size.</param>
/// <param name="Hashes">In base64, those beside the entry first, as RFC 9162 orders them.</param>
public sealed record InclusionProof(long Position, long Size, string Leaf, string Root, IReadOnlyList<string> Hashes);

/// <summary>Proves that one tree is the beginning of another (RFC 9162, 2.1.4).</summary>
/// <param name="From">How many entries the earlier tree holds.</param>
/// <param name="To">How many entries the later tree holds.</param>
/// <param name="FromRoot">The root of the earlier tree, in base64, to be compared with a checkpoint of this size.</param>
/// <param name="ToRoot">The root of the later tree, in base64, to be compared with a checkpoint of this size.</param>
/// <param name="Hashes">In base64, as RFC 9162 orders them; empty where the sizes are equal, or the earlier one is 0.</param>
public sealed record ConsistencyProof(long From, long To, string FromRoot, string ToRoot, IReadOnlyList<string> Hashes);

/// <summary>Hashes of the tree side by side, from which an auditor computes any proof.</summary>
/// <param name="Level">0 for entries, 1 for each 256 of them, and so on.</param>
/// <param name="Index">The tile's place in its level: it begins at 256 times this.</param>
/// <param name="Hashes">In base64, from the left: 256 of them, or fewer where the tree ends.</param>
public sealed record Tile(int Level, long Index, IReadOnlyList<string> Hashes);

/// <summary>Proofs about the tree, for one who holds a checkpoint and a grant over the whole practice.</summary>
public sealed class ReadProofs(NpgsqlDataSource database)
{
    private const int Levels = 64 / Tree.Step;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/v1/proof/inclusion",
                (
                    [Description("The entry's place in the tree: from 0 to below the size.")] long position,
                    [Description("How many entries the tree holds; all that there are, where absent.")] long? size,
                    ReadProofs read,
                    CancellationToken cancel
                ) => read.Inclusion(position, size, cancel)
            )
            .WithSummary("Prove that an entry is in the ledger")
            .UnderGrantOverAll()
            .Produces<InclusionProof>()
            .ProducesProblem(404)
            .For(Roles.Auditor);
        routes
            .MapGet(
                "/v1/proof/consistency",
                (
                    [Description("How many entries the earlier tree holds: from 0 to the size of the later one.")] long from,
                    [Description("How many entries the later tree holds; all that there are, where absent.")] long? to,
                    ReadProofs read,
                    CancellationToken cancel
                ) => Input.CheckOrder(from, to) is { } crossed ? Task.FromResult(crossed.ToResult()) : read.Consistency(from, to, cancel)
            )
            .WithSummary("Prove that the ledger only grew between two sizes")
            .UnderGrantOverAll()
            .Produces<ConsistencyProof>()
            .ProducesProblem(404)
            .For(Roles.Auditor);
        routes
            .MapGet(
                "/v1/proof/tiles",
                (
                    [Description("0 for entries, 1 for each 256 of them, and so on to 7.")] int level,
                    [Description("The tile's place in its level, from 0: it begins at 256 times this.")] long index,
                    ReadProofs read,
                    CancellationToken cancel
                ) => read.Tile(level, index, cancel)
            )
            .WithSummary("Read hashes of the ledger's tree")
            .UnderGrantOverAll()
            .Produces<Tile>()
            .ProducesProblem(404)
            .For(Roles.Auditor);
    }

    /// <summary>Proves an entry, in the tree of this size or as it is now.</summary>
    public Task<IResult> Inclusion(long position, long? size, CancellationToken cancel) =>
        Answer(
            async (tree, now) =>
                position >= 0 && position < (size ?? now) && (size ?? now) <= now
                    ? new InclusionProof(
                        position,
                        size ?? now,
                        Base64(await tree.Hash(position, position + 1, cancel)),
                        Base64(await tree.Root(size ?? now, cancel)),
                        await Hashes(tree, Merkle.Inclusion(position, size ?? now), cancel)
                    )
                    : null,
            cancel
        );

    /// <summary>Proves that the tree of one size begins that of another, or that of now.</summary>
    public Task<IResult> Consistency(long from, long? to, CancellationToken cancel) =>
        Answer(
            async (tree, now) =>
                from >= 0 && from <= (to ?? now) && (to ?? now) <= now
                    ? new ConsistencyProof(
                        from,
                        to ?? now,
                        Base64(await tree.Root(from, cancel)),
                        Base64(await tree.Root(to ?? now, cancel)),
                        await Hashes(tree, Merkle.Consistency(from, to ?? now), cancel)
                    )
                    : null,
            cancel
        );

    /// <summary>One tile, whole or as far as the tree is.</summary>
    public Task<IResult> Tile(int level, long index, CancellationToken cancel) =>
        Answer(
            async (tree, now) =>
            {
                var count =
                    level is >= 0 and < Levels && index >= 0 && index <= now ? (now >> (level * Tree.Step)) - index * Tree.Width : 0;
                return count <= 0
                    ? null
                    : new Tile(
                        level,
                        index,
                        [
                            .. (await tree.Stored(level * Tree.Step, index * Tree.Width, (int)Math.Min(count, Tree.Width), cancel)).Select(
                                Base64
                            ),
                        ]
                    );
            },
            cancel
        );

    private async Task<IResult> Answer(Func<Tree, long, Task<object?>> prove, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        var tree = new Tree(connection);
        try
        {
            var size = await tree.Size(cancel);
            return await prove(tree, size) is { } proof ? Results.Ok(proof) : Refusal.NotFound.ToResult();
        }
        catch (BrokenTreeException)
        {
            return Checkpointer.Broken.ToResult();
        }
    }

    private static async Task<IReadOnlyList<string>> Hashes(Tree tree, IEnumerable<(long Start, long End)> ranges, CancellationToken cancel)
    {
        var hashes = new List<string>();
        foreach (var (start, end) in ranges)
        {
            hashes.Add(Base64(await tree.Hash(start, end, cancel)));
        }

        return hashes;
    }

    private static string Base64(byte[] hash) => Convert.ToBase64String(hash);
}
