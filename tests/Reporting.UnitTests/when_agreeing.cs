using PracticeAnalysis.Contracts.Reporting.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using NegotiationFailed = PracticeAnalysis.Reporting.Model.NegotiationFailed;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_agreeing
{
    private static readonly string Hash = Story.Hash(Story.Draft());

    [Fact]
    [Keeps("approval")]
    [Breaks("approval")]
    public void every_party_has_decided()
    {
        Agree(Story.Approved()).ShouldHappen(new BilanAgreed(Hash));
        Agree(Story.Approved(by: [Story.Facilitator, Story.Members[0]])).ShouldBreak("always", "approval", "S2");
        Agree(Story.Approved(by: Story.Facilitator)).ShouldBreak("always", "approval", "S2");
        Agree(Story.Locked()).ShouldBreak("always", "approval", "S2");
    }

    [Fact]
    public void who_stands_aside_has_decided_too()
    {
        Agree([.. Story.Approved(by: [Story.Facilitator, Story.Members[0]]), new DissentRecorded(Story.Members[1], Hash)])
            .ShouldHappen(new BilanAgreed(Hash));
    }

    [Fact]
    public void the_facilitator_has_approved()
    {
        // Not by a dissent, were one recorded.
        IReadOnlyList<Fact> facts = [.. Story.Approved(by: Story.Members), new DissentRecorded(Story.Facilitator, Hash)];
        Agree(facts).ShouldBreak("always", "approval", "S2");
    }

    [Fact]
    public void the_text_is_locked_and_it_is_agreed_once()
    {
        Agree(Story.Draft()).ShouldBeRefused(409);
        Agree(Story.Agreed()).ShouldBeRefused(409);
        Agree(Story.Published).ShouldBeRefused(409);
        Agree([.. Story.Approved(), new NegotiationFailed()]).ShouldBeRefused(409);
        Agree([.. Story.Approved(), Story.Proposed(), new AmendmentAccepted(Story.Amendment)]).ShouldBeRefused(409);
    }

    [Fact]
    public void an_amendment_that_waits_leaves_the_locked_text_agreed_as_it_is()
    {
        var decision = Agree([.. Story.Approved(), Story.Proposed()]);
        decision.ShouldHappen(new BilanAgreed(Hash));
    }

    [Fact]
    public void the_agreement_enters_the_record_of_each_group()
    {
        var other = Folding.Of<GroupRecord>(Given.Id(31), [Story.Sealing(), Story.Activation()])!;
        var decision = Story.Agree(Story.Of(Story.Approved(final: true)), [Story.Group(), other]);
        decision.Elsewhere.Select(e => e.Stream.Id).ShouldBe([Story.GroupId, Given.Id(31)]);
        decision
            .Elsewhere.Select(e => Story.Json(e.Fact))
            .Distinct()
            .ShouldBe([Story.Json(new BilanAgreementRecorded(Story.Engagement, Given.Id(1), 6, true, Story.From, Story.To, [], []))]);
    }

    [Fact]
    public void an_intermediate_one_is_told_with_its_group()
    {
        var origin = Story.Origin();
        var message = Agree(Story.Approved()).Messages.Single()(origin);
        message.ShouldBe(new IntermediateBilanAgreed(Given.Id(1), Story.Engagement, Story.GroupId, origin));
    }

    [Fact]
    public void the_final_one_is_told_with_its_orientations()
    {
        OrientationRecommended[] recommended = [new("supervision", Story.Text()), new("stop", Story.Text())];
        IReadOnlyList<Fact> open = [Story.Drafted(true), .. recommended];
        var hash = Story.Hash(open);
        IReadOnlyList<Fact> approved =
        [
            .. open,
            new ContentLocked(hash, null),
            .. Story.Members.Append(Story.Facilitator).Select(p => new PartyApproved(p, hash)),
        ];
        var decision = Agree(approved);
        decision.ShouldHappen(new BilanAgreed(hash));
        var message = decision.Messages.Single()(Story.Origin()).ShouldBeOfType<FinalBilanAgreed>();
        message.Bilan.ShouldBe(Given.Id(1));
        message.Engagement.ShouldBe(Story.Engagement);
        message.Orientations.ShouldBe(["supervision", "stop"]);
        message.Origin.ShouldBe(Story.Origin());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void none_is_agreed_after_the_final_one(bool final)
    {
        var concluded = Story.Group(Story.Covering(Story.From, Story.To, final: true));
        Story.Agree(Story.Of(Story.Approved(final)), [concluded]).ShouldBeRefused(409);
        Story.Agree(Story.Of(Story.Approved(final)), [Story.Group(Story.Covering(Story.From, Story.To))]).Refusal.ShouldBeNull();
    }

    [Fact]
    public void a_final_one_waits_for_every_session()
    {
        Fact scheduled = new SchedulingNoted(Story.Engagement, Given.Id(90), Story.Origin());
        Fact cancelled = new CancellationNoted(Story.Engagement, Given.Id(90), Story.Origin());
        Story.Agree(Story.Of(Story.Approved(final: true)), [Story.Group(scheduled)]).ShouldBeRefused(409);
        Story.Agree(Story.Of(Story.Approved(final: true)), [Story.Group(scheduled, cancelled)]).Refusal.ShouldBeNull();
        Story.Agree(Story.Of(Story.Approved(final: false)), [Story.Group(scheduled)]).Refusal.ShouldBeNull();
    }

    private static Decision Agree(IReadOnlyList<Fact> facts) => Story.Agree(Story.Of(facts), [Story.Group()]);
}
