using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Establishments;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>Lets an engagement span one more establishment of the practice, outside of which its facilitator stands too where a frame asks it.
/// It reads the engagement and its prevention plan; bilans and syntheses go to the one that asked.</summary>
/// <param name="Establishment">Its id.</param>
public sealed record JoinEstablishment(Guid Establishment) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(
        JoinEstablishment command,
        Engagement engagement,
        Establishment? establishment,
        Facilitator? facilitator,
        FrameLibrary frames
    ) =>
        establishment is null
            ? Refusal.OfInput("establishment does not name an establishment of this practice.", "Register the establishment first.")
        : SucceedEstablishment.Settled(establishment) is { } settled ? settled
        : engagement.State >= EngagementState.Active
            ? Refusal.OfOrder("The engagement is active, or has ended.", "Establishments join the engagement before it is active.")
        : engagement.Establishments().Contains(command.Establishment) ? Decision.Nothing
        : engagement.Dispositif is { } dispositif
        && DispositifRules.CheckFacilitator(frames.Pinned(dispositif.Frames), facilitator, [command.Establishment]) is { } broken
            ? broken
        : new EstablishmentJoined(command.Establishment);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/engagements/{id:guid}/establishments",
                (Guid id, JoinEstablishment command, FrameLibrary frames, Streams streams) =>
                    streams.Change<Engagement>(
                        id,
                        command,
                        async (session, engagement, _) =>
                            Decide(
                                command,
                                engagement,
                                await SucceedEstablishment.Standing(session, command.Establishment),
                                engagement.Facilitator is { } facilitator ? await session.LoadAsync<Facilitator>(facilitator) : null,
                                await frames.With(session)
                            )
                    )
            )
            .WithSummary("Let the engagement span one more establishment")
            .Produces<EngagementView>()
            .For(Roles.Practice);
}
