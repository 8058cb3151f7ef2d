using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>A situation as the group reads it.</summary>
public sealed record SituationView(Guid Id, Guid Author, string? Text, Guid? From);

/// <summary>A contribution as one reader sees it: a private one shows its text to its author and to who was the narrator alone, a withdrawn one to nobody,
/// and one that was withdrawn since, in a reading as of before, to its author alone.</summary>
public sealed record ContributionView(
    Guid Id,
    Guid Author,
    string Phase,
    ContributionKind Kind,
    string? Text,
    bool Private,
    bool Withdrawn,
    Stance? Stance,
    string? Pronouncement
);

/// <summary>An echo as one reader sees it.</summary>
public sealed record EchoView(Guid Author, string? Text, bool Private);

/// <summary>A decision as the group reads it.</summary>
/// <param name="Claimants">How many say that they were present, confirmed by nobody so far, and did not agree.</param>
public sealed record DecisionView(Guid Id, Guid Author, string? Text, IReadOnlyList<Guid> AgreedBy, bool Adopted, int Claimants);

/// <summary>A departure from the protocol as the group reads it.</summary>
public sealed record DeviationView(string? Phase, string? Reason);

/// <summary>What broke the frame, as the group reads it.</summary>
public sealed record IncidentView(IncidentKind Kind, string? Text, Guid? Contribution);

/// <summary>The soft time box of the phase that runs.</summary>
/// <param name="EndsAt">When it ends; null while the session is suspended.</param>
/// <param name="Passed">Whether the group was reminded; nothing is cut.</param>
public sealed record TimeBoxView(string Phase, DateTimeOffset? EndsAt, bool Passed);

/// <summary>A correction as the group reads it: what was entered first stays, beside what stands.</summary>
/// <param name="From">What stood.</param>
/// <param name="To">What it was corrected to.</param>
/// <param name="By">In which role: facilitator.</param>
/// <param name="ContestableUntil">Until when a member whose presence it changes may contest that.</param>
/// <param name="ContestedBy">Members who did: of them it does not stand.</param>
public sealed record CorrectionView(
    CorrectedField Field,
    CorrectedValue From,
    CorrectedValue To,
    CorrectionReason Reason,
    DateTimeOffset At,
    string By,
    DateTimeOffset? ContestableUntil,
    IReadOnlyList<Guid> ContestedBy
);

/// <summary>A member's word that they were present, where that was not recorded.</summary>
/// <param name="Member">Opaque id of whom it is of.</param>
/// <param name="ConfirmableUntil">Until when who led the session, or a member recorded as present, may confirm it; null where the word alone was enough, or was taken back.</param>
/// <param name="Confirmed">Whether they are recorded as present since; before, it changes nothing.</param>
public sealed record PresenceClaimView(Guid Member, DateTimeOffset At, DateTimeOffset? ConfirmableUntil, bool Confirmed);

