using PracticeAnalysis.Engagement.Corrections;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.PastEngagements;

/// <summary>A past engagement as the API shows it: told by the practice, and not witnessed by this system.</summary>
/// <param name="Kind">Its nature, as the practice tells it.</param>
/// <param name="Audience">Whom it was for, as the practice tells it.</param>
/// <param name="From">The day it began.</param>
/// <param name="To">The day it ended.</param>
/// <param name="Sessions">How many sessions were held.</param>
/// <param name="Minutes">How long they were, all together.</param>
/// <param name="Participants">How many persons took part.</param>
/// <param name="End">Whether it ended at its term, before it, or came to nothing.</param>
/// <param name="TakenOverAt">When the practice told of it.</param>
/// <param name="Corrections">What was put right, field by field, the first one first.</param>
/// <param name="Correctable">What may be put right, and by whom; no time ends it.</param>
public sealed record PastEngagementView(
    Guid Id,
    long Version,
    Guid Establishment,
    Kind Kind,
    Audience Audience,
    DateOnly From,
    DateOnly To,
    int Sessions,
    int Minutes,
    int Participants,
    PastEnd End,
    DateTimeOffset TakenOverAt,
    IReadOnlyList<CorrectionView> Corrections,
    IReadOnlyList<Correctable> Correctable
)
{
    private static readonly IReadOnlyList<Correctable> Fields =
    [
        .. new[] { "establishment", "kind", "audience", "from", "to", "sessions", "minutes", "participants", "end" }.Select(
            field => new Correctable(field, [Roles.Practice])
        ),
    ];

    /// <summary>The view.</summary>
    public static PastEngagementView Of(PastEngagement p) =>
        new(
            p.Id,
            p.Version,
            p.Establishment,
            p.Kind,
            p.Audience,
            p.From,
            p.To,
            p.Sessions,
            p.Minutes,
            p.Participants,
            p.End,
            p.TakenOverAt,
            [
                .. p.Corrections.SelectMany(c =>
                    c.From.DifferencesTo(c.To).Select(d => new CorrectionView(d.Field, d.From, d.To, c.Reason, c.At))
                ),
            ],
            Fields
        );
}
