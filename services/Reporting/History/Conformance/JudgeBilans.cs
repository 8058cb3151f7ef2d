using System.Text.Json.Nodes;
using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.History.Conformance;

/// <summary>Judges how bilans and syntheses were negotiated, and how the engagement ended.</summary>
internal static class JudgeBilans
{
    private const int DaysToAnswer = 14;
    private static readonly string[] Reopening = ["amendment_accepted", "orientation_recommended"];

    // What lets an engagement conclude, by the names of today and of before.
    private static readonly string[] Endings =
    [
        "final_bilan_agreement_noted",
        "negotiation_failure_noted",
        "final_bilan_agreement_learned",
        "negotiation_failure_learned",
    ];

    /// <summary>Every rule of theirs.</summary>
    public static IEnumerable<Judgement> Of(JudgedHistory history) =>
        from rule in new (string Name, string Source, IEnumerable<Check> Checks)[]
        {
            ("approval", "S2", Agreed(history, null).Concat(Validated(history))),
            ("bilan-period", "design", Covering(history)),
            ("evolution", "S2", Measured(history).Concat(MeasuredOrSaidWhyNot(history))),
            ("approval-on-exact-text", "S2", OnExactText(history)),
            ("own-objection", "S2", OwnObjection(history)),
            ("facilitator-approves", "S2", FacilitatorApproves(history)),
            ("orientation-in-final-bilan", "S2", Orientations(history)),
            ("named-by-consent", "S3", Named(history)),
            ("told-twice", "design", ToldTwice(history)),
            ("nothing-before-agreement", "S2", Published(history)),
            ("final-bilan", "S2", Concluded(history)),
        }
        select Judgement.Of(rule.Name, "always", rule.Source, rule.Checks);

    /// <summary>Whether each agreed bilan was. Who had to decide is who had taken part in its period; of a text that was locked before that was asked,
    /// who was a party then, those aside who left since.</summary>
    /// <param name="asked">Who has to approve, as a frame says; as the bilan itself says where none does.</param>
    internal static IEnumerable<Check> Agreed(JudgedHistory history, string? asked) =>
        from bilan in Bilans(history)
        from agreed in bilan.Where(t => t.Is("bilan_agreed"))
        let before = bilan.TakeWhile(t => t != agreed).ToList()
        let locked = before.FindLastIndex(t => t.Is("content_locked"))
        let facilitator = Facilitator(before)
        let since = before.Skip(Math.Max(locked, 0)).ToList()
        let groups = locked < 0 ? null : TookPart(before[locked])
        let each = locked >= 0 && before[locked].Flag("eachGroup")
        let erased = before.Where(t => t.Is("party_erased") && !t.Flag("stays")).Select(t => t.Id("person")!.Value).ToHashSet()
        let left = (groups is null ? since : before.TakeWhile(t => TookPart(t) is null))
            .Where(t => t.Is("parties_changed"))
            .SelectMany(t => t.Ids("left"))
            .Concat(erased)
            .ToHashSet()
        let approved = since.Where(t => t.Is("party_approved")).Select(t => t.Id("party")!.Value).ToHashSet()
        let aside = since.Where(t => t.Is("dissent_recorded")).Select(t => t.Id("party")!.Value)
        let parties = groups?.SelectMany(g => g).Except(erased).ToHashSet() ?? [.. Parties(before.Take(locked + 1)).Except(left)]
        let silent = parties.Except(approved).Except(aside).Except(Facilitators(before)).ToHashSet()
        let withdrawn = before.Where(t => t.Is("objection_withdrawn")).Select(t => t.Id("objection")).ToHashSet()
        let open = before.Count(t =>
            t.Is("objection_raised")
            && !left.Contains(t.Id("party")!.Value)
            && !withdrawn.Contains(t.Id("objection"))
            && !IsOfEarlierText(t, before)
        )
        let most = (asked ?? bilan[0].Word("approval")) == "facilitator-and-majority"
            && 2 * approved.Except(Facilitators(before)).Count() > parties.Count(p => p != facilitator)
            && (!each || since.Count(t => t.Is("parties_notified")) > 1)
        let enough = groups is not null
            && IsTold(since, agreed.At)
            && groups.Select(g => g.Except(erased.Except(approved)).ToList()).All(g => g.Count == 0 || g.Any(approved.Contains))
            && approved.Except(Facilitators(before)).Any()
        select new Check(
            agreed.Stream,
            [
                .. since.Where(t =>
                    t.Is("party_approved") || t.Is("dissent_recorded") || t.Is("content_locked") || t.Is("parties_notified")
                ),
                agreed,
            ],
            locked < 0 ? "agreed on a text that was not locked"
                : facilitator is not { } leads || !approved.Contains(leads) ? "the facilitator had not approved"
                : silent.Count > 0 && !most && !enough ? $"{silent.Count} parties had not decided"
                : silent.Count > 0 && (each || !most) && !silent.SetEquals(agreed.Ids("notReached")) ? "who was not reached is not said"
                : each && !groups!.All(g => g.Any(approved.Contains)) ? "no member of a group had approved"
                : each && Forgotten(history, before[locked], bilan) is > 0 and var forgotten ? $"{forgotten} who took part were not asked"
                : open > 0 ? $"{open} objections stood"
                : null
        );

