using System.Text.Json.Serialization;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Ledger.V1;

namespace PracticeAnalysis.Reporting.Conformance;

/// <summary>How a history stands to a rule.</summary>
public enum Verdict
{
    /// <summary>Every event that the rule speaks of keeps it.</summary>
    Kept,

    /// <summary>It was passed, and the rule is one whose breach is recorded and shown, never refused.</summary>
    Breached,

    /// <summary>It was passed, and nothing allows that.</summary>
    Broken,

    /// <summary>Nothing happened that it speaks of, or the frame does not ask for it.</summary>
    NotApplicable,

    /// <summary>The history does not tell what it would take to judge.</summary>
    NotTold,
}

/// <summary>An event, by its service, its stream and its version there.</summary>
public sealed record EventReference(string Service, Guid Stream, long Version, string EventType)
{
    /// <summary>The reference of an entry.</summary>
    public static EventReference Of(LedgerEntryRecorded e) => new(e.Source, e.Stream, e.Version, e.EventType);
}

/// <summary>Where a rule was passed.</summary>
/// <param name="Where">The group, session, bilan, or other resource.</param>
/// <param name="What">What was found there, in figures and words of the field.</param>
/// <param name="Events">The events that show it.</param>
public sealed record Breach(Guid Where, string What, IReadOnlyList<EventReference> Events);

/// <summary>A rule, as the history stands to it.</summary>
/// <param name="Frame">The frame or protocol that asks for it, as it was pinned, or <c>always</c>.</param>
/// <param name="Source">The document it comes from.</param>
/// <param name="By">The events that were judged.</param>
public sealed record Judgement(
    string Rule,
    string Frame,
    string Source,
    string Says,
    Verdict Verdict,
    IReadOnlyList<EventReference> By,
    IReadOnlyList<Breach> Breaches
)
{
    private static readonly Dictionary<string, FieldRule> Catalogue = FieldRules.All.ToDictionary(r => r.Name);

    /// <summary>A judgement of what was looked at.</summary>
    internal static Judgement Of(string rule, string frame, string source, IEnumerable<Check> checks)
    {
        var all = checks.ToList();
        var known = Catalogue[rule];
        List<Breach> breaches =
        [
            .. all.Where(c => c.Fault is not null)
                .Select(c => new Breach(c.Where, c.Fault!, [.. c.Events.Select(e => EventReference.Of(e.Entry))])),
        ];
        return new(
            rule,
            frame,
            source,
            known.Says,
            all.Count == 0 ? Verdict.NotApplicable
                : breaches.Count == 0 ? Verdict.Kept
                : known.Recorded || all.Where(c => c.Fault is not null).All(c => c.Allowed) ? Verdict.Breached
                : Verdict.Broken,
            [.. all.SelectMany(c => c.Events).Select(e => EventReference.Of(e.Entry)).Distinct()],
            breaches
        );
    }

    /// <summary>A rule of which the history says nothing.</summary>
    internal static Judgement Untold(FieldRule rule) => new(rule.Name, rule.Where, rule.Source, rule.Says, Verdict.NotTold, [], []);
}

/// <summary>Something that was looked at: kept, or with what is wrong in it.</summary>
/// <param name="Fault">What is wrong; null where it is kept.</param>
/// <param name="Allowed">Whether the frame lets it pass with a reason, recorded.</param>
internal sealed record Check(Guid Where, IReadOnlyList<Told> Events, string? Fault, bool Allowed = false);

/// <summary>Whether a history kept to its frames and protocols.</summary>
/// <param name="Version">The version of the ledger that was judged.</param>
/// <param name="Conformant">No rule is broken; breaches that are recorded are shown, and close nothing.</param>
/// <param name="Frames">The frames it was judged by, as it pinned them.</param>
/// <param name="Unknown">Pinned frames or protocols whose rules are nowhere to be read: nothing is said of them.</param>
public sealed record ConformanceView(
    Guid Engagement,
    long Version,
    bool Conformant,
    IReadOnlyList<string> Frames,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] IReadOnlyList<string> Unknown,
    IReadOnlyList<Judgement> Rules
);
