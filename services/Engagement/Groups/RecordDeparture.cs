using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using Wolverine.Attributes;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

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
        var rule = Departures.RuleOf(policies);
        var days = policies.Departure?.Value ?? Policies.UsualDeparture;
        var until = act.Now.AddDays(days);
        return !group.HasMember(command.Person) ? Refusal.NotFound
            : StabilityExceptions.Over(group, engagement) is { } over ? over
            : group.IsSealed && policies.Stability is { Value: Stability.Fixed } isFixed
                ? Refusal.OfRule(isFixed.Rule, "The group is sealed: its membership stands.", "The member may leave of themself.")
            : group.Departures.Any(d => d.Person == command.Person && d.State == DepartureState.Announced)
                ? Refusal.OfRule(rule, "A departure of this member is announced already.", "Await its end, or withdraw it first.")
            : command.Reason != DepartureReason.Death && Departures.Refused(command.Person, group, rule, act) is { } refused ? refused
            : Input.CheckTime(act, engagement) is { } untimely ? untimely
            : Decision
                .Of([
                    new DepartureRecorded(
                        act.NewId,
                        command.Person,
                        command.Reason,
                        days,
                        until,
                        policies.Stability is { Value: Stability.ByAgreement },
                        Heard: true
                    ),
                    .. group
                        .Standing(command.Person, Departures.Remembered(act))
                        .Select(a => new DepartureObjected(act.NewId, a.Person, a.Objection!, until)),
                ])
                .Scheduling(until, new DepartureDue(group.Id, act.NewId, until));
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/groups/{id:guid}/departures",
                (Guid id, RecordDeparture command, FrameLibrary frames, Streams streams) =>
                    streams.Append<Group>(
                        id,
                        command,
                        async (session, group, act) =>
                            Decide(
                                command,
                                group,
                                (await session.LoadAsync<Engagement>(group.Engagement))!,
                                await frames.With(session),
                                act
                            )
                    )
            )
            .WithSummary("Record that a member departs, to which the group may object")
            .Produces<GroupView>()
            .For(Roles.Practice, Roles.Facilitator);
        routes
            .MapPost(
                "/v1/groups/{id:guid}/departures/{departure:guid}/withdraw",
                (Guid id, Guid departure, WithdrawDeparture command, Streams streams) =>
                    streams.Append<Group>(id, command, (group, act) => WithdrawDeparture.Decide(departure, group, act))
            )
            .WithSummary("Withdraw a departure that has not taken effect")
            .Produces<GroupView>()
            .For(Roles.Practice, Roles.Facilitator);
        routes
            .MapPost(
                "/v1/groups/{id:guid}/departures/{departure:guid}/object",
                (Guid id, Guid departure, ObjectToDeparture command, Streams streams) =>
                    streams.Append<Group>(id, command, (group, act) => ObjectToDeparture.Decide(command, departure, group, act))
            )
            .WithSummary("Object to a member's departure, with a reason")
            .Produces<GroupView>()
            .For(Roles.Member);
        routes
            .MapPost(
                "/v1/groups/{id:guid}/departures/{departure:guid}/agree",
                (Guid id, Guid departure, AgreeToDeparture command, Streams streams) =>
                    streams.Append<Group>(
                        id,
                        command,
                        async (session, group, act) =>
                            AgreeToDeparture.Decide(departure, group, (await session.LoadAsync<Engagement>(group.Engagement))!, act)
                    )
            )
            .WithSummary("Agree to a member's departure")
            .Produces<GroupView>()
            .For(Roles.Member);
    }
}

/// <summary>Withdraws a departure: the member is back, or it was recorded wrongly.</summary>
public sealed record WithdrawDeparture : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Guid departure, Group group, Act act) =>
        Departures.Over(group, departure, act, out var announced) is { } over ? over : new DepartureWithdrawn(announced.Id);
}

/// <summary>Objects to a departure, with a reason that the group reads: it takes the agreement of those who are reached.</summary>
public sealed record ObjectToDeparture(Narrative Reason) : Command
{
    internal const string ReasonMember = "DepartureObjected.Reason";

    /// <summary>Decides. Nobody is put out: who objects to their own departure stays. The first objection gives the others the whole delay to answer.</summary>
    public static Decision Decide(ObjectToDeparture command, Guid departure, Group group, Act act)
    {
        if (Departures.Over(group, departure, act, out var announced) is { } over)
        {
            return over;
        }

        if (announced.Answers.Any(a => a.Person == act.By.Person && a.Objection is not null))
        {
            return Decision.Nothing;
        }

        var until = announced.IsPut ? announced.Until : act.Now.AddDays(announced.Days);
        var objected = new DepartureObjected(announced.Id, act.By.Person, act.Seal(command.Reason, ReasonMember), until);
        return act.By.Person == announced.Person
            ? Decision.Of(objected, new DepartureDeclined(announced.Id))
            : Decision.Of(objected).Scheduling(until, new DepartureDue(group.Id, announced.Id, until));
    }
}

