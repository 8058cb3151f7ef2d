using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>A facilitator and a practice in bad faith want a bilan agreed to which somebody objects, or says nothing.</summary>
public class when_an_agreement_is_forced
{
    private static readonly DateTimeOffset Deadline = Given.Now.AddDays(20);
    private static readonly string Hash = Story.Hash(Story.Draft());
    private static readonly Guid Other = Given.Id(11);
    private static readonly PartyErased Erased = new(Story.Members[0], Stays: true);
    private static readonly IReadOnlyList<Fact> Objecting = [.. Story.Approved(), Story.Raised, Erased];
    private static readonly TextOpener Reading = new("cabinet", Given.Id(1), new Dictionary<string, byte[]>());

    private static Decision Agree(IReadOnlyList<Fact> facts, DateTimeOffset? at = null) =>
        Story.Agree(Story.Of(facts), [Story.Group()], at);

    private static IReadOnlyList<Fact> Amended(IReadOnlyList<Fact> facts) =>
        [.. facts, Story.Proposed(), new AmendmentAccepted(Story.Amendment)];

    private static IReadOnlyList<Fact> LockedAnew(IReadOnlyList<Fact> facts, params Guid[] tookPart) =>
        [
            .. facts,
            new ContentLocked(
                Story.Of(facts).HashOfText(),
                null,
                Sessions: [],
                TookPart: [new(Story.GroupId, tookPart.Length == 0 ? [Story.Members[1]] : tookPart)],
                EachGroup: true
            ),
        ];

    [Fact]
    [Keeps("approval")]
    [Breaks("approval")]
    public void an_objection_stands_without_its_author_until_the_text_is_amended_and_locked_anew()
    {
        Agree(Objecting).ShouldBreak("always", "approval", "S2");
        Agree(Objecting).Refusal!.Detail.ShouldBe("An objection has not been withdrawn, and its author has been erased.");

        // Locked anew as it is, or amended and not locked, it is objected to all the same.
        Story.Of(LockedAnew(Objecting)).IsBlocked.ShouldBeTrue();
        Story.Of(Amended(Objecting)).IsBlocked.ShouldBeTrue();

        var anew = LockedAnew(Amended(Objecting));
        Story.Of(anew).IsBlocked.ShouldBeFalse();
        var hash = Story.Of(anew).TextHash!;
        Agree([.. anew, new PartyApproved(Story.Facilitator, hash)]).ShouldBreak("always", "approval", "S2");
        Agree([.. anew, new PartyApproved(Story.Facilitator, hash), new PartyApproved(Story.Members[1], hash)])
            .ShouldHappen(new BilanAgreed(hash));
    }

    [Fact]
    [Keeps("approval")]
    [Breaks("approval")]
    public void a_text_that_comes_back_is_objected_to_as_before()
    {
        var amended = Amended(Objecting);
        ContentLocked Locked(IReadOnlyList<Fact> facts, params IReadOnlyList<Guid> answered) =>
            LockBilan
                .Decide(
                    new(),
                    Story.Of(facts),
                    Story.Owned(Story.Of(facts)),
                    Story.Found(0),
                    [Story.Group()],
                    [],
                    Story.Act(),
                    null,
                    answered
                )
                .Facts.OfType<ContentLocked>()
                .Single();

        // The same again, or with a section more, whose text is compared as it is locked: no answer to it.
        Story.Of([.. amended, Locked(amended)]).IsBlocked.ShouldBeTrue();
        IReadOnlyList<Fact> answered = [.. amended, Locked(amended, Story.Objection)];
        Story.Of(answered).IsBlocked.ShouldBeFalse();
        Story.Of([.. answered, Locked(answered)]).IsBlocked.ShouldBeTrue();
    }

    [Fact]
    public void what_was_objected_to_is_each_text_that_its_author_was_there_to_object_to()
    {
        ContentLocked Text(int id) => new("hash", null, new([new(Dimension.Bond, Story.Text($"{id}"))], [], []));
        IReadOnlyList<Fact> facts = [Text(1), Text(2), Story.Raised, Text(3), Erased, Text(4)];
        var objection = new Objection(Story.Objection, Erased.Person, Story.Raised.Reason, false);
        Answering
            .ObjectedTo(objection, facts)
            .Select(sections => sections.Single().Text)
            .ShouldBe([Text(2).Text!.Sections[0].Text, Text(3).Text!.Sections[0].Text]);
    }

    [Fact]
    public void who_was_erased_before_the_agreed_text_was_locked_is_seen_as_not_reached()
    {
        var facts = Story.Agreed().Select(f => f is ContentLocked locked ? locked with { Erased = [Erased.Person] } : f).ToList();
        Story.Of(facts).NotReached.ShouldBe([Erased.Person]);
    }

