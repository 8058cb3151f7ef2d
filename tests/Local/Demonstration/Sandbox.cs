using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Local;

/// <summary>Tells the demonstration to each generation of the sandbox, through the public API, for as long as it runs. Its seed is fixed: ids are
/// the same in each generation.</summary>
public sealed class Sandbox(Uri gateway, TokenMint mint, Action<string> say, HttpMessageHandler? through = null)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    // What each service answers once it knows of a generation.
    private static readonly string[] OfEachService = ["/v1/establishments", "/v1/disclosures", "/v1/audit-grants"];

    /// <summary>Who acts for the practice that the sandbox is.</summary>
    public static Actor Practice { get; } = new(SandboxTenant.Name, Roles.Practice, Stage.IdOf(SandboxTenant.Name, "practice"));

    /// <summary>What the last generation holds, under the name that tokens give the sandbox; null before the first one stands.</summary>
    public DemonstrationResult? Loaded { get; private set; }

    /// <summary>Loads whatever generation is to be loaded, until it is cancelled.</summary>
    public async Task Run(CancellationToken cancel)
    {
        using var http = new HttpClient(through ?? new SocketsHttpHandler()) { BaseAddress = gateway };
        using var beat = new PeriodicTimer(Beat);
        var tried = 0;
        do
        {
            try
            {
                var (status, sandbox) = await Ask(http, Practice, "/v1/sandbox", null, cancel);
                if (status == 200 && sandbox["state"]!.GetValue<string>() == "loading" && sandbox["generation"]!.GetValue<int>() != tried)
                {
                    tried = sandbox["generation"]!.GetValue<int>();
                    await Load(http, tried, beat, cancel);
                }
            }
            catch (Exception failed) when (failed is DemonstrationException or HttpRequestException)
            {
                say($"sandbox: generation {tried} is not loaded. {failed.Message}");
            }
        } while (await beat.WaitForNextTickAsync(cancel));
    }

    private async Task Load(HttpClient http, int generation, PeriodicTimer beat, CancellationToken cancel)
    {
        var tenant = SandboxTenant.Of(generation);
        foreach (var path in OfEachService)
        {
            while ((await Ask(http, Practice with { Tenant = tenant }, path, null, cancel)).Status != 200)
            {
                await beat.WaitForNextTickAsync(cancel);
            }
        }

        var loaded = await Demonstration.Tell(tenant, http, mint, TimeProvider.System, _ => { }, cancel);
        Loaded = loaded with { Tenant = Practice.Tenant, Actors = [.. loaded.Actors.Select(a => a with { Tenant = Practice.Tenant })] };
        await Ask(http, Practice, "/v1/sandbox/seeded", new { generation }, cancel);
        say($"sandbox: generation {generation} is loaded");
    }

    private async Task<(int Status, JsonNode Body)> Ask(HttpClient http, Actor who, string path, object? body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, path);
        request.Content = body is null ? null : JsonContent.Create(body);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", mint.For(who));
        using var answer = await http.SendAsync(request, cancel);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancel))!);
    }
}
