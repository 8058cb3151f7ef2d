using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.UnitTests;

/// <summary>What was entered of an engagement and cannot be proposed anew is put right; what was agreed is not.</summary>
public class when_an_engagement_is_corrected
{
    private static readonly Guid Right = Given.Id(21);

    private static readonly Request Request = Folding.Of<Request>(
        Given.Id(2),
        [new RequestSubmitted(Story.Establishment, Demand.Relation, Story.Text(), Given.Id(1))]
    )!;

    private static readonly Establishment There = Folding.Of<Establishment>(
        Right,
        [new EstablishmentRegistered("IME", Given.Siret(1), null, "health")]
    )!;

    private static Decision Correct(CorrectEngagement command, Engagement engagement, Facilitator? file = null) =>
        CorrectEngagement.Decide(
            command,
            engagement,
            command.Establishment is null ? null : There,
            Request,
            file,
            Story.Frames,
            Story.Act()
        );

    private static CorrectEngagement To(Guid establishment) => new(CorrectionReason.Mistyped, establishment);

    private static CorrectEngagement Over(params IReadOnlyList<Guid> members) => new(CorrectionReason.Omitted, AuthorityOver: members);

    [Fact]
    public void the_establishment_it_was_entered_for_reads_it_no_more()
    {
        var engagement = Story.Of(Story.Designing);
        var decision = Correct(To(Right), engagement);
        decision.ShouldBe(new EstablishmentReplaced(Story.Establishment, Right, CorrectionReason.Mistyped));
        decision.Elsewhere.Single().Fact.ShouldBe(new RequestMoved(Story.Establishment, Right));
        var after = Folding.Apply(engagement, engagement.Id, decision.Facts[0] with { OccurredAt = Given.Now });
        after.IsVisibleTo(new("cabinet", Roles.Establishment, Given.Id(901), Story.Establishment)).ShouldBeFalse();
        after.Corrections.ShouldBe([new("establishment", Story.Establishment, Right, CorrectionReason.Mistyped, Given.Now, true)]);
    }

    [Fact]
    public void what_an_establishment_asked_itself_was_not_entered_for_the_wrong_one()
    {
        CorrectEngagement
            .Decide(To(Right), Story.Of(Story.Designing), There, Request, null, Story.Frames, Story.Act(), ofItself: true)
            .ShouldBeRefused(409);
        CorrectEngagement
            .Decide(Over(Given.Id(41)), Story.Of(Story.Active()), null, Request, null, Story.Frames, Story.Act(), ofItself: true)
            .Refusal.ShouldBeNull();
    }

    [Fact]
    public void a_request_that_stayed_with_the_house_of_before_is_not_moved()
    {
        var taken = Story.Of(Story.Designing, new EstablishmentReplaced(Story.Establishment, Given.Id(22), Keeps: true));
        Correct(To(Right), taken).Elsewhere.ShouldBeEmpty();
    }

    [Fact]
    public void each_reads_that_it_was_corrected_and_no_others_id()
    {
        static Fact Replaced(Guid from, Guid to) => new EstablishmentReplaced(from, to, CorrectionReason.Mistyped);
        var back = Story.Of(Story.Designing, Replaced(Story.Establishment, Right), Replaced(Right, Story.Establishment));
        (string?, string?)[] Seen(Engagement engagement) =>
            [
                .. EngagementView
                    .Of(
                        engagement,
                        new("cabinet", Roles.Establishment, Given.Id(901), Story.Establishment),
                        new("cabinet", engagement.Id, new Dictionary<string, byte[]>())
                    )
                    .Corrections.Select(c => (c.From, c.To)),
            ];
        Seen(back).ShouldBe([($"{Story.Establishment}", null), (null, $"{Story.Establishment}")]);
        Seen(Story.Of(Story.Designing, new EstablishmentJoined(Given.Id(23)), Replaced(Given.Id(30), Right))).ShouldBeEmpty();
        Engagement.Shows(Story.Of(Story.Designing), Replaced(Story.Establishment, Right), Roles.Establishment).ShouldBeTrue();
        Engagement
            .Shows(
                Story.Of(Story.Designing, new EstablishmentJoined(Given.Id(23))),
                Replaced(Story.Establishment, Right),
                Roles.Establishment
            )
            .ShouldBeFalse();
    }

    [Fact]
    public void what_is_not_open_says_why()
    {
        static string Said(Decision decision) => decision.Refusal!.Detail;
        string[] why =
        [
            Said(Correct(To(Right), Story.Of(Story.Chartering()))),
            Said(Correct(new(CorrectionReason.Mistyped, NotJoined: Right), Story.Of(Story.Active()))),
            Said(Correct(Over(Given.Id(41)), Story.Of(Story.Opened))),
            Said(Correct(Over(Given.Id(41)), Story.Of(Story.Opened, new FacilitatorAssigned(Story.Facilitator)))),
            Said(Correct(Over(Given.Id(41)), Story.Of(Story.Active(), new EngagementConcluded()))),
        ];
        why.ShouldBeUnique();
    }

