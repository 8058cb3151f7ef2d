using Google.OrTools.LinearSolver;
using PracticeAnalysis.Reporting.Disclosure;
using PracticeAnalysis.Reporting.Indicators;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>Two clients pool a year of releases: one reads an establishment, the other one the association and the practice. They know
/// who was in which group when, and the methodology. Groups change by one person, merge, split, and sessions are told late. With linear
/// programming over all that was ever answered they solve for persons, groups and withheld figures: nothing is told more closely than the rounding base.</summary>
public class when_two_clients_collude
{
    private static readonly Scope North = new(ScopeKind.Establishment, "north");
    private static readonly Scope South = new(ScopeKind.Establishment, "south");
    private static readonly Scope Association = new(ScopeKind.Association, "123456789");
    private static readonly Scope Practice = new(ScopeKind.Practice, "all");
    private static readonly Cube Cube = IndicatorCatalogue.Newest.Cube();
    private static readonly string[] Themes =
    [
        .. IndicatorCatalogue.Mapping.Codes.SelectMany(c => IndicatorCatalogue.Levels.Select(l => $"{c.Code}/{l}")),
    ];

    // What they go for: the loads, the levels, each theme at each level, presences, what was answered without a name.
    private static readonly string[] Aims =
    [
        .. Cube.Cells.Where(c => c.Elements.Any(e => e.StartsWith("theme/", StringComparison.Ordinal))).Select(c => c.Code),
        "B2",
        "C1",
        "W1",
        "pulse/usefulness/less",
    ];

    [Fact]
    public void nothing_is_told_more_closely_than_the_rounding_base() => Attack(1, 1, [.. Aims.Where((_, n) => n % 6 == 0)], 2);

    [Theory]
    [Long("collusion")]
    [InlineData(3, 12)]
    [InlineData(4, 12)]
    [InlineData(5, 12)]
    [InlineData(6, 12)]
    [InlineData(7, 12)]
    [InlineData(8, 12)]
    public void the_same_for_every_person_and_other_years(int seed, int persons) => Attack(seed, persons, Aims, 4);

    [Fact]
    public void without_suppression_they_find_persons()
    {
        var world = Year(1, 1, out var quarters);
        var found = 0;
        foreach (var quarter in quarters)
        {
            // The same releases, with every figure as it is: no floor, no rounding, no figure withheld, no correction refused.
            var plain = world
                .Released.Where(r => r.ForCommissioner.Period == quarter.ToString())
                .Select(r => new Told(
                    r.Contributions,
                    Cube.Cells.Where(c => c.Shown).ToDictionary(c => c.Code, c => Cube.In(c, r.Contributions).Sum(x => x.Value))
                ))
                .ToList();
            var late = plain[0].Contributions.First(c => c.Element == "present");
            var person = late.Persons[0];
            IReadOnlyList<Contribution> told =
            [
                .. plain[0].Contributions,
                late with
                {
                    Source = "late",
                    Value = 1,
                    Persons = [person],
                },
                late with
                {
                    Source = "late",
                    Element = $"theme/{Themes[3]}",
                    Value = 1,
                    Persons = [person],
                },
            ];
            plain.Add(new(told, Cube.Cells.Where(c => c.Shown).ToDictionary(c => c.Code, c => Cube.In(c, told).Sum(x => x.Value))));
            using var pool = new Pool(plain, blur: 0, persons: 99);
            found += Aims.Count(aim => pool.OfPerson(person, aim, "late") is 1);
        }

        Observed.Tell($"without suppression {found} figures of persons are found");
        found.ShouldBeGreaterThan(10);
    }

