using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;
using PracticeAnalysis.ServiceDefaults.Texts;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>Lets an engagement span one more establishment of the practice; it reads what the commissioner reads.</summary>
/// <param name="Establishment">Its id.</param>
public sealed record JoinEstablishment(Guid Establishment) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(JoinEstablishment command, Engagement engagement, Establishments.Establishment? establishment) =>
        establishment is null ? Refusal.OfInput("establishment names none of this practice's.", "Register the establishment first.")
        : engagement.State >= EngagementState.Active
            ? Refusal.OfOrder("The engagement is active, or over.", "Establishments join before it is active.")
        : engagement.Establishment == command.Establishment || engagement.Spans.Contains(command.Establishment) ? Decision.Nothing
        : new EstablishmentJoined(command.Establishment);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/engagements/{id:guid}/establishments",
                (Guid id, JoinEstablishment command, Streams streams) =>
                    streams.Change<Engagement>(
                        id,
                        command,
                        async (session, engagement, _) =>
                            Decide(command, engagement, await session.LoadAsync<Establishments.Establishment>(command.Establishment))
                    )
            )
            .WithSummary("Let the engagement span one more establishment")
            .Produces<EngagementView>()
            .For(Roles.Practice);
}
