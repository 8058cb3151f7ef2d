using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.Model;

/// <summary>The facts of a bilan.</summary>
public abstract record BilanFact : Fact;

/// <summary>A bilan was drafted from what the sessions of a period showed.</summary>
/// <param name="Groups">The groups it speaks of: one for an intermediate bilan, all of the engagement's for the final one.</param>
/// <param name="Parties">Who negotiates: the facilitator and every member of the groups. The establishment is no party.</param>
/// <param name="Assessments">How the dispositif evolved, by dimension (S2).</param>
/// <param name="Previous">The bilan it is compared with, where there was one.</param>
/// <param name="Listed">The tracks and decisions whose text it lets out once it is agreed (S3).</param>
/// <param name="Approval">Who must approve it, as the frame says.</param>
/// <param name="Worked">What the group says that it worked on.</param>
/// <param name="Unmeasured">Why it measures no evolution.</param>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Practice)]
public sealed record BilanDrafted(
    Guid Engagement,
    Guid Establishment,
    bool Final,
    IReadOnlyList<Guid> Groups,
    Guid Facilitator,
    IReadOnlyList<Guid> Parties,
    DateOnly From,
    DateOnly To,
    Figures Figures,
    IReadOnlyList<Section> Sections,
    IReadOnlyList<Assessment>? Assessments = null,
    Guid? Previous = null,
    IReadOnlyList<ListedText>? Listed = null,
    Approval Approval = Approval.FacilitatorAndEveryMember,
    IReadOnlyList<WorkedOn>? Worked = null,
    Unmeasured? Unmeasured = null
) : BilanFact, IBelongsToEngagement;

/// <summary>A group or its facilitator changed while the bilan is negotiated.</summary>
/// <param name="Joined">They are parties to what is not locked yet.</param>
/// <param name="Left">Of a text that is locked they decide all the same; before that is locked, nobody waits for them.</param>
/// <param name="Facilitator">Who leads the negotiation; null while nobody does.</param>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Practice)]
public sealed record PartiesChanged(IReadOnlyList<Guid> Joined, IReadOnlyList<Guid> Left, Guid? Facilitator) : BilanFact;

/// <summary>The negotiation is over, and another facilitator answers for what came of it: who was relieved reads it no more, nor hands it over.</summary>
/// <param name="Facilitator">Null while nobody leads the group.</param>
[SeenBy(Roles.Facilitator)]
public sealed record SettledBilanEntrusted(Guid? Facilitator) : BilanFact;

/// <summary>Another establishment took the place of the one that it is for, which reads it no more.</summary>
/// <param name="Keeps">Whether it stays with the one of before where it was handed over; not so where that was not asked yet.</param>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Practice)]
public sealed record BilanTakenOver(Guid Establishment, Guid Successor, bool Keeps = false) : BilanFact;

/// <summary>Who negotiated it was erased: what they had decided or objected to stands, without its text.</summary>
/// <param name="Stays">Whether they stay a party to the text that is locked, as somebody who cannot be reached; false where nobody waited for the erased yet.</param>
[SeenBy(Roles.Facilitator, Roles.Member)]
public sealed record PartyErased(Guid Person, bool Stays = false) : BilanFact;

/// <summary>A party proposed another text for a section.</summary>
/// <param name="Now">Where the group stands along the dimension, 1 to 5, where that is amended too.</param>
/// <param name="Names">Opaque ids of those whom the text names.</param>
/// <param name="Worked">What the group says that it worked on, where that is amended too.</param>
[SeenBy(Roles.Facilitator, Roles.Member)]
public sealed record AmendmentProposed(
    Guid Amendment,
    Guid By,
    Dimension Dimension,
    Sealed Text,
    int? Now = null,
    IReadOnlyList<Guid>? Names = null,
    IReadOnlyList<WorkedOn>? Worked = null
) : BilanFact;

