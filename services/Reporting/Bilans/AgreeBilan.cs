using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts.Reporting.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.Reporting.Groups;
using PracticeAnalysis.Reporting.Names;
using Wolverine.Attributes;

namespace PracticeAnalysis.Reporting.Bilans;

/// <summary>Locks the text: it becomes the engagement's own, and its hash is what parties approve from now on, for the establishment that pays now. What was
/// agreed for another one is locked anew as it was agreed, whatever became of the engagement since.</summary>
/// <param name="Deadline">Fourteen days ahead at least, or as many as the dispositif says: past it, who answered neither of two notices is waited for no more.</param>
/// <param name="NoMemberMeant">Said where words of the text are those of members' names and mean none of them; each approval then confirms it (S3).</param>
public sealed record LockBilan(DateTimeOffset? Deadline = null, bool NoMemberMeant = false) : Command
{
    /// <summary>Decides.</summary>
    /// <param name="text">The text under the engagement's key; null where a part of it was erased with its author.</param>
    /// <param name="named">Which of its words may name members who did not agree; null where that cannot be said yet.</param>
    /// <param name="groups">The records of its groups, as they are now.</param>
    /// <param name="erased">Those of their members who were erased.</param>
    /// <param name="twin">Another bilan of these groups that is put to its parties, whose period overlaps.</param>
    public static Decision Decide(
        LockBilan command,
        Bilan bilan,
        LockedText? text,
        NamesFound? named,
        IReadOnlyList<GroupRecord> groups,
        IReadOnlyList<Guid> erased,
        Act act,
        Bilan? twin = null
    )
    {
        var isAgreed = bilan.WasAgreed || bilan.IsForAnother;
        if (
            (
                (bilan.IsForAnother ? null : Negotiation.Ended(bilan))
                ?? (
                    !isAgreed && bilan.Amendments.Any(a => a.State == AmendmentState.Proposed)
                        ? Refusal.OfOrder("An amendment waits.", "Accept or refuse every amendment first.")
                        : null
                )
                ?? (isAgreed ? null : Twin.Of(twin))
                ?? Notice.TooNear(command.Deadline, groups, act)
                ?? Naming.Unagreed(bilan.NamedWithoutConsent)
            ) is
            { } refusal
        )
        {
            return refusal;
        }

        if (text is null)
        {
            return Refusal.OfOrder(
                "A part of the text was erased with its author.",
                "Amend the sections that are erased, or draft another bilan."
            );
        }

        if (Naming.Found(named, command.NoMemberMeant) is { } found)
        {
            return found;
        }

        // What was listed and stands no more is left out.
        text = text with
        {
            Listed = Listing.Standing(text.Listed, groups),
        };
        var period = new AgreedPeriod(bilan.Id, bilan.Final, bilan.From, bilan.To);
        var everybody = groups.Select(g => TookPart(g, period)).ToList();
        var tookPart = everybody.Select(g => g with { Members = [.. g.Members.Except(erased)] }).ToList();
        var gone = everybody.SelectMany(g => g.Members).Intersect(erased).Order().ToList();
        if (tookPart.All(g => g.Members.Count == 0) && command.Deadline is null)
        {
            return Refusal.OfRule(
                Consent.Agreement,
                "No member is there with whom to agree.",
                "A bilan is negotiated between the participants and the facilitator: lock it with a deadline, past which the negotiation fails."
            );
        }

        // What was corrected since it was drafted holds; what it says that the group worked on was worked on still.
        var figures =
            !isAgreed && groups.Any(g => g.Corrections.Count + g.Recoded.Count > 0) ? DraftBilan.Draw(groups, bilan.From, bilan.To) : null;
        if (figures?.Wrong(bilan.Worked) is { } unworked)
        {
            return unworked;
        }

        var locked = new ContentLocked(
            bilan.Holding(text).HashOfText(),
            command.Deadline?.ToUniversalTime(),
            text,
            named!.Words > 0,
            isAgreed && bilan.Sessions is { } held
                ? held
                : [.. groups.SelectMany(g => g.Sessions).Where(period.Opens).Select(s => s.Session)],
            tookPart,
            figures,
            EachGroup: true,
            Erased: gone.Count == 0 ? null : gone,
            OfMembers: true,
            Addressee: bilan.Establishment
        );
        var given = Notice.Given(Folding.Apply(bilan, bilan.Id, locked), locked, locked.Deadline, act);
        return isAgreed ? given : given.Holding(bilan, locked.Sessions!, groups);
    }

