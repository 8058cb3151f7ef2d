using System.Text.Json;

namespace PracticeAnalysis.Verifier;

/// <summary>Holds the history of engagements, as their auditor reads it, against the entries that the tree binds: each place once, each entry told, and told
/// as it is. Persons have other names in it.</summary>
internal sealed class HistoryCheck(Findings findings)
{
    private const int CommitmentLength = 64;
    private const int IdLength = 36;
    private static readonly string[] Plain =
    [
        "source",
        "sequence",
        "subject",
        "streamType",
        "version",
        "eventType",
        "clock",
        "occurredAt",
        "recordedAt",
        "hash",
    ];

    private readonly Dictionary<(string Subject, long Position), (long Number, JsonElement Line)> _lines = [];

    // The first place of each engagement whose entry the ledger shows.
    private readonly Dictionary<string, long?> _subjects = new(StringComparer.Ordinal);

    /// <summary>How many lines it has.</summary>
    public long Count { get; private set; }

    /// <summary>How many lines tell of entries of before there were commitments.</summary>
    public long Before { get; private set; }

    /// <summary>Reads a line of it.</summary>
    public void Read(long number, byte[] text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var line = json.RootElement;
            var (subject, position) = (line.GetProperty("subject").Text(), line.GetProperty("position").GetInt64());
            Count++;
            _subjects.TryAdd(subject, null);
            if (!_lines.TryAdd((subject, position), (number, line.Clone())))
            {
                findings.Add("history", $"line {number} has a place that another has");
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            findings.Add("history", $"line {number} is no entry");
        }
    }

    /// <summary>Takes an entry of the ledger.</summary>
    public void Take(string ledger, long version, JsonElement at, JsonElement entry)
    {
        if (!_subjects.TryGetValue(ledger, out var first))
        {
            return;
        }

        _subjects[ledger] = Math.Min(first ?? version, version);
        if (!_lines.Remove((ledger, version), out var told))
        {
            findings.Add("history", $"entry {version} of {ledger} is not in it");
        }
        else if (!Agrees(told.Line, at, entry))
        {
            findings.Add("history", $"line {told.Number} says something else than the ledger");
        }
    }

    /// <summary>What is left may be told of entries of before there were commitments, which come as leaves alone, before all others.</summary>
    public void Close(long before)
    {
        var left = _lines
            .Where(l => before == 0 || l.Key.Position >= (_subjects[l.Key.Subject] ?? long.MaxValue))
            .Select(l => l.Value.Number)
            .ToList();
        foreach (var number in left)
        {
            findings.Add("history", $"line {number} has no entry in the ledger");
        }

        if (left.Count == 0 && _lines.Count > before)
        {
            findings.Add("history", "it has more entries of before than the ledger");
        }

        Before = _lines.Count - left.Count;
    }

    private static bool Agrees(JsonElement line, JsonElement at, JsonElement entry)
    {
        if (
            !Plain.All(name => Tells(Member(line, name), Member(entry, name)))
            || Member(line, "arrivedAt") is not { ValueKind: JsonValueKind.String } arrived
            || at.ValueKind != JsonValueKind.String
            || arrived.Text() != at.Text().TrimEnd('Z').TrimEnd('0').TrimEnd('.') + "+00:00"
        )
        {
            return false;
        }

        // Without commitments it has persons' ids, by a court's order; the history has other names.
        if (Member(entry, "entryVersion") is null)
        {
            return true;
        }

        var (stream, actor) = (entry.GetProperty("stream").Text(), entry.GetProperty("actor").Text());
        var role = actor[..Math.Max(0, actor.Length - CommitmentLength)];
        return (IsCommitment(stream) || Text(line, "stream") == stream)
            && (IsCommitment(actor[role.Length..]) ? IsOf(role, Text(line, "actor")) : Text(line, "actor") == actor)
            && TellsFact(Text(line, "redacted"), entry.GetProperty("redacted").Text());
    }

    private static bool TellsFact(string? told, string entry)
    {
        using var own = JsonDocument.Parse(entry);
        try
        {
            using var other = JsonDocument.Parse(told ?? string.Empty);
            return Tells(other.RootElement, own.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Member for member the same, but that a person's other name stands for a commitment.
    private static bool Tells(JsonElement? told, JsonElement? entry) =>
        (told, entry) switch
        {
            (null, null) => true,
            ({ ValueKind: var kind }, { ValueKind: JsonValueKind.Object } own) when IsPerson(own) => kind == JsonValueKind.String,
            ({ } one, { } own) when one.ValueKind != own.ValueKind => false,
            ({ ValueKind: JsonValueKind.Object } one, { } own) => one.EnumerateObject()
                .Select(m => m.Name)
                .SequenceEqual(own.EnumerateObject().Select(m => m.Name))
                && one.EnumerateObject().Zip(own.EnumerateObject()).All(m => Tells(m.First.Value, m.Second.Value)),
            ({ ValueKind: JsonValueKind.Array } one, { } own) => one.GetArrayLength() == own.GetArrayLength()
                && one.EnumerateArray().Zip(own.EnumerateArray()).All(i => Tells(i.First, i.Second)),
            ({ ValueKind: JsonValueKind.String } one, { } own) => one.GetString() == own.GetString(),
            ({ } one, { } own) => one.GetRawText() == own.GetRawText(),
            _ => false,
        };

    private static bool IsPerson(JsonElement value) => value.EnumerateObject().Select(m => m.Name).SequenceEqual(["committed"]);

    private static bool IsCommitment(string text) => text.Length == CommitmentLength && text.All(char.IsAsciiHexDigitLower);

    private static bool IsOf(string role, string? actor) =>
        actor?.StartsWith(role, StringComparison.Ordinal) == true && actor.Length == role.Length + IdLength;

    private static string? Text(JsonElement line, string name) =>
        Member(line, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static JsonElement? Member(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value : null;
}
