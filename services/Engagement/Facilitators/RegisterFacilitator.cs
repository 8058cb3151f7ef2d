using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Facilitators;

/// <summary>Registers a facilitator (intervenant) and what the file shows (S0).</summary>
/// <param name="DisplayName">The person's name, 1 to 200 characters; kept in the identity record alone.</param>
/// <param name="IndependenceDeclared">Whether the facilitator declares to hold no hierarchical authority over members (S0, S2).</param>
/// <param name="Evidence">Qualifications, at most 50.</param>
/// <param name="Employer">The establishment the facilitator works for beside, if any: where a frame asks externality, not the one that asks.</param>
public sealed record RegisterFacilitator(
    string DisplayName,
    bool IndependenceDeclared,
    IReadOnlyList<ShownEvidence> Evidence,
    Guid? Employer = null
) : Command
{
    private const int MostEvidence = 50;

    /// <summary>Decides; what the file says of the person is sealed under their own key, and goes with them.</summary>
    /// <param name="employer">The establishment that is named.</param>
    public static Decision Decide(RegisterFacilitator command, Establishment? employer, Act act) =>
        Refusal.All([
            Input.CheckName(command.DisplayName, "displayName"),
            Employed(command.Employer, employer),
            command.Evidence.Count > MostEvidence
                ? Refusal.OfInput($"evidence has more than {MostEvidence} items.", $"List at most {MostEvidence}.")
                : null,
            .. command
                .Evidence.Index()
                .Select(e =>
                    e.Item is null
                        ? Refusal.OfInput($"evidence.{e.Index} is null.", "Give each piece of evidence as a JSON object.")
                        : e.Item.Wrong($"evidence.{e.Index}.")
                ),
        ])
            is { } wrong
            ? wrong
            : Decision
                .Of([
                    new FacilitatorRegistered(command.Employer),
                    .. command.Evidence.Select(e => e.Shown(act)),
                    .. command.IndependenceDeclared ? [new IndependenceDeclared()] : Array.Empty<Fact>(),
                ])
                .Naming(act.Stream, command.DisplayName);

    /// <summary>Why nobody works for this establishment, or null: one that the practice does not know is outside of none.</summary>
    internal static Refusal? Employed(Guid? named, Establishment? employer) =>
        named is not null && employer is null
            ? Refusal.OfInput(
                "employer does not name an establishment of this practice.",
                "Register the establishment first, or omit employer."
            )
            : null;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/facilitators",
                (RegisterFacilitator command, Streams streams) =>
                    streams.Start<Facilitator>(
                        command,
                        async (session, act) =>
                            Decide(
                                command,
                                command.Employer is { } employer ? await session.LoadAsync<Establishment>(employer) : null,
                                await act.Under(act.Stream)
                            )
                    )
            )
            .WithSummary("Register a facilitator")
            .Produces<FacilitatorView>(201)
            .For(Roles.Practice);
        routes
            .MapGet(
                "/v1/facilitators/{id:guid}",
                (Guid id, [AsParameters] AsOf asOf, Streams streams) => streams.Show<Facilitator>(id, asOf)
            )
            .WithSummary("Read a facilitator's file")
            .Produces<FacilitatorView>()
            .For(Roles.Practice, Roles.Facilitator);
    }
}

/// <summary>A piece of evidence that is shown.</summary>
/// <param name="Kind">Which qualification it shows (S0); a frame may ask the file for some.</param>
/// <param name="Title">What it is: 1 to 200 plain characters, as a name has them.</param>
/// <param name="Years">Years of experience, 1 to 80, where it counts in years.</param>
public sealed record ShownEvidence(Qualification Kind, Narrative Title, [property: Between(1, 80)] int? Years = null)
{
    /// <summary>Why it is none, or null.</summary>
    /// <param name="within">Where it stands in the body, with a point behind it.</param>
    internal Refusal? Wrong(string within) => Refusal.All(Input.CheckName(Title.Text, $"{within}title"), Input.CheckNumbers(this, within));

    /// <summary>The fact that it is shown.</summary>
    internal QualificationEvidenced Shown(Act act) =>
        new(Kind, act.Seal(new(NormalForm.Of(Title.Text)), SealedAs.QualificationTitle), Years);
}