    // Whoever was a member when a session of it was held: an attendance, and what is corrected of one, takes nobody's word away. The final bilan speaks of
    // the engagement, whatever period it names.
    private static Participation TookPart(GroupRecord group, AgreedPeriod period)
    {
        var held = group.Sessions.Where(s => period.Final || period.Opens(s)).ToList();
        return new(
            group.Id,
            [
                .. (
                    held.Count > 0 ? held.SelectMany(s => s.Present.Concat(group.Counting(s.Origin.OccurredAt))).Distinct() : group.Persons
                ).Order(),
            ]
        );
    }

    private static async Task<IReadOnlyList<Guid>> Erased(
        IReadOnlyList<GroupRecord> groups,
        IQuerySession session,
        CancellationToken cancel
    ) =>
        [
            .. (
                await session.LoadManyAsync<ErasedPerson>(cancel, [.. groups.SelectMany(g => g.Everybody).Select(PersonStreams.Erased)])
            ).Select(e => e.Person),
        ];

    /// <summary>Which of its words may name members who did not agree; null where that cannot be said yet.</summary>
    internal static async Task<NamesFound?> Named(
        Bilan bilan,
        IReadOnlyList<GroupRecord> groups,
        IQuerySession session,
        KnownNames names,
        Act act,
        CancellationToken cancel
    )
    {
        var opener = await act.Opening(
            bilan.Sections.Select(s => s.Text).Concat(bilan.Orientations.Select(o => o.Text)).Concat(bilan.Listed.Select(l => l.Text))
        );
        IReadOnlyList<string?> texts =
        [
            .. bilan.Sections.Select(s => opener.Open(s.Text, s.SealedFor)),
            .. bilan.Orientations.Select(o => opener.Open(o.Text, RecommendOrientation.TextMember)),
            .. bilan.Listed.Select(l => opener.Open(l.Text, Listing.BilanMember)),
        ];
        return await names.Find(
            [.. texts.OfType<string>()],
            [.. bilan.Sections.SelectMany(s => s.Names ?? []).Intersect(bilan.NamedByConsent)],
            groups,
            session,
            cancel
        );
    }

    internal static async Task<IResult> Lock(Guid id, LockBilan command, KnownNames names, Streams streams, CancellationToken cancel)
    {
        var answer = await streams.Change<Bilan>(
            id,
            command,
            async (session, bilan, act) =>
            {
                await session.HoldKept<Bilan>(bilan.Engagement, cancel);
                var groups = await session.LoadManyAsync<GroupRecord>(cancel, [.. bilan.Groups]);
                return Decide(
                    command,
                    bilan,
                    await Owned(bilan, act),
                    await Named(bilan, groups, session, names, act, cancel),
                    groups,
                    await Erased(groups, session, cancel),
                    act,
                    await Twin.Find(bilan, session, cancel)
                );
            }
        );
        await names.Ask();
        return answer;
    }

    /// <summary>The text under the engagement's key; null where a part of it was erased.</summary>
    internal static async Task<LockedText?> Owned(Bilan bilan, Act act)
    {
        var opener = await act.Opening(
            bilan.Sections.Select(s => s.Text).Concat(bilan.Orientations.Select(o => o.Text)).Concat(bilan.Listed.Select(l => l.Text))
        );
        var seal = await act.SealUnder(bilan.Engagement);
        var erased = false;
        Sealed Own(Sealed text, string member, string? now = null)
        {
            var owned = opener.Reseal(text, member, seal, now);
            erased |= owned is null;
            return owned ?? text;
        }

        var text = new LockedText(
            [.. bilan.Sections.Select(s => new Section(s.Dimension, Own(s.Text, s.SealedFor, DraftBilan.SectionsMember), s.Names))],
            [.. bilan.Orientations.Select(o => new RecommendedText(o.Code, Own(o.Text, RecommendOrientation.TextMember)))],
            [.. bilan.Listed.Select(l => l with { Text = Own(l.Text, Listing.BilanMember) })]
        );
        return erased ? null : text;
    }
}

