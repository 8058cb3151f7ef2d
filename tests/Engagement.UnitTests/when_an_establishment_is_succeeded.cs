using PracticeAnalysis.Engagement.Dispositifs;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Establishments;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Engagement.Persons;
using PracticeAnalysis.Engagement.Requests;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.UnitTests;

/// <summary>Houses move, merge and are taken over: what runs goes on with the successor, and the house of before reads it no more.</summary>
public class when_an_establishment_is_succeeded
{
    private static readonly DateOnly Since = new(2026, 3, 1);
    private static readonly Guid Third = Given.Id(22);

    private static Establishment Place(int number, params IReadOnlyList<Fact> more) =>
        Folding.Of<Establishment>(
            Given.Id(number),
            [new EstablishmentRegistered($"IME {number}", Given.Siret(number), null, "health"), .. more]
        )!;

    private static Decision Announce(Establishment old, Establishment? successor, DateOnly? since = null) =>
        SucceedEstablishment.Decide(
            new(successor?.Id ?? Given.Id(99), since ?? Since, SuccessionReason.Merged),
            old,
            successor,
            Story.Act()
        );

    private static SuccessionAnnounced Announced(int successor, DateTimeOffset? from) =>
        new(Given.Id(successor), Since, SuccessionReason.Merged, from);

    private static SuccessionAccepted Accepted(int successor, DateTimeOffset? contestable = null) =>
        new(Given.Id(successor), contestable is null ? null : Story.Text(), contestable) { OccurredAt = Given.Now };

    private static Act By(int house, DateTimeOffset? at = null) => Given.Act(Roles.Establishment, at: at, establishment: Given.Id(house));

    private static EstablishmentView View(Establishment house) =>
        EstablishmentView.Of(house, new("cabinet", house.Id, new Dictionary<string, byte[]>()));

    private static Concerned Concerned(Establishment? successor, params IReadOnlyList<Engagement> running) =>
        new(successor, running, new Dictionary<Guid, Rule>());

    private static Decision Take(Establishment old, Establishment successor, params IReadOnlyList<Engagement> running) =>
        ConfirmSuccession.Decide(
            false,
            new Fact[]
            {
                new SuccessionAnnounced(successor.Id, Since, SuccessionReason.Merged, Given.Now.AddDays(14)),
                new SuccessionAccepted(successor.Id) { OccurredAt = Given.Now },
            }.Aggregate(old, (house, fact) => Folding.Apply(house, house.Id, fact)),
            Concerned(successor, running),
            Given.Act(Roles.Establishment, establishment: old.Id)
        );

    private static Request Asked(params IReadOnlyList<Fact> more) =>
        Folding.Of<Request>(Given.Id(2), [new RequestSubmitted(Story.Establishment, Demand.Relation, Story.Text(), Given.Id(1)), .. more])!;

    [Fact]
    public void a_successor_reads_what_it_would_pay_before_it_accepts_and_nothing_else()
    {
        var old = Place(20, Announced(21, Given.Now.AddDays(14)));
        var running = Story.Of(Story.Active());
        var ended = Story.Of(Story.Active(), new EngagementConcluded());
        SuccessionTermsView? Read(Establishment house, Actor reader) => ReadSuccessionTerms.Of(house, [running, ended], reader);
        Read(old, By(21).By)!
            .Items.ShouldHaveSingleItem()
            .ShouldBe(
                new SuccessionTerms(
                    running.Id,
                    Canonical.Digest(running.Dispositif!),
                    running.Dispositif!.Quote(running.Groups.Count),
                    running.Until
                )
            );
        Read(old, By(20).By)!.Items.Count.ShouldBe(1);
        Read(old, Story.Act().By)!.Items.Count.ShouldBe(1);
        Read(old, By(22).By).ShouldBeNull();
        Read(Place(20), By(21).By).ShouldBeNull();
    }

