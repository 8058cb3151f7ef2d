using CsCheck;
using PracticeAnalysis.Reporting.Disclosure;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>Whatever is counted, nothing unsafe can be worked out from what is shown, of one release or of many; by an attacker written apart.</summary>
public class when_figures_are_suppressed
{
    private const int Floor = 5;
    private static readonly string[] Axes = ["a", "b", "c"];
    private static readonly string[] Levels = ["x", "y"];

    private static readonly Cube Cube = new(
        [
            .. Axes.Select(a => new CellDefinition(a, [.. Levels.Select(l => $"{a}{l}")], Content: true)),
            .. Levels.Select(l => new CellDefinition(l, [.. Axes.Select(a => $"{a}{l}")], Content: true)),
            .. Axes.SelectMany(a => Levels.Select(l => new CellDefinition($"{a}{l}", [$"{a}{l}"], Content: true, Shown: false))),
            new("total", [.. Axes.SelectMany(a => Levels.Select(l => $"{a}{l}"))], Content: true),
        ],
        new Dictionary<string, string>(),
        5
    );

    // Groups of three to nine persons under three facilitators, each with sessions on one or two themes.
    private static readonly Gen<IReadOnlyList<Contribution>> Contributed = Gen.Select(
            Gen.Int[3, 9],
            Gen.Int[0, 2],
            Gen.Int[0, 5].Array[1, 2].Array[1, 3]
        )
        .Array[2, 5]
        .Select(
            IReadOnlyList<Contribution> (groups) =>
                [
                    .. groups.SelectMany(
                        (g, number) =>
                            g.Item3.SelectMany(
                                (themes, session) =>
                                    themes
                                        .Distinct()
                                        .Select(t =>
                                            Of(
                                                $"{number}.{session}",
                                                $"{Axes[t / 2]}{Levels[t % 2]}",
                                                number,
                                                g.Item2,
                                                Persons(number, g.Item1)
                                            )
                                        )
                            )
                    ),
                ]
        );

    private static Guid[] Persons(int group, int count) => [.. Enumerable.Range((100 * group) + 1000, count).Select(Given.Id)];

    private static Contribution Of(string source, string element, int group, int facilitator, Guid[] persons) =>
        new(source, element, persons.Length, Given.Id(group), Given.Id(50 + facilitator), persons);

    private static Suppressed Release(IReadOnlyList<Told> before, IReadOnlyList<Contribution> contributions) =>
        Suppressing.Of(Cube, before, contributions, Floor);

    private static void NothingUnsafeIsTold(IReadOnlyList<Told> releases)
    {
        var attacker = new SolvedApart(Cube, releases, Cube.Blur);
        foreach (var told in releases)
        {
            foreach (var cell in Cube.Cells.Where(c => Primary.Unsafe(Cube, c, told.Contributions, Floor) is not null))
            {
                attacker.Values(Cube, cell.Code, told.Contributions).ShouldBeGreaterThanOrEqualTo(Cube.Base, cell.Code);
            }
        }
    }

