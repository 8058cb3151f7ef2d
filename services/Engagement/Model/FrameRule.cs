using System.Reflection;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

/// <summary>What a rule asks for, of whatever type, and which frame's rule it is.</summary>
public interface IDemand
{
    /// <summary>Which frame's rule it is.</summary>
    Rule Rule { get; }

    /// <summary>What it asks for.</summary>
    object Said { get; }
}

/// <summary>A value that a rule asks for, and which frame's rule it is.</summary>
public sealed record Demand<T>(T Value, Rule Rule) : IDemand
{
    object IDemand.Said => Value!;
}

/// <summary>A rule of frames: how it is read from a frame, checked, composed and said. A file under <c>Rules</c> holds each, beside the member of
/// <see cref="FrameRules" /> that it reads. Its source and its sentence are in the catalogue (<see cref="Contracts.FieldRules" />).</summary>
/// <param name="name">Its name in the catalogue.</param>
public abstract partial class FrameRule(string name)
{
    /// <summary>Where to read what a frame looks like.</summary>
    internal const string Shape = "GET /v1/frames shows what frames look like.";

    /// <summary>Its name in the catalogue.</summary>
    public string Name => name;

    /// <summary>What is said before its value, where it is reported.</summary>
    public string Prefix { get; init; } = string.Empty;

    /// <summary>Why nobody can mean what a frame says of it, or null.</summary>
    public Func<FrameRules, Refusal?> Check { get; init; } = _ => null;

    /// <summary>Which conflict is told, where frames have several: the lowest.</summary>
    public int ConflictTold { get; init; } = int.MaxValue;

    /// <summary>What is said of a conflict; null where frames can have none.</summary>
    public string? ConflictSays { get; init; }

    /// <summary>All of them, each found by being there, in the order of a frame's members: the kind, which is none of its rules, is the first.</summary>
    public static IReadOnlyList<FrameRule> All =>
        field ??= [
            .. typeof(FrameRule)
                .GetProperties(BindingFlags.Public | BindingFlags.Static)
                .Where(p => p.PropertyType.IsAssignableTo(typeof(FrameRule)))
                .OrderBy(p => p.MetadataToken)
                .Select(p => (FrameRule)p.GetValue(null)!)
                .OrderBy(r => FrameRules.Names.IndexOf(r.Name)),
        ];

    /// <summary>What these frames ask together by this rule.</summary>
    internal abstract IReadOnlyList<IDemand> Of(IEnumerable<Frame> frames);

    /// <summary>What is asked where all of these are.</summary>
    internal abstract IReadOnlyList<IDemand> Join(IEnumerable<IDemand> demands);

    /// <summary>Two demands that nothing can satisfy together, or none.</summary>
    /// <param name="asked">What is asked by a rule.</param>
    internal virtual IReadOnlyList<IDemand> Conflict(Func<FrameRule, IReadOnlyList<IDemand>> asked) => [];

    /// <summary>Whether the others say what asks for less than these, which say nothing.</summary>
    internal abstract IDemand? Undercut(IReadOnlyList<IDemand> these, IReadOnlyList<IDemand> others);

    /// <summary>What these ask for and the others do not, or null; what neither says is compared as it holds.</summary>
    internal abstract IDemand? Lacking(IReadOnlyList<IDemand> these, IReadOnlyList<IDemand> others);

    private static Ruled<int>? Bound(Limits? limits, int? bound) => bound is { } b ? new(b, limits!.Source) : null;

    private static Refusal? Bounds(Limits? limits, string member, int most) =>
        limits is null ? null
        : limits.Minimum > limits.Maximum || (limits.Minimum ?? limits.Maximum) is null
            ? Refusal.OfInput($"{member} is without bounds, or its minimum exceeds its maximum.", Shape)
        : Input.CheckNumber(limits.Minimum, $"{member}.minimum", 1, most)
            ?? Input.CheckNumber(limits.Maximum, $"{member}.maximum", 1, most);
}

/// <summary>A rule that asks for values of one type.</summary>
/// <param name="read">What a frame asks for by it.</param>
public abstract class FrameRule<T>(string name, Func<Frame, Ruled<IReadOnlyList<T>>?> read) : FrameRule(name)
{
    /// <summary>What holds where no frame says anything.</summary>
    public IReadOnlyList<T> Unsaid { get; init; } = [];

