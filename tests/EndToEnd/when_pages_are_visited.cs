using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EndToEnd;

/// <summary>The pages for people, as a browser shows them and as somebody in bad faith asks for them.</summary>
[Collection(typeof(TheSystem))]
public partial class when_pages_are_visited(SystemFixture system)
{
    private const int MostBytes = 100_000;

    public static TheoryData<string, string, int, ColorScheme> Visits =>
        new()
        {
            { Roles.Establishment, "fr-FR", 1280, ColorScheme.Light },
            { Roles.Establishment, "en-GB", 320, ColorScheme.Dark },
            { Roles.Auditor, "fr-FR", 320, ColorScheme.Dark },
            { Roles.Auditor, "en-GB", 1280, ColorScheme.Light },
            { Roles.Member, "fr-FR", 320, ColorScheme.Light },
            { Roles.Member, "en-GB", 1280, ColorScheme.Dark },
            { Roles.Facilitator, "fr-FR", 1280, ColorScheme.Dark },
            { Roles.Platform, "fr-FR", 1280, ColorScheme.Light },
            { Roles.Practice, "en-GB", 320, ColorScheme.Light },
        };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Visits))]
    public async Task each_page_of_a_role_is_open_to_everybody_who_may_see_it(string role, string locale, int width, ColorScheme scheme)
    {
        await using var browser = await Browser.Open(system.Host.Gateway);
        var page = await browser.SignIn(role, locale, width, scheme);
        foreach (var path in PathsOf(role))
        {
            var answer = (await page.GotoAsync(path))!;
            answer.Status.ShouldBe(200, path);
            (await answer.BodyAsync()).Length.ShouldBeLessThan(MostBytes, path);
            (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe(locale[..2], path);
            (await page.Locator("h1").CountAsync()).ShouldBe(1, path);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, path);
            (await Browser.Violations(page)).ShouldBeEmpty(path);
        }
    }

    [Fact]
    public async Task an_officer_makes_a_request_and_withdraws_it_by_keyboard_alone()
    {
        await using var browser = await Browser.Open(system.Host.Gateway);
        var page = await browser.SignIn(Roles.Establishment);
        await page.GotoAsync("/requests/new");
        foreach (
            var (field, text) in new[]
            {
                ("context", "Une équipe de nuit."),
                ("asked", "Un temps pour en parler."),
                ("territory", "38"),
                ("headcount", "8"),
            }
        )
        {
            await page.Locator($"#{field}").FocusAsync();
            await page.Keyboard.TypeAsync(text);
        }

        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("/requests/[0-9a-f-]{36}$"));
        (await page.ContentAsync()).ShouldContain("Un temps pour en parler.");
        await page.Locator("#reason").FocusAsync();
        await page.Keyboard.TypeAsync("Une autre voie est trouvée.");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".state", new() { HasTextString = "retirée" }).WaitForAsync();
    }

    [Fact]
    public async Task a_refusal_is_said_on_the_page_and_what_was_typed_stays()
    {
        await using var browser = await Browser.Open(system.Host.Gateway);
        var page = await browser.SignIn(Roles.Establishment);
        await page.GotoAsync("/requests/new");
        await page.Locator("#context").FillAsync("Une équipe de nuit.");
        await page.Locator("#asked").FillAsync("Un temps pour en parler.");
        await page.Locator("#territory").FillAsync("20");
        await page.Locator("#headcount").FillAsync("8");
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.Locator("[role=alert]").WaitForAsync();
        (await page.Locator("#context").InputValueAsync()).ShouldBe("Une équipe de nuit.");
    }

    [Fact]
    public async Task what_is_not_for_a_role_is_as_if_it_were_not_there()
    {
        var visitor = await Visitor.SignIn(system, Roles.Member);
        var nowhere = await visitor.Get("/no-such-page");
        foreach (
            var path in (string[])
                [
                    "/indicators",
                    "/grants",
                    $"/audit/{system.Demonstration.Engagements[0]}",
                    "/webhooks",
                    "/bilans/01a20d7e-0000-7000-8000-000000000001",
                ]
        )
        {
            var (status, _, text) = await visitor.Get(path);
            status.ShouldBe(HttpStatusCode.NotFound, path);
            Plain(text).ShouldBe(Plain(nowhere.Text), path);
        }
    }

    [Fact]
    public async Task whoever_is_not_signed_in_comes_back_to_where_they_were()
    {
        var visitor = new Visitor(system);
        var (status, to, _) = await visitor.Get("/indicators?period=2026");
        status.ShouldBe(HttpStatusCode.Redirect);
        to.ShouldEndWith("/sign-in?returnTo=%2Findicators%3Fperiod%3D2026");
        (await visitor.Choose(Roles.Establishment, "/indicators?period=2026")).ShouldBe("/indicators?period=2026");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    public async Task a_link_never_leads_to_another_origin(string elsewhere)
    {
        var visitor = new Visitor(system);
        (await visitor.Choose(Roles.Establishment, elsewhere)).ShouldBe("/");
        (await visitor.Get($"/language/en?back={Uri.EscapeDataString(elsewhere)}")).To.ShouldBe("/");
    }

    [Fact]
    public async Task a_forged_form_does_nothing()
    {
        var visitor = await Visitor.SignIn(system, Roles.Establishment);
        var (status, _, text) = await visitor.Post("/sign-out", []);
        status.ShouldBe(HttpStatusCode.BadRequest);
        WebUtility.HtmlDecode(text).ShouldContain("Votre demande n’a pas été acceptée");
        (await visitor.Post("/requests/new", new() { ["_handler"] = "submit", ["Form.Asked"] = "forged" })).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
        (await visitor.Get("/grants")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task a_cookie_opens_nothing_after_its_visitor_signed_out()
    {
        var visitor = await Visitor.SignIn(system, Roles.Establishment);
        var stolen = visitor.Copy();
        await visitor.SignOut();
        (await stolen.Get("/grants")).To.ShouldContain("/sign-in");
    }

    [Fact]
    public async Task a_session_that_somebody_prepared_is_not_the_one_that_is_signed_in()
    {
        var prepared = await Visitor.SignIn(system, Roles.Member);
        var victim = prepared.Copy();
        await victim.Choose(Roles.Establishment, "/");
        (await prepared.Get("/indicators")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await victim.Get("/indicators")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task a_page_says_no_more_than_it_must_to_a_browser()
    {
        var answer = await new Visitor(system).Ask(HttpMethod.Get, "/");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("unsafe-inline");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.GetValues("Referrer-Policy").Single().ShouldBe("no-referrer");
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    private IEnumerable<string> PathsOf(string role)
    {
        var demonstration = system.Demonstration;
        var (engagement, group, bilan) = (demonstration.Engagements[0], demonstration.Groups[0], demonstration.FinalBilan);
        return role switch
        {
            Roles.Establishment =>
            [
                "/",
                "/indicators",
                $"/indicators?period={demonstration.Quarter}",
                "/engagements",
                $"/engagements/{engagement}",
                $"/bilans/{bilan}",
                "/tracks",
                "/requests/new",
                "/grants",
                "/webhooks",
                "/keys",
            ],
            Roles.Auditor => ["/", $"/audit/{engagement}?lane=bilan"],
            Roles.Member or Roles.Facilitator => ["/", "/me", $"/engagements/{engagement}", $"/groups/{group}", $"/bilans/{bilan}"],
            Roles.Platform => ["/", "/webhooks"],
            _ => ["/", "/webhooks", "/keys"],
        };
    }

    // Where the visitor is stands in the links that lead back.
    private static string Plain(string page) => Back().Replace(Token().Replace(page, "value"), "back");

    [GeneratedRegex("value=\"CfDJ8[^\"]*\"")]
    private static partial Regex Token();

    [GeneratedRegex("back=[^\"]*")]
    private static partial Regex Back();

    /// <summary>A visitor without a browser: their cookies, and what they are answered.</summary>
    private sealed partial class Visitor(SystemFixture system)
    {
        private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        private Dictionary<string, string> _cookies = [];

        public static async Task<Visitor> SignIn(SystemFixture system, string role)
        {
            var visitor = new Visitor(system);
            await visitor.Choose(role, "/");
            return visitor;
        }

        public Visitor Copy() => new(system) { _cookies = new(_cookies) };

        public async Task<string> Choose(string role, string returnTo)
        {
            var (_, _, page) = await Get("/sign-in");
            var form = Forms().Matches(page).Single(f => f.Groups["role"].Value == role && f.Success);
            return (
                await Post(
                    "/sign-in/as",
                    new()
                    {
                        ["__RequestVerificationToken"] = TokenIn(form.Value),
                        ["person"] = PersonIn().Match(form.Value).Groups[1].Value,
                        ["returnTo"] = returnTo,
                    }
                )
            ).To;
        }

        public async Task SignOut() => await Post("/sign-out", new() { ["__RequestVerificationToken"] = TokenIn((await Get("/")).Text) });

        public Task<(HttpStatusCode Status, string To, string Text)> Get(string path) => Read(HttpMethod.Get, path, null);

        public Task<(HttpStatusCode Status, string To, string Text)> Post(string path, Dictionary<string, string> form) =>
            Read(HttpMethod.Post, path, new FormUrlEncodedContent(form));

        public async Task<HttpResponseMessage> Ask(HttpMethod method, string path, HttpContent? body = null)
        {
            using var request = new HttpRequestMessage(method, new Uri(system.Host.Gateway, path)) { Content = body };
            request.Headers.Accept.ParseAdd("text/html");
            if (_cookies.Count > 0)
            {
                request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
            }

            var answer = await Http.SendAsync(request, Cancel);
            foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [])
            {
                var (name, value) = set.Split(';')[0].Split('=', 2) is [var n, var v] ? (n, v) : (set, string.Empty);
                if (value.Length == 0)
                {
                    _cookies.Remove(name);
                }
                else
                {
                    _cookies[name] = value;
                }
            }

            return answer;
        }

        private async Task<(HttpStatusCode Status, string To, string Text)> Read(HttpMethod method, string path, HttpContent? body)
        {
            using var answer = await Ask(method, path, body);
            return (answer.StatusCode, $"{answer.Headers.Location?.OriginalString}", await answer.Content.ReadAsStringAsync(Cancel));
        }

        private static string TokenIn(string page) => TokenInput().Match(page).Groups[1].Value;

        [GeneratedRegex("<form[^>]*data-role=\"(?<role>[a-z]+)\".*?</form>", RegexOptions.Singleline)]
        private static partial Regex Forms();

        [GeneratedRegex("name=\"person\" value=\"([0-9]+)\"")]
        private static partial Regex PersonIn();

        [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
        private static partial Regex TokenInput();
    }
}
