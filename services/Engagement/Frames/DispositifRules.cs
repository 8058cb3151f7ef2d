using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Frames;

/// <summary>Judges a dispositif by what its frames ask together.</summary>
public static class DispositifRules
{
    /// <summary>The first rule that the dispositif breaks, or null.</summary>
    public static Refusal? Check(Policies policies, IReadOnlyList<Frame> frames, Dispositif dispositif) =>
        Differs(
            policies.Each(FrameRule.Kinds),
            dispositif.Kind,
            "The dispositif's kind is not the frame's.",
            "Choose a frame of the engagement's kind, or redirect the engagement."
        )
        ?? CheckAudience(frames, dispositif.Audience)
        ?? Differs(
            policies.Each(FrameRule.Protocols),
            dispositif.Protocol,
            "The protocol is not the frame's.",
            "Choose the frame's protocol and version."
        )
        ?? CheckSize(policies, dispositif)
        ?? CheckRate(policies, dispositif);

    /// <summary>The first rule that the assigned facilitator's file breaks, or null.</summary>
    public static Refusal? CheckFacilitator(Policies policies, Facilitator? facilitator, IReadOnlyList<Guid> establishments) =>
        policies
            .Each(FrameRule.Qualifications)
            .FirstOrDefault(q => facilitator is null || !facilitator.Shown.Any(e => e.Kind == q.Value && e.Years != 0))
            is { } lacking
            ? Refusal.OfRule(
                lacking.Rule,
                "The facilitator's file does not show what the frame asks for.",
                "Assign a facilitator whose file does."
            )
        : policies.Of(FrameRule.Externality) is { Value: Externality.Required } external
        && (facilitator is null || (facilitator.Employer is { } employer && establishments.Contains(employer)))
            ? Refusal.OfRule(external.Rule, "The facilitator works for an establishment that it is for.", "Assign one from outside.")
        : null;

    /// <summary>What the dispositif passes of interval, frequency and minimum term, and of the rate with a reason: recorded, not refused.</summary>
    public static IEnumerable<DispositifBreachRecorded> Breaches(Policies policies, Dispositif dispositif)
    {
        if (policies.Of(FrameRule.Interval) is { } interval && dispositif.IntervalDays > interval.Value)
        {
            yield return new(interval.Rule, dispositif.IntervalDays.Value, interval.Value);
        }

        if (policies.Of(FrameRule.FrequencyMinimum) is { } fewest && dispositif.SessionsPlanned < fewest.Value * dispositif.TermMonths)
        {
            yield return new(fewest.Rule, dispositif.SessionsPlanned, fewest.Value * dispositif.TermMonths);
        }

        if (policies.Of(FrameRule.FrequencyMaximum) is { } most && dispositif.SessionsPlanned > most.Value * dispositif.TermMonths)
        {
            yield return new(most.Rule, dispositif.SessionsPlanned, most.Value * dispositif.TermMonths);
        }

        if (policies.Of(FrameRule.MinimumTerm) is { } term && dispositif.TermMonths < term.Value)
        {
            yield return new(term.Rule, dispositif.TermMonths, term.Value);
        }

        if (policies.Of(FrameRule.RateMinimum) is { } least && dispositif.RateCents < least.Value)
        {
            yield return new(least.Rule, dispositif.RateCents, least.Value);
        }

        if (policies.Of(FrameRule.RateMaximum) is { } dearest && dispositif.RateCents > dearest.Value)
        {
            yield return new(dearest.Rule, dispositif.RateCents, dearest.Value);
        }
    }

    /// <summary>The rule behind a group's bound: the frame's, or the dispositif's own where it is narrower.</summary>
    public static Rule SizeRule(Demand<int>? frame, int bound) => frame?.Value == bound ? frame.Rule : new("dispositif", "size", "design");

    private static Refusal? CheckRate(Policies policies, Dispositif d) =>
        policies.Of(FrameRule.RateWithoutOverride) is { Value: false } && d.RateReason is not null
            ? null
            : Below(policies.Of(FrameRule.RateMinimum), d.RateCents, "The rate is under the frame's range.")
                ?? Above(policies.Of(FrameRule.RateMaximum), d.RateCents, "The rate is over the frame's range.");

    private static Refusal? CheckSize(Policies policies, Dispositif d) =>
        Below(policies.Of(FrameRule.SizeMinimum), d.GroupMinimum, "Groups may be smaller than the frame allows.")
        ?? Below(policies.Of(FrameRule.SizeMinimum), d.GroupMaximum, "Groups must be smaller than the frame allows.")
        ?? Above(policies.Of(FrameRule.SizeMaximum), d.GroupMaximum, "Groups may be larger than the frame allows.")
        ?? Above(policies.Of(FrameRule.SizeMaximum), d.GroupMinimum, "Groups must be larger than the frame allows.")
        ?? (
            d.GroupMinimum > d.GroupMaximum
                ? Refusal.OfInput(
                    "groupMinimum is over groupMaximum, given or the usual one (3 to 12).",
                    "Give bounds that are not crossed."
                )
                : null
        );

    private static Refusal? CheckAudience(IReadOnlyList<Frame> frames, Audience audience) =>
        frames.FirstOrDefault(f => !f.Audiences.Contains(audience)) is { } frame
            ? Refusal.OfRule(
                new(frame.Name, "audience", frame.Source),
                "The frame is for another audience.",
                "Choose its audience, or another frame."
            )
            : null;

    private static Refusal? Differs<T>(IReadOnlyList<Demand<T>> demands, T value, string detail, string satisfy) =>
        demands.FirstOrDefault(d => !Equals(d.Value, value)) is { } broken ? Refusal.OfRule(broken.Rule, detail, satisfy) : null;

    private static Refusal? Below(Demand<int>? least, int value, string detail) =>
        least is not null && value < least.Value ? Refusal.OfRule(least.Rule, detail, $"Give at least {least.Value}.") : null;

    private static Refusal? Above(Demand<int>? most, int value, string detail) =>
        most is not null && value > most.Value ? Refusal.OfRule(most.Rule, detail, $"Give at most {most.Value}.") : null;
}
