using System.Text.Json.Nodes;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.History.Conformance;
using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>One event of a history, as the ledger tells it.</summary>
internal sealed record Line(string Source, string Of, Guid Stream, string Type, JsonObject Fact, string Actor, DateTimeOffset At)
{
    /// <summary>The same event, saying something else.</summary>
    public Line Saying(string member, JsonNode? value)
    {
        var fact = Fact.DeepClone().AsObject();
        fact[member] = value;
        return this with { Fact = fact };
    }
}

/// <summary>A short history that keeps to every rule: a group of three, two sessions, a final bilan; and ways to doctor it.</summary>
internal sealed class Chronicle
{
    public static readonly Guid Engagement = Given.Id(2);
    public static readonly Guid Facilitator = Given.Id(10);
    public static readonly Guid Establishment = Given.Id(20);
    public static readonly Guid Group = Given.Id(30);
    public static readonly Guid Anne = Given.Id(41);
    public static readonly Guid Bob = Given.Id(42);
    public static readonly Guid Chloe = Given.Id(43);
    public static readonly Guid First = Given.Id(51);
    public static readonly Guid Second = Given.Id(52);
    public static readonly Guid Bilan = Given.Id(60);
    private static readonly Guid[] All = [Anne, Bob, Chloe];

    // A frame that asks for everything that a frame can ask for, in the shape of the shipped ones.
    private static readonly JsonObject Frame = JsonNode
        .Parse(
            """
            {"name":"tout","version":1,"source":"S3","title":"Tout","kind":"practice-analysis","audiences":["professionals"],"rules":{
              "size":{"source":"S3","minimum":3,"maximum":4},
              "composition":{"value":"one-institution","source":"S2"},
              "participation":{"value":"volunteers","source":"S3"},
              "externality":{"value":"required","source":"S1"},
              "qualification":{"value":["field-experience"],"source":"S0"},
              "interval":{"value":31,"source":"S4"},
              "frequency":{"source":"S3","minimum":1,"maximum":2},
              "minimumTerm":{"value":6,"source":"S3"},
              "rate":{"source":"S3","minimum":10000,"maximum":15000},
              "stability":{"value":"by-agreement","source":"S4"},
              "protocol":{"name":"expose-interpret-respond","version":1,"strictness":"strict","source":"S2"},
              "outcome":{"noneAllowed":false,"source":"S3"},
              "jointValidation":{"value":true,"source":"S3"},
              "managementCommitment":{"value":true,"source":"S3"},
              "hoursAYear":{"value":6,"source":"eaje"},
              "hoursEachFourMonths":{"value":2,"source":"eaje"},
              "noChildrenPresent":{"value":true,"source":"eaje"}}}
            """
        )!
        .AsObject();