    [Fact]
    [Keeps("succession")]
    public void it_is_announced_and_nothing_follows_before_its_delay_has_passed()
    {
        var until = Given.Now.AddDays(14);
        var decision = Announce(Place(20), Place(21));
        decision.ShouldBe(Announced(21, until) with { Asks = true });
        decision.Elsewhere.ShouldBeEmpty();
        decision.Messages.ShouldBeEmpty();
        decision.Scheduled.Single().ShouldBe((until, new SuccessionDue(Given.Id(20), until)));
        var announced = Place(20, decision.Facts[0]);
        announced.Succession.ShouldBeNull();
        View(announced).Announced!.From.ShouldBe(until);
        Announce(announced, Place(22)).ShouldBreak("always", "succession", "design");
    }

    [Fact]
    [Keeps("succession")]
    public void it_takes_effect_when_nobody_objected_and_both_say_so()
    {
        var until = Given.Now.AddDays(14);
        var announced = Place(20, Announced(21, until), Accepted(21));
        var decision = Successions.Decide(new(Given.Id(20), until), announced, Concerned(Place(21)));
        decision.ShouldBe(new EstablishmentSucceeded(Given.Id(21), Since, SuccessionReason.Merged));
        decision.Elsewhere.Single().Fact.ShouldBe(new EstablishmentTookOver(Given.Id(20), Since, SuccessionReason.Merged));
        View(Folding.Apply(announced, announced.Id, decision.Facts[0])).Succession!.Establishment.ShouldBe(Given.Id(21));
        View(Place(21, decision.Elsewhere[0].Fact)).Predecessors.Single().Establishment.ShouldBe(Given.Id(20));
    }

    [Fact]
    public void the_establishment_confirms_it_by_a_token_of_somebody()
    {
        var announced = Place(20, Announced(21, Given.Now.AddDays(14)), Accepted(21));
        var act = By(20);
        ConfirmSuccession
            .Decide(false, announced, Concerned(Place(21)), act)
            .ShouldBe(new SuccessionConfirmed(), new EstablishmentSucceeded(Given.Id(21), Since, SuccessionReason.Merged, Confirmed: true));
        ConfirmSuccession.Decide(true, announced, Concerned(Place(21)), act).ShouldBeRefused(403);
        ConfirmSuccession.Decide(false, Place(20), Concerned(Place(21)), act).ShouldBeRefused(409);
        ConfirmSuccession.Decide(false, announced, Concerned(Place(21)), By(21)).ShouldBreak("always", "succession", "design");
        ConfirmSuccession
            .Decide(false, announced, Concerned(Place(21, new EstablishmentSucceeded(Given.Id(22), Since, SuccessionReason.Moved))), act)
            .ShouldBeRefused(409);
    }

    [Fact]
    [Breaks("payer-agrees")]
    public void nobody_gives_up_by_a_confirmation_what_they_may_still_contest()
    {
        var announced = Place(20, Announced(21, Given.Now.AddDays(14)), Accepted(21));
        Engagement recorded = Story.Of(
            Story.Active(),
            new DispositifAmended(Story.Of(Story.Active()).Dispositif!, Story.Text(), new(Story.Text()), Given.Id(6)),
            new AcceptanceRecorded(Model.Accepted.Amendment, Given.Now.AddDays(14), Given.Id(6))
        );
        var running = recorded with { Establishment = Given.Id(20) };
        ConfirmSuccession.Decide(false, announced, Concerned(Place(21), running), By(20)).ShouldBeRefused(409);
        ConfirmSuccession
            .Decide(false, announced, Concerned(Place(21), running), By(20, Given.Now.AddDays(14)))
            .Refusal?.Detail.ShouldNotContain("contest");
    }

    [Fact]
    public void who_objected_is_taken_over_by_their_own_word_alone()
    {
        var until = Given.Now.AddDays(14);
        var announced = Place(20, Announced(21, until), Accepted(21));
        ObjectToSuccession.Decide(announced, By(20)).ShouldBe(new SuccessionObjected());
        ObjectToSuccession.Decide(announced, By(20, until)).ShouldBeRefused(409);
        var objected = Place(20, Announced(21, until), new SuccessionObjected());
        objected.Announced.ShouldBeNull();
        Successions.Decide(new(Given.Id(20), until), objected, Concerned(Place(21))).Facts.ShouldBeEmpty();

        // Announced again, and again: silence takes nothing any more.
        var again = Announce(objected, Place(21));
        again.ShouldBe(Announced(21, null) with { Asks = true });
        again.Scheduled.ShouldBeEmpty();
        var waiting = new[] { again.Facts[0], Accepted(21) }.Aggregate(objected, (house, fact) => Folding.Apply(house, house.Id, fact));
        Successions.Decide(new(Given.Id(20), until), waiting, Concerned(Place(21))).Facts.ShouldBeEmpty();
        ConfirmSuccession
            .Decide(false, waiting, Concerned(Place(21)), By(20, until.AddDays(90)))
            .Facts.OfType<EstablishmentSucceeded>()
            .ShouldNotBeEmpty();
    }

