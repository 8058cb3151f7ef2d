using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Sandboxes;

/// <summary>Says that the fixed seed stands, where every service knows it: told by whoever loads it, for whoever has the generation.</summary>
/// <param name="Generation">In which generation.</param>
public sealed record SeedSandbox(int Generation) : Command
{
    /// <summary>Decides.</summary>
    /// <param name="known">The generation, where there is one of this number.</param>
    public static Decision Decide(SeedSandbox command, Sandbox sandbox, SandboxGeneration? known, Act act) =>
        command.Generation != sandbox.Generation || known?.Owner != act.By.Tenant
            ? Refusal.OfOrder("The sandbox is in another generation.", "Load the current one; GET /v1/sandbox names it.")
        : sandbox.State == SandboxState.Ready ? Decision.Nothing
        : Decision.Of(new GenerationSeeded(command.Generation)).Storing(known with { Loading = false });

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/sandbox/seeded",
                (SeedSandbox command, Streams streams) =>
                    streams.Append<Sandbox>(
                        Sandbox.Stream,
                        command,
                        async (session, sandbox, act) =>
                            Decide(command, sandbox, await session.LoadAsync<SandboxGeneration>(SandboxTenant.Of(command.Generation)), act)
                    )
            )
            .WithSummary("Say that the sandbox's fixed seed stands")
            .Produces<SandboxView>()
            .ProducesProblem(412)
            .For(Roles.Practice);
}