    // Who is recorded as absent, or struck out of an attendance, was a member all the same.
    [Fact]
    [Keeps("approval")]
    public void an_attendance_takes_nobodys_word_away()
    {
        var at = Given.Now.AddDays(5);
        var draft = Story.Drafted() with { From = Day(at), To = Day(at) };
        Parties(Group(), draft).ShouldBe(Story.Members);
        Parties(Group(), Story.Drafted(final: true)).ShouldBe(Story.Members);

        // Who left before it was held takes no part in it; who left since does.
        Parties(Group(Left(at.AddDays(-1))), draft).ShouldBe([Story.Members[1]]);
        Parties(Group(Left(at.AddDays(1))), draft).ShouldBe(Story.Members);

        DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);
        GroupRecord Group(params IReadOnlyList<Fact> more) => Story.Group([Story.Held(80, at, present: [Story.Members[1]]), .. more]);
        DepartureNoted Left(DateTimeOffset when) => new(Story.Engagement, Story.Members[0], Story.Origin(when));
    }

    private static IReadOnlyList<Guid> Parties(GroupRecord group, BilanDrafted draft) =>
        Story.Lock(new(), Story.Of(draft), Story.Act(), 0, group).Facts.OfType<ContentLocked>().Single().TookPart!.Single().Members;

    [Fact]
    public void an_objection_to_an_amended_text_stands_until_that_is_amended_too()
    {
        // Its author was there when the text was locked anew, and had not withdrawn it.
        var kept = LockedAnew(Amended([.. Story.Approved(), Story.Raised]), Story.Members);
        Story.Of([.. kept, Erased]).IsBlocked.ShouldBeTrue();
    }

    [Fact]
    public void past_the_deadline_what_was_objected_to_fails()
    {
        IReadOnlyList<Fact> facts =
        [
            .. Story.Locked(deadline: Deadline),
            new PartyApproved(Story.Facilitator, Hash),
            new PartyApproved(Story.Members[1], Hash),
            Story.Raised,
            Erased,
        ];
        Agree(facts, Deadline).ShouldBreak("always", "approval", "S2");
        NegotiationDueHandler.Decide(new(Given.Id(1), Deadline), Story.Of(facts)).ShouldHappen(new NegotiationFailed(Deadline));
    }

    [Fact]
    public void it_is_shown_as_what_it_is()
    {
        ObjectionView See(IReadOnlyList<Fact> facts) =>
            BilanView.Of(Story.Of(facts), new("cabinet", Roles.Facilitator, Story.Facilitator), Reading).Objections!.Single();
        var standing = See(Objecting);
        (standing.Withdrawn, standing.AuthorErased, standing.Stands).ShouldBe((false, true, true));
        var fallen = See(LockedAnew(Amended(Objecting)));
        (fallen.Withdrawn, fallen.AuthorErased, fallen.Stands).ShouldBe((false, true, false));
        var withdrawn = See([.. Story.Approved(), Story.Raised, new ObjectionWithdrawn(Story.Objection)]);
        (withdrawn.Withdrawn, withdrawn.AuthorErased, withdrawn.Stands).ShouldBe((true, false, false));
    }

    [Fact]
    public void who_was_erased_before_they_decided_is_not_reached_and_agrees_to_nothing()
    {
        IReadOnlyList<Fact> silent =
        [
            .. Story.Locked(deadline: Deadline),
            new PartyApproved(Story.Facilitator, Hash),
            new PartyApproved(Story.Members[1], Hash),
            Erased,
        ];
        Agree(silent, Deadline.AddTicks(-1)).ShouldBreak("always", "approval", "S2");
        Agree(silent, Deadline).ShouldHappen(new BilanAgreed(Hash, [Story.Members[0]]));

        // They are told nothing, read nothing, and decide upon no other text.
        Story.Of(silent).Awaited.ShouldBeEmpty();
        Story.Of(silent).IsVisibleTo(new("cabinet", Roles.Member, Story.Members[0])).ShouldBeFalse();
        Story.Of(Amended(silent)).Parties.ShouldBe([Story.Facilitator, Story.Members[1]]);

        // What they had decided stands.
        Agree([.. Story.Approved(), Erased]).ShouldHappen(new BilanAgreed(Hash));
    }

    [Fact]
    public void the_facilitator_alone_agrees_to_nothing()
    {
        IReadOnlyList<Fact> alone =
        [
            .. Story.Locked(deadline: Deadline),
            new PartyApproved(Story.Facilitator, Hash),
            .. Story.Members.Select(m => new PartyErased(m, Stays: true)),
        ];
        Agree(alone, Deadline).ShouldBreak("always", "approval", "S2");
        FailNegotiation.Decide(Story.Of(alone), Story.Act(at: Deadline)).ShouldHappen(new NegotiationFailed(Deadline));

        // Nor with all the members aside.
        Agree([.. alone.Take(5), .. Story.Members.Select(m => new DissentRecorded(m, Hash))], Deadline)
            .ShouldBreak("always", "approval", "S2");

        // With nobody left from the first it is locked with a deadline alone, and fails.
        Decision Lock(DateTimeOffset? deadline) =>
            LockBilan.Decide(
                new(deadline),
                Story.Of(Story.Draft()),
                Story.Owned(Story.Of(Story.Draft())),
                Story.Found(0),
                [Story.Group()],
                Story.Members,
                Story.Act()
            );
        Lock(null).ShouldBreak("always", "approval", "S2");
        var locked = Lock(Deadline);
        locked.Facts.OfType<ContentLocked>().Single().Erased.ShouldBe(Story.Members);
        Agree([.. Story.Draft(), .. locked.Facts, locked.Facts[^1], new PartyApproved(Story.Facilitator, Hash)], Deadline)
            .ShouldBreak("always", "approval", "S2");
    }

    [Fact]
    public void what_is_negotiated_is_negotiated_once()
    {
        var put = Story.Of([.. Story.Locked(), Story.Raised]);
        bool Twins(Bilan bilan, bool final, DateOnly from, DateOnly to, Guid? group = null) =>
            Twin.IsOne(bilan, final, [group ?? Story.GroupId], from, to);
        Twins(put, false, Story.To, Story.To.AddDays(9)).ShouldBeTrue();
        Twins(put, true, Story.From, Story.From).ShouldBeTrue();
        Twins(put, false, Story.To.AddDays(1), Story.To.AddDays(9)).ShouldBeFalse();
        Twins(put, false, Story.From, Story.To, Given.Id(31)).ShouldBeFalse();
        Twins(Story.Of(Amended([.. Story.Locked(), Story.Raised])), false, Story.From, Story.To).ShouldBeTrue();
        Twins(Story.Of([.. Story.Locked(final: true)]), true, Story.To.AddDays(1), Story.To.AddDays(1)).ShouldBeTrue();
        Twins(Story.Of(Story.Draft()), false, Story.From, Story.To).ShouldBeFalse();
        Twins(Story.Of(Story.Agreed()), false, Story.From, Story.To).ShouldBeFalse();
        Twins(Story.Of([.. Story.Locked(), new NegotiationFailed(Deadline)]), false, Story.From, Story.To).ShouldBeFalse();

        var draft = Story.Of(Story.Draft());
        var lockedBeside = LockBilan.Decide(new(), draft, Story.Owned(draft), Story.Found(0), [Story.Group()], [], Story.Act(), put);
        lockedBeside.ShouldBeRefused(409);
        lockedBeside.Refusal!.Detail.ShouldContain($"{put.Id}");
        DraftBilan
            .Decide(
                new(Story.From, Story.To, [new(Dimension.Bond, new("text"))], Unmeasured: Unmeasured.TooEarly),
                false,
                [Story.Group()],
                null,
                Story.Act(at: Story.Day(6, 1)),
                put
            )
            .ShouldBeRefused(409);
    }

    [Fact]
    public void the_conclusion_ends_what_is_still_negotiated()
    {
        var ended = Story.Of([.. Story.Locked(), Story.Raised, new NegotiationFailed(Concluded: true)]);
        ended.State.ShouldBe(BilanState.Failed);
        Negotiation.Persons.WaitingTexts.Of(ended, Story.Members[1]).ShouldBeEmpty();
        DraftBilan
            .Decide(
                new(Story.From, Story.To, [new(Dimension.Bond, new("text"))], Unmeasured: Unmeasured.TooEarly),
                false,
                [Story.Group(new ConclusionNoted(Story.Engagement, Story.Origin()))],
                null,
                Story.Act(at: Story.Day(6, 1))
            )
            .ShouldBeRefused(409);
    }

    [Fact]
    [Keeps("own-objection")]
    [Breaks("own-objection")]
    public void the_objection_of_a_facilitator_is_in_the_hands_of_whoever_takes_their_place()
    {
        IReadOnlyList<Fact> replaced =
        [
            .. Story.Locked(),
            Story.Raised with
            {
                Party = Story.Facilitator,
                AsFacilitator = true,
            },
            new PartiesChanged([], [], Other),
        ];
        Story.Of(replaced).IsBlocked.ShouldBeTrue();
        WithdrawObjection
            .Decide(Story.Objection, Story.Of(replaced), Given.Act(Roles.Facilitator, Other))
            .ShouldHappen(new ObjectionWithdrawn(Story.Objection));
        WithdrawObjection
            .Decide(Story.Objection, Story.Of(replaced), Story.Act(Story.Members[0]))
            .ShouldBreak("always", "own-objection", "S2");

        // A member's is theirs alone, whoever facilitates.
        WithdrawObjection
            .Decide(
                Story.Objection,
                Story.Of([.. Story.Locked(), Story.Raised, new PartiesChanged([], [], Other)]),
                Given.Act(Roles.Facilitator, Other)
            )
            .ShouldBreak("always", "own-objection", "S2");
    }

    [Fact]
    public void the_refusal_says_which_word_is_missing()
    {
        Agree([.. Story.Locked(), .. Story.Members.Select(m => new PartyApproved(m, Hash))])
            .Refusal!.Detail.ShouldBe("The facilitator has not approved.");
        Agree([.. Story.Locked(), new PartyApproved(Story.Facilitator, Hash), new PartyApproved(Story.Members[0], Hash)])
            .Refusal!.Detail.ShouldBe("Parties that have not decided: 1.");
        Agree([.. Story.Locked(), new PartyApproved(Story.Facilitator, Hash)])
            .Refusal!.Detail.ShouldBe("No member of a group that it covers has approved.");
    }
}
