using System.Text.Json.Serialization;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.History.Conformance;

/// <summary>How a history stands to a rule.</summary>
public enum Verdict
{
    /// <summary>Every event that the rule speaks of keeps it.</summary>
    Kept,

    /// <summary>It was passed, and its breach is recorded and shown, or has its reason.</summary>
    Breached,

    /// <summary>It was passed, and nothing allows that.</summary>
    Broken,

    /// <summary>Nothing happened that it speaks of, or nobody asks for it.</summary>
    NotApplicable,

    /// <summary>It is asked for, and the history does not tell what it would take to judge.</summary>
    NotTold,
}

/// <summary>An event, by its service, its stream and its version there.</summary>
/// <param name="Service">The service that recorded it: engagement, session or reporting.</param>
/// <param name="Stream">The stream that it stands in; a person's under a name of the grant.</param>
/// <param name="Version">Its place in that stream, counted from 1.</param>
/// <param name="EventType">What happened, such as <c>session_closed</c>, whose schema is <c>session.session_closed</c>.</param>
public sealed record EventReference(string Service, Guid Stream, long Version, string EventType)
{
    /// <summary>The reference of an entry.</summary>
    public static EventReference Of(LedgerEntryRecorded e) => new(e.Source, e.Stream, e.Version, e.EventType);
}

/// <summary>Where a rule was passed; of a rule that is not told, where it may have been.</summary>
/// <param name="Where">The group, session, bilan, or other resource.</param>
/// <param name="What">What was found there, in figures and words of the field.</param>
/// <param name="Events">The events that show it.</param>
public sealed record Breach(Guid Where, string What, IReadOnlyList<EventReference> Events);

/// <summary>A rule, as the history stands to it.</summary>
/// <param name="Rule">Its name, as problems bear it; stable.</param>
/// <param name="Frame">The frame or protocol that asks for it, as it was pinned, or <c>always</c>.</param>
/// <param name="Source">The document it comes from.</param>
/// <param name="Says">What it asks, in a sentence.</param>
/// <param name="Verdict">How the history stands to it. One that is breached leaves the history conformant, one that is broken does not.</param>
/// <param name="By">The events that were judged.</param>
/// <param name="Breaches">Where it was passed, or may have been; empty where it was kept.</param>
/// <param name="Corrected">Whether something among them was put right since: then it is judged as it was put right.</param>
public sealed record Judgement(
    string Rule,
    string Frame,
    string Source,
    string Says,
    Verdict Verdict,
    IReadOnlyList<EventReference> By,
    IReadOnlyList<Breach> Breaches,
    bool Corrected
)
{
    // What puts right is named so, but for the declaration that is taken back.
    private static bool PutsRight(LedgeredEvent told) =>
        told.Entry.EventType.EndsWith("_corrected", StringComparison.Ordinal) || told.Is("independence_withdrawn");

    private static readonly Dictionary<string, FieldRule> Catalogue = FieldRules.All.ToDictionary(r => r.Name);

    /// <summary>A judgement of what was looked at.</summary>
    internal static Judgement Of(string rule, string frame, string source, IEnumerable<Check> checks)
    {
        var all = checks.ToList();
        var known = Catalogue[rule];
        var faults = all.Where(c => c.Fault is not null).ToList();
        var certain = faults.Where(c => c.IsTold).ToList();
        return new(
            rule,
            frame,
            source,
            known.Says,
            all.Count == 0 ? Verdict.NotApplicable
                : certain.Any(c => !c.Allowed) && !known.Recorded ? Verdict.Broken
                : certain.Count > 0 ? Verdict.Breached
                : all.All(c => c.IsTold) ? Verdict.Kept
                : Verdict.NotTold,
            [.. all.SelectMany(c => c.Events).Select(e => EventReference.Of(e.Entry)).Distinct()],
            [.. faults.Select(c => new Breach(c.Where, c.Fault!, [.. c.Events.Select(e => EventReference.Of(e.Entry))]))],
            all.SelectMany(c => c.Events).Any(PutsRight)
        );
    }

    /// <summary>A rule on which no event was judged.</summary>
    internal static Judgement Unseen(FieldRule rule, Verdict verdict, string frame) =>
        new(rule.Name, frame, rule.Source, rule.Says, verdict, [], [], false);
}