    [Fact]
    [Keeps("payer-agrees")]
    public void it_takes_effect_once_the_successor_accepted_it_too_by_a_token_of_its_own()
    {
        var until = Given.Now.AddDays(14);
        var announced = Place(20, Announced(21, until));
        Decision Accept(Establishment house, Act act, bool byKey = false) =>
            AcceptSuccession.Decide(new(), byKey, house, Concerned(Place(21), Story.Of(Story.Active())), act);

        // The successor first: its predecessor may still object.
        Accept(announced, By(21)).ShouldBe(new SuccessionAccepted(Given.Id(21)));
        Accept(announced, By(21), byKey: true).ShouldBeRefused(403);
        Accept(Place(20, Announced(21, until), Accepted(21)), By(21)).Facts.ShouldBeEmpty();

        // The predecessor first, by its word or by its silence: then it takes effect by the acceptance, from then on.
        var confirmed = Place(20, Announced(21, until), new SuccessionConfirmed());
        Accept(confirmed, By(21)).Facts.OfType<EstablishmentSucceeded>().Single().Confirmed.ShouldBeTrue();
        var late = Accept(announced, By(21, until.AddDays(20)));
        late.Facts.OfType<EstablishmentSucceeded>().Single().Confirmed.ShouldBeFalse();
        late.Elsewhere.Select(e => e.Fact).OfType<EstablishmentReplaced>().Single().AcceptedAt.ShouldBe(until.AddDays(20));
    }

    [Fact]
    [Breaks("payer-agrees")]
    public void nobody_pays_without_having_agreed()
    {
        var until = Given.Now.AddDays(14);
        var announced = Place(20, Announced(21, until));
        Successions.Decide(new(Given.Id(20), until), announced, Concerned(Place(21))).Facts.ShouldBeEmpty("the successor is silent");
        ConfirmSuccession.Decide(false, announced, Concerned(Place(21)), By(20)).ShouldBe([new SuccessionConfirmed()]);
        AcceptSuccession.Decide(new(), false, announced, Concerned(Place(21)), By(20)).ShouldBreak("always", "payer-agrees", "design");
        AcceptSuccession.Decide(new(), false, announced, Concerned(Place(21)), Story.Act()).ShouldBreak("always", "payer-agrees", "design");
        AcceptSuccession.Decide(new(new(".")), false, announced, Concerned(Place(21)), Story.Act()).ShouldBeRefused(400);

        // It waits for the successor as long as it takes; meanwhile both may object.
        foreach (var house in new[] { 20, 21 })
        {
            ObjectToSuccession.Decide(announced, By(house, until.AddDays(30))).Refusal.ShouldBeNull();
        }
    }