    // An objection whose author was erased falls with the text: once another one was locked, everybody left had their say. Which is another one is said by
    // the lock; before that was said, any amendment made it so.
    private static bool IsOfEarlierText(LedgeredEvent objection, IReadOnlyList<LedgeredEvent> before)
    {
        var (erased, amended, fallen) = (false, false, false);
        foreach (var told in before.SkipWhile(t => t != objection))
        {
            erased |= told.Is("party_erased") && told.Flag("stays") && told.Id("person") == objection.Id("party");
            amended |= Reopening.Contains(told.Entry.EventType);
            if (told.Is("content_locked"))
            {
                fallen =
                    erased
                    && (
                        told.Fact["answered"] is null ? fallen || amended : told.Ids("answered").Contains(objection.Id("objection")!.Value)
                    );
                amended = false;
            }
        }

        return fallen;
    }

    // Whoever was told to have been present decides, whatever was corrected since, but for the erased: of the final bilan's engagement in any session; of
    // another one in those of its period, since each member is asked.
    private static int Forgotten(JudgedHistory history, LedgeredEvent locked, IReadOnlyList<LedgeredEvent> bilan) =>
        history
            .Before(locked)
            .Where(t => (t.Is("session_noted") || t.Is("session_learned")) && bilan[0].Ids("groups").Contains(t.Stream))
            // Once the whole message was in it.
            .Select(t => t.Fact["message"] ?? t.Fact)
            .Where(said =>
                bilan[0].Flag("final")
                || (locked.Flag("ofMembers") && locked.Ids("sessions").Contains(Guid.Parse(said["session"]!.GetValue<string>())))
            )
            .SelectMany(said => (said["present"] as JsonArray ?? []).Select(p => Guid.Parse(p!.GetValue<string>())))
            .Except(TookPart(locked)!.SelectMany(g => g))
            .Except(locked.Ids("erased"))
            .Count();

