using System.Text.Json.Nodes;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Local;

/// <summary>Negotiates a bilan between the participants and the facilitator, from its draft to its publication.</summary>
/// <param name="held">How many sessions the group has held.</param>
internal sealed class Negotiation(Stage stage, BilanStory story, Cast cast, int held)
{
    private readonly Caller _api = stage.Api;
    private string _path = string.Empty;
    private Guid _id;

    private bool IsFinal => story.Orientation is not null;

    /// <summary>Negotiates it; says which bilan it is.</summary>
    public async Task<Guid> Lead()
    {
        await Draft();
        foreach (var (day, amendment) in Amendments(afterLock: false).Index())
        {
            await Amend(amendment, At(day + 1));
        }

        if (story.Orientation is { } orientation)
        {
            await _api.Change(cast.Facilitator, _path, "orientation", At(5), orientation);
        }

        var hash = await Lock(At(6));
        await RefuseTooEarly(hash);
        hash = await AmendLocked(hash);
        await Object(hash);
        var parties = await Parties();
        await Approve(hash, parties.Where(m => !Dissents(m)), At(12));
        await Crowd.Together(parties.Where(Dissents), who => _api.Append(who, $"{_path}/dissents", At(12), new { textHash = hash }));
        await _api.Change(cast.Facilitator, _path, "agree", At(13), new { });
        await _api.Change(cast.Facilitator, _path, "publish", At(14), new { });
        if (story.Observation is { } observation)
        {
            await _api.Append(cast.Establishment, $"{_path}/observations", At(15), new { text = observation });
        }

        return _id;
    }

    private DateTimeOffset At(int days) => stage.Calendar.At(story.Month, story.Day).AddDays(days);

    private bool Dissents(Actor member) => story.Dissents?.Any(number => cast.Member(number) == member) ?? false;

    private IEnumerable<AmendmentStory> Amendments(bool afterLock) => (story.Amendments ?? []).Where(a => a.AfterLock == afterLock);

    private async Task Draft()
    {
        await stage.Api.GetWhen(cast.Facilitator, $"/v1/groups/{cast.Group}/evolution", HasCome);
        var owner = IsFinal ? $"/v1/engagements/{cast.Engagement}" : $"/v1/groups/{cast.Group}";
        var (from, to) = stage.Calendar.Months(story.From, story.To);
        var draft = await _api.StartWhenKnown(
            cast.Facilitator,
            $"{owner}/bilans",
            At(0),
            new
            {
                from,
                to,
                sections = story.Sections,
                assessments = story.Assessments ?? [],
                unmeasured = IsFinal || story.Assessments is { Count: > 0 } ? null : "not-wished",
                listed = story.ListsTracks ? cast.Listed : [],
                worked = (story.Worked ?? []).Select(w => new { axis = w[0], level = w[1] }),
            }
        );
        _id = draft.Id;
        _path = $"/v1/bilans/{_id}";
    }

    // The figures of a bilan are drawn at its draft: every session with its codes and tracks must have come to Reporting before.
    private bool HasCome(JsonNode evolution) =>
        Lines(evolution, "session-held") >= held
        && Lines(evolution, "themes-coded") >= held
        && Lines(evolution, "track-opened") + Lines(evolution, "decision-adopted") >= cast.Listed.Count
        && Lines(evolution, "track-endorsed") >= cast.Endorsements;

    private static int Lines(JsonNode evolution, string what) =>
        evolution["lines"]!.AsArray().Count(line => line!["what"]!.GetValue<string>() == what);

    private async Task Amend(AmendmentStory amendment, DateTimeOffset at)
    {
        var text = Canary.Told(amendment.Text, Canary.Amendment);
        var proposed = await _api.Append(
            cast.Member(amendment.By),
            $"{_path}/amendments",
            at,
            new { dimension = amendment.Dimension, text }
        );
        var path = $"{_path}/amendments/{proposed.Body["amendments"]!.AsArray()[^1]!["id"]!.GetValue<Guid>()}";
        await (
            amendment.Refusal is { } reason
                ? _api.Append(cast.Facilitator, $"{path}/refuse", at.AddHours(2), new { reason })
                : _api.Append(cast.Facilitator, $"{path}/accept", at.AddHours(2), new { })
        );
    }

    private async Task<string> Lock(DateTimeOffset at)
    {
        // Without a deadline: one is fourteen days ahead of the day on which this is told.
        var locked = await _api.Change(cast.Facilitator, _path, "lock", at, new { });
        return locked.Body["textHash"]!.GetValue<string>();
    }

    // Those decide who took part in the period.
    private async Task<IReadOnlyList<Actor>> Parties()
    {
        var parties = (await _api.Get(cast.Facilitator, _path)).Body["parties"]!.AsArray().Select(p => p!.GetValue<Guid>()).ToHashSet();
        return [.. cast.Members.Where(m => parties.Contains(m.Person))];
    }

    private async Task<string> AmendLocked(string hash)
    {
        foreach (var amendment in Amendments(afterLock: true))
        {
            var before = hash;
            var parties = await Parties();
            await Approve(hash, parties.Take(parties.Count / 2), At(7));
            await Amend(amendment, At(8));
            hash = await Lock(At(10));
            await _api.Refused(
                new("an approval of a text that was amended since", 422, "always/approval-on-exact-text"),
                cast.Member(1),
                $"{_path}/approvals",
                At(10),
                new { textHash = before }
            );
        }

        return hash;
    }

    private async Task RefuseTooEarly(string hash)
    {
        if (!IsFinal)
        {
            return;
        }

        await _api.Refused(
            new("a bilan that is not agreed yet, asked for by the establishment", 404, "not-found"),
            cast.Establishment,
            _path
        );
        var locked = await _api.Get(cast.Facilitator, _path);
        await _api.Refused(
            new("a bilan agreed before everybody decided", 422, "always/approval"),
            cast.Facilitator,
            $"{_path}/agree",
            At(7),
            new { },
            locked.ETag
        );
    }

    private async Task Object(string hash)
    {
        if (story.Objection is not { } objection)
        {
            return;
        }

        var who = cast.Member(objection.By);
        var raised = await _api.Append(who, $"{_path}/objections", At(11), new { textHash = hash, reason = objection.Reason });
        var id = raised.Body["objections"]!.AsArray()[^1]!["id"]!.GetValue<Guid>();
        await _api.Refused(
            new("a bilan agreed while an objection stands", 422, "always/approval"),
            cast.Facilitator,
            $"{_path}/agree",
            At(11),
            new { },
            (await _api.Get(cast.Facilitator, _path)).ETag
        );
        await _api.Append(who, $"{_path}/objections/{id}/withdraw", At(11), new { });
    }

    private Task Approve(string hash, IEnumerable<Actor> members, DateTimeOffset at) =>
        Crowd.Together(members.Append(cast.Facilitator), who => _api.Append(who, $"{_path}/approvals", at, new { textHash = hash }));
}