    [Fact]
    public void what_the_practice_records_of_the_successor_is_objected_to_for_fourteen_days()
    {
        var (until, contestable) = (Given.Now.AddDays(14), Given.Now.AddDays(10 + 14));
        var announced = Place(20, Announced(21, until));
        var recorded = AcceptSuccession.Decide(
            new(new("Lettre du 3 mars")),
            false,
            announced,
            Concerned(Place(21)),
            Story.Act(at: Given.Now.AddDays(10))
        );
        recorded.ShouldHappen(
            new SuccessionAccepted(
                Given.Id(21),
                Story.Text("SuccessionAccepted.ShownBy") with
                {
                    Ciphertext = "Lettre du 3 mars",
                },
                contestable
            )
        );
        recorded.Scheduled.Single().ShouldBe((contestable, new SuccessionDue(Given.Id(20), contestable)));
        var accepted = Folding.Apply(announced, announced.Id, recorded.Facts[0]);
        View(accepted).Announced!.ContestableUntil.ShouldBe(contestable);
        Successions.Decide(new(Given.Id(20), until), accepted, Concerned(Place(21))).Facts.ShouldBeEmpty();
        ConfirmSuccession.Decide(false, accepted, Concerned(Place(21)), By(20)).ShouldBe([new SuccessionConfirmed()]);
        Successions
            .Decide(new(Given.Id(20), contestable), accepted, Concerned(Place(21)))
            .Facts.OfType<EstablishmentSucceeded>()
            .ShouldNotBeEmpty("a house without a token of its own is not stuck");

        // Once it objected, no word of the practice is enough; its own token is.
        var objection = ObjectToSuccession.Decide(accepted, By(21));
        objection.ShouldBe(new SuccessionObjected(Given.Id(21)));
        var declined = new[] { objection.Facts[0], Announced(21, until) }.Aggregate(
            accepted,
            (house, fact) => Folding.Apply(house, house.Id, fact)
        );
        declined.HasObjected.ShouldBeFalse("its predecessor did not");
        AcceptSuccession
            .Decide(new(new("Lettre du 3 mars")), false, declined, Concerned(Place(21)), Story.Act())
            .ShouldBreak("always", "payer-agrees", "design");
        AcceptSuccession.Decide(new(), false, declined, Concerned(Place(21)), By(21)).ShouldBe(new SuccessionAccepted(Given.Id(21)));
    }

    [Fact]
    [Breaks("succession")]
    public void no_date_moves_when_it_takes_effect()
    {
        var until = Given.Now.AddDays(14);
        var past = By(20) with { OccurredAt = Given.Now.AddMonths(-2) };
        ConfirmSuccession
            .Decide(false, Place(20, Announced(21, until), Accepted(21)), Concerned(Place(21)), past)
            .ShouldBreak("always", "succession", "design");
        AcceptSuccession
            .Decide(new(), false, Place(20, Announced(21, until)), Concerned(Place(21)), By(21) with { OccurredAt = past.OccurredAt })
            .ShouldBreak("always", "succession", "design");
        SucceedEstablishment
            .Decide(
                new(Given.Id(21), Since, SuccessionReason.Merged),
                Place(20),
                Place(21),
                Story.Act() with
                {
                    OccurredAt = past.OccurredAt,
                }
            )
            .ShouldBe(Announced(21, until) with { Asks = true });
    }

    [Fact]
    public void the_successor_reads_what_it_is_asked()
    {
        var announced = Place(20, Announced(21, Given.Now.AddDays(14)));
        announced.IsVisibleTo(House(21)).ShouldBeTrue();
        announced.IsVisibleTo(House(22)).ShouldBeFalse();
        Place(20).IsVisibleTo(House(21)).ShouldBeFalse();
        Place(20, Announced(21, Given.Now.AddDays(14)), new SuccessionWithdrawn()).IsVisibleTo(House(21)).ShouldBeFalse();
    }

    [Fact]
    public void the_practice_withdraws_it_until_then()
    {
        var until = Given.Now.AddDays(14);
        WithdrawSuccession.Decide(Place(20, Announced(21, until)), Given.Act(Roles.Practice)).ShouldBe(new SuccessionWithdrawn());
        WithdrawSuccession.Decide(Place(20), Given.Act(Roles.Practice)).ShouldBeRefused(409);
        var withdrawn = Place(20, Announced(21, until), new SuccessionWithdrawn());
        Successions.Decide(new(Given.Id(20), until), withdrawn, Concerned(Place(21))).Facts.ShouldBeEmpty();

        // One that is announced later awaits its own end.
        var later = Place(20, Announced(21, until), new SuccessionWithdrawn(), Announced(22, until.AddDays(3)));
        Successions.Decide(new(Given.Id(20), until), later, Concerned(Place(22))).Facts.ShouldBeEmpty();
    }

