namespace PracticeAnalysis.Architecture;

/// <summary>Arrows between folders run one way, and each is on the list <c>arrows.txt</c>: <c>WRITE_ARROWS=1</c> writes it anew, to be read before it is
/// committed.</summary>
public class what_folders_name
{
    private static readonly string List = Path.Combine(Repository.Root, "tests", "Architecture", "arrows.txt");

    [Fact]
    public void makes_no_circle() => Arrows.Opened.SelectMany(a => Arrows.Circles(a)).ShouldBeEmpty();

    [Fact]
    public void makes_a_circle_that_is_seen_in_a_body_alone() =>
        Arrows.Circles(typeof(Hens.Hen).Assembly).ShouldBe(["Architecture/Eggs", "Architecture/Hens"]);

    [Fact]
    public void makes_a_circle_wherever_an_arrow_is_turned_round()
    {
        foreach (var service in Rules.Services)
        {
            Arrows.Of(service).ShouldNotBeEmpty();
            foreach (var (from, to) in Arrows.Of(service))
            {
                Arrows.Circles(service, (to, from)).ShouldNotBeEmpty($"{to} names {from}");
            }
        }
    }

    [Fact]
    public void is_on_the_list()
    {
        var found = Arrows.Opened.SelectMany(Arrows.Lines).ToList();
        if (Environment.GetEnvironmentVariable("WRITE_ARROWS") == "1")
        {
            File.WriteAllLines(List, found);
        }

        File.ReadAllLines(List).ShouldBe(found);
    }
}
