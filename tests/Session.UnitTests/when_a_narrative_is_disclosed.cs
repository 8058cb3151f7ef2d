using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.ServiceDefaults;
using PracticeAnalysis.Session.Disclosures;
using PracticeAnalysis.Session.Model;

namespace PracticeAnalysis.Session.UnitTests;

public class when_a_narrative_is_disclosed
{
    private static readonly Guid Auditor = Given.Id(80);
    private static readonly Guid Practice = Given.Id(81);
    private static readonly Guid Departed = Given.Id(82);
    private static readonly KnownAuditGrant Grant = new(Given.Id(85), 1, Auditor, [Story.EngagementId], Given.Now.AddDays(60), false);
    private static readonly Session Held = Given.Facts<Session>(Story.Scheduled(Story.Interpreting));

    /// <summary>Anne's situation, Bob's question, what he said to Anne alone, what Chloé withdrew, and what somebody said who left since.</summary>
    private static readonly IReadOnlyList<SaidText> Said = SaidText.Of([
        (2, Story.Anne, new SituationRaised(Story.SituationId, Story.Anne, Story.Text())),
        (3, Story.Bob, new ContributionMade(Given.Id(51), Story.Bob, "question", ContributionKind.Question, Story.Text(), false)),
        (4, Story.Bob, new ContributionMade(Given.Id(52), Story.Bob, "question", ContributionKind.Question, Story.Text(), true)),
        (5, Story.Chloe, new ContributionMade(Given.Id(53), Story.Chloe, "question", ContributionKind.Question, Story.Text(), false)),
        (6, Story.Chloe, new ContributionWithdrawn(Given.Id(53))),
        (7, Departed, new EchoGiven(Departed, Story.Text(), false)),
    ]);

    [Fact]
    public void what_the_narrator_answered_is_as_private_as_what_it_answers_and_is_withdrawn_with_it()
    {
        IReadOnlyList<(long, Guid, Fact)> stream =
        [
            (1, Story.Bob, new ContributionMade(Given.Id(52), Story.Bob, "interpret", ContributionKind.Interpretation, Story.Text(), true)),
            (2, Story.Anne, new InterpretationPronounced(Given.Id(52), Stance.Holds, Story.Text())),
        ];
        SaidText.Of(stream).Select(t => t.Private).ShouldBe([true, true]);
        SaidText.Of([.. stream, (3, Story.Bob, new ContributionWithdrawn(Given.Id(52)))]).ShouldBeEmpty();
    }

    private static Act ByAuditor(DateTimeOffset? at = null) => Given.Act(Roles.Auditor, Auditor, at);

    private static Act ByPractice(int number = 81, DateTimeOffset? at = null) => Given.Act(Roles.Practice, Given.Id(number), at);

    private static Act ByFacilitator(DateTimeOffset? at = null) => Given.Act(Roles.Facilitator, Story.Facilitator, at);

    private static Act By(Guid member, DateTimeOffset? at = null) => Given.Act(Roles.Member, member, at);

    private static RequestDisclosure On(DisclosureBasis basis) =>
        new(
            basis,
            Demands.AskTexts(basis) ? [3] : null,
            Reference: basis == DisclosureBasis.JudicialOrder ? new("TJ Grenoble, 26/0042") : null
        );

    private static Decision Ask(RequestDisclosure command, KnownAuditGrant? grant = null, Act? act = null) =>
        RequestDisclosure.Decide(command, Held, Story.Open(), grant ?? Grant, Said, act ?? ByAuditor());

    private static Disclosure Asked(RequestDisclosure command) => Given.Facts<Disclosure>(Ask(command).Facts);

    /// <summary>The disclosure after each of these agreed, in turn.</summary>
    private static Disclosure Agreed(Disclosure disclosure, params IEnumerable<Act> acts) =>
        acts.Aggregate(
            disclosure,
            (d, act) => AgreeToDisclosure.Decide(d, act).Facts.Aggregate(d, (s, f) => Disclosure.Fold(s, f with { OccurredAt = act.Now }))
        );

    private static IReadOnlyList<Act> Everybody(DateTimeOffset? at = null) =>
        [.. new[] { Story.Anne, Story.Bob, Story.Chloe, Story.David }.Select(m => By(m, at)), ByFacilitator(at)];

