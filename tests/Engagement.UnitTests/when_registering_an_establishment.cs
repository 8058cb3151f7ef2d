using PracticeAnalysis.Engagement.Establishments;
using PracticeAnalysis.Engagement.Model;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_registering_an_establishment
{
    [Theory]
    [InlineData("73282932000074")]
    [InlineData("35600000000048")]
    [InlineData("35600000049837")]
    [Keeps("siret")]
    public void a_siret_with_its_check_is_accepted(string siret) =>
        RegisterEstablishment
            .Decide(new("IME Les Tilleuls", siret, Sector.MedicoSocial))
            .ShouldBe(new EstablishmentRegistered("IME Les Tilleuls", siret, null, "medico-social"));

    [Theory]
    [InlineData("73282932000075")]
    [InlineData("35600000049838")]
    [InlineData("7328293200007")]
    [InlineData("7328293200007A")]
    [InlineData("")]
    [Breaks("siret")]
    public void a_siret_without_its_check_is_refused(string siret) =>
        RegisterEstablishment.Decide(new("IME Les Tilleuls", siret, Sector.MedicoSocial)).ShouldBreak("always", "siret", "design");

    [Theory]
    [InlineData("380000018", true)]
    [InlineData("2A0000014", true)]
    [InlineData("2B0000012", true)]
    [InlineData("2A0000015", false)]
    [InlineData("2C0000014", false)]
    [InlineData("38000001", false)]
    [Keeps("finess")]
    [Breaks("finess")]
    public void a_finess_is_checked_with_corsica_counting_as_21_and_22(string finess, bool accepted)
    {
        var decision = RegisterEstablishment.Decide(new("IME Les Tilleuls", "73282932000074", Sector.MedicoSocial, finess));
        if (accepted)
        {
            decision.ShouldBe(new EstablishmentRegistered("IME Les Tilleuls", "73282932000074", finess, "medico-social"));
        }
        else
        {
            decision.ShouldBreak("always", "finess", "design");
        }
    }
}