    [Fact]
    [Breaks("succession")]
    public void one_is_succeeded_once_and_by_one_that_stands()
    {
        var succeeded = Place(20, new EstablishmentSucceeded(Given.Id(21), Since, SuccessionReason.Moved));
        Announce(succeeded, Place(22)).ShouldBreak("always", "succession", "design");
        Announce(Place(20), null).ShouldBeRefused(400);
        Announce(Place(20), Place(20)).ShouldBeRefused(400);
    }

    [Fact]
    [Breaks("succession")]
    public void there_is_no_circle()
    {
        // Twenty went into twenty-one: twenty-one does not go into twenty, which is told to name its successor.
        var gone = Place(20, new EstablishmentSucceeded(Given.Id(21), Since, SuccessionReason.Moved));
        var refused = Announce(Place(21), gone);
        refused.ShouldBreak("always", "succession", "design");
        refused.Refusal!.Satisfy.ShouldContain($"{Given.Id(21)}");

        // Both were announced before: the second one does not take effect.
        var until = Given.Now.AddDays(14);
        Successions.Decide(new(Given.Id(21), until), Place(21, Announced(20, until)), Concerned(gone)).ShouldBe(new SuccessionWithdrawn());
    }

    [Fact]
    [Keeps("succession")]
    public void of_two_opposite_ones_the_one_that_takes_effect_ends_the_other()
    {
        // Twenty-one objected once: its own has no day on which the service would look at it.
        var opposite = Place(21, Announced(20, null));
        var decision = Successions.Decide(
            new(Given.Id(20), Given.Now.AddDays(14)),
            Place(20, Announced(21, Given.Now.AddDays(14)), Accepted(21)),
            Concerned(opposite) with
            {
                Expecting = [opposite],
            }
        );
        decision.ShouldBe(new EstablishmentSucceeded(opposite.Id, Since, SuccessionReason.Merged));
        decision
            .Elsewhere.Select(e => (e.Stream.Id, e.Fact))
            .ShouldBe([
                (opposite.Id, new EstablishmentTookOver(Given.Id(20), Since, SuccessionReason.Merged)),
                (opposite.Id, new SuccessionWithdrawn()),
            ]);
    }

    [Fact]
    [Keeps("succession")]
    public void who_takes_over_another_announces_its_own_anew_since_its_successor_accepted_to_pay_for_less()
    {
        var shell = Place(21, Announced(22, Given.Now.AddDays(14)), Accepted(22));
        var decision = Successions.Decide(
            new(Given.Id(20), Given.Now.AddDays(14)),
            Place(20, Announced(21, Given.Now.AddDays(14)), Accepted(21)),
            Concerned(shell)
        );
        decision.Elsewhere.ShouldContain((shell, new SuccessionWithdrawn()));
    }

    [Fact]
    [Breaks("succession")]
    public void nothing_new_is_for_who_was_succeeded()
    {
        var old = Place(20, new EstablishmentSucceeded(Given.Id(21), Since, SuccessionReason.Moved));
        SubmitRequest
            .Decide(new(old.Id, new("text"), Sector.Health, "38", 20, new("text"), Demand.Relation), old, null, Story.Act())
            .ShouldBreak("always", "succession", "design");
        OpenEngagement
            .Decide(Asked(new RequestQualified(Kind.Supervision, Kind.Supervision, Story.Text())), old, Story.Act())
            .ShouldBreak("always", "succession", "design");
        JoinEstablishment
            .Decide(new(old.Id), Story.Of(Story.Opened), old, null, Story.Frames)
            .ShouldBreak("always", "succession", "design");
        Correct(Story.Of(Story.Opened), old).ShouldBreak("always", "succession", "design");
    }

    [Fact]
    public void what_runs_goes_on_with_the_successor_and_the_house_of_before_reads_it_no_more()
    {
        var running = Story.Of(Story.Active());
        var decision = Take(Place(20), Place(21), running);
        var replaced = decision.Elsewhere.Single(e => e.Stream == running).Fact;
        replaced.ShouldBe(new EstablishmentReplaced(Given.Id(20), Given.Id(21), Keeps: true, Lapses: true, AcceptedAt: Given.Now));
        var after = Folding.Apply(running, running.Id, replaced);
        after.IsVisibleTo(House(20)).ShouldBeFalse();
        after.IsVisibleTo(House(21)).ShouldBeTrue();
        after.State.ShouldBe(EngagementState.Active);
        after.Corrections.ShouldBeEmpty("it was right");
        ((V1.EstablishmentSucceeded)decision.Messages.Single()(new(Given.Id(20), 2, Given.Now))).ShouldSatisfyAllConditions(
            told => told.Engagement.ShouldBe(running.Id),
            told => told.Groups.ShouldBe([Story.GroupId]),
            told => told.Successor.ShouldBe(Given.Id(21)),
            told => told.Keeps.ShouldBeTrue()
        );
    }