    /// <summary>What asks for less than a frame that says nothing.</summary>
    public IReadOnlyList<T> LessThanUnsaid { get; init; } = [];

    internal sealed override IReadOnlyList<IDemand> Of(IEnumerable<Frame> frames) =>
        Join(
            from frame in frames
            let asked = read(frame)
            where asked is not null
            from value in asked.Value
            select new Demand<T>(value, new(frame.Name, Name, asked.Source))
        );

    // An array of what it is of: whoever names the rule reads it by its type.
    internal sealed override IReadOnlyList<IDemand> Join(IEnumerable<IDemand> demands) => Strictest(demands.Cast<Demand<T>>()).ToArray();

    internal sealed override IDemand? Undercut(IReadOnlyList<IDemand> these, IReadOnlyList<IDemand> others) =>
        these.Count > 0 ? null : others.FirstOrDefault(d => LessThanUnsaid.Contains((T)d.Said));

    internal sealed override IDemand? Lacking(IReadOnlyList<IDemand> these, IReadOnlyList<IDemand> others) =>
        Join([.. Held(these), .. Held(others)]).ExceptBy(Held(others).Select(d => d.Said), d => d.Said).FirstOrDefault();

    private protected abstract IEnumerable<Demand<T>> Strictest(IEnumerable<Demand<T>> demands);

    // Of two frames that ask the same, the one that comes first by name is remembered, in whatever order they are composed.
    private protected static string Order(Demand<T> demand) => $"{demand.Rule.Frame}/{demand.Rule.Name}/{demand.Rule.Source}";

    private IReadOnlyList<IDemand> Held(IReadOnlyList<IDemand> said) =>
        said.Count > 0 ? said : [.. Unsaid.Select(v => new Demand<T>(v, new("dispositif", Name, "design")))];
}

/// <summary>A rule of which one value holds: of several the strictest.</summary>
public abstract class Strictest<T>(string name, Func<Frame, Ruled<T>?> read)
    : FrameRule<T>(name, frame => read(frame) is { } asked ? new([asked.Value], asked.Source) : null);

/// <summary>A rule whose highest value is the strictest.</summary>
public sealed class Highest<T>(string name, Func<Frame, Ruled<T>?> read) : Strictest<T>(name, read)
{
    private protected override IEnumerable<Demand<T>> Strictest(IEnumerable<Demand<T>> demands) =>
        demands.OrderByDescending(d => d.Value).ThenBy(Order, StringComparer.Ordinal).Take(1);
}

/// <summary>A rule whose lowest value is the strictest.</summary>
public sealed class Lowest<T>(string name, Func<Frame, Ruled<T>?> read) : Strictest<T>(name, read)
{
    /// <summary>What it may not fall under.</summary>
    public Highest<T>? Least { get; init; }

    internal override IReadOnlyList<IDemand> Conflict(Func<FrameRule, IReadOnlyList<IDemand>> asked) =>
        Least is not null
        && asked(Least) is [Demand<T> least]
        && asked(this) is [Demand<T> most]
        && Comparer<T>.Default.Compare(least.Value, most.Value) > 0
            ? [least, most]
            : [];

    private protected override IEnumerable<Demand<T>> Strictest(IEnumerable<Demand<T>> demands) =>
        demands.OrderBy(d => d.Value).ThenBy(Order, StringComparer.Ordinal).Take(1);
}

/// <summary>A rule whose values all hold.</summary>
public class Union<T>(string name, Func<Frame, Ruled<IReadOnlyList<T>>?> read) : FrameRule<T>(name, read)
{
    private protected sealed override IEnumerable<Demand<T>> Strictest(IEnumerable<Demand<T>> demands) =>
        demands
            .GroupBy(d => d.Value)
            .Select(same => same.MinBy(Order, StringComparer.Ordinal)!)
            .OrderBy(Order, StringComparer.Ordinal)
            .ThenBy(d => d.Value?.ToString(), StringComparer.Ordinal);
}

/// <summary>A rule that frames can only follow together where they ask the same.</summary>
public sealed class Same<T>(string name, Func<Frame, Ruled<IReadOnlyList<T>>?> read) : Union<T>(name, read)
{
    internal override IReadOnlyList<IDemand> Conflict(Func<FrameRule, IReadOnlyList<IDemand>> asked) =>
        asked(this) is [var one, var other, ..] ? [one, other] : [];
}
