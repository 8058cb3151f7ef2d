using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Frames;

/// <summary>A value that a rule asks for, and which frame's rule it is.</summary>
public sealed record Demand<T>(T Value, Rule Rule);

/// <summary>What several frames ask together: of each rule the strictest, with the frame and tag it came from.
/// Joining is commutative, associative and idempotent; what nothing can satisfy shows in <see cref="Conflict" />.</summary>
public sealed record Policies
{
    /// <summary>Frames that ask nothing.</summary>
    public static Policies None { get; } = new();

    /// <summary>Days within which a group may object to a departure, where no frame says otherwise.</summary>
    public const int UsualDeparture = 14;

    /// <summary>The kinds asked for; satisfiable with one at most.</summary>
    public IReadOnlyList<Demand<Kind>> Kinds { get; private init; } = [];

    /// <summary>Fewest members of a group.</summary>
    public Demand<int>? SizeMinimum { get; private init; }

    /// <summary>Most members of a group.</summary>
    public Demand<int>? SizeMaximum { get; private init; }

    /// <summary>The compositions asked for, 'any' aside; satisfiable with one at most.</summary>
    public IReadOnlyList<Demand<Composition>> Compositions { get; private init; } = [];

    /// <summary>How members come to take part.</summary>
    public Demand<Participation>? Participation { get; private init; }

    /// <summary>No hierarchical link.</summary>
    public Demand<bool>? Independence { get; private init; }

    /// <summary>The facilitator outside the establishment.</summary>
    public Demand<Externality>? Externality { get; private init; }

    /// <summary>What the facilitator's file must show.</summary>
    public IReadOnlyList<Demand<Qualification>> Qualifications { get; private init; } = [];

    /// <summary>Most days between two sessions.</summary>
    public Demand<int>? Interval { get; private init; }

    /// <summary>Fewest sessions a month.</summary>
    public Demand<int>? FrequencyMinimum { get; private init; }

    /// <summary>Most sessions a month.</summary>
    public Demand<int>? FrequencyMaximum { get; private init; }

    /// <summary>Fewest months.</summary>
    public Demand<int>? MinimumTerm { get; private init; }

    /// <summary>Fewest cents an hour.</summary>
    public Demand<int>? RateMinimum { get; private init; }

    /// <summary>Most cents an hour.</summary>
    public Demand<int>? RateMaximum { get; private init; }

    /// <summary>Whether membership may change once the group is sealed.</summary>
    public Demand<Stability>? Stability { get; private init; }

    /// <summary>The protocols asked for, where another one would not do; satisfiable with one at most.</summary>
    public IReadOnlyList<Demand<Pin>> Protocols { get; private init; } = [];

    /// <summary>Whether a session may end with an explicit 'none'; a refusal outweighs a permission.</summary>
    public Demand<bool>? NoneAllowed { get; private init; }

    /// <summary>Who must approve a bilan.</summary>
    public Demand<Approval>? Approval { get; private init; }

    /// <summary>Whether a rate outside its range is refused whatever the reason.</summary>
    public Demand<bool>? RateWithoutOverride { get; private init; }

    /// <summary>How closely sessions follow the protocol.</summary>
    public Demand<Strictness>? Strictness { get; private init; }

    /// <summary>The process validated together.</summary>
    public Demand<bool>? JointValidation { get; private init; }

    /// <summary>The commitment of those who lead.</summary>
    public Demand<bool>? ManagementCommitment { get; private init; }

    /// <summary>Hours for each professional in a year.</summary>
    public Demand<int>? HoursAYear { get; private init; }

    /// <summary>Hours in each four-month period.</summary>
    public Demand<int>? HoursEachFourMonths { get; private init; }

    /// <summary>No child at a session.</summary>
    public Demand<bool>? NoChildrenPresent { get; private init; }

    /// <summary>Fewest days within which a group may object to a departure.</summary>
    public Demand<int>? Departure { get; private init; }

