using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Opens a scheduled session.</summary>
public sealed record OpenSession : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Session session) =>
        session.State != SessionState.Scheduled
            ? Refusal.OfOrder("The session is not waiting to be held.", "Open a scheduled session, once.")
            : new SessionOpened();

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/sessions/{id:guid}/open",
                (Guid id, OpenSession command, Streams streams) => streams.Change<Session>(id, command, (session, _) => Decide(session))
            )
            .WithSummary("Open a session")
            .Produces<SessionView>()
            .For(Roles.Facilitator);
}
