using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Marten;
using Npgsql;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.EndToEnd;

/// <summary>A member of the demonstration is erased while a service is away: neither API, dump, queues, logs nor a restored backup gives their
/// words or name back, not even to who holds the master key; the history stays as it was, and so do the indicators.</summary>
[Long("erasure")]
[Collection(typeof(TheSystem))]
public class when_a_person_is_erased(SystemFixture system)
{
    // The demonstration's fourth engagement: no other test looks into it.
    private const int Which = 3;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Tenant => system.Demonstration.Tenant;

    private Actor Practice => new(Tenant, Roles.Practice, Given.Id(1));

    private string Group => $"/v1/groups/{system.Demonstration.Groups[Which]}";

    [Fact]
    public async Task nothing_gives_their_words_or_name_back_and_what_was_proved_and_released_stays()
    {
        Machine.Wants("pg_dump", "postgresql");
        var group = (await system.Ask(Practice, Group)).Body!;
        var facilitator = new Actor(Tenant, Roles.Facilitator, group["facilitator"]!.GetValue<Guid>());
        var member = new Actor(Tenant, Roles.Member, group["members"]![1]!["person"]!.GetValue<Guid>());
        var words = await Words(member);
        var name = (await Names(facilitator)).Single(n => n["id"]!.GetValue<Guid>() == member.Person)["displayName"]!.GetValue<string>();
        words.Count.ShouldBeGreaterThan(3);
        var history = await History();
        var released = await Released();
        await Plant(member.Person, words[0]);
        int namesakes;

        // Before, everything is found, by who holds the master key.
        await using (var open = new OpenDump(system.Host.Cluster, system.Host.MasterKeyFile))
        {
            var everything = await open.Read(Tenant, Cancel);
            words.ShouldAllBe(w => everything.Contains(w, StringComparison.Ordinal));
            everything.ShouldContain(name);
            everything.ShouldContain("planted");
            namesakes = Named(everything, name) - 1;
        }

        var directory = Path.GetDirectoryName(system.Host.Logs)!;
        var backup = Path.Combine(directory, "before.dump");
        (await OperatorsScript.Run("backup", system.Host.Cluster, null, backup)).ShouldContain("Backed up");
        (await Plain(backup)).ShouldContain(Hex(words[0]));

        await using var down = await system.Host.Kill("session");
        (await system.Ask(member, $"/v1/persons/{member.Person}/erasure", "{}")).Status.ShouldBe(202);
        await SystemFixture.Until(
            async () => (await Erasure(member))["delays"]!.GetValue<int>() > 0,
            "the service that is away is asked again"
        );
        var waiting = await Erasure(member);
        waiting["state"]!.GetValue<string>().ShouldBe("requested");
        waiting["waiting"]!.AsArray().Select(s => s!.GetValue<string>()).ShouldBe(["session"]);
        await system.Host.Restart("session", Cancel);
        await SystemFixture.Until(async () => (await Erasure(member))["state"]!.GetValue<string>() == "completed", "all have erased");

        await IsGone(system.Host.Cluster, words, name, namesakes);
        var after = Path.Combine(directory, "after.dump");
        await OperatorsScript.Run("backup", system.Host.Cluster, null, after);
        var plain = await Plain(after);
        words
            .Append(name)
            .Where(w => plain.Contains(w, StringComparison.Ordinal) || plain.Contains(Hex(w), StringComparison.Ordinal))
            .ShouldBeEmpty();

        // Nor do the files of the database, with what deleted rows and the log leave there: the planted letter's alone was never sealed.
        var files = Path.Combine(directory, "postgres");
        (await Shell("grep -rlF -- \"$1\" \"$2\" | wc -l", "unknown.v1.letter", files)).ShouldNotBe("0");
        (await Shell("grep -rlF -- \"$1\" \"$2\" | wc -l", words[1], files)).ShouldBe("0");
        (await Shell("grep -rlF -- \"$1\" \"$2\" | wc -l", $"\"{name}\"", files)).ShouldBe("0");
        var exported = (await system.Ask(member, "/v1/persons/me/export")).Body!;
        exported["engagement"]!["displayName"].ShouldBeNull();
        exported["session"]!["erased"]!.AsArray().Count.ShouldBeGreaterThanOrEqualTo(words.Count);
        (await Names(facilitator)).ShouldAllBe(n => n["id"]!.GetValue<Guid>() != member.Person);
        var logs = string.Concat(Directory.GetFiles(system.Host.Logs).Select(File.ReadAllText));
        words.ShouldAllBe(w => !logs.Contains(w, StringComparison.Ordinal) && !system.Collector.HasText(w));
        logs.ShouldNotContain(name);

        (await History()).Take(history.Count).ShouldBe(history);
        (await OfflineFold.Read(system.Host.Cluster, Tenant))[system.Demonstration.Engagements[Which]]
            .Select(e => e.Hash)
            .Take(history.Count)
            .ShouldBe(history);
        (await Released()).ShouldBe(released);

        await IsLedgered(member.Person);

        await ABackupBringsNothingBack(backup, words, name, namesakes);
    }

