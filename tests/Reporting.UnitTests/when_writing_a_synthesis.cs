using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Names;
using PracticeAnalysis.Reporting.Negotiation.Syntheses;
using V1 = PracticeAnalysis.Contracts.Reporting.V1;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_writing_a_synthesis
{
    private static readonly Guid Session = Given.Id(1);
    private static readonly GroupRecord Group = Story.Group(
        Story.Held(1, Story.Day(1, 9), 100, 2, Story.Members),
        Story.Coded(1, Story.Day(1, 9), new Theme("conflicts-of-values", "collective"))
    );
    private static readonly AxisDraft Worked = new("conflicts-of-values", "collective", new("text"));
    private static readonly DraftSynthesis OfSession = new([Worked], [], Session);

    private static readonly SynthesisDrafted Drafted = new(
        Story.Engagement,
        Story.Establishment,
        Story.GroupId,
        Story.Facilitator,
        [Story.Facilitator, .. Story.Members],
        Session,
        new(2026, 1, 9),
        new(2026, 1, 9),
        [new("conflicts-of-values", "collective", Story.Text("Synthesis.Axes"))],
        [],
        Approval.FacilitatorAndEveryMember
    );

    private static Synthesis Of(params IReadOnlyList<Fact> more) => Given.Facts<Synthesis>([Drafted, .. more]);

    private static readonly string Hash = Of().HashOfText();
    private static readonly IReadOnlyList<Fact> Approved =
    [
        new SynthesisLocked(Hash),
        .. Drafted.Parties.Select(p => new SynthesisApproved(p, Hash)),
    ];

    private static Decision Draft(DraftSynthesis command) => DraftSynthesis.Decide(command, Group, Story.Act());

    [Fact]
    public void it_is_of_a_session_or_of_a_period()
    {
        Draft(OfSession).ShouldHappen(Drafted);
        Draft(OfSession with { Session = null, From = Story.From, To = Story.To }).Refusal.ShouldBeNull();
        Draft(OfSession with { Session = Given.Id(2) }).ShouldBeRefused(409);
        Draft(OfSession with { Session = null }).ShouldBeRefused(400);
        Draft(OfSession with { From = Story.From }).ShouldBeRefused(400);
        Draft(OfSession with { Session = null, From = Story.To, To = Story.From }).ShouldBeRefused(400);
        DraftSynthesis.Decide(OfSession, Group, Story.Act(Story.Members[0])).ShouldBeRefused(404);
        DraftSynthesis.Decide(OfSession, null, Story.Act()).ShouldBeRefused(404);
    }

    [Fact]
    public void only_axes_that_were_worked_on_tracks_and_decisions_leave()
    {
        Draft(OfSession with { Axes = [Worked with { Level = "individual" }] }).ShouldBreak("always", "outward-list", "S3");
        Draft(OfSession with { Listed = [new(ListedKind.Decision, Given.Id(9), new("text"))] }).ShouldBreak("always", "outward-list", "S3");
        Draft(OfSession with { Axes = [] }).ShouldBeRefused(400);
        Draft(OfSession with { Axes = [Worked, Worked] }).ShouldBeRefused(400);
        Draft(OfSession with { Axes = [], Session = null, From = Story.From, To = Story.To }).ShouldBeRefused(400);
    }

    [Fact]
    public void it_is_approved_on_its_exact_text_and_revising_voids_that()
    {
        Story
            .Lock(Of())
            .ShouldHappen(
                new SynthesisLocked(
                    Hash,
                    new(Of().Axes, Of().Listed),
                    Parties: Of().Parties,
                    Sessions: [Session],
                    Addressee: Story.Establishment
                )
            );
        LockSynthesis.Decide(new(), Of(), null, NamesFound.None, Group).ShouldBeRefused(409);
        Story.Lock(Of(new SynthesisLocked(Hash))).ShouldBeRefused(409);
        ApproveSynthesis
            .Decide(new(Hash), Of(new SynthesisLocked(Hash)), Story.Act(Story.Members[0]))
            .ShouldHappen(new SynthesisApproved(Story.Members[0], Hash));
        ApproveSynthesis
            .Decide(new("other"), Of(new SynthesisLocked(Hash)), Story.Act(Story.Members[0]))
            .ShouldBreak("always", "approval-on-exact-text", "S2");
        ApproveSynthesis.Decide(new(Hash), Of(), Story.Act(Story.Members[0])).ShouldBeRefused(409);
        ApproveSynthesis.Decide(new(Hash), Of(Approved), Story.Act(Story.Members[0])).ShouldHappen();

        var revised = ReviseSynthesis.Decide(new([Worked with { Text = new("none") }], []), Of(Approved), Group, Story.Act());
        var again = Of([.. Approved, .. revised.Facts]);
        again.Approvals.ShouldBeEmpty();
        again.HashOfText().ShouldNotBe(Hash);
        ReviseSynthesis.Decide(new([], []), Of(), Group, Story.Act()).ShouldBeRefused(400);
        ReviseSynthesis.Decide(new([Worked], []), Of([.. Approved, new SynthesisValidated(Hash)]), Group, Story.Act()).ShouldBeRefused(409);
    }

    [Fact]
    public void the_group_validates_it()
    {
        Story.Validate(Of(Approved), NamesFound.None).ShouldHappen(new SynthesisValidated(Hash));
        Story.Validate(Of([.. Approved.Take(3)]), NamesFound.None).ShouldBreak("always", "approval", "S3");
        Story.Validate(Of(), NamesFound.None).ShouldBeRefused(409);
    }

    [Fact]
    public void nothing_of_it_is_handed_over_before()
    {
        PublishSynthesis.Decide(Of(Approved), Story.Group(), NamesFound.None).ShouldBreak("always", "nothing-before-agreement", "S3");
        IReadOnlyList<Fact> validated = [.. Approved, new SynthesisValidated(Hash)];
        PublishSynthesis.Decide(Of(validated), Story.Group(), NamesFound.None).ShouldHappen(new SynthesisPublished());
        PublishSynthesis
            .Decide(Of(validated), Story.Group(Story.Receiving(9, "bilans")), NamesFound.None)
            .ShouldBreak("always", "transparency", "S2");
        PublishSynthesis.Decide(Of([.. validated, new SynthesisPublished()]), Story.Group(), NamesFound.None).ShouldBeRefused(409);
        Actor asker = new("cabinet", Roles.Establishment, Given.Id(900), Story.Establishment);
        Of(validated).IsVisibleTo(asker).ShouldBeFalse();
        Of([.. validated, new SynthesisPublished()]).IsVisibleTo(asker).ShouldBeTrue();
    }

    [Fact]
    public void nobody_is_named_without_their_agreement()
    {
        var naming = Of(new SynthesisRevised([new("a", "b", Story.Text(), [Story.Members[0]])], []));
        Story.Lock(naming).ShouldBreak("always", "named-by-consent", "S3");
        var agreed = AgreeToBeNamedInSynthesis.Decide(naming, Story.Act(Story.Members[0]));
        agreed.ShouldHappen(new SynthesisNamingAgreed(Story.Members[0]));
        var named = Folding.Apply(naming, naming.Id, agreed.Facts[0]);
        Story.Lock(named).Refusal.ShouldBeNull();
        RevokeNamingInSynthesis.Decide(named, Story.Act(Story.Members[0])).ShouldHappen(new SynthesisNamingRevoked(Story.Members[0]));
        RevokeNamingInSynthesis.Decide(named, Story.Act(Story.Members[1])).ShouldHappen();
        var gone = Of([.. Approved, new SynthesisValidated(Hash), new SynthesisPublished()]);
        AgreeToBeNamedInSynthesis.Decide(gone, Story.Act(Story.Members[0])).ShouldBeRefused(409);
        RevokeNamingInSynthesis.Decide(gone, Story.Act(Story.Members[0])).ShouldBeRefused(409);
    }

    [Fact]
    public void before_its_parties_were_named_nobody_waited_for_who_left_and_another_facilitator_goes_on()
    {
        var entrusted = Of([.. Approved.Take(3), new SynthesisEntrusted([], [Story.Members[1]], Story.Facilitator)]);
        Story.Validate(entrusted, NamesFound.None).Refusal.ShouldBeNull();
        Of(new SynthesisEntrusted([Given.Id(45)], [], Given.Id(11))).Parties.ShouldBe([Given.Id(11), .. Story.Members, Given.Id(45)]);

        // While nobody leads nothing is validated, and the word of who was relieved counts for nobody.
        var relieved = Of([.. Approved, new SynthesisEntrusted([], [], null)]);
        relieved.Approvals.ShouldBe(Story.Members, ignoreOrder: true);
        relieved.Parties.ShouldBe(Story.Members);
        Story.Validate(relieved, NamesFound.None).ShouldBreak("always", "approval", "S3");
        var validated = Of([.. Approved, new SynthesisValidated(Hash), new SettledSynthesisEntrusted(null)]);
        validated.IsVisibleTo(new("cabinet", Roles.Facilitator, Story.Facilitator)).ShouldBeFalse();
        validated.State.ShouldBe(SynthesisState.Validated);
    }

    private static readonly SynthesisLocked Locked = new(Hash, Parties: Drafted.Parties);

    [Fact]
    public void who_was_there_at_the_lock_decides_wherever_they_are_now()
    {
        IReadOnlyList<Fact> refusing =
        [
            Locked,
            new SynthesisApproved(Story.Facilitator, Hash),
            new SynthesisApproved(Story.Members[0], Hash),
            new SynthesisEntrusted([Given.Id(45)], [Story.Members[1]], Story.Facilitator),
        ];
        Story.Validate(Of(refusing), NamesFound.None).ShouldBreak("always", "approval", "S3");
        Of(refusing).IsVisibleTo(new("cabinet", Roles.Member, Story.Members[1])).ShouldBeTrue();
        SynthesisView.Of(Of(refusing), new("cabinet", Roles.Member, Story.Members[0]), Reading).StillToDecide.ShouldBe(1);
        SynthesisView.Of(Of(refusing), new("cabinet", Roles.Practice, Given.Id(900)), Reading).StillToDecide.ShouldBeNull();
        ApproveSynthesis.Decide(new(Hash), Of(refusing), Story.Act(Given.Id(45))).ShouldBreak("always", "approval", "S3");
        var approved = ApproveSynthesis.Decide(new(Hash), Of(refusing), Story.Act(Story.Members[1]));
        Story.Validate(Of([.. refusing, .. approved.Facts]), NamesFound.None).ShouldHappen(new SynthesisValidated(Hash));

        // Written and locked anew, it is for those who are there.
        var anew = Of([.. refusing, new SynthesisRevised(Drafted.Axes, Drafted.Listed)]);
        anew.IsVisibleTo(new("cabinet", Roles.Member, Story.Members[1])).ShouldBeFalse();
        Story.Lock(anew).Facts.OfType<SynthesisLocked>().Single().Parties.ShouldBe([Story.Facilitator, Story.Members[0], Given.Id(45)]);
    }

    [Fact]
    public void another_facilitator_takes_the_place_of_the_first_and_approves()
    {
        IReadOnlyList<Fact> replaced =
        [
            Locked,
            .. Drafted.Parties.Select(p => new SynthesisApproved(p, Hash)),
            new SynthesisEntrusted([], [], Given.Id(11)),
        ];
        Story.Validate(Of(replaced), NamesFound.None).ShouldBreak("always", "approval", "S3");
        Story.Validate(Of([.. replaced, new SynthesisApproved(Given.Id(11), Hash)]), NamesFound.None).Refusal.ShouldBeNull();
    }

    [Fact]
    [Breaks("session-correction")]
    public void locked_it_holds_the_themes_of_what_it_is_of_until_it_is_written_anew()
    {
        var locked = Story.Lock(Of(), group: Group);
        locked.Elsewhere.Single().Fact.ShouldBeOfType<SynthesisLockRecorded>().Sessions.ShouldBe([Session]);
        locked.Messages.Select(m => m(Story.Origin())).OfType<V1.SynthesisLocked>().Single().Sessions.ShouldBe([Session]);
        var held = Folding.Apply(Group, Group.Id, locked.Elsewhere[0].Fact);
        held.HasLocked(Session).ShouldBeTrue();

        var revised = ReviseSynthesis.Decide(new([Worked], []), Of(locked.Facts), held, Story.Act());
        revised.Messages.Select(m => m(Story.Origin())).OfType<V1.SynthesisUnlocked>().Single().Sessions.ShouldBe([Session]);
        Folding.Apply(held, held.Id, revised.Elsewhere.Single().Fact).HasLocked(Session).ShouldBeFalse();
        ReviseSynthesis.Decide(new([Worked], []), Of(), Group, Story.Act()).Elsewhere.ShouldBeEmpty("it held none");

        // Of a period: all of its sessions.
        var period = Of() with
        {
            Session = null,
            From = Story.From,
            To = Story.To,
        };
        Story.Lock(period, group: Group).Facts.ShouldHaveSingleItem().ShouldBeOfType<SynthesisLocked>().Sessions.ShouldBe([Session]);
    }

    [Fact]
    [Breaks("outward-list")]
    public void an_axis_that_was_corrected_since_is_not_locked()
    {
        var recoded = new ThemesCorrectionNoted(
            Story.Engagement,
            Session,
            [new("emotional-demands", "individual")],
            new(Session, 9, Story.Day(1, 10))
        );
        Story.Lock(Of(), group: Folding.Apply(Group, Group.Id, recoded)).ShouldBreak("always", "outward-list", "S3");
    }

    [Fact]
    public void none_is_drafted_once_the_engagement_is_concluded() =>
        DraftSynthesis.Decide(OfSession, Group with { Concluded = true }, Story.Act()).ShouldBeRefused(409);

    [Fact]
    public void the_facilitator_alone_validates_nothing() =>
        Story
            .Validate(Of(Locked with { Parties = [Story.Facilitator] }, new SynthesisApproved(Story.Facilitator, Hash)), NamesFound.None)
            .ShouldBreak("always", "approval", "S3");

    private static readonly Kernel.TextOpener Reading = new("cabinet", Given.Id(1), new Dictionary<string, byte[]>());
}
