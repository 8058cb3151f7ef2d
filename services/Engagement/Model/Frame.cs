using System.Text.Json.Serialization;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

/// <summary>A published version of a frame or of a protocol: what an engagement pins. Two are one where name and version are.</summary>
/// <param name="Digest">SHA-256 of its content in canonical JSON, in lower hexadecimal. Absent from a command, it is of what is published; it is absent
/// from what was pinned before digests were.</param>
public sealed record Pin(string Name, int Version, string? Digest = null)
{
    /// <inheritdoc />
    public bool Equals(Pin? other) => other is not null && Name == other.Name && Version == other.Version;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Name, Version);

    /// <summary>Whether it is this one that is pinned, with this content where the pin says which.</summary>
    public bool Names(Pin published) => this == published && (Digest is null || Digest == published.Digest);
}

/// <summary>A frame: a named, versioned, immutable set of rules that a dispositif follows.</summary>
/// <param name="Source">The document it comes from: S0 to S4, eaje, or design; of a practice's own, the work that it cites.</param>
/// <param name="Audiences">Whom it is for; a dispositif for somebody else is refused.</param>
/// <param name="Methods">The facilitator's toolbox where the document names it (S0), in words of the field.</param>
public sealed record Frame(
    string Name,
    int Version,
    string Source,
    string Title,
    Kind Kind,
    IReadOnlyList<Audience> Audiences,
    FrameRules Rules,
    IReadOnlyList<string>? Methods = null
)
{
    /// <summary>By what it is known.</summary>
    [JsonIgnore]
    public Pin Pin => new(Name, Version);

    /// <summary>What an engagement pins of it.</summary>
    [JsonIgnore]
    public Pin Pinned => Pin with { Digest = Canonical.Digest(this) };
}

/// <summary>The rules of a frame, each with its source tag; an absent rule asks nothing.</summary>
/// <param name="Size">Members of a group.</param>
/// <param name="Composition">Institutions of a group's members.</param>
/// <param name="Participation">How members come to take part.</param>
/// <param name="Independence">No hierarchical link between the facilitator and a member: always so, said here for its source.</param>
/// <param name="Externality">The facilitator outside the establishment.</param>
/// <param name="Qualification">What the facilitator's file must show.</param>
/// <param name="Interval">Most days between two sessions; a breach is recorded.</param>
/// <param name="Frequency">Sessions a month; a breach is recorded.</param>
/// <param name="MinimumTerm">Months; a breach is recorded.</param>
/// <param name="Rate">Cents an hour.</param>
/// <param name="Stability">Whether membership may change once the group is sealed.</param>
/// <param name="Protocol">The protocol of every session.</param>
/// <param name="Outcome">Whether a session may end with an explicit 'none'.</param>
/// <param name="Approval">Who must approve a bilan.</param>
/// <param name="JointValidation">The protagonists validate the process together before anything is designed.</param>
/// <param name="ManagementCommitment">Those who lead the establishment sign their own commitment.</param>
/// <param name="HoursAYear">Hours for each professional in a calendar year; a lack is shown.</param>
/// <param name="HoursEachFourMonths">Hours in each of its three four-month periods; a lack is shown.</param>
/// <param name="NoChildrenPresent">No child is present at a session.</param>
/// <param name="Departure">Days at least within which a group may object to a member's departure; the usual ones where absent.</param>
public sealed record FrameRules(
    Limits? Size = null,
    Ruled<Composition>? Composition = null,
    Ruled<Participation>? Participation = null,
    Ruled<bool>? Independence = null,
    Ruled<Externality>? Externality = null,
    Ruled<IReadOnlyList<Qualification>>? Qualification = null,
    Ruled<int>? Interval = null,
    Limits? Frequency = null,
    Ruled<int>? MinimumTerm = null,
    Limits? Rate = null,
    Ruled<Stability>? Stability = null,
    ProtocolRule? Protocol = null,
    OutcomeRule? Outcome = null,
    Ruled<Approval>? Approval = null,
    Ruled<bool>? JointValidation = null,
    Ruled<bool>? ManagementCommitment = null,
    Ruled<int>? HoursAYear = null,
    Ruled<int>? HoursEachFourMonths = null,
    Ruled<bool>? NoChildrenPresent = null,
    Ruled<int>? Departure = null
);

/// <summary>A rule that asks for one value.</summary>
/// <param name="Source">The document it comes from.</param>
public sealed record Ruled<T>(T Value, string Source);

/// <summary>A rule that asks for a value between bounds, both allowed; an absent bound asks nothing.</summary>
/// <param name="Source">The document it comes from.</param>
/// <param name="Override">Whether a value outside is accepted with a reason, and recorded.</param>
public sealed record Limits(string Source, int? Minimum = null, int? Maximum = null, bool Override = false);

/// <summary>A rule that asks for a protocol and says how closely it is followed.</summary>
/// <param name="Source">The document it comes from.</param>
public sealed record ProtocolRule(string Name, int Version, Strictness Strictness, string Source);

/// <summary>A rule on what a session must end with.</summary>
/// <param name="NoneAllowed">Whether an explicit 'none' will do (S1: no ready-made answers).</param>
/// <param name="Source">The document it comes from.</param>
public sealed record OutcomeRule(bool NoneAllowed, string Source);
