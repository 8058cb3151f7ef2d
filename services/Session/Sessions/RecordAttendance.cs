using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Records who is present; attendance reaches the establishment as a rate only (S3). Recorded anew it leaves who was erased as they are recorded, and
/// takes out nobody who took part.</summary>
/// <param name="Present">Opaque ids of the members present.</param>
public sealed record RecordAttendance(IReadOnlyList<Guid> Present) : Command
{
    /// <summary>Decides.</summary>
    /// <param name="then">The group's mandate at the time of the command.</param>
    /// <param name="endorsed">Members of whom it is recorded that they endorsed a track orally at the session.</param>
    /// <param name="erased">Those of its members who were erased.</param>
    public static Decision Decide(
        RecordAttendance command,
        Session session,
        Mandate? then,
        IReadOnlyList<Guid> endorsed,
        params IReadOnlyList<Guid> erased
    ) =>
        Guards.NotOpen(session) is { } notOpen ? notOpen
        : session.CompletedPhases.Count > 0 || session.CurrentPhase is not null
            ? Refusal.OfOrder("The protocol has begun.", "Record the attendance before the first phase.")
        : command.Present.Count == 0 || command.Present.Distinct().Count() != command.Present.Count
            ? Refusal.OfInput("present is empty or names somebody twice.", "Give each member present only once.")
        : session.Present.Count > 0 && Guards.Erased(command.Present.Except(session.Present), erased) is { } gone ? gone
        : command.Present.Except(session.Members.Intersect(then?.Persons ?? [])).Except(session.Present.Intersect(erased)).Any()
            ? Guards.NoMember
        : Guards.TookPart(session, session.Present.Except(command.Present).Except(erased), endorsed) is { } tookPart ? tookPart
        : Recorded(command.Present, [.. session.Present.Intersect(erased).Order()]);

    private static AttendanceRecorded Recorded(IReadOnlyList<Guid> named, IReadOnlyList<Guid> kept) =>
        new([.. named.Union(kept).Order()], kept);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/sessions/{id:guid}/attendance",
                (Guid id, RecordAttendance command, Streams streams) =>
                    streams.Change<Session>(
                        id,
                        command,
                        async (query, session, act) =>
                            Decide(
                                command,
                                session,
                                await query.LoadAsync<Mandate>(session.Group) is { } now ? await query.AsOf(now, act.OccurredAt) : null,
                                await CorrectSession.EndorsedAt(query, session),
                                await query.Erased(session.Roster)
                            )
                    )
            )
            .WithSummary("Record who is present")
            .Produces<SessionView>()
            .For(Roles.Facilitator);
}
