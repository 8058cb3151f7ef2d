using PracticeAnalysis.Privacy;
using PracticeAnalysis.Reporting.Negotiation.Names;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_a_text_is_searched_for_names
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private static GroupNames Group(params IReadOnlyList<(int Person, string Name)> members) =>
        new(
            Key,
            [
                .. members.Select(m => new CalledBy(
                    Given.Id(m.Person),
                    [.. NameWords.AsWritten(m.Name).Select(w => NameWords.Digest(Key, w))]
                )),
            ]
        );

    private static int In(string text, string name, params IReadOnlyCollection<Guid> agreed) =>
        GroupNames.In([text], [Group((41, name))], agreed).Words;

    [Theory]
    [InlineData("Le groupe note que Camille dit de sa cheffe qu'elle l'épuise.", "Camille Dupont", 1)]
    [InlineData("Ce que Camille Dupont en dit.", "Camille Dupont", 2)]
    [InlineData("Camille Dupont dit que sa cheffe l'épuise.", "Camille Dupont", 2)]
    [InlineData("Selon Mme Dupont, rien ne va.", "Camille Dupont", 1)]
    [InlineData("Rien ne va. M. Dupont le dit.", "Camille Dupont", 1)]
    [InlineData("Mme. Dupont le dit.", "Camille Dupont", 1)]
    [InlineData("C. Dupont le dit.", "Camille Dupont", 1)]
    [InlineData("DUPONT le dit.", "Camille Dupont", 1)]
    [InlineData("Avec Benedicte et les autres.", "Bénédicte Œuvrard", 1)]
    [InlineData("Avec BÉNÉDICTE et OEUVRARD.", "Bénédicte Œuvrard", 2)]
    [InlineData("Avec Be\u0301ne\u0301dicte.", "Bénédicte Œuvrard", 1)]
    [InlineData("Avec Béné\u200bdicte.", "Bénédicte Œuvrard", 1)]
    [InlineData("Avec Anne-Lise et d'Artagnan.", "Anne-Lise d'Artagnan", 3)]
    [InlineData("Claire, la consigne l'est devenue.", "Claire Martin", 1)]
    [InlineData("Rien ne va. Pierre le dit.", "Pierre Martin", 1)]
    [InlineData("Rien ne va !\nPierre le dit.", "Pierre Martin", 1)]
    [InlineData("« Aïcha a pleuré. (Martin ne dort plus.)\n- Dupont en veut à la direction.", "Aïcha Martin Dupont", 3)]
    [InlineData("Avec Mar-tin, et Mar\ntin.", "Pierre Martin", 2)]
    [InlineData("Avec Du pont.", "Camille Dupont", 1)]
    [InlineData("Avec MarieClaire.", "Marie-Claire Petit", 1)]
    [InlineData("Avec Bensalah.", "Nour Ben Salah", 1)]
    [InlineData("Avec ONeill, et O\u2019neill.", "Sean O'Neill", 2)]
    [InlineData("Les Annes et les Martins.", "Anne Martin", 2)]
    [InlineData("Avec M\u20dda\u20ddrtin.", "Pierre Martin", 1)]
    [InlineData("Avec So\ufb01a.", "Sofia Petit", 1)]
    [InlineData("Avec KowalskiAmina.", "Amina Kowalski", 1)]
    [InlineData("Avec A.m.i.n.a, et A m i n a.", "Amina Kowalski", 2)]
    [InlineData("Avec xDiallo.", "Amina Diallo", 1)]
    [InlineData("Avec Am1na D1all0.", "Amina Diallo", 1)]
    [InlineData("Avec Am&#105;na et Di<br>allo.", "Amina Diallo", 2)]
    [InlineData("Écrire à amina.kowalski@chu.fr, ou amina_kowalski.", "Amina Kowalski", 4)]
    public void a_word_counts_that_is_capitalised_however_it_is_accented_and_wherever_it_stands(string text, string name, int words) =>
        In(text, name).ShouldBe(words);

    // What the decision says is not seen.
    [Theory]
    [InlineData("La consigne est claire, et la pierre est lourde.", "Claire Pierre")]
    [InlineData("Le groupe se dit De la Place.", "Anne de la Tour")]
    [InlineData("Avec Camile.", "Camille Dupont")]
    [InlineData("Voir https://exemple.org, à 10h30 ; le 2e groupe, 30°C.", "Anne Petit")]
    public void a_small_letter_a_particle_and_another_spelling_do_not(string text, string name) => In(text, name).ShouldBe(0);

    [Theory]
    [InlineData("\uff24\uff35\uff30\uff2f\uff2e\uff34")]
    [InlineData("M\u0430rtin")]
    [InlineData("Mart\u03b9n")]
    [InlineData("\u1d0d\u1d00\u0280\u1d1b\u026a\u0274")]
    [InlineData("\U0001d40c\U0001d41a\U0001d42b\U0001d42d\U0001d422\U0001d427")]
    [InlineData("\u202enitraM\u202c")]
    public void letters_that_only_look_like_the_names_are_not_taken(string name) =>
        GroupNames.In([$"Avec {name}."], [Group((41, "Pierre Martin"))], []).Disguised.ShouldBeTrue();

    [Fact]
    public void what_french_is_written_with_is_taken() =>
        GroupNames
            .In(["Le 2\u1d49 groupe, à Œyreluy : « ça va ; l’été, 30\u00a0°C, 5\u00a0% — soit 3 × 4 € ». Łódź. De\ufb01.\u200b"], [], [])
            .Disguised.ShouldBeFalse();

    [Fact]
    public void who_agreed_may_be_named_and_with_them_whoever_bears_the_same_name()
    {
        const string Text = "Le groupe remercie Camille et Zoé.";
        var group = Group((41, "Camille Dupont"), (42, "Camille Martin"), (43, "Zoé Petit"));
        var found = GroupNames.In([Text], [group], []);
        found.Words.ShouldBe(2);
        found.Bearers.ShouldBe([Given.Id(41), Given.Id(42), Given.Id(43)], ignoreOrder: true);
        GroupNames.In([Text], [group], [Given.Id(42)]).Words.ShouldBe(1);
        GroupNames.In([Text], [group], [Given.Id(42), Given.Id(43)]).Words.ShouldBe(0);
        GroupNames.In([Text], [], []).Words.ShouldBe(0);
    }

    [Fact]
    public void under_another_key_a_name_is_another_word() =>
        NameWords.Digest(Key, "camille").ShouldNotBe(NameWords.Digest(new byte[32], "camille"));

    [Fact]
    public void where_a_members_name_is_gone_whatever_stands_there_may_say_it()
    {
        GroupNames.In(["Denis a refusé de parler."], [Group((41, "Camille Dupont"))], []).MayName.ShouldBeFalse();
        var found = GroupNames.In(["Denis a refusé de parler."], [Group((41, "Camille Dupont")) with { IsWhole = false }], []);
        (found.Words, found.MayName).ShouldBe((0, true));
    }
}
