using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PracticeAnalysis.Contracts.Ledger.V1;

namespace PracticeAnalysis.Reporting.Audit;

/// <summary>Other ids for persons, the same for one grant and others for another: a keyed hash, whose key is the grant's own. Whatever is
/// not known to be a thing is taken for a person.</summary>
public sealed class Pseudonyms(byte[] key)
{
    /// <summary>The members of facts whose ids name no person. A new member that names one is left out of here, and needs nothing more.</summary>
    public static readonly IReadOnlySet<string> Things = new HashSet<string>(StringComparer.Ordinal)
    {
        "access",
        "amendment",
        "at",
        "bilan",
        "contribution",
        "corrects",
        "decision",
        "employer",
        "engagement",
        "engagements",
        "establishment",
        "establishments",
        "event",
        "exception",
        "finding",
        "following",
        "from",
        "grant",
        "group",
        "groups",
        "id",
        "institution",
        "objection",
        "of",
        "previous",
        "register",
        "release",
        "request",
        "session",
        "situation",
        "stream",
        "subject",
        "track",
    };

    // A facilitator's file is a stream of the person's own id; what became of a person's data is one whose id anybody derives from it.
    private static readonly HashSet<string> OfPersons = ["erased_person", "facilitator", "person"];
    private const int Deepest = 64;
    private const int IdLength = 36;

    private static readonly JsonWriterOptions AsItWas = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };
    private readonly ConcurrentDictionary<Guid, Guid> _known = new();

    /// <summary>The other id of a person.</summary>
    public Guid Of(Guid person) => _known.GetOrAdd(person, Hash);

    /// <summary>An entry of the ledger, with every person's id replaced. Its hash stays that of what the ledger holds.</summary>
    public LedgerEntryRecorded Of(LedgerEntryRecorded entry) =>
        entry with
        {
            Actor = OfActor(entry.Actor),
            Redacted = OfFact(entry.Redacted),
            Subject = OfPersons.Contains(entry.StreamType) ? Of(entry.Subject) : entry.Subject,
            Stream = OfPersons.Contains(entry.StreamType) ? Of(entry.Stream) : entry.Stream,
        };

    /// <summary>Who did it, as metadata say it: role and id.</summary>
    public string OfActor(string actor) =>
        actor.Length > IdLength && Guid.TryParseExact(actor.AsSpan(actor.Length - IdLength), "D", out var person)
            ? $"{actor.AsSpan(0, actor.Length - IdLength)}{Of(person)}"
            : actor;

    /// <summary>A redacted fact, member for member as it was.</summary>
    public string OfFact(string redacted)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(redacted), new JsonReaderOptions { MaxDepth = Deepest });
        var buffer = new ArrayBufferWriter<byte>(redacted.Length + 1);
        using var writer = new Utf8JsonWriter(buffer, AsItWas);

        // The member that a value stands in, by depth; a list's items stand in the list's.
        var members = new string[Deepest + 2];
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    members[reader.CurrentDepth] = reader.GetString()!;
                    writer.WritePropertyName(members[reader.CurrentDepth]);
                    break;
                case JsonTokenType.StartArray:
                    members[reader.CurrentDepth + 1] = members[reader.CurrentDepth];
                    writer.WriteStartArray();
                    break;
                case JsonTokenType.EndArray:
                    writer.WriteEndArray();
                    break;
                case JsonTokenType.StartObject:
                    writer.WriteStartObject();
                    break;
                case JsonTokenType.EndObject:
                    writer.WriteEndObject();
                    break;
                case JsonTokenType.String when IsId(ref reader, out var id) && !Things.Contains(members[reader.CurrentDepth]):
                    writer.WriteStringValue(Of(id));
                    break;
                case JsonTokenType.String:
                    writer.WriteStringValue(reader.GetString());
                    break;
                default:
                    writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                    break;
            }
        }

        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static bool IsId(ref Utf8JsonReader reader, out Guid id)
    {
        id = Guid.Empty;
        return reader.ValueSpan.Length == IdLength && reader.TryGetGuid(out id);
    }

    // The shape of a UUID of the reader's own making (version 8, RFC 9562), so that what takes ids takes these.
    private Guid Hash(Guid person)
    {
        var bytes = HMACSHA256.HashData(key, person.ToByteArray(bigEndian: true)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }
}
