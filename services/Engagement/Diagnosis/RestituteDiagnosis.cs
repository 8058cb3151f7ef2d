using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Diagnosis;

/// <summary>Gives the diagnosis back to those it concerns; a dispositif may be designed from then on.</summary>
/// <param name="Summary">What is given back; kept sealed. The engagement shows it as <c>summary</c>, but not to members.</param>
/// <param name="Measures">Where the group stands, each dimension once at most; bilans are compared with it (S2).</param>
public sealed record RestituteDiagnosis(Narrative Summary, IReadOnlyList<Measured>? Measures = null) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(RestituteDiagnosis command, Engagement engagement, Act act) =>
        engagement.State != EngagementState.Diagnosing
            ? Refusal.OfOrder("The engagement is not at its diagnosis stage.", "Start the diagnosis first; it can be restituted only once.")
        : engagement.Findings.Count == 0 ? Refusal.OfOrder("The diagnosis does not contain any findings.", "Record a finding first.")
        : Wrong(command.Measures ?? []) is { } wrong ? wrong
        : new DiagnosisRestituted(act.Seal(command.Summary, SealedAs.Summary), command.Measures);

    private static Refusal? Wrong(IReadOnlyList<Measured> measures) =>
        Refusal.All([
            .. measures.Select((m, at) => Input.CheckNumber(m.Value, $"measures.{at}.value", 1, 5)),
            measures.DistinctBy(m => m.Dimension).Count() != measures.Count
                ? Refusal.OfInput("measures names a dimension twice.", "Say once, for each dimension, where the group is.")
                : null,
        ]);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/engagements/{id:guid}/restitute",
                (Guid id, RestituteDiagnosis command, Streams streams) =>
                    streams.Change<Engagement>(id, command, (engagement, act) => Decide(command, engagement, act))
            )
            .WithSummary("Restitute the diagnosis")
            .Produces<EngagementView>()
            .For(Roles.Practice, Roles.Facilitator);
}
