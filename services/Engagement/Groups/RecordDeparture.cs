using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Groups;

/// <summary>Records that a member departs from a group: they and the group are told, and may object within a delay, at whose end it takes effect (S4).</summary>
/// <param name="Person">Who departs.</param>
/// <param name="Reason">Why; the group reads it.</param>
public sealed record RecordDeparture(Guid Person, DepartureReason Reason) : Command
{
    /// <summary>Decides. The delay runs from when the group can read of it, however far back it is dated. What the others objected to before stands against it too.</summary>
    public static Decision Decide(RecordDeparture command, Group group, Engagement engagement, FrameLibrary frames, Act act)
    {
        var policies = frames.Pinned(engagement.Dispositif!.Frames);
        var rule = DepartureRules.RuleOf(policies);
        var days = policies.Held(FrameRule.Departure);
        var until = act.Now.AddDays(days);
        return !group.HasMember(command.Person) ? Refusal.NotFound.At("person")
            : StabilityExceptions.Over(group, engagement) is { } over ? over
            : group.IsSealed && policies.Of(FrameRule.Stability) is { Value: Stability.Fixed } isFixed
                ? Refusal.OfRule(
                    isFixed.Rule,
                    "The group is sealed: its membership can no longer change.",
                    "The member may leave on their own."
                )
            : group.Departures.Any(d => d.Person == command.Person && d.State == DepartureState.Announced)
                ? Refusal.OfRule(
                    rule,
                    "A departure of this member has already been announced.",
                    "Wait for the outcome, or withdraw it first."
                )
            : command.Reason != DepartureReason.Death && DepartureRules.Refused(command.Person, group, rule, act) is { } refused ? refused
            : Input.CheckTime(act, engagement) is { } untimely ? untimely
            : Decision
                .Of([
                    new DepartureRecorded(
                        act.NewId,
                        command.Person,
                        command.Reason,
                        days,
                        until,
                        policies.Of(FrameRule.Stability) is { Value: Stability.ByAgreement },
                        Heard: true
                    ),
                    .. group
                        .Standing(command.Person, DepartureRules.Remembered(act))
                        .Select(a => new DepartureObjected(act.NewId, a.Person, a.Objection!, until)),
                ])
                .Scheduling(until, new DepartureDue(group.Id, act.NewId, until));
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/groups/{id:guid}/departures",
                (Guid id, RecordDeparture command, FrameLibrary frames, Streams streams) =>
                    streams.Append<Group>(
                        id,
                        command,
                        async (session, group, act) =>
                            Decide(command, group, await session.EngagementOf(group), await frames.With(session), act)
                    )
            )
            .WithSummary("Record that a member departs, to which the group may object")
            .Produces<GroupView>()
            .For(Roles.Practice, Roles.Facilitator);
}
