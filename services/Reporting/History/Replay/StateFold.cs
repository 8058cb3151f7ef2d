using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.History.Replay;

/// <summary>The state of one resource as the ledger tells it: what was last said of it, with a hash in place of each text.</summary>
/// <param name="Service">The service that keeps it; what the others learned of it they keep beside.</param>
/// <param name="Type">What it is, such as engagement, session or bilan.</param>
/// <param name="Version">How many of its events are told here.</param>
/// <param name="LastOccurredAt">When the latest of the events happened that are told here.</param>
/// <param name="State">What its events came to, by the names that they use; persons under names of the grant.</param>
public sealed record ResourceState(string Service, string Type, Guid Id, long Version, DateTimeOffset LastOccurredAt, JsonObject State);

/// <summary>Folds entries of the ledger into the state of every resource, by a table of what each event does to it. It knows no aggregate.</summary>
public static class StateFold
{
    private const string Where = "state";

    // What an event says is what holds from then on; these do something else, or more.
    private static readonly ImmutableDictionary<string, Change[]> Table = new Dictionary<string, Change[]>
    {
        ["request_submitted"] = [Says(), Is("submitted")],
        ["request_qualified"] = [Says(), Is("qualified")],
        ["request_declined"] = [Says(), Is("declined")],
        ["request_withdrawn"] = [Says(), Is("withdrawn")],
        ["request_converted"] = [Is("converted")],
        ["engagement_opened"] = [Says(), Is("opened")],
        ["facilitator_assigned"] = [Clears("relieved"), Says()],
        ["diagnosis_started"] = [Is("diagnosing")],
        ["diagnosis_finding_recorded"] = [Adds("findings")],
        ["protagonist_heard"] = [Adds("protagonists")],
        ["support_process_proposed"] = [Puts("process"), Clears("validations")],
        ["diagnosis_validated"] = [Adds("validations")],
        ["diagnosis_restituted"] = [Puts("restitution"), Is("designing")],
        ["kind_redirected"] = [Puts("redirection"), Takes("kind", "to")],
        ["request_moved"] = [Takes("establishment", "to")],
        ["succession_announced"] = [Clears("successionConfirmed"), Clears("successionAccepted"), Puts("announced")],
        ["succession_confirmed"] = [Marks("successionConfirmed")],
        ["succession_accepted"] = [Puts("successionAccepted")],
        ["succession_objected"] = [Clears("announced"), Without("successor", Marks("hasObjected"))],
        ["succession_withdrawn"] = [Clears("announced")],
        ["establishment_succeeded"] = [Clears("announced"), Says()],
        ["establishment_replaced"] = [Adds("replacements"), When("lapses", Clears("proposals"))],
        ["authority_corrected"] = [Puts("authorityOver")],
        ["establishment_joined"] = [Adds("establishmentsJoined")],
        ["dispositif_breach_recorded"] = [Adds("dispositifBreaches")],
        ["dispositif_agreed"] = [Adds("accepted"), Is("chartering")],
        ["dispositif_amendment_proposed"] = [Adds("proposals")],
        ["renewal_proposed"] = [Adds("proposals")],
        ["dispositif_amended"] = [Says(), Drops("proposals", "proposal")],
        ["engagement_renewed"] = [Says(), Drops("proposals", "proposal")],
        ["frames_upgraded"] = [Adds("upgrades"), When("voids", Is("designing"))],
        ["management_commitment_signed"] = [Adds("commitments")],
        ["group_added"] = [Adds("groups")],
        ["group_removed"] = [Drops("groups", "group")],
        ["member_admitted"] = [Adds("members")],
        ["member_departed"] = [Drops("members", "person", "group")],
        ["group_sealing_noted"] = [Adds("sealed")],
        ["charter_proposed"] = [Puts("charter"), Clears("acceptances")],
        ["charter_accepted"] = [Adds("acceptances")],
        ["charter_ratified"] = [Marks("charterRatified")],
        ["engagement_activated"] = [Is("active")],
        ["engagement_suspended"] = [Says(), Is("suspended")],
        ["engagement_resumed"] = [Is("active")],
        ["engagement_ended_early"] = [Puts("earlyEnd"), Is("concluding")],
        ["engagement_concluded"] = [Is("concluded")],
        ["engagement_abandoned"] = [Says(), Is("abandoned")],
        ["term_passed"] = [Puts("termPassed")],
        ["implausibility_explained"] = [Adds("explained")],
        ["session_held_noted"] = [Adds("sessionsHeld")],
        ["session_held_learned"] = [Adds("sessionsHeld")],
        ["interval_breach_noted"] = [Adds("intervalBreaches")],
        ["interval_breached"] = [Adds("intervalBreaches")],
        ["frequency_breached"] = [Adds("frequencyBreaches")],
        ["size_breached"] = [Adds("sizeBreaches")],
        ["session_awaited_too_long"] = [Adds("awaited")],
        ["bilan_fell_due"] = [Adds("bilansDue")],
        ["frame_incident_noted"] = [Adds("incidents")],
        ["frame_incident_learned"] = [Adds("incidents")],
        ["member_enrolled"] = [Adds("members")],
        ["volunteering_confirmed"] = [Adds("confirmations")],
        ["volunteering_revoked"] = [Adds("revocations"), Drops("members", "person")],
        ["member_left"] = [Adds("departures"), Drops("members", "person")],
        ["departure_recorded"] = [Adds("departuresAnnounced")],
        ["departure_objected"] = [Adds("departureObjections")],
        ["departure_agreed"] = [Adds("departureAgreements")],
        ["departure_declined"] = [Adds("departuresDeclined")],
        ["departure_withdrawn"] = [Adds("departuresWithdrawn")],
        ["group_sealed"] = [Marks("isSealed")],
        ["group_dissolved"] = [Says(), Marks("isDissolved")],
        ["stability_exception_asked"] = [Adds("exceptions")],
        ["stability_exception_approved"] = [Adds("exceptionApprovals")],
        ["stability_exception_agreed"] = [Adds("exceptionsAgreed")],
        ["group_entrusted"] = [Clears("awaited"), Says()],
        ["charter_acceptance_noted"] = [Adds("bound")],
        ["session_scheduled"] = [Says(), Is("scheduled")],
        ["session_cancelled"] = [Says(), Is("cancelled")],
        ["session_opened"] = [Is("open")],
        ["session_suspended"] = [Clears("by"), Says(), Is("suspended")],
        ["session_resumed"] = [Is("open")],
        ["session_closed"] = [Says(), Is("closed")],
        ["attendance_recorded"] = [Takes("present", "present")],
        ["minutes_corrected"] = [Takes("minutes", "to"), Adds("corrections")],
        ["attendance_corrected"] = [Takes("present", "present"), Adds("corrections")],
        ["themes_corrected"] = [Takes("themes", "to"), Adds("corrections")],
        ["correction_contested"] = [Takes("present", "present"), Adds("correctionsContested")],
        ["presence_claimed"] = [TakesSaid("present", "present"), Adds("presenceClaimed")],
        ["presence_confirmed"] = [Takes("present", "present"), Adds("presenceConfirmed")],
        ["themes_locked"] = [Adds("themesLocked")],
        ["themes_unlocked"] = [Drops("themesLocked", "bilan")],
        ["session_settled"] = [Marks("isSettled")],
        ["group_changed"] = [Clears("facilitator"), Clears("left"), Says()],
        ["reader_left"] = [Adds("readersLeft")],
        ["reader_returned"] = [Drops("readersLeft", "person")],
        ["situation_raised"] = [Adds("situations")],
        ["situation_chosen"] = [Takes("chosenSituation", "situation")],
        ["starting_position_stated"] = [Puts("startingPosition")],
        ["phase_started"] = [Takes("currentPhase", "phase")],
        ["phase_completed"] = [Adds("completedPhases"), Clears("currentPhase")],
        ["time_box_passed"] = [Adds("timeBoxesPassed")],
        ["protocol_deviation_justified"] = [Adds("deviations")],
        ["contribution_made"] = [Adds("contributions")],
        ["contribution_withdrawn"] = [Adds("withdrawals")],
        ["interpretation_pronounced"] = [Adds("pronouncements")],
        ["objective_stated"] = [Puts("objective")],
        ["feedback_given"] = [Puts("feedback")],
        ["echo_given"] = [Adds("echoes")],
        ["decision_proposed"] = [Adds("decisions")],
        ["decision_agreed"] = [Adds("agreements")],
        ["common_decision_adopted"] = [Drops("setAside", "decision"), Adds("adopted")],
        ["common_decision_set_aside"] = [Drops("adopted", "decision"), Adds("setAside")],
        ["frame_incident_recorded"] = [Adds("incidents")],
        ["confidentiality_exception_invoked"] = [Adds("confidentialityExceptions")],
        ["track_opened"] = [Says(), Is("opened")],
        ["track_endorsed"] = [Adds("endorsements")],
        ["track_endorsed_orally"] = [Adds("endorsements")],
        ["endorsement_contested"] = [Drops("endorsements", "member"), Adds("contests")],
        ["track_naming_contested"] = [Adds("namingsContested")],
        ["track_entrusted"] = [Clears("facilitator"), Says()],
        ["track_progressed"] = [Adds("progress"), Is("progressed")],
        ["track_completed"] = [Is("completed")],
        ["track_abandoned"] = [Says(), Is("abandoned")],
        ["bilan_drafted"] = [Says(), Is("draft")],
        ["amendment_proposed"] = [Adds("amendments")],
        ["amendment_accepted"] = [Adds("accepted"), Clears("textHash"), Clears("approvals"), Clears("dissents"), Is("draft")],
        ["amendment_refused"] = [Adds("refused")],
        ["content_locked"] = [Clears("deadline"), Clears("approvals"), Clears("dissents"), Says(), Is("locked")],
        ["parties_notified"] = [Takes("deadline", "deadline"), Adds("notices")],
        ["party_erased"] = [Adds("partiesErased")],
        ["party_approved"] = [Drops("dissents", "party"), Adds("approvals")],
        ["dissent_recorded"] = [Drops("approvals", "party"), Adds("dissents")],
        ["objection_raised"] = [Adds("objections")],
        ["objection_withdrawn"] = [Drops("objections", "objection")],
        ["orientation_recommended"] = [Adds("orientations"), Clears("textHash"), Clears("approvals"), Clears("dissents"), Is("draft")],
        ["naming_agreed"] = [Adds("namedByConsent")],
        ["naming_revoked"] = [Drops("namedByConsent", "person")],
        ["parties_changed"] = [Adds("partyChanges")],
        ["settled_bilan_entrusted"] = [Clears("facilitator"), Says()],
        ["bilan_agreed"] = [Says(), Is("agreed")],
        ["negotiation_failed"] = [Is("failed")],
        ["bilan_published"] = [Marks("handed")],
        ["bilan_observed"] = [Adds("observations")],
        ["observation_passed_on"] = [Adds("observationsPassedOn")],
        ["synthesis_drafted"] = [Says(), Is("draft")],
        ["synthesis_revised"] = [Says(), Clears("textHash"), Clears("approvals"), Is("draft")],
        ["synthesis_locked"] = [Says(), Is("locked")],
        ["synthesis_approved"] = [Adds("approvals")],
        ["synthesis_validated"] = [Says(), Is("validated")],
        ["synthesis_published"] = [Is("published")],
        ["synthesis_naming_agreed"] = [Adds("namedByConsent")],
        ["synthesis_naming_revoked"] = [Drops("namedByConsent", "person")],
        ["synthesis_entrusted"] = [Adds("partyChanges")],
        ["settled_synthesis_entrusted"] = [Clears("facilitator"), Says()],
        ["disclosure_requested"] = [Says(), Is("requested")],
        ["disclosure_approved"] = [Says(), Is("approved")],
        ["disclosure_refused"] = [Says(), Is("refused")],
        ["disclosure_ended"] = [Is("ended")],
        ["disclosure_asked"] = [Says(), Is("requested")],
        ["disclosure_agreed"] = [Adds("agreements")],
        ["disclosure_objected"] = [Adds("objections"), Is("refused")],
        ["disclosure_lapsed"] = [Is("ended")],
        ["disclosure_group_changed"] = [Adds("groupChanges")],
        ["narratives_read"] = [Adds("readings")],
        ["pulse_opened"] = [Says(), Is("open")],
        ["pulse_entrusted"] = [Clears("facilitator"), Says()],
        ["pulse_counted"] = [Says(), Is("over")],
        ["pulse_dropped"] = [Is("over")],
        ["qualification_evidenced"] = [Adds("evidence")],
        ["independence_declared"] = [Marks("isIndependent")],
        ["api_key_revoked"] = [Is("revoked")],
        ["platform_access_revoked"] = [Is("revoked")],
        ["audit_access_revoked"] = [Is("revoked")],
        ["calendar_link_revoked"] = [Is("revoked")],
        ["policy_set_published"] = [Is("published")],
        ["policy_set_withdrawn"] = [Is("withdrawn")],
        ["policy_set_deprecated"] = [Says(), Is("deprecated")],
        ["protocol_published"] = [Is("published")],
        ["protocol_withdrawn"] = [Is("withdrawn")],
        ["protocol_deprecated"] = [Says(), Is("deprecated")],
        ["operation_stopped"] = [Is("stopped")],
        ["operation_resumed"] = [Is("running")],
        ["operation_ended"] = [Is("ended")],
        ["webhook_enabled"] = [Is("enabled")],
        ["webhook_disabled"] = [Says(), Is("disabled")],
        ["webhook_removed"] = [Is("removed")],
        ["ledger_pulled"] = [Marks("isPulled")],
    }.ToImmutableDictionary();

