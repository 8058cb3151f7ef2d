using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Protocols;
using V1 = PracticeAnalysis.Contracts.Session.V1;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Proposes a decision to be agreed in common, in the phase that asks for one (S3, regulation).</summary>
public sealed record ProposeDecision(Narrative Text) : Command
{
    internal const string TextMember = "DecisionProposed.Text";

    /// <summary>Decides; a member who proposes agrees.</summary>
    public static Decision Decide(ProposeDecision command, Session session, Protocol protocol, Act act) =>
        (Guards.NotOpen(session) ?? Guards.NotPresent(session, act) ?? Guards.NotInPhase(session, protocol, Need.DecidedInCommon))
            is { } refusal
            ? refusal
        : new DecisionProposed(act.NewId, act.By.Person, act.Seal(command.Text, TextMember), session.Present) is var proposed
        && act.By.Is(Roles.Member)
            ? Decision.Of(proposed, new DecisionAgreed(act.NewId, act.By.Person))
        : proposed;
}

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

        if (2 * session.Attending.Count < session.Members.Count)
        {
            return Refusal.OfRule(
                InCommon,
                "Fewer than half of the group are present.",
                "Decide in common once half of the group or more are there."
            );
        }

        var agreed = proposed.AgreedBy.Contains(act.By.Person) ? [] : new Fact[] { new DecisionAgreed(decision, act.By.Person) };
        return session.Present.Union(proposed.Asked).Except([.. proposed.AgreedBy, act.By.Person]).Any()
            ? Decision.Of(agreed)
            : Decision.Of(agreed).Adopting(proposed, text, session);
    }
}

/// <summary>How a group decides in common: what is agreed so is asked of whoever is present by the record as it stands.</summary>
public static class DecideInCommon
{
    /// <summary>And the decision is adopted.</summary>
    /// <param name="session">The session, with those who are present.</param>
    public static Decision Adopting(this Decision decided, CommonDecision decision, Sealed? text, Session session) =>
        decided
            .And(new CommonDecisionAdopted(decision.Id, text, session.Members.Count, session.Present))
            .Telling(origin => new V1.CommonDecisionAdopted(decision.Id, session.Id, session.Group, session.Engagement, origin));

    /// <summary>And what it says of who was present is asked of each decision: it is set aside where somebody is there who had not agreed, and stands again
    /// once those are not for whose sake it was.</summary>
    /// <param name="session">As it was before.</param>
    public static Decision Reconsidering(this Decision changed, Session session)
    {
        var after = changed.Facts.Aggregate(session, (state, fact) => Folding.Apply(state, session.Id, fact));
        return session.Decisions.Aggregate(
            changed,
            (decided, decision) =>
                decision.Adopted
                    ? after.Present.Except(session.Present).Except(decision.AgreedBy).ToList() is { Count: > 0 } unheard
                        ? decided
                            .And(new CommonDecisionSetAside(decision.Id, unheard))
                            .Telling(origin => new V1.CommonDecisionSetAside(
                                decision.Id,
                                session.Id,
                                session.Group,
                                session.Engagement,
                                origin
                            ))
                        : decided
                    : decision.Unheard.Count > 0 && !after.Present.Except(decision.AgreedBy).Any()
                        ? decided.Adopting(decision, null, after)
                        : decided
        );
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/sessions/{id:guid}/decisions",
                (Guid id, ProposeDecision command, ProtocolLibrary protocols, Streams streams) =>
                    streams.Append<Session>(
                        id,
                        command,
                        (session, act) => ProposeDecision.Decide(command, session, protocols.Pinned(session), act)
                    )
            )
            .WithSummary("Propose a decision")
            .Produces<SessionView>()
            .For(Roles.Member, Roles.Facilitator);
        routes
            .MapPost(
                "/v1/sessions/{id:guid}/decisions/{decision:guid}/agree",
                (Guid id, Guid decision, AgreeDecision command, Streams streams) =>
                    streams.Append<Session>(
                        id,
                        command,
                        async (_, session, act) => AgreeDecision.Decide(decision, session, await Owned(decision, session, act), act)
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
