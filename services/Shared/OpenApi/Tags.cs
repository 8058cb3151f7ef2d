namespace PracticeAnalysis.OpenApi;

/// <summary>What the operations of a tag are about: the first noun of their path.</summary>
internal static class Tags
{
    /// <summary>A sentence for each.</summary>
    public static readonly IReadOnlyDictionary<string, string> Say = new Dictionary<string, string>
    {
        ["api-keys"] =
            "Keys for small integrations in place of a person's token. A practice or an establishment issues, rotates and revokes them.",
        ["audit-grants"] =
            "What lets an auditor read histories, for a purpose and a time. The practice grants and revokes; the auditor lists and exports.",
        ["bilans"] =
            "The negotiated account of a period. Members and facilitator amend, approve or object; once agreed, it is handed to the establishment.",
        ["calendar-links"] =
            "Links to the calendar of one's own sessions. A facilitator or a member makes one for a calendar program that holds no token.",
        ["calendars"] = "The sessions behind a calendar link as iCalendar, read by calendar programs without a token.",
        ["charter-clauses"] = "The catalogue of clauses that charters are made of, for whoever proposes a charter or reads one.",
        ["disclosures"] =
            "An auditor's demand to read what was said in a session. Those concerned agree, object or refuse; each reading is recorded.",
        ["engagements"] =
            "The whole relation from a qualified request to its conclusion: diagnosis, dispositif, charter, term, history. The practice leads it.",
        ["establishments"] =
            "The establishments of a practice: registration and succession, and what each reads as its own, such as indicators and action tracks.",
        ["event-schemas"] = "The JSON Schema of each stored event, in every version, for whoever reads histories or exports with programs.",
        ["events"] = "A feed of what happened and where it can be read, pulled by a cursor in place of webhooks or beside them.",
        ["facilitators"] =
            "The files of facilitators: qualifications, independence, professional secrecy. The practice keeps them; a facilitator reads their own.",
        ["frames"] =
            "The named sets of rules that dispositifs follow, those that ship and the practice's own. Everybody with a token reads them.",
        ["groups"] =
            "The stable groups of an engagement: members, sealing, departures, and lists of their sessions, tracks, bilans and syntheses.",
        ["imports"] =
            "What a practice kept before, taken over in bulk: establishments, members, past engagements. Each import answers with an operation.",
        ["indicator-periods"] = "Closed quarters and years, of which the practice publishes or retracts the indicators of each scope.",
        ["operations"] = "The progress and line-by-line results of imports. The practice follows, stops or resumes them.",
        ["past-engagements"] =
            "Engagements from before this system, in counts as the practice tells of them. They enter no history and no indicator.",
        ["persons"] = "A person's name, records and rights: export, erasure, joined records, and what waits for their word.",
        ["platform-grants"] =
            "What platforms may read of an establishment. The establishment grants and takes back; the practice and the platform read it.",
        ["policy-sets"] =
            "Frames of the practice's own, from draft to publication and deprecation. Once published, each stands among the frames.",
        ["proof"] =
            "Evidence that nobody rewrote the ledger: checkpoints, proofs, entries, chain heads. Auditors pull them and verify offline.",
        ["protocol-templates"] =
            "Protocols of the practice's own, from draft to publication and deprecation. Once published, each stands among the protocols.",
        ["protocols"] = "The ordered phases that sessions run by, those that ship and the practice's own, for anybody with a token.",
        ["pulses"] =
            "Short anonymous questions at a session's end. The facilitator asks, and members who were present answer without a name.",
        ["requests"] =
            "What an establishment asks for, before anything is agreed. The practice qualifies or declines it; a qualified one opens an engagement.",
        ["roll-ups"] =
            "Released indicators over several establishments: an association, a legal entity, a department, or the whole practice.",
        ["sandbox"] = "A practice to build against. Its generation ends at a reset, and its fixed seed is loaded again.",
        ["sessions"] = "The meetings of a group, phase by phase. The facilitator leads them; members contribute and decide.",
        ["syntheses"] =
            "The anonymised account of a session or a period. The group validates its exact text before the establishment reads it.",
        ["tracks"] =
            "What a group wants to change, followed from session to session. Members and facilitator open and follow them; members endorse them.",
        ["webhooks"] =
            "Signed calls when something happens, with a delivery log. A practice, an establishment or a platform subscribes for itself.",
    };
}
