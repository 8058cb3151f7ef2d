using System.Text.Json.Nodes;
using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.History.Conformance;

/// <summary>Judges a history by the rules that hold whatever the frame.</summary>
internal static class JudgeAlways
{
    private const int PulseFloor = 5;

    /// <summary>Every one that a history can tell of.</summary>
    public static IEnumerable<Judgement> Of(JudgedHistory history) =>
        from rule in new (string Name, string Source, IEnumerable<Check> Checks)[]
        {
            ("independence", "S0 S2", Independent(history)),
            ("kind-decided", "S2 S3", KindDecided(history)),
            ("diagnosis-first", "S2 S3 design", DiagnosedFirst(history)),
            (
                "payer-agrees",
                "design",
                PayerAgreed(history, "dispositif_agreed", "dispositif_amended", "engagement_renewed")
                    .Concat(Settled(history))
                    .Concat(SuccessorAgreed(history))
            ),
            ("transparency", "S2", Transparent(history)),
            ("charter-acceptance", "S1 S2 S3", Accepted(history).Concat(JudgeTime.Accepted(history))),
            ("membership", "S4", Members(history)),
            ("departure", "S4 design", JudgeDepartures.Of(history, JudgeDepartures.UsualDays)),
            ("presence", "S3", Present(history).Concat(AttendedAnew(history))),
            ("own-words", "S1 S3", OwnWords(history)),
            ("agreed-in-common", "S3", InCommon(history).Concat(ClosedOnDecision(history))),
            ("co-built", "S0 S3", CoBuilt(history)),
            ("frame-incident", "S3", history.Of("frame_incident_recorded").Select(t => new Check(t.Stream, [t], t.Word("kind")))),
            (
                "confidentiality-exception",
                "design",
                history.Of("confidentiality_exception_invoked").Select(t => new Check(t.Stream, [t], t.Word("basis")))
            ),
            ("two-persons", "design", TwoPersons(history)),
            ("disclosure-basis", "design", JudgeDisclosures.OnTheirBasis(history)),
            ("professional-secrecy", "design", BoundByLaw(history)),
            ("pulse-floor", "design", Pulses(history, (_, answered) => answered < PulseFloor ? $"{answered} answers were counted" : null)),
            (
                "pulse-once",
                "design",
                Pulses(history, (asked, answered) => answered > asked ? $"{answered} answers of {asked} persons" : null)
            ),
            ("session-correction", "design", JudgeCorrections.Of(history)),
            ("occurred-at", "design", InTime(history)),
        }
        select Judgement.Of(rule.Name, "always", rule.Source, rule.Checks);

    /// <summary>The facilitator's file at each assignment and at each design, as it stood then. It is a history of its own, and read beside; empty where
    /// it is not told.</summary>
    internal static IEnumerable<(LedgeredEvent At, IReadOnlyList<LedgeredEvent> Events, IReadOnlyList<LedgeredEvent> File)> Files(
        JudgedHistory history
    ) =>
        from at in history.Of([.. JudgeFrames.Dispositifs, "facilitator_assigned"])
        let assigned = at.Is("facilitator_assigned") ? at : history.Before(at).LastOrDefault(t => t.Is("facilitator_assigned"))
        where assigned is not null
        select (at, (IReadOnlyList<LedgeredEvent>)(assigned == at ? [] : [assigned]), FileOf(history, assigned!, at));

    /// <summary>The file of who was assigned, as it stood when something happened.</summary>
    internal static IReadOnlyList<LedgeredEvent> FileOf(JudgedHistory history, LedgeredEvent assigned, LedgeredEvent at) =>
        [.. history.Before(at).Where(t => t.Entry.StreamType == "facilitator" && t.Stream == assigned.Id("facilitator"))];

