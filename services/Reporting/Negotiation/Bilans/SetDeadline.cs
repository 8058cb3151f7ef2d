using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>Sets the deadline of a locked text that has none, or a later one; the parties are told of it twice.</summary>
/// <param name="Deadline">Fourteen days ahead at least, or as many as the dispositif says.</param>
public sealed record SetDeadline(DateTimeOffset Deadline) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(SetDeadline command, Bilan bilan, IReadOnlyList<GroupRecord> groups, Act act)
    {
        var deadline = command.Deadline.ToUniversalTime();
        return bilan.State != BilanState.Locked ? Refusal.OfOrder("The text is not locked.", "Lock it, with a deadline.")
            : bilan.TookPart is null
                ? Refusal.OfOrder(
                    "It was locked before its parties were those who took part in its period.",
                    "Lock it anew, with a deadline."
                )
            : Notice.TooNear(deadline, groups, act) is { } near ? near
            : deadline <= bilan.Deadline
                ? Refusal.OfOrder("The deadline that stands is later.", "Give a later one: what was told is not shortened.")
            : Notice.Given(bilan, null, deadline, act);
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.Lead<SetDeadline>("deadline", "Set the deadline of a locked text", Decide);
}