    [Fact]
    public void once_who_pays_agreed_it_is_for_them()
    {
        var agreed = Story.Of(Story.Chartering());
        CorrectEngagement.Open(agreed).ShouldNotContain("establishment");
        Correct(To(Right), agreed).ShouldBeRefused(409);
    }

    [Fact]
    public void it_is_another_one_of_the_practice_that_it_was_not_for()
    {
        CorrectEngagement
            .Decide(To(Given.Id(77)), Story.Of(Story.Opened), null, Request, null, Story.Frames, Story.Act())
            .ShouldBeRefused(400);
        Correct(To(Right), Story.Of(Story.Opened, new EstablishmentJoined(Right))).ShouldBeRefused(409);
    }

    [Fact]
    public void a_facilitator_from_outside_stays_outside()
    {
        var employed = Folding.Of<Facilitator>(Story.Facilitator, [new FacilitatorRegistered(Right), new IndependenceDeclared()])!;
        var designed = Story.Of(Story.Designing, new DispositifProposed(Story.Dispositif("external").Pinned()));
        Correct(To(Right), designed, employed).ShouldBreak("external", "externality", "S1");
    }

    [Fact]
    public void one_that_was_joined_wrongly_is_taken_away_until_the_activation()
    {
        var spanning = Story.Of(Story.Opened, new EstablishmentJoined(Right));
        var decision = Correct(new(CorrectionReason.Mistyped, NotJoined: Right), spanning);
        decision.ShouldBe(new EstablishmentReplaced(Right, null, CorrectionReason.Mistyped));
        Folding.Apply(spanning, spanning.Id, decision.Facts[0]).Establishments().ShouldBe([Story.Establishment]);
        Correct(new(CorrectionReason.Mistyped, NotJoined: Given.Id(77)), spanning).ShouldBeRefused(400);
        Correct(new(CorrectionReason.Mistyped, NotJoined: Right), Story.Of(Story.Active())).ShouldBeRefused(409);
    }

    [Fact]
    public void one_thing_is_put_right_at_a_time_and_nothing_has_changed()
    {
        Correct(new(CorrectionReason.Mistyped), Story.Of(Story.Opened)).ShouldBeRefused(400);
        Correct(new(CorrectionReason.Mistyped, Right, Right), Story.Of(Story.Opened)).ShouldBeRefused(400);
        Correct(new(CorrectionReason.Changed, Right), Story.Of(Story.Opened)).ShouldBeRefused(400);
    }

    [Fact]
    [Breaks("independence")]
    public void under_an_authority_that_was_not_said_no_group_begins_to_meet()
    {
        var ratified = Story.Of([.. Story.Accepted, new CharterRatified()]);
        var decision = Correct(Over(Given.Id(41)), ratified);
        decision.ShouldHappen(new AuthorityCorrected([Given.Id(41)], CorrectionReason.Omitted));
        var after = Folding.Apply(ratified, ratified.Id, decision.Facts[0]);
        ActivateEngagement.Decide(after, Story.Frames, Story.Act()).ShouldBreak("always", "independence", "S0");
        ActivateEngagement.Decide(ratified, Story.Frames, Story.Act()).Refusal.ShouldBeNull();

        // Another facilitator, of whom it is not said, may.
        var another = Folding.Apply(after, after.Id, new FacilitatorAssigned(Given.Id(11)));
        another.AuthorityOver.ShouldBeEmpty();
    }

    [Fact]
    public void it_is_said_of_members_and_once()
    {
        var active = Story.Of(Story.Active());
        Correct(Over(Given.Id(77)), active).ShouldBeRefused(400);
        Correct(Over(Given.Id(41), Given.Id(41)), active).ShouldBeRefused(400);
        Correct(Over(), active).ShouldBeRefused(409);
        Correct(Over(Given.Id(41)), Story.Of(Story.Active(), new EngagementConcluded())).ShouldBeRefused(409);
        var said = Story.Of(Story.Active(), new AuthorityCorrected([Given.Id(41)], CorrectionReason.Omitted));
        Correct(Over(Given.Id(41)), said).ShouldBeRefused(409);
        Correct(Over(), said).Refusal.ShouldBeNull();
    }

    [Fact]
    public void no_view_names_over_whom()
    {
        var said = Story.Of(Story.Active(), new AuthorityCorrected([Given.Id(41)], CorrectionReason.Omitted));
        Story
            .Json(
                EngagementView.Of(
                    said,
                    new("cabinet", Roles.Practice, Given.Id(900)),
                    new("cabinet", said.Id, new Dictionary<string, byte[]>())
                )
            )
            .ShouldNotContain($"{Given.Id(41)}");
    }
}
