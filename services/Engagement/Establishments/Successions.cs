using Marten;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using Wolverine.Attributes;

namespace PracticeAnalysis.Engagement.Establishments;

/// <summary>Whom a succession concerns.</summary>
/// <param name="Successor">Who is to take the establishment's place.</param>
/// <param name="Running">The engagements of the establishment that have not ended.</param>
/// <param name="Employed">By engagement, the rule of externality that its facilitator breaks, whom the successor employs.</param>
/// <param name="Expecting">The establishments whose place this one was to take itself.</param>
public sealed record Concerned(
    Establishment? Successor,
    IReadOnlyList<Engagement> Running,
    IReadOnlyDictionary<Guid, Rule> Employed,
    params IReadOnlyList<Establishment> Expecting
);

/// <summary>The service told itself to look whether a succession takes effect; it survives restarts.</summary>
[MessageIdentity("engagement.succession-due")]
public sealed record SuccessionDue(Guid Establishment, DateTimeOffset Due);

/// <summary>What ends a succession that was announced.</summary>
public static class Successions
{
    // The clocks of who tells and of who records differ.
    private static readonly TimeSpan Telling = TimeSpan.FromMinutes(1);

    /// <summary>Decides at the end of a delay: it waits on where one of them has not agreed. A successor that was succeeded meanwhile takes no place: so there
    /// is no circle.</summary>
    public static Decision Decide(SuccessionDue due, Establishment establishment, Concerned concerned) =>
        establishment.Announced is not { } announced || (announced.From != due.Due && announced.ContestableUntil != due.Due)
            ? Decision.Nothing
        : concerned.Successor is not { Succession: null } successor ? new SuccessionWithdrawn()
        : announced.IsDue(due.Due) ? Effect(establishment, announced, successor, concerned)
        : Decision.Nothing;

    /// <summary>One of them agreed: it takes effect where the other has too.</summary>
    internal static Decision Agreed(Establishment establishment, Fact agreed, Concerned concerned, Act act)
    {
        var after = Folding.Apply(establishment, establishment.Id, agreed with { OccurredAt = act.OccurredAt });
        return after.Announced!.IsDue(act.Now) ? Effect(after, after.Announced, concerned.Successor!, concerned, agreed) : agreed;
    }

    /// <summary>Why nobody agrees to it at the time that is given, or at all; or null. What was held before its effect is not put to the successor by a date.</summary>
    internal static Refusal? Untimely(Act act, Concerned concerned) =>
        concerned.Successor is not { } successor || SucceedEstablishment.Settled(successor) is not null
            ? Refusal.OfOrder(
                "The successor has itself been replaced, and can no longer take over.",
                "Have the practice withdraw it, and announce the establishment that replaced the successor."
            )
        : !act.IsUntimed && act.OccurredAt + Telling < act.Now
            ? Refusal.OfRule(
                SucceedEstablishment.Rule,
                "occurredAt is in the past: a succession takes effect only once it is agreed here.",
                "Omit occurredAt."
            )
        : concerned.Running.Prepend<Aggregate>(successor).Select(beside => Input.CheckTime(act, beside)).FirstOrDefault(r => r is not null);

    /// <summary>The rule of externality that an engagement's facilitator breaks for this establishment, or null. A merger happens all the same.</summary>
    public static Rule? Breaks(Engagement engagement, Facilitator? facilitator, Guid establishment, FrameLibrary frames) =>
        facilitator?.Employer == establishment
        && engagement.Dispositif is { } dispositif
        && frames.Pinned(dispositif.Frames).Of(FrameRule.Externality) is { Value: Externality.Required } external
            ? external.Rule
            : null;

    /// <summary>Why it takes no answer any more, or null: it is over once both agreed, whenever the service looks.</summary>
    internal static Refusal? Over(Establishment establishment, Act act, out AnnouncedSuccession announced)
    {
        announced = establishment.Announced!;
        return announced?.IsDue(act.Now) is not false
            ? Refusal.OfOrder("No succession is announced, or its deadline has passed.", "Read the establishment: it shows the outcome.")
            : null;
    }

    /// <summary>It takes effect: engagements that run are the successor's from now on. What the establishment asked, and what it was handed, stays with it.
    /// The places that it was to take itself it takes no more; and who was to take its successor's accepted to pay for less.</summary>
    internal static Decision Effect(
        Establishment establishment,
        AnnouncedSuccession announced,
        Establishment successor,
        Concerned concerned,
        params IReadOnlyList<Fact> agreed
    ) =>
        concerned.Running.Aggregate(
            concerned
                .Expecting.Append(successor)
                .Where(e => e.Announced is not null)
                .DistinctBy(e => e.Id)
                .Aggregate(
                    Decision
                        .Of([.. agreed, new EstablishmentSucceeded(successor.Id, announced.Since, announced.Reason, announced.IsConfirmed)])
                        .With(successor, new EstablishmentTookOver(establishment.Id, announced.Since, announced.Reason)),
                    (decision, other) => decision.With(other, new SuccessionWithdrawn())
                ),
            (decision, engagement) =>
                decision.With(
                    engagement,
                    new EstablishmentReplaced(
                        establishment.Id,
                        successor.Id,
                        Keeps: true,
                        Lapses: engagement.Establishment == establishment.Id,
                        Breaks: concerned.Employed.GetValueOrDefault(engagement.Id),
                        AcceptedAt: announced.AcceptedAt,
                        ContestableUntil: announced.ContestableUntil
                    )
                )
                    is var replaced
                && engagement.ActivatedAt is null
                    ? replaced
                    : replaced.Telling(origin => new Contracts.Engagement.V1.EstablishmentSucceeded(
                        engagement.Id,
                        engagement.GroupIds(),
                        establishment.Id,
                        successor.Id,
                        origin,
                        Keeps: true
                    ))
        );

    /// <summary>Reads whom the succession concerns that is announced; meanwhile nothing new begins for the establishment.</summary>
    internal static async Task<Concerned> Concerned(this IQuerySession session, Establishment establishment, FrameLibrary shipped)
    {
        await session.HoldKept<Establishment>(establishment.Id, CancellationToken.None);
        var (id, successor) = (establishment.Id, establishment.Announced?.Successor ?? Guid.Empty);
        var running = (await session.Query<Engagement>().Where(e => e.Establishment == id || e.Spans.Any(s => s == id)).ToListAsync())
            .Where(e => e.State < EngagementState.Concluded)
            .ToList();
        var frames = await shipped.With(session);
        var employed = new Dictionary<Guid, Rule>();
        foreach (var engagement in running.Where(e => e.Facilitator is not null))
        {
            var facilitator = await session.LoadAsync<Facilitator>(engagement.Facilitator!.Value);
            if (Breaks(engagement, facilitator, successor, frames) is { } broken)
            {
                employed[engagement.Id] = broken;
            }
        }

        return new(
            await session.LoadAsync<Establishment>(successor),
            running,
            employed,
            await session.Query<Establishment>().Where(e => e.Announced!.Successor == id).ToListAsync()
        );
    }
}

/// <summary>Looks at a succession when its delay is over.</summary>
public static class SuccessionDueHandler
{
    /// <summary>Looks, and records.</summary>
    public static Task Handle(SuccessionDue due, FrameLibrary frames, IDocumentSession session, Inbox inbox, CancellationToken cancel) =>
        inbox.Begin<Establishment>(
            due.Establishment,
            due.Due,
            async (establishment, _) =>
                establishment is null
                    ? Decision.Nothing
                    : Successions.Decide(due, establishment, await session.Concerned(establishment, frames)),
            cancel
        );
}
