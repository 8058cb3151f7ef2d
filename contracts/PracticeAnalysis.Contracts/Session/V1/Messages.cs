namespace PracticeAnalysis.Contracts.Session.V1;

/// <summary>A session was held and closed: minutes and opaque ids of those present, no theme, no name.</summary>
/// <param name="Enrolled">Number of members who were expected.</param>
/// <param name="Facilitator">Who facilitated it.</param>
/// <param name="Explained">True where its times or its length were hard to believe, and were explained; else absent.</param>
/// <param name="ToldByFacilitatorAlone">True where no member did anything in it by a token of their own; else absent.</param>
/// <param name="OpenedAt">When it was opened; it was closed at the origin's time.</param>
public sealed record SessionHeld(
    Guid Session,
    Guid Group,
    Guid Engagement,
    int Minutes,
    int Enrolled,
    IReadOnlyList<Guid> Present,
    Origin Origin,
    Guid? Facilitator = null,
    bool? Explained = null,
    bool? ToldByFacilitatorAlone = null,
    DateTimeOffset? OpenedAt = null
);

/// <summary>Minutes or presence of a session that was held were corrected. What is null stands as it was told; of two corrections the later version holds.</summary>
/// <param name="Minutes">How long it lasted, where that was corrected.</param>
/// <param name="Present">Opaque ids of those who were present, all of them, where that was corrected.</param>
/// <param name="Enrolled">Number of members who were expected, told with who was present.</param>
/// <param name="Explained">True where its times or its length are hard to believe, and were explained; else absent.</param>
public sealed record SessionCorrected(
    Guid Session,
    Guid Group,
    Guid Engagement,
    Origin Origin,
    int? Minutes = null,
    IReadOnlyList<Guid>? Present = null,
    int? Enrolled = null,
    bool? Explained = null
);

/// <summary>The themes of a session that was held were corrected: these are all of them. What an agreed or locked bilan covers stays as it was.</summary>
public sealed record ThemesCorrected(Guid Session, Guid Group, Guid Engagement, IReadOnlyList<Theme> Themes, Origin Origin);

/// <summary>A session is to be held: until it is held or cancelled, its engagement is not over.</summary>
public sealed record SessionScheduled(Guid Session, Guid Group, Guid Engagement, Origin Origin);

/// <summary>A session will not be held.</summary>
public sealed record SessionCancelled(Guid Session, Guid Group, Guid Engagement, Origin Origin);

/// <summary>The interval that a frame allows between two sessions of a group was passed; recorded, never refused (S3, S4).</summary>
public sealed record SessionIntervalBreached(Guid Group, Guid Engagement, int Days, int AllowedDays, Origin Origin);

/// <summary>A theme, coded to one of Gollac's six axes, working hours apart, and one of three levels (S0).</summary>
public sealed record Theme(string Axis, string Level);

/// <summary>The themes of a session, coded at its closing; they count once an agreed bilan covers the date.</summary>
public sealed record ThemesCoded(Guid Session, Guid Group, Guid Engagement, IReadOnlyList<Theme> Themes, Origin Origin);

/// <summary>An action track changed its state; its text stays in the group until an agreed bilan lists it.</summary>
/// <param name="State">opened, progressed, completed or abandoned.</param>
/// <param name="With">Opaque ids of the members who build it.</param>
/// <param name="By">Opaque id of who opened it: it counts once somebody else endorsed it. Null where it was opened before that was asked.</param>
public sealed record TrackStateChanged(
    Guid Track,
    Guid Group,
    Guid Engagement,
    string State,
    Origin Origin,
    IReadOnlyList<Guid>? With = null,
    Guid? By = null
);

/// <summary>A member stands behind an action track.</summary>
/// <param name="Member">Opaque id of the member.</param>
/// <param name="Orally">Whether they said so in a session, and the facilitator recorded it.</param>
public sealed record TrackEndorsed(Guid Track, Guid Group, Guid Engagement, Guid Member, Origin Origin, bool? Orally = null);

/// <summary>A member contested the endorsement that was recorded of them: it counts no more.</summary>
/// <param name="Member">Opaque id of the member.</param>
public sealed record EndorsementContested(Guid Track, Guid Group, Guid Engagement, Guid Member, Origin Origin);

/// <summary>Something broke the frame of a session; what it was is said by a word of the field, nothing of content.</summary>
/// <param name="Kind">judgement, therapy, complaint-without-perspective, breach-of-confidence or confidentiality-exception.</param>
public sealed record FrameIncidentRaised(Guid Session, Guid Group, Guid Engagement, string Kind, Origin Origin);

/// <summary>A decision was adopted in common (S3); its text stays in the group until an agreed text lists it.</summary>
public sealed record CommonDecisionAdopted(Guid Decision, Guid Session, Guid Group, Guid Engagement, Origin Origin);

/// <summary>A decision is adopted in common no more: somebody is recorded as present since who had not agreed. Of two words about one the later version holds.</summary>
public sealed record CommonDecisionSetAside(Guid Decision, Guid Session, Guid Group, Guid Engagement, Origin Origin);

/// <summary>How many spoke well of a dimension.</summary>
/// <param name="Dimension">A code of the instrument.</param>
public sealed record PulseScore(string Dimension, int Favourable);

/// <summary>What an anonymous pulse of those present at a session came to: sums over five answers at least, of nobody in particular.</summary>
/// <param name="Answered">How many answered.</param>
public sealed record PulseCounted(
    Guid Session,
    Guid Group,
    Guid Engagement,
    string Instrument,
    int InstrumentVersion,
    int Answered,
    IReadOnlyList<PulseScore> Scores,
    Origin Origin
);

/// <summary>A practice published a protocol of its own, the stream of its origin: dispositifs and frames may pin it.</summary>
public sealed record ProtocolPublished(Engagement.V1.Pin Protocol, Origin Origin);

/// <summary>A practice deprecated a protocol of its own: nothing more pins it, and what did runs on.</summary>
public sealed record ProtocolDeprecated(Engagement.V1.Pin Protocol, Origin Origin);
