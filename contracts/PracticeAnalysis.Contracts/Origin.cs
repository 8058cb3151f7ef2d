namespace PracticeAnalysis.Contracts;

/// <summary>Where a message comes from: the event that it tells of. Consumers are idempotent on it.</summary>
/// <param name="Stream">The source stream.</param>
/// <param name="Version">The version in that stream of the event told.</param>
/// <param name="OccurredAt">When the fact happened, as its author said.</param>
public sealed record Origin(Guid Stream, long Version, DateTimeOffset OccurredAt);
