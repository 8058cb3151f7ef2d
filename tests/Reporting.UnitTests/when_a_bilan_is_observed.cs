using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_a_bilan_is_observed
{
    private static readonly Narrative Said = new("text");
    private static readonly Act By = Given.Act(Roles.Establishment, Given.Id(900), null, Story.Establishment);
    private static readonly BilanObserved Told = new(Given.Id(999), Story.Facilitator, Given.Seal(Said, "BilanObserved.Text"), false);

    private static Decision Observe(Bilan bilan, int? named = 0, Narrative? text = null) =>
        ObserveBilan.Decide(new(text ?? Said), bilan, Story.Found(named), By);

    private static BilanView View(Actor reader, params IReadOnlyList<Fact> more) =>
        BilanView.Of(Story.Of([.. Story.Published, .. more]), reader, new("cabinet", Given.Id(1), new Dictionary<string, byte[]>()));

    [Fact]
    public void it_is_kept_beside_the_text_that_stays_as_it_was_agreed()
    {
        var published = Story.Of(Story.Published);
        Observe(published).ShouldHappen(Told);
        var observed = Folding.Apply(published, published.Id, Told);
        (observed.State, observed.TextHash, observed.HashOfText()).ShouldBe((published.State, published.TextHash, published.HashOfText()));
        observed.Observations.ShouldHaveSingleItem().Text.ShouldBe(Told.Text);
        (observed with { Observations = [], Version = published.Version }).Sections.ShouldBe(published.Sections);
    }

    [Fact]
    public void nothing_is_observed_before_the_publication_nor_on_a_failure()
    {
        foreach (
            var facts in new[]
            {
                Story.Draft(),
                Story.Locked(),
                Story.Agreed(),
                [.. Story.Draft(), new NegotiationFailed(), new BilanPublished()],
            }
        )
        {
            Observe(Story.Of(facts)).ShouldBeRefused(409);
        }

        Story.Of(Story.Agreed()).IsVisibleTo(By.By).ShouldBeFalse();
    }

    [Fact]
    public void there_are_five_of_four_thousand_characters_at_most()
    {
        Observe(Story.Of(Story.Published), text: new(new('x', 4_001))).ShouldBeRefused(400);
        Observe(Story.Of(Story.Published), text: new(new('x', 4_000))).Refusal.ShouldBeNull();
        Observe(Story.Of([.. Story.Published, .. Enumerable.Repeat(Told, 5)])).ShouldBeRefused(409);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(null, true)]
    public void one_that_may_name_a_member_is_held_until_the_facilitator_passes_it_on(int? named, bool held)
    {
        var fact = Observe(Story.Of(Story.Published), named).Facts.ShouldHaveSingleItem().ShouldBeOfType<BilanObserved>();
        fact.MayName.ShouldBe(held);
        var observed = Story.Of([.. Story.Published, fact]);
        if (held)
        {
            PassObservationOn.Decide(new(), fact.Observation, observed).ShouldBreak("always", "named-by-consent", "S3");
        }

        var passed = PassObservationOn.Decide(new(NoMemberMeant: true), fact.Observation, observed);
        passed.ShouldHappen(held ? [new ObservationPassedOn(fact.Observation, NoMemberMeant: true)] : []);
        PassObservationOn.Decide(new(true), Given.Id(77), observed).ShouldBeRefused(404);
        PassObservationOn.Decide(new(), fact.Observation, Story.Of([.. Story.Published, fact, .. passed.Facts])).ShouldHappen();
    }

    [Fact]
    public void the_establishment_is_never_told_that_it_named_a_member()
    {
        var named = Told with { MayName = true };
        Story.Json(View(By.By, Told)).ShouldBe(Story.Json(View(By.By, named)));
        var passed = new ObservationPassedOn(Told.Observation);
        Story.Of([.. Story.Published, named]).VersionFor(By.By).ShouldBe(Story.Of([.. Story.Published, named, passed]).VersionFor(By.By));
        Story.Json(View(By.By, named)).ShouldBe(Story.Json(View(By.By, named, passed) with { Version = View(By.By, named).Version }));
    }

    [Fact]
    public void a_held_one_is_read_by_the_facilitator_and_by_no_member_nor_the_practice()
    {
        var named = Told with { MayName = true };
        var practice = new Actor("cabinet", Roles.Practice, Given.Id(901));
        Reads(Story.Act().By, named).ShouldBe((true, true));
        Reads(Story.Act(Story.Members[0]).By, named).ShouldBe((false, true));
        Reads(practice, named).ShouldBe((false, true));
        Reads(practice, named, new ObservationPassedOn(Told.Observation)).ShouldBe((true, false));
        Reads(Story.Act(Story.Members[0]).By, Told).ShouldBe((true, false));
        static (bool, bool) Reads(Actor reader, params IReadOnlyList<Fact> more) =>
            View(reader, more).Observations!.ShouldHaveSingleItem() is var seen ? (seen.Text is not null, seen.Held == true) : default;
    }

    [Fact]
    public void who_left_reads_the_text_that_they_decided_and_no_answer_to_it()
    {
        IReadOnlyList<Fact> left =
        [
            .. Story.Locked(),
            new PartiesChanged([], [Story.Members[1]], Story.Facilitator),
            new BilanAgreed(Story.Hash(Story.Drafted())),
            new BilanPublished(),
            Told,
        ];
        var view = BilanView.Of(
            Story.Of(left),
            Story.Act(Story.Members[1]).By,
            new("cabinet", Given.Id(1), new Dictionary<string, byte[]>())
        );
        view.Sections.ShouldNotBeNull();
        view.Observations.ShouldBeNull();
    }

    [Fact]
    public void an_observation_is_measured_in_characters()
    {
        Narrative Long(int characters) => new(string.Concat(Enumerable.Repeat("😀", characters)));
        Observe(Story.Of(Story.Published), text: Long(4_000)).Refusal.ShouldBeNull();
        Observe(Story.Of(Story.Published), text: Long(4_001)).ShouldBeRefused(400);
    }
}
