using System.Text.Json;
using System.Text.Json.Nodes;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_what_was_kept_goes
{
    private static readonly RetentionPolicy Policy = new(NarrativesMonths: 24, AgreedMonths: 120, NamesMonths: 36);
    private static readonly Guid[] Engagements = [Given.Id(1), Given.Id(2)];

    private static bool IsPast(KeptClass kind, int months, params IReadOnlyCollection<Guid> of) =>
        Policy
            .Past(
                [new(kind, "id", of)],
                new Dictionary<Guid, DateTimeOffset> { [Engagements[0]] = Given.Now.AddMonths(-months) },
                Given.Now
            )
            .Count == 1;

    [Fact]
    public void each_class_goes_when_its_time_has_passed_since_the_end()
    {
        IsPast(KeptClass.Narratives, 23, Engagements[0]).ShouldBeFalse();
        IsPast(KeptClass.Narratives, 24, Engagements[0]).ShouldBeTrue();
        IsPast(KeptClass.Names, 35, Engagements[0]).ShouldBeFalse();
        IsPast(KeptClass.Names, 36, Engagements[0]).ShouldBeTrue();
        IsPast(KeptClass.Agreed, 119, Engagements[0]).ShouldBeFalse();
        IsPast(KeptClass.Agreed, 120, Engagements[0]).ShouldBeTrue();
    }

    [Fact]
    public void what_an_engagement_that_has_not_ended_needs_stays_and_so_does_what_belongs_to_none()
    {
        IsPast(KeptClass.Narratives, 1000, Engagements).ShouldBeFalse();
        IsPast(KeptClass.Narratives, 1000).ShouldBeFalse();
    }

    [Fact]
    public void an_answer_shows_null_where_a_text_was_erased_and_says_where()
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        var body = new
        {
            objective = (string?)null,
            feedback = TextOpener.Erased,
            contributions = new[] { new { text = "dit \\u0000 et tout" }, new { text = TextOpener.Erased } },
            list = new[] { TextOpener.Erased },
        };
        var shown = JsonNode.Parse(Shown.Bytes(body, json))!;
        shown["feedback"].ShouldBeNull();
        shown["contributions"]![0]!["text"]!.GetValue<string>().ShouldBe("dit \\u0000 et tout");
        shown["contributions"]![1]!["text"].ShouldBeNull();
        shown["erased"]!.AsArray().Select(p => p!.GetValue<string>()).ShouldBe(["/feedback", "/contributions/1/text", "/list/0"]);
        JsonNode.Parse(Shown.Bytes(new { objective = (string?)null }, json))!.AsObject().ContainsKey("erased").ShouldBeFalse();
    }

    [Fact]
    public async Task the_list_of_erasures_survives_a_line_cut_short_and_holds_each_once()
    {
        var directory = Directory.CreateTempSubdirectory("practice-analysis-erasures-");
        try
        {
            var cancel = TestContext.Current.CancellationToken;
            var erasure = new ListedErasure("cabinet", Given.Id(1), Given.Now);
            var list = new ErasureList(directory.FullName, "session");
            await list.Add(erasure, cancel);
            await File.AppendAllTextAsync(Path.Combine(directory.FullName, "session.ndjson"), """{"tenant":"cab""", cancel);
            await list.Add(erasure with { Person = Given.Id(2) }, cancel);
            await new ErasureList(directory.FullName, "reporting").Add(erasure, cancel);
            list.Read().Select(e => (e.Tenant, e.Person)).ShouldBe([("cabinet", Given.Id(1)), ("cabinet", Given.Id(2))], ignoreOrder: true);
            new ErasureList(null, "session").Read().ShouldBeEmpty();
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public void a_person_has_streams_of_their_own_always_the_same()
    {
        var ids = new[]
        {
            PersonStreams.Asked(Given.Id(1)),
            PersonStreams.Erased(Given.Id(1)),
            PersonStreams.Asked(Given.Id(2)),
            Given.Id(1),
        };
        ids.Distinct().Count().ShouldBe(ids.Length);
        PersonStreams.Asked(Given.Id(1)).ShouldBe(new Guid("5d5fb245-200c-8432-9db8-9a33506aa016"));
    }

    [Fact]
    public void what_retention_removed_is_counted()
    {
        var record = Given.Facts<RetentionRecord>(
            new RetentionApplied(KeptClass.Narratives, ["a", "b"]),
            new RetentionApplied(KeptClass.Agreed, ["c"]),
            new RetentionApplied(KeptClass.Names, ["d"])
        );
        (record.Keys, record.Names).ShouldBe((3, 1));
        record.IsVisibleTo(new("cabinet", Roles.Practice, Given.Id(9))).ShouldBeTrue();
        record.IsVisibleTo(new("cabinet", Roles.Member, Given.Id(9))).ShouldBeFalse();
    }
}
