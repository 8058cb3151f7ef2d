using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Disclosures;

/// <summary>Objects, as a member, as the facilitator, or as who said what is asked for: one objection refuses it, and ends it where it has opened.</summary>
public sealed record ObjectToDisclosure : Command
{
    private static readonly Rule OfItsBasis = new("always", "disclosure-basis", "design");

    /// <summary>Decides.</summary>
    public static Decision Decide(Disclosure disclosure, Act act) =>
        !disclosure.IsPending ? Refusal.OfOrder("The disclosure has ended.", "It no longer allows any reading; GET shows its state.")
        : !Demands.LeaveDelay(disclosure.Basis)
            ? Refusal.OfRule(
                OfItsBasis,
                "A judicial order, a person in danger and data protection leave no time to object.",
                "Contact the practice or the facilitator, who can refuse it or end it."
            )
        : new DisclosureObjected(act.By.Person);

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/disclosures/{id:guid}/object",
                (Guid id, ObjectToDisclosure command, Streams streams) => streams.Append<Disclosure>(id, command, Decide)
            )
            .WithSummary("Object that what was said in a session is read: one objection refuses it")
            .Produces<DisclosureView>()
            .For(Roles.Facilitator, Roles.Member);
    }
}
