using Marten;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Model;

/// <summary>The facts of a practice's own protocol.</summary>
public abstract record ProtocolFact : Fact;

/// <summary>A practice drafted a protocol of its own, or a new version of one.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator)]
public sealed record ProtocolDrafted(Protocol Protocol) : ProtocolFact;

/// <summary>The draft was revised.</summary>
[SeenBy(Roles.Practice)]
public sealed record ProtocolRevised(Protocol Protocol) : ProtocolFact;

/// <summary>The draft was withdrawn: it is not published.</summary>
[SeenBy(Roles.Practice)]
public sealed record ProtocolWithdrawn : ProtocolFact;

/// <summary>It was published: immutable from now on, dispositifs may pin it.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator)]
public sealed record ProtocolPublished : ProtocolFact;

/// <summary>It was deprecated: nothing more pins it; what pinned it runs on.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator)]
public sealed record ProtocolDeprecated(Sealed Reason) : ProtocolFact;

/// <summary>Where a practice's protocol is; it is there for others from its publication on.</summary>
public enum ProtocolState
{
    /// <summary>It may be revised.</summary>
    Draft,

    /// <summary>It was withdrawn before it was published.</summary>
    Withdrawn,

    /// <summary>Dispositifs may pin it.</summary>
    Published,

    /// <summary>Nothing more pins it; what did runs on.</summary>
    Deprecated,
}

/// <summary>One version of a practice's own protocol.</summary>
public sealed record ProtocolTemplate(Protocol Protocol, ProtocolState State) : Aggregate, IFold<ProtocolTemplate>
{
    /// <inheritdoc />
    public static Type Facts => typeof(ProtocolFact);

    /// <inheritdoc />
    public static ProtocolTemplate Fold(ProtocolTemplate? state, Fact fact) =>
        (state, fact) switch
        {
            (null, ProtocolDrafted e) => new(e.Protocol, ProtocolState.Draft),
            (not null, ProtocolRevised e) => state with { Protocol = e.Protocol },
            (not null, ProtocolWithdrawn) => state with { State = ProtocolState.Withdrawn },
            (not null, ProtocolPublished) => state with { State = ProtocolState.Published },
            (not null, ProtocolDeprecated) => state with { State = ProtocolState.Deprecated },
            _ => throw new UnknownFactException(fact),
        };

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) => actor.Is(Roles.Practice) || (actor.Is(Roles.Facilitator) && State >= ProtocolState.Published);
}
