using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using PracticeAnalysis.Engagement.Establishments;
using PracticeAnalysis.Engagement.Groups;
using PracticeAnalysis.Engagement.Imports;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Engagement.Operations;
using PracticeAnalysis.Engagement.PastEngagements;
using PracticeAnalysis.Engagement.Persons;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_a_practice_moves_in
{
    private static readonly Establishment Place = new("IME Les Tilleuls", Given.Siret(1), null, "medico-social") { Id = Given.Id(20) };

    private static readonly TakeOverPastEngagement Past = new(
        Kind.PracticeAnalysis,
        Audience.Professionals,
        new(2021, 9, 1),
        new(2022, 7, 1),
        10,
        1200,
        9,
        PastEnd.Concluded,
        Establishment: Place.Id
    );

    private static readonly Act Act = Given.Act(Roles.Practice);

    private static readonly OperationStarted Started = new(OperationKind.ImportMembers, false, 3) { OccurredAt = Given.Now };

    private static Decision TakenOver(TakeOverPastEngagement command) => TakeOverPastEngagement.Decide(command, [Place], Act);

    [Fact]
    public void lines_are_numbered_as_they_stand_in_the_body_and_blank_ones_are_none() =>
        StartImport.Split(Encoding.UTF8.GetBytes("\ufeff{}\r\n\n  \n[1]")).Lines.ShouldBe([new(1, "{}"), new(4, "[1]")]);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\r\n")]
    [InlineData("\ufeff")]
    public void a_body_without_a_line_is_refused(string body) =>
        StartImport.Split(Encoding.UTF8.GetBytes(body)).Refused!.Status.ShouldBe(400);

    [Fact]
    public void a_body_that_is_not_utf_8_is_refused() =>
        StartImport.Split([0x7b, 0xff, 0x7d]).Refused!.Detail.ShouldBe("The body is not UTF-8.");

    [Fact]
    public void a_body_over_its_bounds_is_refused_whole()
    {
        static Refusal? Read(byte[] body, string type = "application/x-ndjson") =>
            StartImport.Read(body, MediaTypeHeaderValue.Parse(type), OperationKind.ImportEstablishments, []).Refused;
        static byte[] Repeated(string line, int times) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line, times)));
        Read(Repeated("{}\n", StartImport.MostLines)).ShouldBeNull();
        Read(Repeated("{}\n", StartImport.MostLines + 1))!.Status.ShouldBe(413);
        Read(new byte[(1024 * 1024) + 1])!.Status.ShouldBe(413);
        Read(Repeated("nom;secteur\n", StartImport.MostLines + 1), "text/csv").ShouldBeNull("the first line is the header");
        Read(Repeated("nom;secteur\n", StartImport.MostLines + 2), "text/csv")!.Status.ShouldBe(413);
    }

    [Fact]
    public void what_waits_is_sealed_and_neither_fact_nor_message_holds_anything_of_it()
    {
        var decision = StartImport.Decide(OperationKind.ImportMembers, false, [new(1, "dit tout bas"), new(3, "dit tout bas")], Act);
        decision.ShouldBe(new OperationStarted(OperationKind.ImportMembers, false, 2));
        decision
            .Documents.Cast<WaitingLine>()
            .Select(l => (l.Line, l.Text.Nonce))
            .ShouldBe([(1, "WaitingLine.Text"), (3, "WaitingLine.Text")]);
        decision.Messages.Single()(new(Act.Stream, 1, Given.Now)).ShouldBe(new ImportDue(Act.Stream, Act.By.Person));
    }

    [Fact]
    public void an_operation_counts_its_lines_by_what_came_of_them()
    {
        var operation = Given.Facts<Operation>(Started, new OperationAdvanced(1, 0, 1), new OperationAdvanced(0, 1, 0));
        OperationView
            .Of(operation)
            .ShouldBe(
                new(Given.Id(1), 3, OperationKind.ImportMembers, false, OperationState.Running, 3, 3, 1, 1, 1, Given.Now, null, false, 0, 0)
            );
    }

    [Fact]
    public void it_is_stopped_once_and_resumed()
    {
        StopOperation.Decide(Given.Facts<Operation>(Started)).ShouldBe(new OperationStopped());
        var stopped = Given.Facts<Operation>(Started, new OperationStopped());
        StopOperation.Decide(stopped).ShouldBe();
        var resumed = ResumeOperation.Decide(stopped, Act);
        resumed.ShouldBe(new OperationResumed());
        resumed.Messages.Count.ShouldBe(1);
        Given.Facts<Operation>(Started, new OperationStopped(), new OperationResumed()).State.ShouldBe(OperationState.Running);
    }

    [Fact]
    public void one_that_says_to_run_and_does_not_is_resumed_too() =>
        ResumeOperation.Decide(Given.Facts<Operation>(Started), Act).Messages.Count.ShouldBe(1);

    [Fact]
    public void what_has_ended_is_neither_stopped_nor_resumed()
    {
        var ended = Given.Facts<Operation>(Started, new OperationEnded { OccurredAt = Given.Now });
        ended.EndedAt.ShouldBe(Given.Now);
        StopOperation.Decide(ended).ShouldBeRefused(409);
        ResumeOperation.Decide(ended, Act).ShouldBeRefused(409);
    }

    [Theory]
    [InlineData(Roles.Practice, true)]
    [InlineData(Roles.Facilitator, false)]
    [InlineData(Roles.Operator, false)]
    public void operations_and_past_engagements_are_the_practices(string role, bool visible)
    {
        var actor = new Actor("cabinet", role, Given.Id(5));
        Given.Facts<Operation>(Started).IsVisibleTo(actor).ShouldBe(visible);
        Given.Facts<PastEngagement>(TakenOver(Past).Facts).IsVisibleTo(actor).ShouldBe(visible);
    }

    [Fact]
    public void a_past_engagement_is_a_fact_of_its_own()
    {
        var decision = TakenOver(Past);
        decision.ShouldBe(
            new PastEngagementTakenOver(
                Place.Id,
                Kind.PracticeAnalysis,
                Audience.Professionals,
                new(2021, 9, 1),
                new(2022, 7, 1),
                10,
                1200,
                9,
                PastEnd.Concluded
            )
        );

        // No other service hears of it, and it belongs to no engagement: it enters no history, no conformance and no indicator.
        decision.Messages.ShouldBeEmpty();
        decision.Facts.ShouldAllBe(f => !(f is IBelongsToEngagement));
    }

    [Fact]
    public void its_establishment_is_named_in_one_way_and_is_one()
    {
        TakenOver(Past with { Establishment = null, Finess = "380000018" }).Refusal.ShouldBeNull();
        TakenOver(Past with { Establishment = null }).ShouldBeRefused(400);
        TakenOver(Past with { Siret = Given.Siret(1) }).ShouldBeRefused(400);
        TakeOverPastEngagement.Decide(Past, [], Act).ShouldBeRefused(400);
        TakeOverPastEngagement.Decide(Past, [Place, Place], Act).ShouldBeRefused(400);
    }

    [Fact]
    public void all_that_is_wrong_with_one_is_told_at_once()
    {
        var refused = TakenOver(
            Past with
            {
                Establishment = null,
                From = new(2027, 1, 2),
                To = new(2027, 1, 1),
                Participants = 0,
            }
        ).Refusal!;
        refused
            .Others.Prepend(refused)
            .Select(r => r.Detail)
            .ShouldBe([
                "The establishment must be named by exactly one of establishment, siret and finess.",
                "from and to leave nothing between them.",
                "to is in the future.",
                "participants is not between 1 and 1,000.",
            ]);
    }

    [Theory]
    [InlineData("1969-12-31", "1970-06-01", 400)]
    [InlineData("2022-07-02", "2022-07-01", 400)]
    [InlineData("2012-07-01", "2022-07-02", 400)]
    [InlineData("2025-07-01", "2026-03-03", 400)]
    [InlineData("2022-07-01", "2022-07-01", null)]
    [InlineData("2012-07-01", "2022-07-01", null)]
    [InlineData("2025-07-01", "2026-03-02", null)]
    public void its_days_are_in_order_and_past(string from, string to, int? refused) =>
        (TakenOver(Past with { From = DateOnly.Parse(from, null), To = DateOnly.Parse(to, null) }).Refusal?.Status).ShouldBe(refused);

    [Theory]
    [InlineData(-1, 0, 9)]
    [InlineData(1001, 60_000, 9)]
    [InlineData(10, 149, 9)]
    [InlineData(10, 6_001, 9)]
    [InlineData(int.MaxValue, int.MaxValue, 9)]
    [InlineData(10, 1200, 0)]
    [InlineData(10, 1200, 1001)]
    public void its_counts_are_those_that_the_field_knows(int sessions, int minutes, int participants) =>
        TakenOver(Past with { Sessions = sessions, Minutes = minutes, Participants = participants }).ShouldBeRefused(400);

    [Fact]
    public void one_that_came_to_nothing_held_none()
    {
        TakenOver(Past with { Sessions = 0, Minutes = 0, End = PastEnd.Abandoned }).Refusal.ShouldBeNull();
        TakenOver(Past with { Sessions = 0 }).Refusal!.Detail.ShouldStartWith("sessions ");
        TakenOver(Past with { To = Past.From.AddDays(-1) }).Refusal!.Detail.ShouldStartWith("from and to ");
        TakenOver(Past with { From = Past.To.AddMonths(-121) }).Refusal!.Detail.ShouldStartWith("from and to are more than 120 months");
    }

    [Fact]
    public void its_minutes_are_bound_by_its_sessions_and_the_refusal_says_so() =>
        TakenOver(Past with { Minutes = 149 })
            .Refusal!.Detail.ShouldBe("minutes is not between 150 and 6,000 for this number of sessions.");

    private static readonly JsonSerializerOptions Json = Options();

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        StrictJson.Configure(options);
        return options;
    }

    private static T Line<T>(string text, OperationKind kind)
        where T : ImportedLine => ImportedLine.Read(text, kind, Json).Line.ShouldBeOfType<T>();

    private static EstablishmentLine Registering(string name, int number) =>
        Line<EstablishmentLine>(
            $$$"""{"establishment":{"name":"{{{name}}}","siret":"{{{Given.Siret(number)}}}","sector":"social"}}""",
            OperationKind.ImportEstablishments
        );

    private static EstablishmentDetails Numbered(int number) => new("Foyer B", Given.Siret(number), null, "social", null, null);

    private static Recorded Recorded<T>(Guid id, T? before, Decision decision)
        where T : Aggregate, IFold<T> =>
        new(null, id, 1, Given.Now, decision) { State = decision.Facts.Aggregate(before, (state, fact) => Folding.Apply(state, id, fact)) };

    // As it is kept from one message to the next.
    private static ForeseenState Kept(ForeseenState foreseen)
    {
        var serializer = FactSerializer.Create();
        using var text = new MemoryStream(Encoding.UTF8.GetBytes(serializer.ToJson(foreseen)));
        var kept = new ForeseenState();
        kept.Add(serializer.FromJson<ForeseenState>(text));
        return kept;
    }

    [Fact]
    public void a_dry_run_judges_an_establishment_as_the_line_before_would_have_left_it()
    {
        var foreseen = new ForeseenState();
        foreseen.Add(Recorded<Establishment>(Given.Id(40), null, RegisterEstablishment.Decide(Registering("Foyer A", 4).Establishment)));
        var other = Registering("Foyer B", 4);
        var there = Kept(foreseen).Numbered([], Numbered(4)).ShouldHaveSingleItem();
        other.Differing(there).Select(d => d.Field).ShouldBe(["name"]);
        Registering("Foyer A", 4).Differing(there).ShouldBeEmpty();

        // Renumbered by a line, it is found by the number that it would have, and no more by the stored one.
        var corrected = Recorded(
            there.Id,
            there,
            CorrectEstablishment.Decide(new(CorrectionReason.Mistyped, Siret: Given.Siret(5)), there, null, Act)
        );
        foreseen.Add(corrected);
        Kept(foreseen).Numbered([there], Numbered(4)).ShouldBeEmpty();
        Kept(foreseen).Numbered([there], Numbered(5)).ShouldHaveSingleItem();
    }

    [Fact]
    public void a_dry_run_judges_a_member_on_the_group_as_the_lines_before_would_have_left_it()
    {
        var engagement = Given.Facts<Engagement>(Story.Chartering());
        var group = Given.Facts<Model.Group>(new GroupConstituted(Given.Id(1), Story.Facilitator, null)) with { Id = Story.GroupId };
        EnrolMember Enrol(string name) => new(Given.Id(20), name);
        var foreseen = new ForeseenState();
        for (var n = 1; n <= 3; n++)
        {
            var decision = EnrolMember.Decide(
                Enrol($"Nom {n}"),
                foreseen.Find<Model.Group>(group.Id) ?? group,
                foreseen.Find<Engagement>(engagement.Id) ?? engagement,
                Story.Frames,
                Act with
                {
                    NewId = Given.Id(50 + n),
                }
            );
            decision.Refusal.ShouldBeNull();
            foreseen.Add(Recorded(group.Id, foreseen.Find<Model.Group>(group.Id) ?? group, decision));
            foreseen = Kept(foreseen);
        }

        foreseen.Find<Engagement>(engagement.Id)!.HasMember(Given.Id(51)).ShouldBeTrue();
        foreseen.Names[Given.Id(51)].ShouldBe("Nom 1");
        EnrolMember
            .Decide(Enrol("Nom 4"), foreseen.Find<Model.Group>(group.Id)!, foreseen.Find<Engagement>(engagement.Id)!, Story.Frames, Act)
            .ShouldBeRefused(422);
    }

    [Theory]
    [InlineData(true, ",\"volunteers\":false", "volunteers")]
    [InlineData(true, ",\"volunteers\":true", null)]
    [InlineData(true, "", null)]
    [InlineData(false, ",\"volunteers\":true", "volunteers")]
    [InlineData(false, ",\"volunteers\":false", null)]
    [InlineData(true, ",\"underFacilitatorsAuthority\":false", null)]
    [InlineData(true, ",\"underFacilitatorsAuthority\":true", "underFacilitatorsAuthority")]
    public void what_a_line_says_to_be_false_differs_and_what_it_leaves_out_does_not(bool volunteers, string says, string? differs)
    {
        var person = Given.Id(51);
        var group = Given.Facts<Model.Group>(
            new GroupConstituted(Given.Id(1), Story.Facilitator, null),
            new MemberEnrolled(person, Given.Id(20), volunteers)
        );
        var line = Line<MemberLine>(
            $$$"""{"group":"{{{group.Id}}}","reference":"M-1","member":{"institution":"{{{Given.Id(20)}}}","displayName":"Nom"{{{says}}}}}""",
            OperationKind.ImportMembers
        );
        line.DifferingFrom(person, "Nom", group, null).ShouldBe(differs is null ? [] : [differs]);
    }

    private static InputError ErrorOf(Refusal refusal, OperationKind kind, params IReadOnlyList<string> columns) =>
        ImportedLine.Placed(refusal, kind, columns, Json).Errors.Single();

    [Fact]
    public void a_refusal_of_a_line_names_its_place_in_the_line_and_its_column()
    {
        var future = Refusal.OfRule(new("always", "occurred-at", "design"), "occurredAt is in the future.", "Give a past time.");
        var error = ErrorOf(future, OperationKind.ImportMembers, "groupe", "survenu le");
        (error.At, error.Column, error.Code).ShouldBe(("/member/occurredAt", "survenu le", "value"));
        ErrorOf(future, OperationKind.ImportPastEngagements)
            .ShouldSatisfyAllConditions(e => e.At.ShouldBe("/pastEngagement/occurredAt"), e => e.Column.ShouldBeNull());
        ErrorOf(TakenOver(Past with { Minutes = 149 }).Refusal!, OperationKind.ImportPastEngagements, "durée en heures")
            .Column.ShouldBe("durée en heures");
        ErrorOf(Refusal.OfInput("reference is not in the form of a reference.", "Give one."), OperationKind.ImportEstablishments)
            .At.ShouldBe("/reference");
        ImportedLine
            .Placed(RegisterEstablishment.Decide(new("IME", Sector.Social)).Refusal!, OperationKind.ImportEstablishments, null, Json)
            .Errors.Select(e => e.At)
            .ShouldBe(["/establishment/finess", "/establishment/siret"]);

        // What is no fault of the input has no place in it.
        ImportedLine.Placed(Refusal.NotFound, OperationKind.ImportMembers, null, Json).Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(
        "{\"establishment\":{\"name\":\"A\",\"sector\":\"social\",\"sirett\":\"1\"}}",
        "/establishment",
        "unknown",
        "Did you mean siret?"
    )]
    [InlineData("{\"establishment\":{\"name\":\"A\"}}", "/establishment/sector", "missing", "Give every field")]
    [InlineData("{\"establishment\":{", "/establishment", "syntax", "Send one complete JSON object")]
    public void a_line_that_cannot_be_read_names_the_place_and_the_nearest_known(string text, string at, string code, string wanted)
    {
        var refused = ImportedLine.Read(text, OperationKind.ImportEstablishments, Json).Unreadable!;
        var error = ErrorOf(refused, OperationKind.ImportEstablishments);
        (error.At, error.Code).ShouldBe((at, code));
        error.Allowed.ShouldStartWith(wanted);
        refused.Detail.ShouldNotContain("line 1");
    }

    [Fact]
    public void a_result_says_its_problem_whole_and_calls_the_column_as_the_file_does()
    {
        var refused = ImportedLine.Placed(
            Refusal.OfRule(new("always", "occurred-at", "design"), "occurredAt is in the future.", "Give a past time."),
            OperationKind.ImportEstablishments,
            ["nom", "survenu le"],
            Json
        );
        var opener = new TextOpener("cabinet", Given.Id(1), new Dictionary<string, byte[]>());
        ProblemDetails In(string language) =>
            LineResultView.Of(new("id", Given.Id(1), 2, null, LineState.Refused, Refusal: refused), opener, language).Problem!;
        In("en").Detail.ShouldBe("\"survenu le\" is in the future.");
        In("fr").Detail.ShouldBe("« survenu le » est une date à venir.");
        var error = ((IEnumerable<InputError>)In("fr").Extensions["errors"]!).Single();
        (error.At, error.Column, error.Message).ShouldBe(
            ("/establishment/occurredAt", "survenu le", "« survenu le » est une date à venir.")
        );
    }

    [Fact]
    public void all_that_a_dry_run_foresees_is_kept_from_one_message_to_the_next()
    {
        var foreseen = new ForeseenState();
        foreseen.Add(Recorded<PastEngagement>(Given.Id(70), null, TakenOver(Past)));
        foreseen.References["key"] = Given.Id(70);
        foreseen.Made.Add(Given.Id(70));
        var kept = Kept(foreseen);
        kept.Find<PastEngagement>(Given.Id(70))!.Details.ShouldBe(foreseen.PastEngagements[Given.Id(70)].Details);
        (kept.References["key"], kept.Made.Single()).ShouldBe((Given.Id(70), Given.Id(70)));
    }
}