/// <summary>Recommends an orientation: a final bilan alone may (S2).</summary>
/// <param name="Code">A word of the field: continue, new-request, supervision, regulation, training, stop.</param>
public sealed record RecommendOrientation(string Code, Narrative Text) : Command
{
    internal const string TextMember = "OrientationRecommended.Text";
    private static readonly Rule FinalAlone = new("always", "orientation-in-final-bilan", "S2");
    private static readonly string[] Codes = ["continue", "new-request", "supervision", "regulation", "training", "stop"];

    /// <summary>Decides.</summary>
    public static Decision Decide(RecommendOrientation command, Bilan bilan, Act act) =>
        (Negotiation.Ended(bilan) ?? Negotiation.Agreed(bilan)) is { } ended ? ended
        : !bilan.Final ? Refusal.OfRule(FinalAlone, "An intermediate bilan recommends no orientation.", "Recommend it in the final bilan.")
        : !Codes.Contains(command.Code) ? Refusal.OfInput("code is no orientation.", $"Give one of {string.Join(", ", Codes)}.")
        : new OrientationRecommended(command.Code, act.Seal(command.Text, TextMember));
}

/// <summary>Records that the bilan is agreed: the facilitator and a member of each group approved, and every party decided, or most did and each was told
/// twice, or the deadline passed; no objection stands (S2).</summary>
public sealed record AgreeBilan : Command
{
    /// <summary>Decides.</summary>
    /// <param name="groups">The records of the bilan's groups; the agreement enters each.</param>
    /// <param name="named">Whom its words may name, where the facilitator said that none is meant.</param>
    public static Decision Decide(Bilan bilan, IReadOnlyList<GroupRecord> groups, NamesFound named, Act act)
    {
        if (bilan.State != BilanState.Locked)
        {
            return Refusal.OfOrder("The text is not locked.", "Lock it, and let the parties decide upon it.");
        }

        if (!bilan.WasAgreed && groups.Any(g => g.Agreed.Any(a => a.Final)))
        {
            return Refusal.OfOrder("The final bilan is agreed.", "An engagement has one final bilan, and no bilan after it.");
        }

        if (bilan.Final && groups.Any(g => g.HasSessionAhead))
        {
            return Refusal.OfOrder(
                "A session of the engagement is still to be held, or runs.",
                "Close or cancel each session first: the final bilan speaks of all of them."
            );
        }

        if (
            (
                Consent.Missing(bilan, act.OccurredAt)
                ?? Consent.Unheard(bilan, named)
                ?? Listing.Fallen(bilan.Listed, groups, "Lock the text anew: it is left out.")
            ) is
            { } missing
        )
        {
            return missing;
        }

        var here = Decision.Of(
            new BilanAgreed(bilan.TextHash!, bilan.TookPart is not null && bilan.Undecided.Any() ? [.. bilan.Undecided] : null)
        );
        if (bilan.WasAgreed)
        {
            // It entered the record of each group, and others were told, when it was agreed first.
            return here;
        }

        var agreed = groups.Aggregate(
            here,
            (decision, group) =>
                decision.With(
                    group,
                    new BilanAgreementRecorded(
                        bilan.Engagement,
                        bilan.Id,
                        bilan.Version + 1,
                        bilan.Final,
                        bilan.From,
                        bilan.To,
                        bilan.Sessions is { } opened ? [.. group.Sessions.Select(s => s.Session).Intersect(opened)] : null,
                        bilan.Worked
                    )
                )
        );
        return bilan.Final
            ? agreed.Telling(origin => new FinalBilanAgreed(
                bilan.Id,
                bilan.Engagement,
                [.. bilan.Orientations.Select(o => o.Code)],
                origin
            ))
            : agreed.Telling(origin => new IntermediateBilanAgreed(bilan.Id, bilan.Engagement, bilan.Groups[0], origin));
    }
}

