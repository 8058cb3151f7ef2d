using PracticeAnalysis.Engagement.Establishments;
using PracticeAnalysis.Engagement.Imports;
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
            .Decide(new("IME Les Tilleuls", Sector.MedicoSocial, siret))
            .ShouldBe(new EstablishmentRegistered("IME Les Tilleuls", siret, null, "medico-social"));

    [Theory]
    [InlineData("73282932000075")]
    [InlineData("35600000049838")]
    [InlineData("7328293200007")]
    [InlineData("7328293200007A")]
    [InlineData("00000000000000")]
    [InlineData("90000000000014")]
    [InlineData("")]
    [Breaks("siret")]
    public void a_siret_without_its_check_is_refused(string siret) =>
        RegisterEstablishment.Decide(new("IME Les Tilleuls", Sector.MedicoSocial, siret)).ShouldBreak("always", "siret", "design");

    [Theory]
    [InlineData("380000018", true)]
    [InlineData("2A0000014", true)]
    [InlineData("2B0000012", true)]
    [InlineData("2A0000015", false)]
    [InlineData("2C0000014", false)]
    [InlineData("38000001", false)]
    [InlineData("000000000", false)]
    [Keeps("finess")]
    [Breaks("finess")]
    public void a_finess_is_checked_with_corsica_counting_as_21_and_22(string finess, bool accepted)
    {
        var decision = RegisterEstablishment.Decide(new("IME Les Tilleuls", Sector.MedicoSocial, "73282932000074", finess));
        if (accepted)
        {
            decision.ShouldBe(new EstablishmentRegistered("IME Les Tilleuls", "73282932000074", finess, "medico-social"));
        }
        else
        {
            decision.ShouldBreak("always", "finess", "design");
        }
    }

    [Theory]
    [InlineData("01", "01")]
    [InlineData("95", "95")]
    [InlineData(" 2a", "2A")]
    [InlineData("978", "978")]
    [InlineData("984", "984")]
    [InlineData("988", "988")]
    [InlineData("9A", "971")]
    [InlineData("9b", "972")]
    [InlineData("9C", "973")]
    [InlineData("9D", "974")]
    [InlineData("9E", "975")]
    [InlineData("9F", "976")]
    [InlineData("00", null)]
    [InlineData("20", null)]
    [InlineData("96", null)]
    [InlineData("97", null)]
    [InlineData("98", null)]
    [InlineData("99", null)]
    [InlineData("970", null)]
    [InlineData("979", null)]
    [InlineData("985", null)]
    [InlineData("989", null)]
    [InlineData("9Z", null)]
    [InlineData("1", null)]
    public void a_department_is_one_of_the_official_list_or_of_finess(string entered, string? kept)
    {
        var decision = RegisterEstablishment.Decide(new("IME", Sector.Social, "73282932000074", Territory: entered));
        if (kept is null)
        {
            decision.ShouldBeRefused(400);
        }
        else
        {
            decision.ShouldBe(new EstablishmentRegistered("IME", "73282932000074", null, "social", null, kept));
        }
    }

    [Fact]
    public void blanks_and_lower_case_are_read_and_not_kept() =>
        RegisterEstablishment
            .Decide(new(" IME ", Sector.Social, "732 829 320\u00a000074", " 2a0000014", "38 9999 111\ufeff"))
            .ShouldBe(new EstablishmentRegistered("IME", "73282932000074", "2A0000014", "social", "389999111"));

    [Fact]
    public void a_finess_number_alone_is_enough_and_none_is_not()
    {
        var decision = RegisterEstablishment.Decide(new("IME", Sector.Social, Finess: "380000018"));
        decision.ShouldBe(new EstablishmentRegistered("IME", null, "380000018", "social"));
        var told = (Contracts.Engagement.V1.EstablishmentRegistered)decision.Messages.Single()(new(Given.Id(1), 1, Given.Now));
        told.Association.ShouldBeNull();
        RegisterEstablishment.Decide(new("IME", Sector.Social)).ShouldBeRefused(400);
    }

    [Fact]
    public void one_that_is_there_is_named()
    {
        var decision = RegisterEstablishment.Decide(new("IME", Sector.Social, "73282932000074"), Given.Id(7));
        decision.ShouldBeRefused(409);
        decision.Refusal!.Detail.ShouldContain($"{Given.Id(7)}");
    }

    [Theory]
    [InlineData("s", "f", "s", "f", true, true)]
    [InlineData("s", null, "s", null, true, true)]
    [InlineData("s", "f", "s", null, true, true)]
    [InlineData(null, "f", "s", "f", true, true)]
    [InlineData("t", "f", "s", "f", true, false)]
    [InlineData("s", "g", "s", "f", false, false)]
    [InlineData("s", null, null, "f", false, false)]
    [InlineData("s", null, "t", null, false, false)]
    public void one_number_is_of_one_but_a_siret_of_several_sites(
        string? siret,
        string? finess,
        string? otherSiret,
        string? otherFiness,
        bool clash,
        bool same
    )
    {
        EstablishmentDetails Of(string? s, string? f) => new("IME", s, f, "social", null, null);
        var (one, other) = (Of(siret, finess), Of(otherSiret, otherFiness));
        (one.Clashes(other), other.Clashes(one)).ShouldBe((clash, clash));
        (one.IsSame(other), other.IsSame(one)).ShouldBe((same, same));

        // Of lines of one import hashes alone are kept: they tell the same.
        EstablishmentLine Line(string? s, string? f) => new(new("IME", Sector.Social, s, f));
        foreach (
            var (before, after) in new[]
            {
                (Line(siret, finess), Line(otherSiret, otherFiness)),
                (Line(otherSiret, otherFiness), Line(siret, finess)),
            }
        )
        {
            before.Left().Intersect(after.Sought()).Any().ShouldBe(same);
            (same || (after.Clash() is { } number && before.Left().Contains(number))).ShouldBe(clash);
        }
    }
}
