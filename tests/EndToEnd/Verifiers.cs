using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PracticeAnalysis.EndToEnd;

/// <summary>What says whether an archive holds: <c>verify.html</c> in a browser, from the disk, and <c>practice-verify</c>.</summary>
internal sealed partial class Verifiers : IDisposable
{
    /// <summary>The page.</summary>
    public static readonly string Page = At("contracts/Verifier/verify.html");

    private readonly string _folder = Directory.CreateTempSubdirectory("practice-analysis-verify-").FullName;

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>What the page says: its verdict, and each kind that it found with how many.</summary>
    public async Task<string> Look(IPage page, byte[] archive, string? kept)
    {
        await page.GotoAsync(new Uri(Page).AbsoluteUri);
        await page.Locator("#archive").SetInputFilesAsync(Write("archive.zip", archive));
        if (kept is not null)
        {
            await page.Locator("#kept").SetInputFilesAsync(Write("kept", kept));
        }

        await page.Locator("button[type=submit]").ClickAsync();
        var statement = page.Locator("#statement[data-verdict]:not([hidden])");
        await statement.WaitForAsync(new() { Timeout = 60_000 });
        return $"{await statement.GetAttributeAsync("data-verdict")} {await statement.GetAttributeAsync("data-kinds")}".Trim();
    }

    /// <summary>What the program says, in the same words.</summary>
    public async Task<string> Ask(byte[] archive, string? kept)
    {
        var arguments = new List<string> { "export", Write("archive.zip", archive), "--quiet" };
        if (kept is not null)
        {
            arguments.AddRange(
                kept.Contains("\"keys\"", StringComparison.Ordinal)
                    ? ["--trusted-key", Key().Match(kept).Value]
                    : ["--trusted-checkpoint", Write("kept", kept)]
            );
        }

        var said = await AuditorsFolder.Verify(arguments);
        return said.Contains("It holds.", StringComparison.Ordinal) ? "holds"
            : Broken().Match(said) is { Success: true } broken
                ? $"broken {string.Join(' ', Kind().Matches(broken.Value).Select(k => $"{k.Groups[2]}={k.Groups[1]}"))}"
            : "unreadable";
    }

    private string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(_folder, name), bytes);
        return Path.Combine(_folder, name);
    }

    private string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    private static string At(string path, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../..", path));

    [GeneratedRegex(@"[^""\s]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+")]
    private static partial Regex Key();

    [GeneratedRegex("It does not hold: [^.]+")]
    private static partial Regex Broken();

    [GeneratedRegex("([0-9]+) ([a-z]+)")]
    private static partial Regex Kind();
}
