using System.Text.Json.Serialization;

namespace PracticeAnalysis.Engagement.Model;

public sealed partial record FrameRules
{
    /// <summary>Institutions of a group's members.</summary>
    [JsonPropertyOrder(2)]
    public Ruled<Composition>? Composition { get; init; }
}

public abstract partial class FrameRule
{
    /// <summary>The compositions asked for, 'any' aside.</summary>
    public static Same<Composition> Compositions { get; } =
        new("composition", f => f.Rules.Composition is { Value: not Composition.Any } c ? new([c.Value], c.Source) : null)
        {
            ConflictTold = 2,
            ConflictSays = "No group composition satisfies both frames.",
        };
}