/// <summary>Something that was looked at: kept, or with what is wrong in it.</summary>
/// <param name="Events">What shows it; the last one is what is judged.</param>
/// <param name="Fault">What is wrong; null where it is kept.</param>
/// <param name="Allowed">Whether it is let pass, recorded or with a reason.</param>
internal sealed record Check(Guid Where, IReadOnlyList<LedgeredEvent> Events, string? Fault, bool Allowed = false)
{
    /// <summary>The moment whose frames judge it.</summary>
    public DateTimeOffset When { get; init; } = Events[^1].At;

    /// <summary>Whether the history tells what it takes to judge it.</summary>
    public bool IsTold { get; init; } = true;
}

/// <summary>How many rules stand how.</summary>
/// <param name="Kept">Every event that they speak of keeps them.</param>
/// <param name="Breached">Passed, and recorded or with a reason.</param>
/// <param name="Broken">Passed, and nothing allows that.</param>
/// <param name="NotTold">Asked for, and not to be judged by what is told.</param>
/// <param name="NotApplicable">Nothing happened that they speak of, or nobody asks for them.</param>
public sealed record VerdictCounts(int Kept, int Breached, int Broken, int NotTold, int NotApplicable)
{
    /// <summary>The counts.</summary>
    internal static VerdictCounts Of(IReadOnlyList<Judgement> rules)
    {
        int Count(Verdict verdict) => rules.Count(r => r.Verdict == verdict);
        return new(
            Count(Verdict.Kept),
            Count(Verdict.Breached),
            Count(Verdict.Broken),
            Count(Verdict.NotTold),
            Count(Verdict.NotApplicable)
        );
    }
}

/// <summary>A rule that no engagement's history can show kept or broken.</summary>
/// <param name="Rule">Its name, as problems bear it; stable.</param>
/// <param name="Judged">Who says whether it is kept: the table of who reads what (door), frozen releases (release), or where it is said (entry).</param>
public sealed record ElsewhereRule(string Rule, Judge Judged);

/// <summary>Whether a history kept to its frames and protocols.</summary>
/// <param name="Version">The version of the ledger that was judged.</param>
/// <param name="At">As it was recorded by then, where that was asked.</param>
/// <param name="OccurredBy">As it had happened by then, where that was asked.</param>
/// <param name="JudgedTo">Until when silence is judged, where the term or the engagement did not end before.</param>
/// <param name="Complete">Whether the ledger holds all that the services published of it.</param>
/// <param name="Gaps">What it lacks.</param>
/// <param name="Conformant">False where a rule is broken; null where something asked for is not told, something is lacking, or no session was held. Breaches that
/// are recorded are shown, and close nothing.</param>
/// <param name="Counts">How many of <c>rules</c> stand how.</param>
/// <param name="Frames">The frames it was judged by, as it pinned them: each fact by those of its time.</param>
/// <param name="Unknown">Pinned frames or protocols whose rules are nowhere to be read: nothing is said of them.</param>
/// <param name="Unasking">Pinned frames that ask for nothing beside their kind and audience: of these alone conformance says no more than that.</param>
/// <param name="Elsewhere">Rules that are judged elsewhere.</param>
/// <param name="Rules">Every rule that a history can show, once for each frame or protocol that asks for it; those that nobody asks for too.</param>
public sealed record ConformanceView(
    Guid Engagement,
    long Version,
    DateTimeOffset? At,
    DateTimeOffset? OccurredBy,
    DateTimeOffset JudgedTo,
    bool Complete,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] IReadOnlyList<LedgerHole> Gaps,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] bool? Conformant,
    VerdictCounts Counts,
    IReadOnlyList<string> Frames,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] IReadOnlyList<string> Unknown,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] IReadOnlyList<string> Unasking,
    IReadOnlyList<ElsewhereRule> Elsewhere,
    IReadOnlyList<Judgement> Rules
);
