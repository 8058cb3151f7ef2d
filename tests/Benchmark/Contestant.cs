using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace PracticeAnalysis.Benchmark;

/// <summary>Whoever takes the command over HTTP: ours, or a peer with the same two routes.</summary>
/// <param name="Name">As the tables show it.</param>
/// <param name="Authorization">The header; null where nobody asks for it.</param>
internal sealed record Contestant(string Name, Uri Address, string? Authorization)
{
    /// <summary>The practice that the benchmark writes in.</summary>
    public const string Tenant = "bench";

    /// <summary>The command: one event, with one short text, on a stream that is there.</summary>
    public const string Command = """{"kind":"training","title":"Formation à l'analyse des pratiques","years":3}""";

    private const int AtOnce = 16;

    /// <summary>Where the command goes.</summary>
    public static string Path(string id) => $"/v1/facilitators/{id}/evidence";

    /// <summary>Begins streams; their ids.</summary>
    public async Task<IReadOnlyList<string>> Begin(int count, CancellationToken cancel)
    {
        using var http = Client();
        var ids = new string[count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (n, c) =>
                ids[n] = (
                    await Post(http, "/v1/facilitators", """{"displayName":"Banc d'essai","independenceDeclared":false,"evidence":[]}""", c)
                )["id"]!.GetValue<string>()
        );
        return ids;
    }

    /// <summary>Who sends the command from here, where no driver does.</summary>
    public Sender Sender() => new(Client());

    private HttpClient Client()
    {
        var http = new HttpClient { BaseAddress = Address };
        http.DefaultRequestHeaders.Authorization = Authorization is null ? null : AuthenticationHeaderValue.Parse(Authorization);
        return http;
    }

    // Who is turned away comes again when it was told to.
    internal static async Task<JsonNode> Post(HttpClient http, string path, string body, CancellationToken cancel)
    {
        while (true)
        {
            using var answer = await http.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"), cancel);
            if (answer is { StatusCode: HttpStatusCode.ServiceUnavailable, Headers.RetryAfter.Delta: { } wait })
            {
                await Task.Delay(wait, cancel);
                continue;
            }

            var text = await answer.Content.ReadAsStringAsync(cancel);
            return answer.IsSuccessStatusCode
                ? JsonNode.Parse(text)!
                : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: {text}");
        }
    }
}

/// <summary>Sends the command, one at a time.</summary>
internal sealed class Sender(HttpClient http) : IDisposable
{
    /// <summary>To one stream.</summary>
    public Task Send(string id, CancellationToken cancel) => Contestant.Post(http, Contestant.Path(id), Contestant.Command, cancel);

    /// <inheritdoc />
    public void Dispose() => http.Dispose();
}
