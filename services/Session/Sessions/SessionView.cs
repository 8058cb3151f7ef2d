using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>A situation as the group reads it.</summary>
/// <param name="Author">Opaque id of the member who offered it, and who is the narrator once it is chosen.</param>
/// <param name="Text">What its author told.</param>
/// <param name="From">The situation of the group's backlog that its author told again; null where it is none.</param>
public sealed record SituationView(Guid Id, Guid Author, string? Text, Guid? From);

/// <summary>A contribution as one reader sees it: a private one shows its text to its author and to who was the narrator alone, a withdrawn one to nobody,
/// and one that was withdrawn since, in a reading as of before, to its author alone.</summary>
/// <param name="Author">Opaque id of who brought it, a member or the facilitator.</param>
/// <param name="Phase">Code of the phase in which it was brought.</param>
/// <param name="Kind">What was brought, in a word of the protocol.</param>
/// <param name="Text">What was said; null where the reader may not read it, or came to the session later, or it was withdrawn.</param>
/// <param name="Private">Whether it was said to who was the narrator then, and to nobody else.</param>
/// <param name="Withdrawn">Whether its author took it back; to its author also where they did so since what is read, as who left the group may.</param>
/// <param name="Stance">Whether the interpretation holds, for the narrator (S2); null where they did not pronounce on it, and where the reader may not read the interpretation or it was withdrawn.</param>
/// <param name="Pronouncement">What the narrator added to that (S2); null where they added nothing.</param>
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
/// <param name="Author">Opaque id of the member whose echo it is.</param>
/// <param name="Text">What the session stirred in them; null where it is private and not for the reader.</param>
/// <param name="Private">Whether it was said to who was the narrator then, and to nobody else.</param>
public sealed record EchoView(Guid Author, string? Text, bool Private);

/// <summary>A decision as the group reads it.</summary>
/// <param name="Author">Opaque id of who proposed it, a member or the facilitator.</param>
/// <param name="Text">What is to be decided, or was.</param>
/// <param name="AgreedBy">Opaque ids of the members who agreed, who proposed it among them where that was a member.</param>
/// <param name="Adopted">Whether all who were present agreed, half of the group at least (S3), as presence is recorded now.</param>
/// <param name="Claimants">How many say that they were present, confirmed by nobody so far, and did not agree.</param>
public sealed record DecisionView(Guid Id, Guid Author, string? Text, IReadOnlyList<Guid> AgreedBy, bool Adopted, int Claimants);

/// <summary>A departure from the protocol as the group reads it.</summary>
/// <param name="Phase">Code of the phase at which it was left; null where that was at the closing.</param>
/// <param name="Reason">Why, in the words of who led the session.</param>
public sealed record DeviationView(string? Phase, string? Reason);

/// <summary>What broke the frame, as the group reads it.</summary>
/// <param name="Kind">What broke the frame (S3); the practice learns this word alone.</param>
/// <param name="Text">What happened; null where that was not said.</param>
/// <param name="Contribution">The contribution that it flags; null where it flags none.</param>
public sealed record IncidentView(IncidentKind Kind, string? Text, Guid? Contribution);

/// <summary>The soft time box of the phase that runs.</summary>
/// <param name="Phase">Code of the phase that it is of.</param>
/// <param name="EndsAt">When it ends; null while the session is suspended.</param>
/// <param name="Passed">Whether the group was reminded; nothing is cut.</param>
public sealed record TimeBoxView(string Phase, DateTimeOffset? EndsAt, bool Passed)
{
    /// <summary>The view of one; null where there is none.</summary>
    public static TimeBoxView? Of(TimeBox? box) => box is null ? null : new(box.Phase, box.EndsAt, box.Passed);
}

/// <summary>A correction as the group reads it: what was entered first stays, beside what stands.</summary>
/// <param name="Field">What was corrected: minutes, present or themes.</param>
/// <param name="From">What stood.</param>
/// <param name="To">What it was corrected to.</param>
/// <param name="Reason">Why: it had been entered wrongly; <c>changed</c> is for who came while it ran.</param>
/// <param name="At">When it was corrected, as that was dated.</param>
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
/// <param name="At">When they said so, as that was dated.</param>
/// <param name="ConfirmableUntil">Until when who led the session, or a member recorded as present, may confirm it; null where the word alone was enough, or was taken back.</param>
/// <param name="Confirmed">Whether they are recorded as present since; before, it changes nothing.</param>
public sealed record PresenceClaimView(Guid Member, DateTimeOffset At, DateTimeOffset? ConfirmableUntil, bool Confirmed);

