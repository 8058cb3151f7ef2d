using System.Security.Cryptography;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.Model;

/// <summary>What Engagement told of a grant to a platform.</summary>
public abstract record LearnedGrantFact : Fact;

/// <summary>An establishment granted a platform access.</summary>
/// <param name="Platform">Opaque id of the platform, the person of its tokens.</param>
/// <param name="Scopes">What for, such as <c>indicators:read</c>.</param>
[Formerly("grant_learned")]
public sealed record GrantNoted(Guid Establishment, Guid Platform, IReadOnlyList<string> Scopes, DateTimeOffset Until, Origin Origin)
    : LearnedGrantFact;

/// <summary>The establishment took it back.</summary>
[Formerly("grant_revocation_learned")]
public sealed record GrantRevocationNoted(Origin Origin) : LearnedGrantFact;

/// <summary>A grant to a platform, as Reporting knows it: in whatever order it was told, taken back is taken back.</summary>
public sealed record LearnedGrant(GrantNoted? Granted, bool Revoked) : Aggregate, IFold<LearnedGrant>
{
    /// <inheritdoc />
    public static Type Facts => typeof(LearnedGrantFact);

    /// <inheritdoc />
    public static LearnedGrant Fold(LearnedGrant? state, Fact fact) =>
        fact switch
        {
            GrantNoted e => new(e.Said(), state?.Revoked ?? false),
            GrantRevocationNoted => new(state?.Granted, true),
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
