using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Protocols;

namespace PracticeAnalysis.Architecture;

/// <summary>A test that proves a rule, as its source marks it.</summary>
public sealed record Proof(string Rule, bool Keeps, string File, string Test);

/// <summary>From each rule of the field to where it comes from, who asks for it, and the tests that prove it; read from the code.</summary>
public static partial class Traceability
{
    /// <summary>The page, from the top of the repository.</summary>
    public const string Page = "services/docs/traceability.md";

    /// <summary>Every proof that the sources of the pure tests mark.</summary>
    public static IReadOnlyList<Proof> Proofs(string root) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(root, "tests"), "*.cs", SearchOption.AllDirectories)
                .Where(file => file.Contains(".UnitTests", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .SelectMany(file => ProofsIn(Path.GetRelativePath(root, file), File.ReadAllText(file))),
        ];

    /// <summary>The proofs in one source: marks stand above the test that they speak of.</summary>
    public static IEnumerable<Proof> ProofsIn(string file, string source) =>
        from test in Test().Matches(source)
        from mark in Mark().Matches(test.Groups["marks"].Value)
        select new Proof(mark.Groups["rule"].Value, mark.Groups["kind"].Value == "Keeps", file, test.Groups["name"].Value);

    /// <summary>The rules that services name when they refuse, from their sources.</summary>
    public static IReadOnlyList<string> RulesNamed(string root) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(root, "services"), "*.cs", SearchOption.AllDirectories)
                .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .SelectMany(f => RuleNamed().Matches(File.ReadAllText(f)))
                .Select(m => m.Groups["rule"].Value)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>What is missing: a rule without a proof of acceptance or of refusal, a proof or a refusal by a rule that is not in the catalogue,
    /// a policy of a frame or a need of a protocol that is no rule, a principle that no rule keeps, a rule that nobody enforces or judges.</summary>
    public static IEnumerable<string> Missing(IReadOnlyList<FieldRule> rules, IReadOnlyList<Proof> proofs, IReadOnlyList<string> named)
    {
        var names = rules.Select(r => r.Name).ToHashSet();
        return
        [
            .. rules.Where(r => !proofs.Any(p => p.Rule == r.Name && p.Keeps)).Select(r => $"{r.Name}: no test of acceptance"),
            .. rules.Where(r => !proofs.Any(p => p.Rule == r.Name && !p.Keeps)).Select(r => $"{r.Name}: no test of refusal"),
            .. rules.SelectMany(r => Unenforced(r, proofs)),
            .. rules.Where(r => r.Judged == Judge.Nobody).Select(r => $"{r.Name}: nobody judges it"),
            .. proofs.Select(p => p.Rule).Concat(named).Except(names).Select(r => $"{r}: not in the catalogue"),
            .. typeof(FrameRules)
                .GetProperties()
                .Select(p => Kebab(p.Name))
                .Except(names)
                .Select(r => $"{r}: a frame's policy, and no rule"),
            .. Enum.GetValues<Need>().Select(n => Words.Of(n)).Except(names).Select(r => $"{r}: a protocol's need, and no rule"),
            .. FieldRules.Principles.SelectMany(p => p.Rules).Except(names).Select(r => $"{r}: keeps a principle, and is no rule"),
            .. Enumerable.Range(1, 9).Except(FieldRules.Principles.Select(p => p.Number)).Select(n => $"principle {n}: no rule keeps it"),
        ];
    }

    // Who enforces a rule has a test that it refuses, or records, what breaks it.
    private static IEnumerable<string> Unenforced(FieldRule rule, IReadOnlyList<Proof> proofs) =>
        rule.Enforced == Enforcers.None ? [$"{rule.Name}: nobody enforces it"]
        : rule.Enforced == Enforcers.Shown ? []
        : Enum.GetValues<Enforcers>()
            .Where(e => e != Enforcers.None && rule.Enforced.HasFlag(e))
            .Where(e => !proofs.Any(p => p.Rule == rule.Name && !p.Keeps && p.File.Contains($"{e}.UnitTests", StringComparison.Ordinal)))
            .Select(e => $"{rule.Name}: no test that {e} enforces it");

    /// <summary>The page's text.</summary>
    public static string Write(IReadOnlyList<Proof> proofs)
    {
        var frames = FrameLibrary.Read(typeof(FrameLibrary).Assembly);
        var protocols = ProtocolLibrary.Read();
        var page = new StringBuilder();
        page.AppendLine("# From each rule of the field to the test that proves it");
        page.AppendLine();
        page.AppendLine(
            "Generated from the code: the catalogue of rules, the data files of frames and protocols, and the marks `[Keeps]` and `[Breaks]` of the tests."
        );
        page.AppendLine(
            "A test fails when it is not what the code says: `WRITE_TRACEABILITY=1 dotnet test --project tests/Architecture` writes it anew."
        );
        page.AppendLine();
        page.AppendLine(
            "Who judges: *history*, conformance from the facts of an engagement (`tests/Reporting.UnitTests/when_judging_a_history.cs` shows each such rule kept and broken); *door*, the table of who reads what; *release*, the frozen releases of figures; *entry*, where it is said, and nobody after."
        );
        page.AppendLine();
        page.AppendLine("| rule | source | asked by | says | enforced by | judged by | kept | broken |");
        page.AppendLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var rule in FieldRules.All)
        {
            var breach = rule.Recorded ? " *A breach is recorded, not refused.*" : string.Empty;
            page.AppendLine(
                CultureInfo.InvariantCulture,
                $"| `{rule.Name}` | {rule.Source} | {AskedBy(rule, frames, protocols)} | {rule.Says}{breach} | {Enforced(rule)} | {Words.Of(rule.Judged)} | {Tests(rule, proofs, true)} | {Tests(rule, proofs, false)} |"
            );
        }

        page.AppendLine();
        page.AppendLine("## The principles that hold whatever the frame");
        page.AppendLine();
        page.AppendLine("| | principle | kept by |");
        page.AppendLine("| --- | --- | --- |");
        foreach (var principle in FieldRules.Principles)
        {
            page.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {principle.Number} | {principle.Says} | {string.Join(", ", principle.Rules.Select(r => $"`{r}`"))} |"
            );
        }

        return page.ToString();
    }

    private static string AskedBy(FieldRule rule, FrameLibrary frames, ProtocolLibrary protocols)
    {
        var askedByFrames = frames
            .All.Where(f => typeof(FrameRules).GetProperties().Any(p => Kebab(p.Name) == rule.Name && p.GetValue(f.Rules) is not null))
            .Select(f => f.Name);
        var askedByProtocols = protocols
            .All.Where(p =>
                p.Phases.Any(x => x.Needs.Any(n => Words.Of(n) == rule.Name) || (rule.Name == "brought" && x.Asks is { Count: > 0 }))
            )
            .Select(p => p.Name);
        var asked = askedByFrames.Concat(askedByProtocols).Distinct().ToList();
        return asked.Count > 0 ? string.Join(", ", asked)
            : rule.Where == "frame" ? "frames by their kind and audience"
            : rule.Where == "protocol" ? "every protocol"
            : rule.Where;
    }

    private static string Enforced(FieldRule rule) =>
        rule.Enforced == Enforcers.Shown ? "none: shown" : rule.Enforced.ToString().ToLowerInvariant();

    private static string Tests(FieldRule rule, IReadOnlyList<Proof> proofs, bool keeps) =>
        string.Join(
            "<br>",
            proofs
                .Where(p => p.Rule == rule.Name && p.Keeps == keeps)
                .Select(p => $"[{p.Test}](../../{p.File.Replace(Path.DirectorySeparatorChar, '/')})")
                .Distinct()
        );

    private static string Kebab(string name) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    [GeneratedRegex(@"(?<marks>(?:^[ ]{4}\[[^\n]*\]\n)+)^[ ]{4}public (?:async )?(?:void|Task) (?<name>\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Test();

    [GeneratedRegex("""\[(?<kind>Keeps|Breaks)\("(?<rule>[a-z0-9-]+)"\)\]""")]
    private static partial Regex Mark();

    [GeneratedRegex(
        """new(?: Rule)?\(\s*(?:"[a-z0-9-]+"|[\w.]+),\s*"(?<rule>[a-z][a-z-]+)",\s*(?:"(?:S[0-4]|eaje|design)"|[\w.]*[sS]ource)\s*\)"""
    )]
    private static partial Regex RuleNamed();
}
