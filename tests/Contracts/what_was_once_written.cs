using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using Wolverine.Util;

namespace PracticeAnalysis.Golden;

/// <summary>What was once written reads forever: a golden file for every stored fact and every message.
/// A new type asks for a new file; a file never changes. <c>WRITE_GOLDEN=1</c> writes the files that are missing.</summary>
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
                .SelectMany(service =>
                    FactTypes.Of(typeof(Fact), service.Assembly).Select(f => (Service: service.Assembly.GetName().Name!, Fact: f))
                )
                .Select(f => ($"facts/{f.Service.Split('.')[1].ToLowerInvariant()}.{FactTypes.Alias(f.Fact)}", f.Fact)),
        ];

    public static TheoryData<string, Type> Messages =>
        [
            .. typeof(Origin)
                .Assembly.GetTypes()
                .Where(t => t.GetProperties().Any(p => p.PropertyType == typeof(Origin)) || t == typeof(LedgerEntryRecorded))
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
    [MemberData(nameof(Messages))]
    public void a_message_reads_and_writes_as_ever(string name, Type type) => Compare(name, type, Sent);

    [Fact]
    public void no_golden_file_has_lost_its_type()
    {
        var known = Facts.Concat(Messages).Select(row => row.Data.Item1 + ".json").ToHashSet();
        Directory
            .GetFiles(Golden, "*.json", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Golden, f))
            .Where(f => !known.Contains(f))
            .ShouldBeEmpty();
    }

    private static void Compare(string name, Type type, JsonSerializerOptions options)
    {
        var file = Path.Combine(Golden, name + ".json");
        var written = JsonSerializer.Serialize(Example.Of(type), type, options) + "\n";
        if (!File.Exists(file) && Environment.GetEnvironmentVariable("WRITE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, written);
        }

        var golden = File.ReadAllText(file);
        written.ShouldBe(golden);
        (JsonSerializer.Serialize(JsonSerializer.Deserialize(golden, type, options), type, options) + "\n").ShouldBe(golden);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
