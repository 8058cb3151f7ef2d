using PracticeAnalysis.Contracts;
using PracticeAnalysis.Engagement.Charters;
using PracticeAnalysis.Engagement.Dispositifs;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_a_contract_changes
{
    private static readonly Contracts.Origin Origin = new(Given.Id(1), 9, Given.Now);

    private static Engagement Active(string frame) =>
        Story.Of(
            [.. Story.Accepted, new CharterRatified()],
            new DispositifAmended(Story.Dispositif(frame), Story.Text()),
            new EngagementActivated { OccurredAt = Given.Now.AddMonths(-3) }
        );

    // Proposed by the practice, and accepted by who pays.
    private static Decision Amend(AmendDispositif command, Engagement engagement)
    {
        var proposed = AmendDispositif.Decide(command, engagement, Story.Frames, Story.Act());
        return proposed.Refusal is not null
            ? proposed
            : AcceptProposal.Decide(
                new(),
                Given.Id(999),
                Folding.Apply(engagement, engagement.Id, proposed.Facts[0]),
                Story.Frames,
                Story.Payer()
            );
    }

    [Fact]
    public void a_quote_is_its_sessions_at_its_rate_in_whole_cents()
    {
        Story.Dispositif().Quote(0).ShouldBe(new Quote(1, 10, 1_200, 12_000, 240_000, "EUR"));
        Story.Dispositif().Quote(3).TotalCents.ShouldBe(720_000);
    }

    [Fact]
    public void an_amendment_is_judged_by_the_frames_it_follows_and_keeps_what_it_does_not_name()
    {
        var amended = Amend(new(new("text"), SessionMinutes: 90, TermMonths: 18), Active("rated"));
        amended.ShouldHappen(
            new DispositifAmended(
                Story.Dispositif("rated") with
                {
                    SessionMinutes = 90,
                    TermMonths = 18,
                },
                Story.Text("Engagement.Reason"),
                new(),
                Given.Id(999)
            )
        );
        Folding.Apply(Active("rated"), Given.Id(1), amended.Facts[0]).Until.ShouldBe(Given.Now.AddMonths(15));
        var told = ((V1.TermsChanged)amended.Messages.Single()(Origin)).Terms;
        (told.SessionMinutes, told.Until, told.Outward!.Single()).ShouldBe((90, Given.Now.AddMonths(15), "bilans"));
        amended
            .Scheduled.Single()
            .ShouldBe((Given.Now.AddMonths(15), new WatchDue(Given.Id(1), Watched.FinalBilan, null, Given.Now.AddMonths(15))));
        Amend(new(new("text"), RateCents: 20_000), Active("rated")).ShouldBreak("rated", "rate", "S3");
        Amend(new(new("text"), SessionMinutes: 5), Active("rated")).ShouldBeRefused(400);
        Amend(new(new("text")), Story.Of(Story.Designing)).ShouldBeRefused(409);
    }

    [Fact]
    public void an_amendment_of_something_else_leaves_a_renewal_and_its_dates()
    {
        var renewed = Folding.Apply(Active("rated"), Given.Id(1), new EngagementRenewed(Given.Now.AddMonths(21)));
        var amended = Amend(new(new("text"), SessionMinutes: 90), renewed);
        Folding.Apply(renewed, Given.Id(1), amended.Facts[0]).Until.ShouldBe(Given.Now.AddMonths(21));
        amended.Scheduled.ShouldBeEmpty();
    }

    [Fact]
    public void an_amendment_before_the_activation_is_told_with_it() =>
        Amend(new(new("text"), SessionMinutes: 90), Story.Of(Story.Accepted)).Messages.ShouldBeEmpty();

    [Fact]
    public void a_term_that_was_shortened_has_its_final_bilan_due_once()
    {
        var active = Active("team");
        var shortened = Folding.Apply(active, active.Id, new DispositifAmended(active.Dispositif! with { TermMonths = 6 }, Story.Text()));
        Decision At(Engagement state, DateTimeOffset due) =>
            WatchFrame.Decide(new(state.Id, Watched.FinalBilan, null, due), state, Story.Frames, due);
        var first = At(shortened, Given.Now.AddMonths(3));
        first.ShouldHappen(new BilanFellDue(null, DateOnly.FromDateTime(Given.Now.AddMonths(3).UtcDateTime)));
        At(Folding.Apply(shortened, shortened.Id, first.Facts[0]), Given.Now.AddMonths(9)).ShouldHappen();
    }

    [Fact]
    public void other_versions_are_followed_by_an_explicit_act_that_the_groups_must_keep_to()
    {
        FrameLibrary frames = new([
            .. Story.Frames.All,
            Story.Frame("open", new() { Size = new("S1", null, 1) }) with
            {
                Version = 2,
            },
            Story.Frame("open", new() { Interval = new(62, "S1") }) with
            {
                Version = 3,
            },
        ]);
        var active = Active("open");
        Group group = Story.Group(
            new MemberEnrolled(Given.Id(41), Given.Id(51), false),
            new MemberEnrolled(Given.Id(42), Given.Id(51), false)
        );
        Decision Upgrade(string name, int version) =>
            UpgradeFrames.Decide(new([new(name, version)], new("text")), active, [group], frames, Story.Act());
        Upgrade("open", 2).ShouldBreak("open", "size", "S1");
        var upgraded = Upgrade("open", 3);
        var pinned = frames.Find(new("open", 3))!.Pinned;
        upgraded.ShouldHappen(new FramesUpgraded([new("open", 1)], [pinned], Story.Text("Engagement.Reason")));
        var told = ((V1.TermsChanged)upgraded.Messages.Single()(Origin)).Terms;
        told.Frames.ShouldBe([new("open", 3, pinned.Digest)]);
        told.IntervalDays.ShouldBe(62);
        UpgradeFrames.Decide(new([new("team", 1)], new("text")), Active("team"), [], Story.Frames, Story.Act()).Facts.ShouldBeEmpty();
        Upgrade("open", 9).ShouldBeRefused(400);
        Upgrade("small", 1).ShouldBeRefused(400);
        UpgradeFrames.Decide(new([new("team", 1)], new("text")), Story.Of(Story.Designing), [], frames, Story.Act()).ShouldBeRefused(409);
    }

    /// <summary>Rules of a frame, and what each is loosened to: a bound that moves, a word that comes earlier, or nothing at all.</summary>
    public static TheoryData<string, FrameRules, FrameRules> Looser =>
        new()
        {
            {
                "stability",
                new() { Stability = new(Stability.Fixed, "S4") },
                new() { Stability = new(Stability.ByAgreement, "S4") }
            },
            {
                "stability",
                new() { Stability = new(Stability.ByAgreement, "S4") },
                new()
            },
            {
                "stability",
                new(),
                new() { Stability = new(Stability.Open, "design") }
            },
            {
                "departure",
                new() { Departure = new(21, "S4") },
                new()
            },
            {
                "departure",
                new(),
                new() { Departure = new(13, "S4") }
            },
            {
                "size",
                new() { Size = new("S1", 2, 8) },
                new() { Size = new("S1", 2, 9) }
            },
            {
                "interval",
                new() { Interval = new(30, "S3") },
                new() { Interval = new(31, "S3") }
            },
            {
                "rate",
                new() { Rate = new("S3", 10_000, 15_000) },
                new() { Rate = new("S3", 10_000, 15_000, Override: true) }
            },
            {
                "outcome",
                new(),
                new() { Outcome = new(true, "S1") }
            },
            {
                "approval",
                new(),
                new() { Approval = new(Approval.FacilitatorAndMajority, "S2") }
            },
            {
                "protocol",
                new() { Protocol = new("expose-interpret-respond", 1, Strictness.Strict, "S2") },
                new() { Protocol = new("expose-interpret-respond", 1, Strictness.Guided, "S2") }
            },
        };

    [Theory]
    [MemberData(nameof(Looser))]
    public void a_practice_alone_does_not_loosen_what_the_charter_rests_on(string rule, FrameRules asked, FrameRules looser)
    {
        FrameLibrary frames = new([Story.Frame("own", asked), Story.Frame("own", looser) with { Version = 2 }]);
        Decision Upgrade(Engagement engagement) =>
            UpgradeFrames.Decide(new([new("own", 2)], new("text")), engagement, [], frames, Story.Act());
        Upgrade(Active("own")).Refusal!.Rules.Single().Name.ShouldBe(rule);
        Upgrade(Story.Of(Story.Sealed, new DispositifAmended(Story.Dispositif("own"), Story.Text()))).ShouldBeRefused(422);
        Upgrade(Story.Of(Story.Chartering(Story.Dispositif("own")))).Facts[0].ShouldBeOfType<FramesUpgraded>().Voids.ShouldBeTrue();

        // The other way it is as strict or stricter.
        FrameLibrary reversed = new([Story.Frame("own", looser), Story.Frame("own", asked) with { Version = 2 }]);
        UpgradeFrames
            .Decide(new([new("own", 2)], new("text")), Active("own"), [], reversed, Story.Act())
            .Facts[0]
            .ShouldBeOfType<FramesUpgraded>();
    }

    // Each rule of a frame from the loosest to the strictest, with what holds where none says anything (null): written apart from how they are compared.
    private static readonly IReadOnlyList<IReadOnlyList<FrameRules?>> Ladders =
    [
        [null, .. new[] { 12, 8, 4 }.Select(n => new FrameRules { Size = new("S1", null, n) })],
        [null, .. new[] { 2, 3, 4 }.Select(n => new FrameRules { Size = new("S1", n) })],
        [null, new() { Composition = new(Composition.OneInstitution, "S2") }],
        [new() { Participation = new(Participation.ByInvolvement, "S3") }, new() { Participation = new(Participation.Volunteers, "S3") }],
        [null, new() { Participation = new(Participation.Volunteers, "S3") }],
        [null, new() { Externality = new(Externality.Required, "S1") }],
        [null, new() { Qualification = new([Qualification.Training], "S0") }],
        [null, .. new[] { 62, 31 }.Select(n => new FrameRules { Interval = new(n, "S3") })],
        [null, .. new[] { 1, 2 }.Select(n => new FrameRules { Frequency = new("S3", n) })],
        [null, .. new[] { 2, 1 }.Select(n => new FrameRules { Frequency = new("S3", null, n) })],
        [null, .. new[] { 6, 12 }.Select(n => new FrameRules { MinimumTerm = new(n, "S3") })],
        [
            null,
            new() { Rate = new("S3", 10_000, 15_000, Override: true) },
            new() { Rate = new("S3", 10_000, 15_000) },
            new() { Rate = new("S3", 12_000, 12_000) },
        ],
        [
            new() { Stability = new(Stability.Open, "design") },
            null,
            new() { Stability = new(Stability.ByAgreement, "S4") },
            new() { Stability = new(Stability.Fixed, "S4") },
        ],
        [
            null,
            .. new[] { Strictness.Guided, Strictness.Strict }.Select(s => new FrameRules
            {
                Protocol = new("expose-interpret-respond", 1, s, "S2"),
            }),
        ],
        [new() { Outcome = new(true, "S1") }, null],
        [new() { Approval = new(Approval.FacilitatorAndMajority, "S2") }, null],
        [null, new() { JointValidation = new(true, "S3") }],
        [null, new() { ManagementCommitment = new(true, "S3") }],
        [null, .. new[] { 6, 12 }.Select(n => new FrameRules { HoursAYear = new(n, "eaje") })],
        [null, .. new[] { 2, 4 }.Select(n => new FrameRules { HoursEachFourMonths = new(n, "eaje") })],
        [null, new() { NoChildrenPresent = new(true, "eaje") }],
        [new() { Departure = new(7, "S4") }, null, new() { Departure = new(21, "S4") }],
    ];

    [Fact]
    public void no_upgrade_lowers_what_holds_whatever_the_frames_say_or_leave_unsaid()
    {
        static Policies Asked(FrameRules? rules) => Policies.Compose([Story.Frame("own", rules ?? new())]);
        Ladders
            .SelectMany(l => l.OfType<FrameRules>())
            .SelectMany(r => typeof(FrameRules).GetProperties().Where(p => p.GetValue(r) is not null))
            .Select(p => p.Name)
            .Distinct()
            .Order()
            .ShouldBe(
                typeof(FrameRules)
                    .GetProperties()
                    .Select(p => p.Name)
                    // It holds always, said or not.
                    .Where(name => name != nameof(FrameRules.Independence))
                    .Order()
            );
        foreach (var ladder in Ladders)
        {
            for (var from = 0; from < ladder.Count; from++)
            {
                for (var to = 0; to < ladder.Count; to++)
                {
                    var loosened = Asked(ladder[from]).Loosened(Asked(ladder[to]));
                    (loosened is null).ShouldBe(to >= from, $"{ladder[from]} to {ladder[to]}");
                }
            }
        }
    }

    [Fact]
    public void an_upgrade_before_the_charter_voids_what_who_pays_agreed_to()
    {
        FrameLibrary frames = new([.. Story.Frames.All, Story.Frame("open", new() { Interval = new(62, "S1") }) with { Version = 2 }]);
        var agreed = Story.Of(Story.Chartering(Story.Dispositif("open").Pinned()), new GroupAdded(Story.GroupId));
        var upgraded = UpgradeFrames.Decide(new([new("open", 2)], new("text")), agreed, [], frames, Story.Act());
        var voided = upgraded.Facts.Aggregate(agreed, (e, fact) => Folding.Apply(e, e.Id, fact));
        voided.State.ShouldBe(EngagementState.Designing);
        Persons.WaitingAgreements.Of(voided, Story.Payer().By, Given.Now).Single().Kind.ShouldBe(ServiceDefaults.WaitingKind.Dispositif);
        ProposeCharter.Decide(new(new("text"), [OutwardItem.Bilans]), voided, Story.Clauses, Story.Act()).ShouldBeRefused(409);
        AgreeDispositif.Decide(new(), voided, frames, Story.Act()).ShouldBreak("always", "payer-agrees", "design");
        AgreeDispositif.Decide(new(), voided, frames, Story.Payer()).ShouldHappen(new DispositifAgreed(new()));

        // What the groups were constituted under stays until then.
        RedirectKind.Decide(new(Kind.Supervision, new("text")), voided, Story.Act()).ShouldBeRefused(409);
        ProposeDispositif
            .Decide(
                new(
                    Kind.PracticeAnalysis,
                    Audience.Professionals,
                    [new("open", 2)],
                    new("expose-interpret-respond", 1),
                    120,
                    12,
                    10,
                    12_000
                ),
                voided,
                null,
                frames,
                Story.Act()
            )
            .ShouldBeRefused(409);

        // What was upgraded before this was asked stays agreed.
        Folding
            .Apply(agreed, agreed.Id, new FramesUpgraded([new("open", 1)], [new("open", 2)], Story.Text()))
            .State.ShouldBe(EngagementState.Chartering);
    }

    [Fact]
    public void a_frame_that_is_deprecated_stays_while_another_is_upgraded()
    {
        var (stays, goes) = (Story.Frame("stays", new()), Story.Frame("goes", new()));
        FrameLibrary frames = new([stays, goes, goes with { Version = 2 }], [stays.Pin, goes.Pin]);
        var active = Folding.Apply(
            Active("team"),
            Given.Id(1),
            new DispositifAmended(Story.Dispositif() with { Frames = [stays.Pinned, goes.Pinned] }, Story.Text())
        );
        Decision Upgrade(params IReadOnlyList<Pin> pins) => UpgradeFrames.Decide(new(pins, new("text")), active, [], frames, Story.Act());
        Upgrade(stays.Pin, new("goes", 2)).Facts[0].ShouldBeOfType<FramesUpgraded>().To[0].Digest.ShouldBe(stays.Pinned.Digest);
        Upgrade(stays.Pin, goes.Pin).Facts.ShouldBeEmpty();
    }

    [Fact]
    public void what_the_new_versions_ask_besides_is_watched_from_then_on()
    {
        FrameLibrary frames = new([
            .. Story.Frames.All,
            Story.Frame(
                "open",
                new()
                {
                    Interval = new(30, "S3"),
                    Frequency = new("S3", 1, 2),
                    MinimumTerm = new(6, "S3"),
                }
            ) with
            {
                Version = 2,
            },
        ]);
        UpgradeFrames
            .Decide(new([new("open", 2)], new("text")), Active("open"), [], frames, Story.Act())
            .Scheduled.Select(s => ((WatchDue)s.Message).What)
            .ShouldBe([Watched.MinimumTerm, Watched.Frequency, Watched.Interval]);
    }

    [Fact]
    public void a_renewal_moves_the_end_of_the_term_and_is_told()
    {
        var proposed = RenewEngagement.Decide(new(12), Active("team"), Story.Act());
        proposed.ShouldHappen(new RenewalProposed(Given.Id(999), 12));
        var decision = AcceptProposal.Decide(
            new(),
            Given.Id(999),
            Folding.Apply(Active("team"), Given.Id(1), proposed.Facts[0]),
            Story.Frames,
            Story.Payer()
        );
        decision.ShouldHappen(new EngagementRenewed(Given.Now.AddMonths(21), new(), Given.Id(999)));
        ((V1.EngagementRenewed)decision.Messages.Single()(Origin)).Until.ShouldBe(Given.Now.AddMonths(21));
        decision.Scheduled.Single().At.ShouldBe(Given.Now.AddMonths(21));
        RenewEngagement.Decide(new(0), Active("team"), Story.Act()).ShouldBeRefused(400);
        RenewEngagement.Decide(new(12), Story.Of(Story.Chartering()), Story.Act()).ShouldBeRefused(409);
    }

    [Fact]
    public void an_early_end_is_told_so_that_nothing_more_is_scheduled_and_it_comes_once()
    {
        var decision = EndEarly.Decide(new(new("text")), Active("team"), Story.Frames, Story.Act());
        decision.ShouldHappen(new EngagementEndedEarly(new("dispositif", "minimum-term", "design"), 12, Story.Text("Engagement.Reason")));
        decision.Messages.Single()(Origin).ShouldBeOfType<V1.EngagementEndedEarly>();
        EndEarly
            .Decide(new(new("text")), Folding.Apply(Active("team"), Given.Id(1), decision.Facts[0]), Story.Frames, Story.Act())
            .ShouldBeRefused(409);
        EndEarly.Decide(new(new("text")), Story.Of(Story.Chartering()), Story.Frames, Story.Act()).ShouldBeRefused(409);
    }

    [Fact]
    [Keeps("management-commitment")]
    [Breaks("management-commitment")]
    public void those_who_lead_sign_their_commitment_before_it_is_active_where_the_frame_asks_it()
    {
        var ratified = Story.Of(
            Story.Accepted,
            new CharterRatified(),
            new DispositifAmended(Story.Dispositif("esms-analysis"), Story.Text())
        );
        ActivateEngagement.Decide(ratified, Story.Frames, Story.Act()).ShouldBreak("esms-analysis", "management-commitment", "S3");
        var signed = SignCommitment.Decide(ratified, Lead(Story.Establishment));
        signed.ShouldHappen(new ManagementCommitmentSigned(Given.Id(60)));
        var committed = Folding.Apply(ratified, ratified.Id, signed.Facts[0]);
        ActivateEngagement.Decide(committed, Story.Frames, Story.Act()).Refusal.ShouldBeNull();
        SignCommitment.Decide(committed, Lead(Story.Establishment)).ShouldHappen();

        // Another establishment that it spans commits itself alone.
        var beside = SignCommitment.Decide(ratified, Lead(Given.Id(21)));
        beside.ShouldHappen(new ManagementCommitmentSigned(Given.Id(60), Beside: true));
        var spanned = Folding.Apply(ratified, ratified.Id, beside.Facts[0]);
        SignCommitment.Decide(spanned, Lead(Given.Id(21))).ShouldHappen();
        ActivateEngagement.Decide(spanned, Story.Frames, Story.Act()).ShouldBreak("esms-analysis", "management-commitment", "S3");
        SignCommitment.Decide(spanned, Lead(Story.Establishment)).ShouldHappen(new ManagementCommitmentSigned(Given.Id(60)));
        SignCommitment.Decide(Story.Of(Story.Active()), Story.Act()).ShouldBeRefused(409);
        SignCommitment.Decide(Story.Of(Story.Opened), Story.Act()).ShouldBeRefused(409);
    }

    private static Act Lead(Guid establishment) => Given.Act(Roles.Establishment, Given.Id(60), null, establishment);

    [Fact]
    public void an_engagement_spans_establishments_which_then_see_it()
    {
        var other = Folding.Of<Model.Establishment>(
            Given.Id(21),
            [new Model.EstablishmentRegistered("E", "73282932000074", null, "social")]
        )!;
        Decision Join(Guid id, Engagement state, Model.Establishment? establishment, Guid? employer = null) =>
            JoinEstablishment.Decide(
                new(id),
                state,
                establishment,
                Folding.Of<Model.Facilitator>(Story.Facilitator, [new Model.FacilitatorRegistered(employer)]),
                Story.Frames
            );
        var decision = Join(Given.Id(21), Story.Of(Story.Designing), other);
        decision.ShouldHappen(new EstablishmentJoined(Given.Id(21)));
        var joined = Story.Of(Story.Designing, [.. decision.Facts]);
        joined.IsVisibleTo(new("t", Roles.Establishment, Given.Id(5), Given.Id(21))).ShouldBeTrue();
        Join(Given.Id(21), joined, other).ShouldHappen();
        Join(Given.Id(22), joined, null).ShouldBeRefused(400);
        Join(Given.Id(21), Story.Of(Story.Active()), other).ShouldBeRefused(409);
        Join(Given.Id(21), Story.Of(Story.Chartering(Story.Dispositif("external"))), other, Given.Id(21))
            .ShouldBreak("external", "externality", "S1");
        Join(Given.Id(21), Story.Of(Story.Chartering(Story.Dispositif("external"))), other, Given.Id(29)).Refusal.ShouldBeNull();
    }
}
