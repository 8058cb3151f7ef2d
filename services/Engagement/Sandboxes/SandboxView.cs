namespace PracticeAnalysis.Engagement.Sandboxes;

/// <summary>The sandbox as the API shows it.</summary>
/// <param name="Generation">Counted from 1.</param>
/// <param name="State">Whether the fixed seed is still being told, or stands.</param>
/// <param name="Since">When the generation began, or its seed stood.</param>
public sealed record SandboxView(long Version, int Generation, SandboxState State, DateTimeOffset Since)
{
    /// <summary>The view.</summary>
    public static SandboxView Of(Sandbox sandbox) => new(sandbox.Version, sandbox.Generation, sandbox.State, sandbox.LastOccurredAt);
}
