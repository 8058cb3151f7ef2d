using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Protocols;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>A member says what the session stirred in them; once each (S4).</summary>
/// <param name="Text">What the session stirred; kept sealed, and read by the group and its facilitator unless it is private.</param>
/// <param name="Private">For who is the narrator then alone; refused while nobody is.</param>
public sealed record GiveEcho(Narrative Text, bool Private = false) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(GiveEcho command, Session session, Protocol protocol, Act act) =>
        (
            Guards.NotOpen(session)
            ?? Guards.NotPresent(session, act)
            ?? Guards.NotInPhase(session, protocol, Need.EchoFromEveryMember)
            ?? Guards.SaidToNobody(session, command.Private)
        )
            is { } refusal
            ? refusal
        : session.Echoes.Any(e => e.Author == act.By.Person)
            ? Refusal.OfOrder("You have already given your echo.", "Each person gives one echo; nothing can be added.")
        : new EchoGiven(act.By.Person, act.Seal(command.Text, "EchoGiven.Text"), command.Private);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/sessions/{id:guid}/echoes",
                (Guid id, GiveEcho command, ProtocolLibrary protocols, Streams streams) =>
                    streams.Append<Session>(id, command, (session, act) => Decide(command, session, protocols.Pinned(session), act))
            )
            .WithSummary("Give an echo")
            .Produces<SessionView>()
            .For(Roles.Member);
}