    // Asked for at the assignment; whatever is put right later, the mandate goes on, and what is designed under it is shown.
    internal static IEnumerable<Check> Independent(JudgedHistory history) =>
        (
            from facing in Files(history)
            let file = new FileAt(facing.File)
            let since = FileAt.Since(history, facing)
            select new Check(
                facing.At.Stream,
                [
                    .. facing.Events,
                    .. file.Declared is { } declared ? [declared] : Array.Empty<LedgeredEvent>(),
                    .. since.Corrections,
                    facing.At,
                ],
                facing.File.Count == 0 || (file.Declared is not null && since.Declared is not null) ? null
                    : file.Declared is not null ? "independence was declared wrongly, as was said since"
                    : "assigned before independence was declared",
                file.Declared is not null || !facing.At.Is("facilitator_assigned")
            )
            {
                IsTold = facing.File.Count > 0,
            }
        )
            .Concat(Superiors(history))
            .Concat(OverNobodyThere(history))
            .Concat(
                from life in GroupLife.All(history)
                from enrolled in life.Moments.Select(m => m.Told).Where(t => t.Is("member_enrolled"))
                let led = history.Before(enrolled).LastOrDefault(t => t.Is("facilitator_assigned"))
                where led is not null && led.Id("facilitator") == enrolled.Id("person")
                select new Check(life.Group, [led, enrolled], "the facilitator was enrolled as a member")
            )
            .Concat(
                from assigned in history.Of("facilitator_assigned")
                where assigned.Ids("members").Contains(assigned.Id("facilitator") ?? Guid.Empty)
                select new Check(assigned.Stream, [assigned], "a member was assigned as the facilitator")
            );

    // Who takes over a group says over whom of those who are there they hold authority. Before that was asked, nobody said it.
    private static IEnumerable<Check> OverNobodyThere(JudgedHistory history) =>
        from assigned in history.Of("facilitator_assigned")
        where assigned.Fact["members"] is not null
        let known = history.Before(assigned).ToHashSet()
        let there = GroupLife
            .All(history)
            .Select(life => life.Moments.Where(m => known.Contains(m.Told)).ToList())
            .Where(moments => !moments.Any(m => m.Told.Is("group_dissolved")))
            .SelectMany(moments => moments.LastOrDefault()?.Members.Keys ?? [])
        let unsaid = there.Except(assigned.Ids("members")).Count()
        select new Check(assigned.Stream, [assigned], unsaid > 0 ? $"not said of {unsaid} members that were there" : null);

    // That the facilitator holds authority over a member is told later than the assignment: it is shown. None begins to meet under it.
    private static IEnumerable<Check> Superiors(JudgedHistory history) =>
        from told in history.Of("authority_corrected", "engagement_activated")
        let said = told.Is("authority_corrected")
            ? told
            : history.Before(told).LastOrDefault(t => t.Is("authority_corrected") || t.Is("facilitator_assigned"))
        where said?.Is("authority_corrected") == true && told.Entry.Source == "engagement"
        let gone = history.Before(told).Where(t => t.Is("member_departed")).Select(t => t.Id("person")!.Value)
        let stands = told == said ? LastWord(history, said) : said
        let over = stands.Ids("members").Except(told == said ? [] : gone).Count()
        select new Check(
            told.Stream,
            told != said ? [said, told]
                : stands != said ? [stands, said]
                : [said],
            over > 0 ? $"authority over {over} of the members, as was said since" : null,
            told == said
        );

    // What was said of the same assignment last: what was put right again counts as it was put right, as the file does.
    private static LedgeredEvent LastWord(JudgedHistory history, LedgeredEvent said) =>
        history
            .All.SkipWhile(t => t != said)
            .TakeWhile(t => !t.Is("facilitator_assigned") || t.Stream != said.Stream)
            .Last(t => t.Is("authority_corrected") && t.Stream == said.Stream);

    private static IEnumerable<Check> KindDecided(JudgedHistory history) =>
        from told in history.Of(JudgeFrames.Dispositifs)
        let decided = history.Before(told).LastOrDefault(t => t.Is("engagement_opened") || t.Is("kind_redirected"))
        where decided is not null
        let kind = decided!.Word("to") ?? decided.Word("kind")
        let designed = told.Fact["dispositif"]!["kind"]?.GetValue<string>()
        select new Check(told.Stream, [decided, told], kind == designed ? null : $"{designed}, where {kind} was decided");

