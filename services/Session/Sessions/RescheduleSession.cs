using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Moves a session that was not opened yet.</summary>
/// <param name="PlannedFor">When it will begin instead.</param>
/// <param name="Reason">Why it is moved; kept sealed, and in no view of the session.</param>
public sealed record RescheduleSession(DateTimeOffset PlannedFor, Narrative Reason) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(RescheduleSession command, Session session, Act act) =>
        session.State != SessionState.Scheduled
            ? Refusal.OfOrder("The session can no longer be held.", "Move a session before it is opened or cancelled.")
            : new SessionRescheduled(command.PlannedFor.ToUniversalTime(), act.Seal(command.Reason, "SessionRescheduled.Reason"));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/sessions/{id:guid}/reschedule",
                (Guid id, RescheduleSession command, Streams streams) =>
                    streams.Change<Session>(id, command, (session, act) => Decide(command, session, act))
            )
            .WithSummary("Move a session")
            .Produces<SessionView>()
            .For(Roles.Facilitator);
}
