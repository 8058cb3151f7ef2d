using PracticeAnalysis.Engagement.Charters;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Groups;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.UnitTests;

/// <summary>Who comes to a group later, as a member or to lead it, reads nothing that was said before they came, and no reason at all before they accepted
/// the charter.</summary>
public class when_somebody_comes_later
{
    private static readonly Guid Anne = Given.Id(41);
    private static readonly Guid Bob = Given.Id(42);
    private static readonly Guid Emma = Given.Id(43);
    private static readonly Guid Asked = Given.Id(80);
    private static readonly Guid Departing = Given.Id(81);

    // An exception was agreed and a departure objected to before Emma came by it; both were asked for with a reason.
    private static IReadOnlyList<Fact> Before =>
        [
            new MemberEnrolled(Anne, Given.Id(51), true),
            new MemberEnrolled(Bob, Given.Id(51), true),
            new GroupSealed(),
            new StabilityExceptionAsked(Asked, Story.Text()),
            new StabilityExceptionAgreed(Asked),
            new DepartureRecorded(Departing, Anne, DepartureReason.LongAbsence, 14, Given.Now.AddDays(14), false),
            new DepartureObjected(Departing, Bob, Story.Text(), Given.Now.AddDays(14)),
        ];

    private static readonly Fact Come = new MemberEnrolled(Emma, Given.Id(51), true, Awaited: true);

    private static (string? Exception, string? Objection) Reads(Guid person, string role, params IReadOnlyList<Fact> more)
    {
        var view = GroupView.Of(Story.Group([.. Before, .. more]), new("cabinet", role, person), Closed);
        return (view.Exceptions[0].Reason, view.Departures[0].Objections[0].Reason);
    }

    // Without keys what is opened is shown as erased, and what is withheld is null.
    private static readonly TextOpener Closed = new("cabinet", Given.Id(1), new Dictionary<string, byte[]>());

    [Fact]
    [Keeps("confidentiality")]
    [Breaks("confidentiality")]
    public void a_member_reads_no_reason_before_they_accepted_the_charter_and_then_what_asks_for_their_answer()
    {
        var erased = TextOpener.Erased;
        Reads(Bob, Roles.Member, Come).ShouldBe((erased, erased));
        Reads(Emma, Roles.Member, Come).ShouldBe((null, null));
        Reads(Emma, Roles.Member, Come, new CharterAcceptanceNoted(Emma)).ShouldBe((null, erased));
        Reads(Emma, Roles.Member, Come, new CharterAcceptanceNoted(Emma), new DepartureWithdrawn(Departing)).ShouldBe((null, null));
    }

    [Fact]
    public void whoever_takes_the_group_over_reads_it_alike()
    {
        Fact entrusted = new GroupEntrusted(Given.Id(11), Awaited: true);
        Reads(Given.Id(11), Roles.Facilitator, entrusted).ShouldBe((null, null));
        Reads(Given.Id(11), Roles.Facilitator, entrusted, new CharterAcceptanceNoted(Given.Id(11))).ShouldBe((null, TextOpener.Erased));

        // Who led it before and comes back reads it as before; so do those of whom it is not said.
        Reads(Story.Facilitator, Roles.Facilitator, entrusted, new GroupEntrusted(Story.Facilitator))
            .ShouldBe((TextOpener.Erased, TextOpener.Erased));
        Reads(Emma, Roles.Member, new MemberEnrolled(Emma, Given.Id(51), true)).ShouldBe((TextOpener.Erased, TextOpener.Erased));
    }

    [Fact]
    public void who_is_enrolled_in_a_sealed_group_is_awaited_and_their_acceptance_is_noted()
    {
        var group = Story.Group([.. Before, Come]);
        group.Awaits(Emma).ShouldBeTrue();
        var engagement = Story.Of(Story.Active(), new MemberAdmitted(Story.GroupId, Emma, Given.Id(51)));
        var accepted = AcceptCharter.Decide(new(Story.Hash), engagement, Story.Act(Roles.Member, Emma), group);
        accepted.Elsewhere.ShouldHaveSingleItem().Fact.ShouldBe(new CharterAcceptanceNoted(Emma));
        AcceptCharter
            .Decide(new(Story.Hash), Story.Of(Story.Sealed), Story.Act(Roles.Member, Bob), group)
            .Elsewhere.ShouldBeEmpty("who was there is awaited by no group");
    }

    [Fact]
    public void what_was_confided_in_a_diagnosis_is_not_of_whoever_facilitates_later()
    {
        IReadOnlyList<Fact> confided =
        [
            .. Story.Diagnosing,
            new DiagnosisFindingRecorded(Given.Id(3), Story.Text(), FindingLevel.Individual),
            new ProtagonistHeard(Given.Id(4), Capacity.Team, Story.Text(), Story.Text()),
        ];
        EngagementView To(Guid facilitator) =>
            EngagementView.Of(
                Story.Of(
                    confided,
                    new FacilitatorAssigned(Given.Id(11)),
                    new DiagnosisFindingRecorded(Given.Id(5), Story.Text(), FindingLevel.Collective)
                ),
                new("cabinet", Roles.Facilitator, facilitator),
                Closed
            );
        To(Given.Id(11)).Findings.Select(f => f.Id).ShouldBe([Given.Id(5)]);
        To(Given.Id(11)).Protagonists.ShouldHaveSingleItem().ShouldBe(new(Given.Id(4), Capacity.Team, null, null, false));
        To(Story.Facilitator).Findings.Select(f => f.Id).ShouldBe([Given.Id(3)]);
        To(Story.Facilitator).Protagonists.ShouldHaveSingleItem().Asks.ShouldBe(TextOpener.Erased);
    }
}
