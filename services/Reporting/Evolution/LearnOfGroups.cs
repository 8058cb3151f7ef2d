using Marten;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Indicators;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Evolution;

/// <summary>Turns the other services' messages into local facts of each group's record, once each, in whatever order they come.</summary>
public static class LearnOfGroupsHandler
{
    /// <summary>A group is sealed.</summary>
    public static Task Handle(GroupSealed message, Inbox inbox, CancellationToken cancel) =>
        Learn(
            "sealed",
            [message.Group],
            message.Origin,
            new SealingNoted(message.Engagement, [.. message.Members.Select(m => new GroupMember(m.Person))], message.Origin),
            inbox,
            cancel
        );

    /// <summary>An engagement is active.</summary>
    public static Task Handle(EngagementActivated message, Inbox inbox, CancellationToken cancel) =>
        Learn("activated", message.Groups, message.Origin, ActivationNoted.Of(message), inbox, cancel);

    /// <summary>An engagement runs by other terms; what is negotiated keeps to those it was drafted by.</summary>
    public static Task Handle(TermsChanged message, Inbox inbox, CancellationToken cancel) =>
        Learn(
            "terms",
            message.Groups,
            message.Origin,
            new TermsNoted(
                message.Engagement,
                new(message.Terms.IntervalDays, message.Terms.Approval, message.Terms.Outward, message.Terms.AnswerDays),
                message.Origin
            ),
            inbox,
            cancel
        );

    /// <summary>An engagement is concluded: what is still negotiated of it is negotiated no more.</summary>
    public static async Task Handle(EngagementConcluded message, IDocumentSession session, Inbox inbox, CancellationToken cancel)
    {
        await Learn("concluded", message.Groups, message.Origin, new ConclusionNoted(message.Engagement, message.Origin), inbox, cancel);
        var bilans = await session.Query<Bilan>().Where(b => b.Engagement == message.Engagement).ToListAsync(cancel);
        await inbox.Learn<Bilan>(
            "concluded/bilans",
            [.. bilans.Where(b => b.IsNegotiated && !b.WasAgreed).Select(b => b.Id)],
            message.Origin,
            new NegotiationFailed(Concluded: true),
            cancel
        );
    }

    /// <summary>A session is to be held.</summary>
    public static Task Handle(SessionScheduled message, Inbox inbox, CancellationToken cancel) =>
        Learn(
            "scheduled",
            [message.Group],
            message.Origin,
            new SchedulingNoted(message.Engagement, message.Session, message.Origin),
            inbox,
            cancel
        );

    /// <summary>A session will not be held.</summary>
    public static Task Handle(SessionCancelled message, Inbox inbox, CancellationToken cancel) =>
        Learn(
            "cancelled",
            [message.Group],
            message.Origin,
            new CancellationNoted(message.Engagement, message.Session, message.Origin),
            inbox,
            cancel
        );

    /// <summary>A session was held; with the group's first one in a quarter or a year, its end is waited for.</summary>
    public static async Task Handle(SessionHeld message, IDocumentSession session, Inbox inbox, CancellationToken cancel)
    {
        var quarter = CalendarPeriod.Of(message.Origin.OccurredAt);
        var known = await session.LoadAsync<GroupRecord>(message.Group, cancel);
        foreach (var period in new[] { quarter, new CalendarPeriod(quarter.Year) })
        {
            if (known?.Sessions.Any(s => period.Holds(s.Origin.OccurredAt)) is not true)
            {
                await inbox.Await(period.Closes + PeriodOver.Grace, new PeriodOver(period.ToString()));
            }
        }

        await Learn(
            "held",
            [message.Group],
            message.Origin,
            new SessionNoted(
                message.Engagement,
                message.Session,
                message.Minutes,
                message.Enrolled,
                message.Present,
                message.Origin,
                message.Facilitator,
                message.OpenedAt
            ),
            inbox,
            cancel
        );
    }

    /// <summary>Minutes or presence of a session were corrected.</summary>
    public static Task Handle(SessionCorrected message, Inbox inbox, CancellationToken cancel) =>
        Learn(
            "corrected",
            [message.Group],
            message.Origin,
            new CorrectionNoted(message.Engagement, message.Session, message.Origin, message.Minutes, message.Present, message.Enrolled),
            inbox,
            cancel
        );

    /// <summary>Themes were corrected; what a locked text covers stays as it was.</summary>
    public static Task Handle(ThemesCorrected message, Inbox inbox, CancellationToken cancel) =>
        Learn(
            "themes-corrected",
            [message.Group],
            message.Origin,
            new ThemesCorrectionNoted(message.Engagement, message.Session, message.Themes, message.Origin),
            inbox,
            cancel
        );

    /// <summary>Themes were coded.</summary>
    public static Task Handle(ThemesCoded message, Inbox inbox, CancellationToken cancel) =>
        Learn(
            "themes",
            [message.Group],
            message.Origin,
            new ThemesNoted(message.Engagement, message.Session, message.Themes, message.Origin),
            inbox,
            cancel
        );

