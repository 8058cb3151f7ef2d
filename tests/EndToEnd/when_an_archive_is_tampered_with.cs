using Microsoft.Playwright;

namespace PracticeAnalysis.EndToEnd;

/// <summary>An auditor without a programmer opens <c>verify.html</c> from the disk: it says what <c>practice-verify</c> says, whatever was done to the archive.</summary>
public sealed class when_an_archive_is_tampered_with : IDisposable
{
    private readonly Verifiers _verifiers = new();

    public static TheoryData<string, int, ColorScheme> Looks =>
        new()
        {
            { "fr-FR", 1280, ColorScheme.Light },
            { "fr-FR", 320, ColorScheme.Dark },
            { "en-GB", 320, ColorScheme.Light },
            { "en-GB", 1280, ColorScheme.Dark },
        };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _verifiers.Dispose();

    [Fact]
    public async Task the_page_and_the_program_find_the_same()
    {
        await using var browser = await Browser.OpenFiles();
        await FindsTheSame(_verifiers, browser, ExportFiles.Small());
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task the_page_is_open_to_everybody_and_asks_no_network(string locale, int width, ColorScheme scheme)
    {
        await using var browser = await Browser.OpenFiles();
        var page = await browser.Window(locale, width, scheme);
        var asked = new List<string>();
        var refused = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        page.Console += (_, message) => refused.Add(message.Text);
        page.PageError += (_, error) => refused.Add(error);
        foreach (var name in (string[])["nothing", "a fact changed with its hash", "no archive"])
        {
            var said = await _verifiers.Look(page, Tampering.All[name].Do(ExportFiles.Small()), null);
            (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe(locale[..2]);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, name);
            (await Browser.Violations(page)).ShouldBeEmpty($"{name}: {said}");
        }

        // The person chooses the language, also of what was said already.
        var other = locale[..2] == "fr" ? "en" : "fr";
        await page.Locator($"[data-to={other}]").ClickAsync();
        (await page.Locator($"#verdict .{other}").IsVisibleAsync()).ShouldBeTrue();
        (await page.Locator($"#verdict .{locale[..2]}").IsVisibleAsync()).ShouldBeFalse();
        (await Browser.Violations(page)).ShouldBeEmpty();
        asked.ShouldAllBe(url => url.StartsWith("file:", StringComparison.Ordinal));
        refused.ShouldBeEmpty();
    }

    [Fact]
    public async Task the_keyboard_alone_is_enough()
    {
        await using var browser = await Browser.OpenFiles();
        var page = await browser.Window("fr-FR");
        // Asked for before the page is there: a key that is pressed beside the asking can overtake it.
        var chosen = new TaskCompletionSource<IFileChooser>();
        page.FileChooser += (_, chooser) => chosen.TrySetResult(chooser);
        await page.GotoAsync(new Uri(Verifiers.Page).AbsoluteUri);
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, ExportFiles.Small().Zip(), Cancel);
        async Task TabTo(string selector)
        {
            for (var i = 0; i < 10 && !await page.EvaluateAsync<bool>($"document.activeElement.matches('{selector}')"); i++)
            {
                await page.Keyboard.PressAsync("Tab");
            }

            (await page.EvaluateAsync<bool>($"document.activeElement.matches('{selector}')")).ShouldBeTrue(selector);
        }

        await TabTo("#archive");
        await page.Keyboard.PressAsync("Enter");
        await (await chosen.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancel)).SetFilesAsync(path);
        await TabTo("button[type=submit]");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#statement[data-verdict=holds]").WaitForAsync();
        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("statement");
        File.Delete(path);
    }

    [Fact]
    public async Task what_is_printed_is_a_dated_statement_with_its_scope_and_no_form()
    {
        await using var browser = await Browser.OpenFiles();
        var page = await browser.Window("fr-FR");
        await _verifiers.Look(page, ExportFiles.Small().Zip(), null);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        (await page.Locator("form").IsVisibleAsync()).ShouldBeFalse();
        (await page.Locator("#statement button").IsVisibleAsync()).ShouldBeFalse();
        var said = await page.Locator("#statement").InnerTextAsync();
        said.ShouldContain("Tout tient");
        said.ShouldContain($"Déclaration du {DateTimeOffset.UtcNow:%d} ");
        said.ShouldContain("du 2 mars 2026");
        said.ShouldContain("2, des arbres de 4 à 6 entrées");
        said.ShouldContain(ExportFiles.Small().Log.All[0].ToString());
        said.ShouldContain("Une réécriture du tout, signée de nouveau : rien de ce que vous aviez gardé n’a été comparé.");
        said.ShouldContain("Que les clés sont les bonnes");
        said.ShouldContain("Ce que disent 1 entrées anciennes");
        (await page.PdfAsync()).Length.ShouldBeGreaterThan(1000);
    }

    /// <summary>Does everything to an export that one may do to it, and compares what page and program find.</summary>
    internal static async Task FindsTheSame(Verifiers verifiers, Browser browser, ExportFiles export)
    {
        var page = await browser.Window("en-GB");
        var differing = new List<string>();
        foreach (var (name, tampering) in Tampering.All)
        {
            var archive = tampering.Do(export.Copy());
            var kept = tampering.Kept?.Invoke(export);
            var (seen, said) = (await verifiers.Look(page, archive, kept), await verifiers.Ask(archive, kept));
            var isFound = tampering.Expected.Split(',').All(e => said.Split(' ', '=').Contains(e));
            if (seen != said || !isFound)
            {
                differing.Add($"{name}: {tampering.Expected} was expected; the page says {seen}; the program says {said}");
            }
        }

        differing.ShouldBeEmpty();
        Tampering.All.Count(t => t.Value.Expected != "holds").ShouldBeGreaterThanOrEqualTo(20);
    }
}
