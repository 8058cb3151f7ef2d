using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Cancels a session that was not opened yet.</summary>
/// <param name="Reason">Why it will not be held; kept sealed, and in no view of the session.</param>
public sealed record CancelSession(Narrative Reason) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(CancelSession command, Session session, Act act) =>
        session.State != SessionState.Scheduled
            ? Refusal.OfOrder("The session can no longer be held.", "Cancel a session before it is opened.")
            : Decision
                .Of(new SessionCancelled(act.Seal(command.Reason, "SessionCancelled.Reason")))
                .Telling(origin => new Contracts.Session.V1.SessionCancelled(session.Id, session.Group, session.Engagement, origin));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/sessions/{id:guid}/cancel",
                (Guid id, CancelSession command, Streams streams) =>
                    streams.Change<Session>(id, command, (session, act) => Decide(command, session, act))
            )
            .WithSummary("Cancel a session")
            .Produces<SessionView>()
            .For(Roles.Facilitator);
}
