using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using PracticeAnalysis.Http;

namespace PracticeAnalysis.Testing;

/// <summary>Follows an event stream as a client does.</summary>
public sealed class Follower : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpResponseMessage _answer;
    private readonly IAsyncEnumerator<SseItem<string>>? _events;

    private Follower(HttpResponseMessage answer, Stream? body)
    {
        _answer = answer;
        _events = body is null ? null : SseParser.Create(body).EnumerateAsync().GetAsyncEnumerator();
    }

    /// <summary>The status that it is answered by.</summary>
    public int Status => (int)_answer.StatusCode;

    /// <summary>The headers that it is answered by.</summary>
    public HttpResponseHeaders Headers => _answer.Headers;

    /// <summary>The id of the last event that came.</summary>
    public string? Last { get; private set; }

    /// <summary>Asks for it.</summary>
    /// <param name="last">The id of the last event that came before.</param>
    public static async Task<Follower> Open(HttpClient http, string path, string token, string? last = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.RelativeOrAbsolute));
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.Accept.ParseAdd(EventStream.Type);
        if (last is not null)
        {
            request.Headers.Add(EventStream.LastEventId, last);
        }

        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new(answer, answer.IsSuccessStatusCode ? await answer.Content.ReadAsStreamAsync() : null) { Last = last };
    }

    /// <summary>The problem that it is answered by, where it is refused.</summary>
    public async Task<JsonNode> Problem() => JsonNode.Parse(await _answer.Content.ReadAsStringAsync())!;

    /// <summary>The next event; null where the stream is over.</summary>
    /// <exception cref="TimeoutException">None came in half a minute.</exception>
    public async Task<SseItem<string>?> Next()
    {
        if (!await _events!.MoveNextAsync().AsTask().WaitAsync(Patience))
        {
            return null;
        }

        Last = _events.Current.EventId ?? Last;
        return _events.Current;
    }

    /// <summary>The data of the next event, which is of this type.</summary>
    public async Task<JsonNode> Next(string type)
    {
        var next = await Next() ?? throw new InvalidOperationException($"The stream is over before {type} came.");
        return next.EventType == type
            ? JsonNode.Parse(next.Data)!
            : throw new InvalidOperationException($"{next.EventType} came and not {type}: {next.Data}");
    }

    /// <summary>Why it ends: the code of its last event, after which it is over.</summary>
    public async Task<string> End()
    {
        var code = (await Next("end"))["code"]!.GetValue<string>();
        return await Next() is null ? code : throw new InvalidOperationException("Something came after the end.");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // What is still awaited ends with the answer.
        _answer.Dispose();
        try
        {
            await (_events?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (Exception e) when (e is NotSupportedException or IOException or ObjectDisposedException)
        {
            // It was being read.
        }
    }
}