    private delegate void Change(JsonObject state, JsonObject said);

    /// <summary>One more entry. Its fact is as the reader may see it.</summary>
    public static void Apply(IDictionary<(string Service, Guid Stream), ResourceState> states, LedgerEntryRecorded entry)
    {
        var key = (entry.Source, entry.Stream);
        var before = states.TryGetValue(key, out var known)
            ? known
            : new(entry.Source, entry.StreamType, entry.Stream, 0, entry.OccurredAt, []);
        var said = JsonNode.Parse(entry.Redacted) as JsonObject ?? [];
        said.Remove("occurredAt");
        said.Remove("datedBack");
        foreach (var change in Table.GetValueOrDefault(entry.EventType) ?? [Mirrors(entry) ? Adds("learned") : Says()])
        {
            change(before.State, said);
        }

        states[key] = before with
        {
            Version = before.Version + 1,
            LastOccurredAt = entry.OccurredAt > before.LastOccurredAt ? entry.OccurredAt : before.LastOccurredAt,
        };
    }

    // What a service was told by another is one word among several about one thing.
    private static bool Mirrors(LedgerEntryRecorded entry) =>
        entry.EventType.EndsWith("_noted", StringComparison.Ordinal) || entry.EventType.EndsWith("_learned", StringComparison.Ordinal);

