using System.Globalization;
using System.Text.Json.Nodes;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Reporting.History.Conformance;

namespace PracticeAnalysis.Reporting.History.Ledger;

/// <summary>An entry of the ledger with its fact, read as JSON: what judges a history knows no type that wrote it.</summary>
internal sealed record LedgeredEvent(LedgerEntryRecorded Entry, JsonObject Fact)
{
    // The node that dates a fact and the database that records it have a clock each.
    internal static readonly TimeSpan ClocksDiffer = TimeSpan.FromSeconds(1);

    /// <summary>The stream.</summary>
    public Guid Stream => Entry.Stream;

    /// <summary>When it happened.</summary>
    public DateTimeOffset At => Entry.OccurredAt;

    /// <summary>Who did it; null where it was no person.</summary>
    public Guid? By => Entry.Actor.Split(':') is [_, var person] && Guid.TryParse(person, out var id) ? id : null;

    /// <summary>The fact of an entry.</summary>
    public static LedgeredEvent Of(LedgerEntryRecorded entry) => new(entry, JsonNode.Parse(entry.Redacted) as JsonObject ?? []);

    /// <summary>Whether it is this kind of event.</summary>
    public bool Is(string type) => Entry.EventType == type;

    /// <summary>A member that holds a word.</summary>
    public string? Word(string member) => Fact[member]?.GetValue<string>();

    /// <summary>A member that holds an id.</summary>
    public Guid? Id(string member) => Guid.TryParse(Word(member), out var id) ? id : null;

    /// <summary>A member that holds ids.</summary>
    public IReadOnlyList<Guid> Ids(string member) => [.. (Fact[member] as JsonArray ?? []).Select(i => Guid.Parse(i!.GetValue<string>()))];

    /// <summary>A member that holds true or false; false where it is absent.</summary>
    public bool Flag(string member) => Fact[member]?.GetValue<bool>() ?? false;

    /// <summary>A member that holds a number.</summary>
    public int? Number(string member) => Fact[member]?.GetValue<int>();

    /// <summary>A member that holds an instant.</summary>
    public DateTimeOffset? Moment(string member) =>
        DateTimeOffset.TryParse(Word(member), CultureInfo.InvariantCulture, out var moment) ? moment : null;

    /// <summary>A member that holds a day.</summary>
    public DateOnly? Day(string member) => DateOnly.TryParse(Word(member), CultureInfo.InvariantCulture, out var day) ? day : null;

    /// <summary>Whether it had happened by then: the nodes that date facts have a clock each.</summary>
    public bool HadHappened(DateTimeOffset by) => At <= by + ClocksDiffer;
}
