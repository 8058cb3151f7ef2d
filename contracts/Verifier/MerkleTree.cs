using System.Numerics;
using System.Security.Cryptography;

namespace PracticeAnalysis.Verifier;

/// <summary>A Merkle tree of RFC 9162 that only keeps its right edge: its root after any number of entries, in memory that does not grow.</summary>
internal sealed class MerkleTree
{
    private readonly List<byte[]> _edge = [];

    /// <summary>How many entries it holds.</summary>
    public long Size { get; private set; }

    /// <summary>The hash of one entry.</summary>
    public static byte[] Leaf(ReadOnlySpan<byte> entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0]);
        hash.AppendData(entry);
        return hash.GetHashAndReset();
    }

    /// <summary>The hash of two subtrees side by side.</summary>
    public static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);

    /// <summary>Adds an entry by its hash.</summary>
    public void Add(byte[] leaf)
    {
        // Each complete subtree of an even pair is closed by the new one: as many as the size ends in ones.
        for (var size = Size; (size & 1) == 1; size >>= 1)
        {
            leaf = Node(_edge[^1], leaf);
            _edge.RemoveAt(_edge.Count - 1);
        }

        _edge.Add(leaf);
        Size++;
    }

    /// <summary>The root as it is now.</summary>
    public byte[] Root()
    {
        if (_edge.Count == 0)
        {
            return SHA256.HashData([]);
        }

        var root = _edge[^1];
        for (var i = _edge.Count - 2; i >= 0; i--)
        {
            root = Node(_edge[i], root);
        }

        return root;
    }
}

/// <summary>Proofs as RFC 9162 verifies them.</summary>
internal static class MerkleProof
{
    /// <summary>The root that an inclusion proof leads to (2.1.3.2), or null when it is no proof for this place.</summary>
    public static byte[]? Inclusion(long position, long size, byte[] leaf, IReadOnlyList<byte[]> hashes)
    {
        if (position < 0 || position >= size || !AreHashes([leaf, .. hashes]))
        {
            return null;
        }

        var (at, last, root) = (position, size - 1, leaf);
        foreach (var hash in hashes)
        {
            if (last == 0)
            {
                return null;
            }

            if ((at & 1) == 1 || at == last)
            {
                root = MerkleTree.Node(hash, root);
                while ((at & 1) == 0 && at != 0)
                {
                    (at, last) = (at >> 1, last >> 1);
                }
            }
            else
            {
                root = MerkleTree.Node(root, hash);
            }

            (at, last) = (at >> 1, last >> 1);
        }

        return last == 0 ? root : null;
    }

    /// <summary>Whether a consistency proof (2.1.4.2) shows that the first tree begins the second.</summary>
    public static bool Consistency(long from, long to, byte[] fromRoot, byte[] toRoot, IReadOnlyList<byte[]> hashes)
    {
        if (from == to && from > 0)
        {
            return hashes.Count == 0 && Same(fromRoot, toRoot);
        }

        // The empty tree begins every other: that shows nothing.
        if (from <= 0 || from > to || !AreHashes([fromRoot, toRoot, .. hashes]))
        {
            return false;
        }

        var path = BitOperations.IsPow2(from) ? [fromRoot, .. hashes] : hashes;
        if (path.Count == 0)
        {
            return false;
        }

        var (at, last) = (from - 1, to - 1);
        while ((at & 1) == 1)
        {
            (at, last) = (at >> 1, last >> 1);
        }

        var (first, second) = (path[0], path[0]);
        foreach (var hash in path.Skip(1))
        {
            if (last == 0)
            {
                return false;
            }

            if ((at & 1) == 1 || at == last)
            {
                (first, second) = (MerkleTree.Node(hash, first), MerkleTree.Node(hash, second));
                while ((at & 1) == 0 && at != 0)
                {
                    (at, last) = (at >> 1, last >> 1);
                }
            }
            else
            {
                second = MerkleTree.Node(second, hash);
            }

            (at, last) = (at >> 1, last >> 1);
        }

        return last == 0 && Same(first, fromRoot) && Same(second, toRoot);
    }

    private static bool Same(byte[] one, byte[] other) => one.AsSpan().SequenceEqual(other);

    private static bool AreHashes(IEnumerable<byte[]> hashes) => hashes.All(h => h.Length == SHA256.HashSizeInBytes);
}