/// <summary>Records that the negotiation failed: the deadline passed of which each party was told twice, and it is not agreed (S2).</summary>
public sealed record FailNegotiation : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Bilan bilan, Act act) =>
        (Negotiation.Ended(bilan) ?? Negotiation.Agreed(bilan)) is { } ended ? ended
        : !bilan.HasLapsed(act.OccurredAt)
            ? Refusal.OfOrder(
                "The negotiation has not failed.",
                "It fails past a deadline of which each party was told twice: lock the text, and set one."
            ) with
            {
                Rules = [Notice.ToldTwice],
            }
        : Consent.Missing(bilan, act.OccurredAt) is null
            ? Refusal.OfOrder("The negotiation has not failed.", "Those approved whose word it takes: record that the bilan is agreed.")
        : Failed(bilan);

    internal static Decision Failed(Bilan bilan) =>
        Decision
            .Of(new NegotiationFailed(bilan.Deadline))
            .Telling(origin => new Contracts.Reporting.V1.NegotiationFailed(bilan.Id, bilan.Engagement, bilan.Final, origin));
}

/// <summary>The deadline of a negotiation that the service told itself to look at; it survives restarts.</summary>
[MessageIdentity("reporting.negotiation-due")]
public sealed record NegotiationDue(Guid Bilan, DateTimeOffset Deadline);

/// <summary>Past its deadline a negotiation has failed, unless it came to an agreement (S2).</summary>
public static class NegotiationDueHandler
{
    /// <summary>Decides: only the deadline that still stands is past.</summary>
    public static Decision Decide(NegotiationDue due, Bilan bilan) =>
        !bilan.WasAgreed
        && bilan.Deadline == due.Deadline
        && bilan.HasLapsed(due.Deadline)
        && Consent.Missing(bilan, due.Deadline) is not null
            ? FailNegotiation.Failed(bilan)
            : Decision.Nothing;

    /// <summary>Looks, and records.</summary>
    public static Task Handle(NegotiationDue due, IDocumentSession session, Inbox inbox, CancellationToken cancel) =>
        inbox.Begin<Bilan>(
            due.Bilan,
            due.Deadline,
            async (bilan, _) =>
                bilan is null
                    ? Decision.Nothing
                    : Decide(due, bilan).Releasing(bilan, await session.LoadManyAsync<GroupRecord>(cancel, [.. bilan.Groups])),
            cancel
        );
}

/// <summary>Hands the agreed bilan to the establishment, or of a failed negotiation the failure without any text; nothing before it is agreed (S2).</summary>
public sealed record PublishBilan : Command
{
    private static readonly Rule NothingBefore = new("always", "nothing-before-agreement", "S2");

    /// <summary>Decides.</summary>
    /// <param name="groups">The records of the bilan's groups, whose charter says what leaves.</param>
    /// <param name="named">Whom its words may name, where the facilitator said that none is meant.</param>
    public static Decision Decide(Bilan bilan, IReadOnlyList<GroupRecord> groups, NamesFound named) =>
        bilan.Handed ? Refusal.OfOrder("The bilan is published.", "Publish it once.")
        : bilan.IsNegotiated
            ? Refusal.OfOrder("The bilan is not agreed.", "Have it agreed first, or record that its negotiation failed.") with
            {
                Rules = [NothingBefore],
            }
        : bilan.IsForAnother
            ? Refusal.OfRule(
                NothingBefore,
                "It was agreed for another establishment, whose place was taken since.",
                "Lock the text anew: its parties decide upon it for the establishment that pays now."
            )
        : bilan.IsAgreed && Transparency.Withheld(groups, Transparency.Bilans) is { } withheld ? withheld
        : bilan.IsAgreed
        && (Naming.Unagreed(bilan.NamedWithoutConsent) ?? Consent.Unconfirmed(bilan) ?? Consent.Unheard(bilan, named)) is { } unheard
            ? unheard
        : new BilanPublished(
            bilan.IsAgreed
            && bilan.Listed.Except(Listing.Standing(bilan.Listed, groups)).Select(l => l.Id).ToList() is { Count: > 0 } fallen
                ? fallen
                : null
        );
}

