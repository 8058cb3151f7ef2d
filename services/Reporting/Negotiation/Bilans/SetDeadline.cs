using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>Sets the deadline of a locked text that has none, or a later one; the parties are told of it twice.</summary>
/// <param name="Deadline">Fourteen days ahead at least, or as many as the dispositif says.</param>
public sealed record SetDeadline(DateTimeOffset Deadline) : Command
{
    private static Refusal Shortened { get; } =
        Refusal
            .OfOrder("The parties were told of a later deadline.", "Give a later one: an announced deadline cannot be shortened.")
            .At("deadline");

    /// <summary>Why no text of the bilan is locked with this deadline, or null: the parties were told of a later one, of this text or another. Another text may be
    /// locked without any.</summary>
    internal static Refusal? Shortens(DateTimeOffset? deadline, Bilan bilan) =>
        bilan is { State: BilanState.Locked, TookPart: not null, Deadline: { } told } && !(deadline >= told) || deadline < bilan.ToldUntil
            ? Shortened
            : null;

    /// <summary>Decides.</summary>
    public static Decision Decide(SetDeadline command, Bilan bilan, IReadOnlyList<GroupRecord> groups, Act act)
    {
        var deadline = command.Deadline.ToUniversalTime();
        return bilan.State != BilanState.Locked ? Refusal.OfOrder("The text is not locked.", "Lock it, with a deadline.")
            : bilan.TookPart is null
                ? Refusal.OfOrder(
                    "It was locked under an earlier rule, which defined its parties differently.",
                    "Lock it again, with a deadline."
                )
            : (Notice.Untimely(deadline, groups, act) ?? Input.CheckClock(act) ?? Shortens(deadline, bilan)) is { } untimely ? untimely
            : deadline == bilan.Deadline
                ? Refusal
                    .OfOrder("This is the current deadline.", "Give a later one: an announced deadline cannot be shortened.")
                    .At("deadline")
            : Notice.Given(bilan, null, deadline, act);
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.Lead<SetDeadline>("deadline", "Set the deadline of a locked text", Decide);
}
