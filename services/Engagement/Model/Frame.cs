using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

/// <summary>A published version of a frame or of a protocol: what an engagement pins. Two are one where name and version are.</summary>
/// <param name="Name">The name of the frame or of the protocol.</param>
/// <param name="Version">Which of its published versions: none of them ever changes.</param>
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
/// <param name="Name">By which it is pinned and named in problems: 2 to 40 lower-case letters, digits and hyphens, a letter first.</param>
/// <param name="Version">1 to 1000; once published it never changes.</param>
/// <param name="Source">The document it comes from: S0 to S4, eaje, or design; of a practice's own, the work that it cites.</param>
/// <param name="Title">What people read, 1 to 200 characters; a practice's own holds no title of a frame that ships.</param>
/// <param name="Kind">The kind of dispositif that follows it; one of another kind is refused.</param>
/// <param name="Audiences">Whom it is for; a dispositif for somebody else is refused.</param>
/// <param name="Rules">What it asks for, each rule with its source.</param>
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
// Each file under Rules adds its own.
public sealed partial record FrameRules
{
    /// <summary>Its members, in the order in which they are written and checked.</summary>
    internal static IReadOnlyList<PropertyInfo> Members { get; } =
    [.. typeof(FrameRules).GetProperties().OrderBy(p => p.GetCustomAttribute<JsonPropertyOrderAttribute>()!.Order)];

    /// <summary>The names of the rules that they are.</summary>
    internal static List<string> Names { get; } = [.. Members.Select(p => JsonNamingPolicy.KebabCaseLower.ConvertName(p.Name))];
}

/// <summary>What a frame says of a rule, and the document that it comes from.</summary>
public interface ISourced
{
    /// <summary>The document it comes from.</summary>
    string Source { get; }
}

/// <summary>A rule that asks for one value.</summary>
/// <param name="Value">What it asks for, in the unit or the words that the rule has.</param>
/// <param name="Source">The document it comes from.</param>
public sealed record Ruled<T>(T Value, string Source) : ISourced;

/// <summary>A rule that asks for a value between bounds, both allowed; an absent bound asks nothing.</summary>
/// <param name="Source">The document it comes from.</param>
/// <param name="Minimum">The least, in the rule's unit: members, sessions a month, or cents an hour.</param>
/// <param name="Maximum">The most, in the rule's unit: members, sessions a month, or cents an hour.</param>
/// <param name="Override">Whether a value outside is accepted with a reason, and recorded.</param>
public sealed record Limits(string Source, int? Minimum = null, int? Maximum = null, bool Override = false) : ISourced;

/// <summary>A rule that asks for a protocol and says how closely it is followed.</summary>
/// <param name="Name">The protocol that sessions run by.</param>
/// <param name="Version">In which of its published versions.</param>
/// <param name="Strictness">How closely sessions follow it; where <c>free</c>, another protocol will do too.</param>
/// <param name="Source">The document it comes from.</param>
public sealed record ProtocolRule(string Name, int Version, Strictness Strictness, string Source) : ISourced;

/// <summary>A rule on what a session must end with.</summary>
/// <param name="NoneAllowed">Whether an explicit 'none' will do (S1: no ready-made answers).</param>
/// <param name="Source">The document it comes from.</param>
public sealed record OutcomeRule(bool NoneAllowed, string Source) : ISourced;
