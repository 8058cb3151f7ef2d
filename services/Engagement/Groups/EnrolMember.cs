using Marten;
using PracticeAnalysis.Engagement.Dispositifs;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Persons;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Engagement.Groups;

/// <summary>Enrols a member in a group; the answer's last member is the one enrolled, under a new opaque id.</summary>
/// <param name="DisplayName">The person's name, 1 to 200 characters; kept in the identity record alone.</param>
/// <param name="Institution">Opaque id of the institution the person belongs to.</param>
/// <param name="UnderFacilitatorsAuthority">Whether the facilitator is the person's superior; then they cannot be in one group (S0, S2).</param>
/// <param name="Volunteers">Whether the person volunteers; asked where the frame says so, and confirmed by the person before the group is sealed (S3).</param>
public sealed record EnrolMember(string DisplayName, Guid Institution, bool UnderFacilitatorsAuthority = false, bool Volunteers = false)
    : Command
{
    /// <summary>Decides. In a sealed group it takes the group's agreement, and the person takes part once they accepted the charter.</summary>
    public static Decision Decide(EnrolMember command, Group group, Engagement engagement, FrameLibrary frames, Act act)
    {
        var dispositif = engagement.Dispositif!;
        var policies = frames.Pinned(dispositif.Frames);
        return group.IsDissolved ? Refusal.OfOrder("The group is dissolved.", "Constitute another group.")
            : StabilityExceptions.Unagreed(group, policies, StabilityChange.Joins) is { } stable ? stable
            : !MayEnrol(engagement, group)
                ? Refusal.OfOrder(
                    "Nobody can be enrolled now.",
                    "Enrol members before the charter is ratified, or while the engagement is active."
                )
            : Input.CheckName(command.DisplayName, "displayName") is { } noName ? noName
            : command.UnderFacilitatorsAuthority
                ? Refusal.OfRule(
                    policies.Independence?.Rule ?? AssignFacilitator.Independence,
                    "The facilitator holds hierarchical authority over this person.",
                    "Enrol the person in a group of another facilitator."
                )
            : Broken(command, group, dispositif, policies) is { } broken ? broken
            : Input.CheckTime(act, engagement) is { } untimely ? untimely
            : Decision
                .Of(new MemberEnrolled(act.NewId, command.Institution, command.Volunteers))
                .With(engagement, new MemberAdmitted(group.Id, act.NewId, command.Institution))
                .Naming(act.NewId, command.DisplayName)
                .Telling(_ => new NamesDue(act.NewId));
    }

    /// <summary>Decides in the light of the group's engagement and its frames.</summary>
    internal static async Task<Decision> Decide(EnrolMember command, IQuerySession session, Group group, FrameLibrary frames, Act act) =>
        Decide(command, group, (await session.LoadAsync<Engagement>(group.Engagement))!, await frames.With(session), act);

    private static bool MayEnrol(Engagement engagement, Group group) =>
        engagement is { State: EngagementState.Chartering, Charter: not { Ratified: true } }
        || (group.IsSealed && engagement.State is EngagementState.Chartering or EngagementState.Active or EngagementState.Suspended);

    private static Refusal? Broken(EnrolMember command, Group group, Dispositif dispositif, Policies policies) =>
        policies.Participation is { Value: Participation.Volunteers } participation && !command.Volunteers
            ? Refusal.OfRule(participation.Rule, "The person did not volunteer.", "Enrol volunteers alone, and say so.")
        : group.Members.Count >= dispositif.GroupMaximum
            ? Refusal.OfRule(
                DispositifRules.SizeRule(policies.SizeMaximum, dispositif.GroupMaximum),
                $"The group holds {group.Members.Count} members, the most allowed.",
                "Constitute another group."
            )
        : policies.Compositions.FirstOrDefault(c => !Fits(c.Value, group, command.Institution)) is { } composition
            ? Refusal.OfRule(
                composition.Rule,
                "The person's institution does not fit the group's composition.",
                composition.Value == Composition.OneInstitution
                    ? "Enrol members of one institution."
                    : "Enrol members of different institutions."
            )
        : null;

    private static bool Fits(Composition composition, Group group, Guid institution) =>
        composition == Composition.OneInstitution
            ? group.Members.All(m => m.Institution == institution)
            : group.Members.All(m => m.Institution != institution);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/groups/{id:guid}/members",
                (Guid id, EnrolMember command, FrameLibrary frames, Streams streams) =>
                    streams.Append<Group>(id, command, (session, group, act) => Decide(command, session, group, frames, act))
            )
            .WithSummary("Enrol a member")
            .Produces<GroupView>()
            .For(Roles.Practice, Roles.Facilitator);
}
