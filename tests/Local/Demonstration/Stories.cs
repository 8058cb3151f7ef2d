using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace PracticeAnalysis.Local;

/// <summary>The demonstration's data: what is told, drawn from the field's documents. Persons are numbers.</summary>
internal sealed record Stories(IReadOnlyDictionary<string, JsonObject> Establishments, IReadOnlyList<EngagementStory> Engagements)
{
    private static readonly string[] Names =
    [
        "team",
        "managers",
        "narrator",
        "circle-8",
        "esms-analysis",
        "esms-supervision",
        "esms-regulation",
        "cadre",
        "eaje",
    ];

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Reads the data that this program carries.</summary>
    public static Stories Read() =>
        new(Read<SortedDictionary<string, JsonObject>>("establishments"), [.. Names.Select(Read<EngagementStory>)]);

    private static T Read<T>(string name)
    {
        using var data =
            Assembly.GetExecutingAssembly().GetManifestResourceStream($"Demonstration/{name}.json")
            ?? throw new InvalidOperationException($"The demonstration's data {name} is not in this program.");
        return JsonSerializer.Deserialize<T>(data, Format)!;
    }
}

/// <summary>One engagement. Members that are objects are the bodies of the API's commands, as they are sent.</summary>
/// <param name="Establishment">The key of the one who asks.</param>
/// <param name="Start">The month in which it becomes active, counted from the current quarter's first month: negative.</param>
/// <param name="Members">How many members the group has.</param>
/// <param name="Person">What a member is called, before the number.</param>
/// <param name="OneInstitution">Whether all members belong to the establishment; else each to an institution of their own.</param>
/// <param name="Volunteers">Whether each member confirms to volunteer, as supervision asks.</param>
/// <param name="Commitment">Whether those who lead sign their commitment.</param>
/// <param name="Process">The support process that all protagonists validate, as regulation asks.</param>
/// <param name="Measures">Where the diagnosis finds the group to stand; bilans are compared with it.</param>
/// <param name="Beside">A second group of the same engagement, where a large team is split.</param>
/// <param name="InClosedYear">Whether it lay in the last year that is closed, so that months are counted from that year's end.</param>
internal sealed record EngagementStory(
    string Key,
    string Establishment,
    int Start,
    JsonObject Facilitator,
    JsonObject Request,
    JsonObject Qualification,
    IReadOnlyList<JsonObject> Protagonists,
    IReadOnlyList<JsonObject> Findings,
    string Summary,
    JsonObject Dispositif,
    JsonObject Charter,
    string Group,
    int Members,
    string Person,
    bool OneInstitution,
    IReadOnlyList<SessionStory> Sessions,
    IReadOnlyList<BilanStory> Bilans,
    bool Volunteers = false,
    bool Commitment = false,
    string? Process = null,
    IReadOnlyList<JsonObject>? Measures = null,
    GroupStory? Beside = null,
    bool InClosedYear = false
)
{
    /// <summary>The frames that the dispositif follows, by name.</summary>
    public IReadOnlyList<string> Frames => [.. Dispositif["frames"]!.AsArray().Select(f => f!["name"]!.GetValue<string>())];
}

/// <summary>A group beside the first one: under the same dispositif and charter, with members and sessions of its own.</summary>
internal sealed record GroupStory(string Group, int Members, IReadOnlyList<SessionStory> Sessions);

/// <summary>One session.</summary>
/// <param name="Month">Counted as <see cref="EngagementStory.Start" />.</param>
/// <param name="Absent">Numbers of the members who were not there.</param>
/// <param name="Situations">What was brought; the first is chosen, and who brought it is the narrator.</param>
/// <param name="Says">What was brought in the phases, in order.</param>
/// <param name="Position">From where the narrator starts, where the protocol asks it.</param>
/// <param name="Objective">The narrator's, where the protocol asks one.</param>
/// <param name="Feedback">The narrator's, where the protocol asks one.</param>
/// <param name="Themes">Axis and level, as pairs.</param>
/// <param name="Outcome">change, action-track, decision, none, or none-refused: tried with none, which the frame does not allow.</param>
/// <param name="Track">The action track that came of it.</param>
/// <param name="Decision">What was decided in common.</param>
/// <param name="Synthesis">What the establishment is told of the session's first axis, once the group validated it.</param>
/// <param name="Unfinished">Why the last phase was left out.</param>
/// <param name="Entered">The minutes that are entered at its closing, where they are not its own.</param>
/// <param name="Corrected">Whether what was entered is corrected the day after.</param>
internal sealed record SessionStory(
    int Month,
    int Day,
    IReadOnlyList<Saying> Situations,
    IReadOnlyList<Saying> Says,
    IReadOnlyList<string[]> Themes,
    string Outcome,
    IReadOnlyList<int>? Absent = null,
    string? Position = null,
    string? Objective = null,
    string? Feedback = null,
    TrackStory? Track = null,
    int Minutes = 120,
    string? Decision = null,
    string? Synthesis = null,
    string? Unfinished = null,
    int? Entered = null,
    bool Corrected = false
);

/// <summary>What somebody says.</summary>
/// <param name="By">The member's number; 0 is the facilitator.</param>
/// <param name="Kind">The contribution's kind; absent for a situation.</param>
/// <param name="Stance">How the narrator pronounces on it: holds, partly or does-not-hold.</param>
/// <param name="Reply">What the narrator says to it.</param>
internal sealed record Saying(int By, string Text, string? Kind = null, string? Stance = null, string? Reply = null, bool Private = false);

/// <summary>An action track: who carries it with its author, and what became of it.</summary>
/// <param name="State">opened, progressed or completed.</param>
/// <param name="Word">What moved, as a member says.</param>
internal sealed record TrackStory(string Text, IReadOnlyList<int> With, string State = "opened", string? Word = null);

/// <summary>A bilan. Without an orientation it is an intermediate one.</summary>
/// <param name="Month">When it is drafted.</param>
/// <param name="From">The first month that it covers.</param>
/// <param name="To">The last month that it covers.</param>
/// <param name="Sections">A text for each dimension.</param>
/// <param name="Dissents">Numbers of the members who stand aside.</param>
/// <param name="Assessments">Where the group stands along some dimensions.</param>
/// <param name="ListsTracks">Whether it lets the text of the group's tracks and decisions out.</param>
/// <param name="Worked">What the group says that it worked on: axis and level, as pairs.</param>
/// <param name="Observation">What the establishment answers to it.</param>
internal sealed record BilanStory(
    int Month,
    int Day,
    int From,
    int To,
    IReadOnlyList<JsonObject> Sections,
    IReadOnlyList<AmendmentStory>? Amendments = null,
    ObjectionStory? Objection = null,
    IReadOnlyList<int>? Dissents = null,
    JsonObject? Orientation = null,
    IReadOnlyList<JsonObject>? Assessments = null,
    bool ListsTracks = false,
    IReadOnlyList<string[]>? Worked = null,
    string? Observation = null
);

/// <summary>An amendment and its fate.</summary>
/// <param name="AfterLock">Whether it comes after approvals were given, which it voids.</param>
/// <param name="Refusal">Why it was refused; absent when it was accepted.</param>
internal sealed record AmendmentStory(int By, string Dimension, string Text, bool AfterLock = false, string? Refusal = null);

/// <summary>An objection, which its author withdraws.</summary>
internal sealed record ObjectionStory(int By, string Reason);