    private readonly List<Line> _lines = [];
    private DateTimeOffset _now = new(2025, 1, 6, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The report on some lines.</summary>
    /// <param name="to">The moment asked for; a day after the last line where there is none.</param>
    /// <param name="frames">The practice's own frames.</param>
    /// <param name="recorded">When a line was recorded, where it was not when it happened.</param>
    /// <param name="hours">What is told elsewhere of the members' hours.</param>
    public static ConformanceView Report(
        IReadOnlyList<Line> lines,
        DateTimeOffset? to = null,
        IReadOnlyList<LedgerHole>? holes = null,
        IReadOnlyList<JsonObject>? frames = null,
        Func<Line, DateTimeOffset, DateTimeOffset>? recorded = null,
        ToldElsewhere? hours = null
    ) =>
        ReadConformance.Of(
            new(Engagement, lines.Count, new(), to ?? lines.Select(l => l.At).DefaultIfEmpty().Max().AddDays(1), holes ?? [], hours),
            Rulebook.Read().With([Frame, .. frames ?? []]),
            Entries(lines).Zip(lines, (e, l) => recorded is null ? e : e with { RecordedAt = recorded(l, e.RecordedAt) })
        );

    /// <summary>The lines as the ledger tells them.</summary>
    public static IReadOnlyList<LedgerEntryRecorded> Entries(IReadOnlyList<Line> lines) => [.. lines.Select((l, i) => Entry(lines, l, i))];

    /// <summary>The frame, with another name, version or rules.</summary>
    public static JsonObject FrameWith(Action<JsonObject> change)
    {
        var frame = Frame.DeepClone().AsObject();
        change(frame);
        return frame;
    }

    /// <summary>The history.</summary>
    public static IReadOnlyList<Line> Kept()
    {
        var told = new Chronicle();
        told.Founded();
        told.Held(First);
        told._now = told._now.AddDays(28);
        told.Held(Second);
        told.Concluded();
        return told._lines;
    }

    private void Founded()
    {
        Say("facilitator", Facilitator, "facilitator_registered", new());
        Say("facilitator", Facilitator, "independence_declared", new());
        Say("facilitator", Facilitator, "professional_secrecy_established", new() { ["basis"] = "social-worker" }, actor: "practice:x");
        Say("facilitator", Facilitator, "qualification_evidenced", new() { ["kind"] = "field-experience" });
        Engaged("engagement_opened", new() { ["establishment"] = Establishment, ["kind"] = "practice-analysis" });
        Engaged("facilitator_assigned", new() { ["facilitator"] = Facilitator });
        Engaged("protagonist_heard", new() { ["protagonist"] = Given.Id(80) });
        Engaged("support_process_proposed", new());
        Engaged("diagnosis_validated", new() { ["protagonist"] = Given.Id(80) });
        Engaged("diagnosis_restituted", new() { ["measures"] = new JsonArray(new JsonObject { ["dimension"] = "bond", ["value"] = 2 }) });
        Engaged(
            "dispositif_proposed",
            new()
            {
                ["dispositif"] = new JsonObject
                {
                    ["kind"] = "practice-analysis",
                    ["audience"] = "professionals",
                    ["frames"] = new JsonArray(new JsonObject { ["name"] = "tout", ["version"] = 1 }),
                    ["termMonths"] = 12,
                    ["rateCents"] = 12000,
                },
            }
        );
        Say("group", Group, "group_constituted", new() { ["engagement"] = Engagement });
        foreach (var person in All)
        {
            Say("group", Group, "member_enrolled", new() { ["person"] = person, ["institution"] = Establishment });
            Say("group", Group, "volunteering_confirmed", new() { ["person"] = person }, person);
        }

        Engaged("charter_proposed", new() { ["outward"] = new JsonArray("agreed-bilans") });
        foreach (var person in All.Append(Facilitator))
        {
            Engaged("charter_accepted", new() { ["person"] = person });
        }

        Say("group", Group, "group_sealed", new());
        Engaged("management_commitment_signed", new());
        Engaged("engagement_activated", new());
    }

    private void Held(Guid session)
    {
        void Said(string type, JsonObject fact, Guid? by = null) => Say("session", session, type, fact, by, "session");
        void Phase(string code, params (string Kind, Guid Author, int Id)[] brought)
        {
            Said("phase_started", new() { ["phase"] = code });
            foreach (var (kind, author, id) in brought)
            {
                var made = new JsonObject
                {
                    ["contribution"] = Part(session, id),
                    ["author"] = author,
                    ["phase"] = code,
                    ["kind"] = kind,
                };
                Said("contribution_made", made, author);
            }

            if (code == "pronounce")
            {
                Said("interpretation_pronounced", new() { ["contribution"] = Part(session, 2) }, Anne);
            }

            Said("phase_completed", new() { ["phase"] = code });
        }

        Said(
            "session_scheduled",
            new()
            {
                ["group"] = Group,
                ["facilitator"] = Facilitator,
                ["members"] = Ids(All),
                ["protocol"] = new JsonObject { ["name"] = "expose-interpret-respond", ["version"] = 1 },
                ["strictness"] = "strict",
                ["childFree"] = true,
            }
        );
        Said("session_opened", new());
        Said("attendance_recorded", new() { ["present"] = Ids(All) });
        Said("situation_raised", new() { ["situation"] = Part(session, 9), ["author"] = Anne }, Anne);
        Said("situation_chosen", new() { ["situation"] = Part(session, 9) });
        Said("narrator_designated", new() { ["narrator"] = Anne });
        Phase("expose", ("expose", Anne, 1));
        Phase("interpret", ("interpretation", Bob, 2), ("question", Chloe, 3));
        Said("contribution_withdrawn", new() { ["contribution"] = Part(session, 3) }, Chloe);
        Phase("pronounce");
        Phase("respond", ("response", Bob, 4));
        Said("session_closed", new() { ["minutes"] = 120, ["outcome"] = "change" });
        var track = Part(session, 8);
        Say("track", track, "track_opened", new() { ["members"] = Ids(All), ["with"] = Ids([Bob]) }, Bob, "session");
    }

    private void Concluded()
    {
        void Said(string type, JsonObject fact, Guid? by = null) => Say("bilan", Bilan, type, fact, by, "reporting");
        Said(
            "bilan_drafted",
            new()
            {
                ["final"] = true,
                ["facilitator"] = Facilitator,
                ["parties"] = Ids([Facilitator, .. All]),
                ["sections"] = new JsonArray(new JsonObject { ["dimension"] = "bond", ["names"] = Ids([Bob]) }),
                ["approval"] = "facilitator-and-every-member",
                ["assessments"] = new JsonArray(
                    new JsonObject
                    {
                        ["dimension"] = "bond",
                        ["now"] = 4,
                        ["atDiagnosis"] = 2,
                    }
                ),
            }
        );
        Said("naming_agreed", new() { ["person"] = Bob }, Bob);
        Said("orientation_recommended", new() { ["code"] = "continue" });
        Said(
            "content_locked",
            new() { ["textHash"] = "h1", ["tookPart"] = new JsonArray(new JsonObject { ["group"] = Group, ["members"] = Ids(All) }) }
        );
        Said("parties_notified", new() { ["textHash"] = "h1", ["parties"] = Ids([Facilitator, .. All]) });
        foreach (var party in (Guid[])[Facilitator, Anne, Bob])
        {
            Said("party_approved", new() { ["party"] = party, ["textHash"] = "h1" }, party);
        }

        Said("objection_raised", new() { ["objection"] = Given.Id(61), ["party"] = Chloe }, Chloe);
        Said("objection_withdrawn", new() { ["objection"] = Given.Id(61) }, Chloe);
        Said("dissent_recorded", new() { ["party"] = Chloe, ["textHash"] = "h1" }, Chloe);
        Said("bilan_agreed", new() { ["textHash"] = "h1" });
        Said("bilan_published", new());
        Engaged("final_bilan_agreement_noted", new());
        Engaged("engagement_concluded", new());
    }

    private void Engaged(string type, JsonObject fact) => Say("engagement", Engagement, type, fact);

    private void Say(
        string of,
        Guid stream,
        string type,
        JsonObject fact,
        Guid? by = null,
        string source = "engagement",
        string? actor = null
    )
    {
        _now = _now.AddMinutes(10);
        _lines.Add(
            new(source, of, stream, type, fact, actor ?? (by is { } person ? $"member:{person}" : $"facilitator:{Facilitator}"), _now)
        );
    }

    private static Guid Part(Guid session, int number) => Given.Id((1000 * (session == First ? 1 : 2)) + number);

    private static JsonArray Ids(IEnumerable<Guid> ids) => [.. ids.Select(i => JsonValue.Create(i.ToString()))];

    private static LedgerEntryRecorded Entry(IReadOnlyList<Line> lines, Line l, int at) =>
        new(
            l.Source,
            at + 1,
            Engagement,
            l.Stream,
            l.Of,
            lines.Take(at + 1).Count(x => x.Stream == l.Stream && x.Source == l.Source),
            l.Type,
            $"{at:D14}.000000",
            l.At,
            l.At,
            l.Actor,
            Canonical.Text(l.Fact),
            "h"
        );
}
