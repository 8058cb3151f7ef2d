using System.Text.Json.Nodes;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Local;

/// <summary>Leads an engagement from its request to its activation, and meets the refusals that lie on this way.</summary>
internal sealed class Founding(Stage stage, EngagementStory story)
{
    private readonly Caller _api = stage.Api;
    private readonly Actor _practice = stage.Practice;
    private readonly Actor _establishment = stage.Establishment(story.Establishment);
    private string _path = string.Empty;

    /// <summary>Leads it; says who takes part: the first group, and another one where a large team was split.</summary>
    public async Task<(Cast First, Cast? Beside)> Lead()
    {
        var casts = await Gather();
        await Charter(casts[0].Facilitator, [.. casts.SelectMany(c => c.Members)]);
        return (casts[0], casts.ElementAtOrDefault(1));
    }

    /// <summary>Leads it until its groups are sealed, before there is a charter.</summary>
    public async Task<IReadOnlyList<Cast>> Gather()
    {
        var facilitator = await RegisterFacilitator();
        var engagement = await Open(facilitator);
        await Diagnose(facilitator);
        await Design(facilitator);
        return await Constitute(engagement, facilitator);
    }

    private DateTimeOffset At(int month, int day) => stage.Calendar.At(story.Start + month, day);

    private async Task<Actor> RegisterFacilitator()
    {
        var file = await _api.Start(_practice, "/v1/facilitators", At(-2, 3), story.Facilitator);
        return new(_practice.Tenant, Roles.Facilitator, file.Id);
    }

    private async Task<Guid> Open(Actor facilitator)
    {
        var body = story.Request.DeepClone();
        body["establishment"] = _establishment.Establishment;
        var request = await _api.Start(_establishment, "/v1/requests", At(-2, 5), body);
        await _api.Change(_practice, $"/v1/requests/{request.Id}", "qualify", At(-2, 10), story.Qualification);
        var engagement = await _api.Start(_practice, "/v1/engagements", At(-2, 11), new { request = request.Id });
        _path = $"/v1/engagements/{engagement.Id}";
        await _api.Refused(
            new("a stale If-Match", 412, "precondition-failed"),
            _practice,
            $"{_path}/facilitator",
            At(-2, 12),
            new { facilitator = facilitator.Person },
            "\"99\""
        );
        await _api.Change(_practice, _path, "facilitator", At(-2, 12), new { facilitator = facilitator.Person });
        return engagement.Id;
    }

    private async Task Diagnose(Actor facilitator)
    {
        var early = await _api.Get(_practice, _path);
        await _api.Refused(
            new("a dispositif before the diagnosis", 409, "wrong-order"),
            _practice,
            $"{_path}/dispositif",
            At(-2, 13),
            story.Dispositif,
            early.ETag
        );
        await _api.Change(facilitator, _path, "diagnosis", At(-2, 18), new { });
        foreach (var protagonist in story.Protagonists)
        {
            await _api.Append(facilitator, $"{_path}/protagonists", At(-1, 6), protagonist);
        }

        foreach (var finding in story.Findings)
        {
            await _api.Append(facilitator, $"{_path}/findings", At(-1, 15), finding);
        }

        if (story.Process is { } process)
        {
            await _api.Change(facilitator, _path, "process", At(-1, 20), new { text = process });
        }

        await _api.Change(facilitator, _path, "restitute", At(-1, 22), new { summary = story.Summary, measures = story.Measures ?? [] });
    }

    private async Task Validate(Actor facilitator)
    {
        await Refuse(
            new("a regulation before its process is validated together", 422, "esms-regulation/joint-validation"),
            story.Dispositif
        );
        var heard = (await _api.Get(facilitator, _path)).Body["protagonists"]!.AsArray();
        foreach (var protagonist in heard)
        {
            await _api.Append(facilitator, $"{_path}/protagonists/{protagonist!["id"]}/validate", At(-1, 28), new { });
        }
    }

    private async Task Refuse(Refused expected, JsonNode dispositif) =>
        await _api.Refused(expected, _practice, $"{_path}/dispositif", At(0, 2), dispositif, (await _api.Get(_practice, _path)).ETag);

    private async Task Design(Actor facilitator)
    {
        if (story.Process is not null)
        {
            await Validate(facilitator);
        }

        if (story.Key == "team")
        {
            var both = story.Dispositif.DeepClone();
            both["frames"]!.AsArray().Add(new JsonObject { ["name"] = "managers", ["version"] = 1 });
            await Refuse(new("team composed with managers, which nothing can satisfy", 422, "unsatisfiable"), both);
        }

        if (story.Key == "esms-analysis")
        {
            var dear = story.Dispositif.DeepClone();
            dear["rateCents"] = 16_000;
            await Refuse(new("an hour at more than the frame's range", 422, "esms-analysis/rate"), dear);
        }

        await _api.Change(_practice, _path, "dispositif", At(0, 2), story.Dispositif);
        await _api.Change(_establishment, _path, "dispositif/agree", At(0, 4), new { });
    }

