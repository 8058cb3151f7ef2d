using PracticeAnalysis.Contracts;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>What sessions and bilans of an engagement run by. Where an active one runs by other terms, the other services are told and the
/// new dates are watched.</summary>
internal static class TermsInForce
{
    /// <summary>The terms of an engagement as it is.</summary>
    public static V1.Terms Of(Engagement engagement, FrameLibrary frames)
    {
        var dispositif = engagement.Dispositif!;
        var policies = frames.Pinned(dispositif.Frames);
        return new(
            [.. dispositif.Frames.Select(f => new V1.Pin(f.Name, f.Version, f.Digest))],
            WatchFrame.AllowedDays(dispositif, policies),
            dispositif.SessionMinutes,
            policies.Held(FrameRule.NoneAllowed),
            Words.Of(policies.Held(FrameRule.Strictness)),
            Words.Of(policies.Held(FrameRule.Approval)),
            policies.Of(FrameRule.NoneAllowed) is { Rule: var outcome } ? new(outcome.Frame, outcome.Source) : null,
            engagement.Until,
            policies.Held(FrameRule.NoChildrenPresent),
            engagement.Outward is { } outward ? [.. outward.Select(o => Words.Of(o))] : null,
            policies.Of(FrameRule.NoChildrenPresent) is { Value: true, Rule: var childFree }
                ? new(childFree.Frame, childFree.Source)
                : null,
            dispositif.AnswerDays
        );
    }

    /// <summary>The decision, told and watched where it changed the terms of an engagement that is active.</summary>
    public static Decision InForce(this Decision decision, Engagement before, FrameLibrary frames, Act act)
    {
        if (decision.Facts.Count == 0 || before.ActivatedAt is null)
        {
            return decision;
        }

        var after = decision.Facts.Aggregate(before, (state, fact) => Folding.Apply(state, state.Id, fact));
        return decision
            .Telling(origin => new V1.TermsChanged(after.Id, after.GroupIds(), Of(after, frames), origin))
            .WatchingAnew(before, after, frames, act);
    }
}
