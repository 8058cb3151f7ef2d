using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Reporting.Groups;
using PracticeAnalysis.Reporting.Indicators;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>Every figure that is released equals a fold over the events that was written apart: it knows neither records nor contributions.</summary>
public class when_figures_are_folded_apart
{
    private static readonly Quarter Quarter = new(2026, 1);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void every_figure_shown_is_the_same(int seed)
    {
        var random = new Random(seed);
        var world = new World();
        for (var g = 1; g <= 5; g++)
        {
            int[] persons = [.. Enumerable.Range(100 * g, 7 + random.Next(4))];
            world.Found(g, 1, g % 3, persons);
            for (var session = 0; session < 4; session++)
            {
                int[] present = [.. persons.Where(_ => random.NextDouble() < 0.85)];
                string[] themes = [Theme(random), Theme(random)];
                world.Meet(g, Quarter.From.AddDays(-20 + (30 * session)), present, [.. themes.Distinct()]);
            }

            Guid Track(int n) => Given.Id(8000 + (10 * g) + n);
            for (var n = 0; n < 3; n++)
            {
                TrackLearned Told(string state, int day, long version) =>
                    new(
                        new TrackStateChanged(
                            Track(n),
                            World.GroupId(g),
                            Given.Id(2),
                            state,
                            new(Track(n), version, Quarter.From.AddDays(day)),
                            [World.Person(persons[n]), World.Person(persons[n + 1])]
                        )
                    );
                world.Tell(g, Told("opened", 5 + n, 1));
                if (random.Next(2) == 0)
                {
                    world.Tell(g, Told("completed", 40 + n, 2));
                }
            }
        }

        world.Release(new(ScopeKind.Establishment, "one"), Quarter, [1]).Refusal.ShouldBeNull();
        var view = world.Released[0].ForCommissioner;
        var folded = Folded(world);
        var compared = 0;
        foreach (var cell in view.Cells.Where(c => c.Value is not null && folded.ContainsKey(c.Code)))
        {
            var exact = folded[cell.Code];
            cell.Value.ShouldBe(cell.Class == "A" ? exact : (int)Math.Round(exact / 5.0, MidpointRounding.AwayFromZero) * 5, cell.Code);
            compared++;
        }

        compared.ShouldBeGreaterThan(12);
    }

    private static string Theme(Random random) =>
        $"{IndicatorCatalogue.Mapping.Codes[random.Next(7)].Code}/{IndicatorCatalogue.Levels[random.Next(3)]}";

    private static Dictionary<string, int> Folded(World world)
    {
        string[] gollac =
        [
            "work-intensity-and-time",
            "emotional-demands",
            "lack-of-autonomy",
            "degraded-social-relations",
            "conflicts-of-values",
            "insecurity-of-work-situation",
        ];
        var sums = new Dictionary<string, int>();
        void Add(string code, int value) => sums[code] = sums.GetValueOrDefault(code) + value;
        foreach (var group in world.Groups)
        {
            var present = new Dictionary<Guid, int>();
            var came = new HashSet<Guid>();
            var opened = new Dictionary<Guid, DateTimeOffset>();
            foreach (var fact in world.FactsOf(group))
            {
                switch (fact)
                {
                    case SealingLearned { Message: var m }:
                        Add("B4", m.Members.Count);
                        Add("B5", m.Members.Count);
                        break;
                    case SessionLearned { Message: var m } when InQuarter(m.Origin.OccurredAt):
                        present[m.Session] = m.Present.Count;
                        came.UnionWith(m.Present);
                        Add("A1", 1);
                        Add("A2", m.Minutes);
                        Add("B2", m.Present.Count);
                        Add("B3", m.Enrolled);
                        Add("C1", m.Present.Count);
                        break;
                    case ThemesLearned { Message: var m } when InQuarter(m.Origin.OccurredAt):
                        foreach (var theme in m.Themes)
                        {
                            var axis = theme.Axis == "working-hours" ? gollac[0] : theme.Axis;
                            Add($"G{Array.IndexOf(gollac, axis) + 1}", present[m.Session]);
                            Add($"L{Array.IndexOf(["individual", "collective", "organisational"], theme.Level) + 1}", present[m.Session]);
                            if (axis == gollac[0])
                            {
                                Add(theme.Axis == "working-hours" ? "D2" : "D1", present[m.Session]);
                            }
                            else
                            {
                                Add($"D{Array.IndexOf(gollac, axis) + 2}", present[m.Session]);
                            }
                        }

                        break;
                    case TrackLearned { Message: { State: "opened" } m } when InQuarter(m.Origin.OccurredAt):
                        opened[m.Track] = m.Origin.OccurredAt;
                        Add("T1", 1);
                        break;
                    case TrackLearned { Message: { State: "completed" } m } when InQuarter(m.Origin.OccurredAt):
                        Add("T3", 1);
                        Add("T4", (m.Origin.OccurredAt - opened[m.Track]).Days);
                        break;
                }
            }

            Add("B1", came.Count);
        }

        return sums;
    }

    private static bool InQuarter(DateTimeOffset at) => at.Year == 2026 && at.Month <= 3;
}