    private static Change Says() =>
        (state, said) =>
        {
            foreach (var (member, value) in said)
            {
                state[member] = value?.DeepClone();
            }
        };

    private static Change When(string flag, Change change) =>
        (state, said) =>
        {
            if (said[flag]?.GetValue<bool>() is true)
            {
                change(state, said);
            }
        };

    private static Change Without(string member, Change change) =>
        (state, said) =>
        {
            if (said[member] is null)
            {
                change(state, said);
            }
        };

    private static Change Is(string word) => (state, _) => state[Where] = word;

    private static Change Marks(string member) => (state, _) => state[member] = true;

    private static Change Puts(string member) => (state, said) => state[member] = said.DeepClone();

    private static Change Takes(string member, string from) => (state, said) => state[member] = said[from]?.DeepClone();

    private static Change TakesSaid(string member, string from) =>
        (state, said) =>
        {
            if (said[from] is { } value)
            {
                state[member] = value.DeepClone();
            }
        };

    private static Change Clears(string member) => (state, _) => state.Remove(member);

    private static Change Adds(string list) =>
        (state, said) =>
        {
            if (state[list] is not JsonArray items)
            {
                state[list] = items = [];
            }

            items.Add(said.DeepClone());
        };

    private static Change Drops(string list, params string[] by) =>
        (state, said) =>
        {
            if (state[list] is JsonArray items)
            {
                foreach (var gone in items.Where(i => by.All(m => JsonNode.DeepEquals(i![m], said[m]))).ToList())
                {
                    items.Remove(gone);
                }
            }
        };
}
