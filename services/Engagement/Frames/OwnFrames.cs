using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Frames;

/// <summary>The frames of a practice: the shipped ones and its own, and the routes by which it keeps its own.</summary>
public static class OwnFrames
{
    /// <summary>The shipped frames with those that this practice published.</summary>
    public static async Task<FrameLibrary> With(this FrameLibrary shipped, IQuerySession session)
    {
        var own = (await session.Query<PolicySet>().ToListAsync())
            .Where(s => s.State >= PolicySetState.Published)
            .OrderBy(s => s.Id)
            .ToList();
        return own.Count == 0
            ? shipped
            : new(
                [.. shipped.All, .. own.Select(s => s.Frame)],
                [.. own.Where(s => s.State == PolicySetState.Deprecated).Select(s => s.Frame.Pin)],
                shipped.ShippedNames,
                shipped.Protocols
            );
    }

    /// <summary>And the protocols that it published, for what pins one.</summary>
    public static async Task<FrameLibrary> WithProtocols(this FrameLibrary shipped, IQuerySession session)
    {
        var own = (await session.Query<KnownProtocol>().ToListAsync()).Where(p => !p.Deprecated).OrderBy(p => p.Id);
        return (await shipped.With(session)).With(shipped.Protocols.With(own.Select(p => p.Protocol)));
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/v1/policy-sets/{id:guid}", (Guid id, [AsParameters] AsOf asOf, Streams streams) => streams.Show<PolicySet>(id, asOf))
            .WithSummary("Read a frame of the practice's own, with its report")
            .Produces<PolicySetView>()
            .For(Roles.Practice, Roles.Facilitator);
        routes
            .MapGet("/v1/policy-sets", ([AsParameters] Portion portion, Streams streams) => streams.List<PolicySet>(_ => true, portion))
            .WithSummary("List the practice's own frames")
            .Produces<Page<PolicySetView>>()
            .For(Roles.Practice, Roles.Facilitator);
    }

    /// <summary>The route of a command on a practice's own frame.</summary>
    internal static void Route<TCommand>(
        IEndpointRouteBuilder routes,
        string verb,
        string summary,
        Func<TCommand, PolicySet, FrameLibrary, Act, Decision> decide
    )
        where TCommand : Command =>
        routes
            .MapChange(
                $"/v1/policy-sets/{{id:guid}}/{verb}",
                (Guid id, TCommand command, FrameLibrary frames, Streams streams, CancellationToken cancel) =>
                    streams.Change<PolicySet>(
                        id,
                        command,
                        async (session, set, act) =>
                        {
                            // Of two drafts of one version that are published at once, the second one sees the first.
                            await session.HoldKept<PolicySet>(Guid.Empty, cancel);
                            return decide(command, set, await frames.WithProtocols(session), act);
                        }
                    )
            )
            .WithSummary(summary)
            .Produces<PolicySetView>()
            .For(Roles.Practice);
}
