using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PracticeAnalysis.Access;
using PracticeAnalysis.EndToEnd;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace PracticeAnalysis.EndToEnd;

/// <summary>The tests that ask one running system. It is started for them alone: whoever runs none of them waits for none.</summary>
[CollectionDefinition]
public sealed class TheSystem : ICollectionFixture<SystemFixture>;

/// <summary>The whole system as <c>deploy/run</c> starts it (real processes, real queues, the daemon as in production), with the
/// demonstration loaded and its telemetry collected.</summary>
public class SystemFixture : IAsyncLifetime
{
    private static readonly HttpClient Http = new(new ContractHandler("gateway"));
    private readonly string _directory = Directory.CreateTempSubdirectory("practice-analysis-e2e-").FullName;

    /// <summary>The running system.</summary>
    public LocalHost Host { get; private set; } = null!;

    /// <summary>What the demonstration made.</summary>
    public DemonstrationResult Demonstration { get; private set; } = null!;

    /// <summary>What was asked and answered while the demonstration was loaded.</summary>
    public IReadOnlyList<Asked> Recorded { get; private set; } = [];

    /// <summary>What the services sent over OTLP.</summary>
    public Collector Collector { get; private set; } = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Collector = await Collector.Start();
        Host = await LocalHost.Start(
            _directory,
            PrivateCluster.FreePort(),
            _ => { },
            TestContext.Current.CancellationToken,
            new Dictionary<string, string>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Collector.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "500",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "1000",
                ["ApiKeys__TellUsesEverySeconds"] = "1",
                ["Erasures__Patience"] = "00:00:03",
                ["Snapshots__Shown"] = "00:00:05",
                ["Ledger__Patience"] = "00:00:02",
                ["Proof__Witnesses__0"] = RecordedTurns.Witness.ToString(),
            },
            pages: true
        );
        var recorder = new Recorder([.. (await Operations.Read(this)).Where(o => !o.IsOpen)]);
        Demonstration = await Local.Demonstration.Load(
            Host.Gateway,
            Host.Mint,
            _directory,
            TimeProvider.System,
            _ => { },
            TestContext.Current.CancellationToken,
            recorder,
            Host.SetClocksBack
        );
        Recorded = recorder.Kept;
        await Visitors.Write(Host.PeopleFile, Host.Mint, Demonstration.Actors, TestContext.Current.CancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        var ended = Host.Ended;
        await Host.DisposeAsync();
        await Collector.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
        GC.SuppressFinalize(this);
        ended.ShouldBeEmpty("nothing ends that no test killed, and each starts again what it killed");
    }

    /// <summary>The demonstration's person of a role.</summary>
    public Actor One(string role) => Demonstration.Actors.Single(a => a.Role == role);

    /// <summary>What <c>deploy/run</c> prints for whoever wants to try.</summary>
    public IReadOnlyList<string> Tour()
    {
        var printed = new List<string>();
        Local.Tour.Print(Host.Gateway, Host.Mint, Demonstration, printed.Add);
        return printed;
    }

    /// <summary>The variables that it has a shell export: a token for each role, and what the demonstration made.</summary>
    public IReadOnlyDictionary<string, string> Exports() =>
        Tour()
            .Where(line => line.StartsWith("export ", StringComparison.Ordinal))
            .Select(line => line["export ".Length..].Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>Asks the gateway as this person, with every scope of the role or with these alone; body null means GET.</summary>
    public async Task<(int Status, JsonNode? Body)> Ask(
        Actor actor,
        string path,
        string? body = null,
        string? ifMatch = null,
        string? trace = null,
        string media = "application/json",
        string? key = null,
        params IReadOnlyList<string> scopes
    )
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, new Uri(Host.Gateway, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Host.Mint.For(actor, scopes));
        if (ifMatch is not null)
        {
            request.Headers.IfMatch.Add(new(ifMatch));
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (trace is not null)
        {
            request.Headers.Add("traceparent", $"00-{trace}-00f067aa0ba902b7-01");
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, media);
        }

        using var answer = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var json = answer.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json";
        return ((int)answer.StatusCode, json && text.Length > 0 ? JsonNode.Parse(text) : null);
    }

    /// <summary>Reads something as it is sent.</summary>
    public async Task<(int Status, string Text)> Text(Actor actor, string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Host.Gateway, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Host.Mint.For(actor));
        request.Headers.Accept.ParseAdd(accept);
        using var answer = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>An auditor whom a practice granted to look at all of it, or at this alone.</summary>
    public async Task<Actor> Auditor(string tenant, Guid? of = null)
    {
        var auditor = new Actor(tenant, Roles.Auditor, Guid.NewGuid());
        var engagements = of is null ? string.Empty : $",\"engagements\":[\"{of}\"]";
        var grant = $$"""
            {"auditor":"{{auditor.Person}}","purpose":"data-protection","until":"{{DateTimeOffset.UtcNow.AddDays(1):O}}"{{engagements}}}
            """;
        var practice = new Actor(tenant, Roles.Practice, Guid.NewGuid());
        // What it is over is granted once the ledger was told of it.
        await Until(async () => (await Ask(practice, "/v1/audit-grants", grant)).Status == 201, () => "the grant is given");
        return auditor;
    }

    /// <summary>Has whatever generation of a sandbox begins loaded, as <c>deploy/run</c> does, until it is disposed of.</summary>
    /// <param name="spare">Whether one is kept ahead, which costs another load.</param>
    public LoadsSandbox LoadSandbox(bool spare = false) => new LoadsSandbox(this, spare).Begin();

    /// <summary>Waits until a condition holds, asking again and again; fails after a minute.</summary>
    public static Task Until(Func<Task<bool>> condition, string what) => Until(condition, () => what);

    /// <summary>The same, saying at the end what it waited for.</summary>
    /// <param name="minutes">More than one, for what builds or fetches first.</param>
    public static async Task Until(Func<Task<bool>> condition, Func<string> what, int minutes = 1)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(minutes));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await condition())
        {
            (await Tick(beat, patience.Token)).ShouldBeTrue($"It did not happen within {minutes} min: {what()}");
        }
    }

    private static async Task<bool> Tick(PeriodicTimer beat, CancellationToken patience)
    {
        try
        {
            return await beat.WaitForNextTickAsync(patience);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}

/// <summary>A system of a test class's own, for what others could not live beside.</summary>
public sealed class OwnSystem : SystemFixture;

/// <summary>Loads the sandboxes while a test needs them.</summary>
public sealed class LoadsSandbox(SystemFixture system, bool spare) : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Local.Sandbox _sandbox = new(
        system.Host.Gateway,
        system.Host.Mint,
        line => TestContext.Current.SendDiagnosticMessage(line),
        spare,
        new ContractHandler("gateway")
    );
    private Task _run = Task.CompletedTask;

    /// <summary>What the last generation that was loaded here holds.</summary>
    public DemonstrationResult Loaded => _sandbox.Loaded!;

    /// <summary>Begins to.</summary>
    public LoadsSandbox Begin()
    {
        _run = _sandbox.Run(_end.Token);
        return this;
    }

    /// <summary>Begins a generation of this one's sandbox, and waits until its seed stands.</summary>
    public async Task<int> Reset(Actor practice)
    {
        var (status, begun) = await system.Ask(practice, "/v1/sandbox/reset", "{}");
        status.ShouldBe(202);
        await Ready(practice);
        return begun!["generation"]!.GetValue<int>();
    }

    /// <summary>Waits until the seed stands in this one's sandbox.</summary>
    public Task Ready(Actor practice) =>
        Until(async () => (await system.Ask(practice, "/v1/sandbox")).Body!["state"]!.GetValue<string>() == "ready", "it is ready");

    /// <summary>Waits until a spare generation stands.</summary>
    public Task Spare() =>
        Until(
            async () =>
                (await system.Ask(Local.Sandbox.Loader, "/v1/sandbox/generations")).Body!["items"]!
                    .AsArray()
                    .Any(g => g!["tenant"]!.GetValue<string>() == SandboxTenant.Spares && g["state"]!.GetValue<string>() == "ready"),
            "a spare stands"
        );

    // As long as the loader works, and a load may take.
    private Task Until(Func<Task<bool>> condition, string what) =>
        SystemFixture.Until(
            async () =>
            {
                await (_run.IsCompleted ? _run : Task.CompletedTask);
                return await condition();
            },
            () => what,
            minutes: 10
        );

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _run.ContinueWith(_ => { }, TaskScheduler.Default);
        _end.Dispose();
    }
}
