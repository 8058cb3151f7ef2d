using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Frames;

/// <summary>Judges a dispositif by what its frames ask together.</summary>
public static class DispositifRules
{
    /// <summary>The first rule that the dispositif breaks, or null.</summary>
    public static Refusal? Check(Policies policies, IReadOnlyList<Frame> frames, Dispositif dispositif) =>
        CheckKind(policies, dispositif)
        ?? CheckAudience(frames, dispositif.Audience)
        ?? CheckProtocol(policies, dispositif)
        ?? CheckSize(policies, dispositif)
        ?? CheckRate(policies, dispositif);

    /// <summary>The first rule that the assigned facilitator's file breaks, or null.</summary>
    public static Refusal? CheckFacilitator(Policies policies, Facilitator? facilitator, IReadOnlyList<Guid> establishments) =>
        Lacking(policies, facilitator) is [var first, ..] lacking
            ? Refusal.OfRule(
                first.Rule,
                "facilitator and frames do not match: the facilitator's file does not show what a frame requires.",
                $"Assign a facilitator whose file shows {Listed(lacking.Select(q => Words.Of(q.Value)))}, or add it as evidence."
            )
        : policies.Of(FrameRule.Externality) is { Value: Externality.Required } external
        && (facilitator is null || (facilitator.Employer is { } employer && establishments.Contains(employer)))
            ? Refusal.OfRule(
                external.Rule,
                "facilitator works for an establishment that the engagement is for, or for a member's.",
                "Assign a facilitator from outside."
            )
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

    private static IReadOnlyList<Demand<Qualification>> Lacking(Policies policies, Facilitator? facilitator) =>
        [
            .. policies
                .Each(FrameRule.Qualifications)
                .Where(q => facilitator is null || !facilitator.Shown.Any(e => e.Kind == q.Value && e.Years != 0)),
        ];

    private static Refusal? CheckKind(Policies policies, Dispositif d) =>
        policies.Each(FrameRule.Kinds).FirstOrDefault(k => k.Value != d.Kind) is { } broken
            ? Refusal.OfRule(
                broken.Rule,
                "kind is not that of the frame.",
                $"The frame is of another kind ({Words.Of(broken.Value)}): choose a frame of the engagement's kind, or redirect the engagement."
            )
            : null;

    private static Refusal? CheckAudience(IReadOnlyList<Frame> frames, Audience audience) =>
        frames.FirstOrDefault(f => !f.Audiences.Contains(audience)) is { } frame
            ? Refusal.OfRule(
                new(frame.Name, "audience", frame.Source),
                "audience is not one that the frame is for.",
                $"{Input.OneOf(frame.Audiences.Select(a => Words.Of(a)))} Or choose another frame."
            )
            : null;

    private static Refusal? CheckProtocol(Policies policies, Dispositif d) =>
        policies.Each(FrameRule.Protocols).FirstOrDefault(p => p.Value != d.Protocol) is { } broken
            ? Refusal.OfRule(
                broken.Rule,
                "protocol is not that of the frame.",
                $"Give the protocol {broken.Value.Name}, version {broken.Value.Version}."
            )
            : null;

    // Where the frame takes a reason for another rate, one that is given stands.
    private static Refusal? CheckRate(Policies policies, Dispositif d)
    {
        var takesReason = policies.Of(FrameRule.RateWithoutOverride) is { Value: false };
        return takesReason && d.RateReason is not null ? null
            : policies.Of(FrameRule.RateMinimum) is { } least && d.RateCents < least.Value
                ? Refusal.OfRule(
                    least.Rule,
                    "rateCents is below the frame's range.",
                    takesReason
                        ? $"Give at least {least.Value:N0} cents an hour, or say in rateReason why it is less."
                        : $"Give at least {least.Value:N0} cents an hour."
                )
            : policies.Of(FrameRule.RateMaximum) is { } most && d.RateCents > most.Value
                ? Refusal.OfRule(
                    most.Rule,
                    "rateCents is above the frame's range.",
                    takesReason
                        ? $"Give at most {most.Value:N0} cents an hour, or say in rateReason why it is more."
                        : $"Give at most {most.Value:N0} cents an hour."
                )
            : null;
    }

    private static Refusal? CheckSize(Policies policies, Dispositif d) =>
        Below(policies.Of(FrameRule.SizeMinimum), d.GroupMinimum, "groupMinimum")
        ?? Below(policies.Of(FrameRule.SizeMinimum), d.GroupMaximum, "groupMaximum")
        ?? Above(policies.Of(FrameRule.SizeMaximum), d.GroupMaximum, "groupMaximum")
        ?? Above(policies.Of(FrameRule.SizeMaximum), d.GroupMinimum, "groupMinimum")
        ?? (
            d.GroupMinimum > d.GroupMaximum
                ? Refusal.OfInput(
                    "groupMinimum exceeds groupMaximum (if not given: 3 to 12).",
                    "Give a minimum that does not exceed the maximum."
                )
                : null
        );

    private static string Listed(IEnumerable<string> words) => string.Join(", ", words);

    private static Refusal? Below(Demand<int>? least, int members, string member) =>
        least is not null && members < least.Value
            ? Refusal.OfRule(least.Rule, $"{member} is below what the frame allows.", $"Give at least {least.Value}.")
            : null;

    private static Refusal? Above(Demand<int>? most, int members, string member) =>
        most is not null && members > most.Value
            ? Refusal.OfRule(most.Rule, $"{member} is above what the frame allows.", $"Give at most {most.Value}.")
            : null;
}
