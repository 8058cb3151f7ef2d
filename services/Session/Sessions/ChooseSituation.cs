using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Protocols;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Records the situation that the group chose because it federates (S4); its author becomes the narrator.</summary>
public sealed record ChooseSituation : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Guid situation, Session session, Protocol protocol) =>
        Guards.NotOpen(session) is { } notOpen ? notOpen
        : session.Situations.SingleOrDefault(s => s.Id == situation) is not { } chosen ? Refusal.NotFound
        : session.ChosenSituation is not null
            ? Refusal.OfOrder("A situation has already been chosen.", "Keep to it; the others remain in the group's backlog.")
        : Guards.NotInChoice(session, protocol) is { } early ? early
        : Guards.Away(session, chosen.Author) is { } away ? away
        : Decision.Of(new SituationChosen(chosen.Id), new NarratorDesignated(chosen.Author));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/sessions/{id:guid}/situations/{situation:guid}/choose",
                (Guid id, Guid situation, ChooseSituation command, ProtocolLibrary protocols, Streams streams) =>
                    streams.Append<Session>(id, command, (session, _) => Decide(situation, session, protocols.Pinned(session)))
            )
            .WithSummary("Choose the situation to work on")
            .Produces<SessionView>()
            .For(Roles.Facilitator);
}
