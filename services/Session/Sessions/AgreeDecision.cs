using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Agrees to a decision; once everyone agrees who was recorded present when it was proposed or since, half of the group at least, it is adopted in
/// common (S3). Who left or was erased before they agreed is not counted as agreeing: it is not adopted in that session.</summary>
public sealed record AgreeDecision : Command
{
    private static readonly Rule InCommon = new("always", "agreed-in-common", "S3");

    /// <summary>Decides.</summary>
    /// <param name="text">The decision's text under the engagement's key; null where it was erased with its author.</param>
    public static Decision Decide(Guid decision, Session session, Sealed? text, Act act)
    {
        if ((Guards.NotOpen(session) ?? Guards.NotPresent(session, act)) is { } refusal)
        {
            return refusal;
        }

        if (session.Decisions.SingleOrDefault(d => d.Id == decision) is not { } proposed)
        {
            return Refusal.NotFound;
        }

        if (proposed.Adopted)
        {
            return Decision.Nothing;
        }

        if (2 * session.Attending.Count < session.Staying.Count())
        {
            return Refusal.OfRule(
                InCommon,
                "Fewer than half of the group are present.",
                "Decide together once at least half of the group is present."
            );
        }

        var agreed = proposed.AgreedBy.Contains(act.By.Person) ? [] : new Fact[] { new DecisionAgreed(decision, act.By.Person) };
        return session.Present.Union(proposed.Asked).Except([.. proposed.AgreedBy, act.By.Person]).Any()
            ? Decision.Of(agreed)
            : Decision.Of(agreed).Adopting(proposed, text, session);
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/sessions/{id:guid}/decisions/{decision:guid}/agree",
                (Guid id, Guid decision, AgreeDecision command, Streams streams) =>
                    streams.Append<Session>(
                        id,
                        command,
                        async (_, session, act) => Decide(decision, session, await Owned(decision, session, act), act)
                    )
            )
            .WithSummary("Agree to a decision")
            .Produces<SessionView>()
            .For(Roles.Member);
    }

    private static async Task<Sealed?> Owned(Guid decision, Session session, Act act) =>
        session.Decisions.SingleOrDefault(d => d.Id == decision) is { Adopted: false } proposed
            ? (await act.Opening([proposed.Text])).Reseal(
                proposed.Text,
                ProposeDecision.TextMember,
                await act.SealUnder(session.Engagement)
            )
            : null;
}