/// <summary>Somebody whom the text names asked for it or agreed (S3).</summary>
[SeenBy(Roles.Facilitator, Roles.Member)]
public sealed record NamingAgreed(Guid Person) : BilanFact;

/// <summary>Somebody whom the text names took that back; they may until it is published (S3).</summary>
[SeenBy(Roles.Facilitator, Roles.Member)]
public sealed record NamingRevoked(Guid Person) : BilanFact;

/// <summary>An amendment took the place of its section's text; approvals given before are void.</summary>
[SeenBy(Roles.Facilitator, Roles.Member)]
public sealed record AmendmentAccepted(Guid Amendment) : BilanFact;

/// <summary>An amendment was not taken, with a reason.</summary>
[SeenBy(Roles.Facilitator, Roles.Member)]
public sealed record AmendmentRefused(Guid Amendment, Sealed Reason) : BilanFact;

/// <summary>The text is fixed: this hash is approved, and nothing else.</summary>
/// <param name="Text">The text, sealed anew under the engagement's key: it is nobody's own any more, and outlives whoever wrote it.</param>
/// <param name="NoMemberMeant">Whether its words may name members, and the facilitator said that none is meant.</param>
/// <param name="Sessions">The sessions of its period that had been told: once it is agreed it opens them, and none that is told later.</param>
/// <param name="TookPart">Who took part in those sessions, of a final bilan in any of the engagement's, by group: the parties to this text. Null where it was
/// locked before that was asked.</param>
/// <param name="Figures">What the sessions show, drawn up anew where something of a group's sessions was corrected; null where nothing was.</param>
/// <param name="EachGroup">Whether a member of each group has to approve it, and most are enough only once each party was told twice; false where it was
/// locked before that was asked.</param>
/// <param name="Erased">Those who took part and had been erased: they are no party. Null where nobody was.</param>
/// <param name="OfMembers">Whether each member takes part who was in the group when a session of it was held, whoever is recorded as present; false where
/// it was locked before that was so.</param>
/// <param name="Addressee">The establishment that the text is for, and that it is handed to alone; null where it was locked before that was said.</param>
/// <param name="Answered">The objections of erased authors that the text answers, since a section that they objected to reads otherwise. Null where none was
/// erased, or it was locked before texts were compared: any amendment answered them.</param>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Practice)]
public sealed record ContentLocked(
    string TextHash,
    DateTimeOffset? Deadline,
    LockedText? Text = null,
    bool NoMemberMeant = false,
    IReadOnlyList<Guid>? Sessions = null,
    IReadOnlyList<Participation>? TookPart = null,
    Figures? Figures = null,
    bool EachGroup = false,
    IReadOnlyList<Guid>? Erased = null,
    bool OfMembers = false,
    Guid? Addressee = null,
    IReadOnlyList<Guid>? Answered = null
) : BilanFact;

/// <summary>The members of a group when it held its sessions of the period; where it held none, those who are in the group.</summary>
public sealed record Participation(Guid Group, IReadOnlyList<Guid> Members);

/// <summary>Parties were told that a locked text waits for their word.</summary>
/// <param name="Deadline">Until when it does; null where none is set.</param>
/// <param name="Parties">Those who had not decided.</param>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Practice)]
public sealed record PartiesNotified(string TextHash, DateTimeOffset? Deadline, IReadOnlyList<Guid> Parties) : BilanFact;

/// <summary>All that is agreed on, each text sealed for the member that it was drafted in.</summary>
public sealed record LockedText(
    IReadOnlyList<Section> Sections,
    IReadOnlyList<RecommendedText> Orientations,
    IReadOnlyList<ListedText> Listed
);

/// <summary>The text of a recommended orientation.</summary>
public sealed record RecommendedText(string Code, Sealed Text);

