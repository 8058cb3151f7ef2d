using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.Charters;

/// <summary>Accepts the charter, confidentiality among it, on its exact text: each member of each group, and the facilitator, for themselves.</summary>
/// <param name="TextHash">The hash of the exact text, as the engagement's charter shows it.</param>
public sealed record AcceptCharter(string TextHash) : Command, IAcceptsCharter
{
    /// <summary>Decides; who is neither a member nor the facilitator does not see the engagement. Who joins an active engagement, or takes over its groups,
    /// takes part from here on.</summary>
    /// <param name="groups">The engagement's groups: those in which the person is awaited note it.</param>
    public static Decision Decide(AcceptCharter command, Engagement engagement, Act act, params IReadOnlyList<Group> groups)
    {
        var awaiting = groups.Where(g => g.Awaits(act.By.Person)).ToList();
        return awaiting.Select(g => Input.CheckTime(act, g)).FirstOrDefault(r => r is not null) is { } untimely ? untimely
            : Accepted(command, engagement, act) is { Facts.Count: > 0 } accepted
                ? awaiting.Aggregate(accepted, (decision, group) => decision.With(group, new CharterAcceptanceNoted(act.By.Person)))
            : Accepted(command, engagement, act);
    }

    private static Decision Accepted(AcceptCharter command, Engagement engagement, Act act) =>
        engagement.Charter is not { } charter ? Refusal.OfOrder("No charter is proposed.", "Accept the charter once it is proposed.")
        : command.TextHash != charter.TextHash
            ? Refusal.OfRule(
                Charter.Acceptance,
                "textHash is not the hash of the charter's exact text.",
                "Read the charter again, and accept what it says now."
            )
        : charter.AcceptedBy.Contains(act.By.Person) ? Decision.Nothing
        : engagement.State is not (EngagementState.Chartering or EngagementState.Active or EngagementState.Suspended)
            ? Refusal.OfOrder("The engagement is past its charter stage.", "Accept the charter while the engagement runs.")
        : engagement.ActivatedAt is not null && act.By.Person == engagement.Facilitator && !engagement.Bound.Contains(act.By.Person)
            ? Input.CheckClock(act) is { } late ? late
                : Decision.Of(new CharterAccepted(act.By.Person, charter.TextHash)).TakingOver(engagement, act.By.Person)
        : Joining(engagement, act.By.Person) is { } joining
            ? Decision
                .Of(new CharterAccepted(act.By.Person, charter.TextHash))
                .Telling(origin => new V1.MemberEnrolled(
                    joining.Group,
                    engagement.Id,
                    new(joining.Person, joining.Institution ?? Guid.Empty),
                    origin
                ))
        : new CharterAccepted(act.By.Person, charter.TextHash);

    private static EngagedMember? Joining(Engagement engagement, Guid person) =>
        engagement.State >= EngagementState.Active && !engagement.Bound.Contains(person)
            ? engagement.Members.FirstOrDefault(m => m.Person == person)
            : null;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/engagements/{id:guid}/charter/accept",
                (Guid id, AcceptCharter command, Streams streams) =>
                    streams.Append<Engagement>(
                        id,
                        command,
                        async (session, engagement, act) =>
                            Decide(command, engagement, act, [.. await session.LoadManyAsync<Group>([.. engagement.GroupIds()])])
                    )
            )
            .WithSummary("Accept the charter")
            .Produces<EngagementView>()
            .For(Roles.Member, Roles.Facilitator);
}
