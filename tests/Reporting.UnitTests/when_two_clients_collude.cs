using System.Diagnostics;
using Google.OrTools.Sat;
using PracticeAnalysis.Reporting.Indicators;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>Clients pool a year of releases of every scope, and a member or a made-up one tells them all that they know. They solve for the presences of sessions
/// and persons, for what a group worked on, for answers: nothing, and five other values, stay possible.</summary>
public class when_two_clients_collude
{
    private sealed class Count
    {
        public int Sums { get; set; }

        public List<string> Solved { get; } = [];
    }

    [Fact]
    public void no_sum_is_solved_for()
    {
        var count = new Count();
        for (var seed = 1; seed <= 20; seed++)
        {
            Attack(seed, count, each: 1, all: false);
        }

        Observed.Tell($"twenty practices by chance: {count.Sums} sums gone for, {count.Solved.Count} solved");
        count.Solved.ShouldBeEmpty();
        count.Sums.ShouldBeGreaterThan(200);
    }

    [Fact]
    [Long("collusion")]
    public void nor_in_as_many_practices_as_ten_minutes_allow()
    {
        var (count, watch, seed) = (new Count(), Stopwatch.StartNew(), 1000);
        for (; watch.Elapsed < TimeSpan.FromMinutes(10); seed++)
        {
            Attack(seed, count, each: 4, all: true);
        }

        Observed.Tell($"{seed - 1000} practices by chance: {count.Sums} sums gone for, {count.Solved.Count} solved");
        count.Solved.ShouldBeEmpty();
    }

    [Fact]
    public void forty_establishments_of_ordinary_shape()
    {
        var random = new Random(7);
        var practice = new RandomPractice(7, [.. Enumerable.Range(0, 40).Select(_ => random.Next(1, 4))], odd: false);
        var years = practice
            .World.Released.Where(r => r.ForCommissioner.Period == "2025" && r.Scope.Kind == ScopeKind.Establishment)
            .Select(r => r.ForCommissioner)
            .ToList();
        years.Count.ShouldBe(40);
        bool Has(IndicatorsView view, string quality) => view.Cells.Any(c => c.Class == "C" && c.Quality == quality);
        var (own, pooled, said) = (
            years.Count(v => Has(v, "released")),
            years.Count(v => Has(v, "released") || Has(v, "pooled")),
            years.Count(v => v.Said!.Count > 0)
        );
        Observed.Tell(
            $"of forty establishments some content: figures of their own {own}, of their own or pooled {pooled}, said by their groups {said}, "
                + $"own or said {years.Count(v => Has(v, "released") || v.Said!.Count > 0)}, any of these {years.Count(v => Has(v, "released") || Has(v, "pooled") || v.Said!.Count > 0)}"
        );
        Observed.Tell(
            $"of forty establishments attendance in a band: {years.Count(v => v.Cells.Single(c => c.Code == "B2").Quality == "released")}"
        );
        pooled.ShouldBeGreaterThanOrEqualTo(32, "four in five, without what groups said too");
    }

    private static void Attack(int seed, Count count, int each, bool all)
    {
        var random = new Random(seed);
        IReadOnlyList<int> sizes = (seed % 4) switch
        {
            0 => [5, 2],
            1 => [1, 2, 3],
            2 => [4, 1, 1],
            _ => [1],
        };
        var practice = new RandomPractice(seed, sizes, said: random.NextDouble());
        var (circles, meetings) = (practice.Circles, practice.Meetings);
        var several = circles.SelectMany(c => c.Everybody).GroupBy(p => p).Where(p => p.Count() > 1).Select(p => p.Key);
        string?[] tellers = [null, .. several.Take(1), .. Pick(circles.SelectMany(c => c.Everybody).Distinct())];
        foreach (var teller in tellers)
        {
            Attacker Reader(bool content)
            {
                var reader = new Attacker(circles, meetings, teller);
                foreach (var release in practice.World.Released)
                {
                    reader.Reads(
                        release.Establishments.Select(e => $"{e}").ToHashSet(),
                        release.ForCommissioner.Period,
                        code => Band(release, code),
                        content
                    );
                }

                return reader;
            }

            var attacker = Reader(content: true);

            attacker.MayBe(attacker.Sum([]), 0).ShouldBeTrue("what is true is possible");
            IReadOnlyList<Circle> unknown = [.. circles.Where(c => !c.Everybody.Contains(teller ?? string.Empty))];
            IReadOnlyList<Meeting> hidden = [.. meetings.Where(m => unknown.Any(c => c.Name == m.Group))];
            foreach (var meeting in Pick(hidden))
            {
                Solve($"presences {meeting.Name}", attacker.Sum([meeting]), meeting.Members.Count);
                var of = hidden.Where(m => m.Group == meeting.Group && m.Quarter == meeting.Quarter).ToList();
                var person = meeting.Members[random.Next(meeting.Members.Count)];
                Solve($"person {person} in {meeting.Quarter}", attacker.Sum(of, p => p == person), of.Count);
            }

            foreach (var meeting in Pick(hidden.Where(m => m.Opened)))
            {
                Solve($"answers {meeting.Name}", attacker.Unfavourable(meeting), meeting.Members.Count);
            }

            foreach (var circle in Pick(unknown))
            {
                var opened = attacker.Opened([circle]);
                foreach (var axis in Pick(Attacker.Axes))
                {
                    Solve(
                        $"{axis} of {circle.Name}",
                        attacker.Sum(opened, axis),
                        opened.Count,
                        Math.Min(opened.Count, circle.Said.GetValueOrDefault(axis))
                    );
                }

                // Where few came few answered: of what presences leave possible, pulses tell nothing more.
                Solve(
                    $"pulse of {circle.Name}",
                    attacker.Sum(opened, "pulse"),
                    opened.Count,
                    unless: () =>
                    {
                        var before = Reader(content: false);
                        return before.Excluded(before.Sum(before.Opened([circle]), "pulse"), opened.Count, all: all);
                    }
                );
            }

            void Solve(string what, LinearExpr sum, int domain, int said = 0, Func<IReadOnlyList<int>>? unless = null)
            {
                count.Sums++;
                var excluded = attacker.Excluded(sum, domain, said, all);
                if (excluded.Count > 0 && excluded.Except(unless?.Invoke() ?? []).Any())
                {
                    count.Solved.Add($"practice {seed}, told by {teller}: {what} is not {string.Join(',', excluded)} of {domain}");
                }
            }
        }

        IEnumerable<T> Pick<T>(IEnumerable<T> of) => of.OrderBy(_ => random.Next()).Take(each);
    }

    private static (int Least, int Most)? Band(Released release, string code) =>
        release.ForCommissioner.Cells.Single(c => c.Code == code).Band is { } band ? (band.Least, band.Most) : null;
}
