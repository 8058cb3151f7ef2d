using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Protocols;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Brings a question, an interpretation, a piste … in the phase that runs, as the protocol says who may.</summary>
/// <param name="Kind">What is brought: the phase that runs says which kinds it takes, and from whom.</param>
/// <param name="Text">What is said; kept sealed, and read by the group and its facilitator unless it is private.</param>
/// <param name="Private">For who is the narrator then alone; refused while nobody is.</param>
public sealed record Contribute(ContributionKind Kind, Narrative Text, bool Private = false) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Contribute command, Session session, Protocol protocol, Act act)
    {
        if ((Guards.NotOpen(session) ?? Guards.NotPresent(session, act) ?? Guards.SaidToNobody(session, command.Private)) is { } refusal)
        {
            return refusal;
        }

        if (session.CurrentPhase is not { } current)
        {
            return Refusal.OfOrder("No phase is in progress.", "Contribute in a phase that has started.");
        }

        var part =
            act.By.Is(Roles.Facilitator) ? Part.Facilitator
            : session.Narrator == act.By.Person ? Part.Narrator
            : Part.Member;
        return protocol.Phases.Single(p => p.Code == current).Brings.Any(b => b.Kind == command.Kind && b.By.Contains(part))
            ? new ContributionMade(
                act.NewId,
                act.By.Person,
                current,
                command.Kind,
                act.Seal(command.Text, "ContributionMade.Text"),
                command.Private
            )
            : Refusal.OfRule(
                new(protocol.Name, "who-brings-what", protocol.Source),
                "You may not bring this in this phase.",
                "GET /v1/protocols/{name} says who may bring what in each phase."
            );
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/sessions/{id:guid}/contributions",
                (Guid id, Contribute command, ProtocolLibrary protocols, Streams streams) =>
                    streams.Append<Session>(id, command, (session, act) => Decide(command, session, protocols.Pinned(session), act))
            )
            .WithSummary("Contribute")
            .Produces<SessionView>()
            .For(Roles.Member, Roles.Facilitator);
}
