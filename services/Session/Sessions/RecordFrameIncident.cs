using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Records that something broke the frame: judgement, therapy, complaint without perspective, breach of confidence (S3).
/// The practice learns which; the words stay in the group.</summary>
/// <param name="Kind">What broke the frame: the practice learns this word, and nothing else of it (S3).</param>
/// <param name="Text">What happened, where it is said; kept sealed, and read by the group and its facilitator.</param>
/// <param name="Contribution">The contribution that is flagged by it, where it is one; its author alone may take it back (S1, S3).</param>
public sealed record RecordFrameIncident(IncidentKind Kind, Narrative? Text = null, Guid? Contribution = null) : Command
{
    /// <summary>Decides; it may come to light after the session.</summary>
    public static Decision Decide(RecordFrameIncident command, Session session, Act act) =>
        Guards.NotHeld(session) is { } notHeld ? notHeld
        : command.Contribution is { } flagged && Guards.Unknown(session, flagged) is { } unknown ? unknown
        : Decision
            .Of(
                new FrameIncidentRecorded(
                    command.Kind,
                    command.Text is { } text ? act.Seal(text, "FrameIncidentRecorded.Text") : null,
                    command.Contribution
                )
            )
            .Telling(origin => new Contracts.Session.V1.FrameIncidentRaised(
                session.Id,
                session.Group,
                session.Engagement,
                Words.Of(command.Kind),
                origin
            ));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/sessions/{id:guid}/incidents",
                (Guid id, RecordFrameIncident command, Streams streams) =>
                    streams.Append<Session>(id, command, (session, act) => Decide(command, session, act))
            )
            .WithSummary("Record that the frame was broken")
            .Produces<SessionView>()
            .For(Roles.Facilitator, Roles.Member);
}
