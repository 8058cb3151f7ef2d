namespace PracticeAnalysis.Engagement.Frames;

/// <summary>A practice's frame as the API shows it, with what it asks and which sizes remain.</summary>
/// <param name="State">Where it is; facilitators see it from its publication on.</param>
/// <param name="Frame">The frame as a whole; once published it never changes.</param>
/// <param name="Report">What it asks for by itself: which rules hold, and which sizes remain.</param>
public sealed record PolicySetView(Guid Id, long Version, PolicySetState State, Frame Frame, CompositionReport Report)
{
    /// <summary>How it is shown.</summary>
    public static PolicySetView Of(PolicySet p) => new(p.Id, p.Version, p.State, p.Frame, CompositionReport.Of(Policies.Of(p.Frame)));
}
