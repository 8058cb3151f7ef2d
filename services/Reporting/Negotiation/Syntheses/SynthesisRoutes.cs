using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;
using PracticeAnalysis.Reporting.Negotiation.Names;

namespace PracticeAnalysis.Reporting.Negotiation.Syntheses;

/// <summary>How a synthesis' slices are reached.</summary>
public static class SynthesisRoutes
{
    /// <summary>The facilitator lets a text out: it is compared once more, as members are called by then.</summary>
    internal static void LeadOut<TCommand>(
        this IEndpointRouteBuilder routes,
        string verb,
        string summary,
        Func<Synthesis, GroupRecord, NamesFound, Decision> decide
    )
        where TCommand : Command =>
        routes
            .MapChange(
                $"/v1/syntheses/{{id:guid}}/{verb}",
                async (Guid id, TCommand command, KnownNames names, Streams streams, CancellationToken cancel) =>
                {
                    var answer = await streams.Change<Synthesis>(
                        id,
                        command,
                        async (session, synthesis, act) =>
                        {
                            var named = synthesis.NoMemberMeant
                                ? await LockSynthesis.Named(synthesis, session, names, act, cancel)
                                : NamesFound.None;
                            return named is null
                                ? Naming.Untold
                                : decide(synthesis, (await session.LoadAsync<GroupRecord>(synthesis.Group, cancel))!, named);
                        }
                    );
                    await names.Ask();
                    return answer;
                }
            )
            .WithSummary(summary)
            .Produces<SynthesisView>()
            .For(Roles.Facilitator);

    /// <summary>Something about the text as its parties bring it at once: no <c>If-Match</c>.</summary>
    internal static void Bring<TCommand>(
        this IEndpointRouteBuilder routes,
        string path,
        string summary,
        Func<TCommand, Synthesis, Act, Decision> decide,
        params string[] roles
    )
        where TCommand : Command =>
        routes
            .MapPost(
                $"/v1/syntheses/{{id:guid}}/{path}",
                (Guid id, TCommand command, Streams streams) =>
                    streams.Append<Synthesis>(id, command, (synthesis, act) => decide(command, synthesis, act))
            )
            .WithSummary(summary)
            .Produces<SynthesisView>()
            .For(roles);
}
