using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>A party proposes another text for a section, at any time before the bilan is agreed.</summary>
/// <param name="Dimension">The section whose text it replaces; where the bilan has none along it, one is added.</param>
/// <param name="Text">The section as it should read, whole.</param>
/// <param name="Now">Where the group stands along the dimension, 1 to 5, where that is amended too.</param>
/// <param name="Names">Opaque ids of those whom the text names; each must agree before it is locked (S3).</param>
/// <param name="Worked">What the group says that it worked on, whole, where that is amended too.</param>
public sealed record ProposeAmendment(
    Dimension Dimension,
    Narrative Text,
    [property: Between(1, 5)] int? Now = null,
    IReadOnlyList<Guid>? Names = null,
    IReadOnlyList<WorkedOn>? Worked = null
) : Command, IAmends
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ProposeAmendment command, Bilan bilan, Act act) =>
        (Negotiable.Ended(bilan) ?? Negotiable.Agreed(bilan)) is { } ended ? ended
        : bilan.Bars(act.By, command) is { } barred ? barred
        : bilan.Figures.Wrong(command.Worked ?? []) is { } unworked ? unworked
        : Input.CheckNumbers(command) is { } noNumber ? noNumber
        : new AmendmentProposed(
            act.NewId,
            act.By.Person,
            command.Dimension,
            act.Seal(command.Text, "AmendmentProposed.Text"),
            command.Now,
            command.Names,
            command.Worked
        );

    internal static void Map(IEndpointRouteBuilder routes) => routes.Bring<ProposeAmendment>("amendments", "Propose an amendment", Decide);
}
