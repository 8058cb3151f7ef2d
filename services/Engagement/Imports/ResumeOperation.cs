using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Operations;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Imports;

/// <summary>Has an operation go on where it was: one that was stopped, or one that says to be running and is not.</summary>
public sealed record ResumeOperation : Command
{
    /// <summary>Decides. Where it is running after all, the lines are done by whoever comes first, each of them once.</summary>
    public static Decision Decide(Operation operation, Act act) =>
        operation.State == OperationState.Ended
            ? StopOperation.Over
            : Decision.Of(new OperationResumed()).Telling(_ => new ImportDue(operation.Id, act.By.Person));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/operations/{id:guid}/resume",
                (Guid id, ResumeOperation command, Streams streams) => streams.Append<Operation>(id, command, Decide)
            )
            .WithSummary("Have an operation go on where it was")
            .Produces<OperationView>()
            .For(Roles.Practice);
}
