using System.Text;
using System.Text.Json.Nodes;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.IntegrationTests;

/// <summary>A practice moves in from spreadsheets: each line is decided as the single command is, has its own result, and takes effect once.</summary>
public class when_a_practice_moves_in(EngagementFixture service)
{
    private const string Establishments = "/v1/imports/establishments";
    private const string Members = "/v1/imports/members";
    private const string PastEngagements = "/v1/imports/past-engagements";

    private readonly string _tenant = $"cabinet-{Guid.NewGuid()}";

    private Speaker Practice => service.As(Roles.Practice, tenant: _tenant);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Place(int number, string? reference = null, string more = "")
    {
        var called = reference is null ? "" : $",\"reference\":\"{reference}\"";
        return $$$"""{"establishment":{"name":"IME {{{number}}}","siret":"{{{Given.Siret(
            number
        )}}}","sector":"medico-social"{{{more}}}}{{{called}}}}""";
    }

    private static string Past(string by, string reference, string more = "") =>
        $$$"""{"reference":"{{{reference}}}","pastEngagement":{"kind":"practice-analysis","audience":"professionals","from":"2021-09-01","to":"2022-07-01","sessions":10,"minutes":1200,"participants":9,"end":"concluded",{{{by}}}{{{more}}}}}""";

    private static string Member(Guid group, Guid institution, string reference, string name = Journey.PersonName, string more = "") =>
        $$$"""{"group":"{{{group}}}","reference":"{{{reference}}}","member":{"displayName":"{{{name}}}","institution":"{{{institution}}}"{{{more}}}}}""";

    private Task<IReadOnlyList<JsonObject>> Import(string path, params IEnumerable<string> lines) => Import(Practice, path, lines);

    private static async Task<IReadOnlyList<JsonObject>> Import(Speaker practice, string path, params IEnumerable<string> lines)
    {
        var started = await practice.Import(path, string.Join('\n', lines));
        started.Location.ShouldBe($"/v1/operations/{started.Id}");
        await Until(practice, started.Location, o => o["state"]!.ToString() == "ended");
        return await practice.Lines($"{started.Location}/results");
    }

    private static async Task<Answer> Until(Speaker practice, string operation, Func<JsonObject, bool> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (; ; )
        {
            var answer = await practice.Get(operation);
            answer.RetryAfter.ShouldBe(answer.Body["state"]!.ToString() == "running" ? "1" : "");
            if (holds(answer.Body))
            {
                return answer;
            }

            await beat.WaitForNextTickAsync(patience.Token);
        }
    }

    private static IEnumerable<string> States(IEnumerable<JsonObject> results) => results.Select(r => r["state"]!.ToString());

    private Task<long> Facts(string type) =>
        service.Count($"select count(*) from engagement.mt_events where tenant_id = '{_tenant}' and type = '{type}'");

    private Task<long> Rows(string table) => service.Count($"select count(*) from engagement.{table} where tenant_id = '{_tenant}'");

