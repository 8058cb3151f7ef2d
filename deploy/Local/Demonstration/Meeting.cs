using System.Text.Json.Nodes;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Local;

/// <summary>Holds one session: its protocol's phases in their order, as the service tells them, and the action track that came of it.</summary>
internal sealed class Meeting(Stage stage, EngagementStory story, SessionStory session, Cast cast)
{
    private readonly Caller _api = stage.Api;
    private readonly DateTimeOffset _at = stage.Calendar.At(session.Month, session.Day);
    private string _path = string.Empty;
    private JsonNode _state = new JsonObject();

    private bool IsFirst => session == story.Sessions[0];

    private Actor Narrator => cast.Member(session.Situations[0].By);

    private IReadOnlyList<Actor> Present => [.. cast.Members.Where((_, index) => session.Absent?.Contains(index + 1) != true)];

    private DateTimeOffset Minute(int minutes) => _at.AddMinutes(minutes);

    /// <summary>Holds it; says which session it is.</summary>
    public async Task<Guid> Hold()
    {
        var scheduled = await _api.StartWhenKnown(
            cast.Facilitator,
            $"/v1/groups/{cast.Group}/sessions",
            _at.AddDays(-14),
            new { plannedFor = _at, minutes = session.Minutes }
        );
        _path = $"/v1/sessions/{scheduled.Id}";
        await Lead("open", 0, new { });
        await Lead("attendance", 2, new { present = Present.Select(p => p.Person) });
        var minute = 5;
        foreach (var phase in story.Phases)
        {
            await Pass(phase, minute);
            minute += 10;
        }

        await Close();
        if (session.Track is { } track)
        {
            await new Following(stage.Api, cast, track).Lead(scheduled.Id, Minute(session.Minutes));
        }

        return scheduled.Id;
    }

    private async Task Lead(string verb, int minute, object body) =>
        _state = (await _api.Change(cast.Facilitator, _path, verb, Minute(minute), body)).Body;

    private async Task Pass(string phase, int minute)
    {
        await RefuseSkipping(minute);
        await Lead($"phases/{phase}/start", minute, new { });
        await Bring(phase, minute + 2);
        await Lead($"phases/{phase}/complete", minute + 8, new { });
    }

    private async Task Bring(string phase, int minute)
    {
        switch (phase)
        {
            case "emerge":
                await Crowd.Together(session.Situations, s => Raise(s, minute));
                break;
            case "choose":
                await Choose(minute);
                break;
            case "expose":
                await Expose(minute);
                break;
            case "interpret":
                await Say("question", minute);
                await Say("interpretation", minute + 3);
                break;
            case "pronounce":
                await Pronounce(minute);
                break;
            case "respond":
                await Say("response", minute);
                break;
            case "objective":
                await State(minute);
                break;
            case "feedback":
                await Append(Narrator, "feedback", minute, new { text = session.Feedback });
                break;
            case "echo":
                await Crowd.Together(
                    Sayings("echo"),
                    s => Append(cast.Member(s.By), "echoes", minute, new { text = s.Text, @private = s.Private })
                );
                break;
            default:
                await Say(phase == "pistes" ? "piste" : phase, minute);
                break;
        }
    }

    private async Task Expose(int minute)
    {
        if (!story.Phases.Contains("emerge"))
        {
            await Crowd.Together(session.Situations, s => Raise(s, minute));
            await Choose(minute + 1);
        }

        await Say("expose", minute + 2);
        if (session.Position is { } position)
        {
            await Append(Narrator, "starting-position", minute + 3, new { text = position });
        }
    }

    private Task<Answer> Raise(Saying situation, int minute) =>
        Append(cast.Member(situation.By), "situations", minute, new { text = Canary.Told(situation.Text, Canary.Situation) });

    private async Task Choose(int minute)
    {
        _state = (await _api.Get(cast.Facilitator, _path)).Body;
        var chosen = _state["situations"]!.AsArray().Single(s => s!["author"]!.GetValue<Guid>() == Narrator.Person)!["id"];
        await Append(cast.Facilitator, $"situations/{chosen}/choose", minute, new { });
    }

    private IEnumerable<Saying> Sayings(string kind) => session.Says.Where(s => s.Kind == kind);

    private Task Say(string kind, int minute) =>
        Crowd.Together(
            Sayings(kind),
            s =>
                Append(
                    s.By == 0 ? cast.Facilitator : cast.Member(s.By),
                    "contributions",
                    minute,
                    new
                    {
                        kind,
                        text = Canary.Told(s.Text, Canary.Interpretation),
                        @private = s.Private,
                    }
                )
        );

    private async Task Pronounce(int minute)
    {
        await RefuseUnpronounced(minute);
        foreach (var said in Sayings("interpretation"))
        {
            var author = cast.Member(said.By).Person;
            var contribution = _state["contributions"]!
                .AsArray()
                .Single(c => c!["kind"]!.GetValue<string>() == said.Kind && c["author"]!.GetValue<Guid>() == author)!["id"];
            await Append(Narrator, $"contributions/{contribution}/pronounce", minute, new { stance = said.Stance, text = said.Reply });
        }
    }

    private async Task State(int minute)
    {
        if (IsFirst)
        {
            await _api.Refused(
                new("an objective that does not depend on the narrator", 422, "narrator/objective-depends-on-narrator"),
                Narrator,
                $"{_path}/objective",
                Minute(minute),
                new { text = session.Objective, dependsOnNarrator = false }
            );
        }

        await Append(Narrator, "objective", minute, new { text = session.Objective, dependsOnNarrator = true });
    }

    private async Task RefuseSkipping(int minute)
    {
        if (IsFirst && story.Key == "second-team" && minute == 5)
        {
            await _api.Refused(
                new("a response before anything was exposed", 422, "expose-interpret-respond/phase-order"),
                cast.Facilitator,
                $"{_path}/phases/respond/start",
                Minute(minute),
                new { },
                await Version()
            );
        }
    }

    private async Task RefuseUnpronounced(int minute)
    {
        if (IsFirst && story.Key == "team")
        {
            await _api.Refused(
                new("interpretations left without a pronouncement", 422, "expose-interpret-respond/every-interpretation-pronounced"),
                cast.Facilitator,
                $"{_path}/phases/pronounce/complete",
                Minute(minute),
                new { },
                await Version()
            );
        }
    }

    private async Task<string?> Version() => (await _api.Get(cast.Facilitator, _path)).ETag;

    private async Task Close()
    {
        var themes = session.Themes.Select(t => new { axis = t[0], level = t[1] });
        if (session.Outcome == "none")
        {
            await _api.Refused(
                new("a session that ends with nothing, where the frame does not allow it", 422, $"{story.Key}/outcome"),
                cast.Facilitator,
                $"{_path}/close",
                Minute(session.Minutes),
                new
                {
                    minutes = session.Minutes,
                    themes,
                    outcome = "none",
                },
                await Version()
            );
        }

        var outcome = session.Outcome == "none" ? "change" : session.Outcome;
        await Lead(
            "close",
            session.Minutes,
            new
            {
                minutes = session.Minutes,
                themes,
                outcome,
            }
        );
        if (IsFirst)
        {
            await _api.Refused(
                new("what was said in a group, asked for by the establishment", 403, "forbidden"),
                cast.Establishment,
                _path
            );
        }
    }

    private Task<Answer> Append(Actor who, string path, int minute, object body) =>
        _api.Append(who, $"{_path}/{path}", Minute(minute), body);
}