    private static IEnumerable<Check> BoundByLaw(JudgedHistory history) =>
        history
            .Of("professional_secrecy_established")
            .Select(t => new Check(
                t.Stream,
                [t],
                t.Entry.Actor.StartsWith("facilitator:", StringComparison.Ordinal) ? "declared of oneself" : null
            ));

    private static IEnumerable<Check> Pulses(JudgedHistory history, Func<int, int, string?> fault) =>
        from pulse in history.Streams("pulse_opened")
        from counted in pulse.Where(t => t.Is("pulse_counted"))
        select new Check(counted.Stream, [pulse[0], counted], fault(pulse[0].Ids("present").Count, counted.Number("answered") ?? 0));

    private static IEnumerable<Check> DiagnosedFirst(JudgedHistory history) =>
        history
            .Of("dispositif_proposed")
            .Select(t => new Check(
                t.Stream,
                [t],
                history.Before(t, "diagnosis_restituted") ? null : "designed before the diagnosis was given back"
            ));

    // What says nothing of who accepted it was agreed when the practice could alone.
    private static IEnumerable<Check> PayerAgreed(JudgedHistory history, params string[] types) =>
        from told in history.Of(types)
        where told.Fact["acceptance"] is not null
        let byPractice = told.Entry.Actor.StartsWith("practice:", StringComparison.Ordinal)
        let proposed = told.Id("proposal") is { } id ? history.Before(told).FirstOrDefault(t => t.Id("proposal") == id) : null
        let lapsed = proposed is not null
            && history.Before(told).SkipWhile(t => t != proposed).Any(t => t.Is("establishment_replaced") && t.Flag("lapses"))
        let contested = byPractice ? Contest(history, told) : null
        select new Check(
            told.Stream,
            [.. new[] { proposed, contested }.OfType<LedgeredEvent>(), told],
            lapsed ? "accepted though another establishment paid when it was proposed"
                : !byPractice ? null
                : told.Fact["acceptance"]!["shownBy"] is null ? "accepted by the practice alone"
                : IsContester(history, told) ? "accepted by the practice's word, which had been contested"
                : IsTooEarly(history, told, proposed) ? "accepted before it was proposed"
                : contested is not null ? "accepted by the practice's word, and contested by the establishment since"
                : null,
            contested is not null
        );

    // Who contested is believed by its own word alone; who pays in its place contested nothing.
    private static bool IsContester(JudgedHistory history, LedgeredEvent accepted) =>
        history
            .Before(accepted)
            .Any(t => t.Is("acceptance_contested") && t.Stream == accepted.Stream && Payer(history, t) == Payer(history, accepted));

    private static Guid? Payer(JudgedHistory history, LedgeredEvent at) =>
        history
            .All.TakeWhile(t => t != at)
            .Where(t => t.Stream == at.Stream)
            .Aggregate(
                (Guid?)null,
                (payer, t) =>
                    t.Is("engagement_opened") ? t.Id("establishment")
                    : t.Is("establishment_replaced") && t.Id("from") == payer ? t.Id("to")
                    : payer
            );

    // What who pays said of it before the next word of that kind; it is put right by that.
    private static LedgeredEvent? Contest(JudgedHistory history, LedgeredEvent accepted) =>
        history
            .All.SkipWhile(t => t != accepted)
            .Skip(1)
            .TakeWhile(t => t.Stream != accepted.Stream || !t.Is(accepted.Entry.EventType) || t.Id("proposal") != accepted.Id("proposal"))
            .FirstOrDefault(t =>
                t.Stream == accepted.Stream && t.Is("acceptance_contested") && t.Id("proposal") == accepted.Id("proposal")
            );

