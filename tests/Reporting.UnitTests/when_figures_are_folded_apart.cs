using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Reporting.Bilans;
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
        var bilans = new Dictionary<Guid, Bilan>();
        for (var g = 1; g <= 5; g++)
        {
            int[] persons = [.. Enumerable.Range(100 * g, 7 + random.Next(4))];
            world.Found(g, 1, g % 3, persons);
            for (var session = 0; session < 4; session++)
            {
                int[] present = [.. persons.Where(_ => random.NextDouble() < 0.85)];
                string[] themes = [Theme(random), Theme(random)];
                world.Meet(g, Quarter.From.AddDays(-20 + (30 * session)), present, [.. themes.Distinct()]);
                if (session > 0 && present.Length > 5)
                {
                    world.Pulse(g, present.Length - 1, present.Length - 3 + random.Next(2));
                }
            }

            // One more session that some missed, a decision of it in common, and a bilan that places two dimensions.
            var (met, day) = (Given.Id(7000 + g), Quarter.From.AddDays(75));
            world.Tell(
                g,
                Story.Held(7000 + g, day, 60, persons.Length, [.. persons.Skip(2).Select(World.Person)]),
                new DecisionLearned(new(Given.Id(7100 + g), met, World.GroupId(g), Given.Id(2), new(met, 9, day))),
                new DecisionLearned(new(Given.Id(7200 + g), met, World.GroupId(g), Given.Id(2), new(met, 10, day))),
                new BilanAgreementRecorded(Given.Id(2), Given.Id(7300 + g), 1, false, new(2025, 10, 1), new(2026, 3, 20))
            );
            bilans[Given.Id(7300 + g)] = Story.Of(Story.Agreed()) with
            {
                Assessments =
                [
                    new(Dimension.Bond, 2 + random.Next(4), 1 + random.Next(4), null),
                    new(Dimension.Cohesion, 3 + random.Next(3), null, null),
                ],
            };
            if (g == 5)
            {
                world.Tell(
                    g,
                    new DepartureLearned(
                        new(World.GroupId(g), Given.Id(2), World.Person(persons[0]), new(Given.Id(2), 30, Quarter.From.AddDays(30)))
                    )
                );
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
                TrackEndorsed Endorsed(int by, int on) =>
                    new(
                        Track(n),
                        World.GroupId(g),
                        Given.Id(2),
                        World.Person(persons[by]),
                        new(Track(n), 5 + by, Quarter.From.AddDays(on))
                    );
                world.Tell(g, new EndorsementLearned(Endorsed(2, 20)), new EndorsementLearned(Endorsed(3, 21)));
                if (random.Next(2) == 0)
                {
                    world.Tell(g, Told("completed", 40 + n, 2));
                }
            }
        }

        world.Release(new(ScopeKind.Establishment, "one"), Quarter, [1], bilans).Refusal.ShouldBeNull();
        var view = world.Released[0].ForCommissioner;
        var folded = Folded(world, bilans);
        var compared = 0;
        foreach (var cell in view.Cells.Where(c => c.Value is not null))
        {
            var exact = folded[cell.Code];
            cell.Value.ShouldBe(
                cell.Class == "A" || cell.Unit == "percent" ? exact : (int)Math.Round(exact / 5.0, MidpointRounding.AwayFromZero) * 5,
                cell.Code
            );
            compared++;
        }

        compared.ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void what_a_figure_is_compared_with_was_released_itself(int seed)
    {
        var random = new Random(seed);
        var world = new World();
        for (var g = 1; g <= 6; g++)
        {
            int[] persons = [.. Enumerable.Range(100 * g, 8)];
            world.Found(g, g <= 4 ? 1 : 2, g % 3, persons);
            for (var session = 0; session < 6; session++)
            {
                world.Meet(g, Quarter.From.AddDays(10 + (28 * session)), [.. persons.Where(_ => random.Next(8) > 0)], Theme(random));
            }
        }

        var (one, pool) = (new Scope(ScopeKind.Establishment, "one"), new Scope(ScopeKind.Practice, "all"));
        foreach (var quarter in (Quarter[])[Quarter, new(2026, 2)])
        {
            world.Release(pool, quarter, [1, 2]).Refusal.ShouldBeNull();
            world.Release(one, quarter, [1]).Refusal.ShouldBeNull();
        }

        IndicatorsView Read(int release, bool platform) =>
            platform ? world.Released[release].ForPlatforms : world.Released[release].ForCommissioner;
        var compared = 0;
        foreach (var platform in (bool[])[false, true])
        {
            var (before, reference, now) = (Read(1, platform), Read(2, platform), Read(3, platform));
            foreach (var ((cell, then), pooled) in now.Cells.Zip(before.Cells).Zip(reference.Cells))
            {
                cell.Before.ShouldBe(cell.Value is null ? null : then.Value, cell.Code);
                cell.Reference.ShouldBe(cell.Value is null ? null : pooled.Ratio, cell.Code);
                compared += (cell.Before is null ? 0 : 1) + (cell.Reference is null ? 0 : 1);
            }
        }

        compared.ShouldBeGreaterThan(12);
    }

    private static string Theme(Random random) =>
        $"{IndicatorCatalogue.Mapping.Codes[random.Next(7)].Code}/{IndicatorCatalogue.Levels[random.Next(3)]}";

    private static Dictionary<string, int> Folded(World world, Dictionary<Guid, Bilan> bilans)
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
        var (intervals, kept) = (0, 0);
        void Add(string code, int value) => sums[code] = sums.GetValueOrDefault(code) + value;
        foreach (var group in world.Groups)
        {
            var present = new Dictionary<Guid, int>();
            var came = new HashSet<Guid>();
            var opened = new Dictionary<Guid, DateTimeOffset>();
            var endorsed = new HashSet<Guid>();
            DateTimeOffset? met = null;
            var agreed = new List<Assessment>();
            var members = 0;
            foreach (var fact in world.FactsOf(group))
            {
                if (fact is SessionLearned { Message.Origin.OccurredAt: var now })
                {
                    // Sixty-two days are the most that the frame lets pass; sessions are told in their order.
                    intervals += met is not null && InQuarter(now) ? 1 : 0;
                    kept += met is not null && InQuarter(now) && (now - met.Value).TotalDays <= 62 ? 1 : 0;
                    met = now;
                }

                switch (fact)
                {
                    case SealingLearned { Message: var m }:
                        Add("B4", m.Members.Count);
                        Add("B5", m.Members.Count);
                        members = m.Members.Count;
                        break;
                    case DepartureLearned { Message: var m } when InQuarter(m.Origin.OccurredAt):
                        Add("B4", -1);
                        members--;
                        break;
                    case DecisionLearned { Message: var m } when InQuarter(m.Origin.OccurredAt):
                        Add("V1", 1);
                        break;
                    case EndorsementLearned { Message: var m } when InQuarter(m.Origin.OccurredAt) && endorsed.Add(m.Track):
                        Add("T2", 1);
                        break;
                    case PulseLearned { Message: var m } when present.ContainsKey(m.Session):
                        for (var n = 0; n < m.Scores.Count; n++)
                        {
                            Add($"N{n + 1}", m.Answered);
                            Add($"W{n + 1}", m.Scores[n].Favourable);
                        }

                        break;
                    case BilanAgreementRecorded e when bilans.TryGetValue(e.Bilan, out var bilan):
                        agreed.AddRange(bilan.Assessments);
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
            foreach (var place in agreed)
            {
                var n = (int)place.Dimension + 1 - (int)Dimension.ContinuousImprovement;
                Add($"M{n}", members);
                Add($"P{n}", place.Now is 4 or 5 ? members : 0);
                Add($"U{n}", place.AtDiagnosis is { } then && place.Now > then ? members : 0);
            }
        }

        sums["B6"] = 100 * kept / intervals;
        return sums;
    }

    private static bool InQuarter(DateTimeOffset at) => at.Year == 2026 && at.Month <= 3;
}
