using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EndToEnd;

/// <summary>Every operation by every role: for one's own, another group's and another practice's. What is not allowed is refused; what is
/// not one's own does not exist, and answers as what never existed does.</summary>
[Collection(typeof(TheSystem))]
public partial class when_access_is_asked_for(SystemFixture system, OneOfEach one) : IClassFixture<OneOfEach>
{
    private const int AtOnce = 8;
    private const string Elsewhere = "cabinet-voisin";
    private static readonly string Table = InTable("access.txt");
    private static readonly string Answers = InTable("access-answers.txt");

    // These take somebody away for whom other tests ask: when_a_person_is_erased and when_membership_changes ask them.
    private static readonly string[] Ends =
    [
        "POST /v1/persons/{id}/erasure",
        "POST /v1/persons/{id}/erasure/notice",
        "POST /v1/groups/{id}/volunteering/revoke",
    ];

    // What anybody with a token reads: frames, protocols and clauses are no secret, and a composition of them is computed.
    private static readonly string[] Tenantless =
    [
        "/v1/frames",
        "/v1/protocols",
        "/v1/charter-clauses",
        "/v1/event-schemas",
        // One tree over all: a checkpoint is nobody's own.
        "/v1/proof/checkpoints",
    ];

    // Whoever has the address reads it: the secret in it is the token.
    private static readonly string[] Open = ["GET /v1/calendars/{secret}/sessions.ics"];

    // A practice's facilitators read its register of establishments: names and public numbers.
    private const string Registry = "GET /v1/establishments/{id}";

    /// <summary>A new operation has a line here, or this fails: <c>WRITE_ACCESS=1</c> writes the table, to be read before it is committed.</summary>
    [Fact]
    public async Task each_operation_is_for_the_roles_that_the_table_says()
    {
        var operations = await Operations.Read(system);
        await Compare(Table, [.. operations.Select(o => $"{o}: {(o.IsOpen ? "whoever has the address" : string.Join(", ", o.Roles))}")]);
        operations.Where(o => o.IsOpen).Select(o => o.ToString()).ShouldBe(Open, "an operation that names no role is open to all");
    }

    /// <summary>Every cell: what one's own answers, then to another person of the role in the same practice, then to one of another practice.
    /// The demonstration's first engagement has ended and is asked under a version that it never had, so that most writes come as far as that.</summary>
    [Fact]
    public async Task each_cell_answers_as_the_table_says()
    {
        var lines = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            (await ByToken()).Where(IsOfSomebody).GroupBy(o => o.Path.Split('/')[2]),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (collection, _) =>
            {
                foreach (var operation in collection)
                {
                    var cells = new List<string>();
                    foreach (var role in operation.Roles)
                    {
                        var own = await Answer(operation, one.Owner(role));
                        var anothers = await Answer(operation, Someone(role, Local.Demonstration.Tenant));
                        cells.Add($"{role} {own} {anothers} {await Answer(operation, Someone(role, Elsewhere))}");
                    }

                    lines.Add($"{operation}: {string.Join(", ", cells)}");
                }
            }
        );
        await Compare(Answers, [.. lines.Order(StringComparer.Ordinal)]);

