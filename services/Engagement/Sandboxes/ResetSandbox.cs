using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts.Access.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Sandboxes;

/// <summary>Begins the sandbox anew. What was written in it is reached no more; the fixed seed is told to the new generation.</summary>
public sealed record ResetSandbox : Command
{
    // A load that has not ended by then has failed.
    private static readonly TimeSpan LoadingTimeout = TimeSpan.FromMinutes(10);

    /// <summary>Decides.</summary>
    /// <param name="on">Whether there is a sandbox here.</param>
    public static Decision Decide(Sandbox? sandbox, bool on, Act act)
    {
        if (!on || act.By.Tenant != SandboxTenant.Name)
        {
            return Refusal.NotFound;
        }

        if (sandbox is { State: SandboxState.Loading } loading && act.Now < loading.LastOccurredAt + LoadingTimeout)
        {
            return Refusal.OfOrder("The sandbox is being loaded.", "Wait until GET /v1/sandbox says ready; ten minutes at most.");
        }

        var begun = new GenerationBegun((sandbox?.Generation ?? 0) + 1);
        SandboxReset Told(Contracts.Origin origin) => new(begun.Generation, origin);
        return Decision.Of(begun).Telling(Told).Storing(SandboxGeneration.Of(Told(new(act.Stream, begun.Generation, act.OccurredAt))));
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/sandbox/reset",
                (ResetSandbox command, SandboxTenant tenant, Streams streams) =>
                    streams.Request<Sandbox>(
                        Sandbox.Stream,
                        command,
                        (_, sandbox, act) => Task.FromResult(Decide(sandbox, tenant.IsOn, act))
                    )
            )
            .WithSummary("Begin the sandbox anew, with its fixed seed")
            .Produces<SandboxView>(202)
            .For(Roles.Practice);
        routes
            .MapGet("/v1/sandbox", (Streams streams) => streams.Show<Sandbox>(Sandbox.Stream))
            .WithSummary("Read which generation the sandbox is in, and whether its seed stands")
            .Produces<SandboxView>()
            .ProducesProblem(404)
            .For(Roles.Practice, Roles.Establishment, Roles.Platform);
    }
}
