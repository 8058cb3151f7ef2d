using System.Text.Json.Serialization;

namespace PracticeAnalysis.Engagement.Model;

public sealed partial record FrameRules
{
    /// <summary>Members of a group.</summary>
    [JsonPropertyOrder(1)]
    public Limits? Size { get; init; }
}

public abstract partial class FrameRule
{
    /// <summary>Fewest members of a group.</summary>
    public static Highest<int> SizeMinimum { get; } =
        new("size", f => Bound(f.Rules.Size, f.Rules.Size?.Minimum))
        {
            Prefix = "at least ",
            Check = r => Bounds(r.Size, "frame.rules.size", 100),
        };

    /// <summary>Most members of a group.</summary>
    public static Lowest<int> SizeMaximum { get; } =
        new("size", f => Bound(f.Rules.Size, f.Rules.Size?.Maximum))
        {
            Prefix = "at most ",
            Least = SizeMinimum,
            ConflictTold = 1,
            ConflictSays = "No group size satisfies both frames.",
        };
}
