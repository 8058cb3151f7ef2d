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

/// <summary>An auditor's grant was given, changed or taken back: all that a service must know of it. It takes effect at once.</summary>
/// <param name="Auditor">Opaque id of the person, the one in the token.</param>
/// <param name="Engagements">Whose histories; null for those of the whole practice.</param>
/// <param name="Until">When it ends, if it is not taken back before.</param>
/// <param name="Revoked">Whether it is taken back.</param>
public sealed record AuditGrantChanged(
    Guid Grant,
    Guid Auditor,
    IReadOnlyList<Guid>? Engagements,
    DateTimeOffset Until,
    bool Revoked,
    Origin Origin
);

/// <summary>An API key was issued, rotated or revoked: all that a service must know to take it or refuse it. No secret, only hashes.</summary>
/// <param name="Person">Who acts by it: the platform, or the key itself.</param>
/// <param name="Secrets">What is taken for it, and until when; none once it is revoked.</param>
public sealed record ApiKeyChanged(
    Guid Key,
    string Role,
    Guid Person,
    Guid? Establishment,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<ApiKeySecret> Secrets,
    Origin Origin
);

/// <summary>A secret of a key.</summary>
/// <param name="Hash">SHA-256 of the key's whole text, in lower hexadecimal.</param>
public sealed record ApiKeySecret(string Hash, DateTimeOffset Until);

/// <summary>The sandbox began a generation: tokens that name the sandbox act in it from now on, and nobody in one before.</summary>
/// <param name="Generation">From 1.</param>
public sealed record SandboxReset(int Generation, Origin Origin);

/// <summary>An API key was used, at this time or somewhat after; told now and then, not for each request.</summary>
public sealed record ApiKeyUsed(Guid Key, DateTimeOffset At);
