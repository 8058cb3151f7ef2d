using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Disclosures;

/// <summary>Agrees that texts of a session are read, or confirms that they must be: each for themself, as the basis asks. Who agrees reads nothing by
/// it. Once all that the basis demands is there it opens, after the delay to object where there is one.</summary>
public sealed record AgreeToDisclosure : Command
{
    private static readonly Rule TwoPersons = new("always", "two-persons", "design");
    private static readonly Rule OfItsBasis = new("always", "disclosure-basis", "design");

    /// <summary>Decides.</summary>
    public static Decision Decide(Disclosure disclosure, Act act)
    {
        if (disclosure.State != DisclosureState.Requested)
        {
            return Refusal.OfOrder("The disclosure has already been decided.", "It must be requested again; GET shows its state.");
        }

        if (act.By.Person == disclosure.Requester)
        {
            return Refusal.OfRule(
                TwoPersons,
                "The person who asks to read cannot agree to it.",
                "Another person, with another role, must decide."
            );
        }

        if (Demands.PartOf(disclosure, act.By) is not { } part)
        {
            return Refusal.OfRule(
                OfItsBasis,
                "The basis of this disclosure does not require your agreement.",
                "The decision belongs to those whose agreement is required: the authors, the group, or the practice and the facilitator."
            );
        }

        IReadOnlyList<Fact> facts = disclosure.IsAgreedBy(act.By.Person) ? [] : [new DisclosureAgreed(act.By.Person, part)];
        var agreed = facts.Aggregate(disclosure, (d, f) => Disclosure.Fold(d, f));
        var from = disclosure.ObjectUntil is { } delay && delay > act.Now ? delay : act.Now;
        return Decision.Of(
            Demands.AreMet(agreed) ? [.. facts, new DisclosureApproved(act.By.Person, from.AddHours(disclosure.Hours), from)] : facts
        );
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/disclosures/{id:guid}/agree",
                (Guid id, AgreeToDisclosure command, Streams streams) => streams.Append<Disclosure>(id, command, Decide)
            )
            .WithSummary("Agree that what was said in a session is read, or confirm that it must be")
            .Produces<DisclosureView>()
            .For(Roles.Practice, Roles.Facilitator, Roles.Member);
    }
}