    [Fact]
    [Keeps("complementary")]
    public void nothing_unsafe_can_be_worked_out_from_one_release()
    {
        var shown = 0;
        Contributed.Sample(
            contributions =>
            {
                var released = Release([], contributions);
                shown += released.Shown.Count;
                NothingUnsafeIsTold([new(contributions, released.Shown)]);
            },
            iter: 25,
            threads: 1
        );

        // Chance that never shows anything would prove nothing.
        shown.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void what_rounding_does_not_hide_is_hidden_by_withholding_another_figure()
    {
        // Eighteen and eighteen are shown as 20 and 20, and 36 as 35: together they say that the third axis has one at the most.
        IReadOnlyList<Contribution> contributions =
        [
            .. Enumerable.Range(1, 4).Select(g => Of($"{g}", g < 3 ? "ax" : "by", g, g % 2, Persons(g, 9))),
        ];
        var exposed = new Told(
            contributions,
            new Dictionary<string, int>
            {
                ["a"] = 20,
                ["b"] = 20,
                ["total"] = 35,
            }
        );
        new SolvedApart(Cube, [exposed], Cube.Blur).Values(Cube, "c", contributions).ShouldBe(2);

        var released = Release([], contributions);
        released.Withheld.ShouldContain(w => w.Value == Withheld.Complementary);
        released.Shown.Count.ShouldBeGreaterThan(1, "the fewest are withheld");
        NothingUnsafeIsTold([new(contributions, released.Shown)]);
    }

    [Fact]
    public void a_further_release_never_reveals_what_an_earlier_one_kept() =>
        Gen.Select(Contributed, Contributed, Gen.Int[1, 4])
            .Sample(
                (first, second, late) =>
                {
                    var one = new Told(first, Release([], first).Shown);

                    // A correction: the last sessions were told late.
                    var sources = first.Select(c => c.Source).Distinct().Order().ToList();
                    var kept = first.Where(c => !sources.TakeLast(Math.Min(late, sources.Count - 1)).Contains(c.Source)).ToList();
                    var early = new Told(kept, Release([], kept).Shown);
                    var corrected = new Told(first, Release([early], first).Shown);
                    NothingUnsafeIsTold([early, corrected]);

                    // A roll-up over this establishment and another one, that published before or after.
                    var other = second.Select(c => c with { Source = $"other/{c.Source}", Group = Given.Id(500 + c.Value) }).ToList();
                    IReadOnlyList<Contribution> all = [.. first, .. other];
                    var rolled = new Told(all, Release([one], all).Shown);
                    NothingUnsafeIsTold([one, rolled, new(other, Release([one, rolled], other).Shown)]);
                },
                iter: 8,
                threads: 1
            );

    [Fact]
    [Breaks("complementary")]
    public void without_suppression_the_same_attacker_finds_them()
    {
        var found = 0;
        Contributed.Sample(
            contributions =>
            {
                var plain = new Told(
                    contributions,
                    Cube.Cells.Where(c => c.Shown && Primary.Unsafe(Cube, c, contributions, Floor) is null)
                        .ToDictionary(c => c.Code, c => Cube.In(c, contributions).Sum(x => x.Value))
                );
                var attacker = new SolvedApart(Cube, [plain], blur: 0);
                found += Cube
                    .Cells.Where(c => Primary.Unsafe(Cube, c, contributions, Floor) is not null)
                    .Count(c => attacker.Values(Cube, c.Code, contributions) < Cube.Base);
            },
            iter: 15,
            threads: 1
        );
        found.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void the_same_input_gives_the_same_release() =>
        Contributed.Sample(
            contributions =>
            {
                var (one, other) = (Release([], contributions), Release([], [.. contributions.Reverse()]));
                other.Shown.OrderBy(s => s.Key).ShouldBe(one.Shown.OrderBy(s => s.Key));
                other.Withheld.OrderBy(s => s.Key).ShouldBe(one.Withheld.OrderBy(s => s.Key));
            },
            iter: 8,
            threads: 1
        );

    [Fact]
    [Keeps("floor")]
    [Breaks("floor")]
    public void five_distinct_persons_are_the_floor()
    {
        IReadOnlyList<Contribution> With(int more) =>
            [Of("1", "ax", 1, 0, Persons(1, 3)), Of("2", "ax", 2, 1, Persons(2, more)), Of("3", "by", 3, 2, Persons(3, 1))];
        Why("a", With(2)).ShouldBeNull();
        Why("a", With(1)).ShouldBe(Withheld.Few);
        Why("a", []).ShouldBe(Withheld.Few);
        Why("a", [Of("1", "ax", 1, 0, Persons(1, 3)), Of("2", "ax", 2, 1, Persons(1, 3))]).ShouldBe(Withheld.Few, "twice the same three");
        Primary.Unsafe(Cube, Cube.Cells[0], With(6), 10).ShouldBe(Withheld.Few);
        Primary.Unsafe(Cube, Cube.Cells[0], With(7), 10).ShouldBeNull();
    }

    [Theory]
    [Keeps("dominance")]
    [Breaks("dominance")]
    [InlineData(68, 12, true)]
    [InlineData(69, 12, false)]
    public void nobody_is_more_than_85_percent(int dominant, int others, bool shown)
    {
        IReadOnlyList<Contribution> presences =
        [
            .. Enumerable.Range(0, dominant).Select(i => Of($"d{i}", "ax", i % 2, i % 2, Persons(1, 1))),
            .. Enumerable.Range(0, others).Select(i => Of($"o{i}", "ax", 3, 2, [Given.Id(5000 + (i % 6))])),
        ];
        Why("a", presences).ShouldBe(shown ? null : Withheld.Dominance);
    }

    [Fact]
    public void one_group_one_facilitator_or_everyone_alike_hide_content()
    {
        var eight = Persons(1, 8);
        Why("a", [Of("1", "ax", 1, 0, eight), Of("2", "ax", 1, 1, eight)]).ShouldBe(Withheld.SingleGroup);
        Why("a", [Of("1", "ax", 1, 0, eight), Of("2", "ax", 2, 0, Persons(2, 8))]).ShouldBe(Withheld.SingleFacilitator);
        Why("a", [Of("1", "ax", 1, 0, eight), Of("2", "ax", 2, 1, Persons(2, 8))]).ShouldBeNull();
        var whole = Cube with { Cells = [.. Cube.Cells.Select(c => c.Code == "a" ? c with { Whole = "total" } : c)] };
        IReadOnlyList<Contribution> alike = [Of("1", "ax", 1, 0, eight), Of("2", "ay", 2, 1, Persons(2, 8))];
        Primary.Unsafe(whole, whole.Cells[0], alike, Floor).ShouldBe(Withheld.Unanimity);
        Primary.Unsafe(whole, whole.Cells[0], [.. alike, Of("3", "bx", 3, 2, eight)], Floor).ShouldBeNull();
    }

    [Fact]
    public void what_is_shown_is_rounded_to_the_base()
    {
        var released = Release(
            [],
            [Of("1", "ax", 1, 0, Persons(1, 8)), Of("2", "ax", 2, 1, Persons(2, 9)), Of("3", "by", 3, 2, Persons(3, 9))]
        );
        released.Shown["a"].ShouldBe(15);
        released.Shown["total"].ShouldBe(25);
        released.Withheld["b"].ShouldBe(Withheld.SingleGroup);
    }

    private static Withheld? Why(string code, IReadOnlyList<Contribution> contributions) =>
        Primary.Unsafe(Cube, Cube.Cells.Single(c => c.Code == code), contributions, Floor);
}
