using System.Text.Json;
using PracticeAnalysis.Engagement.Dispositifs;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Establishments;
using PracticeAnalysis.Engagement.Facilitators;
using PracticeAnalysis.Engagement.Imports;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Engagement.PastEngagements;
using PracticeAnalysis.Engagement.Requests;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.UnitTests;

/// <summary>A refusal of input names every place that is wrong, each by its own pointer.</summary>
public class when_input_is_refused
{
    private static readonly JsonSerializerOptions Json = Strict();

    private static JsonSerializerOptions Strict()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        StrictJson.Configure(options);
        return options;
    }

    private static string Told(IEnumerable<InputError> errors) => string.Join(' ', errors.Select(e => $"{e.At}:{e.Code}"));

    private static string Places<T>(Decision decision) => Told(InputErrors.Of(decision.Refusal!, typeof(T), "none", Json));

    private static Refusal Unreadable(string line) => ImportedLine.Read(line, OperationKind.ImportEstablishments, Json).Unreadable!;

    [Theory]
    [InlineData(
        """{"establishment":{"name":5,"sector":"zz","siret":7,"bogus":1}}""",
        "/establishment/name:type /establishment/sector:value /establishment/siret:type /establishment:unknown"
    )]
    [InlineData("""{"establishment":{"name":"A","siret":7}}""", "/establishment/siret:type /establishment/sector:missing")]
    [InlineData(
        """{"establishment":{"name":null,"sector":{}},"since":"x"}""",
        "/establishment/name:null /establishment/sector:type /since:type"
    )]
    [InlineData("""{"establishment":{"name":"A","name":"B","sector":"zz"}}""", "/establishment/name:twice /establishment/sector:value")]
    [InlineData("""{"establishment":{}}""", "/establishment/name:missing /establishment/sector:missing")]
    [InlineData("""{"establishment":[]}""", "/establishment:type")]
    [InlineData("null", ":null")]
    public void all_that_cannot_be_read_of_a_line_is_named(string line, string places) => Told(Unreadable(line).Errors).ShouldBe(places);

    [Fact]
    public void all_that_is_wrong_with_an_establishment_is_named()
    {
        var decision = RegisterEstablishment.Decide(new("", Sector.Social, "123", Territory: "00"));
        Places<RegisterEstablishment>(decision).ShouldBe("/name:value /siret:value /territory:value");
        decision.Refusal!.Status.ShouldBe(400);
        Places<RegisterEstablishment>(RegisterEstablishment.Decide(new("", Sector.Social)))
            .ShouldBe("/name:value /finess:value /siret:value");
    }

    [Fact]
    public void all_that_is_wrong_with_a_past_engagement_is_named() =>
        Places<TakeOverPastEngagement>(
                TakeOverPastEngagement.Decide(
                    new(
                        Kind.PracticeAnalysis,
                        Audience.AnyTeam,
                        new(1960, 1, 1),
                        new(1961, 1, 1),
                        -1,
                        0,
                        0,
                        PastEnd.Concluded,
                        Story.Establishment
                    ),
                    [],
                    Story.Act()
                )
            )
            .ShouldBe("/establishment:value /from:value /sessions:value /participants:value");

    [Theory]
    [InlineData(
        true,
        "establishment does not name an establishment of this practice.",
        "Give the id of an establishment that GET /v1/establishments lists."
    )]
    [InlineData(false, "siret does not name an establishment of this practice, or names several.", "Name it by its id.")]
    public void an_unknown_establishment_is_named_as_it_was_given(bool byId, string detail, string satisfy)
    {
        var refusal = TakeOverPastEngagement
            .Decide(
                new(
                    Kind.PracticeAnalysis,
                    Audience.AnyTeam,
                    new(2021, 9, 1),
                    new(2022, 7, 1),
                    1,
                    60,
                    3,
                    PastEnd.Concluded,
                    byId ? Story.Establishment : null,
                    byId ? null : "73282932000074"
                ),
                [],
                Story.Act()
            )
            .Refusal!;
        (refusal.Detail, refusal.Satisfy).ShouldBe((detail, satisfy));
    }

    [Fact]
    public void evidence_is_named_by_its_place()
    {
        var decision = RegisterFacilitator.Decide(
            new(
                "",
                true,
                [
                    new(Qualification.Training, new("text")),
                    new(Qualification.FieldExperience, new("text"), 0),
                    new(Qualification.Diploma, new("\u2800")),
                ]
            ),
            null,
            Story.Act()
        );
        Places<RegisterFacilitator>(decision).ShouldBe("/displayName:value /evidence/1/years:value /evidence/2/title:value");
    }

    [Fact]
    public void frames_are_named_by_their_place()
    {
        var asked = new ProposeDispositif(
            Kind.PracticeAnalysis,
            Audience.Professionals,
            [new("team", 1), new("nosuch", 1), new("team", 99)],
            new("expose-interpret-respond", 1),
            120,
            12,
            10,
            12_000
        );
        var decision = ProposeDispositif.Decide(asked, Story.Of(Story.Designing), null, Story.Frames, Story.Act());
        Places<ProposeDispositif>(decision).ShouldBe("/frames/1/name:value /frames/2/version:value");
        ProposeDispositif
            .Decide(asked with { Frames = [] }, Story.Of(Story.Designing), null, Story.Frames, Story.Act())
            .Refusal!.Detail.ShouldBe("frames is empty.");
    }

    [Theory]
    [InlineData("", "name is empty.")]
    [InlineData(" \u2800\u3164", "name is empty.")]
    [InlineData("\ufe0f\u034f\u17b4\u0301", "name is empty.")]
    [InlineData("\u115f", "name is empty.")]
    [InlineData("a\u0007b", "name contains hidden characters.")]
    [InlineData("a\u202eb", "name contains hidden characters.")]
    [InlineData("12345678901", "name is longer than 10 characters.")]
    [InlineData("L'Œuvre", null)]
    public void a_name_is_told_what_is_wrong_with_it(string name, string? detail) =>
        Input.CheckName(name, "name", 10)?.Detail.ShouldBe(detail!);

    [Fact]
    public void marks_that_are_pasted_along_are_no_fault_of_a_number()
    {
        Identifiers.Normal("\u200e732 829\u200b320 00074\u200f").ShouldBe("73282932000074");
        Departments.Normal("\u200b38").ShouldBe("38");
    }

    [Theory]
    [InlineData("00", false)]
    [InlineData("96", false)]
    [InlineData("99", false)]
    [InlineData("20", false)]
    [InlineData("9G", false)]
    [InlineData("38", true)]
    [InlineData("2A", true)]
    [InlineData("97", true)]
    [InlineData("98", true)]
    [InlineData("9A", false)]
    public void a_finess_begins_with_a_department(string department, bool isOne) =>
        Enumerable.Range(0, 10).Any(check => Identifiers.IsFiness($"{department}000012{check}")).ShouldBe(isOne);

    [Theory]
    [InlineData("nom;secteur;finess;secteur", 4, "twice", "sector is there twice", null)]
    [InlineData("nom;secteur;fines;siret", 3, "unknown", "Column 3 of the header is not one of this import's.", "finess")]
    [InlineData("nom;finess", null, "missing", "Missing from the header: secteur.", null)]
    [InlineData("siret", null, "missing", "Missing from the header: name (nom), sector (secteur).", null)]
    public void a_header_is_told_what_is_wrong_with_it(string header, int? at, string code, string detail, string? nearest)
    {
        var refused = StartImport
            .Read(System.Text.Encoding.UTF8.GetBytes($"{header}\nA"), new("text/csv"), OperationKind.ImportEstablishments, [])
            .Refused.ShouldNotBeNull();
        var error = refused.Errors.First(e => e.Code == code);
        if (code == "twice")
        {
            refused.Detail.ShouldBe($"Column {at} of the header appears twice.");
            error.Column.ShouldBe("secteur");
        }
        else
        {
            refused.Detail.ShouldBe(detail);
        }

        if (nearest is not null)
        {
            refused.Satisfy.ShouldStartWith("Did you mean FINESS?");
        }
    }

    [Fact]
    public void a_column_is_named_as_the_header_writes_it_and_an_empty_reference_is_refused()
    {
        var line = CsvBody
            .Read("Référence;Nom;Secteur;SIRET\n;A;social;1"u8, null, OperationKind.ImportEstablishments, [])
            .Lines.ShouldHaveSingleItem();
        line.Columns.ShouldBe(["Référence", "Nom", "Secteur", "SIRET"]);
        var error = line.Unread.ShouldNotBeNull().Errors.ShouldHaveSingleItem();
        (error.At, error.Column, error.Code).ShouldBe(("/reference", "Référence", "missing"));
    }

    [Fact]
    public void an_id_that_names_nothing_is_told_at_its_member()
    {
        var submitted = new SubmitRequest(Given.Id(91), new("text"), Sector.Social, "38", 12, new("text"), Demand.Relation, Given.Id(92));
        var asker = new Establishment("IME", null, null, "social") { Id = Given.Id(91) };
        Places<SubmitRequest>(SubmitRequest.Decide(submitted, null, null, Story.Act())).ShouldBe("/establishment:value");
        Places<SubmitRequest>(SubmitRequest.Decide(submitted, asker, null, Story.Act())).ShouldBe("/following:value");
        Places<OpenEngagement>(OpenEngagement.Decide(null, null, Story.Act())).ShouldBe("/request:value");
        ImportedLine
            .Placed(Refusal.NotFound.At("group"), OperationKind.ImportMembers, null, Json)
            .Errors.Select(e => e.At)
            .ShouldBe(["/group"]);
    }

    [Fact]
    public void a_name_of_two_letters_has_a_nearest_too()
    {
        Nearest.Of("tp", ["to", "from"]).ShouldBe("to");
        Nearest.Of("fr", ["to"]).ShouldBeNull();
        Nearest.Of("", ["q"]).ShouldBeNull();
    }
}
