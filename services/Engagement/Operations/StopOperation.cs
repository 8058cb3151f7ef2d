using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Operations;

/// <summary>Stops an operation after the lines that are being done. No <c>If-Match</c>: it moves on by itself.</summary>
public sealed record StopOperation : Command
{
    /// <summary>409: all of it is done.</summary>
    internal static Refusal Over { get; } = Refusal.OfOrder("The operation has ended.", "Start another one.");

    /// <summary>Decides.</summary>
    public static Decision Decide(Operation operation) =>
        operation.State switch
        {
            OperationState.Ended => Over,
            OperationState.Stopped => Decision.Nothing,
            _ => new OperationStopped(),
        };

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/operations/{id:guid}/stop",
                (Guid id, StopOperation command, Streams streams) =>
                    streams.Append<Operation>(id, command, (operation, _) => Decide(operation))
            )
            .WithSummary("Stop an operation, which may be resumed")
            .Produces<OperationView>()
            .For(Roles.Practice);
}