    [Fact]
    public void what_the_house_of_before_asked_stays_with_it() =>
        Take(Place(20), Place(21), Story.Of(Story.Active())).Elsewhere.Select(e => e.Fact).OfType<RequestMoved>().ShouldBeEmpty();

    [Fact]
    public void what_waited_for_its_acceptance_lapses_and_the_successor_accepts_nothing_of_it()
    {
        var proposed = Story.Of(Story.Active(), new RenewalProposed(Given.Id(6), 12));
        var taken = After(proposed, Take(Place(20), Place(21), proposed));
        taken.Proposals.ShouldBeEmpty();
        AcceptProposal
            .Decide(new(), Given.Id(6), taken, Story.Frames, Given.Act(Roles.Establishment, establishment: Given.Id(21)))
            .ShouldBeRefused(404);

        // One that the engagement spans beside pays nothing: what waits for who pays goes on waiting.
        var spanning = Story.Of(Story.Active(), new EstablishmentJoined(Third), new RenewalProposed(Given.Id(6), 12));
        After(spanning, Take(Place(22), Place(21), spanning)).Proposals.Count.ShouldBe(1);
    }

    [Fact]
    public void each_reads_the_sessions_that_were_held_while_it_paid()
    {
        static SessionHeldNoted Held(int session, DateTimeOffset at) =>
            new(Given.Id(session), Story.GroupId, 90, 5, [], new(Given.Id(session), 3, at)) { OccurredAt = at };

        var facts = Story.Active();
        var engagement = Story.Of(
            facts,
            Held(701, Given.Now.AddDays(1)),
            new EstablishmentReplaced(Given.Id(20), Given.Id(21), Keeps: true, Lapses: true) { OccurredAt = Given.Now.AddDays(2) },
            Held(702, Given.Now.AddDays(3)),
            Held(703, Given.Now.AddDays(1).AddHours(2))
        );
        Statement.Of(engagement)!.Sessions.Count.ShouldBe(3);
        Statement
            .Of(engagement, Given.Id(20))!
            .Sessions.Select(s => s.At)
            .ShouldBe([Given.Now.AddDays(1), Given.Now.AddDays(1).AddHours(2)]);
        Statement.Of(engagement, Given.Id(21))!.Sessions.Select(s => s.At).ShouldBe([Given.Now.AddDays(3)]);
        Statement.Of(engagement, Given.Id(21))!.Lines.Single().Sessions.ShouldBe(1);
    }

    [Fact]
    public void what_was_given_back_to_the_house_of_before_its_successor_does_not_read()
    {
        var running = Story.Of(Story.Active());
        var taken = After(running, Take(Place(20), Place(21), running));
        EngagementView View(Actor reader) => EngagementView.Of(taken, reader, new("cabinet", taken.Id, new Dictionary<string, byte[]>()));
        View(House(21)).Measures.ShouldBeEmpty();
        View(House(21)).Summary.ShouldBeNull();
        View(House(21)).Dispositif.ShouldNotBeNull("it pays by it");
        View(new("cabinet", Roles.Practice, Given.Id(900))).Summary.ShouldNotBeNull();
    }

    [Fact]
    public void who_accepted_is_said_of_each_and_told_to_itself_alone()
    {
        var running = Story.Of(Story.Chartering(), new DispositifAgreed(new Acceptance()));
        var taken = After(running, Take(Place(20), Place(21), running));
        AcceptedTermsView Seen(Actor reader) =>
            EngagementView.Of(taken, reader, new("cabinet", taken.Id, new Dictionary<string, byte[]>())).Accepted[^1];
        Seen(new("cabinet", Roles.Practice, Given.Id(900))).Establishment.ShouldBe(Given.Id(20));
        Seen(House(21)).Establishment.ShouldBeNull();
    }