    // What was asked and done about the person is a history of its own, from all three services, and nothing of it failed.
    private async Task IsLedgered(Guid person)
    {
        var auditor = await system.Auditor(Tenant, PersonStreams.AskedLedger(person));
        var path = $"/v1/engagements/{PersonStreams.AskedLedger(person)}/history";
        var entries = new List<string>();
        await SystemFixture.Until(
            async () =>
            {
                var body = (await system.Ask(auditor, path)).Body!;
                entries = [.. body["entries"]?.AsArray().Select(e => $"{e!["source"]} {e["eventType"]}") ?? []];
                return entries.Count(e => e.EndsWith(" person_erased", StringComparison.Ordinal)) == 3
                    && entries.Count(e => e == "engagement erasure_noted") == 3;
            },
            () => $"the ledger shows the erasure: {string.Join(", ", entries)}"
        );
        entries.ShouldContain("engagement erasure_requested");
        entries.ShouldContain("engagement erasure_delayed");
        using var http = new HttpClient();
        (await http.GetAsync(new Uri(system.Host.Gateway, "/health/ready"), Cancel)).IsSuccessStatusCode.ShouldBeTrue();
    }

    private async Task ABackupBringsNothingBack(string backup, IReadOnlyList<string> words, string name, int namesakes)
    {
        var directory = Directory.CreateTempSubdirectory("practice-analysis-restored-");
        try
        {
            await using var cluster = await PrivateCluster.Start(directory.FullName, Cancel);
            await Databases.Prepare(cluster, Cancel);
            var nobody = directory.CreateSubdirectory("nobody").FullName;
            (await OperatorsScript.Run("restore", cluster, null, backup, "--replace")).ShouldContain("Erasures__Directory");
            (await OperatorsScript.Run("restore", cluster, nobody, backup)).ShouldContain("--replace");

            // Without the list the words come back: the backup is whole.
            (await OperatorsScript.Run("restore", cluster, nobody, backup, "--replace")).ShouldContain("Restored.");
            await using (var open = new OpenDump(cluster, system.Host.MasterKeyFile))
            {
                var everything = await open.Read(Tenant, Cancel);
                words.ShouldAllBe(w => everything.Contains(w, StringComparison.Ordinal));
                Named(everything, name).ShouldBe(namesakes + 1);
            }

            var said = await OperatorsScript.Run("restore", cluster, system.Host.Erasures, backup, "--replace");
            said.ShouldContain("Session: ");
            said.ShouldContain("had come back and are erased again.");
            said.ShouldContain("Restored.");
            await IsGone(cluster, words, name, namesakes);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private async Task IsGone(PrivateCluster cluster, IReadOnlyList<string> words, string name, int namesakes)
    {
        await using var open = new OpenDump(cluster, system.Host.MasterKeyFile);
        var everything = await open.Read(Tenant, Cancel);
        words.Where(w => everything.Contains(w, StringComparison.Ordinal)).ShouldBeEmpty();
        Named(everything, name).ShouldBe(namesakes);

        // The same search still finds what others said.
        everything.ShouldContain("Éducatrice");
    }

    // Members of other groups may bear the same name.
    private static int Named(string everything, string name) => everything.Split('\n').Count(line => line == name);

    // What the person said in sessions and nobody else did: their export, in clear.
    private async Task<IReadOnlyList<string>> Words(Actor member)
    {
        var export = (await system.Ask(member, "/v1/persons/me/export")).Body!["session"]!;
        var texts = export["facts"]!
            .AsArray()
            .Where(f => f!["byYou"]!.GetValue<bool>())
            .Select(f => f!["holds"]!["text"]?.ToString())
            .OfType<string>()
            .Distinct()
            .ToList();
        await using var open = new OpenDump(system.Host.Cluster, system.Host.MasterKeyFile);
        var others = await open.Read(Tenant, Cancel, except: member.Person);
        return [.. texts.Where(t => !others.Contains(t, StringComparison.Ordinal))];
    }

    private async Task<IReadOnlyList<JsonNode>> Names(Actor actor) =>
        [.. (await system.Ask(actor, $"{Group}/identities")).Body!["items"]!.AsArray().Select(n => n!)];

    private async Task<JsonNode> Erasure(Actor member) => (await system.Ask(member, $"/v1/persons/{member.Person}/erasure")).Body!;

    private async Task<IReadOnlyList<string>> History()
    {
        var auditor = await system.Auditor(Tenant);
        var (status, body) = await system.Ask(auditor, $"/v1/engagements/{system.Demonstration.Engagements[Which]}/history");
        status.ShouldBe(200);
        return [.. body!["entries"]!.AsArray().Select(e => e!["hash"]!.GetValue<string>())];
    }

    private async Task<string> Released()
    {
        var all = new StringBuilder();
        foreach (var establishment in system.Demonstration.Establishments)
        {
            var path = $"/v1/establishments/{establishment}/indicators?period={system.Demonstration.Quarter}";
            var (status, body) = await system.Ask(Practice, path);
            status.ShouldBe(200);
            all.AppendLine(body!.ToJsonString());
        }

        return all.ToString();
    }

    private async Task Plant(Guid person, string word)
    {
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        await using var command = owner.CreateCommand(
            """
            insert into session.wolverine_dead_letters (id, body, message_type, received_at, replayable)
            values (gen_random_uuid(), convert_to($1, 'UTF8'), 'unknown.v1.letter', 'session', false)
            """
        );
        command.Parameters.AddWithValue($"planted {person} {word}");
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private static string Hex(string text) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text));

    // The backup as SQL; bytes stand in it in hexadecimal.
    private static Task<string> Plain(string backup) =>
        Shell("PATH=$PATH:$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1); exec pg_restore --file=- \"$1\"", backup);

    private static Task<string> Shell(string script, params IReadOnlyList<string> arguments) =>
        OperatorsScript.Run(new("bash", ["-c", script, "bash", .. arguments]));
}

/// <summary>All that a database holds, to who holds the master key too: each column as text, then every sealed text and name that still opens.</summary>
internal sealed class OpenDump(PrivateCluster cluster, string masterKeyFile) : IAsyncDisposable
{
    private readonly NpgsqlDataSource _owner = NpgsqlDataSource.Create(cluster.ConnectionString("owner"));