    private static void Attack(int seed, int persons, IReadOnlyList<string> aims, int length)
    {
        var world = Year(seed, length, out var quarters);
        var (solved, least, shown, plain, cells) = (0, int.MaxValue, 0, 0, 0);
        foreach (var quarter in quarters)
        {
            var released = world.Released.Where(r => r.ForCommissioner.Period == quarter.ToString()).ToList();
            var told = released.Select(r => new Told(r.Contributions, MakeRelease.FiguresOf(r.ForCommissioner))).ToList();
            using var pool = new Pool(told, Cube.Blur, persons);
            foreach (var aim in aims)
            {
                foreach (var group in pool.Groups)
                {
                    Solved(pool.OfGroup(group, aim));
                    foreach (var person in pool.Singled(group))
                    {
                        Solved(pool.OfPerson(person, aim));
                    }
                }

                foreach (var release in told.Where(t => Primary.Unsafe(Cube, Cell(aim), t.Contributions, World.Floor) is not null))
                {
                    Solved(pool.Of(release.Contributions, aim));
                }
            }

            foreach (var release in told)
            {
                cells += Cube.Cells.Count(c => c.Shown);
                shown += release.Shown.Count;
                plain += Cube.Cells.Count(c => c.Shown && PersonsIn(c, release.Contributions) >= World.Floor);
            }
        }

        Observed.Tell(
            $"seed {seed}: {solved} sums solved for, none told to fewer than {least} values; "
                + $"{100 * shown / cells} % of {cells} figures are shown, a plain floor would show {100 * plain / cells} %"
        );
        least.ShouldBeGreaterThanOrEqualTo(IndicatorCatalogue.Base);
        shown.ShouldBeGreaterThan(cells / 5, "what shows nothing is safe, and of no use");

        void Solved(int values)
        {
            solved++;
            least = Math.Min(least, values);
        }
    }

    private static int PersonsIn(CellDefinition cell, IReadOnlyList<Contribution> contributions) =>
        Cube.In(cell, contributions).SelectMany(c => c.Persons).Distinct().Count();

    private static CellDefinition Cell(string code) => Cube.Cells.Single(c => c.Code == code);

    // Seven groups in two establishments over four quarters.
    private static World Year(int seed, int length, out Quarter[] quarters)
    {
        quarters =
        [
            .. new Quarter[] { new(2025, 4), new(2025, 3), new(2025, 2), new(2025, 1) }
                .Take(length)
                .Reverse(),
        ];
        var random = new Random(seed);
        var world = new World();
        var members = Enumerable.Range(1, 7).ToDictionary(g => g, g => Enumerable.Range(100 * g, 6 + random.Next(4)).ToList());
        foreach (var (g, persons) in members)
        {
            world.Found(g, g <= 4 ? 1 : 2, g % 3, persons);
        }

        foreach (var (quarter, n) in quarters.Select(q => (q, q.Number - 1)))
        {
            // Each quarter a group gains or loses one person; in the third two groups merge, in the fourth one splits.
            var changing = 1 + random.Next(7);
            if (members.TryGetValue(changing, out var changed))
            {
                if (random.Next(2) == 0)
                {
                    changed.Add((100 * changing) + 50 + n);
                }
                else
                {
                    changed.RemoveAt(0);
                }
            }

            if (n == 2 && members.Remove(2, out var merged))
            {
                members[1] = [.. members[1].Take(5), .. merged.Take(5)];
            }

            if (n == 3)
            {
                members[8] = [.. members[1].Skip(4)];
                members[1] = [.. members[1].Take(4)];
                world.Found(8, 1, 2, members[8]);
            }

            foreach (var (g, persons) in members)
            {
                for (var session = 0; session < 3; session++)
                {
                    Meet(g, persons, quarter.From.AddDays(10 + (25 * session)));
                }
            }

            world.Release(South, quarter, [2]);
            world.Release(Practice, quarter, [1, 2]);
            world.Release(North, quarter, [1]);
            world.Release(Association, quarter, [1, 2]);

            // A session is told late: one person's is refused as a correction, a group's is not.
            Meet(3, [members[3][0]], quarter.From.AddDays(80));
            world.Release(North, quarter, [1]).ShouldBreak("always", "release-difference", "design");
            Meet(4, members[4], quarter.From.AddDays(81), presence: 1);
            world.Release(North, quarter, [1]).Refusal.ShouldBeNull();
            world.Release(Association, quarter, [1, 2]).Refusal.ShouldBeNull();
        }

        return world;

        void Meet(int group, IReadOnlyList<int> persons, DateTimeOffset at, double presence = 0.88)
        {
            var present = persons.Where(_ => random.NextDouble() < presence).ToList();
            world.Meet(
                group,
                at,
                present.Count == 0 ? [persons[0]] : present,
                [.. Enumerable.Range(0, 1 + random.Next(2)).Select(_ => Themes[random.Next(Themes.Length)]).Distinct()]
            );
            if (present.Count > 5)
            {
                world.Pulse(group, present.Count - 1, random.Next(present.Count));
            }
        }
    }