    // Whoever takes another's place pays from then on: asked since the successor is.
    private static IEnumerable<Check> SuccessorAgreed(JudgedHistory history) =>
        from replaced in history.Of("establishment_replaced")
        where replaced.Moment("acceptedAt") is not null
        select new Check(
            replaced.Stream,
            [replaced],
            replaced.Moment("acceptedAt") > replaced.At + LedgeredEvent.ClocksDiffer ? "taken over before the successor accepted"
                : replaced.Moment("contestableUntil") > replaced.At + LedgeredEvent.ClocksDiffer
                    ? "taken over while the successor could still object"
                : null
        );

    // Asked since who pays is told of it; before, no more than what shows it.
    private static bool IsTooEarly(JudgedHistory history, LedgeredEvent accepted, LedgeredEvent? proposed) =>
        history
            .Of("acceptance_recorded")
            .Any(t =>
                t.Stream == accepted.Stream && t.Entry.Version > accepted.Entry.Version && t.Id("proposal") == accepted.Id("proposal")
            )
        && (proposed ?? history.Before(accepted).LastOrDefault(t => t.Is("dispositif_proposed") || t.Is("dispositif_revised")))
            is { } before
        && accepted.At + EngagementLife.Telling < before.Entry.RecordedAt;

    // No group begins to meet while who pays may contest that they agreed, unless they agreed themself since.
    private static IEnumerable<Check> Settled(JudgedHistory history) =>
        from activated in history.Of("engagement_activated")
        where activated.Entry.Source == "engagement"
        let last = history
            .Before(activated)
            .LastOrDefault(t => t.Is("dispositif_agreed") || (t.Is("acceptance_recorded") && t.Word("what") == "dispositif"))
        where last?.Is("acceptance_recorded") is true
        select new Check(
            activated.Stream,
            [last, activated],
            activated.Entry.RecordedAt + LedgeredEvent.ClocksDiffer < last.Moment("contestableUntil")
                ? "activated while who pays could still contest the agreement"
                : null
        );

    private static IEnumerable<Check> Transparent(JudgedHistory history) =>
        from activated in history.Of("engagement_activated")
        let charter = history.Before(activated).LastOrDefault(t => t.Is("charter_proposed"))
        select new Check(
            activated.Stream,
            charter is null ? [activated] : [charter, activated],
            charter?.Fact["outward"] is JsonArray { Count: > 0 } ? null : "no charter said what the establishment will receive"
        );

    // On its exact text: what was accepted of an earlier one is void.
    private static IEnumerable<Check> Accepted(JudgedHistory history) =>
        from activated in history.Of("engagement_activated")
        let before = history.Before(activated).ToList()
        let proposed = before.FindLastIndex(t => t.Is("charter_proposed"))
        where proposed >= 0
        let accepted = before.Skip(proposed + 1).Where(t => t.Is("charter_accepted")).ToList()
        let expected = GroupLife
            .All(history)
            .SelectMany(l => l.Moments.Where(m => m.Told.Is("group_sealed")).SelectMany(m => m.Members.Keys))
            .Concat(before.Where(t => t.Is("facilitator_assigned")).TakeLast(1).Select(t => t.Id("facilitator")!.Value))
            .Distinct()
        let silent = expected.Except(accepted.Select(t => t.Id("person")!.Value)).Count()
        select new Check(activated.Stream, [before[proposed], .. accepted, activated], silent > 0 ? $"{silent} had not accepted it" : null);

