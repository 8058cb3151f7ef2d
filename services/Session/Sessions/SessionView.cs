using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Http;
using PracticeAnalysis.ServiceDefaults.Texts;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>A situation as the group reads it.</summary>
public sealed record SituationView(Guid Id, Guid Author, string? Text, Guid? From);

/// <summary>A contribution as one reader sees it: a private one shows its text to its author and the narrator alone, a withdrawn one to nobody,
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
public sealed record DecisionView(Guid Id, Guid Author, string? Text, IReadOnlyList<Guid> AgreedBy, bool Adopted);

/// <summary>A departure from the protocol as the group reads it.</summary>
public sealed record DeviationView(string? Phase, string? Reason);

/// <summary>What broke the frame, as the group reads it.</summary>
public sealed record IncidentView(IncidentKind Kind, string? Text, Guid? Contribution);

/// <summary>The soft time box of the phase that runs.</summary>
/// <param name="EndsAt">When it ends; null while the session is suspended.</param>
/// <param name="Passed">Whether the group was reminded; nothing is cut.</param>
public sealed record TimeBoxView(string Phase, DateTimeOffset? EndsAt, bool Passed);

/// <summary>A session as its group and facilitator read it.</summary>
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
        bool May(Guid author, bool isPrivate) => !isPrivate || reader.Person == author || reader.Person == s.Narrator;
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
                    Stands(c) && May(c.Author, c.Private) ? opener.Open(c.Text, "ContributionMade.Text") : null,
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
                    May(e.Author, e.Private) ? opener.Open(e.Text, "EchoGiven.Text") : null,
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
                    d.Adopted
                )),
            ],
            [.. s.Incidents.Select(i => new IncidentView(i.Kind, opener.Open(i.Text, "FrameIncidentRecorded.Text"), i.Contribution))],
            s.Exceptions,
            s.State == SessionState.Closed ? s.IsToldByFacilitatorAlone : null
        );
    }
}
