using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Goes on with a suspended session from where it was; the rest of its time box runs again.</summary>
public sealed record ResumeSession : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Session session, Act act)
    {
        if (session.State != SessionState.Suspended)
        {
            return Refusal.OfOrder("The session is not suspended.", "Resume a suspended session.");
        }

        var resumed = Decision.Of(new SessionResumed());
        return session.Box is { Passed: false } box
            ? TimeBoxes.Reminding(resumed, box.Phase, session.Id, box.Resumed(act.OccurredAt).EndsAt!.Value, act)
            : resumed;
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/sessions/{id:guid}/resume",
                (Guid id, ResumeSession command, Streams streams) =>
                    streams.Change<Session>(id, command, (session, act) => Decide(session, act))
            )
            .WithSummary("Resume a session")
            .Produces<SessionView>()
            .For(Roles.Facilitator);
}
