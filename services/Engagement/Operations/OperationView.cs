using PracticeAnalysis.Http;

namespace PracticeAnalysis.Engagement.Operations;

/// <summary>An operation as the API shows it.</summary>
/// <param name="Kind">What its lines are: establishments, members or past engagements.</param>
/// <param name="DryRun">Whether it decides everything and does nothing.</param>
/// <param name="State">Whether it goes on, was stopped and may be resumed, or has ended.</param>
/// <param name="Lines">How many lines there are in all.</param>
/// <param name="Done">How many have their result.</param>
/// <param name="Created">Of which something was made, or would be in a dry run.</param>
/// <param name="Unchanged">Of which everything was there.</param>
/// <param name="Refused">That were refused, each with its problem.</param>
/// <param name="StartedAt">When it was asked for.</param>
/// <param name="EndedAt">When its last line was done; null before.</param>
/// <param name="Correct">Whether what differs is corrected.</param>
/// <param name="Differs">That say otherwise than what is there, which stays.</param>
/// <param name="Corrected">By which what is there was corrected, or would be in a dry run.</param>
public sealed record OperationView(
    Guid Id,
    long Version,
    OperationKind Kind,
    bool DryRun,
    OperationState State,
    int Lines,
    int Done,
    int Created,
    int Unchanged,
    int Refused,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    bool Correct,
    int Differs,
    int Corrected
)
{
    /// <summary>The view.</summary>
    public static OperationView Of(Operation o) =>
        new(
            o.Id,
            o.Version,
            o.Kind,
            o.DryRun,
            o.State,
            o.Lines,
            o.Created + o.Unchanged + o.Refused + o.Differs + o.Corrected,
            o.Created,
            o.Unchanged,
            o.Refused,
            o.StartedAt,
            o.EndedAt,
            o.Correct,
            o.Differs,
            o.Corrected
        );
}
