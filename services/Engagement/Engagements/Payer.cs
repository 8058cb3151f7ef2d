using Marten;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>Who pays agrees: the establishment that asked for the engagement.</summary>
internal static class Payer
{
    internal const int DaysToContest = 14;
    private static readonly Rule Agrees = new("always", "payer-agrees", "design");

    // The clocks of who tells and of who records differ.
    private static readonly TimeSpan Telling = TimeSpan.FromMinutes(1);

    /// <summary>Why who pays has not agreed, or null: neither a token of theirs nor anything that shows it, or they contested what was recorded in their name.</summary>
    /// <param name="recorded">When it was recorded that it is proposed.</param>
    /// <param name="leaving">That another establishment is to take the place of who pays, who could contest it no more.</param>
    public static Refusal? Silent(
        Narrative? shownBy,
        Engagement engagement,
        Act act,
        DateTimeOffset? recorded,
        AnnouncedSuccession? leaving = null
    ) =>
        !act.By.Is(Roles.Practice)
            ? Other(engagement, act)
                ?? (
                    leaving?.AcceptedAt is null
                        ? null
                        : Refusal.OfRule(
                            Agrees,
                            "Another establishment has agreed to pay once a succession takes effect: until then, what it would pay cannot change.",
                            "Wait until the succession takes effect, or object to it; the establishment that then pays accepts it."
                        )
                )
        : leaving is not null
            ? Refusal.OfRule(
                Agrees,
                "A succession is announced for the establishment that pays: until then, your word alone is not enough.",
                "Have the establishment accept it with its own token, or its successor once that one pays."
            )
        : engagement.Accepted.Any(a => a.ContestedAt is not null && a.IsOf(engagement.Establishment))
            ? Refusal.OfRule(
                Agrees,
                "The establishment contested what you recorded in its name: your word alone is no longer enough.",
                "Have the establishment accept it with its own token."
            )
        : shownBy is not { } shown
            ? Refusal.OfRule(
                Agrees,
                "The establishment has not accepted it.",
                "Have the establishment accept it, or state in shownBy what proves that it did."
            )
        : Input.CheckReference(shown.Text, "shownBy") is { } noReference ? noReference
        : act.OccurredAt + Telling < recorded
            ? Refusal.OfRule(
                Agrees,
                "occurredAt is before the proposal was recorded: nobody could have accepted it by then.",
                "Give a later time, or omit it."
            )
        : null;

    /// <summary>Why this establishment is not the one that pays, or null.</summary>
    public static Refusal? Other(Engagement engagement, Act act) =>
        act.By.Establishment == engagement.Establishment
            ? null
            : Refusal.OfRule(
                Agrees,
                "Another establishment asked for the engagement and pays for it.",
                "Have the establishment that asked for the engagement accept it."
            );

    /// <summary>Why no group may begin to meet yet, or null: who pays may still contest the agreement that the practice recorded.</summary>
    public static Refusal? Pending(Engagement engagement, Act act) =>
        IsPending(engagement, act.Now)
            ? Refusal.OfRule(
                Agrees,
                "The establishment may still contest the agreement that you recorded in its name.",
                "Have it agree with its own token, or wait for the contestableUntil date in accepted."
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

    /// <summary>Who pays; no succession of theirs is accepted, and none takes effect, before the transaction ends.</summary>
    public static async Task<Establishment?> Held(IQuerySession session, Engagement engagement)
    {
        await session.HoldKept<Establishment>(engagement.Establishment, CancellationToken.None);
        return await session.LoadAsync<Establishment>(engagement.Establishment);
    }

    /// <summary>That they accept: by a token of theirs nothing else need show it.</summary>
    public static Acceptance Accepts(Narrative? shownBy, Act act) =>
        new(
            act.By.Is(Roles.Practice) && shownBy is { } shown ? act.Seal(new(NormalForm.Of(shown.Text)), SealedAs.AcceptanceShownBy) : null
        );

    /// <summary>From when on what they accept may hold: what the practice records is not dated back over sessions that are still to be told.</summary>
    public static DateTimeOffset From(Act act) => act.By.Is(Roles.Practice) ? act.Now : act.OccurredAt;
}
