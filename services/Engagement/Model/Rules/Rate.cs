using System.Text.Json.Serialization;

namespace PracticeAnalysis.Engagement.Model;

public sealed partial record FrameRules
{
    /// <summary>Cents an hour.</summary>
    [JsonPropertyOrder(10)]
    public Limits? Rate { get; init; }
}

public abstract partial class FrameRule
{
    /// <summary>Fewest cents an hour.</summary>
    public static Highest<int> RateMinimum { get; } =
        new("rate", f => Bound(f.Rules.Rate, f.Rules.Rate?.Minimum))
        {
            Prefix = "cents an hour, at least ",
            Check = r => Bounds(r.Rate, "frame.rules.rate", 1_000_000),
        };

    /// <summary>Most cents an hour.</summary>
    public static Lowest<int> RateMaximum { get; } =
        new("rate", f => Bound(f.Rules.Rate, f.Rules.Rate?.Maximum))
        {
            Prefix = "cents an hour, at most ",
            Least = RateMinimum,
            ConflictTold = 5,
            ConflictSays = "No hourly rate satisfies both frames.",
        };

    /// <summary>Whether a rate outside its range is refused whatever the reason.</summary>
    public static Highest<bool> RateWithoutOverride { get; } =
        new("rate", f => f.Rules.Rate is { } rate ? new(!rate.Override, rate.Source) : null)
        {
            Prefix = "refused outside whatever the reason: ",
        };
}
