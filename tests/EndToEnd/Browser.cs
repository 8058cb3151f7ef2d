using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>The machine's own Chromium, as a visitor of the pages uses it.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _chromium;
    private readonly Uri _origin;

    private Browser(IPlaywright playwright, IBrowser chromium, Uri origin)
    {
        _playwright = playwright;
        _chromium = chromium;
        _origin = origin;
    }

    /// <summary>Opens it; skips the test where the machine has none.</summary>
    public static async Task<Browser> Open(Uri origin)
    {
        Machine.Wants("chromium", "chromium");
        var playwright = await Playwright.CreateAsync();
        var chromium = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = PostgresPrograms.Locate("chromium"), Args = ["--no-sandbox"] }
        );
        return new(playwright, chromium, origin);
    }

    /// <summary>Opens it for files of the disk.</summary>
    public static Task<Browser> OpenFiles() => Open(new("file:///"));

    /// <summary>A visitor's window, in which they are signed in as the demonstration's person of a role.</summary>
    /// <param name="locale">Their browser's language: fr-FR or en-GB.</param>
    /// <param name="width">In pixels of the sheet of style.</param>
    public async Task<IPage> SignIn(string role, string locale = "fr-FR", int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await Window(locale, width, scheme);
        await page.GotoAsync("/sign-in");
        await page.Locator($"form[data-role={role}] button").First.ClickAsync();
        return page;
    }

    /// <summary>A window in which nothing is open yet.</summary>
    public async Task<IPage> Window(string locale = "fr-FR", int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await _chromium.NewContextAsync(
            new()
            {
                BaseURL = _origin.ToString(),
                Locale = locale,
                ViewportSize = new() { Width = width, Height = 900 },
                ColorScheme = scheme,
                JavaScriptEnabled = true,
            }
        );
        return await context.NewPageAsync();
    }

    /// <summary>What a check of accessibility finds on a page, by rule and place; empty where it finds nothing.</summary>
    public static async Task<IReadOnlyList<string>> Violations(IPage page) =>
        [.. (await page.RunAxe()).Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}"))];

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        _playwright.Dispose();
    }
}
