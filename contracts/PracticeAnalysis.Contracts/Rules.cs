namespace PracticeAnalysis.Contracts;

/// <summary>A rule of the field: what a problem names when it is broken, and where it comes from.</summary>
/// <param name="Name">The rule's name, as in problems; stable.</param>
/// <param name="Source">The documents it comes from: S0 to S4, eaje, or design.</param>
/// <param name="Where">Where it holds: <c>frame</c> (the frames that ask for it), <c>always</c>, or <c>protocol</c>.</param>
/// <param name="Says">What it asks, in a sentence.</param>
/// <param name="Enforced">The services that refuse what breaks it, or record it.</param>
/// <param name="Judged">Who says afterwards whether it was kept.</param>
/// <param name="Recorded">Whether a breach is recorded and shown instead of refused.</param>
public sealed record FieldRule(
    string Name,
    string Source,
    string Where,
    string Says,
    Enforcers Enforced = Enforcers.None,
    Judge Judged = Judge.Nobody,
    bool Recorded = false
);

/// <summary>The services that enforce a rule.</summary>
[Flags]
public enum Enforcers
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Engagement.</summary>
    Engagement = 1,

    /// <summary>Session.</summary>
    Session = 2,

    /// <summary>Reporting.</summary>
    Reporting = 4,

    /// <summary>None refuses or records it: conformance shows what breaks it.</summary>
    Shown = 8,
}

/// <summary>Who says afterwards whether a rule was kept.</summary>
public enum Judge
{
    /// <summary>Nobody, where the rule names none.</summary>
    Nobody,

    /// <summary>Conformance, from the facts of an engagement's history.</summary>
    History,

    /// <summary>The table of who reads what: a reading is no fact.</summary>
    Door,

    /// <summary>The releases of a practice's figures, frozen and attacked by a program: they are no engagement's.</summary>
    Release,

    /// <summary>Where it is said, and nobody after: what was said is kept sealed, or is in no engagement's history.</summary>
    Entry,
}

/// <summary>One of the principles that hold whatever the frame, and the rules that keep it.</summary>
/// <param name="Rules">Names of <see cref="FieldRules.All" />.</param>
public sealed record Principle(int Number, string Says, IReadOnlyList<string> Rules);

/// <summary>Every rule of the field, in one place. What a frame asks of a rule is in the frame's data file; what a protocol asks, in the protocol's.</summary>
public static class FieldRules
{
    private const string Frame = "frame";
    private const string Always = "always";
    private const string Protocol = "protocol";
    private const Enforcers Engagement = Enforcers.Engagement;
    private const Enforcers Session = Enforcers.Session;
    private const Enforcers Reporting = Enforcers.Reporting;
    private const Enforcers Shown = Enforcers.Shown;
    private const Judge History = Judge.History;
    private const Judge Door = Judge.Door;
    private const Judge Release = Judge.Release;
    private const Judge Entry = Judge.Entry;

