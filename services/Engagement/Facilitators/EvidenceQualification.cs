using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Facilitators;

/// <summary>Adds a qualification to a facilitator's file (S0).</summary>
/// <param name="Kind">Which qualification it shows (S0); a frame may ask the file for some.</param>
/// <param name="Title">What it is: 1 to 200 plain characters, as a name has them.</param>
/// <param name="Years">Years of experience, 1 to 80, where it counts in years.</param>
public sealed record EvidenceQualification(Qualification Kind, Narrative Title, [property: Between(1, 80)] int? Years = null) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(EvidenceQualification command, Act act) =>
        new ShownEvidence(command.Kind, command.Title, command.Years) is var shown && shown.Wrong(string.Empty) is { } wrong
            ? wrong
            : shown.Shown(act);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/facilitators/{id:guid}/evidence",
                (Guid id, EvidenceQualification command, Streams streams) =>
                    streams.Append<Facilitator>(
                        id,
                        command,
                        async (_, facilitator, act) => Decide(command, await act.Under(facilitator.Id))
                    )
            )
            .WithSummary("Add a qualification to a facilitator's file")
            .Produces<FacilitatorView>()
            .For(Roles.Practice);
}
