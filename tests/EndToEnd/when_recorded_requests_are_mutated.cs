using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Npgsql;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EndToEnd;

/// <summary>Requests that were answered as they should be, each sent again with one thing bent, to the gateway and to the service that answers: the status
/// that must come of it comes from both, every refusal is a problem that names the place and echoes nothing, and what was refused changed nothing.
/// The seed is printed; <c>MUTATED_SEED</c> plays it again.</summary>
[Collection(typeof(TheSystem))]
public class when_recorded_requests_are_mutated(SystemFixture system)
{
    private const string Tenant = RecordedLife.Tenant;
    private const int Requests = 20_000;
    private const int AtOnce = 6;
    private const int Batch = 500;

    // Of each operation so many requests are bent, by different roles and with different members where there are any.
    private const int OfEach = 6;
    private const int Fewest = 160;
    private const int Moves = 3;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private readonly int _seed = int.TryParse(
        Environment.GetEnvironmentVariable("MUTATED_SEED"),
        CultureInfo.InvariantCulture,
        out var given
    )
        ? given
        : Random.Shared.Next();

    private sealed record Case(Mutation Mutation, Bent Bent);

    [Fact]
    public async Task twenty_thousand_are_answered_as_each_mutation_says()
    {
        Observed.Tell($"MUTATED_SEED={_seed}");
        var recorded = await Record();
        var cases = Chosen(await Cases(recorded), Requests / 2);
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        using var http = new HttpClient(
            new BeginningsAlone(
                new SocketsHttpHandler
                {
                    RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
                    Expect100ContinueTimeout = TimeSpan.FromSeconds(20),
                }
            )
        );
        var wrong = new ConcurrentBag<string>();
        foreach (var batch in cases.Chunk(Batch))
        {
            var before = await Written(owner);
            await Parallel.ForEachAsync(
                batch.SelectMany(c => new[] { (Case: c, At: "gateway"), (Case: c, At: c.Bent.Request.Operation.Service) }),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancel },
                async (sent, _) =>
                {
                    if (await Said(http, sent.Case, sent.At) is { } what)
                    {
                        wrong.Add(
                            $"{sent.Case.Mutation.Name} | {sent.Case.Bent.Request.Operation} | {sent.At} | {sent.Case.Bent.Request}: {what}"
                        );
                    }
                }
            );
            foreach (var fact in (await Written(owner)).Except(before))
            {
                wrong.Add($"written: {fact}");
            }
        }

