using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.ApiKeys;

/// <summary>Gives a key a new secret. The one before is taken for an overlap, so that nothing stops while it is replaced.
/// Sent again under its Idempotency-Key it is answered alike but without the key's text, which is kept nowhere: where the first answer was
/// lost, rotate again.</summary>
/// <param name="ExpiresAt">When the new secret ends, a year ahead at most.</param>
/// <param name="OverlapMinutes">How long the one before is still taken: 0 to 10080 (a week).</param>
public sealed record RotateApiKey(DateTimeOffset ExpiresAt, [property: Between(0, RotateApiKey.Week)] int OverlapMinutes = 60) : Command
{
    internal const int Week = 7 * 24 * 60;

    /// <summary>Decides.</summary>
    /// <param name="hash">Makes a new text, and gives its hash.</param>
    public static Decision Decide(RotateApiKey command, ApiKey key, Func<string> hash, Act act)
    {
        if (!key.IsLive(act.Now))
        {
            return Refusal.OfOrder("The key is revoked or expired.", "Issue another one.");
        }

        if (Input.CheckNumbers(command) is { } noNumber)
        {
            return noNumber;
        }

        if (Validity.Check(command.ExpiresAt, act.Now) is { } untimely)
        {
            return untimely;
        }

        var overlap = act.Now.AddMinutes(command.OverlapMinutes);
        var rotated = new ApiKeyRotated(
            hash(),
            command.ExpiresAt.ToUniversalTime(),
            overlap < key.Secret.Until ? overlap : key.Secret.Until
        );
        return key.Changed(rotated, act);
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/api-keys/{id:guid}/rotate",
                (Guid id, RotateApiKey command, NewKeys keys, Streams streams) =>
                    streams.Change<ApiKey>(
                        id,
                        command,
                        async (session, key, act) =>
                        {
                            await KnownKey.Hold(session, id);
                            return Decide(command, key, () => keys.NewHash(id, act.By.Tenant), act);
                        }
                    )
            )
            .WithSummary("Give an API key a new secret; its text is in this answer alone")
            .Produces<ApiKeyView>()
            .For(Roles.Practice, Roles.Establishment);
}
