using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Alba;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.Gateway.IntegrationTests;

/// <summary>The gateway before two cells. Behind it stand two that say which of them was asked, and with which token.</summary>
public sealed class when_practices_are_in_cells : IAsyncLifetime
{
    private const string Nobody = "http://127.0.0.1:1";
    private const string Page = "/methodology/indicators";

    private readonly TokenMint _mint = new("a key for tests alone, of more than sixty-four bytes, so that it could sign by any algorithm");
    private readonly List<IAsyncDisposable> _parts = [];
    private string _south = null!;
    private string _north = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _south = await Behind("south");
        _north = await Behind("north");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in _parts)
        {
            await part.DisposeAsync();
        }
    }

    private async Task<string> Behind(string cell)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var app = builder.Build();
        app.MapFallback(
            "{**path}",
            (HttpContext http) => Results.Json(new { cell, token = http.Request.Headers.Authorization.ToString() })
        );
        await app.StartAsync(Cancel);
        _parts.Add(app);
        return app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    private static Dictionary<string, string?> Settings(string south, string? north = null, params string[] own)
    {
        var settings = new Dictionary<string, string?>();
        foreach (var service in ServiceRoutes.Services)
        {
            settings[$"Services:{service}"] = south;
            if (north is not null)
            {
                settings[$"Cells:north:{service}"] = north;
            }
        }

        if (north is not null)
        {
            settings["Cells:north:Tenants:0"] = "cabinet-nord";
            settings["Cells:north:Tenants:1"] = SandboxTenant.Name;
        }

        for (var i = 0; i < own.Length; i++)
        {
            settings[$"Services:Tenants:{i}"] = own[i];
        }

        return settings;
    }

    private async Task<IAlbaHost> Gateway(Dictionary<string, string?> settings)
    {
        var host = await AlbaHost.For<Allowance>(builder =>
        {
            builder.UseSetting("environment", "Development");
            builder.UseSetting("Auth:DevelopmentKey", _mint.Key);
            foreach (var (key, value) in settings)
            {
                builder.UseSetting(key, value);
            }
        });
        _parts.Insert(0, host);
        return host;
    }

    private static async Task<(int Status, JsonNode? Said)> Ask(IAlbaHost gateway, string path, string? bearer = null)
    {
        var result = await gateway.Scenario(s =>
        {
            s.Get.Url(path);
            s.ConfigureHttpContext(c =>
            {
                c.Request.Headers.Authorization = bearer is null ? default : $"Bearer {bearer}";
                c.Connection.RemoteIpAddress = IPAddress.Loopback;
            });
            s.IgnoreStatusCode();
        });
        var text = await result.ReadAsTextAsync();
        return (result.Context.Response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    private static async Task<string> CellAsked(IAlbaHost gateway, string path, string? bearer = null)
    {
        var (status, said) = await Ask(gateway, path, bearer);
        status.ShouldBe(200);
        return said!["cell"]!.GetValue<string>();
    }

    // A node that is away is known to be after it was asked twice in vain.
    private static async Task Until(Func<Task<bool>> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await condition())
        {
            await beat.WaitForNextTickAsync(patience.Token);
        }
    }

    private string Token(string tenant) => _mint.For(new Actor(tenant, Roles.Practice, Guid.NewGuid()));

    private static string Key(byte[] secret) => ApiKeyText.Of(false, Guid.NewGuid(), secret);

    private static string Calendar(string tenant) => $"/v1/calendars/{Convert.ToHexStringLower(MarkedSecret.New(32, tenant))}/sessions.ics";

    [Fact]
    public async Task each_token_key_and_calendar_goes_to_its_practices_cell_and_every_other_to_the_first()
    {
        var gateway = await Gateway(Settings(_south, _north));
        foreach (
            var (tenant, cell) in ((string, string)[])
                [
                    ("cabinet-nord", "north"),
                    ("sandbox", "north"),
                    ("sandbox.3", "north"),
                    ("sandbox.of.cabinet", "north"),
                    ("sandbox.spares", "north"),
                    ("cabinet", "south"),
                ]
        )
        {
            foreach (var path in (string[])["/v1/engagements", "/v1/sessions/x", "/v1/bilans/x"])
            {
                (await CellAsked(gateway, path, Token(tenant))).ShouldBe(cell);
                (await CellAsked(gateway, path, Key(MarkedSecret.New(ApiKeyText.SecretSize, tenant)))).ShouldBe(cell);
            }

            (await CellAsked(gateway, Calendar(tenant))).ShouldBe(cell);
            (await CellAsked(gateway, Calendar(tenant), Token("cabinet-nord"))).ShouldBe(
                cell,
                "an address is its own practice's, whoever asks"
            );
            var (_, export) = await Ask(gateway, "/v1/persons/me/export", Token(tenant));
            export!.AsObject().Select(s => s.Value!["cell"]!.GetValue<string>()).ShouldBe([cell, cell, cell]);
            var (_, waiting) = await Ask(gateway, "/v1/persons/me/waiting", Token(tenant));
            waiting!.AsObject().Select(s => s.Value!["cell"]!.GetValue<string>()).ShouldBe([cell, cell, cell]);
        }

        var old = Key(RandomNumberGenerator.GetBytes(ApiKeyText.SecretSize));
        var (_, asked) = await Ask(gateway, "/v1/engagements", old);
        (asked!["cell"]!.GetValue<string>(), asked["token"]!.GetValue<string>()).ShouldBe(("south", $"Bearer {old}"));
    }

    [Fact]
    public async Task a_token_that_is_not_known_at_the_door_goes_on_to_no_cell()
    {
        var forged = new TokenMint("another key of more than sixty-four bytes, so that it could sign by any algorithm at all").For(
            new Actor("cabinet-nord", Roles.Practice, Guid.NewGuid())
        );
        var (_, asked) = await Ask(await Gateway(Settings(_south, _north)), "/v1/engagements", forged);
        asked!["token"]!.GetValue<string>().ShouldBeEmpty();
        var (_, alone) = await Ask(await Gateway(Settings(_south)), "/v1/engagements", forged);
        alone!["token"]!.GetValue<string>().ShouldBe($"Bearer {forged}", "with one cell there is nothing to choose");
    }

    [Fact]
    public async Task a_practice_that_no_cell_has_is_told_so_and_what_is_nobodys_is_answered()
    {
        var gateway = await Gateway(Settings(_south, _north, "cabinet"));
        (await CellAsked(gateway, "/v1/engagements", Token("cabinet"))).ShouldBe("south");
        (await CellAsked(gateway, "/v1/engagements", Token("cabinet-nord"))).ShouldBe("north");
        foreach (var path in (string[])["/v1/engagements", "/v1/persons/me/export"])
        {
            var (status, problem) = await Ask(gateway, path, Token("ailleurs"));
            (status, problem!["type"]!.GetValue<string>()).ShouldBe((403, "/problems/forbidden"));
            problem["detail"]!.GetValue<string>().ShouldBe("The practice that the token names is not served here.");
        }

        (await CellAsked(gateway, Page)).ShouldBe("south");
        (await Ask(gateway, "/v1/engagements", Key(MarkedSecret.New(ApiKeyText.SecretSize, "ailleurs")))).Said!["token"]!
            .GetValue<string>()
            .ShouldBeEmpty("no cell is shown another one's key");
    }

    [Fact]
    public async Task a_cell_that_is_away_takes_nobody_elses_answers_away()
    {
        var gateway = await Gateway(Settings(Nobody, _north));
        await Until(async () => (await Ask(gateway, Page)).Status == 200);
        (await CellAsked(gateway, Page)).ShouldBe("north");
        (await CellAsked(gateway, "/v1/engagements", Token("cabinet-nord"))).ShouldBe("north");
        var (status, problem) = await Ask(gateway, "/v1/engagements", Token("cabinet"));
        (status, problem!["type"]!.GetValue<string>()).ShouldBe((503, "/problems/unavailable"));

        var (ready, parts) = await Ask(gateway, "/health/ready");
        ready.ShouldBe(503);
        parts!["engagement"]!.GetValue<string>().ShouldBe("Unhealthy");
        parts["north/engagement"]!.GetValue<string>().ShouldBe("Healthy");
        (await Ask(await Gateway(Settings(_south, _north)), "/health/ready")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("Services:Tenants:0", "cabinet-nord", "The practice cabinet-nord is assigned twice.")]
    [InlineData("Cells:east:Tenants:0", "cabinet-est", "The setting Cells:east:engagement is missing.")]
    [InlineData("Cells:north:Tenants", null, "The cell north has no practice: set Cells:north:Tenants.")]
    public void an_assignment_that_says_two_things_or_none_is_none(string key, string? value, string because)
    {
        var settings = Settings(_south, _north);
        if (value is null)
        {
            foreach (var tenant in settings.Keys.Where(k => k.StartsWith(key, StringComparison.Ordinal)).ToList())
            {
                settings.Remove(tenant);
            }
        }
        else
        {
            settings[key] = value;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        Should.Throw<InvalidOperationException>(() => new Cells(configuration)).Message.ShouldBe(because);
    }
}
