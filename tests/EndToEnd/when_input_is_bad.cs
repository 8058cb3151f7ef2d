using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EndToEnd;

/// <summary>Every line of <c>bad-input.txt</c> for every operation that it can be put to: no answer of 500 and none that breaks the contract, each
/// refusal a problem that echoes nothing, and what was refused changed nothing in the stores.</summary>
[Collection(typeof(TheSystem))]
public class when_input_is_bad(SystemFixture system)
{
    private const int AtOnce = 6;
    private const string Tenant = "cabinet-saisie";

    private static readonly string Table = Path.Combine(Path.GetDirectoryName(Here())!, "bad-input.txt");
    private static readonly string[] Quoted = ["drop table", "jndi", "__proto__", "$type", "kanari", "yesterday"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A line of the table.</summary>
    private sealed record Case(string Name, string Where, string What, IReadOnlyList<int> Statuses)
    {
        public static Case Of(string line)
        {
            var parts = line.Split('|', StringSplitOptions.TrimEntries);
            return new(
                parts[0],
                parts[1],
                string.Join('|', parts[2..^1]),
                [.. parts[^1].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)]
            );
        }
    }

    [Fact]
    public async Task each_line_of_the_table_is_refused_by_every_operation_and_changes_nothing()
    {
        var cases = (await File.ReadAllLinesAsync(Table, Cancel)).Where(l => l.Length > 0 && l[0] != '#').Select(Case.Of).ToList();
        var operations = await Operations.Read(system);
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        using var http = new HttpClient(
            new BeginningsAlone(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 })
        );
        var (wrong, unheard) = (new List<string>(), new List<string>());
        var sent = 0;
        foreach (var operation in operations)
        {
            var accepted = 0;
            var before = await Written(owner);
            var requests = cases.SelectMany(c => Requests(operation, c).Select(r => (Case: c, Request: r))).ToList();
            await Parallel.ForEachAsync(
                requests,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancel },
                async (asked, cancel) =>
                {
                    HttpResponseMessage sent;
                    try
                    {
                        sent = await http.SendAsync(asked.Request, cancel);
                    }
                    catch (HttpRequestException)
                    {
                        lock (wrong)
                        {
                            // Who still sends when a connection is closed may lose the refusal (RFC 9112, 9.6); a few do.
                            (asked.Case.Name.StartsWith("too large", StringComparison.Ordinal) ? unheard : wrong).Add(
                                $"{operation}: {asked.Case.Name}: no answer"
                            );
                        }

                        return;
                    }

                    using var answer = sent;
                    if (answer.IsSuccessStatusCode && operation.Method == "POST")
                    {
                        Interlocked.Increment(ref accepted);
                    }

                    var body = await answer.Content.ReadAsStringAsync(cancel);
                    var contract = IsBeforeUs(asked.Case, answer, body)
                        ? null
                        : await ApiContract.Of(operation.Service).Wrong(answer, cancel);
                    if ((Wrong(asked.Case, answer, body) ?? contract) is { } what)
                    {
                        lock (wrong)
                        {
                            wrong.Add($"{operation}: {asked.Case.Name}: {what}");
                        }
                    }
                }
            );
            sent += requests.Count;
            if (accepted == 0 && await Written(owner) != before)
            {
                wrong.Add($"{operation}: something changed");
            }
        }

        wrong.ShouldBeEmpty();
        unheard.Count.ShouldBeLessThan(operations.Count / 20);
        sent.ShouldBeGreaterThan(operations.Count * 10);
        cases.Count.ShouldBeGreaterThan(50);
    }

    private static string? Wrong(Case line, HttpResponseMessage answer, string body)
    {
        var status = (int)answer.StatusCode;
        if (status >= 500 || (line.Statuses.Count > 0 && !line.Statuses.Contains(status)))
        {
            return $"{status}";
        }

        // What a line does not forbid (an unknown parameter of a query, a strange word for a label) is answered, and may be kept.
        return status < 400 || IsBeforeUs(line, answer, body) ? null
            : IsProblem(answer, body) && !Quoted.Any(q => body.Contains(q, StringComparison.Ordinal)) ? null
            : $"{status} {body}";
    }

    // What is no HTTP at all is refused by the server, before anything of ours; and to HEAD no body is answered.
    private static bool IsBeforeUs(Case line, HttpResponseMessage answer, string body) =>
        body.Length == 0
        && (
            (line.Where is "path" or "header" && answer.StatusCode == HttpStatusCode.BadRequest)
            || answer.RequestMessage!.Method == HttpMethod.Head
        );

    private static bool IsProblem(HttpResponseMessage answer, string body)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return false;
        }

        var problem = JsonNode.Parse(body)!.AsObject();
        return problem["status"]?.GetValueKind() == JsonValueKind.Number
            && problem["status"]!.GetValue<int>() == (int)answer.StatusCode
            && problem["type"]!.GetValue<string>().StartsWith("/problems/", StringComparison.Ordinal)
            && new[] { "title", "detail", "satisfy" }.All(m => problem[m]?.GetValueKind() == JsonValueKind.String)
            && problem.All(m => m.Key is "status" or "type" or "title" or "detail" or "satisfy" or "rules" or "errors" or "traceId");
    }

    // What a line of the table is for this operation: nothing, one request, or one for each member or parameter that it is put in.
    private IEnumerable<HttpRequestMessage> Requests(Operation operation, Case line)
    {
        if (operation.TakesLines)
        {
            return Lines(operation, line);
        }

        var body = operation.Body?.AsObject();
        var posts = operation.Method == "POST" && body is not null;
        return line.Where switch
        {
            "body" when posts => [Ask(operation, line.What)],
            "bytes" when posts => [Ask(operation, Convert.FromHexString(line.What))],
            "many" when posts => [Ask(operation, Many(line.What))],
            "member" when posts => [Ask(operation, With(body!, line.What))],
            "strings" when posts => In(operation, body!, line, n => n.GetValueKind() == JsonValueKind.String && !IsId(n)),
            "numbers" when posts => In(operation, body!, line, n => n.GetValueKind() == JsonValueKind.Number),
            "ids" when posts => In(operation, body!, line, IsId),
            "chunks" when posts => [Chunked(Ask(operation, Many(line.What)))],
            // What asks for no token does not read one.
            "header" when operation.IsOpen && line.What.StartsWith("Authorization", StringComparison.Ordinal) => [],
            "header" when posts || !line.What.StartsWith("Content-", StringComparison.Ordinal) =>
            [
                Ask(operation, body?.ToJsonString(), line.What.Split(':', 2, StringSplitOptions.TrimEntries)),
            ],
            "method" => [Ask(operation, null, method: line.What)],
            "path" => Parameters(operation).Select(p => Ask(operation, body?.ToJsonString(), path: At(operation, p, line.What))),
            "query" when operation.Method == "GET" => [Ask(operation, null, path: $"{At(operation)}?{line.What}")],
            _ => Array.Empty<HttpRequestMessage>(),
        };
    }

    // A line that is none is that line's result, and comes later: what is refused at once is a body that is none.
    private IEnumerable<HttpRequestMessage> Lines(Operation operation, Case line) =>
        line.Where switch
        {
            "lines" => [Ask(operation, line.What)],
            "linebytes" => [Ask(operation, Convert.FromHexString(line.What))],
            "header" when line.What.StartsWith("Content-", StringComparison.Ordinal) =>
            [
                Ask(operation, "{}", line.What.Split(':', 2, StringSplitOptions.TrimEntries)),
            ],
            "method" => [Ask(operation, null, method: line.What)],
            _ => [],
        };

    private IEnumerable<HttpRequestMessage> In(Operation operation, JsonObject body, Case line, Func<JsonNode, bool> which) =>
        Leaves(body).Where(l => which(l.Value)).Select(l => Ask(operation, Replaced(body, l.Path, line.What)));

    private static IEnumerable<(string Path, JsonNode Value)> Leaves(JsonNode node) =>
        node switch
        {
            JsonObject o => o.Where(m => m.Value is not null).SelectMany(m => Leaves(m.Value!)),
            JsonArray a => a.Where(i => i is not null).SelectMany(i => Leaves(i!)),
            _ => [(node.GetPath(), node)],
        };

    // As text, so that what is put in need not be JSON.
    private static string Replaced(JsonObject body, string path, string what)
    {
        const string here = "~here~";
        var copy = body.DeepClone();
        Leaves(copy).Single(l => l.Path == path).Value.ReplaceWith(here);
        return copy.ToJsonString().Replace($"\"{here}\"", what, StringComparison.Ordinal);
    }

    private static string With(JsonObject body, string member) =>
        body.Count == 0 ? $"{{{member}}}" : $"{body.ToJsonString()[..^1]},{member}}}";

    private static string Many(string what)
    {
        var parts = what.Split(' ');
        return string.Concat(Enumerable.Repeat(parts[1], int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static bool IsId(JsonNode node) => node.GetValueKind() == JsonValueKind.String && Guid.TryParse(node.ToString(), out _);

    private static IEnumerable<int> Parameters(Operation operation) =>
        operation.Path.Split('/').Index().Where(p => p.Item.StartsWith('{')).Select(p => p.Index);

    private static string At(Operation operation, int? bent = null, string? what = null) =>
        string.Join(
            '/',
            operation
                .Path.Split('/')
                .Index()
                .Select(p =>
                    !p.Item.StartsWith('{') ? p.Item
                    : p.Index == bent ? what
                    : $"{Given.Id(77)}"
                )
        );

    private HttpRequestMessage Ask(Operation operation, object? body, string[]? header = null, string? path = null, string? method = null)
    {
        // The service itself is asked: what the gateway lets through is the service's to refuse.
        var request = new HttpRequestMessage(
            new(method ?? operation.Method),
            new Uri(system.Host.Service(operation.Service).Address, path ?? At(operation))
        );
        var actor = new Actor(Tenant, operation.Roles.FirstOrDefault(Roles.Member), Given.Id(78), Given.Id(79));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", system.Host.Mint.For(actor));
        request.Headers.IfMatch.Add(new("\"1\""));
        if (operation.Method == "POST" && body is not null)
        {
            request.Content = new ByteArrayContent(body as byte[] ?? Encoding.UTF8.GetBytes((string)body));
            request.Content.Headers.ContentType = new(operation.Media, "utf-8");
        }

        if (header is [var name, var value])
        {
            HttpHeaders headers = name.StartsWith("Content-", StringComparison.Ordinal) ? request.Content!.Headers : request.Headers;
            headers.Remove(name);
            headers.TryAddWithoutValidation(name, value.Replace("...", new string('a', 300), StringComparison.Ordinal)).ShouldBeTrue();
        }

        return request;
    }

    private static HttpRequestMessage Chunked(HttpRequestMessage request)
    {
        request.Headers.TransferEncodingChunked = true;
        return request;
    }

    // What persons wrote, and what stands beside it: nothing of it may be there more than before, nor newer. What follows from it by message
    // or timer comes when it comes.
    private static async Task<string> Written(NpgsqlDataSource owner)
    {
        var parts = OfflineFold.Services.Select(s =>
            $"(select count(*) || '/' || coalesce(max(seq_id), 0) from {s.Name}.mt_events where tenant_id = '{Tenant}' and user_name not like 'message:%' and user_name not in ('time', 'erasure'))"
        );
        await using var command = owner.CreateCommand(
            $"""
            select {string.Join(" || ' ' || ", parts)}
              || ' ' || (select count(*) from engagement.mt_doc_identityrecord where tenant_id = '{Tenant}')
              || ' ' || (select count(*) from session.mt_doc_datakey where tenant_id = '{Tenant}')
              || ' ' || (select count(*) from engagement.mt_doc_acceptedrequest where tenant_id = '{Tenant}')
            """
        );
        return (string)(await command.ExecuteScalarAsync(Cancel))!;
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
