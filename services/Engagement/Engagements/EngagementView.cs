using PracticeAnalysis.Engagement.Charters;
using PracticeAnalysis.Engagement.Diagnosis;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Texts;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>An engagement as the API shows it: no person but the facilitator; members read the charter's text alone.</summary>
public sealed record EngagementView(
    Guid Id,
    long Version,
    EngagementState State,
    Guid Request,
    Guid Establishment,
    Kind Kind,
    Guid? Facilitator,
    IReadOnlyList<FindingView> Findings,
    IReadOnlyList<ProtagonistView> Protagonists,
    string? Summary,
    Dispositif? Dispositif,
    IReadOnlyList<Breach> Breaches,
    CharterView? Charter,
    IReadOnlyList<EngagedGroupView> Groups,
    DateTimeOffset? ActivatedAt,
    string? Reason,
    Course Course
)
{
    internal const string ReasonMember = "Engagement.Reason";

    /// <summary>The texts it shows.</summary>
    public static IEnumerable<Sealed> Texts(Engagement e) =>
        e
            .Findings.Select(f => f.Text)
            .Concat(e.Protagonists.Select(p => p.Asks).OfType<Sealed>())
            .Concat(new[] { e.Summary, e.Charter?.Text, e.Reason }.OfType<Sealed>());

    /// <summary>How it is shown to this reader.</summary>
    public static EngagementView Of(Engagement e, Actor reader, TextOpener opener)
    {
        string? Open(Sealed? text, string member) => reader.Is(Roles.Member) ? null : opener.Open(text, member);
        return new(
            e.Id,
            e.Version,
            e.State,
            e.Request,
            e.Establishment,
            e.Kind,
            e.Facilitator,
            [.. e.Findings.Select(f => new FindingView(f.Id, Open(f.Text, RecordFinding.TextMember), f.Level))],
            [.. e.Protagonists.Select(p => new ProtagonistView(p.Id, p.Capacity, Open(p.Asks, HearProtagonist.AsksMember)))],
            Open(e.Summary, RestituteDiagnosis.SummaryMember),
            e.Dispositif,
            e.Breaches,
            e.Charter is { } c
                ? new(
                    opener.Open(c.Text, ProposeCharter.TextMember),
                    c.Outward,
                    c.AcceptedBy.Count,
                    e.AcceptancesMissing(),
                    c.AcceptedBy.Contains(reader.Person),
                    c.Ratified
                )
                : null,
            [.. e.Groups.Select(g => new EngagedGroupView(g.Group, e.Members.Count(m => m.Group == g.Group), g.Sealed))],
            e.ActivatedAt,
            Open(e.Reason, ReasonMember),
            e.Course
        );
    }
}

/// <summary>A finding as the API shows it.</summary>
public sealed record FindingView(Guid Id, string? Text, FindingLevel Level);

/// <summary>A protagonist as the API shows them.</summary>
public sealed record ProtagonistView(Guid Id, Capacity Capacity, string? Asks);

/// <summary>The charter as the API shows it: how many accepted it and how many are missing, and whether the reader did.</summary>
public sealed record CharterView(
    string? Text,
    IReadOnlyList<OutwardItem> Outward,
    int Accepted,
    int Missing,
    bool AcceptedByYou,
    bool Ratified
);

/// <summary>A group as its engagement shows it.</summary>
public sealed record EngagedGroupView(Guid Group, int Members, bool Sealed);
