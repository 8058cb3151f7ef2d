using System.Text.Json.Serialization;

namespace PracticeAnalysis.Engagement.Model;

public sealed partial record FrameRules
{
    /// <summary>Sessions a month; a breach is recorded.</summary>
    [JsonPropertyOrder(8)]
    public Limits? Frequency { get; init; }
}

public abstract partial class FrameRule
{
    /// <summary>Fewest sessions a month.</summary>
    public static Highest<int> FrequencyMinimum { get; } =
        new("frequency", f => Bound(f.Rules.Frequency, f.Rules.Frequency?.Minimum))
        {
            Prefix = "a month, at least ",
            Check = r => Bounds(r.Frequency, "frame.rules.frequency", 31),
        };

    /// <summary>Most sessions a month.</summary>
    public static Lowest<int> FrequencyMaximum { get; } =
        new("frequency", f => Bound(f.Rules.Frequency, f.Rules.Frequency?.Maximum))
        {
            Prefix = "a month, at most ",
            Least = FrequencyMinimum,
        };
}
