using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PracticeAnalysis.Verifier.UnitTests;

/// <summary>An export in a ZIP, and a history beside it; and the page that takes the same ZIP.</summary>
public sealed partial class when_an_archive_is_given : IDisposable
{
    private readonly JsonNode _ours = JsonNode.Parse(File.ReadAllText(Path.Combine(Vectors.Folder(), "ours.json")))!;
    private readonly string _folder = Directory.CreateTempSubdirectory("practice-verify-test-").FullName;
    private readonly Dictionary<string, string> _files = [];

    public when_an_archive_is_given()
    {
        _files["proof/keys.json"] = _ours["key"]!.GetValue<string>();
        _files["proof/checkpoints.ndjson"] = _ours["note"]!.GetValue<string>();
        _files["proof/entries.ndjson"] = Text(Lines());
        _files["proof/heads-session.ndjson"] = Text(
            Lines()
                .Select(l => JsonNode.Parse(l)!["data"]!["entry"]!)
                .GroupBy(e => e["stream"]!.GetValue<string>())
                .Select(s =>
                    $$"""{"source":"session","stream":"{{s.Key}}","head":{"link":"{{s.Last()["link"]}}","version":{{s.Last()["version"]}} } }"""
                )
        );
        _files["history.ndjson"] = Text(Lines().Select(Told));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void it_holds_as_a_file_and_as_the_folder_that_it_is_unpacked_into()
    {
        var (exit, said) = Run();
        exit.ShouldBe(0, said);
        said.ShouldContain("7 lines of history were held against the ledger, 0 of them told of entries of before.");
        ZipFile.ExtractToDirectory(Path.Combine(_folder, "archive.zip"), Path.Combine(_folder, "unpacked"));
        RunOver(Path.Combine(_folder, "unpacked")).Exit.ShouldBe(0);
    }

    [Fact]
    public void a_history_that_says_something_else_is_found()
    {
        foreach (
            var (change, finding) in new (Func<string, string>, string)[]
            {
                (h => h.Replace("situation_raised", "situation_closed", StringComparison.Ordinal), "line 1 says something else"),
                (h => h[(h.IndexOf('\n', StringComparison.Ordinal) + 1)..], "entry 1 of "),
                (h => h + h[..(h.IndexOf('\n', StringComparison.Ordinal) + 1)], "line 8 has a place that another has"),
                (
                    h =>
                        h
                        + h[..h.IndexOf('\n', StringComparison.Ordinal)]
                            .Replace("\"position\":1", "\"position\":8", StringComparison.Ordinal),
                    "line 8 has no entry"
                ),
                (h => h + "{}", "line 8 is no entry"),
            }
        )
        {
            var told = _files["history.ndjson"];
            _files["history.ndjson"] = change(told);
            var (exit, said) = Run();
            exit.ShouldBe(1, said);
            said.ShouldContain($"BROKEN history: {finding}");
            _files["history.ndjson"] = told;
        }
    }

    [Fact]
    public void without_entries_keys_or_checkpoints_nothing_is_said()
    {
        foreach (var name in (string[])["entries.ndjson", "keys.json", "checkpoints.ndjson"])
        {
            _files.Remove($"proof/{name}", out var file);
            Run().Exit.ShouldBe(3);
            _files[$"proof/{name}"] = file!;
        }

        _files["keys.json"] = _files["proof/keys.json"];
        Run().Said.ShouldContain("The archive holds keys.json twice.");
    }

    [Fact]
    public void a_list_without_a_checkpoint_does_not_hold()
    {
        _files["proof/checkpoints.ndjson"] = "";
        Run().Said.ShouldContain("BROKEN signature: no checkpoint signs anything");
    }

    [Fact]
    public void what_is_null_is_found_and_ends_nothing()
    {
        foreach (var line in (string[])["""{"leaf":null}""", """{"data":{"entry":{}},"stream":null,"version":1}"""])
        {
            _files["proof/entries.ndjson"] = Text(Lines().Append(line));
            Run().Said.ShouldContain("BROKEN line: 8 is no entry");
        }
    }

    [Fact]
    public void the_page_allows_its_own_script_and_sheet_and_nothing_else()
    {
        var page = File.ReadAllText(Path.Combine(Vectors.Folder(), "../verify.html"));
        Policy()
            .Match(page)
            .Groups[1]
            .Value.ShouldBe(
                $"default-src 'none'; script-src '{HashOf(page, "script")}'; style-src '{HashOf(page, "style")}'; base-uri 'none'; form-action 'none'"
            );
        foreach (
            var word in (string[])["fetch(", "XMLHttpRequest", "WebSocket", "import(", "http:", "https:", "innerHTML", " src=", " href="]
        )
        {
            page.ShouldNotContain(word);
        }
    }

    [GeneratedRegex("Content-Security-Policy\" content=\"([^\"]+)\"")]
    private static partial Regex Policy();

    private static string HashOf(string page, string element)
    {
        var start = page.IndexOf($"<{element}>", StringComparison.Ordinal) + element.Length + 2;
        var text = page[start..page.IndexOf($"</{element}>", StringComparison.Ordinal)];
        return $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
    }

    private IEnumerable<string> Lines() => _ours["lines"]!.AsArray().Select(l => l!.GetValue<string>());

    private static string Told(string line)
    {
        var said = JsonNode.Parse(line)!;
        var told = said["data"]!["entry"]!.DeepClone().AsObject();
        told["position"] = said["version"]!.DeepClone();
        told["arrivedAt"] = said["at"]!.GetValue<string>().TrimEnd('Z').TrimEnd('0').TrimEnd('.') + "+00:00";
        return told.ToJsonString();
    }

    private static string Text(IEnumerable<string> lines) => string.Concat(lines.Select(l => l + "\n"));

    private (int Exit, string Said) Run()
    {
        var path = Path.Combine(_folder, "archive.zip");
        using (var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create))
        {
            foreach (var (name, text) in _files)
            {
                using var to = new StreamWriter(zip.CreateEntry(name).Open());
                to.Write(text);
            }
        }

        return RunOver(path);
    }

    private static (int Exit, string Said) RunOver(string path)
    {
        var said = new StringWriter { NewLine = "\n" };
        return (Program.Run(["export", path, "--quiet"], said, said), said.ToString());
    }
}