    // Of a synthesis whose lock names who decides upon it; before that was asked, nobody waited for who left.
    private static IEnumerable<Check> Validated(JudgedHistory history) =>
        from synthesis in history.Streams("synthesis_drafted")
        from validated in synthesis.Where(t => t.Is("synthesis_validated"))
        let before = synthesis.TakeWhile(t => t != validated).ToList()
        let locked = before.FindLastIndex(t => t.Is("synthesis_locked"))
        where locked >= 0 && before[locked].Fact["parties"] is not null
        let facilitators = before
            .Where(t => t.Is("synthesis_drafted") || t.Is("synthesis_entrusted"))
            .Select(t => t.Id("facilitator"))
            .ToList()
        let members = before[locked].Ids("parties").Where(p => !facilitators.Contains(p)).ToList()
        let approved = before.Skip(locked).Where(t => t.Is("synthesis_approved")).Select(t => t.Id("party")!.Value).ToHashSet()
        let silent = members.Count(m => !approved.Contains(m))
        let most = synthesis[0].Word("approval") == "facilitator-and-majority" && 2 * (members.Count - silent) > members.Count
        select new Check(
            validated.Stream,
            [.. before.Skip(locked).Where(t => t.Is("synthesis_locked") || t.Is("synthesis_approved")), validated],
            facilitators[^1] is not { } leads || !approved.Contains(leads) ? "the facilitator had not approved"
                : silent > 0 && !most ? $"{silent} parties had not approved"
                : silent == members.Count ? "no member had approved"
                : null
        );

    // Of what failed before a deadline was told, nothing of it was asked.
    private static IEnumerable<Check> ToldTwice(JudgedHistory history) =>
        from bilan in Bilans(history)
        from failed in bilan.Where(t => t.Is("negotiation_failed") && t.Moment("deadline") is not null)
        let before = bilan.TakeWhile(t => t != failed).ToList()
        let since = before.Skip(Math.Max(before.FindLastIndex(t => t.Is("content_locked")), 0)).ToList()
        select new Check(
            failed.Stream,
            [.. since.Where(t => t.Is("content_locked") || t.Is("parties_notified")), failed],
            IsTold(since, failed.At) ? null : "failed before a deadline that its parties were told of twice, with fourteen days to answer"
        );

    // The deadline that stood had come by then; the first notice of it left fourteen days, and a second one followed before it.
    private static bool IsTold(IEnumerable<LedgeredEvent> sinceLocked, DateTimeOffset by)
    {
        var notices = sinceLocked.Where(t => t.Is("parties_notified")).ToList();
        return notices.LastOrDefault()?.Moment("deadline") is { } deadline
            && notices.Where(n => n.Moment("deadline") == deadline).ToList() is [var first, .., var last]
            && first.At.AddDays(DaysToAnswer) <= deadline
            && last.At < deadline
            && deadline <= by + LedgeredEvent.ClocksDiffer;
    }

    private static List<IReadOnlyList<Guid>>? TookPart(LedgeredEvent told) =>
        (told.Fact["tookPart"] as JsonArray)
            ?.Select(g => (IReadOnlyList<Guid>)[.. g!["members"]!.AsArray().Select(m => Guid.Parse(m!.GetValue<string>()))])
            .ToList();

    // By whole days in UTC, as the period is given.
    private static IEnumerable<Check> Covering(JudgedHistory history) =>
        from bilan in Bilans(history)
        let drafted = bilan[0]
        let activated = history.Before(drafted).FirstOrDefault(t => t.Is("engagement_activated"))
        where activated is not null && history.IsSinceAnswersLapse(drafted)
        let first = drafted.Day("from")
        let last = drafted.Day("to")
        where first is not null && last is not null
        select new Check(
            drafted.Stream,
            [activated, drafted],
            first < DateOnly.FromDateTime(activated.At.UtcDateTime) ? "it begins before the engagement was active"
                : last > DateOnly.FromDateTime(drafted.At.UtcDateTime) ? "it ends after the bilan's own date"
                : null
        );

    private static IEnumerable<Check> MeasuredOrSaidWhyNot(JudgedHistory history) =>
        from bilan in Bilans(history)
        let drafted = bilan[0]
        let isMeasured = drafted.Fact["assessments"] is JsonArray { Count: > 0 }
        where !drafted.Flag("final") && history.IsSinceAnswersLapse(drafted)
        select new Check(
            drafted.Stream,
            [drafted],
            isMeasured == (drafted.Word("unmeasured") is not null) ? "neither measured, nor said why not, or both" : null
        );

