using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.History.Audit;

/// <summary>Other ids for persons, the same for one grant and others for another: a keyed hash, whose key is the grant's own.</summary>
public sealed class Pseudonyms(byte[] key)
{
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
            Redacted = OfFact(entry.Redacted, entry.StreamType),
            Subject = PersonIds.AreStreams(entry.StreamType) ? Of(entry.Subject) : entry.Subject,
            Stream = PersonIds.AreStreams(entry.StreamType) ? Of(entry.Stream) : entry.Stream,
        };

    /// <summary>What a ledger lacks, its stream under another id where that is a person's, or may be.</summary>
    public LedgerHole Of(LedgerHole hole) =>
        hole.StreamType is { } type && !PersonIds.AreStreams(type) ? hole : hole with { Stream = Of(hole.Stream) };

    /// <summary>Who did it, as metadata say it: role and id.</summary>
    public string OfActor(string actor) => PersonIds.InActor(actor) is var (role, person) ? $"{role}{Of(person)}" : actor;

    /// <summary>A redacted fact, member for member as it was.</summary>
    /// <param name="streamType">What its stream is of.</param>
    public string OfFact(string redacted, string streamType = "")
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
                case JsonTokenType.String when IsId(ref reader, out var id) && PersonIds.Names(members[reader.CurrentDepth], streamType):
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
