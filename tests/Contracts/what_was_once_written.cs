using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Access.V1;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Contracts.Reporting.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Messaging;
using PracticeAnalysis.ServiceDefaults;
using Wolverine.Util;

namespace PracticeAnalysis.Golden;

/// <summary>What was once written reads forever: a golden file for every stored fact and every message.
/// A new type asks for a new file, a new member for a new version of it; a file never changes. <c>WRITE_GOLDEN=1</c> writes what is missing.</summary>
public class what_was_once_written
{
    private static readonly JsonSerializerOptions Stored = new(FactJson.Options)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions Sent = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly string Golden = Path.Combine(Path.GetDirectoryName(Here())!, "Golden");

    public static TheoryData<string, Type> Facts =>
        [
            .. new[]
            {
                typeof(Engagement.EngagementConfiguration),
                typeof(Session.SessionConfiguration),
                typeof(Reporting.ReportingConfiguration),
            }
                .SelectMany(service => Of(service.Assembly).Select(f => (Service: service.Assembly.GetName().Name!, Fact: f)))
                .Concat(Shared.SelectMany(Of).Select(f => (Service: typeof(ServiceDefinition).Assembly.GetName().Name!, Fact: f)))
                .Select(f => ($"facts/{f.Service.Split('.')[1].ToLowerInvariant()}.{FactTypes.Alias(f.Fact)}", f.Fact)),
        ];

    /// <summary>Facts by the aliases that they bore before.</summary>
    public static TheoryData<string, Type> Formerly =>
        [
            .. from fact in Facts
            let service = fact.Data.Item1[..(fact.Data.Item1.IndexOf('.') + 1)]
            from alias in FactTypes.Aliases(fact.Data.Item2).Skip(1)
            select (service + alias, fact.Data.Item2),
        ];

    // What the services share goes by one name, that of what puts it together.
    private static IEnumerable<Assembly> Shared =>
        typeof(ServiceDefinition)
            .Assembly.GetReferencedAssemblies()
            .Where(r => r.Name!.StartsWith("PracticeAnalysis.", StringComparison.Ordinal))
            .Select(Assembly.Load);

    private static IReadOnlyList<Type> Of(Assembly assembly) => FactTypes.Of(typeof(Fact), assembly);

    public static TheoryData<string, Type> Messages =>
        [
            .. typeof(Origin)
                .Assembly.GetTypes()
                .Where(t =>
                    t.GetProperties().Any(p => p.PropertyType == typeof(Origin))
                    || t == typeof(LedgerEntryRecorded)
                    || t == typeof(LedgerEntriesRecorded)
                    || t == typeof(LedgerEntriesPublished)
                    || t == typeof(LedgerEntriesMissing)
                    || t == typeof(ApiKeyUsed)
                    || t == typeof(NamesWanted)
                )
                .Select(t => ($"messages/{t.ToMessageTypeName()}", t)),
        ];

    static what_was_once_written()
    {
        WolverineMessageNaming.InsertFirst<ContractNaming>();
        MessageRules.Json(Sent);
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public void a_stored_fact_reads_and_writes_as_ever(string name, Type type) => Compare(name, type, Stored);

    [Theory]
    [MemberData(nameof(Formerly))]
    public void a_fact_reads_as_it_was_under_its_alias_of_before(string name, Type type)
    {
        JsonNode? said = null;
        JsonNode? read = null;
        foreach (var file in Versions(name).TakeWhile(File.Exists))
        {
            var golden = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
            read = JsonSerializer.SerializeToNode(golden.Deserialize(type, Stored), type, Stored);
            said = golden["message"]!;
            foreach (var time in (string[])["occurredAt", "datedBack"])
            {
                said[time] = golden[time]!.DeepClone();
            }

            Otherwise(said, read).ShouldBeEmpty();
        }

        // The message that said most said all that the fact holds.
        Lost(read, said).ShouldBeEmpty();
        Facts.Select(f => f.Data.Item1).ShouldNotContain(name, "an alias has one shape");
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void a_message_reads_and_writes_as_ever(string name, Type type) => Compare(name, type, Sent);

    [Fact]
    public void no_golden_file_has_lost_its_type()
    {
        var known = Facts.Concat(Formerly).Concat(Messages).Select(row => row.Data.Item1 + ".json").ToHashSet();
        Directory
            .GetFiles(Golden, "*.json", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Golden, f))
            .Where(f => !known.Contains(Regex.Replace(f, @"\.v\d+\.json$", ".json")))
            .ShouldBeEmpty();
    }

    // The newest version of a type is written as its newest file says; every older one still reads, with all that it said.
    private static void Compare(string name, Type type, JsonSerializerOptions options)
    {
        var files = Versions(name).TakeWhile(File.Exists).ToList();
        var written = JsonSerializer.Serialize(Example.Of(type), type, options) + "\n";
        if (Environment.GetEnvironmentVariable("WRITE_GOLDEN") == "1" && (files.Count == 0 || File.ReadAllText(files[^1]) != written))
        {
            files.Add(Versions(name).First(f => !File.Exists(f)));
            Directory.CreateDirectory(Path.GetDirectoryName(files[^1])!);
            File.WriteAllText(files[^1], written);
        }

        files.ShouldNotBeEmpty();
        written.ShouldBe(File.ReadAllText(files[^1]));
        foreach (var golden in files.Select(File.ReadAllText))
        {
            var read = JsonSerializer.SerializeToNode(JsonSerializer.Deserialize(golden, type, options), type, options);
            Lost(JsonNode.Parse(golden), read).ShouldBeEmpty();
        }
    }

    private static IEnumerable<string> Versions(string name) =>
        Enumerable.Range(1, 99).Select(v => Path.Combine(Golden, v == 1 ? $"{name}.json" : $"{name}.v{v}.json"));

    private static IEnumerable<string> Lost(JsonNode? golden, JsonNode? read, string at = "$") =>
        (golden, read) switch
        {
            (JsonObject g, JsonObject r) => g.SelectMany(member => Lost(member.Value, r[member.Key], $"{at}.{member.Key}")),
            (JsonArray g, JsonArray r) when g.Count == r.Count => g.SelectMany((item, i) => Lost(item, r[i], $"{at}[{i}]")),
            _ => JsonNode.DeepEquals(golden, read) ? [] : [at],
        };

    // Of what both say, what they do not say alike.
    private static IEnumerable<string> Otherwise(JsonNode? golden, JsonNode? read, string at = "$") =>
        (golden, read) switch
        {
            (JsonObject g, JsonObject r) => g.Where(m => r.ContainsKey(m.Key))
                .SelectMany(m => Otherwise(m.Value, r[m.Key], $"{at}.{m.Key}")),
            (JsonArray g, JsonArray r) when g.Count == r.Count => g.SelectMany((item, i) => Otherwise(item, r[i], $"{at}[{i}]")),
            _ => JsonNode.DeepEquals(golden, read) ? [] : [at],
        };

    private static string Here([CallerFilePath] string path = "") => path;
}