    // What the diagnosis found stays as it said it; of a dimension that it did not measure nothing is compared.
    private static IEnumerable<Check> Measured(JudgedHistory history) =>
        from bilan in Bilans(history)
        let diagnosis = history.Before(bilan[0]).LastOrDefault(t => t.Is("diagnosis_restituted"))
        from said in bilan[0].Fact["assessments"] as JsonArray ?? []
        let dimension = said!["dimension"]!.GetValue<string>()
        let found = (diagnosis?.Fact["measures"] as JsonArray ?? []).FirstOrDefault(m => m!["dimension"]!.GetValue<string>() == dimension)
        let value = found?["value"]?.GetValue<int>()
        where value is not null
        select new Check(
            bilan[0].Stream,
            [diagnosis!, bilan[0]],
            said["atDiagnosis"]?.GetValue<int>() == value ? null : $"{dimension} measured against another value than the diagnosis found"
        );

    private static IEnumerable<Check> OnExactText(JudgedHistory history) =>
        from bilan in Bilans(history).Concat(history.Streams("synthesis_drafted"))
        from approval in bilan.Where(t => t.Is("party_approved") || t.Is("dissent_recorded") || t.Is("synthesis_approved"))
        let before = bilan.TakeWhile(t => t != approval).ToList()
        let locked = before.FindLastIndex(t => t.Is("content_locked") || t.Is("synthesis_locked"))
        let reopened = before.FindLastIndex(t => Reopening.Contains(t.Entry.EventType) || t.Is("synthesis_revised"))
        let hash = locked > reopened ? before[locked].Word("textHash") : null
        select new Check(
            approval.Stream,
            locked < 0 ? [approval] : [before[locked], approval],
            hash is not null && hash == approval.Word("textHash") ? null : "given on another text than the locked one"
        );

    // What shows it says what came of it: raised alone it stands, or it was withdrawn, or its author erased.
    private static IEnumerable<Check> OwnObjection(JudgedHistory history) =>
        from bilan in Bilans(history)
        from raised in bilan.Where(t => t.Is("objection_raised"))
        let withdrawn = bilan.FirstOrDefault(t => t.Is("objection_withdrawn") && t.Id("objection") == raised.Id("objection"))
        let erased = bilan.FirstOrDefault(t => t.Is("party_erased") && t.Id("person") == raised.Id("party"))
        let successor = raised.Flag("asFacilitator") && withdrawn is not null
            ? Facilitator([.. bilan.TakeWhile(t => t != withdrawn)])
            : raised.Id("party")
        select new Check(
            raised.Stream,
            [raised, .. erased is null ? [] : new[] { erased }, .. withdrawn is null ? [] : new[] { withdrawn }],
            withdrawn is null || withdrawn.By == raised.Id("party") || withdrawn.By == successor
                ? null
                : "withdrawn by another than its author"
        );

    private static IEnumerable<Check> FacilitatorApproves(JudgedHistory history) =>
        from bilan in Bilans(history)
        from aside in bilan.Where(t => t.Is("dissent_recorded"))
        let facilitator = Facilitator([.. bilan.TakeWhile(t => t != aside)])
        select new Check(aside.Stream, [aside], aside.Id("party") == facilitator ? "the facilitator stood aside" : null);

    private static IEnumerable<Check> Orientations(JudgedHistory history) =>
        from bilan in Bilans(history)
        from recommended in bilan.Where(t => t.Is("orientation_recommended"))
        select new Check(
            recommended.Stream,
            [bilan[0], recommended],
            bilan[0].Flag("final") ? null : "recommended in an intermediate bilan"
        );

    private static IEnumerable<Check> Named(JudgedHistory history) =>
        from bilan in Bilans(history)
        from locked in bilan.Where(t => t.Is("content_locked"))
        let before = bilan.TakeWhile(t => t != locked).ToList()
        let names = NamesIn(before).ToList()
        where names.Count > 0
        let agreed = before
            .Where(t => t.Is("naming_agreed") || t.Is("naming_revoked"))
            .GroupBy(t => t.Id("person"))
            .Where(g => g.Last().Is("naming_agreed"))
            .Select(g => g.Key!.Value)
        let silent = names.Except(agreed).Count()
        select new Check(locked.Stream, [locked], silent > 0 ? $"{silent} named had not agreed" : null);

