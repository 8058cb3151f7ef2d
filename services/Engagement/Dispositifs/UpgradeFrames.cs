using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Groups;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;
using PracticeAnalysis.ServiceDefaults.Texts;

namespace PracticeAnalysis.Engagement.Dispositifs;

/// <summary>Makes an engagement follow other versions of its frames: an explicit act, with a reason. What was done is judged by the versions of its time.</summary>
/// <param name="Frames">The same frames by name, each in a published version.</param>
public sealed record UpgradeFrames(IReadOnlyList<Pin> Frames, Narrative Reason) : Command
{
    /// <summary>Decides: the dispositif and the groups as they are must keep to the new versions.</summary>
    public static Decision Decide(UpgradeFrames command, Engagement engagement, IReadOnlyList<Group> groups, FrameLibrary frames, Act act)
    {
        if (engagement is not { State: >= EngagementState.Chartering and <= EngagementState.Suspended, Dispositif: { } dispositif })
        {
            return Refusal.OfOrder(
                "No dispositif is agreed, or the engagement ends.",
                "Upgrade between the agreement and the final bilan."
            );
        }

        if (
            command.Frames.Any(p => p is null || !frames.Offers(p))
            || !command.Frames.Select(p => p.Name).Order().SequenceEqual(dispositif.Frames.Select(p => p.Name).Order())
        )
        {
            return Refusal.OfInput(
                "frames are not the engagement's own, in published versions.",
                "Give each of its frames once, by name and version."
            );
        }

        var followed = command.Frames.Select(p => frames.Find(p)!).ToArray();
        var policies = Policies.Compose(followed);
        var broken =
            policies.Conflict()
            ?? DispositifRules.Check(policies, followed, dispositif)
            ?? groups.Select(g => OutOfSize(g, policies)).FirstOrDefault(r => r is not null);
        return broken is not null ? broken
            : command.Frames.ToHashSet().SetEquals(dispositif.Frames) ? Decision.Nothing
            : Decision
                .Of([
                    new FramesUpgraded(dispositif.Frames, command.Frames, act.Seal(command.Reason, EngagementView.ReasonMember)),
                    .. DispositifRules.Breaches(policies, dispositif),
                ])
                .InForce(engagement, frames, act);
    }

    private static Refusal? OutOfSize(Group group, Policies policies) =>
        policies.SizeMaximum is { } most && group.Members.Count > most.Value
            ? Refusal.OfRule(most.Rule, $"A group holds {group.Members.Count} members.", $"Groups hold at most {most.Value} there.")
        : policies.SizeMinimum is { } least && group.IsSealed && group.Members.Count < least.Value
            ? Refusal.OfRule(least.Rule, $"A group holds {group.Members.Count} members.", $"Groups hold at least {least.Value} there.")
        : null;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
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
            .UnderIfMatch()
            .WithSummary("Follow other versions of the frames")
            .Produces<EngagementView>()
            .For(Roles.Practice);
}
