using System.Text.Json.Nodes;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Local;

/// <summary>Holds one session: its protocol's phases in their order, as the service tells them, and what came of it.</summary>
internal sealed class Meeting(Stage stage, EngagementStory story, SessionStory session, Cast cast)
{
    private readonly Caller _api = stage.Api;
    private readonly DateTimeOffset _at = stage.Calendar.At(session.Month, session.Day);
    private string _path = string.Empty;
    private JsonNode _state = new JsonObject();
    private IReadOnlyList<Phase> _phases = [];

    private bool IsFirst => session == story.Sessions[0];

    private bool IsChildFree => story.Frames.Contains("eaje");

    private Actor Narrator => cast.Member(session.Situations[0].By);

    private IReadOnlyList<Actor> Present => [.. cast.Members.Where((_, index) => session.Absent?.Contains(index + 1) != true)];

    private DateTimeOffset Minute(int minutes) => _at.AddMinutes(minutes);

    /// <summary>Holds it; says which session it is.</summary>
    public async Task<Guid> Hold()
    {
        _phases = await Phases();
        var scheduled = await _api.StartWhenKnown(
            cast.Facilitator,
            $"/v1/groups/{cast.Group}/sessions",
            _at.AddDays(-14),
            new { plannedFor = _at, minutes = session.Minutes }
        );
        _path = $"/v1/sessions/{scheduled.Id}";
        await Open();
        await Lead("attendance", 2, new { present = Present.Select(p => p.Person) });
        var minute = 5;
        foreach (var phase in session.Unfinished is null ? _phases : _phases.SkipLast(1))
        {
            await Pass(phase, minute);
            minute += 10;
        }

        if (session.Track is { } track)
        {
            await RefuseUntracked();
            await new Following(stage.Api, cast, track).Lead(scheduled.Id, Minute(session.Minutes));
        }

        await Close();
        if (session.Corrected)
        {
            await _api.Change(
                cast.Facilitator,
                _path,
                "corrections",
                _at.AddDays(1),
                new { reason = "mistyped", minutes = session.Minutes }
            );
        }

        if (session.Synthesis is { } synthesis)
        {
            await new Summing(stage, cast).Lead(scheduled.Id, session.Themes[0], synthesis, _at.AddDays(3));
        }

        return scheduled.Id;
    }

    private async Task<IReadOnlyList<Phase>> Phases()
    {
        var protocol = await _api.Get(cast.Facilitator, $"/v1/protocols/{story.Dispositif["protocol"]!["name"]}");
        return
        [
            .. protocol.Body["phases"]!
                .AsArray()
                .Select(p => new Phase(
                    p!["code"]!.GetValue<string>(),
                    [.. p["brings"]!.AsArray().Select(b => b!["kind"]!.GetValue<string>())],
                    [.. p["needs"]!.AsArray().Select(n => n!.GetValue<string>())]
                )),
        ];
    }

    private async Task Open()
    {
        if (IsChildFree && IsFirst)
        {
            await _api.Refused(
                new("a session in the presence of children", 422, "eaje/no-children-present"),
                cast.Facilitator,
                $"{_path}/open",
                Minute(0),
                new { childrenPresent = true },
                await Version()
            );
        }

        await Lead("open", 0, IsChildFree ? new { childrenPresent = false } : new { });
    }

    private async Task Lead(string verb, int minute, object body) =>
        _state = (await _api.Change(cast.Facilitator, _path, verb, Minute(minute), body)).Body;

    private async Task Pass(Phase phase, int minute)
    {
        await RefuseSkipping(minute);
        await Lead($"phases/{phase.Code}/start", minute, new { });
        await Bring(phase, minute + 2);
        await Lead($"phases/{phase.Code}/complete", minute + 8, new { });
    }

    private async Task Bring(Phase phase, int minute)
    {
        if (phase == Telling("situation-raised") && session.Situations.Count > 0)
        {
            await Crowd.Together(session.Situations, s => Raise(s, minute));
        }

        if (phase == Telling("situation-chosen") && session.Situations.Count > 0)
        {
            await Choose(minute + 1);
        }

        foreach (var (after, kind) in phase.Brings.Index())
        {
            await Say(kind, minute + Math.Min(after + 2, 4));
        }

        foreach (var need in phase.Needs)
        {
            await Meet(need, minute + 5);
        }
    }

    // The phase that asks for it, or the one in which the situation is told where none does.
    private Phase? Telling(string need) =>
        _phases.FirstOrDefault(p => p.Needs.Contains(need)) ?? _phases.FirstOrDefault(p => p.Brings.Contains("expose"));

    private async Task Meet(string need, int minute)
    {
        switch (need)
        {
            case "starting-position-stated":
                await Append(Narrator, "starting-position", minute, new { text = session.Position });
                break;
            case "every-interpretation-pronounced":
                await Pronounce(minute);
                break;
            case "objective-stated":
                await State(minute);
                break;
            case "feedback-given":
                await Append(Narrator, "feedback", minute, new { text = session.Feedback });
                break;
            case "echo-from-every-member":
                await Crowd.Together(
                    Sayings("echo"),
                    s => Append(cast.Member(s.By), "echoes", minute, new { text = s.Text, @private = s.Private })
                );
                break;
            case "decided-in-common":
                await Decide(session.Decision!, minute);
                break;
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

    private async Task Decide(string text, int minute)
    {
        var proposed = await Append(Present[0], "decisions", minute, new { text });
        var decision = proposed.Body["decisions"]![0]!["id"]!.GetValue<Guid>();
        await Crowd.Together(Present.Skip(1), who => Append(who, $"decisions/{decision}/agree", minute + 1, new { }));
        cast.Listed.Add(new("decision", decision, text));
    }

    private async Task RefuseSkipping(int minute)
    {
        if (!IsFirst || minute != 5)
        {
            return;
        }

        var (what, by) = story.Key switch
        {
            "managers" => ("a response before anything was exposed", "expose-interpret-respond/phase-order"),
            "esms-supervision" => ("a guided protocol left without a reason", "resonance/deviation-reason"),
            _ => (string.Empty, string.Empty),
        };
        if (what.Length > 0)
        {
            await _api.Refused(
                new(what, 422, by),
                cast.Facilitator,
                $"{_path}/phases/{_phases[^1].Code}/start",
                Minute(minute),
                new { },
                await Version()
            );
        }
    }

    private async Task RefuseUnpronounced(int minute)
    {
        _state = (await _api.Get(cast.Facilitator, _path)).Body;
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

    private object Closing(string outcome) =>
        new
        {
            minutes = session.Entered ?? session.Minutes,
            themes = session.Themes.Select(t => new { axis = t[0], level = t[1] }),
            outcome,
            reason = session.Unfinished,
        };

    private async Task RefuseUntracked()
    {
        if (IsFirst && story.Key == "team")
        {
            await _api.Refused(
                new("a session that ends on an action track before there is one", 422, "always/outcome"),
                cast.Facilitator,
                $"{_path}/close",
                Minute(session.Minutes),
                Closing("action-track"),
                await Version()
            );
        }
    }

    private async Task Close()
    {
        if (session.Outcome == "none-refused")
        {
            await _api.Refused(
                new("a session that ends with nothing, where the frame does not allow it", 422, "always/outcome"),
                cast.Facilitator,
                $"{_path}/close",
                Minute(session.Minutes),
                Closing("none"),
                await Version()
            );
        }

        await Lead("close", session.Minutes, Closing(session.Outcome == "none-refused" ? "change" : session.Outcome));
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

    private sealed record Phase(string Code, IReadOnlyList<string> Brings, IReadOnlyList<string> Needs);
}
