using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using PracticeAnalysis.Access;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Local;

/// <summary>Calls the public API as an integrator would: a bearer token for each person, If-Match from a fresh read.</summary>
internal sealed class Caller(HttpClient http, TokenMint mint, Progress progress, CancellationToken cancel)
{
    private const int Attempts = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<Actor, string> _tokens = new();
    private readonly Seed _seed = new();

    /// <summary>Reads a resource that must be there.</summary>
    public async Task<Answer> Get(Actor who, string path) => Expect(await Send(HttpMethod.Get, who, path), 200);

    /// <summary>Creates a resource.</summary>
    public async Task<Answer> Start(Actor who, string path, DateTimeOffset at, object body) =>
        Expect(await Once(who, path, Command(body, at))(), 201);

    /// <summary>Appends what needs no If-Match.</summary>
    public async Task<Answer> Append(Actor who, string path, DateTimeOffset at, object body, int status = 200) =>
        Expect(await Once(who, path, Command(body, at))(), status);

    /// <summary>Changes a resource under the ETag of a fresh read and a key of its own; reads again where somebody was faster.</summary>
    public async Task<Answer> Change(Actor who, string resource, string verb, DateTimeOffset at, object body)
    {
        for (var attempt = 1; ; attempt++)
        {
            var read = await Get(who, resource);
            var answer = await Send(HttpMethod.Post, who, $"{resource}/{verb}", Command(body, at), read.ETag, Guid.NewGuid().ToString());
            if (answer.Status != 412 || attempt == Attempts)
            {
                return Expect(answer, 200);
            }
        }
    }

    /// <summary>Creates a resource in a service that has yet to hear of what it stands on: asks again while that is unknown there.</summary>
    public async Task<Answer> StartWhenKnown(Actor who, string path, DateTimeOffset at, object body) =>
        Expect(await Until(Once(who, path, Command(body, at)), answer => answer.Status is not (404 or 409)), 201);

    /// <summary>Reads until what another service told has come.</summary>
    public async Task<Answer> GetWhen(Actor who, string path, Func<JsonNode, bool> come) =>
        Expect(
            await Until(
                () => Send(HttpMethod.Get, who, path),
                answer => answer.Status != 404 && (answer.Status != 200 || come(answer.Body))
            ),
            200
        );

    /// <summary>Sends a command that must be refused, with this status and by this rule.</summary>
    public async Task Refused(Refused expected, Actor who, string path, DateTimeOffset at, object body, string? etag = null) =>
        Refused(expected, await Send(HttpMethod.Post, who, path, Command(body, at), etag));

    /// <summary>Reads what must not be shown to this reader.</summary>
    public async Task Refused(Refused expected, Actor who, string path) => Refused(expected, await Send(HttpMethod.Get, who, path));

    private void Refused(Refused expected, Answer answer)
    {
        if (answer.Status != expected.Status || !answer.Names(expected.By))
        {
            throw new UnexpectedAnswerException($"{expected.What}: {expected.Status} by {expected.By}", answer);
        }

        progress.Refused(expected);
    }

    // A command under a key of its own, which it keeps however often it is sent: to the sandbox, one of the seed, the same in each generation.
    private Func<Task<Answer>> Once(Actor who, string path, JsonObject body)
    {
        var key = SandboxTenant.Holds(who.Tenant) ? _seed.Key(who, path, body) : Guid.NewGuid().ToString();
        return () => Send(HttpMethod.Post, who, path, body, key: key);
    }

    // Asked to wait, it waits: the limit is for each token, and what a service has in work is soon done.
    private async Task<Answer> Send(
        HttpMethod method,
        Actor who,
        string path,
        JsonObject? body = null,
        string? etag = null,
        string? key = null
    )
    {
        for (var watch = Stopwatch.StartNew(); ; )
        {
            using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _tokens.GetOrAdd(who, w => mint.For(w)));
            if (etag is not null)
            {
                request.Headers.TryAddWithoutValidation("If-Match", etag);
            }

            if (key is not null)
            {
                request.Headers.Add(Idempotency.Header, key);
            }

            using var response = await http.SendAsync(request, cancel);
            progress.Requested();
            var text = await response.Content.ReadAsStringAsync(cancel);

            // What may have been done is sent again under its key alone, or it would be done twice.
            if (
                response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
                && response.Headers.RetryAfter?.Delta is { } wait
                && watch.Elapsed < Patience
                && (key is not null || !text.Contains("/problems/outcome-unknown", StringComparison.Ordinal))
            )
            {
                await Task.Delay(wait, cancel);
                continue;
            }

            return new($"{method} {path}", (int)response.StatusCode, text, response.Headers.ETag?.ToString());
        }
    }

    private static Answer Expect(Answer answer, int status) =>
        answer.Status == status ? answer : throw new UnexpectedAnswerException(status.ToString(CultureInfo.InvariantCulture), answer);

    // The last answer, whatever it is, once patience has ended.
    private async Task<Answer> Until(Func<Task<Answer>> ask, Func<Answer, bool> come)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var answer = await ask();
            if (come(answer))
            {
                return answer;
            }

            if (watch.Elapsed > Patience)
            {
                throw new UnexpectedAnswerException($"what another service tells, within {Patience.TotalSeconds:F0} s", answer);
            }

            await Task.Delay(Pause, cancel);
        }
    }

    private static JsonObject Command(object body, DateTimeOffset at)
    {
        var command = JsonSerializer.SerializeToNode(body, JsonSerializerOptions.Web)!.AsObject();
        command["occurredAt"] = at.ToString("O", CultureInfo.InvariantCulture);
        return command;
    }
}

/// <summary>What a service answered.</summary>
internal sealed record Answer(string Request, int Status, string Text, string? ETag)
{
    private JsonNode? _body;

    /// <summary>The body, parsed.</summary>
    public JsonNode Body => _body ??= JsonNode.Parse(Text)!;

    /// <summary>The id of the resource answered.</summary>
    public Guid Id => Body["id"]!.GetValue<Guid>();

    /// <summary>Whether the problem is of this type, or names this rule as <c>frame/rule</c>.</summary>
    public bool Names(string by) =>
        Body["type"]?.GetValue<string>().EndsWith($"/{by}", StringComparison.Ordinal) == true
        || (Body["rules"] as JsonArray)?.Any(r => $"{r!["frame"]}/{r["rule"]}" == by) == true;
}

/// <summary>A refusal that the demonstration meets on purpose.</summary>
/// <param name="What">What was tried.</param>
/// <param name="By">The problem's type, or the rule as <c>frame/rule</c>.</param>
internal sealed record Refused(string What, int Status, string By);

/// <summary>The demonstration cannot go on.</summary>
public class DemonstrationException(string message) : Exception(message);

/// <summary>A service answered otherwise than it must. The message holds the answer's problem, never what we sent.</summary>
internal sealed class UnexpectedAnswerException(string expected, Answer answer)
    : DemonstrationException(
        $"{answer.Request} answered {answer.Status}, expected was {expected}."
            + (answer.Status >= 400 ? Environment.NewLine + answer.Text : string.Empty)
    );
