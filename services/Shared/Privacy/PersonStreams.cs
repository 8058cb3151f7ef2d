using System.Security.Cryptography;
using System.Text;

namespace PracticeAnalysis.Privacy;

/// <summary>Ids of streams that are about a person: always the same for the same person, and never the person's own id, which other streams have.</summary>
public static class PersonStreams
{
    /// <summary>The stream that keeps what became of the person's data in this service.</summary>
    public static Guid Erased(Guid person) => Derive("erased", person);

    /// <summary>The stream of what the person asked for about their data, and how far it is.</summary>
    public static Guid Asked(Guid person) => Derive("asked", person);

    /// <summary>The subject under which the ledger shows what was asked and done about the person, of all services; it is no stream of any.</summary>
    public static Guid AskedLedger(Guid person) => Derive("asked-ledger", person);

    /// <summary>How a fact says whose hours were read: who reads the history knows neither whom else it tells of, nor, by who asked and when, under which name.</summary>
    public static Guid Attested(Guid person) => Derive("attested", person);

    /// <summary>The person's id, and every one that anybody derives from it.</summary>
    public static IReadOnlyList<Guid> Of(Guid person) => [person, Erased(person), Asked(person), AskedLedger(person), Attested(person)];

    /// <summary>The stream of what retention removed from a tenant's data in this service.</summary>
    public static Guid Retention { get; } = Derive("retention", Guid.Empty);

    /// <summary>The subject under which the ledger shows what retention removed.</summary>
    public static Guid RetentionLedger { get; } = Derive("retention-ledger", Guid.Empty);

    // A name-based id as RFC 9562 lays it out (version 8: a hash of one's own choice).
    private static Guid Derive(string what, Guid person)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"practice-analysis/{what}/{person}"))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }
}
