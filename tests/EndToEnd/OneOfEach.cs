using System.Text.Json.Nodes;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EndToEnd;

/// <summary>A resource of each collection that is somebody's own in the demonstration: those of its first group, and, of what the demonstration
/// has none, one that is made here by whom it belongs to.</summary>
public sealed class OneOfEach(SystemFixture system) : IAsyncLifetime
{
    private const string Frame = """
        {"frame":{"name":"matrice","version":1,"source":"practice","title":"Matrice","kind":"practice-analysis","audiences":["any-team"],
         "rules":{"size":{"source":"practice","minimum":4,"maximum":5}}}}
        """;

    private const string Protocol = """
        {"protocol":{"name":"matrice","version":1,"source":"practice","strictness":"guided","phases":[
          {"code":"dire","label":"Dire","brings":[{"kind":"expose","by":["narrator"]}],"needs":[]}]}}
        """;

    private readonly Dictionary<(string? Role, string Collection), string> _ids = [];

    /// <summary>Whose own it is.</summary>
    public Actor Owner(string role) => system.Demonstration.Actors.Single(a => a.Role == role);

    /// <summary>What stands after a collection's name in a path; the empty id where nobody has any.</summary>
    public string Of(string role, string collection) =>
        _ids.GetValueOrDefault((role, collection)) ?? _ids.GetValueOrDefault((null, collection)) ?? Guid.Empty.ToString();

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        var (demonstration, member, practice) = (system.Demonstration, Owner(Roles.Member), Owner(Roles.Practice));
        var (engagement, group) = (demonstration.Engagements[0], demonstration.Groups[0]);
        foreach (
            var (collection, id) in new[]
            {
                ("engagements", $"{engagement}"),
                ("groups", $"{group}"),
                ("sessions", $"{demonstration.Session}"),
                ("bilans", $"{demonstration.FinalBilan}"),
                ("establishments", $"{demonstration.Establishments[0]}"),
                ("facilitators", $"{Owner(Roles.Facilitator).Person}"),
                ("attestations", $"{member.Person}"),
                ("persons", $"{member.Person}"),
                ("checkpoints", "1"),
                ("frames", "team"),
                ("protocols", "free-circle"),
                ("phases", "settle"),
                ("roll-ups", "practice"),
                ("event-schemas", "request_submitted"),
            }
        )
        {
            _ids[(null, collection)] = id;
        }

        _ids[(Roles.Facilitator, "persons")] = $"{Owner(Roles.Facilitator).Person}";
        _ids[(null, "requests")] = (await Read(practice, $"/v1/engagements/{engagement}"))["request"]!.ToString();
        var session = await Read(Owner(Roles.Facilitator), $"/v1/sessions/{demonstration.Session}");
        _ids[(null, "contributions")] = session["contributions"]![0]!["id"]!.ToString();
        _ids[(null, "situations")] = session["situations"]![0]!["id"]!.ToString();
        await First(member, "tracks", $"/v1/groups/{group}/tracks");
        await First(practice, "syntheses", [.. demonstration.Groups.Select(g => $"/v1/groups/{g}/syntheses")]);
        await First(Owner(Roles.Auditor), "audit-grants");
        await First(Owner(Roles.Platform), "platform-grants");
        await First(practice, "indicator-periods");
        await Make(practice, "policy-sets", Frame);
        await Make(practice, "protocol-templates", Protocol);
        await Make(
            Owner(Roles.Auditor),
            "disclosures",
            """{"basis":"judicial-order","reference":"26/0042"}""",
            $"/v1/sessions/{demonstration.Session}/disclosures"
        );

        var past = $$"""
            {"kind":"practice-analysis","audience":"professionals","from":"2021-09-01","to":"2022-07-01","sessions":10,"minutes":1200,"participants":9,
             "end":"concluded","establishment":"{{demonstration.Establishments[0]}}"}
            """;
        await Make(practice, "past-engagements", past);
        await Import(practice);

        // What can be taken back is given to somebody whom nobody else asks for.
        var (somebody, until) = (Guid.NewGuid(), DateTimeOffset.UtcNow.AddDays(90));
        var establishment = Owner(Roles.Establishment);
        _ids[(Roles.Auditor, "audit-grants")] = Of(Roles.Auditor, "audit-grants");
        await Make(practice, "audit-grants", $$"""{"auditor":"{{somebody}}","purpose":"data-protection","until":"{{until:O}}"}""");
        _ids[(Roles.Platform, "platform-grants")] = Of(Roles.Platform, "platform-grants");
        await Make(
            establishment,
            "platform-grants",
            $$"""{"platform":"{{somebody}}","scopes":["indicators:read"],"until":"{{until:O}}"}""",
            $"/v1/establishments/{establishment.Establishment}/platform-grants"
        );
        foreach (var owner in (Actor[])[practice, establishment])
        {
            var key = $$"""{"label":"Matrice","role":"{{owner.Role}}","scopes":["indicators:read"],"expiresAt":"{{until:O}}"}""";
            _ids[(owner.Role, "api-keys")] = await Make(owner, "api-keys", key);
        }

        foreach (var owner in (Actor[])[Owner(Roles.Facilitator), member])
        {
            _ids[(owner.Role, "calendar-links")] = await Make(owner, "calendar-links", "{}");
        }

        foreach (var owner in (Actor[])[practice, establishment, Owner(Roles.Platform)])
        {
            const string webhook = """{"url":"https://matrice.exemple.test/appel","types":["indicators.published"]}""";
            _ids[(owner.Role, "webhooks")] = await Make(owner, "webhooks", webhook);
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => default;

    private async Task<JsonNode> Read(Actor actor, string path)
    {
        var (status, body) = await system.Ask(actor, path);
        status.ShouldBe(200, path);
        return body!;
    }

    // The first of these lists that holds one.
    private async Task First(Actor actor, string collection, params IReadOnlyList<string> paths)
    {
        foreach (var path in paths.DefaultIfEmpty($"/v1/{collection}"))
        {
            if ((await Read(actor, path))["items"] is JsonArray { Count: > 0 } items)
            {
                _ids[(null, collection)] = items[0]!["id"]!.ToString();
                return;
            }
        }

        throw new InvalidOperationException($"The demonstration has none of {collection}.");
    }

    // An operation that has ended: of a line that is none.
    private async Task Import(Actor actor)
    {
        var (status, started) = await system.Ask(actor, "/v1/imports/members", "{}", media: Ndjson.Type);
        status.ShouldBe(202);
        _ids[(null, "operations")] = started!["id"]!.ToString();
        await SystemFixture.Until(
            async () => (await Read(actor, $"/v1/operations/{started["id"]}"))["state"]!.ToString() == "ended",
            "the operation ends"
        );
    }

    private async Task<string> Make(Actor actor, string collection, string body, string? path = null)
    {
        var (status, made) = await system.Ask(actor, path ?? $"/v1/{collection}", body);
        status.ShouldBe(201, $"{collection}: {made}");
        return _ids[(null, collection)] = made!["id"]!.ToString();
    }
}
