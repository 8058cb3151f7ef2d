using PracticeAnalysis.Engagement.Establishments;
using PracticeAnalysis.Engagement.Model;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_a_name_is_given
{
    private const string Siret = "73282932000074";

    [Theory]
    [InlineData("Les Me\u0301le\u0300zes", "Les M\u00e9l\u00e8zes")]
    [InlineData("\u1100\u1161", "\uac00")]
    [InlineData("\u212b", "\u00c5")]
    [InlineData("Maison \ud83c\udfe0 n\u00ba 1 (e\u0301te\u0301)", "Maison \ud83c\udfe0 n\u00ba 1 (\u00e9t\u00e9)")]
    [InlineData("  Les Tilleuls\u00a0", "Les Tilleuls")]
    [InlineData("\ufeffLes Til\u00adleuls\r\n", "Les Tilleuls")]
    [InlineData("L\u200cE\u200dS\u2060", "LES")]
    public void its_characters_are_kept_in_their_one_form(string given, string kept) =>
        RegisterEstablishment.Decide(new(given, Sector.Social, Siret)).ShouldBe(new EstablishmentRegistered(kept, Siret, null, "social"));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u00ad\ufeff")]
    [InlineData("Les\u0007 Tilleuls")]
    [InlineData("Les\nTilleuls")]
    [InlineData("Les \u202eslluelliT")]
    [InlineData("Les\u2066 Tilleuls")]
    [InlineData("Les\u200bTilleuls")]
    [InlineData("Les\u2028Tilleuls")]
    [InlineData("Les\udb40\udc41Tilleuls")]
    [InlineData("Les\ue000Tilleuls")]
    public void nothing_hides_in_it(string given) => RegisterEstablishment.Decide(new(given, Sector.Social, Siret)).ShouldBeRefused(400);

    [Fact]
    public void it_has_its_bounds()
    {
        RegisterEstablishment.Decide(new(new('a', 200), Sector.Social, Siret)).Refusal.ShouldBeNull();
        RegisterEstablishment.Decide(new(new('a', 201), Sector.Social, Siret)).ShouldBeRefused(400);
    }
}