        Observed.Tell($"{recorded.Count} recorded requests of {recorded.DistinctBy(r => $"{r.Operation}").Count()} operations");
        Observed.Tell(
            $"{2 * cases.Count} sent: {string.Join(", ", cases.CountBy(c => c.Mutation.Name).Select(m => $"{2 * m.Value} of {m.Key}"))}"
        );
        recorded.DistinctBy(r => $"{r.Operation}").Count().ShouldBeGreaterThan(Fewest);
        wrong.Order(StringComparer.Ordinal).ShouldBeEmpty();
        cases.Count.ShouldBe(Requests / 2);
    }

    // One of each mutation of each operation before a second one: by chance, as the seed says.
    private IReadOnlyList<Case> Chosen(IReadOnlyList<Case> cases, int count)
    {
        var random = new Random(_seed);
        var shuffled = cases.ToArray();
        random.Shuffle(shuffled);
        return
        [
            .. shuffled
                .GroupBy(c => (c.Mutation.Name, $"{c.Bent.Request.Operation}"))
                .SelectMany(cell => cell.Index())
                .OrderBy(c => c.Index)
                .Select(c => c.Item)
                .Take(count),
        ];
    }

    private async Task<IReadOnlyList<Case>> Cases(IReadOnlyList<Asked> recorded)
    {
        var mutations = new Mutations(system.Host.Mint, await Key("narrow"), await Key("revoked")).All;
        return [.. recorded.SelectMany(r => mutations.SelectMany(m => m.Of(r).Select(b => new Case(m, b))))];
    }

    private async Task<string?> Said(HttpClient http, Case sent, string at)
    {
        try
        {
            return await Wrong(http, sent, at);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !Cancel.IsCancellationRequested)
        {
            return $"no answer: {e.Message}";
        }
    }

    private async Task<string?> Wrong(HttpClient http, Case sent, string at, int again = Moves)
    {
        var address = at == "gateway" ? system.Host.Gateway : system.Host.Service(at).Address;
        var asked = sent.Bent.Request;
        if (sent.Bent.KnowsETag)
        {
            using var read = await Answer(http, asked, address);
            asked = asked.With("If-None-Match", $"{read.Headers.ETag}");
        }

        using var answer = await Answer(http, asked, address);
        var body = await answer.Content.ReadAsStringAsync(Cancel);
        if (sent.Bent.KnowsETag && again > 0 && answer.Headers.ETag is { } now && $"{now}" != asked.Headers[^1].Value)
        {
            // What it shows moved between the two reads.
            return await Wrong(http, sent, at, again - 1);
        }

        var status = sent.Mutation.Status;
        return (int)answer.StatusCode != status ? $"{(int)answer.StatusCode} in place of {status}: {body}"
            : await ApiContract.Of(at).Wrong(answer, Cancel) is { } broken ? broken
            : status < 400 || asked.Method == "HEAD" ? (body.Length == 0 ? null : $"{status} with a body")
            : Unfit(asked, answer, body) ?? (status == 400 ? Unnamed(sent.Bent, JsonNode.Parse(body)!) : null);
    }

    // What of a refusal is no problem as it should be.
    private static string? Unfit(Asked asked, HttpResponseMessage answer, string body)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return $"{(int)answer.StatusCode} as {answer.Content.Headers.ContentType}: {body}";
        }

        var allowed = answer.Content.Headers.Allow;
        return body.Contains(Mutations.Marker, StringComparison.Ordinal) ? $"echoes what was sent: {body}"
            : JsonNode.Parse(body)!["status"]?.GetValue<int>() != (int)answer.StatusCode ? $"another status in {body}"
            : answer.StatusCode == HttpStatusCode.Unauthorized && answer.Headers.WwwAuthenticate.Count == 0 ? "401 without WWW-Authenticate"
            : answer.StatusCode == HttpStatusCode.MethodNotAllowed && !allowed.Contains(asked.Operation.Method)
                ? $"405, Allow: {string.Join(", ", allowed)}"
            : null;
    }

    private static string? Unnamed(Bent bent, JsonNode problem)
    {
        static string? Named(JsonNode? error) => error?["parameter"] is { } parameter ? $"?{parameter}" : error?["pointer"]?.ToString();
        var errors = problem["errors"]?.AsArray() ?? [];
        var first = errors.FirstOrDefault();
        return
            (bent.Place is not null && Named(first) != bent.Place)
            || (bent.Code is not null && first?["code"]?.ToString() != bent.Code)
            || bent.Besides.Except(errors.Select(Named)).Any()
            ? $"{bent.Code} at {string.Join(' ', bent.Besides.Prepend(bent.Place))} is not named: {problem.ToJsonString()}"
            : null;
    }

    // Asked to wait, it waits: a client may ask so often.
    private static async Task<HttpResponseMessage> Answer(HttpClient http, Asked asked, Uri address)
    {
        while (true)
        {
            using var request = asked.To(address);
            var answer = await http.SendAsync(request, Cancel);
            if (answer.StatusCode != HttpStatusCode.TooManyRequests)
            {
                return answer;
            }

            await Task.Delay(answer.Headers.RetryAfter!.Delta!.Value, Cancel);
            answer.Dispose();
        }
    }

    private async Task<IReadOnlyList<Asked>> Record() =>
        [
            .. (await RecordedLife.Of(system))
                .GroupBy(r => $"{r.Operation}")
                .OrderBy(o => o.Key, StringComparer.Ordinal)
                .SelectMany(o =>
                    o.GroupBy(r => (r.Actor.Role, Members(r)))
                        .OrderBy(g => g.Key.ToString(), StringComparer.Ordinal)
                        .SelectMany(g => g.Index())
                        .OrderBy(r => r.Index)
                        .Take(OfEach)
                        .Select(r => r.Item)
                ),
        ];

    private static string Members(Asked asked) =>
        asked.Body is { } body && !asked.Operation.TakesLines
            ? string.Join(' ', JsonNode.Parse(body)!.AsObject().Select(m => m.Key))
            : asked.Query;

    // An API key that every service knows: one that is revoked, or one that reads indicators.
    private async Task<string> Key(string which)
    {
        var practice = new Actor(Tenant, Roles.Practice, Guid.NewGuid());
        var (status, made) = await system.Ask(
            practice,
            "/v1/api-keys",
            $$"""{"label":"{{which}}","role":"practice","scopes":["indicators:read"],"expiresAt":"{{DateTimeOffset.UtcNow.AddDays(9):O}}"}"""
        );
        status.ShouldBe(201, $"{made}");
        var key = made!["key"]!.ToString();
        await Told(key, HttpStatusCode.Forbidden);
        if (which == "revoked")
        {
            (await system.Ask(practice, $"/v1/api-keys/{made["id"]}/revoke", "{}", $"\"{made["version"]}\"")).Status.ShouldBe(200);
            await Told(key, HttpStatusCode.Unauthorized);
        }

        return key;
    }

    private async Task Told(string key, HttpStatusCode status)
    {
        using var http = new HttpClient();
        foreach (
            var (service, path) in ((string, string)[])
                [("engagement", "/v1/frames"), ("session", "/v1/protocols"), ("reporting", "/v1/events")]
        )
        {
            await SystemFixture.Until(
                async () =>
                {
                    using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(system.Host.Service(service).Address, path));
                    request.Headers.Authorization = new("Bearer", key);
                    using var answer = await http.SendAsync(request, Cancel);
                    return answer.StatusCode == status;
                },
                $"{service} knows of the key"
            );
        }
    }

    // What persons wrote, each fact by its kind and writer, and how much stands beside. What follows by message comes when it comes, and that an
    // auditor looked is kept before it is known whether there was anything to see.
    private static async Task<IReadOnlyList<string>> Written(NpgsqlDataSource owner)
    {
        // That somebody looked is recorded of HEAD, and of what was not modified, as of any look.
        const string Looks = "'replay_performed', 'attestation_read', 'export_produced', 'narratives_read', 'ledger_pulled'";
        var facts = OfflineFold.Services.Select(s =>
            $"select '{s.Name} ' || seq_id || ' ' || type || ' by ' || user_name from {s.Name}.mt_events where tenant_id = '{Tenant}' and user_name not like 'message:%' and user_name not in ('time', 'erasure') and type not in ({Looks})"
        );
        await using var command = owner.CreateCommand(
            $"""
            {string.Join(" union all ", facts)}
            union all select 'records of identity: ' || count(*) from engagement.mt_doc_identityrecord where tenant_id = '{Tenant}'
            union all select 'keys of texts: ' || count(*) from session.mt_doc_datakey where tenant_id = '{Tenant}'
            union all select 'accepted requests: ' || count(*) from engagement.mt_doc_acceptedrequest where tenant_id = '{Tenant}'
            order by 1
            """
        );
        await using var rows = await command.ExecuteReaderAsync(Cancel);
        var written = new List<string>();
        while (await rows.ReadAsync(Cancel))
        {
            written.Add(rows.GetString(0));
        }

        return written;
    }
}