    private static IEnumerable<Check> Members(JudgedHistory history) =>
        from session in Sessions(history)
        from attendance in SessionLife.AttendancesOf(session)
        let before = session.TakeWhile(t => t != attendance).ToList()
        // Who is present is a member then; who was recorded so and has gone since stays. Of whom a correction or a word speaks was a member while it ran.
        let members = attendance.Is("attendance_recorded")
            ? before.Last(t => t.Is("session_scheduled") || t.Is("group_changed")).Ids("members")
            : SessionLife.Members(before)
        let known = members.Concat(SessionLife.Present(before)).ToHashSet()
        let held = SessionLife.SpeaksOf(session, attendance)
        let life = GroupLife.All(history).FirstOrDefault(g => g.Group == session[0].Id("group"))
        let present = attendance.Ids("present")
        let strangers = present.Count(p => !known.Contains(p) || life?.HadEnrolled(p, held) == false)
        select new Check(attendance.Stream, [attendance], strangers > 0 ? $"{strangers} present were no members then" : null)
        {
            IsTold = life is not null,
        };

    private static IEnumerable<Check> Present(JudgedHistory history) =>
        from session in Sessions(history)
        from told in session.Where(t => t.Is("contribution_made") || t.Is("echo_given"))
        let before = session.TakeWhile(t => t != told).ToList()
        let present = SessionLife.Present(before)
        let facilitator = before.Last(t => t.Is("session_scheduled") || t.Is("group_changed")).Id("facilitator")
        let author = told.Id("author")!.Value
        select new Check(
            told.Stream,
            [told],
            author == facilitator || present.Contains(author) ? null : "brought by somebody who was not present"
        );

    // By a correction nobody who took part becomes absent, which is judged with it; no more by an attendance that is recorded anew, since it says whom it keeps.
    private static IEnumerable<Check> AttendedAnew(JudgedHistory history) =>
        from session in Sessions(history)
        from anew in session.Where(t => t.Is("attendance_recorded")).Skip(1)
        where anew.Fact["kept"] is not null
        let before = session.TakeWhile(t => t != anew).ToList()
        let absent = SessionLife.Present(before).Except(anew.Ids("present")).Intersect(SessionLife.TookPart(before)).Count()
        select new Check(anew.Stream, [anew], absent > 0 ? $"{absent} who took part became absent" : null);

    private static IEnumerable<Check> OwnWords(JudgedHistory history) =>
        from withdrawn in history.Of("contribution_withdrawn")
        let made = history.Of("contribution_made").FirstOrDefault(t => t.Id("contribution") == withdrawn.Id("contribution"))
        select new Check(
            withdrawn.Stream,
            made is null ? [withdrawn] : [made, withdrawn],
            made is not null && made.Id("author") == withdrawn.By ? null : "withdrawn by another than its author"
        );

    private static IEnumerable<Check> InCommon(JudgedHistory history) =>
        from session in Sessions(history)
        from adopted in session.Where(t => t.Is("common_decision_adopted"))
        let before = session.TakeWhile(t => t != adopted).ToList()
        let agreed = before.Where(t => t.Is("decision_agreed") && t.Id("decision") == adopted.Id("decision")).ToList()
        let present = SessionLife.Present(before)
        let members = before.Last(t => t.Is("session_scheduled") || t.Is("group_changed")).Ids("members")
        let there = present.Intersect(members).ToList()
        let proposed = before.LastOrDefault(t => t.Is("decision_proposed") && t.Id("decision") == adopted.Id("decision"))
        // Who left or was erased before they agreed had not agreed; where presence was not recorded with the proposal, those who were there still.
        let asked = proposed?.Fact["present"] is null ? there : [.. present.Union(proposed.Ids("present"))]
        let silent = asked.Except(agreed.Select(t => t.Id("member")!.Value)).Count()
        let isSetAside = session
            .SkipWhile(t => t != adopted)
            .Any(t => t.Is("common_decision_set_aside") && t.Id("decision") == adopted.Id("decision"))
        let unheard = isSetAside ? 0 : SessionLife.Present(session).Except(present).Intersect(members).Count()
        let fault = silent > 0 ? $"{silent} present had not agreed"
        : adopted.Number("of") is not null && 2 * there.Count < members.Count ? "fewer than half of the group were present"
        : null
        select new Check(
            adopted.Stream,
            [.. unheard > 0 ? SessionLife.CorrectionsOf(session) : [], .. agreed, adopted],
            fault ?? (unheard > 0 ? $"{unheard} who were present, as was corrected since, had not agreed" : null),
            // Adopted by all who were recorded then, before it was asked of who is recorded later: that is shown, and is no deceit.
            fault is null
                && unheard > 0
                && adopted.Fact["present"] is null
        );

