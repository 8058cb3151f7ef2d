using System.Security.Cryptography;

namespace PracticeAnalysis.Kernel;

/// <summary>AES-256-GCM over whole byte strings: nonce, ciphertext and tag in one.</summary>
public static class Aes256
{
    /// <summary>The length of the random bytes that a byte string begins with.</summary>
    public const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>Encrypts, under a fresh nonce; what it is bound to is asked for again when it is read.</summary>
    public static byte[] Encrypt(byte[] key, byte[] plain, byte[] binding)
    {
        using var aes = new AesGcm(key, TagSize);
        var bytes = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(bytes.AsSpan(0, NonceSize));
        aes.Encrypt(bytes.AsSpan(0, NonceSize), plain, bytes.AsSpan(NonceSize, plain.Length), bytes.AsSpan(^TagSize..), binding);
        return bytes;
    }

    /// <summary>Decrypts.</summary>
    /// <exception cref="AuthenticationTagMismatchException">It is of another key or binding, or was changed.</exception>
    public static byte[] Decrypt(byte[] key, ReadOnlySpan<byte> bytes, byte[] binding)
    {
        using var aes = new AesGcm(key, TagSize);
        var plain = new byte[bytes.Length - NonceSize - TagSize];
        aes.Decrypt(bytes[..NonceSize], bytes[NonceSize..^TagSize], bytes[^TagSize..], plain, binding);
        return plain;
    }
}
