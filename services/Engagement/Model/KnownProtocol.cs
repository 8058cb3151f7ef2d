using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.Model;

/// <summary>The facts of a practice's own protocol, as Session told of it.</summary>
public abstract record KnownProtocolFact : Fact;

/// <summary>Session told that the practice published it.</summary>
public sealed record ProtocolPublicationLearned(ProtocolPublished Message) : KnownProtocolFact;

/// <summary>Session told that the practice deprecated it.</summary>
public sealed record ProtocolDeprecationLearned(ProtocolDeprecated Message) : KnownProtocolFact;

/// <summary>What this service knows of a practice's own protocol: its stream has the id of Session's. The two messages come in any order.</summary>
public sealed record KnownProtocol(Pin Protocol, bool Deprecated) : Aggregate, IFold<KnownProtocol>
{
    /// <inheritdoc />
    public static Type Facts => typeof(KnownProtocolFact);

    /// <inheritdoc />
    public static KnownProtocol Fold(KnownProtocol? state, Fact fact) =>
        fact switch
        {
            ProtocolPublicationLearned e => new(Read(e.Message.Protocol), state?.Deprecated ?? false),
            ProtocolDeprecationLearned e => new(Read(e.Message.Protocol), true),
            _ => throw new UnknownFactException(fact),
        };

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) => false;

    private static Pin Read(V1.Pin told) => new(told.Name, told.Version, told.Digest);
}