    private static IEnumerable<Check> ClosedOnDecision(JudgedHistory history) =>
        from session in Sessions(history)
        from closed in session.Where(t => t.Is("session_closed") && t.Word("outcome") == "decision")
        let standing = session
            .TakeWhile(t => t != closed)
            .Where(t => t.Is("common_decision_adopted") || t.Is("common_decision_set_aside"))
            .GroupBy(t => t.Id("decision"))
            .Select(decision => decision.Last())
            .Where(last => last.Is("common_decision_adopted"))
            .ToList()
        select new Check(closed.Stream, [.. standing, closed], standing.Count == 0 ? "closed on a decision, and none stood" : null);

    // Of what was opened before somebody else had to endorse it, nothing more was asked than a member.
    private static IEnumerable<Check> CoBuilt(JudgedHistory history) =>
        history
            .Streams("track_opened")
            .SelectMany(track =>
                track
                    .Where(t => t.Is("track_completed") && track[0].Id("by") is not null)
                    .Select(t => new Check(t.Stream, [track[0], t], IsEndorsed(track, t) ? null : "completed and endorsed by nobody else"))
                    .Prepend(
                        new(
                            track[0].Stream,
                            [track[0]],
                            track[0].Ids("with") is { Count: > 0 } with && !with.Except(track[0].Ids("members")).Any()
                                ? null
                                : "built with no member"
                        )
                    )
            );

    private static bool IsEndorsed(IReadOnlyList<LedgeredEvent> track, LedgeredEvent by) =>
        track
            .TakeWhile(t => t != by)
            .Where(t => t.Is("track_endorsed") || t.Is("track_endorsed_orally") || t.Is("endorsement_contested"))
            .GroupBy(t => t.Id("member"))
            .Any(m => m.Key != track[0].Id("by") && !m.Last().Is("endorsement_contested"));

    private static IEnumerable<Check> TwoPersons(JudgedHistory history) =>
        from asked in JudgeDisclosures.Of(history)
        from read in asked.Where(t => t.Is("narratives_read"))
        let approved = asked.TakeWhile(t => t != read).LastOrDefault(t => t.Is("disclosure_approved"))
        let fault = approved is null ? "read before anybody agreed"
        : approved.Id("approver") == asked[0].Id("requester") ? "agreed to by who asked"
        : read.At >= DateTimeOffset.Parse(approved.Word("until")!, System.Globalization.CultureInfo.InvariantCulture) ? "read after its end"
        : null
        select new Check(read.Stream, approved is null ? [asked[0], read] : [asked[0], approved, read], fault);

    // What another service told may be older than the last fact of its stream; what a service says itself is not.
    private static IEnumerable<Check> InTime(JudgedHistory history) =>
        from stream in history.All.GroupBy(t => (t.Entry.Source, t.Stream))
        from check in InOrder([.. stream.OrderBy(t => t.Entry.Version)])
        select check;

    private static IEnumerable<Check> InOrder(IReadOnlyList<LedgeredEvent> stream)
    {
        var last = DateTimeOffset.MinValue;
        foreach (var told in stream.Where(t => !t.Entry.Actor.StartsWith("message:", StringComparison.Ordinal)))
        {
            var fault =
                told.At < last ? "it lies before the fact before it"
                : told.At > told.Entry.RecordedAt + LedgeredEvent.ClocksDiffer ? "it lies after its own recording"
                : null;
            last = told.At > last ? told.At : last;
            yield return new(told.Stream, [told], fault);
        }
    }

    private static IEnumerable<IReadOnlyList<LedgeredEvent>> Sessions(JudgedHistory history) => history.Streams("session_scheduled");
}
