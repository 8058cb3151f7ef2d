using System.Text.Json.Serialization;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

public sealed partial record FrameRules
{
    /// <summary>The protocol of every session.</summary>
    [JsonPropertyOrder(12)]
    public ProtocolRule? Protocol { get; init; }
}

public abstract partial class FrameRule
{
    /// <summary>The protocols asked for, where another one would not do.</summary>
    public static Same<Pin> Protocols { get; } =
        new(
            "protocol",
            f => f.Rules.Protocol is { Strictness: not Contracts.Strictness.Free } p ? new([new(p.Name, p.Version)], p.Source) : null
        )
        {
            ConflictTold = 4,
            ConflictSays = "The frames require different protocols.",
            Check = r =>
                r.Protocol is not { } p
                    ? null
                    : Input.CheckNumber(p.Version, "frame.rules.protocol.version", 1, 1000)
                        ?? Input.CheckWord(p.Name, "frame.rules.protocol.name"),
        };

    /// <summary>How closely sessions follow the protocol.</summary>
    public static Highest<Strictness> Strictness { get; } =
        new("protocol", f => f.Rules.Protocol is { } p ? new(p.Strictness, p.Source) : null) { Unsaid = [Contracts.Strictness.Free] };
}
