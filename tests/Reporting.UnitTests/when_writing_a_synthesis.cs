using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Reporting.Bilans;
using PracticeAnalysis.Reporting.Groups;
using PracticeAnalysis.Reporting.Syntheses;
using PracticeAnalysis.ServiceDefaults.Facts;

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
        Story.Lock(Of()).ShouldHappen(new SynthesisLocked(Hash, new(Of().Axes, Of().Listed)));
        LockSynthesis.Decide(new(), Of(), null, 0).ShouldBeRefused(409);
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
        ValidateSynthesis.Decide(Of(Approved)).ShouldHappen(new SynthesisValidated(Hash));
        ValidateSynthesis.Decide(Of([.. Approved.Take(3)])).ShouldBreak("always", "approval", "S3");
        ValidateSynthesis.Decide(Of()).ShouldBeRefused(409);
    }

    [Fact]
    public void nothing_of_it_is_handed_over_before()
    {
        PublishSynthesis.Decide(Of(Approved), Story.Group()).ShouldBreak("always", "nothing-before-agreement", "S3");
        IReadOnlyList<Fact> validated = [.. Approved, new SynthesisValidated(Hash)];
        PublishSynthesis.Decide(Of(validated), Story.Group()).ShouldHappen(new SynthesisPublished());
        PublishSynthesis.Decide(Of(validated), Story.Group(Story.Receiving(9, "bilans"))).ShouldBreak("always", "transparency", "S2");
        PublishSynthesis.Decide(Of([.. validated, new SynthesisPublished()]), Story.Group()).ShouldBeRefused(409);
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
    public void nobody_waits_for_who_left_and_another_facilitator_goes_on()
    {
        var entrusted = Of([.. Approved.Take(3), new SynthesisEntrusted([], [Story.Members[1]], Story.Facilitator)]);
        ValidateSynthesis.Decide(entrusted).Refusal.ShouldBeNull();
        Of(new SynthesisEntrusted([Given.Id(45)], [], Given.Id(11))).Parties.ShouldBe([Given.Id(11), .. Story.Members, Given.Id(45)]);

        // While nobody leads nothing is validated, and the word of who was relieved counts for nobody.
        var relieved = Of([.. Approved, new SynthesisEntrusted([], [], null)]);
        relieved.Approvals.ShouldBe(Story.Members, ignoreOrder: true);
        relieved.Parties.ShouldBe(Story.Members);
        ValidateSynthesis.Decide(relieved).ShouldBreak("always", "approval", "S3");
        var validated = Of([.. Approved, new SynthesisValidated(Hash), new SettledSynthesisEntrusted(null)]);
        validated.IsVisibleTo(new("cabinet", Roles.Facilitator, Story.Facilitator)).ShouldBeFalse();
        validated.State.ShouldBe(SynthesisState.Validated);
    }
}
