using System.Security.Cryptography;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Access;

/// <summary>A secret that is sent before it is known whose it is: an API key's, or a calendar's. It ends in a mark of its practice, by which the gateway
/// knows whom to ask, where practices are spread over several deployments. The mark proves nothing, and hides no more than whose it is.</summary>
public static class MarkedSecret
{
    private const int MarkSize = 6;

    /// <summary>A new secret of this practice: random, but for its mark.</summary>
    /// <param name="size">In bytes, the mark's six among them.</param>
    public static byte[] New(int size, string tenant) =>
        [.. RandomNumberGenerator.GetBytes(size - MarkSize), .. Convert.FromHexString(MarkOf(tenant))];

    /// <summary>The mark of a practice, in hexadecimal; the sandbox's is the same in each of its generations.</summary>
    public static string MarkOf(string tenant) => Canonical.Hash(SandboxTenant.NameOf(tenant))[..(2 * MarkSize)];

    /// <summary>The mark at the end of a secret; of one that was made before there were marks, any.</summary>
    /// <param name="secret">In hexadecimal, at least as long as a mark.</param>
    public static string MarkIn(string secret) => secret[^(2 * MarkSize)..];
}
