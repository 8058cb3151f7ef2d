using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>A trace, and its events: attributes by their keys.</summary>
internal sealed record XesTrace(IReadOnlyDictionary<string, object> Attributes, IReadOnlyList<IReadOnlyDictionary<string, object>> Events);

/// <summary>Reads a log as OpenXES does, which miners are built on: every attribute by its element, a key's prefix by the extension that declares it, ids as
/// UUIDs, and of a date the digits behind the point as a number of milliseconds, however many they are.</summary>
internal static partial class OpenXes
{
    // What it knows without asking the network.
    private static readonly Dictionary<string, (string Name, string Uri)> Extensions = new()
    {
        ["concept"] = ("Concept", "http://www.xes-standard.org/concept.xesext"),
        ["time"] = ("Time", "http://www.xes-standard.org/time.xesext"),
        ["lifecycle"] = ("Lifecycle", "http://www.xes-standard.org/lifecycle.xesext"),
        ["org"] = ("Organizational", "http://www.xes-standard.org/org.xesext"),
        ["identity"] = ("Identity", "http://www.xes-standard.org/identity.xesext"),
    };

    private static readonly string[] Elements = ["string", "date", "int", "float", "boolean", "id"];

    /// <summary>The traces; it throws where it would find less than what is there.</summary>
    public static IReadOnlyList<XesTrace> Read(string text)
    {
        var log = XDocument.Parse(text).Root!;
        (log.Name.LocalName, (string?)log.Attribute("xes.version")).ShouldBe(("log", "1.0"));
        var declared = log.Elements("extension").ToDictionary(e => Said(e, "prefix"), e => (Said(e, "name"), Said(e, "uri")));
        declared.ShouldBe(Extensions, ignoreOrder: true);
        var globals = log.Elements("global").ToDictionary(g => Said(g, "scope"), Attributes);
        foreach (var classifier in log.Elements("classifier"))
        {
            Said(classifier, "keys").Split(' ').ShouldAllBe(key => globals["event"].ContainsKey(key));
        }

        Attributes(log).ContainsKey("concept:name").ShouldBeTrue();
        XesTrace[] traces =
        [
            .. log.Elements("trace").Select(t => new XesTrace(Attributes(t), [.. t.Elements("event").Select(Attributes)])),
        ];
        traces.ShouldAllBe(t => Has(t.Attributes, globals["trace"]) && t.Events.All(e => Has(e, globals["event"])));
        return traces;
    }

    private static bool Has(IReadOnlyDictionary<string, object> attributes, IReadOnlyDictionary<string, object> globals) =>
        globals.All(g => attributes.TryGetValue(g.Key, out var value) && value.GetType() == g.Value.GetType());

    private static IReadOnlyDictionary<string, object> Attributes(XElement of) =>
        of.Elements().Where(e => Elements.Contains(e.Name.LocalName)).ToDictionary(e => Key(Said(e, "key")), Value);

    private static string Key(string key)
    {
        if (key.Split(':') is [var prefix, _])
        {
            Extensions.ShouldContainKey(prefix);
        }

        return key;
    }

    private static object Value(XElement e)
    {
        var said = Said(e, "value");
        return e.Name.LocalName switch
        {
            "date" => Date(said),
            "int" => long.Parse(said, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
            "float" => double.Parse(said, CultureInfo.InvariantCulture),
            "boolean" => bool.Parse(said),
            "id" => Guid.ParseExact(said, "D"),
            _ => said,
        };
    }

    // yyyy-MM-dd'T'HH:mm:ss.SSSXXX, leniently: SSS takes all the digits there are, and counts them as milliseconds.
    private static DateTimeOffset Date(string said)
    {
        var parts = DateForm().Match(said);
        parts.Success.ShouldBeTrue(said);
        return DateTimeOffset
            .ParseExact(parts.Groups["to"].Value + parts.Groups["zone"].Value, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
            .AddMilliseconds(long.Parse(parts.Groups["fraction"].Value, CultureInfo.InvariantCulture));
    }

    private static string Said(XElement e, string attribute) => e.Attribute(attribute)!.Value;

    [GeneratedRegex(
        @"^(?<to>\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\.(?<fraction>\d+)(?<zone>[+-]\d{2}:\d{2})\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex DateForm();
}
