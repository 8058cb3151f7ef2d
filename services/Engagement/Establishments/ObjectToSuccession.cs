using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Establishments;

/// <summary>Objects to a succession that is announced, as the establishment of before or as the successor: it does not take effect.</summary>
public sealed record ObjectToSuccession : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Establishment establishment, Act act) =>
        Successions.Over(establishment, act, out var announced) is { } over
            ? over
            : new SuccessionObjected(act.By.Establishment == announced.Successor ? announced.Successor : null);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/establishments/{id:guid}/succession/object",
                (Guid id, ObjectToSuccession command, Streams streams) =>
                    streams.Append<Establishment>(id, command, (establishment, act) => Decide(establishment, act))
            )
            .WithSummary("Object to a succession that is announced: it does not take effect")
            .Produces<EstablishmentView>()
            .For(Roles.Establishment);
}
