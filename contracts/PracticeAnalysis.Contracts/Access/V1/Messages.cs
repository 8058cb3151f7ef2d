namespace PracticeAnalysis.Contracts.Access.V1;

/// <summary>An establishment lets a platform have some of what is the establishment's own, until a day.</summary>
/// <param name="Grant">The grant, by which it is taken back.</param>
/// <param name="Platform">Opaque id of the platform, the person of its tokens.</param>
/// <param name="Scopes">What for, such as <c>indicators:read</c>.</param>
public sealed record PlatformAccessGranted(
    Guid Grant,
    Guid Establishment,
    Guid Platform,
    IReadOnlyList<string> Scopes,
    DateTimeOffset Until,
    Origin Origin
);

/// <summary>An establishment took back what it had granted a platform; it takes effect at once.</summary>
public sealed record PlatformAccessRevoked(Guid Grant, Origin Origin);
