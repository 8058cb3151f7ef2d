using PracticeAnalysis.Engagement.Corrections;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Facilitators;

/// <summary>A facilitator's file as the API shows it.</summary>
/// <param name="Corrections">What was put right, the first one first.</param>
/// <param name="Correctable">What may be put right, and by whom; no time ends it. <c>displayName</c> is corrected at <c>/v1/persons/{id}/name</c>.</param>
public sealed record FacilitatorView(
    Guid Id,
    long Version,
    Guid? Employer,
    bool IndependenceDeclared,
    IReadOnlyList<EvidenceView> Evidence,
    SecrecyBasis? ProfessionalSecrecy,
    IReadOnlyList<CorrectionView> Corrections,
    IReadOnlyList<Correctable> Correctable
) : ShowsTexts
{
    private static readonly IReadOnlyList<Correctable> Entries =
    [
        .. new[] { "evidence", "employer", "independenceDeclared", "professionalSecrecy" }.Select(entry => new Correctable(
            entry,
            [Roles.Practice]
        )),
        new("displayName", [Roles.Practice, Roles.Facilitator]),
    ];

    /// <summary>How it is shown.</summary>
    public static FacilitatorView Of(Facilitator f, TextOpener opener) =>
        new(
            f.Id,
            f.Version,
            f.Employer,
            f.IsIndependent,
            [
                .. f.Evidence.Select(
                    (e, i) =>
                        new EvidenceView(
                            e.Kind,
                            opener.Open(e.Title, SealedAs.QualificationTitle),
                            e.Years,
                            i + 1,
                            f.Withdrawn.Contains(i + 1)
                        )
                ),
            ],
            f.Secrecy,
            [.. f.Corrections.Select(c => new CorrectionView(c.Field, c.From, c.To, c.Reason, c.At, c.Since))],
            Entries
        );
}

/// <summary>A piece of evidence as the API shows it.</summary>
/// <param name="Number">Its number in the file, from 1: by it it is corrected.</param>
/// <param name="Withdrawn">Whether it was entered wrongly and shows nothing any more.</param>
public sealed record EvidenceView(Qualification Kind, string? Title, int? Years, int Number, bool Withdrawn);
