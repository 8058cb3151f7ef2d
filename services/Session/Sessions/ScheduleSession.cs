using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Protocols;
using PracticeAnalysis.Session.Tracks;
using V1 = PracticeAnalysis.Contracts.Session.V1;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Schedules a session of a group whose engagement is active. A passed interval is recorded and told, never refused.</summary>
/// <param name="PlannedFor">When it will be held.</param>
/// <param name="Minutes">Its planned length; the dispositif's where absent.</param>
public sealed record ScheduleSession(DateTimeOffset PlannedFor, [property: Between(15, 600)] int? Minutes = null) : Command
{
    /// <summary>Decides.</summary>
    /// <param name="now">The group's mandate as it stands.</param>
    /// <param name="then">The mandate at the time of the command.</param>
    /// <param name="last">When the group's last session was or will be held, cancelled ones aside.</param>
    public static Decision Decide(
        ScheduleSession command,
        Mandate now,
        Mandate? then,
        DateTimeOffset? last,
        ProtocolLibrary protocols,
        Act act
    )
    {
        if (Mandated.Refused(now, then, act) is { } refused)
        {
            return refused;
        }

        var (mandate, group, engagement) = (then!, then!.Id, then.Engagement!);
        if (command.PlannedFor < engagement.Origin.OccurredAt)
        {
            return Mandated.TooEarly;
        }

        // Deprecated or not: what the engagement pinned runs on.
        if (protocols.Find(engagement.Protocol.Name, engagement.Protocol.Version, engagement.Protocol.Digest) is not { } protocol)
        {
            return Refusal.OfOrder(
                "The engagement pins a protocol that was never published.",
                "Publish it with POST /v1/protocol-templates, in the pinned version."
            );
        }

        if (Input.CheckNumbers(command) is { } noNumber)
        {
            return noNumber;
        }

        var scheduled = new SessionScheduled(
            engagement.Engagement,
            group,
            mandate.Facilitator!.Value,
            mandate.Persons,
            ProtocolLibrary.Pin(protocol),
            command.PlannedFor.ToUniversalTime(),
            command.Minutes ?? engagement.SessionMinutes,
            engagement.NoneAllowed,
            engagement.Frames[0].Name,
            Words.Read<Strictness>(engagement.Strictness),
            engagement.OutcomeRule,
            engagement.ChildFree,
            protocols.IsOwn(protocol) ? protocol : null,
            mandate.LeftSince(now),
            engagement.ChildFreeRule
        );
        var days = last is null ? 0 : (int)(command.PlannedFor - last.Value).TotalDays;
        Decision Telling(params IReadOnlyList<Fact> facts) =>
            Decision.Of(facts).Telling(origin => new V1.SessionScheduled(origin.Stream, group, engagement.Engagement, origin));
        return engagement.IntervalDays is { } allowed && days > allowed
            ? Telling(scheduled, new IntervalBreached(days, allowed))
                .Telling(origin => new V1.SessionIntervalBreached(group, engagement.Engagement, days, allowed, origin))
            : Telling(scheduled);
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/groups/{group:guid}/sessions",
                (Guid group, ScheduleSession command, ProtocolLibrary protocols, Streams streams) =>
                    streams.Start<Session>(
                        command,
                        async (session, act) =>
                            await session.LoadAsync<Mandate>(group) is { } now && now.IsVisibleTo(act.By)
                                ? Decide(
                                    command,
                                    now,
                                    await session.AsOf(now, act.OccurredAt),
                                    await Last(session, group),
                                    await protocols.With(session),
                                    act
                                )
                                : Refusal.NotFound
                    )
            )
            .WithSummary("Schedule a session")
            .Produces<SessionView>(201)
            .For(Roles.Facilitator);
        routes
            .MapGet(
                "/v1/groups/{group:guid}/sessions",
                (Guid group, [AsParameters] Portion portion, Streams streams) =>
                    streams.List<Session>(s => s.Group == group, portion, (session, by) => session.Has(group, by))
            )
            .ReflectsWhatIsLearned<Mandate>()
            .WithSummary("List a group's sessions")
            .Produces<Page<SessionView>>()
            .For(Roles.Facilitator, Roles.Member);
        routes
            .MapGet("/v1/sessions/{id:guid}", (Guid id, [AsParameters] AsOf asOf, Streams streams) => streams.Show<Session>(id, asOf))
            .WithSummary("Read a session")
            .Produces<SessionView>()
            .For(Roles.Facilitator, Roles.Member);
    }

    private static async Task<DateTimeOffset?> Last(IQuerySession session, Guid group) =>
        (await session.OfGroup(group)).Where(s => s.State != SessionState.Cancelled).Select(s => (DateTimeOffset?)s.PlannedFor).Max();
}
