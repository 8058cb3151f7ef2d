using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Establishments;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Requests;
using PracticeAnalysis.ServiceDefaults.Facts;
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

    private static Decision Succeed(
        Establishment old,
        Establishment? successor,
        IReadOnlyList<Engagement>? engagements = null,
        params IReadOnlyList<Request> requests
    ) =>
        SucceedEstablishment.Decide(
            new(successor?.Id ?? Given.Id(99), Since, SuccessionReason.Merged),
            old,
            successor,
            engagements ?? [],
            requests,
            Story.Act()
        );

    private static Request Asked(params IReadOnlyList<Fact> more) =>
        Folding.Of<Request>(Given.Id(2), [new RequestSubmitted(Story.Establishment, Demand.Relation, Story.Text(), Given.Id(1)), .. more])!;

    [Fact]
    [Keeps("succession")]
    public void both_say_so()
    {
        var decision = Succeed(Place(20), Place(21));
        decision.ShouldBe(new EstablishmentSucceeded(Given.Id(21), Since, SuccessionReason.Merged));
        decision.Elsewhere.Single().Fact.ShouldBe(new EstablishmentTookOver(Given.Id(20), Since, SuccessionReason.Merged));
        EstablishmentView.Of(Place(20, decision.Facts[0])).Succession!.Establishment.ShouldBe(Given.Id(21));
        EstablishmentView.Of(Place(21, decision.Elsewhere[0].Fact)).Predecessors.Single().Establishment.ShouldBe(Given.Id(20));
    }

    [Fact]
    [Breaks("succession")]
    public void one_is_succeeded_once_and_by_one_that_stands()
    {
        var succeeded = Place(20, new EstablishmentSucceeded(Given.Id(21), Since, SuccessionReason.Moved));
        Succeed(succeeded, Place(22)).ShouldBreak("always", "succession", "design");
        Succeed(Place(20), null).ShouldBeRefused(400);
        Succeed(Place(20), Place(20)).ShouldBeRefused(400);
    }

    [Fact]
    [Breaks("succession")]
    public void there_is_no_circle()
    {
        // Twenty went into twenty-one: twenty-one does not go into twenty, which is told to name its successor.
        var refused = Succeed(Place(21), Place(20, new EstablishmentSucceeded(Given.Id(21), Since, SuccessionReason.Moved)));
        refused.ShouldBreak("always", "succession", "design");
        refused.Refusal!.Satisfy.ShouldContain($"{Given.Id(21)}");
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
        var decision = Succeed(Place(20), Place(21), [running], Asked(new RequestConverted()));
        var replaced = decision.Elsewhere.Single(e => e.Stream == running).Fact;
        replaced.ShouldBe(new EstablishmentReplaced(Given.Id(20), Given.Id(21)));
        var after = Folding.Apply(running, running.Id, replaced);
        after.IsVisibleTo(House(20)).ShouldBeFalse();
        after.IsVisibleTo(House(21)).ShouldBeTrue();
        after.State.ShouldBe(EngagementState.Active);
        after.Corrections.ShouldBeEmpty("it was right");
        var request = Folding.Apply(Asked(), Given.Id(2), decision.Elsewhere.Single(e => e.Fact is RequestMoved).Fact);
        request.IsVisibleTo(House(20)).ShouldBeFalse();
        request.IsVisibleTo(House(21)).ShouldBeTrue();
        ((V1.EstablishmentSucceeded)decision.Messages.Single()(new(Given.Id(20), 2, Given.Now))).ShouldSatisfyAllConditions(
            told => told.Engagement.ShouldBe(running.Id),
            told => told.Groups.ShouldBe([Story.GroupId]),
            told => told.Successor.ShouldBe(Given.Id(21))
        );
    }

    [Fact]
    public void what_had_ended_stays_where_it_was()
    {
        var over = Story.Of(Story.Active(), new EngagementConcluded());
        var decision = Succeed(Place(20), Place(21), [over], Asked(new RequestConverted()), Asked(new RequestDeclined(Story.Text())));
        decision.Elsewhere.Select(e => e.Stream.Id).ShouldBe([Given.Id(21)]);
        decision.Messages.ShouldBeEmpty();
    }

    [Fact]
    public void an_open_request_is_the_successors() =>
        Succeed(Place(20), Place(21), [], Asked()).Elsewhere.ShouldContain(e => e.Fact == new RequestMoved(Given.Id(20), Given.Id(21)));

    [Fact]
    public void before_its_activation_nobody_else_is_told() =>
        Succeed(Place(20), Place(21), [Story.Of(Story.Designing)]).Messages.ShouldBeEmpty();

    [Fact]
    public void of_two_that_merge_into_one_each_is_succeeded_and_the_engagement_is_for_one()
    {
        var spanning = Story.Of(Story.Opened, new EstablishmentJoined(Given.Id(21)), new EstablishmentJoined(Third));
        var after = new[] { 20, 21 }.Aggregate(
            spanning,
            (engagement, old) =>
                Folding.Apply(
                    engagement,
                    engagement.Id,
                    Succeed(Place(old), Place(30), [engagement]).Elsewhere.Single(e => e.Stream == engagement).Fact
                )
        );
        after.Establishments().ShouldBe([Given.Id(30), Third]);
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
    public void a_day_to_come_is_refused() =>
        SucceedEstablishment
            .Decide(new(Given.Id(21), new(2026, 3, 3), SuccessionReason.Moved), Place(20), Place(21), [], [], Story.Act())
            .ShouldBeRefused(400);

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