    /// <summary>A track changed its state.</summary>
    public static Task Handle(TrackStateChanged message, Inbox inbox, CancellationToken cancel) =>
        Learn(
            "track",
            [message.Group],
            message.Origin,
            new TrackNoted(message.Engagement, message.Track, message.State, message.Origin, message.With, message.By),
            inbox,
            cancel
        );

    /// <summary>A member stands behind a track.</summary>
    public static Task Handle(TrackEndorsed message, Inbox inbox, CancellationToken cancel) =>
        Learn(
            "endorsed",
            [message.Group],
            message.Origin,
            new EndorsementNoted(message.Engagement, message.Track, message.Member, message.Origin),
            inbox,
            cancel
        );

    /// <summary>An endorsement that was recorded is contested.</summary>
    public static Task Handle(EndorsementContested message, Inbox inbox, CancellationToken cancel) =>
        Learn(
            "contested",
            [message.Group],
            message.Origin,
            new ContestNoted(message.Engagement, message.Track, message.Member, message.Origin),
            inbox,
            cancel
        );

    /// <summary>An engagement is suspended.</summary>
    public static Task Handle(EngagementSuspended message, Inbox inbox, CancellationToken cancel) =>
        Learn("suspended", message.Groups, message.Origin, new SuspensionNoted(message.Engagement, message.Origin), inbox, cancel);

    /// <summary>An engagement goes on.</summary>
    public static Task Handle(EngagementResumed message, Inbox inbox, CancellationToken cancel) =>
        Learn("resumed", message.Groups, message.Origin, new ResumptionNoted(message.Engagement, message.Origin), inbox, cancel);

    /// <summary>An engagement was renewed.</summary>
    public static Task Handle(EngagementRenewed message, Inbox inbox, CancellationToken cancel) =>
        Learn("renewed", message.Groups, message.Origin, new RenewalNoted(message.Engagement, message.Origin), inbox, cancel);

    /// <summary>An engagement ends early.</summary>
    public static Task Handle(EngagementEndedEarly message, Inbox inbox, CancellationToken cancel) =>
        Learn("ended-early", message.Groups, message.Origin, new EarlyEndNoted(message.Engagement, message.Origin), inbox, cancel);

    /// <summary>A bilan fell due.</summary>
    public static Task Handle(BilanDue message, Inbox inbox, CancellationToken cancel) =>
        Learn(
            "bilan-due",
            message.Groups,
            message.Origin,
            new BilanDueNoted(message.Engagement, message.Group, message.Due, message.Origin),
            inbox,
            cancel
        );

    /// <summary>The minimum term is reached.</summary>
    public static Task Handle(MinimumTermReached message, Inbox inbox, CancellationToken cancel) =>
        Learn("minimum-term", message.Groups, message.Origin, new MinimumTermNoted(message.Engagement, message.Origin), inbox, cancel);

    /// <summary>Another establishment took the place of one: what was handed to that stays with it, and what is handed over from now on is the successor's.</summary>
    public static async Task Handle(EstablishmentSucceeded message, IDocumentSession session, Inbox inbox, CancellationToken cancel)
    {
        var (kind, engagement, before) = ($"succeeded/{message.Engagement}", message.Engagement, message.Establishment);
        var known = await session.Query<GroupRecord>().Where(g => g.Activation!.Engagement == engagement).ToListAsync(cancel);
        IReadOnlyList<Guid> groups = [.. message.Groups.Union(known.Select(g => g.Id))];
        var learned = new SuccessionNoted(engagement, before, message.Successor, message.Origin, message.Keeps);
        await inbox.Learn<GroupRecord>(kind, groups, message.Origin, learned, cancel);
        var first = Folding.Apply(await session.LoadAsync<GroupRecord>(groups[0], cancel), groups[0], learned);
        var now = first.SuccessorOf(before);
        var bilans = await session.Query<Bilan>().Where(b => b.Engagement == engagement && b.Establishment == before).ToListAsync(cancel);
        await inbox.Learn<Bilan>(
            $"{kind}/bilans",
            [.. bilans.Where(b => !(message.Keeps && b.Handed)).Select(b => b.Id)],
            message.Origin,
            new BilanTakenOver(before, now, message.Keeps),
            cancel
        );
        var syntheses = await session
            .Query<Synthesis>()
            .Where(s => s.Engagement == engagement && s.Establishment == before)
            .ToListAsync(cancel);
        await inbox.Learn<Synthesis>(
            $"{kind}/syntheses",
            [.. syntheses.Where(s => !(message.Keeps && s.State == SynthesisState.Published)).Select(s => s.Id)],
            message.Origin,
            new SynthesisTakenOver(before, now, message.Keeps),
            cancel
        );
    }

    /// <summary>A decision was adopted in common.</summary>
    public static Task Handle(CommonDecisionAdopted message, Inbox inbox, CancellationToken cancel) =>
        Learn(
            $"decision/{message.Decision}",
            [message.Group],
            message.Origin,
            new DecisionNoted(message.Engagement, message.Decision, message.Session, message.Origin),
            inbox,
            cancel
        );

