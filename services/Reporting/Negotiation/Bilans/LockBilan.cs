using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Names;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>Locks the text: it becomes the engagement's own, and its hash is what parties approve from now on, for the establishment that pays now. What was
/// agreed for another one is locked anew as it was agreed, whatever became of the engagement since.</summary>
/// <param name="Deadline">Fourteen days ahead at least, or as many as the dispositif says: past it, who answered neither of two notices is waited for no more.</param>
/// <param name="NoMemberMeant">Said where words of the text are those of members' names and mean none of them, or a member's name is kept no more; each approval then confirms it (S3).</param>
public sealed record LockBilan(DateTimeOffset? Deadline = null, bool NoMemberMeant = false) : Command
{
    /// <summary>Decides.</summary>
    /// <param name="text">The text under the engagement's key; null where a part of it was erased with its author.</param>
    /// <param name="named">Which of its words may name members who did not agree; null where that cannot be said yet.</param>
    /// <param name="groups">The records of its groups, as they are now.</param>
    /// <param name="erased">Those of their members who were erased.</param>
    /// <param name="twin">Another bilan of these groups that is put to its parties, whose period overlaps.</param>
    /// <param name="answered">Which objections of erased authors the text answers; null where none was erased.</param>
    public static Decision Decide(
        LockBilan command,
        Bilan bilan,
        LockedText? text,
        NamesFound? named,
        IReadOnlyList<GroupRecord> groups,
        IReadOnlyList<Guid> erased,
        Act act,
        Bilan? twin = null,
        IReadOnlyList<Guid>? answered = null
    )
    {
        var isAgreed = bilan.WasAgreed || bilan.IsForAnother;
        if (
            (
                (bilan.IsForAnother ? null : Negotiable.Ended(bilan))
                ?? (
                    !isAgreed && bilan.Amendments.Any(a => a.State == AmendmentState.Proposed)
                        ? Refusal.OfOrder("An amendment is pending.", "Accept or refuse every amendment first.")
                        : null
                )
                ?? (isAgreed ? null : Twin.Of(twin))
                ?? Notice.Untimely(command.Deadline, groups, act)
                ?? SetDeadline.Shortens(command.Deadline, bilan)
                ?? (command.Deadline is null ? null : Input.CheckClock(act))
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
                "Part of the text was erased with its author's data.",
                "Amend the erased sections, or draft another bilan."
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
                Bilan.Agreement,
                "There is no member to negotiate with.",
                "Participants and the facilitator negotiate a bilan: lock it with a deadline, after which the negotiation fails."
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
            named!.MayName,
            isAgreed && bilan.Sessions is { } held
                ? held
                : [.. groups.SelectMany(g => g.Sessions).Where(period.Opens).Select(s => s.Session)],
            tookPart,
            figures,
            EachGroup: true,
            Erased: gone.Count == 0 ? null : gone,
            OfMembers: true,
            Addressee: bilan.Establishment,
            // What was agreed is amended no more: everybody left decides.
            Answered: isAgreed && answered is not null ? [.. bilan.Objections.Where(o => o.AuthorErased).Select(o => o.Id)] : answered
        );
        var given = Notice.Given(Folding.Apply(bilan, bilan.Id, locked), locked, locked.Deadline, act);
        return isAgreed ? given : given.Holding(bilan, locked.Sessions!, groups);
    }

    // Whoever was a member while a session of it ran: an attendance, and what is corrected of one, takes nobody's word away. The final bilan speaks of
    // the engagement, whatever period it names.
    private static Participation TookPart(GroupRecord group, AgreedPeriod period)
    {
        var held = group.Sessions.Where(s => period.Final || period.Opens(s)).ToList();
        return new(
            group.Id,
            [.. (held.Count > 0 ? held.SelectMany(s => s.Present.Concat(group.During(s))).Distinct() : group.Persons).Order()]
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

    private static async Task<IResult> Lock(Guid id, LockBilan command, KnownNames names, Streams streams, CancellationToken cancel)
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
                    await Twin.Find(bilan, session, cancel),
                    await Answering.Find(bilan, session, act, cancel)
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
            [.. bilan.Sections.Select(s => new Section(s.Dimension, Own(s.Text, s.SealedFor, Bilan.SectionsMember), s.Names))],
            [.. bilan.Orientations.Select(o => new RecommendedText(o.Code, Own(o.Text, RecommendOrientation.TextMember)))],
            [.. bilan.Listed.Select(l => l with { Text = Own(l.Text, Listing.BilanMember) })]
        );
        return erased ? null : text;
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/bilans/{id:guid}/lock",
                (Guid id, LockBilan command, KnownNames names, Streams streams, CancellationToken cancel) =>
                    Lock(id, command, names, streams, cancel)
            )
            .WithSummary("Lock the text")
            .Produces<BilanView>()
            .For(Roles.Facilitator);
}
