using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Sandboxes;

/// <summary>Says that the fixed seed stands: told by whoever loads it.</summary>
/// <param name="Generation">In which generation.</param>
public sealed record SeedSandbox(int Generation) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(SeedSandbox command, Sandbox sandbox) =>
        command.Generation != sandbox.Generation
            ? Refusal.OfOrder("The sandbox is in another generation.", "Load the current one; GET /v1/sandbox names it.")
        : sandbox.State == SandboxState.Ready ? Decision.Nothing
        : new GenerationSeeded(command.Generation);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/sandbox/seeded",
                (SeedSandbox command, Streams streams) =>
                    streams.Append<Sandbox>(Sandbox.Stream, command, (sandbox, _) => Decide(command, sandbox))
            )
            .WithSummary("Say that the sandbox's fixed seed stands")
            .Produces<SandboxView>()
            .For(Roles.Practice);
}