    private static IEnumerable<long> Read(Disclosure disclosure, DateTimeOffset at, KnownAuditGrant? grant = null) =>
        ReadNarratives.Decide(disclosure, grant ?? Grant, Said, ByAuditor(at)).Facts.OfType<NarrativesRead>().SelectMany(r => r.Texts!);

    private static readonly DateTimeOffset Delayed = Given.Now.AddDays(RequestDisclosure.DaysToObject);

    [Fact]
    public void it_waits_for_each_whose_agreement_its_basis_asks_until_they_gave_it()
    {
        var asked = Asked(On(DisclosureBasis.GroupAgreement));
        IEnumerable<WaitingKind> Waits(Disclosure disclosure, Act act) => WaitingDisclosures.Of(disclosure, act.By).Select(w => w.Kind);
        Waits(asked, By(Story.Anne)).ShouldBe([WaitingKind.Disclosure]);
        Waits(asked, ByFacilitator()).ShouldBe([WaitingKind.Disclosure]);
        Waits(asked, ByPractice()).ShouldBeEmpty();
        Waits(asked, ByAuditor()).ShouldBeEmpty();
        Waits(Agreed(asked, By(Story.Anne)), By(Story.Anne)).ShouldBeEmpty();
        Waits(Asked(On(DisclosureBasis.JudicialOrder)), ByPractice()).ShouldBe([WaitingKind.Disclosure]);
        Waits(Asked(On(DisclosureBasis.JudicialOrder)), By(Story.Anne)).ShouldBeEmpty();
    }

    [Fact]
    public void without_a_live_grant_over_the_engagement_the_session_is_not_there()
    {
        var command = On(DisclosureBasis.JudicialOrder);
        Ask(command).Refusal.ShouldBeNull();
        foreach (
            var grant in new[]
            {
                Grant with
                {
                    Revoked = true,
                },
                Grant with
                {
                    Until = Given.Now,
                },
                Grant with
                {
                    Engagements = [Given.Id(21)],
                },
                Grant with
                {
                    Auditor = Given.Id(86),
                },
            }
        )
        {
            Ask(command, grant).ShouldBeRefused(404);
        }

        RequestDisclosure.Decide(command, Held, Story.Open(), null, Said, ByAuditor()).ShouldBeRefused(404);
        RequestDisclosure.Decide(command, null, null, Grant, Said, ByAuditor()).ShouldBeRefused(404);
    }

    [Fact]
    public void nobody_asks_before_their_grant()
    {
        var command = On(DisclosureBasis.JudicialOrder);
        var grant = Grant with { Since = Given.Now };
        Ask(command, grant, ByAuditor(Given.Now.AddSeconds(-1))).ShouldBreak("always", "occurred-at", "design");
        Ask(command, grant, ByAuditor()).Refusal.ShouldBeNull();
        Ask(command, grant, ByAuditor(Given.Now.AddSeconds(-1)) with { IsUntimed = true }).Refusal.ShouldBeNull();
        KnownAuditGrant.Of(new(Grant.Id, Auditor, null, Grant.Until, false, new(Grant.Id, 1, Given.Now))).Since.ShouldBe(Given.Now);
    }

    [Fact]
    [Breaks("disclosure-basis")]
    public void each_basis_has_its_own_demand_and_no_other_is_one()
    {
        Ask(new(DisclosureBasis.IncidentReview)).ShouldBreak("always", "disclosure-basis", "design");
        Ask(new(DisclosureBasis.PersonInDanger)).ShouldBreak("always", "disclosure-basis", "design");
        Ask(new(DisclosureBasis.DataProtection)).ShouldBreak("always", "disclosure-basis", "design");
        Ask(new(DisclosureBasis.JudicialOrder)).ShouldBreak("always", "disclosure-basis", "design");
        Ask(new(DisclosureBasis.GroupAgreement, Reference: new("26/0042"))).ShouldBreak("always", "disclosure-basis", "design");
        foreach (var basis in new[] { DisclosureBasis.PersonInDanger, DisclosureBasis.DataProtection, DisclosureBasis.GroupAgreement })
        {
            Ask(On(basis) with { Private = true }).ShouldBreak("always", "disclosure-basis", "design");
        }

        Ask(new(DisclosureBasis.AuthorsAgreement, [])).ShouldBeRefused(400);
        Ask(new(DisclosureBasis.AuthorsAgreement, [99])).ShouldBeRefused(400);
        Ask(new(DisclosureBasis.AuthorsAgreement, Hours: 73)).ShouldBeRefused(400);
        Ask(new(DisclosureBasis.AuthorsAgreement, Hours: 0)).ShouldBeRefused(400);
        Ask(new(DisclosureBasis.AuthorsAgreement, [4])).ShouldBeRefused(409);
        Ask(new(DisclosureBasis.JudicialOrder, Reference: new(new string('9', 201)))).ShouldBeRefused(400);
    }

