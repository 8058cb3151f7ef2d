using PracticeAnalysis.Reporting.Names;
using PracticeAnalysis.ServiceDefaults.Texts;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_a_text_is_searched_for_names
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private static GroupNames Group(params IReadOnlyList<(int Person, string Name)> members) =>
        new(
            Key,
            [.. members.Select(m => new CalledBy(Given.Id(m.Person), [.. NameWords.OfName(m.Name).Select(w => NameWords.Digest(Key, w))]))]
        );

    private static int In(string text, string name, params IReadOnlyCollection<Guid> agreed) =>
        GroupNames.In([text], [Group((41, name))], agreed);

    [Theory]
    [InlineData("Le groupe note que Camille dit de sa cheffe qu'elle l'épuise.", "Camille Dupont", 1)]
    [InlineData("Ce que Camille Dupont en dit.", "Camille Dupont", 2)]
    [InlineData("Camille Dupont dit que sa cheffe l'épuise.", "Camille Dupont", 1)]
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
    public void a_word_counts_that_is_capitalised_within_a_sentence_however_it_is_accented(string text, string name, int words) =>
        In(text, name).ShouldBe(words);

    // What the decision says is not seen.
    [Theory]
    [InlineData("Claire, la consigne l'est devenue.", "Claire Martin")]
    [InlineData("Rien ne va. Pierre le dit.", "Pierre Martin")]
    [InlineData("Rien ne va !\nPierre le dit.", "Pierre Martin")]
    [InlineData("La consigne est claire, et la pierre est lourde.", "Claire Pierre")]
    [InlineData("Le groupe se dit De la Place.", "Anne de la Tour")]
    [InlineData("Avec Camile.", "Camille Dupont")]
    public void a_beginning_a_small_letter_a_particle_and_another_spelling_do_not(string text, string name) => In(text, name).ShouldBe(0);

    [Fact]
    public void who_agreed_may_be_named_and_with_them_whoever_bears_the_same_name()
    {
        const string Text = "Le groupe remercie Camille et Zoé.";
        var group = Group((41, "Camille Dupont"), (42, "Camille Martin"), (43, "Zoé Petit"));
        GroupNames.In([Text], [group], []).ShouldBe(2);
        GroupNames.In([Text], [group], [Given.Id(42)]).ShouldBe(1);
        GroupNames.In([Text], [group], [Given.Id(42), Given.Id(43)]).ShouldBe(0);
        GroupNames.In([Text], [], []).ShouldBe(0);
    }

    [Fact]
    public void under_another_key_a_name_is_another_word() =>
        NameWords.Digest(Key, "camille").ShouldNotBe(NameWords.Digest(new byte[32], "camille"));
}
