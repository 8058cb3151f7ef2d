using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Persons;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_something_waits
{
    private static readonly DateTimeOffset Deadline = Given.Now.AddDays(20);
    private static readonly string Hash = Story.Hash(Story.Draft());

    private static IEnumerable<WaitingItem> Of(Guid person, params IReadOnlyList<Fact> facts) => WaitingTexts.Of(Story.Of(facts), person);

    [Fact]
    public void a_locked_bilan_waits_for_each_party_with_its_hash_until_they_decided()
    {
        var locked = Story.Locked(deadline: Deadline);
        WaitingItem waits = new(WaitingKind.Bilan, $"/v1/bilans/{Given.Id(1)}", Hash, Deadline);
        Of(Story.Members[0], locked).ShouldBe([waits]);
        Of(Story.Facilitator, locked).ShouldBe([waits]);
        Of(Story.Members[0], [.. locked, new PartyApproved(Story.Members[0], Hash)]).ShouldBeEmpty();
        Of(Story.Members[0], [.. locked, new DissentRecorded(Story.Members[0], Hash)]).ShouldBeEmpty();
        Of(Story.Members[0], [.. locked, new PartiesChanged([], [Story.Members[0]], Story.Facilitator)]).ShouldBe([waits]);
        Of(Given.Id(77), locked).ShouldBeEmpty();
        Of(Story.Members[0], Story.Draft()).ShouldBeEmpty();
        Of(Story.Members[0], [.. locked, new NegotiationFailed(Deadline)]).ShouldBeEmpty();
    }

    [Fact]
    public void a_text_that_is_said_to_mean_no_member_waits_for_who_approved_and_did_not_confirm_it()
    {
        IReadOnlyList<Fact> locked = [Story.Drafted(), new ContentLocked(Hash, null, NoMemberMeant: true)];
        Of(Story.Members[0], [.. locked, new PartyApproved(Story.Members[0], Hash)]).Single().Kind.ShouldBe(WaitingKind.Bilan);
        Of(Story.Members[0], [.. locked, new PartyApproved(Story.Members[0], Hash, true)]).ShouldBeEmpty();
        Of(Story.Members[0], [.. locked, new DissentRecorded(Story.Members[0], Hash)]).ShouldBeEmpty();
    }

    [Fact]
    public void an_observation_that_is_held_waits_for_the_facilitator()
    {
        var text = Story.Text("BilanObserved.Text");
        IReadOnlyList<Fact> held = [.. Story.Published, new BilanObserved(Given.Id(5), Story.Facilitator, text, true)];
        Of(Story.Facilitator, held).ShouldBe([new(WaitingKind.Observation, $"/v1/bilans/{Given.Id(1)}", Canonical.HashOf(text)!)]);
        Of(Story.Members[0], held).ShouldBeEmpty();
        Of(Story.Facilitator, [.. held, new ObservationPassedOn(Given.Id(5))]).ShouldBeEmpty();
    }

    [Fact]
    public void a_text_that_names_somebody_waits_for_their_agreement_to_be_named()
    {
        var naming = Story.Drafted() with { Sections = [new(Dimension.Bond, Story.Text("BilanDrafted.Sections"), [Story.Members[1]])] };
        Of(Story.Members[1], naming).ShouldBe([new(WaitingKind.NamedByConsent, $"/v1/bilans/{Given.Id(1)}", Story.Hash(naming))]);
        Of(Story.Members[1], naming, new NamingAgreed(Story.Members[1])).ShouldBeEmpty();
        Of(Story.Members[0], naming).ShouldBeEmpty();
    }
}
