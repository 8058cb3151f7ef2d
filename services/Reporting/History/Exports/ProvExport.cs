using System.Text.Json;
using PracticeAnalysis.Reporting.History.Ledger;
using PracticeAnalysis.Reporting.History.Replay;

namespace PracticeAnalysis.Reporting.History.Exports;

/// <summary>W3C PROV-JSON: each event is an activity, done by an agent, that made a version of its stream out of the one before.</summary>
public static class ProvExport
{
    private const string Prefix = "pa";

    /// <summary>Writes it, one kind of statement after the other.</summary>
    public static async Task Write(Stream to, Exported histories, CancellationToken cancel)
    {
        await using var output = new JsonOutput(to);
        var json = output.Json;
        json.WriteStartObject();
        json.WriteStartObject("prefix");
        json.WriteString(Prefix, "urn:practice-analysis:");
        json.WriteEndObject();

        await Each("entity", e => (Version(e, e.Version), [("pa:type", e.StreamType), ("pa:hash", e.Hash)]));
        await Each(
            "activity",
            e =>
                (
                    Activity(e),
                    [
                        ("prov:startTime", Time(e.OccurredAt)),
                        ("prov:endTime", Time(e.OccurredAt)),
                        ("prov:type", e.EventType),
                        ("pa:recordedAt", Time(e.RecordedAt)),
                        ("pa:clock", e.Clock),
                    ]
                )
        );
        var agents = new HashSet<string>(StringComparer.Ordinal);
        await Each("agent", e => agents.Add(Agent(e)) ? (Agent(e), [("pa:role", e.Actor.Split(':')[0])]) : null);
        await Each(
            "wasGeneratedBy",
            e =>
                (
                    $"_:g-{Key(e)}",
                    [("prov:entity", Version(e, e.Version)), ("prov:activity", Activity(e)), ("prov:time", Time(e.OccurredAt))]
                )
        );
        await Each(
            "wasDerivedFrom",
            e =>
                e.Version == 1
                    ? null
                    : ($"_:d-{Key(e)}", [("prov:generatedEntity", Version(e, e.Version)), ("prov:usedEntity", Version(e, e.Version - 1))])
        );
        await Each("wasAssociatedWith", e => ($"_:a-{Key(e)}", [("prov:activity", Activity(e)), ("prov:agent", Agent(e))]));
        json.WriteEndObject();

        async Task Each(string statement, Func<HistoryEntry, (string Id, (string Name, string Value)[] Members)?> of)
        {
            json.WriteStartObject(statement);
            await foreach (var entry in histories.All(cancel))
            {
                if (of(entry) is { } said)
                {
                    json.WriteStartObject(said.Id);
                    foreach (var (name, value) in said.Members)
                    {
                        json.WriteString(name, value);
                    }

                    json.WriteEndObject();
                    await output.Send(cancel);
                }
            }

            json.WriteEndObject();
        }
    }

    private static string Key(HistoryEntry e) => $"{e.Source}-{e.Sequence}";

    private static string Activity(HistoryEntry e) => $"{Prefix}:event-{Key(e)}";

    private static string Agent(HistoryEntry e) => $"{Prefix}:agent-{e.Actor.Replace(':', '-')}";

    // Two services may keep a stream under one id, each with versions of its own.
    private static string Version(HistoryEntry e, long version) => $"{Prefix}:{e.Source}-{e.StreamType}-{e.Stream}-v{version}";

    private static string Time(DateTimeOffset at) => JsonSerializer.Serialize(at).Trim('"');
}