/// <summary>The routes by which the facilitator leads a negotiation; each changes the bilan's state and wants <c>If-Match</c>.</summary>
public static class LeadNegotiation
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/bilans/{id:guid}/lock",
                (Guid id, LockBilan command, KnownNames names, Streams streams, CancellationToken cancel) =>
                    LockBilan.Lock(id, command, names, streams, cancel)
            )
            .UnderIfMatch()
            .WithSummary("Lock the text")
            .Produces<BilanView>()
            .For(Roles.Facilitator);
        LeadBeside<RecommendOrientation>(
            routes,
            "orientation",
            "Recommend an orientation",
            (command, bilan, groups, act) => RecommendOrientation.Decide(command, bilan, act).Releasing(bilan, groups)
        );
        LeadBeside<FailNegotiation>(
            routes,
            "fail",
            "Record a failed negotiation",
            (_, bilan, groups, act) => FailNegotiation.Decide(bilan, act).Releasing(bilan, groups)
        );
        LeadBeside<SetDeadline>(routes, "deadline", "Set the deadline of a locked text", SetDeadline.Decide);
        LeadOut<AgreeBilan>(routes, "agree", "Record that the bilan is agreed", AgreeBilan.Decide);
        LeadOut<PublishBilan>(
            routes,
            "publish",
            "Hand an agreed bilan to the establishment",
            (bilan, groups, named, _) => PublishBilan.Decide(bilan, groups, named)
        );
    }

    // What leaves is compared once more, as members are called by then.
    private static void LeadOut<TCommand>(
        IEndpointRouteBuilder routes,
        string verb,
        string summary,
        Func<Bilan, IReadOnlyList<GroupRecord>, NamesFound, Act, Decision> decide
    )
        where TCommand : Command =>
        routes
            .MapPost(
                $"/v1/bilans/{{id:guid}}/{verb}",
                async (Guid id, TCommand command, KnownNames names, Streams streams, CancellationToken cancel) =>
                {
                    var answer = await streams.Change<Bilan>(
                        id,
                        command,
                        async (session, bilan, act) =>
                        {
                            var groups = await session.LoadManyAsync<GroupRecord>(cancel, [.. bilan.Groups]);
                            var named = bilan.NoMemberMeant
                                ? await LockBilan.Named(bilan, groups, session, names, act, cancel)
                                : NamesFound.None;
                            return named is null ? Naming.Untold : decide(bilan, groups, named, act);
                        }
                    );
                    await names.Ask();
                    return answer;
                }
            )
            .UnderIfMatch()
            .WithSummary(summary)
            .Produces<BilanView>()
            .For(Roles.Facilitator);

    private static void LeadBeside<TCommand>(
        IEndpointRouteBuilder routes,
        string verb,
        string summary,
        Func<TCommand, Bilan, IReadOnlyList<GroupRecord>, Act, Decision> decide
    )
        where TCommand : Command =>
        routes
            .MapPost(
                $"/v1/bilans/{{id:guid}}/{verb}",
                (Guid id, TCommand command, Streams streams) =>
                    streams.Change<Bilan>(
                        id,
                        command,
                        async (session, bilan, act) =>
                            decide(command, bilan, await session.LoadManyAsync<GroupRecord>([.. bilan.Groups]), act)
                    )
            )
            .UnderIfMatch()
            .WithSummary(summary)
            .Produces<BilanView>()
            .For(Roles.Facilitator);
}
