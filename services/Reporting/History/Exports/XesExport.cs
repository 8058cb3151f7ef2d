using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using PracticeAnalysis.Reporting.History.Ledger;
using PracticeAnalysis.Reporting.History.Replay;

namespace PracticeAnalysis.Reporting.History.Exports;

/// <summary>XES (IEEE 1849): an engagement is a trace, and so is each group and session of it; events in causal order.</summary>
public static class XesExport
{
    private static readonly (string Name, string Prefix)[] Extensions =
    [
        ("Concept", "concept"),
        ("Time", "time"),
        ("Lifecycle", "lifecycle"),
        ("Organizational", "org"),
        ("Identity", "identity"),
    ];

    private const string Name = "concept:name";
    private const string Id = "identity:id";

    // What every trace, and every event, has: miners group by it. The values stand for what is not there, which is nothing.
    private static readonly (string Of, (string Type, string Key, string Value)[] Attributes)[] Globals =
    [
        ("trace", [("string", Name, Nowhere), ("id", Id, $"{Guid.Empty}"), ("string", "case", Nowhere)]),
        (
            "event",
            [
                ("id", Id, $"{Guid.Empty}"),
                ("string", Name, Nowhere),
                ("string", "lifecycle:transition", "complete"),
                ("date", "time:timestamp", Time(DateTimeOffset.UnixEpoch)),
                ("string", "org:resource", Nowhere),
                ("string", "org:role", Nowhere),
                ("string", "org:group", Nowhere),
            ]
        ),
    ];

    private const string Nowhere = "none";

    // What is a case to mine, beside the engagement itself.
    private static readonly string[] Cases = ["group", "session"];

    /// <summary>Writes it: of each engagement a trace, then one of each of its groups and sessions.</summary>
    public static async Task Write(Stream to, Exported histories, CancellationToken cancel)
    {
        await using var xml = XmlWriter.Create(to, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false) });
        await xml.WriteStartDocumentAsync();
        await Start(xml, "log", ("xes.version", "1.0"), ("xes.features", ""));
        foreach (var (name, prefix) in Extensions)
        {
            await Start(xml, "extension", ("name", name), ("prefix", prefix), ("uri", $"http://www.xes-standard.org/{prefix}.xesext"));
            await xml.WriteEndElementAsync();
        }

        foreach (var (scope, attributes) in Globals)
        {
            await Start(xml, "global", ("scope", scope));
            foreach (var (type, key, value) in attributes)
            {
                await Attribute(xml, type, key, value);
            }

            await xml.WriteEndElementAsync();
        }

        foreach (var (name, key) in ((string, string)[])[("Activity", Name), ("Resource", "org:resource"), ("Role", "org:role")])
        {
            await Start(xml, "classifier", ("name", name), ("scope", "event"), ("keys", key));
            await xml.WriteEndElementAsync();
        }

        await Attribute(xml, "string", Name, "practice-analysis");
        await Attribute(xml, "string", "lifecycle:model", "standard");
        await Attribute(xml, "string", "moment", histories.Moment);
        await Attribute(xml, "boolean", "complete", histories.Holes.Count == 0 ? "true" : "false");
        foreach (var (index, hole) in histories.Holes.Index())
        {
            await Attribute(xml, "string", $"gap-{index + 1}", hole.ToString());
        }

        foreach (var engagement in histories.Engagements)
        {
            var cases = new SortedDictionary<(string Type, Guid Id), bool>();
            await Trace(xml, "engagement", engagement, Noting(histories.Of(engagement, null, cancel)));
            foreach (var (type, id) in cases.Keys)
            {
                await Trace(xml, type, id, histories.Of(engagement, id, cancel));
            }

            async IAsyncEnumerable<HistoryEntry> Noting(IAsyncEnumerable<HistoryEntry> entries)
            {
                await foreach (var e in entries)
                {
                    if (Cases.Contains(e.StreamType))
                    {
                        cases[(e.StreamType, e.Stream)] = true;
                    }

                    yield return e;
                }
            }
        }

        await xml.WriteEndElementAsync();
        await xml.WriteEndDocumentAsync();
        await xml.FlushAsync();
    }

    private static async Task Trace(XmlWriter xml, string type, Guid id, IAsyncEnumerable<HistoryEntry> entries)
    {
        await Start(xml, "trace");
        await Attribute(xml, "string", Name, $"{type} {id}");
        await Attribute(xml, "id", Id, id.ToString());
        await Attribute(xml, "string", "case", type);
        await foreach (var e in entries)
        {
            await Start(xml, "event");
            await Attribute(xml, "id", Id, IdOf(e).ToString());
            await Attribute(xml, "string", Name, e.EventType);
            await Attribute(xml, "string", "lifecycle:transition", "complete");
            await Attribute(xml, "date", "time:timestamp", Time(e.OccurredAt));
            await Attribute(xml, "string", "org:resource", e.Actor);
            await Attribute(xml, "string", "org:role", e.Actor.Split(':')[0]);
            await Attribute(xml, "string", "org:group", e.Source);
            await Attribute(xml, "int", "sequence", e.Sequence.ToString(CultureInfo.InvariantCulture));
            await Attribute(xml, "id", "stream", e.Stream.ToString());
            await Attribute(xml, "string", "streamType", e.StreamType);
            await Attribute(xml, "int", "streamVersion", e.Version.ToString(CultureInfo.InvariantCulture));
            await Attribute(xml, "date", "recordedAt", Time(e.RecordedAt));
            await Attribute(xml, "date", "arrivedAt", Time(e.ArrivedAt));
            await Attribute(xml, "string", "clock", e.Clock);
            await Attribute(xml, "string", "hash", e.Hash);
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
    }

    // To the millisecond: OpenXES takes the digits behind the point for a number of them, however many they are.
    private static string Time(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    // Readers take identity:id for a UUID: one of their own making (version 8, RFC 9562), the same in every export.
    private static Guid IdOf(HistoryEntry e)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{e.Source}-{e.Sequence}")).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }

    private static async Task Start(XmlWriter xml, string element, params (string Name, string Value)[] attributes)
    {
        await xml.WriteStartElementAsync(null, element, null);
        foreach (var (name, value) in attributes)
        {
            await xml.WriteAttributeStringAsync(null, name, null, value);
        }
    }

    private static async Task Attribute(XmlWriter xml, string type, string key, string value)
    {
        await Start(xml, type, ("key", key), ("value", value));
        await xml.WriteEndElementAsync();
    }
}