    public async Task<string> Read(string tenant, CancellationToken cancel, Guid? except = null)
    {
        var vault = new TextVault(FileMasterKeys.Read(await File.ReadAllTextAsync(masterKeyFile, cancel)), TimeProvider.System);
        var dump = new StringBuilder();
        foreach (var service in OfflineFold.Services)
        {
            await using var store = OfflineFold.Open(cluster, service);
            await using var session = store.QuerySession(tenant);
            var theirs = (await session.Query<DataKey>().Where(k => k.Owner == except).ToListAsync(cancel)).Select(k => k.Id).ToHashSet();
            foreach (var e in await session.Events.QueryAllRawEvents().ToListAsync(cancel))
            {
                var node = System.Text.Json.JsonSerializer.SerializeToNode(e.Data, e.EventType, FactJson.Options);
                foreach (var (text, path) in SealedTexts(node, []))
                {
                    var opener = await vault.OpenerFor(session, e.StreamId, [text], cancel);
                    dump.AppendLine(theirs.Contains(text.KeyId) ? string.Empty : opener.OpenAs(text, Members(e.EventType, path)));
                }
            }

            if (service.Name == "engagement")
            {
                foreach (var identity in await session.Query<IdentityRecord>().ToListAsync(cancel))
                {
                    dump.AppendLine(await identity.Read(vault, session, cancel));
                }
            }

            await Bodies(service.Name, dump, cancel);
        }

        return dump.ToString();
    }

    public ValueTask DisposeAsync() => _owner.DisposeAsync();

    private async Task Bodies(string service, StringBuilder dump, CancellationToken cancel)
    {
        foreach (var table in (string[])["wolverine_dead_letters", "wolverine_incoming_envelopes", "wolverine_outgoing_envelopes"])
        {
            await using var command = _owner.CreateCommand($"select encode(body, 'escape') from {service}.{table}");
            await using var reader = await command.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel))
            {
                dump.AppendLine(reader.GetString(0));
            }
        }
    }

    private static IEnumerable<(Sealed Text, string[] Path)> SealedTexts(JsonNode? node, string[] path) =>
        node switch
        {
            JsonObject o when o.ContainsKey("keyId") && o.ContainsKey("ciphertext") =>
            [
                (System.Text.Json.JsonSerializer.Deserialize<Sealed>(o, FactJson.Options)!, path),
            ],
            JsonObject o => o.SelectMany(p => SealedTexts(p.Value, [.. path, char.ToUpperInvariant(p.Key[0]) + p.Key[1..]])),
            JsonArray a => a.SelectMany(item => SealedTexts(item, path)),
            _ => [],
        };

    private static IEnumerable<string> Members(Type fact, string[] path)
    {
        var union = fact.BaseType!.Name.Replace("Fact", string.Empty, StringComparison.Ordinal);
        var members = new[]
        {
            $"{fact.Name}.{path[0]}",
            $"{fact.Name}.{path[^1]}",
            $"{union}.{path[0]}",
            $"{union}.{path[^1]}",
            $"{path[0]}.{path[^1]}",
        };
        return members.Concat([
            "BilanDrafted.Sections",
            "BilanDrafted.Listed",
            "OrientationRecommended.Text",
            "Synthesis.Axes",
            "Synthesis.Listed",
            "DecisionProposed.Text",
        ]);
    }
}
