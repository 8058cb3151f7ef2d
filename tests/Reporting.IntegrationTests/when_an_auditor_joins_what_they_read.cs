using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Alba;
using Microsoft.Extensions.DependencyInjection;
using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>The attack of one who holds a grant over the whole practice: everything that the documented API lets an auditor read is joined with
/// everything else of it, to find whose a pseudonym is.</summary>
public partial class when_an_auditor_joins_what_they_read(ProvenFixture service) : IClassFixture<ProvenFixture>
{
    [Fact]
    public async Task no_pseudonym_comes_undone()
    {
        var journey = await new Journey(service).ToAgreed(final: true);
        await Erase(journey, journey.Members[5]);
        var told = Guid.CreateVersion7();
        await journey.Tell(
            Journey.Entry(journey.Engagement, 1, redacted: $$"""{"present":["{{journey.Members[0]}}"]}""", stream: told, of: "session"),
            Journey.Entry(journey.FacilitatorId, 1, source: "engagement", of: "facilitator", type: "facilitator_registered")
        );
        await GrantAll(journey);
        await service.Settle();
        var mine = await Read(journey);

        // Who is meant by what the auditor reads is known to the test alone.
        var persons = journey.Members.Append(journey.FacilitatorId).Append(Given.Id(1)).Append(Given.Id(900)).ToList();
        var resolved = Joined(mine.History, mine.Proof);
        resolved.Keys.ShouldBeEmpty($"{resolved.Count} of {mine.Pseudonyms.Count} pseudonyms are joined with another id");
        mine.Pseudonyms.Count.ShouldBeGreaterThan(7);
        foreach (var (path, text) in mine.Texts)
        {
            var shown = persons.SelectMany(Derived).Where(id => text.Contains(id, StringComparison.OrdinalIgnoreCase)).ToList();
            shown.ShouldBeEmpty($"{path} bears ids that are persons' own, or that anybody derives from them");
        }

        // A person's own ledger is found by an id that anybody derives from theirs: not under a grant over the whole practice.
        await journey.Auditor.Get($"/v1/engagements/{PersonStreams.AskedLedger(journey.Members[5])}/history", 404);

        // Nor does one who knows the ids find them again: a commitment is to none of them by any hash that takes no salt, and no two are alike.
        var entries = mine.Proof.Where(e => e["entryVersion"] is not null).ToList();
        entries.Count.ShouldBeGreaterThan(10);
        var digests = entries.SelectMany(e => Digest().Matches($"{e["actor"]} {e["redacted"]}").Select(m => m.Value)).ToList();
        digests.Count.ShouldBeGreaterThan(entries.Count);
        digests.Distinct().Count().ShouldBe(digests.Count);
        digests.Intersect(persons.SelectMany(Hashes)).ShouldBeEmpty();

        // The entry's hash is over commitments: that over the ids, which the history lets one who knows them guess, is another.
        foreach (var entry in mine.History.Where(e => entries.Any(p => Same(p, e, "source", "sequence"))))
        {
            var said = entry["redacted"]!.GetValue<string>();
            var guessed = persons.Aggregate(said, (text, id) => text.Replace(mine.Names[id], id.ToString(), StringComparison.Ordinal));
            if (guessed != said)
            {
                entry["hash"]!.GetValue<string>().ShouldNotBe(Canonical.Hash(guessed));
            }
        }
    }

    [Fact]
    public async Task a_courts_order_shows_the_entries_of_before_of_its_session_alone_while_it_runs()
    {
        var journey = new Journey(service);
        var (session, other, disclosure) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var said = $$"""{"present":["{{journey.Members[0]}}"]}""";
        Task Told(long version, string type, string redacted) =>
            journey.Tell(Journey.Entry(journey.Engagement, version, redacted: redacted, type: type, stream: disclosure, of: "disclosure"));

        await journey.Tell(
            Journey.Entry(journey.Engagement, 1, redacted: said, stream: session, of: "session"),
            Journey.Entry(journey.Engagement, 1, redacted: said, stream: other, of: "session")
        );
        var asked = $$"""{"purpose":"judicial-order","requester":"{{journey.AuditorId}}","session":"{{session}}"}""";
        await Told(1, "disclosure_requested", asked);
        await GrantAll(journey);
        await service.Settle();
        (await Shown()).ShouldBeEmpty();
        await Told(2, "disclosure_approved", $$"""{"approver":"{{Given.Id(1)}}","until":"{{DateTimeOffset.UtcNow.AddHours(1):O}}"}""");
        (await Shown()).ShouldHaveSingleItem().ShouldContain(session.ToString());
        await Told(3, "disclosure_ended", $$"""{"approver":"{{Given.Id(1)}}"}""");
        (await Shown()).ShouldBeEmpty();

        async Task<IEnumerable<string>> Shown() =>
            (await Text(journey, "/v1/proof/entries"))
                .Split('\n')
                .Where(l => l.Contains(journey.Members[0].ToString(), StringComparison.Ordinal))
                .ToList();
    }

