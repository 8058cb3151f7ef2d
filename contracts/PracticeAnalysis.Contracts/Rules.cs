namespace PracticeAnalysis.Contracts;

/// <summary>A rule of the field: what a problem names when it is broken, and where it comes from.</summary>
/// <param name="Name">The rule's name, as in problems; stable.</param>
/// <param name="Source">The documents it comes from: S0 to S4, eaje, or design.</param>
/// <param name="Where">Where it holds: <c>frame</c> (the frames that ask for it), <c>always</c>, <c>protocol</c>, or the one frame's name.</param>
/// <param name="Says">What it asks, in a sentence.</param>
/// <param name="Recorded">Whether a breach is recorded and shown instead of refused.</param>
public sealed record FieldRule(string Name, string Source, string Where, string Says, bool Recorded = false);

/// <summary>One of the nine principles that hold whatever the frame, and the rules that keep it.</summary>
/// <param name="Rules">Names of <see cref="FieldRules.All" />.</param>
public sealed record Principle(int Number, string Says, IReadOnlyList<string> Rules);

/// <summary>Every rule of the field, in one place. What a frame asks of a rule is in the frame's data file; what a protocol asks, in the protocol's.</summary>
public static class FieldRules
{
    private const string Frame = "frame";
    private const string Always = "always";
    private const string Protocol = "protocol";
    private const string Eaje = "eaje";

