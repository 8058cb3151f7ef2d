using System.Text.Json.Nodes;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>Two nodes of each service behind the gateway, of which first the one and then the other is killed. Who follows through the gateway comes again by the last
/// event that they took, and is told each item once, in order.</summary>
[Long("live")]
public sealed class when_a_stream_loses_its_node : IAsyncLifetime
{
    private const string Feed = "/v1/events?type=request.submitted";
    private const int Each = 10;

    private readonly string _directory = Directory.CreateTempSubdirectory("practice-analysis-live-").FullName;
    private readonly Actor _practice = new("cabinet", Roles.Practice, Given.Id(1));
    private HttpClient _http = null!;
    private LocalHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await LocalHost.Start(_directory, PrivateCluster.FreePort(), _ => { }, Cancel, spread: new(null, Nodes: 2));
        _http = new HttpClient { BaseAddress = _host.Gateway, Timeout = TimeSpan.FromSeconds(30) };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task the_feed_goes_on_without_a_gap_and_without_a_double()
    {
        var establishment = (
            await Send("/v1/establishments", $$"""{"name":"Les Tilleuls","siret":"{{Given.Siret(1)}}","sector":"medico-social"}""")
        )["id"]!;
        var token = _host.Mint.For(_practice);
        await using var room = new Following(_http, Feed, token);
        var submitted = 0;
        foreach (var (killed, lives) in (IEnumerable<(string, string)>)[("reporting", "reporting-2"), ("reporting-2", "reporting")])
        {
            await Submit(establishment);
            submitted += Each;
            await SystemFixture.Until(() => Task.FromResult(room.Told.Count >= submitted / 2), "it follows");

            await _host.Service(killed).Kill();
            await Submit(establishment);
            submitted += Each;
            await SystemFixture.Until(
                () => Task.FromResult(room.Told.Count >= submitted),
                () => $"{room.Told.Count} of {submitted} came while {lives} lives"
            );
            await _host.Restart(killed, Cancel);
        }

        await Submit(establishment);
        submitted += Each;
        await SystemFixture.Until(() => Task.FromResult(room.Told.Count >= submitted), "the last came");

        // One of the two served it each time, so that it lost its node at least once.
        room.Losses.ShouldBeGreaterThan(0);
        var pages = (await Read(Feed))["items"]!.AsArray().Select(i => $"{i!["id"]}").ToList();
        pages.Count.ShouldBe(submitted);
        room.Told.ShouldBe(pages);
        Observed.Tell($"{room.Told.Count} events came once each, in order; the stream lost its node {room.Losses} times");
    }

    private async Task Submit(JsonNode establishment)
    {
        var request = $$"""
            {"establishment":"{{establishment}}","context":"Un contexte.","sector":"medico-social","territory":"38",
             "headcount":12,"asked":"Une demande.","demand":"complex-situation"}
            """;
        for (var i = 0; i < Each; i++)
        {
            await Send("/v1/requests", request);
        }
    }

    private async Task<JsonNode> Send(string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
        return await Answered(request, 201);
    }

    private async Task<JsonNode> Read(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await Answered(request, 200);
    }

    private async Task<JsonNode> Answered(HttpRequestMessage request, int status)
    {
        request.Headers.Authorization = new("Bearer", _host.Mint.For(_practice));
        using var answer = await _http.SendAsync(request, Cancel);
        var body = await answer.Content.ReadAsStringAsync(Cancel);
        ((int)answer.StatusCode).ShouldBe(status, body);
        return JsonNode.Parse(body)!;
    }

    // A client as the guide has it: keeps the last id, and asks again with it, a moment later where it is refused.
    private sealed class Following : IAsyncDisposable
    {
        private readonly CancellationTokenSource _end = new();
        private readonly Lock _turn = new();
        private readonly List<string> _told = [];
        private readonly Task _run;

        public Following(HttpClient http, string path, string token) => _run = Run(http, path, token);

        public int Losses { get; private set; }

        public IReadOnlyList<string> Told
        {
            get
            {
                lock (_turn)
                {
                    return [.. _told];
                }
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _end.CancelAsync();
            await _run;
            _end.Dispose();
        }

        private async Task Run(HttpClient http, string path, string token)
        {
            string? last = null;
            while (!_end.IsCancellationRequested)
            {
                try
                {
                    await using var stream = await Follower.Open(http, path, token, last);
                    while (stream.Status == 200 && await stream.Next().WaitAsync(_end.Token) is { } told)
                    {
                        last = stream.Last;
                        if (told.EventType == "request.submitted")
                        {
                            lock (_turn)
                            {
                                _told.Add($"{JsonNode.Parse(told.Data)!["id"]}");
                            }
                        }
                    }
                }
                catch (Exception e) when (e is HttpRequestException or IOException)
                {
                    Losses++;
                }
                catch (TimeoutException)
                {
                    // Nothing came for long: it connects anew, as the guide says.
                }
                catch (OperationCanceledException)
                {
                    return;
                }

                await Task.Delay(TimeSpan.FromMilliseconds(200), CancellationToken.None);
            }
        }
    }
}
