using Marten;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using Wolverine.Attributes;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.Groups;

/// <summary>The service told itself to look whether a departure takes effect; it survives restarts.</summary>
[MessageIdentity("engagement.departure-due")]
public sealed record DepartureDue(Guid Group, Guid Departure, DateTimeOffset Due);

/// <summary>What ends a departure.</summary>
public static class DepartureRules
{
    /// <summary>For how many days an objection outlives the departure that it was made to.</summary>
    internal const int DaysRemembered = 90;

    /// <summary>Since when objections are remembered: by the clock, and not by the date that a command gives.</summary>
    internal static DateTimeOffset Remembered(Act act) => act.Now.AddDays(-DaysRemembered);

    /// <summary>The rule that departures follow under these policies.</summary>
    internal static Rule RuleOf(Policies policies) => policies.Of(FrameRule.Departure)?.Rule ?? new("always", "departure", "design");

    /// <summary>Why nobody puts this member out by their word, or null: they objected to that not long ago.</summary>
    internal static Refusal? Refused(Guid person, Group group, Rule rule, Act act) =>
        group.Objected(person, Remembered(act))
            ? Refusal.OfRule(
                rule,
                $"The member objected to their own departure less than {DaysRemembered} days ago.",
                "The member leaves on their own: POST /v1/groups/{id}/leave, with their own token."
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
                ? Refusal.OfOrder(
                    "The departure has already been decided, or its deadline has passed.",
                    "Read the group: it shows the outcome."
                )
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
                    : DepartureRules.Decide(due, group, (await session.LoadAsync<Engagement>(group.Engagement, cancel))!, now),
            cancel
        );
}
