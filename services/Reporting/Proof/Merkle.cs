using System.Numerics;
using System.Security.Cryptography;

namespace PracticeAnalysis.Reporting.Proof;

/// <summary>The Merkle tree of RFC 9162 (section 2.1): its hashes, and which parts of a tree make a proof. Pure.</summary>
public static class Merkle
{
    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    /// <summary>The root of the tree without entries.</summary>
    public static byte[] Empty { get; } = SHA256.HashData([]);

    /// <summary>The hash of one entry.</summary>
    public static byte[] Leaf(ReadOnlySpan<byte> entry) => SHA256.HashData([LeafPrefix, .. entry]);

    /// <summary>The hash of two subtrees side by side.</summary>
    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => SHA256.HashData([NodePrefix, .. left, .. right]);

    /// <summary>The complete subtrees, from the left, that make up the entries from start to before end: each by its level and its index there.</summary>
    public static IEnumerable<(int Level, long Index)> Cover(long start, long end)
    {
        while (start < end)
        {
            var room = BitOperations.Log2((ulong)(end - start));
            var level = start == 0 ? room : Math.Min(room, BitOperations.TrailingZeroCount(start));
            yield return (level, start >> level);
            start += 1L << level;
        }
    }

    /// <summary>The hash over subtrees side by side, where each is larger than the next: the last two are joined first.</summary>
    public static byte[] Join(IReadOnlyList<byte[]> subtrees)
    {
        if (subtrees.Count == 0)
        {
            return Empty;
        }

        var hash = subtrees[^1];
        for (var i = subtrees.Count - 2; i >= 0; i--)
        {
            hash = Node(subtrees[i], hash);
        }

        return hash;
    }

    /// <summary>The root of a complete subtree over these nodes, a power of two in number.</summary>
    public static byte[] Complete(IReadOnlyList<byte[]> nodes)
    {
        while (nodes.Count > 1)
        {
            nodes = [.. nodes.Chunk(2).Select(pair => Node(pair[0], pair[1]))];
        }

        return nodes[0];
    }

    /// <summary>The ranges of entries whose hashes prove that an entry is in the tree of this size, the nearest first.</summary>
    public static IReadOnlyList<(long Start, long End)> Inclusion(long position, long size) => [.. Path(position, 0, size)];

    /// <summary>The ranges whose hashes prove that the tree of one size is the beginning of the tree of another.</summary>
    public static IReadOnlyList<(long Start, long End)> Consistency(long from, long to) =>
        from == 0 ? [] : [.. Subproof(from, 0, to, true)];

    private static IEnumerable<(long, long)> Path(long position, long start, long end)
    {
        if (end - start == 1)
        {
            return [];
        }

        var split = start + Half(end - start);
        return position < split ? Path(position, start, split).Append((split, end)) : Path(position, split, end).Append((start, split));
    }

    private static IEnumerable<(long, long)> Subproof(long from, long start, long end, bool known)
    {
        if (from == end)
        {
            return known ? [] : [(start, end)];
        }

        var split = start + Half(end - start);
        return from <= split
            ? Subproof(from, start, split, known).Append((split, end))
            : Subproof(from, split, end, false).Append((start, split));
    }

    // The largest power of two below a number.
    private static long Half(long count) => 1L << BitOperations.Log2((ulong)(count - 1));
}
