using System.Text.Json.Nodes;
using Google.OrTools.Sat;
using PracticeAnalysis.Reporting.Indicators;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>Releases that were made before figures came in bands, kept as data: the attacker solves them. Where it did not, that it solves nothing now would
/// prove nothing.</summary>
public class when_old_releases_are_attacked
{
    private static HashSet<string> Nobody { get; } = [];

    /// <summary>What was released, and an attacker of it.</summary>
    private sealed class Old
    {
        public Old(string name)
        {
            Told = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "OldReleases", $"{name}.json")))!;
            var members = Told["groups"]!
                .AsArray()
                .ToDictionary(g => $"{g!["group"]}", g => g!["members"]!.AsArray().Select(m => $"{m}").ToList());
            Meetings =
            [
                .. Told["sessions"]!
                    .AsArray()
                    .Select(
                        (s, n) =>
                            new Meeting($"{n}", $"{s!["group"]}", $"{s["told"]}", members[$"{s["group"]}"], true, Nobody, Nobody, 0, 0)
                    ),
            ];
            Attacker = new([.. members.Select(m => new Circle(m.Key, "e1", m.Key, Nobody, new Dictionary<string, int>()))], Meetings);
        }

        public JsonNode Told { get; }

        public IReadOnlyList<Meeting> Meetings { get; }

        public Attacker Attacker { get; }

        public int? Shown(string code, int release = 0) =>
            Told["releases"]![release]!["release"]!["cells"]!.AsArray().Single(c => $"{c!["code"]}" == code)!["value"]?.GetValue<int>();

        // Figures were multiples of five.
        public void Reads(LinearExpr sum, string code, int release = 0)
        {
            var shown = Shown(code, release)!.Value;
            Attacker.Knows(sum >= shown - 2);
            Attacker.Knows(sum <= shown + 2);
        }
    }

    [Fact]
    public void a_masked_factor_is_the_difference_of_an_axis_and_its_other_factor()
    {
        var old = new Old("hours-by-difference");
        old.Shown("D2").ShouldBeNull();
        var hours = old.Attacker.Load(old.Meetings, "working-hours");
        var intensity = old.Attacker.Load(old.Meetings, "work-intensity-and-time");
        old.Reads(intensity + hours, "G1");
        old.Reads(intensity, "D1");
        old.Attacker.Excluded(hours, domain: 48).ShouldContain(0);
    }

    [Fact]
    public void of_five_members_and_one_session_presences_are_shown_where_all_came()
    {
        var all = new Old("all-of-five");
        all.Shown("B2").ShouldBe(5);
        all.Shown("B3").ShouldBe(5);
        all.Attacker.Knows(all.Attacker.Sum(all.Meetings) >= 5);
        all.Attacker.Excluded(all.Attacker.Sum(all.Meetings), domain: 5).ShouldBe([0, 1, 2, 3, 4]);
        var some = new Old("not-all-of-five");
        some.Shown("B2").ShouldBeNull();
        some.Shown("B3").ShouldBe(5);
        some.Attacker.Knows(some.Attacker.Sum(some.Meetings) <= 4);
        some.Attacker.Excluded(some.Attacker.Sum(some.Meetings), domain: 5).ShouldBe([5]);
    }

    [Fact]
    public void thirteen_expected_and_fifteen_present_are_all()
    {
        var old = new Old("thirteen-expected");
        old.Reads(old.Attacker.Sum(old.Meetings), "B2");
        old.Attacker.Excluded(old.Attacker.Sum([old.Meetings[0]]), domain: 7).ShouldBe([0, 1, 2, 3, 4, 5]);
    }

    [Fact]
    public void fifteen_of_fourteen_answers_are_favourable_but_one()
    {
        var old = new Old("fourteen-answers");
        old.Reads(old.Attacker.Answered(old.Meetings), "N1");
        old.Reads(old.Attacker.Favourable(old.Meetings), "W1");
        var unfavourable = old.Attacker.Answered(old.Meetings) - old.Attacker.Favourable(old.Meetings);
        old.Attacker.Knows(unfavourable >= 1);
        old.Attacker.Excluded(unfavourable, domain: 14).ShouldBe([0, 2, 3, 4, 5]);
    }

    [Fact]
    public void made_up_persons_lift_figures_of_four_over_the_floor()
    {
        var old = new Old("made-up-persons");
        var madeUp = old.Told["groups"]![0]!["madeUp"]!.AsArray().Select(p => $"{p}").ToHashSet();
        old.Attacker.Knows(old.Attacker.Sum(old.Meetings, madeUp.Contains) == 3);
        old.Attacker.Knows(old.Attacker.Sum(old.Meetings) >= 5);
        old.Attacker.Excluded(old.Attacker.Sum(old.Meetings, p => !madeUp.Contains(p)), domain: 4).ShouldBe([0, 1]);
    }

    [Fact]
    public void a_session_told_late_is_the_difference_of_two_releases()
    {
        var old = new Old("late-session");
        var late = old.Meetings.Where(m => m.Quarter == "1").ToList();
        old.Reads(old.Attacker.Sum([.. old.Meetings.Except(late)]), "C1");
        old.Reads(old.Attacker.Sum(old.Meetings), "C1", release: 1);
        old.Attacker.Excluded(old.Attacker.Sum(late), domain: 8).ShouldBe([0, 1, 2, 3, 4, 5]);
    }

    [Fact]
    public void whoever_is_released_first_takes_from_the_other()
    {
        new Old("pool-first").Shown("B2", release: 1).ShouldBeNull();
        new Old("pool-last").Shown("B2", release: 0).ShouldBe(20);
    }

    [Fact]
    public void they_read_on()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "OldReleases")))
        {
            foreach (var release in JsonNode.Parse(File.ReadAllText(file))!["releases"]!.AsArray())
            {
                Frozen frozen = new(release!["release"]!.ToJsonString(), string.Empty);
                var view = IndicatorsView.Read(frozen);
                (view.Catalogue, view.Base, view.Cells.Count).ShouldBe((1, 5, 60));
                view.Cells.Single(c => c.Code == "B3")
                    .Ratio.ShouldBe(
                        release["release"]!["cells"]!.AsArray().Single(c => $"{c!["code"]}" == "B3")!["ratio"]?.GetValue<int>()
                    );
                IndicatorsCsv
                    .Write(frozen, new(IsFrench: false))
                    .ShouldStartWith(
                        "period,scope,scopeCode,release,number,code,name,class,unit,value,quality,reason,groups,ratio,before,reference\r\n"
                    );
                Chart.Of([frozen], "tracks", "fr").ShouldNotBeNull().Draw().ShouldContain("Pistes");
            }
        }
    }
}