/// <summary>Agrees to a departure. Agreed by the one who departs, it takes effect at once; the others' agreement shortens nothing, where that one can be asked.</summary>
public sealed record AgreeToDeparture : Command
{
    /// <summary>Decides. Of somebody who died the agreement of every other member is enough: unless they objected to a departure lately.</summary>
    public static Decision Decide(Guid departure, Group group, Engagement engagement, Act act)
    {
        if (Departures.Over(group, departure, act, out var announced) is { } over)
        {
            return over;
        }

        bool Agrees(Guid person) => person == act.By.Person || announced.Answers.Any(a => a.Person == person && a.Objection is null);
        var isUnheard =
            announced.Reason == DepartureReason.Death
            && !group.Objected(announced.Person, Departures.Remembered(act))
            && group.Members.All(m => m.Person == announced.Person || Agrees(m.Person));
        var agreed = Decision.Of(new DepartureAgreed(announced.Id, act.By.Person));
        return announced.Answers.Any(a => a.Person == act.By.Person && a.Objection is null) ? Decision.Nothing
            : !Agrees(announced.Person) && !isUnheard ? agreed
            : Input.CheckTime(act, engagement) is { } untimely ? untimely
            : agreed.Leaving(announced, group, engagement, act.OccurredAt, act.Now);
    }
}

/// <summary>The service told itself to look whether a departure takes effect; it survives restarts.</summary>
[MessageIdentity("engagement.departure-due")]
public sealed record DepartureDue(Guid Group, Guid Departure, DateTimeOffset Due);

/// <summary>What ends a departure.</summary>
public static class Departures
{
    /// <summary>For how many days an objection outlives the departure that it was made to.</summary>
    internal const int DaysRemembered = 90;

    /// <summary>Since when objections are remembered: by the clock, and not by the date that a command gives.</summary>
    internal static DateTimeOffset Remembered(Act act) => act.Now.AddDays(-DaysRemembered);

    /// <summary>The rule that departures follow under these policies.</summary>
    internal static Rule RuleOf(Policies policies) => policies.Departure?.Rule ?? new("always", "departure", "design");

    /// <summary>Why nobody puts this member out by their word, or null: they objected to that not long ago.</summary>
    internal static Refusal? Refused(Guid person, Group group, Rule rule, Act act) =>
        group.Objected(person, Remembered(act))
            ? Refusal.OfRule(
                rule,
                $"The member objected to their own departure less than {DaysRemembered} days ago.",
                "They leave by themself: POST /v1/groups/{id}/leave with their own token."
            )
            : null;

    /// <summary>Decides at the end of the delay: it takes effect unless those who are reached do not agree. An objection set a later end, which is awaited.</summary>
    public static Decision Decide(DepartureDue due, Group group, Engagement engagement, DateTimeOffset now) =>
        group.IsDissolved
        || group.Departures.FirstOrDefault(d => d.Id == due.Departure) is not { State: DepartureState.Announced } announced
        || due.Due < announced.Until
            ? Decision.Nothing
        : group.Accepts(announced) ? Decision.Of().Leaving(announced, group, engagement, due.Due, now)
        : new DepartureDeclined(announced.Id);

    /// <summary>Why it takes no answer any more, or null: the delay is over when it is, whenever the service looks.</summary>
    internal static Refusal? Over(Group group, Guid departure, Act act, out Departure announced)
    {
        announced = group.Departures.FirstOrDefault(d => d.Id == departure)!;
        return announced is null ? Refusal.NotFound
            : group.IsDissolved || announced.State != DepartureState.Announced || announced.Until <= act.Now
                ? Refusal.OfOrder("The departure is decided, or its delay has passed.", "Read the group: it shows what came of it.")
            : null;
    }

    /// <summary>And the member leaves by it.</summary>
    internal static Decision Leaving(
        this Decision decision,
        Departure departure,
        Group group,
        Engagement engagement,
        DateTimeOffset at,
        DateTimeOffset now
    ) =>
        decision
            .And(Decision.Of([new MemberLeft(departure.Person, Departure: departure.Id), .. group.AgreedWithout(departure.Person)]))
            .With(engagement, new MemberDeparted(group.Id, departure.Person))
            .Scheduling(now, new WatchDue(engagement.Id, Watched.Size, group.Id, at))
            .Telling(origin => new V1.MemberLeft(group.Id, group.Engagement, departure.Person, origin));
}

/// <summary>Looks at a departure when its delay is over.</summary>
public static class DepartureDueHandler
{
    /// <summary>Looks, and records.</summary>
    public static Task Handle(DepartureDue due, IDocumentSession session, Inbox inbox, CancellationToken cancel) =>
        inbox.Begin<Group>(
            due.Group,
            due.Due,
            async (group, now) =>
                group is null
                    ? Decision.Nothing
                    : Departures.Decide(due, group, (await session.LoadAsync<Engagement>(group.Engagement, cancel))!, now),
            cancel
        );
}