    /// <summary>What one frame asks.</summary>
    public static Policies Of(Frame frame)
    {
        var r = frame.Rules;
        Rule Named(string name, string source) => new(frame.Name, name, source);
        Demand<T>? One<T>(Ruled<T>? rule, string name) => rule is null ? null : new(rule.Value, Named(name, rule.Source));
        Demand<int>? Bound(int? bound, Limits? limits, string name) => bound is { } b ? new(b, Named(name, limits!.Source)) : null;
        return new()
        {
            Kinds = [new(frame.Kind, Named("kind", frame.Source))],
            SizeMinimum = Bound(r.Size?.Minimum, r.Size, "size"),
            SizeMaximum = Bound(r.Size?.Maximum, r.Size, "size"),
            Compositions = One(r.Composition, "composition") is { Value: not Model.Composition.Any } c ? [c] : [],
            Participation = One(r.Participation, "participation"),
            Independence = One(r.Independence, "independence"),
            Externality = One(r.Externality, "externality"),
            Qualifications = Union<Qualification>(
                r.Qualification is { } q ? [.. q.Value.Select(v => new Demand<Qualification>(v, Named("qualification", q.Source)))] : [],
                []
            ),
            Interval = One(r.Interval, "interval"),
            FrequencyMinimum = Bound(r.Frequency?.Minimum, r.Frequency, "frequency"),
            FrequencyMaximum = Bound(r.Frequency?.Maximum, r.Frequency, "frequency"),
            MinimumTerm = One(r.MinimumTerm, "minimum-term"),
            RateMinimum = Bound(r.Rate?.Minimum, r.Rate, "rate"),
            RateMaximum = Bound(r.Rate?.Maximum, r.Rate, "rate"),
            Stability = One(r.Stability, "stability"),
            Protocols = r.Protocol is { Strictness: not Contracts.Strictness.Free } p
                ? [new(new(p.Name, p.Version), Named("protocol", p.Source))]
                : [],
            NoneAllowed = r.Outcome is { } o ? new(o.NoneAllowed, Named("outcome", o.Source)) : null,
            Approval = One(r.Approval, "approval"),
            RateWithoutOverride = r.Rate is { } rate ? new(!rate.Override, Named("rate", rate.Source)) : null,
            Strictness = r.Protocol is { } followed ? new(followed.Strictness, Named("protocol", followed.Source)) : null,
            JointValidation = One(r.JointValidation, "joint-validation"),
            ManagementCommitment = One(r.ManagementCommitment, "management-commitment"),
            HoursAYear = One(r.HoursAYear, "hours-a-year"),
            HoursEachFourMonths = One(r.HoursEachFourMonths, "hours-each-four-months"),
            NoChildrenPresent = One(r.NoChildrenPresent, "no-children-present"),
            Departure = One(r.Departure, "departure"),
        };
    }

    /// <summary>What these frames ask together. Pure; whether it can be satisfied is for <see cref="Conflict" />.</summary>
    public static Policies Compose(IEnumerable<Frame> frames) => frames.Select(Of).Aggregate(None, (all, one) => all.Join(one));

    /// <summary>What both ask.</summary>
    public Policies Join(Policies other) =>
        new()
        {
            Kinds = Union(Kinds, other.Kinds),
            SizeMinimum = Highest(SizeMinimum, other.SizeMinimum),
            SizeMaximum = Lowest(SizeMaximum, other.SizeMaximum),
            Compositions = Union(Compositions, other.Compositions),
            Participation = Highest(Participation, other.Participation),
            Independence = Highest(Independence, other.Independence),
            Externality = Highest(Externality, other.Externality),
            Qualifications = Union(Qualifications, other.Qualifications),
            Interval = Lowest(Interval, other.Interval),
            FrequencyMinimum = Highest(FrequencyMinimum, other.FrequencyMinimum),
            FrequencyMaximum = Lowest(FrequencyMaximum, other.FrequencyMaximum),
            MinimumTerm = Highest(MinimumTerm, other.MinimumTerm),
            RateMinimum = Highest(RateMinimum, other.RateMinimum),
            RateMaximum = Lowest(RateMaximum, other.RateMaximum),
            Stability = Highest(Stability, other.Stability),
            Protocols = Union(Protocols, other.Protocols),
            NoneAllowed = Lowest(NoneAllowed, other.NoneAllowed),
            Approval = Highest(Approval, other.Approval),
            RateWithoutOverride = Highest(RateWithoutOverride, other.RateWithoutOverride),
            Strictness = Highest(Strictness, other.Strictness),
            JointValidation = Highest(JointValidation, other.JointValidation),
            ManagementCommitment = Highest(ManagementCommitment, other.ManagementCommitment),
            HoursAYear = Highest(HoursAYear, other.HoursAYear),
            HoursEachFourMonths = Highest(HoursEachFourMonths, other.HoursEachFourMonths),
            NoChildrenPresent = Highest(NoChildrenPresent, other.NoChildrenPresent),
            Departure = Highest(Departure, other.Departure),
        };

