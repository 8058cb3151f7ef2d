namespace PracticeAnalysis.Contracts.Persons.V1;

/// <summary>A person asked to be erased: each service destroys their keys, and what it keeps of them beside events. Sent again until each has told that it did.</summary>
/// <param name="Person">Opaque id, the owner of the keys.</param>
public sealed record PersonErasureRequested(Guid Person, Origin Origin);

/// <summary>A service erased a person.</summary>
/// <param name="Service">Which one.</param>
public sealed record PersonErasureCompleted(Guid Person, string Service, Origin Origin);
