using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Disclosures;

/// <summary>Refuses it, as the practice or the facilitator, before it opens.</summary>
public sealed record RefuseDisclosure : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Disclosure disclosure, Act act) =>
        disclosure.State == DisclosureState.Requested
            ? new DisclosureRefused(act.By.Person)
            : Refusal.OfOrder("The disclosure has already been decided.", "End it, if it was approved; GET shows its state.");

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapChange(
                "/v1/disclosures/{id:guid}/refuse",
                (Guid id, RefuseDisclosure command, Streams streams) => streams.Change<Disclosure>(id, command, Decide)
            )
            .WithSummary("Refuse that what was said in a session is read")
            .Produces<DisclosureView>()
            .For(Roles.Practice, Roles.Facilitator);
    }
}
