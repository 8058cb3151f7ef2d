using PracticeAnalysis.Engagement.Corrections;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>An engagement as the API shows it: no person but the facilitator; members read the charter's text alone.</summary>
/// <param name="State">Where it is; it goes back out of a suspension, and to its design where the payer's agreement falls.</param>
/// <param name="Request">The request that it came of, which had reserved its id.</param>
/// <param name="Establishment">The one that pays; an establishment of <c>spans</c> reads its own id in its place.</param>
/// <param name="Kind">Its nature: as the request was qualified, or as a person redirected it since (S2, S3).</param>
/// <param name="Facilitator">Opaque id of who is assigned, whether or not they lead yet; null before anybody is.</param>
/// <param name="Findings">Theirs alone who facilitated when they were recorded: for others there is none, and what was restituted is <c>summary</c>.</param>
/// <param name="Protagonists">What they ask and what is at stake for them is theirs alone who facilitated then. That they were heard, and in which
/// capacity, is seen by the practice, and by the others once the diagnosis is restituted or a process is proposed.</param>
/// <param name="Summary">What was given back of the diagnosis; null before, for members, and for an establishment in another's place since.</param>
/// <param name="Dispositif">As it was proposed or revised; once agreed, as it stands since. Null before one is proposed.</param>
/// <param name="Breaches">What the dispositif passes of its frames' interval, frequency, minimum term, or rate with a reason; it was not refused.</param>
/// <param name="Charter">The one proposed last, ratified or not; null before there is one.</param>
/// <param name="Groups">Its groups, without those that were dissolved.</param>
/// <param name="ActivatedAt">When it became active, as that was dated; null before.</param>
/// <param name="Reason">Why it was suspended, ends early or was abandoned, whichever came last; null for members.</param>
/// <param name="Course">What Session and Reporting told of it so far, in counts and codes.</param>
/// <param name="Spans">The establishments that it is for beside the one that pays; an establishment reads no other than itself here.</param>
/// <param name="Process">The support process to validate (S3, regulation); null before, for members, and for an establishment in another's place since.</param>
/// <param name="Committed">Whether those who lead the establishment that pays signed their commitment (S3).</param>
/// <param name="Until">When its term ends, as renewed and amended; null before it is active.</param>
/// <param name="EndsEarly">Whether it was said to end before its term: no session is scheduled or opened after that.</param>
/// <param name="Due">The bilans that fell due so far, whether or not they were agreed since (S2).</param>
/// <param name="FrequencyBreaches">Months with fewer or more sessions than the frames ask for: recorded, and nothing is closed by it (S3, S4).</param>
/// <param name="SizeBreaches">Sealed groups that fell under their fewest members: recorded, and they go on (S1, S2, S3).</param>
/// <param name="AttendancePercent">Presences in percent of those expected, rounded down; null before a session is held, and for all but members and who
/// leads.</param>
/// <param name="Measures">Where the group stood at the diagnosis; empty where not said, and for an establishment in another's place since.</param>
/// <param name="Proposals">What the practice proposed and who pays has not accepted: one amendment and one renewal at most.</param>
/// <param name="Accepted">What who pays accepted, the first one first, with what they contested since.</param>
/// <param name="FacilitatorAwaited">Whether <c>facilitator</c> has still to accept the charter of an engagement that runs: until then nobody leads its groups.</param>
/// <param name="Corrections">What was entered wrongly and put right. Establishments are the practice's to know, as <c>spans</c> is: an establishment reads
/// there its own id alone, and nothing where the engagement was for several. Of <c>authorityOver</c> neither says over whom.</param>
/// <param name="Correctable">What may be put right as it stands, and by whom. What was agreed is not: dispositif, rate and term are proposed anew.</param>
/// <param name="ExternalityBreaches">Which establishment employs the facilitator since it took the place of another one; for the practice and the facilitator.</param>
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
                        a.ContestedAt is null && a.IsOf(e.Establishment) ? a.ContestableUntil : null,
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
/// <param name="Dispositif">The whole dispositif, as it would be amended; null for a renewal.</param>
/// <param name="Reason">Why it is amended; null for a renewal, and for members.</param>
/// <param name="RateFrom">From when on a new rate is to hold; null where that is from the acceptance on, or the rate stays.</param>
/// <param name="Months">By how many months the term is renewed, 1 to 120; null for an amendment.</param>
public sealed record ProposalView(Guid Id, DispositifView? Dispositif, string? Reason, DateTimeOffset? RateFrom, int? Months);