    [Fact]
    [Keeps("disclosure-basis")]
    public void by_the_agreement_of_each_author_concerned_and_after_the_delay()
    {
        var asked = Asked(On(DisclosureBasis.AuthorsAgreement) with { Texts = [2, 3] });
        asked.ObjectUntil.ShouldBe(Delayed);
        AgreeToDisclosure.Decide(asked, By(Story.Chloe)).ShouldBreak("always", "disclosure-basis", "design");
        AgreeToDisclosure.Decide(asked, ByPractice()).ShouldBreak("always", "disclosure-basis", "design");
        AgreeToDisclosure.Decide(asked, ByFacilitator()).ShouldBreak("always", "disclosure-basis", "design");
        Read(Agreed(asked, By(Story.Anne)), Delayed).ShouldBeEmpty("Bob has not agreed");
        var agreed = Agreed(asked, By(Story.Anne), By(Story.Bob));
        Read(agreed, Delayed.AddTicks(-1)).ShouldBeEmpty("one may still object");
        Read(agreed, Delayed).ShouldBe([2, 3]);
        Read(agreed, Delayed.AddHours(24)).ShouldBeEmpty("it ends");
    }

    [Fact]
    public void what_was_said_to_the_narrator_alone_opens_with_its_authors_agreement()
    {
        var asked = Asked(new(DisclosureBasis.AuthorsAgreement, [4], Private: true));
        Read(Agreed(asked, By(Story.Bob)), Delayed).ShouldBe([4]);
        Ask(new(DisclosureBasis.JudicialOrder, [4], true, new("26/0042"))).Refusal.ShouldBeNull();
    }

    [Fact]
    public void by_the_groups_agreement_which_is_unanimous_and_gives_nobodys_words_who_is_not_of_it()
    {
        var asked = Asked(On(DisclosureBasis.GroupAgreement));
        asked.Texts.Select(t => t.Version).ShouldBe([2, 3, 7]);
        foreach (var silent in Enumerable.Range(0, 5))
        {
            Read(Agreed(asked, Everybody().Where((_, i) => i != silent)), Delayed).ShouldBeEmpty();
        }

        Read(Agreed(asked, Everybody()), Delayed).ShouldBe([2, 3]);
        AgreeToDisclosure.Decide(asked, ByPractice()).ShouldBreak("always", "disclosure-basis", "design");
    }

    [Fact]
    public void one_objection_refuses_it_and_ends_it_where_it_has_opened()
    {
        foreach (var basis in new[] { DisclosureBasis.AuthorsAgreement, DisclosureBasis.GroupAgreement })
        {
            var asked = Asked(On(basis));
            var objected = Disclosure.Fold(asked, ObjectToDisclosure.Decide(asked, By(Story.David)).Facts.Single());
            objected.State.ShouldBe(DisclosureState.Refused);
            AgreeToDisclosure.Decide(objected, By(Story.Anne)).ShouldBeRefused(409);
            ObjectToDisclosure.Decide(objected, By(Story.Bob)).ShouldBeRefused(409);
        }

        var open = Agreed(Asked(On(DisclosureBasis.GroupAgreement)), Everybody());
        ObjectToDisclosure.Decide(open, ByFacilitator(Delayed)).ShouldBe(new DisclosureObjected(Story.Facilitator));
        Read(Disclosure.Fold(open, new DisclosureObjected(Story.Bob)), Delayed).ShouldBeEmpty();
    }