    /// <summary>The rules, by where they hold, then in the order of the documents.</summary>
    public static IReadOnlyList<FieldRule> All { get; } =
    [
        new("kind", "S2 S3", Frame, "A dispositif is of its frame's kind: analysis, supervision or regulation.", Engagement, History),
        new("audience", "S2 S3 S4", Frame, "A dispositif is for its frame's audience.", Engagement, History),
        new("size", "S1 S2 S3 eaje", Frame, "A group holds between the frame's fewest and most members.", Engagement, History),
        new("composition", "S2", Frame, "Members come from one institution, or from different ones.", Engagement, History),
        new(
            "participation",
            "S3",
            Frame,
            "Members volunteer expressly and personally, and may revoke it at any time.",
            Engagement,
            History
        ),
        new("independence", "S0 S2", Always, "The facilitator holds no hierarchical authority over a member.", Engagement, History),
        new("externality", "S1 eaje", Frame, "The facilitator stands outside the establishment.", Engagement, History),
        new("qualification", "S0", Frame, "The facilitator's file shows what the frame asks for.", Engagement, History),
        new("interval", "S3 S4", Frame, "No more days than this between two sessions.", Engagement | Session, History, Recorded: true),
        new("frequency", "S3 S4", Frame, "So many sessions a month.", Engagement, History, Recorded: true),
        new("minimum-term", "S3 S4", Frame, "So many months; ending earlier needs a reason.", Engagement, History, Recorded: true),
        new("rate", "S3", Frame, "The hourly rate lies in the frame's range.", Engagement, History),
        new("stability", "S4", Frame, "Membership stands for the term; an exception has the group's agreement.", Engagement, History),
        new("protocol", "S2 S3 S4", Frame, "Sessions run by the frame's protocol, as strictly as it says.", Engagement, History),
        new(
            "outcome",
            "S1 S3",
            Frame,
            "A session ends on what can be changed, an action track, a decision, or an explicit 'none' where the frame allows it.",
            Session,
            History
        ),
        new("approval", "S2", Frame, "A bilan is agreed by the facilitator and the group, as the frame says.", Reporting, History),
        new("confidentiality", "S1 S2 S3", Always, "What is told is read by the group's members and its facilitator alone.", Session, Door),
        new("private", "design", Always, "What is private is read by its author, and by the narrator it was said to.", Session, Door),
        new(
            "charter-acceptance",
            "S1 S2 S3",
            Always,
            "Every member and the facilitator accept the charter, on its exact text, before the first session.",
            Engagement,
            History
        ),
        new(
            "named-by-consent",
            "S3",
            Always,
            "Nobody is named outside unless they ask, agree or take part; for one text, until it is published.",
            Reporting,
            History
        ),
        new(
            "transparency",
            "S2",
            Always,
            "The charter says what the establishment will receive, and nothing else reaches it.",
            Engagement | Reporting,
            History
        ),
        new("outward-list", "S3", Always, "Only main axes, action plans and decisions leave, in a text that was agreed.", Reporting, Door),
        new(
            "listed-by-agreed-text",
            "S3",
            Always,
            "A track's or a decision's text leaves once an agreed bilan or a validated synthesis lists it.",
            Reporting,
            Door
        ),
        new("own-words", "S1 S3", Always, "A contribution is withdrawn by its author, and edited by nobody.", Session, History),
        new(
            "presence",
            "S3",
            Always,
            "Who contributes is present; presence is recorded, and leaves as a rate alone.",
            Session,
            History,
            Recorded: true
        ),
        new(
            "departure",
            "S4 design",
            Always,
            "A sealed group is told of a departure and may object within a delay; then those who are reached agree, and who is absent holds nobody up.",
            Engagement,
            History
        ),
        new("membership", "S4", Always, "Who takes part in a session is a member of the group.", Session, History),
        new(
            "diagnosis-first",
            "S2 S3 design",
            Always,
            "No dispositif is designed before the diagnosis is restituted.",
            Engagement,
            History
        ),
        new(
            "joint-validation",
            "S3",
            Frame,
            "In regulation those who lead and the team are heard, and validate the process together before any session.",
            Engagement,
            History
        ),
        new("management-commitment", "S3", Frame, "Those who lead the establishment commit themselves too.", Engagement, History),
        new(
            "payer-agrees",
            "design",
            Always,
            "The establishment that asks accepts dispositif, rate, amendment and renewal, or the practice says what shows that it did.",
            Engagement,
            History
        ),
        new("kind-decided", "S2 S3", Always, "The demand proposes a kind; a person decides it, with a reason.", Engagement, History),
        new(
            "approval-on-exact-text",
            "S2",
            Always,
            "An approval names the hash of the exact text; an amendment voids it.",
            Reporting,
            History
        ),
        new(
            "own-objection",
            "S2",
            Always,
            "An objection blocks until its author withdraws it; of who was erased, until another text is locked.",
            Reporting,
            History
        ),
        new(
            "facilitator-approves",
            "S2",
            Always,
            "The facilitator approves a bilan, or objects; they do not stand aside.",
            Reporting,
            History
        ),
        new(
            "told-twice",
            "design",
            Always,
            "A negotiation fails past a deadline that is fourteen days ahead at least, and of which its parties were told twice.",
            Reporting,
            History
        ),
        new(
            "evolution",
            "S2",
            Always,
            "An intermediate bilan measures how the dispositif evolved against the diagnosis and the bilan before, or says why not; what those said stays.",
            Reporting,
            History
        ),
        new(
            "bilan-period",
            "design",
            Always,
            "A bilan's period lies within its engagement, and not after the bilan's own date.",
            Reporting,
            History
        ),
        new("orientation-in-final-bilan", "S2", Always, "The final bilan alone recommends orientations.", Reporting, History),
        new(
            "final-bilan",
            "S2",
            Always,
            "No engagement that was active ends without its final bilan, or the record that its negotiation failed.",
            Engagement,
            History
        ),
        new(
            "nothing-before-agreement",
            "S2",
            Always,
            "Nothing of a bilan or a synthesis is handed over before it is agreed.",
            Reporting,
            History
        ),
        new(
            "co-built",
            "S0 S3",
            Always,
            "An action track counts once somebody else than who opened it endorsed it: a member, by a token of their own or orally in a session.",
            Session,
            History
        ),
        new(
            "frame-incident",
            "S3",
            Always,
            "No judgement, therapy, complaint without perspective, or breach of confidence: what happens is recorded.",
            Engagement | Session,
            History,
            Recorded: true
        ),
        new(
            "confidentiality-exception",
            "design",
            Always,
            "The exception of article 226-14 is invoked as a fact with its basis, never with content.",
            Engagement | Session,
            History,
            Recorded: true
        ),
        new(
            "two-persons",
            "design",
            Always,
            "What was said is read for a lawful purpose by one person after another one, of another role, agreed; for a time, and each reading is recorded.",
            Session,
            History
        ),
        new(
            "disclosure-basis",
            "design",
            Always,
            "What was said is read on a basis out of a closed list, with what that basis demands; the group is told, and may object where it leaves a delay.",
            Session,
            History
        ),
        new(
            "professional-secrecy",
            "design",
            Always,
            "Professional secrecy (226-13) binds by a legal text; nobody declares it of themself.",
            Engagement,
            History
        ),
        new(
            "erasure-notice",
            "design",
            Always,
            "The practice has nobody erased before seven days after they were told; by their own token a person is at once.",
            Engagement,
            Entry
        ),
        new("siret", "design", Always, "A SIRET has 14 digits whose check holds.", Engagement, Entry),
        new("finess", "design", Always, "A FINESS number has nine characters whose check holds.", Engagement, Entry),
        new(
            "succession",
            "design",
            Always,
            "An establishment whose place another one took asks for nothing new, and is taken over once.",
            Engagement,
            Entry
        ),
        new("occurred-at", "design", Always, "A fact has happened, and not before the last one.", Reporting, History),
        new("phase-order", "S2 S3 S4", Protocol, "The phases come in their order, each once.", Session, History),
        new("deviation-reason", "design", Protocol, "A guided protocol is left with a reason; a strict one is not left.", Session, History),
        new("who-brings-what", "S2 S3 S4", Protocol, "Each phase says who may bring what.", Session, History),
        new("narrator-alone", "S2 S4", Protocol, "What is the narrator's to say is said by the narrator, a member.", Session, History),
        new("situation-raised", "S4", Protocol, "Situations emerge before one is chosen.", Session, History),
        new("situation-chosen", "S4", Protocol, "One situation is chosen that federates.", Session, History),
        new("exposed", "S2 S3 S4", Protocol, "The situation is told.", Session, History),
        new("starting-position-stated", "S4", Protocol, "The narrator says from where they start.", Session, History),
        new("interpreted", "S2", Protocol, "The group makes interpretations.", Session, History),
        new("every-interpretation-pronounced", "S2", Protocol, "The narrator pronounces on every interpretation.", Session, History),
        new("responded", "S2", Protocol, "Facilitator and group elaborate a response.", Session, History),
        new("objective-stated", "S4", Protocol, "The narrator states an objective.", Session, History),
        new("objective-depends-on-narrator", "S4", Protocol, "The objective depends on the narrator.", Session, Entry),
        new("piste-from-every-member", "S4", Protocol, "Every member present brings a piste.", Session, History),
        new("feedback-given", "S4", Protocol, "The narrator gives feedback.", Session, History),
        new("starting-position", "S4", Protocol, "The feedback is given against the starting position.", Session, History),
        new("echo-from-every-member", "S4", Protocol, "Every member present gives an echo.", Session, History),
        new("brought", "S1 S3", Protocol, "A phase that asks for a kind of contribution has one.", Session, History),
        new("facilitator-shares", "S3", Protocol, "In supervision the facilitator shares what they live too.", Session, History),
        new("decided-in-common", "S3", Protocol, "A regulation session works towards decisions agreed in common.", Session, History),
        new(
            "agreed-in-common",
            "S3",
            Always,
            "A decision is adopted once everyone present agreed to it, half of the group at least.",
            Session,
            History
        ),
        new("hours-a-year", "eaje", Frame, "Six hours a year for each professional.", Engagement, History, Recorded: true),
        new("hours-each-four-months", "eaje", Frame, "Two of them in each four-month period.", Engagement, History, Recorded: true),
        new("no-children-present", "eaje", Frame, "No children are present.", Session, History),
        new(
            "attestation-without-content",
            "eaje",
            Frame,
            "Each professional's hours are attested, and nothing of content.",
            Engagement,
            Door
        ),
        new("floor", "design", Always, "A figure over persons stands on five distinct persons at least.", Reporting, Release),
        new("dominance", "design", Always, "Who may be all of a figure over persons may as well be none of it.", Reporting, Release),
        new(
            "complementary",
            "design",
            Always,
            "What is released together betrays nothing that is unsafe, earlier releases included.",
            Reporting,
            Release
        ),
        new(
            "release-difference",
            "design",
            Always,
            "What was released stands; once retracted it is released again, and the same.",
            Reporting,
            Release
        ),
        new("closed-period", "design", Always, "Figures are for a closed period.", Reporting, Release),
        new(
            "opened-by-agreed-bilan",
            "design",
            Always,
            "A figure drawn from content counts once an agreed bilan covers its date.",
            Reporting,
            Release
        ),
        new("pulse-floor", "design", Always, "A pulse that fewer than five answered is never counted.", Session, History),
        new(
            "pulse-once",
            "design",
            Always,
            "A pulse is answered once, by those who were present, and no answer has a name.",
            Session,
            History
        ),
        new(
            "mandate",
            "design",
            Always,
            "A session is held while its engagement is active, by the facilitator who was assigned by then.",
            Session,
            History
        ),
        new("within-term", "design", Always, "A session lies within the term.", Shown, History, Recorded: true),
        new(
            "session-correction",
            "design",
            Always,
            "What was entered wrongly of a session is corrected by its facilitator until the engagement is concluded, its themes until a text that covers it is locked; nobody who took part becomes absent.",
            Session | Reporting,
            History
        ),
        new(
            "plausible",
            "design",
            Always,
            "A group and a facilitator hold one session at a time, no longer than it was open, or it is explained.",
            Session,
            History
        ),
    ];

