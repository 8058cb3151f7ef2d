using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.History.Audit;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Evolution;

/// <summary>Reads how a group moved; as of a version or a time where asked. An auditor passes the door first.</summary>
public sealed class ReadEvolution(IDocumentStore store, AuditDoor door, Streams streams)
{
    /// <summary>The evolution.</summary>
    public async Task<IResult> Read(Actor actor, Guid group, AsOf asOf, CancellationToken cancel) =>
        actor.Is(Roles.Auditor) && await Refused(actor, group, cancel) is { } refused
            ? refused.ToResult()
            : await streams.Show<GroupEvolution>(group, asOf);

    private async Task<Refusal?> Refused(Actor auditor, Guid group, CancellationToken cancel) =>
        await EngagementOf(auditor.Tenant, group, cancel) is { } engagement
            ? (await door.Open(auditor, engagement, new ReplayPerformed(engagement, Look.Evolution, group), null, cancel)).Refused
            : Refusal.NotFound;

    private async Task<Guid?> EngagementOf(string tenant, Guid group, CancellationToken cancel)
    {
        await using var session = await store.ForTenant(tenant, cancel);
        return (await session.LoadAsync<GroupRecord>(group, cancel))?.Engagement;
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/groups/{id:guid}/evolution",
                (Guid id, [AsParameters] AsOf asOf, HttpContext http, ReadEvolution evolution, CancellationToken cancel) =>
                    evolution.Read(Actor.From(http.User)!, id, asOf, cancel)
            )
            .Reflects(
                async (session, group, actor, written, _, cancel) =>
                    await session.LoadAsync<GroupEvolution>(group, cancel) is { } evolution
                    && evolution.IsVisibleTo(actor)
                    && await session.VersionLearned([group], actor, written, cancel) is var told
                    && EvolutionView
                        .Seen(evolution, actor)
                        .Any(l =>
                            l.Source.Stream == written.Resource
                            && l.Source.Version >= (l.Source.Service == "reporting" ? written.Version : told)
                        )
            )
            .MayBeBehind()
            .WithSummary("Read a group's evolution")
            .Produces<EvolutionView>()
            .For(Roles.Facilitator, Roles.Member, Roles.Practice, Roles.Auditor);
}
