namespace PracticeAnalysis.Engagement.Persons;

/// <summary>A person's name, the one place where it stands: a document, never an event, so that erasure can destroy it.</summary>
/// <param name="Id">The opaque id of the person, the one in tokens, events and messages.</param>
public sealed record IdentityRecord(Guid Id, string DisplayName);
