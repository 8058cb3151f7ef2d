using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

/// <summary>A dispositif: the designed frame.</summary>
/// <param name="Frames">The frames it follows, pinned.</param>
/// <param name="Protocol">The protocol of every session, pinned.</param>
/// <param name="SessionMinutes">Planned length of a session.</param>
/// <param name="IntervalDays">Most days planned between two sessions.</param>
/// <param name="GroupMinimum">Fewest members of a group: the frames' bound where the dispositif sets none.</param>
/// <param name="GroupMaximum">Most members of a group.</param>
/// <param name="BilanMonths">Months between two intermediate bilans, where they are scheduled.</param>
/// <param name="RateReason">Why the rate lies outside a frame's range, where the frame allows it.</param>
/// <param name="AnswerDays">Days that the parties have to answer a locked bilan; 14 where it sets none.</param>
public sealed record Dispositif(
    Kind Kind,
    Audience Audience,
    IReadOnlyList<Pin> Frames,
    Pin Protocol,
    int SessionMinutes,
    int TermMonths,
    int SessionsPlanned,
    int RateCents,
    int? IntervalDays,
    int GroupMinimum,
    int GroupMaximum,
    int? BilanMonths = null,
    Sealed? RateReason = null,
    int? AnswerDays = null
)
{
    /// <summary>What it costs for so many groups.</summary>
    public Quote Quote(int groups)
    {
        var minutes = (long)SessionsPlanned * SessionMinutes * Math.Max(groups, 1);
        return new(Math.Max(groups, 1), SessionsPlanned, minutes, RateCents, minutes * RateCents / 60, "EUR");
    }
}

/// <summary>What a dispositif costs: its sessions at its hourly rate, in integer cents; travel and taxes are not in it.</summary>
/// <param name="Groups">How many teams it is priced for.</param>
/// <param name="SessionsEach">Sessions of each group.</param>
/// <param name="Minutes">Minutes in all.</param>
/// <param name="RateCents">Cents an hour.</param>
/// <param name="TotalCents">Cents in all.</param>
/// <param name="Currency">EUR, of which both amounts are cents.</param>
public sealed record Quote(int Groups, int SessionsEach, long Minutes, int RateCents, long TotalCents, string Currency);

/// <summary>What the dispositif passes of what a frame asks for.</summary>
/// <param name="Rule">The frame's rule that is passed: interval, frequency, minimum-term, or rate with a reason.</param>
/// <param name="Planned">What the dispositif plans: days between sessions, sessions over the term, months, or cents an hour.</param>
/// <param name="Allowed">The frame's bound in the same unit; of sessions a month, over the whole term.</param>
public sealed record Breach(Rule Rule, int Planned, int Allowed);
