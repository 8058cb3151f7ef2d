using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Records who is present; attendance reaches the establishment as a rate only (S3). Who was recorded and is erased since stays recorded.</summary>
/// <param name="Present">Opaque ids of the members present.</param>
public sealed record RecordAttendance(IReadOnlyList<Guid> Present) : Command
{
    private static readonly Rule Membership = new("always", "membership", "S4");

    /// <summary>Decides.</summary>
    /// <param name="then">The group's mandate at the time of the command.</param>
    /// <param name="erased">Those of its members who were erased.</param>
    public static Decision Decide(RecordAttendance command, Session session, Mandate? then, params IReadOnlyList<Guid> erased) =>
        Guards.NotOpen(session) is { } notOpen ? notOpen
        : session.CompletedPhases.Count > 0 || session.CurrentPhase is not null
            ? Refusal.OfOrder("The protocol has begun.", "Record the attendance before the first phase.")
        : command.Present.Count == 0 || command.Present.Distinct().Count() != command.Present.Count
            ? Refusal.OfInput("present is empty or names somebody twice.", "Give each member present once.")
        : command.Present.Except(session.Members.Intersect(then?.Persons ?? [])).Except(session.Present.Intersect(erased)).Any()
            ? Refusal.OfRule(Membership, "Somebody present is no member of the group at that time.", "Record members of the group alone.")
        : new AttendanceRecorded([.. command.Present.Union(session.Present.Intersect(erased)).Order()]);

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
                                await query.Erased(session.Present)
                            )
                    )
            )
            .WithSummary("Record who is present")
            .Produces<SessionView>()
            .For(Roles.Facilitator);
}