    /// <summary>The rules, by where they hold, then in the order of the documents.</summary>
    public static IReadOnlyList<FieldRule> All { get; } =
    [
        new("kind", "S2 S3", Frame, "A dispositif is of its frame's kind: analysis, supervision or regulation."),
        new("audience", "S2 S3 S4", Frame, "A dispositif is for its frame's audience."),
        new("size", "S1 S2 S3 eaje", Frame, "A group holds between the frame's fewest and most members."),
        new("composition", "S2", Frame, "Members come from one institution, or from different ones."),
        new("participation", "S3", Frame, "Members volunteer expressly and personally, and may revoke it at any time."),
        new("independence", "S0 S2", Always, "The facilitator holds no hierarchical authority over a member."),
        new("externality", "S1 eaje", Frame, "The facilitator stands outside the establishment."),
        new("qualification", "S0", Frame, "The facilitator's file shows what the frame asks for."),
        new("interval", "S3 S4", Frame, "No more days than this between two sessions.", Recorded: true),
        new("frequency", "S3 S4", Frame, "So many sessions a month.", Recorded: true),
        new("minimum-term", "S3 S4", Frame, "So many months; ending earlier needs a reason.", Recorded: true),
        new("rate", "S3", Frame, "The hourly rate lies in the frame's range."),
        new("stability", "S4", Frame, "Membership stands for the term; an exception has the group's agreement."),
        new("protocol", "S2 S3 S4", Frame, "Sessions run by the frame's protocol, as strictly as it says."),
        new(
            "outcome",
            "S1 S3",
            Frame,
            "A session ends on what can be changed, an action track, a decision, or an explicit 'none' where the frame allows it."
        ),
        new("approval", "S2", Frame, "A bilan is agreed by the facilitator and the group, as the frame says."),
        new("confidentiality", "S1 S2 S3", Always, "What is told is read by the group's members and its facilitator alone."),
        new("private", "design", Always, "What is private is read by its author, and by the narrator it was said to."),
        new(
            "charter-acceptance",
            "S1 S2 S3",
            Always,
            "Every member and the facilitator accept the charter, on its exact text, before the first session."
        ),
        new(
            "named-by-consent",
            "S3",
            Always,
            "Nobody is named outside unless they ask, agree or take part; for one text, until it is published."
        ),
        new("transparency", "S2", Always, "The charter says what the establishment will receive, and nothing else reaches it."),
        new("outward-list", "S3", Always, "Only main axes, action plans and decisions leave, in a text that was agreed."),
        new(
            "listed-by-agreed-text",
            "S3",
            Always,
            "A track's or a decision's text leaves once an agreed bilan or a validated synthesis lists it."
        ),
        new("own-words", "S1 S3", Always, "A contribution is withdrawn by its author, and edited by nobody."),
        new("presence", "S3", Always, "Who contributes is present; presence is recorded, and leaves as a rate alone.", Recorded: true),
        new("membership", "S4", Always, "Who takes part in a session is a member of the group."),
        new("diagnosis-first", "S2 S3 design", Always, "No dispositif is designed before the diagnosis is restituted."),
        new(
            "joint-validation",
            "S3",
            "esms-regulation",
            "In regulation the protagonists validate the process together before any session."
        ),
        new("management-commitment", "S3", Frame, "Those who lead the establishment commit themselves too."),
        new("kind-decided", "S2 S3", Always, "The demand proposes a kind; a person decides it, with a reason."),
        new("approval-on-exact-text", "S2", Always, "An approval names the hash of the exact text; an amendment voids it."),
        new("own-objection", "S2", Always, "An objection blocks until its author withdraws it."),
        new("facilitator-approves", "S2", Always, "The facilitator approves a bilan, or objects; they do not stand aside."),
        new(
            "evolution",
            "S2",
            Always,
            "A bilan measures how the dispositif evolved against the diagnosis and the bilan before; what those said stays."
        ),
        new("orientation-in-final-bilan", "S2", Always, "The final bilan alone recommends orientations."),
        new(
            "final-bilan",
            "S2",
            Always,
            "No engagement that was active ends without its final bilan, or the record that its negotiation failed."
        ),
        new("nothing-before-agreement", "S2", Always, "Nothing of a bilan or a synthesis is handed over before it is agreed."),
        new("co-built", "S0 S3", Always, "An action track is built with at least one member."),
        new(
            "frame-incident",
            "S3",
            Always,
            "No judgement, therapy, complaint without perspective, or breach of confidence: what happens is recorded.",
            Recorded: true
        ),
        new(
            "confidentiality-exception",
            "design",
            Always,
            "The exception of article 226-14 is invoked as a fact with its basis, never with content.",
            Recorded: true
        ),
        new(
            "two-persons",
            "design",
            Always,
            "What was said is read for a lawful purpose by one person after another one, of another role, agreed; for a time, and each reading is recorded."
        ),
        new(
            "professional-secrecy",
            "design",
            Always,
            "Professional secrecy (226-13) binds by a legal text; nobody declares it of themself."
        ),
        new("siret", "design", Always, "A SIRET has 14 digits whose check holds."),
        new("finess", "design", Always, "A FINESS number has nine characters whose check holds."),
        new("occurred-at", "design", Always, "A fact has happened, and not before the last one."),
        new("phase-order", "S2 S3 S4", Protocol, "The phases come in their order, each once."),
        new("deviation-reason", "design", Protocol, "A guided protocol is left with a reason; a strict one is not left."),
        new("who-brings-what", "S2 S3 S4", Protocol, "Each phase says who may bring what."),
        new("narrator-alone", "S2 S4", Protocol, "What is the narrator's to say is said by the narrator, a member."),
        new("situation-raised", "S4", Protocol, "Situations emerge before one is chosen."),
        new("situation-chosen", "S4", Protocol, "One situation is chosen that federates."),
        new("exposed", "S2 S3 S4", Protocol, "The situation is told."),
        new("starting-position-stated", "S4", Protocol, "The narrator says from where they start."),
        new("interpreted", "S2", Protocol, "The group makes interpretations."),
        new("every-interpretation-pronounced", "S2", Protocol, "The narrator pronounces on every interpretation."),
        new("responded", "S2", Protocol, "Facilitator and group elaborate a response."),
        new("objective-stated", "S4", Protocol, "The narrator states an objective."),
        new("objective-depends-on-narrator", "S4", Protocol, "The objective depends on the narrator."),
        new("piste-from-every-member", "S4", Protocol, "Every member present brings a piste."),
        new("feedback-given", "S4", Protocol, "The narrator gives feedback."),
        new("starting-position", "S4", Protocol, "The feedback is given against the starting position."),
        new("echo-from-every-member", "S4", Protocol, "Every member present gives an echo."),
        new("brought", "S1 S3", Protocol, "A phase that asks for a kind of contribution has one."),
        new("facilitator-shares", "S3", Protocol, "In supervision the facilitator shares what they live too."),
        new("decided-in-common", "S3", Protocol, "A regulation session works towards decisions agreed in common."),
        new("agreed-in-common", "S3", Always, "A decision is adopted once everyone present agreed to it."),
        new("hours-a-year", "eaje", Eaje, "Six hours a year for each professional.", Recorded: true),
        new("hours-each-four-months", "eaje", Eaje, "Two of them in each four-month period.", Recorded: true),
        new("no-children-present", "eaje", Eaje, "No children are present."),
        new("attestation-without-content", "eaje", Eaje, "Each professional's hours are attested, and nothing of content."),
        new("floor", "design", Always, "A figure over persons stands on five distinct persons at least."),
        new("dominance", "design", Always, "Nobody is more than 85 % of a figure over persons."),
        new("complementary", "design", Always, "What is released together betrays nothing that is unsafe, earlier releases included."),
        new("release-difference", "design", Always, "A correction differs from the last release by as many persons as the floor asks."),
        new("closed-period", "design", Always, "Figures are for a closed period."),
        new("opened-by-agreed-bilan", "design", Always, "A figure drawn from content counts once an agreed bilan covers its date."),
        new("pulse-floor", "design", Always, "A pulse that fewer than five answered is never counted."),
        new("pulse-once", "design", Always, "A pulse is answered once, by those who were present, and no answer has a name."),
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
        new(6, "A group is stable over its term", ["stability", "membership", "size", "composition"]),
        new(7, "A dispositif's nature comes from the demand", ["kind-decided", "kind", "audience", "diagnosis-first", "joint-validation"]),
        new(
            8,
            "Every bilan is negotiated",
            [
                "approval",
                "approval-on-exact-text",
                "own-objection",
                "facilitator-approves",
                "nothing-before-agreement",
                "evolution",
                "orientation-in-final-bilan",
                "final-bilan",
            ]
        ),
        new(9, "A session closes on what can be changed", ["outcome", "agreed-in-common", "co-built"]),
    ];
}
