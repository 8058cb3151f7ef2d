using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Frames;

/// <summary>What several frames ask together: of each rule the strictest, with the frame and tag it came from.
/// Joining is commutative, associative and idempotent; what nothing can satisfy shows in <see cref="Conflict" />.</summary>
public sealed class Policies
{
    private readonly Dictionary<FrameRule, IReadOnlyList<IDemand>> _asked;

    private Policies(Func<FrameRule, IReadOnlyList<IDemand>> asked) => _asked = FrameRule.All.ToDictionary(r => r, asked);

    /// <summary>Frames that ask nothing.</summary>
    public static Policies None { get; } = Compose([]);

    /// <summary>Everything that is asked, in the order of the rules.</summary>
    public IEnumerable<(FrameRule Rule, IDemand Demand)> All => FrameRule.All.SelectMany(r => _asked[r].Select(d => (r, d)));

    /// <summary>What one frame asks.</summary>
    public static Policies Of(Frame frame) => Compose([frame]);

    /// <summary>What these frames ask together. Pure; whether it can be satisfied is for <see cref="Conflict" />.</summary>
    public static Policies Compose(IEnumerable<Frame> frames)
    {
        var all = frames.ToList();
        return new(rule => rule.Of(all));
    }

    /// <summary>What both ask.</summary>
    public Policies Join(Policies other) => new(rule => rule.Join(_asked[rule].Concat(other._asked[rule])));

    /// <summary>The value that is asked for by this rule, or null.</summary>
    public Demand<T>? Of<T>(Strictest<T> rule) => (Demand<T>?)_asked[rule].SingleOrDefault();

    /// <summary>The value that is asked for by this rule, or what holds where none is: it is one that says so.</summary>
    public T Held<T>(Strictest<T> rule) => Of(rule) is { } asked ? asked.Value : rule.Unsaid[0];

    /// <summary>Each value that is asked for by this rule.</summary>
    public IReadOnlyList<Demand<T>> Each<T>(Union<T> rule) => (IReadOnlyList<Demand<T>>)_asked[rule];

    /// <summary>Two rules that nothing can satisfy together, or null.</summary>
    public Refusal? Conflict() =>
        FrameRule
            .All.OrderBy(r => r.ConflictTold)
            .Select(r => (r.ConflictSays, Between: r.Conflict(asked => _asked[asked])))
            .FirstOrDefault(c => c.Between is { Count: > 0 })
            is ({ } says, [var one, var other])
            ? new Refusal(422, "unsatisfiable", says, "Choose compatible frames.", one.Rule, other.Rule).At("frames")
            : null;

    /// <summary>The first of these rules of which others ask for less, or nothing; null where they ask for as much or more. What no frame says is
    /// compared as it holds: a session ends with something, every member approves, a sealed group changes by departures alone, nothing else is asked.</summary>
    public Rule? Loosened(Policies others) =>
        (
            FrameRule.All.Select(r => r.Undercut(_asked[r], others._asked[r])).FirstOrDefault(d => d is not null)
            ?? FrameRule.All.Select(r => r.Lacking(_asked[r], others._asked[r])).FirstOrDefault(d => d is not null)
        )?.Rule;
}
