using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Disclosures;

/// <summary>Takes it back, as the practice or the facilitator, at once.</summary>
public sealed record EndDisclosure : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Disclosure disclosure, Act act) =>
        disclosure.State switch
        {
            DisclosureState.Approved => new DisclosureEnded(act.By.Person),
            DisclosureState.Ended => Decision.Nothing,
            _ => Refusal.OfOrder("The disclosure is not approved.", "Refuse it, if it is pending; GET shows its state."),
        };

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/disclosures/{id:guid}/end",
                // A reading moves the version on: ending must not wait for one that nobody saw.
                (Guid id, EndDisclosure command, Streams streams) => streams.Append<Disclosure>(id, command, Decide)
            )
            .WithSummary("Take a disclosure back")
            .Produces<DisclosureView>()
            .For(Roles.Practice, Roles.Facilitator);
    }
}
