using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Corrections;

/// <summary>That a field was put right; the resource shows what is right now, and its history keeps both.</summary>
/// <param name="Field">The field, as the resource names it.</param>
/// <param name="From">What stood; null where nothing did, or where it is not for this reader.</param>
/// <param name="To">What stands since; null where nothing does, or where it is not for this reader.</param>
/// <param name="Reason">Why: it was wrong from the beginning, or <c>changed</c>, right before and otherwise since.</param>
/// <param name="At">When it was corrected.</param>
/// <param name="Since">From when on it was otherwise, where it was right before.</param>
/// <param name="By">The role that corrected it.</param>
public sealed record CorrectionView(
    string Field,
    string? From,
    string? To,
    CorrectionReason Reason,
    DateTimeOffset At,
    DateOnly? Since = null,
    string By = Roles.Practice
);
