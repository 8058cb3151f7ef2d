using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.Groups;

/// <summary>Seals a group that has its minimum of members: its membership stands for the term (S4).</summary>
public sealed record SealGroup : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Group group, Engagement engagement, FrameLibrary frames, Act act) =>
        group.IsSealed || group.IsDissolved
            ? Refusal.OfOrder("The group is sealed already, or dissolved.", "A group can be sealed only once.")
        : engagement.State != EngagementState.Chartering
            ? Refusal.OfOrder("The engagement is not at its charter stage.", "Seal its groups before it is active.")
        : group.Members.Count < engagement.Dispositif!.GroupMinimum
            ? Refusal.OfRule(
                DispositifRules.SizeRule(
                    frames.Pinned(engagement.Dispositif.Frames).Of(FrameRule.SizeMinimum),
                    engagement.Dispositif.GroupMinimum
                ),
                $"Members in the group: {group.Members.Count}.",
                $"Enrol more members; the minimum is {engagement.Dispositif.GroupMinimum}."
            )
        : Unconfirmed(group, frames.Pinned(engagement.Dispositif.Frames)) is { } unconfirmed ? unconfirmed
        : Input.CheckTime(act, engagement) is { } untimely ? untimely
        : Decision
            .Of(new GroupSealed())
            .With(engagement, new GroupSealingNoted(group.Id))
            .Telling(origin => new V1.GroupSealed(
                group.Id,
                group.Engagement,
                [.. group.Members.Select(m => new V1.Member(m.Person, m.Institution))],
                origin
            ));

    private static Refusal? Unconfirmed(Group group, Policies policies) =>
        policies.Of(FrameRule.Participation) is { Value: Participation.Volunteers } volunteers
        && group.Members.Count(m => !m.Confirmed) is > 0 and var silent
            ? Refusal.OfRule(
                volunteers.Rule,
                $"Members who have not confirmed that they volunteer: {silent} of {group.Members.Count}.",
                "Have each of them confirm it in person."
            )
            : null;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/groups/{id:guid}/seal",
                (Guid id, SealGroup command, FrameLibrary frames, Streams streams) =>
                    streams.Change<Group>(
                        id,
                        command,
                        async (session, group, act) => Decide(group, await session.EngagementOf(group), await frames.With(session), act)
                    )
            )
            .WithSummary("Seal a group")
            .Produces<GroupView>()
            .For(Roles.Practice, Roles.Facilitator);
}