/// <summary>A session as its group and facilitator read it.</summary>
/// <param name="Corrections">What of it was corrected, in order; the session shows what stands since.</param>
/// <param name="Claims">Members who were not recorded as present and say that they were, in order.</param>
/// <param name="Correctable">What may be corrected now, and by whom: once it is closed minutes and presence until the engagement is concluded, themes until a
/// text that covers it is locked; while it runs presence, once its protocol has begun. No date ends it before.</param>
/// <param name="ToldByFacilitatorAlone">Once it is closed, whether no member did anything in it by a token of their own.</param>
public sealed record SessionView(
    Guid Id,
    long Version,
    Guid Engagement,
    Guid Group,
    Pin Protocol,
    DateTimeOffset PlannedFor,
    SessionState State,
    bool IntervalPassed,
    IReadOnlyList<Guid> Present,
    IReadOnlyList<SituationView> Situations,
    Guid? ChosenSituation,
    Guid? Narrator,
    string? StartingPosition,
    string? CurrentPhase,
    IReadOnlyList<string> CompletedPhases,
    IReadOnlyList<ContributionView> Contributions,
    string? Objective,
    string? Feedback,
    IReadOnlyList<EchoView> Echoes,
    IReadOnlyList<CodedTheme> Themes,
    int? Minutes,
    Outcome? Outcome,
    TimeBoxView? TimeBox,
    IReadOnlyList<DeviationView> Deviations,
    IReadOnlyList<DecisionView> Decisions,
    IReadOnlyList<IncidentView> Incidents,
    IReadOnlyList<ExceptionBasis> ConfidentialityExceptions,
    IReadOnlyList<CorrectionView> Corrections,
    IReadOnlyList<PresenceClaimView> Claims,
    IReadOnlyList<Correctable> Correctable,
    bool? ToldByFacilitatorAlone
) : ShowsTexts
{
    /// <summary>The texts to be opened.</summary>
    public static IEnumerable<Sealed> Texts(Session session) =>
        session
            .Situations.Select(s => s.Text)
            .Concat(session.Contributions.Select(c => c.Text))
            .Concat(session.Contributions.Select(c => c.Pronouncement).OfType<Sealed>())
            .Concat(session.Echoes.Select(e => e.Text))
            .Concat(session.Deviations.Select(d => d.Reason))
            .Concat(session.Decisions.Select(d => d.Text))
            .Concat(session.Incidents.Select(i => i.Text).OfType<Sealed>())
            .Concat(new[] { session.StartingPosition, session.Objective, session.Feedback }.OfType<Sealed>());

    /// <summary>The view for one reader.</summary>
    public static SessionView Of(Session s, Actor reader, TextOpener opener)
    {
        bool May(Guid author, bool isPrivate, Guid? to) => !isPrivate || reader.Person == author || reader.Person == to;
        bool Stands(Contribution c) => !c.Withdrawn && (!c.WithdrawnSince || reader.Person == c.Author);
        return new(
            s.Id,
            s.Version,
            s.Engagement,
            s.Group,
            s.Protocol,
            s.PlannedFor,
            s.State,
            s.IntervalPassed,
            s.Present,
            [.. s.Situations.Select(x => new SituationView(x.Id, x.Author, opener.Open(x.Text, "SituationRaised.Text"), x.From))],
            s.ChosenSituation,
            s.Narrator,
            opener.Open(s.StartingPosition, "StartingPositionStated.Text"),
            s.CurrentPhase,
            s.CompletedPhases,
            [
                .. s.Contributions.Select(c => new ContributionView(
                    c.Id,
                    c.Author,
                    c.Phase,
                    c.Kind,
                    Stands(c) && May(c.Author, c.Private, c.To) ? opener.Open(c.Text, "ContributionMade.Text") : null,
                    c.Private,
                    c.Withdrawn,
                    c.Stance,
                    opener.Open(c.Pronouncement, "InterpretationPronounced.Text")
                )),
            ],
            opener.Open(s.Objective, "ObjectiveStated.Text"),
            opener.Open(s.Feedback, "FeedbackGiven.Text"),
            [
                .. s.Echoes.Select(e => new EchoView(
                    e.Author,
                    May(e.Author, e.Private, e.To) ? opener.Open(e.Text, "EchoGiven.Text") : null,
                    e.Private
                )),
            ],
            s.Themes,
            s.Minutes,
            s.Outcome,
            s.Box is { } box ? new(box.Phase, box.EndsAt, box.Passed) : null,
            [.. s.Deviations.Select(d => new DeviationView(d.Phase, opener.Open(d.Reason, "ProtocolDeviationJustified.Reason")))],
            [
                .. s.Decisions.Select(d => new DecisionView(
                    d.Id,
                    d.Author,
                    opener.Open(d.Text, ProposeDecision.TextMember),
                    d.AgreedBy,
                    d.Adopted,
                    s.Claims.Count(c => !c.Confirmed && !d.AgreedBy.Contains(c.Member))
                )),
            ],
            [.. s.Incidents.Select(i => new IncidentView(i.Kind, opener.Open(i.Text, "FrameIncidentRecorded.Text"), i.Contribution))],
            s.Exceptions,
            [
                .. s.Corrections.Select(c => new CorrectionView(
                    c.Field,
                    c.From,
                    c.To,
                    c.Reason,
                    c.At,
                    Roles.Facilitator,
                    c.ContestableUntil,
                    c.ContestedBy
                )),
            ],
            [
                .. s.Claims.Select(c => new PresenceClaimView(
                    c.Member,
                    c.At,
                    c.Confirmed && !s.Present.Contains(c.Member) ? null : c.ConfirmableUntil,
                    c.Confirmed && s.Present.Contains(c.Member)
                )),
            ],
            [.. CorrectSession.Fields(s).Select(field => new Correctable(Words.Of(field), [Roles.Facilitator]))],
            s.State == SessionState.Closed ? s.IsToldByFacilitatorAlone : null
        );
    }
}
