using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Interrupts a session, which goes on later; whoever is there may, when the facilitator is lost.</summary>
/// <param name="Reason">Why it is interrupted; kept sealed, and in no view of the session.</param>
public sealed record SuspendSession(Narrative Reason) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(SuspendSession command, Session session, Act act) =>
        (Guards.NotOpen(session) ?? Guards.NotPresent(session, act)) is { } refusal
            ? refusal
            : new SessionSuspended(act.Seal(command.Reason, "SessionSuspended.Reason"), act.By.Is(Roles.Member) ? act.By.Person : null);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/sessions/{id:guid}/suspend",
                (Guid id, SuspendSession command, Streams streams) =>
                    streams.Change<Session>(id, command, (session, act) => Decide(command, session, act))
            )
            .WithSummary("Suspend a session")
            .Produces<SessionView>()
            .For(Roles.Facilitator, Roles.Member);
}
