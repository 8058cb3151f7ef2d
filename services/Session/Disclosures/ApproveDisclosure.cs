using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Session.Disclosures;

/// <summary>Agrees that another person reads the narratives of a session, for some hours. Who agrees reads nothing.</summary>
/// <param name="Hours">For how long, 72 at most.</param>
public sealed record ApproveDisclosure(int Hours) : Command
{
    private const int Longest = 72;
    private static readonly Rule TwoPersons = new("always", "two-persons", "design");

    /// <summary>Decides.</summary>
    public static Decision Decide(ApproveDisclosure command, Disclosure disclosure, Act act) =>
        command.Hours is < 1 or > Longest ? Refusal.OfInput("hours is out of range.", $"Give between 1 and {Longest} hours.")
        : disclosure.State != DisclosureState.Requested
            ? Refusal.OfOrder("The disclosure was decided on.", "Let it be asked for anew; GET shows its state.")
        : act.By.Person == disclosure.Requester || !act.By.Is(Roles.Practice)
            ? Refusal.OfRule(TwoPersons, "Who asks to read cannot agree to it.", "Let another person, of another role, decide.")
        : new DisclosureApproved(act.By.Person, act.Now.AddHours(command.Hours));

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/disclosures/{id:guid}/approve",
                (Guid id, ApproveDisclosure command, Streams streams) =>
                    streams.Change<Disclosure>(id, command, (disclosure, act) => Decide(command, disclosure, act))
            )
            .UnderIfMatch()
            .WithSummary("Agree, as a second person, that what was said in a session is read")
            .Produces<DisclosureView>()
            .For(Roles.Practice);
        routes
            .MapPost(
                "/v1/disclosures/{id:guid}/refuse",
                (Guid id, RefuseDisclosure command, Streams streams) =>
                    streams.Change<Disclosure>(id, command, (disclosure, act) => RefuseDisclosure.Decide(disclosure, act))
            )
            .UnderIfMatch()
            .WithSummary("Refuse that what was said in a session is read")
            .Produces<DisclosureView>()
            .For(Roles.Practice);
        routes
            .MapPost(
                "/v1/disclosures/{id:guid}/end",
                // A reading moves the version on: ending must not wait for one that nobody saw.
                (Guid id, EndDisclosure command, Streams streams) =>
                    streams.Append<Disclosure>(id, command, (disclosure, act) => EndDisclosure.Decide(disclosure, act))
            )
            .WithSummary("Take a disclosure back")
            .Produces<DisclosureView>()
            .For(Roles.Practice);
    }
}

/// <summary>Refuses it.</summary>
public sealed record RefuseDisclosure : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Disclosure disclosure, Act act) =>
        disclosure.State == DisclosureState.Requested
            ? new DisclosureRefused(act.By.Person)
            : Refusal.OfOrder("The disclosure was decided on.", "End it, where it was approved; GET shows its state.");
}

/// <summary>Takes it back, at once.</summary>
public sealed record EndDisclosure : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Disclosure disclosure, Act act) =>
        disclosure.State switch
        {
            DisclosureState.Approved => new DisclosureEnded(act.By.Person),
            DisclosureState.Ended => Decision.Nothing,
            _ => Refusal.OfOrder("The disclosure is not approved.", "Refuse it, where it waits; GET shows its state."),
        };
}
