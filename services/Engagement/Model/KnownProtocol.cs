using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

/// <summary>The facts of a practice's own protocol, as Session told of it.</summary>
public abstract record KnownProtocolFact : Fact;

/// <summary>Session told that the practice published it.</summary>
[Formerly("protocol_publication_learned")]
public sealed record ProtocolPublicationNoted(Pin Protocol, Origin Origin) : KnownProtocolFact;

/// <summary>Session told that the practice deprecated it.</summary>
[Formerly("protocol_deprecation_learned")]
public sealed record ProtocolDeprecationNoted(Pin Protocol, Origin Origin) : KnownProtocolFact;

/// <summary>What this service knows of a practice's own protocol: its stream has the id of Session's. The two messages come in any order.</summary>
public sealed record KnownProtocol(Pin Protocol, bool Deprecated) : Aggregate, IFold<KnownProtocol>
{
    /// <inheritdoc />
    public static Type Facts => typeof(KnownProtocolFact);

    /// <inheritdoc />
    public static KnownProtocol Fold(KnownProtocol? state, Fact fact) =>
        fact switch
        {
            ProtocolPublicationNoted e => new(e.Protocol, state?.Deprecated ?? false),
            ProtocolDeprecationNoted e => new(e.Protocol, true),
            _ => throw new UnknownFactException(fact),
        };

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) => false;
}
