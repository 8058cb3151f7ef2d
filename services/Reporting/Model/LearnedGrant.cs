using System.Security.Cryptography;
using PracticeAnalysis.Contracts.Access.V1;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.Model;

/// <summary>What Engagement told of a grant to a platform.</summary>
public abstract record LearnedGrantFact : Fact;

/// <summary>An establishment granted a platform access.</summary>
public sealed record GrantLearned(PlatformAccessGranted Message) : LearnedGrantFact;

/// <summary>The establishment took it back.</summary>
public sealed record GrantRevocationLearned(PlatformAccessRevoked Message) : LearnedGrantFact;

/// <summary>A grant to a platform, as Reporting knows it: in whatever order it was told, taken back is taken back.</summary>
public sealed record LearnedGrant(PlatformAccessGranted? Granted, bool Revoked) : Aggregate, IFold<LearnedGrant>
{
    /// <inheritdoc />
    public static Type Facts => typeof(LearnedGrantFact);

    /// <inheritdoc />
    public static LearnedGrant Fold(LearnedGrant? state, Fact fact) =>
        fact switch
        {
            GrantLearned e => new(e.Message, state?.Revoked ?? false),
            GrantRevocationLearned => new(state?.Granted, true),
            _ => throw new UnknownFactException(fact),
        };

    /// <summary>The stream of a grant here. By the grant's own id the ledger keeps its entries, in this store too.</summary>
    public static Guid StreamOf(Guid grant) => new(SHA256.HashData([.. "learned grant"u8, .. grant.ToByteArray()]).AsSpan(0, 16));

    /// <summary>Whether it lets its platform do this now.</summary>
    public bool Allows(string scope, DateTimeOffset now) =>
        !Revoked && Granted is { } granted && granted.Until > now && granted.Scopes.Contains(scope);

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) => false;
}
