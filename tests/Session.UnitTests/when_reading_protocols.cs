using System.Reflection;
using System.Text.Json;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Protocols;

namespace PracticeAnalysis.Session.UnitTests;

public class when_reading_protocols
{
    private const string Good = """
        {"name":"xx","version":1,"source":"S2","strictness":"strict","phases":[{"code":"aa","label":"A","brings":[{"kind":"response","by":["member"]}],
        "needs":["responded"]},{"code":"bb","label":"B","brings":[],"needs":[]}]}
        """;

    [Fact]
    public void the_program_carries_the_protocols_of_the_documents()
    {
        var library = ProtocolLibrary.Read();
        library
            .All.Select(p => $"{p.Name}.v{p.Version} {p.Source} {p.Strictness}")
            .ShouldBe([
                "codevelopment.v1 S0 Guided",
                "describe-question-analyse-modify.v1 S3 Guided",
                "expose-interpret-respond.v1 S2 Strict",
                "free-circle.v1 S1 Free",
                "narrator.v1 S4 Strict",
                "regulation.v1 S3 Guided",
                "resonance.v1 S3 Guided",
            ]);
        library.Find(Story.S2, 1)!.Phases.Select(p => p.Code).ShouldBe(["expose", "interpret", "pronounce", "respond"]);
        library
            .Find(Story.S4, 1)!
            .Phases.Select(p => p.Code)
            .ShouldBe(["emerge", "choose", "expose", "question", "objective", "pistes", "feedback", "echo"]);
        library.Pinned(Story.Of(Story.Scheduled(Story.Narrating))).ShouldBeSameAs(library.Find(Story.S4, 1));
        library.Find(Story.S2, 2).ShouldBeNull();
        library.Find("absent", 1).ShouldBeNull();
    }

    // Engagements pin by these: what once shipped reads the same for ever. They were computed apart, from the files.
    [Fact]
    public void what_ships_keeps_its_digest() =>
        ProtocolLibrary
            .Read()
            .All.Select(ProtocolLibrary.Pin)
            .Select(p => $"{p.Name}.v{p.Version} {p.Digest}")
            .ShouldBe([
                "codevelopment.v1 4e0e5acce6cb73d4cdc05b63ef1a56e84b5542af3bae4f8f06a1bf19ec79f486",
                "describe-question-analyse-modify.v1 3524c72490ccc50828e2ed38549f73b89666570b227094dc2fd7888900a67603",
                "expose-interpret-respond.v1 a618ffba2e6ca965fb3efaf3846be07b88fee6decfd06bb6e4d09f26c71f09f7",
                "free-circle.v1 e7a4e122227bb0e651aecda001d40831e6f3ce746e8ce66c01e558f4c75e0572",
                "narrator.v1 19def11db1d2480cb053c74bcddf60775c378ad36d76c75a77eff6e750f374da",
                "regulation.v1 b23b0312c36b8293436b930f730261744fec66b6424615128c30ec4e908cbf1f",
                "resonance.v1 5a74ccba3c9ca65da44f7e98a553b285b561402acdad326e8fda054bbaf64c7b",
            ]);

    [Fact]
    public void a_good_file_is_read()
    {
        var protocol = Read("protocols/xx.v1.json", Good);
        protocol.Phases[0].Brings[0].By.ShouldBe([Part.Member]);
        protocol.Phases[0].Needs.ShouldBe([Need.Responded]);
    }

    [Theory]
    [InlineData("protocols/y.v1.json")]
    [InlineData("protocols/xx.v2.json")]
    [InlineData("protocols/Xx.v1.json")]
    public void a_file_with_a_wrong_name_stops_the_start(string file) =>
        Should.Throw<InvalidDataException>(() => Read(file, Good)).Message.ShouldContain(file);

    [Theory]
    [InlineData("\"version\":1", "\"version\":1,\"extra\":1")]
    [InlineData("\"label\":\"B\"", "\"label\":\"B\",\"extra\":1")]
    [InlineData("\"version\":1,", "")]
    [InlineData("\"label\":\"B\",", "")]
    [InlineData("\"label\":\"B\"", "\"label\":null")]
    [InlineData("\"strict\"", "\"severe\"")]
    [InlineData("\"strict\"", "0")]
    [InlineData("\"response\"", "\"advice\"")]
    [InlineData("\"member\"", "\"establishment\"")]
    [InlineData("\"responded\"", "\"applauded\"")]
    public void a_file_with_a_member_or_value_that_is_not_known_or_not_there_stops_the_start(string part, string instead)
    {
        Good.ShouldContain(part);
        Should.Throw<JsonException>(() => Read("protocols/xx.v1.json", Good.Replace(part, instead)));
    }

    /// <summary>What no group could ever run: each asks for something that nobody may bring.</summary>
    public static TheoryData<string, string> Unsatisfiable =>
        new()
        {
            { "\"response\"", "\"piste\"" },
            { "[\"member\"]", "[\"facilitator\"]" },
            { "\"responded\"]", "\"responded\"],\"asks\":[\"question\"]" },
            { "\"responded\"]", "\"feedback-given\"]" },
            { "\"responded\"]", "\"responded\"],\"minutes\":0" },
            { "\"label\":\"A\"", "\"label\":\" \"" },
            { "\"code\":\"bb\"", "\"code\":\"B B\"" },
        };

    [Theory]
    [MemberData(nameof(Unsatisfiable))]
    public void a_protocol_that_nobody_could_follow_is_none(string part, string instead)
    {
        Good.ShouldContain(part);
        Should.Throw<InvalidDataException>(() => Read("protocols/xx.v1.json", Good.Replace(part, instead)));
    }

    [Fact]
    public void a_phase_named_twice_or_none_at_all_stops_the_start()
    {
        Should.Throw<InvalidDataException>(() => Read("protocols/xx.v1.json", Good.Replace("\"bb\"", "\"aa\"")));
        Should.Throw<InvalidDataException>(() =>
            Read("protocols/xx.v1.json", """{"name":"xx","version":1,"source":"S2","strictness":"strict","phases":[]}""")
        );
    }

    // The check is the library's own: its files are part of the program, so a wrong one can be handed to it in no other way.
    private static Protocol Read(string file, string json)
    {
        const BindingFlags Own = BindingFlags.Static | BindingFlags.NonPublic;
        var options = (JsonSerializerOptions)typeof(ProtocolLibrary).GetField("Json", Own)!.GetValue(null)!;
        var check = typeof(ProtocolLibrary).GetMethod("Checked", Own)!.CreateDelegate<Func<string, Protocol, Protocol>>();
        return check(file, JsonSerializer.Deserialize<Protocol>(json, options)!);
    }
}