    [Fact]
    public void a_facilitator_whom_the_successor_employs_is_shown()
    {
        var external = Story.Dispositif("external").Pinned();
        var designed = Story.Of([.. Story.Designing, new DispositifProposed(external)]);
        var employed = Folding.Of<Facilitator>(Story.Facilitator, [new FacilitatorRegistered(Given.Id(21)), new IndependenceDeclared()])!;
        var rule = Successions.Breaks(designed, employed, Given.Id(21), Story.Frames)!;
        rule.Name.ShouldBe("externality");
        Successions.Breaks(designed, employed, Given.Id(22), Story.Frames).ShouldBeNull();
        Successions.Breaks(Story.Of(Story.Designing), employed, Given.Id(21), Story.Frames).ShouldBeNull("nothing asks for it yet");

        var announced = Place(20, Announced(21, Given.Now.AddDays(14)), Accepted(21));
        var concerned = new Concerned(Place(21), [designed], new Dictionary<Guid, Rule> { [designed.Id] = rule });
        var taken = After(designed, ConfirmSuccession.Decide(false, announced, concerned, By(20)));
        ExternalityBreach Of(string role) =>
            EngagementView
                .Of(taken, new("cabinet", role, Given.Id(900), Given.Id(21)), new("cabinet", taken.Id, new Dictionary<string, byte[]>()))
                .ExternalityBreaches.SingleOrDefault()!;
        Of(Roles.Practice).Rule.ShouldBe(rule);
        Of(Roles.Practice).Establishment.ShouldBe(Given.Id(21));
        Of(Roles.Establishment).ShouldBeNull();
    }

    [Fact]
    public void before_its_activation_nobody_else_is_told() =>
        Take(Place(20), Place(21), Story.Of(Story.Designing)).Messages.ShouldBeEmpty();

    [Fact]
    public void of_two_that_merge_into_one_each_is_succeeded_and_the_engagement_is_for_one()
    {
        var spanning = Story.Of(Story.Opened, new EstablishmentJoined(Given.Id(21)), new EstablishmentJoined(Third));
        var after = new[] { 20, 21 }.Aggregate(spanning, (engagement, old) => After(engagement, Take(Place(old), Place(30), engagement)));
        after.Establishments().ShouldBe([Given.Id(30), Third]);
        after.Handovers.Select(h => h.Successor).ShouldBe([Given.Id(30), null], "which read it already");
    }

    [Fact]
    public void another_house_of_the_engagement_is_not_told()
    {
        var third = new Actor("cabinet", Roles.Establishment, Given.Id(905), Third);
        var spanning = Story.Of(Story.Opened, new EstablishmentJoined(Third));
        var fact = new EstablishmentReplaced(Given.Id(20), Given.Id(21), CorrectionReason.Mistyped);
        var after = Folding.Apply(spanning, spanning.Id, fact);
        new Seeing<Engagement>(EngagementView.Of, third).Check(spanning, after, fact).ShouldBe([Roles.Establishment]);
    }

    [Fact]
    public void a_day_to_come_or_before_anybodys_time_is_refused()
    {
        Announce(Place(20), Place(21), new(2026, 3, 3)).ShouldBeRefused(400);
        Announce(Place(20), Place(21), new(1900, 1, 1)).ShouldBeRefused(400);
    }

    private static Engagement After(Engagement engagement, Decision decision) =>
        Folding.Apply(engagement, engagement.Id, decision.Elsewhere.Single(e => e.Stream == engagement).Fact);

    private static Actor House(int number) => new("cabinet", Roles.Establishment, Given.Id(901), Given.Id(number));

    private static Decision Correct(Engagement engagement, Establishment to) =>
        CorrectEngagement.Decide(
            new(CorrectionReason.Mistyped, to.Id),
            engagement with
            {
                Establishment = Given.Id(25),
            },
            to,
            Asked(),
            null,
            Story.Frames,
            Story.Act()
        );
}
