using System.Text;
using Microsoft.Playwright;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EndToEnd;

/// <summary>An auditor presses one button, and has in one file what verifies an engagement's history without us.</summary>
[Collection(typeof(TheSystem))]
public sealed class when_an_auditor_takes_a_proof_away(SystemFixture system) : IDisposable
{
    private readonly Verifiers _verifiers = new();

    public void Dispose() => _verifiers.Dispose();

    [Fact]
    public async Task it_holds_and_whatever_is_done_to_it_page_and_program_find_the_same()
    {
        await using var browser = await Browser.Open(system.Host.Gateway);
        var engagement = system.Demonstration.Engagements[0];
        var page = await browser.SignIn(Roles.Auditor);
        await page.GotoAsync($"/audit/{engagement}");
        (await Browser.Violations(page)).ShouldBeEmpty();
        var download = await page.RunAndWaitForDownloadAsync(
            () => page.Locator("form[action$=archive] button").ClickAsync(),
            new() { Timeout = 60_000 }
        );
        download.SuggestedFilename.ShouldBe($"audit-{engagement}.zip");
        await using var stream = File.OpenRead(await download.PathAsync());
        var export = ExportFiles.Of(
            stream,
            ExportFiles.KeysOf(await File.ReadAllTextAsync(system.Host.SignerKeyFile, TestContext.Current.CancellationToken))
        );

        foreach (var name in (string[])["LISEZMOI.txt", "verify.html", "proof/heads-engagement.ndjson", "proof/heads-reporting.ndjson"])
        {
            export.Names.ShouldContain(name);
        }

        Encoding
            .UTF8.GetString(export["verify.html"])
            .ShouldBe(await File.ReadAllTextAsync(Verifiers.Page, TestContext.Current.CancellationToken));
        export.Lines(ExportFiles.History).Count.ShouldBeGreaterThan(100);
        export.Names.Count(n => n.StartsWith("schemas/", StringComparison.Ordinal)).ShouldBeGreaterThan(20);
        (await _verifiers.Ask(export.Zip(), null)).ShouldBe("holds");
        await when_an_archive_is_tampered_with.FindsTheSame(_verifiers, browser, export);
    }
}