/// <summary>A session as its group and facilitator read it. Who came to it while it ran, a successor of its facilitator too, reads no text that was said before:
/// null stands in its place.</summary>
/// <param name="Protocol">The protocol that it runs by, pinned when it was scheduled.</param>
/// <param name="PlannedFor">When it is to begin, as it was scheduled or moved last.</param>
/// <param name="State">Where it is; only one that is scheduled is moved or cancelled.</param>
/// <param name="IntervalPassed">Whether it was scheduled later after the last one than frames or dispositif allow: recorded, never refused (S3, S4).</param>
/// <param name="Present">Opaque ids of those recorded as present, as it was corrected, contested or confirmed since (S3).</param>
/// <param name="Situations">What members offered in it, in order.</param>
/// <param name="ChosenSituation">The situation that is worked on; null before one is chosen, and once its narrator left the group meanwhile.</param>
/// <param name="Narrator">Opaque id of the member whose situation is worked on; null where <c>chosenSituation</c> is.</param>
/// <param name="StartingPosition">From where the narrator starts, in their words (S4); null before they say it.</param>
/// <param name="CurrentPhase">Code of the phase that runs; null where none does.</param>
/// <param name="CompletedPhases">Codes of the phases that were completed, each once, in the order in which they were.</param>
/// <param name="Contributions">What was brought in its phases, in order.</param>
/// <param name="Objective">What the narrator wants, which depends on them (S4); null before they say it.</param>
/// <param name="Feedback">The narrator's word against the starting position (S4); null before they give it.</param>
/// <param name="Echoes">What it stirred in its members, one echo each, in order (S4).</param>
/// <param name="Themes">What it was about, by axis and level, as coded at its closing or corrected since; empty before.</param>
/// <param name="Minutes">How long it lasted, as told at its closing or corrected since; null before.</param>
/// <param name="Outcome">What it ended on (S3); null before it is closed.</param>
/// <param name="TimeBox">Of the phase that runs; null where it has none.</param>
/// <param name="Deviations">Where its protocol was left for a reason, in order.</param>
/// <param name="Decisions">What was proposed to be decided in common, adopted or not, in order (S3).</param>
/// <param name="Incidents">What broke its frame, in order (S3).</param>
/// <param name="ConfidentialityExceptions">The grounds of penal code 226-14 that were invoked, each once; nothing of content.</param>
/// <param name="Corrections">What of it was corrected, in order; the session shows what stands since.</param>
/// <param name="Contests">Members who were recorded as present at first and say that they were not, in order; who contested a correction stands beside that.</param>
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
    IReadOnlyList<PresenceContest> Contests,
    IReadOnlyList<PresenceClaimView> Claims,
    IReadOnlyList<Correctable> Correctable,
    bool? ToldByFacilitatorAlone
) : ShowsTexts
{
    /// <summary>The texts to be opened.</summary>
    public static IEnumerable<Sealed> Texts(Session session) => session.Said;

    /// <summary>The view for one reader.</summary>
    public static SessionView Of(Session s, Actor reader, TextOpener opener)
    {
        bool May(Guid author, bool isPrivate, Guid? to) => !isPrivate || reader.Person == author || reader.Person == to;
        bool IsOwn(Contribution c) => reader.Person == c.Author;
        bool Stands(Contribution c) => !c.Withdrawn && (!c.WithdrawnSince || IsOwn(c));
        bool Shows(Contribution c) => Stands(c) && May(c.Author, c.Private, c.To) && !s.WasSaidBefore(reader, c.Text);

        // What was said before somebody came is not theirs.
        string? Open(Sealed? text, string member) => text is null || s.WasSaidBefore(reader, text) ? null : opener.Open(text, member);

        // What the narrator answered goes with what it answers, for its author too: it was never theirs.
        bool ShowsAnswer(Contribution c) => Shows(c) && !c.WithdrawnSince;
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
            [.. s.Situations.Select(x => new SituationView(x.Id, x.Author, Open(x.Text, "SituationRaised.Text"), x.From))],
            s.ChosenSituation,
            s.Narrator,
            Open(s.StartingPosition, "StartingPositionStated.Text"),
            s.CurrentPhase,
            s.CompletedPhases,
            [
                .. s.Contributions.Select(c => new ContributionView(
                    c.Id,
                    c.Author,
                    c.Phase,
                    c.Kind,
                    Shows(c) ? Open(c.Text, "ContributionMade.Text") : null,
                    c.Private,
                    c.Withdrawn || (c.WithdrawnSince && IsOwn(c)),
                    ShowsAnswer(c) ? c.Stance : null,
                    ShowsAnswer(c) ? Open(c.Pronouncement, "InterpretationPronounced.Text") : null
                )),
            ],
            Open(s.Objective, "ObjectiveStated.Text"),
            Open(s.Feedback, "FeedbackGiven.Text"),
            [
                .. s.Echoes.Select(e => new EchoView(
                    e.Author,
                    May(e.Author, e.Private, e.To) ? Open(e.Text, "EchoGiven.Text") : null,
                    e.Private
                )),
            ],
            s.Themes,
            s.Minutes,
            s.Outcome,
            TimeBoxView.Of(s.Box),
            [.. s.Deviations.Select(d => new DeviationView(d.Phase, Open(d.Reason, "ProtocolDeviationJustified.Reason")))],
            [
                .. s.Decisions.Select(d => new DecisionView(
                    d.Id,
                    d.Author,
                    Open(d.Text, ProposeDecision.TextMember),
                    d.AgreedBy,
                    d.Adopted,
                    s.Claims.Count(c => !c.Confirmed && !d.AgreedBy.Contains(c.Member))
                )),
            ],
            [.. s.Incidents.Select(i => new IncidentView(i.Kind, Open(i.Text, "FrameIncidentRecorded.Text"), i.Contribution))],
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
            s.Contests,
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
