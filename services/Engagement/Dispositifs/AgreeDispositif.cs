using PracticeAnalysis.Engagement.Diagnosis;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Engagement.Dispositifs;

/// <summary>Agrees the proposed dispositif; groups are constituted from then on.</summary>
public sealed record AgreeDispositif : Command
{
    /// <summary>Decides. What the protagonists validate together holds until here.</summary>
    public static Decision Decide(Engagement engagement, FrameLibrary frames) =>
        engagement.State != EngagementState.Designing
            ? Refusal.OfOrder("The engagement is not in its design.", "Agree a dispositif after the diagnosis' restitution, once.")
        : engagement.Dispositif is not { } dispositif ? Refusal.OfOrder("No dispositif is proposed.", "Propose one first.")
        : ValidateProcess.Missing(frames.Pinned(dispositif.Frames), engagement) is { } missing ? missing
        : new DispositifAgreed();

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/engagements/{id:guid}/dispositif/agree",
                (Guid id, AgreeDispositif command, FrameLibrary frames, Streams streams) =>
                    streams.Change<Engagement>(
                        id,
                        command,
                        async (session, engagement, _) => Decide(engagement, await frames.With(session))
                    )
            )
            .UnderIfMatch()
            .WithSummary("Agree the dispositif")
            .Produces<EngagementView>()
            .For(Roles.Practice, Roles.Establishment);
}
