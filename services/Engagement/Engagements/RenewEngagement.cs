using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;
using PracticeAnalysis.ServiceDefaults.Texts;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>Renews an engagement for some months more.</summary>
/// <param name="Months">1 to 120, from the end of the present term.</param>
public sealed record RenewEngagement(int Months) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(RenewEngagement command, Engagement engagement, Act act) =>
        engagement is not { State: EngagementState.Active or EngagementState.Suspended, EndsEarly: false, Until: { } until }
            ? Refusal.OfOrder("The engagement is not active, or ends early.", "Renew an engagement that is active or suspended.")
        : Input.CheckNumber(command.Months, "months", 1, 120) is { } noNumber ? noNumber
        : !Instants.Holds(until.AddMonths(command.Months)) ? Refusal.OfInput("The term would end after 2100.", "Renew it for less.")
        : Renewed(engagement, until.AddMonths(command.Months), act);

    private static Decision Renewed(Engagement engagement, DateTimeOffset until, Act act) =>
        Decision
            .Of(new EngagementRenewed(until))
            .Telling(origin => new Contracts.Engagement.V1.EngagementRenewed(engagement.Id, engagement.GroupIds(), until, origin))
            .Awaiting(until, new WatchDue(engagement.Id, Watched.FinalBilan, null, until), act);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/engagements/{id:guid}/renew",
                (Guid id, RenewEngagement command, Streams streams) =>
                    streams.Change<Engagement>(id, command, (engagement, act) => Decide(command, engagement, act))
            )
            .UnderIfMatch()
            .WithSummary("Renew an engagement")
            .Produces<EngagementView>()
            .For(Roles.Practice);
}