    /// <summary>Two rules that nothing can satisfy together, or null.</summary>
    public Refusal? Conflict() =>
        Crossed(SizeMinimum, SizeMaximum)
        ?? Several(Compositions)
        ?? Several(Kinds)
        ?? Several(Protocols)
        ?? Crossed(RateMinimum, RateMaximum)
        ?? Crossed(FrequencyMinimum, FrequencyMaximum);

    /// <summary>The first of these rules of which others ask for less, or nothing; null where they ask for as much or more. What no frame says is
    /// compared as it holds: a session ends with something, every member approves, a sealed group changes by departures alone, nothing else is asked.</summary>
    public Rule? Loosened(Policies others)
    {
        // What no frame says of a sealed group lies between open and by agreement: a departure is heard, and nobody joins without an exception.
        if (Stability is null && others.Stability is { Value: Model.Stability.Open } opened)
        {
            return opened.Rule;
        }

        var asked = CompositionReport.Of(others.Usual()).Rules.Select(r => (r.Rule, r.Value)).ToHashSet();
        return
            CompositionReport.Of(Usual().Join(others.Usual())).Rules.FirstOrDefault(r => !asked.Contains((r.Rule, r.Value))) is { } lacking
            ? new(lacking.Frame, lacking.Rule, lacking.Source)
            : null;
    }

    private Policies Usual()
    {
        static Demand<T> Unsaid<T>(T value, string rule) => new(value, new("dispositif", rule, "design"));
        return this with
        {
            Participation = Participation ?? Unsaid(Model.Participation.ByInvolvement, "participation"),
            Externality = Externality ?? Unsaid(Model.Externality.Customary, "externality"),
            Stability = Stability ?? Unsaid(Model.Stability.Open, "stability"),
            Strictness = Strictness ?? Unsaid(Contracts.Strictness.Free, "protocol"),
            NoneAllowed = NoneAllowed ?? Unsaid(false, "outcome"),
            Approval = Approval ?? Unsaid(Contracts.Approval.FacilitatorAndEveryMember, "approval"),
            JointValidation = JointValidation ?? Unsaid(false, "joint-validation"),
            ManagementCommitment = ManagementCommitment ?? Unsaid(false, "management-commitment"),
            NoChildrenPresent = NoChildrenPresent ?? Unsaid(false, "no-children-present"),
            Departure = Departure ?? Unsaid(UsualDeparture, "departure"),
        };
    }

    private static Refusal? Crossed(Demand<int>? minimum, Demand<int>? maximum) =>
        minimum is not null && maximum is not null && minimum.Value > maximum.Value ? Unsatisfiable(minimum.Rule, maximum.Rule) : null;

    private static Refusal? Several<T>(IReadOnlyList<Demand<T>> demands) =>
        demands.Count > 1 ? Unsatisfiable(demands[0].Rule, demands[1].Rule) : null;

    private static Refusal Unsatisfiable(Rule one, Rule other) =>
        new(422, "unsatisfiable", $"No dispositif can satisfy both frames' rule '{one.Name}'.", "Compose frames that agree.", one, other);

    private static Demand<T>? Highest<T>(Demand<T>? a, Demand<T>? b) => Strictest(a, b, 1);

    private static Demand<T>? Lowest<T>(Demand<T>? a, Demand<T>? b) => Strictest(a, b, -1);

    // Of two frames that ask the same, the one that comes first by name is remembered, in whatever order they are composed.
    private static Demand<T>? Strictest<T>(Demand<T>? a, Demand<T>? b, int sign) =>
        a is null ? b
        : b is null ? a
        : (sign * Comparer<T>.Default.Compare(a.Value, b.Value)) switch
        {
            > 0 => a,
            < 0 => b,
            _ => string.CompareOrdinal(Order(a.Rule), Order(b.Rule)) <= 0 ? a : b,
        };

    private static IReadOnlyList<Demand<T>> Union<T>(IReadOnlyList<Demand<T>> a, IReadOnlyList<Demand<T>> b) =>
        [
            .. a.Concat(b)
                .GroupBy(d => d.Value)
                .Select(same => same.MinBy(d => Order(d.Rule), StringComparer.Ordinal)!)
                .OrderBy(d => Order(d.Rule), StringComparer.Ordinal)
                .ThenBy(d => d.Value?.ToString(), StringComparer.Ordinal),
        ];

    private static string Order(Rule rule) => $"{rule.Frame}/{rule.Name}/{rule.Source}";
}
