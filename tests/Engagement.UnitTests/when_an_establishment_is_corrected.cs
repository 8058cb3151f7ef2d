using PracticeAnalysis.Engagement.Establishments;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Engagement.Persons;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.UnitTests;

/// <summary>What is registered of an establishment is put right by a fact that says what, from, to and why.</summary>
public class when_an_establishment_is_corrected
{
    private const string Siret = "73282932000074";
    private static readonly EstablishmentDetails As = new("IME Les Tilleuls", Siret, "380000018", "medico-social", null, "38");

    private static Establishment Place(params IReadOnlyList<Fact> more) =>
        Given.Facts<Establishment>([
            new EstablishmentRegistered(As.Name, As.Siret, As.Finess, As.Sector, As.Entity, As.Territory),
            .. more,
        ]);

    private static Decision Correct(CorrectEstablishment command, Guid? another = null) =>
        CorrectEstablishment.Decide(command, Place(), another, Story.Act());

    [Fact]
    public void it_is_a_fact_that_says_what_stood_and_what_stands()
    {
        var decision = Correct(new(CorrectionReason.Mistyped, Name: "IME Les Tilleuls bleus", Territory: "69"));
        var to = As with { Name = "IME Les Tilleuls bleus", Territory = "69" };
        decision.ShouldBe(new EstablishmentCorrected(As, to, CorrectionReason.Mistyped));
        var view = EstablishmentView.Of(
            Place(decision.Facts[0] with { OccurredAt = Given.Now }),
            new("cabinet", Given.Id(20), new Dictionary<string, byte[]>())
        );
        (view.Name, view.Territory, view.Version).ShouldBe(("IME Les Tilleuls bleus", "69", 2));
        view.Corrections.ShouldBe([
            new("name", As.Name, to.Name, CorrectionReason.Mistyped, Given.Now),
            new("territory", "38", "69", CorrectionReason.Mistyped, Given.Now),
        ]);
        view.Correctable.Select(c => c.Field).ShouldBe(["name", "siret", "finess", "sector", "entity", "territory"]);
        view.Correctable.ShouldAllBe(c => c.By.Single() == Roles.Practice && c.Until == null);
    }

    [Fact]
    public void those_who_saw_the_first_see_it() =>
        Readers.Of(typeof(EstablishmentCorrected)).ShouldBe(Readers.Of(typeof(EstablishmentRegistered)));

    [Fact]
    public void reporting_is_told_by_what_its_figures_are_rolled_up_and_no_name()
    {
        var told = (V1.EstablishmentCorrected)
            Correct(new(CorrectionReason.Mistyped, Siret: "35600000000048")).Messages.Single()(new(Given.Id(1), 2, Given.Now));
        told.ShouldBe(new(Given.Id(1), "356000000", null, "38", new(Given.Id(1), 2, Given.Now)));
    }

    [Fact]
    public void it_is_checked_as_the_registration_is()
    {
        Correct(new(CorrectionReason.Mistyped, Siret: "73282932000075")).ShouldBreak("always", "siret", "design");
        Correct(new(CorrectionReason.Mistyped, Finess: "380000019")).ShouldBreak("always", "finess", "design");
        Correct(new(CorrectionReason.Mistyped, Entity: "380000018")).ShouldBreak("always", "finess", "design");
        Correct(new(CorrectionReason.Mistyped, Territory: "2C")).ShouldBeRefused(400);
        Correct(new(CorrectionReason.Mistyped, Name: "a\u202eb")).ShouldBeRefused(400);
    }

    [Fact]
    public void what_stands_already_is_refused()
    {
        Correct(new(CorrectionReason.Mistyped)).ShouldBeRefused(409);
        Correct(new(CorrectionReason.Mistyped)).Refusal!.Detail.ShouldBe("No field is given.");
        Correct(new(CorrectionReason.Mistyped, Name: As.Name)).ShouldBeRefused(409);
        Correct(new(CorrectionReason.Mistyped, Name: As.Name)).Refusal!.Detail.ShouldBe("A field that is given already has this value.");
        Correct(new(CorrectionReason.Mistyped, Name: As.Name, Territory: "69")).ShouldBeRefused(409);
        Correct(new(CorrectionReason.Mistyped, Without: [Unregistered.Entity])).ShouldBeRefused(409);
    }

    [Fact]
    public void the_numbers_of_another_are_refused_and_it_is_named()
    {
        var refused = Correct(new(CorrectionReason.Mistyped, Siret: "35600000000048"), another: Given.Id(7));
        refused.ShouldBeRefused(409);
        refused.Refusal!.Detail.ShouldContain($"{Given.Id(7)}");
    }

    [Fact]
    public void numbers_and_territory_are_read_as_they_are_entered() =>
        Correct(new(CorrectionReason.Mistyped, Name: " IME \u00adLes Ormes ", Siret: "356 000 000 00048", Territory: "2a"))
            .ShouldBe(
                new EstablishmentCorrected(
                    As,
                    As with
                    {
                        Name = "IME Les Ormes",
                        Siret = "35600000000048",
                        Territory = "2A",
                    },
                    CorrectionReason.Mistyped
                )
            );

    [Fact]
    public void a_siret_is_taken_away_where_a_finess_number_stays()
    {
        Correct(new(CorrectionReason.Mistyped, Without: [Unregistered.Siret]))
            .ShouldBe(new EstablishmentCorrected(As, As with { Siret = null }, CorrectionReason.Mistyped));
        Correct(new(CorrectionReason.Mistyped, Without: [Unregistered.Siret, Unregistered.Finess])).ShouldBeRefused(400);
        Correct(new(CorrectionReason.Mistyped, Siret: "35600000000048", Without: [Unregistered.Siret])).ShouldBeRefused(400);
    }

    [Fact]
    public void what_stood_by_the_rules_of_before_stands()
    {
        var before = Given.Facts<Establishment>(new EstablishmentRegistered("IME", "90000000000014", null, "social", null, "989"));
        CorrectEstablishment
            .Decide(new(CorrectionReason.Mistyped, Name: "IME Les Ormes"), before, null, Story.Act())
            .Refusal.ShouldBeNull();
        CorrectEstablishment.Decide(new(CorrectionReason.Mistyped, Territory: "99"), before, null, Story.Act()).ShouldBeRefused(400);
    }

    [Fact]
    public void what_is_not_there_is_taken_away_and_not_given_too()
    {
        Correct(new(CorrectionReason.Mistyped, Without: [Unregistered.Finess, Unregistered.Territory]))
            .ShouldBe(new EstablishmentCorrected(As, As with { Finess = null, Territory = null }, CorrectionReason.Mistyped));
        Correct(new(CorrectionReason.Mistyped, Finess: "2A0000014", Without: [Unregistered.Finess])).ShouldBeRefused(400);
        Correct(new(CorrectionReason.Mistyped, Without: [Unregistered.Finess, Unregistered.Finess])).ShouldBeRefused(400);
    }

    [Fact]
    public void what_changed_says_since_when_and_nothing_else_does()
    {
        var (moved, today) = (new CorrectEstablishment(CorrectionReason.Changed, Territory: "69"), new DateOnly(2026, 3, 2));
        Correct(moved with { Since = today }).Facts.Cast<EstablishmentCorrected>().Single().Since.ShouldBe(today);
        Correct(moved).ShouldBeRefused(400);
        Correct(moved with { Since = today.AddDays(1) }).ShouldBeRefused(400);
        Correct(moved with { Reason = CorrectionReason.Mistyped, Since = today }).ShouldBeRefused(400);
    }
}
