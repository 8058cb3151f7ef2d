using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

/// <summary>The facts of a practice's own frame.</summary>
public abstract record PolicySetFact : Fact;

/// <summary>A practice drafted a frame of its own, or a new version of it.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator)]
public sealed record PolicySetDrafted(Frame Frame) : PolicySetFact;

/// <summary>The draft was revised.</summary>
[SeenBy(Roles.Practice)]
public sealed record PolicySetRevised(Frame Frame) : PolicySetFact;

/// <summary>The draft was withdrawn: it is not published.</summary>
[SeenBy(Roles.Practice)]
public sealed record PolicySetWithdrawn : PolicySetFact;

/// <summary>The frame was published: it is immutable from now on, and dispositifs may follow it.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator)]
public sealed record PolicySetPublished : PolicySetFact;

/// <summary>The frame was deprecated: no new dispositif follows it; those that pinned it are judged by it still.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator)]
public sealed record PolicySetDeprecated(Sealed Reason) : PolicySetFact;

/// <summary>Where a practice's frame is; it is there for others from its publication on.</summary>
public enum PolicySetState
{
    /// <summary>It may be revised.</summary>
    Draft,

    /// <summary>It was withdrawn before it was published.</summary>
    Withdrawn,

    /// <summary>Dispositifs may follow it.</summary>
    Published,

    /// <summary>No new dispositif follows it.</summary>
    Deprecated,
}

/// <summary>A policy set: one version of a practice's own frame.</summary>
public sealed record PolicySet(Frame Frame, PolicySetState State) : Aggregate, IFold<PolicySet>
{
    /// <inheritdoc />
    public static Type Facts => typeof(PolicySetFact);

    /// <inheritdoc />
    public static PolicySet Fold(PolicySet? state, Fact fact) =>
        (state, fact) switch
        {
            (null, PolicySetDrafted e) => new(e.Frame, PolicySetState.Draft),
            (not null, PolicySetRevised e) => state with { Frame = e.Frame },
            (not null, PolicySetWithdrawn) => state with { State = PolicySetState.Withdrawn },
            (not null, PolicySetPublished) => state with { State = PolicySetState.Published },
            (not null, PolicySetDeprecated) => state with { State = PolicySetState.Deprecated },
            _ => throw new UnknownFactException(fact),
        };

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) => actor.Is(Roles.Practice) || (actor.Is(Roles.Facilitator) && State >= PolicySetState.Published);
}
