using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Names;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>How a bilan's slices are reached.</summary>
public static class BilanRoutes
{
    /// <summary>Something about the bilan as its parties bring it at once: no <c>If-Match</c>.</summary>
    internal static RouteHandlerBuilder Bring<TCommand>(
        this IEndpointRouteBuilder routes,
        string path,
        string summary,
        Func<TCommand, Bilan, Act, Decision> decide
    )
        where TCommand : Command =>
        routes
            .MapPost(
                $"/v1/bilans/{{id:guid}}/{path}",
                (Guid id, TCommand command, Streams streams) =>
                    streams.Append<Bilan>(id, command, (bilan, act) => decide(command, bilan, act))
            )
            .WithSummary(summary)
            .Produces<BilanView>()
            .For(Roles.Member, Roles.Facilitator);

    /// <summary>The same, about a part of the bilan.</summary>
    internal static RouteHandlerBuilder BringTo<TCommand>(
        this IEndpointRouteBuilder routes,
        string path,
        string summary,
        Func<TCommand, Guid, Bilan, Act, Decision> decide
    )
        where TCommand : Command =>
        routes
            .MapPost(
                $"/v1/bilans/{{id:guid}}/{path}",
                (Guid id, Guid part, TCommand command, Streams streams) =>
                    streams.Append<Bilan>(id, command, (bilan, act) => decide(command, part, bilan, act))
            )
            .WithSummary(summary)
            .Produces<BilanView>();

    /// <summary>The facilitator lets a text out: it is compared once more, as members are called by then.</summary>
    internal static void LeadOut<TCommand>(
        this IEndpointRouteBuilder routes,
        string verb,
        string summary,
        Func<Bilan, IReadOnlyList<GroupRecord>, NamesFound, Act, Decision> decide
    )
        where TCommand : Command =>
        routes
            .MapChange(
                $"/v1/bilans/{{id:guid}}/{verb}",
                async (Guid id, TCommand command, KnownNames names, Streams streams, CancellationToken cancel) =>
                {
                    var answer = await streams.Change<Bilan>(
                        id,
                        command,
                        async (session, bilan, act) =>
                        {
                            var groups = await session.LoadManyAsync<GroupRecord>(cancel, [.. bilan.Groups]);
                            var named = bilan.NoMemberMeant
                                ? await LockBilan.Named(bilan, groups, session, names, act, cancel)
                                : NamesFound.None;
                            return named is null ? Naming.Untold : decide(bilan, groups, named, act);
                        }
                    );
                    await names.Ask();
                    return answer;
                }
            )
            .WithSummary(summary)
            .Produces<BilanView>()
            .For(Roles.Facilitator);

    /// <summary>The facilitator leads the negotiation: it changes the bilan's state and wants <c>If-Match</c>.</summary>
    internal static void Lead<TCommand>(
        this IEndpointRouteBuilder routes,
        string verb,
        string summary,
        Func<TCommand, Bilan, IReadOnlyList<GroupRecord>, Act, Decision> decide
    )
        where TCommand : Command =>
        routes
            .MapChange(
                $"/v1/bilans/{{id:guid}}/{verb}",
                (Guid id, TCommand command, Streams streams) =>
                    streams.Change<Bilan>(
                        id,
                        command,
                        async (session, bilan, act) =>
                            decide(command, bilan, await session.LoadManyAsync<GroupRecord>([.. bilan.Groups]), act)
                    )
            )
            .WithSummary(summary)
            .Produces<BilanView>()
            .For(Roles.Facilitator);
}
