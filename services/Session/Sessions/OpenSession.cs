using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;
using PracticeAnalysis.Session.Mandates;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Opens a scheduled session for the group as it is now.</summary>
/// <param name="ChildrenPresent">Whether children are present; it is said where the frame allows none (eaje).</param>
public sealed record OpenSession(bool? ChildrenPresent = null) : Command
{
    private static readonly Rule NoChildren = new("eaje", "no-children-present", "eaje");

    /// <summary>Decides.</summary>
    public static Decision Decide(OpenSession command, Session session, Mandate mandate) =>
        session.State != SessionState.Scheduled
            ? Refusal.OfOrder("The session is not waiting to be held.", "Open a scheduled session, once.")
        : !mandate.IsOpen ? Refusal.OfOrder("The group's engagement is not active.", "Hold sessions while the engagement is active.")
        : session.ChildFree && command.ChildrenPresent is not false
            ? Refusal.OfRule(
                NoChildren,
                "No child may be present, and it is not said that none is.",
                "Hold it apart from the children, and say \"childrenPresent\": false."
            )
        : mandate.Persons.ToHashSet().SetEquals(session.Members) && mandate.Facilitator == session.Facilitator ? new SessionOpened()
        : Decision.Of(new GroupChanged(mandate.Persons, mandate.Facilitator!.Value), new SessionOpened());

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/sessions/{id:guid}/open",
                (Guid id, OpenSession command, Streams streams) =>
                    streams.Change<Session, Mandate>(id, command, s => s.Group, (session, mandate, _) => Decide(command, session, mandate))
            )
            .UnderIfMatch()
            .WithSummary("Open a session")
            .Produces<SessionView>()
            .For(Roles.Facilitator);
}