    [Theory]
    [Keeps("two-persons")]
    [InlineData(DisclosureBasis.PersonInDanger)]
    [InlineData(DisclosureBasis.DataProtection)]
    public void two_persons_confirm_a_danger_or_data_protection_at_once_and_the_texts_concerned_alone_are_read(DisclosureBasis basis)
    {
        var asked = Asked(On(basis));
        asked.ObjectUntil.ShouldBeNull();
        ObjectToDisclosure.Decide(asked, By(Story.Bob)).ShouldBreak("always", "disclosure-basis", "design");
        Read(Agreed(asked, ByPractice()), Given.Now).ShouldBeEmpty();
        Read(Agreed(asked, ByPractice(), ByPractice()), Given.Now).ShouldBeEmpty("it is the same person twice");
        Read(Agreed(asked, ByPractice(), ByPractice(83), ByPractice(84)), Given.Now).ShouldBeEmpty("nobody of the group has confirmed");
        Read(Agreed(asked, ByPractice(), ByFacilitator()), Given.Now).ShouldBe([3]);
        Read(Agreed(asked, ByPractice(), By(Story.Bob)), Given.Now).ShouldBe([3]);
        Read(Agreed(asked, By(Story.Chloe), ByFacilitator()), Given.Now).ShouldBe([3]);
        AgreeToDisclosure.Decide(asked, By(Departed)).ShouldBreak("always", "disclosure-basis", "design");
    }

    [Fact]
    public void a_judicial_order_is_agreed_by_practice_and_facilitator_and_opens_private_texts()
    {
        var asked = Asked(On(DisclosureBasis.JudicialOrder) with { Private = true });
        asked.Reference.ShouldBe(Given.Seal(new("TJ Grenoble, 26/0042"), "DisclosureAsked.Reference"));
        Read(Agreed(asked, ByPractice(), ByPractice(83)), Given.Now).ShouldBeEmpty("the facilitator has not agreed");
        Read(Agreed(asked, ByFacilitator()), Given.Now).ShouldBeEmpty("the practice has not agreed");
        Read(Agreed(asked, ByFacilitator(), ByPractice()), Given.Now).ShouldBe([2, 3, 4, 7]);
        Read(Agreed(Asked(On(DisclosureBasis.JudicialOrder)), ByFacilitator(), ByPractice()), Given.Now).ShouldBe([2, 3, 7]);
        ObjectToDisclosure.Decide(asked, By(Story.Bob)).ShouldBreak("always", "disclosure-basis", "design");
    }

    [Fact]
    [Breaks("two-persons")]
    public void who_asks_does_not_agree_under_another_role_either()
    {
        var asked = Asked(On(DisclosureBasis.PersonInDanger));
        AgreeToDisclosure.Decide(asked, Given.Act(Roles.Practice, Auditor)).ShouldBreak("always", "two-persons", "design");
        AgreeToDisclosure
            .Decide(asked with { Facilitator = Auditor }, Given.Act(Roles.Facilitator, Auditor))
            .ShouldBreak("always", "two-persons", "design");
    }

    [Fact]
    public void nothing_is_there_to_be_read_by_another_or_without_the_grant()
    {
        var open = Agreed(Asked(On(DisclosureBasis.JudicialOrder)), ByFacilitator(), ByPractice());
        void Nothing(KnownAuditGrant? grant, Act act) => ReadNarratives.Decide(open, grant, Said, act).ShouldBeRefused(404);
        Nothing(Grant with { Revoked = true }, ByAuditor());
        Nothing(Grant with { Until = Given.Now }, ByAuditor());
        Nothing(Grant with { Engagements = [] }, ByAuditor());
        Nothing(Grant with { Id = Given.Id(86) }, ByAuditor());
        Nothing(null, ByAuditor());
        Nothing(Grant, Given.Act(Roles.Auditor, Given.Id(87)));
        Nothing(Grant, ByPractice());
        Nothing(Grant, Given.Act(Roles.Practice, Auditor));
        Read(Disclosure.Fold(open, new DisclosureLapsed()), Given.Now).ShouldBeEmpty();
        Read(Disclosure.Fold(open, new DisclosureEnded(Practice)), Given.Now).ShouldBeEmpty();
    }