    // Step by step for both groups of a team that is split, since each step is told to their engagement.
    private async Task<IReadOnlyList<Cast>> Constitute(Guid engagement, Actor facilitator)
    {
        var groups = new List<(Guid Id, int Members)>();
        foreach (var (label, size) in new[] { (story.Group, story.Members), (story.Beside?.Group, story.Beside?.Members ?? 0) })
        {
            if (label is not null)
            {
                groups.Add(((await _api.Start(facilitator, $"{_path}/groups", At(0, 6), new { label })).Id, size));
            }
        }

        var casts = new List<Cast>();
        foreach (var (group, size) in groups)
        {
            casts.Add(new(engagement, group, facilitator, _establishment, await Enrol(facilitator, $"/v1/groups/{group}", size)));
        }

        foreach (var cast in casts)
        {
            await Seal(facilitator, $"/v1/groups/{cast.Group}", cast.Members);
        }

        return casts;
    }

    private async Task<IReadOnlyList<Actor>> Enrol(Actor facilitator, string path, int size)
    {
        var members = new List<Actor>();
        var institution = _establishment.Establishment!.Value;
        for (var number = 1; number <= size; number++)
        {
            institution = story.OneInstitution ? institution : stage.Id($"{story.Key}/institution/{number}");
            var enrolled = await _api.Append(facilitator, $"{path}/members", At(0, 9), Person(number, institution));
            var person = enrolled.Body["members"]!.AsArray()[^1]!["person"]!.GetValue<Guid>();
            members.Add(new(_practice.Tenant, Roles.Member, person));
        }

        await RefuseOneMore(facilitator, path, institution);
        return members;
    }

    private async Task Seal(Actor facilitator, string path, IReadOnlyList<Actor> members)
    {
        if (story.Volunteers)
        {
            await Volunteer(facilitator, path, members);
        }

        await _api.Change(facilitator, path, "seal", At(0, 10), new { });
        if (story.Key == "narrator")
        {
            await _api.Refused(
                new("a member more once the group is sealed", 422, "narrator/stability"),
                facilitator,
                $"{path}/members",
                At(0, 10),
                Person(story.Members + 1, stage.Id($"{story.Key}/institution/late"))
            );
        }
    }

    private async Task Volunteer(Actor facilitator, string path, IReadOnlyList<Actor> members)
    {
        await _api.Refused(
            new("a supervision sealed before each member said that they volunteer", 422, "esms-supervision/participation"),
            facilitator,
            $"{path}/seal",
            At(0, 9),
            new { },
            (await _api.Get(facilitator, path)).ETag
        );
        await Crowd.Together(members, who => _api.Append(who, $"{path}/volunteering/confirm", At(0, 9), new { }));
    }

    private Task RefuseOneMore(Actor facilitator, string path, Guid institution) =>
        story.Key switch
        {
            "team" => _api.Refused(
                new("an eleventh member in a group of ten at most", 422, "dispositif/size"),
                facilitator,
                $"{path}/members",
                At(0, 9),
                Person(story.Members + 1, institution)
            ),
            "managers" => _api.Refused(
                new("a second manager of one institution", 422, "managers/composition"),
                facilitator,
                $"{path}/members",
                At(0, 9),
                Person(story.Members + 1, institution)
            ),
            _ => Task.CompletedTask,
        };

    private object Person(int number, Guid institution) =>
        new
        {
            displayName = $"{story.Person} {number}",
            institution,
            underFacilitatorsAuthority = false,
            volunteers = true,
        };

    private async Task Charter(Actor facilitator, IReadOnlyList<Actor> members)
    {
        await _api.Change(facilitator, _path, "charter", At(0, 11), story.Charter);
        var charter = await _api.Get(_practice, _path);
        var exact = new { textHash = charter.Body["charter"]!["textHash"]!.GetValue<string>() };
        await Crowd.Together(members.Append(facilitator), who => _api.Append(who, $"{_path}/charter/accept", At(0, 13), exact));
        await _api.Change(_practice, _path, "charter/ratify", At(0, 16), new { });
        if (story.Commitment)
        {
            await Commit();
        }

        await _api.Change(_practice, _path, "activate", At(0, 17), new { });
    }

    private async Task Commit()
    {
        await _api.Refused(
            new("an activation before those who lead signed their commitment", 422, $"{story.Frames[0]}/management-commitment"),
            _practice,
            $"{_path}/activate",
            At(0, 16),
            new { },
            (await _api.Get(_practice, _path)).ETag
        );
        await _api.Append(_establishment, $"{_path}/commitment", At(0, 17), new { });
    }
}
