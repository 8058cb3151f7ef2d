using Marten;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.Mandates;

/// <summary>Turns Engagement's messages into local facts of each group's mandate, once each, in whatever order they come.</summary>
public static class LearnFromEngagementHandler
{
    /// <summary>A group is sealed.</summary>
    public static Task Handle(GroupSealed message, Inbox inbox, CancellationToken cancel) =>
        Learn("sealed", [message.Group], SealingNoted.Of(message), inbox, cancel);

    /// <summary>An engagement is active.</summary>
    public static Task Handle(EngagementActivated message, Inbox inbox, CancellationToken cancel) =>
        Learn("activated", message.Groups, ActivationNoted.Of(message), inbox, cancel);

    /// <summary>An engagement runs by other terms; what is scheduled keeps to those it was scheduled by.</summary>
    public static Task Handle(TermsChanged message, Inbox inbox, CancellationToken cancel) =>
        Learn("terms", message.Groups, TermsNoted.Of(message), inbox, cancel);

    /// <summary>An engagement is concluded: nothing of its sessions is corrected any more.</summary>
    public static async Task Handle(EngagementConcluded message, IDocumentSession session, Inbox inbox, CancellationToken cancel)
    {
        await Learn("concluded", message.Groups, new ConclusionNoted(message.Engagement, message.Origin), inbox, cancel);
        foreach (var group in message.Groups)
        {
            var held = (await session.OfGroup(group)).Where(s => s.State == SessionState.Closed).Select(s => s.Id).ToList();
            await inbox.Learn<Session>($"concluded/sessions/{group}", held, message.Origin, new SessionSettled(), cancel);
        }
    }

    /// <summary>An engagement is suspended.</summary>
    public static Task Handle(EngagementSuspended message, Inbox inbox, CancellationToken cancel) =>
        Learn("suspended", message.Groups, new SuspensionNoted(message.Engagement, message.Origin), inbox, cancel);

    /// <summary>An engagement goes on.</summary>
    public static Task Handle(EngagementResumed message, Inbox inbox, CancellationToken cancel) =>
        Learn("resumed", message.Groups, new ResumptionNoted(message.Engagement, message.Origin), inbox, cancel);

    /// <summary>An engagement was renewed.</summary>
    public static Task Handle(EngagementRenewed message, Inbox inbox, CancellationToken cancel) =>
        Learn("renewed", message.Groups, new RenewalNoted(message.Engagement, message.Until, message.Origin), inbox, cancel);

    /// <summary>An engagement ends early.</summary>
    public static Task Handle(EngagementEndedEarly message, Inbox inbox, CancellationToken cancel) =>
        Learn("ended-early", message.Groups, new EarlyEndNoted(message.Engagement, message.Origin), inbox, cancel);

    /// <summary>A member joined.</summary>
    public static Task Handle(MemberEnrolled message, IDocumentSession session, Inbox inbox, CancellationToken cancel) =>
        Change(
            "joined",
            [message.Group],
            new EnrolmentNoted(message.Engagement, new(message.Member.Person), message.Origin),
            session,
            inbox,
            cancel
        );

    /// <summary>A member left: at once, from a session that runs too.</summary>
    public static Task Handle(MemberLeft message, IDocumentSession session, Inbox inbox, CancellationToken cancel) =>
        Change("left", [message.Group], new DepartureNoted(message.Engagement, message.Person, message.Origin), session, inbox, cancel);

    /// <summary>A member revoked their volunteering: at once, from a session that runs too (S3).</summary>
    public static Task Handle(VolunteeringRevoked message, IDocumentSession session, Inbox inbox, CancellationToken cancel) =>
        Change("revoked", [message.Group], new RevocationNoted(message.Engagement, message.Person, message.Origin), session, inbox, cancel);

