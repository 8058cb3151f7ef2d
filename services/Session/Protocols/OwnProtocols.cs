using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Protocols;

/// <summary>The protocols of a practice: the shipped ones and its own, and the routes by which it keeps its own.</summary>
public static class OwnProtocols
{
    /// <summary>The shipped protocols with those that this practice published, the deprecated ones too: what pinned one runs by it.</summary>
    public static async Task<ProtocolLibrary> With(this ProtocolLibrary shipped, IQuerySession session) =>
        shipped.With(
            (await session.Query<ProtocolTemplate>().ToListAsync())
                .Where(t => t.State >= ProtocolState.Published)
                .OrderBy(t => t.Id)
                .Select(t => t.Protocol)
        );

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/protocol-templates",
                (DraftProtocol command, ProtocolLibrary protocols, Streams streams) =>
                    streams.Start<ProtocolTemplate>(
                        command,
                        async (session, _) => DraftProtocol.Decide(command, await protocols.With(session))
                    )
            )
            .WithSummary("Draft a protocol of the practice's own")
            .Produces<ProtocolTemplateView>(201)
            .For(Roles.Practice);
        Route<ReviseProtocol>(
            routes,
            "revise",
            "Revise a protocol's draft",
            (c, t, protocols, _) => ReviseProtocol.Decide(c, t, protocols)
        );
        Route<WithdrawProtocol>(routes, "withdraw", "Withdraw a protocol's draft", (_, t, _, _) => WithdrawProtocol.Decide(t));
        Route<PublishProtocol>(routes, "publish", "Publish a protocol", (_, t, protocols, _) => PublishProtocol.Decide(t, protocols));
        Route<DeprecateProtocol>(routes, "deprecate", "Deprecate a protocol", (c, t, _, act) => DeprecateProtocol.Decide(c, t, act));
        routes
            .MapGet(
                "/v1/protocol-templates",
                ([AsParameters] Portion portion, Streams streams) => streams.List<ProtocolTemplate>(_ => true, portion)
            )
            .WithSummary("List the practice's own protocols")
            .Produces<Page<ProtocolTemplateView>>()
            .For(Roles.Practice, Roles.Facilitator);
        routes
            .MapGet(
                "/v1/protocol-templates/{id:guid}",
                (Guid id, [AsParameters] AsOf asOf, Streams streams) => streams.Show<ProtocolTemplate>(id, asOf)
            )
            .WithSummary("Read a protocol of the practice's own")
            .Produces<ProtocolTemplateView>()
            .For(Roles.Practice, Roles.Facilitator);
    }

    private static void Route<TCommand>(
        IEndpointRouteBuilder routes,
        string verb,
        string summary,
        Func<TCommand, ProtocolTemplate, ProtocolLibrary, Act, Decision> decide
    )
        where TCommand : Command =>
        routes
            .MapChange(
                $"/v1/protocol-templates/{{id:guid}}/{verb}",
                (Guid id, TCommand command, ProtocolLibrary protocols, Streams streams, CancellationToken cancel) =>
                    streams.Change<ProtocolTemplate>(
                        id,
                        command,
                        async (session, template, act) =>
                        {
                            // Of two drafts of one version that are published at once, the second one sees the first.
                            await session.HoldKept<ProtocolTemplate>(Guid.Empty, cancel);
                            return decide(command, template, await protocols.With(session), act);
                        }
                    )
            )
            .WithSummary(summary)
            .Produces<ProtocolTemplateView>()
            .For(Roles.Practice);
}
