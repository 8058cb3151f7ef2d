using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;
using V1 = PracticeAnalysis.Contracts.Reporting.V1;

namespace PracticeAnalysis.Reporting.Negotiation.Syntheses;

/// <summary>Writes the synthesis anew; every approval given before is void.</summary>
/// <param name="Axes">Main axes, all of them: what was written before is gone.</param>
/// <param name="Listed">Tracks and decisions, all of them: what is left out is listed no more.</param>
public sealed record ReviseSynthesis(IReadOnlyList<AxisDraft> Axes, IReadOnlyList<ListedDraft> Listed) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ReviseSynthesis command, Synthesis synthesis, GroupRecord group, Act act) =>
        !synthesis.IsOpen && !synthesis.IsForAnother
            ? Refusal.OfOrder("The synthesis is validated.", "A validated synthesis can no longer change; draft another one.")
        : OutwardList.Wrong(command.Axes, command.Listed, group, synthesis.Session, new(Guid.Empty, false, synthesis.From, synthesis.To))
            is { } wrong
            ? wrong
        : Released(new SynthesisRevised(OutwardList.Seal(command.Axes, act), OutwardList.Seal(command.Listed, act)), synthesis, group);

    private static Decision Released(Decision revised, Synthesis synthesis, GroupRecord group) =>
        synthesis.Holds.Count == 0
            ? revised
            : revised
                .With(group, new SynthesisUnlockRecorded(synthesis.Engagement, synthesis.Id))
                .Telling(origin => new V1.SynthesisUnlocked(synthesis.Id, synthesis.Engagement, synthesis.Holds, origin));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/syntheses/{id:guid}/revise",
                (Guid id, ReviseSynthesis command, Streams streams) =>
                    streams.Change<Synthesis, GroupRecord>(
                        id,
                        command,
                        s => s.Group,
                        (synthesis, group, act) => Decide(command, synthesis, group, act)
                    )
            )
            .WithSummary("Write a synthesis anew")
            .Produces<SynthesisView>()
            .For(Roles.Facilitator);
}
