using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;
using PracticeAnalysis.ServiceDefaults.Texts;

namespace PracticeAnalysis.Engagement.Diagnosis;

/// <summary>Gives the diagnosis back to those it concerns; a dispositif may be designed from then on.</summary>
public sealed record RestituteDiagnosis(Narrative Summary) : Command
{
    internal const string SummaryMember = "DiagnosisRestituted.Summary";

    /// <summary>Decides.</summary>
    public static Decision Decide(RestituteDiagnosis command, Engagement engagement, Act act) =>
        engagement.State != EngagementState.Diagnosing
            ? Refusal.OfOrder("The engagement is not in its diagnosis.", "Start the diagnosis first; it is restituted once.")
        : engagement.Findings.Count == 0 ? Refusal.OfOrder("The diagnosis holds no finding.", "Record a finding first.")
        : new DiagnosisRestituted(act.Seal(command.Summary, SummaryMember));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/engagements/{id:guid}/restitute",
                (Guid id, RestituteDiagnosis command, Streams streams) =>
                    streams.Change<Engagement>(id, command, (engagement, act) => Decide(command, engagement, act))
            )
            .WithSummary("Restitute the diagnosis")
            .Produces<EngagementView>()
            .For(Roles.Practice, Roles.Facilitator);
}
