using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Sandboxes;

/// <summary>The sandbox as the API shows it.</summary>
/// <param name="Tenant">What tokens that act in it name: sandbox, or sandbox.of. and the name of the practice that it belongs to.</param>
/// <param name="Generation">Of all sandboxes together counted from 1; each later one of a sandbox has a higher number.</param>
/// <param name="State">Whether the fixed seed is still being told, or stands.</param>
/// <param name="Since">When the generation began, or its seed stood.</param>
public sealed record SandboxView(long Version, string Tenant, int Generation, SandboxState State, DateTimeOffset Since)
{
    /// <summary>The view.</summary>
    public static SandboxView Of(Sandbox sandbox, Actor reader) =>
        new(sandbox.Version, reader.Tenant, sandbox.Generation, sandbox.State, sandbox.LastOccurredAt);
}