    /// <summary>The principles, each with the rules that keep it.</summary>
    public static IReadOnlyList<Principle> Principles { get; } =
    [
        new(
            1,
            "Confidentiality",
            [
                "confidentiality",
                "private",
                "charter-acceptance",
                "named-by-consent",
                "confidentiality-exception",
                "two-persons",
                "professional-secrecy",
            ]
        ),
        new(2, "Neutrality", ["independence", "externality", "qualification"]),
        new(3, "Transparency", ["transparency", "outward-list", "listed-by-agreed-text", "management-commitment"]),
        new(4, "Non-judgment, respect, parity", ["own-words", "frame-incident", "who-brings-what", "facilitator-shares"]),
        new(5, "Involvement", ["presence", "participation", "hours-a-year", "hours-each-four-months", "attestation-without-content"]),
        new(6, "A group is stable over its term", ["stability", "departure", "membership", "size", "composition"]),
        new(7, "A dispositif's nature comes from the demand", ["kind-decided", "kind", "audience", "diagnosis-first", "joint-validation"]),
        new(
            8,
            "Every bilan is negotiated",
            [
                "approval",
                "approval-on-exact-text",
                "own-objection",
                "facilitator-approves",
                "told-twice",
                "bilan-period",
                "nothing-before-agreement",
                "evolution",
                "orientation-in-final-bilan",
                "final-bilan",
            ]
        ),
        new(9, "A session closes on what can be changed", ["outcome", "agreed-in-common", "co-built"]),
        new(10, "Who pays agrees to what is paid", ["payer-agrees", "rate"]),
    ];
}