    // All that an auditor may read of it: what is asked first leaves a fact, so the proof is pulled when all else was.
    private async Task<Reading> Read(Journey journey)
    {
        var texts = new Dictionary<string, string>();
        foreach (
            var path in (string[])
                [
                    .. from of in (Guid[])[journey.Engagement, .. await Registers(journey)]
                    from what in (string[])
                        [
                            "history",
                            "states",
                            "conformance",
                            "difference?from=2020-01-01T00:00:00Z&to=2099-01-01T00:00:00Z",
                            "export?format=ocel",
                            "export?format=xes",
                            "export?format=prov",
                            "export?format=csv",
                        ]
                    select $"/v1/engagements/{of}/{what}",
                    $"/v1/groups/{journey.Group}/evolution",
                ]
        )
        {
            texts[path] = await Text(journey, path);
        }

        await service.Settle();
        foreach (
            var path in (string[])["entries", "heads/reporting", "checkpoints", "keys", "tiles?level=0&index=0", "inclusion?position=1"]
        )
        {
            texts[path] = await Text(journey, $"/v1/proof/{path}");
        }

        var history = texts
            .Where(t => t.Key.EndsWith("/history", StringComparison.Ordinal))
            .SelectMany(t => JsonNode.Parse(t.Value)!["entries"]!.AsArray())
            .Select(e => e!.AsObject())
            .ToList();
        var proof = texts["entries"]
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => JsonNode.Parse(l)!["data"]?["entry"]?.AsObject())
            .OfType<JsonObject>()
            .ToList();
        return new(texts, history, proof, Pseudonyms(history), await Names(journey));
    }

    // Two entries are of one event where they say the same of anything that tells events apart.
    private static Dictionary<string, string> Joined(IReadOnlyList<JsonObject> history, IReadOnlyList<JsonObject> proof)
    {
        var resolved = new Dictionary<string, string>();
        string[][] keys =
        [
            ["source", "stream", "version"],
            ["source", "sequence"],
            ["hash"],
            ["source", "clock", "eventType", "version"],
            ["recordedAt", "eventType", "version"],
        ];
        foreach (var known in history)
        {
            foreach (var other in proof.Where(p => keys.Any(k => Same(p, known, k))))
            {
                foreach (var (mine, theirs) in Ids(known).Zip(Ids(other)).Where(pair => pair.First != pair.Second))
                {
                    if (Guid.TryParse(theirs, out _))
                    {
                        resolved[mine] = theirs;
                    }
                }
            }
        }

        return resolved;
    }

    // Who acted, the stream, its subject and every id in the fact, in the order of the text: commitments too, where there are any.
    private static IReadOnlyList<string> Ids(JsonObject entry) =>
        [
            entry["stream"]!.GetValue<string>(),
            entry["subject"]!.GetValue<string>(),
            .. Id().Matches($"{entry["actor"]} {entry["redacted"]}").Select(m => m.Value),
        ];

    private static bool Same(JsonObject one, JsonObject other, params string[] members) =>
        members.All(m => one[m]?.ToJsonString() == other[m]?.ToJsonString());

    // Ids of the form that pseudonyms have.
    private static HashSet<string> Pseudonyms(IEnumerable<JsonObject> history) =>
        [.. history.SelectMany(Ids).Where(id => Guid.TryParse(id, out var guid) && guid.Version == 8)];

    private static IEnumerable<string> Derived(Guid person) =>
        ((Guid[])[person, PersonStreams.Erased(person), PersonStreams.Asked(person), PersonStreams.AskedLedger(person)]).Select(id =>
            id.ToString()
        );

    private static IEnumerable<string> Hashes(Guid person) =>
        from text in (byte[][])
            [
                Encoding.UTF8.GetBytes(person.ToString()),
                Encoding.UTF8.GetBytes(person.ToString("N")),
                person.ToByteArray(),
                person.ToByteArray(bigEndian: true),
            ]
        select Convert.ToHexStringLower(SHA256.HashData(text));

    // The ids under which the grant's own life is told, and whatever else the auditor is told of by its id.
    private static async Task<IEnumerable<Guid>> Registers(Journey journey) =>
        (await journey.Auditor.Get("/v1/audit-grants")).Body["items"]!.AsArray().Select(g => g!["register"]!.GetValue<Guid>());

    private static async Task Erase(Journey journey, Guid person) =>
        await journey.Tell(new PersonErasureRequested(person, journey.Origin()));

    private static Task<Answer> GrantAll(Journey journey) =>
        journey.Practice.Post(
            "/v1/audit-grants",
            $$"""{"auditor":"{{journey.AuditorId}}","purpose":"certification","until":"{{DateTimeOffset.UtcNow.AddDays(30):O}}"}""",
            201
        );

    private async Task<string> Text(Journey journey, string path)
    {
        var answer = await service.Host.Scenario(s =>
        {
            s.Get.Url(path);
            s.WithRequestHeader("Authorization", $"Bearer {journey.Auditor.Token}");
        });
        return await answer.ReadAsTextAsync();
    }

    // How the grant calls those whom the test knows: asked of the service itself, as no auditor can.
    private async Task<IReadOnlyDictionary<Guid, string>> Names(Journey journey)
    {
        await using var scope = service.Host.Services.CreateAsyncScope();
        var door = scope.ServiceProvider.GetRequiredService<History.Audit.AuditDoor>();
        var grant = (await journey.Auditor.Lists("/v1/audit-grants")).Single();
        var names = await door.Names(ProvenFixture.Tenant, grant, TestContext.Current.CancellationToken);
        return journey
            .Members.Append(journey.FacilitatorId)
            .Append(Given.Id(1))
            .Append(Given.Id(900))
            .ToDictionary(p => p, p => names.Of(p).ToString());
    }

    [GeneratedRegex("(?<![0-9a-f])([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64})(?![0-9a-f])")]
    private static partial Regex Id();

    [GeneratedRegex("(?<=\"committed\":\"|[a-z]:)[0-9a-f]{64}(?![0-9a-f])")]
    private static partial Regex Digest();

    private sealed record Reading(
        IReadOnlyDictionary<string, string> Texts,
        IReadOnlyList<JsonObject> History,
        IReadOnlyList<JsonObject> Proof,
        IReadOnlySet<string> Pseudonyms,
        IReadOnlyDictionary<Guid, string> Names
    );
}
