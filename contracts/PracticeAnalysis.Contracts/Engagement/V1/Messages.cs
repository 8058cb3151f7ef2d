namespace PracticeAnalysis.Contracts.Engagement.V1;

/// <summary>A version of a data file that a service pins: its name and its version number.</summary>
public sealed record Pin(string Name, int Version);

/// <summary>A member as the other services know them: opaque ids alone.</summary>
/// <param name="Person">Opaque id of the person, the one in tokens.</param>
/// <param name="Institution">Opaque id of the institution the person belongs to.</param>
public sealed record Member(Guid Person, Guid Institution);

/// <summary>A group is sealed: its membership stands for the term (S4).</summary>
public sealed record GroupSealed(Guid Group, Guid Engagement, IReadOnlyList<Member> Members, Origin Origin);

/// <summary>An engagement is active: sessions of its groups may be scheduled.</summary>
/// <param name="Protocol">The protocol template that every session runs, pinned.</param>
/// <param name="Frames">The policy sets the dispositif was designed under, pinned.</param>
/// <param name="IntervalDays">Longest interval between two sessions, or null where no frame asks one.</param>
/// <param name="SessionMinutes">Planned length of a session.</param>
public sealed record EngagementActivated(
    Guid Engagement,
    Guid Establishment,
    Guid Facilitator,
    string Kind,
    Pin Protocol,
    IReadOnlyList<Pin> Frames,
    IReadOnlyList<Guid> Groups,
    int? IntervalDays,
    int SessionMinutes,
    bool NoneAllowed,
    Origin Origin
);

/// <summary>An engagement is concluded: no session may be scheduled any more.</summary>
public sealed record EngagementConcluded(Guid Engagement, IReadOnlyList<Guid> Groups, Origin Origin);
