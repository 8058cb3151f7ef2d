using System.Security.Cryptography;
using System.Text;

namespace PracticeAnalysis.Kernel;

/// <summary>Reads the sealed texts of one stream.</summary>
public sealed class TextOpener(string tenant, Guid stream, IReadOnlyDictionary<string, byte[]> keys)
{
    /// <summary>What stands for a text whose key was destroyed. No text is it: U+0000 is refused at the door. An answer shows null in
    /// its place, and lists where (<c>Shown</c>).</summary>
    public const string Erased = "\0erased";

    /// <summary>The clear text, for those who may read it; <see cref="Erased" /> once its key is destroyed, null where there is none.</summary>
    /// <param name="text">The sealed text.</param>
    /// <param name="member">The member of the fact it stands in, the one it was sealed for.</param>
    public string? Open(Sealed? text, string member) =>
        text is null ? null
        : !keys.TryGetValue(text.KeyId, out var key) ? Erased
        : Encoding.UTF8.GetString(
            Aes256.Decrypt(
                key,
                [.. Convert.FromBase64String(text.Nonce), .. Convert.FromBase64String(text.Ciphertext)],
                Binding(tenant, stream, member, text.KeyId)
            )
        );

    /// <summary>The clear text of one that was sealed for one of these members; <see cref="Erased" /> once its key is destroyed.</summary>
    /// <exception cref="CryptographicException">It was sealed for none of them.</exception>
    public string? OpenAs(Sealed text, IEnumerable<string> members)
    {
        foreach (var member in members)
        {
            try
            {
                return Open(text, member);
            }
            catch (AuthenticationTagMismatchException)
            {
                // Sealed for another member: the next one is tried.
            }
        }

        throw new CryptographicException("The text was sealed for none of these members.");
    }

    /// <summary>The text anew under another seal, for a member; null once its key is destroyed.</summary>
    public Sealed? Reseal(Sealed text, string member, Seal seal, string? newMember = null) =>
        Open(text, member) is { } clear && clear != Erased ? seal(new(clear), newMember ?? member) : null;

    /// <summary>What a text is bound to by its encryption: moved to another place, it does not open.</summary>
    public static byte[] Binding(string tenant, Guid stream, string member, string keyId) =>
        Encoding.UTF8.GetBytes(string.Join('\n', tenant, stream, member, keyId));
}