    /// <summary>The facilitator was replaced and leads nothing from now on, not a session that runs either: it stays open for the successor.</summary>
    public static Task Handle(FacilitatorRelieved message, IDocumentSession session, Inbox inbox, CancellationToken cancel) =>
        Change("relieved", message.Groups, new ReliefNoted(message.Engagement, message.Origin), session, inbox, cancel);

    /// <summary>Another facilitator takes over, a session that runs too: nobody waits for who was lost.</summary>
    public static Task Handle(FacilitatorAssigned message, IDocumentSession session, Inbox inbox, CancellationToken cancel) =>
        Change(
            "assigned",
            message.Groups,
            new AssignmentNoted(message.Engagement, message.Facilitator, message.Origin),
            session,
            inbox,
            cancel
        );

    private static Task Learn(string kind, IReadOnlyList<Guid> groups, MandateFact fact, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn<Mandate>(kind, groups, fact.Origin, fact, cancel);

    // The mandate is held from here on, so what is read of it after is its last word; a message that comes again says the same.
    private static async Task Change(
        string kind,
        IReadOnlyList<Guid> groups,
        MandateFact fact,
        IDocumentSession session,
        Inbox inbox,
        CancellationToken cancel
    )
    {
        var origin = fact.Origin;
        await Learn(kind, groups, fact, inbox, cancel);
        foreach (var group in groups)
        {
            var mandate = Folding.Apply(await session.LoadAsync<Mandate>(group, cancel), group, fact);
            var sessions = await session.OfGroup(group);
            await inbox.Learn<Session>(
                $"{kind}/sessions/{group}",
                [.. sessions.Where(s => s.IsAhead).Select(s => s.Id)],
                origin,
                new GroupChanged(mandate.Persons, mandate.Facilitator),
                cancel
            );
            await Part(kind, group, mandate, [.. sessions.Where(s => !s.IsAhead)], origin, inbox, cancel);
            var tracks = await session.Query<ActionTrack>().Where(t => t.Group == group).ToListAsync(cancel);
            await inbox.Learn<ActionTrack>(
                $"{kind}/tracks/{group}",
                [.. tracks.Select(t => t.Id)],
                origin,
                new TrackEntrusted(mandate.Persons, mandate.Facilitator),
                cancel
            );
            var disclosures = await session.Query<Disclosure>().Where(d => d.Group == group).ToListAsync(cancel);
            await inbox.Learn<Disclosure>(
                $"{kind}/disclosures/{group}",
                [.. disclosures.Where(d => d.IsPending).Select(d => d.Id)],
                origin,
                new DisclosureGroupChanged(mandate.Persons, mandate.Facilitator),
                cancel
            );
            var pulses = await session.Query<Pulse>().Where(p => p.Group == group).ToListAsync(cancel);
            await inbox.Learn<Pulse>(
                $"{kind}/pulses/{group}",
                [.. pulses.Where(p => p.State == PulseState.Open).Select(p => p.Id)],
                origin,
                new PulseEntrusted(mandate.Persons, mandate.Facilitator),
                cancel
            );
        }
    }

    // What was held stays those persons' who were in it, each as far as they were in the group: also of who left before sessions learned of it.
    private static async Task Part(
        string kind,
        Guid group,
        Mandate mandate,
        IReadOnlyList<Session> held,
        Origin origin,
        Inbox inbox,
        CancellationToken cancel
    )
    {
        foreach (
            var left in held.SelectMany(s => s.LeftBy(mandate).Select(person => (Person: person, s.Id))).GroupBy(l => l.Person, l => l.Id)
        )
        {
            await inbox.Learn<Session>($"{kind}/readers/{group}/{left.Key}", [.. left], origin, new ReaderLeft(left.Key), cancel);
        }

        if (mandate.Facilitator is { } leads)
        {
            await inbox.Learn<Session>(
                $"{kind}/returned/{group}",
                [.. held.Where(s => s.Gone.Any(g => g.Person == leads)).Select(s => s.Id)],
                origin,
                new ReaderReturned(leads),
                cancel
            );
        }
    }
}
