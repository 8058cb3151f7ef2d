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
    public void a_text_that_names_somebody_waits_for_their_agreement_to_be_named()
    {
        var naming = Story.Drafted() with { Sections = [new(Dimension.Bond, Story.Text("BilanDrafted.Sections"), [Story.Members[1]])] };
        Of(Story.Members[1], naming).ShouldBe([new(WaitingKind.NamedByConsent, $"/v1/bilans/{Given.Id(1)}", Story.Hash(naming))]);
        Of(Story.Members[1], naming, new NamingAgreed(Story.Members[1])).ShouldBeEmpty();
        Of(Story.Members[0], naming).ShouldBeEmpty();
    }
}