    /// <summary>A decision is adopted in common no more.</summary>
    public static Task Handle(CommonDecisionSetAside message, Inbox inbox, CancellationToken cancel) =>
        Learn(
            $"decision-set-aside/{message.Decision}",
            [message.Group],
            message.Origin,
            new DecisionSetAsideNoted(message.Engagement, message.Decision, message.Session, message.Origin),
            inbox,
            cancel
        );

    /// <summary>A pulse was counted.</summary>
    public static Task Handle(PulseCounted message, Inbox inbox, CancellationToken cancel) =>
        Learn(
            "pulse",
            [message.Group],
            message.Origin,
            new PulseNoted(message.Engagement, message.Session, message.Answered, message.Scores, message.Origin),
            inbox,
            cancel
        );

    /// <summary>A member joined: they are a party to what is drafted.</summary>
    public static Task Handle(MemberEnrolled message, IDocumentSession session, Inbox inbox, CancellationToken cancel) =>
        Change(
            "joined",
            [message.Group],
            message.Origin,
            new EnrolmentNoted(message.Engagement, new(message.Member.Person), message.Origin),
            session,
            inbox,
            cancel
        );

    /// <summary>A member left: nobody waits for them.</summary>
    public static Task Handle(MemberLeft message, IDocumentSession session, Inbox inbox, CancellationToken cancel) =>
        Change(
            "left",
            [message.Group],
            message.Origin,
            new DepartureNoted(message.Engagement, message.Person, message.Origin),
            session,
            inbox,
            cancel
        );

    /// <summary>A member revoked their volunteering: nobody waits for them.</summary>
    public static Task Handle(VolunteeringRevoked message, IDocumentSession session, Inbox inbox, CancellationToken cancel) =>
        Change(
            "revoked",
            [message.Group],
            message.Origin,
            new RevocationNoted(message.Engagement, message.Person, message.Origin),
            session,
            inbox,
            cancel
        );

    /// <summary>The facilitator was replaced and leads nothing from now on; what is negotiated waits for the successor.</summary>
    public static Task Handle(FacilitatorRelieved message, IDocumentSession session, Inbox inbox, CancellationToken cancel) =>
        Change("relieved", message.Groups, message.Origin, new ReliefNoted(message.Engagement, message.Origin), session, inbox, cancel);

    /// <summary>Another facilitator takes over what is negotiated.</summary>
    public static Task Handle(FacilitatorAssigned message, IDocumentSession session, Inbox inbox, CancellationToken cancel) =>
        Change(
            "assigned",
            message.Groups,
            message.Origin,
            new AssignmentNoted(message.Engagement, message.Facilitator, message.Origin),
            session,
            inbox,
            cancel
        );

    private static Task Learn(
        string kind,
        IReadOnlyList<Guid> groups,
        Origin origin,
        GroupFact fact,
        Inbox inbox,
        CancellationToken cancel
    ) => inbox.Learn<GroupRecord>(kind, groups, origin, fact, cancel);

    // The group's record is held from here on, so what is read of it after is its last word; a message that comes again says the same.
    private static async Task Change(
        string kind,
        IReadOnlyList<Guid> groups,
        Origin origin,
        GroupFact fact,
        IDocumentSession session,
        Inbox inbox,
        CancellationToken cancel
    )
    {
        IReadOnlyList<Guid> joined = fact is EnrolmentNoted enrolled ? [enrolled.Member.Person] : [];
        IReadOnlyList<Guid> left = fact switch
        {
            DepartureNoted departed => [departed.Person],
            RevocationNoted revoked => [revoked.Person],
            _ => [],
        };
        await inbox.Learn<GroupRecord>(kind, groups, origin, fact, cancel);
        foreach (var group in groups)
        {
            var known = Folding.Apply(await session.LoadAsync<GroupRecord>(group, cancel), group, fact);
            var bilans = await session.Query<Bilan>().Where(b => b.Groups.Contains(group)).ToListAsync(cancel);
            await inbox.Learn<Bilan>(
                $"{kind}/bilans/{group}",
                [.. bilans.Where(b => b.IsNegotiated).Select(b => b.Id)],
                origin,
                new PartiesChanged(joined, left, known.Facilitator),
                cancel
            );
            await inbox.Learn<Bilan>(
                $"{kind}/settled-bilans/{group}",
                [.. bilans.Where(b => !b.IsNegotiated && b.Facilitator != known.Facilitator).Select(b => b.Id)],
                origin,
                new SettledBilanEntrusted(known.Facilitator),
                cancel
            );
            var syntheses = await session.Query<Synthesis>().Where(s => s.Group == group).ToListAsync(cancel);
            await inbox.Learn<Synthesis>(
                $"{kind}/syntheses/{group}",
                [.. syntheses.Where(s => s.IsOpen).Select(s => s.Id)],
                origin,
                new SynthesisEntrusted(joined, left, known.Facilitator),
                cancel
            );
            await inbox.Learn<Synthesis>(
                $"{kind}/settled-syntheses/{group}",
                [.. syntheses.Where(s => !s.IsOpen && s.Facilitator != known.Facilitator).Select(s => s.Id)],
                origin,
                new SettledSynthesisEntrusted(known.Facilitator),
                cancel
            );
        }
    }
}
