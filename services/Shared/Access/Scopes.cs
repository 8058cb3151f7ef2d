using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Access;

/// <summary>What a token or key may do, by capability: <c>indicators:read</c>, <c>sessions:write</c>. Beside roles, never instead of them:
/// an operation asks for a role and a scope.</summary>
public static class Scopes
{
    /// <summary>Reads indicators.</summary>
    public const string ReadIndicators = "indicators:read";

    /// <summary>Reads what is sent to webhooks, and where.</summary>
    public const string ReadWebhooks = "webhooks:read";

    /// <summary>Says where webhooks go.</summary>
    public const string WriteWebhooks = "webhooks:write";

    /// <summary>Gives access and takes it back: keys, grants. For persons alone: no key may make keys.</summary>
    public const string WriteAccess = "access:write";

    /// <summary>Agrees that what was said is read, or objects. For persons alone: two keys are no two persons.</summary>
    public const string WriteDisclosures = "disclosures:write";

    // The first noun of a path says the capability, or its last one where that is told apart; * stands for an id.
    private static readonly (string Path, string Capability)[] Table =
    [
        ("establishments/*/succession/*", "engagements"),
        ("establishments/*/indicators", "indicators"),
        ("establishments/*/action-tracks", "tracks"),
        ("establishments/*/platform-grants", "access"),
        ("establishments/*/attestations", "engagements"),
        ("establishments", "registry"),
        ("facilitators/*/identity", "persons"),
        ("facilitators", "registry"),
        ("imports", "imports"),
        ("operations", "operations"),
        ("past-engagements", "engagements"),
        ("requests", "engagements"),
        ("engagements/*/history", "history"),
        ("proof", "proof"),
        ("engagements/*/states", "history"),
        ("engagements/*/difference", "history"),
        ("engagements/*/conformance", "history"),
        ("engagements/*/export", "history"),
        ("engagements/*/bilans", "bilans"),
        ("persons/*/waiting", "bilans"),
        ("engagements", "engagements"),
        ("groups/*/identities", "persons"),
        ("groups/*/evolution", "history"),
        ("groups/*/audit-trail", "history"),
        ("groups/*/bilans", "bilans"),
        ("groups/*/bilans-due", "bilans"),
        ("groups/*/syntheses", "bilans"),
        ("groups/*/sessions", "sessions"),
        ("groups/*/situations", "sessions"),
        ("groups/*/parts", "sessions"),
        ("groups/*/tracks", "tracks"),
        ("groups", "engagements"),
        ("sessions/*/disclosures", "disclosures"),
        ("sessions", "sessions"),
        ("pulses", "sessions"),
        ("calendar-links", "sessions"),
        ("tracks", "tracks"),
        ("bilans", "bilans"),
        ("roll-ups", "indicators"),
        ("indicator-periods", "indicators"),
        ("syntheses", "bilans"),
        ("frames", "frames"),
        ("policy-sets", "frames"),
        ("charter-clauses", "frames"),
        ("protocols", "frames"),
        ("protocol-templates", "frames"),
        ("event-schemas", "frames"),
        ("audit-grants/*/engagements", "history"),
        ("audit-grants/*/export", "history"),
        ("audit-grants", "access"),
        ("disclosures", "disclosures"),
        ("platform-grants", "access"),
        ("persons", "persons"),
        ("api-keys", "access"),
        ("sandbox", "access"),
        ("webhooks", "webhooks"),
        ("events", "webhooks"),
    ];

    // A POST that changes nothing: it computes, or looks for what stands in no address.
    private static readonly string[] Computations = ["frames/compose", "persons/search"];

    // A GET whose answer lets its reader speak for somebody: who only reads what is sent does not sign it.
    private static readonly string[] Credentials = ["webhooks/{id:guid}/secret", "webhooks/{id}/secret"];

    // What a provider's own scopes ask for is identity, not a capability of ours.
    private static readonly HashSet<string> OfTheProvider = ["openid", "profile", "email", "address", "phone", "offline_access"];

    private static readonly Dictionary<string, string[]> ByRole = new()
    {
        [Roles.Practice] =
        [
            .. Both(
                "registry",
                "engagements",
                "frames",
                "persons",
                "access",
                "webhooks",
                "indicators",
                "imports",
                "operations",
                "disclosures"
            ),
            .. Read("bilans", "tracks", "history", "proof"),
        ],
        [Roles.Facilitator] =
        [
            .. Both("registry", "engagements", "sessions", "tracks", "bilans", "persons", "disclosures"),
            .. Read("frames", "history", "webhooks"),
        ],
        [Roles.Member] =
        [
            .. Both("engagements", "sessions", "tracks", "bilans", "persons", "disclosures"),
            .. Read("frames", "history", "access", "webhooks"),
        ],
        [Roles.Establishment] =
        [
            .. Both("engagements", "access", "webhooks", "bilans"),
            .. Read("registry", "frames", "tracks", "indicators"),
        ],
        [Roles.Platform] = [.. Both("webhooks"), .. Read("frames", "registry", "indicators", "access")],
        [Roles.Auditor] = [.. Both("history", "proof", "disclosures"), .. Read("frames", "access")],
        [Roles.Operator] = [.. Both("operations", "proof"), .. Read("frames")],
    };

    /// <summary>Every scope, in order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. ByRole.Values.SelectMany(s => s).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The scopes of a role: what its token may do where it names none, and the most that one may name.</summary>
    public static IReadOnlyList<string> Of(string role) => ByRole[role];

    /// <summary>The scope of an operation.</summary>
    /// <param name="method">Its HTTP method.</param>
    /// <param name="path">Its path, with parameters in braces.</param>
    public static string OfOperation(string method, string path)
    {
        var nouns = path.Split('/', StringSplitOptions.RemoveEmptyEntries)[1..];
        var (_, capability) = Table.FirstOrDefault(row => Begins(nouns, row.Path.Split('/')));
        return capability is null
                ? throw new InvalidOperationException($"{method} {path} has no scope: give its noun a capability in Scopes.")
            : (HttpMethods.IsGet(method) && !Credentials.Contains(string.Join('/', nouns)))
            || Computations.Contains(string.Join('/', nouns))
                ? $"{capability}:read"
            : $"{capability}:write";
    }

    /// <summary>Whether this token, of this role, may do what the scope says. One that names scopes may do those alone; a person's that
    /// names none may do what the role may; a platform's that names none may nothing.</summary>
    public static bool Allow(ClaimsPrincipal user, string role, string scope)
    {
        var named = user.FindAll(c => c.Type is "scope" or "scp").SelectMany(c => c.Value.Split(' ')).Except(OfTheProvider).ToHashSet();
        return Of(role).Contains(scope) && (named.Contains(scope) || (named.Count == 0 && role != Roles.Platform));
    }

    private static bool Begins(string[] nouns, string[] row) =>
        nouns.Length >= row.Length && row.Zip(nouns).All(pair => pair.First == "*" || pair.First == pair.Second);

    private static IEnumerable<string> Read(params string[] capabilities) => capabilities.Select(c => $"{c}:read");

    private static IEnumerable<string> Both(params string[] capabilities) =>
        capabilities.SelectMany(c => (string[])[$"{c}:read", $"{c}:write"]);
}
