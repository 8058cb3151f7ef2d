using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Sandboxes;

/// <summary>The generations that concern whoever loads them.</summary>
public sealed record GenerationsView(IReadOnlyList<GenerationView> Items);

/// <summary>A generation that waits: for its seed, for the services to learn whose it is, or as a spare for somebody to have it.</summary>
/// <param name="Generation">Its number.</param>
/// <param name="Tenant">What tokens that lead there name; sandbox.spares while nobody has it.</param>
/// <param name="Before">The generation that the same sandbox was in before; null for its first.</param>
/// <param name="State">Whether it is to be loaded, or stands as a spare.</param>
public sealed record GenerationView(int Generation, string Tenant, int? Before, SandboxState State);

/// <summary>Shows the loader what there is to do.</summary>
public static class ReadGenerations
{
    /// <summary>Of each owner the current one, where it waits.</summary>
    public static GenerationsView Waiting(IEnumerable<SandboxGeneration> generations) =>
        new([
            .. generations
                .GroupBy(g => g.Owner)
                .Select(g => g.OrderByDescending(one => one.Number).Take(2).ToList())
                .Where(g => g[0].Loading || g[0].Owner == SandboxTenant.Spares)
                .Select(g => new GenerationView(
                    g[0].Number,
                    g[0].Owner,
                    g.ElementAtOrDefault(1)?.Number,
                    g[0].Loading ? SandboxState.Loading : SandboxState.Ready
                )),
        ]);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/sandbox/generations",
                async (HttpContext http, IDocumentStore store, CancellationToken cancel) =>
                {
                    if (Actor.From(http.User)!.Tenant != SandboxTenant.Spares)
                    {
                        return Refusal.NotFound.ToResult();
                    }

                    await using var session = await store.ForNobody(cancel);
                    return new Shown(Waiting(await session.Query<SandboxGeneration>().ToListAsync(cancel)));
                }
            )
            .WithSummary("Read which generations wait for their seed, or to be had: for whoever loads them")
            .Produces<GenerationsView>()
            .ProducesProblem(404)
            .For(Roles.Practice);
}
