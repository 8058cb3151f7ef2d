using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EndToEnd;

// The same cells as of another moment, by their versions, and under a key that came before.
public partial class when_access_is_asked_for
{
    [Theory]
    [InlineData("version=1")]
    [InlineData("version=9")]
    [InlineData("at=2099-01-01T00:00:00Z")]
    [InlineData("occurredBy=2099-01-01T00:00:00Z")]
    public async Task as_of_no_moment_a_resource_opens_to_whom_it_is_closed_now(string moment)
    {
        var open = new ConcurrentBag<int>();
        var wrong = await Every(
            from operation in (await AsOfs()).Where(o => o.Takes.Contains(moment.Split('=')[0]))
            from role in operation.Roles
            from actor in new[] { one.Owner(role), Someone(role, Local.Demonstration.Tenant), Someone(role, Elsewhere) }
            select (operation, actor),
            async (operation, actor) =>
            {
                var (now, then) = (await Ask(operation, actor, Own(actor)), await Ask(operation, actor, Own(actor), more: moment));
                open.Add(then.Status);
                return now.Status == 200 ? then.Status is 200 or 404 : then == now;
            }
        );
        wrong.ShouldBeEmpty();
        open.ShouldContain(200);
    }

    /// <summary>Whatever a role does not see, the version that it is shown is one by which it reads the same again.</summary>
    [Fact]
    public async Task each_reader_reads_again_by_the_version_that_they_were_shown()
    {
        var compared = new ConcurrentBag<string>();
        var wrong = await Every(
            from operation in await AsOfs()
            from role in operation.Roles
            select (operation, one.Owner(role)),
            async (operation, actor) =>
            {
                var (status, told) = await Ask(operation, actor, Own(actor));
                if (status != 200 || told.Length == 0 || JsonNode.Parse(told)?["version"] is not { } version)
                {
                    return true;
                }

                compared.Add($"{operation} {actor.Role}");
                return Untimed(told) == Untimed((await Ask(operation, actor, Own(actor), more: $"version={version}")).Told);
            }
        );
        wrong.ShouldBeEmpty();
        compared.Count.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task a_key_that_somebody_used_opens_nothing_to_another()
    {
        var wrong = await Every(
            from operation in await ByToken()
            where operation.Method == "POST" && IsOfSomebody(operation)
            from role in operation.Roles
            select (operation, one.Owner(role)),
            async (operation, actor) =>
            {
                var key = Guid.NewGuid().ToString();
                Task<(int Status, string Told)> As(Actor by, string? under) =>
                    Ask(operation, by, c => one.Of(actor.Role, c), version: "\"999\"", key: under);
                var own = await As(actor, key);
                if ((await As(actor, key)).Status != own.Status)
                {
                    return false;
                }

                foreach (var another in new[] { Someone(actor.Role, Local.Demonstration.Tenant), Someone(actor.Role, Elsewhere) })
                {
                    if ((await As(another, key)).Status != (await As(another, null)).Status)
                    {
                        return false;
                    }
                }

                return true;
            }
        );
        wrong.ShouldBeEmpty();
    }

    // Silence is judged to the moment at which it is asked: that alone is another one each time.
    private static string Untimed(string told)
    {
        var read = JsonNode.Parse(told)!.AsObject();
        read.Remove("judgedTo");
        return read.ToJsonString();
    }

    // A grant's export is of several engagements, and refuses a version whoever asks.
    private async Task<IReadOnlyList<Operation>> AsOfs() =>
        [
            .. (await ByToken()).Where(o =>
                o.Method == "GET" && o.Takes.Contains("version") && IsOfSomebody(o) && o.Path != "/v1/audit-grants/{id}/export"
            ),
        ];
}
