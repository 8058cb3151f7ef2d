using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.ApiKeys;

/// <summary>Issues an API key: a practice for itself or a platform, an establishment for itself. No key issues keys.
/// Sent again under its Idempotency-Key it is answered alike but without the key's text, which is kept nowhere: where the first answer was
/// lost, revoke the key and issue another.</summary>
/// <param name="Label">What it is for; 1 to 80 characters, kept sealed.</param>
/// <param name="Role">practice, platform or establishment.</param>
/// <param name="Scopes">What it may do, of the role's scopes.</param>
/// <param name="ExpiresAt">When it ends, a year ahead at most.</param>
/// <param name="Platform">For a platform: its opaque id, if it has one already; else the key's own.</param>
public sealed record IssueApiKey(
    string Label,
    [property: ClosedList(typeof(IssueApiKey), nameof(IssueApiKey.Holders))] string Role,
    [property: ClosedList(typeof(Access.Scopes), nameof(Access.Scopes.All))] IReadOnlyList<string> Scopes,
    DateTimeOffset ExpiresAt,
    Guid? Platform = null
) : Command
{
    /// <summary>The roles that a key may act in.</summary>
    internal static readonly IReadOnlyList<string> Holders = [Roles.Practice, Roles.Platform, Roles.Establishment];

    /// <summary>Decides.</summary>
    /// <param name="hash">Of the key's text.</param>
    /// <param name="may">Whether the issuer holds a scope: nobody gives what they have not.</param>
    /// <param name="act">Seals under the key of the stream: the label is nobody's own.</param>
    public static Decision Decide(IssueApiKey command, string hash, Func<string, bool> may, Act act)
    {
        string[] roles = act.By switch
        {
            { Role: Roles.Practice } => [Roles.Practice, Roles.Platform],
            { Role: Roles.Establishment, Establishment: not null } => [Roles.Establishment],
            _ => [],
        };
        string[] givable = [.. Access.Scopes.All.Where(s => roles.Contains(command.Role) && Givable(s, command.Role) && may(s))];
        var scopes = command.Scopes.Distinct().Order(StringComparer.Ordinal).ToList();
        return Refusal.All(
                Input.CheckName(command.Label, "label", 80),
                !roles.Contains(command.Role) ? Refusal.OfInput("role is not one for which this token may issue a key.", Input.OneOf(roles))
                    : givable.Length == 0
                        ? Refusal.OfInput(
                            "scopes does not contain a scope that this token may give to a key with this role.",
                            "Use a token that has the scopes that the key should have."
                        )
                    : Input.CheckAmong(command.Scopes, givable, "scopes"),
                Validity.Check(command.ExpiresAt, act.Now)
            )
                is { } wrong
                ? wrong
            : command.Platform is { } platform && (command.Role != Roles.Platform || platform == Guid.Empty)
                ? Refusal.OfInput("platform is not a platform's id, or the role is not platform.", "Give it only for the role platform.")
            : Issue(
                new(
                    null,
                    command.Role,
                    command.Platform ?? act.Stream,
                    command.Role == Roles.Establishment ? act.By.Establishment : null,
                    scopes,
                    hash,
                    command.ExpiresAt.ToUniversalTime(),
                    act.Seal(new(NormalForm.Of(command.Label)), SealedAs.ApiKeyName)
                ),
                act
            );
    }

    private static Decision Issue(ApiKeyIssued issued, Act act)
    {
        var state = Folding.Apply<ApiKey>(null, act.Stream, issued);
        return Decision.Of(issued).Telling(state.Told).Storing(KnownKey.Of(state.Told(new(act.Stream, 1, act.OccurredAt)), act.By.Tenant));
    }

    private static bool Givable(string scope, string role) =>
        scope is not (Access.Scopes.WriteAccess or Access.Scopes.WriteDisclosures) && Access.Scopes.Of(role).Contains(scope);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/api-keys",
                (IssueApiKey command, HttpContext http, NewKeys keys, Streams streams) =>
                    streams.Start<ApiKey>(
                        command,
                        async (_, act) =>
                            Decide(
                                command,
                                keys.NewHash(act.Stream, act.By.Tenant),
                                scope => Access.Scopes.Allow(http.User, act.By.Role, scope),
                                await act.Under(act.Stream)
                            )
                    )
            )
            .WithSummary("Issue an API key; its text is in this answer alone")
            .Produces<ApiKeyView>(201)
            .For(Roles.Practice, Roles.Establishment);
}

/// <summary>How long a secret may be taken.</summary>
internal static class Validity
{
    private const int Days = 366;

    /// <summary>Refused where it is past, or further than a year ahead.</summary>
    public static Refusal? Check(DateTimeOffset expiresAt, DateTimeOffset now) =>
        expiresAt <= now || expiresAt > now.AddDays(Days)
            ? Refusal.OfInput("expiresAt is in the past, or more than a year ahead.", "Give a date and time within the next year.")
            : null;
}
