using System.Text.Json.Nodes;
using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.History.Conformance;

/// <summary>Judges each session by the protocol that it pins, event by event.</summary>
internal static class JudgeSessions
{
    private const string Contribution = "contribution_made";

    /// <summary>Every rule of every protocol that the sessions of a history ran by.</summary>
    public static IEnumerable<Judgement> By(Rulebook rules, JudgedHistory history) =>
        from session in history.Streams("session_scheduled").Where(s => s.Any(t => t.Is("session_opened")))
        let protocol = ProtocolOf(rules, session[0])
        where protocol is not null
        from check in new Course(protocol, session).Run()
        group check.Check by (
            check.Rule,
            Name: protocol["name"]!.GetValue<string>(),
            Source: protocol["source"]!.GetValue<string>()
        ) into checks
        orderby checks.Key.Name, checks.Key.Rule
        select Judgement.Of(checks.Key.Rule, checks.Key.Name, checks.Key.Rule == "deviation-reason" ? "design" : checks.Key.Source, checks);

    /// <summary>Pinned protocols that are nowhere to be read.</summary>
    public static IEnumerable<string> Unknown(Rulebook rules, JudgedHistory history) =>
        history
            .Of("session_scheduled")
            .Where(t => ProtocolOf(rules, t) is null)
            .Select(t => Pinned.Of(t.Fact["protocol"]!).Unread)
            .Distinct();

    // A session that runs by a practice's own protocol carries it whole; what it carries is what it pins, or it is not read.
    private static JsonObject? ProtocolOf(Rulebook rules, LedgeredEvent scheduled)
    {
        var pin = Pinned.Of(scheduled.Fact["protocol"]!);
        return scheduled.Fact["own"] is not JsonObject own ? rules.Protocol(pin)
            : pin.Digest is null || pin.Means(own) ? own
            : null;
    }

    /// <summary>One session's course through its protocol.</summary>
    private sealed class Course(JsonObject protocol, IReadOnlyList<LedgeredEvent> session)
    {
        private readonly JsonArray _phases = protocol["phases"]!.AsArray();
        private readonly List<string> _completed = [];
        private readonly List<LedgeredEvent> _made = [];
        private readonly HashSet<Guid> _withdrawn = [];
        private readonly HashSet<Guid> _pronounced = [];
        private readonly HashSet<Guid> _echoed = [];
        private readonly HashSet<string> _seen = [];
        private readonly HashSet<Guid?> _adopted = [];
        private IReadOnlyList<Guid> _members = session[0].Ids("members");
        private IReadOnlyList<Guid> _present = [];
        private Guid? _facilitator = session[0].Id("facilitator");
        private Guid? _narrator;
        private bool _chosen;
        private bool _narratorLeft;
        private string? _current;
        private LedgeredEvent? _deviation;

        /// <summary>What each of its events shows of a rule.</summary>
        public IEnumerable<(string Rule, Check Check)> Run()
        {
            foreach (var told in session)
            {
                foreach (var (rule, fault) in Judge(told))
                {
                    yield return (rule, new(told.Stream, [told], fault));
                }

                Take(told);
            }
        }

        private IEnumerable<(string Rule, string? Fault)> Judge(LedgeredEvent told) =>
            told.Entry.EventType switch
            {
                "phase_started" => Left(
                    "phase-order",
                    told.Word("phase") == Next() ? null : $"{told.Word("phase")} after {_completed.LastOrDefault() ?? "nothing"}"
                ),
                "phase_completed" => Asked(told.Word("phase")!)
                    .SelectMany(need => Left(need.Rule, need.Met ? null : $"{told.Word("phase")} lacks it")),
                "session_closed" => Left("phase-order", AllDone() ? null : "not every phase was completed"),
                Contribution => [("who-brings-what", May(told) ? null : $"{told.Word("kind")} in {_current ?? "no phase"}")],
                "feedback_given" =>
                [
                    ("narrator-alone", told.By == _narrator ? null : "said by somebody else"),
                    ("starting-position", _seen.Contains("starting_position_stated") ? null : "given against no starting position"),
                ],
                "interpretation_pronounced" or "objective_stated" or "starting_position_stated" =>
                [
                    ("narrator-alone", told.By == _narrator ? null : "said by somebody else"),
                ],
                _ => [],
            };

        // A strict protocol is not left, a guided one with a reason, a free one at will.
        private IEnumerable<(string Rule, string? Fault)> Left(string rule, string? fault)
        {
            if (fault is null || Strictness() == "free")
            {
                return [(rule, null)];
            }

            return Strictness() == "strict" ? [(rule, fault)]
                : _deviation is null ? [(rule, fault), ("deviation-reason", fault)]
                : [(rule, null), ("deviation-reason", null)];
        }

