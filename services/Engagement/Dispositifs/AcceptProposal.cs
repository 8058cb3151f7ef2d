using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Dispositifs;

/// <summary>Accepts an amendment or a renewal that the practice proposed: who pays, by a token of theirs, or as the practice records it. Of an amendment the whole
/// dispositif is accepted, as the proposal shows it; of a renewal its months, from the end of the term as it stands.</summary>
/// <param name="ShownBy">What shows it, where the practice records it: 3 to 200 plain characters by which it can be looked up, such as a letter's title and date.</param>
public sealed record AcceptProposal(Narrative? ShownBy = null) : Command
{
    /// <summary>Decides. It holds from its acceptance on, by the rules and the term as they are then.</summary>
    /// <param name="recorded">When the proposal was recorded, whatever it is dated.</param>
    /// <param name="leaving">Whether another establishment is to take the place of who pays.</param>
    public static Decision Decide(
        AcceptProposal command,
        Guid proposal,
        Engagement engagement,
        FrameLibrary frames,
        Act act,
        DateTimeOffset? recorded = null,
        AnnouncedSuccession? leaving = null
    ) =>
        engagement.Proposals.FirstOrDefault(p => p.Id == proposal) is not { } proposed ? Settled(proposal, engagement)
        : Payer.Silent(command.ShownBy, engagement, act, recorded, leaving) is { } silent ? silent
        : proposed.Dispositif is { } amended
            ? AmendDispositif.Accept(proposed, amended, Payer.Accepts(command.ShownBy, act), engagement, frames, act)
        : RenewEngagement.Accept(proposed, Payer.Accepts(command.ShownBy, act), engagement, act);

    private static Refusal Settled(Guid proposal, Engagement engagement) =>
        engagement.Accepted.FirstOrDefault(a => a.Proposal == proposal) is { } accepted
            ? accepted.ContestedAt is null
                ? Refusal.OfOrder("The proposal has already been accepted.", "A proposal can be accepted only once; accepted shows when.")
                : Refusal.OfOrder(
                    "The proposal was accepted, and the establishment contested that.",
                    "Propose again: an establishment that contested can accept only with its own token."
                )
            : engagement.Replaced.Contains(proposal)
                ? Refusal.OfOrder(
                    "The proposal has been replaced.",
                    "Read proposals, and accept the one that replaced it; or propose again."
                )
                : Refusal.NotFound;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/engagements/{id:guid}/proposals/{proposal:guid}/accept",
                (Guid id, Guid proposal, AcceptProposal command, FrameLibrary frames, Streams streams) =>
                    streams.Change<Engagement>(
                        id,
                        command,
                        async (session, engagement, act) =>
                            Decide(
                                command,
                                proposal,
                                engagement,
                                await frames.With(session),
                                await act.Under(id),
                                await Payer.ProposedAt(
                                    session,
                                    act,
                                    fact =>
                                        fact is DispositifAmendmentProposed amendment
                                            ? amendment.Proposal == proposal
                                            : fact is RenewalProposed renewal && renewal.Proposal == proposal
                                ),
                                (await Payer.Held(session, engagement))?.Announced
                            )
                    )
            )
            .WithSummary("Accept an amendment or a renewal that the practice proposed")
            .Produces<EngagementView>()
            .For(Roles.Practice, Roles.Establishment);
}