    private static IEnumerable<Check> Published(JudgedHistory history) =>
        from stream in Bilans(history).Concat(history.Streams("synthesis_drafted"))
        from published in stream.Where(t => t.Is("bilan_published") || t.Is("synthesis_published"))
        let ground = stream
            .TakeWhile(t => t != published)
            .LastOrDefault(t => t.Is("bilan_agreed") || t.Is("negotiation_failed") || t.Is("synthesis_validated"))
        let before = stream.TakeWhile(t => t != published).ToList()
        let locked = before.FindLastIndex(t => t.Is("content_locked") || t.Is("synthesis_locked"))
        let successor = before.Skip(locked).LastOrDefault(t => t.Is("bilan_taken_over") || t.Is("synthesis_taken_over"))?.Id("successor")
        select new Check(
            published.Stream,
            ground is null ? [published] : [ground, published],
            ground is null ? "handed over before it was agreed"
                // A failure has no text; of what was locked before its establishment was said, nobody asked.
                : !ground.Is("negotiation_failed")
                && locked >= 0
                && before[locked].Id("addressee") is { } addressee
                && (successor ?? addressee) != addressee
                    ? "handed over to another establishment than it was agreed for"
                : null
        );

    private static IEnumerable<Check> Concluded(JudgedHistory history) =>
        from concluded in history.Of("engagement_concluded")
        let bilan = history.Before(concluded).LastOrDefault(t => Endings.Contains(t.Entry.EventType))
        select new Check(
            concluded.Stream,
            bilan is null ? [concluded] : [bilan, concluded],
            bilan is null ? "concluded without a final bilan, nor the record that its negotiation failed" : null
        );

    // The sections as they stand: an accepted amendment takes the place of its section.
    private static IEnumerable<Guid> NamesIn(List<LedgeredEvent> bilan)
    {
        var sections = new Dictionary<string, JsonNode>();
        foreach (var section in (bilan[0].Fact["sections"] as JsonArray ?? []).Select(s => s!))
        {
            sections[section["dimension"]!.GetValue<string>()] = section;
        }

        foreach (var accepted in bilan.Where(t => t.Is("amendment_accepted")))
        {
            var proposed = bilan.First(t => t.Is("amendment_proposed") && t.Id("amendment") == accepted.Id("amendment"));
            sections[proposed.Word("dimension")!] = proposed.Fact;
        }

        return sections.Values.SelectMany(s => s["names"] as JsonArray ?? []).Select(n => Guid.Parse(n!.GetValue<string>())).Distinct();
    }

    private static HashSet<Guid> Parties(IEnumerable<LedgeredEvent> bilan)
    {
        var parties = new HashSet<Guid>();
        foreach (var told in bilan)
        {
            parties.UnionWith(
                told.Is("bilan_drafted") ? told.Ids("parties")
                : told.Is("parties_changed") ? told.Ids("joined")
                : []
            );
            parties.ExceptWith(told.Is("parties_changed") ? told.Ids("left") : []);
        }

        return parties;
    }

    // Null while nobody leads the group.
    private static Guid? Facilitator(IReadOnlyList<LedgeredEvent> bilan) =>
        bilan.Last(t => t.Is("bilan_drafted") || t.Is("parties_changed")).Id("facilitator");

    private static IEnumerable<Guid> Facilitators(IEnumerable<LedgeredEvent> bilan) =>
        bilan.Where(t => t.Is("bilan_drafted") || t.Is("parties_changed")).Select(t => t.Id("facilitator")).OfType<Guid>();

    private static IEnumerable<IReadOnlyList<LedgeredEvent>> Bilans(JudgedHistory history) => history.Streams("bilan_drafted");
}
