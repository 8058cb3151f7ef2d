using System.Text.Json;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Reporting.Groups;
using PracticeAnalysis.Reporting.Indicators;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_drawing_indicators
{
    private const string Bond = "degraded-social-relations";
    private static readonly Quarter Quarter = new(2026, 1);
    private static readonly DateTimeOffset Day = Story.Day(2, 10);
    private static readonly DateTimeOffset Late = Day.AddDays(1);

    private static Guid[] Persons(int from, int count) => [.. Enumerable.Range(from, count).Select(Given.Id)];

    // A group with one session of these persons, coded; the agreed bilan covers the day unless it is told otherwise.
    private static GroupRecord Group(int id, int facilitator, IReadOnlyList<Guid> present, string axis = Bond, DateOnly? until = null) =>
        Folding.Of<GroupRecord>(
            Given.Id(id),
            [
                Story.Sealing(Given.Id(id), present),
                Story.Activation(Given.Id(facilitator), Given.Id(id)),
                Story.Held(id, Day, 90, 10, present),
                Story.Coded(id, Late, new Theme(axis, "collective")),
                Story.Covering(new(2026, 1, 1), until ?? new(2026, 3, 31)),
            ]
        )!;

    // Two groups, two facilitators, five persons: what is released at the least.
    private static IReadOnlyList<GroupRecord> Enough => [Group(31, 10, Persons(100, 3)), Group(32, 11, Persons(200, 2))];

    private static Cell Cell(IReadOnlyList<GroupRecord> groups, string name, Quarter? quarter = null) =>
        EstablishmentIndicators.Of(groups, quarter ?? Quarter).Single(c => c.Name == name);

    [Fact]
    public void the_cells_are_always_the_same_in_the_same_order()
    {
        var names = EstablishmentIndicators.Of([], Quarter).Select(c => $"{c.Class} {c.Name}").ToList();
        names.ShouldBe([
            "A sessions-held",
            "A minutes-held",
            "B persons-covered",
            "B attendance-percent",
            "C axis/work-intensity-and-time",
            "C axis/emotional-demands",
            "C axis/lack-of-autonomy",
            "C axis/degraded-social-relations",
            "C axis/conflicts-of-values",
            "C axis/insecurity-of-work-situation",
            "C level/individual",
            "C level/collective",
            "C level/organisational",
        ]);
        EstablishmentIndicators.Of(Enough, Quarter).Select(c => $"{c.Class} {c.Name}").ShouldBe(names);
    }

    [Fact]
    public void what_the_establishment_knows_is_released_whatever_it_is()
    {
        Cell([], "sessions-held").ShouldBe(new("sessions-held", "A", 0, Quality.Released, null));
        Cell(Enough, "sessions-held").Value.ShouldBe(2);
        Cell(Enough, "minutes-held").Value.ShouldBe(180);
        Cell(Enough, "sessions-held", new(2025, 4)).Value.ShouldBe(0);
        Cell(Enough, "sessions-held", new(2026, 2)).Value.ShouldBe(0);
    }

    [Fact]
    [Keeps("floor")]
    [Breaks("floor")]
    public void five_distinct_persons_are_the_floor()
    {
        Cell(Enough, "persons-covered").ShouldBe(new("persons-covered", "B", 5, Quality.Released, null));
        Cell(Enough, "attendance-percent").Value.ShouldBe(25);
        Cell(Enough, $"axis/{Bond}").ShouldBe(new($"axis/{Bond}", "C", 2, Quality.Released, null));
        Cell(Enough, "level/collective").Value.ShouldBe(2);
        IReadOnlyList<GroupRecord> few = [Group(31, 10, Persons(100, 2)), Group(32, 11, Persons(200, 2))];
        IReadOnlyList<GroupRecord> same = [Group(31, 10, Persons(100, 4)), Group(32, 11, Persons(100, 4))];
        foreach (var groups in new[] { few, same })
        {
            foreach (var name in new[] { "persons-covered", "attendance-percent", $"axis/{Bond}", "level/collective" })
            {
                Cell(groups, name).ShouldBeMasked();
            }
        }
    }

    [Theory]
    [Keeps("dominance")]
    [Breaks("dominance")]
    [InlineData(68, 12, true)]
    [InlineData(69, 12, false)]
    [InlineData(22, 4, true)]
    [InlineData(23, 4, false)]
    public void no_person_is_behind_more_than_85_percent(int dominant, int others, bool released)
    {
        // 68 of 80 is 85 percent exactly; 22 of 26 lies below it, 23 of 27 above.
        var sessions = Enumerable
            .Range(0, dominant)
            .Select(i => Story.Held(1000 + i, Day, 60, 5, i < others ? [Given.Id(100), Given.Id(101 + (i % 4))] : [Given.Id(100)]));
        IReadOnlyList<GroupRecord> groups = [Story.Group([.. sessions])];
        Cell(groups, "persons-covered").Quality.ShouldBe(released ? Quality.Released : Quality.Masked);
    }

    [Fact]
    public void one_person_dominates_no_theme()
    {
        // Thirty codings of one person beside one of everybody, in two groups under two facilitators.
        IReadOnlyList<Fact> alone =
        [
            .. Enumerable
                .Range(0, 30)
                .SelectMany(i =>
                    new Fact[] { Story.Held(500 + i, Day, 60, 5, Given.Id(100)), Story.Coded(500 + i, Day, new Theme(Bond, "individual")) }
                ),
        ];
        var dominated = alone.Aggregate(Group(31, 10, Persons(100, 3)), (g, f) => Folding.Apply(g, g.Id, f));
        IReadOnlyList<GroupRecord> groups = [dominated, Group(32, 11, Persons(200, 2))];
        Cell(groups, $"axis/{Bond}").ShouldBeMasked();
        Cell(Enough, $"axis/{Bond}").Quality.ShouldBe(Quality.Released);
    }

    [Fact]
    [Keeps("opened-by-agreed-bilan")]
    [Breaks("opened-by-agreed-bilan")]
    public void themes_count_only_where_an_agreed_bilan_covers_their_date()
    {
        var coded = DateOnly.FromDateTime(Late.UtcDateTime);
        var covered = new[] { Group(31, 10, Persons(100, 3), until: coded), Group(32, 11, Persons(200, 2), until: coded) };
        Cell(covered, $"axis/{Bond}").Value.ShouldBe(2);
        var open = new[] { covered[0], Group(32, 11, Persons(200, 2), until: coded.AddDays(-1)) };
        Cell(open, $"axis/{Bond}").ShouldBeMasked();
        var none = Enough.Select(g => g with { Agreed = [] }).ToList();
        Cell(none, $"axis/{Bond}").ShouldBeMasked();
        Cell(none, "level/collective").ShouldBeMasked();
        Cell(none, "persons-covered").Value.ShouldBe(5);
    }

    [Fact]
    public void one_group_or_one_facilitator_releases_no_theme()
    {
        Cell([Group(31, 10, Persons(100, 8))], $"axis/{Bond}").ShouldBeMasked();
        Cell([Group(31, 10, Persons(100, 8)), Group(32, 10, Persons(200, 8))], $"axis/{Bond}").ShouldBeMasked();
        Cell([Group(31, 10, Persons(100, 8)), Group(32, 11, Persons(200, 8))], $"axis/{Bond}").Value.ShouldBe(2);
        Cell([Group(31, 10, Persons(100, 8))], "persons-covered").Value.ShouldBe(8);
    }

    [Fact]
    public void each_theme_has_its_own_floor()
    {
        IReadOnlyList<GroupRecord> split = [Group(31, 10, Persons(100, 8)), Group(32, 11, Persons(200, 8), "emotional-demands")];
        Cell(split, $"axis/{Bond}").ShouldBeMasked();
        Cell(split, "axis/emotional-demands").ShouldBeMasked();
        Cell(split, "level/collective").Value.ShouldBe(2);
    }

    [Fact]
    public void zero_few_and_forbidden_look_the_same()
    {
        var name = $"axis/{Bond}";
        Cell[] masked =
        [
            Cell([], name),
            Cell([Group(31, 10, Persons(100, 2)), Group(32, 11, Persons(200, 2))], name),
            Cell([.. Enough.Select(g => g with { Agreed = [] })], name),
            Cell([Group(31, 10, Persons(100, 8))], name),
        ];
        foreach (var cell in masked)
        {
            Json(cell).ShouldBe($$"""{"name":"{{name}}","class":"C","quality":"masked","reason":"{{Indicators.Cell.Withheld}}"}""");
        }
    }

    [Fact]
    public void a_coding_without_its_session_does_not_count()
    {
        var early = Folding.Of<GroupRecord>(
            Given.Id(32),
            [
                Story.Activation(Given.Id(11), Given.Id(32)),
                Story.Coded(32, Late, new Theme(Bond, "collective")),
                Story.Covering(new(2026, 1, 1), new(2026, 3, 31)),
            ]
        )!;
        Cell([Group(31, 10, Persons(100, 8)), early], $"axis/{Bond}").ShouldBeMasked();
    }

    [Fact]
    public void the_same_facts_give_the_same_bytes() =>
        Json(EstablishmentIndicators.Of(Enough, Quarter)).ShouldBe(Json(EstablishmentIndicators.Of(Enough, Quarter)));

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, FactJson.Options);
}

file static class Masked
{
    public static void ShouldBeMasked(this Cell cell) =>
        cell.ShouldBe(cell with { Value = null, Quality = Quality.Masked, Reason = Cell.Withheld });
}
