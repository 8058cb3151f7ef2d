using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>Proposes to renew an engagement for some months more, once who pays accepts it.</summary>
/// <param name="Months">1 to 120, from the end of the present term; from the acceptance, where the term has ended by then.</param>
public sealed record RenewEngagement([property: Between(1, 120)] int Months) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(RenewEngagement command, Engagement engagement, Act act) =>
        Over(engagement) is { } over ? over
        : Input.CheckNumbers(command) is { } noNumber ? noNumber
        : !Instants.Holds(engagement.Until!.Value.AddMonths(command.Months))
            ? Refusal.OfInput("The term would end after 2100.", "Renew it for a shorter period.")
        : new RenewalProposed(act.NewId, command.Months);

    /// <summary>It is accepted. What lay between the end of the term and the acceptance stays outside of the term, however that is dated.</summary>
    internal static Decision Accept(Proposal proposal, Acceptance acceptance, Engagement engagement, Act act)
    {
        if (Over(engagement) is { } over)
        {
            return over;
        }

        var ends = engagement.Until!.Value;
        var until = (ends > act.Now ? ends : act.Now).AddMonths(proposal.Months!.Value);
        return Decision
            .Of(new EngagementRenewed(until, acceptance, proposal.Id))
            .And(Payer.Recorded(Model.Accepted.Renewal, proposal.Id, act))
            .Telling(origin => new Contracts.Engagement.V1.EngagementRenewed(engagement.Id, engagement.GroupIds(), until, origin))
            .Awaiting(until, new WatchDue(engagement.Id, Watched.FinalBilan, null, until), act);
    }

    private static Refusal? Over(Engagement engagement) =>
        engagement is { State: EngagementState.Active or EngagementState.Suspended, EndsEarly: false, Until: not null }
            ? null
            : Refusal.OfOrder("The engagement is not active, or is ending early.", "Renew an engagement that is active or suspended.");

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/engagements/{id:guid}/renew",
                (Guid id, RenewEngagement command, Streams streams) =>
                    streams.Change<Engagement>(id, command, (engagement, act) => Decide(command, engagement, act))
            )
            .WithSummary("Propose to renew an engagement")
            .Produces<EngagementView>()
            .For(Roles.Practice);
}
