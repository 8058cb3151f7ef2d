using PracticeAnalysis.Engagement.Corrections;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Facilitators;

/// <summary>A facilitator's file as the API shows it.</summary>
/// <param name="Employer">The establishment that the facilitator works for beside; null where none is filed.</param>
/// <param name="IndependenceDeclared">Whether the file holds the declaration to have no hierarchical authority over members (S0, S2).</param>
/// <param name="Evidence">All that the file ever showed, by number; what was withdrawn is marked.</param>
/// <param name="ProfessionalSecrecy">The text that binds to professional secrecy (226-13), as the practice established it; null where none does.</param>
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
/// <param name="Kind">Which qualification it shows (S0).</param>
/// <param name="Title">What it is, 1 to 200 characters; sealed under the facilitator's own key, and null once they are erased.</param>
/// <param name="Years">Years of experience, 1 to 80; null where it does not count in years.</param>
/// <param name="Number">Its number in the file, from 1: by it it is corrected.</param>
/// <param name="Withdrawn">Whether it was entered wrongly and shows nothing any more.</param>
public sealed record EvidenceView(Qualification Kind, string? Title, int? Years, int Number, bool Withdrawn);
