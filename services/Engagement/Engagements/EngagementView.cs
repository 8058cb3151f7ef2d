using PracticeAnalysis.Engagement.Corrections;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>An engagement as the API shows it: no person but the facilitator; members read the charter's text alone.</summary>
/// <param name="FacilitatorAwaited">Whether <c>facilitator</c> has still to accept the charter of an engagement that runs: until then nobody leads its groups.</param>
/// <param name="Findings">Theirs alone who facilitated when they were recorded: for others there is none, and what was restituted is <c>summary</c>.</param>
/// <param name="Protagonists">What they ask and what is at stake for them is theirs alone who facilitated then. That they were heard, and in which
/// capacity, is seen by the practice, and by the others once the diagnosis is restituted or a process is proposed.</param>
/// <param name="Corrections">What was entered wrongly and put right. Establishments are the practice's to know, as <c>spans</c> is: an establishment reads
/// there its own id alone, and nothing where the engagement was for several. Of <c>authorityOver</c> neither says over whom.</param>
/// <param name="ExternalityBreaches">Which establishment employs the facilitator since it took the place of another one; for the practice and the facilitator.</param>
/// <param name="Correctable">What may be put right as it stands, and by whom. What was agreed is not: dispositif, rate and term are proposed anew.</param>
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
    DispositifView? Dispositif,
    IReadOnlyList<Breach> Breaches,
    CharterView? Charter,
    IReadOnlyList<EngagedGroupView> Groups,
    DateTimeOffset? ActivatedAt,
    string? Reason,
    Course Course,
    IReadOnlyList<Guid> Spans,
    string? Process,
    bool Committed,
    DateTimeOffset? Until,
    bool EndsEarly,
    IReadOnlyList<DueBilan> Due,
    IReadOnlyList<FrequencyBreach> FrequencyBreaches,
    IReadOnlyList<SizeBreach> SizeBreaches,
    int? AttendancePercent,
    IReadOnlyList<Measured> Measures,
    IReadOnlyList<ProposalView> Proposals,
    IReadOnlyList<AcceptedTermsView> Accepted,
    bool FacilitatorAwaited,
    IReadOnlyList<CorrectionView> Corrections,
    IReadOnlyList<Correctable> Correctable,
    IReadOnlyList<ExternalityBreach> ExternalityBreaches
) : ShowsTexts
{
    /// <summary>The texts it shows.</summary>
    public static IEnumerable<Sealed> Texts(Engagement e) =>
        e
            .Findings.Select(f => f.Text)
            .Concat(e.Protagonists.SelectMany(p => new[] { p.Asks, p.Stakes }).OfType<Sealed>())
            .Concat(
                e.Proposals.SelectMany(p => new[] { p.Reason, p.Dispositif?.RateReason })
                    .Concat(e.Accepted.SelectMany(a => new[] { a.ShownBy, a.ContestReason }))
                    .OfType<Sealed>()
            )
            .Concat(new[] { e.Summary, e.Charter?.Text, e.Reason, e.Process, e.Dispositif?.RateReason }.OfType<Sealed>());

    /// <summary>How it is shown to this reader.</summary>
    public static EngagementView Of(Engagement e, Actor reader, TextOpener opener)
    {
        string? Open(Sealed? text, string member) => reader.Is(Roles.Member) ? null : opener.Open(text, member);

        // What is confided in a diagnosis was confided to a person: the others, and who facilitates later, read what is given back of it (S3).
        bool IsTo(Guid? to) => reader.Is(Roles.Facilitator) && (to is null || to == reader.Person);
        string? Confided(Guid? to, Sealed? text, string member) => IsTo(to) ? opener.Open(text, member) : null;

        // Which establishments an engagement spans is the practice's to know: each of them sees itself and no other.
        var own = reader.Is(Roles.Establishment) ? reader.Establishment : null;

        string? Told(Guid? house) => own is null || house == own ? house?.ToString() : null;

        // What was given back to the establishment of before is not its successor's to read.
        var isHandedOver = own is not null && e.Handovers.Any(h => h.Successor == own && h.IsGivenBack);
        string? GivenBack(Sealed? text, string member) => isHandedOver ? null : Open(text, member);
        return new(
            e.Id,
            e.Version,
            e.State,
            e.Request,
            own ?? e.Establishment,
            e.Kind,
            e.Facilitator,
            [.. e.Findings.Where(f => IsTo(f.To)).Select(f => new FindingView(f.Id, Confided(f.To, f.Text, SealedAs.Finding), f.Level))],
            reader.Is(Roles.Facilitator) || reader.Is(Roles.Practice) || e.IsGivenBack
                ?
                [
                    .. e.Protagonists.Select(p => new ProtagonistView(
                        p.Id,
                        p.Capacity,
                        Confided(p.To, p.Asks, SealedAs.Asks),
                        Confided(p.To, p.Stakes, SealedAs.Stakes),
                        p.Validated
                    )),
                ]
                : [],
            GivenBack(e.Summary, SealedAs.Summary),
            e.Dispositif is { } d ? DispositifView.Of(d, Open(d.RateReason, SealedAs.RateReason)) : null,
            e.Breaches,
            e.Charter is { } c
                ? new(
                    opener.Open(c.Text, SealedAs.CharterText),
                    c.Outward,
                    c.Number,
                    c.Catalogue,
                    c.Clauses ?? [],
                    c.TextHash,
                    c.AcceptedBy.Count,
                    e.AcceptancesMissing(),
                    c.AcceptedBy.Contains(reader.Person),
                    c.Ratified
                )
                : null,
            [.. e.Groups.Select(g => new EngagedGroupView(g.Group, e.Members.Count(m => m.Group == g.Group), g.Sealed))],
            e.ActivatedAt,
            Open(e.Reason, SealedAs.EngagementReason),
            // What broke the frame is the practice's to care for; it is on no list of what leaves (S3).
            reader.Is(Roles.Practice) || reader.Is(Roles.Facilitator)
                ? e.Course.InOrder()
                : e.Course with
                {
                    Incidents = null,
                },
            [.. e.Spans.Where(s => own is null || s == own)],
            GivenBack(e.Process, SealedAs.Process),
            e.IsCommitted,
            e.Until,
            e.EndsEarly,
            e.Due,
            e.FrequencyBreaches,
            e.SizeBreaches,
            Attendance.Percent(e, reader),
            isHandedOver ? [] : e.Measures,
            [
                .. e.Proposals.Select(p => new ProposalView(
                    p.Id,
                    p.Dispositif is { } proposed ? DispositifView.Of(proposed, Open(proposed.RateReason, SealedAs.RateReason)) : null,
                    Open(p.Reason, SealedAs.EngagementReason),
                    p.RateFrom,
                    p.Months
                )),
            ],
            [
                .. e.Accepted.Select(a =>
                {
                    var isTold = own is null || a.Establishment is null || a.Establishment == own;
                    return new AcceptedTermsView(
                        a.What,
                        a.At,
                        isTold ? Open(a.ShownBy, SealedAs.AcceptanceShownBy) : null,
                        a.Proposal,
                        a.ContestedAt is null ? a.ContestableUntil : null,
                        a.ContestedAt,
                        isTold ? Open(a.ContestReason, SealedAs.EngagementReason) : null,
                        isTold ? a.Establishment : null
                    );
                }),
            ],
            e.AwaitsFacilitator,
            [
                .. e
                    .Corrections.Where(c => own is null || c.From is null || c.IsAlone)
                    .Select(c => new CorrectionView(c.Field, Told(c.From), Told(c.To), c.Reason, c.At)),
            ],
            [.. CorrectEngagement.Open(e).Select(field => new Correctable(field, [Roles.Practice]))],
            reader.Is(Roles.Practice) || reader.Is(Roles.Facilitator) ? e.ExternalityBreaches : []
        );
    }
}