/// <summary>What who pays accepted, when, and what shows it where the practice recorded it.</summary>
/// <param name="What">Whether it was the dispositif, an amendment of it or a renewal.</param>
/// <param name="At">When it was accepted, as that was dated.</param>
/// <param name="ShownBy">What shows it, where the practice recorded it; null for members, and for an establishment of what another one accepted.</param>
/// <param name="Proposal">The proposal that was accepted; null of the dispositif itself.</param>
/// <param name="ContestableUntil">Until when who pays may contest what the practice recorded, whatever was accepted since; null where they accepted it by a token of
/// their own, or contested it, or another establishment pays since.</param>
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
/// <param name="Text">What was found, in the words of who facilitated then.</param>
/// <param name="Level">Whether it is of one person, of the team or of the organisation (S0).</param>
public sealed record FindingView(Guid Id, string? Text, FindingLevel Level);

/// <summary>A protagonist as the API shows them; what they ask and what is at stake for them, to the facilitator alone.</summary>
/// <param name="Capacity">In which capacity they were heard; who they are is not kept (S3).</param>
/// <param name="Asks">What they ask (S3); null where they said nothing of it, and for everybody but who facilitated then.</param>
/// <param name="Stakes">What is at stake for them (S3); null where they said nothing of it, and for everybody but who facilitated then.</param>
/// <param name="Validated">Whether they validated the process as it was proposed last (S3, regulation).</param>
public sealed record ProtagonistView(Guid Id, Capacity Capacity, string? Asks, string? Stakes, bool Validated);

/// <summary>A dispositif as the API shows it; <see cref="Dispositif" /> says what its members mean.</summary>
/// <param name="Kind">Its nature: the engagement's, which a person decided (S2).</param>
/// <param name="Audience">Whom it is for; one that a frame does not name was refused.</param>
/// <param name="Frames">The frames that it follows, each pinned in one version.</param>
/// <param name="Protocol">The protocol of every session, pinned in one version.</param>
/// <param name="SessionMinutes">Planned length of a session, 15 to 600 minutes.</param>
/// <param name="TermMonths">How many months the term lasts from the activation, 1 to 120; a renewal is not in it.</param>
/// <param name="SessionsPlanned">How many sessions each group is to hold over the term, 1 to 1000.</param>
/// <param name="RateCents">Cents (EUR) an hour of session; travel and taxes are not in it.</param>
/// <param name="IntervalDays">Most days planned between two sessions, 1 to 366; null where it sets none itself.</param>
/// <param name="GroupMinimum">Fewest members of a group: as proposed, else the frames' bound or 3.</param>
/// <param name="GroupMaximum">Most members of a group: as proposed, else the frames' bound or 12.</param>
/// <param name="BilanMonths">Months between two intermediate bilans, 1 to 60; null where none are scheduled.</param>
/// <param name="RateReason">Why the rate lies outside a frame's range, where that was said; null for members.</param>
/// <param name="AnswerDays">Days that the parties have to answer a locked bilan, 14 to 90; null for the usual 14.</param>
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
/// <param name="Text">What it says of its own, beside its clauses; whoever sees the engagement reads it.</param>
/// <param name="Outward">What the establishment receives by it, and nothing else (S2).</param>
/// <param name="Number">Counted from 1; each that is proposed anew has the next one.</param>
/// <param name="Catalogue">Version of the clause catalogue; null of a charter from before there was one.</param>
/// <param name="Clauses">Codes of the clauses it holds, in the catalogue's order.</param>
/// <param name="TextHash">What is accepted: the hash of its text, clauses and outward list. Null of a charter from before that was asked.</param>
/// <param name="Accepted">How many persons accepted it, whoever left since among them.</param>
/// <param name="Missing">How many of the members and the facilitator have still to accept it.</param>
/// <param name="AcceptedByYou">Whether the reader accepted it, on its exact text.</param>
/// <param name="Ratified">Whether it was ratified, once all had accepted it; until then the one ratified before holds.</param>
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
/// <param name="Members">How many members it has now.</param>
/// <param name="Sealed">Whether it was sealed: its membership stands for the term (S4).</param>
public sealed record EngagedGroupView(Guid Group, int Members, bool Sealed);
