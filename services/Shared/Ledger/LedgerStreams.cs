using System.Security.Cryptography;
using System.Text;

namespace PracticeAnalysis.Ledger;

/// <summary>Where entries take their place in the ledger.</summary>
public static class LedgerStreams
{
    /// <summary>The stream of an entry: its engagement's. What belongs to no engagement has one beside the stream that it tells of, since
    /// Reporting may keep one of that id too.</summary>
    public static Guid Of(Guid subject, Guid stream, string streamType) =>
        subject != stream || streamType == "engagement" ? subject : Beside(stream);

    /// <summary>The stream that tells of a stream of no engagement.</summary>
    public static Guid Beside(Guid stream) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"ledger/{stream}")).AsSpan(0, 16));
}
