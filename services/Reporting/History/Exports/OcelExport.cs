using System.Globalization;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.History.Ledger;
using PracticeAnalysis.Reporting.History.Replay;

namespace PracticeAnalysis.Reporting.History.Exports;

/// <summary>OCEL 2.0 JSON: events, and the objects they are about: the streams, what they name, and persons under the grant's names.</summary>
public static class OcelExport
{
    private const string Person = "person";
    private static readonly string[] EventAttributes = ["service", "sequence", "version", "clock", "recordedAt", "arrivedAt", "hash"];

    // What these members name is said by the stream of that id; where none is in this history they name something outside it.
    private static readonly HashSet<string> AnyStream =
    [
        "access",
        "at",
        "following",
        "from",
        "grant",
        "id",
        "of",
        "previous",
        "register",
        "stream",
        "subject",
    ];

    /// <summary>Writes it: types and objects first, then the events in causal order.</summary>
    public static async Task Write(Stream to, Exported histories, CancellationToken cancel)
    {
        var eventTypes = new SortedSet<string>(StringComparer.Ordinal);
        var objects = new SortedDictionary<Guid, string>();
        await foreach (var entry in histories.All(cancel))
        {
            eventTypes.Add(entry.EventType);
            objects[entry.Stream] = entry.StreamType;
        }

        var streams = objects.Keys.ToHashSet();
        await foreach (var entry in histories.All(cancel))
        {
            foreach (var (member, id) in About(entry, streams))
            {
                objects.TryAdd(id, TypeOf(member));
            }
        }

        await using var output = new JsonOutput(to);
        var json = output.Json;
        json.WriteStartObject();
        Types("eventTypes", eventTypes, EventAttributes);
        Types("objectTypes", new SortedSet<string>(objects.Values, StringComparer.Ordinal), []);
        json.WriteStartArray("objects");
        foreach (var (id, type) in objects)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("type", type);
            json.WriteEndObject();
            await output.Send(cancel);
        }

        json.WriteEndArray();
        json.WriteStartArray("events");
        await foreach (var entry in histories.All(cancel))
        {
            json.WriteStartObject();
            json.WriteString("id", $"{entry.Source}-{entry.Sequence}");
            json.WriteString("type", entry.EventType);
            json.WriteString("time", entry.OccurredAt);
            json.WriteStartArray("attributes");
            foreach (var (name, value) in EventAttributes.Zip(Values(entry)))
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteString("value", value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("relationships");
            foreach (var (qualifier, id) in About(entry, streams).Prepend(("of", entry.Stream)).Distinct())
            {
                json.WriteStartObject();
                json.WriteString("objectId", id);
                json.WriteString("qualifier", qualifier);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            await output.Send(cancel);
        }

        json.WriteEndArray();
        json.WriteEndObject();

        void Types(string member, IEnumerable<string> names, IReadOnlyList<string> attributes)
        {
            json.WriteStartArray(member);
            foreach (var name in names)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteStartArray("attributes");
                foreach (var attribute in attributes)
                {
                    json.WriteStartObject();
                    json.WriteString("name", attribute);
                    json.WriteString("type", "string");
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    // What an event is about beside its own stream: what its fact names, and who did it.
    private static IEnumerable<(string Qualifier, Guid Id)> About(HistoryEntry entry, HashSet<Guid> streams)
    {
        foreach (var (member, id) in PayloadIds.In(entry.Redacted))
        {
            if (!AnyStream.Contains(member) || streams.Contains(id))
            {
                yield return (member, id);
            }
        }

        if (entry.Actor.Split(':') is [var role, var person] && Guid.TryParse(person, out var by))
        {
            yield return ($"by-{role}", by);
        }
    }

    private static string TypeOf(string member) => PersonIds.Things.Contains(member) ? member.TrimEnd('s') : Person;

    private static string[] Values(HistoryEntry e) =>
        [
            e.Source,
            e.Sequence.ToString(CultureInfo.InvariantCulture),
            e.Version.ToString(CultureInfo.InvariantCulture),
            e.Clock,
            e.RecordedAt.ToString("O", CultureInfo.InvariantCulture),
            e.ArrivedAt.ToString("O", CultureInfo.InvariantCulture),
            e.Hash,
        ];
}