        async Task<int> Answer(Operation operation, Actor actor) =>
            (await Ask(operation, actor, c => one.Of(actor.Role, c), version: "\"999\"")).Status;
    }

    [Fact]
    public async Task what_a_role_may_not_is_refused_before_anything_is_looked_at()
    {
        var wrong = await Every(
            from operation in await ByToken()
            from role in Roles.All.Except(operation.Roles)
            select (operation, Someone(role, Local.Demonstration.Tenant)),
            async (operation, actor) => (await Ask(operation, actor, Own(actor))).Status == 403
        );
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_token_with_every_scope_of_its_role_but_the_one_that_is_needed_is_refused()
    {
        var operations = await ByToken();
        operations.ShouldAllBe(o => Scopes.All.Contains(o.Scope));
        var wrong = await Every(
            from operation in operations
            from role in operation.Roles
            select (operation, Someone(role, Local.Demonstration.Tenant)),
            async (operation, actor) =>
                (await Ask(operation, actor, Own(actor), scopes: [.. Scopes.Of(actor.Role).Where(s => s != operation.Scope)])).Status == 403
        );
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Elsewhere)]
    [InlineData(Local.Demonstration.Tenant)]
    public async Task what_is_not_ones_own_answers_as_what_never_existed(string tenant)
    {
        var everywhere = tenant == Local.Demonstration.Tenant ? [Roles.Practice, Roles.Auditor, Roles.Operator] : Array.Empty<string>();
        var compared = new ConcurrentBag<int>();
        var wrong = await Every(
            from operation in await ByToken()
            where
                operation.Path.Contains('{', StringComparison.Ordinal)
                && !Tenantless.Any(t => operation.Path.StartsWith(t, StringComparison.Ordinal))
            from role in operation.Roles.Except(everywhere)
            where tenant != Local.Demonstration.Tenant || operation.ToString() != Registry || role != Roles.Facilitator
            select (operation, Someone(role, tenant)),
            async (operation, actor) =>
            {
                var theirs = await Ask(operation, actor, Own(actor));
                var nobodys = await Ask(operation, actor, _ => Guid.CreateVersion7().ToString());
                compared.Add(theirs.Status);
                var allowed = operation.Method == "GET" ? theirs.Status is 200 or 400 or 404 or 409 : theirs.Status is 400 or 404;
                return allowed && theirs == nobodys;
            }
        );
        wrong.ShouldBeEmpty();

        // Most come as far as the question whose it is.
        compared.Count(s => s == 404).ShouldBeGreaterThan(compared.Count * 7 / 10);
    }

    [Fact]
    public async Task without_a_token_nothing_is_answered()
    {
        using var http = new HttpClient { BaseAddress = system.Host.Gateway };
        foreach (var operation in await ByToken())
        {
            using var request = new HttpRequestMessage(new(operation.Method), At(operation.Path, Own(one.Owner(operation.Roles[0]))));
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            ((int)answer.StatusCode).ShouldBe(401, operation.ToString());
        }
    }

    [Theory]
    [InlineData("export")]
    [InlineData("waiting")]
    public async Task what_several_services_answer_is_refused_in_the_readers_language(string what)
    {
        using var http = new HttpClient { BaseAddress = system.Host.Gateway };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");
        using var answer = await http.GetAsync(new Uri($"/v1/persons/me/{what}", UriKind.Relative), TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(401);
        answer.Content.Headers.ContentLanguage.ShouldBe(["fr"]);
    }

    [Fact]
    public async Task ones_own_is_there()
    {
        var actors = system.Demonstration.Actors.ToDictionary(a => a.Role);
        var group = system.Demonstration.Groups[0];
        (string Role, string Path)[] own =
        [
            (Roles.Practice, $"/v1/engagements/{system.Demonstration.Engagements[0]}"),
            (Roles.Facilitator, $"/v1/sessions/{system.Demonstration.Session}"),
            (Roles.Member, $"/v1/sessions/{system.Demonstration.Session}"),
            (Roles.Member, $"/v1/groups/{group}/tracks"),
            (Roles.Establishment, $"/v1/bilans/{system.Demonstration.FinalBilan}"),
            (Roles.Auditor, $"/v1/engagements/{system.Demonstration.Engagements[0]}/history"),
            (Roles.Auditor, $"/v1/engagements/{system.Demonstration.Engagements[0]}/states"),
            (Roles.Member, $"/v1/groups/{group}/audit-trail"),
            (
                Roles.Platform,
                $"/v1/establishments/{system.Demonstration.Establishments[0]}/indicators?period={system.Demonstration.Quarter}"
            ),
        ];
        foreach (var (role, path) in own)
        {
            (await system.Ask(actors[role], path)).Status.ShouldBe(200, $"{role} {path}");
        }
    }

    private async Task<IReadOnlyList<Operation>> ByToken() => [.. (await Operations.Read(system)).Where(o => !o.IsOpen)];

    private static async Task<IReadOnlyList<string>> Every(
        IEnumerable<(Operation Operation, Actor Actor)> cells,
        Func<Operation, Actor, Task<bool>> holds
    )
    {
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            cells,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (cell, _) =>
            {
                if (!await holds(cell.Operation, cell.Actor))
                {
                    wrong.Add($"{cell.Operation} by {cell.Actor.Role}");
                }
            }
        );
        return [.. wrong.Order()];
    }

    private static Actor Someone(string role, string tenant) => new(tenant, role, Guid.NewGuid(), Guid.NewGuid());

    private async Task<(int Status, string Told)> Ask(
        Operation operation,
        Actor actor,
        Func<string, string> id,
        string version = "\"1\"",
        string? key = null,
        string? more = null,
        params IReadOnlyList<string> scopes
    )
    {
        var (status, body) = await system.Ask(
            actor,
            more is null ? At(operation.Path, id) : $"{At(operation.Path, id)}{(At(operation.Path, id).Contains('?') ? '&' : '?')}{more}",
            operation.Method == "GET" ? null : operation.Body?.ToJsonString() ?? "{}",
            ifMatch: operation.NeedsIfMatch ? version : null,
            media: operation.Media,
            key: key,
            scopes: scopes
        );
        (body as JsonObject)?.Remove("traceId");
        return (status, body?.ToJsonString() ?? string.Empty);
    }

    // What makes something new asks for nothing of anybody's; nor does the proof, whose one tree is nobody's own.
    private static bool IsOfSomebody(Operation operation) =>
        (operation.Method == "GET" || operation.Path.Contains('{', StringComparison.Ordinal))
        && !operation.Path.StartsWith("/v1/proof/", StringComparison.Ordinal)
        && !Ends.Contains(operation.ToString());

    private Func<string, string> Own(Actor actor) => collection => one.Of(actor.Role, collection);

    private static async Task Compare(string table, IReadOnlyList<string> lines)
    {
        if (Environment.GetEnvironmentVariable("WRITE_ACCESS") == "1")
        {
            await File.WriteAllLinesAsync(table, lines, TestContext.Current.CancellationToken);
        }

        // What differs alone: the table is long.
        var expected = await File.ReadAllLinesAsync(table, TestContext.Current.CancellationToken);
        expected.Except(lines).Select(l => $"expected {l}").Concat(lines.Except(expected).Select(l => $"was {l}")).ShouldBeEmpty();
    }

    private string At(string path, Func<string, string> id) =>
        Parameter()
            .Replace(path, m => $"{m.Groups["collection"].Value}/{id(m.Groups["collection"].Value)}")
            .Replace("{code}", "all", StringComparison.Ordinal)
        + (
            path.EndsWith("/indicators", StringComparison.Ordinal) ? $"?period={system.Demonstration.Quarter}"
            : path.EndsWith("/chart", StringComparison.Ordinal) ? $"?period={system.Demonstration.Quarter}&series=participation"
            : string.Empty
        )
        + (path.EndsWith("/export", StringComparison.Ordinal) ? "?format=csv" : string.Empty)
        + (path.EndsWith("/difference", StringComparison.Ordinal) ? "?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z" : string.Empty)
        + (path.Contains("/attestations/", StringComparison.Ordinal) ? "?year=2026" : string.Empty);

    [GeneratedRegex(@"(?<collection>[a-z-]+)/\{\w+\}")]
    private static partial Regex Parameter();

    private static string InTable(string name, [CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, name);
}
