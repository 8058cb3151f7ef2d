using System.Security.Claims;
using System.Text.RegularExpressions;

namespace PracticeAnalysis.Kernel;

/// <summary>Who acts, from the token alone: one token, one tenant, one role.</summary>
/// <param name="Tenant">The practice (cabinet) whose data this is: 1 to 100 ASCII letters, digits, dots, hyphens and underscores.</param>
/// <param name="Role">One of <see cref="Roles" />.</param>
/// <param name="Person">Opaque id of the person.</param>
/// <param name="Establishment">For the establishment's role: which one.</param>
public sealed partial record Actor(string Tenant, string Role, Guid Person, Guid? Establishment = null)
{
    /// <summary>The claims that a token names an actor by.</summary>
    public static readonly IReadOnlyList<string> Claims = ["tenant", "role", "person", "establishment"];

    /// <summary>How the actor is written in an event's metadata: role and opaque id.</summary>
    public override string ToString() => $"{Role}:{Person}";

    /// <summary>Whether the actor has this role.</summary>
    public bool Is(string role) => Role == role;

    /// <summary>The actor that a checked token names; null where it lacks a claim.</summary>
    public static Actor? From(ClaimsPrincipal user) =>
        Lacks(user) is null ? new(Only(user, "tenant")!, Only(user, "role")!, Id(user, "person")!.Value, Id(user, "establishment")) : null;

    /// <summary>Which claim a checked token lacks, has torn, or has twice; null where it names an actor.</summary>
    public static string? Lacks(ClaimsPrincipal user) =>
        Only(user, "tenant") is not { } tenant || !TenantForm().IsMatch(tenant) ? "tenant"
        : Only(user, "role") is not { } role || !Roles.All.Contains(role) ? "role"
        : Id(user, "person") is null ? "person"
        : role == Roles.Establishment && Id(user, "establishment") is null ? "establishment"
        : null;

    // Two names look different to people where they are; under *DEFAULT* the store keeps what is of no tenant.
    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,99}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TenantForm();

    private static Guid? Id(ClaimsPrincipal user, string claim) =>
        Guid.TryParse(Only(user, claim), out var id) && id != Guid.Empty ? id : null;

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
