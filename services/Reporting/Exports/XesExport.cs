using System.Globalization;
using System.Text;
using System.Xml;

namespace PracticeAnalysis.Reporting.Exports;

/// <summary>XES (IEEE 1849): the engagement is one trace, its events in causal order.</summary>
internal static class XesExport
{
    private static readonly (string Name, string Prefix)[] Extensions =
    [
        ("Concept", "concept"),
        ("Time", "time"),
        ("Lifecycle", "lifecycle"),
        ("Organizational", "org"),
        ("ID", "identity"),
    ];

    /// <summary>Writes it.</summary>
    public static async Task Write(Stream to, Guid engagement, Replay replay, CancellationToken cancel)
    {
        await using var xml = XmlWriter.Create(to, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false) });
        await xml.WriteStartDocumentAsync();
        await Start(xml, "log", ("xes.version", "1.0"), ("xes.features", ""));
        foreach (var (name, prefix) in Extensions)
        {
            await Start(xml, "extension", ("name", name), ("prefix", prefix), ("uri", $"http://www.xes-standard.org/{prefix}.xesext"));
            await xml.WriteEndElementAsync();
        }

        await Start(xml, "classifier", ("name", "Activity"), ("keys", "concept:name"));
        await xml.WriteEndElementAsync();
        await Start(xml, "trace");
        await Attribute(xml, "string", "concept:name", engagement.ToString());
        await foreach (var e in replay(cancel))
        {
            await Start(xml, "event");
            await Attribute(xml, "id", "identity:id", $"{e.Source}-{e.Sequence}");
            await Attribute(xml, "string", "concept:name", e.EventType);
            await Attribute(xml, "string", "lifecycle:transition", "complete");
            await Attribute(xml, "date", "time:timestamp", e.OccurredAt.ToString("O", CultureInfo.InvariantCulture));
            await Attribute(xml, "string", "org:resource", e.Actor);
            await Attribute(xml, "string", "org:role", e.Actor.Split(':')[0]);
            await Attribute(xml, "string", "org:group", e.Source);
            await Attribute(xml, "id", "stream", e.Stream.ToString());
            await Attribute(xml, "string", "streamType", e.StreamType);
            await Attribute(xml, "int", "streamVersion", e.Version.ToString(CultureInfo.InvariantCulture));
            await Attribute(xml, "date", "recordedAt", e.RecordedAt.ToString("O", CultureInfo.InvariantCulture));
            await Attribute(xml, "date", "arrivedAt", e.ArrivedAt.ToString("O", CultureInfo.InvariantCulture));
            await Attribute(xml, "string", "clock", e.Clock);
            await Attribute(xml, "string", "hash", e.Hash);
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
        await xml.WriteEndElementAsync();
        await xml.WriteEndDocumentAsync();
        await xml.FlushAsync();
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
