namespace PracticeAnalysis.Engagement.Model;

public abstract partial class FrameRule
{
    /// <summary>The kinds asked for.</summary>
    public static Same<Kind> Kinds { get; } =
        new("kind", f => new([f.Kind], f.Source)) { ConflictTold = 3, ConflictSays = "The frames are of different kinds." };
}