/// <summary>A party approved the locked text.</summary>
/// <param name="NoMemberMeant">Whether they confirmed that it means no member.</param>
[SeenBy(Roles.Facilitator, Roles.Member)]
public sealed record PartyApproved(Guid Party, string TextHash, bool NoMemberMeant = false) : BilanFact;

/// <summary>A party stands aside: it neither approves nor blocks; outside it shows as a count.</summary>
[SeenBy(Roles.Facilitator, Roles.Member)]
public sealed record DissentRecorded(Guid Party, string TextHash) : BilanFact;

/// <summary>A party objects, with a reason that the group sees; it blocks and reopens amendment.</summary>
/// <param name="AsFacilitator">Whether it is the facilitator's: whoever takes their place may withdraw it.</param>
[SeenBy(Roles.Facilitator, Roles.Member)]
public sealed record ObjectionRaised(Guid Objection, Guid Party, Sealed Reason, bool AsFacilitator = false) : BilanFact;

/// <summary>Its author took an objection back, or the facilitator who took their place.</summary>
[SeenBy(Roles.Facilitator, Roles.Member)]
public sealed record ObjectionWithdrawn(Guid Objection) : BilanFact;

/// <summary>An orientation was recommended; a final bilan alone may.</summary>
[SeenBy(Roles.Facilitator, Roles.Member)]
public sealed record OrientationRecommended(string Code, Sealed Text) : BilanFact;

/// <summary>Those agreed whose word it takes.</summary>
/// <param name="NotReached">Parties who had answered neither of two notices, or were erased before they decided: they did not agree. Null where nobody was.</param>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Practice)]
public sealed record BilanAgreed(string TextHash, IReadOnlyList<Guid>? NotReached = null) : BilanFact;

/// <summary>No agreement came about; what is published of it is the failure, without text.</summary>
/// <param name="Deadline">The deadline that passed; null where it failed before that was asked, or by the conclusion.</param>
/// <param name="Concluded">Whether the engagement was concluded while it was negotiated.</param>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Practice)]
public sealed record NegotiationFailed(DateTimeOffset? Deadline = null, bool Concluded = false) : BilanFact;

/// <summary>The agreed bilan, or of a failed negotiation the failure alone, was handed to the establishment.</summary>
/// <param name="Fallen">Tracks and decisions that it lists and that stood no more: their texts are not handed over. Null where all stood.</param>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Practice, Roles.Establishment)]
public sealed record BilanPublished(IReadOnlyList<Guid>? Fallen = null) : BilanFact;

/// <summary>The establishment answered the published bilan by an observation, sealed under the engagement's key; the bilan stays as it was agreed.</summary>
/// <param name="Facilitator">Who is told of it.</param>
/// <param name="MayName">Whether words of it may name members of the group, or that could not be said yet: the facilitator reads it first.</param>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Practice, Roles.Establishment)]
public sealed record BilanObserved(Guid Observation, Guid? Facilitator, Sealed Text, bool MayName) : BilanFact;

/// <summary>The facilitator passed an observation on to the group whose words may name members. The establishment does not see it: it would learn who is one.</summary>
/// <param name="NoMemberMeant">Whether they said that it means no member; false where that was not asked yet.</param>
[SeenBy(Roles.Facilitator, Roles.Member, Roles.Practice)]
public sealed record ObservationPassedOn(Guid Observation, bool NoMemberMeant = false) : BilanFact;

/// <summary>What the sessions of a bilan's period showed, drawn up when it was drafted.</summary>
/// <param name="Sessions">How many sessions of its groups were held in the period.</param>
/// <param name="Minutes">How long they were, all together.</param>
/// <param name="AttendancePercent">Members present in a hundred expected.</param>
/// <param name="Themes">How often each axis and level was coded in the period; by axis, then by level.</param>
public sealed record Figures(int Sessions, int Minutes, int AttendancePercent, IReadOnlyList<ThemeCount> Themes)
{
    private static readonly Rule Outward = new("always", "outward-list", "S3");

