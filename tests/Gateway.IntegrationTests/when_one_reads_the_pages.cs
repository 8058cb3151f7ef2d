using System.Text.RegularExpressions;
using Alba;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.Gateway.IntegrationTests;

/// <summary>What people read at the one origin, in their language, and what a browser may do with it; and the headers of every answer.</summary>
public sealed partial class when_one_reads_the_pages : IAsyncLifetime
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    private readonly TokenMint _mint = new("a key for tests alone, of more than sixty-four bytes, so that it could sign by any algorithm");
    private IAlbaHost _host = null!;

    public async ValueTask InitializeAsync() =>
        _host = await AlbaHost.For<Allowance>(builder =>
        {
            builder.UseSetting("environment", "Development");
            builder.UseSetting("Auth:DevelopmentKey", _mint.Key);
            foreach (var service in ServiceRoutes.Services)
            {
                builder.UseSetting($"Services:{service}", "http://127.0.0.1:1");
            }
        });

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    private async Task<(HttpResponse Head, string Body)> Read(string path, string language = "en", string accept = "text/html")
    {
        var result = await _host.Scenario(s =>
        {
            s.Get.Url(path);
            s.WithRequestHeader("Accept", accept);
            s.WithRequestHeader("Accept-Language", language);
            s.IgnoreStatusCode();
        });
        return (result.Context.Response, await result.ReadAsTextAsync());
    }

    public static TheoryData<string> Kinds => [.. ProblemCatalogue.All.Select(p => p.Slug)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task every_type_of_problem_leads_to_its_page_in_both_languages(string slug)
    {
        var kind = ProblemCatalogue.Find(slug)!;
        foreach (var (language, title, remedy) in new[] { ("fr", kind.Title.Fr, kind.Remedy.Fr), ("en", kind.Title.En, kind.Remedy.En) })
        {
            var (head, page) = await Read($"/problems/{slug}", language);
            head.StatusCode.ShouldBe(200);
            head.Headers.ContentLanguage.ToString().ShouldBe(language);
            head.Headers.Vary.ToString().ShouldBe("Accept, Accept-Language");
            var text = System.Net.WebUtility.HtmlDecode(page);
            text.ShouldContain($"<html lang=\"{language}\">");
            text.ShouldContain(title);
            text.ShouldContain(remedy);

            var (_, data) = await Read($"/problems/{slug}", language, "application/json");
            System.Text.Json.Nodes.JsonNode.Parse(data)!["title"]!.GetValue<string>().ShouldBe(title);
        }
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json")]
    public async Task what_names_the_source_of_a_rule_leads_to_what_that_means(string accept)
    {
        var named = 0;
        foreach (var path in ProblemCatalogue.All.Select(p => $"/problems/{p.Slug}").Append("/problems"))
        {
            var (_, page) = await Read(path, accept: accept);
            if (Tag().IsMatch(page))
            {
                named++;
                page.ShouldContain("/guides/sources", customMessage: path);
            }
        }

        named.ShouldBeGreaterThan(1);
    }

    [GeneratedRegex(@"\bS[0-4]\b")]
    private static partial Regex Tag();

    public static TheoryData<string> Names => [.. Guides.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task every_guide_is_served_and_listed_in_both_languages(string name)
    {
        foreach (var language in new[] { "fr", "en" })
        {
            var (_, markdown) = await Read($"/guides/{name}", language, "*/*");
            markdown.ShouldStartWith("# ");
            var title = markdown[2..markdown.IndexOf('\n', StringComparison.Ordinal)];
            foreach (var path in new[] { $"/guides/{name}", "/guides" })
            {
                var (head, page) = await Read(path, language);
                (head.StatusCode, head.Headers.ContentLanguage.ToString()).ShouldBe((200, language));
                System.Net.WebUtility.HtmlDecode(page).ShouldContain(title);
            }
        }
    }

    [Theory]
    [InlineData("/guides?lang=xx", "lang", "value")]
    [InlineData("/guides/errors?lnag=fr", "", "unknown")]
    [InlineData("/changelog?lang=fr", "", "unknown")]
    [InlineData("/openapi/gateway.json?x=1", "", "unknown")]
    [InlineData("/problems?x=1", "", "unknown")]
    public async Task a_page_takes_no_parameter_but_its_own(string path, string parameter, string code)
    {
        var (head, body) = await Read(path, accept: "*/*");
        head.StatusCode.ShouldBe(400);
        var error = System.Text.Json.Nodes.JsonNode.Parse(body)!["errors"]!.AsArray().ShouldHaveSingleItem()!;
        ($"{error["parameter"]}", $"{error["code"]}").ShouldBe((parameter, code));
    }

    [Theory]
    [InlineData("/guides")]
    [InlineData("/guides/errors")]
    [InlineData("/openapi/gateway.json")]
    [InlineData("/problems")]
    [InlineData("/problems/malformed")]
    [InlineData("/reference")]
    public async Task a_page_is_read_and_nothing_else(string path)
    {
        var answer = await _host.Scenario(s =>
        {
            s.Put.Url(path);
            s.StatusCodeShouldBe(405);
        });
        answer.Context.Response.Headers.Allow.ToString().ShouldBe("GET, HEAD");
    }

    [Fact]
    public async Task the_reference_is_there()
    {
        var (head, _) = await Read("/reference");
        head.StatusCode.ShouldBe(302);
        head.Headers.Location.ToString().ShouldBe("reference/");
    }

    [Fact]
    public async Task the_guides_are_listed_in_the_order_in_which_they_are_read()
    {
        var (_, contents) = await Read("/guides", accept: "*/*");
        contents.Split("](/guides/").Skip(1).Select(rest => rest.Split('?')[0]).ShouldBe(Guides.Names);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/guides")]
    [InlineData("/guides/webhooks")]
    [InlineData("/problems")]
    [InlineData("/problems/rule-broken")]
    [InlineData("/changelog")]
    public async Task a_browser_may_style_a_page_and_run_nothing_on_it(string path)
    {
        var (head, page) = await Read(path);
        head.Headers.ContentSecurityPolicy.ToString().ShouldBe(HtmlPage.Policy(page));
        page.ShouldNotContain("style=\"");
        page.ShouldNotContain("<script");
    }

    [Theory]
    [InlineData("fr", "Référence de l'API")]
    [InlineData("en", "API reference")]
    public async Task the_front_page_leads_to_all_there_is_to_read(string language, string reference)
    {
        var (head, page) = await Read("/", language);
        head.StatusCode.ShouldBe(200);
        head.Headers.ContentLanguage.ToString().ShouldBe(language);
        var text = System.Net.WebUtility.HtmlDecode(page);
        text.ShouldContain(reference);
        foreach (var path in (string[])["/guides", "/reference", "/openapi/gateway.json", "/problems", "/health/ready"])
        {
            text.ShouldContain($"href=\"{path}\"");
        }
    }

    [Fact]
    public async Task the_changelog_is_served_as_it_is_written()
    {
        var (head, text) = await Read("/changelog", accept: "*/*");
        head.ContentType.ShouldBe("text/markdown; charset=utf-8");
        text.ShouldStartWith("# Changelog");
    }

    [Theory]
    [InlineData("fr", "fr", "Introuvable", "Cette ressource n'existe pas, ou ne vous est pas accessible.")]
    [InlineData("fr-CH, en;q=0.5", "fr", "Introuvable", "Cette ressource n'existe pas, ou ne vous est pas accessible.")]
    [InlineData("en", "en", "Not found", "There is no such resource, or you may not see it.")]
    [InlineData("de", "en", "Not found", "There is no such resource, or you may not see it.")]
    public async Task a_refusal_speaks_the_language_that_is_asked_for(string asked, string language, string title, string detail)
    {
        var (head, body) = await Read("/v1/nothing", asked, "application/json");
        var problem = System.Text.Json.Nodes.JsonNode.Parse(body)!;
        (head.StatusCode, head.ContentType).ShouldBe((404, "application/problem+json"));
        (problem["title"]!.GetValue<string>(), problem["detail"]!.GetValue<string>()).ShouldBe((title, detail));
        head.Headers.ContentLanguage.ToString().ShouldBe(language);
        head.Headers.Vary.ToString().ShouldContain("Accept-Language");
    }

    private async Task<IHeaderDictionary> Asked(Action<Scenario> how) => (
            await _host.Scenario(s =>
            {
                s.Get.Url("/v1/nothing");
                s.WithRequestHeader("Authorization", $"Bearer {_mint.For(new Actor("cabinet", Roles.Practice, Guid.NewGuid()))}");
                how(s);
                s.IgnoreStatusCode();
            })
        ).Context.Response.Headers;

    [Fact]
    public async Task a_request_keeps_the_id_and_the_trace_that_it_came_with()
    {
        var headers = await Asked(s =>
        {
            s.WithRequestHeader("X-Request-Id", "commande-4711");
            s.WithRequestHeader("traceparent", $"00-{Trace}-b7ad6b7169203331-01");
        });
        headers["X-Request-Id"].ToString().ShouldBe("commande-4711");
        headers["traceparent"].ToString().ShouldStartWith($"00-{Trace}-");
    }

    [Theory]
    [InlineData("with a blank")]
    [InlineData("<script>")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task an_id_of_another_form_is_replaced(string id)
    {
        var given = (await Asked(s => s.WithRequestHeader("X-Request-Id", id)))["X-Request-Id"].ToString();
        given.ShouldNotBe(id);
        given.ShouldNotBeEmpty();
    }
}