        private IEnumerable<(string Rule, bool Met)> Asked(string phase)
        {
            if (Phase(phase) is not { } asked)
            {
                return [];
            }

            return asked["needs"]!
                .AsArray()
                .Select(n => n!.GetValue<string>())
                .Select(n => (n, Met(n)))
                .Concat(
                    (asked["asks"] as JsonArray ?? [])
                        .Select(k => k!.GetValue<string>())
                        .Select(k => ("brought", Standing(k).Any(c => c.Word("phase") == phase)))
                );
        }

        private bool Met(string need) =>
            need switch
            {
                "situation-raised" => _seen.Contains("situation_raised"),
                "situation-chosen" => _chosen,
                "exposed" => Standing("expose").Any(),
                "starting-position-stated" => _seen.Contains("starting_position_stated"),
                "interpreted" => Standing("interpretation").Any(),
                "every-interpretation-pronounced" => Standing("interpretation").All(c => _pronounced.Contains(c.Id("contribution")!.Value)),
                "responded" => Standing("response").Any(),
                "objective-stated" => _seen.Contains("objective_stated"),
                "piste-from-every-member" => _present.Where(p => p != _narrator).All(p => Standing("piste").Any(c => c.Id("author") == p)),
                "feedback-given" => _seen.Contains("feedback_given"),
                "echo-from-every-member" => _present.All(_echoed.Contains),
                "facilitator-shares" => Standing("resonance").Any(c => c.Id("author") == _facilitator),
                "decided-in-common" => _adopted.Count > 0,
                _ => true,
            };

        private void Take(LedgeredEvent told)
        {
            _seen.Add(told.Entry.EventType);

            // Themes are coded with the closing, between a reason to leave and what it is the reason of.
            _deviation =
                told.Is("protocol_deviation_justified") ? told
                : told.Is("themes_coded") ? _deviation
                : null;
            switch (told.Entry.EventType)
            {
                case var _ when SessionLife.IsAttendance(told):
                    _present = [.. told.Ids("present").Intersect(_members)];
                    break;
                case "common_decision_adopted":
                    _adopted.Add(told.Id("decision"));
                    break;
                case "common_decision_set_aside":
                    _adopted.Remove(told.Id("decision"));
                    break;
                case "situation_chosen":
                    _chosen = true;
                    break;
                case "narrator_designated":
                    _narrator = told.Id("narrator");
                    break;
                case "group_changed":
                    Change(told);
                    break;
                case "phase_started":
                    _current = told.Word("phase");
                    break;
                case "phase_completed":
                    _current = null;
                    _completed.Remove(told.Word("phase")!);
                    _completed.Add(told.Word("phase")!);
                    break;
                case Contribution:
                    _made.Add(told);
                    break;
                case "contribution_withdrawn":
                    _withdrawn.Add(told.Id("contribution")!.Value);
                    break;
                case "interpretation_pronounced":
                    _pronounced.Add(told.Id("contribution")!.Value);
                    break;
                case "echo_given":
                    _echoed.Add(told.Id("author")!.Value);
                    break;
            }
        }

        // Whoever left is present no more; where the narrator left, nobody can keep to a strict protocol.
        private void Change(LedgeredEvent told)
        {
            (_members, _facilitator) = (told.Ids("members"), told.Id("facilitator"));
            _present = [.. _present.Intersect(_members)];
            if (_narrator is { } narrator && !_members.Contains(narrator))
            {
                (_narrator, _chosen, _narratorLeft) = (null, false, true);
            }
        }

        private bool May(LedgeredEvent told)
        {
            var author = told.Id("author");
            var part =
                author == _facilitator ? "facilitator"
                : author == _narrator ? "narrator"
                : "member";
            return _current is { } phase
                && Phase(phase)
                    ?["brings"]!.AsArray()
                    .Any(b =>
                        b!["kind"]!.GetValue<string>() == told.Word("kind") && b["by"]!.AsArray().Any(p => p!.GetValue<string>() == part)
                    ) == true;
        }

        private string Strictness()
        {
            string[] order = ["strict", "guided", "free"];
            var asked = order.First(s =>
                s == (protocol["strictness"]?.GetValue<string>() ?? "strict") || s == (session[0].Word("strictness") ?? "strict")
            );
            return asked == "strict" && _narratorLeft ? "guided" : asked;
        }

        private string? Next()
        {
            var codes = _phases.Select(p => p!["code"]!.GetValue<string>()).ToList();
            return _completed.Count == 0 ? codes[0] : codes.ElementAtOrDefault(codes.IndexOf(_completed[^1]) + 1);
        }

        private bool AllDone() => _current is null && _phases.All(p => _completed.Contains(p!["code"]!.GetValue<string>()));

        private JsonNode? Phase(string code) => _phases.FirstOrDefault(p => p!["code"]!.GetValue<string>() == code);

        private IEnumerable<LedgeredEvent> Standing(string kind) =>
            _made.Where(c => c.Word("kind") == kind && !_withdrawn.Contains(c.Id("contribution")!.Value));
    }
}
