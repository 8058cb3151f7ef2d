using PracticeAnalysis.Reporting.Indicators;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>Every figure that is released is true by a fold over the events that was written apart: it knows neither records nor units.</summary>
public class when_figures_are_folded_apart
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void every_figure_told_holds_what_was_so(int seed)
    {
        var practice = new RandomPractice(seed, [9, 2], said: 0.2, odd: false);
        var (compared, content) = (0, 0);
        foreach (var release in practice.World.Released)
        {
            var year = release.ForCommissioner.Period.Length == 4;
            var folded = Folded(
                practice.World,
                release.Establishments,
                at => release.ForCommissioner.Period == CalendarPeriod.Of(at).ToString() || (year && at.Year == 2025)
            );
            foreach (var cell in release.ForCommissioner.Cells.Where(c => c.Quality == "released" && folded.ContainsKey(c.Code)))
            {
                // A roll-up's content is of those of its establishments that have groups enough.
                if (cell.Class == "C" && cell.Whole != folded["A1"])
                {
                    continue;
                }

                var (least, most) = (cell.Value ?? cell.Band!.Least, cell.Value ?? cell.Band!.Most);
                folded[cell.Code].ShouldBeInRange(least, most, $"{cell.Code} of {release.ForCommissioner.Period}");
                compared++;
                content += cell.Class == "C" ? 1 : 0;
            }
        }

        compared.ShouldBeGreaterThan(70);
        content.ShouldBeGreaterThan(5);
    }

    private static Dictionary<string, int> Folded(World world, IReadOnlyList<int> establishments, Func<DateTimeOffset, bool> holds)
    {
        var sums = new Dictionary<string, int>();
        void Add(string code, int value) => sums[code] = sums.GetValueOrDefault(code) + value;
        foreach (var group in world.Groups)
        {
            var facts = world.FactsOf(group);
            if (!establishments.Any(e => facts.OfType<ActivationNoted>().Single().Establishment == World.Establishment(e)))
            {
                continue;
            }

            var seats = facts.OfType<SealingNoted>().Single().Members.Count;
            Add("B5", seats);
            Add("B1", facts.OfType<SessionNoted>().Any(s => holds(s.Origin.OccurredAt)) ? seats : 0);
            foreach (var held in facts.OfType<SessionNoted>().Where(s => holds(s.Origin.OccurredAt)))
            {
                Add("A1", 1);
                Add("A2", held.Minutes);
                var axes = facts.OfType<ThemesNoted>().Single(t => t.Session == held.Session).Themes.Select(t => t.Axis).ToHashSet();
                foreach (var (axis, n) in Attacker.Axes.Select((a, n) => (a, n)))
                {
                    Add($"D{n + 1}", axes.Contains(axis) ? 1 : 0);
                }

                Add("G1", axes.Overlaps(Attacker.Axes[..2]) ? 1 : 0);
                for (var n = 2; n <= 6; n++)
                {
                    Add($"G{n}", axes.Contains(Attacker.Axes[n]) ? 1 : 0);
                }

                var pulse = facts.OfType<PulseNoted>().SingleOrDefault(p => p.Session == held.Session);
                Add("W1", pulse is not null && pulse.Scores[0].Favourable > pulse.Answered / 2.0 ? 1 : 0);
            }
        }

        return sums;
    }
}
