namespace PracticeAnalysis.Contracts.Reporting.V1;

/// <summary>An intermediate bilan was agreed by its group and facilitator (S2).</summary>
public sealed record IntermediateBilanAgreed(Guid Bilan, Guid Engagement, Guid Group, Origin Origin);

/// <summary>The final bilan was agreed by every group of the engagement (S2).</summary>
/// <param name="Orientations">Orientations that it recommends, by code.</param>
public sealed record FinalBilanAgreed(Guid Bilan, Guid Engagement, IReadOnlyList<string> Orientations, Origin Origin);

/// <summary>The negotiation of a bilan failed; the failure is recorded and published without text.</summary>
public sealed record NegotiationFailed(Guid Bilan, Guid Engagement, bool Final, Origin Origin);

/// <summary>The text of a bilan was locked: the themes of the sessions that it covers stand as they are.</summary>
/// <param name="Sessions">The sessions of its period that had been told.</param>
public sealed record BilanLocked(Guid Bilan, Guid Engagement, IReadOnlyList<Guid> Sessions, Origin Origin);

/// <summary>A locked text is a draft again, or its negotiation failed: it holds the themes of its sessions no more.</summary>
/// <param name="Sessions">The sessions that it covered.</param>
public sealed record BilanUnlocked(Guid Bilan, Guid Engagement, IReadOnlyList<Guid> Sessions, Origin Origin);

/// <summary>The text of a synthesis was locked: the themes of the sessions that it is of stand as they are.</summary>
/// <param name="Sessions">The session, or those of its period that had been told.</param>
public sealed record SynthesisLocked(Guid Synthesis, Guid Engagement, IReadOnlyList<Guid> Sessions, Origin Origin);

/// <summary>A locked synthesis is written anew: it holds the themes of its sessions no more.</summary>
/// <param name="Sessions">The sessions that it was of.</param>
public sealed record SynthesisUnlocked(Guid Synthesis, Guid Engagement, IReadOnlyList<Guid> Sessions, Origin Origin);

/// <summary>A text of a group is to be compared with its members' names, and those of some were not told: Engagement tells them again.</summary>
public sealed record NamesWanted(Guid Group);