    /// <summary>What the bilan may not say that the group worked on: what none of these sessions was coded with.</summary>
    internal Refusal? Wrong(IReadOnlyList<WorkedOn> worked) =>
        worked.Distinct().Count() != worked.Count || worked.Any(w => w is null)
            ? Refusal.OfInput("worked contains null or a duplicate.", "Give each axis and level once.")
        : worked.Any(w => !Themes.Any(t => t.Axis == w.Axis && t.Level == w.Level))
            ? Refusal
                .OfRule(
                    Outward,
                    "An axis was not worked on during the bilan's period.",
                    "Give axes and levels as they were coded when the sessions were closed."
                )
                .At("worked")
        : null;
}

/// <summary>What a group says that it worked on, by the codes of its sessions and without a figure: an axis at a level.</summary>
/// <param name="Axis">One that was coded in the period.</param>
/// <param name="Level">individual, collective or organisational, as it was coded.</param>
public sealed record WorkedOn(string Axis, string Level);

/// <summary>How often a theme was coded.</summary>
/// <param name="Axis">One of Gollac's six, or working hours, as it was coded.</param>
/// <param name="Level">individual, collective or organisational, as it was coded.</param>
/// <param name="Count">How many times the two were coded together in the period.</param>
public sealed record ThemeCount(string Axis, string Level, int Count);

/// <summary>One section: what it says along one dimension.</summary>
/// <param name="Names">Opaque ids of those whom it names, each by their own agreement.</param>
public sealed record Section(Dimension Dimension, Sealed Text, IReadOnlyList<Guid>? Names = null);

/// <summary>Where the group stands along one dimension, as the parties agree (S2).</summary>
/// <param name="Dimension">What is measured; each at most once in a bilan.</param>
/// <param name="Now">1 (badly) to 5 (well).</param>
/// <param name="AtDiagnosis">Where it stood at the diagnosis, where that is said.</param>
/// <param name="Before">Where it stood in the bilan before, where that said so.</param>
public sealed record Assessment(Dimension Dimension, int Now, int? AtDiagnosis, int? Before);

/// <summary>Why an intermediate bilan measures no evolution.</summary>
public enum Unmeasured
{
    /// <summary>Too little time has passed since the diagnosis, or the bilan before.</summary>
    TooEarly,

    /// <summary>The period held too few sessions.</summary>
    TooFewSessions,

    /// <summary>The group is not the one that was measured before.</summary>
    GroupChanged,

    /// <summary>The group wished to measure nothing.</summary>
    NotWished,
}

/// <summary>What may be listed for the establishment beside a text's axes (S3).</summary>
public enum ListedKind
{
    /// <summary>An action track that is co-built: somebody else than who opened it endorsed it (S0, S3).</summary>
    ActionTrack,

    /// <summary>A decision adopted in common.</summary>
    Decision,
}

/// <summary>The text of a track or decision, as the establishment will read it.</summary>
public sealed record ListedText(ListedKind Kind, Guid Id, Sealed Text);

/// <summary>The dimensions along which a bilan speaks: S1's four, and S0's outcomes.</summary>
public enum Dimension
{
    /// <summary>What works, what to adjust (S1).</summary>
    ContinuousImprovement,

    /// <summary>The bond of the team: trust, cooperation, belonging (S1).</summary>
    Bond,

    /// <summary>What each gains for their trade: relating to others, a critical sense, a posture (S1).</summary>
    ProfessionalDevelopment,

    /// <summary>Prevention of psychosocial risks (S1).</summary>
    RpsPrevention,

    /// <summary>Whether the work wears those out who do it (S0).</summary>
    WearPrevented,

    /// <summary>How the team holds together (S0).</summary>
    Cohesion,

    /// <summary>How well those are supported whom the team accompanies (S0).</summary>
    QualityOfSupport,

    /// <summary>The team's sense that it is able to do its work (S0).</summary>
    SenseOfCompetence,
}
