using System.Security.Claims;

namespace PracticeAnalysis.Kernel;

/// <summary>Who acts, from the token alone: one token, one tenant, one role.</summary>
/// <param name="Tenant">The practice (cabinet) whose data this is.</param>
/// <param name="Role">One of <see cref="Roles" />.</param>
/// <param name="Person">Opaque id of the person.</param>
/// <param name="Establishment">For the establishment's role: which one.</param>
public sealed record Actor(string Tenant, string Role, Guid Person, Guid? Establishment = null)
{
    /// <summary>How the actor is written in an event's metadata: role and opaque id.</summary>
    public override string ToString() => $"{Role}:{Person}";

    /// <summary>Whether the actor has this role.</summary>
    public bool Is(string role) => Role == role;

    /// <summary>The actor that a checked token names; null when the token lacks a claim.</summary>
    public static Actor? From(ClaimsPrincipal user) =>
        Only(user, "tenant") is { Length: > 0 } tenant
        && Only(user, "role") is { } role
        && Roles.All.Contains(role)
        && Guid.TryParse(Only(user, "person"), out var person)
            ? new(tenant, role, person, Guid.TryParse(Only(user, "establishment"), out var e) ? e : null)
            : null;

    // One token, one tenant, one role: of two nobody could say which is meant.
    private static string? Only(ClaimsPrincipal user, string claim)
    {
        string? only = null;
        foreach (var one in user.Claims)
        {
            if (one.Type == claim)
            {
                if (only is not null)
                {
                    return null;
                }

                only = one.Value;
            }
        }

        return only;
    }
}

/// <summary>The roles a token may carry.</summary>
public static class Roles
{
    /// <summary>The provider of the facilitation: registers, qualifies, designs, assigns; nothing said in a group.</summary>
    public const string Practice = "practice";

    /// <summary>The outside facilitator (intervenant), in their own groups.</summary>
    public const string Facilitator = "facilitator";

    /// <summary>A member of a group.</summary>
    public const string Member = "member";

    /// <summary>The establishment that asked and pays.</summary>
    public const string Establishment = "establishment";

    /// <summary>An HR or quality-of-work platform.</summary>
    public const string Platform = "platform";

    /// <summary>Replays histories, pseudonymised.</summary>
    public const string Auditor = "auditor";

    /// <summary>Sees health, queues and metadata.</summary>
    public const string Operator = "operator";

    /// <summary>Every role.</summary>
    public static readonly IReadOnlyList<string> All = [Practice, Facilitator, Member, Establishment, Platform, Auditor, Operator];
}
