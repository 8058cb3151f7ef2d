using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Diagnosis;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Dispositifs;

/// <summary>Agrees the proposed dispositif, as who pays; groups are constituted from then on.</summary>
/// <param name="ShownBy">What shows it, where the practice records it: 3 to 200 plain characters by which it can be looked up, such as a letter's title and date.</param>
public sealed record AgreeDispositif(Narrative? ShownBy = null) : Command
{
    /// <summary>Decides. What the protagonists validate together holds until here. Who pays may agree themself after the practice recorded that they had.</summary>
    /// <param name="recorded">When the dispositif was recorded as proposed, whatever that is dated.</param>
    /// <param name="leaving">Whether another establishment is to take the place of who pays.</param>
    public static Decision Decide(
        AgreeDispositif command,
        Engagement engagement,
        FrameLibrary frames,
        Act act,
        DateTimeOffset? recorded = null,
        AnnouncedSuccession? leaving = null
    ) =>
        engagement.State != EngagementState.Designing
        && !(engagement.State == EngagementState.Chartering && !act.By.Is(Roles.Practice) && Payer.IsPending(engagement, act.Now))
            ? Refusal.OfOrder(
                "The engagement is not at its design stage.",
                "Agree a dispositif only once, after the restitution of the diagnosis."
            )
        : engagement.Dispositif is not { } dispositif ? Refusal.OfOrder("No dispositif is proposed.", "Propose one first.")
        : ValidateProcess.Missing(frames.Pinned(dispositif.Frames), engagement) is { } missing ? missing
        : Payer.Silent(command.ShownBy, engagement, act, recorded, leaving) is { } silent ? silent
        : Decision.Of(new DispositifAgreed(Payer.Accepts(command.ShownBy, act))).And(Payer.Recorded(Accepted.Dispositif, null, act));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/engagements/{id:guid}/dispositif/agree",
                (Guid id, AgreeDispositif command, FrameLibrary frames, Streams streams) =>
                    streams.Change<Engagement>(
                        id,
                        command,
                        async (session, engagement, act) =>
                            Decide(
                                command,
                                engagement,
                                await frames.With(session),
                                await act.Under(id),
                                await Payer.ProposedAt(session, act, fact => fact is DispositifProposed or DispositifRevised),
                                (await Payer.Held(session, engagement))?.Announced
                            )
                    )
            )
            .WithSummary("Agree the dispositif")
            .Produces<EngagementView>()
            .For(Roles.Practice, Roles.Establishment);
}
