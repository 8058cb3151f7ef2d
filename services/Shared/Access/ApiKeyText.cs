using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Access;

/// <summary>The text of an API key: <c>pa_live_</c> or <c>pa_test_</c>, its id, a marked secret of 24 bytes and a checksum, in lower hexadecimal.
/// Whoever scans for leaked secrets knows one by sight; a mistyped one is refused before anything is looked up.</summary>
public static class ApiKeyText
{
    /// <summary>How long the secret is, in bytes.</summary>
    public const int SecretSize = 24;

    private const string Live = "pa_live_";
    private const string Test = "pa_test_";
    private const int IdLength = 32;
    private const int ChecksumLength = 8;
    private const int Length = 8 + IdLength + (2 * SecretSize) + ChecksumLength;

    /// <summary>The text of a key.</summary>
    /// <param name="live">Whether it is for production.</param>
    public static string Of(bool live, Guid key, ReadOnlySpan<byte> secret)
    {
        var text = $"{(live ? Live : Test)}{key:N}{Convert.ToHexStringLower(secret)}";
        return text + Checksum(text);
    }

    /// <summary>Whether a text means to be an API key, be it a right one or not.</summary>
    public static bool IsMeant(string text) =>
        text.StartsWith(Live, StringComparison.Ordinal) || text.StartsWith(Test, StringComparison.Ordinal);

    /// <summary>The id of the key that a text is of; null when it is none, or one for elsewhere.</summary>
    public static Guid? Read(bool live, string text) =>
        text.Length == Length
        && text.StartsWith(live ? Live : Test, StringComparison.Ordinal)
        && Checksum(text[..^ChecksumLength]) == text[^ChecksumLength..]
        && Guid.TryParseExact(text.AsSpan(Live.Length, IdLength), "N", out var key)
            ? key
            : null;

    /// <summary>The mark of the practice in a key's text, right or not; null where the text is too short to hold one.</summary>
    public static string? MarkIn(string text) => text.Length < Length ? null : MarkedSecret.MarkIn(text[..^ChecksumLength]);

    /// <summary>What is stored of it. Its secret is random, so that no slow hash is needed against guessing.</summary>
    public static string Hash(string text) => Canonical.Hash(text);

    private static string Checksum(string text) => Canonical.Hash(text)[..ChecksumLength];
}