    [Fact]
    public async Task each_line_of_a_mixed_file_has_its_own_result_by_the_rules_of_the_single_command()
    {
        var started = await Practice.Import(
            Establishments,
            string.Join(
                "\r\n",
                "\ufeff" + Place(1, "E-1"),
                "",
                "{\"establishment\":",
                Place(2).Replace(Given.Siret(2), "73282932000075", StringComparison.Ordinal),
                Place(1, "E-1"),
                Place(1),
                Place(3, "E-1"),
                Place(4, "é"),
                Place(5).Replace("\"name\"", "\"nom\"", StringComparison.Ordinal),
                "null",
                Place(6, "E-6", ",\"finess\":\"380000018\"")
            )
        );
        started.Body["kind"]!.ToString().ShouldBe("import-establishments");
        var ended = await Until(Practice, started.Location, o => o["state"]!.ToString() == "ended");
        new[] { "lines", "done", "created", "unchanged", "refused" }.Select(n => (int)ended.Body[n]!).ShouldBe([10, 10, 2, 2, 6]);
        var results = await Practice.Lines($"{started.Location}/results");
        results.Select(r => (int)r["line"]!).ShouldBe([1, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
        States(results)
            .ShouldBe(["created", "refused", "refused", "unchanged", "unchanged", "refused", "refused", "refused", "refused", "created"]);
        results.Select(r => (int?)r["problem"]?["status"]).ShouldBe([null, 400, 422, null, null, 409, 400, 400, 400, null]);
        results.Select(r => r["reference"]?.ToString()).ShouldBe(["E-1", null, null, "E-1", null, "E-1", null, null, null, "E-6"]);
        results[2]["problem"]!["rules"]![0]!["rule"]!.ToString().ShouldBe("siret");
        results[3]["id"]!.ToString().ShouldBe(results[0]["id"]!.ToString());
        results[4]["id"]!.ToString().ShouldBe(results[0]["id"]!.ToString());
        (await Practice.Get($"/v1/establishments/{results[0]["id"]}")).Body["name"]!.ToString().ShouldBe("IME 1");
        (await Facts("establishment_registered")).ShouldBe(2);

        // Nothing waits any more, and what the pages kept of it nobody opens.
        (await Rows("mt_doc_waitingline")).ShouldBe(0);
        (
            await service.Count($"select count(*) from engagement.mt_doc_datakey where owner = '{started.Id}' and data ->> 'wrapped' <> ''")
        ).ShouldBe(0);
        await Practice.Post($"{started.Location}/stop", "{}", 409);
        await Practice.Post($"{started.Location}/resume", "{}", 409);
    }

    [Fact]
    public async Task results_are_read_in_portions_too()
    {
        var started = await Practice.Import(Establishments, string.Join('\n', Enumerable.Range(1, 5).Select(n => Place(n))));
        await Until(Practice, started.Location, o => o["state"]!.ToString() == "ended");
        var lines = new List<int>();
        for (string? next = $"{started.Location}/results?limit=2"; next is not null; )
        {
            var answer = await Practice.Get(next);
            lines.AddRange(answer.Body["items"]!.AsArray().Select(i => (int)i!["line"]!));
            next = answer.Next;
        }

        lines.ShouldBe([1, 2, 3, 4, 5]);
        await Practice.Get($"{started.Location}/results?after=fffffffff", 400);
    }

    [Fact]
    public async Task a_dry_run_decides_everything_and_changes_nothing()
    {
        await Import(Establishments, Place(1, "E-1"));
        var before = await Stored();
        var results = await Import(
            $"{Establishments}?dryRun=true",
            Place(1),
            Place(2, "E-2"),
            Place(2),
            Place(3, "E-2"),
            Place(4)[..^9],
            Place(5)
        );
        States(results).ShouldBe(["unchanged", "would-create", "unchanged", "refused", "refused", "would-create"]);
        results[1]["id"].ShouldBeNull();
        (await Stored()).ShouldBe(before);
        States(await Import(Establishments, Place(2, "E-2"))).ShouldBe(["created"]);

        async Task<(long, long, long)> Stored() =>
            (
                await service.Count(
                    $"select count(*) from engagement.mt_events where tenant_id = '{_tenant}' and type not like 'operation_%'"
                ),
                await Rows("mt_doc_establishment"),
                await Rows("mt_doc_importedreference")
            );
    }

    [Theory]
    [InlineData("", "created", "differs", "differs")]
    [InlineData("?dryRun=true", "would-create", "differs", "differs")]
    [InlineData("?correct=true", "created", "corrected", "unchanged")]
    [InlineData("?correct=true&dryRun=true", "would-create", "would-correct", "unchanged")]
    public async Task a_dry_run_tells_what_the_run_does(string query, params string[] states)
    {
        string Called(string name) => Place(1).Replace("IME 1", name, StringComparison.Ordinal);
        var results = await Import($"{Establishments}{query}", Called("Foyer A"), Called("Foyer B"), Called("Foyer B"));
        States(results).ShouldBe(states);
        results[1]["fields"]!.AsArray().Select(f => f!.ToString()).ShouldBe(["name"]);
        (results[1]["id"] is null).ShouldBe(query.Contains("dryRun", StringComparison.Ordinal));
    }

    [Fact]
    public async Task members_fill_their_group_in_a_dry_run_too_and_a_word_that_is_taken_back_differs()
    {
        var journey = await new Journey(service).ToChartering(Journey.Dispositif(more: ",\"groupMinimum\":8,\"groupMaximum\":8"));
        var run = Guid.NewGuid().ToString("N")[..8];
        string Line(int number, string more = "") =>
            Member(journey.Group, journey.Establishment, $"D-{run}-{number}", $"Nom Chuchoté {number}", more);
        States(await Import(journey.Practice, $"{Members}?dryRun=true", Enumerable.Range(1, 9).Select(n => Line(n))))
            .ShouldBe([.. Enumerable.Repeat("would-create", 8), "refused"]);
        await Import(journey.Practice, Members, Line(1, ",\"volunteers\":true"));
        var no = Line(1, ",\"volunteers\":false");
        (await Import(journey.Practice, Members, no))[0]["fields"]![0]!.ToString().ShouldBe("volunteers");
        ((int)(await Import(journey.Practice, $"{Members}?correct=true", no))[0]["problem"]!["status"]!).ShouldBe(409);
    }

    [Fact]
    public async Task one_that_is_there_may_be_called_by_a_reference_twice_in_one_body()
    {
        await Import(Establishments, Place(1));
        States(await Import(Establishments, Place(1, "E-1"), Place(1, "E-1"))).ShouldBe(["unchanged", "unchanged"]);
    }

    [Fact]
    public async Task the_same_file_twice_makes_nothing_again_and_knows_what_was_registered_by_hand()
    {
        var byHand = await Practice.Post(
            "/v1/establishments",
            $$"""{"name":"À la main","siret":"{{Given.Siret(7)}}","sector":"medico-social"}""",
            201
        );
        string[] file = [Place(7), Place(8, "E-8"), Place(9)];
        var first = await Import(Establishments, file);
        States(first).ShouldBe(["differs", "created", "created"], "it has another name");
        first[0]["id"]!.ToString().ShouldBe($"{byHand.Id}");
        var again = await Import(Establishments, file);
        States(again).ShouldBe(["differs", "unchanged", "unchanged"]);
        again.Select(r => r["id"]!.ToString()).ShouldBe(first.Select(r => r["id"]!.ToString()));
        (await Facts("establishment_registered")).ShouldBe(3);
    }

    [Fact]
    public async Task two_imports_at_once_make_each_establishment_once()
    {
        var file = string.Join('\n', Enumerable.Range(1, 250).Select(n => Place(n)));
        var started = await Task.WhenAll(Practice.Import(Establishments, file), Practice.Import(Establishments, file));
        var created = 0;
        foreach (var one in started)
        {
            created += (int)(await Until(Practice, one.Location, o => o["state"]!.ToString() == "ended")).Body["created"]!;
        }

        created.ShouldBe(250);
        (await Facts("establishment_registered")).ShouldBe(250);
    }

    [Fact]
    public async Task members_are_enrolled_one_after_the_other_under_their_groups_rules_and_their_names_stand_nowhere_in_clear()
    {
        var journey = await new Journey(service).ToChartering(Journey.Dispositif(more: ",\"groupMinimum\":8,\"groupMaximum\":8"));
        var run = Guid.NewGuid().ToString("N")[..8];
        var results = await Import(
            journey.Practice,
            Members,
            [
                .. Enumerable.Range(1, 9).Select(n => Member(journey.Group, journey.Establishment, $"M-{run}-{n}", $"Nom Chuchoté {n}")),
                Member(journey.Group, journey.Establishment, $"M-{run}-1", "Nom Chuchoté"),
                Member(Guid.NewGuid(), journey.Establishment, $"M-{run}-x"),
                Member(journey.Group, journey.Establishment, $"M-{run}-y", more: ",\"underFacilitatorsAuthority\":true"),
                """{"group":"00000000-0000-0000-0000-000000000001","member":{"displayName":"Nom Chuchoté","institution":"00000000-0000-0000-0000-000000000001"}}""",
            ]
        );
        States(results).ShouldBe([.. Enumerable.Repeat("created", 8), "refused", "refused", "refused", "refused", "refused"]);
        results[9]["problem"]!["status"]!.GetValue<int>().ShouldBe(409, "the body says two things of one reference");
        results[8]["problem"]!["rules"]![0]!["rule"]!.ToString().ShouldBe("size");
        results.Skip(10).Select(r => (int)r["problem"]!["status"]!).ShouldBe([404, 422, 400]);
        var names = (await journey.Practice.Get($"{journey.GroupPath}/identities?limit=200")).Body["items"]!.AsArray();
        names.ShouldContain(n => n!["id"]!.ToString() == results[0]["id"]!.ToString() && n["displayName"]!.ToString() == "Nom Chuchoté 1");
        foreach (var table in (string[])["mt_events", "mt_doc_lineresult", "mt_doc_waitingline", "mt_doc_identityrecord"])
        {
            (await service.Count($"select count(*) from engagement.{table} t where t::text like '%Chuchot%'")).ShouldBe(0, table);
        }

        // A reference may look like a name: it stands nowhere in clear, and is read by the practice all the same.
        (await service.Count($"select count(*) from engagement.mt_doc_lineresult t where t::text like '%M-{run}%'")).ShouldBe(0);
        results[0]["reference"]!.ToString().ShouldBe($"M-{run}-1");

        // What the practice calls a person goes with them, and does not bring them back.
        var person = results[0]["id"]!.ToString();
        await service.As(Roles.Member, Guid.Parse(person)).Post($"/v1/persons/{person}/erasure", "{}", 202);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (
            await service.Count(
                $"select count(*) from engagement.mt_doc_lineresult where data ->> 'made' = '{person}' and data ->> 'called' is not null"
            ) > 0
        )
        {
            await beat.WaitForNextTickAsync(patience.Token);
        }

        var back = await Import(journey.Practice, Members, Member(journey.Group, journey.Establishment, $"M-{run}-1"));
        back[0]["problem"]!["detail"]!.ToString().ShouldBe("This person has been erased.");
    }

    [Fact]
    public async Task a_line_says_in_which_fields_a_member_is_otherwise_and_what_it_cannot_correct()
    {
        var journey = await new Journey(service).ToChartering();
        var run = Guid.NewGuid().ToString("N")[..8];
        string Line(string reference, string more = "", Guid? institution = null, string name = "Nom Chuchoté") =>
            Member(journey.Group, institution ?? journey.Establishment, $"M-{run}-{reference}", name, more);
        var made = await Import(journey.Practice, Members, Line("1"), Line("2", name: "Autre Nom"));
        var one = made[0]["id"]!.ToString();
        string[] otherwise =
        [
            Line("1", ",\"volunteers\":true,\"underFacilitatorsAuthority\":true", Guid.NewGuid(), "Nom Corrigé"),
            Line("2").Replace("\"displayName\":\"Nom Chuchoté\"", $"\"person\":\"{one}\"", StringComparison.Ordinal),
        ];
        var differing = await Import(journey.Practice, Members, otherwise);
        States(differing).ShouldBe(["differs", "differs"]);
        Fields(differing[0]).ShouldBe(["displayName", "institution", "volunteers", "underFacilitatorsAuthority"], ignoreOrder: true);
        Fields(differing[1]).ShouldBe(["person"]);

        var corrected = await Import(journey.Practice, $"{Members}?correct=true", otherwise);
        States(corrected).ShouldBe(["refused", "refused"]);
        Fields(corrected[1]).ShouldBe(["person"]);
        corrected.Select(r => (int)r["problem"]!["status"]!).ShouldBe([409, 409]);
        var twice = await Import(
            journey.Practice,
            $"{Members}?correct=true&dryRun=true",
            Line("1", name: "Nom Corrigé"),
            Line("1", name: "Nom Corrigé"),
            Line("1", name: "Encore Un")
        );
        States(twice).ShouldBe(["would-correct", "unchanged", "refused"]);

        static IEnumerable<string> Fields(JsonObject line) => line["fields"]!.AsArray().Select(f => f!.ToString());
    }

    [Fact]
    public async Task past_engagements_are_taken_over_as_what_they_are()
    {
        var establishment = (await Import(Establishments, Place(1, null, ",\"finess\":\"380000018\"")))[0]["id"]!.ToString();
        await Import(Establishments, Place(2, null, $",\"finess\":\"{Given.Finess(2)}\""), Place(2, null, ",\"finess\":\"380000125\""));
        var results = await Import(
            PastEngagements,
            Past($"\"establishment\":\"{establishment}\"", "P-1"),
            Past($"\"siret\":\"{Given.Siret(1)}\"", "P-2"),
            Past("\"finess\":\"380000018\"", "P-3"),
            Past("\"finess\":\"380000018\"", "P-3"),
            Past($"\"siret\":\"{Given.Siret(2)}\"", "P-4"),
            Past($"\"siret\":\"{Given.Siret(1)}\",\"finess\":\"380000018\"", "P-5"),
            Past("\"finess\":\"380000018\",\"comment\":\"libre\"", "P-6")
        );
        States(results).ShouldBe(["created", "created", "created", "unchanged", "refused", "refused", "refused"]);
        var told = (await Practice.Get($"/v1/past-engagements/{results[0]["id"]}")).Body;
        (told["establishment"]!.ToString(), told["from"]!.ToString(), (int)told["minutes"]!).ShouldBe((establishment, "2021-09-01", 1200));
        (await Practice.Get($"/v1/past-engagements?establishment={establishment}")).Body["items"]!.AsArray().Count.ShouldBe(3);
        (await Practice.Get($"/v1/past-engagements?establishment={Guid.NewGuid()}")).Body["items"]!.AsArray().ShouldBeEmpty();

        // It is no engagement of this system, and no other service is told of one.
        (await Practice.Get("/v1/engagements")).Body["items"]!.AsArray().ShouldBeEmpty();
        await Practice.Get($"/v1/engagements/{results[0]["id"]}", 404);
        await service.As(Roles.Practice, tenant: "autre").Get($"/v1/past-engagements/{results[0]["id"]}", 404);
    }

    [Fact]
    public async Task what_is_stopped_goes_on_where_it_was()
    {
        const int Lines = 3_000;
        var started = await Practice.Import(Establishments, string.Join('\n', Enumerable.Range(1, Lines).Select(n => Place(n))));
        var stopped = await Practice.Post($"{started.Location}/stop", "{}", 200);
        stopped.Body["state"]!.ToString().ShouldBe("stopped");
        var done = (int)stopped.Body["done"]!;
        done.ShouldBeLessThan(Lines);
        (await Practice.Post($"{started.Location}/stop", "{}", 200)).ETag.ShouldBe(stopped.ETag);
        (await Practice.Lines($"{started.Location}/results")).Count.ShouldBe(done);
        (await Rows("mt_doc_waitingline")).ShouldBe(Lines - done);

        (await Practice.Post($"{started.Location}/resume", "{}", 200)).Body["state"]!.ToString().ShouldBe("running");
        await Practice.Post($"{started.Location}/resume", "{}", 200);
        var ended = await Until(Practice, started.Location, o => o["state"]!.ToString() == "ended");
        ((int)ended.Body["created"]!, (int)ended.Body["done"]!).ShouldBe((Lines, Lines));
        (await Practice.Lines($"{started.Location}/results")).Select(r => (int)r["line"]!).ShouldBe(Enumerable.Range(1, Lines));
        (await Facts("establishment_registered")).ShouldBe(Lines);
    }

    [Fact]
    public async Task a_body_that_is_none_is_refused_whole()
    {
        await Practice.Import(Establishments, "", 400);
        await Practice.Import(Establishments, "\n \r\n", 400);
        (await Practice.Import(Establishments, string.Concat(Enumerable.Repeat("1\n", 5_001)), 413)).Body["detail"]!
            .ToString()
            .ShouldBe("The body has more than 5,000 lines.");
        (await Practice.Import(Establishments, new string('x', RequestLimits.MostBytes + 1), 413)).Body["detail"]!
            .ToString()
            .ShouldBe("The body is larger than 1,024 KB.");
        await Practice.Post(Establishments, Place(1), 415);
        (await Practice.Get("/v1/operations")).Body["items"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("utf-8", "text/csv; charset=utf-8")]
    [InlineData("utf-8", "text/csv")]
    [InlineData("windows-1252", "text/csv; charset=windows-1252")]
    [InlineData("windows-1252", "text/csv")]
    public async Task a_spreadsheet_is_imported_as_it_was_saved(string encoding, string media)
    {
        var text =
            $"référence;nom;siret;finess;secteur;département;motif;depuis (jj/mm/aaaa)\r\n"
            + $"E-1;\"Foyer des Mélèzes\r\n\";{Given.Siret(1)[..3]} {Given.Siret(1)[3..]};;Médico-social;2a;;\r\n"
            + "\r\n"
            + "E-2;L’Œuvre;;380000018;Santé;9A;;\r\n"
            + $"E-3;Ailleurs;{Given.Siret(3)};;social;38;changement;hier\r\n"
            + $"E-4;\"Encore; là\";{Given.Siret(1)};;Médico-social;;;\r\n";
        var file =
            encoding == "utf-8"
                ? (byte[])[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]
                : CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);
        var started = await Practice.Upload(Establishments, file, media);
        await Until(Practice, started.Location, o => o["state"]!.ToString() == "ended");
        var results = await Practice.Lines($"{started.Location}/results");
        results.Select(r => (int)r["line"]!).ShouldBe([2, 5, 6, 7]);
        results.Select(r => r["reference"]!.ToString()).ShouldBe(["E-1", "E-2", "E-3", "E-4"]);
        States(results).ShouldBe(["created", "created", "refused", "differs"]);
        results[2]["problem"]!["detail"]!.ToString().ShouldContain("depuis");
        results[2]["problem"]!["errors"]![0]!["column"]!.ToString().ShouldBe("depuis");
        var one = (await Practice.Get($"/v1/establishments/{results[0]["id"]}")).Body;
        new[] { "name", "siret", "sector", "territory" }
            .Select(m => one[m]!.ToString())
            .ShouldBe(["Foyer des Mélèzes", Given.Siret(1), "medico-social", "2A"]);
        var two = (await Practice.Get($"/v1/establishments/{results[1]["id"]}")).Body;
        (two["name"]!.ToString(), two["siret"], two["territory"]!.ToString()).ShouldBe(("L’Œuvre", null, "971"));
        (await Practice.Upload(Establishments, file, "text/csv; charset=utf-16", 415)).Kind().ShouldBe("/problems/unsupported-media-type");
    }

    [Fact]
    public async Task all_that_is_wrong_with_a_line_of_a_spreadsheet_is_named()
    {
        var file = $"référence;nom;siret;secteur;depuis\r\n;A;123;social;\r\nE-2;;{Given.Siret(2)};zz;hier\r\n";
        var started = await Practice.Upload(Establishments, Encoding.UTF8.GetBytes(file), "text/csv");
        await Until(Practice, started.Location, o => o["state"]!.ToString() == "ended");
        var results = await Practice.Lines($"{started.Location}/results");
        results
            .Select(r => string.Join(' ', r["problem"]!["errors"]!.AsArray().Select(e => $"{e!["column"]}:{e["code"]}")))
            .ShouldBe(["référence:missing", "secteur:value depuis:value nom:missing"]);
    }

    [Theory]
    [InlineData("application/ndjson")]
    [InlineData("application/jsonl")]
    public async Task lines_of_json_go_by_their_other_names_too(string media)
    {
        var started = await Practice.Upload(Establishments, Encoding.UTF8.GetBytes(Place(1, "E-1")), media);
        started.Body["lines"]!.ToString().ShouldBe("1");
    }

    [Fact]
    public async Task it_is_the_practices_own_and_asked_twice_under_one_key_it_is_one()
    {
        var key = Guid.NewGuid().ToString();
        var started = await Practice.Import(Establishments, Place(1), key: key);
        (await Practice.Import(Establishments, Place(1), key: key)).Location.ShouldBe(started.Location);
        (await Practice.Get("/v1/operations")).Body["items"]!.AsArray().Count.ShouldBe(1);
        var others = service.As(Roles.Practice, tenant: "autre");
        await others.Get(started.Location, 404);
        await others.Get($"{started.Location}/results", 404);
        await others.Post($"{started.Location}/stop", "{}", 404);
        foreach (var role in Roles.All.Where(r => r != Roles.Practice))
        {
            await service.As(role, tenant: _tenant).Import(Establishments, Place(2), 403);
            await service.As(role, tenant: _tenant).Get(started.Location, 403);
        }
    }

    [Fact]
    public async Task a_changed_line_differs_and_says_in_which_fields_and_never_how()
    {
        var changed = Place(1, "E-1", ",\"territory\":\"38\"").Replace("IME 1", "IME Un", StringComparison.Ordinal);
        var there = (await Import(Establishments, Place(1, "E-1")))[0]["id"]!.ToString();
        var result = (await Import(Establishments, changed))[0];
        result["state"]!.ToString().ShouldBe("differs");
        result["fields"]!.AsArray().Select(f => f!.ToString()).ShouldBe(["name", "territory"]);
        result.ToJsonString().ShouldNotContain("IME");
        (await Practice.Get($"/v1/establishments/{there}")).Body["name"]!.ToString().ShouldBe("IME 1");
        (await Facts("establishment_corrected")).ShouldBe(0);

        // A dry run says what would be, and does nothing.
        States(await Import($"{Establishments}?correct=true&dryRun=true", changed)).ShouldBe(["would-correct"]);
        (await Facts("establishment_corrected")).ShouldBe(0);

        // Corrected once, however often the file comes.
        States(await Import($"{Establishments}?correct=true", changed, changed)).ShouldBe(["corrected", "unchanged"]);
        States(await Import($"{Establishments}?correct=true", changed)).ShouldBe(["unchanged"]);
        (await Facts("establishment_corrected")).ShouldBe(1);
        var corrected = (await Practice.Get($"/v1/establishments/{there}")).Body;
        corrected["name"]!.ToString().ShouldBe("IME Un");
        corrected["corrections"]!.AsArray().ShouldAllBe(c => c!["reason"]!.ToString() == "mistyped");

        // What a line leaves out it says nothing of.
        States(await Import($"{Establishments}?correct=true", Place(1).Replace("IME 1", "IME Un", StringComparison.Ordinal)))
            .ShouldBe(["unchanged"]);
    }

    [Fact]
    public async Task another_number_under_a_known_reference_says_why()
    {
        await Import(Establishments, Place(1, "E-1"), Place(2, "E-2"));
        var moved = Place(3, "E-1", "").Replace("IME 3", "IME 1", StringComparison.Ordinal);
        string Saying(string line) => $"{line[..^1]},\"reason\":\"changed\",\"since\":\"2026-01-01\"}}";
        (await Import($"{Establishments}?correct=true", moved))[0]["problem"]!["status"]!.GetValue<int>().ShouldBe(409);
        var result = (await Import($"{Establishments}?correct=true", Saying(moved)))[0];
        result["state"]!.ToString().ShouldBe("corrected");
        result["fields"]!.AsArray().Select(f => f!.ToString()).ShouldBe(["siret"]);

        // Nobody's number but its own.
        var others = Place(2, "E-1").Replace("IME 2", "IME 1", StringComparison.Ordinal);
        States(await Import($"{Establishments}?correct=true", Saying(others))).ShouldBe(["refused"]);
    }

    [Fact]
    public async Task one_that_two_lines_call_differently_is_corrected_one_after_the_other()
    {
        await Import(Establishments, Place(1, "E-1"));
        var byNumber = Place(1).Replace("IME 1", "IME Un", StringComparison.Ordinal);
        var renumbered = Place(4, "E-1").Replace("IME 4", "IME Un", StringComparison.Ordinal);
        var results = await Import(
            $"{Establishments}?correct=true",
            byNumber,
            $"{renumbered[..^1]},\"reason\":\"mistyped\"}}",
            Place(4).Replace("IME 4", "IME Quatre", StringComparison.Ordinal)
        );
        States(results).ShouldBe(["corrected", "corrected", "corrected"]);
        (await Facts("establishment_corrected")).ShouldBe(3);
    }

    [Fact]
    public async Task a_past_engagement_that_is_told_otherwise_differs()
    {
        await Import(Establishments, Place(1));
        var by = $"\"siret\":\"{Given.Siret(1)}\"";
        await Import(PastEngagements, Past(by, "P-1"));
        var otherwise = Past(by, "P-1").Replace("\"sessions\":10", "\"sessions\":9", StringComparison.Ordinal);
        var result = (await Import(PastEngagements, otherwise))[0];
        result["state"]!.ToString().ShouldBe("differs");
        result["fields"]!.AsArray().Select(f => f!.ToString()).ShouldBe(["sessions"]);
        States(await Import($"{PastEngagements}?correct=true", otherwise)).ShouldBe(["corrected"]);
        (await Facts("past_engagement_corrected")).ShouldBe(1);
    }

    [Fact]
    public async Task a_members_name_that_is_written_otherwise_differs_and_is_rectified()
    {
        var journey = await new Journey(service).ToChartering();
        Task<IReadOnlyList<JsonObject>> Told(string name, string query = "") =>
            Import(journey.Practice, Members + query, Member(journey.Group, journey.Establishment, $"M-{journey.Group:N}", name));
        var person = (await Told("Camille Dupond"))[0]["id"]!.ToString();
        var result = (await Told("Camille Dupont"))[0];
        result["state"]!.ToString().ShouldBe("differs");
        result["fields"]![0]!.ToString().ShouldBe("displayName");
        result.ToJsonString().ShouldNotContain("Dupon");
        States(await Told("Camille Dupont", "?correct=true")).ShouldBe(["corrected"]);
        (await journey.Practice.Get($"/v1/groups/{journey.Group}/identities")).Body["items"]!
            .AsArray()
            .Single(i => i!["id"]!.ToString() == person)!["displayName"]!
            .ToString()
            .ShouldBe("Camille Dupont");
    }

    [Theory]
    [InlineData("application/x-ndjson")]
    [InlineData("application/jsonl")]
    public async Task results_come_under_the_name_that_was_asked_for_and_say_their_language(string media)
    {
        var started = await Practice.Import(Establishments, Place(1));
        await Until(Practice, started.Location, o => o["state"]!.ToString() == "ended");
        var answered = await service.Host.Scenario(s =>
        {
            s.Get.Url($"{started.Location}/results");
            s.WithRequestHeader("Authorization", $"Bearer {Practice.Token}");
            s.WithRequestHeader("Accept", media);
            s.WithRequestHeader("Accept-Language", "fr");
        });
        var headers = answered.Context.Response.Headers;
        ($"{headers.ContentType}", $"{headers.ContentLanguage}", $"{headers.Vary}").ShouldBe((media, "fr", "Accept, Accept-Language"));
    }

    // A message judges a hundred lines of a dry run.
    [Theory]
    [InlineData("", "differs")]
    [InlineData("?dryRun=true", "differs")]
    [InlineData("?correct=true", "corrected")]
    [InlineData("?correct=true&dryRun=true", "would-correct")]
    public async Task what_the_first_hundred_lines_would_have_left_is_known_to_those_after(string query, string state)
    {
        string Called(string name) => Place(1).Replace("IME 1", name, StringComparison.Ordinal);
        var results = await Import(
            $"{Establishments}{query}",
            [Place(1, "E-1"), .. Enumerable.Range(2, 100).Select(n => Place(n)), Called("Foyer")]
        );
        results[^1]["state"]!.ToString().ShouldBe(state);
        (results[^1]["id"] is null).ShouldBe(query.Contains("dryRun", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("?correct=true")]
    [InlineData("?correct=true&dryRun=true")]
    public async Task a_correction_to_a_number_that_a_line_before_takes_is_refused_in_a_dry_run_too(string query)
    {
        await Import(Establishments, Place(1, "E-1"));
        string Numbered(int number, string? reference, string more) => Place(number, reference, $",\"finess\":\"380000018\"{more}");
        var corrected = Numbered(1, "E-1", "").Replace("\"reference\"", "\"reason\":\"mistyped\",\"reference\"", StringComparison.Ordinal);
        var results = await Import($"{Establishments}{query}", Numbered(2, null, ""), corrected);
        ((int)results[1]["problem"]!["status"]!).ShouldBe(409);
    }
}
