using System.Text.RegularExpressions;

namespace PracticeAnalysis.Architecture;

/// <summary>Each threat names a wall, and tests that exist.</summary>
public partial class the_threat_model
{
    private static readonly string Page = File.ReadAllText(
        Directory.GetFiles(Path.Combine(Repository.Root, "services", "docs", "decisions"), "*-threat-model.md").Single()
    );

    private static readonly IReadOnlyList<string> Tests =
    [
        .. Directory
            .GetFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText),
    ];

    [Fact]
    public void every_test_that_it_names_is_there()
    {
        var named = Named().Matches(Page).Select(m => (Class: m.Groups["class"].Value, Method: m.Groups["method"].Value)).ToList();
        named.Count.ShouldBeGreaterThan(15);
        named.Where(n => !Exists(n.Class, n.Method)).ShouldBeEmpty();
    }

    [Fact]
    public void every_threat_has_a_wall_and_a_test()
    {
        var rows = Page.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(2).ToList();
        rows.Count.ShouldBeGreaterThan(10);
        rows.ShouldAllBe(r => r.Split('|', StringSplitOptions.TrimEntries).Length == 6 && Named().IsMatch(r));
    }

    [Fact]
    public void a_test_that_is_nowhere_is_seen()
    {
        Exists("when_access_is_asked_for", "nothing_of_the_kind").ShouldBeFalse();
        Exists("when_nothing_happens", "ones_own_is_there").ShouldBeFalse();
    }

    private static bool Exists(string type, string method) =>
        Tests.Any(t => Regex.IsMatch(t, $@"class {type}\b") && Regex.IsMatch(t, $@"public (async )?(Task|void) {method}\("));

    [GeneratedRegex(@"`(?<class>(when|the|every)_\w+)\.(?<method>\w+)`")]
    private static partial Regex Named();
}
