using System.Globalization;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
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
    /// <param name="stands">The section's text as it stands; null where there is none, or it was erased.</param>
    public static Decision Decide(ProposeAmendment command, Bilan bilan, Act act, string? stands = null) =>
        (Negotiable.Ended(bilan) ?? Negotiable.Agreed(bilan)) is { } ended ? ended
        : bilan.Bars(act.By, command) is { } barred ? barred
        : bilan.Figures.Wrong(command.Worked ?? []) is { } unworked ? unworked
        : Input.CheckNumbers(command) is { } noNumber ? noNumber
        : ChangesNothing(command, bilan, stands)
            ? Refusal
                .OfInput(
                    "The amendment says what the section already says.",
                    "Give a different text, or what the section should say instead."
                )
                .At("text")
        : new AmendmentProposed(
            act.NewId,
            act.By.Person,
            command.Dimension,
            act.Seal(command.Text, "AmendmentProposed.Text"),
            command.Now,
            command.Names,
            command.Worked
        );

    // Whether two texts say the same, sign for sign.
    private static bool AreSame(string? one, string? other) => one is not null && other is not null && Spelt(one) == Spelt(other);

    /// <summary>The text of a section as it stands; null where there is none, or it was erased.</summary>
    internal static async Task<string?> Standing(Bilan bilan, Dimension dimension, Act act) =>
        bilan.Sections.FirstOrDefault(s => s.Dimension == dimension) is { } section
        && (await act.Opening([section.Text])).Open(section.Text, section.SealedFor) is { } text
        && text != TextOpener.Erased
            ? text
            : null;

    // What nobody sees makes no other text.
    private static string Spelt(string text) =>
        string.Concat(NormalForm.Of(text).Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is not UnicodeCategory.Format));

    private static bool ChangesNothing(ProposeAmendment command, Bilan bilan, string? stands) =>
        AreSame(command.Text.Text, stands)
        && (command.Now is not { } now || bilan.Assessments.Any(a => a.Dimension == command.Dimension && a.Now == now))
        && (command.Worked is not { } worked || worked.ToHashSet().SetEquals(bilan.Worked))
        && (command.Names ?? [])
            .ToHashSet()
            .SetEquals(bilan.Sections.Where(s => s.Dimension == command.Dimension).SelectMany(s => s.Names ?? []));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/bilans/{id:guid}/amendments",
                (Guid id, ProposeAmendment command, Streams streams) =>
                    streams.Append<Bilan>(
                        id,
                        command,
                        async (_, bilan, act) => Decide(command, bilan, act, await Standing(bilan, command.Dimension, act))
                    )
            )
            .WithSummary("Propose an amendment")
            .Produces<BilanView>()
            .For(Roles.Member, Roles.Facilitator);
}