/// <summary>What the practice proposed and who pays has not accepted; <see cref="Proposal" /> says what its members mean.</summary>
public sealed record ProposalView(Guid Id, DispositifView? Dispositif, string? Reason, DateTimeOffset? RateFrom, int? Months);

/// <summary>What who pays accepted, when, and what shows it where the practice recorded it.</summary>
/// <param name="Proposal">The proposal that was accepted; null of the dispositif itself.</param>
/// <param name="ContestableUntil">Until when who pays may contest what the practice recorded, whatever was accepted since; null where they accepted it by a token of
/// their own, or contested it.</param>
/// <param name="ContestedAt">When they did: it never bound them.</param>
/// <param name="ContestReason">Why they did.</param>
/// <param name="Establishment">The one that paid then and accepted it; an establishment is told of itself alone.</param>
public sealed record AcceptedTermsView(
    Accepted What,
    DateTimeOffset At,
    string? ShownBy,
    Guid? Proposal,
    DateTimeOffset? ContestableUntil,
    DateTimeOffset? ContestedAt,
    string? ContestReason,
    Guid? Establishment
);

/// <summary>Presence as a rate (S3).</summary>
internal static class Attendance
{
    /// <summary>The rate: the group's own. Outside of the group presence is in releases alone: who asks after each session would have that session's.</summary>
    public static int? Percent(Engagement e, Actor reader) =>
        (reader.Is(Roles.Member) || (reader.Is(Roles.Facilitator) && !e.AwaitsFacilitator))
        && e.Held.Sum(h => h.Enrolled) is > 0 and var expected
            ? 100 * e.Held.Sum(h => h.Present.Count) / expected
            : null;
}

/// <summary>A finding as the facilitator sees it.</summary>
public sealed record FindingView(Guid Id, string? Text, FindingLevel Level);

/// <summary>A protagonist as the API shows them; what they ask and what is at stake for them, to the facilitator alone.</summary>
public sealed record ProtagonistView(Guid Id, Capacity Capacity, string? Asks, string? Stakes, bool Validated);

/// <summary>A dispositif as the API shows it; <see cref="Dispositif" /> says what its members mean.</summary>
public sealed record DispositifView(
    Kind Kind,
    Audience Audience,
    IReadOnlyList<Pin> Frames,
    Pin Protocol,
    int SessionMinutes,
    int TermMonths,
    int SessionsPlanned,
    int RateCents,
    int? IntervalDays,
    int GroupMinimum,
    int GroupMaximum,
    int? BilanMonths,
    string? RateReason,
    int? AnswerDays
)
{
    /// <summary>How it is shown.</summary>
    public static DispositifView Of(Dispositif d, string? rateReason) =>
        new(
            d.Kind,
            d.Audience,
            d.Frames,
            d.Protocol,
            d.SessionMinutes,
            d.TermMonths,
            d.SessionsPlanned,
            d.RateCents,
            d.IntervalDays,
            d.GroupMinimum,
            d.GroupMaximum,
            d.BilanMonths,
            rateReason,
            d.AnswerDays
        );
}

/// <summary>The charter as the API shows it: its exact text's hash, how many accepted it and how many are missing, and whether the reader did.</summary>
public sealed record CharterView(
    string? Text,
    IReadOnlyList<OutwardItem> Outward,
    int Number,
    int? Catalogue,
    IReadOnlyList<string> Clauses,
    string? TextHash,
    int Accepted,
    int Missing,
    bool AcceptedByYou,
    bool Ratified
);

/// <summary>A group as its engagement shows it.</summary>
public sealed record EngagedGroupView(Guid Group, int Members, bool Sealed);
