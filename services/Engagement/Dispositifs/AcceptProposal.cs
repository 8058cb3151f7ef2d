using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
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
    public static Decision Decide(
        AcceptProposal command,
        Guid proposal,
        Engagement engagement,
        FrameLibrary frames,
        Act act,
        DateTimeOffset? recorded = null
    ) =>
        engagement.Proposals.FirstOrDefault(p => p.Id == proposal) is not { } proposed ? Settled(proposal, engagement)
        : Payer.Silent(command.ShownBy, engagement, act, recorded) is { } silent ? silent
        : proposed.Dispositif is { } amended
            ? AmendDispositif.Accept(proposed, amended, Payer.Accepts(command.ShownBy, act), engagement, frames, act)
        : RenewEngagement.Accept(proposed, Payer.Accepts(command.ShownBy, act), engagement, act);

    private static Refusal Settled(Guid proposal, Engagement engagement) =>
        engagement.Accepted.FirstOrDefault(a => a.Proposal == proposal) is { } accepted
            ? accepted.ContestedAt is null
                ? Refusal.OfOrder("The proposal is accepted.", "A proposal is accepted once; accepted shows when.")
                : Refusal.OfOrder(
                    "The proposal was accepted, and the establishment contested that.",
                    "Propose anew: the establishment accepts it by a token of its own."
                )
            : engagement.Replaced.Contains(proposal)
                ? Refusal.OfOrder("The proposal is replaced.", "Read proposals, and accept the one that took its place; or propose anew.")
                : Refusal.NotFound;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
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
                                )
                            )
                    )
            )
            .UnderIfMatch()
            .WithSummary("Accept an amendment or a renewal that the practice proposed")
            .Produces<EngagementView>()
            .For(Roles.Practice, Roles.Establishment);
}

/// <summary>Who pays agrees: the establishment that asked for the engagement.</summary>
internal static class Payer
{
    internal const string ShownMember = "Acceptance.ShownBy";
    internal const int DaysToContest = 14;
    private static readonly Rule Agrees = new("always", "payer-agrees", "design");

    // The clocks of who tells and of who records differ.
    private static readonly TimeSpan Telling = TimeSpan.FromMinutes(1);

    /// <summary>Why who pays has not agreed, or null: neither a token of theirs nor anything that shows it, or they contested what was recorded in their name.</summary>
    /// <param name="recorded">When it was recorded that it is proposed.</param>
    public static Refusal? Silent(Narrative? shownBy, Engagement engagement, Act act, DateTimeOffset? recorded) =>
        !act.By.Is(Roles.Practice) ? Other(engagement, act)
        : engagement.Accepted.Any(a => a.ContestedAt is not null)
            ? Refusal.OfRule(
                Agrees,
                "The establishment contested what you recorded in its name: your word for it is no more enough.",
                "Have the establishment accept it by a token of its own."
            )
        : shownBy is not { } shown
            ? Refusal.OfRule(
                Agrees,
                "The establishment has not accepted it.",
                "Have the establishment accept it, or say in shownBy what shows that it did."
            )
        : Input.CheckReference(shown.Text, "shownBy") is { } noReference ? noReference
        : act.OccurredAt + Telling < recorded
            ? Refusal.OfRule(
                Agrees,
                "occurredAt lies before it was recorded as proposed: nobody had accepted it by then.",
                "Give a time since then, or none."
            )
        : null;

    /// <summary>Why this establishment is not the one that pays, or null.</summary>
    public static Refusal? Other(Engagement engagement, Act act) =>
        act.By.Establishment == engagement.Establishment
            ? null
            : Refusal.OfRule(Agrees, "Another establishment asked for the engagement, and pays.", "Have the one accept that asked for it.");

    /// <summary>Why no group may begin to meet yet, or null: who pays may still contest the agreement that the practice recorded.</summary>
    public static Refusal? Pending(Engagement engagement, Act act) =>
        IsPending(engagement, act.Now)
            ? Refusal.OfRule(
                Agrees,
                "The establishment may still contest the agreement that you recorded in its name.",
                "Have it agree by a token of its own, or wait until contestableUntil of accepted."
            )
            : null;

    /// <summary>Whether the dispositif is agreed by the practice's word alone, which may still be contested.</summary>
    public static bool IsPending(Engagement engagement, DateTimeOffset now) =>
        engagement.Accepted.LastOrDefault(a => a.What == Accepted.Dispositif)?.IsContestable(now) is true;

    /// <summary>Where the practice records an acceptance, who pays is told, and may contest it.</summary>
    public static Decision Recorded(Accepted what, Guid? proposal, Act act) =>
        act.By.Is(Roles.Practice) ? new AcceptanceRecorded(what, act.Now.AddDays(DaysToContest), proposal) : Decision.Nothing;

    /// <summary>When it was recorded that something is proposed, where the practice says that it was accepted.</summary>
    public static async Task<DateTimeOffset?> ProposedAt(IQuerySession session, Act act, Func<Fact, bool> proposes) =>
        act.By.Is(Roles.Practice)
            ? (await session.Events.FetchStreamAsync(act.Stream)).LastOrDefault(e => proposes(e.Fact()))?.Timestamp
            : null;

    /// <summary>That they accept: by a token of theirs nothing else need show it.</summary>
    public static Acceptance Accepts(Narrative? shownBy, Act act) =>
        new(act.By.Is(Roles.Practice) && shownBy is { } shown ? act.Seal(new(NormalForm.Of(shown.Text)), ShownMember) : null);

    /// <summary>From when on what they accept may hold: what the practice records is not dated back over sessions that are still to be told.</summary>
    public static DateTimeOffset From(Act act) => act.By.Is(Roles.Practice) ? act.Now : act.OccurredAt;
}
