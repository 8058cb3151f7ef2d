using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Local;

/// <summary>Tells the demonstration to each generation of the sandboxes, through the public API, for as long as it runs; where it is to, to a spare one ahead,
/// so that who asks next need not wait for it. Its seed is fixed: ids are the same in each generation.</summary>
/// <param name="spare">Whether to keep one.</param>
public sealed class Sandbox(Uri gateway, TokenMint mint, Action<string> say, bool spare, HttpMessageHandler? through = null)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    // What each service answers once it knows of a generation.
    private static readonly string[] OfEachService = ["/v1/establishments", "/v1/disclosures", "/v1/audit-grants"];

    private readonly ConcurrentDictionary<int, bool> _stands = new();
    private readonly HashSet<(int Generation, string Tenant)> _tried = [];
    private readonly HashSet<int> _ahead = [];

    /// <summary>Who acts for the sandbox that all share.</summary>
    public static Actor Practice { get; } = new(SandboxTenant.Name, Roles.Practice, Stage.IdOf(SandboxTenant.Name, "practice"));

    /// <summary>Who loads them, and has those that nobody has yet.</summary>
    public static Actor Loader { get; } = Practice with { Tenant = SandboxTenant.Spares };

    /// <summary>What the last generation holds, under the name that tokens give the sandbox; null before the first one stands.</summary>
    public DemonstrationResult? Loaded { get; private set; }

    /// <summary>Loads whatever generation is to be loaded, until it is cancelled.</summary>
    public async Task Run(CancellationToken cancel)
    {
        using var http = new HttpClient(through ?? new SocketsHttpHandler()) { BaseAddress = gateway };
        using var beat = new PeriodicTimer(Beat);
        var loading = Task.CompletedTask;
        try
        {
            do
            {
                await (loading.IsCompleted ? loading : Task.CompletedTask);
                try
                {
                    var (status, waiting) = await Ask(http, Loader, "/v1/sandbox/generations", null, cancel);
                    loading =
                        status == 200 ? await Serve(http, [.. waiting["items"]!.AsArray().Select(Waiting.Of)], loading, cancel) : loading;
                }
                catch (HttpRequestException away)
                {
                    say($"sandbox: {away.Message}");
                }
            } while (await beat.WaitForNextTickAsync(cancel));
        }
        finally
        {
            await loading.ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    // One is loaded at a time, and whoever has one that stands does not wait for it.
    private async Task<Task> Serve(HttpClient http, List<Waiting> all, Task loading, CancellationToken cancel)
    {
        foreach (var one in all)
        {
            if (one.Stands)
            {
                _stands[one.Generation] = true;
            }
            else if (_stands.ContainsKey(one.Generation))
            {
                await Tell(http, one, cancel);
            }
        }

        if (!loading.IsCompleted)
        {
            return loading;
        }

        // The newest first: for what was asked before this began perhaps nobody waits. What a loader that has ended left half told as a spare is told no further.
        var next = all.Where(w => w.Tenant != Loader.Tenant || _ahead.Contains(w.Generation))
            .OrderBy(w => w.Tenant == Loader.Tenant)
            .ThenByDescending(w => w.Generation)
            .FirstOrDefault(w => !w.Stands && !_stands.ContainsKey(w.Generation) && _tried.Add((w.Generation, w.Tenant)));
        if (next is not null)
        {
            return Load(http, next.Generation, cancel);
        }

        if (spare && !all.Exists(w => w.Tenant == Loader.Tenant && (w.Stands || _ahead.Contains(w.Generation))))
        {
            var (_, begun) = await Ask(http, Loader, "/v1/sandbox/reset", new { }, cancel);
            _ahead.Add(begun["generation"]!.GetValue<int>());
        }

        return loading;
    }

    private async Task Load(HttpClient http, int generation, CancellationToken cancel)
    {
        try
        {
            var tenant = SandboxTenant.Of(generation);
            while (!await Each(http, tenant, 200, cancel))
            {
                await Task.Delay(Beat, cancel);
            }

            var loaded = await Demonstration.Tell(tenant, http, mint, TimeProvider.System, _ => { }, cancel);
            Loaded = loaded with { Tenant = Practice.Tenant, Actors = [.. loaded.Actors.Select(a => a with { Tenant = Practice.Tenant })] };
            _stands[generation] = true;
            say($"sandbox: generation {generation} is loaded");
        }
        catch (Exception failed) when (failed is DemonstrationException or HttpRequestException)
        {
            say($"sandbox: generation {generation} is not loaded. {failed.Message}");
        }
    }

    // That it stands, once each service knows whose it is: it takes nobody for one of the generation before, or it knows of the first.
    private async Task Tell(HttpClient http, Waiting one, CancellationToken cancel)
    {
        var known =
            one.Tenant == Loader.Tenant
            || (
                (one.Before ?? (one.Tenant == Practice.Tenant ? 0 : null)) is { } before
                    ? await Each(http, SandboxTenant.Of(before), 403, cancel)
                    : await Each(http, one.Tenant, 200, cancel)
            );
        if (known)
        {
            await Ask(http, Practice with { Tenant = one.Tenant }, "/v1/sandbox/seeded", new { generation = one.Generation }, cancel);
        }
    }

    private async Task<bool> Each(HttpClient http, string tenant, int answers, CancellationToken cancel)
    {
        foreach (var path in OfEachService)
        {
            if ((await Ask(http, Practice with { Tenant = tenant }, path, null, cancel)).Status != answers)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<(int Status, JsonNode Body)> Ask(HttpClient http, Actor who, string path, object? body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, path);
        request.Content = body is null ? null : JsonContent.Create(body);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", mint.For(who));
        using var answer = await http.SendAsync(request, cancel);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancel))!);
    }

    // A generation that waits: for its seed, for services to know whose it is, or as a spare.
    private sealed record Waiting(int Generation, string Tenant, int? Before, bool Stands)
    {
        public static Waiting Of(JsonNode? item) =>
            new(
                item!["generation"]!.GetValue<int>(),
                item["tenant"]!.GetValue<string>(),
                item["before"]?.GetValue<int>(),
                item["state"]!.GetValue<string>() == "ready"
            );
    }
}
