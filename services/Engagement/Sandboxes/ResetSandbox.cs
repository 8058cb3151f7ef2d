using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts.Access.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Sandboxes;

/// <summary>Begins a sandbox anew, or for the first time. What was written in it is reached no more. Its next generation is the spare one, whose seed stands
/// already or is being told; where there is none, a new one to which it is told. Of the spares themselves: begins the next, unless one stands.</summary>
public sealed record ResetSandbox : Command
{
    // A load that has not ended by then has failed.
    private static readonly TimeSpan LoadingTimeout = TimeSpan.FromMinutes(10);

    /// <summary>Decides.</summary>
    /// <param name="on">Whether there are sandboxes here.</param>
    /// <param name="generations">All there are, whosever.</param>
    public static Decision Decide(Sandbox? sandbox, bool on, IReadOnlyList<SandboxGeneration> generations, Act act)
    {
        var owner = act.By.Tenant;
        var ofSpares = owner == SandboxTenant.Spares;
        if (!on || !(ofSpares || SandboxTenant.IsNamed(owner)))
        {
            return Refusal.NotFound;
        }

        var spare = generations.Where(g => g.Owner == SandboxTenant.Spares).MaxBy(g => g.Number);
        if (ofSpares && spare is { Loading: false })
        {
            return Decision.Nothing;
        }

        if (!ofSpares && sandbox is { State: SandboxState.Loading } && act.Now < sandbox.LastOccurredAt + LoadingTimeout)
        {
            return Refusal.OfOrder("The sandbox is being loaded.", "Wait until GET /v1/sandbox says ready; ten minutes at most.");
        }

        var next = (ofSpares ? null : spare)?.Number ?? generations.Select(g => g.Number).DefaultIfEmpty().Max() + 1;
        return Decision
            .Of(new GenerationBegun(next))
            .Telling(origin => new SandboxReset(next, origin))
            .Storing(SandboxGeneration.Begun(next, owner));
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
                        async (session, sandbox, act) =>
                            Decide(sandbox, tenant.IsOn, await session.Query<SandboxGeneration>().ToListAsync(), act)
                    )
            )
            .WithSummary("Begin the sandbox anew, with its fixed seed; a practice its own, which the first time makes it")
            .Produces<SandboxView>(202)
            .For(Roles.Practice);
        routes
            .MapGet("/v1/sandbox", (Streams streams) => streams.Show<Sandbox>(Sandbox.Stream))
            .WithSummary("Read which generation the sandbox is in, and whether its seed stands; a practice reads of its own")
            .Produces<SandboxView>()
            .ProducesProblem(404)
            .For(Roles.Practice, Roles.Establishment, Roles.Platform);
    }
}