    [Fact]
    public void each_reading_is_seen_by_those_read_wherever_they_are_now()
    {
        var open = Agreed(Asked(On(DisclosureBasis.JudicialOrder)), ByFacilitator(), ByPractice());
        var read = Disclosure.Fold(open, new NarrativesRead(Auditor, [2, 3, 7]) { OccurredAt = Given.Now });
        ReadingView Seen(string role, Guid person)
        {
            var reader = new Actor("cabinet", role, person);
            read.IsVisibleTo(reader).ShouldBeTrue();
            return DisclosureView
                .Of(read with { Reference = null }, reader, new("cabinet", read.Id, new Dictionary<string, byte[]>()))
                .Readings.Single();
        }

        Seen(Roles.Member, Story.Anne).ShouldBe(new(Given.Now, 3, 1));
        Seen(Roles.Member, Departed).ShouldBe(new(Given.Now, 3, 1));
        Seen(Roles.Member, Story.David).ShouldBe(new(Given.Now, 3, 0));
        Seen(Roles.Facilitator, Story.Facilitator).ShouldBe(new(Given.Now, 3, 0));
        read.IsVisibleTo(new("cabinet", Roles.Member, Given.Id(88))).ShouldBeFalse();
        read.IsVisibleTo(new("cabinet", Roles.Facilitator, Given.Id(88))).ShouldBeFalse();
        read.IsVisibleTo(new("cabinet", Roles.Establishment, Story.Anne)).ShouldBeFalse();
    }

    [Fact]
    public void the_group_that_changes_is_the_one_that_is_asked()
    {
        var asked = Asked(On(DisclosureBasis.GroupAgreement));
        var newcomer = Given.Id(89);
        var changed = Disclosure.Fold(asked, new DisclosureGroupChanged([Story.Anne, Story.Bob, newcomer], Given.Id(11)));
        Read(Agreed(changed, Everybody()), Delayed).ShouldBeEmpty();
        AgreeToDisclosure.Decide(changed, ByFacilitator()).ShouldBreak("always", "disclosure-basis", "design");
        var successor = Given.Act(Roles.Facilitator, Given.Id(11));
        Read(Agreed(changed, By(Story.Anne), By(Story.Bob), By(newcomer), successor), Delayed).ShouldBe([2, 3]);
    }

    [Fact]
    public void it_is_refused_or_ended_by_practice_and_facilitator_once()
    {
        var asked = Asked(On(DisclosureBasis.JudicialOrder));
        RefuseDisclosure.Decide(asked, ByFacilitator()).ShouldBe(new DisclosureRefused(Story.Facilitator));
        EndDisclosure.Decide(asked, ByPractice()).ShouldBeRefused(409);
        var open = Agreed(asked, ByFacilitator(), ByPractice());
        AgreeToDisclosure.Decide(open, ByPractice(83)).ShouldBeRefused(409);
        RefuseDisclosure.Decide(open, ByPractice()).ShouldBeRefused(409);
        EndDisclosure.Decide(open, ByPractice()).ShouldBe(new DisclosureEnded(Practice));
        EndDisclosure.Decide(Disclosure.Fold(open, new DisclosureEnded(Practice)), ByPractice()).Facts.ShouldBeEmpty();
    }

    [Fact]
    public void those_of_before_are_read_as_they_were_and_open_nothing_any_more()
    {
        var before = Given.Facts<Disclosure>(
            new DisclosureRequested(Story.EngagementId, Story.GroupId, Held.Id, Auditor, DisclosurePurpose.IncidentReview, true),
            new DisclosureApproved(Practice, Given.Now.AddHours(4)),
            new NarrativesRead(Auditor) { OccurredAt = Given.Now }
        );
        (before.Basis, before.State, before.Reads.Count).ShouldBe((DisclosureBasis.IncidentReview, DisclosureState.Approved, 1));
        Read(before, Given.Now).ShouldBeEmpty();
        AgreeToDisclosure
            .Decide(before with { State = DisclosureState.Requested }, ByPractice())
            .ShouldBreak("always", "disclosure-basis", "design");
    }
}
