using PracticeAnalysis.Reporting.Indicators;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>A practice's year by chance, in the order in which it is told: some groups nobody comes to, some themes are everywhere, persons are in two groups,
/// join or are made up, sessions are told late, groups say what they worked on. Every scope is released, in an order by chance.</summary>
internal sealed class RandomPractice
{
    public static readonly CalendarPeriod Year = new(2025);

    private readonly Random _random;
    private readonly List<Session> _sessions = [];
    private readonly Dictionary<int, (int Establishment, int Facilitator, List<int> Persons, HashSet<int> MadeUp, double Comes)> _groups =
    [];
    private readonly Dictionary<(int Group, string Axis), int> _said = [];

    private sealed record Session(
        int Group,
        CalendarPeriod Quarter,
        IReadOnlyList<int> Members,
        IReadOnlyList<int> Present,
        IReadOnlyList<string> Axes,
        int Answered,
        int Favourable
    )
    {
        public bool IsOpened { get; set; }
    }

    /// <summary>Tells the year.</summary>
    /// <param name="sizes">How many groups each establishment has.</param>
    /// <param name="said">How likely a bilan says what was worked on.</param>
    public RandomPractice(int seed, IReadOnlyList<int> sizes, double said = 0.5, int most = 3, bool odd = true)
    {
        _random = new(seed);
        var next = 1;
        foreach (var (e, size) in sizes.Index())
        {
            for (var n = 0; n < size; n++, next++)
            {
                List<int> persons = [.. Enumerable.Range(100 * next, _random.Next(6, 11))];
                if (odd && next > 1 && Chance(0.3))
                {
                    persons.Add(100 * (next - 1));
                }

                double[] comes = [0.3, 0.7, 0.88, 0.88, 1];
                _groups[next] = (e + 1, odd ? _random.Next(3) : (2 * e) + (n % 2), persons, [], odd ? comes[_random.Next(5)] : 0.88);
                World.Found(next, e + 1, _groups[next].Facilitator, persons);
            }
        }

        foreach (var quarter in Year.Quarters)
        {
            foreach (var group in _groups.Keys)
            {
                // Who was made up, and accepted the charter all the same, counts from the next quarter on.
                _groups[group].Persons.AddRange(_groups[group].MadeUp);
                _groups[group].MadeUp.Clear();
                Meet(group, quarter, _random.Next(1, most + 1), odd);
                if (odd && Chance(0.15))
                {
                    _groups[group].MadeUp.Add((100 * group) + 60 + quarter.Quarter!.Value);
                    World.Join(group, (100 * group) + 60 + quarter.Quarter!.Value, quarter.From.AddDays(40));
                }
            }

            foreach (var group in _groups.Keys.Where(_ => quarter.Quarter % 2 == 0 && Chance(odd ? 0.8 : 1)))
            {
                Agree(group, quarter, said);
                if (odd && Chance(0.3))
                {
                    // A session is told once the text is locked.
                    Meet(group, quarter, 1, odd);
                }
            }

            World.Close(quarter);
            if (odd)
            {
                // What is told once the quarter is closed is in no figure of it.
                World.Meet(1, quarter.From.AddDays(80), [100], "working-hours/individual");
            }
        }

        Scope Of(int establishment) => new(ScopeKind.Establishment, World.Establishment(establishment).ToString());
        var all = Enumerable.Range(1, sizes.Count).ToList();
        List<(Scope Scope, int[] Over)> scopes =
        [
            .. all.Select(e => (Of(e), new[] { e })),
            (new(ScopeKind.Practice, "all"), [.. all]),
            (new(ScopeKind.Association, "552100554"), [.. all.Take(2)]),
        ];
        foreach (var period in Year.Quarters.Append(Year))
        {
            foreach (var (scope, over) in scopes.OrderBy(_ => _random.Next()))
            {
                World.Release(scope, period, over).Refusal.ShouldBeNull();
            }
        }
    }

    public World World { get; } = new();

    /// <summary>What everybody knows of the groups.</summary>
    public IReadOnlyList<Circle> Circles =>
        [
            .. _groups.Select(g => new Circle(
                $"{g.Key}",
                $"{g.Value.Establishment}",
                $"{g.Value.Facilitator}",
                g.Value.Persons.Concat(g.Value.MadeUp).Select(p => $"{p}").ToHashSet(),
                _said.Where(s => s.Key.Group == g.Key).ToDictionary(s => s.Key.Axis, s => s.Value)
            )),
        ];

    /// <summary>The sessions as they were told when their quarter was closed, and what was true of them.</summary>
    public IReadOnlyList<Meeting> Meetings =>
        [
            .. _sessions.Select(
                (s, n) =>
                    new Meeting(
                        $"{n}",
                        $"{s.Group}",
                        s.Quarter.ToString(),
                        [.. s.Members.Select(p => $"{p}")],
                        s.IsOpened,
                        s.Present.Select(p => $"{p}").ToHashSet(),
                        s.Axes.ToHashSet(),
                        s.Answered,
                        s.Favourable
                    )
            ),
        ];

    private bool Chance(double how) => _random.NextDouble() < how;

    private void Meet(int group, CalendarPeriod quarter, int times, bool odd)
    {
        var (_, _, persons, madeUp, comes) = _groups[group];
        for (var n = 0; n < times; n++)
        {
            List<int> present = [.. persons.Where(_ => Chance(comes))];
            List<string> axes =
            [
                odd && Chance(0.5) ? Attacker.Axes[0] : Attacker.Axes[_random.Next(7)],
                .. Chance(0.6) ? [Attacker.Axes[_random.Next(7)]] : Array.Empty<string>(),
            ];
            World.Meet(
                group,
                quarter.From.AddDays(5 + (10 * n) + _random.Next(9)),
                [.. present, .. madeUp],
                [.. axes.Distinct().Select(a => $"{a}/individual")]
            );
            var answered = present.Count >= 5 ? _random.Next(5, present.Count + 1) : 0;
            var favourable = odd && Chance(0.5) ? answered : _random.Next(answered + 1);
            if (answered > 0)
            {
                World.Pulse(group, answered, favourable);
            }

            _sessions.Add(new(group, quarter, [.. persons], present, [.. axes.Distinct()], answered, favourable));
        }
    }

    private void Agree(int group, CalendarPeriod quarter, double said)
    {
        var covered = _sessions.Where(s => s.Group == group && (s.Quarter == quarter || s.Quarter == quarter.Before)).ToList();
        covered.ForEach(s => s.IsOpened = true);
        WorkedOn[] worked =
        [
            .. covered.SelectMany(s => s.Axes).Distinct().Where(_ => Chance(said)).Select(a => new WorkedOn(a, "individual")),
        ];
        World.Agree(
            group,
            DateOnly.FromDateTime(quarter.Before.From.UtcDateTime),
            DateOnly.FromDateTime(quarter.Until.AddDays(-1).UtcDateTime),
            worked
        );
        foreach (var axis in worked.Select(w => w.Axis))
        {
            _said[(group, axis)] = _said.GetValueOrDefault((group, axis)) + 1;
        }
    }
}
