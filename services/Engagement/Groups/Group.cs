using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Engagement.Groups;

/// <summary>The facts of a group.</summary>
public abstract record GroupFact : Fact;

/// <summary>A group (groupe) was constituted for an engagement.</summary>
/// <param name="Label">A short label, no person's name.</param>
public sealed record GroupConstituted(Guid Engagement, Guid Facilitator, string Label) : GroupFact, IBelongsToEngagement;

/// <summary>A member was enrolled; the name stands in the identity record alone.</summary>
/// <param name="Institution">Opaque id of the institution the person belongs to.</param>
/// <param name="Volunteers">Whether the member volunteered, expressly.</param>
public sealed record MemberEnrolled(Guid Person, Guid Institution, bool Volunteers) : GroupFact;

/// <summary>The group was sealed: its membership stands for the term (S4).</summary>
public sealed record GroupSealed : GroupFact;

/// <summary>A member of a group.</summary>
public sealed record Member(Guid Person, Guid Institution, bool Volunteers);

/// <summary>A group: stable membership for the term. It holds no text.</summary>
public sealed record Group(Guid Engagement, Guid Facilitator, string Label, IReadOnlyList<Member> Members, bool IsSealed)
    : Aggregate,
        IFold<Group>
{
    /// <inheritdoc />
    public static Type Facts => typeof(GroupFact);

    /// <inheritdoc />
    public static Group Fold(Group? state, Fact fact) =>
        (state, fact) switch
        {
            (null, GroupConstituted e) => new(e.Engagement, e.Facilitator, e.Label, [], false),
            (not null, MemberEnrolled e) => state with { Members = [.. state.Members, new(e.Person, e.Institution, e.Volunteers)] },
            (not null, GroupSealed) => state with { IsSealed = true },
            _ => throw new UnknownFactException(fact),
        };

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) =>
        actor.Is(Roles.Practice)
        || (actor.Is(Roles.Facilitator) && actor.Person == Facilitator)
        || (actor.Is(Roles.Member) && Members.Any(m => m.Person == actor.Person));
}

/// <summary>A group as the API shows it.</summary>
public sealed record GroupView(
    Guid Id,
    long Version,
    Guid Engagement,
    Guid Facilitator,
    string Label,
    IReadOnlyList<Member> Members,
    bool Sealed
)
{
    /// <summary>How it is shown.</summary>
    public static GroupView Of(Group g) => new(g.Id, g.Version, g.Engagement, g.Facilitator, g.Label, g.Members, g.IsSealed);
}
