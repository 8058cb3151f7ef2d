using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Texts;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Where a session is.</summary>
public enum SessionState
{
    /// <summary>It is to be held.</summary>
    Scheduled,

    /// <summary>It will not be held.</summary>
    Cancelled,

    /// <summary>It runs.</summary>
    Open,

    /// <summary>It was held.</summary>
    Closed,
}

/// <summary>A situation that a member offered.</summary>
public sealed record Situation(Guid Id, Guid Author, Sealed Text);

/// <summary>What somebody brought in a phase; an interpretation carries what the narrator pronounced on it.</summary>
public sealed record Contribution(
    Guid Id,
    Guid Author,
    string Phase,
    ContributionKind Kind,
    Sealed Text,
    bool Private,
    bool Withdrawn = false,
    Stance? Stance = null,
    Sealed? Pronouncement = null
);

/// <summary>What the session stirred in a member.</summary>
public sealed record Echo(Guid Author, Sealed Text, bool Private);

/// <summary>A session (séance): one meeting, run by a protocol. What is said in it is for its group and its facilitator alone.</summary>
public sealed record Session(
    Guid Engagement,
    Guid Group,
    Guid Facilitator,
    IReadOnlyList<Guid> Members,
    Pin Protocol,
    DateTimeOffset PlannedFor,
    int PlannedMinutes,
    bool NoneAllowed,
    string Frame,
    SessionState State,
    bool IntervalPassed,
    IReadOnlyList<Guid> Present,
    IReadOnlyList<Situation> Situations,
    Guid? ChosenSituation,
    Guid? Narrator,
    Sealed? StartingPosition,
    string? CurrentPhase,
    IReadOnlyList<string> CompletedPhases,
    IReadOnlyList<Contribution> Contributions,
    Sealed? Objective,
    Sealed? Feedback,
    IReadOnlyList<Echo> Echoes,
    IReadOnlyList<CodedTheme> Themes,
    int? Minutes,
    Outcome? Outcome
) : Aggregate, IFold<Session>
{
    /// <inheritdoc />
    public static Type Facts => typeof(SessionFact);

    /// <inheritdoc />
    public static Session Fold(Session? state, Fact fact) =>
        (state, fact) switch
        {
            (null, SessionScheduled e) => new(
                e.Engagement,
                e.Group,
                e.Facilitator,
                e.Members,
                e.Protocol,
                e.PlannedFor,
                e.Minutes,
                e.NoneAllowed,
                e.Frame,
                SessionState.Scheduled,
                false,
                [],
                [],
                null,
                null,
                null,
                null,
                [],
                [],
                null,
                null,
                [],
                [],
                null,
                null
            ),
            ({ } s, IntervalBreached) => s with { IntervalPassed = true },
            ({ } s, SessionRescheduled e) => s with { PlannedFor = e.PlannedFor },
            ({ } s, SessionCancelled) => s with { State = SessionState.Cancelled },
            ({ } s, SessionOpened) => s with { State = SessionState.Open },
            ({ } s, AttendanceRecorded e) => s with { Present = e.Present },
            ({ } s, SituationRaised e) => s with { Situations = [.. s.Situations, new(e.Situation, e.Author, e.Text)] },
            ({ } s, SituationChosen e) => s with { ChosenSituation = e.Situation },
            ({ } s, NarratorDesignated e) => s with { Narrator = e.Narrator },
            ({ } s, StartingPositionStated e) => s with { StartingPosition = e.Text },
            ({ } s, PhaseStarted e) => s with { CurrentPhase = e.Phase },
            ({ } s, PhaseCompleted e) => s with { CurrentPhase = null, CompletedPhases = [.. s.CompletedPhases, e.Phase] },
            ({ } s, ContributionMade e) => s with
            {
                Contributions = [.. s.Contributions, new(e.Contribution, e.Author, e.Phase, e.Kind, e.Text, e.Private)],
            },
            ({ } s, ContributionWithdrawn e) => s.Changing(e.Contribution, c => c with { Withdrawn = true }),
            ({ } s, InterpretationPronounced e) => s.Changing(e.Contribution, c => c with { Stance = e.Stance, Pronouncement = e.Text }),
            ({ } s, ObjectiveStated e) => s with { Objective = e.Text },
            ({ } s, FeedbackGiven e) => s with { Feedback = e.Text },
            ({ } s, EchoGiven e) => s with { Echoes = [.. s.Echoes, new(e.Author, e.Text, e.Private)] },
            ({ } s, ThemesCoded e) => s with { Themes = e.Themes },
            ({ } s, SessionClosed e) => s with { State = SessionState.Closed, Minutes = e.Minutes, Outcome = e.Outcome },
            _ => throw new UnknownFactException(fact),
        };

    /// <summary>The contributions of a kind that stand: made and not withdrawn.</summary>
    public IEnumerable<Contribution> Standing(ContributionKind kind) => Contributions.Where(c => c.Kind == kind && !c.Withdrawn);

    /// <summary>Whether this person is a member who is present.</summary>
    public bool HasPresent(Guid person) => Present.Contains(person);

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) =>
        (actor.Is(Roles.Facilitator) && actor.Person == Facilitator) || (actor.Is(Roles.Member) && Members.Contains(actor.Person));

    private Session Changing(Guid contribution, Func<Contribution, Contribution> change) =>
        this with
        {
            Contributions = [.. Contributions.Select(c => c.Id == contribution ? change(c) : c)],
        };
}
