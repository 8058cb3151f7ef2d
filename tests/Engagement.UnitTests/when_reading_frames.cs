using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Model;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_reading_frames
{
    private const string Good =
        """{"name":"own","version":1,"source":"S1","title":"t","kind":"regulation","audiences":["any-team"],"rules":{"size":{"source":"S1","maximum":8}}}""";

    [Fact]
    public void the_program_carries_the_frames_of_the_documents()
    {
        var frames = FrameLibrary.Read(typeof(EngagementConfiguration).Assembly);
        frames
            .All.Select(f => $"{f.Name}.v{f.Version} {f.Source}")
            .ShouldBe([
                "cadre.v1 S0",
                "circle-8.v1 S1",
                "eaje.v1 eaje",
                "esms-analysis.v1 S3",
                "esms-regulation.v1 S3",
                "esms-supervision.v1 S3",
                "managers.v1 S2",
                "narrator.v1 S4",
                "team.v1 S2",
            ]);
        frames.Newest("team")!.Rules.Size.ShouldBe(new Limits("S2", 8, 12));
        frames.Newest("managers")!.Rules.Size.ShouldBe(new Limits("S2", 4, 6));
        frames.Newest("narrator")!.Rules.MinimumTerm!.Value.ShouldBe(12);
        frames.Newest("absent").ShouldBeNull();
    }

    // Engagements pin by these: what once shipped reads the same for ever. They were computed apart, from the files.
    [Fact]
    public void what_ships_keeps_its_digest() =>
        FrameLibrary
            .Read(typeof(EngagementConfiguration).Assembly)
            .All.Select(f => $"{f.Name}.v{f.Version} {f.Pinned.Digest}")
            .ShouldBe([
                "cadre.v1 279e6fdc5c1c75cd834102b43d2b027226fc1a6bcaccdd8d5622c6b5a7ed824a",
                "circle-8.v1 ffebc198a86193968f3e1fa97a9191e595539e38250b989ea1318d46f9fa50d8",
                "eaje.v1 88b5d7477457c8a9d98cf67e37d7f99ea64d5d5371fa324a307d0ace76927e39",
                "esms-analysis.v1 2745096f82ab177d3a8ea99bb2ac40c83acd42ff4a9ed2e886c5cadb9a017de1",
                "esms-regulation.v1 1dfa589bb19ce11a9a62ac9dbe6a62aa3edff95411a00aab113965d033ef1d0f",
                "esms-supervision.v1 00ee778a8615a4fd8dd728d0b6a1bcb30b99272a6ff0a610bd3da0a1878e0f12",
                "managers.v1 ea0c56209f29beca55011e657153846ac64d6f9fb83d48d83cef1a970f91d44d",
                "narrator.v1 19a668f825474c52bf53bc13a916db9506ded67b6b93bd8db8e9e55a6a5a8f32",
                "team.v1 c919442064467d6448ec60b81d29be0d28ea9a65683a22c2adbc625fd5b7c6a1",
            ]);

    [Fact]
    public void a_file_of_every_rule_is_read()
    {
        var frame = FrameLibrary.Parse(
            "own.v1.json",
            Good.Replace(
                """{"size":{"source":"S1","maximum":8}}""",
                """
                {"size":{"source":"S1","minimum":3,"maximum":8},"composition":{"value":"any","source":"S1"},"participation":{"value":"volunteers","source":"S3"},
                 "independence":{"value":true,"source":"S0"},"externality":{"value":"required","source":"S1"},
                 "qualification":{"value":["managerial-experience","field-experience"],"source":"S0"},"interval":{"value":62,"source":"S3"},
                 "frequency":{"source":"S3","minimum":1,"maximum":2},"minimumTerm":{"value":12,"source":"S3"},
                 "rate":{"source":"S3","minimum":10000,"maximum":15000},"stability":{"value":"fixed","source":"S4"},
                 "protocol":{"name":"resonance","version":1,"strictness":"guided","source":"S3"},"outcome":{"noneAllowed":true,"source":"S1"},
                 "approval":{"value":"facilitator-and-majority","source":"design"},"jointValidation":{"value":true,"source":"S3"},
                 "managementCommitment":{"value":true,"source":"S3"},"hoursAYear":{"value":6,"source":"eaje"},
                 "hoursEachFourMonths":{"value":2,"source":"eaje"},"noChildrenPresent":{"value":true,"source":"eaje"},
                 "departure":{"value":21,"source":"S4"}}
                """
            )
        );
        typeof(FrameRules).GetProperties().Select(p => p.GetValue(frame.Rules)).ShouldAllBe(rule => rule != null);
    }

    // A member that no rule reads would be stored, and asked of nobody.
    [Fact]
    public void each_member_of_a_frames_rules_is_read_by_a_rule_in_its_own_place()
    {
        var members = typeof(FrameRules).GetProperties().Select(p => (p.Name, p.GetCustomAttribute<JsonPropertyOrderAttribute>()!.Order));
        members.Select(m => m.Order).ShouldBeUnique();
        FrameRule
            .All.Select(r => r.Name)
            .Distinct()
            .ShouldBe(["kind", .. members.OrderBy(m => m.Order).Select(m => JsonNamingPolicy.KebabCaseLower.ConvertName(m.Name))]);
    }

    [Theory]
    [InlineData("\"version\":1", "\"version\":2")]
    [InlineData("\"version\":1", "\"version\":1,\"extra\":1")]
    [InlineData("\"version\":1,", "")]
    [InlineData("\"S1\",\"title\"", "\"S9\",\"title\"")]
    [InlineData("{\"source\":\"S1\",\"maximum\":8}", "{\"source\":\"blog\",\"maximum\":8}")]
    [InlineData("{\"source\":\"S1\",\"maximum\":8}", "{\"source\":\"S1\"}")]
    [InlineData("{\"source\":\"S1\",\"maximum\":8}", "{\"maximum\":8}")]
    [InlineData("\"maximum\":8", "\"minimum\":9,\"maximum\":8")]
    [InlineData("\"maximum\":8", "\"maximum\":0")]
    [InlineData("\"regulation\"", "\"coaching\"")]
    [InlineData("[\"any-team\"]", "[]")]
    [InlineData("{\"size\"", "{\"departure\":{\"value\":91,\"source\":\"S4\"},\"size\"")]
    [InlineData("{\"size\"", "{\"independence\":{\"value\":false,\"source\":\"S0\"},\"size\"")]
    public void a_file_that_is_not_what_a_frame_must_be_stops_the_start(string part, string instead)
    {
        FrameLibrary.Parse("own.v1.json", Good).Name.ShouldBe("own");
        Good.ShouldContain(part);
        Should.Throw<InvalidFrameException>(() => FrameLibrary.Parse("own.v1.json", Good.Replace(part, instead)));
    }
}
