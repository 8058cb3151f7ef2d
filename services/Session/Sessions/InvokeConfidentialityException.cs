using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Invokes the exception of penal code 226-14: recorded as a fact with its basis, never with content (design).</summary>
/// <param name="Basis">The ground of penal code 226-14; invoked on it again, nothing more happens.</param>
public sealed record InvokeConfidentialityException(ExceptionBasis Basis) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(InvokeConfidentialityException command, Session session) =>
        Guards.NotHeld(session) is { } notHeld ? notHeld
        : session.Exceptions.Contains(command.Basis) ? Decision.Nothing
        : Decision
            .Of(new ConfidentialityExceptionInvoked(command.Basis))
            .Telling(origin => new Contracts.Session.V1.FrameIncidentRaised(
                session.Id,
                session.Group,
                session.Engagement,
                "confidentiality-exception",
                origin
            ));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/sessions/{id:guid}/confidentiality-exception",
                (Guid id, InvokeConfidentialityException command, Streams streams) =>
                    streams.Change<Session>(id, command, (session, _) => Decide(command, session))
            )
            .WithSummary("Invoke the exception to confidentiality")
            .Produces<SessionView>()
            .For(Roles.Facilitator);
}