    /// <summary>What the clients know, written apart from the service: unknowns for some persons and for the rest of each group, by
    /// element and by which releases hold what they did.</summary>
    private sealed class Pool : IDisposable
    {
        private readonly Solver _solver = Solver.CreateSolver("GLOP");
        private readonly Dictionary<(Guid Group, string Held, Guid Person, string Element), Variable> _unknown = [];
        private readonly IReadOnlyList<Contribution> _all;
        private readonly Dictionary<string, string> _held;
        private readonly HashSet<Guid> _singled;

        public Pool(IReadOnlyList<Told> releases, int blur, int persons)
        {
            _all = [.. releases.SelectMany(r => r.Contributions).DistinctBy(c => c.Key)];
            _held = _all.Select(c => c.Source)
                .Distinct()
                .ToDictionary(s => s, s => string.Concat(releases.Select(r => r.Contributions.Any(c => c.Source == s) ? '1' : '0')));
            _singled = [.. Groups.SelectMany(g => PersonsOf(g).Take(persons))];
            foreach (var told in releases)
            {
                foreach (var (code, shown) in told.Shown)
                {
                    var constraint = _solver.MakeConstraint(Math.Max(0, shown - blur), shown + blur, string.Empty);
                    foreach (var unknown in Unknowns(told.Contributions, code))
                    {
                        constraint.SetCoefficient(unknown, 1);
                    }
                }
            }
        }

        public IEnumerable<Guid> Groups => _all.Select(c => c.Group).Distinct();

        /// <summary>The persons of a group that they go for.</summary>
        public IEnumerable<Guid> Singled(Guid group) => PersonsOf(group).Where(_singled.Contains);

        public int OfGroup(Guid group, string aim) => Values(Unknowns([.. _all.Where(c => c.Group == group)], aim));

        public int Of(IReadOnlyList<Contribution> contributions, string aim) => Values(Unknowns(contributions, aim));

        public int OfPerson(Guid person, string aim, string? source = null) =>
            Values(Unknowns([.. _all.Where(c => c.Persons.Contains(person) && (source is null || c.Source == source))], aim, only: person));

        public void Dispose() => _solver.Dispose();

        private IEnumerable<Guid> PersonsOf(Guid group) => _all.Where(c => c.Group == group).SelectMany(c => c.Persons).Distinct().Order();

        // Who was at a session they know; on what it was, they do not.
        private IEnumerable<Variable> Unknowns(IReadOnlyList<Contribution> contributions, string code, Guid? only = null) =>
            from part in contributions
                .SelectMany(c => c.Persons.Select(p => (c.Group, Held: _held[c.Source], Person: _singled.Contains(p) ? p : Guid.Empty)))
                .Distinct()
            where only is null || part.Person == only
            from element in Cell(code).Elements
            select Unknown(part.Group, part.Held, part.Person, element);

        private Variable Unknown(Guid group, string held, Guid person, string element)
        {
            var key = (group, held, person, element);
            if (!_unknown.TryGetValue(key, out var unknown))
            {
                unknown = _solver.MakeNumVar(0, 10_000, string.Empty);
                _unknown[key] = unknown;
            }

            return unknown;
        }

        private int Values(IEnumerable<Variable> sum)
        {
            var unknowns = sum.ToList();
            return (int)(Math.Floor(Best(unknowns, most: true) + 1e-6) - Math.Ceiling(Best(unknowns, most: false) - 1e-6)) + 1;
        }

        private double Best(List<Variable> unknowns, bool most)
        {
            _solver.Objective().Clear();
            foreach (var unknown in unknowns)
            {
                _solver.Objective().SetCoefficient(unknown, 1);
            }

            _solver.Objective().SetOptimizationDirection(most);
            _solver.Solve().ShouldBe(Solver.ResultStatus.OPTIMAL);
            return _solver.Objective().Value();
        }
    }
}
