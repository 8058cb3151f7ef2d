using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Dispositifs;

/// <summary>Makes an engagement follow other versions of its frames: an explicit act, with a reason. What was done is judged by the versions of its time.
/// Once a charter is proposed they ask for no less than before: the group accepts it under what the frames ask. Before, who pays has agreed to what the
/// frames ask, and agrees anew.</summary>
/// <param name="Frames">The same frames by name, each in a published version; one that stays as it is may be deprecated.</param>
/// <param name="Reason">Why it follows other versions; kept sealed, and in no view of the engagement.</param>
public sealed record UpgradeFrames(IReadOnlyList<Pin> Frames, Narrative Reason) : Command
{
    /// <summary>Decides: the dispositif and the groups as they are must keep to the new versions.</summary>
    public static Decision Decide(UpgradeFrames command, Engagement engagement, IReadOnlyList<Group> groups, FrameLibrary frames, Act act)
    {
        if (engagement is not { State: >= EngagementState.Chartering and <= EngagementState.Suspended, Dispositif: { } dispositif })
        {
            return Refusal.OfOrder(
                "No dispositif is agreed, or the engagement is ending.",
                "Upgrade between the agreement and the final bilan."
            );
        }

        if (
            command.Frames.Any(p => p is null || !(frames.Offers(p) || dispositif.Frames.Contains(p)))
            || !command.Frames.Select(p => p.Name).Order().SequenceEqual(dispositif.Frames.Select(p => p.Name).Order())
        )
        {
            return Refusal.OfInput(
                "frames are not the engagement's own frames in published versions.",
                "Give each of its frames once, by name and version."
            );
        }

        // What stays is what was pinned; what is new is pinned as it is published.
        Pin[] pins = [.. command.Frames.Select(p => dispositif.Frames.FirstOrDefault(f => f == p) ?? frames.Find(p)!.Pinned)];
        var followed = pins.Select(p => frames.Find(p)!).ToArray();
        var policies = Policies.Compose(followed);
        var broken =
            policies.Conflict()
            ?? (engagement.Charter is null ? null : Loosens(frames.Pinned(dispositif.Frames), policies))
            ?? DispositifRules.Check(policies, followed, dispositif)
            ?? groups.Select(g => OutOfSize(g, policies)).FirstOrDefault(r => r is not null);
        return broken is not null ? broken
            : pins.ToHashSet().SetEquals(dispositif.Frames) ? Decision.Nothing
            : Decision
                .Of([
                    new FramesUpgraded(
                        dispositif.Frames,
                        pins,
                        act.Seal(command.Reason, SealedAs.EngagementReason),
                        engagement.Charter is null
                    ),
                    .. DispositifRules.Breaches(policies, dispositif),
                ])
                .InForce(engagement, frames, act);
    }

    private static Refusal? Loosens(Policies before, Policies after) =>
        before.Loosened(after) is { } loosened
            ? Refusal.OfRule(
                loosened,
                "The new version is less strict than the one under which the charter was proposed.",
                "Follow a version that is at least as strict; a looser one requires another engagement, whose group accepts it."
            )
            : null;

    private static Refusal? OutOfSize(Group group, Policies policies) =>
        policies.Of(FrameRule.SizeMaximum) is { } most && group.Members.Count > most.Value
            ? Refusal.OfRule(most.Rule, $"Members in a group: {group.Members.Count}.", $"Most members in that version: {most.Value}.")
        : policies.Of(FrameRule.SizeMinimum) is { } least && group.IsSealed && group.Members.Count < least.Value
            ? Refusal.OfRule(least.Rule, $"Members in a group: {group.Members.Count}.", $"Fewest members in that version: {least.Value}.")
        : null;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/engagements/{id:guid}/dispositif/upgrade",
                (Guid id, UpgradeFrames command, FrameLibrary frames, Streams streams) =>
                    streams.Change<Engagement>(
                        id,
                        command,
                        async (session, engagement, act) =>
                            Decide(
                                command,
                                engagement,
                                await session.LoadManyAsync<Group>([.. engagement.GroupIds()]),
                                await frames.With(session),
                                act
                            )
                    )
            )
            .WithSummary("Follow other versions of the frames")
            .Produces<EngagementView>()
            .For(Roles.Practice);
}
